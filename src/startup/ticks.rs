//! The beat of whatever is done again and again.

use std::time::Duration;
use tokio::time::{Interval, MissedTickBehavior, interval};

/// Ticks at once and then so often; what took longer than that is not made up for.
pub fn ticks(every: Duration) -> Interval {
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}
