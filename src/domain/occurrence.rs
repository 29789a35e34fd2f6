//! The times at which a meeting is held, each with what the meeting says then: the only one, a part,
//! a slot, or an occurrence of a series. Lists, pages and feeds are made of these.

use super::meeting::{MeetingDetails, Status};
use super::schedule::{ExactTimes, Schedule, Sittings};
use super::series::{Patch, Run, Series};
use chrono::NaiveDate;
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
    /// Which one.
    pub key: OccurrenceKey,
    /// When the rule of its series would have it, if it was moved.
    pub moved_from: Option<Schedule>,
    /// What is said of it. Its schedule is one time only, never several.
    pub details: Arc<MeetingDetails>,
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

/// The times at which a meeting is held; never empty. Those of a series come in the order of its
/// rule, whatever was moved; those that are left out are not among them.
pub fn occurrences(details: &Arc<MeetingDetails>) -> Vec<Occurrence> {
    match &details.schedule {
        Schedule::Parts(parts) => several(details, parts, |number, of| OccurrenceKey::Part {
            number,
            of,
        }),
        Schedule::Slots(slots) => several(details, slots, |number, of| OccurrenceKey::Slot {
            number,
            of,
        }),
        Schedule::Series(series) => of_series(details, series),
        Schedule::Exact(_) | Schedule::Day(_) | Schedule::Window(_) | Schedule::Unknown => {
            vec![Occurrence {
                key: OccurrenceKey::Whole,
                moved_from: None,
                details: details.clone(),
            }]
        }
    }
}

impl MeetingDetails {
    /// The same for a meeting that is not shared.
    pub fn occurrences(&self) -> Vec<Occurrence> {
        occurrences(&Arc::new(self.clone()))
    }

    /// The same by name, for comparing a meeting with what it was before.
    pub fn occurrences_by_name(&self) -> BTreeMap<String, Occurrence> {
        let named = |one: Occurrence| (one.key.to_string(), one);
        self.occurrences().into_iter().map(named).collect()
    }

    /// What is said of an occurrence of a series; `None` if there is none on that day of its rule.
    pub fn occurrence_on(&self, date: NaiveDate) -> Option<Self> {
        let run = self.schedule.series()?.run_of(date)?;
        if run.skipped().any(|day| day == date) {
            return None;
        }
        Some(occurrence(self.said_in(run), run, date))
    }
}

fn several(
    details: &Arc<MeetingDetails>,
    sittings: &Sittings,
    key: impl Fn(usize, usize) -> OccurrenceKey,
) -> Vec<Occurrence> {
    (1..)
        .zip(sittings.iter())
        .map(|(number, times)| Occurrence {
            key: key(number, sittings.count()),
            moved_from: None,
            details: Arc::new(at(MeetingDetails::clone(details), times.clone())),
        })
        .collect()
}

fn of_series(details: &MeetingDetails, series: &Series) -> Vec<Occurrence> {
    let mut all = Vec::new();
    for run in series.runs() {
        let said = details.said_in(run);
        for (date, _) in run.sittings() {
            let mut details = occurrence(said.clone(), run, date);
            if series.awaits_confirmation(date) && details.status == Status::Confirmed {
                details.status = Status::Tentative;
            }
            all.push(Occurrence {
                key: OccurrenceKey::On(date),
                moved_from: run
                    .change(date)
                    .and_then(Patch::times)
                    .map(|_| Schedule::Exact(run.usual_times(date))),
                details: Arc::new(details),
            });
        }
    }
    all
}

fn occurrence(said: MeetingDetails, run: &Run, date: NaiveDate) -> MeetingDetails {
    let usual = at(said, run.usual_times(date));
    match run.change(date) {
        Some(change) => change.apply(usual),
        None => usual,
    }
}

fn at(details: MeetingDetails, times: ExactTimes) -> MeetingDetails {
    MeetingDetails {
        schedule: Schedule::Exact(times),
        ..details
    }
}
