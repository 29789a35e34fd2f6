//! What templates show, worked out beforehand: times in words, entries of lists, forms with their
//! errors. Templates only lay out.

mod context;

pub mod address;
pub mod again;
pub mod attention;
pub mod away;
pub mod caution;
pub mod dates;
pub mod diff;
pub mod differences;
pub mod entry;
pub mod form;
pub mod former;
pub mod history;
pub mod meeting;
pub mod names;
pub mod reasons;
pub mod scope;
pub mod series_dates;
pub mod shortcuts;
pub mod signs;
pub mod single_dates;
pub mod sittings;
pub mod together;
pub mod when;

pub use context::View;
