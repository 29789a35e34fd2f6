//! The feeds over HTTP: what is asked for, in one spelling, and how it is made in each format.

use super::filter_bar::query_of;
use super::neutral::named_otherwise;
use super::propfind::{described, is_propfind, multistatus};
use crate::calendar::{Facet, Filter, Snapshot, group_called};
use crate::domain::MeetingId;
use crate::feeds::{
    Feed, FeedInfo, Past, PastError, Stock, atom, in_language, jscalendar, listing, of_date, single,
};
use crate::i18n::Language;
use crate::web::answers::{Answer, Coding, Edition};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::late::{know_group, know_meeting};
use crate::web::problem::Problem;
use crate::web::request::{query_value, read_filter};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::sync::Arc;

/// A form in which a listing is handed out; its name is the ending of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// `/calendar.ics`, `/calendar.json`, `/calendar.atom`
pub async fn calendar(
    app: web::Data<App>,
    request: HttpRequest,
    format: Format,
) -> Result<HttpResponse, WebError> {
    let (past, language) =
        match past_of(&request).and_then(|past| Ok((past, language_of(&request)?))) {
            Ok(asked) => asked,
            Err(problem) => return Ok(problem.respond()),
        };
    let snapshot = app.calendar.current();
    let filter = read_filter(&request, &snapshot);
    let path = format!("/calendar.{}", format.ending());
    let address = address(&path, &filter, past, language);
    let make = move |app: &App, snapshot: &Arc<Snapshot>, feed_url| {
        let page_url = format!("{}/{}", app.base_url.as_str(), query_of(&filter));
        let asked = (&filter, past);
        let info = FeedInfo::of_listing(language, asked, snapshot, (feed_url, page_url));
        let stock = app.shelf.stock(snapshot);
        Some(format.listing(&info, (&filter, past), app.clock.now(), &stock))
    };
    serve(&app, &request, (snapshot, address, format), make).await
}

/// `/groups/{slug}.ics`, `/groups/{slug}.json`, `/groups/{slug}.atom`
pub async fn group(
    app: web::Data<App>,
    request: HttpRequest,
    slug: web::Path<String>,
    format: Format,
) -> Result<HttpResponse, WebError> {
    let (past, language) =
        match past_of(&request).and_then(|past| Ok((past, language_of(&request)?))) {
            Ok(asked) => asked,
            Err(problem) => return Ok(problem.respond()),
        };
    know_group(&app, &slug).await;
    let snapshot = app.calendar.current();
    let group = group_called(&slug, &snapshot).ok_or(WebError::NotFound)?;
    if group.slug.as_str() != slug.as_str() {
        let there = format!("/groups/{}.{}", group.slug, format.ending());
        return Ok(named_otherwise(&request, &slug, &there));
    }
    let group = Arc::clone(group);
    let filter = read_filter(&request, &snapshot).with(Facet::Group, &[]);
    let path = format!("/groups/{slug}.{}", format.ending());
    let address = address(&path, &filter, past, language);
    let make = move |app: &App, snapshot: &Arc<Snapshot>, feed_url| {
        let page_url = format!("{}/groups/{slug}", app.base_url.as_str());
        let asked = (&filter, past);
        let info = FeedInfo::of_group(language, &group, asked, snapshot, (feed_url, page_url));
        let filter = filter.with(Facet::Group, &[&slug]);
        let stock = app.shelf.stock(snapshot);
        Some(format.listing(&info, (&filter, past), app.clock.now(), &stock))
    };
    serve(&app, &request, (snapshot, address, format), make).await
}

/// `/meetings/{id}.ics`, `/meetings/{id}.json`, and of the first with `?on=2018-04-10` one date of a series.
pub async fn meeting(
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    format: Format,
) -> Result<HttpResponse, WebError> {
    let language = match language_of(&request) {
        Ok(language) => language,
        Err(problem) => return Ok(problem.respond()),
    };
    know_meeting(&app, &id).await;
    let snapshot = app.calendar.current();
    let id = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    let on = query_value(&request, "on").and_then(|on| on.trim().parse().ok());
    let query = on.map_or_else(String::new, |date: NaiveDate| format!("?on={date}"));
    let address = in_language(
        format!("/meetings/{id}.{}{query}", format.ending()),
        language,
    );
    let is_on = snapshot.meeting(id).is_some();
    let was_on = snapshot.was_taken_off(id);
    let asked_of = Arc::clone(&snapshot);
    let make = move |app: &App, snapshot: &Arc<Snapshot>, feed_url| {
        let info = info_of(app, snapshot, (id, on), language, feed_url)?;
        let stock = app.shelf.stock(snapshot);
        match (format, on) {
            (Format::Json, _) => jscalendar::single(&info, id, &stock),
            (_, Some(date)) => of_date(&info, id, date, &stock),
            (_, None) => single(&info, id, &stock),
        }
    };
    match (
        serve(&app, &request, (snapshot, address, format), make).await,
        on,
    ) {
        // What was taken off is told for so long, and then it is gone for good.
        (Err(WebError::NotFound), _) if was_on => Err(WebError::Gone),
        (Err(WebError::NotFound), Some(date)) if is_on => {
            if app.shelf.stock(&asked_of).was_held_on(id, date) {
                return Err(WebError::Gone);
            }
            let right = "nothing is held on that day of its series.";
            Ok(Problem::wrong_value("on", &date.to_string(), right).respond())
        }
        (answer, _) => answer,
    }
}

/// What the feed of a meeting says of itself; of one that was taken off lately by the name of its
/// group, because its title may be what it was taken off for.
fn info_of(
    app: &App,
    snapshot: &Snapshot,
    (id, on): (MeetingId, Option<NaiveDate>),
    language: Language,
    feed_url: String,
) -> Option<FeedInfo> {
    if let Some(meeting) = snapshot.meeting(id) {
        return Some(FeedInfo {
            feed_url,
            ..FeedInfo::of_meeting(language, &app.site, meeting, on)
        });
    }
    let last = &snapshot.departed_meeting(id)?.last;
    let group = snapshot.group(&last.details.said.group)?;
    let asked = (&Filter::default(), Past::default());
    let addresses = (feed_url, app.site.page(id));
    Some(FeedInfo::of_group(
        language, group, asked, snapshot, addresses,
    ))
}

/// Sends a feed as it was made before, or has it made, for which it is told its own whole address; to
/// PROPFIND, what can be said of it. `address` is its path and query in one spelling.
async fn serve(
    app: &web::Data<App>,
    request: &HttpRequest,
    (snapshot, address, format): (Arc<Snapshot>, String, Format),
    make: impl FnOnce(&App, &Arc<Snapshot>, String) -> Option<Feed> + Send + 'static,
) -> Result<HttpResponse, WebError> {
    let edition = Edition {
        version: snapshot.version(),
        period: app.clock.now().date_naive().num_days_from_ce().into(),
    };
    let feed_url = format!("{}{address}", app.base_url.as_str());
    let feed = {
        let app = app.clone();
        move || make(&app, &snapshot, feed_url)
    };
    let kept = &app.answers;
    if is_propfind(request) {
        let key = format!("PROPFIND {address}");
        let describe = move || {
            let feed = feed()?;
            let (name, modified) = (feed.name().to_owned(), feed.last_modified());
            Some(described(
                &address,
                &name,
                modified,
                answer(feed, format).tag(),
            ))
        };
        let (answer, _) = kept.get(&key, edition, Coding::Plain, describe).await?;
        return Ok(multistatus(answer.respond(request, Coding::Plain)));
    }
    let coding = Coding::taken_by(request.headers());
    let make = move || feed().map(|feed| answer(feed, format));
    let (answer, source) = kept.get(&address, edition, coding, make).await?;
    let response = answer.respond(request, coding);
    let ending = format.ending();
    app.metrics.count_feed(ending, source, response.status());
    Ok(response)
}

/// Whoever asks within a minute, and whoever cannot reach the calendar for some days, may be given
/// what a cache has (RFC 5861).
const CACHING: &str = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";

fn answer(feed: Feed, format: Format) -> Answer {
    let disposition = feed.file().disposition(format.ending());
    let modified = feed.last_modified();
    Answer::new(feed.into_bytes(), format.media_type(), modified)
        .with(header::CONTENT_DISPOSITION, &disposition)
        .with(header::CACHE_CONTROL, CACHING)
        .open_to_all()
}

/// How far back the feed is asked to reach.
fn past_of(request: &HttpRequest) -> Result<Past, Problem> {
    let asked = query_value(request, "past").filter(|asked| !asked.trim().is_empty());
    asked.map_or(Ok(Past::default()), |asked| {
        let wrong = |error: PastError| Problem::wrong_value("past", &asked, &error.to_string());
        asked.parse().map_err(wrong)
    })
}

/// The language that our words are asked for in; English, if none is named.
fn language_of(request: &HttpRequest) -> Result<Language, Problem> {
    let asked = query_value(request, "lang").unwrap_or_default();
    let language = match asked.is_empty() {
        true => Some(Language::default()),
        false => Language::from_code(&asked),
    };
    let codes = Language::ALL.map(Language::code).join(", ");
    language.ok_or_else(|| Problem::wrong_value("lang", &asked, &format!("write one of {codes}.")))
}

/// The feed's own path and query in one spelling.
fn address(path: &str, filter: &Filter, past: Past, language: Language) -> String {
    let mut query = query_of(filter);
    if past != Past::default() {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(&format!("past={past}"));
    }
    in_language(format!("{path}{query}"), language)
}
