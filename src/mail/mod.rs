//! Mail: what has to be told, put into words in its reader's language and handed over to a mail server.
//! A [`Telling`] becomes a [`Letter`], which knows no format; a letter becomes plain text, HTML and
//! headers (RFC 5322); and a [`Carrier`] hands that over. What is due, and what became of it, is not
//! known here.

mod carrier;
mod compose;
mod facts;
mod html;
mod letter;
mod mime;
mod telling;
mod text;

pub use carrier::{Carrier, CarrierError, Refusal, sender};
pub use compose::compose;
pub use letter::{Block, Letter};
pub use mime::{Headers, message};
pub use telling::{Telling, WaitingLine};
pub use text::plain;

#[cfg(test)]
mod tests;
