//! What a letter is written from.

use crate::domain::{Code, MeetingDetails, Times};
use crate::store::{Message, Token};

/// A message with what its letter needs besides.
pub struct Telling<'a> {
    pub message: &'a Message,
    /// What the revision says that it is about.
    pub details: Option<&'a MeetingDetails>,
    /// What the meeting said before.
    pub before: Option<&'a MeetingDetails>,
    /// A private address of the meeting; `None` where the letter is only looked at.
    pub key: Option<&'a Token>,
    /// Titles of entries with a private address of each.
    pub entries: &'a [(String, Token)],
    /// The code that signs the recipient in; `None` where the letter is only looked at.
    pub code: Option<&'a Code>,
    /// What stops further reminders.
    pub stop: Option<&'a Token>,
    /// What waits at the desk.
    pub waiting: Vec<WaitingLine>,
    /// The published meeting as iCalendar (RFC 5545), to be attached.
    pub ics: Option<Vec<u8>>,
}

/// An entry that waits at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingLine {
    pub title: String,
    /// What its group is called.
    pub group: String,
    /// The time that is at hand; `None` if what was sent cannot be read.
    pub times: Option<Times>,
}
