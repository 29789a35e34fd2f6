//! The secret of a draft, and the addresses under it.

use crate::store::{Token, TokenHash};
use crate::web::error::WebError;
use crate::web::frame::Frame;

/// What whoever fills in a form has in hand.
pub struct Key(Token);

impl Key {
    pub fn new(token: Token) -> Self {
        Self(token)
    }

    pub fn hash(&self) -> TokenHash {
        self.0.hash()
    }

    /// `/{lang}/post/{secret}/{page}`
    pub fn path(&self, f: &Frame, page: &str) -> String {
        format!("/{}/post/{}/{page}", f.lang(), self.0.secret())
    }

    pub fn token(&self) -> &Token {
        &self.0
    }
}

/// The secret in an address.
pub fn key_of(text: &str) -> Result<Key, WebError> {
    Token::parse(text).map(Key).ok_or(WebError::NotFound)
}
