//! What the database itself keeps watch with: the triggers that refuse to rewrite what was said, and
//! SQLite's own look at its file.

use super::fault::{Faults, RESTORE};
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// The tables that are appended to and never rewritten.
const APPEND_ONLY: [&str; 9] = [
    "revisions",
    "reviews",
    "withdrawals",
    "retractions",
    "changes",
    "undos",
    "removals",
    "audit",
    "review_notes",
];

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

pub(super) fn check(connection: &mut AnyConnection, faults: &mut Faults) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Sqlite(file) => {
            let found = values(
                "SELECT name AS value FROM sqlite_master WHERE type = 'trigger'",
                |query| query.load(file),
            )?;
            check_triggers(&found, &["no_update", "no_delete"], faults);
            let said = values(
                "SELECT integrity_check AS value FROM pragma_integrity_check",
                |query| query.load(file),
            )?;
            for problem in said.iter().filter(|said| *said != "ok") {
                faults.add("SQLite file", problem, RESTORE);
            }
            let broken = values(
                "SELECT \"table\" || ' ' || coalesce(rowid, '') || ' to ' || parent AS value \
                 FROM pragma_foreign_key_check",
                |query| query.load(file),
            )?;
            for reference in broken {
                let problem = format!("the reference of row {reference} leads nowhere");
                faults.add("SQLite file", problem, RESTORE);
            }
        }
        AnyConnection::Postgres(server) => {
            let found = values(
                "SELECT tgname::text AS value FROM pg_trigger \
                 JOIN pg_class ON pg_class.oid = tgrelid \
                 JOIN pg_namespace ON pg_namespace.oid = relnamespace \
                 WHERE nspname = current_schema() AND NOT tgisinternal AND tgenabled IN ('O', 'A')",
                |query| query.load(server),
            )?;
            check_triggers(&found, &["append_only", "no_truncate"], faults);
        }
    }
    Ok(())
}

/// What a query finds in its one column.
fn values(
    query: &str,
    load: impl FnOnce(diesel::query_builder::SqlQuery) -> QueryResult<Vec<Value>>,
) -> Result<Vec<String>, StoreError> {
    let rows = load(diesel::sql_query(query))?;
    Ok(rows.into_iter().map(|row| row.value).collect())
}

fn check_triggers(found: &[String], kinds: &[&str], faults: &mut Faults) {
    for table in APPEND_ONLY {
        for kind in kinds {
            let trigger = format!("{table}_{kind}");
            if !found.contains(&trigger) {
                let problem = "it is missing or switched off, so what was said may be rewritten";
                let remedy = "Lay it again as it stands in migrations/, and find out who took it \
                              away.";
                faults.add(format_args!("trigger {trigger}"), problem, remedy);
            }
        }
    }
}
