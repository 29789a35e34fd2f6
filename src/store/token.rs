//! Secrets that stand in addresses and cookies. Only their hashes are stored, so that a copy of
//! the database opens nothing.

use super::error::StoreError;
use crate::domain::Code;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// 128 random bits as 32 hexadecimal digits. Has no `Debug` or `Display`, so it stays out of logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// What the database keeps of a token: its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TokenHash(String);

impl Token {
    /// A new one from the operating system's random source.
    pub fn random() -> Result<Self, StoreError> {
        Ok(Self(hex(&random_bytes::<16>()?)))
    }

    /// One that came in an address or a cookie; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let well_formed = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
        well_formed.then(|| Self(text.to_ascii_lowercase()))
    }

    /// The secret under which the meeting of a draft can be changed later, from the draft's. It
    /// follows from it and tells nothing of it, so the confirmation can show it again after a reload
    /// and the database need not keep it.
    pub fn edit_key(&self) -> Self {
        let digest = Sha256::digest(format!("edit:{}", self.0).as_bytes());
        Self(hex(&digest[..16]))
    }

    /// The secret itself, for the one place that shows it.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What is stored and looked up.
    pub fn hash(&self) -> TokenHash {
        TokenHash(hex(&Sha256::digest(self.0.as_bytes())))
    }
}

impl TokenHash {
    /// That of a code that people type.
    pub fn of_code(code: &Code) -> Self {
        Self(hex(&Sha256::digest(format!("code:{}", code.as_str()))))
    }

    pub(super) fn from_stored(hash: String) -> Self {
        Self(hash)
    }

    /// The beginning of the hash, 12 hexadecimal digits: enough to find the lines of a log that are
    /// about the same thing, and of no use for opening it.
    pub fn short(&self) -> &str {
        &self.0[..12]
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Bytes from the operating system's random source.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::NoRandomness(error.to_string()))?;
    Ok(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
