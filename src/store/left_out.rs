//! What of the published calendar cannot be read, and so is left out of it: damage to one row or
//! document is no reason to keep all others from their readers.

use super::error::StoreError;
use crate::domain::{MeetingId, Reference};
use std::fmt;

/// Something that is left out of the published calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub subject: Subject,
    /// Why, in the words of the store.
    pub reason: String,
    /// Whether a newer version wrote it, which can read it.
    pub is_newer: bool,
}

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A group, by its slug.
    Group(String),
    /// A topic, by its slug.
    Topic(String),
    Meeting {
        id: MeetingId,
        reference: Reference,
    },
    /// A change of the log, by its number.
    Change(i64),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(slug) => write!(f, "group {slug}"),
            Self::Topic(slug) => write!(f, "topic {slug}"),
            Self::Meeting { id, reference } => write!(f, "meeting {id} ({reference})"),
            Self::Change(seq) => write!(f, "change {seq}"),
        }
    }
}

impl LeftOut {
    pub(super) fn new(subject: Subject, error: &StoreError) -> Self {
        Self {
            subject,
            reason: error.to_string(),
            is_newer: matches!(error, StoreError::NewerDocument { .. }),
        }
    }
}
