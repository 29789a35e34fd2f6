//! The demonstration's own files, which are real and awkward.

use super::{read_groups, real_meetings};
use crate::domain::times::WindowShape;
use crate::domain::{End, LinkKind, MeetingDetails, Mode, Place, Remote, Status, Times, Timing};
use crate::import::{GROUPS_FILE, MEETINGS_FILE};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn details(id: &str) -> MeetingDetails {
    let mut meetings = real_meetings().meetings.into_iter();
    let found = meetings.find(|meeting| meeting.id == id);
    found.unwrap_or_else(|| panic!("{id} is there")).details
}

fn raw_meetings() -> Vec<Value> {
    serde_json::from_str(MEETINGS_FILE).unwrap()
}

#[test]
fn every_group_is_taken_without_a_remark() {
    let read = read_groups(GROUPS_FILE).unwrap();
    assert_eq!(read.report.to_string(), "169 taken, 0 refused, 0 remarks");
    assert_eq!(read.groups.len(), 169);
    let raw: Vec<Value> = serde_json::from_str(GROUPS_FILE).unwrap();
    for (group, raw) in read.groups.iter().zip(&raw) {
        assert_eq!(group.name.as_str(), raw["name"].as_str().unwrap());
        assert_eq!(group.kind.as_str(), raw["kind"].as_str().unwrap());
        let topics: Vec<&str> = group.topics.iter().map(|topic| topic.as_str()).collect();
        assert_eq!(Value::from(topics), raw["topics"], "{}", group.slug);
        let acronym = group.acronym.as_ref().map_or("", |line| line.as_str());
        assert_eq!(acronym, raw["acronym"].as_str().unwrap());
    }
}

#[test]
fn every_meeting_is_taken_without_a_remark() {
    let read = real_meetings();
    assert_eq!(read.report.to_string(), "156 taken, 0 refused, 0 remarks");
    assert_eq!(read.meetings.len(), 156);
}

#[test]
fn every_meeting_keeps_its_words_letter_for_letter() {
    for (meeting, raw) in real_meetings().meetings.iter().zip(raw_meetings()) {
        let text = |field: &str| raw[field].as_str().unwrap().trim().to_owned();
        let details = &meeting.details;
        let provenance = details.said.provenance.as_ref().unwrap();
        assert_eq!(meeting.id, text("id"));
        assert_eq!(provenance.id.as_str(), meeting.id);
        assert_eq!(details.said.title.as_str(), text("title"));
        assert_eq!(details.said.text_language.as_str(), text("title_lang"));
        assert_eq!(
            details.said.category.as_ref().unwrap().as_str(),
            text("category")
        );
        let notes = provenance.notes.as_ref().map_or("", |notes| notes.as_str());
        assert_eq!(notes, text("notes"));
        let agenda: Vec<&str> = details
            .said
            .agenda
            .iter()
            .map(|item| item.as_str())
            .collect();
        assert_eq!(Value::from(agenda), raw["agenda_items"], "{}", meeting.id);
        let tags: Vec<&str> = provenance.tags.iter().map(|tag| tag.as_str()).collect();
        assert_eq!(Value::from(tags), raw["awkward"], "{}", meeting.id);
        let city = details.said.place.as_ref().and_then(Place::venue);
        let city = city.and_then(|venue| venue.city.as_ref());
        assert_eq!(city.map_or("", |city| city.as_str()), text("city"));
    }
}

#[test]
fn every_meeting_belongs_to_a_group_of_the_other_file() {
    let groups: BTreeSet<String> = read_groups(GROUPS_FILE)
        .unwrap()
        .groups
        .into_iter()
        .map(|group| group.slug.to_string())
        .collect();
    for meeting in real_meetings().meetings {
        assert!(
            groups.contains(meeting.details.said.group.as_str()),
            "{}",
            meeting.id
        );
    }
}

#[test]
fn precision_is_neither_gained_nor_lost() {
    let mut written: BTreeMap<&str, usize> = BTreeMap::new();
    let raw = raw_meetings();
    for meeting in &raw {
        let kind = match meeting["date_precision"].as_str().unwrap() {
            "minute" => "exact",
            "day" => "day",
            _ => "window",
        };
        *written.entry(kind).or_default() += 1;
    }
    let mut read: BTreeMap<&str, usize> = BTreeMap::new();
    for meeting in real_meetings().meetings {
        let kind = match meeting.details.timing {
            Timing::Once(Times::Exact(_)) => "exact",
            Timing::Once(Times::Day(_)) => "day",
            Timing::Once(Times::Window(_)) => "window",
            Timing::Once(Times::Unknown) => "unknown",
            Timing::Parts(_) => "parts",
            Timing::Slots(_) => "slots",
            Timing::Series(_) => "series",
        };
        *read.entry(kind).or_default() += 1;
    }
    assert_eq!(read, written);
    assert_eq!(
        read,
        BTreeMap::from([("exact", 62), ("day", 90), ("window", 4)])
    );
}

#[test]
fn a_day_without_a_zone_gets_none() {
    let Timing::Once(Times::Day(span)) = details("m008").timing else {
        panic!("a day")
    };
    assert_eq!(span.first().to_string(), "2020-05-06");
    assert_eq!((span.last(), span.zone()), (span.first(), None));
    let without_zone = real_meetings().meetings.into_iter().filter(|meeting| {
        matches!(meeting.details.timing, Timing::Once(Times::Day(_)))
            && meeting.details.timing.zone().is_none()
    });
    assert_eq!(without_zone.count(), 18);
}

#[test]
fn months_and_years_become_windows() {
    for (id, shape, first, last, zone) in [
        (
            "m227",
            WindowShape::Month,
            "2021-09-01",
            "2021-09-30",
            Some("Europe/Chisinau"),
        ),
        (
            "m235",
            WindowShape::Month,
            "2016-05-01",
            "2016-05-31",
            Some("Europe/Zurich"),
        ),
        ("m167", WindowShape::Year, "2016-01-01", "2016-12-31", None),
        (
            "m204",
            WindowShape::Year,
            "2023-01-01",
            "2023-12-31",
            Some("America/Bogota"),
        ),
    ] {
        let Timing::Once(Times::Window(window)) = details(id).timing else {
            panic!("{id} has a window")
        };
        assert_eq!(window.shape(), shape, "{id}");
        assert_eq!(window.earliest().to_string(), first, "{id}");
        assert_eq!(window.latest().to_string(), last, "{id}");
        assert_eq!(window.zone().map(|zone| zone.name()), zone, "{id}");
    }
}

#[test]
fn ends_are_as_exact_as_they_are_written() {
    for (id, zone, start, end, end_is_exact) in [
        (
            "m065",
            "Asia/Riyadh",
            "2024-02-27T09:00:00",
            "2024-02-29",
            false,
        ),
        (
            "m262",
            "Asia/Taipei",
            "2018-07-13T09:30:00",
            "2018-07-14",
            false,
        ),
        (
            "m198",
            "America/Guyana",
            "2024-08-21T09:00:00",
            "2024-08-23T17:00:00",
            true,
        ),
    ] {
        let Timing::Once(Times::Exact(times)) = details(id).timing else {
            panic!("{id} is exact")
        };
        assert_eq!(times.zone().name(), zone);
        assert_eq!(times.start().local(), start.parse().unwrap());
        assert!(times.is_multi_day(), "{id}");
        match times.end() {
            End::At(moment) if end_is_exact => assert_eq!(moment.local(), end.parse().unwrap()),
            End::On(day) if !end_is_exact => assert_eq!(day.to_string(), end),
            other => panic!("{id} ends {other:?}"),
        }
    }
    let Timing::Once(Times::Exact(open)) = details("m002").timing else {
        panic!("exact")
    };
    assert!(open.zone().is_utc());
    assert_eq!(open.end(), End::Open);
    assert_eq!(open.start_utc().to_rfc3339(), "2024-08-06T12:30:00+00:00");
}

#[test]
fn titles_in_other_scripts_stay_whole() {
    for (id, language, title) in [
        (
            "m245",
            "ar",
            "المؤتمر التشاوري لتأسيس المنتدى العربي لحوكمة الإنترنت",
        ),
        ("m262", "zh-Hant", "2018 臺灣網路治理論壇 (TWIGF 2018)"),
        (
            "m240",
            "ru",
            "12-й Российский форум по управлению интернетом (RIGF 2022)",
        ),
    ] {
        let details = details(id);
        assert_eq!(details.said.title.as_str().as_bytes(), title.as_bytes());
        assert_eq!(details.said.text_language.as_str(), language);
    }
}

#[test]
fn a_virtual_meeting_keeps_the_place_that_it_is_hosted_from() {
    let caribbean = details("m195");
    assert_eq!(caribbean.said.mode, Mode::Virtual);
    let venue = caribbean
        .said
        .place
        .as_ref()
        .and_then(Place::venue)
        .unwrap();
    assert_eq!(venue.in_one_line(), "Zoom");
    let russian = details("m240");
    let venue = russian.said.place.as_ref().and_then(Place::venue).unwrap();
    assert_eq!(venue.in_one_line(), "Россия");
    assert_eq!(details("m167").said.place, Some(Place::ToFollow));
    assert_eq!(details("m002").said.place, None);
}

#[test]
fn ways_in_are_what_the_file_knows() {
    let url = "https://intgovforum.zoom.us/j/96034656611";
    let points = details("m128").said.remote.clone().unwrap();
    assert_eq!(points.points()[0].url.as_ref().unwrap().as_str(), url);
    for (id, required) in [("m126", true), ("m066", false)] {
        let details = details(id);
        assert_eq!(details.said.remote, Some(Remote::AtRegistration), "{id}");
        assert_eq!(
            details.said.registration.clone().unwrap().required,
            required,
            "{id}"
        );
    }
    assert_eq!(details("m002").said.remote, Some(Remote::NotRecorded));
    assert_eq!(details("m262").said.remote, None);
}

#[test]
fn an_invisible_mark_in_an_address_is_kept_encoded() {
    let source = details("m039")
        .said
        .provenance
        .clone()
        .unwrap()
        .url
        .unwrap();
    assert!(source.as_str().ends_with("-1300-pm-utc-%E2%80%8E"));
}

#[test]
fn statuses_and_kinds_of_links_are_read() {
    assert_eq!(details("m185").said.status, Status::Postponed);
    assert_eq!(details("m258").said.status, Status::MovedOnline);
    assert_eq!(details("m167").said.status, Status::Tentative);
    assert_eq!(details("m259").said.status, Status::Confirmed);
    let mut kinds: BTreeMap<String, LinkKind> = BTreeMap::new();
    for meeting in real_meetings().meetings {
        for link in meeting.details.said.links.clone() {
            kinds.insert(link.label.unwrap().into(), link.kind);
        }
    }
    let outcomes: Vec<(&str, LinkKind)> = kinds
        .iter()
        .filter(|(_, kind)| **kind != LinkKind::Document)
        .map(|(label, kind)| (label.as_str(), *kind))
        .collect();
    assert_eq!(
        outcomes,
        [
            ("Captioning transcript", LinkKind::Transcript),
            ("Day 3 MAG summary", LinkKind::Summary),
            ("Day 3 transcript", LinkKind::Transcript),
            ("Live transcript", LinkKind::Transcript),
            ("Raw transcript", LinkKind::Transcript),
            ("Real-time transcript", LinkKind::Transcript),
            ("Summary", LinkKind::Summary),
            ("Transcript", LinkKind::Transcript),
        ]
    );
}
