//! What the system tells of this process, under the names that Prometheus has for it everywhere.
//! Where there is no /proc, they are left out.

use super::gauges::{gauge, whole};
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Registry;
use rustix::process::{Resource, getrlimit};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Reads them; `uptime` is how long the server has been running.
pub(super) fn register(registry: &mut Registry, uptime: Duration) {
    if let Some(bytes) = resident_bytes() {
        gauge(
            registry,
            "process_resident_memory_bytes",
            "Memory that is in use",
            bytes,
        );
    }
    if let Ok(descriptors) = std::fs::read_dir("/proc/self/fd") {
        // One of them is the folder that is read.
        let open = whole(descriptors.count().saturating_sub(1));
        gauge(registry, "process_open_fds", "Open descriptors", open);
    }
    if let Some(most) = getrlimit(Resource::Nofile).current {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        gauge(
            registry,
            "process_max_fds",
            "The most descriptors that may be open",
            most,
        );
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let start = now.unwrap_or_default().saturating_sub(uptime);
    registry.register(
        "process_start_time_seconds",
        "When it was started, in seconds since 1970",
        ConstGauge::new(start.as_secs_f64()),
    );
}

fn resident_bytes() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: i64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}
