//! When a meeting is, told rightly: again when a newer zone database moved it, on the day on which it
//! ends at midnight, and at the address of its own date.

use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::database::{execute, texts};
use crate::support::meetings::{SEED, weekly, with};
use igf_calendar::acts::{Actor, Acts};
use igf_calendar::calendar::LiveCalendar;
use igf_calendar::clock::Clock;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Publishes a meeting once more as a build would that has other instants for it.
fn told_elsewhere(app: &TestApp, meeting: &str) {
    let told = format!(
        "UPDATE change_counter SET seq = seq + 1; \
         INSERT INTO changes (seq, subject_kind, subject, revision_id, sequence, first_at, \
         created_at, instants) SELECT (SELECT seq FROM change_counter), subject_kind, subject, \
         revision_id, sequence + 1, first_at, created_at, 'elsewhere' FROM changes \
         WHERE subject = '{meeting}' ORDER BY seq DESC LIMIT 1;"
    );
    execute(&app.database, &told).expect("another build's publication");
}

fn sequences(app: &TestApp) -> Vec<String> {
    let query = "SELECT subject || ' ' || sequence AS value FROM changes \
                 WHERE subject_kind = 'meeting' ORDER BY seq";
    texts(&app.database, query)
}

/// What a start does about it, at once.
async fn start_again(app: &TestApp) -> Option<usize> {
    let (store, now) = (app.store.clone(), app.now);
    let work = move || {
        let calendar = LiveCalendar::load(&store).expect("the calendar");
        let acts = Acts::new(store, Clock::Fixed(now)).showing(Arc::new(calendar));
        acts.tell_moved(&Actor::System).expect("it is told")
    };
    tokio::task::spawn_blocking(work).await.expect("it is told")
}

on_both_databases! {
    /// Once, under the same UID, with a higher SEQUENCE and newer stamps; nothing else is touched.
    async fn what_a_newer_zone_database_moved_is_published_again(app: TestApp) {
        let moved = app.publish(SEED).await;
        let series = app.publish(&weekly()).await;
        let other = app.publish(&with(SEED, &[("title", "Stays"), ("start_day", "12")])).await;
        assert_eq!(start_again(&app).await, Some(0), "nothing moved yet");
        told_elsewhere(&app, &moved);
        told_elsewhere(&app, &series);

        let next = app.beside_at("2018-03-02T09:00:00Z").await;
        let begun = Instant::now();
        let feed = loop {
            let feed = next.reader.get(&format!("/meetings/{moved}.ics")).await.text;
            if feed.contains("SEQUENCE:2") {
                break feed;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{feed}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        assert!(feed.contains("LAST-MODIFIED:20180302T090000Z"), "{feed}");
        assert!(feed.contains("CREATED:20180301T090000Z"), "{feed}");
        assert!(feed.contains("DTSTART:20180309T130000Z"), "{feed}");

        assert_eq!(start_again(&next).await, Some(0), "once is enough");
        let told = sequences(&app);
        let of = |meeting: &str| told.iter().filter(|line| line.starts_with(meeting)).count();
        assert_eq!((of(&moved), of(&series), of(&other)), (3, 3, 1), "{told:?}");
        let audited = texts(
            &app.database,
            "SELECT subject AS value FROM audit WHERE act = 'tell again' ORDER BY id",
        );
        assert_eq!(audited.len(), 2, "{audited:?}");
        assert_eq!(app.store.check().expect("a check"), Vec::new());
        // Nobody reads of a change where nothing was said otherwise.
        let page = next.reader.get(&format!("/en/meetings/{moved}")).await;
        assert!(page.texts(".history li").is_empty(), "{}", page.words());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_that_ends_at_midnight_is_of_one_day() {
    let app = TestApp::on_sqlite().await;
    let day = [
        ("start_day", "10"),
        ("start_month", "3"),
        ("start_year", "2027"),
        ("start_time", "00:00"),
    ];
    let day = with(SEED, &day);
    let at_24 = with(&day, &[("title", "At 24"), ("end_time", "24:00")]);
    let at_0 = [
        ("title", "At 0"),
        ("end_time", "00:00"),
        ("end_day", "11"),
        ("end_month", "3"),
        ("end_year", "2027"),
    ];
    for form in [at_24, with(&day, &at_0)] {
        let meeting = app.publish(&form).await;
        let page = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        let words = page.words();
        assert!(words.contains("10 March 2027"), "{words}");
        assert!(
            words.contains("00:00 – 24:00") || words.contains("00:00 to 24:00"),
            "{words}"
        );
        assert!(!words.contains("11 March"), "{words}");
        let feed = app.reader.get(&format!("/meetings/{meeting}.ics")).await;
        let feed = feed.text.replace("\r\n ", "");
        assert!(feed.contains("DTSTART:20270309T230000Z"), "{feed}");
        assert!(feed.contains("DTEND:20270310T230000Z"), "{feed}");
    }
    let list = app.reader.get("/en/?zone=Europe/Zurich").await.words();
    assert!(!list.contains("11 March"), "{list}");
    let wrong = with(&day, &[("end_time", "24:30")]);
    let page = app.visitor().post("/en/post", &wrong).await;
    assert!(page.text.contains("24:30"), "what was typed stays");
    assert!(!page.errors().is_empty(), "{}", page.words());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_of_a_date_leads_to_that_date() {
    let app = TestApp::on_sqlite_at("2018-03-09T12:45:00Z").await;
    let zoom = [
        ("access_url", "https://zoom.us/j/25"),
        ("access_passcode", ""),
    ];
    let meeting = app.publish(&with(&weekly(), &zoom)).await;
    let join = format!("/meetings/{meeting}/join");
    let now = app
        .reader
        .get_at_once(&format!("{join}?on=2018-03-09"))
        .await;
    assert_eq!(now.header("location"), "https://zoom.us/j/25");
    let later = format!("{join}?on=2018-03-16");
    let page = app.reader.get(&later).await;
    assert_eq!(page.path, format!("/en{join}"));
    assert!(page.words().contains("16 March 2018"), "{}", page.words());
    let whole = app.reader.get_at_once(&join).await;
    assert_eq!(whole.header("location"), "https://zoom.us/j/25");
}
