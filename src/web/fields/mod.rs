//! What a page of a meeting's form has, wherever one is shown: what was typed, what can be chosen, rows that
//! are added. Posting shows the form page by page, the desk all of it at once.

pub mod choices;
pub mod page;
pub mod rows;

pub use page::{FormPage, asks_fold};
