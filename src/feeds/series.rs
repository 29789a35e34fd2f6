//! A series in feeds: an event for each run that comes by a rule, one in place of each occurrence
//! that the rule does not say, and one for each listed day.

use super::event::{Recurrence, Vevent};
use super::rrule::{is_followed, rrule};
use super::rule_words::{goes_on, new_hours, rule_words};
use super::site::Site;
use super::span::{Clock, Span};
use super::words;
use crate::calendar::PublishedMeeting;
use crate::domain::series::{Rule, Run};
use crate::domain::{Fold, Occurrence, Said, Series, Status, Times};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The events of a series, run after run.
pub(super) fn events(meeting: &PublishedMeeting, series: &Series, site: &Site) -> Vec<Vevent> {
    let source = Source {
        meeting,
        series,
        site,
        held: meeting
            .occurrences()
            .filter_map(|occurrence| Some((occurrence.key.date()?, occurrence)))
            .collect(),
    };
    let mut events: Vec<Vevent> = series
        .runs()
        .iter()
        .flat_map(|run| match run.recurrence().rule() {
            Some(rule) if is_followed(run, rule) => source.by_rule(run, rule),
            _ => source.listed(run),
        })
        .collect();
    relate(&mut events);
    events
}

struct Source<'a> {
    meeting: &'a PublishedMeeting,
    series: &'a Series,
    site: &'a Site,
    /// What is said of each occurrence, by the day of the rule; days that are left out are not here.
    held: BTreeMap<NaiveDate, &'a Occurrence>,
}

impl Source<'_> {
    /// The event with the rule, and those in place of what it says wrongly. The rule begins on its
    /// own first day even if nothing is held then, so that the rest never changes its identity.
    fn by_rule(&self, run: &Run, rule: &Rule) -> Vec<Vevent> {
        let days: Vec<NaiveDate> = rule.dates().collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            return Vec::new();
        };
        let left_out = days.iter().filter(|day| !self.held.contains_key(day));
        let usual = self.usual(run, &days);
        let master = Vevent {
            said: Arc::clone(&usual),
            times: Times::Exact(run.usual_times(*first)),
            uid: self.uid(run.name()),
            siblings: Vec::new(),
            span: first_span(run, *first),
            recurrence: Recurrence::By {
                rrule: rrule(rule, until(run, *last)),
                left_out: left_out.map(|day| shown(run, *day)).collect(),
                last: shown(run, *last),
            },
            former: None,
            suffix: String::new(),
            when: self.when(run, rule),
            page: self.site.page(self.meeting.id),
        };
        let others: Vec<Vevent> = days
            .iter()
            .filter_map(|day| self.in_place_of(run, *day, &usual, &master))
            .collect();
        std::iter::once(master).chain(others).collect()
    }

    /// The lines that say when: the rule, what it was before as readers were told, and how the series
    /// goes on after it, unless it is called off.
    fn when(&self, run: &Run, rule: &Rule) -> Vec<String> {
        let mut lines = rule_words(run, rule);
        lines.extend(self.new_hours(run, run.last_day()));
        let runs = self.series.runs();
        let next = runs.iter().find(|next| next.first_day() > run.last_day());
        let next = next.filter(|next| self.said_in(next).status.takes_place());
        lines.extend(next.map(goes_on));
        lines
    }

    /// What the hours of a run were before, if those of a day of it were others.
    fn new_hours(&self, run: &Run, day: NaiveDate) -> Option<String> {
        let mut alterations = self.meeting.alterations();
        alterations.find_map(|one| new_hours(run, day, one))
    }

    fn said_in(&self, run: &Run) -> Said {
        let mut said = Said::clone(&self.meeting.details.said);
        run.said().apply(&mut said);
        said
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

    /// The event for one day, unless it is left out or every program comes to the same by the rule.
    fn in_place_of(
        &self,
        run: &Run,
        day: NaiveDate,
        usual: &Said,
        master: &Vevent,
    ) -> Option<Vevent> {
        let held = self.held.get(&day)?;
        let times = held.times.exact()?;
        let is_usual = *held.said == *usual && *times == run.usual_times(day);
        let former = self.meeting.moved_from_of(held);
        if is_usual && former.is_none() && repeats(run, day, &master.span) {
            return None;
        }
        Some(Vevent {
            said: held.said.clone(),
            times: held.times.clone(),
            uid: master.uid.clone(),
            siblings: Vec::new(),
            span: Span::pinned(times),
            recurrence: Recurrence::InPlaceOf(shown(run, day)),
            former: former.cloned(),
            suffix: String::new(),
            when: words::when(&held.times),
            page: self.site.page_on(self.meeting.id, day),
        })
    }

    /// An event for each day, where it is listed: of several RDATEs some programs keep the first only.
    fn listed(&self, run: &Run) -> Vec<Vevent> {
        let event = |day: NaiveDate| {
            let held = self.held.get(&day)?;
            let mut when = words::when(&held.times);
            when.extend(self.new_hours(run, day));
            Some(Vevent {
                said: held.said.clone(),
                times: held.times.clone(),
                uid: self.uid_of_day(run, day),
                siblings: Vec::new(),
                span: Span::pinned(held.times.exact()?),
                recurrence: Recurrence::Once,
                former: self.meeting.moved_from_of(held).cloned(),
                suffix: String::new(),
                when,
                page: self.site.page_on(self.meeting.id, day),
            })
        };
        run.recurrence()
            .dates()
            .into_iter()
            .filter_map(event)
            .collect()
    }

    /// The identity of what goes by a name: the meeting's own for the run that it was made with, so that
    /// a copy of a meeting that was to be held once becomes it.
    fn uid(&self, name: Option<NaiveDate>) -> String {
        let id = self.meeting.id;
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
fn relate(events: &mut [Vevent]) {
    let Some(first) = events.first().map(|event| event.uid.clone()) else {
        return;
    };
    for event in events.iter_mut().filter(|event| event.uid != first) {
        event.siblings.push(first.clone());
    }
}

/// When the rule has it begin on a day, as the clock shows it.
fn shown(run: &Run, day: NaiveDate) -> Clock {
    Clock::showing(run.zone(), day.and_time(run.start()))
}

fn first_span(run: &Run, first: NaiveDate) -> Span {
    match Span::sitting(&run.usual_times(first)) {
        Span::Hours { end, .. } => Span::Hours {
            start: shown(run, first),
            end,
        },
        span => span,
    }
}

/// Whether every program comes to the usual hours of a day by the rule. None is trusted to if there
/// is a doubt about the first day, because all others are measured by it.
fn repeats(run: &Run, day: NaiveDate, first: &Span) -> bool {
    let span = Span::sitting(&run.usual_times(day));
    let is_at_the_hour = matches!(&span, Span::Hours { start, .. } if *start == shown(run, day));
    let length = first.undoubted_length();
    is_at_the_hour && length.is_some() && span.undoubted_length() == length
}

/// When the last one begins. Of an hour that the clocks show twice the second is named: a program
/// that takes it for the start would lose the last one otherwise.
fn until(run: &Run, last: NaiveDate) -> DateTime<Utc> {
    let start = run.usual_times(last).start();
    run.zone().instant(start.local(), Some(Fold::Later))
}
