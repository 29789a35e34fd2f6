//! The last that is said under an identity: programs that only ever heard nothing more of it would keep
//! it, as confirmed or until they are started anew.

use super::{FeedEntry, Repetition, Telling};
use crate::domain::{Said, Status};
use crate::store::Stamp;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// How something ends that was told under an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::feeds) enum Ending<'a> {
    /// The meeting was taken off. It may have been so because of what was written in it, so nothing
    /// that people typed is said again: it goes by the name of its group.
    TakenOff(&'a Said),
    /// The meeting is public as before, with this said of it, and gave the identity up.
    GivenUp(&'a Said, GivenUp),
}

/// What became of what a meeting told under an identity that it gave up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::feeds) enum GivenUp {
    /// The meeting is held at its present times, which are told under other identities.
    EnteredAnew,
    /// Nothing came in its place.
    HeldNoMore,
}

/// What ended something that was told under an identity.
#[derive(Debug, Clone, Copy)]
pub(in crate::feeds) struct EndedBy {
    /// The change that ended it.
    pub change: Stamp,
    /// iCalendar's SEQUENCE for telling it (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
    /// The newest change of anything that is said of it: a copy with older words is replaced.
    pub newest: Stamp,
}

impl FeedEntry<'_> {
    /// What is said last under this identity: that it is cancelled, once, without a rule. Of several
    /// times it is at the one that was next when it ended, or else the last. `page` is where more is
    /// said.
    pub fn ended(&self, ending: Ending<'_>, by: EndedBy, page: &str) -> FeedEntry<'static> {
        let telling = self.telling_at(by.change.at);
        let said = ending.said(&telling);
        FeedEntry {
            uid: self.uid.clone(),
            siblings: Vec::new(),
            telling: Telling {
                said: Arc::new(said),
                new_hours: None,
                page: page.to_owned(),
                given_up: ending.given_up(),
                ..telling
            },
            repetition: Repetition::Once,
            sequence: by.sequence,
            created: self.created,
            modified: by.newest.at,
        }
    }

    fn telling_at(&self, now: DateTime<Utc>) -> Telling {
        let Repetition::Rule(dates) = &self.repetition else {
            return self.telling.clone();
        };
        let held = || dates.held().map(|(_, one)| one);
        let next = held().find(|one| !one.times.is_over(now));
        match next.or_else(|| held().last()) {
            Some(one) => dates.tell(one),
            None => self.telling.clone(),
        }
    }
}

impl Ending<'_> {
    fn given_up(self) -> Option<GivenUp> {
        match self {
            Self::TakenOff(_) => None,
            Self::GivenUp(_, what) => Some(what),
        }
    }

    fn said(self, telling: &Telling) -> Said {
        let (Self::TakenOff(said) | Self::GivenUp(said, _)) = self;
        let title = match self {
            Self::TakenOff(_) => telling.title_of_group(),
            Self::GivenUp(..) => said.title.clone(),
        };
        let plain = Said::plain(
            title,
            said.text_language.clone(),
            said.group.clone(),
            said.mode,
        );
        Said {
            cohosts: said.cohosts.clone(),
            status: Status::Cancelled,
            ..plain
        }
    }
}
