//! Brings a database's tables up to date, or refuses one that a newer version wrote.

use super::connection::AnyConnection;
use super::error::StoreError;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number will do, as long as nobody else in the same database uses it.
const ADVISORY_LOCK: i64 = 0x1_67F_CA1;

pub(super) fn bring_up_to_date(connection: &mut AnyConnection) -> Result<(), StoreError> {
    // Several instances may start at once on a new database: one of them lays the tables, the others
    // wait for it.
    match connection {
        AnyConnection::Sqlite(connection) => {
            AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN IMMEDIATE")?;
            let outcome = run(connection, SQLITE);
            match outcome {
                Ok(()) => AnsiTransactionManager::commit_transaction(connection)?,
                Err(_) => AnsiTransactionManager::rollback_transaction(connection)?,
            }
            outcome
        }
        AnyConnection::Postgres(connection) => {
            connection.batch_execute(&format!("SELECT pg_advisory_lock({ADVISORY_LOCK})"))?;
            let outcome = run(connection, POSTGRES);
            connection.batch_execute(&format!("SELECT pg_advisory_unlock({ADVISORY_LOCK})"))?;
            outcome
        }
    }
}

fn run<DB, C>(connection: &mut C, source: EmbeddedMigrations) -> Result<(), StoreError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let failed =
        |error: Box<dyn std::error::Error + Send + Sync>| StoreError::Migration(error.to_string());
    let migrations: Vec<Box<dyn Migration<DB>>> = source.migrations().map_err(failed)?;
    let known: Vec<MigrationVersion<'static>> = migrations
        .iter()
        .map(|migration| migration.name().version().as_owned())
        .collect();
    let applied = connection.applied_migrations().map_err(failed)?;
    if let Some(step) = applied.iter().find(|step| !known.contains(step)) {
        return Err(StoreError::Newer {
            step: step.to_string(),
        });
    }
    connection.run_pending_migrations(source).map_err(failed)?;
    Ok(())
}
