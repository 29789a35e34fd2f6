//! A letter, in terms of no format.

use crate::i18n::Words;

/// What somebody is told, in their language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The words of the reader's language.
    pub words: Words,
    /// One line.
    pub subject: String,
    /// What it says, from the top.
    pub blocks: Vec<Block>,
    /// Below a line: why it was sent, and how to get no more of its kind.
    pub foot: Vec<Block>,
    /// The meeting as iCalendar, to be attached.
    pub ics: Option<Vec<u8>>,
}

/// A part of a letter. Where it holds what people typed, that stands in a field of its own, so that no
/// format takes it for anything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph of our own words.
    Says(String),
    /// What somebody wrote, line by line.
    Quotes(String),
    /// Facts: what each is called, and what it is.
    Facts(Vec<(String, String)>),
    /// Sentences, each on a line of its own.
    List(Vec<String>),
    /// Where to go: what is there, and the address. The first one is what the letter is for.
    Leads { words: String, url: String },
}
