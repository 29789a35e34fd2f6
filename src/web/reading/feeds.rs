//! The feeds over HTTP: what is asked for, in one spelling, and how it is made in each format.

use super::filter_bar::query_of;
use super::meeting::find;
use super::neutral::moved_on;
use crate::calendar::{Facet, Filter, Snapshot};
use crate::domain::Slug;
use crate::feeds::{Feed, FeedInfo, Past, PastError, Stock, atom, jscalendar, listing, single};
use crate::web::answers::{Answer, Coding, Edition};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::late::{know_group, know_meeting};
use crate::web::problem::Problem;
use crate::web::request::{query_value, read_filter};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Datelike, Utc};
use std::sync::Arc;

/// A form in which a listing is handed out; its name is the ending of the address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// iCalendar (RFC 5545).
    Ics,
    /// JSCalendar (RFC 8984).
    Json,
    /// Atom (RFC 4287): what was published and changed lately.
    Atom,
}

impl Format {
    /// The ending of its addresses and files.
    fn ending(self) -> &'static str {
        match self {
            Self::Ics => "ics",
            Self::Json => "json",
            Self::Atom => "atom",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Ics => "text/calendar; charset=utf-8",
            Self::Json => "application/jscalendar+json;type=group",
            Self::Atom => "application/atom+xml; charset=utf-8",
        }
    }

    /// How far back it is asked to reach. What changed lately is told however long ago it was held.
    fn past(self, request: &HttpRequest) -> Result<Past, Problem> {
        let Some(typed) = query_value(request, "past") else {
            return Ok(Past::default());
        };
        if self == Self::Atom {
            return Err(Problem::unknown_parameter("past", &FILTERS));
        }
        let past: Result<Past, PastError> = typed.parse();
        past.map_err(|error| Problem::wrong_value("past", &typed, &error.to_string()))
    }

    fn listing(
        self,
        info: &FeedInfo,
        (filter, past): (&Filter, Past),
        now: DateTime<Utc>,
        stock: &Stock,
    ) -> Feed {
        match self {
            Self::Ics => listing(info, filter, past, now, stock),
            Self::Json => jscalendar::listing(info, filter, past, now, stock),
            Self::Atom => atom(info, filter, stock),
        }
    }
}

/// What every listing takes.
const FILTERS: [&str; 8] = [
    "kind", "group", "topic", "region", "mode", "language", "recording", "q",
];

/// `/calendar.ics`
pub async fn calendar(
    app: web::Data<App>,
    request: HttpRequest,
    format: Format,
) -> Result<HttpResponse, WebError> {
    let past = match format.past(&request) {
        Ok(past) => past,
        Err(problem) => return Ok(problem.respond()),
    };
    let snapshot = app.calendar.current();
    let filter = read_filter(&request, &snapshot);
    let asked = Asked {
        address: address(&format!("/calendar.{}", format.ending()), &filter, past),
        file: "igf-calendar".to_owned(),
        format,
    };
    let make = move |app: &App, snapshot: &Arc<Snapshot>, feed_url| {
        let info = FeedInfo {
            name: listing_name(&filter, snapshot),
            description: "Meetings of the Internet Governance Forum's community".to_owned(),
            feed_url,
            page_url: format!("{}/{}", app.base_url.as_str(), query_of(&filter)),
        };
        let stock = app.shelf.stock(snapshot);
        Some(format.listing(&info, (&filter, past), app.clock.now(), &stock))
    };
    serve(&app, &request, (snapshot, asked), make).await
}

/// `/groups/{slug}.ics`
pub async fn group(
    app: web::Data<App>,
    request: HttpRequest,
    slug: web::Path<String>,
    format: Format,
) -> Result<HttpResponse, WebError> {
    let past = match format.past(&request) {
        Ok(past) => past,
        Err(problem) => return Ok(problem.respond()),
    };
    know_group(&app, &slug).await;
    let snapshot = app.calendar.current();
    let group = Slug::parse(&slug)
        .ok()
        .and_then(|slug| snapshot.group(&slug).cloned())
        .ok_or(WebError::NotFound)?;
    if group.slug.as_str() != slug.as_str() {
        let path = format!("/groups/{}.{}", group.slug, format.ending());
        return Ok(moved_on(&request, &path));
    }
    let filter = read_filter(&request, &snapshot).with(Facet::Group, &[]);
    let asked = Asked {
        address: address(&format!("/groups/{slug}.{}", format.ending()), &filter, past),
        file: slug.to_string(),
        format,
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
        Some(format.listing(&info, (&filter, past), app.clock.now(), &stock))
    };
    serve(&app, &request, (snapshot, asked), make).await
}

/// `/meetings/{id}.ics`
pub async fn meeting(
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    format: Format,
) -> Result<HttpResponse, WebError> {
    know_meeting(&app, &id).await;
    let snapshot = app.calendar.current();
    let id = find(&snapshot, &id)?.id;
    let asked = Asked {
        address: format!("/meetings/{id}.{}", format.ending()),
        file: "igf-meeting".to_owned(),
        format,
    };
    let make = move |app: &App, snapshot: &Arc<Snapshot>, feed_url| {
        let meeting = snapshot.meeting(id)?;
        let info = FeedInfo {
            feed_url,
            ..FeedInfo::of_meeting(&app.site, meeting)
        };
        let stock = app.shelf.stock(snapshot);
        match format {
            Format::Json => jscalendar::single(&info, meeting, &stock),
            Format::Ics | Format::Atom => single(&info, id, &stock),
        }
    };
    serve(&app, &request, (snapshot, asked), make).await
}

/// What somebody asked for.
struct Asked {
    /// Path and query in one spelling.
    address: String,
    /// The name under which it is stored, without its ending.
    file: String,
    format: Format,
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
    let format = asked.format;
    let make = {
        let app = app.clone();
        move || make(&app, &snapshot, feed_url).map(|feed| answer(feed, &asked.file, format))
    };
    let kept = &app.answers;
    let (answer, source) = kept.get(&asked.address, edition, coding, make).await?;
    let response = answer.respond(request, coding);
    let ending = format.ending();
    app.metrics.count_feed(ending, source, response.status());
    Ok(response)
}

/// Whoever asks within a minute, and whoever cannot reach the calendar for some days, may be given
/// what a cache has (RFC 5861).
const CACHING: &str = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";

fn answer(feed: Feed, file: &str, format: Format) -> Answer {
    let modified = feed.last_modified();
    let ending = format.ending();
    Answer::new(feed.into_bytes(), format.media_type(), modified)
        .with(
            header::CONTENT_DISPOSITION,
            &format!("inline; filename=\"{file}.{ending}\""),
        )
        .with(header::CACHE_CONTROL, CACHING)
        .open_to_all()
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
