//! The community's real meetings that other calendars get wrong, as a reader finds them here: twin
//! slots, parts, postponed, moved on line, only a month, over the end of a month, across the date
//! line.

use crate::support::app::{Page, TestApp};
use crate::support::calendars::{ReadEvent, read_by_all};
use igf_calendar::acts::Actor;
use igf_calendar::import::{MEETINGS_FILE, read_meetings};

/// What a reader sees of a meeting: its line in the list of a year, and its page.
struct Seen {
    lines: Vec<String>,
    page: Page,
    id: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn awkward_meetings_are_shown_as_a_person_would_expect() {
    let app = TestApp::on_sqlite_at("2026-01-15T12:00:00Z").await;
    let read = read_meetings(MEETINGS_FILE).expect("meetings");
    app.acts
        .import_meetings(&Actor::Importer, read, true)
        .expect("an import");
    app.until_public().await;

    // Two entries of the file, one announcement: choose either.
    let slots = look(&app, "NRIs Virtual Meeting VIIab", 2016).await;
    assert_eq!(slots.lines.len(), 2);
    assert_in(&slots.lines[0], &["08:00", "Slot 2 of 2: choose either"]);
    assert_in(&slots.lines[1], &["13:00", "Slot 1 of 2: choose either"]);
    assert_in(
        &slots.page.words(),
        &[
            "held twice, choose either",
            "Slot 1 Wednesday, 22 June 2016",
            "Slot 2 Thursday, 23 June 2016",
        ],
    );

    // A day with a break for lunch is two sittings, not one of eight hours.
    let parts = look(&app, "MAG Meeting open observers December 2014", 2014).await;
    assert_in(
        &parts.lines[0],
        &["10:00 – 13:00 Zurich (UTC+1)", "Part 1 of 2"],
    );
    assert_in(
        &parts.lines[1],
        &["15:00 – 18:00 Zurich (UTC+1)", "Part 2 of 2"],
    );
    assert_in(
        &parts.page.words(),
        &["in 2 parts", "Part 2 Tuesday, 2 December 2014"],
    );
    // Three days with one beginning and one end, as the file has no more.
    let days = look(&app, "20th Caribbean IGF", 2024).await;
    assert_in(
        &days.lines[0],
        &[
            "21 – 23 August 2024",
            "21 August, 09:00 – 23 August, 17:00 Guyana (UTC−4)",
        ],
    );

    let postponed = look(&app, "Kenya IGF 2024 first date", 2024).await;
    assert_in(&postponed.lines[0], &["24 – 27 June 2024", "Postponed"]);

    for (words, year, date, town) in [
        (
            "EuroDIG 2021",
            2021,
            "28 – 30 June 2021",
            "Local time in Rome",
        ),
        (
            "APrIGF 2025",
            2025,
            "11 – 14 October 2025",
            "Local time in Kathmandu",
        ),
    ] {
        let moved = look(&app, words, year).await;
        assert_in(&moved.lines[0], &[date, town, "Moved online", "Virtual"]);
    }

    for (words, year, month) in [
        ("SEEDIG 7 annual meeting", 2021, "September 2021"),
        ("Swiss IGF 2016 presumably", 2016, "May 2016"),
    ] {
        let vague = look(&app, words, year).await;
        assert_in(
            &vague.lines[0],
            &[month, "Tentative", "Date to be confirmed"],
        );
    }

    for (words, year, dates) in [
        ("المؤتمر التشاوري", 2012, "31 January – 1 February 2012"),
        ("APrIGF 2015", 2015, "30 June – 3 July 2015"),
        ("IGF 2022 Addis", 2022, "28 November – 2 December 2022"),
    ] {
        let spans = look(&app, words, year).await;
        assert!(
            spans.lines.iter().any(|line| line.contains(dates)),
            "{dates} in {:?}",
            spans.lines
        );
    }

    // The day is the one in Vanuatu, though it begins on the day before in UTC.
    let vanuatu = look(&app, "Pacific IGF 2017 Vila", 2017).await;
    assert_in(
        &vanuatu.page.words(),
        &["17 – 18 May 2017", "Days are those in Efate"],
    );

    let text = app.reader.get("/calendar.ics?past=all").await.text;
    let events = read_by_all(&text).events;
    let of = |seen: &Seen| -> Vec<&ReadEvent> {
        let is_its = |uid: &str| uid.starts_with(&seen.id);
        let events = events.iter();
        events
            .filter(|event| event.uid.as_deref().is_some_and(is_its))
            .collect()
    };
    let starts = |seen: &Seen| -> Vec<&str> {
        of(seen)
            .iter()
            .map(|event| event.start_utc.as_str())
            .collect()
    };
    assert_eq!(
        starts(&slots),
        ["2016-06-22T13:00:00Z", "2016-06-23T08:00:00Z"]
    );
    for slot in of(&slots) {
        let summary = slot.summary.as_deref().unwrap_or_default();
        assert!(summary.ends_with("of 2, choose either)"), "{summary}");
        assert_eq!(slot.related_to.len(), 1);
    }
    assert_eq!(
        starts(&parts),
        ["2014-12-02T09:00:00Z", "2014-12-02T14:00:00Z"]
    );
    assert_eq!(starts(&vanuatu), ["2017-05-17"]);
    let postponed = of(&postponed).remove(0);
    assert_eq!(postponed.status.as_deref(), Some("TENTATIVE"));
    let summary = postponed.summary.as_deref().unwrap_or_default();
    assert!(summary.starts_with("[Postponed] "), "{summary}");
}

async fn look(app: &TestApp, words: &str, year: i32) -> Seen {
    let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
    let list = app
        .reader
        .get(&format!("/en/past?year={year}&q={query}"))
        .await;
    let lines: Vec<String> = list
        .texts(".entry")
        .iter()
        .map(|line| line.replace('\u{2009}', " "))
        .collect();
    assert!(!lines.is_empty(), "{words}: {}", list.words());
    let path = list.attributes(".entry h3 a", "href").swap_remove(0);
    let id = path.rsplit('/').next().unwrap_or_default().to_owned();
    Seen {
        lines,
        page: app.reader.get(&path).await,
        id,
    }
}

fn assert_in(text: &str, wanted: &[&str]) {
    for words in wanted {
        assert!(text.contains(words), "{words:?} in {text}");
    }
}
