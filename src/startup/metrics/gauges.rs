//! The numbers that are read when somebody asks for them.

use super::lost::lost_lines;
use crate::store::{Figures, Heap};
use crate::web::App;
use chrono::{DateTime, Utc};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Pool {
    pool: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Connections {
    pool: &'static str,
    state: &'static str,
}

/// What is known without asking the database.
pub(super) fn held_in_memory(registry: &mut Registry, app: &App, drafts_total: u64) {
    let version = vec![("version", env!("CARGO_PKG_VERSION"))];
    registry.register("build", "The version that runs", Info::new(version));
    let snapshot = app.calendar.current();
    gauge(
        registry,
        "snapshot_seq",
        "The newest change of the log that readers see",
        snapshot.seq(),
    );
    gauge(
        registry,
        "snapshot_meetings",
        "The meetings that readers see",
        whole(snapshot.meetings().len()),
    );
    let age = app.metrics.since_followed().as_secs_f64();
    registry.register(
        "snapshot_age_seconds",
        "Since the change log was last read to its end",
        ConstGauge::new(age),
    );
    gauge(
        registry,
        "drafts_limit",
        "The most drafts that are kept",
        i64::try_from(drafts_total).unwrap_or(i64::MAX),
    );
    registry.register(
        "log_lines_lost",
        "Lines of the log that could not be written",
        ConstCounter::new(lost_lines()),
    );
    pools(registry, app);
}

fn pools(registry: &mut Registry, app: &App) {
    let connections = Family::<Connections, Gauge>::default();
    let limits = Family::<Pool, Gauge>::default();
    let timeouts = Family::<Pool, Counter>::default();
    for figures in app.store.pool_figures() {
        let pool = figures.name;
        for (state, number) in [
            ("idle", figures.idle),
            ("used", figures.open.saturating_sub(figures.idle)),
        ] {
            let labels = Connections { pool, state };
            connections.get_or_create(&labels).set(number.into());
        }
        let labels = Pool { pool };
        limits.get_or_create(&labels).set(figures.most.into());
        timeouts.get_or_create(&labels).inc_by(figures.timeouts);
    }
    registry.register(
        "database_connections",
        "Connections to the database that are open",
        connections,
    );
    registry.register(
        "database_connections_limit",
        "The most connections to the database",
        limits,
    );
    registry.register(
        "database_wait_timeouts",
        "How often somebody waited for a connection in vain",
        timeouts,
    );
}

/// What the database says; if it says nothing, that alone.
pub(super) fn database(registry: &mut Registry, figures: Option<&Figures>, now: DateTime<Utc>) {
    gauge(
        registry,
        "database_up",
        "Whether the database answered just now",
        i64::from(figures.is_some()),
    );
    let Some(figures) = figures else { return };
    gauge(
        registry,
        "database_seq",
        "The newest change of the log",
        figures.seq,
    );
    gauge(
        registry,
        "drafts",
        "Drafts that are kept, those that were sent in the last two weeks among them",
        figures.drafts,
    );
    gauge(
        registry,
        "waiting_entries",
        "Meetings of which something waits for a decision",
        figures.waiting.number,
    );
    gauge(
        registry,
        "waiting_oldest_seconds",
        "How long the oldest of them has waited; 0 if none does",
        age(&figures.waiting, now),
    );
    gauge(
        registry,
        "outbox_unsent",
        "Messages that have not been sent",
        figures.unsent.number,
    );
    gauge(
        registry,
        "outbox_oldest_seconds",
        "How long the oldest of them has waited; 0 if none does",
        age(&figures.unsent, now),
    );
}

/// In whole seconds.
fn age(heap: &Heap, now: DateTime<Utc>) -> i64 {
    heap.oldest
        .map_or(0, |oldest| (now - oldest).num_seconds().max(0))
}

pub(super) fn gauge(registry: &mut Registry, name: &str, help: &str, value: i64) {
    registry.register(name, help, ConstGauge::new(value));
}

pub(super) fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
