//! A calendar collection (RFC 4791, section 4.2): which meetings it is of, and what it says of itself.

use super::resource::Which;
use crate::calendar::{Facet, Filter, Snapshot};
use crate::domain::{GroupKind, Slug};

/// The colour of feeds, with its opacity, as Apple's programs write it.
pub const COLOUR: &str = "#4682B4FF";

/// A calendar that is asked about.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Which it is.
    pub which: Which,
    /// The filter that its meetings pass.
    pub filter: Filter,
    /// What it is called among a reader's calendars.
    pub name: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Where its history stands (RFC 6578, section 4), as an address.
    pub token: String,
}

impl Calendar {
    /// The calendar, as it stands at a token.
    pub fn of(which: &Which, snapshot: &Snapshot, token: &str) -> Self {
        let filter = which.filter();
        let (name, description) = match which {
            Which::All => (
                "Common IGF calendar".to_owned(),
                "Meetings of the Internet Governance Forum's community".to_owned(),
            ),
            Which::Group(slug) => {
                let name = group_name(slug, snapshot);
                (format!("IGF: {name}"), format!("Meetings of {name}"))
            }
            Which::Filter(filter) => {
                let words = words(filter, snapshot);
                (format!("IGF: {words}"), format!("Meetings with {words}"))
            }
        };
        Self {
            which: which.clone(),
            filter,
            name,
            description,
            token: token.to_owned(),
        }
    }

    /// All that a reader can choose from: the whole, and each group that has meetings, by name.
    pub fn offered(snapshot: &Snapshot, token: &str) -> Vec<Self> {
        let mut groups: Vec<_> = snapshot
            .groups()
            .filter(|group| snapshot.has_any_of(&group.slug))
            .map(|group| Self::of(&Which::group(&group.slug), snapshot, token))
            .collect();
        groups.sort_by_cached_key(|calendar| calendar.name.to_lowercase());
        std::iter::once(Self::of(&Which::All, snapshot, token))
            .chain(groups)
            .collect()
    }
}

fn group_name(slug: &Slug, snapshot: &Snapshot) -> String {
    let group = snapshot.group(slug);
    group.map_or_else(|| slug.to_string(), |group| group.name.to_string())
}

/// The values of a filter, as people call them.
fn words(filter: &Filter, snapshot: &Snapshot) -> String {
    let named = filter.query().map(|(name, value)| {
        let slug = || Slug::parse(value).ok();
        let named = match Facet::from_name(name) {
            Some(Facet::Group) => {
                slug().and_then(|slug| Some(snapshot.group(&slug)?.short_name().to_owned()))
            }
            Some(Facet::Topic) => {
                slug().and_then(|slug| Some(snapshot.topic(&slug)?.name("en").to_owned()))
            }
            Some(Facet::Kind) => GroupKind::from_name(value).map(|kind| kind.english().to_owned()),
            _ => None,
        };
        named.unwrap_or_else(|| value.to_owned())
    });
    named.collect::<Vec<_>>().join(", ")
}
