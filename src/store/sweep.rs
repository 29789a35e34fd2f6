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
pub const KEPT: u32 = 14;

/// For how many days a change is kept that was begun and never saved: nothing was typed into it that the
/// meeting does not say, unless it stands in a form that is still open.
const KEPT_UNSAVED: u32 = 2;

/// How many of the days that were seen are remembered.
const REMEMBERED: u32 = 10 * KEPT;

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
    /// Changes that nobody saved go after two such days, and invitations that were used at once.
    pub fn sweep(&mut self, now: DateTime<Utc>) -> Result<Swept, StoreError> {
        self.see_day(now)?;
        let used = invitations::table.filter(invitations::used_at.is_not_null());
        let mut swept = Swept {
            invitations: diesel::delete(used).execute(self.connection)?,
            ..Swept::default()
        };
        if let Some(limit) = self.limit(now, KEPT_UNSAVED)? {
            let unsaved = drafts::table
                .filter(drafts::meeting_id.is_not_null())
                .filter(drafts::sent_revision.is_null())
                .filter(drafts::updated_at.eq(drafts::created_at))
                .filter(drafts::updated_at.lt(limit));
            swept.drafts += diesel::delete(unsaved).execute(self.connection)?;
        }
        if let Some(limit) = self.limit(now, KEPT)? {
            let old_drafts = drafts::table.filter(drafts::updated_at.lt(limit));
            let old_invitations = invitations::table.filter(invitations::expires_at.lt(limit));
            let old_sessions = sessions::table.filter(sessions::expires_at.lt(limit));
            swept.drafts += diesel::delete(old_drafts).execute(self.connection)?;
            swept.invitations += diesel::delete(old_invitations).execute(self.connection)?;
            swept.sessions += diesel::delete(old_sessions).execute(self.connection)?;
        }
        Ok(swept)
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

    /// The moment before which everything is so many days old, both by the clock and by the days that
    /// were seen, as far as those are remembered.
    pub(super) fn limit(
        &mut self,
        now: DateTime<Utc>,
        days: u32,
    ) -> Result<Option<NaiveDateTime>, StoreError> {
        let counted = days.min(REMEMBERED);
        let seen = self.seen_before(now, counted)?;
        let seen = seen.and_then(|day| day.parse::<chrono::NaiveDate>().ok());
        let seen = seen.map(|day| day - days_long(days - counted));
        let by_clock = (now - days_long(days)).naive_utc();
        Ok(seen.map(|day| day.and_time(NaiveTime::MIN).min(by_clock)))
    }

    /// The last but so many of the days that were seen, today among them. Those that a clock saw which
    /// was ahead do not count before they come.
    fn seen_before(&mut self, now: DateTime<Utc>, days: u32) -> Result<Option<String>, StoreError> {
        Ok(seen_days::table
            .filter(seen_days::day.le(now.date_naive().to_string()))
            .order(seen_days::day.desc())
            .offset(days.into())
            .select(seen_days::day)
            .first(self.connection)
            .optional()?)
    }
}

fn days_long(days: u32) -> TimeDelta {
    TimeDelta::days(days.into())
}
