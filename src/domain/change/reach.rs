//! What a form says of several dates, as the runs that they are then. Its pattern holds for each of
//! them; what single dates and later runs say of their own stays with them.

use crate::domain::fields::FieldError;
use crate::domain::fields::when_names;
use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::Problem;
use crate::domain::said::{Patch, Said};
use crate::domain::series::{Own, Run, Series, places};
use crate::domain::times::ExactTimes;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An edit by a form.
pub(super) struct Reach<'a> {
    /// What the form said at first, and its series.
    before: (&'a MeetingDetails, &'a Series),
    /// What the form said when it came back, and its series.
    after: (&'a MeetingDetails, &'a Series),
    /// What is said of the dates that are over, and when they were held.
    held: BTreeMap<NaiveDate, (Arc<Said>, ExactTimes)>,
    /// The old day whose place a new one takes.
    replaced: BTreeMap<NaiveDate, NaiveDate>,
}

/// Dates with the same hours, the same rule and the same words.
pub(super) struct Stretch {
    pub run: Run,
    /// What is said in it.
    pub said: Said,
    /// The names of the runs that it goes on with, the earliest first.
    pub names: Vec<Option<NaiveDate>>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(
        before: (&'a MeetingDetails, &'a Series),
        after: (&'a MeetingDetails, &'a Series),
        now: DateTime<Utc>,
    ) -> Self {
        let over = |date: NaiveDate| {
            let (said, times) = before.0.own_words_on(before.1, date)?;
            (times.extent().1 <= now).then_some((date, (said, times)))
        };
        let places = places(&before.1.recurrence(), &after.1.recurrence());
        Self {
            before,
            after,
            held: before.1.days().filter_map(over).collect(),
            replaced: places.into_iter().map(|(old, new)| (new, old)).collect(),
        }
    }

    /// Whether every date that is over is one of the pattern as it came back.
    pub(super) fn keeps_all_held(&self) -> bool {
        let days: Vec<NaiveDate> = self.after.1.days().collect();
        self.held.keys().all(|date| days.contains(date))
    }

    /// The dates as they are then. A stretch of which nothing is held any more is gone, unless there
    /// is no other.
    pub(super) fn stretches(&self) -> Result<Vec<Stretch>, FieldError> {
        let mut all = Vec::new();
        for run in self.after.1.runs() {
            let pieces = self.pieces(run).into_iter().map(|piece| self.said(piece));
            for piece in pieces.collect::<Result<Vec<_>, _>>()? {
                all.push(piece);
            }
        }
        if all.iter().any(|stretch| stretch.run.is_held()) {
            all.retain(|stretch| stretch.run.is_held());
        }
        Ok(all)
    }

    /// A run that came back, cut where what is said changes. Where it goes on with runs that no rule
    /// of the form can say in one, each keeps its own rule.
    fn pieces(&self, run: &Run) -> Vec<Stretch> {
        let change = Patch::between(&self.before.0.said, &self.after.0.said);
        let mut pieces: Vec<Stretch> = Vec::new();
        for (run, earlier) in self.by_earlier_run(run) {
            let mut said = Said::clone(&self.before.0.said_in(earlier));
            change.apply(&mut said);
            let piece = Stretch {
                run: run.by_rule_of(earlier),
                said,
                names: vec![earlier.name()],
            };
            match pieces.pop() {
                None => pieces.push(piece),
                Some(last) => pieces.extend(last.joined(piece)),
            }
        }
        pieces
    }

    /// A run that came back, cut at the first day of each run that there was, with that run.
    fn by_earlier_run(&self, run: &Run) -> Vec<(Run, &'a Run)> {
        let earlier = self.before.1.runs();
        let begins = |index: usize| match index {
            // What is before them all belongs to the first.
            0 => NaiveDate::MIN,
            _ => earlier[index].first_day(),
        };
        (0..earlier.len())
            .filter_map(|index| {
                let rest = run.remaining(begins(index))?;
                let cut = match index + 1 < earlier.len() {
                    true => rest.until(begins(index + 1))?,
                    false => rest,
                };
                Some((cut, &earlier[index]))
            })
            .collect()
    }

    /// A stretch with what single dates have of their own: the times that the form says, and the words
    /// that they had.
    fn said(&self, stretch: Stretch) -> Result<Stretch, FieldError> {
        let Stretch { mut run, said, .. } = stretch;
        for date in run.recurrence().dates() {
            let own = match self.held.get(&date) {
                Some((words, times)) => {
                    self.check_untouched(&run, date)?;
                    Some(run.unlike(date, &said, (words, times)))
                }
                None if run.skips(date) => None,
                None => Some(self.own(&run, date)),
            };
            if let Some(own) = own {
                // The day is one of the run's own.
                let _ = run.set_own(date, own);
            }
        }
        Ok(Stretch {
            run,
            said,
            ..stretch
        })
    }

    fn own(&self, run: &Run, date: NaiveDate) -> Own {
        let typed = run.own(date).and_then(|own| own.times.clone());
        let earlier = self.earlier(date);
        let times = match earlier.and_then(|(run, own)| Some((run, own.times.as_ref()?))) {
            Some((earlier, times)) if is_as_listed(run, date, (earlier, times)) => {
                Some(times.clone()).filter(|times| *times != run.usual_times(date))
            }
            _ => typed,
        };
        let words = self.replaced.get(&date).copied().unwrap_or(date);
        let words = self.earlier(words).map(|(_, own)| own.said.clone());
        Own {
            times,
            said: words.unwrap_or_default(),
        }
    }

    /// What a date had of its own, and the run that it was in.
    fn earlier(&self, date: NaiveDate) -> Option<(&'a Run, &'a Own)> {
        let run = self.before.1.run_of(date)?;
        Some((run, run.own(date)?))
    }

    /// Refuses other times for a date that is over. That its row follows the pattern is no wish of
    /// anybody's.
    fn check_untouched(&self, run: &Run, date: NaiveDate) -> Result<(), FieldError> {
        let refused = Err(FieldError::new(
            when_names::precision,
            Problem::WasHeld { date },
        ));
        let (Some(earlier), Some(typed)) = (self.before.1.run_of(date), run.times(date)) else {
            return refused;
        };
        let own = |run: &Run| run.own(date).and_then(|own| own.times.clone());
        let Some(times) = own(earlier) else {
            return match own(run) {
                None => Ok(()),
                Some(_) => refused,
            };
        };
        let listed = earlier.as_listed(&times);
        let begins = |times: &ExactTimes| times.start().local();
        let follows = begins(&typed).date() == begins(&listed).date()
            && begins(&listed).time() == earlier.start()
            && begins(&typed).time() == run.start();
        match is_as_listed(run, date, (earlier, &times)) || follows {
            true => Ok(()),
            false => refused,
        }
    }
}

/// Whether a row of the form's list says what it was filled with. The list cannot say all times in
/// full: one that it shows as the usual ones follows them when they change.
fn is_as_listed(run: &Run, date: NaiveDate, (earlier, own): (&Run, &ExactTimes)) -> bool {
    let typed = run.own(date).and_then(|own| own.times.as_ref());
    if typed == Some(own) {
        return true;
    }
    let listed = earlier.as_listed(own);
    match listed == earlier.usual_times(date) {
        true => typed.is_none() && run.hours() == earlier.hours(),
        false => typed == Some(&listed),
    }
}

impl Run {
    /// The run by the rule of another, if that leads to the days that are listed here.
    fn by_rule_of(self, earlier: &Self) -> Self {
        let is_listed = self.recurrence().rule().is_none();
        match is_listed && self.recurrence().dates() == earlier.recurrence().dates() {
            true => self.with_recurrence(earlier.recurrence().clone()),
            false => self,
        }
    }
}

impl Stretch {
    /// The two as one, if they say the same and go by one rule or by none.
    fn joined(self, later: Self) -> Vec<Self> {
        match self.run.continued_by(&later.run) {
            Some(run) if self.said == later.said => vec![Self {
                run,
                said: self.said,
                names: [self.names, later.names].concat(),
            }],
            _ => vec![self, later],
        }
    }
}
