//! What feeds are called, so that whoever subscribes to several can tell them apart: each thing that
//! narrows or widens a feed has its words in the name.

use super::past::Past;
use super::tag::digest;
use crate::calendar::{Facet, Filter, Snapshot};
use crate::domain::Slug;
use crate::domain::text::is_bidi_override;
use crate::i18n::Words;
use chrono::NaiveDate;

/// Names have no more characters. What is cut is told apart by a mark at the end.
const MAX_LENGTH: usize = 200;

/// `IGF: ` and what it holds; the name of the calendar, if that is everything.
pub(super) fn name(w: Words, what: Vec<String>) -> String {
    let name = match what.is_empty() {
        true => w.t("site-name"),
        false => w.t1("feed-name", "what", what.join(" · ")),
    };
    // The words that somebody looks for are in it as they were typed.
    let name: String = name.chars().filter(|c| !is_bidi_override(*c)).collect();
    shortened(&name, MAX_LENGTH, "… ")
}

/// The title of one date of a series.
pub(super) fn dated(w: Words, title: &str, day: NaiveDate) -> String {
    format!("{title} · {}", w.date_long(day))
}

/// The words for everything that a listing is narrowed or widened by, facet by facet.
pub(super) fn parts(w: Words, filter: &Filter, past: Past, snapshot: &Snapshot) -> Vec<String> {
    let facets = Facet::ALL.into_iter();
    let mut parts: Vec<String> = facets
        .filter(|facet| !filter.wanted(*facet).is_empty())
        .map(|facet| part(w, facet, filter.wanted(facet), snapshot))
        .collect();
    if !filter.words().is_empty() {
        let words = filter.words().join(" ");
        parts.push(w.t1("feed-name-words", "words", words).into_owned());
    }
    if past != Past::default() {
        parts.push(reaching(w, past));
    }
    parts
}

fn part(w: Words, facet: Facet, values: &[String], snapshot: &Snapshot) -> String {
    let called = |value: &String| called(w, facet, value, snapshot);
    let names: Vec<String> = values.iter().map(called).collect();
    let names = names.join(&w.t("feed-comma"));
    let key = match facet {
        Facet::Kind | Facet::Group | Facet::Mode | Facet::Recording => return names,
        Facet::Topic => "feed-name-topic",
        Facet::Region => "feed-name-region",
        Facet::Language => "feed-name-language",
    };
    w.t1(key, "values", names).into_owned()
}

/// A value of a facet in words; one that nobody knows stays as it is.
fn called(w: Words, facet: Facet, value: &str, snapshot: &Snapshot) -> String {
    let slug = Slug::parse(value).ok();
    let said = |key: String| w.has(&key).then(|| w.t(&key).into_owned());
    let name = match facet {
        Facet::Kind => said(format!("kind-{value}")),
        Facet::Mode => said(format!("mode-{value}")),
        Facet::Group => slug
            .and_then(|slug| snapshot.group(&slug))
            .map(|group| group.short_name().to_owned()),
        Facet::Topic => slug
            .and_then(|slug| snapshot.topic(&slug))
            .map(|topic| topic.name(w.code()).to_owned()),
        Facet::Language => Some(w.language_name(value)),
        Facet::Recording if value == Facet::YES => said("feed-name-recording".to_owned()),
        Facet::Recording | Facet::Region => None,
    };
    name.unwrap_or_else(|| value.to_owned())
}

fn reaching(w: Words, past: Past) -> String {
    let (key, count) = match past {
        Past::All => return w.t("feed-name-past-all").into_owned(),
        Past::Days(count) => ("feed-name-past-days", count),
        Past::Weeks(count) => ("feed-name-past-weeks", count),
        Past::Months(count) => ("feed-name-past-months", count),
        Past::Years(count) => ("feed-name-past-years", count),
    };
    w.t1(key, "count", u32::from(count)).into_owned()
}

/// The text, or as much of it as fits before a mark of all that it says.
pub(super) fn shortened(text: &str, most: usize, before_mark: &str) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mark = mark(text);
    let room = most - before_mark.chars().count() - mark.len();
    let kept: String = text.chars().take(room).collect();
    format!("{}{before_mark}{mark}", kept.trim_end())
}

/// Six digits that tell one text from another.
pub(super) fn mark(text: &str) -> String {
    digest(text).chars().take(6).collect()
}
