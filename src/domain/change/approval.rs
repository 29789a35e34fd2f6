//! Approving a change of a series some time after it was sent. What was held meanwhile is what
//! readers were told then, not what the change would say of it now; all else is what was sent.

use super::rest::as_series;
use crate::domain::fields::FieldError;
use crate::domain::fields::when_names;
use crate::domain::meeting::MeetingDetails;
use crate::domain::occurrence::Occurrence;
use crate::domain::said::{Patch, Said};
use crate::domain::series::{Run, Scope, Series, first_changed, places};
use crate::domain::status::Status;
use crate::domain::times::next_day;
use crate::domain::timing::Timing;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

impl MeetingDetails {
    /// The dates of the series `published` that are over and of which this change would say something
    /// else, or nothing, as they were held. What came out of them may be said otherwise. If there are
    /// any, [`Self::keeping_held`] adapts the change; if not, it is approved as it was sent.
    pub fn held_meanwhile(&self, published: &Self, now: DateTime<Utc>) -> Vec<Occurrence> {
        if published.timing.series().is_none() {
            return Vec::new();
        }
        let mut changed = self.occurrences_by_name();
        let mut held = published.occurrences();
        held.retain(|one| {
            let again = changed.remove(&one.key.to_string());
            one.times.is_over(now) && !again.is_some_and(|again| is_as_held(one, &again))
        });
        held
    }

    /// What is published if this change of `published` is approved now: the change itself, unless it
    /// is of a series some of whose dates were held since it was sent ([`Self::held_meanwhile`]). Then
    /// these are as they were, with what came out of them, and dates that were to take their places and
    /// are past too, of which nobody was told, are none.
    ///
    /// Refused where nothing can follow dates that were held: a meeting without hours, in parts or in
    /// slots.
    pub fn keeping_held(self, published: &Self, now: DateTime<Utc>) -> Result<Self, FieldError> {
        let meanwhile = self.held_meanwhile(published, now);
        let meanwhile: BTreeSet<NaiveDate> =
            meanwhile.iter().filter_map(|one| one.key.date()).collect();
        let Some(series) = published.timing.series().filter(|_| !meanwhile.is_empty()) else {
            return Ok(self);
        };
        let sent = as_series(&self.timing)?;
        let over = published.occurrences().into_iter();
        let over = over.filter(|one| one.times.is_over(now));
        let approval = Approval {
            published: (published, series),
            sent: (&self, &sent),
            held: over
                .filter_map(|one| Some((one.key.date()?, one)))
                .collect(),
            confirm_from: series
                .confirm_from_when(first_changed(series, Scope::All, now), sent.confirm_from()),
        };
        let runs = approval.runs(&approval.replaced(&meanwhile, now));
        let whole = Series::of_runs(runs, approval.confirm_from)
            .map_err(|problem| FieldError::new(when_names::precision, problem))?;
        Ok(self.at(Timing::Series(whole)))
    }
}

/// Whether a date is what it was, but for what came out of it.
fn is_as_held(held: &Occurrence, again: &Occurrence) -> bool {
    held.times == again.times && *again.said == with_outcomes_of(&held.said, &again.said)
}

fn with_outcomes_of(held: &Said, again: &Said) -> Said {
    Said {
        links: again.links.clone(),
        participants: again.participants,
        ..held.clone()
    }
}

/// A change of a series of which some was held since it was sent.
struct Approval<'a> {
    published: (&'a MeetingDetails, &'a Series),
    sent: (&'a MeetingDetails, &'a Series),
    /// Every date that is over, as it was held.
    held: BTreeMap<NaiveDate, Occurrence>,
    confirm_from: Option<NaiveDate>,
}

/// Where a day comes from: the number of a run of what is published, or of what was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RunOf {
    Published(usize),
    Sent(usize),
}

impl Approval<'_> {
    /// The new dates that were to take the places of dates that were held after all, and that are past:
    /// nobody was told of them. Those to come are held, as was sent.
    fn replaced(&self, meanwhile: &BTreeSet<NaiveDate>, now: DateTime<Utc>) -> BTreeSet<NaiveDate> {
        let Some(first) = meanwhile.first() else {
            return BTreeSet::new();
        };
        let mut kept = self.held.keys().filter(|date| *date < first);
        let new = kept
            .next_back()
            .map_or(NaiveDate::MIN, |date| next_day(*date));
        let rest = |series: &Series, from| series.remaining(from).map(|rest| rest.recurrence());
        let (Some(before), Some(after)) = (rest(self.published.1, *first), rest(self.sent.1, new))
        else {
            return BTreeSet::new();
        };
        let places = places(&before, &after).into_iter();
        places
            .filter(|(day, _)| meanwhile.contains(day))
            .map(|(_, place)| place)
            .filter(|place| {
                let sent = self.sent.0.occurrence_on(*place);
                sent.is_none_or(|sent| sent.times.is_over(now))
            })
            .collect()
    }

    /// What is published, run after run.
    fn runs(&self, replaced: &BTreeSet<NaiveDate>) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for days in self
            .days(replaced)
            .chunk_by(|(_, one), (_, next)| one == next)
        {
            let source = days[0].1;
            let days: BTreeSet<NaiveDate> = days.iter().map(|(day, _)| *day).collect();
            let Some(run) = self.run(source, &days) else {
                continue;
            };
            match runs.last_mut().zip(Some(source)) {
                // It never was another.
                Some((last, RunOf::Published(_))) if last.said() == run.said() => {
                    match last.continued_by(&run) {
                        Some(both) => *last = both,
                        None => runs.push(run),
                    }
                }
                _ => runs.push(run),
            }
        }
        runs
    }

    /// Every day with its source, in order: what was sent, or what is published of a date that was
    /// held at other hours than the change would have it.
    fn days(&self, replaced: &BTreeSet<NaiveDate>) -> Vec<(NaiveDate, RunOf)> {
        let mut days = BTreeMap::new();
        for (number, run) in self.sent.1.runs().iter().enumerate() {
            let new = run.recurrence().dates().into_iter();
            days.extend(
                new.filter(|day| !replaced.contains(day))
                    .map(|day| (day, RunOf::Sent(number))),
            );
        }
        for (number, run) in self.published.1.runs().iter().enumerate() {
            let held = run.recurrence().dates().into_iter();
            let held = held.filter(|day| self.held.contains_key(day));
            let is_elsewhere = |day: &NaiveDate| {
                let sent = self.sent.1.run_of(*day);
                sent.is_none_or(|sent| sent.hours() != run.hours())
            };
            days.extend(
                held.filter(is_elsewhere)
                    .map(|day| (day, RunOf::Published(number))),
            );
        }
        days.into_iter().collect()
    }

    /// Some days of a run, those of them that were held as they were.
    fn run(&self, source: RunOf, days: &BTreeSet<NaiveDate>) -> Option<Run> {
        let (details, run) = match source {
            RunOf::Published(number) => (self.published.0, &self.published.1.runs()[number]),
            RunOf::Sent(number) => (self.sent.0, &self.sent.1.runs()[number]),
        };
        let usual = details.said_in(run);
        let run = stretch(run, days)?.saying(Patch::between(&self.sent.0.said, &usual));
        let held = days.iter().filter(|day| self.held.contains_key(day));
        Some(held.fold(run, |run, day| self.with_held(run, *day, &usual)))
    }

    /// A run that says of a date what it was, with what came out of it as the change says.
    fn with_held(&self, run: Run, date: NaiveDate, usual: &Said) -> Run {
        let (published, series) = self.published;
        let Some((words, times)) = published.own_words_on(series, date) else {
            return run;
        };
        let mut words = match self.sent.0.occurrence_on(date) {
            Some(again) => with_outcomes_of(&words, &again.said),
            None => Said::clone(&words),
        };
        let is_told = self.confirm_from.is_some_and(|from| date >= from);
        if series.awaits_confirmation(date) && !is_told && words.status == Status::Confirmed {
            words.status = Status::Tentative;
        }
        let own = run.unlike(date, usual, (&words, &times));
        run.clone().with_own(date, own).unwrap_or(run)
    }
}

/// A run from the first to the last of some of its days; others in between are left out.
fn stretch(run: &Run, days: &BTreeSet<NaiveDate>) -> Option<Run> {
    let (first, last) = (*days.first()?, *days.last()?);
    let rest = run.remaining(first)?;
    let run = match last < rest.last_day() {
        true => rest.until(next_day(last))?,
        false => rest,
    };
    let others = run.recurrence().dates().into_iter();
    let others: Vec<NaiveDate> = others.filter(|day| !days.contains(day)).collect();
    Some(
        others
            .into_iter()
            .fold(run, |run, day| run.clone().without(day).unwrap_or(run)),
    )
}
