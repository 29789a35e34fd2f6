//! The databases themselves, past the store: for damage that no act could do, and for tables of an
//! earlier version.

use super::in_repository;
use diesel::connection::SimpleConnection;
use diesel::pg::Pg;
use diesel::sql_types::Text;
use diesel::sqlite::Sqlite;
use diesel::{
    Connection, PgConnection, QueryResult, QueryableByName, RunQueryDsl, SqliteConnection,
};

/// The steps of the schema, in their order.
const STEPS: [(&str, &str); 2] = [
    ("2026-11-23-000001_calendar", "20261123000001"),
    ("2026-11-23-000002_scope", "20261123000002"),
];

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

/// Runs statements.
pub fn execute(database: &str, statements: &str) -> QueryResult<()> {
    match is_postgres(database) {
        true => postgres(database).batch_execute(statements),
        false => sqlite(database).batch_execute(statements),
    }
}

/// Runs statements that the triggers of the tables, or references between them, would refuse: damage.
pub fn unwatched(database: &str, statements: &str) {
    let (before, after) = match is_postgres(database) {
        true => (
            "SET session_replication_role = replica;".to_owned(),
            String::new(),
        ),
        false => {
            let triggers = "FROM sqlite_master WHERE type = 'trigger'";
            let names = texts(database, &format!("SELECT name AS value {triggers}"));
            let laid = texts(database, &format!("SELECT sql AS value {triggers}"));
            let dropped = names.iter().map(|name| format!("DROP TRIGGER {name};"));
            let dropped: String = dropped.collect();
            (
                format!("PRAGMA foreign_keys = OFF; {dropped}"),
                laid.join(";\n") + ";",
            )
        }
    };
    execute(database, &format!("{before} {statements}; {after}")).expect(statements);
}

/// What a query finds in its one column, which is of text and called `value`.
pub fn texts(database: &str, query: &str) -> Vec<String> {
    let values = rows::<Value>(database, query).into_iter();
    values.map(|row| row.value).collect()
}

/// What a query finds, row by row.
pub fn rows<T>(database: &str, query: &str) -> Vec<T>
where
    T: QueryableByName<Pg> + QueryableByName<Sqlite> + 'static,
{
    let query = diesel::sql_query(query);
    let found: QueryResult<Vec<T>> = match is_postgres(database) {
        true => query.load(&mut postgres(database)),
        false => query.load(&mut sqlite(database)),
    };
    found.expect("an answer")
}

/// Lays the tables as they were at the second step of the schema, and fills them with what the program
/// of that time wrote.
pub fn fill_as_of_step_two(database: &str) {
    for (name, _) in STEPS {
        run(
            database,
            &format!("migrations/{}/{name}/up.sql", kind(database)),
        );
    }
    let versions = STEPS
        .map(|(_, version)| format!("('{version}')"))
        .join(", ");
    let noted = format!(
        "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, \
         run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP); \
         INSERT INTO __diesel_schema_migrations (version) VALUES {versions};"
    );
    execute(database, &noted).expect("the steps");
    run(database, "tests/data/database-000002.sql");
}

/// Takes the third step of the schema back, and before it those that build on it.
pub fn undo_step_three(database: &str) {
    for (name, version) in [
        ("2026-11-28-000016_instants", "20261128000016"),
        ("2026-11-28-000014_rights", "20261128000014"),
        ("2026-11-28-000013_personal", "20261128000013"),
        ("2026-11-28-000010_queue", "20261128000010"),
        ("2026-11-28-000009_identity", "20261128000009"),
        ("2026-11-28-000008_audit", "20261128000008"),
        ("2026-11-28-000007_mail", "20261128000007"),
        ("2026-11-27-000003_acts", "20261127000003"),
    ] {
        run(
            database,
            &format!("migrations/{}/{name}/down.sql", kind(database)),
        );
        let forget = format!("DELETE FROM __diesel_schema_migrations WHERE version = '{version}'");
        execute(database, &forget).expect("the step");
    }
}

fn run(database: &str, file: &str) {
    let statements = std::fs::read_to_string(in_repository(file)).expect(file);
    execute(database, &statements).expect(file);
}

fn kind(database: &str) -> &'static str {
    match is_postgres(database) {
        true => "postgres",
        false => "sqlite",
    }
}

/// Whether an address is one of PostgreSQL.
pub fn is_postgres(database: &str) -> bool {
    database.starts_with("postgres")
}

fn postgres(database: &str) -> PgConnection {
    PgConnection::establish(database).expect("a connection")
}

/// Waits for others as the program does.
fn sqlite(database: &str) -> SqliteConnection {
    let mut connection = SqliteConnection::establish(database).expect("a connection");
    connection
        .batch_execute("PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON;")
        .expect("a setting");
    connection
}
