//! How many lines could not be written: the one number that the log itself cannot be trusted with.

use std::sync::atomic::{AtomicU64, Ordering};

static LOST: AtomicU64 = AtomicU64::new(0);

/// Counts a line of the log or of the greeting that could not be written.
pub fn note_lost_line() {
    LOST.fetch_add(1, Ordering::Relaxed);
}

/// How many there were since the start.
pub(super) fn lost_lines() -> u64 {
    LOST.load(Ordering::Relaxed)
}
