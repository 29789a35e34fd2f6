//! Point 12: rows that cannot be read.

use super::{Meeting, World, eventually, told};
use crate::support::database::{execute, is_postgres, texts};
use crate::support::postgres;
use crate::support::program::{self, Program};

/// Statements past the database's own refusal to rewrite.
fn damage(database: &str, statements: &str) {
    let before = match is_postgres(database) {
        true => "SET session_replication_role = replica; ",
        false => "DROP TRIGGER revisions_no_update; ",
    };
    execute(database, &format!("{before}{statements}")).expect(statements);
}

/// Whether a page or a log names a meeting in any way.
fn names(text: &str, meeting: &Meeting) -> bool {
    text.contains(&meeting.id) || text.contains(&meeting.reference)
}

async fn damaged_rows_are_left_out(database: &str) {
    let mut world = World::on(database, &[]).await;
    let good = world.publish("Whole and public").await;
    let broken = world.publish("Broken and public").await;
    let newer = world.publish("Of a newer version").await;
    let (waiting, _) = world.post("Broken and waiting").await;
    world.program.signal("TERM");
    assert_eq!(world.program.wait().code(), Some(0));
    damage(
        database,
        "UPDATE revisions SET details = '{\"format\": 2, \"meeting\": {' \
         WHERE title IN ('Broken and public', 'Broken and waiting'); \
         UPDATE revisions SET details = '{\"format\": 99, \"meeting\": {}}' WHERE title = 'Of a newer version'; \
         UPDATE groups SET details = 'no group' WHERE slug = (SELECT min(slug) FROM groups WHERE slug <> 'dccg'); \
         UPDATE topics SET details = 'no topic' WHERE slug = (SELECT min(slug) FROM topics)",
    );

    world.program = Program::serve(&[("DATABASE__URL", database)], &[]);
    world.reader = world.program.visitor();
    let base = world.program.base.clone();
    world.desk = world.desk.at(&base);
    assert_eq!(world.public(&good).await, 200);
    assert_eq!(world.public(&broken).await, 404);
    assert_eq!(world.public(&newer).await, 404);
    world.reads_go_on(12).await;
    for path in ["/en/groups", "/en/post", "/en/past"] {
        assert_eq!(world.reader.get(path).await.status, 200, "{path}");
    }
    let log = world.program.log();
    let queue = world.desk.get("/desk").await;
    assert_eq!(queue.status, 200, "{}", queue.text);
    for meeting in [&broken, &newer] {
        assert!(
            names(&log, meeting) || named_by_revision(database, &log, meeting),
            "the log: {log}"
        );
        assert!(
            names(&queue.text, meeting),
            "the desk names {}",
            meeting.reference
        );
    }
    assert!(names(&queue.text, &waiting), "what waits is named");

    // The others go on, and what is broken can be taken off.
    world.publish("Published beside what is broken").await;
    let page = world
        .desk
        .get(&format!("/desk/meetings/{}", broken.id))
        .await;
    assert_eq!(page.status, 200, "{}", page.text);
    let page = world.withdraw(&broken, "It cannot be read").await;
    assert_eq!(page.status, 200, "{}", page.text);
    eventually("the desk names it no more", async || {
        !names(&world.desk.get("/desk").await.text, &broken)
    })
    .await;
    is_checked(database);
}

/// `check` names each damaged row.
fn is_checked(database: &str) {
    let ended = program::run(&[("DATABASE__URL", database)], &["check"]);
    assert_eq!(ended.code, Some(1), "{}{}", ended.said, ended.complained);
    let query = "SELECT id AS value FROM revisions WHERE details LIKE '%\"format\": 99%' \
                 OR details LIKE '%\"meeting\": {' \
                 UNION SELECT slug AS value FROM groups WHERE details = 'no group' \
                 UNION SELECT slug AS value FROM topics WHERE details = 'no topic'";
    let damaged = texts(database, query);
    assert_eq!(damaged.len(), 5);
    for id in damaged {
        assert!(ended.said.contains(&id), "{id} in {}", ended.said);
    }
}

/// The log may name the revision that cannot be read, in place of its meeting.
fn named_by_revision(database: &str, log: &str, meeting: &Meeting) -> bool {
    let id = &meeting.id;
    let query = format!("SELECT id AS value FROM revisions WHERE meeting_id = '{id}'");
    texts(database, &query)
        .iter()
        .any(|revision| log.contains(revision))
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_damaged_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    damaged_rows_are_left_out(&folder.path().join("calendar.sqlite").display().to_string()).await;
    told(
        12,
        "three revisions, a group and a topic damaged on SQLite: left out and named",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_damaged_on_postgres() {
    damaged_rows_are_left_out(&postgres::new_database()).await;
    told(
        12,
        "three revisions, a group and a topic damaged on PostgreSQL: left out and named",
    );
}
