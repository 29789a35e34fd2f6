//! Entity tags (RFC 9110, section 8.8.3).

use sha2::{Digest, Sha256};

/// A hash of a text that names it among all that ever stood at an address: 32 hexadecimal digits.
pub(super) fn digest(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The strong entity tag of a text, with its quotes.
pub(super) fn strong_tag(text: &str) -> String {
    format!("\"{}\"", digest(text))
}
