//! Brings a database's tables up to date, or refuses one that a newer version wrote; tells without a
//! change which version's they are.

use super::connection::AnyConnection;
use super::error::StoreError;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::sqlite::Sqlite;
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

/// How a database's tables stand to those of this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Age {
    /// They are those of this version.
    Present,
    /// They lack this step and all later ones.
    Older(String),
}

/// Which version's tables a database has. Nothing is changed; a newer version's are refused.
pub(super) fn age(connection: &mut AnyConnection) -> Result<Age, StoreError> {
    const APPLIED: &str = "SELECT version AS value FROM __diesel_schema_migrations";
    let (applied, known) = match connection {
        AnyConnection::Sqlite(file) => {
            let tables = "SELECT name AS value FROM sqlite_master";
            if !is_laid(&diesel::sql_query(tables).load(file)?) {
                return Err(StoreError::Foreign);
            }
            (
                diesel::sql_query(APPLIED).load(file)?,
                steps::<Sqlite>(SQLITE)?,
            )
        }
        AnyConnection::Postgres(server) => {
            let tables = "SELECT tablename::text AS value FROM pg_tables \
                          WHERE schemaname = current_schema()";
            if !is_laid(&diesel::sql_query(tables).load(server)?) {
                return Err(StoreError::Foreign);
            }
            (
                diesel::sql_query(APPLIED).load(server)?,
                steps::<Pg>(POSTGRES)?,
            )
        }
    };
    let applied: Vec<String> = applied.into_iter().map(|step: Value| step.value).collect();
    if let Some(step) = applied.iter().find(|step| !known.contains(step)) {
        return Err(StoreError::Newer { step: step.clone() });
    }
    let missing = known.into_iter().find(|step| !applied.contains(step));
    Ok(missing.map_or(Age::Present, Age::Older))
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

/// Whether these tables are a calendar's, of whatever version.
fn is_laid(tables: &[Value]) -> bool {
    let has = |name: &str| tables.iter().any(|table| table.value == name);
    has("__diesel_schema_migrations") && has("change_counter") && has("revisions")
}

/// The steps that this version knows, in their order.
fn steps<DB: diesel::backend::Backend>(
    source: EmbeddedMigrations,
) -> Result<Vec<String>, StoreError>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let migrations: Vec<Box<dyn Migration<DB>>> = source
        .migrations()
        .map_err(|error| StoreError::Migration(error.to_string()))?;
    let mut steps: Vec<String> = migrations
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    steps.sort();
    Ok(steps)
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
