//! What can be done with the calendar, an act a file: post, change, save a page, send, decide, amend,
//! withdraw, take back, undo, note, claim, import, keep the lists of groups and topics, invite, enter,
//! leave, sweep, keep no longer, hand out, erase. Each takes the [`Actor`] who does it, checks
//! what that actor may do, keeps its rule and its transaction in one place, writes what has to be told,
//! and brings the calendar up to date. Nothing above this floor writes in any other way.
//!
//! What was done is a line of the log, written once it stands: the act, its actor, and the ids of what
//! it was done to; never a name, an address or a secret.
//!
//! What came out of a meeting is a change like any other: it has a page of the form of its own, and
//! goes through [`Acts::change`] and [`Acts::send`].

mod actor;
mod afterwards;
mod amend;
mod at_once;
mod change;
mod check;
mod claim;
mod coordinators;
mod decide;
mod demo;
mod enter;
mod error;
mod factor;
mod fate;
mod import_groups;
mod import_meetings;
mod import_topics;
mod invite;
mod keep_form;
mod leave;
mod limit;
mod lists;
mod lock;
mod mail;
mod meanwhile;
mod note;
mod outcome;
mod pace;
mod people;
mod personal;
mod post;
mod ready;
mod record;
mod retain;
mod rights;
mod room;
mod save;
mod send;
mod session;
mod sign_in;
mod sweep;
mod take_back;
mod tell;
mod tell_again;
mod together;
mod undo;
mod withdraw;

pub use actor::Actor;
pub use afterwards::Looked;
pub use amend::{Amended, Carried};
pub use check::Checked;
pub use decide::Decided;
pub use error::ActError;
pub use factor::{Proof, SetUp};
pub use fate::{Fate, Fated};
pub use invite::Invitation;
pub use limit::Limit;
pub use lists::{Edited, Editing, ListMeanwhile, Moved};
pub use mail::{Delivery, Undelivered};
pub use meanwhile::{Contribution, Meanwhile, Undone};
pub use outcome::Outcome;
pub use pace::HeldBack;
pub use ready::{Problems, Ready};
pub use save::{Saved, TypedPage};
pub use send::Sending;
pub use sign_in::SigningIn;
pub use tell::UNDO_TIME;
pub use together::{Choice, Question, Together};
pub use undo::Undoing;

use crate::calendar::LiveCalendar;
use crate::clock::Clock;
use crate::domain::Network;
use crate::domain::factor::RelyingParty;
use crate::settings::LimitSettings;
use crate::store::Store;
use chrono::{DateTime, Utc};
use pace::Pace;
use std::sync::Arc;

/// Everything that can be done, and what it is done to. Cheap to clone; its methods block, so call
/// them off the event loop.
#[derive(Clone)]
pub struct Acts {
    store: Store,
    clock: Clock,
    calendar: Option<Arc<LiveCalendar>>,
    drafts_total: u64,
    /// Where whoever acts is, as far as the audit log keeps it.
    network: Option<Network>,
    /// Whether those of the desk have to give a second factor.
    asks_for_factor: bool,
    /// How much may come.
    pace: Pace,
    /// What passkeys are bound to, if they can be.
    party: Option<RelyingParty>,
}

impl Acts {
    /// Acts on a store, at the time that a clock tells.
    pub fn new(store: Store, clock: Clock) -> Self {
        Self {
            store,
            clock,
            calendar: None,
            drafts_total: u64::MAX,
            network: None,
            asks_for_factor: true,
            pace: Pace::ANY,
            party: None,
        }
    }

    /// These acts, which take and keep no more than may be; without it, any number.
    pub fn within(self, limits: &LimitSettings) -> Self {
        Self {
            drafts_total: limits.drafts_total,
            pace: Pace::of(limits),
            ..self
        }
    }

    /// These acts, with a calendar that shows what was published as soon as one returns. Without it,
    /// those who show a calendar find what was published in the change log.
    pub fn showing(self, calendar: Arc<LiveCalendar>) -> Self {
        Self {
            calendar: Some(calendar),
            ..self
        }
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What was done stands already, so a calendar that cannot follow is no failure of the act; it
    /// follows the change log again on its own.
    fn catch_up(&self) {
        let Some(calendar) = &self.calendar else {
            return;
        };
        if let Err(error) = calendar.catch_up(&self.store) {
            tracing::warn!(%error, "the calendar does not show yet what was just done");
        }
    }
}
