//! The times at which a meeting is held, each with what is said of the meeting then: the only one, a
//! part, a slot, or an occurrence of a series. Lists, pages and feeds are made of these.

use super::meeting::MeetingDetails;
use super::said::Said;
use super::series::{Run, Series};
use super::status::Status;
use super::times::{ExactTimes, Times};
use super::timing::{Sittings, Timing};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Which of a meeting's times it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceKey {
    /// The only one.
    Whole,
    /// One part of several, from 1.
    Part { number: usize, of: usize },
    /// One slot to choose, from 1.
    Slot { number: usize, of: usize },
    /// Of a series, under the local day that its rule puts it on.
    On(NaiveDate),
}

/// A meeting at one of its times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Which of the meeting's times it is.
    pub key: OccurrenceKey,
    /// What is said of it; shared with all that say the same.
    pub said: Arc<Said>,
    /// When it is.
    pub times: Times,
    /// When the rule of its series would have it, if it was moved.
    pub moved_from: Option<Times>,
}

impl OccurrenceKey {
    /// The day of the rule, in a series.
    pub fn date(self) -> Option<NaiveDate> {
        match self {
            Self::On(date) => Some(date),
            _ => None,
        }
    }
}

/// Its name in addresses and identities: `2018-04-10`, `2`; nothing for the only one.
impl fmt::Display for OccurrenceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Part { number, .. } | Self::Slot { number, .. } => write!(f, "{number}"),
            Self::On(date) => write!(f, "{date}"),
        }
    }
}

impl From<Occurrence> for MeetingDetails {
    /// A meeting that is held at this time only, as a form for one date shows it.
    fn from(one: Occurrence) -> Self {
        Self {
            said: one.said,
            timing: Timing::Once(one.times),
        }
    }
}

impl MeetingDetails {
    /// The times at which it is held; never empty. Those of a series come in the order of its rule,
    /// whatever was moved; those that are left out are not among them, and those that await the
    /// group's word are tentative.
    pub fn occurrences(&self) -> Vec<Occurrence> {
        match &self.timing {
            Timing::Once(times) => vec![Occurrence {
                key: OccurrenceKey::Whole,
                said: Arc::clone(&self.said),
                times: times.clone(),
                moved_from: None,
            }],
            Timing::Parts(parts) => {
                self.sitting_by_sitting(parts, |number, of| OccurrenceKey::Part { number, of })
            }
            Timing::Slots(slots) => {
                self.sitting_by_sitting(slots, |number, of| OccurrenceKey::Slot { number, of })
            }
            Timing::Series(series) => self.date_by_date(series),
        }
    }

    /// The time that is at hand: the first that is not over, or the last if all are; whatever became of
    /// it. One that nothing is known of is never over.
    pub fn at_hand(&self, now: DateTime<Utc>) -> Option<Occurrence> {
        let mut all = self.occurrences();
        all.sort_by_key(|one| one.times.extent());
        let coming = all.iter().position(|one| !one.times.is_over(now));
        match coming {
            Some(at) => Some(all.swap_remove(at)),
            None => all.pop(),
        }
    }

    /// Its occurrences by name, for comparing a meeting with what it was before.
    pub fn occurrences_by_name(&self) -> BTreeMap<String, Occurrence> {
        let named = |one: Occurrence| (one.key.to_string(), one);
        self.occurrences().into_iter().map(named).collect()
    }

    /// An occurrence of a series, as the group said it; `None` if there is none on that day of its
    /// rule.
    pub fn occurrence_on(&self, date: NaiveDate) -> Option<Occurrence> {
        let run = self.timing.series()?.run_of(date)?;
        occurrence(run, &self.said_in(run), date)
    }

    /// What is said, or was said, in a run of it.
    pub(in crate::domain) fn said_in(&self, run: &Run) -> Arc<Said> {
        let mut said = Arc::clone(&self.said);
        if !run.said().is_empty() {
            run.said().apply(Arc::make_mut(&mut said));
        }
        said
    }

    fn sitting_by_sitting(
        &self,
        sittings: &Sittings,
        key: impl Fn(usize, usize) -> OccurrenceKey,
    ) -> Vec<Occurrence> {
        (1..)
            .zip(sittings.iter())
            .map(|(number, times)| Occurrence {
                key: key(number, sittings.count()),
                said: Arc::clone(&self.said),
                times: Times::Exact(times.clone()),
                moved_from: None,
            })
            .collect()
    }

    fn date_by_date(&self, series: &Series) -> Vec<Occurrence> {
        let mut all = Vec::new();
        for run in series.runs() {
            let said = self.said_in(run);
            let unconfirmed = tentative(&said);
            for date in run.recurrence().dates() {
                let usual = match series.awaits_confirmation(date) {
                    true => &unconfirmed,
                    false => &said,
                };
                let Some(mut one) = occurrence(run, usual, date) else {
                    continue;
                };
                // What it says of its own may be that it is confirmed, as all of its run once was.
                if series.awaits_confirmation(date) && one.said.status == Status::Confirmed {
                    one.said = tentative(&one.said);
                }
                all.push(one);
            }
        }
        all
    }
}

/// The occurrence of a run on a day of its rule, where all of the run is said like `said`; `None` if
/// it is left out.
fn occurrence(run: &Run, said: &Arc<Said>, date: NaiveDate) -> Option<Occurrence> {
    let times: ExactTimes = run.times(date)?;
    let mut said = Arc::clone(said);
    let own = run.own(date);
    if let Some(own) = own.filter(|own| !own.said.is_empty()) {
        own.said.apply(Arc::make_mut(&mut said));
    }
    let is_moved = own.is_some_and(|own| own.times.is_some());
    Some(Occurrence {
        key: OccurrenceKey::On(date),
        said,
        times: Times::Exact(times),
        moved_from: is_moved.then(|| Times::Exact(run.usual_times(date))),
    })
}

/// What is said, but tentative where it is confirmed: the date is planned only.
fn tentative(said: &Arc<Said>) -> Arc<Said> {
    match said.status {
        Status::Confirmed => Arc::new(Said {
            status: Status::Tentative,
            ..Said::clone(said)
        }),
        _ => Arc::clone(said),
    }
}
