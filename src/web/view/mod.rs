//! What templates show, worked out beforehand: times in words, entries of lists, forms with their
//! errors. Templates only lay out.

pub mod caution;
pub mod dates;
pub mod entry;
pub mod form;
pub mod markdown;
pub mod meeting;
pub mod when;
