//! Topics: themes that groups and meetings share, such as access, rights or youth.

use super::listed::{Listed, Listing};
use super::slug::Slug;
use super::text::Line;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most topics of a meeting: who is about everything is found by nobody.
pub const MAX_TOPICS: usize = 5;

/// A theme that groups and meetings share, as files and the desk describe it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its name in addresses and files. The former ones lead to it for good.
    pub slug: Slug,
    /// Its name in each language that it has one in, by the language's code; always one in English.
    names: BTreeMap<String, Line>,
    /// How it stands in the list of topics.
    #[serde(flatten)]
    pub listing: Listing,
}

impl Topic {
    /// A topic with its names by language code. `None` without an English one, which stands in for
    /// every other that is missing.
    pub fn new(slug: Slug, names: BTreeMap<String, Line>) -> Option<Self> {
        let listing = Listing::default();
        let has_english = names.contains_key(ENGLISH);
        has_english.then_some(Self {
            slug,
            names,
            listing,
        })
    }

    /// Its names by language code; only those that it has.
    pub fn names(&self) -> &BTreeMap<String, Line> {
        &self.names
    }

    /// The topic by other names. `None` without an English one.
    pub fn called(self, names: BTreeMap<String, Line>) -> Option<Self> {
        names
            .contains_key(ENGLISH)
            .then_some(Self { names, ..self })
    }

    /// Its name in a language, else in English.
    pub fn name(&self, language: &str) -> &str {
        let name = self.names.get(language).or_else(|| self.names.get(ENGLISH));
        name.map_or(self.slug.as_str(), Line::as_str)
    }

    /// Its English name, which feeds write.
    pub fn english(&self) -> &str {
        self.name(ENGLISH)
    }
}

impl Listed for Topic {
    fn slug(&self) -> &Slug {
        &self.slug
    }

    fn slug_mut(&mut self) -> &mut Slug {
        &mut self.slug
    }

    fn listing(&self) -> &Listing {
        &self.listing
    }

    fn listing_mut(&mut self) -> &mut Listing {
        &mut self.listing
    }
}

const ENGLISH: &str = "en";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_missing_is_said_in_english() {
        let line = |text| Line::parse(text).unwrap();
        let names =
            [("en", "Gender"), ("fr", "Genre")].map(|(code, name)| (code.to_owned(), line(name)));
        let slug = Slug::parse("gender").unwrap();
        let topic = Topic::new(slug.clone(), names.into()).unwrap();
        assert_eq!(topic.name("fr"), "Genre");
        assert_eq!(topic.name("ru"), "Gender");
        let french = [("fr".to_owned(), line("Genre"))];
        assert_eq!(Topic::new(slug, french.into()), None);
    }
}
