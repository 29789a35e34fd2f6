//! The checker finds what is wrong: faults are planted on purpose into what a server wrote, each into a
//! copy of its own, and have to be found by their words.

use super::checker;
use super::crew::{self, Crew};
use super::found::Found;
use super::hands::Hands;
use super::ledger::Ledger;
use super::serve;
use crate::support::chance::Chance;
use crate::support::database::{execute, is_postgres, texts};
use crate::support::postgres;
use crate::support::program::Program;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// A meeting that readers see, and its revision.
const PUBLIC: &str = "(SELECT min(id) FROM meetings WHERE published_revision IS NOT NULL)";
/// A meeting that nobody has ever decided on.
const NEW: &str = "(SELECT min(meeting_id) FROM revisions WHERE meeting_id NOT IN \
     (SELECT meeting_id FROM revisions WHERE id IN (SELECT revision_id FROM reviews) \
     OR id IN (SELECT revision_id FROM retractions)) AND source <> 'import')";

/// What is planted, by which statements, and the words that have to be found.
type Planting = (&'static str, String, &'static str);

/// Faults in a database.
fn plantings() -> Vec<Planting> {
    let no_revision = "revisions: []";
    let should_be = "should be";
    vec![
        (
            "an announcement is lost",
            format!(
                "DELETE FROM outbox WHERE meeting_id = {NEW}; \
                 DELETE FROM edit_keys WHERE meeting_id = {NEW}; \
                 DELETE FROM drafts WHERE sent_revision IN (SELECT id FROM revisions WHERE meeting_id = {NEW}); \
                 DELETE FROM meetings WHERE id = {NEW}; DELETE FROM revisions WHERE meeting_id = {NEW}"
            ),
            no_revision,
        ),
        (
            "a head is lost",
            format!("DELETE FROM meetings WHERE id = {PUBLIC}"),
            "has no meeting",
        ),
        (
            "the newest revision is lost",
            "DELETE FROM revisions WHERE number = 2 AND meeting_id NOT IN \
             (SELECT meeting_id FROM revisions WHERE number = 3)"
                .to_owned(),
            should_be,
        ),
        (
            "an earlier revision is lost",
            "DELETE FROM revisions WHERE number = 1 AND meeting_id IN \
             (SELECT meeting_id FROM revisions WHERE number = 2)"
                .to_owned(),
            "has number 2, not 1",
        ),
        (
            "a record of a file is lost",
            "DELETE FROM changes WHERE subject IN (SELECT id FROM meetings WHERE origin IS NOT NULL); \
             DELETE FROM reviews WHERE revision_id IN (SELECT id FROM revisions WHERE source = 'import'); \
             DELETE FROM revisions WHERE source = 'import'; DELETE FROM meetings WHERE origin IS NOT NULL; \
             UPDATE change_counter SET seq = (SELECT max(seq) FROM changes)"
                .to_owned(),
            no_revision,
        ),
        (
            "a decision is lost",
            "DELETE FROM reviews WHERE revision_id IN (SELECT min(revision_id) FROM reviews)".to_owned(),
            should_be,
        ),
        (
            "what was taken back is forgotten",
            "DELETE FROM retractions".to_owned(),
            should_be,
        ),
        (
            "a withdrawal is lost",
            "DELETE FROM withdrawals".to_owned(),
            should_be,
        ),
        (
            "nobody is told",
            "DELETE FROM outbox WHERE kind = 'published'".to_owned(),
            should_be,
        ),
        (
            "an announcement is doubled",
            format!(
                "INSERT INTO meetings (id, reference, origin, published_revision, \
                 pending_revision, version, created_at) \
                 SELECT 'doubled', 'IGF-2222', NULL, NULL, 'again', version, created_at \
                 FROM meetings WHERE id = {NEW}; \
                 INSERT INTO revisions (id, meeting_id, number, group_slug, title, details, source, \
                 poster_name, poster_email, created_at) \
                 SELECT 'again', 'doubled', 1, group_slug, title, details, source, poster_name, \
                 poster_email, created_at FROM revisions WHERE meeting_id = {NEW} AND number = 1"
            ),
            "is there twice",
        ),
        (
            "a meeting comes from nowhere",
            format!(
                "INSERT INTO meetings (id, reference, origin, published_revision, \
                 pending_revision, version, created_at) \
                 SELECT 'nowhere', 'IGF-2222', NULL, NULL, NULL, version, created_at \
                 FROM meetings WHERE id = {NEW}; \
                 INSERT INTO revisions (id, meeting_id, number, group_slug, title, details, source, \
                 poster_name, poster_email, created_at) \
                 SELECT 'none', 'nowhere', 1, group_slug, 'Nobody sent this', details, source, \
                 poster_name, poster_email, created_at FROM revisions WHERE meeting_id = {NEW} AND number = 1"
            ),
            "was never sent",
        ),
        (
            "a decision is doubled",
            "ALTER TABLE reviews RENAME TO reviews_before; \
             CREATE TABLE reviews AS SELECT * FROM reviews_before; \
             INSERT INTO reviews SELECT * FROM reviews_before WHERE verdict = 'approved'"
                .to_owned(),
            "approved+approved",
        ),
        (
            "a decision publishes twice",
            "INSERT INTO changes SELECT (SELECT max(seq) + 1 FROM changes), subject_kind, subject, \
             revision_id, sequence + 1, first_at, created_at, instants FROM changes \
             WHERE seq = (SELECT max(seq) FROM changes WHERE subject_kind = 'meeting'); \
             UPDATE change_counter SET seq = seq + 1"
                .to_owned(),
            should_be,
        ),
        (
            "a poster is told twice",
            "CREATE TABLE again AS SELECT * FROM outbox \
             WHERE id = (SELECT min(id) FROM outbox WHERE kind = 'received'); \
             UPDATE again SET id = 'again'; INSERT INTO outbox SELECT * FROM again"
                .to_owned(),
            should_be,
        ),
        (
            "the log has a gap",
            "DELETE FROM changes WHERE seq = (SELECT max(seq) - 1 FROM changes)".to_owned(),
            "has a gap",
        ),
        (
            "the log's end is gone",
            "DELETE FROM changes WHERE seq = (SELECT max(seq) FROM changes)".to_owned(),
            "the change log ends with",
        ),
        (
            "the counter is ahead",
            "UPDATE change_counter SET seq = seq + 1".to_owned(),
            "the counter says",
        ),
        (
            "SEQUENCE goes back",
            "UPDATE changes SET sequence = 0 WHERE sequence = 1 AND subject_kind = 'meeting'".to_owned(),
            "has SEQUENCE 0, not 1",
        ),
        (
            "the head forgets what is public",
            format!("UPDATE meetings SET published_revision = NULL WHERE id = {PUBLIC}"),
            "the log to",
        ),
        (
            "the head points to another meeting's revision",
            format!(
                "UPDATE meetings SET published_revision = (SELECT min(id) FROM revisions \
                 WHERE meeting_id <> {PUBLIC}) WHERE id = {PUBLIC}"
            ),
            "which is not its own",
        ),
        (
            "what was decided waits again",
            format!("UPDATE meetings SET pending_revision = published_revision WHERE id = {PUBLIC}"),
            should_be,
        ),
        (
            "what waits is forgotten",
            format!("UPDATE meetings SET pending_revision = NULL WHERE id = {NEW}"),
            should_be,
        ),
        (
            "a revision is rewritten",
            format!("UPDATE revisions SET title = 'Rewritten' WHERE meeting_id = {PUBLIC} AND number = 1"),
            "\"Rewritten\"",
        ),
        (
            "a revision is put onto another meeting's",
            format!(
                "UPDATE revisions SET base_revision = (SELECT min(id) FROM revisions \
                 WHERE meeting_id <> {PUBLIC}) WHERE meeting_id = {PUBLIC}"
            ),
            "was put onto one of another meeting",
        ),
    ]
}

/// What a server shows that is not what is stored.
fn shown() -> Vec<Planting> {
    vec![
        (
            "something else is public",
            format!(
                "UPDATE revisions SET title = 'Another' WHERE id = \
                 (SELECT published_revision FROM meetings WHERE id = {PUBLIC})"
            ),
            "the feed",
        ),
        (
            "a publication does not show",
            "INSERT INTO changes SELECT (SELECT max(seq) + 1 FROM changes), subject_kind, subject, \
             revision_id, sequence + 1, first_at, created_at, instants FROM changes \
             WHERE seq = (SELECT max(seq) FROM changes WHERE subject_kind = 'meeting')"
                .to_owned(),
            "the feed",
        ),
        (
            "the list shows what was taken off",
            "UPDATE changes SET revision_id = NULL WHERE subject_kind = 'meeting'".to_owned(),
            "which is not public",
        ),
        (
            "the desk does not know of what waits",
            "UPDATE meetings SET pending_revision = published_revision WHERE published_revision IS NOT NULL"
                .to_owned(),
            "the desk shows",
        ),
    ]
}

/// What people hold, and is gone.
const HELD: [(&str, &str, &str); 3] = [
    (
        "a form",
        "DELETE FROM drafts WHERE sent_revision IS NULL",
        "the form of",
    ),
    ("private addresses", "DELETE FROM edit_keys", "/en/edit/"),
    ("a session", "DELETE FROM sessions", "/desk?page=1 is"),
];

/// A server that has done a good deal, with what it acknowledged.
struct Scene {
    database: String,
    ledger: Ledger,
    desk: Hands,
    _program: Program,
}

impl Scene {
    async fn set(database: String, folder: &Path) -> Self {
        let program = serve(&database);
        let way_in = program.way_in().expect("nobody has been in yet");
        let desk = Hands::new(&program.base, 1).enter(&way_in).await;
        let crew = Crew::new();
        let at_work = tokio::spawn(crew.clone().work(desk.clone(), Chance::new(5)));
        while !crew.with(|ledger| ledger.wrong.is_empty() && has_everything(ledger)) {
            assert!(!at_work.is_finished(), "it works on");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        crew.is_over.store(true, Ordering::Relaxed);
        at_work.await.expect("a hand");
        crew.with(|ledger| {
            crew::write_file(ledger, folder, 2);
            crew::finish_files(ledger, &database);
        });
        let scene = Self {
            ledger: crew.with(|ledger| ledger.clone()),
            database,
            desk,
            _program: program,
        };
        // What another program imported is followed a moment later.
        let mut faults = scene.all_faults().await;
        for _ in 0..100 {
            if faults.is_empty() {
                return scene;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
            faults = scene.all_faults().await;
        }
        panic!("before anything is planted: {faults}");
    }

    /// Found by those who read the database alone.
    fn faults_in(&self, database: &str) -> String {
        checker::against_the_database(&self.ledger, &Found::read(database)).join("\n")
    }

    /// What the server shows against another database than its own.
    async fn differences_to(&self, database: &str) -> String {
        let found = Found::read(database);
        checker::against_the_server(&found, &self.desk)
            .await
            .join("\n")
    }

    async fn all_faults(&self) -> String {
        checker::faults(&self.ledger, &self.database, &self.desk)
            .await
            .join("\n")
    }
}

/// Whether every kind of row is there that something is planted in.
fn has_everything(ledger: &Ledger) -> bool {
    let has = |is_so: &dyn Fn(&super::ledger::Entry) -> bool| ledger.entries.iter().any(is_so);
    let fate = |name: &'static str| {
        move |entry: &super::ledger::Entry| {
            let mut fates = entry.record.revisions.iter().flat_map(|sent| &sent.fates);
            fates.any(|fate| fate == name)
        }
    };
    has(&|entry| entry.record.published.is_some() && entry.record.revisions.len() > 1)
        && has(&|entry| entry.record.publications.len() > 1)
        && has(&|entry| !entry.record.withdrawals.is_empty())
        && has(&|entry| entry.record.pending == Some(1))
        && has(&fate("taken-back"))
        && has(&fate("approved"))
        && has(&|entry| entry.open.is_some())
        && has(&|entry| entry.edit.is_some())
}

/// Takes what keeps the database append-only out of the way.
fn without_triggers(database: &str) -> String {
    if is_postgres(database) {
        return "SET session_replication_role = replica; ".to_owned();
    }
    let query = "SELECT name AS value FROM sqlite_master WHERE type = 'trigger'";
    let triggers = texts(database, query).into_iter();
    let dropped: String = triggers
        .map(|name| format!("DROP TRIGGER {name}; "))
        .collect();
    format!("PRAGMA foreign_keys = OFF; {dropped}")
}

fn plant(database: &str, statements: &str) {
    let statements = format!("{}{statements}", without_triggers(database));
    execute(database, &statements).expect(&statements);
}

/// Plants every fault into a copy of its own, and says in one line that all were found.
async fn every_fault_is_found(on: &str, scene: &Scene, copy: impl Fn(&str) -> String) {
    for (number, (what, statements, words)) in plantings().iter().enumerate() {
        let database = copy(&number.to_string());
        assert_eq!(scene.faults_in(&database), "", "before: {what}");
        plant(&database, statements);
        let faults = scene.faults_in(&database);
        assert!(faults.contains(words), "{what}: {faults:?}");
    }
    for (number, (what, statements, words)) in shown().iter().enumerate() {
        let database = copy(&format!("shown_{number}"));
        plant(&database, statements);
        let faults = scene.differences_to(&database).await;
        assert!(faults.contains(words), "{what}: {faults:?}");
    }
    for (what, statements, words) in HELD {
        plant(&scene.database, statements);
        let faults = scene.all_faults().await;
        assert!(faults.contains(words), "{what}: {faults:?}");
    }
    let planted = plantings().len() + shown().len() + HELD.len();
    println!("{planted} planted faults on {on}: {planted} found");
}
#[tokio::test(flavor = "multi_thread")]
async fn faults_are_found_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let scene = Scene::set(path("calendar.sqlite"), folder.path()).await;
    every_fault_is_found("SQLite", &scene, |name| {
        let copy = path(&format!("{name}.sqlite"));
        execute(&scene.database, &format!("VACUUM INTO '{copy}'")).expect("a copy");
        copy
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_are_found_on_postgres() {
    let folder = tempfile::tempdir().expect("a folder");
    let scene = Scene::set(postgres::new_database(), folder.path()).await;
    every_fault_is_found("PostgreSQL", &scene, |_| postgres::copy_of(&scene.database)).await;
}
