//! Feeds: the published calendar as bytes that calendar programs subscribe to (RFC 5545, RFC 7986).
//! Which meetings a feed holds, how a meeting is said in iCalendar, and the finished bytes with
//! their validators are here; HTTP, headers and query strings are not.

mod description;
mod event;
mod events;
mod feed;
mod rrule;
mod rule_words;
mod select;
mod series;
mod site;
mod sittings;
mod span;
mod standing;
mod text;
mod vcalendar;
mod vevent;
mod vtimezone;
mod words;

pub use feed::{Feed, FeedCache, FeedKey, listing, prepare, single};
pub use select::{Past, PastError, select};
pub use site::Site;
pub use vcalendar::{FeedInfo, calendar};

#[cfg(test)]
mod tests;
