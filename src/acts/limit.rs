//! What a client may do so many times a minute, wherever it asks: instances on one database count
//! together.

use super::{ActError, Acts};
use std::net::IpAddr;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Beginning a draft.
    Drafts,
    /// Opening a one-time address of the desk, or one that might be.
    Entries,
    /// Sending what was filled in, while much comes from all sides.
    Sends,
}

impl Limit {
    fn as_str(self) -> &'static str {
        match self {
            Self::Drafts => "draft",
            Self::Entries => "enter",
            Self::Sends => "send",
        }
    }
}

impl Acts {
    /// Counts that a client does it once more; whether that is still within `most` in this minute (UTC).
    /// An IPv6 client is its first 64 bits; the caller sees to that.
    pub fn count_use(&self, limit: Limit, client: IpAddr, most: u32) -> Result<bool, ActError> {
        let now = self.now();
        let used = self
            .store
            .transact(|transaction| transaction.count_use(limit.as_str(), client, now))?;
        Ok(used <= most)
    }
}
