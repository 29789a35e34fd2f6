//! The list by day of what is coming, and of what is past.

use super::filter_bar::FilterBar;
use super::paging::Paging;
use crate::calendar::{Filter, PublishedOccurrence, Snapshot};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::request::{Reader, query_value, read_filter};
use crate::web::view::entry::{Day, Entry, by_day};
use crate::web::view::when::listed_day;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::Datelike;
use std::collections::{BTreeMap, HashSet};

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
    let (chosen, bar) = choose(&f, &snapshot, &filter, |one| !one.is_over(now));
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
    let (chosen, mut bar) = choose(&f, &snapshot, &filter, |one| one.is_over(now));
    let mut by_year: BTreeMap<i32, Occurrences> = BTreeMap::new();
    for one in chosen {
        if let Some(year) = year_of(one) {
            by_year.entry(year).or_default().push(one);
        }
    }
    let years: Vec<(i32, usize)> = by_year
        .iter()
        .rev()
        .map(|(y, held)| (*y, held.len()))
        .collect();
    let year = number(&request, "year")
        .filter(|year| by_year.contains_key(year))
        .or(years.first().map(|(year, _)| *year))
        .unwrap_or_else(|| now.year());
    let mut chosen = by_year.remove(&year).unwrap_or_default();
    chosen.reverse();
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
    bar.recording = Some(filter.wants_recording());
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

/// What a list shows of that which the filter lets through, and the filter's controls, which offer the
/// groups that have any meeting in the list.
fn choose<'a>(
    f: &Frame,
    snapshot: &'a Snapshot,
    filter: &Filter,
    is_listed: impl Fn(&PublishedOccurrence) -> bool,
) -> (Occurrences<'a>, FilterBar) {
    let listed: Occurrences = snapshot
        .occurrences()
        .iter()
        .filter(|one| is_listed(one))
        .collect();
    let with_meetings = groups_of(&listed);
    let bar = FilterBar::of(f.w, filter, snapshot, |group| {
        with_meetings.contains(group.slug.as_str())
    });
    let chosen = listed
        .into_iter()
        .filter(|one| filter.lets_through(one.said(), snapshot))
        .collect();
    (chosen, bar)
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

/// The slugs of groups that have a meeting in a list, for offering only those.
fn groups_of<'a>(listed: &[&'a PublishedOccurrence]) -> HashSet<&'a str> {
    listed
        .iter()
        .flat_map(|one| one.said().groups())
        .map(|slug| slug.as_str())
        .collect()
}

/// The year that a past meeting is filed under: of its first day, wherever the reader is, so that
/// the archive does not change with the reader's clock.
fn year_of(one: &PublishedOccurrence) -> Option<i32> {
    let times = one.times();
    listed_day(times, times.zone().unwrap_or(&crate::domain::Zone::utc()))
        .or_else(|| times.days().map(|(first, _)| first))
        .map(|day| day.year())
}

/// A number in the query; anything else counts as not given.
fn number<T: std::str::FromStr>(request: &HttpRequest, name: &str) -> Option<T> {
    query_value(request, name)?.parse().ok()
}
