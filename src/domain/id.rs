//! Names of things that never change: UUID v7 for machines, a short reference for people.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Uuid);

        impl $name {
            /// A new one; later ones sort after earlier ones (RFC 9562, version 7).
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// Reads the hyphenated form; `None` for anything else.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::parse_str(text).ok().map(Self)
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id_type!(
    /// A meeting, for life; also its iCalendar UID (RFC 7986, section 5.3).
    MeetingId
);
id_type!(
    /// One proposal of what a meeting should say.
    RevisionId
);
id_type!(
    /// One decision on a revision.
    ReviewId
);
id_type!(
    /// Somebody who is known by more than a private address, or one of the programs that act.
    PersonId
);
id_type!(
    /// A session of somebody who is signed in; no secret, unlike the token that proves it.
    SessionId
);
id_type!(
    /// One try to sign in by mail.
    SignInId
);
id_type!(
    /// A passkey (WebAuthn) of somebody.
    PasskeyId
);
id_type!(
    /// Something that has to be told to somebody.
    MessageId
);

id_type!(
    /// A line of the audit log; later ones sort after earlier ones.
    DeedId
);
id_type!(
    /// What one reviewer told the others about a meeting.
    NoteId
);

impl PersonId {
    /// Whatever reads files, the same in every database.
    pub const IMPORTER: Self = Self(Uuid::from_u128(1));
    /// The calendar itself, the same in every database.
    pub const SYSTEM: Self = Self(Uuid::from_u128(2));
}

/// What a poster reads out on the telephone: `IGF-7K3M9Q`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reference(String);

impl Reference {
    /// Crockford's base 32: no I, L, O or U, so nothing is misread.
    const ALPHABET: &'static [u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// Six characters from random bytes (30 bits); the store refuses the rare double.
    pub fn from_random(bytes: [u8; 6]) -> Self {
        let code: String = bytes
            .iter()
            .map(|b| char::from(Self::ALPHABET[usize::from(b % 32)]))
            .collect();
        Self(format!("IGF-{code}"))
    }

    /// A reference that was made before.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// Reads what somebody typed for one: with or without what stands in front, in any case, and with the
    /// letters that are mistaken for others taken for those. `None` for anything else.
    pub fn read(typed: &str) -> Option<Self> {
        let typed: String = typed.split_whitespace().collect();
        let typed = typed.to_ascii_uppercase();
        let code = typed.strip_prefix("IGF").unwrap_or(&typed);
        let code = code.trim_start_matches(['-', '\u{2011}', '\u{2013}', '\u{2212}']);
        let code: String = code
            .chars()
            .map(|letter| match letter {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let is_code = code.len() == 6 && code.bytes().all(|byte| Self::ALPHABET.contains(&byte));
        is_code.then(|| Self(format!("IGF-{code}")))
    }

    /// The reference as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
