//! The codes that stand in for a second factor, shown once; and where somebody goes who is in.

use crate::domain::{Code, SessionKind};
use crate::store::Token;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::session::{cookie, local};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;

#[derive(Template)]
#[template(path = "account/codes.html")]
struct CodesPage {
    f: Frame,
    codes: Vec<String>,
    next: String,
}

/// The page with the codes, and the way on from it.
pub fn shown_once(visit: &Visit, codes: &[Code], next: &str) -> Result<HttpResponse, WebError> {
    let page = CodesPage {
        f: visit.frame(Section::Desk),
        codes: codes.iter().map(Code::grouped).collect(),
        next: local(next).unwrap_or("/desk").to_owned(),
    };
    page.f.respond(&page).map(private)
}

/// On to where somebody was going, with the new secret of their session; by way of their codes if they have
/// new ones.
pub fn go_on(
    visit: &Visit,
    session: &Token,
    codes: &[Code],
    next: &str,
) -> Result<HttpResponse, WebError> {
    let mut response = match codes.is_empty() {
        true => see_other(local(next).unwrap_or("/desk")),
        false => shown_once(visit, codes, next)?,
    };
    response
        .add_cookie(&cookie(&visit.app, session, SessionKind::Desk))
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    Ok(response)
}
