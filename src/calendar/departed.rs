//! Meetings that were taken off, for as long as whoever has a copy of them is told.

use super::directory::Directory;
use super::published::PublishedMeeting;
use crate::domain::MeetingId;
use crate::store::{Stamp, TOLD_OFF, TakenOff};
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A meeting that was public and is so no more. It may have been taken off because of what was
/// written in it, so nothing that people typed is shown again.
#[derive(Debug)]
pub struct Departed {
    /// What was public of it last, by the names of today.
    pub last: Arc<PublishedMeeting>,
    /// The change that took it off.
    pub stamp: Stamp,
    /// iCalendar's SEQUENCE for telling it: above all that was told before (RFC 5545, section
    /// 3.8.7.4).
    pub sequence: u32,
}

/// Those that were taken off within [`TOLD_OFF`] before the newest change of the log, by the change.
#[derive(Debug, Default, Clone)]
pub(super) struct Departures {
    in_order: Vec<Arc<Departed>>,
    /// Every meeting that was ever taken off, however long ago; some may be back.
    ever: Arc<HashSet<MeetingId>>,
}

impl Departures {
    /// These, as if nothing else had ever been taken off.
    #[cfg(test)]
    pub fn of(departed: Vec<Departed>) -> Self {
        Self {
            ever: Arc::new(departed.iter().map(|one| one.last.id).collect()),
            in_order: departed.into_iter().map(Arc::new).collect(),
        }
    }

    pub fn all(&self) -> &[Arc<Departed>] {
        &self.in_order
    }

    pub fn find(&self, id: MeetingId) -> Option<&Arc<Departed>> {
        self.in_order.iter().find(|one| one.last.id == id)
    }

    /// Whether a meeting was ever taken off.
    pub fn knows(&self, id: MeetingId) -> bool {
        self.ever.contains(&id)
    }

    /// The same with groups and topics by the names of today.
    pub fn in_todays_names(mut self, directory: &Directory) -> Self {
        for one in &mut self.in_order {
            if let Some(last) = one.last.in_todays_names(directory) {
                *one = Arc::new(Departed {
                    last: Arc::new(last),
                    stamp: one.stamp,
                    sequence: one.sequence,
                });
            }
        }
        self
    }

    /// What is left of them when others were taken off and some are back; `newest` is the time of the
    /// newest change.
    pub fn followed_by(
        &self,
        taken_off: Vec<TakenOff>,
        public: &HashMap<MeetingId, Arc<PublishedMeeting>>,
        (directory, newest): (&Directory, DateTime<Utc>),
    ) -> Self {
        let mut ever = Arc::clone(&self.ever);
        if !taken_off.is_empty() {
            Arc::make_mut(&mut ever).extend(taken_off.iter().map(|off| off.id));
        }
        let departed = |off: TakenOff| {
            let last = PublishedMeeting::from(off.last?);
            Some(Arc::new(Departed {
                last: Arc::new(last.in_todays_names(directory).unwrap_or(last)),
                stamp: off.stamp,
                sequence: off.sequence,
            }))
        };
        let news: Vec<_> = taken_off.into_iter().filter_map(departed).collect();
        let is_told_anew = |one: &Departed| news.iter().any(|new| new.last.id == one.last.id);
        let mut in_order = self.in_order.clone();
        in_order.retain(|one| !is_told_anew(one));
        in_order.extend(news.iter().cloned());
        in_order
            .retain(|one| !public.contains_key(&one.last.id) && newest - one.stamp.at <= TOLD_OFF);
        in_order.sort_by_key(|one| one.stamp.seq);
        Self { in_order, ever }
    }
}
