//! The task that tells again, once after the start, what the zone database of this build has moved.

use super::ticks::ticks;
use crate::acts::{Actor, Acts};
use std::time::Duration;

/// How soon what failed, or what another process was at, is tried again.
const EVERY: Duration = Duration::from_secs(60);

/// Ends as soon as it is done.
pub(super) async fn tell_moved(acts: Acts) {
    let mut tick = ticks(EVERY);
    loop {
        tick.tick().await;
        let acts = acts.clone();
        let outcome = tokio::task::spawn_blocking(move || acts.tell_moved(&Actor::System)).await;
        match outcome {
            Ok(Ok(Some(count))) => {
                return tracing::debug!(count, "meetings that a newer zone database moved");
            }
            Ok(Ok(None)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "what moved could not be told again"),
            Err(error) => tracing::error!(%error, "telling what moved failed"),
        }
    }
}
