//! CalDAV, to be read by calendar programs and by nobody to be written (RFC 4791 over RFC 4918):
//! one calendar for all meetings, one for each group, and one for each filter. There is no account
//! and no password; whoever asks is the same reader. Which objects a calendar holds and how they are
//! written is a matter of `feeds`.

mod answer;
mod calendar;
mod error;
mod get;
mod headers;
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

use actix_web::web;
use method::PROPFIND;

pub use token::Verified;

/// The longest body that is read, in bytes: a thousand addresses and more.
const BODY: usize = 256 * 1024;

/// The addresses below `/dav/`, and those from which programs find it.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/.well-known/caldav").route(web::route().to(method::lead_in)))
        .service(
            web::resource("/")
                .guard(actix_web::guard::fn_guard(|context| {
                    context.head().method.as_str() == PROPFIND
                }))
                .route(web::route().to(method::lead_in)),
        )
        .service(web::resource("/dav").route(web::route().to(method::lead_in)))
        .service(
            web::resource("/dav/{path:.*}")
                .app_data(web::PayloadConfig::new(BODY))
                .route(web::route().to(method::answer)),
        );
}
