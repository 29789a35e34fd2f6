//! How instances on one PostgreSQL hear of each other's publications: whoever appends to the change
//! log says so in the same transaction, and whoever listens is told once that has been committed. What
//! was published is read in the log; a notice says only that there is something to read.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use diesel::PgConnection;
use diesel::connection::SimpleConnection;

/// Names of channels are the database's own: other calendars on the same server are not heard.
const LISTEN: &str = "LISTEN igf_calendar";

/// Without a payload, so that the thousand changes of an import are one notice.
const NOTIFY: &str = "NOTIFY igf_calendar";

/// Tells whoever listens that the change log grew, as soon as the caller's transaction is committed. A
/// SQLite file tells nobody anything; other processes on it look for themselves.
pub(super) fn announce(connection: &mut AnyConnection) -> diesel::QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(connection) => connection.batch_execute(NOTIFY),
    }
}

/// A connection that is there for listening alone; it is none of the pool's.
pub struct Listener {
    connection: PgConnection,
}

impl Store {
    /// Begins to listen for changes of the log; `None` on SQLite, where nobody speaks. What was
    /// published before is not told. Blocks while a connection is made.
    pub fn listen(&self) -> Result<Option<Listener>, StoreError> {
        let Some(mut connection) = self.own_connection()? else {
            return Ok(None);
        };
        connection.batch_execute(LISTEN)?;
        Ok(Some(Listener { connection }))
    }
}

impl Listener {
    /// Whether the log has grown since this was asked last. Looks at what has arrived on the
    /// connection, without waiting and without asking the server. Fails once the connection is lost.
    pub fn has_heard(&mut self) -> Result<bool, StoreError> {
        let mut heard = false;
        for notice in self.connection.notifications_iter() {
            notice?;
            heard = true;
        }
        Ok(heard)
    }
}
