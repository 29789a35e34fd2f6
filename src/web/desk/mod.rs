//! The secretariat's pages: getting in once by a one-time address, the queue, and the decision on
//! one entry. Every handler but the way in asks who is there; most take a
//! `Secretary`, and those that take what was written keep it for whoever is in no longer.

mod at_once;
mod audit;
mod coordinators;
mod enter;
mod lists;
mod mail;
mod personal;
mod queue;
mod renew;
mod review;
mod rush;
mod unreadable;
mod withdraw;

use super::page;
use actix_web::web;

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(page("/desk", queue::show))
        .service(web::resource("/desk/bulk").route(web::post().to(queue::decide_many)))
        .service(web::resource("/desk/undo").route(web::post().to(queue::undo)))
        .service(web::resource("/desk/keys").route(web::post().to(queue::switch_keys)))
        .service(page("/desk/enter/{token}", enter::show).route(web::post().to(enter::enter)))
        .service(web::resource("/desk/leave").route(web::post().to(enter::leave)))
        .service(page("/desk/audit", audit::list))
        .service(page("/desk/audit.csv", audit::csv))
        .service(page("/desk/audit.json", audit::json))
        .service(page("/desk/at-once", at_once::list))
        .service(web::resource("/desk/revisions/{id}/keep").route(web::post().to(at_once::keep)))
        .service(
            web::resource("/desk/revisions/{id}/revert").route(web::post().to(at_once::revert)),
        )
        .service(
            page("/desk/groups/{slug}/people", coordinators::show)
                .route(web::post().to(coordinators::add)),
        )
        .service(
            web::resource("/desk/groups/{slug}/people/remove")
                .route(web::post().to(coordinators::remove)),
        )
        .service(
            web::resource("/desk/groups/{slug}/trust").route(web::post().to(coordinators::trust)),
        )
        .service(page("/desk/mail", mail::list))
        .service(page("/desk/mail/{id}", mail::show))
        .service(page("/desk/personal", personal::show))
        .service(web::resource("/desk/personal/export").route(web::post().to(personal::export)))
        .service(web::resource("/desk/personal/erase").route(web::post().to(personal::erase)))
        .service(page("/desk/meetings/{id}", review::show))
        .service(web::resource("/desk/meetings/{id}/renew").route(web::post().to(renew::renew)))
        .service(web::resource("/desk/meetings/{id}/edit").route(web::post().to(review::begin)))
        .service(web::resource("/desk/meetings/{id}/claim").route(web::post().to(review::claim)))
        .service(web::resource("/desk/meetings/{id}/notes").route(web::post().to(review::note)))
        .service(
            web::resource("/desk/meetings/{id}/withdraw").route(web::post().to(withdraw::withdraw)),
        )
        .service(page("/desk/kept", review::back))
        .service(
            page("/desk/revisions/{id}/decide", review::decision)
                .route(web::post().to(review::decide)),
        )
        .service(
            page("/desk/revisions/{id}/edit", review::edit).route(web::post().to(review::approve)),
        )
        .configure(lists::routes);
}
