//! All the times of a meeting that is held several times, one row each, and its pattern in words.
//! The form shows them, the check page does, and the meeting's own.

use super::entry::{Badge, badges};
use super::when::machine_start;
use crate::domain::fields::Held;
use crate::domain::series::{Recurrence, Run, Step, ordinal};
use crate::domain::{ExactTimes, MeetingDetails, Series, Status, Timing, Zone};
use crate::i18n::times::on_clock;
use crate::i18n::{Words, weekday_key};
use chrono::{Datelike, FixedOffset, NaiveDate};

/// So many rows stand open; the rest is folded.
pub const OPEN: usize = 12;

/// One time at which the meeting is held, or was not to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRow {
    /// Its name, as in addresses: the day of the rule, or the number of the part or slot.
    pub key: String,
    /// The start for machines, RFC 3339.
    pub datetime: String,
    /// "Tuesday, 13 March 2018".
    pub date: String,
    /// "15:00 – 16:00 Zurich (UTC+1)".
    pub local: String,
    /// Its hours in UTC, with their own date where that is another; none if the meeting's clock is UTC.
    pub utc: Option<String>,
    /// That clocks changed since the row before, and what hour it is in UTC from here on.
    pub shift: Option<String>,
    /// That it is not when its rule puts it.
    pub moved: Option<String>,
    /// Whether it is left out.
    pub skipped: bool,
    /// Whether its group has yet to say that it is held.
    pub planned: bool,
    /// "Cancelled": what it says of itself alone, or the whole meeting of all dates. Filled in by
    /// [`DatesView::of`].
    pub states: Vec<Badge>,
}

/// The rows of a meeting and what they are.
pub struct DatesView {
    /// "In 2 parts", "Every month, on the second Tuesday".
    pub pattern: String,
    /// How many times it is held, in words; of a series only.
    pub count: Option<String>,
    /// Those that stand open.
    pub open: Vec<DateRow>,
    /// Those that are folded.
    pub folded: Vec<DateRow>,
}

impl DatesView {
    /// `None` for a meeting that is held once.
    pub fn of(w: Words, details: &MeetingDetails) -> Option<Self> {
        let mut open = rows(w, &details.timing);
        say_states(w, details, &mut open);
        let (pattern, count) = match &details.timing {
            Timing::Parts(_) => (w.t1("dates-in-parts", "count", open.len()), None),
            Timing::Slots(_) => (w.t1("dates-choose", "count", open.len()), None),
            Timing::Series(series) => (pattern(w, series.newest()).into(), Some(counted(w, &open))),
            Timing::Once(_) => return None,
        };
        Some(Self {
            pattern: pattern.to_string(),
            count,
            folded: open.split_off(open.len().min(OPEN)),
            open,
        })
    }

    /// The number of the first folded row, for a list that goes on.
    pub fn next_number(&self) -> usize {
        self.open.len() + 1
    }
}

/// Beside a date that is cancelled nobody has to confirm it any more; beside one that is planned,
/// "tentative" says nothing new.
fn say_states(w: Words, details: &MeetingDetails, rows: &mut [DateRow]) {
    let held = details.occurrences_by_name();
    for row in rows {
        if let Some(one) = held.get(&row.key) {
            row.planned &= one.said.status == Status::Tentative;
            if !row.planned {
                row.states = badges(w, &one.said, &one.times, false);
            }
        }
    }
}

/// Every time of what is held several times, in the order of its rule.
pub fn rows(w: Words, timing: &Timing) -> Vec<DateRow> {
    match timing {
        Timing::Parts(sittings) | Timing::Slots(sittings) => (1..)
            .zip(sittings.iter())
            .map(|(number, times): (usize, _)| row(w, number.to_string(), times))
            .collect(),
        Timing::Series(series) => {
            let runs = series.runs();
            let earlier = std::iter::once(None).chain(runs.iter().map(Some));
            std::iter::zip(runs, earlier)
                .flat_map(|(run, earlier)| run_rows(w, series, run, earlier))
                .collect()
        }
        Timing::Once(_) => Vec::new(),
    }
}

/// The choices of how a series that begins on `first` can go on, as far as they fit.
pub fn steps(w: Words, first: NaiveDate) -> Vec<(&'static str, String)> {
    Step::ALL
        .into_iter()
        .filter(|step| step.fits(first))
        .map(|step| (step.as_str(), step_words(w, step, 1, first)))
        .chain([("dates", w.t("series-listed").to_string())])
        .collect()
}

/// "Part 2", "Slot 2": what a part or slot is called in the form.
pub fn sitting_name(w: Words, held: Held, number: usize) -> String {
    let key = match held {
        Held::Slots => "dates-slot",
        _ => "dates-part",
    };
    w.t1(key, "number", number).to_string()
}

/// "Every second month, on the last Friday".
pub fn pattern(w: Words, run: &Run) -> String {
    match run.recurrence() {
        Recurrence::Rule(rule) => step_words(w, rule.step(), rule.every(), rule.first()),
        Recurrence::Dates(_) => w.t("series-on-dates").to_string(),
    }
}

fn step_words(w: Words, step: Step, every: u8, first: NaiveDate) -> String {
    let every = ("every", u32::from(every).into());
    let weekday = ("weekday", weekday_key(first).into());
    let said = match step {
        Step::Week => w.with("series-week", &[every, weekday]),
        Step::MonthDay => w.with("series-month-day", &[every, ("day", first.day().into())]),
        Step::MonthLastWeekday => w.with("series-month-last-weekday", &[every, weekday]),
        Step::MonthWeekday => {
            let nth = ("nth", u32::from(ordinal(first)).into());
            w.with("series-month-weekday", &[every, nth, weekday])
        }
    };
    said.into_owned()
}

fn counted(w: Words, rows: &[DateRow]) -> String {
    let held = rows.iter().filter(|row| !row.skipped).count();
    w.t1("dates-count", "count", held).to_string()
}

fn run_rows(w: Words, series: &Series, run: &Run, earlier: Option<&Run>) -> Vec<DateRow> {
    let mut before = earlier
        .filter(|earlier| earlier.zone() == run.zone())
        .map(|earlier| offset(&earlier.usual_times(earlier.last_day())));
    let skipped: Vec<NaiveDate> = run.skipped().collect();
    run.recurrence()
        .dates()
        .into_iter()
        .map(|date| {
            let usual = run.usual_times(date);
            let own = run.own(date).and_then(|own| own.times.as_ref());
            let shift = shift(w, &usual, before);
            before = Some(offset(&usual));
            DateRow {
                shift,
                moved: own.map(|own| moved_words(w, date, own)),
                skipped: skipped.contains(&date),
                planned: series.awaits_confirmation(date),
                ..row(w, date.to_string(), own.unwrap_or(&usual))
            }
        })
        .collect()
}

fn row(w: Words, key: String, times: &ExactTimes) -> DateRow {
    let day = times.start().local().date();
    DateRow {
        key,
        datetime: machine_start(times),
        date: w.date_full(day),
        local: on_clock(w, times, times.zone(), Some(day)),
        utc: (!times.zone().is_utc()).then(|| on_clock(w, times, &Zone::utc(), Some(day))),
        shift: None,
        moved: None,
        skipped: false,
        planned: false,
        states: Vec::new(),
    }
}

/// Asked of the usual hours: what is moved is at another hour anyhow.
fn shift(w: Words, usual: &ExactTimes, before: Option<FixedOffset>) -> Option<String> {
    if before.is_none_or(|before| before == offset(usual)) {
        return None;
    }
    let time = w.time(usual.start_utc().time());
    let place = usual.zone().place();
    Some(
        w.t2("dates-shift", "time", time, "place", place)
            .to_string(),
    )
}

/// That a date is not when its rule puts it.
pub fn moved_words(w: Words, date: NaiveDate, own: &ExactTimes) -> String {
    match own.start().local().date() == date {
        true => w.t("dates-other-hours").to_string(),
        false => w
            .t1("dates-instead-of", "date", w.date_full(date))
            .to_string(),
    }
}

fn offset(times: &ExactTimes) -> FixedOffset {
    times.zone().offset_at(times.start_utc())
}
