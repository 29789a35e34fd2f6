//! Changes as readers and subscribers live them: rescheduled, postponed, cancelled and back again,
//! moved online; what the page, the list and the feed say of it each time.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp};
use crate::support::browser::{browser, evaluate, screenshot};
use crate::support::calendars::{ReadEvent, read_with_ical_js, read_with_python};
use crate::support::lint::lint_ical;
use crate::support::meetings::{SEED, second_page, with};
use crate::support::posted::Posted;
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use flate2::{Compression, write::GzEncoder};
use igf_calendar::domain::Alteration;
use std::io::Write;

/// What the stories of this file do with a meeting besides.
trait Changed {
    async fn change(&self, app: &TestApp, changes: &[(&str, &str)]);
    async fn event(&self, app: &TestApp) -> ReadEvent;
}

impl Changed for Posted {
    /// The second page with some other answers, sent and approved.
    async fn change(&self, app: &TestApp, changes: &[(&str, &str)]) {
        let check = self.answer(app, "when", &second_page(changes)).await;
        self.approve(app, &check).await;
    }

    /// The meeting in the feed, which has no fault and which two programs read alike.
    async fn event(&self, app: &TestApp) -> ReadEvent {
        let feed = app.reader.get("/calendar.ics").await;
        let faults = lint_ical(&feed.bytes);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        let read = read_with_python(&feed.text);
        let events = read_with_ical_js(&feed.text).events;
        assert_eq!(read.errors, [""; 0]);
        assert_eq!(read.events, events);
        let mut own = events.into_iter();
        own.find(|event| event.uid.as_ref() == Some(&self.id))
            .expect("it is in the feed")
    }
}

/// How many bytes a page is on its way to the reader.
fn zipped(page: &Page) -> usize {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(&page.bytes).expect("room");
    packer.finish().expect("room").len()
}

/// What the page says has changed, newest first.
fn history(page: &Page) -> Vec<String> {
    let lines = page.texts(".changed > div").into_iter();
    lines
        .map(|line| line.replace(['\u{2068}', '\u{2069}'], ""))
        .collect()
}

/// State, title and times of an event, and how often it changed.
fn told(event: &ReadEvent) -> [String; 5] {
    [
        event.status.clone().unwrap_or_default(),
        event.summary.clone().unwrap_or_default(),
        event.start_utc.clone(),
        event.end_utc.clone(),
        event.sequence.unwrap_or_default().to_string(),
    ]
}

const TITLE: &str = "DC Coordination Group, Virtual Meeting XXV";

on_both_databases! {
    /// The old time is still shown, struck out, and said in the feed.
    async fn a_rescheduled_meeting_shows_when_it_was_to_be(app: TestApp) {
        let meeting = Posted::publish(&app, SEED).await;
        let first = meeting.page(&app).await;
        assert!(first.texts(".changed, .former, del").is_empty(), "nothing has changed yet");

        let changes = [("start_day", "16"), ("start_time", "16:00"), ("end_time", "17:00")];
        let check = meeting.answer(&app, "when", &second_page(&changes)).await;
        assert_eq!(check.texts(".badge"), ["Rescheduled"], "the poster sees what readers will");
        assert_eq!(check.texts(".caution"), [""; 0]);
        meeting.approve(&app, &check).await;

        let page = meeting.page(&app).await;
        let old = "Friday, 9 March 2018, 14:00 – 15:00 Zurich (UTC+1)";
        let new = "Friday, 16 March 2018, 16:00 – 17:00 Zurich (UTC+1)";
        assert_eq!(page.texts(".when .headline"), ["Friday, 16 March 2018"]);
        assert_eq!(page.texts(".former"), [format!("Moved: it was to be on {old}")]);
        assert_eq!(page.texts(".former del"), [old]);
        assert_eq!(page.texts(".badge"), ["Rescheduled"]);
        assert_eq!(history(&page), [format!("1 March 2018 Rescheduled: now {new}; before, {old}.")]);
        let list = app.reader.get("/en/").await;
        assert_eq!(list.texts(".entry .badge"), ["Rescheduled"]);
        assert_eq!(list.texts(".day h2"), ["Friday, 16 March 2018"]);

        let event = meeting.event(&app).await;
        let title = format!("[Rescheduled] {TITLE}");
        assert_eq!(told(&event), ["CONFIRMED", &title, "2018-03-16T15:00:00Z", "2018-03-16T16:00:00Z", "1"]);
        let before = "Rescheduled: before, it was on Friday 9 March 2018, 14:00 to 15:00, Zurich (UTC+01:00).";
        assert!(event.description.unwrap_or_default().contains(before));

        // Only longer: nobody comes at a wrong time, and the old date is still the one to beware of.
        meeting.change(&app, &[("start_day", "16"), ("start_time", "16:00"), ("end_time", "18:00")]).await;
        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".former del"), [old]);
        assert!(history(&page)[0].contains("Times changed: now"), "{:?}", history(&page));
        // And back where it was: what was announced last is the sixteenth.
        meeting.change(&app, &[]).await;
        let page = meeting.page(&app).await;
        assert!(page.texts(".former del")[0].contains("16 March 2018, 16:00 – 18:00"), "{}", page.words());
        assert_eq!(history(&page).len(), 3);
    }

    /// No date at first, then another one; the form asks whether it is certain again.
    async fn a_postponed_meeting_gets_its_new_date(app: TestApp) {
        let meeting = Posted::publish(&app, SEED).await;
        let note = ("status_note", "The platform is down.");
        meeting.change(&app, &[("status", "postponed"), note]).await;

        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".when .headline"), ["New date to follow"]);
        let old = "Friday, 9 March 2018, 14:00 – 15:00 Zurich (UTC+1)";
        assert_eq!(page.texts(".former"), [format!("It was to be on {old}")]);
        assert!(page.texts(".when .clocks").is_empty(), "no clock of a time that holds no longer");
        assert_eq!(page.texts(".head .badge"), ["Postponed"]);
        assert_eq!(page.texts(".head .why"), ["The platform is down."]);
        assert_eq!(history(&page), ["1 March 2018 Postponed: a new date is to follow. The platform is down."]);
        let list = app.reader.get("/en/").await;
        assert_eq!(list.texts(".entry.postponed .badge"), ["Postponed"]);
        assert!(!list.words().contains("The platform is down."), "{}", list.words());
        let event = meeting.event(&app).await;
        let title = format!("[Postponed] {TITLE}");
        assert_eq!(told(&event), ["TENTATIVE", &title, "2018-03-09T13:00:00Z", "2018-03-09T14:00:00Z", "1"]);
        let description = event.description.unwrap_or_default();
        let said = "a new date is to follow.\nThe platform is down.\n";
        assert!(description.contains(said), "{description}");

        let changes = [("start_day", "16"), ("status", "postponed"), note];
        let check = meeting.answer(&app, "when", &second_page(&changes)).await;
        let cautions = check.texts(".caution li");
        assert_eq!(cautions.len(), 1, "{cautions:?}");
        assert!(cautions[0].contains("the form still says"), "{cautions:?}");
        let links = check.attributes(".caution a", "href");
        assert!(links.len() == 1 && links[0].ends_with("/when"), "{links:?}");
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let review = meeting.desk.get(&format!("/desk/meetings/{}", meeting.id)).await;
        assert_eq!(review.texts(".caution li").len(), 1, "the desk is asked as well");
        assert_eq!(review.texts(".diff tbody th"), ["When"]);

        let changes = [("start_day", "16"), note];
        let check = meeting.answer(&app, "when", &second_page(&changes)).await;
        let cautions = check.texts(".caution li");
        assert!(cautions.len() == 1 && cautions[0].contains("was said of"), "{cautions:?}");
        let check = meeting.answer(&app, "when", &second_page(&[("start_day", "16")])).await;
        assert_eq!(check.texts(".caution"), [""; 0]);
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let review = meeting.desk.get(&format!("/desk/meetings/{}", meeting.id)).await;
        let diff = review.texts(".diff").join(" ");
        assert!(diff.contains("Why it is not as planned The platform is down."), "{diff}");
        let (_, revision) = app.waiting().pop().expect("it waits");
        meeting.desk.decide(&revision, "approved", "").await;

        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".badge"), ["Rescheduled"]);
        assert_eq!(page.texts(".former del"), [old]);
        assert!(page.texts(".head .why").is_empty());
        let newest = &history(&page)[0];
        assert!(newest.contains("No longer postponed. Rescheduled: now Friday, 16 March"), "{newest}");
        let event = meeting.event(&app).await;
        let title = format!("[Rescheduled] {TITLE}");
        assert_eq!(told(&event), ["CONFIRMED", &title, "2018-03-16T13:00:00Z", "2018-03-16T14:00:00Z", "2"]);
    }

    /// Cancelling touches no time, so every calendar finds the entry that it has.
    async fn a_cancelled_meeting_keeps_its_times_and_comes_back(app: TestApp) {
        let meeting = Posted::publish(&app, SEED).await;
        let times = ["2018-03-09T13:00:00Z", "2018-03-09T14:00:00Z"];
        assert_eq!(told(&meeting.event(&app).await), ["CONFIRMED", TITLE, times[0], times[1], "0"]);

        meeting.change(&app, &[("status", "cancelled"), ("status_note", "Too few can come.")]).await;
        let cancelled = meeting.event(&app).await;
        let title = format!("[Cancelled] {TITLE}");
        assert_eq!(told(&cancelled), ["CANCELLED", &title, times[0], times[1], "1"]);
        assert!(cancelled.description.unwrap_or_default().contains("does not take place.\nToo few can come.\n"));
        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".head .badge"), ["Cancelled"]);
        assert_eq!(page.texts(".cancelled .when .headline"), ["Friday, 9 March 2018"]);
        assert_eq!(page.texts(".former"), [""; 0]);
        let list = app.reader.get("/en/").await;
        assert_eq!(list.texts(".entry.cancelled .badge"), ["Cancelled"]);

        let check = app.reader.post(&meeting.edit, &[("status", "confirmed")]).await;
        assert_eq!(check.texts(".caution, .why"), [""; 0], "the reason is over with it");
        meeting.approve(&app, &check).await;
        let back = meeting.event(&app).await;
        assert_eq!(told(&back), ["CONFIRMED", TITLE, times[0], times[1], "2"]);
        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".badge"), [""; 0]);
        assert_eq!(
            history(&page),
            [
                "1 March 2018 No longer cancelled: it takes place after all.",
                "1 March 2018 Cancelled: it does not take place. Too few can come.",
            ]
        );
        let list = app.reader.get("/en/").await;
        assert!(list.texts(".cancelled").is_empty());
    }

    /// A meeting with a place takes place on line only.
    async fn a_meeting_that_moved_online_says_so(app: TestApp) {
        let hall = [("mode", "hybrid"), ("city", "Geneva"), ("country", "Switzerland")];
        let meeting = Posted::publish(&app, &with(SEED, &hall)).await;
        assert_eq!(meeting.event(&app).await.location.as_deref(), Some("Geneva, Switzerland"));

        let how = [("mode", "virtual"), ("access_url", "https://meet.example.org/25")];
        let check = meeting.answer(&app, "how", &how).await;
        let when = check.path.replace("/check", "/when");
        let note = ("status_note", "A storm is coming.");
        let check = app.reader.post(&when, &second_page(&[("status", "moved-online"), note])).await;
        meeting.approve(&app, &check).await;

        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".head .badge"), ["Moved online"]);
        let newest = history(&page).remove(0);
        for said in ["Moved online.", "How people meet: now Virtual; before, Hybrid.", "how to join", "A storm is coming."] {
            assert!(newest.contains(said), "{said} in {newest}");
        }
        let event = meeting.event(&app).await;
        let title = format!("[Moved online] {TITLE}");
        assert_eq!(told(&event), ["CONFIRMED", &title, "2018-03-09T13:00:00Z", "2018-03-09T14:00:00Z", "1"]);
        assert!(event.location.unwrap_or_default().ends_with("/join"));
    }

    /// The date is taken back, and found again.
    async fn a_date_that_became_vague_is_still_told(app: TestApp) {
        let meeting = Posted::publish(&app, SEED).await;
        let vague = [
            ("precision", "window"), ("start_day", ""), ("start_month", "4"), ("start_time", ""),
            ("end_time", ""),
        ];
        meeting.change(&app, &vague).await;
        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".when .headline"), ["April 2018"]);
        assert_eq!(page.texts(".former"), ["It was to be on Friday, 9 March 2018, 14:00 – 15:00 Zurich (UTC+1)"]);
        assert_eq!(page.texts(".badge"), ["Date to be confirmed"]);
        let event = meeting.event(&app).await;
        assert_eq!(event.summary, Some(format!("[Date to be confirmed] {TITLE}")));
        assert!(event.description.unwrap_or_default().contains("Before, it was to be on Friday 9 March 2018"));

        meeting.change(&app, &[("start_day", "13"), ("start_month", "4")]).await;
        let page = meeting.page(&app).await;
        assert_eq!(page.texts(".badge"), ["Rescheduled"]);
        assert!(page.texts(".former del")[0].starts_with("Friday, 9 March 2018"));
        let history = history(&page);
        assert!(history[0].contains("The date is set: Friday, 13 April 2018"), "{history:?}");
        assert!(history[1].contains("no longer holds. Now: April 2018"), "{history:?}");
    }

    /// What was taken off for its words does not publish them again when it comes back.
    async fn words_that_were_taken_off_do_not_come_back_with_the_history(app: TestApp) {
        let meeting = Posted::publish(&app, &with(SEED, &[("title", "Call, passcode hush")])).await;
        meeting.change(&app, &[("status", "postponed"), ("status_note", "Somebody is ill: hush")]).await;
        let withdraw = format!("/desk/meetings/{}/withdraw", meeting.id);
        meeting.desk.post(&withdraw, &[("withdraw_reason", "Too much is said in it")]).await;
        let check = meeting.answer(&app, "when", &second_page(&[("start_day", "16")])).await;
        let who = check.path.replace("/check", "/who");
        let check = app.reader.post(&who, SEED).await;
        meeting.approve(&app, &check).await;

        let published = app.store.published_since(0).expect("the log").meetings.remove(0);
        assert_eq!(published.sequence, 3);
        assert_eq!(published.history.len(), 2, "the withdrawal is none of them");
        assert!(published.alterations().all(|one| !matches!(one, Alteration::Title { .. })));
        assert!(published.moved_from().is_some());
        let page = meeting.page(&app).await;
        assert!(page.texts(".former del")[0].starts_with("Friday, 9 March 2018"), "{}", page.words());
        assert!(!page.text.contains("hush"), "{}", page.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_note_stays_text() {
    let app = TestApp::on_sqlite().await;
    let meeting = Posted::publish(&app, SEED).await;
    let hostile = "<script>alert(1)</script>\r\nEND:VEVENT\rATTENDEE:mailto:a@b.c\u{2028}STATUS:CONFIRMED\u{202e}\";:,\\n\0";
    let changes = [("status", "cancelled"), ("status_note", hostile)];
    let check = meeting.answer(&app, "when", &second_page(&changes)).await;
    meeting.approve(&app, &check).await;
    for page in [check, meeting.page(&app).await] {
        assert!(
            page.text.contains("&#60;script&#62;alert(1)"),
            "{}",
            page.text
        );
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
        assert!(!page.text.contains('\u{202e}'));
    }
    let event = meeting.event(&app).await;
    assert_eq!(event.status.as_deref(), Some("CANCELLED"));
    let description = event.description.unwrap_or_default();
    let said =
        "<script>alert(1)</script>\nEND:VEVENT\nATTENDEE:mailto:a@b.c\nSTATUS:CONFIRMED\";:,\\n\n";
    assert!(description.contains(said), "{description}");
    let feed = app.reader.get("/calendar.ics").await.text;
    let lines: Vec<_> = feed.split("\r\n").collect();
    assert_eq!(
        lines.iter().filter(|line| **line == "END:VEVENT").count(),
        1
    );
    assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE")));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_revision_that_cannot_be_read_takes_only_its_own_line_away() {
    let app = TestApp::on_sqlite().await;
    let meeting = Posted::publish(&app, SEED).await;
    meeting.change(&app, &[("status", "postponed")]).await;
    meeting.change(&app, &[("start_day", "16")]).await;
    let mut database = SqliteConnection::establish(&app.database).expect("the file");
    let damage = "DROP TRIGGER revisions_no_update; \
                  UPDATE revisions SET details = '{}' WHERE number = 2;";
    database.batch_execute(damage).expect("damage");

    let published = app.store.published_since(0).expect("the log");
    let history = &published.meetings[0].history;
    assert_eq!(history.len(), 1, "{history:?}");
    assert!(matches!(
        history[0].what[..],
        [Alteration::Rescheduled { .. }]
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_is_too_long_is_said_beside_its_field() {
    let app = TestApp::on_sqlite().await;
    let long = "x".repeat(1001);
    let page = app.reader.post("/en/post", SEED).await;
    let when = page.path.replace("/check", "/when");
    let page = app
        .reader
        .post(&when, &second_page(&[("status_note", &long)]))
        .await;
    assert_eq!(
        page.errors(),
        ["status_note: Why it is not as planned: use at most 1000 characters"]
    );
    assert_eq!(page.attributes("#status_note", "aria-invalid"), ["true"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_not_called_rescheduled_any_more() {
    let app = TestApp::on_sqlite_at("2018-03-20T09:00:00Z").await;
    let late = [("past_reason", "For the archive")];
    let meeting = Posted::publish(&app, &with(SEED, &late)).await;
    meeting.change(&app, &[("start_day", "16")]).await;
    let page = meeting.page(&app).await;
    assert_eq!(page.texts(".badge, .former"), [""; 0]);
    assert_eq!(history(&page).len(), 1, "but it is told what changed");
    let past = app.reader.get("/en/past?year=2018").await;
    assert!(past.texts(".badge").is_empty(), "{}", past.words());
}

/// Every sort of sentence in every language, and as it looks on a telephone and on a desk.
#[tokio::test(flavor = "multi_thread")]
async fn the_history_is_told_in_every_language_and_at_every_width() {
    let app = TestApp::on_sqlite().await;
    let meeting = Posted::publish(&app, SEED).await;
    let note = (
        "status_note",
        "The platform is down until Monday; we apologise to all who had planned to come.",
    );
    for changes in [
        &[("status", "tentative")][..],
        &[("status", "postponed"), note],
        &[("start_day", "16")],
        &[("start_day", "16"), ("end_time", "17:00")],
        &[("precision", "unknown")],
        &[
            ("precision", "window"),
            ("start_day", ""),
            ("start_month", "4"),
        ],
        &[
            ("start_day", "13"),
            ("start_month", "4"),
            ("status", "moved-online"),
        ],
    ] {
        meeting.change(&app, changes).await;
    }
    let who = with(
        SEED,
        &[
            ("title", "DC Coordination Group, open call"),
            ("description", "New"),
        ],
    );
    let check = meeting.answer(&app, "who", &who).await;
    meeting.approve(&app, &check).await;

    let postponed = with(SEED, &[("status", "postponed"), note]);
    let postponed = app.publish(&postponed).await;
    app.publish(&with(SEED, &[("status", "cancelled")])).await;

    let path = |language: &str| format!("/{language}/meetings/{}", meeting.id);
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let page = app.reader.get(&path(language)).await;
        let changes = history(&page);
        assert_eq!(changes.len(), 8, "{language}: {changes:?}");
        let words = page.words();
        assert!(
            !words.contains("history-") && !words.contains('{'),
            "{language}: {words}"
        );
        assert_eq!(page.texts(".former del").len(), 1, "{language}");
        let style = page.attributes("link[rel=stylesheet]", "href").remove(0);
        let bytes = zipped(&page) + zipped(&app.reader.get(&style).await);
        assert!(
            bytes < 12_000,
            "{language}: {bytes} bytes are long on a bad line"
        );
    }
    for (width, height) in [(360, 2400), (1280, 1800)] {
        let reader = browser(width, height).await;
        for (path, name) in [
            (path("en"), "history-en"),
            (path("ar"), "history-ar"),
            (format!("/en/meetings/{postponed}"), "history-postponed"),
            ("/en/".to_owned(), "history-list"),
        ] {
            let address = format!("{}{path}", app.base);
            reader.goto(&address).await.expect("the page opens");
            let script = "return document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(evaluate(&reader, script).await, true, "{name} at {width}");
            screenshot(&reader, &format!("{name}-{width}")).await;
        }
    }
}
