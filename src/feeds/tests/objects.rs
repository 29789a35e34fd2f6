//! Calendar objects: one for each UID, whole by itself.

use super::series::{changing, in_zurich, listed, weekly};
use super::*;

fn objects(details: MeetingDetails) -> Vec<(String, Vec<String>)> {
    let stock = stock(&snapshot(vec![details]));
    let id = stock.snapshot().meetings()[0].id;
    let objects = stock.objects(id).expect("something to say").iter();
    objects
        .map(|object| (object.uid().to_owned(), lines(&object.calendar())))
        .collect()
}

fn count(lines: &[String], wanted: &str) -> usize {
    lines.iter().filter(|line| line.starts_with(wanted)).count()
}

#[test]
fn what_stands_in_place_of_an_occurrence_belongs_to_the_object_of_its_rule() {
    let moved = changing(in_zurich(weekly("2018-03-13", 4)), "2018-03-20", |one| {
        one.timing = exact("Asia/Tokyo", "2018-03-21 15:00", "2018-03-21 16:00");
    });
    let objects = objects(moved);
    assert_eq!(objects.len(), 1);
    let (uid, lines) = &objects[0];
    assert_eq!(count(lines, "BEGIN:VEVENT"), 2);
    assert_eq!(count(lines, &format!("UID:{uid}")), 2);
    assert_eq!(count(lines, "RECURRENCE-ID"), 1);
    let zones: Vec<_> = lines
        .iter()
        .filter(|line| line.starts_with("TZID:"))
        .collect();
    assert_eq!(zones, ["TZID:Europe/Zurich"]);
}

#[test]
fn each_listed_day_is_an_object_of_its_own() {
    let objects = objects(in_zurich(listed(&["2018-03-13", "2018-03-20"])));
    assert_eq!(objects.len(), 2);
    for (uid, lines) in &objects {
        assert_eq!(count(lines, "BEGIN:VEVENT"), 1);
        assert_has(lines, &[&format!("UID:{uid}")]);
        assert_eq!(count(lines, "BEGIN:VTIMEZONE"), 0);
    }
}

#[test]
fn an_object_says_nothing_of_a_feed() {
    let objects = objects(virtual_meeting("Call", open("UTC", "2018-03-09 10:00")));
    let (_, lines) = &objects[0];
    assert_eq!(lines[0], "BEGIN:VCALENDAR");
    assert_has(lines, &["VERSION:2.0", "CALSCALE:GREGORIAN"]);
    for absent in [
        "METHOD",
        "NAME",
        "SOURCE",
        "X-WR-CALNAME",
        "BEGIN:VTIMEZONE",
    ] {
        assert_eq!(count(lines, absent), 0, "{absent}");
    }
}

#[test]
fn objects_are_found_by_their_uid_alone() {
    let stock = stock(&snapshot(vec![
        in_zurich(listed(&["2018-03-13", "2018-03-20"])),
        virtual_meeting("Call", open("UTC", "2018-03-09 10:00")),
        virtual_meeting("Some day", Timing::Once(Times::Unknown)),
    ]));
    let first = "00000000-0000-7000-8000-000000000001";
    for uid in [
        first,
        "00000000-0000-7000-8000-000000000001-20180320",
        "00000000-0000-7000-8000-000000000002",
    ] {
        assert_eq!(stock.object(uid).map(|object| object.uid()), Some(uid));
    }
    for unknown in [
        "",
        "00000000-0000-7000-8000-000000000001-20180327",
        "00000000-0000-7000-8000-000000000003",
        "00000000-0000-7000-8000-000000000004",
        "00000000-0000-7000-8000-00000000000é",
        &first[1..],
    ] {
        assert!(stock.object(unknown).is_none(), "{unknown}");
    }
}

#[test]
fn a_feed_is_the_bytes_of_its_objects_one_after_the_other() {
    let stock = stock(&snapshot(vec![
        in_zurich(weekly("2018-03-13", 4)),
        in_zurich(listed(&["2018-03-14", "2018-03-20"])),
        virtual_meeting("Call", open("UTC", "2018-03-30 10:00")),
    ]));
    let meetings = stock.snapshot().meetings().iter();
    let texts: String = meetings
        .flat_map(|meeting| stock.objects(meeting.id).expect("objects").iter())
        .map(|object| object.text())
        .collect();
    assert_eq!(texts.matches("BEGIN:VEVENT").count(), 4);
    let feed = whole_of(&info(), &stock);
    assert!(feed.ends_with(&format!("{texts}END:VCALENDAR\r\n")));
}

#[test]
fn the_tag_of_an_object_changes_with_its_bytes_alone() {
    let tags = |title: &str, other: &str| {
        let call = |title: &str| virtual_meeting(title, open("Europe/Zurich", "2018-03-09 10:00"));
        let stock = stock(&snapshot(vec![call(title), call(other)]));
        let tag = |uid: &str| stock.object(uid).expect("an object").etag().to_owned();
        let first = tag("00000000-0000-7000-8000-000000000001");
        (first, tag("00000000-0000-7000-8000-000000000002"))
    };
    let (one, two) = tags("a", "b");
    let (same, changed) = tags("a", "c");
    assert_eq!(one, same);
    assert!(two != changed && one != two);
    assert!(one.len() == 34 && one.starts_with('"') && one.ends_with('"'));
}
