//! Subscribing: what other people's programs make of our feeds, event by event, and what HTTP
//! promises them about every byte.

use crate::support::app::{Page, TestApp};
use crate::support::calendars::{ReadEvent, read_by_all};
use crate::support::lint::lint_ical;
use crate::support::meetings::{SEED, with};
use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use igf_calendar::acts::Actor;
use igf_calendar::domain::times::DaySpan;
use igf_calendar::domain::{End, MeetingDetails, Status, Times, Timing, Zone};
use igf_calendar::import::{MEETINGS_FILE, read_meetings};
use igf_calendar::store::PublishedRevision;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// What an event has to say: summary, status, whether it is of whole days, start and end.
type Expected = (String, &'static str, bool, String, String);

#[tokio::test(flavor = "multi_thread")]
async fn readers_understand_every_event_of_the_demonstration_alike() {
    let app = TestApp::on_sqlite_at("2026-11-23T12:00:00Z").await;
    app.acts
        .show_demo(&Actor::System)
        .expect("the demonstration");
    app.until_public().await;
    let whole = feed(&app, "/calendar.ics?past=all").await;
    let events = read_by_all(&whole.text).events;

    // From the file itself, by another library's time zones.
    let file: Value = serde_json::from_str(MEETINGS_FILE).expect("JSON");
    let in_file: BTreeMap<&str, Option<Expected>> = file
        .as_array()
        .expect("an array")
        .iter()
        .map(|entry| (entry["id"].as_str().expect("an id"), from_file(entry)))
        .collect();
    let published = app.store.published_since(0).expect("the log").meetings;
    let (mut dated, mut slugs) = (0, BTreeSet::new());
    for meeting in &published {
        slugs.extend(meeting.details.said.groups().map(ToString::to_string));
        // The twin slots and the meeting in two parts have a story of their own, `awkward`.
        if meeting.details.timing.is_plural() {
            continue;
        }
        let event = events
            .iter()
            .find(|event| event.uid == Some(meeting.id.to_string()));
        let expected = match &meeting.details.said.provenance {
            Some(provenance) => in_file[provenance.id.as_str()].clone(),
            None => from_model(&meeting.details),
        };
        let title = &meeting.details.said.title;
        assert_eq!(event.map(told), expected, "{title}");
        assert_eq!(
            from_model(&meeting.details),
            expected,
            "{title}: our own model"
        );
        if let Some(event) = event {
            assert_eq!(event.sequence, Some(0), "{title}");
            dated += 1;
        }
    }
    assert_eq!(
        (published.len(), dated, events.len()),
        (155 + 18, 151 + 15, 151 + 2 * 2 + 15 + 3)
    );

    // The feeds of groups and meetings say the same of the same meetings, to the byte.
    let texts = vevents(&whole.text);
    let mut in_groups = BTreeSet::new();
    for slug in &slugs {
        let page = feed(&app, &format!("/groups/{slug}.ics?past=all")).await;
        for (uid, text) in vevents(&page.text) {
            assert_eq!(Some(&text), texts.get(&uid), "{slug}");
            in_groups.insert(uid);
        }
    }
    assert_eq!(
        in_groups.len(),
        texts.len(),
        "each is in the feed of its group"
    );
    let mut in_meetings = BTreeMap::new();
    for uid in texts.keys().filter(|uid| is_own(uid, &published)) {
        let page = feed(&app, &format!("/meetings/{uid}.ics")).await;
        in_meetings.extend(vevents(&page.text));
    }
    assert_eq!(in_meetings, texts);
    let uid = events
        .iter()
        .filter_map(|event| event.uid.clone())
        .find(|uid| is_own(uid, &published))
        .expect("a meeting");
    for path in [
        "/groups/arab-igf.ics?past=all",
        &format!("/meetings/{uid}.ics"),
    ] {
        for event in read_by_all(&feed(&app, path).await.text).events {
            assert!(events.contains(&event), "{path}");
        }
    }

    // What a subscriber gets unasked: no archive, and no secret way into a meeting.
    let window = feed(&app, "/calendar.ics").await;
    assert_eq!(
        vevents(&window.text).len(),
        18,
        "the samples of the weeks ahead alone"
    );
    for secret in [
        "sample-2468",
        "kia-ora",
        "135 790",
        "meet.example.org",
        "calendar.invalid",
    ] {
        assert!(
            !whole.text.replace("\r\n ", "").contains(secret),
            "{secret}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_unasked_reaches_ninety_days_back() {
    let app = TestApp::on_sqlite().await;
    let details = read_meetings(MEETINGS_FILE).expect("meetings").meetings[0]
        .details
        .clone();
    let today = app.now.date_naive();
    let mut uids = Vec::new();
    for days in [0, 90, 93, 800] {
        let day = today - Days::new(days);
        let span = DaySpan::new(day, day, Some(Zone::utc())).expect("a day");
        let details = details.clone().at(Timing::Once(Times::Day(span)));
        app.acts
            .import_meeting(&Actor::Importer, &format!("old:{days}"), &details, true)
            .expect("an import");
        let newest = app.store.published_since(0).expect("the log").meetings;
        let newest = newest
            .into_iter()
            .max_by_key(|meeting| meeting.seq)
            .expect("a meeting");
        uids.push(newest.id.to_string());
    }
    app.until_public().await;
    for (query, count) in [("", 2), ("?past=1y", 3), ("?past=12w", 1), ("?past=all", 4)] {
        let found = vevents(&feed(&app, &format!("/calendar.ics{query}")).await.text);
        let expected: BTreeSet<_> = uids[..count].iter().collect();
        assert_eq!(found.keys().collect::<BTreeSet<_>>(), expected, "{query:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn http_says_exactly_when_a_feed_has_changed() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let own = format!("/meetings/{meeting}.ics");
    for (path, file) in [
        ("/calendar.ics", "igf-calendar"),
        ("/groups/dccg.ics", "igf-dccg"),
        (
            own.as_str(),
            "igf-dc-coordination-group-virtual-meeting-xxv",
        ),
    ] {
        let plain = feed(&app, path).await;
        assert_eq!(plain.header("content-type"), "text/calendar; charset=utf-8");
        assert_eq!(
            plain.header("content-disposition"),
            format!("inline; filename=\"{file}.ics\"")
        );
        assert_eq!(
            plain.header("last-modified"),
            "Thu, 01 Mar 2018 09:00:00 GMT"
        );
        assert!(
            plain
                .header("vary")
                .to_lowercase()
                .contains("accept-encoding")
        );
        let tag = plain.header("etag").to_owned();
        assert!(
            tag.starts_with('"') && tag.ends_with('"') && tag.len() > 20,
            "{tag}"
        );
        let again = feed(&app, path).await;
        assert_eq!(
            (&again.bytes, again.header("etag")),
            (&plain.bytes, tag.as_str())
        );

        let head = app.reader.request("HEAD", path).await;
        assert_eq!((head.status.as_u16(), head.bytes.len()), (200, 0));
        for name in ["etag", "content-type", "last-modified"] {
            assert_eq!(head.header(name), plain.header(name), "{name}");
        }

        let zipped = app
            .reader
            .get_with(path, &[("accept-encoding", "br;q=0.5, gzip;q=0.8")])
            .await;
        assert_eq!(zipped.header("content-encoding"), "gzip");
        let mut unzipped = Vec::new();
        flate2::read::GzDecoder::new(&zipped.bytes[..])
            .read_to_end(&mut unzipped)
            .expect("gzip");
        assert_eq!(unzipped, plain.bytes);
        let zipped_tag = zipped.header("etag").to_owned();
        let browsers = [("accept-encoding", "gzip, deflate, br, zstd")];
        let small = app.reader.get_with(path, &browsers).await;
        assert_eq!(small.header("content-encoding"), "br");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &small.bytes[..], &mut unpacked).expect("brotli");
        assert_eq!(unpacked, plain.bytes);
        assert!(small.bytes.len() < zipped.bytes.len());
        let small_tag = small.header("etag").to_owned();
        let tags = BTreeSet::from([&tag, &zipped_tag, &small_tag]);
        assert_eq!(tags.len(), 3, "other bytes, another tag");
        for other in ["identity", "br;q=0", "gzip;q=0"] {
            let page = app
                .reader
                .get_with(path, &[("accept-encoding", other)])
                .await;
            assert_eq!(
                (&page.bytes, page.header("etag")),
                (&plain.bytes, tag.as_str()),
                "{other}"
            );
            assert!(page.header("content-encoding").is_empty(), "{other}");
        }

        for (known, encoding, is_new) in [
            (tag.clone(), "identity", false),
            (zipped_tag.clone(), "gzip", false),
            (small_tag.clone(), "gzip", false),
            (format!("\"old\", W/{tag}"), "identity", false),
            (format!("\"a\",{zipped_tag} , \"b\""), "gzip", false),
            ("*".to_owned(), "gzip", false),
            ("\"old\"".to_owned(), "gzip", true),
            (tag.trim_matches('"').to_owned(), "identity", true),
        ] {
            let headers = [
                ("if-none-match", known.as_str()),
                ("accept-encoding", encoding),
            ];
            let page = app.reader.get_with(path, &headers).await;
            assert_eq!(page.status == 200, is_new, "{known}: {}", page.status);
            if !is_new {
                assert_eq!(
                    (page.status.as_u16(), page.bytes.len()),
                    (304, 0),
                    "{known}"
                );
                let expected = if encoding == "gzip" {
                    &zipped_tag
                } else {
                    &tag
                };
                assert_eq!(page.header("etag"), expected);
            }
        }
    }

    // Another group's news changes the calendar's feed, and nothing about this group's.
    let before = [
        feed(&app, "/calendar.ics").await,
        feed(&app, "/groups/dccg.ics").await,
    ];
    app.publish(&with(SEED, &[("group", "igf-mag"), ("title", "MAG call")]))
        .await;
    let after = [
        feed(&app, "/calendar.ics").await,
        feed(&app, "/groups/dccg.ics").await,
    ];
    assert_ne!(before[0].header("etag"), after[0].header("etag"));
    assert_eq!(
        (&before[1].bytes, before[1].header("etag")),
        (&after[1].bytes, after[1].header("etag"))
    );
    let known = [("if-none-match", before[0].header("etag"))];
    assert_eq!(
        app.reader.get_with("/calendar.ics", &known).await.status,
        200
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_keeps_its_name_and_counts_its_changes() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let desk = app.secretary("Anja").await;
    for sequence in 1..=2 {
        let title = format!("Virtual Meeting, changed {sequence} times; [and] \\ more");
        let check = desk
            .post(&format!("/desk/meetings/{meeting}/edit"), &[])
            .await;
        let who = check.path.replace("/check", "/who");
        let check = desk.post(&who, &with(SEED, &[("title", &title)])).await;
        assert!(
            check.path.ends_with("/check"),
            "{}: {:?}",
            check.path,
            check.errors()
        );
        desk.post(&check.path.replace("/check", "/send"), &[]).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let waiting = feed(&app, "/calendar.ics").await.text;
        assert!(
            waiting.contains(&format!("SEQUENCE:{}\r\n", sequence - 1)),
            "{waiting}"
        );
        desk.decide(&revision, "approved", "").await;
        let events = read_by_all(&feed(&app, "/calendar.ics").await.text).events;
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].uid.as_ref(), Some(&meeting));
        assert_eq!(events[0].sequence, Some(sequence));
        assert_eq!(events[0].summary.as_ref(), Some(&title));
        assert_eq!(events[0].start_utc, "2018-03-09T13:00:00Z");
        assert_eq!(events[0].end_utc, "2018-03-09T14:00:00Z");
        assert_eq!(events[0].tzid, None, "what is held once is in UTC");
    }
    // Neither who posted it, nor the way in, leaves with a copy that nobody can call back.
    for path in [
        "/calendar.ics",
        "/groups/dccg.ics",
        &format!("/meetings/{meeting}.ics"),
    ] {
        let text = feed(&app, path).await.text.replace("\r\n ", "");
        assert!(
            text.contains(&format!("{}/meetings/{meeting}/join", app.base)),
            "{text}"
        );
        for hidden in [
            "ana@dynamic.example.org",
            "Ana Example",
            "dccg25",
            "webex.example/join/25",
        ] {
            assert!(!text.contains(hidden), "{hidden} in {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_subscribed_to_is_said_in_http() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    app.publish(&with(SEED, &[("group", "igf-mag"), ("title", "MAG call")]))
        .await;
    for path in [
        "/groups/no-such-group.ics",
        "/meetings/0197a0b0-0000-7000-8000-000000000000.ics",
        "/meetings/0.ics",
    ] {
        assert_eq!(app.reader.get(path).await.status, 404, "{path}");
    }
    for path in ["/calendar.ics?past=nonsense", "/groups/dccg.ics?past=-1d"] {
        let page = app.reader.get(path).await;
        assert_eq!(page.status, 400, "{path}");
        assert_eq!(page.header("content-type"), "application/problem+json");
        let problem: Value = serde_json::from_str(&page.text).expect("JSON");
        assert_eq!(problem["status"], 400);
        let detail = problem["detail"].as_str().expect("a detail");
        assert!(
            detail.starts_with("past=\"") && detail.contains("90d"),
            "{detail}"
        );
    }

    let both = ["DC Coordination Group\\, Virtual Meeting XXV", "MAG call"];
    for (query, expected) in [
        ("", &both[..]),
        ("?group=dccg&group=igf-mag", &both),
        ("?kind=mag", &both[1..]),
        ("?q=xxv", &both[..1]),
        ("?mode=virtual&kind=mag", &both[1..]),
        ("?mode=hybrid", &[]),
        ("?group=", &both),
    ] {
        let page = feed(&app, &format!("/calendar.ics{query}")).await;
        let unfolded = page.text.replace("\r\n ", "");
        let mut found: Vec<_> = unfolded
            .lines()
            .filter_map(|line| line.strip_prefix("SUMMARY:"))
            .collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{query:?}");
    }
    // A feed with nothing in it can be subscribed to all the same.
    let empty = read_by_all(&feed(&app, "/calendar.ics?mode=hybrid").await.text);
    assert!(empty.events.is_empty());
}

/// A feed that is there, and without fault.
async fn feed(app: &TestApp, path: &str) -> Page {
    let page = app.reader.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    let faults = lint_ical(&page.bytes);
    assert!(faults.is_empty(), "{path}: {}", faults.join("\n"));
    page
}

/// The events of a feed as they are written, by UID.
fn vevents(ics: &str) -> BTreeMap<String, String> {
    let unfolded = ics.replace("\r\n ", "");
    unfolded
        .split("BEGIN:VEVENT\r\n")
        .skip(1)
        .map(|event| {
            let event = event.split("END:VEVENT").next().unwrap_or_default();
            let uid = event.lines().find_map(|line| line.strip_prefix("UID:"));
            (uid.expect("a UID").to_owned(), event.to_owned())
        })
        .collect()
}

/// Whether it is the name of a meeting, and not of one of its parts.
fn is_own(uid: &str, published: &[PublishedRevision]) -> bool {
    published
        .iter()
        .any(|meeting| meeting.id.to_string() == uid)
}

fn told(event: &ReadEvent) -> Expected {
    let status = match event.status.as_deref() {
        Some("CONFIRMED") => "CONFIRMED",
        Some("TENTATIVE") => "TENTATIVE",
        Some("CANCELLED") => "CANCELLED",
        other => panic!("{other:?} is no status of ours"),
    };
    let summary = event.summary.clone().unwrap_or_default();
    let (start, end) = (event.start_utc.clone(), event.end_utc.clone());
    (summary, status, event.all_day, start, end)
}

/// What an entry of the file means, without any of our own code; `None` if it has no date.
fn from_file(entry: &Value) -> Option<Expected> {
    let text = |field: &str| entry[field].as_str().filter(|text| !text.is_empty());
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let is_vague =
        text("date_precision") != Some("minute") && text("date_precision") != Some("day");
    let (mark, status) = match text("status")? {
        "tentative" => ("[Tentative] ", "TENTATIVE"),
        "postponed" => ("[Postponed] ", "TENTATIVE"),
        "moved-online" => ("[Moved online] ", "CONFIRMED"),
        _ => ("", "CONFIRMED"),
    };
    let mark = if is_vague {
        "[Date to be confirmed] "
    } else {
        mark
    };
    let summary = format!("{mark}{}", text("title")?);
    let days = |first: NaiveDate, after: NaiveDate| {
        Some((
            summary.clone(),
            status,
            true,
            first.to_string(),
            after.to_string(),
        ))
    };
    match text("date_precision")? {
        "year" => None,
        "month" => {
            let first = date(&format!("{}-01", text("start_local")?));
            days(first, first + Months::new(1))
        }
        "day" => {
            let first = date(text("start_local")?);
            days(first, text("end_local").map_or(first, date) + Days::new(1))
        }
        _ => {
            let zone: Tz = text("tz").unwrap_or("UTC").parse().expect("a zone");
            let instant = |local: Option<&str>, utc: Option<&str>| -> Option<DateTime<Utc>> {
                let utc = utc.map(|utc| utc.parse().expect("RFC 3339"));
                let local = local.map(|local| {
                    let local: NaiveDateTime = local.parse().expect("a local time");
                    zone.from_local_datetime(&local)
                        .single()
                        .expect("once")
                        .to_utc()
                });
                utc.or(local)
            };
            let start = instant(text("start_local"), text("start_utc"))?;
            let first = start.with_timezone(&zone).date_naive();
            if let Some(last) = text("end_local").filter(|end| end.len() == 10) {
                return days(first, date(last) + Days::new(1));
            }
            let end = instant(text("end_local"), text("end_utc"));
            let end = end.unwrap_or(start + TimeDelta::hours(1));
            let last = end.with_timezone(&zone).date_naive();
            if last > first && end - start >= TimeDelta::hours(18) {
                return days(first, last + Days::new(1));
            }
            Some((summary, status, false, rfc3339(start), rfc3339(end)))
        }
    }
}

/// What the domain makes of a meeting.
fn from_model(details: &MeetingDetails) -> Option<Expected> {
    let (is_vague, title) = (
        matches!(details.timing, Timing::Once(Times::Window(_))),
        &details.said.title,
    );
    let (mark, status) = match details.said.status {
        Status::Confirmed => ("", "CONFIRMED"),
        Status::Tentative => ("[Tentative] ", "TENTATIVE"),
        Status::Postponed => ("[Postponed] ", "TENTATIVE"),
        Status::MovedOnline => ("[Moved online] ", "CONFIRMED"),
        Status::Cancelled => ("[Cancelled] ", "CANCELLED"),
    };
    let mark = if is_vague {
        "[Date to be confirmed] "
    } else {
        mark
    };
    let (is_day, start, end) = match &details.timing {
        Timing::Once(Times::Unknown) => return None,
        Timing::Once(Times::Window(window)) if window.days() > 31 => return None,
        Timing::Once(Times::Exact(times)) if !times.is_multi_day() => {
            let end = match times.end() {
                End::At(_) => times.end_utc()?,
                _ => times.start_utc() + TimeDelta::hours(1),
            };
            (false, rfc3339(times.start_utc()), rfc3339(end))
        }
        schedule => {
            let (first, last) = schedule.days()?;
            (true, first.to_string(), (last + Days::new(1)).to_string())
        }
    };
    Some((format!("{mark}{title}"), status, is_day, start, end))
}

fn rfc3339(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
