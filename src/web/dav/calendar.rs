//! A calendar collection (RFC 4791, section 4.2): which meetings it is of, and what it says of itself.

use super::resource::Which;
use crate::calendar::{Filter, Snapshot};
use crate::feeds::{FeedInfo, Past};

/// The colour of feeds, with its opacity, as Apple's programs write it.
pub const COLOUR: &str = "#4682B4FF";

/// A calendar that is asked about.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Which it is.
    pub which: Which,
    /// What it is called among a reader's calendars: as the feed of the same is.
    pub name: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Where its history stands (RFC 6578, section 4), as an address.
    pub token: String,
}

impl Calendar {
    /// The calendar, as it stands at a token.
    pub fn of(which: &Which, snapshot: &Snapshot, token: &str) -> Self {
        let info = info(which, snapshot);
        Self {
            which: which.clone(),
            name: info.name,
            description: info.description,
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

/// What the feed of the same says of itself.
fn info(which: &Which, snapshot: &Snapshot) -> FeedInfo {
    let language = which.language();
    let addresses = (String::new(), String::new());
    let group = match which {
        Which::Group(slug) => snapshot.group(slug),
        _ => None,
    };
    match group {
        Some(group) => {
            let asked = (&Filter::default(), Past::default());
            FeedInfo::of_group(language, group, asked, snapshot, addresses)
        }
        None => {
            let asked = (&which.filter(), Past::default());
            FeedInfo::of_listing(language, asked, snapshot, addresses)
        }
    }
}
