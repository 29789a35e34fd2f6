//! One meeting as the world reads it: its approved revision, and its text in feeds once made.

use crate::store::PublishedRevision;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The approved revision of a meeting; immutable, replaced as a whole when another is approved.
#[derive(Debug)]
pub struct PublishedMeeting {
    revision: Arc<PublishedRevision>,
    rendered: OnceLock<String>,
}

impl PublishedMeeting {
    /// The same revision without its text in feeds, for when a group's name changed.
    pub(super) fn unrendered(&self) -> Self {
        Self {
            revision: Arc::clone(&self.revision),
            rendered: OnceLock::new(),
        }
    }

    /// Its text in feeds, made once for this revision by whoever asks first. It lives here so that
    /// it goes when the revision does.
    pub fn rendered(&self, render: impl FnOnce(&Self) -> String) -> &str {
        self.rendered.get_or_init(|| render(self))
    }
}

impl From<PublishedRevision> for PublishedMeeting {
    fn from(revision: PublishedRevision) -> Self {
        Self {
            revision: Arc::new(revision),
            rendered: OnceLock::new(),
        }
    }
}

impl Deref for PublishedMeeting {
    type Target = PublishedRevision;

    fn deref(&self) -> &PublishedRevision {
        &self.revision
    }
}
