//! What participants read: lists, meetings, groups, how to subscribe, and the feeds themselves.
//! All of it comes from the snapshot; no handler here asks the database.

mod asked;
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
use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::{FromRequest, Handler, Resource, Responder, web};
use asked::{Other, Takes};
use feeds::Format::{Atom, Ics, Json};

pub use meeting::find;

pub fn routes(config: &mut web::ServiceConfig) {
    feed_routes(config);
    let list = |path, others| (in_language(path), Takes::list(others));
    let page_of = |path, others| (in_language(path), Takes::page(others));
    config
        .service(taking(list("/", &[Other::Page]), lists::upcoming))
        .service(taking(
            list("/past", &[Other::Page, Other::Year]),
            lists::past,
        ))
        .service(taking(
            page_of("/meetings/{id}", &[Other::On]),
            meeting::show,
        ))
        .service(taking(
            page_of("/meetings/{id}/join", &[Other::On, Other::Stay]),
            join::show,
        ))
        .service(taking(page_of("/groups", &[]), groups::index))
        .service(taking(page_of("/groups/{slug}", &[]), groups::show))
        .service(page(&in_language("/groups/{slug}/next"), groups::next))
        .service(page("/groups/{slug}/next", groups::next))
        .service(page("/meetings/{id}/join", join::enter))
        .service(taking(list("/subscribe", &[]), subscribe::show))
        .service(taking(page_of("/privacy", &[]), privacy::show))
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

fn feed_routes(config: &mut web::ServiceConfig) {
    let calendar = |format| move |app, request| feeds::calendar(app, request, format);
    let group = |format| move |app, request, slug| feeds::group(app, request, slug, format);
    let meeting = |format| move |app, request, id| feeds::meeting(app, request, id, format);
    let (of_all, of_group) = (Takes::feed(FEED), Takes::group_feed(FEED));
    let (news, group_news) = (Takes::feed(NEWS), Takes::group_feed(NEWS));
    config
        .service(feed("/calendar.ics", of_all, calendar(Ics)))
        .service(feed("/groups/{slug:[^/]+}.ics", of_group, group(Ics)))
        .service(feed(
            "/meetings/{id:[0-9A-Fa-f-]+}.ics",
            Takes::lone_feed(LONE_FEED),
            meeting(Ics),
        ))
        .service(shared("/calendar.json", of_all, calendar(Json)))
        .service(shared("/groups/{slug:[^/]+}.json", of_group, group(Json)))
        .service(shared(
            "/meetings/{id:[0-9A-Fa-f-]+}.json",
            Takes::lone_feed(FEED),
            meeting(Json),
        ))
        .service(shared("/calendar.atom", news, calendar(Atom)))
        .service(shared("/groups/{slug:[^/]+}.atom", group_news, group(Atom)));
}

/// What feeds take beside a filter.
const FEED: &[Other] = &[Other::Past, Other::Lang];

/// What a feed of changes takes: it tells of them however long ago a meeting was held.
const NEWS: &[Other] = &[Other::Lang];

/// What the feed of one meeting takes. It holds all of it, however far back one asks.
const LONE_FEED: &[Other] = &[Other::On, Other::Past, Other::Lang];

/// A page that refuses what it does not take.
fn taking<F, Args>((path, takes): (String, Takes), handler: F) -> Resource<impl ResourceFactory>
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    refusing(page(&path, handler), takes)
}

/// A feed that refuses what it does not take, is read from anywhere and tells programs its name.
fn feed<F, Args>(path: &str, takes: Takes, handler: F) -> Resource<impl ResourceFactory>
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let read = page(path, handler.clone());
    let named = read.route(web::method(propfind::propfind()).to(handler));
    refusing(cors::telling(named, propfind::METHODS), takes)
}

/// The same in a format of which no program asks the name first.
fn shared<F, Args>(path: &str, takes: Takes, handler: F) -> Resource<impl ResourceFactory>
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    refusing(cors::telling(page(path, handler), cors::READ), takes)
}

/// A resource that refuses what it does not take beside its path.
fn refusing(resource: Resource, takes: Takes) -> Resource<impl ResourceFactory> {
    resource.wrap(from_fn(
        move |request: ServiceRequest, next: Next<BoxBody>| {
            asked::refuse_others(takes, request, next)
        },
    ))
}

/// What makes the services of a resource.
trait ResourceFactory:
    ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse,
        Error = actix_web::Error,
        InitError = (),
    >
{
}

impl<T> ResourceFactory for T where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse,
            Error = actix_web::Error,
            InitError = (),
        >
{
}
