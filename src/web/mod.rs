//! HTTP: addresses, pages, forms and feeds over actix-web. The only floor that knows of requests,
//! HTML and the reader's language; it decides nothing about meetings.

mod account;
mod allowance;
mod answers;
mod api;
mod app;
mod assets;
mod cookies;
mod cors;
mod dav;
mod desk;
mod drafts;
mod error;
mod fields;
mod frame;
mod gate;
mod health;
mod late;
mod log_mark;
mod mail_stop;
mod metrics;
mod middleware;
mod posting;
mod problem;
mod reading;
mod request;
mod security_txt;
mod session;
mod sign_in;
mod view;
mod visit;

pub use app::App;
pub use middleware::ahead::{Ahead, EmptyLines};
pub use middleware::slices::SLICE;
pub use request::allowance_of;

use crate::i18n::Language;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::guard::{Any, Get, Head};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{Resource, web};
use std::sync::Arc;

/// The whole service on one shared [`App`].
pub fn service(
    app: Arc<App>,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    actix_web::App::new()
        .app_data(web::PayloadConfig::new(app.form_bytes))
        .app_data(web::Data::from(app))
        .wrap(Compress::default())
        .wrap(from_fn(middleware::away::refuse_without_calendar))
        .wrap(from_fn(middleware::csrf::refuse_cross_site_writes))
        .wrap(from_fn(middleware::encoding::refuse_encoded_bodies))
        .wrap(from_fn(middleware::error_pages::put_into_words))
        .wrap(from_fn(middleware::headers::harden))
        .wrap(from_fn(middleware::log::log_request))
        .wrap(from_fn(middleware::closing::say_that_it_closes))
        .wrap(from_fn(middleware::target::put_in_origin_form))
        .wrap(from_fn(middleware::unread::end_connection))
        .wrap(from_fn(middleware::slices::cut))
        .wrap(from_fn(middleware::ahead::take_up))
        // Addresses are tried one after the other: what is asked for most comes first.
        .configure(dav::front)
        .configure(reading::routes)
        .configure(health::routes)
        .configure(security_txt::routes)
        .configure(assets::routes)
        .configure(mail_stop::routes)
        .configure(dav::routes)
        .configure(desk::routes)
        .configure(sign_in::routes)
        .configure(account::routes)
        .configure(posting::routes)
        .configure(api::routes)
}

/// The pattern of an address that begins with one of the languages, for `rest` behind it.
fn in_language(rest: &str) -> String {
    let codes = Language::ALL.map(Language::code).join("|");
    format!("/{{lang:{codes}}}{rest}")
}

/// A page: GET, and HEAD for the calendar apps and checkers that ask so.
fn page<F, Args>(path: &str, handler: F) -> Resource
where
    F: actix_web::Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: actix_web::Responder + 'static,
{
    web::resource(path).route(web::route().guard(Any(Get()).or(Head())).to(handler))
}
