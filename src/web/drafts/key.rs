//! The secret of a draft, and the addresses under it.

use crate::domain::fields::Page;
use crate::store::{Token, TokenHash};
use crate::web::error::WebError;
use std::fmt;

/// What whoever fills in a form has in hand.
pub struct Key(Token);

/// A page under the secret address of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftPage {
    /// A page of the form, with what was typed.
    Form(Page),
    /// A page of the form that says at once what is wrong on it.
    Wrong(Page),
    /// A page of the form, opened at the control of this id.
    At(Page, &'static str),
    /// The answers, as readers will see them.
    Check,
    /// Where the button below the answers sends them.
    Send,
    /// The confirmation.
    Sent,
}

impl From<Page> for DraftPage {
    fn from(page: Page) -> Self {
        Self::Form(page)
    }
}

/// The last part of its address.
impl fmt::Display for DraftPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(page) => f.write_str(page.as_str()),
            Self::Wrong(page) => write!(f, "{}?errors=true", page.as_str()),
            Self::At(page, control) => write!(f, "{}#{control}", page.as_str()),
            Self::Check => f.write_str("check"),
            Self::Send => f.write_str("send"),
            Self::Sent => f.write_str("sent"),
        }
    }
}

impl Key {
    /// The key that a draft's secret is.
    pub fn new(token: Token) -> Self {
        Self(token)
    }

    /// The secret in an address.
    pub fn parse(text: &str) -> Result<Self, WebError> {
        Token::parse(text).map(Self).ok_or(WebError::NotFound)
    }

    /// What the store knows the draft by.
    pub fn hash(&self) -> TokenHash {
        self.0.hash()
    }

    /// `/{lang}/post/{secret}/{page}`
    pub fn path(&self, lang: &str, page: impl Into<DraftPage>) -> String {
        format!("/{lang}/post/{}/{}", self.0.secret(), page.into())
    }

    /// The secret itself.
    pub fn token(&self) -> &Token {
        &self.0
    }
}
