//! Finding objects of a calendar by their UIDs, many in a row. A filter may let through only some of
//! a meeting's dates, and its objects are then made for that choice alone: all of them at once, however
//! many of them are asked for. So whoever asks keeps together what is of one meeting.

use super::members::{Held, held_of, meeting_of};
use super::resource::Which;
use crate::calendar::Filter;
use crate::domain::MeetingId;
use crate::feeds::{CalendarObject, Stock};
use chrono::{DateTime, Utc};

/// A span of time, UTC.
type Span = (DateTime<Utc>, DateTime<Utc>);

/// A calendar in which objects are looked up, with what was found of the last meeting.
pub struct Lookup<'a> {
    stock: &'a Stock,
    which: &'a Which,
    filter: Filter,
    last: Option<(MeetingId, Option<Held<'a>>)>,
    ended: Option<Held<'a>>,
    expanded: Option<(MeetingId, Span, Vec<CalendarObject>)>,
}

/// An object, and when it was altered last, UTC.
pub type Found<'l> = (&'l CalendarObject, DateTime<Utc>);

impl<'a> Lookup<'a> {
    /// A calendar of which nothing was looked up yet.
    pub fn new(stock: &'a Stock, which: &'a Which) -> Self {
        Self {
            stock,
            which,
            filter: which.filter(),
            last: None,
            ended: None,
            expanded: None,
        }
    }

    /// The object of a UID, or what is told under it for the last time; `None` if there is neither.
    pub fn object(&mut self, uid: &str) -> Option<Found<'_>> {
        let id = meeting_of(uid)?;
        let is_held = self
            .meeting(id)
            .is_some_and(|held| held.object(uid).is_some());
        let held = match is_held {
            true => self.last.as_ref().and_then(|(_, held)| held.as_ref()),
            false => {
                self.ended = self.ending(uid);
                self.ended.as_ref()
            }
        };
        held.and_then(|held| Some((held.object(uid)?, held.modified)))
    }

    /// An object that comes by a rule, with each recurrence within a span as an event of its own;
    /// `None` if none is held then.
    pub fn expanded(&mut self, uid: &str, span: Span) -> Option<&CalendarObject> {
        let id = meeting_of(uid)?;
        let is_last = self
            .expanded
            .as_ref()
            .is_some_and(|(of, within, _)| (*of, *within) == (id, span));
        if !is_last {
            self.expanded = Some((id, span, self.expand(id, span)));
        }
        let (_, _, objects) = self.expanded.as_ref()?;
        objects.iter().find(|object| object.uid() == uid)
    }

    fn meeting(&mut self, id: MeetingId) -> Option<&Held<'a>> {
        if self.last.as_ref().is_none_or(|(last, _)| *last != id) {
            let meeting = self.stock.snapshot().meeting(id);
            let asked = (&self.filter, self.which);
            let held = meeting.and_then(|meeting| held_of(self.stock, asked, meeting));
            self.last = Some((id, held));
        }
        self.last.as_ref().and_then(|(_, held)| held.as_ref())
    }

    fn ending(&self, uid: &str) -> Option<Held<'a>> {
        let asked = (&self.filter, self.which.language());
        let (objects, by) = self.stock.collected_ending(uid, asked)?;
        Some(Held::ended(objects, by))
    }

    fn expand(&self, id: MeetingId, span: Span) -> Vec<CalendarObject> {
        let meeting = self.stock.snapshot().meeting(id);
        let chosen = meeting.and_then(|meeting| self.stock.collected(meeting, &self.filter));
        chosen.map_or_else(Vec::new, |chosen| {
            self.stock.expanded(&chosen, self.which.language(), span)
        })
    }
}
