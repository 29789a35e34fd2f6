//! What is not copied, and what a copy that breaks off leaves behind: nothing.

use super::{named, new_postgres, run, succeed};
use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::database::execute;
use crate::support::program::{self, Program};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::path::Path;
use std::time::Duration;

on_both_databases! {
    async fn nothing_is_written_where_something_is(app: TestApp) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| named(folder.path(), name);
        let (backup, taken) = (file("backup.sqlite"), file("taken.sqlite"));
        succeed(&app.database, &["backup", &backup]);
        std::fs::write(&taken, "somebody's letters").expect("a file");
        let (nowhere, newer) = (file("not/there.sqlite"), file("newer.sqlite"));
        std::fs::copy(&backup, &newer).expect("a copy");
        execute(&newer, "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')").expect("a step");
        let (other, unfit) = (file("other.sqlite"), new_postgres().await);
        execute(&file("other.sqlite"), "CREATE TABLE songs (name TEXT)").expect("a database");
        let secret = "postgres://ana:secret@127.0.0.1:1/igf";
        for (arguments, words) in [
            (vec!["backup", taken.as_str()], "--force"),
            (vec!["backup", &nowhere], "No such file"),
            (vec!["backup", &app.database, "--force"], if app.database.starts_with("postgres") { "No such file" } else { "onto itself" }),
            (vec!["restore", &backup], "--replace"),
            (vec!["restore", &backup, "--replace"], "in use"),
            (vec!["restore", &nowhere], "No such file"),
            (vec!["restore", &taken], "not a database"),
            (vec!["restore", &other], "holds no calendar"),
            (vec!["restore", &newer], "newer version of igf-calendar (it has the step 20991231000001"),
            (vec!["copy", "--from", &unfit, "--to", &nowhere], "holds no calendar"),
            (vec!["copy", "--from", &app.database, "--to", &app.database], "onto itself"),
            (vec!["copy", "--from", secret, "--to", &nowhere], "127.0.0.1"),
            (vec!["copy", "--from", &backup, "--to", secret], "127.0.0.1"),
            (vec!["copy", "--from", &backup, "--to", "postgress://ana:secret@x/igf"], "--to"),
        ] {
            let ended = run(&app.database, &arguments);
            let complaint = &ended.complained;
            assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{arguments:?}: {complaint}");
            assert!(complaint.contains(words) && !complaint.contains("secret"), "{arguments:?}: {complaint}");
            assert_eq!(complaint.lines().count(), 1, "{arguments:?}: {complaint}");
        }
        assert_eq!(std::fs::read_to_string(&taken).expect("the file"), "somebody's letters");
        succeed(&app.database, &["backup", &taken, "--force"]);
        let mut left: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").flatten().map(|one| one.file_name()).collect();
        left.sort_unstable();
        assert_eq!(left, ["backup.sqlite", "newer.sqlite", "other.sqlite", "taken.sqlite"]);
    }

    async fn a_database_of_a_newer_version_is_refused_by_name(app: TestApp) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| named(folder.path(), name);
        let (before, after) = (file("before.sqlite"), file("after.sqlite"));
        succeed(&app.database, &["backup", &before]);
        let step = "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')";
        execute(&app.database, step).expect("a step");
        let mut refused = vec![vec!["serve"], vec!["check"], vec!["backup", &after]];
        if app.database.starts_with("postgres") {
            // Tables that this version does not know would stay behind.
            refused.push(vec!["restore", &before, "--replace"]);
        }
        for arguments in refused {
            let ended = run(&app.database, &arguments);
            assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{arguments:?}");
            assert!(ended.complained.contains("newer version of igf-calendar (it has the step 20991231000001"), "{}", ended.complained);
        }
        assert!(!Path::new(&after).exists());
        if !app.database.starts_with("postgres") {
            // The way down: a file is set aside whole, whatever is in it.
            let newer = file("newer.sqlite");
            std::fs::copy(&before, &newer).expect("a copy");
            execute(&newer, step).expect("a step");
            assert_eq!(run(&newer, &["serve"]).code, Some(2));
            succeed(&newer, &["restore", &before, "--replace"]);
            succeed(&newer, &["backup", &after]);
        }
    }

    async fn a_disk_that_takes_no_more_leaves_nothing_behind(app: TestApp) {
        // The largest file is of 100 kB, and whoever writes more is told instead of ended.
        let script = "trap '' XFSZ; ulimit -f 200; \"$@\" backup copy.sqlite; code=$?; ls copy* 2>/dev/null; exit $code";
        let ended = program::run_in_shell(&[("DATABASE__URL", &app.database)], script);
        assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{}", ended.complained);
        assert!(ended.complained.contains("disk"), "{}", ended.complained);
        // On a small disk it does not even begin.
        let script = "mkdir disk && exec unshare --user --map-root-user --mount sh -c \
                      'mount -t tmpfs -o size=4m none disk && \"$@\" backup disk/copy.sqlite; code=$?; ls disk; exit $code' shell \"$@\"";
        let ended = program::run_in_shell(&[("DATABASE__URL", &app.database)], script);
        assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{}", ended.complained);
        assert!(ended.complained.contains("has no room"), "{}", ended.complained);
    }
}

/// Somebody holds a table, so that the backup stands still in the middle.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_is_interrupted_leaves_nothing_that_looks_like_one() {
    let app = TestApp::on_postgres_at(crate::support::app::ANNOUNCED).await;
    let folder = tempfile::tempdir().expect("a folder");
    let (backup, part) = (
        named(folder.path(), "backup.sqlite"),
        named(folder.path(), "backup.sqlite.part"),
    );
    for signal in ["TERM", "INT", "KILL"] {
        let mut holder = PgConnection::establish(&app.database).expect("a connection");
        holder
            .batch_execute("BEGIN; LOCK TABLE topics IN ACCESS EXCLUSIVE MODE")
            .expect("a lock");
        let mut running = Program::begin(&[("DATABASE__URL", &app.database)], &["backup", &backup]);
        running.wait_until(|_| Path::new(&part).exists());
        tokio::time::sleep(Duration::from_millis(300)).await;
        running.signal(signal);
        tokio::time::sleep(Duration::from_millis(200)).await;
        holder.batch_execute("ROLLBACK").expect("the lock goes");
        let status = running.wait();
        match signal {
            "KILL" => assert_eq!(status.code(), None),
            _ => {
                assert_eq!(status.code(), Some(2), "{signal}");
                assert!(
                    running.log().contains("interrupted; nothing is left of it"),
                    "{}",
                    running.log()
                );
            }
        }
        assert_eq!(Path::new(&part).exists(), signal == "KILL", "{signal}");
        assert!(!Path::new(&backup).exists(), "{signal}");
    }
    // What the killed one left is in nobody's way.
    succeed(&app.database, &["backup", &backup]);
    assert!(!Path::new(&part).exists());
}
