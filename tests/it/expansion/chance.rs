//! Series as chance has them, most of them at night, when clocks change.

use crate::support::chance::Chance;
use crate::support::meetings::{SEED, details, with};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta};
use igf_calendar::domain::series::{Dates, Ends, Recurrence, Rule, Run, Step};
use igf_calendar::domain::{
    End, ExactTimes, Fold, MeetingDetails, Moment, Scope, Series, Status, Timing, Zone,
};

/// Zones whose clocks change by half an hour, at midnight, for a month of
/// fasting, south of the equator, in winter by name, or never.
const ZONES: [&str; 12] = [
    "UTC",
    "Europe/Zurich",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Havana",
    "America/Santiago",
    "Europe/Dublin",
    "Pacific/Kiritimati",
];

/// Makes series by chance.
pub struct SeriesByChance(Chance);

/// Days on which a run may begin.
pub struct Begins {
    first: NaiveDate,
    count: u64,
}

impl Begins {
    /// Any day of twenty years, some of them to come.
    pub fn any_day() -> Self {
        Self {
            first: NaiveDate::from_ymd_opt(2010, 1, 1).expect("a day"),
            count: 20 * 365,
        }
    }

    fn within_a_month_of(first: NaiveDate) -> Self {
        Self { first, count: 31 }
    }
}

impl SeriesByChance {
    /// The same series in most runs; see [`Chance::new`].
    pub fn new(usual: u64) -> Self {
        Self(Chance::new(usual))
    }

    /// A series of one to three runs, some of it left out, moved, cancelled or
    /// to be confirmed.
    pub fn series(&mut self) -> MeetingDetails {
        let first = match self.0.one_in(3) {
            true => self.run_by_a_change(),
            false => self.run(&Begins::any_day()),
        };
        let mut details = with_run(&template(), first);
        for _ in 0..self.0.below(3) {
            let from = *self.0.one_of(&days_of(&details));
            let later = self.run(&Begins::within_a_month_of(from));
            let later = with_run(&details, later);
            // Chance may begin it before the last one that stays.
            if let Ok(after) = details.with_change(Scope::From(from), later, LONG_AGO) {
                details = after;
            }
        }
        for day in days_of(&details) {
            details = self.changed(details, day);
        }
        if self.0.one_in(4)
            && let Timing::Series(series) = details.timing.clone()
        {
            let from = *self.0.one_of(&days_of(&details));
            details.timing = Timing::Series(series.confirming_from(Some(from)));
        }
        details
    }

    /// A rule with at most so many steps between two of its days.
    pub fn rule(&mut self, most_every: u64, begins: &Begins) -> Rule {
        loop {
            let (first, step) = (self.day(begins), *self.0.one_of(&Step::ALL));
            let every = 1 + self.0.below(most_every) as u8;
            let ends = match self.0.one_in(2) {
                true => Ends::Count(1 + self.0.below(60) as u16),
                false => Ends::Until(first + Days::new(self.0.below(731))),
            };
            // Chance often asks for what nobody may: a series of ten years.
            if let Ok(rule) = Rule::new(first, step, every, ends) {
                return rule;
            }
        }
    }

    fn run(&mut self, begins: &Begins) -> Run {
        loop {
            let recurrence = match self.0.one_in(8) {
                true => Recurrence::Dates(self.dates(begins)),
                false => Recurrence::Rule(self.rule(4, begins)),
            };
            let (zone, start) = (self.zone(), self.hour());
            if let Some(run) = self.run_at(zone, start, recurrence) {
                return self.with_exceptions(run);
            }
        }
    }

    /// A run at about the hour at which the clocks change while it goes on, on
    /// one of its own days or on another of the month.
    fn run_by_a_change(&mut self) -> Run {
        loop {
            let (zone, day) = (self.zone(), self.day(&Begins::any_day()));
            let Some(change) = zone
                .transitions_from(zone.start_of_day(day))
                .find(|change| change.before != change.after)
            else {
                continue;
            };
            let quarters = TimeDelta::minutes(15 * (self.0.below(17) as i64 - 8));
            let start = zone.local(change.at).naive_local() + quarters;
            let before = self.0.below(4);
            let first = start.date() - Days::new(7 * before);
            let count = before + 1 + self.0.below(3);
            let recurrence = match self.0.below(3) {
                0 => {
                    let days = (0..count).map(|week| first + Days::new(7 * week));
                    Recurrence::Dates(Dates::new(days.collect()).expect("some weeks"))
                }
                1 => {
                    let count = Ends::Count(count as u16);
                    let rule = Rule::new(first, Step::Week, 1, count);
                    Recurrence::Rule(rule.expect("some weeks"))
                }
                _ => Recurrence::Rule(self.rule(2, &Begins::within_a_month_of(first))),
            };
            if let Some(run) = self.run_at(zone, start.time(), recurrence) {
                return run;
            }
        }
    }

    /// None if an hour is skipped on one of the days.
    fn run_at(&mut self, zone: Zone, start: NaiveTime, recurrence: Recurrence) -> Option<Run> {
        let longest = if self.0.one_in(3) { 95 } else { 16 };
        let length = TimeDelta::minutes(15 + 15 * self.0.below(longest) as i64);
        let end = (!self.0.one_in(4)).then_some(start + length);
        Run::new(zone, start, end, recurrence).ok()
    }

    /// The run with some of it left out or moved.
    fn with_exceptions(&mut self, run: Run) -> Run {
        let days = run.recurrence().dates();
        days.into_iter().fold(run, |run, day| {
            let excepted = match self.0.below(12) {
                0 => run.clone().skipping(day),
                1 => run.clone().moving(day, self.times_near(day)),
                _ => return run,
            };
            // The last one that is left cannot be left out.
            excepted.unwrap_or(run)
        })
    }

    fn times_near(&mut self, day: NaiveDate) -> ExactTimes {
        loop {
            let zone = self.zone();
            let start = (day + Days::new(self.0.below(9)) - Days::new(4)).and_time(self.hour());
            let length = TimeDelta::minutes(15 + 15 * self.0.below(40) as i64);
            let fold = Some(*self.0.one_of(&[Fold::Earlier, Fold::Later]));
            let moment = |local| Moment::new(&zone, local, fold);
            let (Ok(from), Ok(to)) = (moment(start), moment(start + length)) else {
                continue;
            };
            let end = *self.0.one_of(&[End::At(to), End::Open]);
            if let Ok(times) = ExactTimes::new(zone, from, end) {
                return times;
            }
        }
    }

    /// With one occurrence cancelled, perhaps, or without an agenda.
    fn changed(&mut self, details: MeetingDetails, day: NaiveDate) -> MeetingDetails {
        let mut one = details
            .within(Scope::One(day), LONG_AGO)
            .expect("it is held");
        match self.0.below(16) {
            0 => one.said_mut().status = Status::Cancelled,
            1 => one.said_mut().agenda.clear(),
            _ => return details,
        }
        let changed = details.with_change(Scope::One(day), one, LONG_AGO);
        changed.expect("one is changed")
    }

    fn dates(&mut self, begins: &Begins) -> Dates {
        let first = self.day(begins);
        let count = 1 + self.0.below(8);
        let dates = (0..count).map(|_| first + Days::new(self.0.below(300)));
        Dates::new(dates.collect()).expect("within a year")
    }

    fn zone(&mut self) -> Zone {
        Zone::named(self.0.one_of::<&str>(&ZONES)).expect("a zone")
    }

    fn day(&mut self, among: &Begins) -> NaiveDate {
        among.first + Days::new(self.0.below(among.count))
    }

    fn hour(&mut self) -> NaiveTime {
        let quarters = if self.0.one_in(3) { 96 } else { 16 };
        NaiveTime::MIN + TimeDelta::minutes(15 * self.0.below(quarters) as i64)
    }
}

/// Before anything was held.
const LONG_AGO: DateTime<chrono::Utc> = DateTime::UNIX_EPOCH;

/// A weekly call as its group posts it, at these times.
pub fn call(run: Run) -> MeetingDetails {
    with_run(&template(), run)
}

fn template() -> MeetingDetails {
    details(&with(SEED, &[("title", "Call"), ("agenda", "Welcome")]))
}

fn with_run(details: &MeetingDetails, run: Run) -> MeetingDetails {
    details.clone().at(Timing::Series(Series::new(run, None)))
}

/// The days of the rules, without those that are left out.
fn days_of(details: &MeetingDetails) -> Vec<NaiveDate> {
    let series = details.timing.series().expect("a series");
    series.sittings().map(|(day, _)| day).collect()
}
