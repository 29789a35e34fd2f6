//! Following the change log: whether it goes on from where somebody stood, or is another one, because
//! the database went back to an earlier state.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use super::publications::{Publication, published_since};
use super::schema::changes;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A place in the change log, with what stands there: where two logs have the same, they are the same
/// log up to that place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogPlace {
    /// Its number; 0 before the first change.
    pub seq: i64,
    /// What tells the change of that number from any other; empty at 0.
    pub mark: String,
}

/// What is new in the change log.
#[derive(Debug)]
pub enum Followed {
    Nothing,
    /// What was published since.
    News(Publication),
    /// The log is not the one that was followed so far, or is shorter: all that is published now.
    Anew(Publication),
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = changes)]
struct PlaceRow {
    seq: i32,
    subject: String,
    revision_id: Option<String>,
    sequence: i32,
    created_at: NaiveDateTime,
}

impl Store {
    /// What was published after a place that was read before; from the beginning, the whole calendar.
    pub fn follow(&self, from: &LogPlace) -> Result<Followed, StoreError> {
        if self.read(end)? == *from {
            return Ok(Followed::Nothing);
        }
        self.read_at_once(|connection| {
            if end(connection)? == *from {
                return Ok(Followed::Nothing);
            }
            match from.seq == 0 || place(connection, from.seq)?.as_ref() == Some(from) {
                true => published_since(connection, from.seq).map(Followed::News),
                false => published_since(connection, 0).map(Followed::Anew),
            }
        })
    }
}

impl Store {
    /// What stands in the log under a number, if anything does.
    pub fn log_place(&self, seq: i64) -> Result<Option<LogPlace>, StoreError> {
        if seq == 0 {
            return Ok(Some(LogPlace::default()));
        }
        self.read(|connection| place(connection, seq))
    }
}

/// Where the log ends.
pub(super) fn end(connection: &mut AnyConnection) -> Result<LogPlace, StoreError> {
    let row: Option<PlaceRow> = changes::table
        .order(changes::seq.desc())
        .select(PlaceRow::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(PlaceRow::place).unwrap_or_default())
}

fn place(connection: &mut AnyConnection, seq: i64) -> Result<Option<LogPlace>, StoreError> {
    let seq = i32::try_from(seq).unwrap_or(i32::MAX);
    let row: Option<PlaceRow> = changes::table
        .find(seq)
        .select(PlaceRow::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(PlaceRow::place))
}

impl PlaceRow {
    fn place(self) -> LogPlace {
        let revision = self.revision_id.unwrap_or_default();
        let (subject, sequence) = (self.subject, self.sequence);
        let at = self.created_at.and_utc().timestamp_micros();
        LogPlace {
            seq: i64::from(self.seq),
            mark: format!("{subject} {revision} {sequence} {at}"),
        }
    }
}
