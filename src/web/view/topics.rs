//! Topics in the reader's language.

use crate::calendar::Snapshot;
use crate::domain::Slug;
use crate::i18n::Words;

/// The name of a topic; its slug if it is not in the list any more.
pub fn topic_name(w: Words, snapshot: &Snapshot, slug: &str) -> String {
    let topic = Slug::parse(slug)
        .ok()
        .and_then(|slug| snapshot.topic(&slug));
    topic.map_or(slug, |topic| topic.name(w.code())).to_owned()
}

/// Every topic with its name, in the order of the names.
pub fn named_topics(w: Words, snapshot: &Snapshot) -> Vec<(String, String)> {
    let mut topics: Vec<_> = snapshot
        .topics()
        .map(|topic| (topic.slug.to_string(), topic.name(w.code()).to_owned()))
        .collect();
    topics.sort_by_cached_key(|(_, name)| name.to_lowercase());
    topics
}
