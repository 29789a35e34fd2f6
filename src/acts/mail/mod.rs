//! Mail: what is due is handed out one message at a time, and what became of each is noted; reminders
//! and the desk's digests are put into the outbox when their time has come.

mod deliver;
mod digest;
mod remind;
mod stop;
mod way_back;

pub use deliver::{Delivery, Undelivered};
