//! The people of a meeting: whom readers may ask, and who posted it.

use super::text::Line;
use super::web_url::EmailAddress;

/// Whom readers may ask; published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who answers.
    pub name: Option<Line>,
    /// Where they are asked.
    pub email: Option<EmailAddress>,
}

/// Who posted a revision; never published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// Their name.
    pub name: Line,
    /// Where the secretariat reaches them.
    pub email: EmailAddress,
}
