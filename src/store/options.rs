//! How patient the store is with its database, and how much of it it takes.

use std::time::Duration;

/// Limits towards PostgreSQL. A SQLite file has one writer and a few readers, whatever stands here.
#[derive(Debug, Clone)]
pub struct StoreOptions {
    /// The most connections that are open at once.
    pub connections: u32,
    /// The longest that making a connection may take; whole seconds, as libpq counts.
    pub connect: Duration,
    /// The longest that a statement may run (`statement_timeout`).
    pub statement: Duration,
    /// The longest that a statement may wait for a lock (`lock_timeout`).
    pub lock: Duration,
    /// The longest that a free connection is waited for, to SQLite as well.
    pub answer: Duration,
}

impl Default for StoreOptions {
    fn default() -> Self {
        Self {
            connections: 12,
            connect: Duration::from_secs(5),
            statement: Duration::from_secs(30),
            lock: Duration::from_secs(10),
            answer: Duration::from_secs(10),
        }
    }
}
