//! Feeds: the published calendar as bytes that programs subscribe to. Which meetings a feed holds
//! (`select`), what it says of each (`entry`, in the words of `words`), how that is written (`ical`),
//! and the finished bytes (`feed`) are here; HTTP, headers and query strings
//! are not.
//!
//! A meeting becomes entries, one for each identity; a format makes bytes of each entry, which
//! `shelf` keeps for as long as the revision stands; and a feed is those bytes one after the other.

mod atom;
mod entry;
mod feed;
mod ical;
mod info;
pub mod jscalendar;
mod past;
mod select;
mod shelf;
mod site;
mod tag;
mod words;

pub use atom::atom;
pub use feed::{Feed, listing, single};
pub use ical::{CalendarObject, MeetingObjects, NamedZone, calendar};
pub use info::FeedInfo;
pub use past::{Past, PastError};
pub use select::select;
pub use shelf::{Shelf, Stock};
pub use site::Site;

#[cfg(test)]
mod tests;
