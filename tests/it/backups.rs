//! Backups, bringing them back, and moving between the databases: readers see not one byte of
//! difference, and nothing that was posted, decided or begun is missing.

mod by_the_clock;
mod refused;

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, TestApp, Visitor};
use crate::support::database::{execute, texts};
use crate::support::in_repository;
use crate::support::meetings::{SEED, with};
use crate::support::posted::Posted;
use crate::support::postgres;
use crate::support::program::{self, Ended, Program};
use chrono::{Datelike, Utc};
use flate2::read::GzDecoder;
use igf_calendar::acts::Actor;
use igf_calendar::store::Store;
use igf_calendar::store::copy::TABLES;
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

/// One address for all servers of a story, so that their feeds have the same links.
const ADDRESS: &str = "http://calendar.example.org";

const HOSTILE: &str = "\u{0}'; DROP TABLE \"meetings\"; -- \\x00 $1 ? %s {{7*7}} <b>\u{202e}𝄞 \u{301}日本\u{feff}\" \\";

/// Runs the program on a database.
fn run(database: &str, arguments: &[&str]) -> Ended {
    program::run(&[("DATABASE__URL", database)], arguments)
}

/// The same, and it succeeds; the hash of all rows that it says.
fn succeed(database: &str, arguments: &[&str]) -> String {
    let ended = run(database, arguments);
    assert_eq!(
        (ended.code, ended.complained.as_str()),
        (Some(0), ""),
        "{arguments:?}: {}",
        ended.said
    );
    hash(&ended)
}

fn hash(ended: &Ended) -> String {
    let line = ended
        .said
        .lines()
        .find_map(|line| line.strip_prefix("SHA-256 of all rows: "));
    line.unwrap_or_else(|| panic!("no hash: {}{}", ended.said, ended.complained))
        .to_owned()
}

async fn new_postgres() -> String {
    let made = tokio::task::spawn_blocking(postgres::new_database);
    made.await.expect("a database")
}

/// A name in a folder, as an argument.
fn named(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

/// A server at the common address.
async fn serve(database: &str) -> TestApp {
    TestApp::on_database_with(database.to_owned(), ANNOUNCED, |settings| {
        settings.server.base_url = ADDRESS.to_owned().try_into().expect("an address");
    })
    .await
}

/// Every feed of a server, byte by byte, with its entity tag.
async fn feeds(app: &TestApp) -> BTreeMap<String, (String, Vec<u8>)> {
    let published = app.store.published_since(0).expect("the log");
    let meetings = published
        .meetings
        .iter()
        .map(|one| format!("/meetings/{}.ics", one.id));
    let groups = texts(
        &app.database,
        "SELECT slug AS value FROM groups ORDER BY slug",
    );
    let groups = groups.iter().map(|slug| format!("/groups/{slug}.ics"));
    let whole = [
        "/calendar.ics",
        "/calendar.ics?past=all",
        "/calendar.ics?past=all&language=fr",
    ];
    let mut found = BTreeMap::new();
    for path in whole
        .map(str::to_owned)
        .into_iter()
        .chain(groups)
        .chain(meetings)
    {
        let page = app.reader.get(&path).await;
        // One without a date is in no feed.
        assert!([200, 404].contains(&page.status.as_u16()), "{path}");
        found.insert(path, (page.header("etag").to_owned(), page.bytes));
    }
    found
}

/// What a year leaves behind: the demonstration, and of everything that people do a case.
async fn live(app: &TestApp) -> Left {
    let acts = app.acts.clone();
    tokio::task::spawn_blocking(move || acts.show_demo(&Actor::System))
        .await
        .expect("a thread")
        .expect("it");
    let titled = |title: &'static str| {
        with(
            SEED,
            &[
                ("title", title),
                ("link_url", ""),
                ("link_label", ""),
                ("link_kind", ""),
            ],
        )
    };
    let hostile = with(
        &titled(HOSTILE),
        &[("description", HOSTILE), ("poster_name", HOSTILE)],
    );
    Posted::publish(app, &hostile).await;
    let taken_off = Posted::publish(app, &titled("Taken off again")).await;
    let mut changed = Posted::publish(app, &titled("A call that changes")).await;
    changed.edit = path(&changed.edit);
    let answers = with(
        SEED,
        &[
            ("title", "A call that has changed"),
            ("poster_name", "Ana B."),
        ],
    );
    let check = changed.answer(app, "who", &answers).await;
    changed.approve(app, &check).await;
    taken_off
        .desk
        .post(
            &format!("/desk/meetings/{}/withdraw", taken_off.id),
            &[("withdraw_reason", HOSTILE)],
        )
        .await;
    let back = app.post_meeting(&titled("Taken back")).await;
    let edit = back
        .attributes("#edit-address", "value")
        .pop()
        .expect("an address");
    let edit = path(&edit);
    let revision = app
        .reader
        .get(&edit)
        .await
        .attributes("form[action$='/take-back'] button", "value");
    app.reader
        .post(&format!("{edit}/take-back"), &[("revision", &revision[0])])
        .await;
    app.post_meeting(&titled("Refused")).await;
    let (_, revision) = app.waiting().pop().expect("it waits");
    taken_off.desk.decide(&revision, "rejected", HOSTILE).await;
    app.post_meeting(&titled("Waits for the desk")).await;
    let begun = app
        .reader
        .post(
            "/en/post",
            &[
                ("title", "Half typed \u{0}\u{1} \u{202e}"),
                ("group", "dccg"),
            ],
        )
        .await;
    app.invitation();
    Left {
        draft: begun.path,
        private: changed.edit,
        desk: taken_off.desk,
    }
}

/// Where an address leads, at whatever server.
fn path(address: &str) -> String {
    address.trim_start_matches(ADDRESS).to_owned()
}

/// What people hold in their hands.
struct Left {
    draft: String,
    private: String,
    desk: Visitor,
}

on_both_databases! {
    async fn readers_see_no_difference(app: TestApp) {
        let database = app.database.clone();
        // The same database behind the common address.
        let first = serve(&database).await;
        let left = live(&first).await;
        for (table, least) in [("outbox", 4), ("drafts", 5), ("retractions", 1), ("withdrawals", 1), ("reviews", 100), ("sessions", 1), ("invitations", 1), ("topics", 30)] {
            let count = texts(&database, &format!("SELECT CAST(count(*) AS TEXT) AS value FROM {table}"));
            assert!(count[0].parse::<u32>().expect("a number") >= least, "{table}: {count:?}");
        }
        let expected = feeds(&first).await;
        assert!(expected.len() > 300, "{}", expected.len());
        assert!(expected.values().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("DROP TABLE")));

        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| named(folder.path(), name);
        let backup = file("backup.sqlite");
        let ended = run(&database, &["backup", &backup]);
        assert_eq!((ended.code, ended.complained.as_str()), (Some(0), ""), "{}", ended.said);
        for words in ["Read again and found the same", "the change log from 1 to", "names, e-mail addresses"] {
            assert!(ended.said.contains(words), "{}", ended.said);
        }
        let mode = std::fs::metadata(&backup).expect("the backup").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let hash = hash(&ended);

        // There, across, and back again: into each kind, from each kind.
        let (one, two, three, four) = (file("new/one.sqlite"), new_postgres().await, file("three.sqlite"), new_postgres().await);
        std::fs::create_dir(folder.path().join("new")).expect("a folder");
        assert_eq!(succeed(&one, &["restore", &backup]), hash);
        assert_eq!(succeed(&two, &["restore", &backup]), hash);
        assert_eq!(succeed("unused", &["copy", "--from", &two, "--to", &three]), hash);
        assert_eq!(succeed("unused", &["copy", "--from", &three, "--to", &four]), hash);
        assert_eq!(succeed(&four, &["backup", &file("again.sqlite")]), hash);
        assert!(!Path::new("unused").exists());
        for copy in [&one, &two, &three, &four] {
            let server = serve(copy).await;
            let found = feeds(&server).await;
            assert_eq!(found.len(), expected.len());
            for (path, feed) in &expected {
                assert!(found[path] == *feed, "{path} on {copy}");
            }
            everybody_goes_on(&server, &left).await;
        }
    }

    async fn a_copy_is_read_again_and_compared(app: TestApp) {
        live(&app).await;
        // A server notes at its start that it was at work this day.
        for _ in 0..1000 {
            if !texts(&app.database, "SELECT day AS value FROM seen_days").is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let one = succeed(&app.database, &["backup", &named(folder.path(), "one.sqlite")]);
        assert_eq!(succeed(&app.database, &["backup", &named(folder.path(), "two.sqlite")]), one);
        // One letter of one row.
        execute(&app.database, "UPDATE outbox SET recipient = 'x' || recipient WHERE id = (SELECT min(id) FROM outbox)").expect("an update");
        let other = succeed(&app.database, &["backup", &named(folder.path(), "three.sqlite")]);
        assert_ne!(other, one);
        // What is wrong in the database is copied as it is, and said.
        let without = match app.database.starts_with("postgres") {
            true => "ALTER TABLE changes DISABLE TRIGGER USER; DELETE FROM changes WHERE seq = 7",
            false => "DROP TRIGGER changes_no_delete; DELETE FROM changes WHERE seq = 7",
        };
        execute(&app.database, without).expect("damage");
        let damaged = named(folder.path(), "four.sqlite");
        let ended = run(&app.database, &["backup", &damaged]);
        assert_eq!(ended.code, Some(1), "{}", ended.complained);
        assert!(ended.said.contains("change 7 is missing"), "{}", ended.said);
        assert!(Path::new(&damaged).exists());
    }

    async fn a_backup_of_a_database_in_use_is_of_one_moment(app: TestApp) {
        let server = Program::serve(&[("DATABASE__URL", &app.database)], &[]);
        let folder = tempfile::tempdir().expect("a folder");
        let (done, sent) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
        let year = (Utc::now().year() + 1).to_string();
        let desk = server.visitor();
        desk.post(&server.way_in().expect("an address"), &[("name", "Anja")]).await;
        let mut hands = Vec::new();
        for _ in 0..4 {
            let (reader, desk, store) = (server.visitor(), desk.clone(), app.store.clone());
            let (done, sent, year) = (Arc::clone(&done), Arc::clone(&sent), year.clone());
            hands.push(tokio::spawn(async move {
                while !done.load(Ordering::Relaxed) {
                    let number = sent.fetch_add(1, Ordering::Relaxed).to_string();
                    let check = reader.post("/en/post", &with(SEED, &[("title", &number), ("start_year", &year)])).await;
                    reader.post(&check.path.replace("/check", "/send"), &[]).await;
                    let waiting = store.queue().expect("the queue");
                    if let Some(entry) = waiting.first() {
                        desk.decide(&entry.revision.to_string(), "approved", "").await;
                    }
                }
            }));
        }
        let mut rows = vec![app.store.seq().expect("the counter")];
        for round in 0..4 {
            let before = rows[round];
            for _ in 0..1000 {
                if app.store.seq().expect("the counter") > before {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            let (database, file) = (app.database.clone(), named(folder.path(), &format!("{round}.sqlite")));
            let copied = file.clone();
            tokio::task::spawn_blocking(move || succeed(&database, &["backup", &copied])).await.expect("a backup");
            let store = Store::open(&file).expect("the backup opens");
            let numbers = store.change_numbers().expect("the log");
            let seq = store.seq().expect("the counter");
            assert_eq!(numbers, (1..=seq).collect::<Vec<_>>());
            // Of what is written together nothing is there without the other.
            let lonely = "SELECT id AS value FROM meetings WHERE published_revision IS NOT NULL AND id NOT IN \
                 (SELECT subject FROM changes) UNION ALL SELECT revision_id FROM reviews WHERE verdict = 'approved' \
                 AND revision_id NOT IN (SELECT revision_id FROM changes WHERE revision_id IS NOT NULL)";
            assert_eq!(texts(&file, lonely), [""; 0]);
            rows.push(seq);
        }
        done.store(true, Ordering::Relaxed);
        for hand in hands {
            hand.await.expect("no panic");
        }
        assert!(rows.windows(2).all(|two| two[0] < two[1]), "they were posting meanwhile: {rows:?}");
    }

    /// A table or column that a step adds and the list lacks would be missing in every backup.
    async fn every_column_is_in_the_list(app: TestApp) {
        let catalogue = match app.database.starts_with("postgres") {
            true => "SELECT table_name || '.' || column_name AS value FROM information_schema.columns \
                 WHERE table_schema = current_schema()",
            false => "SELECT m.name || '.' || c.name AS value FROM sqlite_master m, pragma_table_info(m.name) c \
                 WHERE m.type = 'table'",
        };
        let mut there = texts(&app.database, catalogue);
        there.retain(|column| !column.starts_with("__diesel_schema_migrations."));
        there.sort_unstable();
        let columns = TABLES.iter().flat_map(|table| table.columns.iter().map(|column| format!("{}.{}", table.name, column.name)));
        let mut listed: Vec<String> = columns.collect();
        listed.sort_unstable();
        assert_eq!(listed, there);
    }
}

/// Whoever had something in hand goes on with it.
async fn everybody_goes_on(app: &TestApp, left: &Left) {
    let draft = app.reader.get(&left.draft).await;
    assert!(draft.text.contains("Half typed"), "{}", draft.text);
    assert_eq!(app.reader.get(&left.private).await.status, 200);
    let desk = left.desk.at(&app.base).get("/desk").await;
    assert_eq!((desk.status.as_u16(), desk.path.as_str()), (200, "/desk"));
    assert!(
        desk.words().contains("Waits for the desk"),
        "{}",
        desk.words()
    );
    let (_, revision) = app.waiting().pop().expect("it waits");
    let before = app.store.seq().expect("the counter");
    left.desk
        .at(&app.base)
        .decide(&revision, "approved", "")
        .await;
    assert_eq!(app.store.seq().expect("the counter"), before + 1);
}

/// A copy that is laid over a database beside which a log lies is no copy any more; a restore is.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_killed_server_left_beside_its_file_is_no_part_of_the_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| named(folder.path(), name);
    let (database, backup) = (file("calendar.sqlite"), file("backup.sqlite"));
    let settings = [("DATABASE__URL", database.as_str())];
    let mut server = Program::serve(&settings, &[]);
    let hash = succeed(&database, &["backup", &backup]);
    for number in 0..20 {
        server
            .visitor()
            .post(
                "/en/post",
                &[("title", &format!("Later {number}")), ("group", "dccg")],
            )
            .await;
    }
    let refused = run(&database, &["restore", &backup, "--replace"]);
    assert_eq!(refused.code, Some(2), "{}", refused.said);
    assert!(
        refused.complained.contains("in use"),
        "{}",
        refused.complained
    );
    server.kill();
    let log = std::fs::metadata(file("calendar.sqlite-wal")).expect("a log is left");
    assert!(log.len() > 0);

    let restored = run(&database, &["restore", &backup, "--replace"]);
    assert_eq!(
        (restored.code, self::hash(&restored)),
        (Some(0), hash.clone()),
        "{}",
        restored.complained
    );
    for side in ["-wal", "-shm"] {
        assert!(!Path::new(&file(&format!("calendar.sqlite{side}"))).exists());
    }
    assert_eq!(succeed(&database, &["backup", &file("again.sqlite")]), hash);
    // What was there before is whole under its new name, with what the log held.
    let aside = restored
        .said
        .lines()
        .find_map(|line| line.strip_prefix("What was there before is kept in "));
    let aside = aside.expect("a name").trim_end_matches('.');
    let later = "SELECT fields AS value FROM drafts WHERE fields LIKE '%Later 19%'";
    assert_eq!(texts(aside, later).len(), 1);
    assert_eq!(texts(&database, later).len(), 0);

    // The file was taken away, and its log was not.
    std::fs::remove_file(&database).expect("it goes");
    std::fs::copy(format!("{aside}-wal"), file("calendar.sqlite-wal"))
        .or_else(|_| std::fs::write(file("calendar.sqlite-wal"), "left over").map(|()| 0))
        .expect("a log");
    assert_eq!(succeed(&database, &["restore", &backup]), hash);
    let server = Program::serve(&settings, &[]);
    assert_eq!(server.visitor().get("/en/").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_server_what_was_there_is_kept_in_a_schema_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, backup) = (new_postgres().await, named(folder.path(), "backup.sqlite"));
    let settings = [("DATABASE__URL", database.as_str())];
    let mut server = Program::serve(&settings, &[]);
    let hash = succeed(&database, &["backup", &backup]);
    server
        .visitor()
        .post("/en/post", &[("title", "Later"), ("group", "dccg")])
        .await;
    let in_use = run(&database, &["restore", &backup, "--replace"]);
    assert!(
        in_use.complained.contains("in use"),
        "{}",
        in_use.complained
    );
    server.kill();
    let songs = "CREATE TABLE songs AS SELECT 'of somebody else'::text AS name";
    execute(&database, songs).expect("a table");
    let taken = run(&database, &["restore", &backup]);
    assert_eq!((taken.code, taken.said.as_str()), (Some(2), ""));
    assert!(
        taken.complained.contains("--replace"),
        "{}",
        taken.complained
    );

    let restored = run(&database, &["restore", &backup, "--replace"]);
    assert_eq!(restored.code, Some(0), "{}", restored.complained);
    assert_eq!(self::hash(&restored), hash);
    let aside = restored
        .said
        .lines()
        .find_map(|line| line.strip_prefix("What was there before is kept in the schema "));
    let aside = aside.expect("a name").trim_end_matches('.');
    let later = |schema: &str| {
        texts(
            &database,
            &format!("SELECT fields AS value FROM {schema}.drafts WHERE fields LIKE '%Later%'"),
        )
    };
    assert_eq!((later(aside).len(), later("public").len()), (1, 0));
    let songs = "SELECT name AS value FROM public.songs";
    assert_eq!(texts(&database, songs), ["of somebody else"]);
    // The old one is still append-only, and gone when it is dropped; the new one stays.
    let rewritten = execute(&database, &format!("DELETE FROM {aside}.changes"));
    assert!(
        rewritten
            .expect_err("refused")
            .to_string()
            .contains("append-only")
    );
    execute(&database, &format!("DROP SCHEMA {aside} CASCADE")).expect("it goes");
    let rewritten = execute(&database, "DELETE FROM changes");
    assert!(
        rewritten
            .expect_err("refused")
            .to_string()
            .contains("append-only")
    );
    let references =
        "SELECT conname::text AS value FROM pg_constraint WHERE contype = 'f' AND condeferrable";
    assert_eq!(
        texts(&database, references),
        [""; 0],
        "references are looked at with each statement again"
    );
    let server = Program::serve(&settings, &[]);
    assert_eq!(server.visitor().get("/en/").await.status, 200);
}

/// A backup of the first days is brought up to date on the way, and stays as it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_an_older_version_is_restored() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| named(folder.path(), name);
    let backup = file("first.sqlite");
    let packed =
        std::fs::File::open(in_repository("tests/golden/database/first.sqlite.gz")).expect("it");
    let mut copy = std::fs::File::create(&backup).expect("a file");
    std::io::copy(&mut GzDecoder::new(packed), &mut copy).expect("the whole of it");
    let before = std::fs::read(&backup).expect("the backup");
    let (one, two) = (file("one.sqlite"), new_postgres().await);
    succeed(&one, &["restore", &backup]);
    succeed(&two, &["restore", &backup]);
    assert!(
        std::fs::read(&backup).expect("the backup") == before,
        "it stays as it is"
    );
    let revisions = |database: &str| {
        texts(
            database,
            "SELECT details AS value FROM revisions ORDER BY meeting_id, number",
        )
    };
    assert_eq!(revisions(&one), revisions(&backup));
    assert_eq!(revisions(&two), revisions(&backup));
    assert!(
        Store::open(&two)
            .expect("a store")
            .change_numbers()
            .expect("the log")
            .len()
            > 5
    );
    // A backup by this version would be of no use to the one that runs.
    let refused = run(&backup, &["backup", &file("copy.sqlite")]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.complained.contains("older version"),
        "{}",
        refused.complained
    );
    assert!(!Path::new(&file("copy.sqlite")).exists());
}

/// Whether a program is installed that looks at files of SQLite by itself is nobody's matter: Python
/// brings one.
#[tokio::test(flavor = "multi_thread")]
async fn another_program_finds_the_file_sound() {
    let app = TestApp::on_sqlite().await;
    let folder = tempfile::tempdir().expect("a folder");
    let backup = named(folder.path(), "backup.sqlite");
    succeed(&app.database, &["backup", &backup]);
    let script = "import sqlite3, sys\n\
                  file = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro&immutable=1', uri=True)\n\
                  print(file.execute('PRAGMA integrity_check').fetchone()[0], \
                  file.execute('PRAGMA journal_mode').fetchone()[0], \
                  file.execute('SELECT count(*) FROM groups').fetchone()[0])";
    let said = Command::new("python3")
        .args(["-c", script, &backup])
        .output()
        .expect("python3");
    assert_eq!(
        String::from_utf8_lossy(&said.stdout),
        "ok delete 169\n",
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
}
