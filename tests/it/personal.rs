//! What is kept about people: for how long, as a copy that they may have, and how it is taken away. What
//! was said and decided stays whole through all of it.

use crate::on_both_databases;
use crate::support::app::{TestApp, Visitor};
use crate::support::database::{execute, texts};
use crate::support::meetings::{SEED, with};
use crate::support::posted::Posted;
use crate::support::program::run;
use chrono::{DateTime, TimeDelta, Utc};
use igf_calendar::acts::{Actor, Acts, Undelivered};
use igf_calendar::clock::Clock;
use igf_calendar::domain::web_url::EmailAddress;
use igf_calendar::domain::{LanguageTag, Role};
use igf_calendar::settings::{RetentionSettings, Settings};
use igf_calendar::store::Retained;
use igf_calendar::store::copy::TABLES;
use serde_json::Value;
use std::collections::BTreeSet;

const HERS: &str = "ana@dynamic.example.org";
const TITLE: &str = "DC Coordination Group, Virtual Meeting XXV";

fn address() -> EmailAddress {
    EmailAddress::parse(HERS).expect("an address")
}

fn defaults() -> RetentionSettings {
    Settings::defaults().expect("the defaults").retention
}

fn acts_at(app: &TestApp, now: DateTime<Utc>) -> Acts {
    Acts::new(app.store.clone(), Clock::Fixed(now))
}

/// What a server takes away that was at work on each of the last days before a day.
fn retain_on(app: &TestApp, day: i64) -> Retained {
    for before in (0..=141).rev() {
        let acts = acts_at(app, app.now + TimeDelta::days(day - before));
        acts.sweep(&Actor::System).expect("an act");
    }
    let acts = acts_at(app, app.now + TimeDelta::days(day));
    acts.retain(&Actor::System, &defaults()).expect("an act")
}

/// Every place in the database where a word stands, as `table.column`.
fn places_of(app: &TestApp, word: &str) -> Vec<String> {
    let mut places = Vec::new();
    for table in TABLES {
        for column in table.columns {
            let query = format!(
                "SELECT CAST({column} AS TEXT) AS value FROM {table} \
                 WHERE lower(CAST({column} AS TEXT)) LIKE '%{word}%'",
                column = column.name,
                table = table.name
            );
            let found = texts(&app.database, &query).len();
            places.extend((0..found).map(|_| format!("{}.{}", table.name, column.name)));
        }
    }
    places
}

async fn enter(app: &TestApp, address: &str, name: &str) -> Visitor {
    let invitation = app.invite(address, Role::Administrator);
    let desk = app.visitor();
    let path = format!("/desk/enter/{}", invitation.secret());
    assert_eq!(desk.post(&path, &[("name", name)]).await.path, "/desk");
    desk
}

on_both_databases! {
    /// Two years after a meeting nobody is named any more as who posted it; all else stays.
    async fn names_of_posters_go_after_two_years(app: TestApp) {
        let posted = Posted::publish(&app, SEED).await;
        let waits = with(SEED, &[("title", "One that waits"), ("poster_name", "Luis Example")]);
        app.post_meeting(&waits).await;
        let page = posted.page(&app).await;
        let feed = app.reader.get("/calendar.ics").await;
        assert_eq!(retain_on(&app, 728).posters, 0);
        // The meeting was a week later than the entry.
        assert_eq!(retain_on(&app, 737).posters, 0);
        assert_eq!(retain_on(&app, 740).posters, 1);
        assert_eq!(retain_on(&app, 741), Retained::default(), "once");

        let names = "SELECT poster_name || ' ' || poster_email AS value FROM revisions";
        let mut names = texts(&app.database, names);
        names.sort();
        assert_eq!(names, [format!("Luis Example {HERS}"), "[erased] erased@erased.invalid".to_owned()]);
        assert!(app.store.check().expect("an answer").is_empty());
        assert_eq!(posted.page(&app).await.words(), page.words());
        assert_eq!(app.reader.get("/calendar.ics").await.text, feed.text);
        let restarted = app.beside_at(NOW).await;
        assert_eq!(posted.page(&restarted).await.words(), page.words(), "read anew");
        // Sessions of two years ago have ended.
        let secretary = app.secretary("Anja").await;
        let desk = secretary.get(&format!("/desk/meetings/{}", posted.id)).await;
        assert!(desk.words().contains("name removed"), "{}", desk.words());
        assert!(!desk.text.contains("erased.invalid"), "{}", desk.text);

        // Whoever still has the private address gives their name anew, and is told again.
        let change = posted.press(&app, &[("page", "who")]).await;
        assert_eq!(change.attributes("#poster_name", "value"), [""]);
        assert_eq!(change.attributes("#poster_email", "value"), [""]);
        // The desk takes it off: there is nobody to be told.
        let letters = || texts(&app.database, "SELECT id AS value FROM outbox").len();
        let before = letters();
        let path = format!("/desk/meetings/{}/withdraw", posted.id);
        let off = secretary.post(&path, &[("withdraw_reason", "Off")]).await;
        assert_eq!(off.status, 200, "{}", off.words());
        assert_eq!(posted.page(&app).await.status, 404);
        assert_eq!(letters(), before);
    }

    /// A clock that jumps years ahead takes nothing away.
    async fn a_clock_that_jumps_takes_nothing_away(app: TestApp) {
        Posted::publish(&app, SEED).await;
        for hours in [0, 1, 30, 60] {
            let acts = acts_at(&app, app.now + TimeDelta::days(1500) + TimeDelta::hours(hours));
            acts.sweep(&Actor::System).expect("an act");
            let taken = acts.retain(&Actor::System, &defaults()).expect("an act");
            assert_eq!(taken, Retained::default(), "{hours} h");
        }
        assert!(app.acts.retain(&Actor::Anyone, &defaults()).is_err());
    }

    /// Half a year after a letter was sent, nothing tells to whom.
    async fn letters_name_nobody_after_half_a_year(app: TestApp) {
        app.post_meeting(SEED).await;
        app.acts.send_ways_back(&address(), &LanguageTag::english()).expect("an act");
        while let Some(delivery) = app.acts.next_delivery().expect("an act") {
            app.acts.delivered(&delivery).expect("an act");
        }
        assert_eq!(retain_on(&app, 179).letters, 0);
        assert_eq!(retain_on(&app, 183).letters, 2);
        let left = places_of(&app, HERS);
        assert_eq!(left, ["revisions.poster_email"], "{left:?}");
        assert!(app.store.check().expect("an answer").is_empty());
        let desk = app.secretary("Anja").await;
        assert_eq!(desk.get("/desk/mail").await.status, 200);
    }

    /// What was said is still nobody's to rewrite; only whose it was can be taken away.
    async fn nothing_but_a_name_can_be_taken_away(app: TestApp) {
        app.post_meeting(SEED).await;
        for refused in [
            "UPDATE revisions SET title = 'Other'",
            "UPDATE revisions SET poster_name = 'Other'",
            "UPDATE revisions SET poster_email = 'other@example.org'",
            "UPDATE revisions SET poster_email = 'erased@erased.invalid'",
            "UPDATE revisions SET poster_name = '[erased]', poster_email = 'erased@erased.invalid', title = 'x'",
            "UPDATE revisions SET poster_name = '[erased]', poster_email = 'erased@erased.invalid', details = '{}'",
            "UPDATE revisions SET poster_name = '[erased]', poster_email = 'erased@erased.invalid', language = NULL",
            "DELETE FROM revisions",
        ] {
            execute(&app.database, refused).expect_err(refused);
        }
        let taken = "UPDATE revisions SET poster_name = '[erased]', poster_email = 'erased@erased.invalid'";
        execute(&app.database, taken).expect("it may be taken away");
        assert!(app.store.check().expect("an answer").is_empty());
    }

    /// A copy holds all that is kept, and nothing of anybody else.
    async fn somebody_gets_a_copy_of_all_that_is_kept(app: TestApp) {
        let posted = Posted::publish(&app, SEED).await;
        app.post_meeting(&with(SEED, &[("title", "Somebody else's"), ("poster_email", "luis@example.org")])).await;
        app.reader.post("/en/post", &with(SEED, &[("title", "Half typed")])).await;
        let desk = enter(&app, "ANA@dynamic.example.org", "Ana").await;
        let file = desk.post("/desk/personal/export", &[("email", " Ana@dynamic.example.org ")]).await;
        assert_eq!(file.header("content-type"), "application/json");
        assert_eq!(file.header("cache-control"), "no-store");
        assert!(file.header("content-disposition").contains("attachment"));
        let data: Value = serde_json::from_str(&file.text).expect("JSON");
        let entries = data["entries"].as_array().expect("a list");
        assert_eq!(entries.len(), 1);
        assert_eq!((&entries[0]["is_public"], &entries[0]["verdict"]), (&Value::Bool(true), &"approved".into()));
        assert_eq!((&entries[0]["name"], &entries[0]["address"]), (&"Ana Example".into(), &HERS.into()));
        assert!(entries[0]["says"].to_string().contains(TITLE), "{}", entries[0]);
        let drafts = data["drafts"].as_array().expect("a list");
        assert_eq!(drafts.len(), 2, "what was sent, and what was not");
        let kinds: Vec<&Value> = data["letters"].as_array().expect("a list").iter().map(|one| &one["kind"]).collect();
        assert_eq!(kinds, ["received", "published"]);
        assert_eq!(data["person"]["name"], "Ana");
        assert_eq!(data["person"]["sessions"].as_array().expect("a list").len(), 1);
        let acts: Vec<&Value> = data["deeds"].as_array().expect("a list").iter().map(|one| &one["act"]).collect();
        assert!(acts.contains(&&"enter".into()), "{acts:?}");
        assert!(!file.text.contains("luis@example.org") && !file.text.contains("Somebody else"), "{}", file.text);

        let wrong = posted.desk.post("/desk/personal/export", &[("email", "ana@")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.attributes("#export-email", "value"), ["ana@"]);
        let outside = app.visitor().post("/desk/personal/export", &[("email", HERS)]).await;
        assert_eq!(outside.status, 401);
        let asked = "SELECT act AS value FROM audit WHERE act = 'export'";
        assert_eq!(texts(&app.database, asked).len(), 1);

        let settings = [("DATABASE__URL", app.database.as_str())];
        let printed = run(&settings, &["admin", "export", HERS]);
        assert_eq!(printed.code, Some(0), "{}", printed.complained);
        let printed: Value = serde_json::from_str(&printed.said).expect("JSON");
        assert_eq!(printed["entries"], data["entries"]);
        let refused = run(&settings, &["admin", "export", "nobody"]);
        assert_eq!(refused.code, Some(2));
    }

    /// Erased is erased: the address stands nowhere any more, and everything else is whole.
    async fn somebody_is_erased_from_everywhere(app: TestApp) {
        let posted = Posted::publish(&app, SEED).await;
        app.post_meeting(&with(SEED, &[("title", "One that waits")])).await;
        app.post_meeting(&with(SEED, &[("title", "Of another"), ("poster_email", "luis@example.org"), ("poster_name", "Luis")])).await;
        app.reader.post("/en/post", &with(SEED, &[("title", "Half typed")])).await;
        let change = posted.desk.post(&format!("/desk/meetings/{}/edit", posted.id), &[]).await;
        app.acts.send_ways_back(&address(), &LanguageTag::english()).expect("an act");
        let hers = enter(&app, HERS, "Ana Example").await;
        app.invite(HERS, Role::Administrator);
        let delivery = app.acts.next_delivery().expect("an act").expect("a letter");
        let why = Undelivered { problem: format!("550 <{HERS}> unknown"), is_refused: true };
        app.acts.not_delivered(&delivery, &why).expect("an act");
        assert!(places_of(&app, HERS).len() > 8, "{:?}", places_of(&app, HERS));
        let (page, feed) = (posted.page(&app).await, app.reader.get("/calendar.ics").await);

        let typed = posted.desk.post("/desk/personal/erase", &[("email", HERS), ("again", "other@example.org")]).await;
        assert_eq!(typed.status, 422);
        assert!(!places_of(&app, HERS).is_empty(), "not without being sure");
        let form = [("email", HERS), ("again", "Ana@Dynamic.example.org")];
        let done = posted.desk.post("/desk/personal/erase", &form).await;
        assert_eq!(done.status, 200);
        assert!(done.words().contains("Name and address were replaced. Entries 2 Forms 4 Letters 4"), "{}", done.words());
        assert_eq!(places_of(&app, HERS), Vec::<String>::new());
        assert_eq!(places_of(&app, "ana example"), Vec::<String>::new());
        assert!(!places_of(&app, "luis@example.org").is_empty());

        assert!(app.store.check().expect("an answer").is_empty());
        assert_eq!(posted.page(&app).await.words(), page.words());
        assert_eq!(app.reader.get("/calendar.ics").await.text, feed.text);
        assert_eq!(hers.get("/desk").await.status, 401, "her session has ended");
        assert_eq!(app.visitor().get(&posted.edit).await.status, 404, "so has her private address");
        assert!(app.acts.next_delivery().expect("an act").is_none_or(|one| one.message.recipient.as_str() == "luis@example.org"));
        // What others have in hand goes on: the desk's change is sent and decided, as nobody's.
        let sent = posted.desk.post(&change.path.replace("/check", "/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}: {}", sent.path, sent.words());
        for (_, revision) in app.waiting() {
            let decided = posted.desk.decide(&revision, "approved", "").await;
            assert_eq!(decided.status, 200, "{}", decided.words());
        }
        let audit = "SELECT act || ' ' || coalesce(after, '') AS value FROM audit WHERE act = 'erase'";
        let audit = texts(&app.database, audit);
        assert!(audit.len() == 1 && audit[0].contains("2 revisions, 4 forms, 4 letters"), "{audit:?}");

        let again = posted.desk.post("/desk/personal/erase", &form).await;
        assert!(again.words().contains("Nothing was kept about this address"), "{}", again.words());
        let settings = [("DATABASE__URL", app.database.as_str())];
        let of_luis = run(&settings, &["admin", "erase", "luis@example.org"]);
        assert_eq!(of_luis.code, Some(0), "{}", of_luis.complained);
        assert!(of_luis.said.contains("1 revisions") && of_luis.said.contains("Backups"), "{}", of_luis.said);
        assert_eq!(places_of(&app, "luis@example.org"), Vec::<String>::new());
    }

    /// A month after it was rejected as spam, nothing of it is left but that it was there.
    async fn spam_is_gone_after_a_month(app: TestApp) {
        let posted = Posted::publish(&app, SEED).await;
        let spam = [("title", "Buy watches"), ("description", "Cheap watches"), ("poster_email", "spam@example.net"), ("poster_name", "Watchmaker")];
        let spam = with(SEED, &spam);
        let reject = |revision: String| {
            let desk = posted.desk.clone();
            async move {
                let form = [("verdict", "spam"), ("revision", revision.as_str())];
                let page = desk.post("/desk/bulk", &form).await;
                assert_eq!(page.status, 200, "{}", page.words());
            }
        };
        app.post_meeting(&spam).await;
        let (gone, revision) = app.waiting().pop().expect("it waits");
        reject(revision).await;
        // Rejected, but for another reason.
        app.post_meeting(&with(&spam, &[("title", "Not ours"), ("description", "Not ours")])).await;
        let (kept, revision) = app.waiting().pop().expect("it waits");
        posted.desk.decide(&revision, "rejected", "Not ours").await;
        // Decided as spam, undone, and decided so again.
        app.post_meeting(&spam).await;
        let (undone, revision) = app.waiting().pop().expect("it waits");
        reject(revision.clone()).await;
        let review = texts(&app.database, &format!("SELECT id AS value FROM reviews WHERE revision_id = '{revision}'"));
        posted.desk.post("/desk/undo", &[("decision", review[0].as_str())]).await;
        let (_, again) = app.waiting().pop().expect("it waits again");
        assert_ne!(again, revision);
        reject(again).await;
        // A change of what is public that was spam.
        let changed = posted.answer(&app, "who", &with(&spam, &[("title", "Hijacked")])).await;
        app.reader.post(&changed.path.replace("/check", "/send"), &[]).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        reject(revision).await;

        assert_eq!(retain_on(&app, 30).spam, 0);
        let meeting = posted.page(&app).await;
        assert_eq!(retain_on(&app, 32).spam, 2);
        assert_eq!(retain_on(&app, 32).spam, 0);
        assert!(places_of(&app, "cheap watches").iter().all(|place| place == "revisions.details"), "{:?}", places_of(&app, "cheap watches"));
        assert_eq!(places_of(&app, "buy watches"), Vec::<String>::new());
        for id in [&gone, &undone] {
            let left: BTreeSet<String> = places_of(&app, id).into_iter().collect();
            let expected = ["audit.subject", "removals.meeting_id"].map(str::to_owned);
            assert_eq!(left, BTreeSet::from(expected));
        }
        let names = "SELECT poster_email AS value FROM revisions WHERE title = 'Hijacked'";
        assert_eq!(texts(&app.database, names), ["erased@erased.invalid"]);
        assert!(!places_of(&app, &kept).is_empty());
        assert_eq!(posted.page(&app).await.words(), meeting.words());
        assert!(app.store.check().expect("an answer").is_empty());
        execute(&app.database, "DELETE FROM removals").expect_err("it stays");
        let published = format!("INSERT INTO removals (meeting_id, reference, created_at) VALUES ('{}', 'x', CURRENT_TIMESTAMP)", posted.id);
        execute(&app.database, &published).expect("a line");
        execute(&app.database, "DELETE FROM revisions").expect_err("what was published stays all the same");
    }

    /// Where somebody is named to readers stays, and is said.
    async fn what_readers_were_told_stays_and_is_named(app: TestApp) {
        let contact = [("contact_name", "Ana"), ("contact_email", HERS), ("poster_email", "luis@example.org")];
        let posted = Posted::publish(&app, &with(SEED, &contact)).await;
        let done = posted.desk.post("/desk/personal/erase", &[("email", HERS), ("again", HERS)]).await;
        assert!(done.words().contains("still stands as text for readers"), "{}", done.words());
        assert_eq!(done.attributes("main li a", "href").last(), Some(&format!("/desk/meetings/{}", posted.id)));
        assert!(posted.page(&app).await.text.contains(HERS));
    }
}

/// The page says what is set, in every language, and is found from every page and the form.
#[tokio::test(flavor = "multi_thread")]
async fn the_privacy_page_says_what_is_set() {
    let app = TestApp::on_sqlite_with("2018-03-01T09:00:00Z", |settings| {
        settings.retention.poster_days = 1095;
        settings.retention.letter_days = 77;
        settings.backup.folder = "".to_owned();
        settings.mail.reply_to = EmailAddress::parse("secretariat@igf.example.org").ok();
    })
    .await;
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let page = app.reader.get(&format!("/{language}/privacy")).await;
        assert_eq!(page.status, 200);
        for figure in ["77", "14", "30", "language", "zone", "session"] {
            assert!(page.words().contains(figure), "{language}: {figure}");
        }
        assert!(
            page.text.contains("mailto:secretariat@igf.example.org"),
            "{language}"
        );
        for from in ["", "post", "groups"] {
            let path = format!("/{language}/{from}");
            let links = app.reader.get(&path).await.attributes("a", "href");
            let found = links
                .iter()
                .filter(|link| **link == format!("/{language}/privacy"));
            let expected = if from == "post" { 2 } else { 1 };
            assert_eq!(found.count(), expected, "{path}");
        }
    }
    let english = app.reader.get("/en/privacy").await.words();
    assert!(english.contains("3 years"), "{english}");
    assert!(
        english.contains("decides for how long they are kept"),
        "{english}"
    );
    assert_eq!(
        app.reader.get_at_once("/privacy").await.header("location"),
        "/en/privacy"
    );
}
