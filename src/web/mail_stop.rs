//! Wanting no more reminders. Looking at the address changes nothing, because mail scanners look; the
//! button does, and so does the mail program's own (RFC 8058), which posts without a browser.

use super::{in_language, page};
use crate::store::Token;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "mail/stop.html")]
struct StopPage {
    f: Frame,
    standing: Standing,
}

enum Standing {
    /// Whose reminders the button stops.
    Asks(String),
    Done,
    Unknown,
}

pub fn routes(config: &mut web::ServiceConfig) {
    let stop = page(&in_language("/mail/stop/{token}"), show);
    config.service(stop.route(web::post().to(stop_reminders)));
}

/// `GET /{lang}/mail/stop/{token}`
async fn show(visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, WebError> {
    let address = match Token::parse(&path.1) {
        Some(token) => {
            let hash = token.hash();
            visit
                .blocking(move |app| app.store.address_of_stop(&hash))
                .await?
        }
        None => None,
    };
    respond(&visit, address.map_or(Standing::Unknown, Standing::Asks))
}

/// `POST /{lang}/mail/stop/{token}`
async fn stop_reminders(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let stopped = match Token::parse(&path.1) {
        Some(token) => {
            let hash = token.hash();
            visit.act(move |acts| acts.stop_reminders(&hash)).await?
        }
        None => false,
    };
    let standing = match stopped {
        true => Standing::Done,
        false => Standing::Unknown,
    };
    respond(&visit, standing)
}

fn respond(visit: &Visit, standing: Standing) -> Result<HttpResponse, WebError> {
    let status = match standing {
        Standing::Unknown => StatusCode::NOT_FOUND,
        Standing::Asks(_) | Standing::Done => StatusCode::OK,
    };
    let page = StopPage {
        f: visit.frame(Section::Elsewhere),
        standing,
    };
    page.f.respond_with(status, &page).map(private)
}
