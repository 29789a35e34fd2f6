//! Topics in the reader's language.

use super::View;
use crate::domain::Slug;

/// The name of a topic; its slug if it is not in the list any more.
pub fn topic_name(v: &View, slug: &str) -> String {
    let topic = Slug::parse(slug)
        .ok()
        .and_then(|slug| v.snapshot.topic(&slug));
    topic
        .map_or(slug, |topic| topic.name(v.w.code()))
        .to_owned()
}

/// Every topic with its name, in the order of the names.
pub fn named_topics(v: &View) -> Vec<(String, String)> {
    let mut topics: Vec<_> = v
        .snapshot
        .topics()
        .map(|topic| (topic.slug.to_string(), topic.name(v.w.code()).to_owned()))
        .collect();
    topics.sort_by_cached_key(|(_, name)| name.to_lowercase());
    topics
}
