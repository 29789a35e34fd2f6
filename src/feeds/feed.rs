//! Finished feeds: bytes with the validators that HTTP needs, and the cache that keeps them for as
//! long as the calendar does not change.

use super::events::said_of;
use super::select::{Past, select};
use super::site::Site;
use super::vcalendar::{FeedInfo, calendar};
use crate::calendar::{Filter, PublishedMeeting, Snapshot};
use crate::domain::MeetingId;
use chrono::{DateTime, NaiveDate, Utc};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The feed of a listing. Which meetings it holds is said at [`select`], what is left out at
/// [`calendar`].
pub fn listing(
    info: &FeedInfo,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
    snapshot: &Snapshot,
    site: &Site,
) -> Feed {
    let meetings = select(snapshot, filter, past, now, site);
    of_meetings(info, &meetings, snapshot, site)
}

/// Renders every meeting that was not rendered yet, so that no subscriber waits for it: about 25 µs
/// each, for a thread in the background after start. Feeds are right without it.
pub fn prepare(snapshot: &Snapshot, site: &Site) {
    for meeting in snapshot.meetings() {
        said_of(meeting, snapshot, site);
    }
}

/// The feed of one meeting, however long ago it was. `None` if there is no such meeting, or if its
/// date is too vague for iCalendar: the web then says so in words.
pub fn single(info: &FeedInfo, id: MeetingId, snapshot: &Snapshot, site: &Site) -> Option<Feed> {
    let meeting = snapshot.meeting(id)?;
    said_of(meeting, snapshot, site)?;
    Some(of_meetings(info, &[meeting], snapshot, site))
}

fn of_meetings(
    info: &FeedInfo,
    meetings: &[&Arc<PublishedMeeting>],
    snapshot: &Snapshot,
    site: &Site,
) -> Feed {
    let newest = meetings.iter().map(|meeting| meeting.modified).max();
    let text = calendar(
        info,
        meetings.iter().map(|meeting| meeting.as_ref()),
        snapshot,
        site,
    );
    Feed::new(text, newest.unwrap_or(snapshot.modified()))
}

/// The bytes of a feed, in any format, with their validators (RFC 9110, section 8.8).
#[derive(Debug)]
pub struct Feed {
    bytes: Arc<[u8]>,
    gzip: OnceLock<Arc<[u8]>>,
    hash: String,
    last_modified: DateTime<Utc>,
}

impl Feed {
    /// A feed from its text; the same text always gives the same entity tags.
    pub fn new(text: String, last_modified: DateTime<Utc>) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        Self {
            hash: digest[..16]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
            bytes: text.into_bytes().into(),
            gzip: OnceLock::new(),
            last_modified,
        }
    }

    /// The bytes as they are.
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// The bytes for `Content-Encoding: gzip`, made when they are first asked for.
    pub fn gzip(&self) -> &Arc<[u8]> {
        self.gzip.get_or_init(|| compressed(&self.bytes).into())
    }

    /// The strong entity tag of [`Self::bytes`], with its quotes.
    pub fn etag(&self) -> String {
        format!("\"{}\"", self.hash)
    }

    /// The strong entity tag of [`Self::gzip`], with its quotes: other bytes need another one.
    pub fn etag_gzip(&self) -> String {
        format!("\"{}-gz\"", self.hash)
    }

    /// When the newest of its meetings was published, UTC.
    pub fn last_modified(&self) -> DateTime<Utc> {
        self.last_modified
    }
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::default());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("writing to memory does not fail")
}

/// What tells one feed from another while the calendar stays the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FeedKey {
    /// Path and query in one spelling (see [`Filter::normalised`]).
    pub address: String,
    /// The UTC day that the window is counted from.
    pub day: NaiveDate,
}

/// Feeds of the newest snapshot that was asked for: at most 256, and 24 MB before compression.
#[derive(Debug, Default)]
pub struct FeedCache(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    seq: i64,
    clock: u64,
    octets: usize,
    feeds: HashMap<FeedKey, (Arc<Feed>, u64)>,
}

impl FeedCache {
    const MAX_FEEDS: usize = 256;
    const MAX_OCTETS: usize = 24_000_000;

    /// The feed of a key, made if it is not there. Nothing is locked while it is made, so two
    /// who ask at once may both make it; the bytes are the same.
    pub fn get(
        &self,
        snapshot: &Arc<Snapshot>,
        key: FeedKey,
        make: impl FnOnce() -> Feed,
    ) -> Arc<Feed> {
        if let Some(feed) = self.kept().find(snapshot.seq(), &key) {
            return feed;
        }
        let feed = Arc::new(make());
        self.kept().keep(snapshot.seq(), key, &feed);
        feed
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn find(&mut self, seq: i64, key: &FeedKey) -> Option<Arc<Feed>> {
        if seq != self.seq {
            return None;
        }
        self.clock += 1;
        let (feed, used) = self.feeds.get_mut(key)?;
        *used = self.clock;
        Some(feed.clone())
    }

    fn keep(&mut self, seq: i64, key: FeedKey, feed: &Arc<Feed>) {
        // Whoever still holds an older snapshot gets its feed, but must not drop the newer ones.
        if seq < self.seq || feed.bytes.len() > FeedCache::MAX_OCTETS {
            return;
        }
        if seq > self.seq {
            *self = Self {
                seq,
                ..Self::default()
            };
        }
        self.remove(&key);
        while self.feeds.len() >= FeedCache::MAX_FEEDS
            || self.octets + feed.bytes.len() > FeedCache::MAX_OCTETS
        {
            self.remove_least_used();
        }
        self.octets += feed.bytes.len();
        self.clock += 1;
        self.feeds.insert(key, (feed.clone(), self.clock));
    }

    fn remove_least_used(&mut self) {
        let oldest = self.feeds.iter().min_by_key(|(_, (_, used))| *used);
        if let Some(key) = oldest.map(|(key, _)| key.clone()) {
            self.remove(&key);
        }
    }

    fn remove(&mut self, key: &FeedKey) {
        if let Some((feed, _)) = self.feeds.remove(key) {
            self.octets -= feed.bytes.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn at(seq: i64) -> Arc<Snapshot> {
        Arc::new(Snapshot::new(
            seq,
            DateTime::UNIX_EPOCH,
            Default::default(),
            Default::default(),
        ))
    }

    fn key(address: &str) -> FeedKey {
        FeedKey {
            address: address.to_owned(),
            day: "2018-03-01".parse().unwrap(),
        }
    }

    fn feed(text: &str) -> Feed {
        Feed::new(text.to_owned(), DateTime::UNIX_EPOCH)
    }

    #[test]
    fn equal_text_has_equal_tags_and_the_compressed_form_its_own() {
        let (one, same, other) = (feed("a"), feed("a"), feed("b"));
        assert_eq!(one.etag(), same.etag());
        assert_eq!(one.gzip(), same.gzip());
        assert_ne!(one.etag(), other.etag());
        assert_ne!(one.etag(), one.etag_gzip());
        assert_eq!(one.etag().len(), 34);
        assert!(one.etag().starts_with('"') && one.etag().ends_with('"'));
        let mut back = String::new();
        flate2::read::GzDecoder::new(&one.gzip()[..])
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, "a");
    }

    #[test]
    fn a_feed_is_made_once_for_a_snapshot_and_a_day() {
        let cache = FeedCache::default();
        let made = std::cell::Cell::new(0);
        let ask = |seq, key| {
            cache.get(&at(seq), key, || {
                made.set(made.get() + 1);
                feed("x")
            });
            made.get()
        };
        assert_eq!(ask(1, key("/a")), 1);
        assert_eq!(ask(1, key("/a")), 1);
        assert_eq!(ask(2, key("/a")), 2, "a newer snapshot");
        assert_eq!(ask(1, key("/a")), 3, "an older one is served, not kept");
        assert_eq!(ask(2, key("/a")), 3);
        let tomorrow = FeedKey {
            day: "2018-03-02".parse().unwrap(),
            ..key("/a")
        };
        assert_eq!(ask(2, tomorrow), 4);
    }

    #[test]
    fn the_cache_is_bounded_and_forgets_what_is_used_least() {
        let cache = FeedCache::default();
        let snapshot = at(1);
        for number in 0..1000 {
            cache.get(&snapshot, key("/popular"), || feed("popular"));
            cache.get(&snapshot, key(&format!("/{number}")), || feed("rare"));
        }
        assert_eq!(cache.kept().feeds.len(), FeedCache::MAX_FEEDS);
        cache.get(&snapshot, key("/popular"), || panic!("it was kept"));
        let large = "x".repeat(FeedCache::MAX_OCTETS / 3);
        for number in 0..5 {
            cache.get(&snapshot, key(&format!("/large{number}")), || feed(&large));
        }
        let kept = cache.kept();
        assert!(kept.octets <= FeedCache::MAX_OCTETS);
        let counted: usize = kept.feeds.values().map(|(feed, _)| feed.bytes.len()).sum();
        assert_eq!(kept.octets, counted);
    }
}
