//! What readers ask of the published calendar: what is coming, what is past, what is held between
//! two moments or at the same time as something else, and what a day holds. Each is answered from
//! the index, so that what it costs grows with the answer and not with the archive. Pages and feeds
//! ask here and walk through nothing themselves.

mod activity;
mod between;
mod coming;
mod days;
mod groups;
mod hosts;
mod past;
mod same_title;

#[cfg(test)]
mod tests;

pub use activity::Activity;
pub use between::meetings_of;
pub use days::{by_day, listed_day};
pub use hosts::join_hosts_of;
pub(super) use past::filed_year;
pub use same_title::Likeness;
