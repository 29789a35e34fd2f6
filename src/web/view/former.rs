//! A date that was announced and holds no longer: it stays on the page, struck out, for those who
//! have it in their own calendars.

use super::when::in_one_line;
use crate::calendar::PublishedMeeting;
use crate::domain::alteration::former_date;
use crate::domain::{MeetingDetails, Schedule, Status, alterations};
use crate::i18n::Words;
use chrono::{DateTime, Utc};

/// The date that holds no longer, in words.
pub struct Former {
    /// What became of it.
    why: Why,
    /// The date, to be struck out.
    pub date: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// It is on another date.
    Moved,
    /// It has no date any more.
    Open,
    /// It still stands in the entry, but the meeting is postponed.
    Postponed,
}

impl Former {
    /// What readers should be told of an earlier date. `published` is what they see now: the same
    /// meeting, or what a change would replace.
    pub fn of(
        w: Words,
        details: &MeetingDetails,
        published: Option<&PublishedMeeting>,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let schedule = &details.schedule;
        let told = |why, former: &Schedule| {
            Some(Self {
                why,
                date: in_one_line(w, former),
            })
        };
        match details.status {
            Status::Cancelled => return None,
            Status::Postponed if schedule.has_date() => return told(Why::Postponed, schedule),
            _ if schedule.has_date() && schedule.is_over(now) => return None,
            _ => {}
        }
        // One of several times has none of its own: what happened to all of them is no move of it.
        let published = published.filter(|published| !published.details.schedule.is_plural())?;
        let change = alterations(&published.details, details);
        let former = former_date(schedule, change.iter().chain(published.alterations()))?;
        match schedule.has_date() {
            true => told(Why::Moved, former),
            false => told(Why::Open, former),
        }
    }

    /// Whether the meeting has another date now.
    pub fn is_moved(&self) -> bool {
        self.why == Why::Moved
    }

    /// Whether it is the date of the entry itself, which then stands nowhere else.
    pub fn is_only_date(&self) -> bool {
        self.why == Why::Postponed
    }
}
