//! Filling empty tables with all that another database holds, and looking whether they hold it.

use super::Copied;
use super::contents::{Contents, Counting, Tally};
use super::error::CopyError;
use super::rows::{each_row, insert};
use super::tables::{TABLES, Table};
use crate::store::check::check;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::schema::change_counter;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many rows are written at once.
const BATCH: usize = 100;

/// Fills all tables; returns what was read. Both ends are within a transaction.
pub(super) fn fill(
    source: &mut AnyConnection,
    target: &mut AnyConnection,
    stop: &AtomicBool,
) -> Result<Contents, CopyError> {
    let tally = |table| fill_table(source, target, table, stop);
    TABLES.iter().map(tally).collect()
}

fn fill_table(
    source: &mut AnyConnection,
    target: &mut AnyConnection,
    table: &'static Table,
    stop: &AtomicBool,
) -> Result<Tally, CopyError> {
    let unwritable = |error| CopyError::unwritable(table, &error);
    // The steps that laid the tables put rows of their own there.
    target
        .batch_execute(&format!("DELETE FROM \"{}\"", table.name))
        .map_err(unwritable)?;
    let mut counting = Counting::of(table);
    let mut batch = Vec::with_capacity(BATCH);
    each_row(source, table, |row| {
        counting.take(&row);
        batch.push(row);
        if batch.len() == BATCH {
            if stop.load(Ordering::Relaxed) {
                return Err(CopyError::Stopped);
            }
            insert(target, table, &batch).map_err(unwritable)?;
            batch.clear();
        }
        Ok(())
    })
    .map_err(|error| match error {
        CopyError::Store(StoreError::Query(error)) => CopyError::unreadable(table, &error),
        other => other,
    })?;
    if !batch.is_empty() {
        insert(target, table, &batch).map_err(unwritable)?;
    }
    Ok(counting.end())
}

/// Reads all that was written once more. What is not as it was read fails; what was wrong in the
/// source as well is told as a fault. Within a transaction, too.
pub(super) fn verify(
    target: &mut AnyConnection,
    read: &Contents,
    stop: &AtomicBool,
) -> Result<Copied, CopyError> {
    if stop.load(Ordering::Relaxed) {
        return Err(CopyError::Stopped);
    }
    let contents = Contents::read(target)?;
    if let Some(table) = read.unlike(&contents) {
        return Err(CopyError::Unlike(format!("the table {table} differs")));
    }
    let log = change_counter::table
        .select(change_counter::seq)
        .first(target)?;
    let faults = check(target)?;
    Ok(Copied {
        contents,
        log,
        faults,
        bytes: None,
        aside: None,
    })
}
