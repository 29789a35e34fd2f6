//! A series: an entry for each run that comes by a rule, and one for each day where days are listed.

use super::followed::{is_followed, is_repeated};
use super::{FeedEntry, Repetition, Teller, Telling};
use crate::domain::series::{Rule, Run};
use crate::domain::{
    Alteration, MeetingId, Occurrence, OccurrenceKey, Said, Series, Status, Times,
};
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
    /// The run with which the series goes on, unless that is called off.
    pub next: Option<&'a Run>,
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

    /// The meeting whose dates they are.
    pub fn meeting(&self) -> MeetingId {
        self.teller.meeting.id
    }

    /// Whether every program comes to the usual hours of a day by the rule.
    pub fn repeats(&self, day: NaiveDate) -> bool {
        is_repeated(self.run, self.first(), day)
    }

    /// What is told of one of its occurrences by itself.
    pub fn tell(&self, one: &Occurrence) -> Telling {
        let day = one.key.date();
        Telling {
            new_hours: day.and_then(|day| self.teller.new_hours(self.run, day)),
            ..self.teller.tell(one)
        }
    }
}

impl Teller<'_> {
    /// What was published of the hours of a run, if those of a day of it were others before.
    fn new_hours(self, run: &Run, day: NaiveDate) -> Option<Alteration> {
        let reaches = |one: &&Alteration| match one {
            Alteration::Hours { from, to, .. } => {
                to == run.hours() && day >= *from && run.recurrence().dates().contains(from)
            }
            _ => false,
        };
        self.meeting.alterations().find(reaches).cloned()
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
            join: self.teller.site.join(self.teller.meeting.id),
            former: None,
            new_hours: self.teller.new_hours(run, run.last_day()),
            ..self.teller.tell(&usual)
        };
        let held = |day: NaiveDate| (day, self.held.get(&day).copied());
        let dates = RuleDates {
            run,
            rule,
            days: days.into_iter().map(held).collect(),
            next: self.next_after(run),
            teller: self.teller,
        };
        let repetition = Repetition::Rule(dates);
        Some(self.teller.entry(self.uid(run.name()), telling, repetition))
    }

    /// What the rule says of each of its occurrences. Where most of them await the group's word, the
    /// rule does, and those that were confirmed are the exceptions: they are fewer.
    fn usual(&self, run: &Run, days: &[NaiveDate]) -> Arc<Said> {
        let mut usual = self.said_in(run);
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
            let telling = Telling {
                new_hours: self.teller.new_hours(run, day),
                ..self.teller.tell(self.held.get(&day)?)
            };
            let uid = self.uid_of_day(run, day);
            Some(self.teller.entry(uid, telling, Repetition::Once))
        };
        run.recurrence()
            .dates()
            .into_iter()
            .filter_map(entry)
            .collect()
    }

    /// The run that follows, if it takes place.
    fn next_after(&self, run: &Run) -> Option<&'a Run> {
        let next = self
            .series
            .runs()
            .iter()
            .find(|next| next.first_day() > run.last_day());
        next.filter(|next| self.said_in(next).status.takes_place())
    }

    fn said_in(&self, run: &Run) -> Said {
        let mut said = Said::clone(&self.teller.meeting.details.said);
        run.said().apply(&mut said);
        said
    }

    /// The identity of what goes by a name: the meeting's own for the run that it was made with, so that
    /// a copy of a meeting that was to be held once becomes it.
    fn uid(&self, name: Option<NaiveDate>) -> String {
        let id = self.teller.meeting.id;
        match name {
            None => id.to_string(),
            Some(day) => format!("{id}-{}", day.format("%Y%m%d")),
        }
    }

    /// The identity of a listed day: the run's own on its first if that is the meeting's.
    fn uid_of_day(&self, run: &Run, day: NaiveDate) -> String {
        if run.name().is_none() && run.first_day() == day {
            return self.uid(None);
        }
        let others = self.series.runs().iter().filter(|other| *other != run);
        let uid = self.uid(Some(day));
        // A run that has moved on keeps the day as its name.
        match others.map(Run::name).any(|name| name == Some(day)) {
            true => format!("{uid}-1"),
            false => uid,
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
