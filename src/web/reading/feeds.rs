//! The feeds over HTTP: entity tags, 304, gzip, and a file name that reads well.

use super::filter_bar::query_of;
use super::meeting::find;
use super::neutral::moved_on;
use crate::calendar::{Facet, Filter, Snapshot};
use crate::domain::Slug;
use crate::feeds::{Feed, FeedInfo, FeedKey, Past, PastError, listing, single};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::late::{know_group, know_meeting};
use crate::web::metrics::FeedSource;
use crate::web::request::{accepts_gzip, query_value, read_filter};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::Arc;

/// `/calendar.ics`
pub async fn calendar(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let past = match past_of(&request) {
        Ok(past) => past,
        Err(error) => return Ok(wrong_past(&error)),
    };
    let snapshot = app.calendar.current();
    let (feed, source) = kept(&app, &request, &snapshot, || {
        let filter = read_filter(&request, &snapshot);
        let info = FeedInfo {
            name: listing_name(&filter, &snapshot),
            description: "Meetings of the Internet Governance Forum's community".to_owned(),
            feed_url: address(&app, "/calendar.ics", &filter, past),
            page_url: format!("{}/{}", app.base_url.as_str(), query_of(&filter)),
        };
        let stock = app.shelf.stock(&snapshot);
        listing(&info, &filter, past, app.clock.now(), &stock)
    });
    Ok(respond(&app, &request, (&feed, source), "igf-calendar"))
}

/// `/groups/{slug}.ics`
pub async fn group(
    app: web::Data<App>,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let past = match past_of(&request) {
        Ok(past) => past,
        Err(error) => return Ok(wrong_past(&error)),
    };
    know_group(&app, &slug).await;
    let snapshot = app.calendar.current();
    let group = Slug::parse(&slug)
        .ok()
        .and_then(|slug| snapshot.group(&slug).cloned())
        .ok_or(WebError::NotFound)?;
    if group.slug.as_str() != slug.as_str() {
        return Ok(moved_on(&request, &format!("/groups/{}.ics", group.slug)));
    }
    let (feed, source) = kept(&app, &request, &snapshot, || {
        let filter = read_filter(&request, &snapshot).with(Facet::Group, &[]);
        let info = FeedInfo {
            name: format!("IGF: {}", group.name),
            description: format!("Meetings of {}", group.name),
            feed_url: address(&app, &format!("/groups/{slug}.ics"), &filter, past),
            page_url: format!("{}/groups/{slug}", app.base_url.as_str()),
        };
        let filter = filter.with(Facet::Group, &[&slug]);
        let stock = app.shelf.stock(&snapshot);
        listing(&info, &filter, past, app.clock.now(), &stock)
    });
    Ok(respond(&app, &request, (&feed, source), &slug))
}

/// `/meetings/{id}.ics`
pub async fn meeting(
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    know_meeting(&app, &id).await;
    let snapshot = app.calendar.current();
    let meeting = find(&snapshot, &id)?;
    let info = FeedInfo::of_meeting(&app.site, meeting);
    let stock = app.shelf.stock(&snapshot);
    let feed = single(&info, meeting.id, &stock).ok_or(WebError::NotFound)?;
    let feed = (&feed, FeedSource::Shelf);
    Ok(respond(&app, &request, feed, "igf-meeting"))
}

/// The feed of this very address as it was made before, or made now. The address is taken as it was
/// sent: putting it into one spelling first would cost more than a second copy.
fn kept(
    app: &App,
    request: &HttpRequest,
    snapshot: &Arc<Snapshot>,
    make: impl FnOnce() -> Feed,
) -> (Arc<Feed>, FeedSource) {
    let key = FeedKey {
        address: request.uri().to_string(),
        day: app.clock.now().date_naive(),
    };
    let mut source = FeedSource::Kept;
    let feed = app.feeds.get(snapshot, key, || {
        source = FeedSource::Made;
        make()
    });
    (feed, source)
}

fn respond(
    app: &App,
    request: &HttpRequest,
    (feed, source): (&Feed, FeedSource),
    file: &str,
) -> HttpResponse {
    let response = answer(request, feed, file);
    app.metrics.count_feed("ics", source, response.status());
    response
}

fn answer(request: &HttpRequest, feed: &Feed, file: &str) -> HttpResponse {
    let gzip = accepts_gzip(request);
    let etag = if gzip { feed.etag_gzip() } else { feed.etag() };
    let last_modified = feed
        .last_modified()
        .format("%a, %d %b %Y %H:%M:%S GMT")
        .to_string();
    let unchanged = is_unchanged(request, feed);
    let mut response = match unchanged {
        true => HttpResponse::NotModified(),
        false => HttpResponse::Ok(),
    };
    response
        .insert_header((header::ETAG, etag))
        .insert_header((header::LAST_MODIFIED, last_modified))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"));
    if unchanged {
        return response.finish();
    }
    response
        .content_type("text/calendar; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("inline; filename=\"{file}.ics\""),
        ));
    let bytes = match gzip {
        true => {
            response.insert_header((header::CONTENT_ENCODING, "gzip"));
            feed.gzip()
        }
        false => {
            // Keeps the compressing middleware from sending other bytes under this tag.
            response.insert_header((header::CONTENT_ENCODING, "identity"));
            feed.bytes()
        }
    };
    response.body(web::Bytes::from_owner(Arc::clone(bytes)))
}

/// Either of a feed's tags stands for the same content. If-Modified-Since is not answered with 304:
/// a meeting that leaves the feed's window changes its bytes without a newer date.
fn is_unchanged(request: &HttpRequest, feed: &Feed) -> bool {
    let Some(tags) = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
    else {
        return false;
    };
    let own = [feed.etag(), feed.etag_gzip()];
    tags.split(',')
        .map(|tag| tag.trim().trim_start_matches("W/"))
        .any(|tag| tag == "*" || own.iter().any(|own| own == tag))
}

/// How far back the feed is asked to reach.
fn past_of(request: &HttpRequest) -> Result<Past, PastError> {
    query_value(request, "past").map_or(Ok(Past::default()), |text| text.parse())
}

/// Feeds are read by machines, so what is wrong is said as RFC 9457 has it.
fn wrong_past(error: &PastError) -> HttpResponse {
    HttpResponse::BadRequest()
        .content_type("application/problem+json")
        .json(serde_json::json!({
            "title": "The parameter past cannot be read",
            "status": 400,
            "detail": error.to_string(),
        }))
}

fn listing_name(filter: &Filter, snapshot: &Snapshot) -> String {
    let names: Vec<&str> = filter
        .wanted(Facet::Group)
        .iter()
        .filter_map(|slug| snapshot.group(&Slug::parse(slug).ok()?))
        .map(|group| group.short_name())
        .chain(
            filter
                .wanted(Facet::Kind)
                .iter()
                .filter_map(|kind| crate::domain::GroupKind::from_name(kind))
                .map(|kind| kind.english()),
        )
        .collect();
    match names.is_empty() {
        true => "Common IGF calendar".to_owned(),
        false => format!("IGF: {}", names.join(", ")),
    }
}

/// The feed's own address in one spelling.
fn address(app: &App, path: &str, filter: &Filter, past: Past) -> String {
    let mut query = query_of(filter);
    if past != Past::default() {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(&format!("past={past}"));
    }
    format!("{}{path}{query}", app.base_url.as_str())
}
