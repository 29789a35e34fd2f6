//! The way back: what would be typed on the pages of the dates.

use super::{DatesFields, Held, LaterFields, OccurrenceFields};
use crate::domain::fields::fill::{clock, fold};
use crate::domain::fields::{MeetingFields, WhenFields};
use crate::domain::series::{Ends, Recurrence, Run, Series};
use crate::domain::times::{End, ExactTimes, next_day};
use crate::domain::timing::{Sittings, Timing};
use chrono::{Datelike, NaiveDate, NaiveTime};

impl MeetingFields {
    /// Fills in parts, slots or a series; what is held once is page "when" alone. Of a series of
    /// several runs the hours of the first are filled in, and on which days all of them are.
    pub(in crate::domain::fields) fn fill_plural(&mut self, timing: &Timing) {
        match timing {
            Timing::Parts(sittings) => self.fill_sittings(Held::Parts, sittings),
            Timing::Slots(sittings) => self.fill_sittings(Held::Slots, sittings),
            Timing::Series(series) => self.fill_series(series),
            Timing::Once(_) => {}
        }
    }

    fn fill_sittings(&mut self, held: Held, sittings: &Sittings) {
        let first = sittings.first();
        self.when.fill_exact(first);
        self.when.held = held.as_str().to_owned();
        self.dates = DatesFields::default();
        for times in sittings.iter().skip(1) {
            self.dates.push_row(times, first);
        }
    }

    fn fill_series(&mut self, series: &Series) {
        self.when.held = Held::Series.as_str().to_owned();
        self.when.fill_run(&series.runs()[0]);
        self.dates = series_fields(series);
        self.occurrences = exceptions(series);
        self.later = LaterFields::fill(series);
    }
}

impl DatesFields {
    /// What "post the next one" says again: the pattern, without any date.
    pub(in crate::domain::fields) fn pattern(self) -> Self {
        let on_one_day = self.also_day.iter().all(String::is_empty);
        let rows = match on_one_day {
            true => self.clone(),
            // Without their dates they would all be on the first one's day.
            false => Self::default(),
        };
        Self {
            step: self.step,
            every: self.every,
            ends: self.ends,
            count: String::new(),
            until_day: String::new(),
            until_month: String::new(),
            until_year: String::new(),
            dates: String::new(),
            confirm_day: String::new(),
            confirm_month: String::new(),
            confirm_year: String::new(),
            also_fold: Vec::new(),
            ..rows
        }
    }

    fn push_row(&mut self, times: &ExactTimes, first: &ExactTimes) {
        let start = times.start();
        let date = start.local().date();
        let [day, month, year] = match date == first.start().local().date() {
            true => Default::default(),
            false => boxes(date),
        };
        let end = match times.end() {
            End::At(end) => Some(end),
            End::On(_) | End::Open => None,
        };
        let zone = match times.zone() == first.zone() {
            true => String::new(),
            false => times.zone().to_string(),
        };
        let start_fold = fold(start);
        self.also_day.push(day);
        self.also_month.push(month);
        self.also_year.push(year);
        self.also_start_time.push(clock(start));
        self.also_end_time.push(end.map(clock).unwrap_or_default());
        self.also_zone.push(zone);
        self.also_fold.push(match start_fold.is_empty() {
            true => end.map(fold).unwrap_or_default(),
            false => start_fold,
        });
    }
}

impl WhenFields {
    /// The hours as the run says them, and the day that its rule counts from.
    fn fill_run(&mut self, run: &Run) {
        let first = run.first_day();
        self.zone = run.zone().to_string();
        self.precision = "exact".to_owned();
        self.fill_start(first);
        self.start_time = hour(run.start());
        if let Some(end) = run.end() {
            self.fill_end(match end > run.start() {
                true => first,
                false => next_day(first),
            });
            self.end_time = hour(end);
        }
    }
}

fn series_fields(series: &Series) -> DatesFields {
    let mut fields = DatesFields::default();
    match series.recurrence() {
        Recurrence::Rule(rule) => {
            fields.step = rule.step().as_str().to_owned();
            fields.every = rule.every().to_string();
            match rule.ends() {
                Ends::Count(count) => {
                    fields.ends = "count".to_owned();
                    fields.count = count.to_string();
                }
                Ends::Until(last) => {
                    fields.ends = "until".to_owned();
                    [fields.until_day, fields.until_month, fields.until_year] = boxes(last);
                }
            }
        }
        Recurrence::Dates(_) => {
            fields.step = "dates".to_owned();
            let days = series.days().skip(1);
            let lines: Vec<String> = days.map(|day| day.to_string()).collect();
            fields.dates = lines.join("\n");
        }
    }
    if let Some(day) = series.confirm_from() {
        [
            fields.confirm_day,
            fields.confirm_month,
            fields.confirm_year,
        ] = boxes(day);
    }
    fields
}

fn exceptions(series: &Series) -> OccurrenceFields {
    let runs = series.runs().iter();
    let skipped = runs.clone().flat_map(Run::skipped);
    let mut fields = OccurrenceFields {
        skip: skipped.map(|day| day.to_string()).collect(),
        ..OccurrenceFields::default()
    };
    let changed = runs.flat_map(|run| run.exceptions().keys().map(move |date| (run, *date)));
    for (run, date) in changed {
        if let Some(times) = run.own(date).and_then(|own| own.times.as_ref()) {
            fields.push_moved(run, date, &run.as_listed(times));
        }
    }
    fields
}

impl OccurrenceFields {
    fn push_moved(&mut self, run: &Run, date: NaiveDate, times: &ExactTimes) {
        let start = times.start().local();
        let end = match times.end() {
            End::At(end) => Some(end.local()),
            End::On(_) | End::Open => None,
        };
        let is_usual = start.time() == run.start() && end.map(|end| end.time()) == run.end();
        let typed = |time: NaiveTime| match is_usual {
            true => String::new(),
            false => hour(time),
        };
        self.moved_from.push(date.to_string());
        self.moved_date.push(match start.date() == date {
            true => String::new(),
            false => start.date().to_string(),
        });
        self.moved_start_time.push(typed(start.time()));
        self.moved_end_time
            .push(end.map(|end| typed(end.time())).unwrap_or_default());
    }
}

fn boxes(date: NaiveDate) -> [String; 3] {
    [
        date.day().to_string(),
        date.month().to_string(),
        date.year().to_string(),
    ]
}

fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
