//! `calendar-multiget` (RFC 4791, section 7.9): objects by their addresses.

use crate::calendar::Snapshot;
use crate::web::dav::answer::Item;
use crate::web::dav::calendar::Calendar;
use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::resource::{Place, Resource};
use crate::web::dav::xml::{DAV, Element};
use std::collections::HashSet;
use url::Url;

/// The most addresses that are asked for at once. Some programs ask for a whole calendar so.
const MAX_ADDRESSES: usize = 10_000;

/// Addresses as they were sent, each once.
pub struct Multiget(Vec<String>);

impl Multiget {
    /// The addresses in a body.
    pub fn read(body: &Element) -> Result<Self, DavError> {
        let mut seen = HashSet::new();
        let addresses: Vec<String> = body
            .each(DAV, "href")
            .map(|href| href.words().to_owned())
            .filter(|address| seen.insert(address.clone()))
            .collect();
        match addresses.len() {
            0 => Err(DavError::unreadable("No address is asked for.")),
            1..=MAX_ADDRESSES => Ok(Self(addresses)),
            _ => Err(Condition::Limits.into()),
        }
    }

    /// What is told of each: objects of this calendar, and of any other address that nothing is there.
    pub fn answer(self, snapshot: &Snapshot, calendar: &Calendar) -> Vec<Item> {
        let item = |address: String| match find(&address, snapshot) {
            Some(Resource::Object(which, uid)) if which == calendar.which => Item::Object(uid),
            _ => Item::Missing(address),
        };
        self.0.into_iter().map(item).collect()
    }
}

/// What stands at an address, given as a path or whole.
fn find(address: &str, snapshot: &Snapshot) -> Option<Resource> {
    let url = Url::parse(address).ok();
    let path = url.as_ref().map_or(address, |url| url.path());
    Some(match Place::find(path, snapshot)? {
        Place::At(resource) | Place::Moved(resource) => resource,
    })
}
