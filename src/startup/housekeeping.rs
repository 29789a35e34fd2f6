//! What is done now and then in the memory of the server while it runs.

use super::ticks::ticks;
use crate::web::App;
use std::sync::Arc;
use std::time::Duration;

/// How often clients are forgotten that did nothing lately.
const EVERY: Duration = Duration::from_secs(60);

/// Goes on for ever.
pub async fn keep_house(app: Arc<App>) {
    let mut tick = ticks(EVERY);
    loop {
        tick.tick().await;
        app.forget_idle_clients();
    }
}
