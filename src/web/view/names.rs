//! What groups and topics are called.

use super::View;
use crate::domain::Slug;

/// The short name of a group; its slug if it is not on the calendar.
pub fn group_name(v: &View, slug: &Slug) -> String {
    let group = v.snapshot.group(slug);
    group
        .map_or(slug.as_str(), |group| group.short_name())
        .to_owned()
}

/// The slug that a group goes by now.
pub fn slug_now(v: &View, slug: &Slug) -> String {
    v.snapshot.known().groups.now(slug).to_string()
}

/// The slug that a topic goes by now.
pub fn topic_slug_now(v: &View, slug: &Slug) -> String {
    v.snapshot.known().topics.now(slug).to_string()
}

/// The name of a topic in the reader's language; its slug if it is not in the list.
pub fn topic_name(v: &View, slug: &Slug) -> String {
    let topic = v.snapshot.topic(slug);
    topic
        .map_or(slug.as_str(), |topic| topic.name(v.w.code()))
        .to_owned()
}

/// What something is called of which a form or a row has the slug as text; the text itself, if it is
/// no slug.
pub fn called(v: &View, text: &str, name: impl Fn(&View, &Slug) -> String) -> String {
    match Slug::parse(text) {
        Ok(slug) => name(v, &slug),
        Err(_) => text.to_owned(),
    }
}
