//! On which days a series is held: by one of the plain rules that the form offers, or on listed
//! days. Local days only; hours and zone are `run`'s, RFC 5545's text for a rule is the feeds'.

use crate::domain::problem::Problem;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The most occurrences of a rule or a list.
pub const MAX_OCCURRENCES: usize = 120;

/// The longest time from the first to the last occurrence.
pub const MAX_MONTHS: u32 = 24;

/// The longest pause between two occurrences, in steps.
pub const MAX_EVERY: u8 = 12;

/// Days on which a series is held; never empty, in order, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recurrence {
    /// By a rule.
    Rule(Rule),
    /// On these days.
    Dates(Dates),
}

/// A rule in terms of its first day (RFC 5545, section 3.3.10, as far as people say it).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    first: NaiveDate,
    step: Step,
    every: u8,
    ends: Ends,
}

/// From one occurrence to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The same weekday.
    Week,
    /// The same day of the month; months that have no such day are left out.
    MonthDay,
    /// The same weekday of the month, counted from its start: the second Tuesday. Months without a
    /// fifth are left out.
    MonthWeekday,
    /// The last such weekday of the month.
    MonthLastWeekday,
}

/// Where a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// After so many occurrences.
    Count(u16),
    /// On this day at the latest.
    Until(NaiveDate),
}

/// Listed days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates(Vec<NaiveDate>);

impl Step {
    /// Every step, in the order in which forms offer them.
    pub const ALL: [Self; 4] = [
        Self::Week,
        Self::MonthWeekday,
        Self::MonthLastWeekday,
        Self::MonthDay,
    ];

    /// The stable name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::MonthDay => "month-day",
            Self::MonthWeekday => "month-weekday",
            Self::MonthLastWeekday => "month-last-weekday",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == name)
    }

    /// Whether a series that begins on this day can go on with this step.
    pub fn fits(self, first: NaiveDate) -> bool {
        self != Self::MonthLastWeekday || is_last_of_its_kind(first)
    }
}

impl Rule {
    /// Refuses a pause of none or more than [`MAX_EVERY`] steps, a first day that the step does not
    /// fit, an end before it, more than [`MAX_OCCURRENCES`] and more than [`MAX_MONTHS`].
    pub fn new(first: NaiveDate, step: Step, every: u8, ends: Ends) -> Result<Self, Problem> {
        if !(1..=MAX_EVERY).contains(&every) {
            return Err(Problem::NotANumber {
                least: 1,
                most: MAX_EVERY.into(),
            });
        }
        if !step.fits(first) {
            return Err(Problem::NotTheLastWeekday);
        }
        let last_allowed = first + Months::new(MAX_MONTHS);
        match ends {
            Ends::Count(0) => return Err(Problem::TooFew { least: 1 }),
            Ends::Count(count) if usize::from(count) > MAX_OCCURRENCES => {
                return Err(Problem::TooMany {
                    limit: MAX_OCCURRENCES,
                });
            }
            Ends::Until(last) if last < first => return Err(Problem::EndNotAfterStart),
            Ends::Until(last) if last > last_allowed => {
                return Err(Problem::TooManyMonths { limit: MAX_MONTHS });
            }
            _ => {}
        }
        let rule = Self {
            first,
            step,
            every,
            ends,
        };
        match rule.dates().last() {
            Some(last) if last > last_allowed => Err(Problem::TooManyMonths { limit: MAX_MONTHS }),
            _ => Ok(rule),
        }
    }

    /// A rule as it was said once; nothing is checked again.
    pub fn restored(first: NaiveDate, step: Step, every: u8, ends: Ends) -> Self {
        Self {
            first,
            step,
            every,
            ends,
        }
    }

    /// The day that it begins on and counts from.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// From one occurrence to the next.
    pub fn step(&self) -> Step {
        self.step
    }

    /// How many steps lie between two occurrences: 2 for every other week.
    pub fn every(&self) -> u8 {
        self.every
    }

    /// Where it ends.
    pub fn ends(&self) -> Ends {
        self.ends
    }

    /// Its days in order.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let (count, until) = match self.ends {
            Ends::Count(count) => (usize::from(count), NaiveDate::MAX),
            Ends::Until(last) => (MAX_OCCURRENCES, last),
        };
        // A step may find no day (the 31st of June); four years hold a fifth weekday and a
        // 29 February for any pause.
        (0..4 * 12 * u32::from(MAX_EVERY))
            .map_while(|number| self.slot(number))
            .flatten()
            .take_while(move |day| *day <= until)
            .take(count)
    }

    /// What the step of this number from the first leads to: outer `None` past the end of the
    /// calendar, inner `None` where the month has no such day.
    fn slot(&self, number: u32) -> Option<Option<NaiveDate>> {
        let steps = number * u32::from(self.every);
        if self.step == Step::Week {
            let days = Days::new(7 * u64::from(steps));
            return self.first.checked_add_days(days).map(Some);
        }
        let month = self
            .first
            .with_day(1)?
            .checked_add_months(Months::new(steps))?;
        let (year, number, weekday) = (month.year(), month.month(), self.first.weekday());
        Some(match self.step {
            Step::MonthDay => month.with_day(self.first.day()),
            Step::MonthLastWeekday => last_weekday(month, weekday),
            Step::MonthWeekday | Step::Week => {
                let nth = ordinal(self.first);
                NaiveDate::from_weekday_of_month_opt(year, number, weekday, nth)
            }
        })
    }

    /// The same rule up to a day, which is not included; `None` if nothing is left.
    fn before(&self, day: NaiveDate) -> Option<Self> {
        let last = self.dates().take_while(|date| *date < day).last()?;
        Some(Self {
            ends: Ends::Until(last),
            ..*self
        })
    }
}

impl Dates {
    /// Days as they were listed once, in order and each once. How many they are is not checked again.
    pub fn restored(mut days: Vec<NaiveDate>) -> Self {
        days.sort();
        days.dedup();
        Self(days)
    }

    /// Sorts them and takes each once. Refuses none, more than [`MAX_OCCURRENCES`] and more than
    /// [`MAX_MONTHS`].
    pub fn new(mut dates: Vec<NaiveDate>) -> Result<Self, Problem> {
        dates.sort();
        dates.dedup();
        let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
            return Err(Problem::TooFew { least: 1 });
        };
        if dates.len() > MAX_OCCURRENCES {
            return Err(Problem::TooMany {
                limit: MAX_OCCURRENCES,
            });
        }
        if *last > *first + Months::new(MAX_MONTHS) {
            return Err(Problem::TooManyMonths { limit: MAX_MONTHS });
        }
        Ok(Self(dates))
    }
}

impl Recurrence {
    /// Its days in order.
    pub fn dates(&self) -> Vec<NaiveDate> {
        match self {
            Self::Rule(rule) => rule.dates().collect(),
            Self::Dates(dates) => dates.0.clone(),
        }
    }

    /// The rule, if there is one.
    pub fn rule(&self) -> Option<&Rule> {
        match self {
            Self::Rule(rule) => Some(rule),
            Self::Dates(_) => None,
        }
    }

    /// The same from one of its days on; `None` from any other day.
    pub(in crate::domain) fn since(&self, day: NaiveDate) -> Option<Self> {
        let rest: Vec<NaiveDate> = self.dates().into_iter().filter(|d| *d >= day).collect();
        if rest.first() != Some(&day) {
            return None;
        }
        Some(match self {
            Self::Rule(rule) => Self::Rule(Rule {
                first: day,
                ends: match rule.ends {
                    Ends::Count(_) => Ends::Count(u16::try_from(rest.len()).ok()?),
                    until => until,
                },
                ..*rule
            }),
            Self::Dates(_) => Self::Dates(Dates(rest)),
        })
    }

    /// The same from a day on and up to another, which is not included; `None` if no day is left.
    pub(in crate::domain) fn within(
        &self,
        from: NaiveDate,
        until: Option<NaiveDate>,
    ) -> Option<Self> {
        let first = self.dates().into_iter().find(|day| *day >= from)?;
        let rest = self.since(first)?;
        match until {
            Some(day) => rest.before(day),
            None => Some(rest),
        }
    }

    /// The days of this and, after them, those of another: by this rule if it leads to them, else
    /// listed. How many they are is not checked.
    pub(in crate::domain) fn followed_by(&self, later: &Self) -> Self {
        let days = [self.dates(), later.dates()].concat();
        let goes_on = self.rule().and_then(|rule| {
            let ends = match later {
                Self::Rule(later) => match later.ends {
                    Ends::Count(_) => Ends::Count(u16::try_from(days.len()).ok()?),
                    until => until,
                },
                Self::Dates(_) => Ends::Until(*days.last()?),
            };
            let rule = Rule::new(rule.first, rule.step, rule.every, ends).ok()?;
            rule.dates().eq(days.iter().copied()).then_some(rule)
        });
        match goes_on {
            Some(rule) => Self::Rule(rule),
            None => Self::Dates(Dates::restored(days)),
        }
    }

    /// The same up to a day, which is not included; `None` if nothing is left.
    pub(in crate::domain) fn before(&self, day: NaiveDate) -> Option<Self> {
        match self {
            Self::Rule(rule) => rule.before(day).map(Self::Rule),
            Self::Dates(dates) => {
                let kept = dates.0.iter().copied().filter(|date| *date < day);
                let kept: Vec<NaiveDate> = kept.collect();
                (!kept.is_empty()).then_some(Self::Dates(Dates(kept)))
            }
        }
    }
}

/// Which Tuesday of its month a Tuesday is, from 1.
pub fn ordinal(day: NaiveDate) -> u8 {
    u8::try_from(day.day().div_ceil(7)).unwrap_or(5)
}

/// Whether no later day of its month is the same weekday.
fn is_last_of_its_kind(day: NaiveDate) -> bool {
    (day + Days::new(7)).month() != day.month()
}

fn last_weekday(month: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    [5, 4].into_iter().find_map(|nth| {
        NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, nth)
    })
}
