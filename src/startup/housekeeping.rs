//! What is done now and then while the server runs: forgetting what is over.

use crate::acts::Actor;
use crate::web::App;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often clients are forgotten that did nothing lately.
const CLIENTS: Duration = Duration::from_secs(60);

/// How many of those times it takes until drafts, invitations and sessions are looked through.
const ROUNDS: u32 = 60;

/// Goes on for ever. Nothing is looked through at once: a server that is started again and again has
/// other things to do.
pub async fn keep_house(app: Arc<App>) {
    let mut tick = interval(CLIENTS);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tick.tick().await;
    for round in (1..=ROUNDS).cycle() {
        tick.tick().await;
        app.forget_idle_clients();
        if round == ROUNDS {
            expire(&app).await;
        }
    }
}

async fn expire(app: &App) {
    let acts = app.acts.clone();
    match tokio::task::spawn_blocking(move || acts.expire(&Actor::System)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "what is over could not be forgotten"),
        Err(error) => tracing::error!(%error, "forgetting what is over failed"),
    }
}
