//! PostgreSQL as the end of a copy: all of it is one transaction, so that a copy that fails was never
//! there.

use super::ask::{ask, ask_number};
use super::error::CopyError;
use super::fill::{fill, verify};
use super::tables::TABLES;
use super::{Copied, Endpoint, Existing};
use crate::store::connection::{Access, AnyConnection, Manager};
use crate::store::error::StoreError;
use crate::store::migrate::{age, bring_up_to_date};
use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// How often, and how long apart, a server is asked whether others are still connected: one that was
/// stopped just now takes a moment to be gone.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// Our tables, however they are called in other schemas.
const OWN_TABLES: &str = "SELECT c.oid FROM pg_class c \
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname IN ";

pub(super) fn connect(end: &Endpoint, access: Access) -> Result<AnyConnection, CopyError> {
    let manager = Manager::new(end.address.clone(), end.options.clone(), access)?;
    Ok(manager.connect_patiently()?.uncounted())
}

/// Fills a database with all of another.
pub(super) fn write(
    source: &mut AnyConnection,
    to: &Endpoint,
    existing: Existing,
    stop: &AtomicBool,
) -> Result<Copied, CopyError> {
    let mut target = connect(to, Access::ReadAndWrite)?;
    let mut aside = None;
    let is_there = match age(&mut target) {
        Ok(_) => true,
        Err(StoreError::Foreign) => false,
        // A newer version's may be tables that this one would leave where they are.
        Err(other) => return Err(other.into()),
    };
    target.begin()?;
    if is_there {
        let Existing::SetAside(now) = existing else {
            return Err(CopyError::CalendarTaken(to.address.to_string()));
        };
        make_sure_it_is_unused(&mut target, to)?;
        aside = Some(set_aside(&mut target, now)?);
    }
    bring_up_to_date(&mut target)?;
    every_reference(&mut target, "DEFERRABLE INITIALLY DEFERRED")?;
    let read = fill(source, &mut target, stop)?;
    target.batch_execute("SET CONSTRAINTS ALL IMMEDIATE")?;
    every_reference(&mut target, "NOT DEFERRABLE")?;
    let copied = verify(&mut target, &read, stop)?;
    target.commit()?;
    Ok(Copied { aside, ..copied })
}

fn make_sure_it_is_unused(target: &mut AnyConnection, to: &Endpoint) -> Result<(), CopyError> {
    for _ in 0..TRIES {
        // What pg_stat_activity says stands still within a transaction.
        target.batch_execute("SELECT pg_stat_clear_snapshot()")?;
        let others = ask_number(
            target,
            "SELECT count(*)::text AS answer FROM pg_stat_activity \
             WHERE datname = current_database() AND pid <> pg_backend_pid() \
             AND coalesce(backend_type, 'client backend') = 'client backend'",
        )?;
        if others == 0 {
            return Ok(());
        }
        std::thread::sleep(PAUSE);
    }
    Err(CopyError::InUse(to.address.to_string()))
}

/// Moves our tables, and the functions of their triggers, into a schema of their own; its name.
fn set_aside(target: &mut AnyConnection, now: DateTime<Utc>) -> Result<String, CopyError> {
    let schema = format!("before_{}", now.format("%Y%m%dt%H%M%S%3fz"));
    let mut names: Vec<String> = TABLES
        .iter()
        .map(|table| format!("'{}'", table.name))
        .collect();
    names.push("'__diesel_schema_migrations'".to_owned());
    let own = format!("{OWN_TABLES} ({})", names.join(", "));
    let mut moves = ask(
        target,
        &format!(
            "SELECT DISTINCT format('ALTER FUNCTION %s SET SCHEMA {schema}', tgfoid::regprocedure) \
             AS answer FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid \
             WHERE NOT tgisinternal AND pronamespace = current_schema()::regnamespace \
             AND tgrelid IN ({own})"
        ),
    )?;
    moves.extend(ask(
        target,
        &format!(
            "SELECT format('ALTER TABLE %s SET SCHEMA {schema}', oid::regclass) AS answer \
             FROM pg_class WHERE oid IN ({own})"
        ),
    )?);
    target.batch_execute(&format!("CREATE SCHEMA {schema}; {}", moves.join("; ")))?;
    Ok(format!("the schema {schema}"))
}

/// Says of every reference of one row to another when it is looked at: while tables are filled, rows
/// refer to rows that are still to come.
fn every_reference(target: &mut AnyConnection, when: &str) -> Result<(), CopyError> {
    let statements = ask(
        target,
        &format!(
            "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I {when}', conrelid::regclass, conname) \
             AS answer FROM pg_constraint \
             WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"
        ),
    )?;
    Ok(target.batch_execute(&statements.join("; "))?)
}
