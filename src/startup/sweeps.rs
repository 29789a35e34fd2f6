//! The task that lets go what is of no use any more.

use super::ticks::ticks;
use crate::acts::{Actor, Acts};
use std::time::Duration;

/// How often it looks: often enough that a server which is restarted every night still sees each day.
const EVERY: Duration = Duration::from_secs(3600);

/// Sweeps again and again, the first time at once. What fails is tried again the next time.
pub(super) async fn sweep(acts: Acts) {
    let mut tick = ticks(EVERY);
    loop {
        tick.tick().await;
        let acts = acts.clone();
        let outcome = tokio::task::spawn_blocking(move || acts.sweep(&Actor::System)).await;
        match outcome {
            Ok(Ok(swept)) => tracing::debug!(?swept, "swept"),
            Ok(Err(error)) => tracing::warn!(%error, "old drafts could not be let go"),
            Err(error) => tracing::error!(%error, "sweeping failed"),
        }
    }
}
