//! What a value in a query means: a misspelt one must not be taken for "nothing", because somebody who
//! subscribed by it would never hear of anything.

use super::facets::Facet;
use super::filter::Filter;
use super::snapshot::Snapshot;
use crate::domain::{Group, GroupKind, LanguageTag, Mode, Slug};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a value of a facet means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// What it says, or said under a former name.
    Itself,
    /// What is spelt like this.
    Spelt(String),
    /// Nothing that there is.
    Nothing,
}

/// A value of a query that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaningless {
    /// Whose value it is.
    pub facet: Facet,
    /// As it was written, cut to a reasonable length.
    pub value: String,
    /// All values that there are, if they are few enough to be told.
    pub allowed: Vec<String>,
}

impl Facet {
    /// What one of its values means on a calendar, whatever its capitals; of a group also its acronym.
    pub fn meaning(self, value: &str, snapshot: &Snapshot) -> Meaning {
        let spelt = |known: Option<String>| match known {
            Some(known) if known == value => Meaning::Itself,
            Some(known) => Meaning::Spelt(known),
            None => Meaning::Nothing,
        };
        let lower = value.to_lowercase();
        match self {
            Self::Kind => spelt(GroupKind::from_name(&lower).map(|kind| kind.as_str().to_owned())),
            Self::Mode => {
                let mut modes = Mode::ALL.into_iter().map(Mode::as_str);
                spelt(modes.find(|mode| *mode == lower).map(str::to_owned))
            }
            Self::Group if is_name(value, |slug| snapshot.group(slug).is_some()) => Meaning::Itself,
            Self::Group => spelt(group_called(value, snapshot).map(|group| group.slug.to_string())),
            Self::Topic if is_name(value, |slug| snapshot.topic(slug).is_some()) => Meaning::Itself,
            Self::Topic => {
                let is_known = is_name(&lower, |slug| snapshot.topic(slug).is_some());
                spelt(is_known.then_some(lower))
            }
            Self::Region => {
                let known = regions(snapshot);
                let same = |known: &&&str| known.to_lowercase() == lower;
                let found = known.get(value).or_else(|| known.iter().find(same));
                spelt(found.map(|region| (*region).to_owned()))
            }
            Self::Language => spelt(LanguageTag::parse(value).ok().map(String::from)),
            Self::Recording => spelt((lower == Self::YES).then(|| Self::YES.to_owned())),
        }
    }

    /// All values that mean something; none where they are too many to be told.
    fn all_values(self, snapshot: &Snapshot) -> Vec<String> {
        let owned = |value: &str| value.to_owned();
        match self {
            Self::Kind => GroupKind::ALL.map(|kind| owned(kind.as_str())).to_vec(),
            Self::Mode => Mode::ALL.map(|mode| owned(mode.as_str())).to_vec(),
            Self::Topic => {
                let topics = snapshot.topics();
                topics.map(|topic| topic.slug.to_string()).collect()
            }
            Self::Region => regions(snapshot).into_iter().map(owned).collect(),
            Self::Recording => vec![owned(Self::YES)],
            Self::Group | Self::Language => Vec::new(),
        }
    }
}

impl Filter {
    /// The first of its values that means nothing.
    pub fn meaningless(&self, snapshot: &Snapshot) -> Option<Meaningless> {
        let mut values = self.facets();
        let (facet, value) =
            values.find(|(facet, value)| facet.meaning(value, snapshot) == Meaning::Nothing)?;
        Some(Meaningless {
            facet,
            value: value.to_owned(),
            allowed: facet.all_values(snapshot),
        })
    }

    /// The same with each value in its one spelling; `None` if they are.
    pub fn respelt(&self, snapshot: &Snapshot) -> Option<Self> {
        let mut respelt = self.clone();
        for facet in Facet::ALL {
            let spelling = |value: &String| match facet.meaning(value, snapshot) {
                Meaning::Spelt(known) => known,
                Meaning::Itself | Meaning::Nothing => value.clone(),
            };
            let values: Vec<String> = self.wanted(facet).iter().map(spelling).collect();
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            respelt = respelt.with(facet, &values);
        }
        (respelt != *self).then_some(respelt)
    }

    fn facets(&self) -> impl Iterator<Item = (Facet, &str)> {
        let all = Facet::ALL.into_iter();
        all.flat_map(|facet| {
            let values = self.wanted(facet).iter();
            values.map(move |value| (facet, value.as_str()))
        })
    }
}

/// The group that goes by a name in an address, by its slug in capitals or by its acronym. One acronym
/// may be that of a group for each cycle of a forum: then it means the one that is at work.
pub fn group_called<'a>(typed: &str, snapshot: &'a Snapshot) -> Option<&'a Arc<Group>> {
    let lower = typed.trim().to_lowercase();
    let by_slug = Slug::parse(&lower).ok();
    by_slug
        .and_then(|slug| snapshot.group(&slug))
        .or_else(|| by_acronym(&lower, snapshot))
}

fn by_acronym<'a>(lower: &str, snapshot: &'a Snapshot) -> Option<&'a Arc<Group>> {
    let is_it = |acronym: Option<&str>| acronym.is_some_and(|one| one.to_lowercase() == lower);
    let acronym = |group: &Group| is_it(group.acronym.as_ref().map(|acronym| acronym.as_str()));
    let named: Vec<_> = snapshot.groups().filter(|group| acronym(group)).collect();
    let at_work = named.iter().copied().filter(|group| !group.is_past());
    let at_work: Vec<_> = at_work.collect();
    match (&named[..], &at_work[..]) {
        ([only], _) | (_, [only]) => Some(only),
        ([], _) => {
            let was_called = |group: &&Arc<Group>| {
                let former = snapshot.former_names(group);
                let mut former = former.iter().map(|name| name.acronym.as_ref());
                former.any(|acronym| is_it(acronym.map(|acronym| acronym.as_str())))
            };
            let mut formerly = snapshot.groups().filter(was_called);
            let only = formerly.next()?;
            formerly.next().is_none().then_some(only)
        }
        _ => None,
    }
}

fn is_name(value: &str, is_known: impl Fn(&Slug) -> bool) -> bool {
    Slug::parse(value).is_ok_and(|slug| is_known(&slug))
}

fn regions(snapshot: &Snapshot) -> BTreeSet<&str> {
    let groups = snapshot.groups();
    groups
        .filter_map(|group| group.region.as_ref().map(|region| region.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Directory;
    use crate::domain::text::Line;
    use std::collections::HashMap;

    fn group(slug: &str, acronym: &str, is_past: bool) -> Group {
        let line = |text: &str| Line::parse(text).unwrap();
        let slug = Slug::parse(slug).unwrap();
        let plain = Group::plain(slug, line("A group"), GroupKind::PolicyNetwork);
        Group {
            acronym: Some(line(acronym)),
            status: is_past.then(|| line("past")),
            region: Some(line("Asia-Pacific")),
            ..plain
        }
    }

    fn calendar() -> Snapshot {
        let groups = [
            group("internet-rights", "IRPC", false),
            group("network-2021", "PN", true),
            group("network-2022", "PN", false),
            group("old-2001", "OLD", true),
            group("old-2002", "OLD", true),
        ];
        let directory = Directory::new(groups, []);
        Snapshot::new(1, Default::default(), directory, HashMap::new())
    }

    #[test]
    fn a_value_means_itself_or_what_it_spells_or_nothing() {
        let calendar = calendar();
        let spelt = |text: &str| Meaning::Spelt(text.to_owned());
        for (facet, value, meaning) in [
            (Facet::Group, "internet-rights", Meaning::Itself),
            (Facet::Group, "Internet-Rights", spelt("internet-rights")),
            (Facet::Group, "IRPC", spelt("internet-rights")),
            (Facet::Group, "irpc", spelt("internet-rights")),
            (Facet::Group, "PN", spelt("network-2022")),
            (Facet::Group, "OLD", Meaning::Nothing),
            (Facet::Group, "irp", Meaning::Nothing),
            (Facet::Kind, "mag", Meaning::Itself),
            (Facet::Kind, "MAG", spelt("mag")),
            (Facet::Kind, "dc", Meaning::Nothing),
            (Facet::Mode, "Virtual", spelt("virtual")),
            (Facet::Mode, "online", Meaning::Nothing),
            (Facet::Region, "asia-pacific", spelt("Asia-Pacific")),
            (Facet::Region, "Asia", Meaning::Nothing),
            (Facet::Language, "pt", Meaning::Itself),
            (Facet::Language, "FR", spelt("fr")),
            (Facet::Language, "french", Meaning::Nothing),
            (Facet::Recording, "yes", Meaning::Itself),
            (Facet::Recording, "no", Meaning::Nothing),
            (Facet::Topic, "nothing", Meaning::Nothing),
        ] {
            assert_eq!(facet.meaning(value, &calendar), meaning, "{value}");
        }
    }

    #[test]
    fn a_filter_is_respelt_once_and_its_meaningless_value_is_named() {
        let calendar = calendar();
        let filter = Filter::of([("group", "IRPC"), ("kind", "MAG"), ("q", "Call")]);
        let respelt = filter.respelt(&calendar).unwrap();
        let expected = Filter::of([("group", "internet-rights"), ("kind", "mag"), ("q", "Call")]);
        assert_eq!(respelt, expected);
        assert_eq!(respelt.respelt(&calendar), None);
        assert_eq!(respelt.meaningless(&calendar), None);
        let wrong = Filter::of([("mode", "online")]).meaningless(&calendar);
        let wrong = wrong.unwrap();
        assert_eq!((wrong.facet, &*wrong.value), (Facet::Mode, "online"));
        assert!(wrong.allowed.contains(&"virtual".to_owned()));
    }
}
