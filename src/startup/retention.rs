//! The task that takes personal data away once it was kept for as long as is set.

use super::ticks::ticks;
use crate::acts::{Actor, Acts};
use crate::settings::RetentionSettings;
use std::time::Duration;

/// How often it looks.
const EVERY: Duration = Duration::from_secs(3600);

/// Looks again and again, the first time at once. What fails is tried again the next time.
pub(super) async fn retain(acts: Acts, retention: RetentionSettings) {
    let mut tick = ticks(EVERY);
    loop {
        tick.tick().await;
        let (acts, retention) = (acts.clone(), retention.clone());
        let work = move || acts.retain(&Actor::System, &retention);
        match tokio::task::spawn_blocking(work).await {
            Ok(Ok(taken)) => tracing::debug!(%taken, "personal data that is kept no longer"),
            Ok(Err(error)) => tracing::warn!(%error, "personal data could not be taken away"),
            Err(error) => tracing::error!(%error, "taking personal data away failed"),
        }
    }
}
