//! Documents as revisions keep them, read by today's store out of tables as they were at first.

use super::difference;
use super::expansion::expanded;
use crate::support::in_repository;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use diesel::{Connection, SqliteConnection};
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use igf_calendar::domain::MeetingId;
use igf_calendar::store::Store;
use std::path::{Path, PathBuf};

/// The steps that laid the tables when the first of these documents were written. What came later
/// has to carry them over.
pub(super) const FIRST_STEPS: usize = 2;

#[test]
fn every_document_says_what_it_said() {
    let files = files();
    assert!(files.len() >= 180, "only {} found", files.len());
    let documents: Vec<String> = files
        .iter()
        .map(|file| std::fs::read_to_string(file).expect("a document"))
        .collect();
    let unlike: Vec<String> = files
        .iter()
        .zip(read(&documents))
        .filter_map(|(file, said)| difference(&file.with_extension("said.txt"), &said))
        .collect();
    assert!(unlike.is_empty(), "{}", unlike.join("\n\n"));
}

/// All documents, of every format, by name.
fn files() -> Vec<PathBuf> {
    let formats = entries(&in_repository("tests/golden/revision"));
    let mut found: Vec<PathBuf> = formats
        .iter()
        .flat_map(|format| entries(format))
        .filter(|file| file.extension().is_some_and(|end| end == "json"))
        .collect();
    found.sort();
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = std::fs::read_dir(folder).expect("a folder of documents");
    read.map(|entry| entry.expect("an entry").path()).collect()
}

/// What the store reads from each document, as lines of text.
pub(super) fn read(documents: &[String]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calendar.sqlite");
    let file = file.to_str().expect("a path");
    write_as_at_first(file, documents);
    let store = Store::open(file).expect("a database of today");
    (0..documents.len())
        .map(|number| said(&store, number))
        .collect()
}

fn said(store: &Store, number: usize) -> String {
    let id = MeetingId::parse(&uuid('a', number)).expect("a UUID");
    match store.meeting(id) {
        Ok(Some(state)) => expanded(&state.newest.expect("its revision").details),
        Ok(None) => "it is not there\n".to_owned(),
        Err(error) => format!("it cannot be read: {error}\n"),
    }
}

/// A database of the first days with each document as the only revision of a meeting of its own.
fn write_as_at_first(file: &str, documents: &[String]) {
    let mut database = SqliteConnection::establish(file).expect("a database");
    let migrations = in_repository("migrations/sqlite");
    let steps = FileBasedMigrations::from_path(migrations).expect("migrations");
    for _ in 0..FIRST_STEPS {
        database.run_next_migration(steps.clone()).expect("a step");
    }
    database.batch_execute("BEGIN").expect("a transaction");
    for (number, document) in documents.iter().enumerate() {
        write_revision(&mut database, number, document);
    }
    database.batch_execute("COMMIT").expect("a transaction");
}

fn write_revision(database: &mut SqliteConnection, number: usize, document: &str) {
    diesel::sql_query(
        "INSERT INTO meetings (id, reference, pending_revision, version, created_at)
         VALUES (?, 'IGF-' || ?, ?, 1, '2018-03-01 09:00:00')",
    )
    .bind::<Text, _>(uuid('a', number))
    .bind::<Integer, _>(i32::try_from(number).expect("a small number"))
    .bind::<Text, _>(uuid('b', number))
    .execute(database)
    .expect("a meeting");
    diesel::sql_query(
        "INSERT INTO revisions (id, meeting_id, number, group_slug, title, details, source,
                                poster_name, poster_email, created_at)
         VALUES (?, ?, 1, 'dccg', 'A title', ?, 'form',
                 'Ana', 'ana@example.org', '2018-03-01 09:00:00')",
    )
    .bind::<Text, _>(uuid('b', number))
    .bind::<Text, _>(uuid('a', number))
    .bind::<Text, _>(document)
    .execute(database)
    .expect("a revision");
}

/// A UUID (version 7) of its own for each kind and number.
fn uuid(kind: char, number: usize) -> String {
    format!("0161de2b-{kind}000-7000-8000-{number:012}")
}
