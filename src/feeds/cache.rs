//! The feeds that are asked for again and again, kept as bytes for as long as the calendar does not
//! change.

use super::feed::Feed;
use crate::calendar::Snapshot;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What tells one feed from another while the calendar stays the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FeedKey {
    /// Path and query in one spelling (see [`crate::calendar::Filter`]).
    pub address: String,
    /// The UTC day that the window is counted from.
    pub day: NaiveDate,
}

/// Feeds of the newest snapshot that was asked for: at most 256, and 24 MB before compression.
#[derive(Debug, Default)]
pub struct FeedCache(Mutex<KeptFeeds>);

#[derive(Debug, Default)]
struct KeptFeeds {
    /// That of the snapshot.
    version: (u32, i64),
    clock: u64,
    octets: usize,
    feeds: HashMap<FeedKey, (Arc<Feed>, u64)>,
}

impl FeedCache {
    const MAX_FEEDS: usize = 256;
    const MAX_OCTETS: usize = 24_000_000;
    /// Longer addresses are nobody's who asks again, but somebody's who fills the memory.
    const MAX_ADDRESS: usize = 2000;

    /// The feed of a key, made if it is not there. Nothing is locked while it is made, so two
    /// who ask at once may both make it; the bytes are the same.
    pub fn get(
        &self,
        snapshot: &Arc<Snapshot>,
        key: FeedKey,
        make: impl FnOnce() -> Feed,
    ) -> Arc<Feed> {
        if let Some(feed) = self.kept().find(snapshot.version(), &key) {
            return feed;
        }
        let feed = Arc::new(make());
        self.kept().keep(snapshot.version(), key, &feed);
        feed
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, KeptFeeds> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeptFeeds {
    fn find(&mut self, version: (u32, i64), key: &FeedKey) -> Option<Arc<Feed>> {
        if version != self.version {
            return None;
        }
        self.clock += 1;
        let (feed, used) = self.feeds.get_mut(key)?;
        *used = self.clock;
        Some(feed.clone())
    }

    fn keep(&mut self, version: (u32, i64), key: FeedKey, feed: &Arc<Feed>) {
        // Whoever still holds an older snapshot gets its feed, but must not drop the newer ones.
        if version < self.version
            || feed.bytes().len() > FeedCache::MAX_OCTETS
            || key.address.len() > FeedCache::MAX_ADDRESS
        {
            return;
        }
        if version > self.version {
            *self = Self {
                version,
                ..Self::default()
            };
        }
        self.remove(&key);
        while self.feeds.len() >= FeedCache::MAX_FEEDS
            || self.octets + feed.bytes().len() > FeedCache::MAX_OCTETS
        {
            self.remove_least_used();
        }
        self.octets += feed.bytes().len();
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
            self.octets -= feed.bytes().len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

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
        let endless = format!("/calendar.ics?{}", "x".repeat(FeedCache::MAX_ADDRESS));
        cache.get(&snapshot, key(&endless), || feed("rare"));
        let kept = cache.kept();
        assert!(!kept.feeds.contains_key(&key(&endless)));
        assert!(kept.octets <= FeedCache::MAX_OCTETS);
        let counted: usize = kept
            .feeds
            .values()
            .map(|(feed, _)| feed.bytes().len())
            .sum();
        assert_eq!(kept.octets, counted);
    }
}
