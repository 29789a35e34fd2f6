//! The short name of a group in addresses and filters.

use super::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Lower-case letters, digits and single hyphens, at most 80: `bpf-cybersecurity-2017`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// Reads a slug exactly as it is written; nothing is guessed or repaired.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Problem::Missing);
        }
        let well_formed = typed.len() <= 80
            && typed.split('-').all(|part| {
                !part.is_empty()
                    && part
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        if well_formed {
            Ok(Self(typed.to_owned()))
        } else {
            Err(Problem::NotASlug)
        }
    }

    /// The slug as it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Slug {
    type Error = String;
    fn try_from(typed: String) -> Result<Self, String> {
        Self::parse(&typed).map_err(|problem| format!("slug {typed:?} {problem}"))
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> String {
        slug.0
    }
}
