//! Listens for what other instances on the same PostgreSQL publish. A thread of its own waits on a
//! connection of its own, and wakes whoever follows the change log.

use crate::store::{Listener, Store, StoreError};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;
use tokio::sync::Notify;

/// How often the connection is looked at. Diesel hands out no socket to wait on; a look is one system
/// call that asks the server nothing.
const LOOK: Duration = Duration::from_millis(20);

/// How long a lost connection is mourned.
const AGAIN: Duration = Duration::from_secs(2);

/// Wakes whoever waits on `waking` when the change log has grown, until nobody holds it any more. Where
/// nothing can be heard, on SQLite or while the database is away, polling is all there is.
pub fn listen(store: Store, waking: &Arc<Notify>) {
    let waking = Arc::downgrade(waking);
    let listener = thread::Builder::new()
        .name("listener".to_owned())
        .spawn(move || listen_for_good(&store, &waking));
    if let Err(error) = listener {
        tracing::warn!(%error, "no thread to listen on: the change log is polled only");
    }
}

fn listen_for_good(store: &Store, waking: &Weak<Notify>) {
    let mut is_known = false;
    while is_wanted(waking) {
        match store.listen() {
            Ok(None) => return,
            Ok(Some(listener)) => {
                if is_known {
                    tracing::info!("listening for publications again");
                }
                let Err(error) = wake_until_lost(listener, waking) else {
                    return;
                };
                tracing::warn!(%error, "nothing is heard of publications; the log is polled meanwhile");
                is_known = true;
            }
            Err(error) if is_known => tracing::debug!(%error, "still not listening"),
            Err(error) => {
                tracing::warn!(%error, "nothing is heard of publications; the log is polled meanwhile");
                is_known = true;
            }
        }
        thread::sleep(AGAIN);
    }
}

/// Ends well when nobody waits any more, and with an error when the connection is lost.
fn wake_until_lost(mut listener: Listener, waking: &Weak<Notify>) -> Result<(), StoreError> {
    // Whatever was published while nobody listened was not heard.
    let mut has_heard = true;
    while let Some(waking) = waking.upgrade() {
        if has_heard {
            waking.notify_one();
        }
        drop(waking);
        thread::sleep(LOOK);
        has_heard = listener.has_heard()?;
    }
    Ok(())
}

fn is_wanted(waking: &Weak<Notify>) -> bool {
    waking.strong_count() > 0
}
