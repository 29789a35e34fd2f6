//! PROPPATCH (RFC 4918, section 9.2): programs send the colour that somebody chose without asking
//! whether they may. Each property is refused by its name, which they understand better than a
//! refusal of the whole.

use super::answer;
use super::error::DavError;
use super::wanted::names;
use super::xml::{DAV, Element, Markup};
use actix_web::HttpResponse;

/// The answer that refuses each property.
pub fn refuse(href: &str, body: Option<&Element>) -> Result<HttpResponse, DavError> {
    let update = body.filter(|root| root.name.is(DAV, "propertyupdate"));
    let Some(update) = update else {
        return Err(DavError::unreadable(
            "The body has to be a DAV:propertyupdate.",
        ));
    };
    let mut properties = Markup::new();
    let changes = update.children.iter();
    for prop in changes.filter_map(|change| change.child(DAV, "prop")) {
        for name in names(prop)? {
            properties.named(&name);
        }
    }
    let mut out = answer::document();
    out.around("D:response", |out| {
        out.href(href);
        out.around("D:propstat", |out| {
            out.around("D:prop", |out| out.append(&properties));
            out.text("D:status", "HTTP/1.1 403 Forbidden");
            out.around("D:error", |out| {
                out.empty("D:cannot-modify-protected-property");
            });
        });
    });
    Ok(answer::respond(out))
}
