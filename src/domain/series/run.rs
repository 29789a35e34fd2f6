//! A stretch of a series with the same hours and the same rule, and the occurrences in it that are
//! unlike the others.

use super::exception::{Exception, Own};
use super::hours::Hours;
use super::rule::Recurrence;
use crate::domain::problem::Problem;
use crate::domain::said::{Patch, Said};
use crate::domain::times::{End, ExactTimes, Moment, next_day};
use crate::domain::zone::Zone;
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// Occurrences at the same local hours. Each is known for good by the local day that its rule puts
/// it on, wherever it is moved (RFC 5545, section 3.8.4.4: RECURRENCE-ID).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    name: Option<NaiveDate>,
    hours: Hours,
    recurrence: Recurrence,
    exceptions: BTreeMap<NaiveDate, Exception>,
    /// What the meeting said in this run unlike today; empty in the newest.
    said: Patch,
}

impl Run {
    /// Hours on the zone's clock; an end that is not after the start is on the day after. A day on
    /// which the clocks skip one of them is refused, but for the midnight that ends it. Of hours that they show twice the first are
    /// meant, as in RFC 5545, section 3.3.5.
    pub fn new(
        zone: Zone,
        start: NaiveTime,
        end: Option<NaiveTime>,
        recurrence: Recurrence,
    ) -> Result<Self, Problem> {
        let hours = Hours { zone, start, end };
        let run = Self::restored(hours, recurrence, BTreeMap::new(), Patch::default());
        for date in run.recurrence.dates() {
            run.hours.check(date)?;
        }
        Ok(run)
    }

    /// A run as it was said once. Nothing is checked again: another zone database may skip hours that
    /// were there when it was said.
    pub fn restored(
        hours: Hours,
        recurrence: Recurrence,
        exceptions: BTreeMap<NaiveDate, Exception>,
        said: Patch,
    ) -> Self {
        Self {
            name: None,
            hours,
            recurrence,
            exceptions,
            said,
        }
    }

    /// What it is known by for good, whatever becomes of its days: the day on which it began when it
    /// was made, or one near it if that was taken; nothing for the run that the series was made with
    /// (RFC 5545, section 3.8.4.7: UID).
    pub fn name(&self) -> Option<NaiveDate> {
        self.name
    }

    /// The run by another name.
    pub fn named(self, name: Option<NaiveDate>) -> Self {
        Self { name, ..self }
    }

    /// The usual hours.
    pub fn hours(&self) -> &Hours {
        &self.hours
    }

    /// Whose clock.
    pub fn zone(&self) -> &Zone {
        &self.hours.zone
    }

    /// The hour at which each begins.
    pub fn start(&self) -> NaiveTime {
        self.hours.start
    }

    /// The hour at which each ends, if it is given; on the day after where it is not after the start.
    pub fn end(&self) -> Option<NaiveTime> {
        self.hours.end
    }

    /// On which days.
    pub fn recurrence(&self) -> &Recurrence {
        &self.recurrence
    }

    /// What is unlike the others, by the day of the rule.
    pub fn exceptions(&self) -> &BTreeMap<NaiveDate, Exception> {
        &self.exceptions
    }

    /// When it would be held on a day of the rule if nothing was unlike the others. Where a newer
    /// zone database skips the hour, it is as long after it as the clocks jump.
    pub fn usual_times(&self, date: NaiveDate) -> ExactTimes {
        self.hours.on(date)
    }

    /// The nearest to other times that a list of dates on the run's clock can say: it knows neither
    /// another zone nor several days, and an end that is not given is the usual one.
    pub fn as_listed(&self, own: &ExactTimes) -> ExactTimes {
        let Hours { zone, start, end } = &self.hours;
        let local = |at| zone.local(at).naive_local();
        let begins = Moment::nearest(zone, local(own.start_utc()));
        let own_end = match own.end() {
            End::At(end) if own.zone() == zone => Some(end.local().time()),
            _ => own.end_utc().map(|end| local(end).time()),
        };
        let usual_end = end.map(|end| begins.local().time() + (end - *start));
        [own_end, usual_end]
            .into_iter()
            .flatten()
            .find_map(|end| self.within_a_day(begins, end))
            .unwrap_or_else(|| ExactTimes::open(zone.clone(), begins))
    }

    /// When it is held: each day of the rule that is not left out, with its hours.
    pub fn sittings(&self) -> impl Iterator<Item = (NaiveDate, ExactTimes)> + '_ {
        self.recurrence
            .dates()
            .into_iter()
            .filter_map(|date| Some((date, self.times(date)?)))
    }

    /// What the meeting said in this run unlike today; nothing in the newest.
    pub fn said(&self) -> &Patch {
        &self.said
    }

    /// The run with other words for what the meeting said then.
    pub(in crate::domain) fn saying(self, said: Patch) -> Self {
        Self { said, ..self }
    }

    /// The run with other words for what it and each of its occurrences say of their own.
    pub(in crate::domain) fn map_said(mut self, change: impl Fn(Patch) -> Patch) -> Self {
        self.said = change(self.said);
        for exception in self.exceptions.values_mut() {
            if let Exception::Changed(own) = exception {
                own.said = change(std::mem::take(&mut own.said));
            }
        }
        self
    }

    /// What its occurrences have of their own.
    pub(in crate::domain) fn owns(&self) -> impl Iterator<Item = &Own> {
        self.exceptions
            .values()
            .filter_map(|exception| match exception {
                Exception::Changed(own) => Some(own.as_ref()),
                Exception::Skipped => None,
            })
    }

    /// Whether a day of the rule is left out.
    pub fn skips(&self, date: NaiveDate) -> bool {
        self.exceptions.get(&date) == Some(&Exception::Skipped)
    }

    /// The days that are left out.
    pub fn skipped(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.exceptions
            .iter()
            .filter(|(_, exception)| **exception == Exception::Skipped)
            .map(|(date, _)| *date)
    }

    /// What an occurrence has of its own, if it has anything.
    pub fn own(&self, date: NaiveDate) -> Option<&Own> {
        match self.exceptions.get(&date)? {
            Exception::Changed(own) => Some(own),
            Exception::Skipped => None,
        }
    }

    /// What an occurrence has to have of its own to be said and held like this, where all of the run
    /// is said like `usual`.
    pub(in crate::domain) fn unlike(
        &self,
        date: NaiveDate,
        usual: &Said,
        (said, times): (&Said, &ExactTimes),
    ) -> Own {
        Own {
            times: (*times != self.usual_times(date)).then(|| times.clone()),
            said: Patch::between(usual, said),
        }
    }

    /// The run with one day left out. Refuses a day that the rule does not give, and the last one.
    pub fn skipping(self, date: NaiveDate) -> Result<Self, Problem> {
        let run = self.without(date)?;
        match run.is_held() {
            true => Ok(run),
            false => Err(Problem::TooFew { least: 1 }),
        }
    }

    /// The run with one day left out, be it the last. Refuses a day that the rule does not give.
    pub(in crate::domain) fn without(mut self, date: NaiveDate) -> Result<Self, Problem> {
        self.except(date, Some(Exception::Skipped))?;
        Ok(self)
    }

    /// The run with one day at other times. Refuses a day that the rule does not give.
    pub fn moving(self, date: NaiveDate, times: ExactTimes) -> Result<Self, Problem> {
        let moved = (times != self.usual_times(date)).then_some(times);
        let own = self.own(date).cloned().unwrap_or_default();
        self.with_own(
            date,
            Own {
                times: moved,
                ..own
            },
        )
    }

    /// Gives an occurrence something of its own; nothing makes it like the others again. Refuses a
    /// day that the rule does not give.
    pub(in crate::domain) fn set_own(&mut self, date: NaiveDate, own: Own) -> Result<(), Problem> {
        let exception = (!own.is_empty()).then(|| Exception::Changed(Box::new(own)));
        self.except(date, exception)
    }

    /// The run with something of its own for one occurrence; nothing makes it like the others again.
    /// Refuses a day that the rule does not give.
    pub(in crate::domain) fn with_own(
        mut self,
        date: NaiveDate,
        own: Own,
    ) -> Result<Self, Problem> {
        self.set_own(date, own)?;
        Ok(self)
    }

    /// The first day of the rule or the list.
    pub fn first_day(&self) -> NaiveDate {
        let days = self.recurrence.dates();
        days.first().copied().unwrap_or(NaiveDate::MAX)
    }

    /// The last day of the rule or the list.
    pub fn last_day(&self) -> NaiveDate {
        let days = self.recurrence.dates();
        days.last().copied().unwrap_or(NaiveDate::MIN)
    }

    /// The run without what comes before a day; `None` if nothing is left.
    pub(in crate::domain) fn remaining(&self, from: NaiveDate) -> Option<Self> {
        let days = self.recurrence.dates();
        let first = days.into_iter().find(|date| *date >= from)?;
        let mut run = self.clone().with_recurrence(self.recurrence.since(first)?);
        run.exceptions.retain(|date, _| *date >= first);
        Some(run)
    }

    /// The run up to a day, which is not included, whether anything is held in it or not; `None` if
    /// no day is left.
    pub(in crate::domain) fn until(&self, day: NaiveDate) -> Option<Self> {
        let mut run = self.clone().with_recurrence(self.recurrence.before(day)?);
        run.exceptions.retain(|date, _| *date < day);
        Some(run)
    }

    /// The run up to a day, which is not included; `None` if nothing is held before it.
    pub(in crate::domain) fn before(&self, day: NaiveDate) -> Option<Self> {
        self.until(day).filter(Self::is_held)
    }

    /// The run by another rule or list, which has to give every day of which the run says something
    /// of its own.
    pub(in crate::domain) fn with_recurrence(self, recurrence: Recurrence) -> Self {
        Self { recurrence, ..self }
    }

    /// This run and a later one with what is unlike the rest in both, if they are at the same hours and
    /// by one rule or by none.
    pub(in crate::domain) fn continued_by(&self, later: &Self) -> Option<Self> {
        let both = self.recurrence.followed_by(&later.recurrence);
        let is_rule = |recurrence: &Recurrence| recurrence.rule().is_some();
        let are_listed = !is_rule(&self.recurrence) && !is_rule(&later.recurrence);
        if self.hours != later.hours || !(is_rule(&both) || are_listed) {
            return None;
        }
        let mut run = self.clone().with_recurrence(both);
        run.exceptions.extend(later.exceptions.clone());
        Some(run)
    }

    /// Whether anything is held in it.
    pub(in crate::domain) fn is_held(&self) -> bool {
        self.sittings().next().is_some()
    }

    fn except(&mut self, date: NaiveDate, exception: Option<Exception>) -> Result<(), Problem> {
        if !self.recurrence.dates().contains(&date) {
            return Err(Problem::NoSuchDate { date });
        }
        match exception {
            Some(exception) => self.exceptions.insert(date, exception),
            None => self.exceptions.remove(&date),
        };
        Ok(())
    }

    /// When it is held on a day of the rule, unless that is left out.
    pub(in crate::domain) fn times(&self, date: NaiveDate) -> Option<ExactTimes> {
        match self.exceptions.get(&date) {
            Some(Exception::Skipped) => None,
            Some(Exception::Changed(own)) => {
                let moved = own.times.clone();
                Some(moved.unwrap_or_else(|| self.usual_times(date)))
            }
            None => Some(self.usual_times(date)),
        }
    }

    fn within_a_day(&self, start: Moment, end: NaiveTime) -> Option<ExactTimes> {
        let date = start.local().date();
        let day = match end > start.local().time() {
            true => date,
            false => next_day(date),
        };
        let zone = &self.hours.zone;
        let end = Moment::nearest_end(zone, day.and_time(end));
        ExactTimes::new(zone.clone(), start, End::At(end))
            .ok()
            .filter(|times| !times.is_multi_day())
    }
}
