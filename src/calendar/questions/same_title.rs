//! Whether a meeting may be on the calendar already.

use crate::calendar::{PublishedOccurrence, Snapshot};
use crate::domain::{MeetingDetails, MeetingId, Slug, Times};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::collections::BTreeSet;
use std::ops::Bound;

/// No clock on Earth is further from UTC.
const FURTHEST: TimeDelta = TimeDelta::days(1);

/// What two announcements of one meeting have in common: the group, the title and a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    group: Slug,
    /// Without regard to capitals and blanks.
    title: String,
    /// The first local day of each of its times, where the day is certain.
    days: BTreeSet<NaiveDate>,
}

impl Likeness {
    /// Of a meeting, with all of its times.
    pub fn of(details: &MeetingDetails) -> Self {
        let times = details.occurrences();
        Self {
            group: details.said.group.clone(),
            title: comparable(details.said.title.as_str()),
            days: times
                .iter()
                .filter_map(|one| settled_day(&one.times))
                .collect(),
        }
    }

    /// Whether another may be the same meeting.
    pub fn is_shared(&self, other: &Self) -> bool {
        self.group == other.group
            && self.title == other.title
            && !self.days.is_disjoint(&other.days)
    }
}

impl Snapshot {
    /// Another meeting of the same group with the same title on one of the same days, which may be the
    /// same meeting posted twice. `except` is the meeting itself, if it is on the calendar.
    pub fn same_title_that_day(
        &self,
        details: &MeetingDetails,
        except: Option<MeetingId>,
    ) -> Option<&PublishedOccurrence> {
        let Likeness { group, title, days } = Likeness::of(details);
        let since = Bound::Excluded(midnight(*days.first()?) - FURTHEST);
        let until = midnight(*days.last()?) + TimeDelta::days(1) + FURTHEST;
        let own = self.index.by_group.get(&group)?;
        own.within(&self.index.all, since, Some(until))
            .find(|other| {
                Some(other.meeting().id) != except
                    && other.said().group == group
                    && settled_day(other.times()).is_some_and(|day| days.contains(&day))
                    && comparable(other.said().title.as_str()) == title
            })
    }
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// A title without regard to capitals and blanks.
fn comparable(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The first local day, where the day is certain.
fn settled_day(times: &Times) -> Option<NaiveDate> {
    let (first, _) = times.days().filter(|_| times.has_date())?;
    Some(first)
}
