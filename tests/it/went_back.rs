//! A database that went back to an earlier state under a running server: after a failover to a standby
//! that lagged behind, or because an older copy was laid in its place. What is shown is what it holds,
//! and nothing is acknowledged that it does not hold.

use crate::on_both_databases;
use crate::support::app::{TestApp, Visitor};
use crate::support::database::{execute, texts, unwatched};
use crate::support::meetings::{SEED, with};
use crate::support::program::Program;
use igf_calendar::store::Store;
use serde_json::Value;
use std::time::Duration;

/// Takes what was published after a number of the change log back, in the tables themselves, so that it
/// waits for a decision again. Each must have been published for the first time.
fn go_back(database: &str, seq: i64) {
    let gone = format!("(SELECT revision_id FROM changes WHERE seq > {seq})");
    let statements = format!(
        "BEGIN; DELETE FROM outbox WHERE review_id IS NOT NULL AND revision_id IN {gone}; \
         DELETE FROM reviews WHERE revision_id IN {gone}; \
         UPDATE meetings SET pending_revision = published_revision, published_revision = NULL \
             WHERE published_revision IN {gone}; \
         DELETE FROM changes WHERE seq > {seq}; \
         UPDATE change_counter SET seq = {seq}; COMMIT"
    );
    unwatched(database, &statements);
}

fn assert_whole(store: &Store) {
    let faults = store.check().expect("an answer");
    let words: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(words.is_empty(), "{words:#?}");
}

fn page(meeting: &str) -> String {
    format!("/en/meetings/{meeting}")
}

/// Waits for a status for as long as a server takes to follow the log twice.
async fn until(reader: &Visitor, path: &str, status: u16) {
    for _ in 0..150 {
        if reader.get(path).await.status == status {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{path} does not come to {status}");
}

/// An answer of the interface for programs.
async fn told(app: &TestApp, path: &str) -> Value {
    let page = app.reader.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    serde_json::from_str(&page.text).expect("JSON")
}

/// Lets somebody of the desk approve what waits of a meeting.
async fn approve(app: &TestApp, desk: &Visitor, meeting: &str) {
    let waiting = app.waiting();
    let (_, revision) = waiting
        .iter()
        .find(|(id, _)| id == meeting)
        .expect("it waits");
    let decided = desk.decide(revision, "approved", "").await;
    assert_eq!(decided.path, "/desk", "{}", decided.text);
}

on_both_databases! {
    /// Five were published, the database forgets four: they are gone within a look at the log, and
    /// approved again they are there at once.
    async fn what_a_database_forgot_is_gone_and_what_it_learns_is_shown(app: TestApp) {
        let mut meetings = Vec::new();
        for _ in 0..5 {
            meetings.push(app.publish(SEED).await);
        }
        let feed = app.reader.get("/calendar.ics").await;
        let tag = feed.header("etag").to_owned();
        let own = format!("/meetings/{}.ics", meetings[4]);
        assert_eq!(app.reader.get(&own).await.status, 200);
        let end = app.store.seq().expect("the log's end");
        go_back(&app.database, end - 4);
        assert_whole(&app.store);

        until(&app.reader, &page(&meetings[4]), 404).await;
        assert_eq!(app.reader.get(&page(&meetings[0])).await.status, 200);
        assert_eq!(app.reader.get(&own).await.status, 404);
        let feed = app.reader.get_with("/calendar.ics", &[("if-none-match", &tag)]).await;
        assert_eq!(feed.status, 200);
        assert!(feed.text.contains(&meetings[0]) && !feed.text.contains(&meetings[1]), "{}", feed.text);

        let desk = app.secretary("Anja").await;
        // In another order than before: each takes a number that another one had.
        for meeting in meetings[1..].iter().rev() {
            approve(&app, &desk, meeting).await;
            assert_eq!(app.reader.get(&page(meeting)).await.status, 200);
            let feed = app.reader.get("/calendar.ics").await;
            assert!(feed.text.contains(meeting.as_str()), "{}", feed.text);
        }
        assert_eq!(app.store.seq().expect("the log's end"), end);
        assert_whole(&app.store);
    }

    /// The log is as long as before by the time that anybody looks.
    async fn another_change_under_the_same_number_is_noticed_by_the_act_itself(app: TestApp) {
        let first = app.publish(SEED).await;
        let second = app.publish(SEED).await;
        app.post_meeting(SEED).await;
        let desk = app.secretary("Anja").await;
        let end = app.store.seq().expect("the log's end");
        let waiting = app.waiting();
        let third = &waiting.last().expect("it waits").0;
        go_back(&app.database, end - 1);
        approve(&app, &desk, third).await;
        assert_eq!(app.store.seq().expect("the log's end"), end);
        let statuses = [&first, &second, third].map(|meeting| {
            let (reader, path) = (app.reader.clone(), page(meeting));
            async move { reader.get(&path).await.status.as_u16() }
        });
        let [first, second, third] = statuses;
        assert_eq!((first.await, second.await, third.await), (200, 404, 200));
    }

    /// Programs that keep a copy: their numbers are those of other changes now.
    async fn whoever_knows_what_the_database_forgot_is_told_to_begin_anew(app: TestApp) {
        let kept = app.publish(SEED).await;
        let first = told(&app, "/api/v1/changes").await["since"].clone();
        let first = format!("/api/v1/changes?since={}", first.as_str().expect("a place"));
        let forgotten = [app.publish(SEED).await, app.publish(SEED).await];
        let page = told(&app, &format!("{first}&limit=1")).await;
        let next = page["next"].as_str().expect("another page");
        let last = page["since"].as_str().expect("a place");
        let last = format!("/api/v1/changes?since={last}");
        assert_eq!(app.reader.get(next).await.status, 200);
        assert_eq!(told(&app, &last).await["changes"].as_array().map(Vec::len), Some(0));

        let end = app.store.seq().expect("the log's end");
        go_back(&app.database, end - 2);
        let desk = app.secretary("Anja").await;
        for meeting in forgotten.iter().rev() {
            approve(&app, &desk, meeting).await;
        }
        assert_eq!(app.store.seq().expect("the log's end"), end);
        for path in [next, &last] {
            let page = app.reader.get(path).await;
            assert_eq!(page.status, 410, "{path}: {}", page.text);
            assert!(page.text.contains("/api/v1/#resync"), "{}", page.text);
        }
        let news = told(&app, &first).await;
        let ids: Vec<_> = news["changes"].as_array().expect("a list").iter()
            .map(|change| change["meeting_id"].as_str().expect("an id"))
            .collect();
        assert_eq!(ids, [forgotten[1].as_str(), forgotten[0].as_str()]);
        let all = told(&app, "/api/v1/changes?since=0").await;
        assert_eq!(all["changes"][0]["meeting_id"], kept.as_str());
    }

    /// All of it is gone: an empty database that somebody laid by mistake.
    async fn a_database_that_forgot_everything_shows_nothing(app: TestApp) {
        let meeting = app.publish(SEED).await;
        go_back(&app.database, 0);
        until(&app.reader, &page(&meeting), 404).await;
        assert_eq!(app.reader.get("/en/groups").await.status, 200);
        let desk = app.secretary("Anja").await;
        approve(&app, &desk, &meeting).await;
        assert_eq!(app.reader.get(&page(&meeting)).await.status, 200);
    }
}

/// A copy as a backup makes it.
fn copy(database: &str, name: &str) -> String {
    let copy = format!("{database}.{name}");
    execute(database, &format!("VACUUM INTO '{copy}'")).expect("a copy");
    copy
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_copy_in_the_place_of_the_file_is_opened() {
    let app = TestApp::on_sqlite().await;
    let kept = app.publish(SEED).await;
    let older = copy(&app.database, "older");
    let lost = app.publish(SEED).await;
    std::fs::rename(&older, &app.database).expect("it is laid in place");
    until(&app.reader, &page(&lost), 404).await;
    assert_eq!(app.reader.get(&page(&kept)).await.status, 200);
    assert_eq!(app.reader.get("/readyz").await.status, 200);

    let meeting = app.publish(SEED).await;
    assert_eq!(app.reader.get(&page(&meeting)).await.status, 200);
    // Whoever opens the file by its name finds what was acknowledged.
    let file = Store::open(&app.database).expect("a store");
    let published = file.published_since(0).expect("the log").meetings;
    let mut ids: Vec<String> = published.iter().map(|one| one.id.to_string()).collect();
    let mut expected = vec![kept, meeting];
    ids.sort();
    expected.sort();
    assert_eq!(ids, expected);
    assert_whole(&file);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_that_went_into_a_file_that_is_gone() {
    let app = TestApp::on_sqlite().await;
    for round in 0..5 {
        let older = copy(&app.database, &round.to_string());
        let posters: Vec<_> = (0..4)
            .map(|_| {
                let visitor = app.visitor();
                tokio::spawn(async move {
                    let mut drafts = Vec::new();
                    for _ in 0..25 {
                        let began = std::time::Instant::now();
                        let taken = visitor.post_at_once("/en/post", SEED).await;
                        match taken.status.as_u16() {
                            303 => drafts.push((began, taken.header("location").to_owned())),
                            503 => {}
                            other => panic!("{other}: {}", taken.text),
                        }
                    }
                    drafts
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(60)).await;
        std::fs::rename(&older, &app.database).expect("it is laid in place");
        let replaced = std::time::Instant::now();
        let mut after = 0;
        for poster in posters {
            for (began, path) in poster.await.expect("no panic") {
                if began > replaced {
                    after += 1;
                    assert_eq!(app.reader.get(&path).await.status, 200, "{path} is lost");
                }
            }
        }
        assert!(after > 0, "somebody posted after it");
        assert_whole(&Store::open(&app.database).expect("a store"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_calendar_is_not_taken() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let (whole, away) = (
        copy(&app.database, "whole"),
        format!("{}.away", app.database),
    );
    std::fs::rename(&app.database, &away).expect("it goes");
    let octets = std::fs::read(&whole).expect("a copy");
    let foreign = format!("{}.foreign", app.database);
    execute(&foreign, "CREATE TABLE songs (title TEXT)").expect("a database of something else");
    let newer = copy(&whole, "newer");
    let step = "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')";
    execute(&newer, step).expect("a step from the future");
    for other in [
        Vec::new(),
        b"no database at all".to_vec(),
        octets[..octets.len() / 2].to_vec(),
        std::fs::read(&foreign).expect("it"),
        std::fs::read(&newer).expect("it"),
    ] {
        std::fs::write(&app.database, &other).expect("another in its place");
        let posted = app.reader.post("/en/post", SEED).await;
        assert_eq!(posted.status, 503, "{} octets", other.len());
        assert_eq!(app.reader.get("/readyz").await.status, 503);
        assert_eq!(app.reader.get(&page(&meeting)).await.status, 200);
        let now = std::fs::read(&app.database).expect("it");
        assert!(now == other, "it was not touched");
        std::fs::remove_file(&app.database).expect("it goes");
    }
    std::fs::rename(&whole, &app.database).expect("a whole one");
    assert_eq!(app.reader.get("/readyz").await.status, 200);
    app.publish(SEED).await;
    assert_whole(&app.store);
}

/// The program itself: a file that is taken away, a copy in its place, and a terminal that goes.
#[tokio::test(flavor = "multi_thread")]
async fn the_program_outlives_what_becomes_of_its_file() {
    let mut server = Program::serve(&[("DATABASE__URL", "calendar.sqlite")], &[]);
    let file = server.folder().join("calendar.sqlite");
    let name = file.display().to_string();
    let reader = server.visitor();
    let older = copy(&name, "older");
    let title = [("title", "Typed before")];
    let year = chrono::Datelike::year(&chrono::Utc::now()) + 1;
    let year = year.to_string();
    let typed = with(SEED, &[("start_year", &year)]);
    assert_eq!(reader.post("/en/post", &title).await.status, 200);
    server.signal("HUP");
    server.wait_until(|server| server.log().contains("SIGHUP"));

    let away = format!("{name}.away");
    std::fs::rename(&file, &away).expect("it goes");
    assert_eq!(reader.post("/en/post", &typed).await.status, 503);
    assert_eq!(reader.get("/readyz").await.status, 503);
    assert_eq!(reader.get("/en/").await.status, 200);
    assert!(!file.exists(), "no empty one is made");
    std::fs::rename(&older, &file).expect("a copy comes");
    assert_eq!(reader.get("/readyz").await.status, 200);
    let check = reader.post("/en/post", &typed).await;
    assert!(check.path.ends_with("/check"), "{}", check.path);
    assert!(
        server
            .log()
            .contains("another file was laid in the place of the database")
    );
    server.kill();
    let kept = texts(&name, "SELECT count(*) || '' AS value FROM drafts");
    assert_eq!(
        kept,
        ["1"],
        "what was acknowledged is in the file that lies there"
    );
    assert_whole(&Store::open(&name).expect("a store"));
}
