//! What groups and topics have in common: both stand in a list under a name in addresses, and both
//! are renamed, put together and closed without anything that was said under a former name being lost.

use super::slug::Slug;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// How an entry stands in its list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The day (UTC) on which it was closed. What it had stays; nothing new can be posted under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
    /// Where its name leads now. An entry with this is a signpost: a former name, and what stood under
    /// it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onward: Option<Onward>,
}

/// Where a former name leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Onward {
    /// The entry that it leads to, which may be a signpost itself.
    pub to: Slug,
    /// What became of it.
    pub how: How,
    /// The day (UTC) from which on.
    pub since: NaiveDate,
}

/// What became of an entry whose name leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// It is the same under another name.
    Renamed,
    /// It goes on as a part of the other.
    Merged,
}

/// An entry of a list: a group or a topic.
pub trait Listed: Clone + PartialEq + Serialize + DeserializeOwned + Send + 'static {
    /// Its name in addresses.
    fn slug(&self) -> &Slug;

    /// Its name in addresses, to be changed.
    fn slug_mut(&mut self) -> &mut Slug;

    /// How it stands in its list.
    fn listing(&self) -> &Listing;

    /// How it stands in its list, to be changed.
    fn listing_mut(&mut self) -> &mut Listing;

    /// Whether it is a former name that leads to another entry.
    fn is_signpost(&self) -> bool {
        self.listing().onward.is_some()
    }
}
