//! What each client has used up of what it may do in a minute, counted by all instances together. Rows
//! name a client by its address, so they are kept for minutes only, and not more of them than would
//! tell anything.

use super::error::StoreError;
use super::schema::allowances;
use super::transaction::Transaction;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use std::net::IpAddr;

/// Rows of other minutes than these around the present go; instances' clocks may differ by less.
const KEPT: i32 = 5;

/// With so many rows, the clients that are new to this minute are not counted.
const MOST: i64 = 10_000;

/// Counts and reads in one statement, so that no two instances read the same number. PostgreSQL knows
/// parameters by these names alone, and SQLite takes them.
const COUNT: &str = "INSERT INTO allowances (slot, minute, used) VALUES ($1, $2, 1) \
                     ON CONFLICT (slot) DO UPDATE SET used = allowances.used + 1 RETURNING used";

#[derive(QueryableByName)]
struct Used {
    #[diesel(sql_type = Integer)]
    used: i32,
}

impl Transaction<'_> {
    /// Counts one more use by a client; returns how many that is in this minute (UTC), this one
    /// included.
    pub fn count_use(
        &mut self,
        task: &str,
        client: IpAddr,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let minute = minute(now);
        let slot = format!("{task} {client} {minute}");
        let Used { used } = diesel::sql_query(COUNT)
            .bind::<Text, _>(slot.as_str())
            .bind::<Integer, _>(minute)
            .get_result(self.connection)?;
        if used == 1 {
            self.forget_uses(now)?;
            self.stay_within_bounds(&slot)?;
        }
        Ok(used.unsigned_abs())
    }

    /// Lets go of what was counted in other minutes.
    pub fn forget_uses(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let now = minute(now);
        let outside = allowances::minute.not_between(now - KEPT, now + KEPT);
        diesel::delete(allowances::table.filter(outside)).execute(self.connection)?;
        Ok(())
    }

    fn stay_within_bounds(&mut self, newest: &str) -> Result<(), StoreError> {
        let rows: i64 = allowances::table.count().get_result(self.connection)?;
        if rows > MOST {
            diesel::delete(allowances::table.find(newest)).execute(self.connection)?;
        }
        Ok(())
    }
}

fn minute(now: DateTime<Utc>) -> i32 {
    i32::try_from(now.timestamp().div_euclid(60)).unwrap_or(i32::MAX - KEPT)
}
