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

impl Poster {
    /// What stands in the place of a name that was taken away; the database knows it by this.
    pub const ERASED: &'static str = "[erased]";

    /// Whether their name and address were taken away.
    pub fn is_erased(&self) -> bool {
        self.email.is_erased()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_away_is_read_like_anything_else() {
        let poster = Poster {
            name: Line::parse(Poster::ERASED).unwrap(),
            email: EmailAddress::parse(EmailAddress::ERASED).unwrap(),
        };
        assert!(poster.is_erased());
        assert_eq!(poster.name.as_str(), Poster::ERASED);
    }
}
