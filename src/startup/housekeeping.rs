//! What is done now and then in the memory of the server while it runs.

use crate::web::App;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often clients are forgotten that did nothing lately.
const EVERY: Duration = Duration::from_secs(60);

/// Goes on for ever.
pub async fn keep_house(app: Arc<App>) {
    let mut tick = interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        app.forget_idle_clients();
    }
}
