//! `calendar-multiget` (RFC 4791, section 7.9): objects by their addresses.

use crate::calendar::Snapshot;
use crate::web::dav::answer::Item;
use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::members::meeting_of;
use crate::web::dav::resource::Which;
use crate::web::dav::xml::{DAV, Element};
use std::collections::{HashMap, HashSet};
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

    /// What is told of each: objects of this calendar, each once however often its address is spelt
    /// otherwise, and of any other address that nothing is there. Objects of one meeting come one after
    /// the other.
    pub fn answer(self, snapshot: &Snapshot, which: &Which) -> Vec<Item> {
        let mut meetings = HashMap::new();
        let mut seen = HashSet::new();
        let mut items = Vec::new();
        for address in self.0 {
            let Some(uid) = uid_at(&address, which, snapshot) else {
                items.push((0, Item::Missing(address)));
                continue;
            };
            if seen.insert(uid.clone()) {
                let rank = meetings.len() + 1;
                let rank = *meetings.entry(meeting_of(&uid)).or_insert(rank);
                items.push((rank, Item::Object(uid)));
            }
        }
        items.sort_by_key(|(rank, _)| *rank);
        items.into_iter().map(|(_, item)| item).collect()
    }
}

/// The UID that an address, given as a path or whole, names in a calendar.
fn uid_at(address: &str, which: &Which, snapshot: &Snapshot) -> Option<String> {
    let url = Url::parse(address).ok();
    let path = url.as_ref().map_or(address, |url| url.path());
    which.uid_at(path, snapshot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_told_once_and_beside_those_of_its_meeting() {
        let id = |last: u8| format!("01890000-0000-7000-8000-00000000000{last}");
        let own = |name: &str| format!("/dav/calendars/all/{name}.ics");
        let (one, other) = (id(1), id(2));
        let addresses = vec![
            own(&one),
            own(&other),
            own(&one.replace('-', "%2d")),
            format!("https://calendar.example.org{}", own(&one)),
            own(&format!("{one}-20180309")),
            format!("/dav/filter/q=x/{one}.ics"),
        ];
        let missing = Item::Missing(addresses[5].clone());
        let told = Multiget(addresses).answer(&Snapshot::default(), &Which::All);
        let object = |uid: &str| Item::Object(uid.to_owned());
        let later = object(&format!("{one}-20180309"));
        assert_eq!(told, [missing, object(&one), later, object(&other)]);
    }
}
