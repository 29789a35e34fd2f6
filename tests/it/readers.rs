//! Every program that we can run at home reads every field of our feeds alike and shows each time at
//! our instants, on a machine in Zurich and on one in Auckland.

use crate::expansion::{READERS_AT, compare, feed, ours, theirs};
use crate::support::app::TestApp;
use crate::support::calendars::{ReadCalendar, read_by_all};
use crate::support::lint::lint_ical;
use crate::support::meetings::{SEED, details, with};
use crate::support::shown::{
    Program, Shown, show_with_fullcalendar, show_with_home_assistant, show_with_node_ical,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use igf_calendar::acts::Actor;
use igf_calendar::domain::{MeetingDetails, Zone};

const PROGRAMS: [(&str, Program); 3] = [
    ("node-ical", show_with_node_ical),
    ("Home Assistant", show_with_home_assistant),
    ("FullCalendar", show_with_fullcalendar),
];

/// What the three readers agree on, once for each time.
fn agreed(read: &ReadCalendar) -> Vec<(Shown, Option<String>)> {
    let all = read.occurrences.iter().map(|one| {
        let of = |recurrence: &Option<String>| {
            read.events
                .iter()
                .find(|event| event.uid == one.uid && event.recurrence_id == *recurrence)
        };
        let event = of(&one.recurrence_id)
            .or_else(|| of(&None))
            .expect("its event");
        let shown = Shown {
            start_utc: one.start_utc.clone(),
            end_utc: one.end_utc.clone(),
            uid: one.uid.clone(),
            status: one.status.clone(),
            summary: one.summary.clone(),
            location: event.location.clone(),
            description: event.description.clone(),
            url: event.url.clone(),
        };
        (shown, event.tzid.clone())
    });
    all.collect()
}

/// FullCalendar tells less. To what a rule repeats it gives the hours of the rule's zone, without saying
/// so: that is right for readers there, and the reason why only rules name a zone.
fn as_in_fullcalendar((shown, zone): (Shown, Option<String>)) -> Shown {
    let on_its_clock = |time: String| match &zone {
        Some(zone) => {
            let zone: Tz = zone.parse().expect("a zone");
            let at: DateTime<Utc> = time.parse().expect("an instant");
            at.with_timezone(&zone)
                .format("%Y-%m-%dT%H:%M:%S")
                .to_string()
        }
        None => time,
    };
    Shown {
        start_utc: on_its_clock(shown.start_utc),
        end_utc: on_its_clock(shown.end_utc),
        uid: None,
        status: None,
        ..shown
    }
}

/// Of a backslash and the `n` after it node-ical makes the backslash and a new line.
fn as_in_node_ical(shown: Shown) -> Shown {
    let read = |text: Option<String>| text.map(|text| text.replace("\\n", "\\\n"));
    Shown {
        summary: read(shown.summary),
        description: read(shown.description),
        ..shown
    }
}

/// Every program shows what the readers agree on, wherever it runs.
fn all_show_alike(ics: &str) -> ReadCalendar {
    assert_eq!(lint_ical(ics.as_bytes()), Vec::<String>::new());
    let read = read_by_all(ics);
    for (name, show) in PROGRAMS {
        let agreed = agreed(&read).into_iter();
        let mut expected: Vec<Shown> = match name {
            "FullCalendar" => agreed.map(as_in_fullcalendar).collect(),
            "node-ical" => agreed.map(|(shown, _)| as_in_node_ical(shown)).collect(),
            _ => agreed.map(|(shown, _)| shown).collect(),
        };
        expected.sort();
        for zone in READERS_AT {
            let shown = show(ics, zone);
            for (shown, expected) in shown.iter().zip(&expected) {
                assert_eq!(shown, expected, "{name} in {zone}");
            }
            assert_eq!(shown.len(), expected.len(), "{name} in {zone}");
        }
    }
    read
}

#[tokio::test(flavor = "multi_thread")]
async fn every_program_shows_the_demonstration_field_by_field() {
    let app = TestApp::on_sqlite_at("2026-11-23T12:00:00Z").await;
    app.acts
        .show_demo(&Actor::System)
        .expect("the demonstration");
    app.until_public().await;
    let ics = app.reader.get("/calendar.ics?past=all").await.text;
    let read = tokio::task::spawn_blocking(move || all_show_alike(&ics)).await;
    let read = read.expect("they agree");
    let at_hours = read.events.iter().filter(|event| !event.all_day);
    let once = at_hours.clone().filter(|event| event.rrule.is_none());
    assert!(once.clone().count() > 60, "{}", once.count());
    for event in at_hours {
        // Only a rule names a zone.
        assert_eq!(event.tzid.is_some(), event.rrule.is_some(), "{event:?}");
    }
}

const HOSTILE: &str =
    "a\\,b;c:\"d\" \\n <b>e</b> & =?utf-8?q?f?= BEGIN:VEVENT %0d%0a ^n 'g' ünïcödé 会议 مرحبا 🦀";

/// In every zone a call that is held once and one every four weeks over a year.
fn in_all_zones() -> Vec<MeetingDetails> {
    let zones = Zone::primary_names();
    let forms = zones.flat_map(|zone| {
        let title = format!("{zone} {HOSTILE}");
        let once = [
            ("zone", zone),
            ("title", &title),
            ("agenda", HOSTILE),
            ("access_label", "x;y,z:\"w\""),
            ("start_day", "28"),
            ("start_month", "10"),
            ("start_year", "2027"),
            ("start_time", "09:30"),
            ("end_time", "11:00"),
        ];
        let again = [
            ("held", "series"),
            ("step", "week"),
            ("every", "4"),
            ("ends", "count"),
            ("count", "13"),
        ];
        let once = details(&with(SEED, &once.map(|(name, value)| (name, value))));
        let series = [
            ("zone", zone),
            ("title", &title),
            ("start_day", "28"),
            ("start_month", "10"),
            ("start_year", "2027"),
            ("start_time", "09:30"),
            ("end_time", "11:00"),
        ];
        let series = [&series[..], &again[..]].concat();
        [once, details(&with(SEED, &series))]
    });
    forms.collect()
}

#[test]
fn every_zone_and_every_text_is_read_alike() {
    let meetings = in_all_zones();
    assert!(meetings.len() > 600, "{}", meetings.len());
    let ics = feed(&meetings);
    let ours = ours(&meetings);
    for (name, theirs) in theirs(&ics) {
        compare(&name, &ours, theirs, &ics);
    }
    let read = all_show_alike(&ics);
    assert!(read.events.iter().any(|event| event.rrule.is_some()));
}

/// 31 October 2027 in Geneva: clocks show 02:30 twice.
#[test]
fn hours_that_come_twice_are_ours_in_every_program() {
    let night = [
        ("start_day", "31"),
        ("start_month", "10"),
        ("start_year", "2027"),
        ("start_time", "02:30"),
        ("end_time", "03:15"),
    ];
    let form =
        |changes: &[(&'static str, &'static str)]| details(&with(&with(SEED, &night), changes));
    let meetings = [
        form(&[("start_fold", "earlier")]),
        form(&[("start_fold", "later")]),
        form(&[
            ("start_time", "01:30"),
            ("end_time", "02:30"),
            ("end_fold", "earlier"),
        ]),
        form(&[
            ("start_time", "01:30"),
            ("end_time", "02:30"),
            ("end_fold", "later"),
        ]),
        form(&[
            ("held", "series"),
            ("step", "week"),
            ("ends", "count"),
            ("count", "3"),
        ]),
        form(&[
            ("start_day", "24"),
            ("held", "series"),
            ("step", "week"),
            ("ends", "count"),
            ("count", "4"),
        ]),
        form(&[
            ("start_time", "23:00"),
            ("start_day", "16"),
            ("end_day", "17"),
            ("end_month", "10"),
            ("end_year", "2027"),
            ("end_time", "04:00"),
            ("held", "series"),
            ("step", "week"),
            ("ends", "count"),
            ("count", "5"),
        ]),
    ];
    let ics = feed(&meetings);
    let ours = ours(&meetings);
    let start = |number: usize| ours.values().nth(number).expect("a meeting")[0].0.as_str();
    assert_eq!(
        (start(0), start(1)),
        ("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z")
    );
    for (name, theirs) in theirs(&ics) {
        compare(&name, &ours, theirs, &ics);
    }
    all_show_alike(&ics);
}
