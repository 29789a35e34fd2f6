//! What is kept for some days and then goes: drafts that nobody touched, invitations and sessions that
//! are over.
//!
//! How old something is, is not left to the clock: one that jumps a month ahead would make all of it
//! old at once. The database notes the days on which a server was at work on it, and something is old
//! when that many of them have come since. After a jump, a day has come, and not thirty.

use super::error::StoreError;
use super::schema::{drafts, invitations, seen_days, sessions};
use super::transaction::Transaction;
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

/// For how many days something is kept.
const KEPT: i64 = 14;

/// How many of the days that were seen are remembered.
const REMEMBERED: i64 = 10 * KEPT;

/// What went in a sweep.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    pub drafts: usize,
    pub invitations: usize,
    pub sessions: usize,
}

impl Transaction<'_> {
    /// Notes that a server is at work today (UTC), and lets go what has been of no use for 14 such days:
    /// drafts that nobody touched, sent ones as well, and invitations and sessions that have expired.
    pub fn sweep(&mut self, now: DateTime<Utc>) -> Result<Swept, StoreError> {
        self.see_day(now)?;
        let Some(limit) = self.limit(now)? else {
            return Ok(Swept::default());
        };
        let old_drafts = drafts::table.filter(drafts::updated_at.lt(limit));
        let old_invitations = invitations::table.filter(invitations::expires_at.lt(limit));
        let old_sessions = sessions::table.filter(sessions::expires_at.lt(limit));
        Ok(Swept {
            drafts: diesel::delete(old_drafts).execute(self.connection)?,
            invitations: diesel::delete(old_invitations).execute(self.connection)?,
            sessions: diesel::delete(old_sessions).execute(self.connection)?,
        })
    }

    /// Another instance may see the same day at the same time.
    fn see_day(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let day = now.date_naive();
        self.connection.batch_execute(&format!(
            "INSERT INTO seen_days (day) VALUES ('{day}') ON CONFLICT DO NOTHING"
        ))?;
        if let Some(oldest) = self.seen_before(now, REMEMBERED)? {
            diesel::delete(seen_days::table.filter(seen_days::day.lt(oldest)))
                .execute(self.connection)?;
        }
        Ok(())
    }

    /// The moment before which everything is old: both by the clock and by the days that were seen.
    fn limit(&mut self, now: DateTime<Utc>) -> Result<Option<NaiveDateTime>, StoreError> {
        let seen = self.seen_before(now, KEPT)?;
        let seen = seen.and_then(|day| day.parse::<chrono::NaiveDate>().ok());
        let by_clock = (now - TimeDelta::days(KEPT)).naive_utc();
        Ok(seen.map(|day| day.and_time(NaiveTime::MIN).min(by_clock)))
    }

    /// The last but so many of the days that were seen, today among them. Those that a clock saw which
    /// was ahead do not count before they come.
    fn seen_before(&mut self, now: DateTime<Utc>, days: i64) -> Result<Option<String>, StoreError> {
        Ok(seen_days::table
            .filter(seen_days::day.le(now.date_naive().to_string()))
            .order(seen_days::day.desc())
            .offset(days)
            .select(seen_days::day)
            .first(self.connection)
            .optional()?)
    }
}
