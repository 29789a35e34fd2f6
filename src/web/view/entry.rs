//! One meeting as a line of a list, and lists by day.

use super::View;
use super::names::group_name;
use super::when::{RowTimes, machine_start, row_times};
use crate::calendar::{self, PublishedOccurrence, listed_day};
use crate::domain::{Mode, OccurrenceKey, Said, Status, Times};
use crate::i18n::Words;
use crate::i18n::times::headline;
use chrono::NaiveDate;

/// A line of a list.
pub struct ListEntry {
    /// Its page.
    pub path: String,
    /// "Part 1 of 2", "One of a series".
    pub one_of: Option<String>,
    pub title: String,
    /// The language of the title.
    pub text_language: String,
    /// Slug and short name of each group that holds it.
    pub groups: Vec<(String, String)>,
    /// Its hours, or what is known of its date.
    pub times: RowTimes,
    /// The start for machines.
    pub datetime: Option<String>,
    /// Mode and place in words.
    pub place: String,
    /// What readers should notice: "Cancelled", "Tentative".
    pub badges: Vec<Badge>,
    /// What of it holds no longer, as a class: `cancelled`, `postponed` or nothing.
    pub off: &'static str,
    /// The page with the ways in, if there are any.
    pub join: Option<String>,
    /// Whether a recording is there.
    pub has_recording: bool,
    /// "42 participants".
    pub participants: Option<String>,
}

/// A word that readers should notice, and how loud it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    pub text: String,
    pub tone: &'static str,
}

/// The entries of one day.
pub struct Day {
    /// `2018-03-09`, an anchor.
    pub date: String,
    pub heading: String,
    pub entries: Vec<ListEntry>,
}

impl ListEntry {
    /// The line of one of the times at which a published meeting is held.
    pub fn of(v: &View, occurrence: &PublishedOccurrence) -> Self {
        let w = v.w;
        let (said, times) = (occurrence.said(), occurrence.times());
        let day = listed_day(times, &v.zone).unwrap_or_default();
        let over = occurrence.is_over(v.now);
        let remote = said.remote.as_ref();
        let can_join =
            !over && said.status.takes_place() && remote.is_some_and(|r| !r.points().is_empty());
        Self {
            path: path(w.code(), occurrence),
            one_of: one_of(w, occurrence.key()),
            title: said.title.to_string(),
            text_language: said.text_language.to_string(),
            groups: group_names(v, said),
            times: match times {
                Times::Window(_) | Times::Unknown => RowTimes {
                    lead: headline(w, times),
                    lead_zone: String::new(),
                    others: Vec::new(),
                },
                _ => row_times(v, times, day),
            },
            datetime: match times {
                Times::Exact(exact) => Some(machine_start(exact)),
                _ => None,
            },
            place: place_words(w, said),
            badges: badges(w, said, times, !over && occurrence.moved_from().is_some()),
            off: off(said.status, times),
            join: can_join.then(|| join_path(w.code(), occurrence)),
            has_recording: said.has_recording(),
            participants: said.participants.map(|participants| {
                let words = w.t1("list-participants", "count", participants.get());
                // At the end of a full line the number stays with its word.
                words.replace(' ', "\u{a0}")
            }),
        }
    }
}

/// The page of one of a meeting's times: that of the meeting, with the day in a series.
pub fn path(lang: &str, occurrence: &PublishedOccurrence) -> String {
    let id = occurrence.meeting().id;
    format!("/{lang}/meetings/{id}{}", query(occurrence.key()))
}

fn join_path(lang: &str, occurrence: &PublishedOccurrence) -> String {
    let id = occurrence.meeting().id;
    format!("/{lang}/meetings/{id}/join{}", query(occurrence.key()))
}

/// Which of a series' dates a page is about, as its address says it.
pub fn query(key: OccurrenceKey) -> String {
    key.date()
        .map_or_else(String::new, |date| format!("?on={date}"))
}

/// Which of a meeting's times it is, where it has several.
pub fn one_of(w: Words, key: OccurrenceKey) -> Option<String> {
    let words = match key {
        OccurrenceKey::Whole => return None,
        OccurrenceKey::Part { number, of } => w.t2("one-part", "number", number, "of", of),
        OccurrenceKey::Slot { number, of } => w.t2("one-slot", "number", number, "of", of),
        OccurrenceKey::On(_) => w.t("one-of-series"),
    };
    Some(words.to_string())
}

/// Slug and short name of each group that holds a meeting.
pub fn group_names(v: &View, said: &Said) -> Vec<(String, String)> {
    said.groups()
        .map(|slug| (slug.to_string(), group_name(v, slug)))
        .collect()
}

/// "Virtual", "Hybrid: Geneva, Switzerland".
pub fn place_words(w: Words, said: &Said) -> String {
    let mode = w.t(&format!("mode-{}", said.mode.as_str())).to_string();
    let town = said
        .place
        .as_ref()
        .and_then(|place| place.venue())
        .filter(|_| said.mode != Mode::Virtual)
        .map(|venue| {
            [&venue.city, &venue.country]
                .into_iter()
                .flatten()
                .map(|part| part.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        })
        .filter(|town| !town.is_empty());
    match town {
        Some(town) => w.t2("mode-in-town", "mode", mode, "town", town).to_string(),
        None => mode,
    }
}

/// What of a meeting holds no longer, as a class: all of a cancelled one, the date of a postponed
/// one. It is struck out besides being said by a badge.
pub fn off(status: Status, times: &Times) -> &'static str {
    match status {
        Status::Cancelled => "cancelled",
        Status::Postponed if times.has_date() => "postponed",
        _ => "",
    }
}

/// What readers should notice about a meeting; `moved` if they were told another date before and
/// may still come then.
pub fn badges(w: Words, said: &Said, times: &Times, moved: bool) -> Vec<Badge> {
    let mut badges = Vec::new();
    if said.status != Status::Confirmed {
        badges.push(Badge {
            text: w.t(&format!("status-{}", said.status.as_str())).to_string(),
            tone: match said.status {
                Status::Cancelled | Status::Postponed => "stop",
                _ => "note",
            },
        });
    }
    if moved && said.status.takes_place() {
        badges.push(Badge {
            text: w.t("badge-rescheduled").to_string(),
            tone: "note",
        });
    }
    // Where nothing at all is known, the words in place of the date say so already.
    if matches!(times, Times::Window(_)) && said.status.takes_place() {
        badges.push(Badge {
            text: w.t("badge-date-to-be-confirmed").to_string(),
            tone: "note",
        });
    }
    badges
}

/// The entries of a list by day (see [`calendar::by_day`]).
pub fn by_day<'a>(
    v: &View,
    occurrences: impl Iterator<Item = &'a PublishedOccurrence>,
    earliest: Option<NaiveDate>,
) -> Vec<Day> {
    calendar::by_day(occurrences, &v.zone, earliest)
        .into_iter()
        .map(|(date, held)| Day {
            date: date.to_string(),
            heading: v.w.date_full(date),
            entries: held.into_iter().map(|one| ListEntry::of(v, one)).collect(),
        })
        .collect()
}
