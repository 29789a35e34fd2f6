//! What somebody who is signed in has of their own: the second factor, and the page of their account.

mod change;
mod codes;
mod factor;
mod new_authenticator;
mod new_passkey;
mod options;
mod own;

use super::{in_language, page};
use actix_web::web;

pub fn routes(config: &mut web::ServiceConfig) {
    let post = |path: &str| web::resource(path.to_owned());
    config
        .service(page("/desk/factor", factor::show))
        .service(post("/desk/factor/code").route(web::post().to(factor::code)))
        .service(post("/desk/factor/passkey").route(web::post().to(factor::passkey)))
        .service(post("/desk/factor/ask").route(web::post().to(new_passkey::ask)))
        .service(
            page("/desk/factor/new", new_passkey::show).route(web::post().to(new_passkey::add)),
        )
        .service(
            page("/desk/factor/authenticator", new_authenticator::show)
                .route(web::post().to(new_authenticator::begin)),
        )
        .service(
            post("/desk/factor/authenticator/confirm")
                .route(web::post().to(new_authenticator::confirm)),
        )
        .service(page(&in_language("/account"), own::show))
        .service(post(&in_language("/account/name")).route(web::post().to(change::rename)))
        .service(post(&in_language("/account/sessions")).route(web::post().to(change::end)))
        .service(
            post(&in_language("/account/passkeys")).route(web::post().to(change::remove_passkey)),
        )
        .service(
            post(&in_language("/account/authenticator"))
                .route(web::post().to(change::remove_authenticator)),
        )
        .service(post(&in_language("/account/recovery")).route(web::post().to(change::renew)));
}
