//! Which of the calendar's times a listing's query meets: the same for the page, the feeds in every
//! format, the API and CalDAV. What a calendar program cannot take any more of them is decided in
//! `size`.

use super::past::Past;
use crate::calendar::{Filter, PublishedMeeting, PublishedOccurrence, Snapshot, meetings_of};
use crate::domain::{OccurrenceKey, Status};
use chrono::{DateTime, Months, NaiveDate, NaiveTime, Utc};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A meeting that a query meets, and which of its times.
#[derive(Debug, Clone)]
pub struct Chosen<'a> {
    /// The meeting.
    pub meeting: &'a Arc<PublishedMeeting>,
    /// Which of its times; never none.
    pub dates: Dates,
    today: NaiveDate,
}

/// Some of a meeting's times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dates {
    /// Each that feeds still tell of.
    All,
    /// These.
    Some(BTreeSet<OccurrenceKey>),
}

impl Dates {
    /// Whether a time is among them.
    pub fn has(&self, key: OccurrenceKey) -> bool {
        match self {
            Self::All => true,
            Self::Some(keys) => keys.contains(&key),
        }
    }
}

impl<'a> Chosen<'a> {
    /// The times that were chosen, in the order of [`PublishedMeeting::occurrences`].
    pub fn occurrences(&self) -> impl Iterator<Item = PublishedOccurrence> + use<'a, '_> {
        told(self.meeting, self.today).filter(|one| self.dates.has(one.key()))
    }

    /// The same of a meeting of which at least one such time is not forgotten.
    pub(super) fn remembered(
        meeting: &'a Arc<PublishedMeeting>,
        filter: &Filter,
        snapshot: &Snapshot,
        today: NaiveDate,
    ) -> Option<Self> {
        match Self::is_any_remembered(meeting, today) {
            true => Self::of(meeting, filter, snapshot, today),
            false => None,
        }
    }

    /// Whether any time of a meeting is not forgotten.
    pub(super) fn is_any_remembered(meeting: &Arc<PublishedMeeting>, today: NaiveDate) -> bool {
        PublishedOccurrence::all(meeting).any(|one| !is_forgotten(&one, today))
    }

    /// Those times of a meeting that a filter lets through and that are still told; `None` if it is
    /// none of them.
    pub(super) fn of(
        meeting: &'a Arc<PublishedMeeting>,
        filter: &Filter,
        snapshot: &Snapshot,
        today: NaiveDate,
    ) -> Option<Self> {
        let mut keys = BTreeSet::new();
        let mut are_all = true;
        for one in told(meeting, today) {
            match filter.lets_through(one.said(), snapshot) {
                true => are_all &= keys.insert(one.key()),
                false => are_all = false,
            }
        }
        let dates = match are_all {
            true => Dates::All,
            false => Dates::Some(keys),
        };
        let is_none = dates == Dates::Some(BTreeSet::new());
        (!is_none).then_some(Self {
            meeting,
            dates,
            today,
        })
    }
}

/// The meetings that a query meets, in the order of [`Snapshot::meetings`], each with those of its
/// times of which the filter lets through what is said of that very time. At least one of these times
/// ends on the first day of `past` or later, or has no date yet; there is no horizon ahead. `now`
/// counts by its UTC day, so that the answer changes at midnight at most while nothing is published.
///
/// Of a meeting that is held more than once, times before `past` come along when a later one is
/// chosen: a rule that forgot its beginning every day would be published anew every day. What was
/// cancelled stays for a month after its end, until every copy has heard of it.
pub fn chosen<'a>(
    snapshot: &'a Snapshot,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
) -> Vec<Chosen<'a>> {
    let today = now.date_naive();
    let since = past.since(today).map_or(DateTime::<Utc>::MIN_UTC, midnight);
    let dated = snapshot.ending_since(since, DateTime::<Utc>::MAX_UTC);
    let met = dated
        .chain(snapshot.undated())
        .filter(|one| !is_forgotten(one, today) && filter.lets_through(one.said(), snapshot));
    meetings_of(met)
        .into_iter()
        .filter_map(|meeting| Chosen::of(meeting, filter, snapshot, today))
        .collect()
}

/// The times of a meeting of which feeds tell on a UTC day: all but those that were cancelled and are
/// forgotten. If that is none, it is all: whoever asks for this meeting by its own address hears how
/// it ended.
pub(super) fn told(
    meeting: &Arc<PublishedMeeting>,
    today: NaiveDate,
) -> impl Iterator<Item = PublishedOccurrence> + use<'_> {
    let is_told = move |one: &PublishedOccurrence| !is_forgotten(one, today);
    let is_any = PublishedOccurrence::all(meeting).any(|one| is_told(&one));
    PublishedOccurrence::all(meeting).filter(move |one| !is_any || is_told(one))
}

/// The next UTC day on which feeds tell of fewer times of a meeting than on this one, if there will
/// be one without anybody doing anything.
pub(super) fn told_until(meeting: &Arc<PublishedMeeting>, today: NaiveDate) -> Option<NaiveDate> {
    let forgotten_on = |one: PublishedOccurrence| {
        let last_day = end_as_told(&one)?.date_naive();
        // A month has between 28 and 31 days.
        let days = last_day.max(today).iter_days().take(40);
        days.skip(1).find(|day| is_forgotten(&one, *day))
    };
    let cancelled = PublishedOccurrence::all(meeting)
        .filter(|one| one.said().status == Status::Cancelled && !is_forgotten(one, today));
    cancelled.filter_map(forgotten_on).min()
}

/// Whether something was cancelled so long ago that nobody is told of it any more: a month after its
/// end, by the UTC day.
fn is_forgotten(one: &PublishedOccurrence, today: NaiveDate) -> bool {
    one.said().status == Status::Cancelled
        && end_as_told(one).is_some_and(|end| end < midnight(month_before(today)))
}

/// When it ends; where no date is known any more, when it was to end as readers were told last.
fn end_as_told(one: &PublishedOccurrence) -> Option<DateTime<Utc>> {
    let told = || one.meeting().former_date()?.extent().map(|(_, end)| end);
    one.end().or_else(told)
}

fn month_before(today: NaiveDate) -> NaiveDate {
    today
        .checked_sub_months(Months::new(1))
        .unwrap_or(NaiveDate::MIN)
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
