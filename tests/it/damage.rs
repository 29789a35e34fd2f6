//! Rows and documents that cannot be read: what they say is left out and named, everything else goes
//! on, and the desk can still decide.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, TestApp, Visitor};
use crate::support::database::{texts, unwatched};
use crate::support::meetings::{SEED, with};
use crate::support::program::{self, Program};
use igf_calendar::acts::Actor;
use igf_calendar::import::{GROUPS_FILE, TOPICS_FILE, read_groups, read_topics};
use igf_calendar::store::Store;
use std::time::Duration;

/// Writes other words in the place of what a meeting's newest revision says.
fn overwrite(app: &TestApp, meeting: &str, document: &str) {
    let newest = format!(
        "(SELECT id FROM revisions WHERE meeting_id = '{meeting}' ORDER BY number DESC LIMIT 1)"
    );
    let statement = format!("UPDATE revisions SET details = '{document}' WHERE id = {newest}");
    unwatched(&app.database, &statement);
}

fn reference(app: &TestApp, meeting: &str) -> String {
    let query = format!("SELECT reference AS value FROM meetings WHERE id = '{meeting}'");
    texts(&app.database, &query).remove(0)
}

async fn status(reader: &Visitor, meeting: &str) -> u16 {
    reader
        .get(&format!("/en/meetings/{meeting}"))
        .await
        .status
        .as_u16()
}

const BROKEN: &str = r#"{"format":2,"meeting":{"title":"<b onclick=x>Broken"#;

on_both_databases! {
    async fn a_damaged_revision_is_left_out_and_the_desk_takes_it_off(app: TestApp) {
        let damaged = app.publish(SEED).await;
        let whole = app.publish(SEED).await;
        overwrite(&app, &damaged, BROKEN);
        let reference = reference(&app, &damaged);

        let again = app.beside_at(ANNOUNCED).await;
        assert_eq!((status(&again.reader, &damaged).await, status(&again.reader, &whole).await), (404, 200));
        assert!(again.reader.get("/calendar.ics").await.text.contains(&whole));
        let desk = again.secretary("Anja").await;
        let queue = desk.get("/desk").await;
        let left_out = queue.texts("section[aria-labelledby=left-out]").join(" ");
        assert!(left_out.contains(&reference) && left_out.contains("igf-calendar check"), "{left_out}");
        assert!(!left_out.contains("newer version"), "{left_out}");
        for language in ["ar", "es", "fr", "ru", "zh"] {
            desk.get(&format!("/{language}/")).await;
            let words = desk.get_with("/desk", &[("accept-language", language)]).await.words();
            assert!(words.contains(&reference), "{language}: {words}");
        }

        let page = desk.get(&format!("/desk/meetings/{damaged}")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert!(page.words().contains("EOF while parsing"), "{}", page.words());
        assert_eq!(page.texts("pre"), [BROKEN]);
        assert!(page.texts("b").is_empty(), "what is stored is shown as text");
        assert!(page.texts("form.decide").is_empty(), "nothing waits");
        // To be told why, as with any other.
        let path = format!("/desk/meetings/{damaged}/withdraw");
        let unsaid = desk.post(&path, &[("withdraw_reason", "")]).await;
        assert_eq!(unsaid.status, 422);
        let withdrawn = desk.post(&path, &[("withdraw_reason", "It is damaged")]).await;
        assert_eq!(withdrawn.status, 200, "{}", withdrawn.text);
        let told = "SELECT payload AS value FROM outbox WHERE kind = 'withdrawn'";
        let told = texts(&app.database, told);
        assert!(told.len() == 1 && told[0].contains("It is damaged"), "{told:?}");
        assert!(desk.get("/desk").await.texts("#left-out").is_empty(), "nothing is left out any more");
        let faults = app.store.check().expect("an answer");
        assert_eq!(faults.len(), 1, "the document itself stays as it is: {faults:?}");
    }

    /// Whoever runs already follows past it.
    async fn a_damaged_revision_does_not_stop_those_who_follow(app: TestApp) {
        let other = app.beside_at(ANNOUNCED).await;
        app.post_meeting(SEED).await;
        let (damaged, revision) = app.waiting().remove(0);
        // Approved by the one and read by the other after it was damaged.
        let desk = app.secretary("Anja").await;
        desk.decide(&revision, "approved", "").await;
        overwrite(&app, &damaged, r#"{"format":77,"meeting":{}}"#);
        unwatched(&app.database, "INSERT INTO changes VALUES (1000, 'weather', 'rain', NULL, 0, CURRENT_TIMESTAMP, \
                                  CURRENT_TIMESTAMP, NULL); UPDATE change_counter SET seq = 1000");
        let whole = app.publish(SEED).await;
        let mut seen = 0;
        for _ in 0..150 {
            seen = status(&other.reader, &whole).await;
            if seen == 200 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(seen, 200, "it follows");
        let again = app.beside_at(ANNOUNCED).await;
        assert_eq!((status(&again.reader, &damaged).await, status(&again.reader, &whole).await), (404, 200));
        let queue = again.secretary("Anja").await.get("/desk").await;
        let words = queue.texts("section[aria-labelledby=left-out]").join(" ");
        assert!(words.contains("A newer version of the calendar wrote it"), "{words}");
        assert!(words.contains("Change 1000 of the log"), "{words}");
    }

    async fn what_waits_and_cannot_be_read_is_rejected(app: TestApp) {
        app.post_meeting(SEED).await;
        app.post_meeting(SEED).await;
        let (damaged, revision) = app.waiting().remove(0);
        overwrite(&app, &damaged, "no document");
        let desk = app.secretary("Anja").await;
        let queue = desk.get("/desk").await;
        assert_eq!(queue.texts(".pick .badge.stop"), ["Cannot be read"]);
        assert_eq!(queue.attributes(".pick h3 a", "href").len(), 2, "the other one is there as well");
        let page = desk.get(&format!("/desk/meetings/{damaged}")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert!(page.attributes("button", "value").iter().all(|value| value != "approved"));
        let forced = desk.decide(&revision, "approved", "").await;
        assert_eq!(forced.status, 409, "{}", forced.text);
        assert!(forced.words().contains("cannot be approved"), "{}", forced.words());
        let unsaid = desk.decide(&revision, "rejected", "").await;
        assert_eq!(unsaid.status, 422, "{}", unsaid.text);
        let rejected = desk.decide(&revision, "rejected", "Please send it again").await;
        assert_eq!((rejected.status.as_u16(), rejected.path.as_str()), (200, "/desk"));
        let told = texts(&app.database, "SELECT payload AS value FROM outbox WHERE kind = 'rejected'");
        assert!(told.len() == 1 && told[0].contains("Please send it again"), "{told:?}");
        assert_eq!(app.waiting().len(), 1);
    }

    /// Nobody reads it any more, so nobody misses it.
    async fn an_old_revision_that_cannot_be_read_stops_nothing(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let edit = confirmation.attributes("#edit-address", "value").remove(0);
        let (meeting, revision) = app.waiting().remove(0);
        let desk = app.secretary("Anja").await;
        desk.decide(&revision, "approved", "").await;
        let change = |title: &'static str| {
            let (reader, edit) = (app.reader.clone(), edit.clone());
            async move {
                let check = reader.post(&edit, &[]).await;
                let draft = check.path.trim_end_matches("/check").to_owned();
                let saved = reader.post(&format!("{draft}/who"), &with(SEED, &[("title", title)])).await;
                assert_eq!(saved.status, 200, "{}", saved.text);
                let sent = reader.post(&format!("{draft}/send"), &[]).await;
                assert!(sent.path.ends_with("/sent"), "{}: {}", sent.path, sent.text);
            }
        };
        change("Another title").await;
        let (_, revision) = app.waiting().remove(0);
        desk.decide(&revision, "rejected", "No").await;
        overwrite(&app, &meeting, "x");
        assert_eq!(app.reader.get(&edit).await.status, 200);
        assert_eq!(desk.get(&format!("/desk/meetings/{meeting}")).await.status, 200);
        change("A third title").await;
        let (_, revision) = app.waiting().remove(0);
        desk.decide(&revision, "approved", "").await;
        let page = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(page.words().contains("A third title"), "{}", page.words());
    }

    async fn a_damaged_group_or_topic_is_left_out_until_it_is_imported_again(app: TestApp) {
        let topics = || read_topics(TOPICS_FILE).expect("topics");
        app.acts.import_topics(&Actor::Importer, topics()).expect("an import");
        let meeting = app.publish(SEED).await;
        unwatched(&app.database, "UPDATE groups SET details = '{' WHERE slug = 'dccg'; \
                                  UPDATE topics SET details = '[]' WHERE slug = (SELECT min(slug) FROM topics)");
        let settings = [("DATABASE__URL", app.database.as_str()), ("CALENDAR__FOLLOW_SECONDS", "1")];
        let again = Program::serve(&settings, &[]);
        let reader = again.visitor();
        assert_eq!(status(&reader, &meeting).await, 200);
        assert_eq!(reader.get("/en/groups").await.status, 200);
        assert_eq!(reader.get("/en/groups/dccg").await.status, 404);
        let invited = program::run(&settings, &["admin", "invite", "anja@example.org"]);
        let way = invited.said.trim().rsplit_once("/desk/enter/").expect("an address").1.to_owned();
        let desk = again.visitor();
        desk.post(&format!("/desk/enter/{way}"), &[("name", "Anja")]).await;
        let names = desk.get("/desk").await.texts("section[aria-labelledby=left-out] h3");
        assert_eq!(names.len(), 2, "{names:?}");
        assert_eq!(names[0], "Group dccg");

        let mut groups = read_groups(GROUPS_FILE).expect("groups");
        groups.groups.retain(|group| group.slug.as_str() == "dccg");
        app.acts.import_groups(&Actor::Importer, groups).expect("an import");
        app.acts.import_topics(&Actor::Importer, topics()).expect("an import");
        for _ in 0..150 {
            if desk.get("/desk").await.texts("#left-out").is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(reader.get("/en/groups/dccg").await.status, 200);
        assert!(app.store.check().expect("an answer").is_empty());
    }
}

/// Named when it is found, and not with every look at the log.
#[tokio::test(flavor = "multi_thread")]
async fn damage_is_named_once_in_the_log() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calendar.sqlite").display().to_string();
    drop(Store::open(&file).expect("a store"));
    let settings = [
        ("DATABASE__URL", file.as_str()),
        ("CALENDAR__FOLLOW_SECONDS", "1"),
    ];
    let mut server = Program::serve(&settings, &[]);
    server.signal("TERM");
    server.wait();
    unwatched(&file, "UPDATE groups SET details = 'x' WHERE slug = 'dccg'");
    let server = Program::serve(&settings, &[]);
    tokio::time::sleep(Duration::from_millis(3500)).await;
    assert_eq!(server.visitor().get("/en/groups").await.status, 200);
    let log = server.log();
    let lines: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("left out of the calendar"))
        .collect();
    assert!(lines.len() == 1 && lines[0].contains("group dccg"), "{log}");
}
