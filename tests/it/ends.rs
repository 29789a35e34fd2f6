//! What feeds hold and what they hold no more: nothing that was told ends by silence, page and feed of
//! one query hold the same times, and a query that means nothing is refused.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp};
use crate::support::calendars::read_by_all;
use crate::support::lint::lint_ical;
use crate::support::meetings::{SEED, details, weekly};
use crate::support::posted::Posted;
use chrono::NaiveTime;
use igf_calendar::acts::Actor;
use igf_calendar::domain::series::{Dates, Recurrence, Run};
use igf_calendar::domain::text::Note;
use igf_calendar::domain::times::{DaySpan, DayWindow};
use igf_calendar::domain::{MeetingDetails, Series, Status, Times, Timing, Zone};
use serde_json::Value;

/// The unfolded lines of a feed, after the lint.
async fn feed(app: &TestApp, path: &str) -> Vec<String> {
    let page = app.reader.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    assert_eq!(lint_ical(&page.bytes), Vec::<String>::new(), "{path}");
    let text = page.text.replace("\r\n ", "");
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

/// The lines of each event, by its UID.
fn events(lines: &[String]) -> Vec<(String, Vec<String>)> {
    let of = |part: &[String]| {
        let uid = part.iter().find_map(|line| line.strip_prefix("UID:"));
        uid.map(|uid| (uid.to_owned(), part.to_vec()))
    };
    lines
        .split(|line| line == "BEGIN:VEVENT")
        .skip(1)
        .filter_map(of)
        .collect()
}

/// The lines of the event of a UID; none if it is not there.
async fn event(app: &TestApp, path: &str, uid: &str) -> Vec<String> {
    let all = events(&feed(app, path).await);
    let mut own = all.into_iter().filter(|(other, _)| other == uid);
    own.next().map(|(_, lines)| lines).unwrap_or_default()
}

fn assert_has(lines: &[String], expected: &[&str]) {
    for line in expected {
        assert!(lines.iter().any(|own| own == line), "{line} in {lines:#?}");
    }
}

fn has(lines: &[String], start: &str) -> bool {
    lines.iter().any(|line| line.starts_with(start))
}

/// Publishes a meeting by import, or what became of it; returns its id.
async fn import(app: &TestApp, details: &MeetingDetails) -> String {
    let put = app
        .acts
        .import_meeting(&Actor::Importer, "test:1", details, true);
    put.expect("an import");
    app.until_public().await;
    let newest = app.store.published_since(0).expect("the log").meetings;
    let newest = newest.into_iter().max_by_key(|meeting| meeting.seq);
    newest.expect("a meeting").id.to_string()
}

/// The seed's meeting on these days of March 2018, each listed.
fn on_days(days: &[u32]) -> MeetingDetails {
    let day = |day: &u32| format!("2018-03-{day:02}").parse().expect("a day");
    let dates = Dates::new(days.iter().map(day).collect()).expect("dates");
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
    let zone = Zone::named("Europe/Zurich").expect("a zone");
    let run = Run::new(zone, hour(14), Some(hour(15)), Recurrence::Dates(dates)).expect("a run");
    details(SEED).at(Timing::Series(Series::new(run, None)))
}

on_both_databases! {
    /// A meeting that is taken off is said to be, under its UID, wherever it was told; after a month
    /// its address says that it is gone for good.
    async fn what_is_taken_off_is_told_as_cancelled_for_a_month(app: TestApp) {
        let call = Posted::publish(&app, &weekly()).await;
        let own = format!("/meetings/{}.ics", call.id);
        let before = event(&app, "/calendar.ics", &call.id).await;
        assert!(has(&before, "RRULE") && has(&before, "SEQUENCE:0"), "{before:?}");
        let reason = [("withdraw_reason", "Off")];
        call.desk.post(&format!("/desk/meetings/{}/withdraw", call.id), &reason).await;

        let later = app.beside_at("2018-03-30T09:00:00Z").await;
        for app in [&app, &later] {
            for path in ["/calendar.ics", "/calendar.ics?group=dccg&mode=virtual", "/groups/dccg.ics", &own] {
                let told = event(app, path, &call.id).await;
                assert_has(&told, &[
                    "STATUS:CANCELLED",
                    "SEQUENCE:1",
                    "SUMMARY:[Cancelled] Dynamic Coalitions Coordination Group",
                    "DTSTART:20180309T130000Z",
                    "DTEND:20180309T140000Z",
                    "DTSTAMP:20180301T090000Z",
                ]);
                for absent in ["RRULE", "EXDATE", "RELATED-TO", "CONFERENCE", "ATTACH"] {
                    assert!(!has(&told, absent), "{absent} in {told:?}");
                }
                let text = told.join("\n");
                assert!(!text.contains("Virtual Meeting") && !text.contains("Stocktaking"), "{text}");
            }
            let elsewhere = event(app, "/calendar.ics?mode=hybrid", &call.id).await;
            assert_eq!(elsewhere, Vec::<String>::new());
        }
        let read = read_by_all(&later.reader.get("/calendar.ics").await.text);
        assert_eq!(read.occurrences.len(), 1, "all readers find one date, which is off");

        let gone = app.beside_at("2018-04-01T09:00:00Z").await;
        assert_eq!(event(&gone, "/calendar.ics", &call.id).await, Vec::<String>::new());
        assert_eq!(gone.reader.get(&own).await.status, 410);
        let nobody = "/meetings/00000000-0000-7000-8000-000000000001.ics";
        assert_eq!(gone.reader.get(nobody).await.status, 404);
    }

    /// Days that a series gave up, each an event of its own, are told as off; a restart changes nothing.
    async fn uids_that_are_given_up_are_told_as_cancelled(app: TestApp) {
        let id = import(&app, &on_days(&[9, 16, 23])).await;
        let uids = [id.clone(), format!("{id}-20180316"), format!("{id}-20180323")];
        assert_eq!(events(&feed(&app, "/calendar.ics").await).len(), 3);
        import(&app, &details(SEED)).await;

        let restarted = app.beside_at("2018-03-20T09:00:00Z").await;
        for app in [&app, &restarted] {
            for path in ["/calendar.ics", &format!("/meetings/{id}.ics")] {
                let whole = event(app, path, &uids[0]).await;
                assert_has(&whole, &["STATUS:CONFIRMED", "SEQUENCE:1"]);
                for (uid, day) in [(&uids[1], "0316"), (&uids[2], "0323")] {
                    let told = event(app, path, uid).await;
                    assert_has(&told, &[
                        "STATUS:CANCELLED",
                        "SEQUENCE:1",
                        "SUMMARY:[Cancelled] DC Coordination Group\\, Virtual Meeting XXV",
                        &format!("DTSTART:2018{day}T130000Z"),
                    ]);
                    assert!(told.join("").contains("present times"), "{told:?}");
                }
            }
        }
        let month_later = app.beside_at("2018-04-01T09:00:00Z").await;
        let left = events(&feed(&month_later, "/calendar.ics").await);
        assert_eq!(left.len(), 1);

        // What comes back is told as itself again.
        import(&app, &on_days(&[9, 16])).await;
        let back = event(&app, "/calendar.ics", &uids[1]).await;
        assert_has(&back, &["STATUS:CONFIRMED", "SEQUENCE:2"]);
        let off = event(&app, "/calendar.ics", &uids[2]).await;
        assert_has(&off, &["STATUS:CANCELLED", "SEQUENCE:1"]);
    }

    /// Without a new date, a meeting stays where its readers have it, whatever it was before.
    async fn what_has_no_date_any_more_stays_at_the_last_one(app: TestApp) {
        let window = DayWindow::new("2018-09-01".parse().unwrap(), "2018-11-30".parse().unwrap(), None);
        let window = Timing::Once(Times::Window(window.expect("a window")));
        let note = Note::parse("The host fell ill.").expect("a note");
        let mut id = String::new();
        for before in [details(SEED), on_days(&[9, 16])] {
            id = import(&app, &before).await;
            for (timing, status, mark) in [
                (Timing::Once(Times::Unknown), Status::Postponed, "[Postponed]"),
                (window.clone(), Status::Confirmed, "[Date to be confirmed]"),
                (window.clone(), Status::Postponed, "[Postponed]"),
            ] {
                let vague = details(SEED).at(timing).saying(|said| {
                    said.status = status;
                    said.status_note = Some(note.clone());
                });
                import(&app, &vague).await;
                let restarted = app.beside_at("2018-03-02T09:00:00Z").await;
                for app in [&app, &restarted] {
                    let told = event(app, "/calendar.ics?group=dccg", &id).await;
                    assert_has(&told, &[
                        "DTSTART:20180309T130000Z",
                        "STATUS:TENTATIVE",
                        "TRANSP:TRANSPARENT",
                        &format!("SUMMARY:{mark} DC Coordination Group\\, Virtual Meeting XXV"),
                    ]);
                    assert!(told.join("").contains("The host fell ill."), "{told:?}");
                }
            }
        }
        let set = Times::Day(DaySpan::new("2018-10-01".parse().unwrap(), "2018-10-01".parse().unwrap(), None).unwrap());
        import(&app, &details(SEED).at(Timing::Once(set))).await;
        let told = event(&app, "/calendar.ics", &id).await;
        assert_has(&told, &["DTSTART;VALUE=DATE:20181001", "STATUS:CONFIRMED"]);
    }

    /// A query that one date of a series meets has that date, on the page and in the feed; and the
    /// feed reaches as far as the page.
    async fn page_and_feed_of_one_query_hold_the_same_times(app: TestApp) {
        let call = Posted::publish(&app, &weekly()).await;
        let hybrid = [
            ("mode", "hybrid"), ("city", "Geneva"), ("country", "Switzerland"),
            ("access_url", "https://intgovforum.webex.example/join/25"),
        ];
        let one = [("scope", "one:2018-03-23")];
        let check = call.answer_after(&app, &one, "how", &hybrid).await;
        call.approve(&app, &check).await;
        let far = DaySpan::new("2028-07-01".parse().unwrap(), "2028-07-01".parse().unwrap(), None);
        let far = Timing::Once(Times::Day(far.expect("a day")));
        let forum = details(SEED).at(far);
        import(&app, &forum).await;

        for (query, starts) in [
            ("?mode=hybrid", &["2018-03-23"][..]),
            ("?mode=virtual", &["2018-03-09", "2018-03-16", "2018-03-30", "2018-04-06", "2028-07-01"]),
            ("?group=dccg", &["2018-03-09", "2018-03-16", "2018-03-23", "2018-03-30", "2018-04-06", "2028-07-01"]),
        ] {
            let page = app.reader.get(&format!("/en/{query}")).await;
            assert_eq!(page.texts(".entry").len(), starts.len(), "{query}");
            let feed = app.reader.get(&format!("/calendar.ics{query}")).await;
            assert_eq!(lint_ical(&feed.bytes), Vec::<String>::new());
            let read = read_by_all(&feed.text).occurrences;
            let read: Vec<&str> = read.iter().map(|one| &one.start_utc[..10]).collect();
            assert_eq!(read, starts, "{query}");
        }
        let twins = [
            event(&app, "/calendar.ics?mode=hybrid", &call.id).await,
            event(&app, "/calendar.ics", &call.id).await,
        ];
        assert!(has(&twins[0], "EXDATE") && !has(&twins[1], "EXDATE"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_of_a_series_can_be_taken_by_itself() {
    let app = TestApp::on_sqlite().await;
    let call = Posted::publish(&app, &weekly()).await;
    let own = format!("/meetings/{}.ics", call.id);
    let page = app
        .reader
        .get(&format!("/en/meetings/{}?on=2018-03-23", call.id))
        .await;
    let buttons = page.attributes(".acts a.quiet", "href");
    assert_eq!(buttons, [format!("{own}?on=2018-03-23"), own.clone()]);

    let alone = events(&feed(&app, &format!("{own}?on=2018-03-23")).await);
    assert_eq!(alone.len(), 1);
    assert_eq!(alone[0].0, format!("{}-on-20180323", call.id));
    assert_has(&alone[0].1, &["DTSTART:20180323T130000Z", "SEQUENCE:0"]);
    assert!(!has(&alone[0].1, "RRULE") && !has(&alone[0].1, "RECURRENCE-ID"));
    for wrong in ["2018-03-24", "soon"] {
        let page = app.reader.get(&format!("{own}?on={wrong}")).await;
        assert_problem(&page, "on");
    }

    let reason = [("withdraw_reason", "Off")];
    let withdraw = format!("/desk/meetings/{}/withdraw", call.id);
    call.desk.post(&withdraw, &reason).await;
    let off = events(&feed(&app, &format!("{own}?on=2018-03-23")).await);
    assert_eq!(off[0].0, format!("{}-on-20180323", call.id));
    assert_has(&off[0].1, &["STATUS:CANCELLED", "DTSTART:20180323T130000Z"]);
}

/// That a parameter is refused to a program.
fn assert_problem(page: &Page, parameter: &str) -> Value {
    assert_eq!(page.status, 400, "{}", page.text);
    assert_eq!(page.header("content-type"), "application/problem+json");
    let problem: Value = serde_json::from_str(&page.text).expect("JSON");
    assert_eq!(problem["parameter"], parameter, "{problem}");
    problem
}

#[tokio::test(flavor = "multi_thread")]
async fn what_means_nothing_is_refused_and_named() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let own = format!("/meetings/{meeting}");
    for (query, parameter, allowed) in [
        ("colour=red", "colour", "kind, group, topic"),
        ("groups=dccg", "groups", "kind, group, topic"),
        ("group=no-such-group", "group", "acronym"),
        ("group=dccg&group=nobody", "group", "nobody"),
        ("kind=dc", "kind", "dynamic-coalition"),
        ("mode=online", "mode", "virtual"),
        ("topic=nothing", "topic", "write"),
        ("region=Atlantis", "region", "Europe"),
        ("language=english", "language", "pt-BR"),
        ("recording=no", "recording", "yes"),
        ("past=soon", "past", "90d"),
        ("lang=tlh", "lang", "zh"),
        ("page=2", "page", "kind, group"),
    ] {
        let page = app.reader.get(&format!("/calendar.ics?{query}")).await;
        let problem = assert_problem(&page, parameter);
        if parameter != "topic" {
            assert!(problem["detail"].to_string().contains(allowed), "{problem}");
        }
    }
    for path in [
        "/groups/dccg.ics?group=dccg",
        "/groups/dccg.ics?x=",
        &format!("{own}.ics?mode=virtual"),
    ] {
        assert_eq!(app.reader.get(path).await.status, 400, "{path}");
    }
    for (path, named, without) in [
        (
            "/en/?mode=virtual&colour=red",
            "colour",
            "/en/?mode=virtual",
        ),
        (
            "/en/?mode=virtual&kind=dc&page=1",
            "dc",
            "/en/?mode=virtual&page=1",
        ),
        ("/en/past?year=MMXVIII", "MMXVIII", "/en/past"),
        ("/en/?page=two", "two", "/en/"),
        ("/en/subscribe?group=nobody", "nobody", "/en/subscribe"),
        ("/en/groups?kind=mag", "kind", "/en/groups"),
        ("/en/groups/dccg?sort=name", "sort", "/en/groups/dccg"),
        ("/en/privacy?x=y", "x", "/en/privacy"),
        (
            &format!("/en{own}?on=tomorrow"),
            "tomorrow",
            &format!("/en{own}"),
        ),
        ("/en/?x%3Cscript%3E=1", "x<script>", "/en/"),
    ] {
        let page = app.reader.get(path).await;
        assert_eq!(page.status, 400, "{path}");
        assert!(page.words().contains(named), "{path}: {}", page.words());
        assert!(!page.text.contains("<script>x"), "{path}");
        let links = page.attributes("main a", "href");
        assert_eq!(links, [without, "/en/"], "{path}");
        assert_eq!(app.reader.get(without).await.status, 200, "{without}");
    }
    for lang in ["ar", "es", "fr", "ru", "zh"] {
        let page = app.reader.get(&format!("/{lang}/?kind=dc")).await;
        assert_eq!(page.status, 400);
        assert!(
            !page.words().contains("Its values"),
            "{lang}: {}",
            page.words()
        );
    }
    // Nobody's mistakes.
    for fine in [
        "/en/?utm_source=letter&fbclid=x&gclid=y&mc_cid=z",
        "/en/?kind=&group=&topic=&mode=&q=",
        "/en/past?q=&recording=yes&page=1&year=2018",
        "/en/?q=anything+at+all",
        "/calendar.ics?group=&past=all&lang=fr",
        &format!("{own}.ics?past=all"),
    ] {
        assert_eq!(app.reader.get_at_once(fine).await.status, 200, "{fine}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn capitals_and_acronyms_lead_to_the_one_spelling() {
    let app = TestApp::on_sqlite().await;
    for (asked, there) in [
        ("/groups/IRPC.ics", "/groups/irpc.ics"),
        ("/groups/DC-IoT.ics?past=all", "/groups/dc-iot.ics?past=all"),
        ("/en/groups/DC-IoT", "/en/groups/dc-iot"),
        ("/calendar.ics?group=IRPC", "/calendar.ics?group=irpc"),
        (
            "/calendar.ics?mode=Virtual&past=1y&kind=MAG",
            "/calendar.ics?kind=mag&mode=virtual&past=1y",
        ),
        (
            "/calendar.ics?group=dccg&utm_source=x",
            "/calendar.ics?group=dccg",
        ),
        (
            "/fr/past?group=DCCG&year=2018",
            "/fr/past?group=dccg&year=2018",
        ),
        ("/en/?language=EN", "/en/?language=en"),
    ] {
        let sent = app.reader.get_at_once(asked).await;
        assert_eq!(
            (sent.status.as_u16(), sent.header("location")),
            (308, there),
            "{asked}"
        );
        assert_eq!(app.reader.get(asked).await.status, 200, "{asked}");
    }
    let page = app.reader.get("/groups/IRPC").await;
    assert_eq!(
        (page.status.as_u16(), &*page.path),
        (200, "/en/groups/irpc")
    );
    let next = app.reader.get_at_once("/groups/IRPC/next").await;
    assert_eq!(next.header("location"), "/en/groups/irpc");
}
