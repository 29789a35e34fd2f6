//! The six languages of the pages: which one a reader gets, what it says, how it writes dates.
//! The wording itself lives in `locales/{code}/*.ftl`; time zones, and the languages a meeting
//! is held in, are not decided here.

pub mod alterations;
pub mod bidi;
mod dates;
mod language;
mod negotiate;
pub mod times;
mod words;

pub use dates::weekday_key;
pub use language::{Language, UnknownLanguage};
pub use negotiate::negotiate;
pub use words::{Arg, Words};
