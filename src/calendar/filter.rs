//! What a reader wants to see: the query of a listing, the same for pages and feeds.
//! Values that mean nothing select nothing rather than everything.

use super::facets::Facet;
use super::published::PublishedMeeting;
use super::snapshot::Snapshot;
use crate::domain::{Said, Slug};
use std::collections::BTreeMap;

/// The name of the words to look for in addresses.
const WORDS: &str = "q";
/// No value is longer, in characters.
const MAX_LENGTH: usize = 80;
/// No more values of one name are looked at.
const MAX_VALUES: usize = 50;

/// A listing's query. Values of one facet widen it, different ones narrow it. It has one spelling:
/// sorted, without blanks, doubles and empty values, so that equal queries share an address and a
/// cache entry; overlong input is cut.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Never with an empty list.
    wanted: BTreeMap<Facet, Vec<String>>,
    /// Words in title, group or place; all of them have to be there.
    words: Vec<String>,
}

impl Filter {
    /// The filter that a query asks for, from its names and values in any order; names that are not
    /// known are passed over.
    pub fn of<N: AsRef<str>, V: Into<String>>(query: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut filter = Self::default();
        for (name, value) in query {
            let value = value.into();
            match Facet::from_name(name.as_ref()) {
                Some(facet) => filter.wanted.entry(facet).or_default().push(value),
                None if name.as_ref() == WORDS => filter.words.push(value),
                None => {}
            }
        }
        filter.wanted.values_mut().for_each(normalise);
        filter.wanted.retain(|_, values| !values.is_empty());
        normalise(&mut filter.words);
        filter
    }

    /// This filter with these values of one facet, instead of any that it had.
    pub fn with(mut self, facet: Facet, values: &[&str]) -> Self {
        let mut values: Vec<String> = values.iter().map(ToString::to_string).collect();
        normalise(&mut values);
        match values.is_empty() {
            true => self.wanted.remove(&facet),
            false => self.wanted.insert(facet, values),
        };
        self
    }

    /// This filter with the names of today in place of those that groups and topics had before.
    pub fn in_todays_names(mut self, snapshot: &Snapshot) -> Self {
        let known = snapshot.known();
        for (facet, names) in [(Facet::Group, &known.groups), (Facet::Topic, &known.topics)] {
            let Some(values) = self.wanted.get_mut(&facet) else {
                continue;
            };
            for value in values.iter_mut() {
                if let Ok(name) = Slug::parse(value) {
                    *value = names.now(&name).to_string();
                }
            }
            normalise(values);
        }
        self
    }

    /// Its names and values, as an address gives them; nothing if it lets everything through.
    pub fn query(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let facets = self.wanted.iter().flat_map(|(facet, values)| {
            let name = facet.as_str();
            values.iter().map(move |value| (name, value.as_str()))
        });
        facets.chain(self.words.iter().map(|words| (WORDS, words.as_str())))
    }

    /// The values of a facet that are wanted; none if any will do.
    pub fn wanted(&self, facet: Facet) -> &[String] {
        self.wanted.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// Whether a value of a facet is among those that are wanted.
    pub fn wants(&self, facet: Facet, value: &str) -> bool {
        self.wanted(facet).iter().any(|wanted| wanted == value)
    }

    /// The words that are looked for.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.words.is_empty()
    }

    /// Whether it lets this meeting through: one of the times at which it is held.
    pub fn accepts(&self, meeting: &PublishedMeeting, snapshot: &Snapshot) -> bool {
        meeting
            .occurrences()
            .any(|occurrence| self.lets_through(&occurrence.said, snapshot))
    }

    /// Whether it lets an occurrence through of which this is said.
    pub fn lets_through(&self, said: &Said, snapshot: &Snapshot) -> bool {
        let has_any = |(facet, wanted): (&Facet, &Vec<String>)| {
            let values = facet.values(said, snapshot);
            wanted.iter().any(|one| values.contains(&one.as_str()))
        };
        self.wanted.iter().all(has_any) && self.finds_words(said, snapshot)
    }

    fn finds_words(&self, said: &Said, snapshot: &Snapshot) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut text = vec![said.title.to_string()];
        for group in said.groups().filter_map(|slug| snapshot.group(slug)) {
            text.push(group.name.to_string());
            text.push(group.short_name().to_owned());
            for former in snapshot.former_names(group) {
                text.push(former.name.to_string());
                text.extend(former.acronym.map(|acronym| acronym.to_string()));
            }
        }
        if let Some(venue) = said.place.as_ref().and_then(|place| place.venue()) {
            text.push(venue.in_one_line());
        }
        let text = text.join(" ").to_lowercase();
        self.words
            .join(" ")
            .to_lowercase()
            .split_whitespace()
            .all(|word| text.contains(word))
    }
}

fn normalise(values: &mut Vec<String>) {
    for value in values.iter_mut() {
        let cut: String = value.trim().chars().take(MAX_LENGTH).collect();
        // A blank where it was cut would be gone the next time.
        *value = cut.trim_end().to_owned();
    }
    values.retain(|value| !value.is_empty());
    values.sort();
    values.dedup();
    values.truncate(MAX_VALUES);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_queries_have_one_spelling() {
        let filter =
            |recording: &[&str]| Filter::of(recording.iter().map(|value| ("recording", *value)));
        assert!(filter(&["", " "]).is_empty());
        assert_eq!(filter(&["yes", " yes"]), filter(&["yes"]));
        assert!(!filter(&["yes"]).is_empty());
        assert_eq!(filter(&["no"]).wanted(Facet::Recording), ["no"]);
        assert_eq!(
            Filter::default().with(Facet::Recording, &["yes", ""]),
            filter(&["yes"])
        );
        assert!(filter(&["yes"]).with(Facet::Recording, &[]).is_empty());
    }

    #[test]
    fn a_query_is_said_again_in_the_order_of_its_names() {
        let asked = [
            ("q", "b"),
            ("recording", "yes"),
            ("unknown", "x"),
            ("group", "b"),
            ("kind", "mag"),
            ("group", "a "),
            ("q", "a"),
        ];
        let said: Vec<_> = Filter::of(asked)
            .query()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        assert_eq!(
            said,
            [
                "kind=mag",
                "group=a",
                "group=b",
                "recording=yes",
                "q=a",
                "q=b"
            ]
        );
    }

    #[test]
    fn overlong_input_is_cut() {
        let many = (0..100).map(|number| ("topic", format!("{number:0>200}")));
        let filter = Filter::of(many);
        assert_eq!(
            filter.wanted(Facet::Topic).len(),
            1,
            "they differ at the end"
        );
        let many = (0..100).map(|number| ("topic", number.to_string()));
        assert_eq!(Filter::of(many).wanted(Facet::Topic).len(), MAX_VALUES);
    }

    #[test]
    fn every_facet_is_found_by_its_name() {
        for facet in Facet::ALL {
            assert_eq!(Facet::from_name(facet.as_str()), Some(facet));
        }
        assert_eq!(Facet::from_name(WORDS), None);
    }
}
