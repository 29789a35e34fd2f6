//! Posting a meeting: three pages, or more for one that is held several times, a check of the
//! answers, a confirmation; later, changing it and adding what came out of it. What was typed is
//! kept under a secret address from the first page on, so nothing is lost and no script is needed.

mod check;
mod dates_page;
mod edit;
mod flow;
mod form_page;
mod held_back;
mod lost;
mod mine;
mod next;
mod opened;
mod pages;
mod signs;

use super::{in_language, page};
use crate::domain::MeetingId;
use crate::domain::fields::{Context, Page};
use crate::web::drafts::DraftPage;
use crate::web::view::View;
use actix_web::web;
use std::fmt::Display;

pub fn routes(config: &mut web::ServiceConfig) {
    let of_draft = |page: &dyn Display| in_language(&format!("/post/{{token}}/{page}"));
    let form = format!("{{page:{}}}", Page::ALL.map(Page::as_str).join("|"));
    config
        .service(
            page(&in_language("/post"), form_page::begin)
                .route(web::post().to(form_page::save_first)),
        )
        .service(page(&of_draft(&DraftPage::Check), check::check))
        .service(web::resource(of_draft(&DraftPage::Send)).route(web::post().to(flow::send)))
        .service(page(&of_draft(&DraftPage::Sent), flow::sent))
        .service(page(&of_draft(&form), form_page::show).route(web::post().to(form_page::save)))
        .service(
            web::resource(in_language("/meetings/{id}/next")).route(web::post().to(next::begin)),
        )
        .service(page(&in_language("/edit/{key}"), edit::show).route(web::post().to(edit::begin)))
        .service(
            web::resource(in_language("/edit/{key}/take-back"))
                .route(web::post().to(edit::take_back)),
        )
        .service(web::resource(in_language("/edit/{key}/renew")).route(web::post().to(edit::renew)))
        .service(page(&in_language("/mine"), mine::list))
        .service(page(&in_language("/mine/{id}"), edit::show).route(web::post().to(edit::begin)))
        .service(
            web::resource(in_language("/mine/{id}/take-back"))
                .route(web::post().to(edit::take_back)),
        )
        .service(web::resource(in_language("/mine/{id}/renew")).route(web::post().to(edit::renew)))
        .service(page(&in_language("/lost"), lost::show).route(web::post().to(lost::ask)));
}

/// Parsing knows the present, the groups and topics of the calendar, and whether a meeting is changed.
fn with_context<T>(
    v: &View,
    meeting: Option<MeetingId>,
    work: impl FnOnce(&Context<'_>) -> T,
) -> T {
    work(&Context {
        now: v.now,
        is_edit: meeting.is_some(),
        find_group: &|slug| v.snapshot.known().group(slug),
        find_topic: &|slug| v.snapshot.known().topic(slug),
    })
}
