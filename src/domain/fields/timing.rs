//! When a meeting is held, put together from three pages: the first time, the pattern, and what is
//! unlike it. Each page is told only of its own problems.

use super::held::Held;
use super::{Context, Errors, MeetingFields, Page};
use crate::domain::problem::Problem;
use crate::domain::said::State;
use crate::domain::series::{Recurrence, Run, Series};
use crate::domain::times::{End, ExactTimes, Times};
use crate::domain::timing::Timing;
use crate::domain::zone::Resolved;

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
        let run = usual_run(&first, recurrence.ok_or(Page::Dates)?, &mut errors);
        let run = self.occurrences.apply(run.ok_or(Page::When)?, &mut errors);
        let confirm_from = self.dates.confirm_from(&mut errors).flatten();
        Ok(Series::new(run, confirm_from))
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
            pages.when.add("past_reason", Problem::PastNeedsReason);
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
        let run = usual_run(first, recurrence?, &mut pages.when)?;
        let run = self.occurrences.apply(run, &mut pages.occurrences);
        Some(Series::new(run, confirm_from?))
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

/// The hours of the first time on every day. Where the clocks skip them on one of the days, it is
/// the hours that have to change, so the problem is page "when"'s.
fn usual_run(first: &ExactTimes, recurrence: Recurrence, errors: &mut Errors) -> Option<Run> {
    let (zone, start) = (first.zone(), first.start().local().time());
    let end = match first.end() {
        End::At(end) => Some(end.local().time()),
        End::On(_) | End::Open => None,
    };
    let is_skipped = |day: &chrono::NaiveDate| {
        matches!(zone.resolve(day.and_time(start)), Resolved::Never { .. })
    };
    let field = match recurrence.dates().iter().any(is_skipped) {
        true => "start_time",
        false => "end_time",
    };
    match Run::new(zone.clone(), start, end, recurrence) {
        Err(problem @ Problem::DateOutOfRange) => errors.take("start_date", Err(problem)),
        other => errors.take(field, other),
    }
}
