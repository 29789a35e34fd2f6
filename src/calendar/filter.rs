//! What a reader wants to see: the query of a listing, the same for pages and feeds.
//! Values that mean nothing select nothing rather than everything.

use super::published::PublishedMeeting;
use super::snapshot::Snapshot;
use crate::domain::{GroupKind, Mode};
use serde::{Deserialize, Serialize};

/// A listing's query. Values of one name widen it, different names narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Kinds of group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kind: Vec<String>,
    /// Groups, by slug; a co-host counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<String>,
    /// Topics of the group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topic: Vec<String>,
    /// Regions of the group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub region: Vec<String>,
    /// Virtual, face to face, hybrid.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mode: Vec<String>,
    /// Languages spoken or interpreted into.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub language: Vec<String>,
    /// Words in title, group or place.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
}

impl Filter {
    /// A filter for one group.
    pub fn of_group(slug: &str) -> Self {
        Self {
            group: vec![slug.to_owned()],
            ..Self::default()
        }
    }

    /// The same query in one spelling: sorted, without blanks, doubles and empty values, so that
    /// equal queries share an address and a cache entry. Overlong input is cut.
    pub fn normalised(mut self) -> Self {
        for values in [
            &mut self.kind,
            &mut self.group,
            &mut self.topic,
            &mut self.region,
            &mut self.mode,
            &mut self.language,
        ] {
            values
                .iter_mut()
                .for_each(|value| *value = shortened(value, 80));
            values.retain(|value| !value.is_empty());
            values.sort();
            values.dedup();
            values.truncate(50);
        }
        self.q = shortened(&self.q, 200);
        self
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it lets this meeting through.
    pub fn accepts(&self, meeting: &PublishedMeeting, snapshot: &Snapshot) -> bool {
        let details = &meeting.details;
        let groups: Vec<_> = details
            .groups()
            .filter_map(|slug| snapshot.group(slug))
            .collect();
        let one_of = |wanted: &[String], mut has: Box<dyn FnMut(&str) -> bool + '_>| {
            wanted.is_empty() || wanted.iter().any(|value| has(value))
        };
        one_of(
            &self.group,
            Box::new(|wanted| details.groups().any(|slug| slug.as_str() == wanted)),
        ) && one_of(
            &self.mode,
            Box::new(|wanted| Mode::from_name(wanted) == Some(details.mode)),
        ) && one_of(
            &self.kind,
            Box::new(|wanted| {
                let kind = GroupKind::from_name(wanted);
                groups.iter().any(|group| Some(group.kind) == kind)
            }),
        ) && one_of(
            &self.topic,
            Box::new(|wanted| {
                groups
                    .iter()
                    .any(|group| group.topics.iter().any(|topic| topic.as_str() == wanted))
            }),
        ) && one_of(
            &self.region,
            Box::new(|wanted| {
                groups
                    .iter()
                    .any(|group| group.region.as_ref().is_some_and(|r| r.as_str() == wanted))
            }),
        ) && one_of(
            &self.language,
            Box::new(|wanted| {
                details
                    .languages
                    .iter()
                    .chain(&details.interpretation)
                    .any(|tag| tag.as_str() == wanted)
            }),
        ) && self.finds_words(meeting, snapshot)
    }

    fn finds_words(&self, meeting: &PublishedMeeting, snapshot: &Snapshot) -> bool {
        if self.q.is_empty() {
            return true;
        }
        let details = &meeting.details;
        let mut text = details.title.as_str().to_lowercase();
        for group in details.groups().filter_map(|slug| snapshot.group(slug)) {
            text.push(' ');
            text.push_str(&group.name.as_str().to_lowercase());
            text.push(' ');
            text.push_str(&group.short_name().to_lowercase());
        }
        if let Some(venue) = details.place.as_ref().and_then(|place| place.venue()) {
            text.push(' ');
            text.push_str(&venue.in_one_line().to_lowercase());
        }
        self.q
            .to_lowercase()
            .split_whitespace()
            .all(|word| text.contains(word))
    }
}

fn shortened(value: &str, limit: usize) -> String {
    value.trim().chars().take(limit).collect()
}
