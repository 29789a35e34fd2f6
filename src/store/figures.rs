//! Numbers for whoever watches over the calendar: how much waits, and how busy the connections are.

use super::address::DatabaseAddress;
use super::connection::{AnyConnection, Manager};
use super::error::StoreError;
use super::pool::Store;
use super::schema::{change_counter, drafts, meetings, outbox, revisions};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel::r2d2::Pool;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What is in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The newest place of the change log.
    pub seq: i64,
    /// The meetings of which something waits for a decision.
    pub waiting: Heap,
    /// The messages that nobody has sent yet.
    pub unsent: Heap,
    /// The drafts, those that were sent among them.
    pub drafts: i64,
}

/// Things that pile up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heap {
    pub number: i64,
    /// Since when the oldest of them is there, UTC; `None` if there are none.
    pub oldest: Option<DateTime<Utc>>,
}

/// The connections of one pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolFigures {
    /// What the pool is for: `read`, `write`, or `all` where one does for both.
    pub name: &'static str,
    /// The most that there may be.
    pub most: u32,
    pub open: u32,
    pub idle: u32,
    /// How often somebody waited for one in vain.
    pub timeouts: u64,
}

/// Counts those who waited for a connection in vain.
#[derive(Debug, Clone, Default)]
pub(super) struct Timeouts(Arc<AtomicU64>);

impl Timeouts {
    /// Counts one.
    pub(super) fn note(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Store {
    /// What is in the database. Waits for a connection no longer than `patience`; a server that stands
    /// still may hold it up for longer.
    pub fn figures(&self, patience: Duration) -> Result<Figures, StoreError> {
        self.read_within(Some(patience), read_figures)
    }

    /// How busy the connections are; nothing while there are none. Asks no database.
    pub fn pool_figures(&self) -> Vec<PoolFigures> {
        let Ok(pools) = self.pools() else {
            return Vec::new();
        };
        let [reading, writing] = &pools.timeouts;
        match self.address() {
            DatabaseAddress::Sqlite(_) => vec![
                PoolFigures::of("read", &pools.readers, reading),
                PoolFigures::of("write", &pools.writers, writing),
            ],
            DatabaseAddress::Postgres(_) => vec![PoolFigures::of("all", &pools.readers, reading)],
        }
    }
}

fn read_figures(connection: &mut AnyConnection) -> Result<Figures, StoreError> {
    let seq: i32 = change_counter::table
        .select(change_counter::seq)
        .first(connection)?;
    let waiting = meetings::table
        .inner_join(revisions::table.on(meetings::pending_revision.eq(revisions::id.nullable())))
        .select((count_star(), min(revisions::created_at)))
        .first(connection)?;
    let unsent = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::given_up_at.is_null())
        .select((count_star(), min(outbox::created_at)))
        .first(connection)?;
    Ok(Figures {
        seq: seq.into(),
        waiting: Heap::of(waiting),
        unsent: Heap::of(unsent),
        drafts: drafts::table.count().get_result(connection)?,
    })
}

impl PoolFigures {
    fn of(name: &'static str, pool: &Pool<Manager>, timeouts: &Timeouts) -> Self {
        let state = pool.state();
        Self {
            name,
            most: pool.max_size(),
            open: state.connections,
            idle: state.idle_connections,
            timeouts: timeouts.0.load(Ordering::Relaxed),
        }
    }
}

impl Heap {
    fn of((number, oldest): (i64, Option<NaiveDateTime>)) -> Self {
        Self {
            number,
            oldest: oldest.map(|at| at.and_utc()),
        }
    }
}
