//! How many people took part in a meeting, as its group counted them.

use super::problem::Problem;
use super::text::digit;
use serde::{Deserialize, Serialize};
use std::fmt;

/// At least one, as a meeting without anybody did not take place, and at most [`Self::LIMIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Participants(u32);

impl Participants {
    /// More is a typing mistake.
    pub const LIMIT: u32 = 1_000_000;

    /// Refuses nobody and too many.
    pub fn new(count: u32) -> Result<Self, Problem> {
        match (1..=Self::LIMIT).contains(&count) {
            true => Ok(Self(count)),
            false => Err(Problem::NotACount { limit: Self::LIMIT }),
        }
    }

    /// Reads a count in any digits that people type, also in groups of three: `42`, `1,200`,
    /// `1 200`, `٤٢`. Nothing typed is `None`.
    pub fn optional(typed: &str) -> Result<Option<Self>, Problem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let count = read(typed).ok_or(Problem::NotACount { limit: Self::LIMIT })?;
        Self::new(count).map(Some)
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

fn read(typed: &str) -> Option<u32> {
    let groups: Vec<&str> = typed.split(separates).collect();
    let (first, others) = groups.split_first()?;
    // What stands behind a separator is a group of three, or it was a decimal or two numbers.
    let is_grouped = others.is_empty()
        || (1..=3).contains(&first.chars().count())
            && others.iter().all(|group| group.chars().count() == 3);
    if !is_grouped {
        return None;
    }
    groups.concat().chars().try_fold(0u32, |count, c| {
        count.checked_mul(10)?.checked_add(digit(c)?)
    })
}

/// What stands between groups of three digits somewhere in the world.
fn separates(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | '.' | '\'' | '’' | '\u{66b}' | '\u{66c}' | '\u{ff0c}'
        )
}

impl fmt::Display for Participants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<u32> for Participants {
    type Error = String;
    fn try_from(count: u32) -> Result<Self, String> {
        Self::new(count).map_err(|problem| format!("{count} {problem}"))
    }
}

impl From<Participants> for u32 {
    fn from(participants: Participants) -> u32 {
        participants.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(typed: &str) -> Result<Option<u32>, Problem> {
        Participants::optional(typed).map(|read| read.map(Participants::get))
    }

    #[test]
    fn counts_as_people_write_them() {
        for (typed, expected) in [
            ("42", 42),
            (" 042 ", 42),
            ("1,200", 1_200),
            ("1.200", 1_200),
            ("1 200", 1_200),
            ("1\u{202f}200", 1_200),
            ("1’200", 1_200),
            ("٤٢", 42),
            ("۱۲۰", 120),
            ("١٬٢٠٠", 1_200),
            ("４２", 42),
            ("1,000,000", 1_000_000),
        ] {
            assert_eq!(count(typed), Ok(Some(expected)), "{typed}");
        }
        assert_eq!(count(" \n"), Ok(None));
    }

    #[test]
    fn what_is_no_count_is_refused() {
        for typed in [
            "0",
            "-5",
            "+5",
            "1,5",
            "1.50",
            "1,2000",
            ",200",
            "1200,",
            "12 42",
            "about 40",
            "40-50",
            "1e3",
            "1000001",
            "4294967297",
            "99999999999999999999",
            "<script>",
        ] {
            assert!(
                matches!(count(typed), Err(Problem::NotACount { .. })),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_stored_is_checked_when_it_is_read() {
        assert_eq!(
            serde_json::from_str::<Participants>("42").unwrap().get(),
            42
        );
        for damaged in ["0", "1000001", "-1", "4.5", "\"42\""] {
            assert!(
                serde_json::from_str::<Participants>(damaged).is_err(),
                "{damaged}"
            );
        }
    }
}
