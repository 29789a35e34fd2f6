//! The feeds over HTTP: what is asked for, in one spelling, and how it is made.

use super::filter_bar::query_of;
use super::meeting::find;
use super::neutral::moved_on;
use crate::calendar::{Facet, Filter, Snapshot};
use crate::domain::Slug;
use crate::feeds::{Feed, FeedInfo, Past, PastError, listing, single};
use crate::web::answers::{Answer, Coding, Edition};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::late::{know_group, know_meeting};
use crate::web::problem::Problem;
use crate::web::request::{query_value, read_filter};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::Datelike;
use std::sync::Arc;

/// `/calendar.ics`
pub async fn calendar(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let past = match past_of(&request) {
        Ok(past) => past,
        Err(error) => return Ok(wrong_past(&request, &error)),
    };
    let snapshot = app.calendar.current();
    let filter = read_filter(&request, &snapshot);
    let asked = Asked {
        address: address("/calendar.ics", &filter, past),
        file: "igf-calendar".to_owned(),
    };
    let make = move |app: &App, snapshot: &Arc<Snapshot>, feed_url| {
        let info = FeedInfo {
            name: listing_name(&filter, snapshot),
            description: "Meetings of the Internet Governance Forum's community".to_owned(),
            feed_url,
            page_url: format!("{}/{}", app.base_url.as_str(), query_of(&filter)),
        };
        let stock = app.shelf.stock(snapshot);
        Some(listing(&info, &filter, past, app.clock.now(), &stock))
    };
    serve(&app, &request, (snapshot, asked), make).await
}

/// `/groups/{slug}.ics`
pub async fn group(
    app: web::Data<App>,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let past = match past_of(&request) {
        Ok(past) => past,
        Err(error) => return Ok(wrong_past(&request, &error)),
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
    let filter = read_filter(&request, &snapshot).with(Facet::Group, &[]);
    let asked = Asked {
        address: address(&format!("/groups/{slug}.ics"), &filter, past),
        file: slug.to_string(),
    };
    let make = move |app: &App, snapshot: &Arc<Snapshot>, feed_url| {
        let info = FeedInfo {
            name: format!("IGF: {}", group.name),
            description: format!("Meetings of {}", group.name),
            feed_url,
            page_url: format!("{}/groups/{slug}", app.base_url.as_str()),
        };
        let filter = filter.with(Facet::Group, &[&slug]);
        let stock = app.shelf.stock(snapshot);
        Some(listing(&info, &filter, past, app.clock.now(), &stock))
    };
    serve(&app, &request, (snapshot, asked), make).await
}

/// `/meetings/{id}.ics`
pub async fn meeting(
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    know_meeting(&app, &id).await;
    let snapshot = app.calendar.current();
    let id = find(&snapshot, &id)?.id;
    let asked = Asked {
        address: format!("/meetings/{id}.ics"),
        file: "igf-meeting".to_owned(),
    };
    let make = move |app: &App, snapshot: &Arc<Snapshot>, _| {
        let info = FeedInfo::of_meeting(&app.site, snapshot.meeting(id)?);
        single(&info, id, &app.shelf.stock(snapshot))
    };
    serve(&app, &request, (snapshot, asked), make).await
}

/// What somebody asked for.
struct Asked {
    /// Path and query in one spelling.
    address: String,
    /// The name under which it is stored, without its ending.
    file: String,
}

/// Sends a feed as it was made before, or has it made, for which it is told its own whole address.
async fn serve(
    app: &web::Data<App>,
    request: &HttpRequest,
    (snapshot, asked): (Arc<Snapshot>, Asked),
    make: impl FnOnce(&App, &Arc<Snapshot>, String) -> Option<Feed> + Send + 'static,
) -> Result<HttpResponse, WebError> {
    let edition = Edition {
        version: snapshot.version(),
        period: app.clock.now().date_naive().num_days_from_ce().into(),
    };
    let coding = Coding::taken_by(request.headers());
    let feed_url = format!("{}{}", app.base_url.as_str(), asked.address);
    let make = {
        let app = app.clone();
        move || make(&app, &snapshot, feed_url).map(|feed| answer(feed, &asked.file))
    };
    let kept = &app.answers;
    let (answer, source) = kept.get(&asked.address, edition, coding, make).await?;
    let response = answer.respond(request, coding);
    app.metrics.count_feed("ics", source, response.status());
    Ok(response)
}

/// Whoever asks within a minute, and whoever cannot reach the calendar for some days, may be given
/// what a cache has (RFC 5861).
const CACHING: &str = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";

fn answer(feed: Feed, file: &str) -> Answer {
    let modified = feed.last_modified();
    Answer::new(feed.into_bytes(), "text/calendar; charset=utf-8", modified)
        .with(
            header::CONTENT_DISPOSITION,
            &format!("inline; filename=\"{file}.ics\""),
        )
        .with(header::CACHE_CONTROL, CACHING)
        .open_to_all()
}

/// How far back the feed is asked to reach.
fn past_of(request: &HttpRequest) -> Result<Past, PastError> {
    query_value(request, "past").map_or(Ok(Past::default()), |text| text.parse())
}

fn wrong_past(request: &HttpRequest, error: &PastError) -> HttpResponse {
    let value = query_value(request, "past").unwrap_or_default();
    Problem::wrong_value("past", &value, &error.to_string()).respond()
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

/// The feed's own path and query in one spelling.
fn address(path: &str, filter: &Filter, past: Past) -> String {
    let mut query = query_of(filter);
    if past != Past::default() {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(&format!("past={past}"));
    }
    format!("{path}{query}")
}
