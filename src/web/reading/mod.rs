//! What participants read: lists, meetings, groups, how to subscribe, and the feeds themselves.
//! All of it comes from the snapshot; no handler here asks the database.

mod feeds;
pub mod filter_bar;
mod groups;
mod join;
mod lists;
mod meeting;
mod neutral;
pub mod paging;
mod privacy;
mod propfind;
mod subscribe;
mod zone;

use super::{cors, in_language, page};
use actix_web::http::Method;
use actix_web::{FromRequest, Handler, Resource, Responder, web};

pub use meeting::find;

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(feed("/calendar.ics", feeds::calendar))
        .service(feed("/groups/{slug:[a-z0-9-]+}.ics", feeds::group))
        .service(feed("/meetings/{id:[0-9A-Fa-f-]+}.ics", feeds::meeting))
        .service(page(&in_language("/"), lists::upcoming))
        .service(page(&in_language("/past"), lists::past))
        .service(page(&in_language("/meetings/{id}"), meeting::show))
        .service(page(&in_language("/meetings/{id}/join"), join::show))
        .service(page(&in_language("/groups"), groups::index))
        .service(page(&in_language("/groups/{slug}"), groups::show))
        .service(page(&in_language("/groups/{slug}/next"), groups::next))
        .service(page("/groups/{slug}/next", groups::next))
        .service(page("/meetings/{id}/join", join::enter))
        .service(page(&in_language("/subscribe"), subscribe::show))
        .service(page(&in_language("/privacy"), privacy::show))
        .service(web::resource(in_language("/zone")).route(web::post().to(zone::choose)))
        .service(page(&in_language(""), neutral::add_slash));
    for neutral in [
        "/",
        "/past",
        "/groups",
        "/groups/{slug}",
        "/subscribe",
        "/privacy",
        "/post",
        "/meetings/{id}",
    ] {
        config.service(page(neutral, neutral::redirect));
    }
}

/// A feed, which is read from anywhere and tells programs its name.
fn feed<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    open(page(path, handler.clone())).route(web::method(propfind::propfind()).to(handler))
}

/// What any page on the web may read: browsers ask first.
fn open(resource: Resource) -> Resource {
    resource.route(web::method(Method::OPTIONS).to(cors::options))
}
