//! Whether the database is known to be away: while it is, whoever needs it is refused at once instead
//! of waiting in vain, and only what asks for it on purpose still reaches for it.

use super::error::StoreError;
use chrono::{DateTime, Utc};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// Open while the database is away, closed while it answers.
#[derive(Debug)]
pub(super) struct Breaker {
    /// What every request looks at.
    is_open: AtomicBool,
    since: Mutex<Option<DateTime<Utc>>>,
}

impl Breaker {
    /// One for a database that nobody has reached yet.
    pub(super) fn open() -> Self {
        Self {
            is_open: AtomicBool::new(true),
            since: Mutex::new(Some(Utc::now())),
        }
    }

    /// Fails while the database is away.
    pub(super) fn admit(&self) -> Result<(), StoreError> {
        match self.is_open.load(Ordering::Acquire) {
            true => Err(StoreError::Away),
            false => Ok(()),
        }
    }

    /// Since when it is away, UTC; `None` while it is not.
    pub(super) fn since(&self) -> Option<DateTime<Utc>> {
        self.admit().err()?;
        *self.lock()
    }

    /// Notes that it cannot be had.
    pub(super) fn gone(&self, reason: &StoreError) {
        let mut since = self.lock();
        if since.is_some() {
            return;
        }
        tracing::error!(%reason, "the database is away: reading goes on, nothing can be stored");
        *since = Some(Utc::now());
        self.is_open.store(true, Ordering::Release);
    }

    /// Notes that it answers.
    pub(super) fn back(&self) {
        let mut since = self.lock();
        *since = None;
        self.is_open.store(false, Ordering::Release);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<DateTime<Utc>>> {
        self.since.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_is_refused_until_it_is_back() {
        let breaker = Breaker::open();
        assert!(breaker.admit().is_err());
        breaker.back();
        assert!(breaker.admit().is_ok());
        assert_eq!(breaker.since(), None);

        breaker.gone(&StoreError::Away);
        let since = breaker.since();
        assert!(since.is_some() && breaker.admit().is_err());
        // What is noticed later changes nothing of when it went.
        breaker.gone(&StoreError::Silent);
        assert_eq!(breaker.since(), since);

        breaker.back();
        assert!(breaker.admit().is_ok());
    }
}
