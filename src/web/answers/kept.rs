//! The answers that are asked for again and again, kept for as long as they hold.

use super::answer::Answer;
use super::coding::Coding;
use crate::web::error::WebError;
use crate::web::metrics::FeedSource;
use actix_web::web;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use tokio::sync::Mutex;

/// From when to when an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    /// Of the snapshot that it was made of (see [`crate::calendar::Snapshot::version`]).
    pub version: (u32, i64),
    /// The stretch of time that it was made for, counted in whatever it depends on: days, minutes.
    pub period: i64,
}

/// Answers by their address in one spelling: at most 64 MB of them, those that are asked for least
/// leave first.
pub struct KeptAnswers {
    kept: Cache<String, Kept, Weight>,
    /// Whoever asks for what somebody else is making waits for it instead of making it as well.
    turns: [Mutex<()>; 32],
    hasher: RandomState,
}

#[derive(Clone)]
struct Kept {
    edition: Edition,
    answer: Arc<Answer>,
}

#[derive(Clone)]
struct Weight;

impl Weighter<String, Kept> for Weight {
    fn weight(&self, key: &String, kept: &Kept) -> u64 {
        key.len() as u64 + kept.answer.weight()
    }
}

impl Default for KeptAnswers {
    fn default() -> Self {
        Self {
            kept: Cache::with_weighter(Self::EXPECTED, Self::MAX_OCTETS, Weight),
            turns: std::array::from_fn(|_| Mutex::new(())),
            hasher: RandomState::new(),
        }
    }
}

impl KeptAnswers {
    const EXPECTED: usize = 1000;
    const MAX_OCTETS: u64 = 64_000_000;

    /// The answer of an address for an edition, ready to be sent in a form; and where it came from. It
    /// is made off the event loop, by one at a time for one address; where there is nothing to be made
    /// it is not found. An answer that comes out as it was before is not packed again.
    ///
    /// Whoever asks for an older edition than the one that is kept gets it made, and takes nothing
    /// away.
    pub async fn get(
        &self,
        address: &str,
        edition: Edition,
        coding: Coding,
        make: impl FnOnce() -> Option<Answer> + Send + 'static,
    ) -> Result<(Arc<Answer>, FeedSource), WebError> {
        if let Some(answer) = self.ready(address, edition, coding) {
            return Ok((answer, FeedSource::Kept));
        }
        let turn = self.hasher.hash_one(address) as usize % self.turns.len();
        let _turn = self.turns[turn].lock().await;
        if let Some(answer) = self.ready(address, edition, coding) {
            return Ok((answer, FeedSource::Kept));
        }
        let before = self.kept.get(address);
        let is_newest = before.as_ref().is_none_or(|kept| kept.edition <= edition);
        let source = match &before {
            Some(kept) if kept.edition == edition => FeedSource::Kept,
            _ => FeedSource::Made,
        };
        let answer = web::block(move || {
            let answer = match before {
                Some(kept) if kept.edition == edition => kept.answer,
                before => unless_the_same(before, make()?),
            };
            answer.make_ready(coding);
            Some(answer)
        });
        let answer = answer.await.map_err(|_| WebError::Busy)?;
        let answer = answer.ok_or(WebError::NotFound)?;
        if is_newest {
            let answer = Arc::clone(&answer);
            let kept = Kept { edition, answer };
            self.kept.insert(address.to_owned(), kept);
        }
        Ok((answer, source))
    }

    fn ready(&self, address: &str, edition: Edition, coding: Coding) -> Option<Arc<Answer>> {
        let kept = self.kept.get(address)?;
        (kept.edition == edition && kept.answer.is_ready(coding)).then_some(kept.answer)
    }
}

fn unless_the_same(before: Option<Kept>, made: Answer) -> Arc<Answer> {
    match before {
        Some(kept) if kept.answer.is(&made) => kept.answer,
        _ => Arc::new(made),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn at(seq: i64) -> Edition {
        Edition {
            version: (0, seq),
            period: 1,
        }
    }

    fn answer(text: &str) -> Answer {
        Answer::new(text.into(), "text/plain", DateTime::UNIX_EPOCH)
    }

    async fn ask(cache: &KeptAnswers, address: &str, edition: Edition, text: &str) -> bool {
        let text = text.to_owned();
        let make = move || Some(answer(&text));
        let got = cache.get(address, edition, Coding::Plain, make).await;
        matches!(got.expect("an answer").1, FeedSource::Made)
    }

    #[actix_web::test]
    async fn an_answer_is_made_once_for_an_edition() {
        let cache = KeptAnswers::default();
        assert!(ask(&cache, "/a", at(1), "x").await);
        assert!(!ask(&cache, "/a", at(1), "x").await);
        assert!(ask(&cache, "/a", at(2), "x").await, "a newer one");
        assert!(
            ask(&cache, "/a", at(1), "x").await,
            "an older one is not kept"
        );
        assert!(!ask(&cache, "/a", at(2), "x").await);
        let tomorrow = Edition { period: 2, ..at(2) };
        assert!(ask(&cache, "/a", tomorrow, "x").await);
    }

    #[actix_web::test]
    async fn many_who_ask_at_once_have_it_made_once() {
        let cache = Arc::new(KeptAnswers::default());
        let made = Arc::new(AtomicUsize::new(0));
        let asked: Vec<_> = (0..50)
            .map(|_| {
                let (cache, made) = (Arc::clone(&cache), Arc::clone(&made));
                actix_web::rt::spawn(async move {
                    let make = move || {
                        made.fetch_add(1, Ordering::Relaxed);
                        Some(answer("x"))
                    };
                    cache.get("/a", at(1), Coding::Brotli, make).await.is_ok()
                })
            })
            .collect();
        for one in asked {
            assert!(one.await.expect("it ran"));
        }
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }

    #[actix_web::test]
    async fn what_a_change_does_not_touch_is_not_packed_again() {
        let cache = KeptAnswers::default();
        let get = |edition, text: &'static str| {
            cache.get("/a", edition, Coding::Gzip, move || Some(answer(text)))
        };
        let (first, _) = get(at(1), "x").await.expect("an answer");
        let (same, _) = get(at(2), "x").await.expect("an answer");
        let (other, _) = get(at(3), "y").await.expect("an answer");
        assert!(Arc::ptr_eq(&first, &same));
        assert!(!Arc::ptr_eq(&first, &other));
    }

    #[actix_web::test]
    async fn what_is_kept_is_bounded() {
        let cache = KeptAnswers::default();
        let large = "x".repeat(1_000_000);
        for number in 0..100 {
            ask(&cache, &format!("/{number}"), at(1), &large).await;
        }
        assert!(cache.kept.weight() <= KeptAnswers::MAX_OCTETS);
        assert!(cache.kept.len() > 30);
    }
}
