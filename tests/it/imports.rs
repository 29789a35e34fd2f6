//! Files brought onto the calendar: the real ones whole, bad entries named, and nobody's later
//! work undone by the next import.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp};
use crate::support::meetings::{SEED, details, second_page, with};
use crate::support::program::{self, Program};
use chrono::Datelike;
use igf_calendar::acts::{Actor, Outcome};
use igf_calendar::import::{GROUPS_FILE, MEETINGS_FILE, read_groups, read_meetings};
use igf_calendar::store::{PublishedRevision, Upsert};
use serde_json::{Value, json};

/// When most of the file's meetings are past and the others are near.
const LATER: &str = "2026-01-15T12:00:00Z";

on_both_databases! {
    /// The community's real groups and meetings, and the same once more.
    async fn the_real_files_load_whole_and_again_changes_nothing(app: TestApp at LATER) {
        // The server's start has imported the groups before.
        let read = read_groups(GROUPS_FILE).expect("groups");
        let groups = || app.acts.import_groups(&Actor::Importer, read);
        let again = groups().expect("groups");
        assert_eq!((again.added, again.changed, again.unchanged), (0, 0, 169));
        assert!(again.is_complete());

        let first = import(&app, true);
        assert_eq!((first.added, first.changed, first.unchanged), (155, 0, 0));
        assert!(first.is_complete(), "{first}");
        let numbers = app.store.change_numbers().expect("the log");
        assert_eq!(numbers.len(), 169 + 155);
        let second = import(&app, true);
        assert_eq!((second.added, second.changed, second.unchanged), (0, 0, 155));
        assert_eq!(app.store.change_numbers().expect("the log"), numbers);
        assert!(app.waiting().is_empty());

        app.until_public().await;
        let groups = app.reader.get("/en/groups").await;
        let slugs = groups.attributes("main a", "href");
        for group in read_groups(GROUPS_FILE).expect("groups").groups {
            assert!(slugs.contains(&format!("/en/groups/{}", group.slug)), "{}", group.slug);
        }
        dates_stay_as_exact_as_the_file_knows_them(&app).await;
        titles_of_every_script_arrive_whole(&app).await;
    }

    /// An import waits for the secretariat like everybody else.
    async fn without_publish_everything_waits_at_the_desk(app: TestApp at LATER) {
        let outcome = import(&app, false);
        assert_eq!(outcome.added, 155);
        assert_eq!(app.store.change_numbers().expect("the log").len(), 169, "groups alone");
        assert_eq!(app.waiting().len(), 155);
        let feed = app.reader.get("/calendar.ics?past=all").await.text;
        assert!(!feed.contains("BEGIN:VEVENT"), "{feed}");
        assert!(app.reader.get("/en/past").await.texts(".entry").is_empty());
        let (meeting, revision) = app.waiting().swap_remove(0);
        assert_eq!(app.reader.get(&format!("/en/meetings/{meeting}")).await.status, 404);

        let desk = app.secretary("Chengetai").await;
        let queue = desk.get("/desk").await;
        assert!(queue.words().contains("155 entries wait for a decision"), "{}", queue.words());
        assert_eq!(desk.get("/desk?page=4").await.texts(".pick h3").len(), 5);
        desk.decide(&revision, "approved", "").await;
        assert_eq!(app.reader.get(&format!("/en/meetings/{meeting}")).await.status, 200);

        // The same file again does not ask again; with --publish, what still waits is approved.
        assert_eq!(import(&app, false).unchanged, 155);
        assert_eq!(app.waiting().len(), 154);
        let published = import(&app, true);
        assert_eq!((published.changed, published.unchanged), (154, 1));
        assert!(app.waiting().is_empty());
    }

    /// What cannot be taken is named, and the rest is taken.
    async fn the_command_names_what_it_could_not_take(app: TestApp) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("meetings.json").display().to_string();
        let entries = json!([
            meeting("good", &json!({"title": "A good one"})),
            meeting("lost", &json!({"group_slug": "no-such-group"})),
            meeting("gap", &json!({"start_local": "2018-03-25T02:30:00", "end_local": "2018-03-25T04:00:00"})),
            meeting("hostile", &json!({"access_url": "javascript:alert(1)"})),
            meeting("good", &json!({"title": "The same id again"})),
            meeting("\u{1b}[31m", &json!({"mode": "telephone", "status": 7})),
        ]);
        std::fs::write(&file, entries.to_string()).expect("a file");
        let settings = [("DATABASE__URL", app.database.as_str())];
        let ended = program::run(&settings, &["import", "meetings", &file, "--publish"]);
        assert_eq!(ended.code, Some(1), "{}{}", ended.said, ended.complained);
        // The log has a line for what was added and one for all of it.
        assert_eq!(ended.complained.lines().count(), 2, "{}", ended.complained);
        assert!(ended.complained.contains("refused=5"), "{}", ended.complained);
        let lines: Vec<&str> = ended.said.lines().collect();
        assert_eq!(lines[0], "1 added, 0 changed, 0 unchanged");
        for refused in [
            "refused  lost: group_slug no-such-group is not a group of this calendar",
            "refused  gap: start_local does not exist there: clocks skip from 2018-03-25 01:30:00 to 2018-03-25 03:30:00",
            "refused  hostile: access_url ",
            "refused  good: id was given before, in entry 1 of the file",
            "refused  [31m: mode \"telephone\" is none of the choices",
            "refused  [31m: status is a number, not text",
        ] {
            assert!(lines.iter().any(|line| line.starts_with(refused)), "{refused} in {}", ended.said);
        }
        assert_eq!(lines.last(), Some(&"1 taken, 5 refused, 0 remarks"));
        assert!(ended.said.ends_with('\n') && !ended.said.contains('\u{1b}'), "{:?}", ended.said);

        // The server that runs meanwhile shows the good one by itself.
        app.until_public().await;
        assert!(app.reader.get("/calendar.ics").await.text.contains("SUMMARY:A good one\r\n"));

        let again = program::run(&settings, &["import", "meetings", &file]);
        assert!(again.said.starts_with("0 added, 0 changed, 1 unchanged\n"), "{}", again.said);
    }

    /// A file that cannot be read at all changes nothing and says why.
    async fn a_file_that_is_none_is_refused_whole(app: TestApp) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(path("cut.json"), "[{\"id\": \"m1\",\n \"title").expect("a file");
        std::fs::write(path("latin1.json"), b"[{\"id\": \"caf\xe9\"}]").expect("a file");
        for (kind, name, reason) in [
            ("meetings", "cut.json", "the file is not a JSON array of objects: line 2, column"),
            ("groups", "cut.json", "the file is not a JSON array of objects: line 2, column"),
            ("meetings", "latin1.json", "latin1.json: "),
            ("meetings", "missing.json", "missing.json: No such file"),
        ] {
            let settings = [("DATABASE__URL", app.database.as_str())];
            let ended = program::run(&settings, &["import", kind, &path(name)]);
            assert_eq!(ended.code, Some(2), "{kind} {name}");
            assert_eq!(ended.said, "");
            assert_eq!(ended.complained.lines().count(), 1, "{}", ended.complained);
            assert!(ended.complained.contains(reason), "{}", ended.complained);
        }
        assert_eq!(app.store.seq().expect("the log"), 169);
    }

    /// Whatever people said of an imported meeting, or the desk decided, no file is published over it:
    /// not when it changed, and not when it comes once more.
    async fn a_file_waits_where_people_have_spoken(app: TestApp) {
        let desk = app.secretary("Anja").await;
        let numbered = |number: usize| {
            let title = format!("Call {number}");
            details(&with(SEED, &[("title", title.as_str())]))
        };
        let put = |origin: &'static str, number: usize| {
            let upsert = app.acts.import_meeting(&Actor::Importer, origin, &numbered(number), true);
            upsert.expect("an import")
        };
        for (number, origin) in ["file:edited", "file:editing", "file:asked", "file:off"].into_iter().enumerate() {
            assert_eq!(put(origin, number), Upsert::Added);
            assert_eq!(put(origin, number + 10), Upsert::Changed);
            app.until_public().await;
            let id = app.store.published_since(0).expect("the log").meetings.pop().expect("it is public").id;
            let edit = format!("/desk/meetings/{id}/edit");
            match origin {
                "file:off" => {
                    let page = desk.post(&format!("/desk/meetings/{id}/withdraw"), &[("withdraw_reason", "Never held")]).await;
                    assert_eq!(page.status, 200, "{}", page.text);
                }
                "file:asked" => {
                    let upsert = app.acts.import_meeting(&Actor::Importer, origin, &numbered(20), false);
                    assert_eq!(upsert.expect("an import"), Upsert::Changed);
                    let (_, revision) = app.waiting().pop().expect("it waits");
                    desk.decide(&revision, "changes-requested", "Which of them?").await;
                }
                _ => {
                    let check = desk.post(&edit, &[]).await;
                    let who = with(&SEED[..13], &[("title", "Anja’s title")]);
                    let check = desk.post(&check.path.replace("/check", "/who"), &who).await;
                    desk.post(&check.path.replace("/check", "/send"), &[]).await;
                    if origin == "file:edited" {
                        let (_, revision) = app.waiting().pop().expect("it waits");
                        desk.decide(&revision, "approved", "").await;
                    }
                }
            }
            let seq = app.store.seq().expect("the log");
            assert_eq!(put(origin, number + 30), Upsert::Changed, "{origin}");
            assert_eq!(put(origin, number + 30), Upsert::Unchanged, "{origin}");
            assert_eq!(app.store.seq().expect("the log"), seq, "{origin}");
            let (waits, revision) = app.waiting().pop().expect("it waits");
            assert_eq!(waits, id.to_string(), "{origin}");

            // Once the desk has taken the file's word, files go on.
            desk.decide(&revision, "approved", "").await;
            assert_eq!(put(origin, number + 40), Upsert::Changed, "{origin}");
            assert!(app.waiting().is_empty(), "{origin}");
        }
    }

    /// People know better than files.
    async fn an_import_does_not_undo_what_people_changed(app: TestApp at LATER) {
        import(&app, true);
        app.until_public().await;
        let (meeting, _) = page_of(&app, "m209").await;
        let id = meeting.id;
        let desk = app.secretary("Anja").await;
        let check = desk.post(&format!("/desk/meetings/{id}/edit"), &[]).await;
        let when = check.path.replace("/check", "/when");
        let page = desk
            .post(
                &when,
                &second_page(&[
                    ("zone", "America/Belem"),
                    ("start_day", "26"),
                    ("start_month", "5"),
                    ("start_year", "2026"),
                    ("start_time", "9:00"),
                    ("end_time", "18:00"),
                ]),
            )
            .await;
        assert!(page.path.ends_with("/check"), "{}: {:?}", page.path, page.errors());
        desk.post(&page.path.replace("/check", "/send"), &[]).await;
        let (same, revision) = app.waiting().pop().expect("it waits");
        assert_eq!(same, id.to_string());

        // While it waits, an import neither publishes nor replaces it.
        assert_eq!(import(&app, true).unchanged, 155);
        assert_eq!(app.waiting(), [(same, revision.clone())]);
        desk.decide(&revision, "approved", "").await;
        let seq = app.store.seq().expect("the log");
        for publish in [true, false] {
            assert_eq!(import(&app, publish).unchanged, 155);
        }
        assert_eq!(app.store.seq().expect("the log"), seq);
        assert!(app.waiting().is_empty());
        let page = app.reader.get(&format!("/en/meetings/{id}")).await;
        assert_eq!(page.texts(".when .headline"), ["Tuesday, 26 May 2026"]);
        assert!(page.words().contains("09:00 – 18:00"), "{}", page.words());

        // What is new in the file would undo the hours: it waits for the secretariat, also when it
        // is to be published.
        let mut read = read_meetings(MEETINGS_FILE).expect("meetings");
        read.meetings.retain(|meeting| meeting.id == "m209");
        read.meetings[0].details.said_mut().captioning = true;
        let origin = "file:m209";
        let details = &read.meetings[0].details;
        let upsert = app.acts.import_meeting(&Actor::Importer, origin, details, true);
        assert_eq!(upsert.expect("an import"), Upsert::Changed);
        assert_eq!(app.waiting().len(), 1);
        let page = app.reader.get(&format!("/en/meetings/{id}")).await;
        assert_eq!(page.texts(".when .headline"), ["Tuesday, 26 May 2026"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_shows_what_is_coming_and_what_was() {
    let server = Program::serve(&[], &["--demo"]);
    assert!(server.folder().join("data/demo.sqlite").exists());
    assert!(
        !server.folder().join("data/igf-calendar.sqlite").exists(),
        "the demonstration never touches the real calendar"
    );
    let reader = server.visitor();
    let coming = reader.get("/en/").await;
    let titles = coming.texts(".entry h3");
    for sample in [
        "DC Coordination Group monthly call",
        "中国互联网治理论坛筹备会议",
        "الاجتماع التحضيري للمنتدى العربي لحوكمة الإنترنت",
        "African IGF preparatory meeting",
    ] {
        assert!(
            titles.contains(&sample.to_owned()),
            "{sample} in {titles:?}"
        );
    }
    let sample = coming.attributes(".entry h3 a", "href").remove(0);
    let page = reader.get(&sample).await;
    assert!(
        page.words().contains("no such meeting is planned"),
        "{}",
        page.words()
    );
    let past = reader.get("/en/past?year=2017").await;
    assert!(
        past.texts(".years a").len() > 10,
        "{:?}",
        past.texts(".years a")
    );
    assert!(
        past.texts(".entry h3")
            .contains(&"MAG call, 28 March 2017".to_owned())
    );
    let feed = reader.get("/calendar.ics").await.text;
    assert!(feed.matches("BEGIN:VEVENT").count() >= 15, "{feed}");

    // A second start shows the same, not everything twice.
    let count = |text: &str| text.matches("BEGIN:VEVENT").count();
    let database = server
        .folder()
        .join("data/demo.sqlite")
        .display()
        .to_string();
    let second = Program::serve(&[("DATABASE__URL", &database)], &["serve", "--demo"]);
    let all = second.visitor().get("/calendar.ics?past=all").await.text;
    // The file's, without the two that know a year alone, one of them in two parts, and the samples
    // that have a date, a series and two slots among them.
    assert_eq!(count(&all), 154 + 1 + 15 + 3);
}

/// What the file knows to the day or the month is told to the day or the month.
async fn dates_stay_as_exact_as_the_file_knows_them(app: &TestApp) {
    let feed = app.reader.get("/calendar.ics?past=all").await.text;
    for (id, headline, remark, start, end) in [
        (
            "m008",
            "6 May 2020",
            "Hours are not given.",
            "20200506",
            "20200507",
        ),
        (
            "m142",
            "28 June 2023",
            "Hours are not given. Days are those in Ndjamena.",
            "20230628",
            "20230629",
        ),
        (
            "m074",
            "15 – 19 June 2020",
            "Hours are not given.",
            "20200615",
            "20200620",
        ),
        (
            "m083",
            "30 March – 1 April 2022",
            "Hours are not given. Days are those in New York.",
            "20220330",
            "20220402",
        ),
        ("m061", "6 – 8 July 2022", "", "20220706", "20220709"),
        (
            "m065",
            "27 – 29 February 2024",
            "The hour at which the last day ends is not given.",
            "20240227",
            "20240301",
        ),
        (
            "m227",
            "September 2021",
            "The date is to be confirmed.",
            "20210901",
            "20211001",
        ),
        (
            "m235",
            "May 2016",
            "The date is to be confirmed.",
            "20160501",
            "20160601",
        ),
    ] {
        let (meeting, page) = page_of(app, id).await;
        assert_eq!(page.texts(".when .headline"), [headline], "{id}");
        assert_eq!(page.texts(".when .remark").join(""), remark, "{id}");
        let event = event_of(&feed, &meeting).unwrap_or_else(|| panic!("{id} in {feed}"));
        assert!(
            event.contains(&format!("\r\nDTSTART;VALUE=DATE:{start}\r\n")),
            "{id}: {event}"
        );
        assert!(
            event.contains(&format!("\r\nDTEND;VALUE=DATE:{end}\r\n")),
            "{id}: {event}"
        );
        let vague = remark.contains("to be confirmed");
        assert_eq!(
            event.contains("\r\nSUMMARY:[Date to be confirmed] "),
            vague,
            "{id}: {event}"
        );
        assert_eq!(
            event.contains("\r\nSTATUS:TENTATIVE\r\n"),
            vague,
            "{id}: {event}"
        );
        assert_eq!(
            page.texts(".badge")
                .contains(&"Date to be confirmed".to_owned()),
            vague,
            "{id}"
        );
    }
    // A year alone is words on the page; a calendar would show a band over all of it.
    for (id, year) in [("m167", "2016"), ("m204", "2023")] {
        let (meeting, page) = page_of(app, id).await;
        assert_eq!(page.texts(".when .headline"), [year]);
        assert_eq!(
            page.texts(".when .remark"),
            ["The date is to be confirmed."]
        );
        assert!(event_of(&feed, &meeting).is_none(), "{id}");
        let own = app
            .reader
            .get(&format!("/meetings/{}.ics", meeting.id))
            .await;
        assert_eq!(own.status, 404);
    }
}

/// Every script arrives as it was written, byte for byte.
async fn titles_of_every_script_arrive_whole(app: &TestApp) {
    let feed = app.reader.get("/calendar.ics?past=all").await.text;
    let mut seen = 0;
    for entry in file().as_array().expect("an array") {
        let (id, language) = (text(entry, "id"), text(entry, "title_lang"));
        if !["ar", "ru", "zh", "zh-Hant"].contains(&language) {
            continue;
        }
        seen += 1;
        let title = text(entry, "title");
        let (meeting, page) = page_of(app, id).await;
        assert!(
            page.text
                .contains(&format!("lang=\"{language}\">{title}</bdi></h1>")),
            "{title}"
        );
        let event = event_of(&feed, &meeting).expect("an event");
        assert!(
            event.contains(&format!("\r\nSUMMARY:{title}\r\n")),
            "{event}"
        );
        let year = title_year(&meeting);
        let list = app.reader.get(&format!("/en/past?year={year}")).await;
        assert!(
            list.text
                .contains(&format!("<bdi lang=\"{language}\">{title}</bdi>")),
            "{title}"
        );
    }
    assert_eq!(seen, 10);
}

fn import(app: &TestApp, publish: bool) -> Outcome {
    let read = read_meetings(MEETINGS_FILE).expect("meetings");
    app.acts
        .import_meetings(&Actor::Importer, read, publish)
        .expect("an import")
}

fn file() -> Value {
    serde_json::from_str(MEETINGS_FILE).expect("JSON")
}

fn text<'a>(entry: &'a Value, field: &str) -> &'a str {
    entry[field].as_str().expect("text")
}

/// An entry that is good apart from the changes.
fn meeting(id: &str, changes: &Value) -> Value {
    let mut entry = json!({
        "id": id, "title": "A call", "title_lang": "en", "group_slug": "dccg",
        "status": "planned", "date_precision": "minute", "all_day": false, "tz": "Europe/Zurich",
        "start_local": "2018-03-27T10:00:00", "end_local": "2018-03-27T11:00:00", "mode": "virtual"
    });
    for (field, value) in changes.as_object().expect("an object") {
        entry[field] = value.clone();
    }
    entry
}

/// A published meeting by its id in the file, and its page.
async fn page_of(app: &TestApp, id: &str) -> (PublishedRevision, Page) {
    let published = app.store.published_since(0).expect("the log").meetings;
    let meeting = published
        .into_iter()
        .find(|meeting| {
            let provenance = meeting.details.said.provenance.as_ref();
            provenance.is_some_and(|provenance| provenance.id.as_str() == id)
        })
        .unwrap_or_else(|| panic!("{id} is not published"));
    let page = app
        .reader
        .get(&format!("/en/meetings/{}", meeting.id))
        .await;
    assert_eq!(page.status, 200, "{id}");
    (meeting, page)
}

fn title_year(meeting: &PublishedRevision) -> i32 {
    meeting.details.timing.days().expect("a date").0.year()
}

/// The lines of a meeting in a feed, unfolded.
fn event_of(feed: &str, meeting: &PublishedRevision) -> Option<String> {
    let unfolded = feed.replace("\r\n ", "");
    let uid = format!("\r\nUID:{}\r\n", meeting.id);
    unfolded
        .split("BEGIN:VEVENT")
        .find(|event| event.contains(&uid))
        .map(str::to_owned)
}
