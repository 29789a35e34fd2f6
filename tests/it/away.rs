//! A database that is away, stands still, or comes back: what was published can be read all the time,
//! whoever posts is told so and keeps what they typed, and nobody has to start anything again.

use crate::support::app::{Page, Visitor};
use crate::support::meetings::SEED;
use crate::support::postgres;
use crate::support::program::Program;
use crate::support::relay::Relay;
use igf_calendar::acts::{Actor, Acts};
use igf_calendar::clock::Clock;
use igf_calendar::store::{KeptFile, Store};
use scraper::{Html, Selector};
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

const BANNER: &str = ".away";

/// Patience that a story has time for, and a fresh folder for what is kept.
struct Place {
    folder: tempfile::TempDir,
    relay: Relay,
    /// The database without the relay.
    database: String,
}

impl Place {
    fn new(relay: Relay) -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            relay,
            database: postgres::new_database(),
        }
    }

    /// A place whose calendar shows the demonstration.
    fn with_meetings() -> Self {
        let place = Self::new(Relay::opened());
        let store = Store::open(&place.database).expect("a store");
        let acts = Acts::new(store, Clock::System);
        acts.show_demo(&Actor::System).expect("the demonstration");
        place
    }

    fn kept(&self) -> std::path::PathBuf {
        self.folder.path().join("published.kept")
    }

    fn serve(&self) -> Program {
        let url = self.relay.url(&self.database);
        let kept = self.kept().display().to_string();
        let settings = [
            ("DATABASE__URL", url.as_str()),
            ("DATABASE__CONNECT_SECONDS", "2"),
            ("DATABASE__ANSWER_SECONDS", "2"),
            ("CALENDAR__FOLLOW_SECONDS", "1"),
            ("CALENDAR__KEPT_FILE", kept.as_str()),
            // Feeds name it, whichever port a server has.
            ("SERVER__BASE_URL", "http://calendar.example.org"),
        ];
        Program::serve(&settings, &[])
    }
}

/// Waits until `/readyz` answers with a status.
async fn until_ready_is(visitor: &Visitor, status: u16) {
    for _ in 0..400 {
        if visitor.get("/readyz").await.status == status {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("/readyz does not become {status}");
}

/// All that readers and subscribers see.
async fn published(visitor: &Visitor) -> Vec<Vec<u8>> {
    let mut seen = Vec::new();
    for path in ["/calendar.ics?past=all", "/calendar.ics?past=all&kind=mag"] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        seen.push(page.bytes);
    }
    seen
}

/// What a page gives back to be sent again.
fn typed(page: &Page) -> Vec<(String, String)> {
    let hidden = page.attributes("main input[type=hidden]", "name");
    let values = page.attributes("main input[type=hidden]", "value");
    let shown = page.attributes("main textarea", "name");
    let html = Html::parse_document(&page.text);
    let areas = Selector::parse("main textarea").expect("a selector");
    let texts = html.select(&areas).map(|area| area.text().collect());
    let hidden = hidden.into_iter().zip(values);
    hidden.chain(shown.into_iter().zip(texts)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_outlives_its_database() {
    let mut place = Place::with_meetings();
    let mut first = place.serve();
    let reader = first.visitor();
    let before = published(&reader).await;
    assert_eq!(reader.get("/en/").await.texts(BANNER), [""; 0]);
    first.wait_until(|_| place.kept().exists());

    // It goes while the server runs.
    place.relay.close();
    until_ready_is(&reader, 503).await;
    for _ in 0..100 {
        if !reader.get("/en/").await.texts(BANNER).is_empty() {
            break;
        }
        reader.post("/en/post", SEED).await;
    }
    let page = reader.get("/fr/").await;
    assert_eq!(page.status, 200);
    let said = page.texts(BANNER).join("");
    assert!(said.contains("jusqu’au"), "{said}");
    assert!(published(&reader).await == before);
    assert_eq!(reader.get("/healthz").await.status, 200);
    first.signal("TERM");
    assert_eq!(first.wait().code(), Some(0), "{}", first.log());

    // The server starts without it.
    let mut second = place.serve();
    assert!(
        second.said().contains("The database is away"),
        "{}",
        second.said()
    );
    let reader = second.visitor();
    assert!(published(&reader).await == before);
    assert_eq!(reader.get("/healthz").await.status, 200);
    assert_eq!(reader.get("/readyz").await.status, 503);
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let page = reader.get(&format!("/{language}/groups")).await;
        assert_eq!((page.status.as_u16(), page.texts(BANNER).len()), (200, 1));
    }
    let page = reader.post("/en/post", SEED).await;
    assert_eq!(
        (page.status.as_u16(), page.header("retry-after")),
        (503, "30")
    );
    let given_back = typed(&page);
    for (name, text) in SEED {
        let is_there = |(n, t): &(String, String)| n == name && t == text;
        assert!(given_back.iter().any(is_there), "{name} in {given_back:?}");
    }

    // It comes back; the page sends what was typed, and all goes on.
    place.relay.open();
    until_ready_is(&reader, 200).await;
    assert!(published(&reader).await == before);
    second.wait_until(|server| server.said().contains("The database is there."));
    assert!(second.way_in().is_some(), "{}", second.said());
    // What was kept is shown until the calendar is read.
    for _ in 0..200 {
        if reader.get("/en/").await.texts(BANNER).is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(reader.get("/en/").await.texts(BANNER), [""; 0]);
    let action = page
        .attributes("main form", "action")
        .pop()
        .expect("an address");
    let again: Vec<(&str, &str)> = given_back
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let sent = reader.post(&action, &again).await;
    // The seed is of 2018; but for that nothing is wrong with it.
    assert_eq!(sent.status, 200, "{}", sent.text);
    assert!(sent.path.contains("/post/"), "{}", sent.path);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_database_and_without_what_was_kept_it_says_so() {
    let mut place = Place::new(Relay::closed());
    let mut server = place.serve();
    let reader = server.visitor();
    assert_eq!(reader.get("/healthz").await.status, 200);
    assert_eq!(reader.get("/readyz").await.status, 503);
    for path in ["/es/", "/es/post", "/calendar.ics", "/desk"] {
        let page = reader.get(path).await;
        assert_eq!(
            (page.status.as_u16(), page.header("retry-after")),
            (503, "30"),
            "{path}"
        );
    }
    let page = reader.get("/es/").await;
    assert!(
        page.words().contains("no se puede mostrar"),
        "{}",
        page.words()
    );
    let style = page.attributes("link[rel=stylesheet]", "href").remove(0);
    assert_eq!(reader.get(&style).await.status, 200);

    place.relay.open();
    server.wait_until(|server| server.way_in().is_some());
    until_ready_is(&reader, 200).await;
    let mut groups = reader.get("/en/groups").await;
    for _ in 0..100 {
        if groups.status == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        groups = reader.get("/en/groups").await;
    }
    assert!(groups.words().contains("Coalition"), "{}", groups.words());
    let secretary = server.visitor();
    let way_in = server.way_in().expect("an address");
    let (_, path) = way_in.split_once("example.org").expect("its base");
    let desk = secretary.post(path, &[("name", "Ana")]).await;
    assert_eq!((desk.status.as_u16(), desk.path.as_str()), (200, "/desk"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_stands_still_holds_nobody_up() {
    let place = Place::with_meetings();
    let mut server = place.serve();
    let reader = server.visitor();
    until_ready_is(&reader, 200).await;
    let before = published(&reader).await;
    place.relay.freeze();
    until_ready_is(&reader, 503).await;
    let page = reader.post("/en/post", SEED).await;
    assert_eq!(page.status, 503, "{}", page.text);

    // By now it is known: many who come are refused at once, and hold no thread.
    let crowd = (0..100).map(|_| {
        let visitor = server.visitor();
        tokio::spawn(async move { visitor.post("/en/post", SEED).await.status.as_u16() })
    });
    for one in crowd.collect::<Vec<_>>() {
        assert_eq!(one.await.expect("an answer"), 503);
    }
    let threads = std::fs::read_dir(server.proc("task"))
        .expect("its threads")
        .count();
    assert!(threads < 60, "{threads} threads");
    assert!(published(&reader).await == before);
    assert_eq!(reader.get("/en/").await.texts(BANNER).len(), 1);

    place.relay.thaw();
    until_ready_is(&reader, 200).await;
    let page = reader.post("/en/post", SEED).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(reader.get("/en/").await.texts(BANNER), [""; 0]);

    // One that never moves again does not keep the server from stopping.
    place.relay.freeze();
    until_ready_is(&reader, 503).await;
    server.signal("TERM");
    assert_eq!(server.wait().code(), Some(0), "{}", server.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_stand_still_are_given_up() {
    let place = Place::with_meetings();
    let mut server = place.serve();
    let reader = server.visitor();
    until_ready_is(&reader, 200).await;
    for round in 0..2 {
        place.relay.freeze_present();
        // New ones are made, while those that there were say nothing more.
        let mut page = reader.post("/en/post", SEED).await;
        for _ in 0..100 {
            if page.status == 200 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
            page = reader.post("/en/post", SEED).await;
        }
        assert_eq!(page.status, 200, "round {round}: {}", server.log());
        until_ready_is(&reader, 200).await;
    }
    assert!(place.relay.connections() < 50);
    // What is published is followed as well.
    let store = Store::open(&place.database).expect("a store");
    let groups = igf_calendar::import::read_groups(
        r#"[{"slug":"new-group","name":"New Group","kind":"dynamic-coalition"}]"#,
    );
    Acts::new(store, Clock::System)
        .import_groups(&Actor::Importer, groups.expect("a group"))
        .expect("it is imported");
    for _ in 0..200 {
        if reader.get("/en/groups/new-group").await.status == 200 {
            server.signal("TERM");
            assert_eq!(server.wait().code(), Some(0), "{}", server.log());
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it is not followed: {}", server.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_let_in_is_told_at_once() {
    let database = postgres::new_database();
    let (place, name) = database.rsplit_once('/').expect("an address");
    for (wrong, said) in [
        (format!("{place}/{name}x"), "does not exist"),
        (
            database.replace("postgres@", "ana:secret@"),
            "does not exist",
        ),
    ] {
        let ended = crate::support::program::run(&[("DATABASE__URL", &wrong)], &[]);
        assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{wrong}");
        assert!(
            ended.complained.contains("does not let us in"),
            "{}",
            ended.complained
        );
        assert!(ended.complained.contains(said), "{}", ended.complained);
        assert!(!ended.complained.contains("secret"), "{}", ended.complained);
    }
}

#[test]
fn what_was_kept_is_shown_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("calendar.sqlite").display().to_string();
    let store = Store::open(&database).expect("a store");
    let acts = Acts::new(store.clone(), Clock::System);
    acts.show_demo(&Actor::System).expect("the demonstration");
    let live = igf_calendar::calendar::LiveCalendar::load(&store).expect("a calendar");
    let path = folder.path().join("kept");
    let file = |database: &str| KeptFile::new(path.clone(), database.to_owned());
    let own = file("one");
    assert!(own.read().expect("nothing").is_none());
    let snapshot = live.current();
    snapshot.keep(&own).expect("it is kept");
    let mode = std::fs::metadata(&path)
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);

    let kept = own.read().expect("a calendar").expect("it is there");
    assert_eq!(kept.publication.end.seq, snapshot.seq());
    for meeting in &kept.publication.meetings {
        let own = snapshot.meeting(meeting.id).expect("it is published");
        assert_eq!(meeting.details, own.details);
        assert_eq!(meeting.history, own.history);
        assert_eq!(
            (
                meeting.seq,
                meeting.sequence,
                meeting.created,
                meeting.modified
            ),
            (own.seq, own.sequence, own.created, own.modified)
        );
    }
    assert_eq!(kept.publication.meetings.len(), snapshot.meetings().len());
    assert_eq!(
        kept.publication.groups.map(|groups| groups.len()),
        Some(snapshot.groups().count())
    );

    // Nobody who posted stands in it.
    let text = std::fs::read_to_string(&path).expect("text");
    assert!(!text.contains("poster"), "no field of a poster");

    assert!(file("another").read().is_err());
    for spoilt in [
        text.replacen("IGF", "IGG", 1),
        text[..text.len() / 2].to_owned(),
        text[..text.len() - 10].to_owned(),
        text.replacen("\"format\":2", "\"format\":77", 1),
        String::new(),
    ] {
        std::fs::write(&path, spoilt).expect("it is spoilt");
        assert!(own.read().is_err());
    }
}
