//! A series: an entry for each run that comes by a rule, and one for each day where days are listed.

use super::followed::is_followed;
use super::{FeedEntry, Repetition, Teller, Telling};
use crate::domain::series::{Rule, Run};
use crate::domain::{Occurrence, OccurrenceKey, Said, Series, Status, Times};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The entries of a series, run after run.
pub(super) fn entries<'a>(teller: Teller<'a>, series: &'a Series) -> Vec<FeedEntry<'a>> {
    let dated = |one: &'a Occurrence| Some((one.key.date()?, one));
    let source = SeriesEntries {
        teller,
        series,
        held: teller.meeting.occurrences().filter_map(dated).collect(),
    };
    let mut entries: Vec<FeedEntry> = series
        .runs()
        .iter()
        .flat_map(|run| match run.recurrence().rule() {
            Some(rule) if is_followed(run, rule) => source.by_rule(run, rule).into_iter().collect(),
            _ => source.listed(run),
        })
        .collect();
    relate(&mut entries);
    entries
}

/// The dates of a run that comes by a rule, and what is told of each.
pub(in crate::feeds) struct RuleDates<'a> {
    /// The hours and the zone.
    pub run: &'a Run,
    /// The rule itself.
    pub rule: &'a Rule,
    /// What is held on each day of the rule; nothing on a day that is left out.
    pub days: Vec<(NaiveDate, Option<&'a Occurrence>)>,
    teller: Teller<'a>,
}

impl RuleDates<'_> {
    /// The first day of the rule, whether it is left out or not.
    pub fn first(&self) -> NaiveDate {
        self.days[0].0
    }

    /// The last day of the rule, whether it is left out or not.
    pub fn last(&self) -> NaiveDate {
        self.days[self.days.len() - 1].0
    }

    /// The days that are left out.
    pub fn left_out(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let left_out = self.days.iter().filter(|(_, held)| held.is_none());
        left_out.map(|(day, _)| *day)
    }

    /// What is held, each under the day of the rule.
    pub fn held(&self) -> impl Iterator<Item = (NaiveDate, &Occurrence)> {
        let days = self.days.iter();
        days.filter_map(|(day, held)| Some((*day, (*held)?)))
    }

    /// What is told of one of its occurrences by itself.
    pub fn tell(&self, one: &Occurrence) -> Telling {
        self.teller.tell(one)
    }
}

struct SeriesEntries<'a> {
    teller: Teller<'a>,
    series: &'a Series,
    /// What is said of each occurrence, by the day of the rule; days that are left out are not here.
    held: BTreeMap<NaiveDate, &'a Occurrence>,
}

impl<'a> SeriesEntries<'a> {
    /// The entry of a rule. It begins on the rule's own first day even if nothing is held then, so
    /// that the rest never changes its identity.
    fn by_rule(&self, run: &'a Run, rule: &'a Rule) -> Option<FeedEntry<'a>> {
        let days: Vec<NaiveDate> = rule.dates().collect();
        let first = *days.first()?;
        let usual = Occurrence {
            key: OccurrenceKey::On(first),
            said: self.usual(run, &days),
            times: Times::Exact(run.usual_times(first)),
            moved_from: None,
        };
        let telling = Telling {
            page: self.teller.site.page(self.teller.meeting.id),
            ..self.teller.tell(&usual)
        };
        let held = |day: NaiveDate| (day, self.held.get(&day).copied());
        let dates = RuleDates {
            run,
            rule,
            days: days.into_iter().map(held).collect(),
            teller: self.teller,
        };
        let repetition = Repetition::Rule(dates);
        Some(self.teller.entry(self.uid(first), telling, repetition))
    }

    /// What the rule says of each of its occurrences. Where most of them await the group's word, the
    /// rule does, and those that were confirmed are the exceptions: they are fewer.
    fn usual(&self, run: &Run, days: &[NaiveDate]) -> Arc<Said> {
        let mut usual = Said::clone(&self.teller.meeting.details.said);
        run.said().apply(&mut usual);
        let awaits = |day: &&NaiveDate| self.series.awaits_confirmation(**day);
        let mostly_awaited = 2 * days.iter().filter(awaits).count() > days.len();
        if usual.status == Status::Confirmed && mostly_awaited {
            usual.status = Status::Tentative;
        }
        Arc::new(usual)
    }

    /// An entry for each day, where it is listed: of several RDATEs some programs keep the first only.
    fn listed(&self, run: &Run) -> Vec<FeedEntry<'a>> {
        let entry = |day: NaiveDate| {
            let telling = self.teller.tell(self.held.get(&day)?);
            let entry = self.teller.entry(self.uid(day), telling, Repetition::Once);
            Some(entry)
        };
        run.recurrence()
            .dates()
            .into_iter()
            .filter_map(entry)
            .collect()
    }

    /// The identity of what begins on a day of a rule or a list: the meeting's own on the very first,
    /// so that a copy of a meeting that was to be held once becomes it.
    fn uid(&self, day: NaiveDate) -> String {
        let id = self.teller.meeting.id;
        let first = self.series.runs()[0].recurrence().dates();
        match first.first() {
            Some(first) if *first == day => id.to_string(),
            _ => format!("{id}-{}", day.format("%Y%m%d")),
        }
    }
}

/// All name the first among them.
fn relate(entries: &mut [FeedEntry<'_>]) {
    let Some(first) = entries.first().map(|entry| entry.uid.clone()) else {
        return;
    };
    for entry in entries.iter_mut().filter(|entry| entry.uid != first) {
        entry.siblings.push(first.clone());
    }
}
