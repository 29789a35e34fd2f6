//! Faults of the world around the server: logs that cannot be written, disks that are full, databases
//! that refuse, stand still or go away. Reading goes on, and nobody is told anything untrue.

use crate::support::app::{ANNOUNCED, TestApp};
use crate::support::database::{execute, texts};
use crate::support::meetings::SEED;
use crate::support::postgres;
use crate::support::program::{self, Program};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use igf_calendar::store::{Store, StoreOptions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// More lines of log than a pipe holds.
const MANY: usize = 600;

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_cannot_be_written_stops_nothing() {
    for (what, script) in [
        ("a full disk", "exec \"$@\" >/dev/full 2>/dev/full"),
        ("closed", "exec \"$@\" >&- 2>&-"),
        (
            "a pipe that nobody reads",
            "mkfifo pipe; sleep 60 <pipe & exec \"$@\" >pipe 2>&1",
        ),
        (
            "a pipe whose reader died",
            "mkfifo pipe; true <pipe & exec \"$@\" >pipe 2>&1",
        ),
    ] {
        let settings = [("LOG__FILTER", "debug")];
        let mut server = Program::serve_in_shell(&settings, &[], script);
        let reader = server.visitor();
        for _ in 0..MANY {
            assert_eq!(reader.get("/healthz").await.status, 200, "{what}");
        }
        assert_eq!(reader.get("/en/").await.status, 200, "{what}");
        let posted = reader.post("/en/post", &[("title", "x")]).await;
        assert_eq!(posted.status, 200, "{what}");
        server.signal("TERM");
        assert_eq!(server.wait().code(), Some(0), "{what}");
    }
}

#[test]
fn what_cannot_be_said_is_said_by_the_exit_status() {
    for (script, code) in [
        ("exec \"$@\" admin invite ana@example.org >/dev/full", 2),
        ("exec \"$@\" admin invite ana >/dev/full 2>/dev/full", 2),
        ("exec \"$@\" admin invite ana@example.org >/dev/null", 0),
    ] {
        let ended = program::run_in_shell(&[], script);
        assert_eq!(ended.code, Some(code), "{script}: {}", ended.complained);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_that_goes_away_ends_nothing() {
    let mut server = Program::serve(&[], &[]);
    server.signal("HUP");
    server.wait_until(|server| server.log().contains("SIGHUP"));
    assert_eq!(server.visitor().get("/en/").await.status, 200);
}

#[test]
fn data_is_for_its_owner_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = folder.path().join("not/there");
    let file = made.join("calendar.sqlite");
    let store = Store::open(&file.display().to_string()).expect("a store");
    store.has_groups().expect("an answer");
    let mode = |path: &Path| {
        let metadata = std::fs::metadata(path).expect("it is there");
        metadata.permissions().mode() & 0o777
    };
    assert_eq!(mode(&made), 0o700);
    assert_eq!(mode(&folder.path().join("not")), 0o700);
    let names = [
        "calendar.sqlite",
        "calendar.sqlite-wal",
        "calendar.sqlite-shm",
    ];
    for name in names {
        assert_eq!(mode(&made.join(name)), 0o600, "{name}");
    }
}

/// On a small file system, in a name space of its own, so that nobody else is in the way.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_said_in_words() {
    let script = "mkdir disk && exec unshare --user --map-root-user --mount sh -c \
                  'mount -t tmpfs -o size=24m none disk && exec \"$@\"' shell \"$@\"";
    let settings = [("DATABASE__URL", "disk/calendar.sqlite")];
    let server = Program::serve_in_shell(&settings, &[], script);
    let reader = server.visitor();
    assert_eq!(reader.get("/readyz").await.text, "ready\n");
    let disk = server.proc("root").join(
        server
            .folder()
            .join("disk")
            .strip_prefix("/")
            .expect("a whole path"),
    );
    let rest = std::fs::write(disk.join("filler"), vec![0; 64 << 20]);
    assert!(rest.is_err(), "it is full");

    let ready = reader.get("/readyz").await;
    assert_eq!(
        (ready.status.as_u16(), ready.path.as_str()),
        (503, "/readyz")
    );
    // What SQLite's own log has room for is taken; then no more.
    let long = "x".repeat(20_000);
    let mut page = reader.post("/fr/post", &[("description", &long)]).await;
    for _ in 0..200 {
        if page.status != 200 && page.status != 303 {
            break;
        }
        page = reader.post("/fr/post", &[("description", &long)]).await;
    }
    assert_eq!(page.status, 503, "{}", page.text);
    assert_eq!(page.header("retry-after"), "30");
    assert!(
        page.words().contains("ne peut rien enregistrer"),
        "{}",
        page.words()
    );
    assert_eq!(reader.get("/en/").await.status, 200);

    std::fs::remove_file(disk.join("filler")).expect("room again");
    assert_eq!(reader.get("/readyz").await.status, 200);
    assert_eq!(reader.post("/fr/post", &[("title", "x")]).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_to_a_file_that_is_gone() {
    let app = TestApp::on_sqlite().await;
    let away = format!("{}.away", app.database);
    std::fs::rename(&app.database, &away).expect("it goes");
    for _ in 0..2 {
        let page = app.reader.post("/en/post", SEED).await;
        assert_eq!(page.status, 503, "{}", page.text);
        assert_eq!(page.header("retry-after"), "30");
        assert_eq!(app.reader.get("/readyz").await.status, 503);
        assert_eq!(app.reader.get("/en/").await.status, 200);
        std::fs::write(&app.database, "").expect("another in its place");
    }
    std::fs::rename(&away, &app.database).expect("it comes back");
    assert_eq!(app.reader.get("/readyz").await.status, 200);
    let page = app.reader.post("/en/post", SEED).await;
    assert!(page.path.ends_with("/check"), "{}", page.path);
}

/// The processes of the server that work for this story's connections.
fn backends(app: &TestApp) -> Vec<String> {
    let query = "SELECT pid::text AS value FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()";
    texts(&app.database, query)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_takes_no_writes_is_said_in_words() {
    let app = TestApp::on_postgres_at(ANNOUNCED).await;
    assert_eq!(app.reader.get("/readyz").await.status, 200);
    // As after a failover: connections are cut, and whoever answers then is a standby.
    let statements = "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET \
                      default_transaction_read_only = on', current_database()); END $$; \
                      SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                      WHERE datname = current_database() AND pid <> pg_backend_pid();";
    execute(&app.database, statements).expect("the server's ear");
    let page = app.reader.post("/en/post", SEED).await;
    assert_eq!(page.status, 503, "{}", page.text);
    assert_eq!(page.header("retry-after"), "30");
    assert!(
        page.words().contains("cannot store anything"),
        "{}",
        page.words()
    );
    assert_eq!(app.reader.get("/readyz").await.status, 503);
    assert_eq!(app.reader.get("/en/").await.status, 200);
}

/// Lets processes go on, whatever becomes of the story.
pub struct Stopped(Vec<String>);

impl Stopped {
    pub fn stop(processes: Vec<String>) -> Self {
        signal("STOP", &processes);
        Self(processes)
    }
}

impl Drop for Stopped {
    fn drop(&mut self) {
        signal("CONT", &self.0);
    }
}

fn signal(name: &str, processes: &[String]) {
    let sent = Command::new("kill")
        .arg(format!("-{name}"))
        .args(processes)
        .status();
    assert!(sent.is_ok_and(|status| status.success()), "kill -{name}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stands_still_is_noticed() {
    let app = TestApp::on_postgres_at(ANNOUNCED).await;
    // What is connected stands still; whoever connects anew is served.
    let _stopped = Stopped::stop(backends(&app));
    assert_eq!(app.reader.get("/readyz").await.status, 503);
    assert_eq!(app.reader.get("/en/").await.status, 200);
    for _ in 0..100 {
        if app.reader.get("/readyz").await.status == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no other connections are made");
}

#[test]
fn nobody_waits_longer_for_a_statement_than_was_set() {
    let database = postgres::new_database();
    drop(Store::open(&database).expect("the tables"));
    let mut holder = PgConnection::establish(&database).expect("a connection");
    holder
        .batch_execute("BEGIN; LOCK TABLE groups IN ACCESS EXCLUSIVE MODE")
        .expect("a lock");
    let (short, long) = (Duration::from_millis(500), Duration::from_secs(600));
    for (statement, lock, named) in [
        (short, long, "statement timeout"),
        (long, short, "lock timeout"),
    ] {
        let options = StoreOptions {
            connections: 2,
            statement,
            lock,
            ..StoreOptions::default()
        };
        let store = Store::open_with(&database, options).expect("a store");
        let error = store.has_groups().expect_err("it is locked");
        assert!(error.is_passing(), "{error}");
        assert!(error.to_string().contains(named), "{error}");
    }
}
