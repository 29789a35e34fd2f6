//! What a database holds, in a form that is the same on SQLite and PostgreSQL: rows counted, and
//! hashed in the order of their keys.

use super::error::CopyError;
use super::rows::{Row, Value, each_row};
use super::tables::{TABLES, Table};
use crate::store::connection::AnyConnection;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What a database holds, table by table. Two are equal if every row of one is in the other, with
/// the same values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents(Vec<Tally>);

/// What one table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tally {
    table: &'static str,
    rows: u64,
    hash: [u8; 32],
}

/// A tally that is still being made.
pub(super) struct Counting {
    table: &'static Table,
    rows: u64,
    hash: Sha256,
}

impl Contents {
    /// Reads all of a database; to be true while it is written to, within a transaction.
    pub(super) fn read(connection: &mut AnyConnection) -> Result<Self, CopyError> {
        let tally = |table: &'static Table| {
            let mut counting = Counting::of(table);
            each_row(connection, table, |row| {
                counting.take(&row);
                Ok::<(), diesel::result::Error>(())
            })
            .map_err(|error| CopyError::unreadable(table, &error))?;
            Ok(counting.end())
        };
        TABLES.iter().map(tally).collect()
    }

    /// How many tables were looked at.
    pub fn tables(&self) -> usize {
        self.0.len()
    }

    /// How many rows there are in all of them.
    pub fn rows(&self) -> u64 {
        self.0.iter().map(|tally| tally.rows).sum()
    }

    /// How many rows one of them has; nothing for a table that is none of ours.
    pub fn rows_of(&self, table: &str) -> u64 {
        let tally = self.0.iter().find(|tally| tally.table == table);
        tally.map_or(0, |tally| tally.rows)
    }

    /// The SHA-256 of all rows, in hexadecimal digits: equal on two databases if they hold the same.
    pub fn hash(&self) -> String {
        let mut whole = Sha256::new();
        for tally in &self.0 {
            whole.update(tally.table.as_bytes());
            whole.update(b":");
            whole.update(tally.hash);
        }
        whole
            .finalize()
            .iter()
            .fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
    }

    /// The first table that another database has otherwise.
    pub(super) fn unlike(&self, other: &Self) -> Option<&'static str> {
        let mut pairs = self.0.iter().zip(&other.0);
        let (unlike, _) = pairs.find(|(one, other)| one != other)?;
        Some(unlike.table)
    }
}

impl FromIterator<Tally> for Contents {
    fn from_iter<T: IntoIterator<Item = Tally>>(tallies: T) -> Self {
        Self(tallies.into_iter().collect())
    }
}

impl Counting {
    pub(super) fn of(table: &'static Table) -> Self {
        let mut hash = Sha256::new();
        for column in table.columns {
            hash.update(format!("{} {}\n", column.name, column.kind.as_str()));
        }
        Self {
            table,
            rows: 0,
            hash,
        }
    }

    /// Texts are preceded by their length, so that no two rows read the same.
    pub(super) fn take(&mut self, row: &Row) {
        self.rows += 1;
        for value in &row.0 {
            match value {
                Value::Text(None) | Value::Integer(None) | Value::Time(None) => {
                    self.hash.update(b"-\n");
                }
                Value::Text(Some(text)) => {
                    self.hash.update(format!("text {}\n", text.len()));
                    self.hash.update(text.as_bytes());
                }
                Value::Integer(Some(number)) => self.hash.update(format!("integer {number}\n")),
                Value::Time(Some(time)) => {
                    let micros = time.and_utc().timestamp_micros();
                    self.hash.update(format!("time {micros}\n"));
                }
            }
        }
    }

    pub(super) fn end(self) -> Tally {
        Tally {
            table: self.table.name,
            rows: self.rows,
            hash: self.hash.finalize().into(),
        }
    }
}
