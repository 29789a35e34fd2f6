//! What a reader wants to see: the query of a listing, the same for pages and feeds.
//! Values that mean nothing select nothing rather than everything.

use super::published::PublishedMeeting;
use super::snapshot::Snapshot;
use crate::domain::Said;
use serde::{Deserialize, Serialize};

/// What a box that is ticked sends.
const YES: &str = "yes";

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
    /// `yes` for meetings with a recording.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recording: Vec<String>,
    /// Words in title, group or place; all of them have to be there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub q: Vec<String>,
}

impl Filter {
    /// A filter for one group.
    pub fn of_group(slug: &str) -> Self {
        Self {
            group: vec![slug.to_owned()],
            ..Self::default()
        }
    }

    /// Whether meetings without a recording are left out.
    pub fn wants_recording(&self) -> bool {
        self.recording.iter().any(|value| value == YES)
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
            &mut self.recording,
            &mut self.q,
        ] {
            values
                .iter_mut()
                .for_each(|value| *value = shortened(value, 80));
            values.retain(|value| !value.is_empty());
            values.sort();
            values.dedup();
            values.truncate(50);
        }
        self
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it lets this meeting through: one of the times at which it is held.
    pub fn accepts(&self, meeting: &PublishedMeeting, snapshot: &Snapshot) -> bool {
        meeting
            .occurrences()
            .any(|occurrence| self.lets_through(&occurrence.said, snapshot))
    }

    /// Whether it lets this one through.
    pub fn lets_through(&self, said: &Said, snapshot: &Snapshot) -> bool {
        if self.is_empty() {
            return true;
        }
        let groups = || said.groups().filter_map(|slug| snapshot.group(slug));
        any(&self.group, said.groups().map(|slug| slug.as_str()))
            && any(&self.mode, [said.mode.as_str()])
            && any(&self.recording, said.has_recording().then_some(YES))
            && any(&self.kind, groups().map(|group| group.kind.as_str()))
            && any(
                &self.topic,
                groups().flat_map(|group| group.topics.iter().map(|topic| topic.as_str())),
            )
            && any(
                &self.region,
                groups().filter_map(|group| group.region.as_ref().map(|region| region.as_str())),
            )
            && any(
                &self.language,
                said.languages
                    .iter()
                    .chain(&said.interpretation)
                    .map(|tag| tag.as_str()),
            )
            && self.finds_words(said, snapshot)
    }

    fn finds_words(&self, said: &Said, snapshot: &Snapshot) -> bool {
        if self.q.is_empty() {
            return true;
        }
        let mut text = vec![said.title.to_string()];
        for group in said.groups().filter_map(|slug| snapshot.group(slug)) {
            text.push(group.name.to_string());
            text.push(group.short_name().to_owned());
        }
        if let Some(venue) = said.place.as_ref().and_then(|place| place.venue()) {
            text.push(venue.in_one_line());
        }
        let text = text.join(" ").to_lowercase();
        self.q
            .join(" ")
            .to_lowercase()
            .split_whitespace()
            .all(|word| text.contains(word))
    }
}

/// Whether nothing is wanted, or something of what is wanted is there.
fn any<'a>(wanted: &[String], there: impl IntoIterator<Item = &'a str>) -> bool {
    wanted.is_empty()
        || there
            .into_iter()
            .any(|value| wanted.iter().any(|one| one == value))
}

fn shortened(value: &str, limit: usize) -> String {
    value.trim().chars().take(limit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_queries_have_one_spelling() {
        let filter = |recording: &[&str]| Filter {
            recording: recording.iter().map(ToString::to_string).collect(),
            ..Filter::default()
        };
        assert!(filter(&["", " "]).normalised().is_empty());
        assert_eq!(filter(&["yes", " yes"]).normalised(), filter(&["yes"]));
        assert!(!filter(&["yes"]).is_empty() && filter(&["yes"]).wants_recording());
        assert!(!filter(&["no"]).wants_recording());
    }
}
