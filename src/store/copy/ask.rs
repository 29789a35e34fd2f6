//! Questions to either database about itself.

use crate::store::connection::AnyConnection;
use diesel::sql_types::Text;
use diesel::{QueryResult, QueryableByName, RunQueryDsl, sql_query};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    answer: String,
}

/// What a query says, which has one column of text called `answer`.
pub(super) fn ask(connection: &mut AnyConnection, query: &str) -> QueryResult<Vec<String>> {
    let query = sql_query(query);
    let lines: Vec<Line> = match connection {
        AnyConnection::Sqlite(connection) => query.load(connection)?,
        AnyConnection::Postgres(connection) => query.load(connection)?,
    };
    Ok(lines.into_iter().map(|line| line.answer).collect())
}

/// The number that is the first answer to a query; 0 if there is none.
pub(super) fn ask_number(connection: &mut AnyConnection, query: &str) -> QueryResult<u64> {
    let answers = ask(connection, query)?;
    Ok(answers
        .first()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0))
}
