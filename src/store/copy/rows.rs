//! Rows of any table, read from either database and written to either.

use super::tables::{Kind, Table};
use crate::store::connection::AnyConnection;
use chrono::{NaiveDateTime, SubsecRound};
use diesel::backend::Backend;
use diesel::connection::DefaultLoadingMode;
use diesel::deserialize::{self, FromSql, QueryableByName};
use diesel::pg::{Pg, PgRowByRowLoadingMode};
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
use diesel::row::{Field, NamedRow};
use diesel::serialize::ToSql;
use diesel::sql_types::{HasSqlType, Integer, Nullable, Text, Timestamp};
use diesel::sqlite::Sqlite;
use diesel::{QueryResult, RunQueryDsl, sql_query};

/// A row, its values in the order of its table's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row(pub(super) Vec<Value>);

/// A value by the kind of its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(Option<String>),
    Integer(Option<i32>),
    /// UTC, to the microsecond, which is what both databases keep.
    Time(Option<NaiveDateTime>),
}

/// Hands out all rows of a table, ordered by the bytes of their keys, so that both databases have
/// the same order. One row at a time is in memory.
pub(super) fn each_row<E: From<diesel::result::Error>>(
    connection: &mut AnyConnection,
    table: &Table,
    mut take: impl FnMut(Row) -> Result<(), E>,
) -> Result<(), E> {
    match connection {
        AnyConnection::Sqlite(connection) => {
            let query = sql_query(select(table, ""));
            for row in query.load_iter::<Row, DefaultLoadingMode>(connection)? {
                take(row?)?;
            }
        }
        AnyConnection::Postgres(connection) => {
            let query = sql_query(select(table, " COLLATE \"C\""));
            for row in query.load_iter::<Row, PgRowByRowLoadingMode>(connection)? {
                take(row?)?;
            }
        }
    }
    Ok(())
}

/// Each column is asked for under the name of its kind, which a row is read by.
fn select(table: &Table, collation: &str) -> String {
    let column = |name: &str| format!("\"{}\".\"{name}\"", table.name);
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|one| format!("{} AS \"{}\"", column(one.name), one.kind.as_str()))
        .collect();
    let collation = match table.key_kind() {
        Kind::Text => collation,
        Kind::Integer | Kind::Time => "",
    };
    format!(
        "SELECT {} FROM \"{}\" ORDER BY {}{collation}",
        columns.join(", "),
        table.name,
        column(table.key)
    )
}

impl<DB> QueryableByName<DB> for Row
where
    DB: Backend,
    String: FromSql<Text, DB>,
    i32: FromSql<Integer, DB>,
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn build<'a>(row: &impl NamedRow<'a, DB>) -> deserialize::Result<Self> {
        let values = (0..row.field_count()).map(|at| read(row, at));
        values.collect::<deserialize::Result<_>>().map(Self)
    }
}

fn read<'a, DB>(row: &impl NamedRow<'a, DB>, at: usize) -> deserialize::Result<Value>
where
    DB: Backend,
    String: FromSql<Text, DB>,
    i32: FromSql<Integer, DB>,
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    let field = diesel::row::Row::get(row, at).ok_or("a column is missing")?;
    let kind = field.field_name().and_then(Kind::from_name);
    let value = field.value();
    Ok(match kind.ok_or("a column has no kind")? {
        Kind::Text => Value::Text(FromSql::<Nullable<Text>, DB>::from_nullable_sql(value)?),
        Kind::Integer => {
            Value::Integer(FromSql::<Nullable<Integer>, DB>::from_nullable_sql(value)?)
        }
        Kind::Time => {
            let time: Option<NaiveDateTime> =
                FromSql::<Nullable<Timestamp>, DB>::from_nullable_sql(value)?;
            Value::Time(time.map(|time| time.trunc_subsecs(6)))
        }
    })
}

/// Writes rows that a table does not have yet; few enough that a statement takes all their values.
pub(super) fn insert(
    connection: &mut AnyConnection,
    table: &Table,
    rows: &[Row],
) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(connection) => {
            statement::<Sqlite>(table, rows, |_| "?".to_owned()).execute(connection)
        }
        AnyConnection::Postgres(connection) => {
            statement::<Pg>(table, rows, |number| format!("${number}")).execute(connection)
        }
    }
    .map(drop)
}

fn statement<'a, DB>(
    table: &Table,
    rows: &'a [Row],
    place: impl Fn(usize) -> String,
) -> BoxedSqlQuery<'a, DB, SqlQuery>
where
    DB: Backend + HasSqlType<Text> + HasSqlType<Integer> + HasSqlType<Timestamp>,
    Option<&'a str>: ToSql<Nullable<Text>, DB>,
    Option<i32>: ToSql<Nullable<Integer>, DB>,
    Option<NaiveDateTime>: ToSql<Nullable<Timestamp>, DB>,
{
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("\"{}\"", column.name))
        .collect();
    let width = names.len();
    let values: Vec<String> = (0..rows.len())
        .map(|row| {
            let places: Vec<String> = (1..=width).map(|at| place(row * width + at)).collect();
            format!("({})", places.join(", "))
        })
        .collect();
    let query = sql_query(format!(
        "INSERT INTO \"{}\" ({}) VALUES {}",
        table.name,
        names.join(", "),
        values.join(", ")
    ));
    let values = rows.iter().flat_map(|row| &row.0);
    values.fold(query.into_boxed(), |query, value| match value {
        Value::Text(text) => query.bind::<Nullable<Text>, _>(text.as_deref()),
        Value::Integer(number) => query.bind::<Nullable<Integer>, _>(*number),
        Value::Time(time) => query.bind::<Nullable<Timestamp>, _>(*time),
    })
}
