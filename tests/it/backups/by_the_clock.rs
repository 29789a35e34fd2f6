//! Backups that the server itself makes.

use super::{named, new_postgres, succeed};
use crate::support::program::Program;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

const MADE: &str = "a backup was made and read again";

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder").flatten();
    let mut names: Vec<_> = entries
        .map(|one| one.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_are_kept_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    the_newest_are_kept(&named(folder.path(), "calendar.sqlite")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_are_kept_on_postgres() {
    the_newest_are_kept(&new_postgres().await).await;
}

async fn the_newest_are_kept(database: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let backups = folder.path().join("made/by the server");
    std::fs::create_dir_all(&backups).expect("a folder");
    let old = ["20260101T000000Z", "20260102T000000Z", "20260103T000000Z"]
        .map(|time| format!("igf-calendar-{time}.sqlite"));
    for name in &old {
        std::fs::write(backups.join(name), "an older one").expect("a file");
    }
    for name in ["letters.sqlite", "igf-calendar-of-others.sqlite"] {
        std::fs::write(backups.join(name), "not ours").expect("a file");
    }
    std::fs::write(
        backups.join("igf-calendar-20260101T000001Z.sqlite.part"),
        "half",
    )
    .expect("a file");
    let place = backups.display().to_string();
    let settings = [
        ("DATABASE__URL", database),
        ("BACKUP__FOLDER", place.as_str()),
        ("BACKUP__KEEP", "2"),
    ];
    let mut server = Program::serve(&settings, &[]);
    server.wait_until(|server| server.log().contains("an old backup was removed"));
    server.wait_until(|_| names(&backups).len() == 4);
    let left = names(&backups);
    assert_eq!(
        (left[0].as_str(), left[2].as_str(), left[3].as_str()),
        (
            old[2].as_str(),
            "igf-calendar-of-others.sqlite",
            "letters.sqlite"
        )
    );
    assert!(
        server.log().contains(MADE) && !server.log().contains("ERROR"),
        "{}",
        server.log()
    );
    let made = backups.join(&left[1]);
    assert_eq!(
        std::fs::metadata(&made).expect("it").permissions().mode() & 0o777,
        0o600
    );

    // Neither the next start nor an instance beside it makes another before its time.
    let beside = Program::serve(&settings, &[]);
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(names(&backups), left);
    assert!(!beside.log().contains(MADE), "{}", beside.log());
    let restored = named(folder.path(), "restored.sqlite");
    succeed(&restored, &["restore", &made.display().to_string()]);
}

/// Instances that start at once, with one folder.
#[tokio::test(flavor = "multi_thread")]
async fn of_several_instances_one_makes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = named(folder.path(), "backups");
    let database = new_postgres().await;
    let settings = [
        ("DATABASE__URL", database.as_str()),
        ("BACKUP__FOLDER", place.as_str()),
    ];
    let servers: Vec<Program> = std::thread::scope(|scope| {
        let starts: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| Program::serve(&settings, &[])))
            .collect();
        starts
            .into_iter()
            .map(|start| start.join().expect("a server"))
            .collect()
    });
    tokio::time::sleep(Duration::from_secs(3)).await;
    let made: usize = servers
        .iter()
        .map(|server| server.log().matches(MADE).count())
        .sum();
    assert_eq!((made, names(Path::new(&place)).len()), (1, 1));
    let mode = std::fs::metadata(&place)
        .expect("the folder")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_fails_is_logged_and_harms_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (in_the_way, place) = (
        folder.path().join("file"),
        named(folder.path(), "file/backups"),
    );
    std::fs::write(&in_the_way, "no folder").expect("a file");
    std::fs::set_permissions(&in_the_way, Permissions::from_mode(0o600)).expect("rights");
    let mut server = Program::serve(&[("BACKUP__FOLDER", &place)], &[]);
    server.wait_until(|server| server.log().contains("no backup could be made"));
    assert!(server.log().contains("backup.folder"), "{}", server.log());
    assert_eq!(server.visitor().get("/readyz").await.status, 200);
    server.signal("TERM");
    assert_eq!(server.wait().code(), Some(0));
}
