//! Entries with one thing wrong each: the refusal or the remark names it.

use super::{good_group, good_meeting, meeting_with, read_one, refusals, remarks, with};
use crate::domain::{End, Fold, LinkKind, Remote, Times, Timing};
use crate::import::{read_groups, read_meetings};
use serde_json::{Value, json};

#[test]
fn the_entry_that_is_spoilt_below_is_good() {
    let (meeting, report) = read_one(&json!({}));
    assert!(meeting.is_some());
    assert_eq!(report.to_string(), "1 taken, 0 refused, 0 remarks");
}

#[test]
fn what_cannot_be_is_refused_by_field_and_reason() {
    let long_title = json!({ "title": "x".repeat(201) });
    let eleven = vec![json!({"label": "a", "url": "https://example.org"}); 11];
    let many_documents = json!({ "documents": eleven });
    for (changes, field, reason) in [
        (&long_title, "title", "is longer than 200 characters"),
        (&many_documents, "documents", "has more than 10 entries"),
        (&json!({"title": " "}), "title", "is missing"),
        (&json!({"title": 7}), "title", "is a number, not text"),
        (
            &json!({"title_lang": "english!"}),
            "title_lang",
            "is not a language tag",
        ),
        (&json!({"title_lang": null}), "title_lang", "is missing"),
        (
            &json!({"group_slug": "DC Test"}),
            "group_slug",
            "is not lower-case letters, digits and hyphens",
        ),
        (
            &json!({"status": "maybe"}),
            "status",
            "\"maybe\" is none of the choices",
        ),
        (
            &json!({"mode": "phone"}),
            "mode",
            "\"phone\" is none of the choices",
        ),
        (
            &json!({"date_precision": "week"}),
            "date_precision",
            "\"week\" is none of the choices",
        ),
        (
            &json!({"all_day": "no"}),
            "all_day",
            "is text, not true or false",
        ),
        (&json!({"tz": "CET"}), "tz", "is not a known time zone"),
        (&json!({"tz": null}), "tz", "is missing"),
        (&json!({"start_local": null}), "start_local", "is missing"),
        (
            &json!({"start_local": 2024}),
            "start_local",
            "is a number, not text",
        ),
        (
            &json!({"start_local": "6 May"}),
            "start_local",
            "\"6 May\" is not a time of day",
        ),
        (
            &json!({"start_local": "2024-05-06"}),
            "start_local",
            "\"2024-05-06\" is not a time of day",
        ),
        (
            &json!({"start_local": "2024-05-06T10:00:30"}),
            "start_local",
            "is not a whole minute",
        ),
        (
            &json!({"start_local": "1924-05-06T10:00:00"}),
            "start_local",
            "is not between 1990 and 2100",
        ),
        (
            &json!({"start_local": "2024-03-31T02:30:00"}),
            "start_local",
            "does not exist there: clocks skip from 2024-03-31 01:30:00 to 2024-03-31 03:30:00",
        ),
        (
            &json!({"start_local": "2024-10-27T02:30:00", "end_local": null}),
            "start_local",
            "happens twice there: at +02:00 and again at +01:00",
        ),
        (
            &json!({"end_local": "2024-05-06T10:00:00"}),
            "end_local",
            "is not after the start",
        ),
        (
            &json!({"end_local": "2024-05-05"}),
            "end_local",
            "is not after the start",
        ),
        (
            &json!({"end_local": "2024-06-30"}),
            "end_local",
            "spans more than 31 days",
        ),
        (
            &json!({"end_local": "2024-05-32"}),
            "end_local",
            "\"2024-05-32\" is not a date",
        ),
        (
            &json!({"end_local": null, "end_utc": "2024-05-06T08:00:00Z"}),
            "end_utc",
            "is not after the start",
        ),
        (
            &json!({"start_utc": "2024-05-06T10:00:00"}),
            "start_utc",
            "\"2024-05-06T10:00:00\" is not a time of day",
        ),
        (
            &json!({"start_utc": "2024-05-06T10:00:00Z"}),
            "start_utc",
            "is 2024-05-06 12:00:00 in Europe/Zurich, not start_local",
        ),
        (
            &json!({"date_precision": "day"}),
            "start_local",
            "\"2024-05-06T10:00:00\" is not a date",
        ),
        (
            &json!({"date_precision": "month", "start_local": "2024-13"}),
            "start_local",
            "is not a date",
        ),
        (
            &json!({"date_precision": "year", "start_local": "24"}),
            "start_local",
            "is not a date",
        ),
        (
            &json!({"access_url": "javascript:alert(1)"}),
            "access_url",
            "is not an http or https address",
        ),
        (
            &json!({"registration_url": "see below"}),
            "registration_url",
            "is not an http or https address",
        ),
        (
            &json!({"source_url": "mailto:a@example.org"}),
            "source_url",
            "is not an http or https address",
        ),
        (
            &json!({"agenda_items": "Opening"}),
            "agenda_items",
            "is text, not a list",
        ),
        (
            &json!({"agenda_items": ["Opening", {}]}),
            "agenda_items[1]",
            "is an object, not text",
        ),
        (
            &json!({"awkward": [["a"]]}),
            "awkward[0]",
            "is a list, not text",
        ),
        (
            &json!({"documents": ["https://example.org"]}),
            "documents[0]",
            "is text, not an object",
        ),
        (
            &json!({"documents": [
                {"label": "a", "url": "https://example.org"},
                {"label": "b", "url": "data:text/html,x"},
            ]}),
            "documents[1].url",
            "is not an http or https address",
        ),
        (
            &json!({"documents": [{"label": "a"}]}),
            "documents[0].url",
            "is missing",
        ),
        (&json!({"id": null}), "id", "is missing"),
    ] {
        let (meeting, report) = read_one(changes);
        assert_eq!(meeting, None, "{field} {reason}");
        assert_eq!(refusals(&report), [(field, reason)]);
        assert_eq!((report.taken, report.refused), (0, 1));
        let name = if field == "id" { "entry 1" } else { "m1" };
        assert_eq!(report.refusals[0].id, name);
    }
}

#[test]
fn every_problem_of_an_entry_is_named_and_the_others_are_taken() {
    let file = json!([
        good_meeting(),
        meeting_with(&json!({"id": "m2", "title": "", "mode": "phone", "tz": "Mars/Olympus"})),
        meeting_with(&json!({"id": "m3"})),
    ]);
    let read = read_meetings(&file.to_string()).unwrap();
    let ids: Vec<&str> = read.meetings.iter().map(|m| m.id.as_str()).collect();
    assert_eq!(ids, ["m1", "m3"]);
    assert_eq!(
        read.report.to_string(),
        "refused  m2: title is missing\n\
         refused  m2: tz is not a known time zone\n\
         refused  m2: mode \"phone\" is none of the choices\n\
         2 taken, 1 refused, 0 remarks"
    );
}

#[test]
fn the_second_of_two_with_the_same_name_is_refused() {
    let file = json!([good_meeting(), meeting_with(&json!({"id": " m1 "}))]);
    let read = read_meetings(&file.to_string()).unwrap();
    assert_eq!(read.meetings.len(), 1);
    let reason = "was given before, in entry 1 of the file";
    assert_eq!(refusals(&read.report), [("id", reason)]);

    let file = json!([good_group(), good_group()]);
    let read = read_groups(&file.to_string()).unwrap();
    assert_eq!(read.groups.len(), 1);
    assert_eq!(refusals(&read.report), [("slug", reason)]);
}

#[test]
fn what_is_not_understood_is_remarked_and_never_silent() {
    for (changes, field, reason) in [
        (
            json!({"colour": "red"}),
            "colour",
            "is not a field of this file; it was left out",
        ),
        (
            json!({"documents": [{"url": "https://example.org", "size": 3}]}),
            "documents[0].size",
            "is not a field of this file; it was left out",
        ),
        (
            json!({"title": "A  call\u{202e}"}),
            "title",
            "was tidied; it is kept as \"A call\"",
        ),
        (
            json!({"all_day": true}),
            "all_day",
            "contradicts date_precision, which was believed",
        ),
        (
            json!({"date_precision": "day", "all_day": true, "start_local": "2024-05-06",
                   "end_local": null, "end_utc": "2024-05-06T10:00:00Z"}),
            "end_utc",
            "is more exact than date_precision; it was left out",
        ),
        (
            json!({"mode": "in-person", "access_url": "https://example.org/live"}),
            "access_url",
            "was left out: the meeting is in person only",
        ),
    ] {
        let (meeting, report) = read_one(&changes);
        assert!(meeting.is_some(), "{report}");
        assert_eq!(remarks(&report), [(field, reason)]);
    }
}

#[test]
fn an_instant_beside_the_local_time_settles_which_of_two_it_is() {
    for (instant, fold) in [
        ("2024-10-27T00:30:00Z", Fold::Earlier),
        ("2024-10-27T01:30:00Z", Fold::Later),
    ] {
        let (meeting, report) = read_one(&json!({
            "start_local": "2024-10-27T02:30", "start_utc": instant, "end_local": null,
        }));
        let Some(Timing::Once(Times::Exact(times))) = meeting.map(|meeting| meeting.details.timing)
        else {
            panic!("{report}")
        };
        assert_eq!(times.start().fold(), Some(fold));
        assert_eq!(times.end(), End::Open);
    }
}

#[test]
fn an_instant_gets_the_clock_of_its_zone() {
    let (meeting, report) = read_one(&json!({
        "tz": "Asia/Kathmandu", "start_local": null, "start_utc": "2024-05-06T10:00:00Z",
        "end_local": null, "end_utc": "2024-05-06T11:00:00Z",
    }));
    let Some(Timing::Once(Times::Exact(times))) = meeting.map(|meeting| meeting.details.timing)
    else {
        panic!("{report}")
    };
    assert_eq!(times.start().local().to_string(), "2024-05-06 15:45:00");
    assert_eq!(times.zone().name(), "Asia/Kathmandu");
}

#[test]
fn a_date_that_nobody_knows_is_unknown() {
    let unknown = json!({
        "date_precision": "unknown", "all_day": null, "tz": null,
        "start_local": null, "end_local": null,
    });
    let (meeting, report) = read_one(&unknown);
    assert_eq!(
        meeting.unwrap().details.timing,
        Timing::Once(Times::Unknown)
    );
    assert!(report.remarks.is_empty());
}

#[test]
fn the_kind_of_a_link_is_only_guessed_where_the_label_says_it() {
    for (label, kind) in [
        ("Transcript", LinkKind::Transcript),
        ("Captioning", LinkKind::Transcript),
        ("Transcript of day 3", LinkKind::Transcript),
        ("Summary (PDF)", LinkKind::Summary),
        ("Meeting report", LinkKind::Summary),
        ("Recording", LinkKind::Recording),
        ("Video", LinkKind::Recording),
        ("Slides", LinkKind::Slides),
        ("List post (holds the recording link)", LinkKind::Document),
        ("Recording policy", LinkKind::Document),
        ("Report form", LinkKind::Document),
        ("", LinkKind::Document),
    ] {
        let document = json!({"label": label, "url": "https://example.org"});
        let (meeting, _) = read_one(&json!({ "documents": [document] }));
        let link = &meeting.unwrap().details.said.links[0];
        assert_eq!(link.kind, kind, "{label}");
        assert_eq!(link.label.as_ref().map_or("", |kept| kept.as_str()), label);
    }
}

#[test]
fn registration_alone_means_that_the_link_comes_with_it() {
    let (meeting, _) = read_one(&json!({"registration_url": "forms.example.org/1"}));
    let details = meeting.unwrap().details;
    assert_eq!(details.said.remote, Some(Remote::AtRegistration));
    let registration = details.said.registration.clone().unwrap();
    assert_eq!(registration.url.as_str(), "https://forms.example.org/1");
    assert!(!registration.required);
}

#[test]
fn groups_are_refused_by_field_and_reason_too() {
    for (changes, field, reason) in [
        (
            json!({"slug": "DC Test"}),
            "slug",
            "is not lower-case letters, digits and hyphens",
        ),
        (json!({"slug": ""}), "slug", "is missing"),
        (json!({"name": null}), "name", "is missing"),
        (
            json!({"kind": "club"}),
            "kind",
            "\"club\" is none of the choices",
        ),
        (
            json!({"website": "javascript:x"}),
            "website",
            "is not an http or https address",
        ),
        (
            json!({"languages": ["en", "x"]}),
            "languages[1]",
            "is not a language tag",
        ),
        (
            json!({"topics": ["Big Data"]}),
            "topics[0]",
            "is not lower-case letters, digits and hyphens",
        ),
        (
            json!({"active_from": 2015}),
            "active_from",
            "is a number, not text",
        ),
    ] {
        let file = Value::Array(vec![with(good_group(), &changes)]).to_string();
        let read = read_groups(&file).unwrap();
        assert!(read.groups.is_empty(), "{field}");
        assert_eq!(refusals(&read.report), [(field, reason)]);
    }
    let file = json!([with(
        good_group(),
        &json!({"languages": ["en", "fr", "en"], "motto": "x"})
    )]);
    let read = read_groups(&file.to_string()).unwrap();
    assert_eq!(read.groups[0].languages.len(), 2);
    assert_eq!(read.report.remarks.len(), 2);
}
