//! What participants read: lists, meetings, groups, how to subscribe, and the feeds themselves.
//! All of it comes from the snapshot; no handler here asks the database.

mod feeds;
pub mod filter_bar;
mod groups;
mod join;
mod lists;
mod meeting;
mod neutral;
mod paging;
mod subscribe;
mod zone;

use super::page;
use actix_web::web;

pub use meeting::find;

/// The languages as the first part of an address.
pub const LANG: &str = "/{lang:ar|en|es|fr|ru|zh}";

pub fn routes(config: &mut web::ServiceConfig) {
    let path = |rest: &str| format!("{LANG}{rest}");
    config
        .service(page("/calendar.ics", feeds::calendar))
        .service(page("/groups/{slug:[a-z0-9-]+}.ics", feeds::group))
        .service(page("/meetings/{id:[0-9A-Fa-f-]+}.ics", feeds::meeting))
        .service(page(&path("/"), lists::upcoming))
        .service(page(&path("/past"), lists::past))
        .service(page(&path("/meetings/{id}"), meeting::show))
        .service(page(&path("/meetings/{id}/join"), join::show))
        .service(page(&path("/groups"), groups::index))
        .service(page(&path("/groups/{slug}"), groups::show))
        .service(page(&path("/groups/{slug}/next"), groups::next))
        .service(page("/groups/{slug}/next", groups::next))
        .service(page("/meetings/{id}/join", join::enter))
        .service(page(&path("/subscribe"), subscribe::show))
        .service(web::resource(path("/zone")).route(web::post().to(zone::choose)))
        .service(page(LANG, neutral::add_slash));
    for neutral in [
        "/",
        "/past",
        "/groups",
        "/groups/{slug}",
        "/subscribe",
        "/post",
        "/meetings/{id}",
    ] {
        config.service(page(neutral, neutral::redirect));
    }
}
