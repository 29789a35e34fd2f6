//! What an import says about itself: what could not be taken, what was not understood.
//! Everything it shows may come from a stranger's file, so it is made safe for a terminal here.

use crate::domain::text::one_line;
use std::fmt;
use thiserror::Error;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// The most entries of a file.
pub const MAX_ENTRIES: usize = 20_000;

/// The most characters of an id, a field or a reason that are shown.
const SHOWN: usize = 200;

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// Larger than [`MAX_BYTES`].
    #[error("the file has {bytes} bytes, more than the {MAX_BYTES} that an import takes")]
    TooLarge { bytes: usize },
    /// More entries than [`MAX_ENTRIES`].
    #[error("the file has {entries} entries, more than the {MAX_ENTRIES} that an import takes")]
    TooManyEntries { entries: usize },
    /// Not a JSON array of objects.
    #[error("the file is not a JSON array of objects: line {line}, column {column}: {reason}")]
    NotEntries {
        line: usize,
        column: usize,
        reason: String,
    },
}

/// An entry that was not taken, and one reason for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The entry's name in its file, or `entry 3` where it has none.
    pub id: String,
    /// The part of the entry that it is about: `title`, `documents[1].url`.
    pub field: String,
    /// What is wrong with it, to be read after the field's name: `is missing`.
    pub reason: String,
}

/// A part of an entry that was not understood or not kept as written; the entry itself was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The entry's name in its file.
    pub id: String,
    /// The part of the entry that it is about: `title`, `documents[1].url`.
    pub field: String,
    /// What happened to it.
    pub reason: String,
}

/// The outcome of reading a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many entries were taken.
    pub taken: usize,
    /// How many were not; an entry may have several refusals.
    pub refused: usize,
    /// Why they were not, in the file's order.
    pub refusals: Vec<Refusal>,
    /// What was not understood in those that were taken.
    pub remarks: Vec<Remark>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for refusal in &self.refusals {
            writeln!(f, "refused  {refusal}")?;
        }
        for remark in &self.remarks {
            writeln!(f, "remark   {remark}")?;
        }
        write!(
            f,
            "{} taken, {} refused, {} remarks",
            self.taken,
            self.refused,
            self.remarks.len()
        )
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_line(f, &self.id, &self.field, &self.reason)
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_line(f, &self.id, &self.field, &self.reason)
    }
}

fn write_line(f: &mut fmt::Formatter<'_>, id: &str, field: &str, reason: &str) -> fmt::Result {
    write!(
        f,
        "{}: {} {}",
        for_terminal(id),
        for_terminal(field),
        for_terminal(reason)
    )
}

/// One line without escape sequences or characters that turn the order of others.
pub(super) fn for_terminal(text: &str) -> String {
    one_line(&shortened(text))
}

/// Long names are cut: a file of 20 MB may consist of one id, and each refusal repeats it.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
