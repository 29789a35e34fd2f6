//! Language tags of meetings and of texts (RFC 5646), as far as a calendar needs them.

use super::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The languages that the pages are written in, in the order of their codes: those that a form offers
/// first for a meeting, and that a topic has a name in. To add one, begin here; the compiler leads
/// to the rest.
pub const OFFERED: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// A well-formed tag of at most 20 characters: `en`, `zh-Hant`, `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Reads a tag; the language part is lower-cased, the rest stays as written.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Problem::Missing);
        }
        let mut parts = typed.split('-');
        let language = parts.next().unwrap_or_default();
        let well_formed = typed.len() <= 20
            && (2..=3).contains(&language.len())
            && language.bytes().all(|b| b.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        if !well_formed {
            return Err(Problem::NotALanguage);
        }
        let rest = &typed[language.len()..];
        Ok(Self(format!("{}{rest}", language.to_ascii_lowercase())))
    }

    /// English, the language that the community falls back to.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag, fit for an HTML `lang` attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = String;
    fn try_from(typed: String) -> Result<Self, String> {
        Self::parse(&typed).map_err(|problem| format!("language {typed:?} {problem}"))
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> String {
        tag.0
    }
}
