//! The query of a listing: read, written again, and asked of a meeting.

use super::{published, shapes, texts};
use igf_calendar::calendar::{Filter, Snapshot};
use igf_calendar::feeds::Past;
use igf_calendar::i18n::negotiate;
use std::sync::LazyLock;
use url::form_urlencoded;

static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| {
    let details = published::details(&shapes::shaped(4)).expect("a meeting");
    published::snapshot("Dynamic Coalition Coordination Group", details)
});

/// The first text is a query; the second one says how far back, the third which languages.
pub fn enter(bytes: &[u8]) {
    let query = bytes.split(|byte| *byte == 0xFF).next().unwrap_or_default();
    let filter = Filter::of(form_urlencoded::parse(query));
    let mut written = form_urlencoded::Serializer::new(String::new());
    written.extend_pairs(filter.query());
    let written = written.finish();
    let again = Filter::of(form_urlencoded::parse(written.as_bytes()));
    assert_eq!(again, filter, "{written}");
    assert_eq!(filter.is_empty(), written.is_empty());
    assert!(filter.query().count() <= 8 * 50, "it is cut: {written}");
    for (_, value) in filter.query() {
        assert!(value.chars().count() <= 80, "{value:?}");
    }
    for meeting in SNAPSHOT.meetings() {
        assert!(!filter.is_empty() || filter.accepts(meeting, &SNAPSHOT));
    }
    let mut more = texts(bytes).skip(1);
    if let Some(Ok(past)) = more.next().map(|past| past.parse::<Past>()) {
        assert_eq!(past.to_string().parse(), Ok(past));
        let _ = past.since(SNAPSHOT.modified().date_naive());
    }
    let _ = negotiate(more.next().as_deref());
}
