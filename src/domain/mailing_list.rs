//! Where the members of a group write to each other.

use super::problem::Problem;
use super::web_url::{EmailAddress, WebUrl};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The page of a mailing list, or the address that it is written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum MailingList {
    /// A page on which people subscribe.
    Page(WebUrl),
    /// An e-mail address.
    Address(EmailAddress),
}

impl MailingList {
    /// Reads either; what has an `@` and no slash is taken for an e-mail address.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        match typed.contains('@') && !typed.contains('/') {
            true => EmailAddress::parse(typed).map(Self::Address),
            false => WebUrl::parse(typed).map(Self::Page),
        }
    }

    /// Nothing typed is `None`; anything else must be valid.
    pub fn optional(typed: &str) -> Result<Option<Self>, Problem> {
        match Self::parse(typed) {
            Err(Problem::Missing) => Ok(None),
            other => other.map(Some),
        }
    }

    /// What a link to it leads to.
    pub fn href(&self) -> String {
        match self {
            Self::Page(url) => url.to_string(),
            Self::Address(address) => format!("mailto:{address}"),
        }
    }

    /// What it is shown as: the host of a page, an address whole.
    pub fn shown(&self) -> &str {
        match self {
            Self::Page(url) => url.host(),
            Self::Address(address) => address.as_str(),
        }
    }
}

impl fmt::Display for MailingList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(url) => url.fmt(f),
            Self::Address(address) => address.fmt(f),
        }
    }
}

impl TryFrom<String> for MailingList {
    type Error = String;
    fn try_from(typed: String) -> Result<Self, String> {
        Self::parse(&typed).map_err(|problem| format!("mailing list {problem}"))
    }
}

impl From<MailingList> for String {
    fn from(list: MailingList) -> String {
        list.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_an_address_are_told_apart_and_nothing_else_is_taken() {
        let page = MailingList::parse("lists.example.org/is3c").unwrap();
        assert_eq!(
            (page.href().as_str(), page.shown()),
            ("https://lists.example.org/is3c", "lists.example.org")
        );
        let address = MailingList::parse(" is3c@lists.example.org ").unwrap();
        assert_eq!(address.href(), "mailto:is3c@lists.example.org");
        for wrong in [
            "javascript:alert(1)",
            "a@b?bcc=x@y.org",
            "nobody@",
            "mailto:a@example.org",
        ] {
            assert!(MailingList::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(MailingList::optional("  "), Ok(None));
    }
}
