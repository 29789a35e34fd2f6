//! The list by day of what is coming, and of what is past.

use super::filter_bar::FilterBar;
use super::paging::Paging;
use crate::calendar::{Facet, PublishedOccurrence, Snapshot};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::request::{Reader, query_value, read_filter};
use crate::web::view::entry::{Day, Entry, by_day};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::Datelike;

#[derive(Template)]
#[template(path = "reading/upcoming.html")]
struct UpcomingPage {
    f: Frame,
    bar: FilterBar,
    days: Vec<Day>,
    /// Meetings whose date is to be confirmed.
    vague: Vec<Entry>,
    total: usize,
    paging: Paging,
    /// Whether there is nothing on the calendar at all.
    empty: bool,
}

#[derive(Template)]
#[template(path = "reading/past.html")]
struct PastPage {
    f: Frame,
    bar: FilterBar,
    days: Vec<Day>,
    vague: Vec<Entry>,
    total: usize,
    paging: Paging,
    year: i32,
    /// Filter and year, for the links to other pages.
    year_query: String,
    /// Years that have meetings, newest first, with how many.
    years: Vec<(i32, usize)>,
}

type Occurrences<'a> = Vec<&'a PublishedOccurrence>;

/// `/{lang}/`
pub async fn upcoming(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, WebError> {
    let filter = read_filter(&request);
    let snapshot = app.calendar.current();
    let now = app.clock.now();
    let f = Frame::new(&app, &reader, &request, "upcoming");
    let bar = FilterBar::of(f.w, &filter, &snapshot, |group| {
        snapshot.coming_of(&group.slug, now).next().is_some()
    });
    let chosen: Occurrences = snapshot
        .coming(now)
        .filter(|one| filter.lets_through(one.said(), &snapshot))
        .collect();
    let (dated, vague) = split(&chosen);
    let (piece, paging) = Paging::cut(&dated, number(&request, "page").unwrap_or(1));
    let today = reader.zone.local(now).date_naive();
    let page = UpcomingPage {
        bar,
        days: by_day(
            f.w,
            piece.iter().copied(),
            &snapshot,
            &reader.zone,
            now,
            Some(today),
        ),
        vague: entries(&f, &vague, &snapshot, &reader, now),
        total: chosen.len(),
        paging,
        empty: snapshot.meetings().is_empty(),
        f,
    };
    page.f.respond(&page)
}

/// `/{lang}/past`
pub async fn past(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, WebError> {
    let filter = read_filter(&request);
    let snapshot = app.calendar.current();
    let now = app.clock.now();
    let f = Frame::new(&app, &reader, &request, "past");
    let mut bar = FilterBar::of(f.w, &filter, &snapshot, |group| {
        snapshot.past_of(&group.slug, now).next().is_some()
    });
    let years = snapshot.past_years(&filter, now);
    let year = number(&request, "year")
        .filter(|asked| years.iter().any(|(year, _)| year == asked))
        .or(years.first().map(|(year, _)| *year))
        .unwrap_or_else(|| now.year());
    let chosen: Occurrences = snapshot
        .past_in(year, now)
        .filter(|one| filter.lets_through(one.said(), &snapshot))
        .collect();
    let (dated, vague) = split(&chosen);
    let (piece, paging) = Paging::cut(&dated, number(&request, "page").unwrap_or(1));
    let mut days = by_day(
        f.w,
        piece.iter().copied(),
        &snapshot,
        &reader.zone,
        now,
        None,
    );
    days.reverse();
    bar.recording = Some(filter.wants(Facet::Recording, Facet::YES));
    let page = PastPage {
        year_query: match bar.query.as_str() {
            "" => format!("?year={year}"),
            query => format!("{query}&year={year}"),
        },
        bar,
        days,
        vague: entries(&f, &vague, &snapshot, &reader, now),
        total: chosen.len(),
        paging,
        year,
        years,
        f,
    };
    page.f.respond(&page)
}

/// Those with a date, and those without.
fn split<'a>(listed: &[&'a PublishedOccurrence]) -> (Occurrences<'a>, Occurrences<'a>) {
    listed
        .iter()
        .copied()
        .partition(|one| one.times().has_date())
}

fn entries(
    f: &Frame,
    listed: &[&PublishedOccurrence],
    snapshot: &Snapshot,
    reader: &Reader,
    now: chrono::DateTime<chrono::Utc>,
) -> Vec<Entry> {
    listed
        .iter()
        .map(|one| Entry::of(f.w, one, snapshot, &reader.zone, now))
        .collect()
}

/// A number in the query; anything else counts as not given.
fn number<T: std::str::FromStr>(request: &HttpRequest, name: &str) -> Option<T> {
    query_value(request, name)?.parse().ok()
}
