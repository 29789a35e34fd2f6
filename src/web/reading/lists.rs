//! The list by day of what is coming, and of what is past.

use super::filter_bar::FilterBar;
use super::paging::Paging;
use crate::calendar::{Facet, PublishedOccurrence};
use crate::feeds::in_language;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::view::View;
use crate::web::view::entry::{Day, ListEntry, by_day};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;
use chrono::Datelike;

#[derive(Template)]
#[template(path = "reading/upcoming.html")]
struct UpcomingPage {
    f: Frame,
    bar: FilterBar,
    /// The address of the feed of the same meetings.
    feed: String,
    /// The address of the feed of what changed in them.
    news: String,
    days: Vec<Day>,
    /// Meetings whose date is to be confirmed.
    vague: Vec<ListEntry>,
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
    vague: Vec<ListEntry>,
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
pub async fn upcoming(visit: Visit) -> Result<HttpResponse, WebError> {
    let filter = visit.filter();
    let f = visit.frame(Section::Upcoming);
    let bar = FilterBar::of(&f, &filter, |group| {
        f.snapshot.coming_of(&group.slug, f.now).next().is_some()
    });
    let chosen: Occurrences = f
        .snapshot
        .coming(f.now)
        .filter(|one| filter.lets_through(one.said(), &f.snapshot))
        .collect();
    let (dated, vague) = split(&chosen);
    let (piece, paging) = Paging::cut(&dated, number(&visit, "page").unwrap_or(1));
    let page = UpcomingPage {
        feed: in_language(format!("/calendar.ics{}", bar.query), f.w.language()),
        news: in_language(format!("/calendar.atom{}", bar.query), f.w.language()),
        bar,
        days: by_day(&f, piece.iter().copied(), Some(f.today())),
        vague: entries(&f, &vague),
        total: chosen.len(),
        paging,
        empty: f.snapshot.meetings().is_empty(),
        f,
    };
    page.f.respond(&page)
}

/// `/{lang}/past`
pub async fn past(visit: Visit) -> Result<HttpResponse, WebError> {
    let filter = visit.filter();
    let f = visit.frame(Section::Past);
    let mut bar = FilterBar::of(&f, &filter, |group| {
        f.snapshot.past_of(&group.slug, f.now).next().is_some()
    });
    let years = f.snapshot.past_years(&filter, f.now);
    let year = number(&visit, "year")
        .filter(|asked| years.iter().any(|(year, _)| year == asked))
        .or(years.first().map(|(year, _)| *year))
        .unwrap_or_else(|| f.now.year());
    let chosen: Occurrences = f
        .snapshot
        .past_in(year, f.now)
        .filter(|one| filter.lets_through(one.said(), &f.snapshot))
        .collect();
    let (dated, vague) = split(&chosen);
    let (piece, paging) = Paging::cut(&dated, number(&visit, "page").unwrap_or(1));
    let mut days = by_day(&f, piece.iter().copied(), None);
    days.reverse();
    bar.recording = Some(filter.wants(Facet::Recording, Facet::YES));
    let page = PastPage {
        year_query: match bar.query.as_str() {
            "" => format!("?year={year}"),
            query => format!("{query}&year={year}"),
        },
        bar,
        days,
        vague: entries(&f, &vague),
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

fn entries(v: &View, listed: &[&PublishedOccurrence]) -> Vec<ListEntry> {
    listed.iter().map(|one| ListEntry::of(v, one)).collect()
}

/// A number in the query; anything else counts as not given.
fn number<T: std::str::FromStr>(visit: &Visit, name: &str) -> Option<T> {
    visit.query_value(name)?.parse().ok()
}
