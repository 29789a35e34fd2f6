//! What meetings can be filtered by, apart from words: the one place that says which values each
//! facet has. Filters, the categories of feeds and the lines of a meeting's page all follow from it,
//! so a new facet is added here alone.

use super::snapshot::Snapshot;
use crate::domain::{Group, LanguageTag, Part, Said, Slug};

/// Something to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Kinds of the groups that hold it.
    Kind,
    /// The groups that hold it, by slug; a co-host counts.
    Group,
    /// Its own topics and those of the groups that hold it, by slug.
    Topic,
    /// The regions that the groups speak for.
    Region,
    /// Virtual, face to face, hybrid.
    Mode,
    /// Languages spoken or interpreted into, by their tags.
    Language,
    /// `yes` if it can be seen or heard afterwards.
    Recording,
}

/// A line of a meeting's page that gives values of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetLine<'a> {
    /// Whose values they are.
    pub facet: Facet,
    /// The part of what is said that has them.
    pub part: Part,
    /// The values, none where the meeting says nothing of it.
    pub values: Vec<&'a str>,
}

impl Facet {
    /// The value of what is simply there, as a box that is ticked sends it.
    pub const YES: &str = "yes";

    /// Every facet, in the order in which addresses name them.
    pub const ALL: [Self; 7] = [
        Self::Kind,
        Self::Group,
        Self::Topic,
        Self::Region,
        Self::Mode,
        Self::Language,
        Self::Recording,
    ];

    /// Its name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Group => "group",
            Self::Topic => "topic",
            Self::Region => "region",
            Self::Mode => "mode",
            Self::Language => "language",
            Self::Recording => "recording",
        }
    }

    /// The facet that an address names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.as_str() == name)
    }

    /// The values that an occurrence has.
    pub fn values<'a>(self, said: &'a Said, snapshot: &'a Snapshot) -> Vec<&'a str> {
        let groups = said.groups().filter_map(|slug| snapshot.group(slug));
        match self {
            Self::Kind => groups.map(|group| group.kind.as_str()).collect(),
            Self::Group => said.groups().map(|slug| slug.as_str()).collect(),
            Self::Topic => slugs(&said.topics)
                .chain(groups.flat_map(|group| slugs(&group.topics)))
                .collect(),
            Self::Region => groups.filter_map(|group| region(group)).collect(),
            Self::Mode => vec![said.mode.as_str()],
            Self::Language => tags(&said.languages)
                .chain(tags(&said.interpretation))
                .collect(),
            Self::Recording => said
                .has_recording()
                .then_some(Self::YES)
                .into_iter()
                .collect(),
        }
    }

    /// What feeds say of it in a few words, in English, for programs that colour by category: of
    /// the groups only the one that is named first, because most programs take the first category
    /// alone.
    fn categories<'a>(self, said: &'a Said, snapshot: &'a Snapshot) -> Vec<&'a str> {
        let group = snapshot.group(&said.group);
        match self {
            Self::Kind => group
                .map(|group| group.kind.english())
                .into_iter()
                .collect(),
            Self::Group => {
                let slug = said.group.as_str();
                vec![group.map_or(slug, |group| group.short_name())]
            }
            Self::Topic => english(said, snapshot).collect(),
            Self::Region | Self::Mode | Self::Language | Self::Recording => vec![],
        }
    }
}

/// The categories of an occurrence in feeds, in English; never none.
pub fn categories<'a>(said: &'a Said, snapshot: &'a Snapshot) -> Vec<&'a str> {
    let all = Facet::ALL.into_iter();
    let mut names: Vec<&str> = all
        .flat_map(|facet| facet.categories(said, snapshot))
        .collect();
    names.dedup();
    names
}

/// The lines of a meeting's page that give values of facets, in the order of the parts that have them;
/// also those that have no value.
pub fn facet_lines(said: &Said) -> Vec<FacetLine<'_>> {
    let lines = Part::ALL.iter();
    lines.filter_map(|part| facet_line(*part, said)).collect()
}

/// The line that a part has on a meeting's page, unless it has a place of its own there.
fn facet_line(part: Part, said: &Said) -> Option<FacetLine<'_>> {
    let (facet, values) = match part {
        Part::Topics => (Facet::Topic, slugs(&said.topics).collect()),
        Part::Languages => (Facet::Language, tags(&said.languages).collect()),
        Part::Interpretation => (Facet::Language, tags(&said.interpretation).collect()),
        Part::Title
        | Part::TextLanguage
        | Part::Group
        | Part::Cohosts
        | Part::Description
        | Part::Agenda
        | Part::Links
        | Part::Contact
        | Part::Status
        | Part::StatusNote
        | Part::PastReason
        | Part::Mode
        | Part::Remote
        | Part::Place
        | Part::Registration
        | Part::Captioning
        | Part::Participants
        | Part::Category
        | Part::Provenance => return None,
    };
    Some(FacetLine {
        facet,
        part,
        values,
    })
}

fn slugs(slugs: &[Slug]) -> impl Iterator<Item = &str> {
    slugs.iter().map(|slug| slug.as_str())
}

fn english<'a>(said: &'a Said, snapshot: &'a Snapshot) -> impl Iterator<Item = &'a str> {
    said.topics.iter().map(|slug| {
        let topic = snapshot.topic(slug);
        topic.map_or(slug.as_str(), |topic| topic.name("en"))
    })
}

fn region(group: &Group) -> Option<&str> {
    group.region.as_ref().map(|region| region.as_str())
}

fn tags(tags: &[LanguageTag]) -> impl Iterator<Item = &str> {
    tags.iter().map(|tag| tag.as_str())
}
