//! How much may come: of all posters together, and of whoever has one e-mail address. Nothing that is
//! held back is lost: its draft stays, and is sent later.

use super::{ActError, Acts, Limit};
use crate::domain::web_url::EmailAddress;
use crate::settings::LimitSettings;
use crate::store::Transaction;
use chrono::{DateTime, TimeDelta, Utc};
use std::net::IpAddr;
use std::time::Duration;

const HOUR: TimeDelta = TimeDelta::hours(1);
const DAY: TimeDelta = TimeDelta::days(1);

/// How many one client may send in a minute while the brake is on.
const BRAKED: u32 = 1;

/// How much may come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// With more entries in an hour the brake is on.
    sent_per_hour: u64,
    sent_per_address: u64,
    waiting_per_address: u64,
    pub(super) letters_per_address: u64,
}

/// Why something is not sent yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBack {
    /// So much comes from all sides that one client sends one in a minute; the next minute begins after
    /// so long.
    Brake(Duration),
    /// So many were sent with this address within a day, which is as many as may be.
    Sent(u64),
    /// So many wait that were sent with this address, which is as many as may be.
    Waiting(u64),
}

impl Pace {
    /// As fast as anybody likes.
    pub(super) const ANY: Self = Self {
        sent_per_hour: u64::MAX,
        sent_per_address: u64::MAX,
        waiting_per_address: u64::MAX,
        letters_per_address: u64::MAX,
    };

    pub(super) fn of(limits: &LimitSettings) -> Self {
        Self {
            sent_per_hour: limits.sent_per_hour,
            sent_per_address: limits.sent_per_address_and_day,
            waiting_per_address: limits.waiting_per_address,
            letters_per_address: limits.letters_per_address_and_day,
        }
    }
}

impl HeldBack {
    /// After how long it is worth a try.
    pub fn wait(self) -> Duration {
        match self {
            Self::Brake(wait) => wait,
            // Whenever the desk decides, or the first of the day is a day old.
            Self::Sent(_) | Self::Waiting(_) => Duration::from_secs(3600),
        }
    }
}

impl Acts {
    /// How many entries and changes came by the form within an hour, if that is more than there may be
    /// without a brake.
    pub fn rush(&self) -> Result<Option<u64>, ActError> {
        let sent = self.store.sent_since(self.now() - HOUR)?;
        Ok(Some(sent).filter(|sent| *sent > self.pace.sent_per_hour))
    }

    /// Counts that a client is about to send something, if the brake is on; whether it is too early for
    /// that.
    pub fn brake(&self, client: IpAddr) -> Result<Option<HeldBack>, ActError> {
        if self.rush()?.is_none() || self.count_use(Limit::Sends, client, BRAKED)? {
            return Ok(None);
        }
        let past = self.now().timestamp().rem_euclid(60).unsigned_abs();
        Ok(Some(HeldBack::Brake(Duration::from_secs(60 - past))))
    }

    /// Whether whoever has an address has to wait with what they are about to send. Those who send at
    /// the same moment may come to one more each.
    pub(super) fn hold_back(
        &self,
        transaction: &mut Transaction<'_>,
        (address, is_new): (&EmailAddress, bool),
        now: DateTime<Utc>,
    ) -> Result<Option<HeldBack>, ActError> {
        let Pace {
            sent_per_address,
            waiting_per_address,
            ..
        } = self.pace;
        if transaction.sent_by_since(address, now - DAY)? >= sent_per_address {
            return Ok(Some(HeldBack::Sent(sent_per_address)));
        }
        if is_new && transaction.waiting_of(address)? >= waiting_per_address {
            return Ok(Some(HeldBack::Waiting(waiting_per_address)));
        }
        Ok(None)
    }
}
