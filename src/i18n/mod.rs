//! The wording itself lives in `locales/{code}/*.ftl`; time zones, and the languages a meeting
//! is held in, are not decided here.

mod language;
mod negotiate;

pub use language::{Language, UnknownLanguage};
pub use negotiate::negotiate;
