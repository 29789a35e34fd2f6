//! Entries as iCalendar (RFC 5545, RFC 7986): calendar objects of one UID each, and whole calendars
//! made of them. What an entry says is decided in `entry`, which meetings a feed holds in `select`.

mod expand;
mod free_busy;
mod held;
mod object;
mod properties;
mod rrule;
mod rule;
mod span;
mod text;
mod vcalendar;
mod vevent;
mod vtimezone;
mod zones;

pub use free_busy::free_busy;
pub use object::{CalendarObject, MeetingObjects};
pub use vcalendar::calendar;
pub use zones::NamedZone;
