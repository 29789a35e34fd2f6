//! PROPPATCH (RFC 4918, section 9.2): programs send the colour that somebody chose without asking
//! whether they may. Each property is refused by its name, which they understand better than a
//! refusal of the whole.

use super::answer;
use super::error::DavError;
use super::wanted::names;
use super::xml::{DAV, Element, Markup, Name};
use actix_web::HttpResponse;

/// The properties that would be set or removed, each once.
fn named(update: &Element) -> Result<Vec<Name>, DavError> {
    let is_change = |one: &&Element| one.name.is(DAV, "set") || one.name.is(DAV, "remove");
    let changes = update.children.iter().filter(is_change);
    let properties = changes.flat_map(|change| change.each(DAV, "prop"));
    let names = names(properties.flat_map(|prop| &prop.children))?;
    match names.is_empty() {
        true => Err(DavError::unreadable("No property is named.")),
        false => Ok(names),
    }
}

/// The answer that refuses each property.
pub fn refuse(href: &str, body: Option<&Element>) -> Result<HttpResponse, DavError> {
    let update = body.filter(|root| root.name.is(DAV, "propertyupdate"));
    let Some(update) = update else {
        return Err(DavError::unreadable(
            "The body has to be a DAV:propertyupdate.",
        ));
    };
    let mut properties = Markup::new();
    for name in named(update)? {
        properties.named(&name);
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
