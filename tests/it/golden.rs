//! Every shape in which a revision was ever stored is read for good. `tests/golden/revision` has a
//! document of each, named for its format, and beside it what it says. Neither is ever rewritten: a
//! new shape gets a new file.

mod expansion;

use crate::support::in_repository;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use diesel::{Connection, SqliteConnection};
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use expansion::expanded;
use igf_calendar::domain::MeetingId;
use igf_calendar::store::Store;
use std::path::{Path, PathBuf};

/// The tables as they were when the first of these documents were written. They are laid by these
/// steps for good, so that whatever comes later has to carry the documents over.
const FIRST_STEPS: usize = 2;

#[test]
fn every_stored_document_says_what_it_said() {
    let documents = documents();
    assert!(documents.len() >= 150, "only {} found", documents.len());
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calendar.sqlite");
    write_as_at_first(&file, &documents);

    let store = Store::open(file.to_str().expect("a path")).expect("a database of today");
    let mut unlike = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let said = said(&store, number);
        if let Some(difference) = difference(document, &said) {
            unlike.push(difference);
        }
    }
    assert!(unlike.is_empty(), "{}", unlike.join("\n\n"));
}

/// What the store reads from the document of this number.
fn said(store: &Store, number: usize) -> String {
    let id = MeetingId::parse(&uuid('a', number)).expect("a UUID");
    match store.meeting(id) {
        Ok(Some(state)) => expanded(&state.newest.expect("its revision").details),
        Ok(None) => "it is not there\n".to_owned(),
        Err(error) => format!("it cannot be read: {error}\n"),
    }
}

/// How what was read differs from what stands beside the document. For a new document that is
/// written down, to be read by whoever added it; it counts as a difference once.
fn difference(document: &Path, said: &str) -> Option<String> {
    let beside = document.with_extension("said.txt");
    let name = document.display();
    match std::fs::read_to_string(&beside) {
        Ok(expected) if expected == said => None,
        Ok(expected) => Some(format!("{name} said\n{expected}and is now read as\n{said}")),
        Err(_) => {
            std::fs::write(&beside, said).expect("a file that can be written");
            Some(format!(
                "{name} is new; read what it says in {}",
                beside.display()
            ))
        }
    }
}

/// All documents, of every format, by name.
fn documents() -> Vec<PathBuf> {
    let root = in_repository("tests/golden/revision");
    let mut found: Vec<PathBuf> = entries(&root)
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

/// A database of the first days with each document as the only revision of a meeting of its own.
fn write_as_at_first(file: &Path, documents: &[PathBuf]) {
    let mut database =
        SqliteConnection::establish(file.to_str().expect("a path")).expect("a database");
    let steps =
        FileBasedMigrations::from_path(in_repository("migrations/sqlite")).expect("migrations");
    for _ in 0..FIRST_STEPS {
        database.run_next_migration(steps.clone()).expect("a step");
    }
    database.batch_execute("BEGIN").expect("a transaction");
    for (number, document) in documents.iter().enumerate() {
        let text = std::fs::read_to_string(document).expect("a document");
        write_revision(&mut database, number, &text);
    }
    database.batch_execute("COMMIT").expect("a transaction");
}

fn write_revision(database: &mut SqliteConnection, number: usize, document: &str) {
    let number_in_words = i32::try_from(number).expect("a small number");
    diesel::sql_query(
        "INSERT INTO meetings (id, reference, pending_revision, version, created_at)
         VALUES (?, 'IGF-' || ?, ?, 1, '2018-03-01 09:00:00')",
    )
    .bind::<Text, _>(uuid('a', number))
    .bind::<Integer, _>(number_in_words)
    .bind::<Text, _>(uuid('b', number))
    .execute(database)
    .expect("a meeting");
    diesel::sql_query(
        "INSERT INTO revisions (id, meeting_id, number, group_slug, title, details, source,
                                poster_name, poster_email, created_at)
         VALUES (?, ?, 1, 'dccg', 'A title', ?, 'form', 'Ana', 'ana@example.org', '2018-03-01 09:00:00')",
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
