//! What feeds say of a meeting, apart from how it is written: an entry for each identity, made of
//! what the domain knows. No format and no language is known here; `ical` writes entries,
//! `words` puts them into a language.

mod by_days;
mod choice;
mod ending;
mod followed;
mod one_date;
mod series;
mod sittings;
mod standing;
mod way_in;
mod whole;

pub(super) use by_days::is_by_days;
pub(super) use choice::only;
pub(super) use ending::{EndedBy, Ending, GivenUp};
pub(super) use one_date::on;
pub(super) use series::RuleDates;
pub(super) use standing::{Certainty, Mark, Standing};
pub(super) use way_in::WayIn;
pub(super) use whole::whole;

use super::site::Site;
use crate::calendar::{PublishedMeeting, Snapshot, categories};
use crate::domain::text::Title;
use crate::domain::{Alteration, Occurrence, OccurrenceKey, Said, Slug, Times, Timing};
use chrono::{DateTime, Utc};
use std::mem::discriminant;
use std::sync::Arc;

/// What a feed says under one identity.
pub(super) struct FeedEntry<'a> {
    /// Its identity for good, the same in every format: UID in iCalendar (RFC 5545, section
    /// 3.8.4.7).
    pub uid: String,
    /// The identities of what else belongs to the same meeting.
    pub siblings: Vec<String>,
    /// What it tells; where it comes by a rule, what holds of most of its times, at the first.
    pub telling: Telling,
    /// Whether it comes more than once.
    pub repetition: Repetition<'a>,
    /// How many published changes of the meeting came before this one.
    pub sequence: u32,
    /// When the meeting was first published, UTC.
    pub created: DateTime<Utc>,
    /// When what is told was last changed, UTC: published, or a group or topic that it names.
    pub modified: DateTime<Utc>,
}

/// One of the times that an entry tells of.
#[derive(Clone, Copy)]
pub(super) struct Held<'a> {
    /// Which of the meeting's times it is.
    pub key: OccurrenceKey,
    /// When it is.
    pub times: &'a Times,
    /// What is said of it.
    pub said: &'a Arc<Said>,
}

/// What a feed tells of a meeting at one of its times.
#[derive(Clone)]
pub(super) struct Telling {
    /// Which of the meeting's times it is.
    pub key: OccurrenceKey,
    /// What is said of it.
    pub said: Arc<Said>,
    /// When it is.
    pub times: Times,
    /// When it was to be before it was rescheduled.
    pub former: Option<Times>,
    /// The new hours of a series that it is among the first to have, as readers were told.
    pub new_hours: Option<Alteration>,
    /// The names of the groups that hold it, the first-named one first.
    pub held_by: Vec<String>,
    /// Its categories, in English.
    pub categories: Vec<String>,
    /// The address of its page on the web.
    pub page: String,
    /// The address that leads to wherever it is joined now.
    pub join: String,
    /// What became of it, if the meeting is public as before and gave this identity up.
    pub given_up: Option<GivenUp>,
}

/// Whether an entry comes more than once.
pub(super) enum Repetition<'a> {
    /// It comes once.
    Once,
    /// It is one of several parts or slots; all of them by start, itself too.
    Sitting(Vec<&'a Occurrence>),
    /// It comes again by a rule.
    Rule(RuleDates<'a>),
}

/// The entries of a meeting in the order of its times; none where a feed has nothing to say. They
/// depend on its revision, on the names of its groups and on the site alone.
pub(super) fn entries<'a>(
    meeting: &'a PublishedMeeting,
    snapshot: &'a Snapshot,
    site: &'a Site,
) -> Vec<FeedEntry<'a>> {
    let teller = Teller {
        meeting,
        snapshot,
        site,
    };
    match &meeting.details.timing {
        Timing::Parts(_) | Timing::Slots(_) => sittings::entries(teller),
        Timing::Series(series) => series::entries(teller, series),
        Timing::Once(_) => meeting
            .occurrences()
            .map(|only| once(teller, only))
            .collect(),
    }
}

fn once<'a>(teller: Teller<'a>, only: &Occurrence) -> FeedEntry<'a> {
    let telling = Telling {
        former: teller.meeting.former_date().cloned(),
        ..teller.tell(only)
    };
    teller.entry(teller.meeting.id.to_string(), telling, Repetition::Once)
}

impl FeedEntry<'_> {
    /// The times that it tells of.
    pub fn held(&self) -> Vec<Held<'_>> {
        match &self.repetition {
            Repetition::Once | Repetition::Sitting(_) => vec![Held {
                key: self.telling.key,
                times: &self.telling.times,
                said: &self.telling.said,
            }],
            Repetition::Rule(dates) => {
                let held = dates.held();
                held.map(|(_, one)| Held::of(one)).collect()
            }
        }
    }

    /// Whether a calendar shows it: where nothing is known of its date, no format has anything to say.
    pub fn is_shown(&self) -> bool {
        self.telling.shown().is_shown()
    }

    /// Whether it is the same kind of entry: of one time, of a part, of a listed date, of a rule.
    pub fn is_like(&self, other: &FeedEntry<'_>) -> bool {
        discriminant(&self.telling.key) == discriminant(&other.telling.key)
            && discriminant(&self.repetition) == discriminant(&other.repetition)
    }
}

impl<'a> Held<'a> {
    fn of(one: &'a Occurrence) -> Self {
        Self {
            key: one.key,
            times: &one.times,
            said: &one.said,
        }
    }
}

impl Telling {
    /// Whether it stands, and what subscribers should notice before they read on.
    pub fn standing(&self) -> Standing {
        Standing::of(self.said.status, &self.times, self.former.as_ref())
    }

    /// The times at which calendars show it. Where no date is known any more, it stays where readers
    /// have it: something that vanished from their calendars would tell them nothing.
    pub fn shown(&self) -> &Times {
        let former = self.former.as_ref().filter(|_| !self.times.has_date());
        former.unwrap_or(&self.times)
    }

    /// Whether it takes place at the times at which calendars show it.
    pub fn is_held_then(&self) -> bool {
        self.said.status.takes_place() && self.times.has_date()
    }

    /// The name of the group that holds it, in place of a title.
    fn title_of_group(&self) -> Title {
        let name = self.held_by.first().map_or("IGF", String::as_str);
        let cut: String = name.chars().take(Title::LIMIT).collect();
        Title::parse(&cut).unwrap_or_else(|_| self.said.title.clone())
    }
}

/// Who knows all that entries of a meeting depend on.
#[derive(Clone, Copy)]
struct Teller<'a> {
    meeting: &'a PublishedMeeting,
    snapshot: &'a Snapshot,
    site: &'a Site,
}

impl<'a> Teller<'a> {
    fn tell(self, one: &Occurrence) -> Telling {
        let id = self.meeting.id;
        let (page, join) = match one.key.date() {
            Some(day) => (self.site.page_on(id, day), self.site.join_on(id, day)),
            None => (self.site.page(id), self.site.join(id)),
        };
        let categories = categories(&one.said, self.snapshot);
        Telling {
            key: one.key,
            said: Arc::clone(&one.said),
            times: one.times.clone(),
            former: match one.key {
                OccurrenceKey::Whole => None,
                _ => self.meeting.moved_from_of(one).cloned(),
            },
            new_hours: None,
            held_by: one.said.groups().map(|slug| self.name(slug)).collect(),
            categories: categories.into_iter().map(str::to_owned).collect(),
            page,
            join,
            given_up: None,
        }
    }

    fn entry(self, uid: String, telling: Telling, repetition: Repetition<'a>) -> FeedEntry<'a> {
        FeedEntry {
            uid,
            siblings: Vec::new(),
            telling,
            repetition,
            sequence: self.meeting.sequence,
            created: self.meeting.created,
            modified: self.meeting.stamp().at,
        }
    }

    fn name(self, slug: &Slug) -> String {
        let group = self.snapshot.group(slug);
        group.map_or_else(|| slug.to_string(), |group| group.name.to_string())
    }
}
