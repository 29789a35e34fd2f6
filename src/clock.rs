//! Where the present comes from. Everything that depends on it is told; nothing else asks the
//! machine.

use chrono::{DateTime, Utc};

/// Where the present comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Always the same moment, for tests and demonstrations of another day.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The present, to the microsecond, which is what both databases keep.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => {
                let now = Utc::now();
                DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
            }
            Self::Fixed(at) => at,
        }
    }
}
