//! What one VEVENT is about, before any of it is written. Its text is made in `properties`.

use super::rule;
use super::span::{DateTimeValue, Span};
use crate::domain::Zone;
use crate::feeds::entry::{FeedEntry, Repetition, Telling};
use std::borrow::Cow;

/// What one VEVENT is about.
pub(super) struct Vevent<'a> {
    /// The entry that it belongs to, with identity and stamps.
    pub entry: &'a FeedEntry<'a>,
    /// What it tells.
    pub telling: Cow<'a, Telling>,
    /// When it is; the first time, where it comes again.
    pub span: Span,
    /// How it stands to a rule.
    pub relation: RuleRelation,
}

/// How a VEVENT stands to a rule.
pub(super) enum RuleRelation {
    /// There is none.
    None,
    /// It comes again by this one (RFC 5545, sections 3.8.5.3 and 3.8.5.1).
    By {
        rrule: String,
        left_out: Vec<DateTimeValue>,
        last: DateTimeValue,
    },
    /// It stands in for the occurrence that would begin then (section 3.8.4.4).
    InPlaceOf(DateTimeValue),
}

impl<'a> Vevent<'a> {
    /// The VEVENTs of an entry, all under its UID; none where iCalendar has nothing to say.
    pub fn all(entry: &'a FeedEntry<'a>) -> Vec<Self> {
        match &entry.repetition {
            Repetition::Rule(dates) => rule::vevents(entry, dates),
            Repetition::Once | Repetition::Sitting(_) => Self::alone(entry).into_iter().collect(),
        }
    }

    /// The zones that its times name, with local years.
    pub fn zones(&self) -> impl Iterator<Item = (&Zone, i32)> {
        let of_rule = match &self.relation {
            RuleRelation::None => None,
            RuleRelation::By { last: value, .. } | RuleRelation::InPlaceOf(value) => value.zone(),
        };
        self.span.zones().chain(of_rule)
    }

    fn alone(entry: &'a FeedEntry<'a>) -> Option<Self> {
        let telling = &entry.telling;
        Some(Self {
            entry,
            telling: Cow::Borrowed(telling),
            span: Span::of_one(telling.key, &telling.said, telling.shown())?,
            relation: RuleRelation::None,
        })
    }
}
