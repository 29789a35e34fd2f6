//! CalDAV, to be read by calendar programs and by nobody to be written (RFC 4791 over RFC 4918):
//! one calendar for all meetings, one for each group, and one for each filter. There is no account
//! and no password; whoever asks is the same reader. Which objects a calendar holds and how they are
//! written is a matter of `feeds`.

mod answer;
mod calendar;
mod error;
mod get;
mod headers;
mod lookup;
mod members;
mod method;
mod patch;
mod property;
mod propfind;
mod report;
mod resource;
mod shown;
mod token;
mod wanted;
mod xml;

use actix_web::{guard, web};
use method::PROPFIND;

/// The longest body that is read, in bytes: some programs ask for each object of a calendar at once.
const BODY: usize = 1024 * 1024;

/// The front page for programs that are given no more than the server's address; it has to be asked
/// before the one for people, which takes no such method.
pub fn front(config: &mut web::ServiceConfig) {
    let is_propfind = guard::fn_guard(|context| context.head().method.as_str() == PROPFIND);
    let front = web::resource("/").guard(is_propfind);
    config.service(front.route(web::route().to(method::lead_in)));
}

/// The addresses below `/dav/`, and the one where programs look first (RFC 6764, section 5).
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/.well-known/caldav").route(web::route().to(method::lead_in)))
        .service(web::resource("/dav").route(web::route().to(method::lead_in)))
        .service(
            web::resource("/dav/{path:.*}")
                .app_data(web::PayloadConfig::new(BODY))
                .route(web::route().to(method::answer)),
        );
}
