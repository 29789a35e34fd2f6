//! What requests are counted by while the server runs. Counting an answer takes two look-ups and no
//! lock that anybody holds for long; the numbers are read by `startup::metrics`.

use actix_web::http::{Method, StatusCode};
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Upper bounds of the buckets of durations, in seconds: what comes from memory takes less than the
/// first, what is stored some of the middle ones, and the last are for what stands still.
const BUCKETS: [f64; 12] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0,
];

/// What is counted, from the start of the server on.
pub struct Metrics {
    requests: Family<Answer, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    feeds: Family<FeedAnswer, Counter>,
    start: Instant,
    /// When the change log was last read, in milliseconds from the start.
    followed: AtomicU64,
}

/// Whether a feed had to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FeedSource {
    /// It was put together for this request.
    Made,
    /// Somebody had asked for the same before.
    Kept,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answer {
    route: String,
    method: &'static str,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct FeedAnswer {
    format: &'static str,
    source: FeedSource,
    status: u16,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            requests: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            feeds: Family::default(),
            start: Instant::now(),
            followed: AtomicU64::new(0),
        }
    }
}

impl Metrics {
    /// Counts an answer; `route` is the pattern of its address.
    pub(super) fn count_answer(
        &self,
        route: String,
        method: &Method,
        status: StatusCode,
        took: Duration,
    ) {
        let answer = Answer {
            route,
            method: name(method),
            status: status.as_u16(),
        };
        self.requests.get_or_create(&answer).inc();
        let route = Route {
            route: answer.route,
        };
        let durations = self.durations.get_or_create(&route);
        durations.observe(took.as_secs_f64());
    }

    /// Counts a feed; `format` is the ending of its address.
    pub(super) fn count_feed(&self, format: &'static str, source: FeedSource, status: StatusCode) {
        let answer = FeedAnswer {
            format,
            source,
            status: status.as_u16(),
        };
        self.feeds.get_or_create(&answer).inc();
    }

    /// Notes that the change log was read to its end.
    pub fn note_followed(&self) {
        let since = self.start.elapsed().as_millis();
        let since = u64::try_from(since).unwrap_or(u64::MAX);
        self.followed.store(since, Ordering::Relaxed);
    }

    /// How long ago the change log was read to its end.
    pub fn since_followed(&self) -> Duration {
        let followed = Duration::from_millis(self.followed.load(Ordering::Relaxed));
        self.start.elapsed().saturating_sub(followed)
    }

    /// How long the server has been running.
    pub fn uptime(&self) -> Duration {
        self.start.elapsed()
    }

    /// Puts what is counted under its names.
    pub fn register(&self, registry: &mut Registry) {
        registry.register(
            "http_requests",
            "Answers, by the pattern of their address",
            self.requests.clone(),
        );
        registry.register(
            "http_request_duration_seconds",
            "From a request's head to that of its answer",
            self.durations.clone(),
        );
        registry.register(
            "feeds",
            "Feeds that were asked for: made for the request, kept from an earlier one, or on the shelf",
            self.feeds.clone(),
        );
    }
}

/// Anybody may send a method of any name, so only those that there are have a name here.
fn name(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PROPFIND" => "PROPFIND",
        "REPORT" => "REPORT",
        _ => "other",
    }
}

impl EncodeLabelValue for FeedSource {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> fmt::Result {
        let name = match self {
            Self::Made => "made",
            Self::Kept => "kept",
        };
        EncodeLabelValue::encode(&name, encoder)
    }
}
