//! When a meeting is held, put together from three pages: the first time, the pattern, and what is
//! unlike it. Each page is told only of its own problems.

use super::held::Held;
use super::when_names;
use super::{Context, Errors, MeetingFields, Page};
use crate::domain::fields::dates::names as dates_names;
use crate::domain::problem::Problem;
use crate::domain::said::State;
use crate::domain::series::{Hours, Recurrence, Run, Series};
use crate::domain::times::{End, ExactTimes, Times};
use crate::domain::timing::Timing;
use crate::domain::zone::Resolved;
use chrono::NaiveDate;

/// When it is held and whether it stands, as the three pages say.
pub(super) struct SaidWhen {
    pub timing: Timing,
    pub state: State,
}

/// What the three pages say, and what is wrong with each.
#[derive(Default)]
pub(super) struct ThreePages {
    pub said: Option<SaidWhen>,
    pub when: Errors,
    pub dates: Errors,
    pub occurrences: Errors,
}

impl MeetingFields {
    /// How often it is held, as far as that can be read.
    pub fn held(&self) -> Held {
        Held::from_name(&self.when.held).unwrap_or(Held::Once)
    }

    /// The pages that this meeting needs, in their order.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        let held = self.held();
        Page::ALL.into_iter().filter(move |page| match page {
            Page::Dates => held.is_plural(),
            Page::Occurrences => held == Held::Series,
            Page::After => false,
            Page::Who | Page::When | Page::How => true,
        })
    }

    /// The time on page "when", which the other dates start from.
    pub fn first_sitting(&self) -> Option<ExactTimes> {
        let when = self.when.parse(&mut Errors::default())?;
        when.times.exact().cloned()
    }

    /// The series as far as it can be read: without the rows that have mistakes. If there is none,
    /// the page that it fails on.
    pub fn planned_series(&self) -> Result<Series, Page> {
        let mut errors = Errors::default();
        let first = self.first_sitting().ok_or(Page::When)?;
        let recurrence = self.recurrence(&first, 1, &mut errors);
        let confirm_from = self.dates.confirm_from(&mut errors).flatten();
        let recurrence = recurrence.ok_or(Page::Dates)?;
        let series = self.usual_series(&first, recurrence, confirm_from, &mut errors);
        Ok(self
            .occurrences
            .apply(series.ok_or(Page::When)?, &mut errors))
    }

    pub(super) fn timing(&self, context: &Context<'_>) -> ThreePages {
        let mut pages = ThreePages::default();
        let Some(when) = self.when.parse(&mut pages.when) else {
            return pages;
        };
        let timing = match when.times {
            Times::Exact(first) => self.held_from(when.held, first, context, &mut pages),
            vague => Some(Timing::Once(vague)),
        };
        let Some(timing) = timing else { return pages };
        let state = when.state;
        if timing.is_over(context.now) && state.past_reason.is_none() && !context.is_edit {
            pages
                .when
                .add(when_names::past_reason, Problem::PastNeedsReason);
        }
        pages.said = Some(SaidWhen { timing, state });
        pages
    }

    fn held_from(
        &self,
        held: Held,
        first: ExactTimes,
        context: &Context<'_>,
        pages: &mut ThreePages,
    ) -> Option<Timing> {
        match held {
            Held::Once => Some(Timing::Once(Times::Exact(first))),
            Held::Parts => {
                let parts = self.dates.sittings(&first, &mut pages.dates);
                parts.map(Timing::Parts)
            }
            Held::Slots => {
                let slots = self.dates.sittings(&first, &mut pages.dates);
                slots.map(Timing::Slots)
            }
            Held::Series => self.series(&first, context, pages).map(Timing::Series),
        }
    }

    fn series(
        &self,
        first: &ExactTimes,
        context: &Context<'_>,
        pages: &mut ThreePages,
    ) -> Option<Series> {
        // Of a series that is nearly over, one date may be all that is left to change.
        let least = if context.is_edit { 1 } else { 2 };
        let recurrence = self.recurrence(first, least, &mut pages.dates);
        let confirm_from = self.dates.confirm_from(&mut pages.dates);
        let series = self.usual_series(first, recurrence?, confirm_from?, &mut pages.when)?;
        Some(self.occurrences.apply(series, &mut pages.occurrences))
    }

    /// The series before any of its dates is left out or moved: the hours of the first time on every
    /// day, but for later dates that are at other hours already.
    fn usual_series(
        &self,
        first: &ExactTimes,
        recurrence: Recurrence,
        confirm_from: Option<NaiveDate>,
        errors: &mut Errors,
    ) -> Option<Series> {
        let stretches = self.later.stretches(hours(first), recurrence).into_iter();
        let runs: Vec<Option<Run>> = stretches
            .map(|(hours, days)| usual_run(hours, days, errors))
            .collect();
        let runs = runs.into_iter().collect::<Option<Vec<Run>>>()?;
        errors.take(dates_names::dates, Series::of_runs(runs, confirm_from))
    }

    /// The days from which on dates of a series that is changed are at other hours already, which stay
    /// as long as page "when" says what it said at first.
    pub fn later_hours(&self) -> Vec<(NaiveDate, Hours)> {
        match (self.held(), self.first_sitting()) {
            (Held::Series, Some(first)) => {
                let typed = hours(&first);
                let mut later = self.later.after(&typed);
                later.dedup_by(|next, last| next.1 == last.1);
                if later.first().is_some_and(|(_, hours)| *hours == typed) {
                    later.remove(0);
                }
                later
            }
            _ => Vec::new(),
        }
    }

    fn recurrence(
        &self,
        first: &ExactTimes,
        least: usize,
        errors: &mut Errors,
    ) -> Option<Recurrence> {
        let day = first.start().local().date();
        self.dates.recurrence(day, least, errors)
    }
}

fn hours(first: &ExactTimes) -> Hours {
    Hours {
        zone: first.zone().clone(),
        start: first.start().local().time(),
        end: match first.end() {
            End::At(end) => Some(end.local().time()),
            End::On(_) | End::Open => None,
        },
    }
}

/// These hours on every day. Where the clocks skip them on one of the days, it is the hours that have
/// to change, so the problem is page "when"'s.
fn usual_run(hours: Hours, recurrence: Recurrence, errors: &mut Errors) -> Option<Run> {
    let Hours { zone, start, end } = hours;
    let is_skipped =
        |day: &NaiveDate| matches!(zone.resolve(day.and_time(start)), Resolved::Never { .. });
    let field = match recurrence.dates().iter().any(is_skipped) {
        true => when_names::start_time,
        false => when_names::end_time,
    };
    match Run::new(zone.clone(), start, end, recurrence) {
        Err(problem @ Problem::DateOutOfRange) => errors.take(when_names::start_date, Err(problem)),
        other => errors.take(field, other),
    }
}
