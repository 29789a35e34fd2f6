//! A database of the first days, when nothing but the first tables was there: meetings in every state,
//! changed, refused, withdrawn, series with dates of their own, and forms that were left open. A server
//! of today goes on with it, on SQLite and on PostgreSQL.

use super::difference;
use super::documents::{FIRST_STEPS, read};
use crate::support::app::TestApp;
use crate::support::calendars::read_by_all;
use crate::support::in_repository;
use crate::support::lint::lint_ical;
use crate::support::postgres;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use diesel::{Connection, PgConnection, SqliteConnection};
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use flate2::read::GzDecoder;
use igf_calendar::domain::MeetingId;
use igf_calendar::store::{HistoryEntry, Revision, Store};
use std::fs::File;
use std::path::{Path, PathBuf};

const FILE: &str = "tests/golden/database/first.sqlite.gz";

/// The morning after the database was last written.
const NOW: &str = "2026-11-28T09:00:00Z";

/// Where the poster of "Weekly call" changes it.
const PRIVATE_ADDRESS: &str = "/en/edit/c83e718181c3626118d57907193bc28e";

/// A new meeting whose form was filled in and never sent.
const OPEN_FORM: &str = "/en/post/0e83db98133b5e36a71f8e901c1f4a75";

/// The same for one date of "A series called off".
const OPEN_FORM_OF_ONE_DATE: &str = "/en/post/c77745e9c63a4a4bfc4e6681e62a9e9d";

/// Every table, none before one that it refers to.
const TABLES: [&str; 12] = [
    "groups",
    "meetings",
    "revisions",
    "reviews",
    "withdrawals",
    "change_counter",
    "changes",
    "drafts",
    "edit_keys",
    "people",
    "invitations",
    "sessions",
];

#[test]
fn every_meeting_stands_where_it_stood_and_every_revision_says_what_it_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = unpacked(folder.path());
    let revisions = revisions(&file);
    let documents: Vec<String> = revisions.iter().map(|row| row.details.clone()).collect();
    let store = Store::open(&file).expect("a database of today");

    let mut text = String::new();
    let mut meeting = None;
    for (row, said) in revisions.iter().zip(read(&documents)) {
        if meeting.replace(&row.meeting) != Some(&row.meeting) {
            text += &standing(&store, &row.meeting);
        }
        text += &format!("-- revision {}\n{said}", row.number);
    }
    if let Some(unlike) = difference(&beside("said.txt"), &text) {
        panic!("{unlike}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_goes_on_with_it_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    goes_on(&TestApp::on_database(unpacked(folder.path()), NOW).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_goes_on_with_it_on_postgres() {
    let copied = tokio::task::spawn_blocking(|| {
        let folder = tempfile::tempdir().expect("a folder");
        copied_to_postgres(&unpacked(folder.path()))
    });
    goes_on(&TestApp::on_database(copied.await.expect("a database"), NOW).await).await;
}

async fn goes_on(app: &TestApp) {
    let feed = app.reader.get("/calendar.ics?past=all").await;
    assert_eq!(lint_ical(&feed.bytes), Vec::<String>::new());
    let times: String = read_by_all(&feed.text)
        .occurrences
        .iter()
        .map(|one| format!("{} {}\n", one.start_utc, one.end_utc))
        .collect();
    if let Some(unlike) = difference(&beside("times.txt"), &times) {
        panic!("{unlike}");
    }

    // Private addresses lead where they led.
    let page = app.reader.get(PRIVATE_ADDRESS).await;
    assert_eq!(page.status, 200);
    assert!(page.words().contains("Weekly call"), "{}", page.words());
    let check = app.reader.post(PRIVATE_ADDRESS, &[]).await;
    assert!(check.path.ends_with("/check"), "{}", check.path);

    // What was typed before is sent now.
    let waiting = app.waiting().len();
    for (form, words) in [
        (OPEN_FORM, "Typed, and then the telephone rang."),
        (
            OPEN_FORM_OF_ONE_DATE,
            "You are changing one date only: Sunday, 13 June 2027.",
        ),
    ] {
        let check = app.reader.get(&format!("{form}/check")).await;
        assert!(check.words().contains(words), "{}", check.words());
        let sent = app.reader.post(&format!("{form}/send"), &[]).await;
        assert!(
            sent.path.ends_with("/sent"),
            "{}: {}",
            sent.path,
            sent.words()
        );
    }
    assert_eq!(app.waiting().len(), waiting + 2);

    // The desk decides on what has waited since.
    let secretary = app.secretary("Anja").await;
    for (_, revision) in app.waiting() {
        let page = secretary.decide(&revision, "approved", "").await;
        assert_eq!(page.status, 200, "{}", page.words());
    }
    assert_eq!(app.waiting(), []);
    let feed = app.reader.get("/calendar.ics?past=all").await;
    assert_eq!(lint_ical(&feed.bytes), Vec::<String>::new());
    assert!(
        feed.text.contains("SUMMARY:A draft left open\r\n"),
        "{}",
        feed.text
    );
}

/// A file that stands beside the database: what was said, when it was to be.
fn beside(ending: &str) -> PathBuf {
    in_repository(FILE)
        .with_extension("")
        .with_extension(ending)
}

/// The database in a file of its own; its path.
fn unpacked(folder: &Path) -> String {
    let file = folder.join("first.sqlite");
    let packed = File::open(in_repository(FILE)).expect("the database");
    let mut copy = File::create(&file).expect("a copy");
    std::io::copy(&mut GzDecoder::new(packed), &mut copy).expect("the whole of it");
    file.to_str().expect("a path").to_owned()
}

#[derive(QueryableByName)]
struct RevisionRow {
    #[diesel(sql_type = Text)]
    meeting: String,
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    details: String,
}

/// The revisions as they lie in the file, by meeting.
fn revisions(file: &str) -> Vec<RevisionRow> {
    let mut database = SqliteConnection::establish(file).expect("the database");
    diesel::sql_query(
        "SELECT meeting_id AS meeting, number, details FROM revisions ORDER BY meeting_id, number",
    )
    .load(&mut database)
    .expect("revisions")
}

/// What the store says of a meeting as a whole: a line for it and one for each decision.
fn standing(store: &Store, meeting: &str) -> String {
    let id = MeetingId::parse(meeting).expect("a UUID");
    let state = store.meeting(id).expect("the store").expect("the meeting");
    let number = |revision: &Option<Revision>| {
        revision
            .as_ref()
            .map_or("none".to_owned(), |it| it.number.to_string())
    };
    let mut text = format!(
        "\n== {} {meeting}\npublished {}, waiting {}\n",
        state.reference,
        number(&state.published),
        number(&state.pending),
    );
    if let Some(withdrawal) = &state.withdrawn {
        text += &format!(
            "taken off by {}: {}\n",
            withdrawal.reviewer, withdrawal.reason
        );
    }
    for entry in state.history.iter().rev() {
        text += &decision(entry);
    }
    text
}

fn decision(entry: &HistoryEntry) -> String {
    let Some(review) = &entry.review else {
        return format!("{} sent {}, not decided\n", entry.number, entry.sent);
    };
    let reason = review.reason.as_ref().map_or("", |reason| reason.as_str());
    let verdict = review.verdict.as_str();
    format!(
        "{} sent {}, {verdict} by {} {reason}\n",
        entry.number, entry.sent, review.reviewer
    )
}

/// The same rows in a PostgreSQL database with the same tables; its address.
fn copied_to_postgres(file: &str) -> String {
    let address = postgres::new_database();
    let mut target = PgConnection::establish(&address).expect("a database");
    let migrations = in_repository("migrations/postgres");
    let steps = FileBasedMigrations::from_path(migrations).expect("migrations");
    for _ in 0..FIRST_STEPS {
        target.run_next_migration(steps.clone()).expect("a step");
    }
    target
        .batch_execute("DELETE FROM change_counter")
        .expect("the step's own row goes");
    let mut source = SqliteConnection::establish(file).expect("the database");
    for table in TABLES {
        for statement in inserts(&mut source, table) {
            target.batch_execute(&statement).expect(&statement);
        }
    }
    address
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// A statement for each row of a table. SQLite's `quote` writes text and numbers as PostgreSQL reads
/// them.
fn inserts(source: &mut SqliteConnection, table: &str) -> Vec<String> {
    let mut lines = |query: String| -> Vec<String> {
        let rows: Vec<Line> = diesel::sql_query(query).load(source).expect("rows");
        rows.into_iter().map(|row| row.line).collect()
    };
    let columns = lines(format!(
        "SELECT name AS line FROM pragma_table_info('{table}')"
    ));
    let values: Vec<String> = columns
        .iter()
        .map(|name| format!("quote({name})"))
        .collect();
    let rows = lines(format!(
        "SELECT {} AS line FROM {table}",
        values.join(" || ', ' || ")
    ));
    let columns = columns.join(", ");
    rows.into_iter()
        .map(|row| format!("INSERT INTO {table} ({columns}) VALUES ({row})"))
        .collect()
}
