//! A date that was announced and holds no longer: it stays on the page, struck out, for those who
//! have it in their own calendars.

use super::View;
use crate::calendar::PublishedMeeting;
use crate::domain::alteration::former_date;
use crate::domain::{MeetingDetails, Occurrence, Status, Times, alterations};
use crate::i18n::Words;
use crate::i18n::times::in_one_line;

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
        v: &View,
        details: &MeetingDetails,
        published: Option<&PublishedMeeting>,
    ) -> Option<Self> {
        let change = published.map(|published| alterations(&published.details, details));
        let earlier = published.into_iter().flat_map(|one| one.alterations());
        let former = former_date(&details.timing, change.iter().flatten().chain(earlier));
        let times = details.timing.first();
        let over = details.timing.is_over(v.now);
        Self::told(v.w, details.said.status, (&times, over), former)
    }

    /// What readers should be told of an earlier date of one of a meeting's times: in a series, when
    /// it was to be before it was moved.
    pub fn of_occurrence(
        v: &View,
        occurrence: &Occurrence,
        published: &PublishedMeeting,
    ) -> Option<Self> {
        let former = match occurrence.key.date() {
            Some(_) => published.moved_from_of(occurrence),
            None => published.former_date(),
        };
        let times = (&occurrence.times, occurrence.times.is_over(v.now));
        Self::told(v.w, occurrence.said.status, times, former)
    }

    fn told(
        w: Words,
        status: Status,
        (times, over): (&Times, bool),
        former: Option<&Times>,
    ) -> Option<Self> {
        let (why, date) = match status {
            Status::Cancelled => return None,
            Status::Postponed if times.has_date() => (Why::Postponed, times),
            _ if !times.has_date() => (Why::Open, former?),
            _ if over => return None,
            _ => (Why::Moved, former?),
        };
        Some(Self {
            why,
            date: in_one_line(w, date),
        })
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
