//! Feeds: the published calendar as bytes that programs subscribe to. Which times of which meetings a
//! query meets (`select`) and how many of them a program can take (`size`), what it says of each
//! (`entry`, in the words of `words`), how that is written (`ical`), and the finished bytes (`feed`) are
//! here; HTTP, headers and query strings are not.
//!
//! A meeting becomes entries, one for each identity; a format makes bytes of each entry, which
//! `shelf` keeps for as long as the revision stands; and a feed is those bytes one after the other.

mod atom;
mod clocks;
mod collected;
mod endings;
mod entry;
mod feed;
mod file_name;
mod ical;
mod info;
pub mod jscalendar;
mod naming;
mod past;
mod select;
mod shelf;
mod site;
mod size;
mod tag;
mod words;

pub use atom::atom;
pub use feed::{Feed, listing, of_date, single};
pub use file_name::FileName;
pub use ical::{CalendarObject, MeetingObjects, NamedZone, calendar, free_busy};
pub use info::{FeedInfo, in_language};
pub use past::{Past, PastError};
pub use select::{Chosen, Dates, chosen};
#[cfg(test)]
pub(crate) use shelf::MADE;
pub use shelf::{ChosenObjects, Shelf, Stock};
pub use site::Site;
pub use size::{Cut, cut};

#[cfg(test)]
pub(crate) mod tests;
