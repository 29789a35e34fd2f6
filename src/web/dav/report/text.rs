//! Comparing texts as requests want it (RFC 4791, sections 7.5 and 9.7.5).

use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::xml::Element;

const ASCII: &str = "i;ascii-casemap";
const OCTETS: &str = "i;octet";
const UNICODE: &str = "i;unicode-casemap";

/// The ways of comparing that there are: two that have to be (section 7.5), and the one that finds
/// `é` under `É` (RFC 5051).
pub const COLLATIONS: [&str; 3] = [ASCII, OCTETS, UNICODE];

/// A text that a value holds, or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextMatch {
    text: String,
    collation: Collation,
    is_negated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Collation {
    Ascii,
    Octets,
    Unicode,
}

impl TextMatch {
    /// That of an element.
    pub fn read(element: &Element) -> Result<Self, DavError> {
        let collation = match element.attribute("collation") {
            None | Some(ASCII | "default") => Collation::Ascii,
            Some(OCTETS) => Collation::Octets,
            Some(UNICODE) => Collation::Unicode,
            Some(_) => return Err(Condition::SupportedCollation.into()),
        };
        let is_negated = match element.attribute("negate-condition") {
            None | Some("no") => false,
            Some("yes") => true,
            Some(_) => return Err(Condition::ValidFilter.into()),
        };
        Ok(Self {
            text: collation.folded(&element.text),
            collation,
            is_negated,
        })
    }

    /// Whether a value passes.
    pub fn passes(&self, value: &str) -> bool {
        self.collation.folded(value).contains(&self.text) != self.is_negated
    }
}

impl Collation {
    fn folded(self, text: &str) -> String {
        match self {
            Self::Octets => text.to_owned(),
            Self::Ascii => text.to_ascii_lowercase(),
            Self::Unicode => text.to_lowercase(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::dav::xml;

    fn read(text: &str) -> Result<TextMatch, DavError> {
        TextMatch::read(&xml::read(text.as_bytes()).unwrap().unwrap())
    }

    #[test]
    fn texts_are_compared_as_the_request_says() {
        let passes = |text: &str, value: &str| read(text).unwrap().passes(value);
        assert!(passes("<t>CALL</t>", "The call"));
        assert!(!passes("<t>\u{c9}T\u{c9}</t>", "\u{e9}t\u{e9}"));
        assert!(passes(
            "<t collation='i;unicode-casemap'>\u{c9}T\u{c9}</t>",
            "\u{e9}t\u{e9}"
        ));
        assert!(!passes("<t collation='i;octet'>CALL</t>", "The call"));
        assert!(!passes("<t negate-condition='yes'>call</t>", "The call"));
        assert!(passes("<t negate-condition='yes'>x</t>", "The call"));
        let unknown = read("<t collation='i;basic'>x</t>");
        assert!(matches!(
            unknown,
            Err(DavError::Unmet(Condition::SupportedCollation))
        ));
        assert!(read("<t negate-condition='perhaps'>x</t>").is_err());
    }
}
