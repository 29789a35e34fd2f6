//! An entry as a line of the queue, or of what was decided.

use super::ago::ago;
use super::order::Section;
use crate::domain::{GroupKind, MeetingDetails, Slug, Times, Zone};
use crate::i18n::bidi::isolated;
use crate::i18n::times::{headline, on_clock};
use crate::store::{QueueEntry, Record};
use crate::web::view::View;
use crate::web::view::entry::Badge;
use crate::web::view::names::{called, group_name};
use crate::web::view::together::{sender_name, several_wait};
use std::borrow::Cow;

/// An entry as a line.
pub struct Row {
    pub meeting: String,
    pub revision: String,
    pub reference: String,
    pub title: String,
    /// The language of the title.
    pub text_language: String,
    /// The class of the kind of its group: `dc`, `nri`.
    pub kind: &'static str,
    /// The date as on the entry's own page, or what is known of it.
    pub date: String,
    /// Its hours on the meeting's own clock and in UTC, or that they are not given.
    pub clocks: Vec<String>,
    /// "One of a series".
    pub one_of: Option<String>,
    pub group: String,
    /// Who sent it.
    pub sender: String,
    /// That several changes wait in it, and whose.
    pub several: Option<String>,
    /// How earlier entries of the same address fared.
    pub record: String,
    /// How many entries of the same address wait, if there are others.
    pub of_sender: Option<usize>,
    /// "Sent 2 hours ago".
    pub age: String,
    pub badges: Vec<Badge>,
    /// What to look at before deciding.
    pub looks: Vec<String>,
    /// Whether it can be decided here.
    pub is_open: bool,
    pub is_chosen: bool,
}

/// What a line says besides what stands in its entry.
pub struct Besides {
    pub looks: Vec<String>,
    pub record: Record,
    /// How many entries of the same address wait.
    pub of_sender: usize,
    pub is_chosen: bool,
}

impl Row {
    /// An entry of the queue.
    pub fn of(v: &View, entry: &QueueEntry, besides: Besides) -> Self {
        let w = v.w;
        let (date, clocks, one_of) = when(v, entry);
        let age = match &entry.asked {
            Some(asked) => {
                let by = isolated(&asked.by);
                w.t2(
                    "queue-asked",
                    "reviewer",
                    by,
                    "ago",
                    ago(w, asked.at, v.now),
                )
            }
            None => w.t1("queue-sent", "ago", ago(w, entry.sent, v.now)),
        };
        let said = entry.details.as_ref().map(|details| &details.said);
        Self {
            meeting: entry.meeting.to_string(),
            revision: entry.revision.to_string(),
            reference: entry.reference.to_string(),
            title: entry.title.clone(),
            text_language: said.map_or_else(String::new, |said| said.text_language.to_string()),
            kind: kind_class(v, &entry.group),
            date,
            clocks,
            one_of,
            group: called(v, &entry.group, group_name),
            sender: match entry.senders.last() {
                Some(sender) => sender_name(w, sender),
                None => isolated(&entry.poster),
            },
            several: several_wait(w, &entry.senders),
            record: record(v, besides.record),
            of_sender: (besides.of_sender > 1).then_some(besides.of_sender),
            age: age.to_string(),
            badges: badges(v, entry),
            looks: besides.looks,
            is_open: entry.asked.is_none(),
            is_chosen: besides.is_chosen && entry.asked.is_none(),
        }
    }
}

/// The time that is at hand, in the words of the entry's own page: a whole day, a month or a window is
/// never made into an hour or another day.
fn when(v: &View, entry: &QueueEntry) -> (String, Vec<String>, Option<String>) {
    let w = v.w;
    let unknown = || (w.t("when-date-unknown").to_string(), Vec::new(), None);
    let Some(details) = &entry.details else {
        return unknown();
    };
    let Some(one) = details.at_hand(v.now) else {
        return unknown();
    };
    let one_of = is_series(details).then(|| w.t("one-of-series").to_string());
    (headline(w, &one.times), clocks(v, &one.times), one_of)
}

fn is_series(details: &MeetingDetails) -> bool {
    details.timing.series().is_some()
}

fn clocks(v: &View, times: &Times) -> Vec<String> {
    let w = v.w;
    match times {
        Times::Exact(exact) => {
            let own = on_clock(w, exact, exact.zone(), None);
            let day = (!exact.is_multi_day()).then(|| exact.start().local().date());
            let utc = (!exact.zone().is_utc()).then(|| on_clock(w, exact, &Zone::utc(), day));
            std::iter::once(own).chain(utc).collect()
        }
        Times::Day(span) => {
            let words = match span.zone() {
                Some(zone) => w.t1("when-hours-not-given-in", "place", zone.place()),
                None => w.t("when-hours-not-given"),
            };
            vec![words.to_string()]
        }
        Times::Window(_) => vec![w.t("when-date-to-be-confirmed").to_string()],
        Times::Unknown => Vec::new(),
    }
}

/// What of an entry has to be known before anything else.
fn badges(v: &View, entry: &QueueEntry) -> Vec<Badge> {
    let w = v.w;
    let mut badges = Vec::new();
    let mut put = |text: Cow<'_, str>, tone| {
        badges.push(Badge {
            text: text.into_owned(),
            tone,
        });
    };
    if entry.is_unreadable() {
        put(w.t("desk-unreadable"), "stop");
    }
    // Elsewhere the section says it.
    if Section::of(entry, v.now) == Section::Soon {
        match Section::regardless_of_time(entry) {
            Section::Changes => put(w.t("desk-is-edit"), "note"),
            Section::Again => put(w.t("queue-is-again"), "note"),
            _ => put(w.t("queue-is-new"), "note"),
        }
    }
    badges
}

fn record(v: &View, record: Record) -> String {
    let words = match record {
        Record {
            published: 0,
            rejected: 0,
        } => v.w.t("queue-record-none"),
        Record {
            published,
            rejected,
        } => {
            v.w.t2("queue-record", "published", published, "rejected", rejected)
        }
    };
    words.to_string()
}

/// The class of the kind of a group; nothing for one that is not on the calendar.
fn kind_class(v: &View, slug: &str) -> &'static str {
    let group = Slug::parse(slug)
        .ok()
        .and_then(|slug| v.snapshot.group(&slug).cloned());
    match group.map(|group| group.kind) {
        Some(GroupKind::Secretariat | GroupKind::Mag | GroupKind::MagWorkingGroup) => "mag",
        Some(GroupKind::DcCoordinationGroup | GroupKind::DynamicCoalition) => "dc",
        Some(
            GroupKind::BestPracticeForum
            | GroupKind::PolicyNetwork
            | GroupKind::IntersessionalOther,
        ) => "bpf",
        Some(GroupKind::NriRegional | GroupKind::NriSubregional | GroupKind::NriNational) => "nri",
        Some(GroupKind::NriYouth) => "youth",
        None => "",
    }
}
