//! Parts and slots, each an event of its own.

use super::*;
use crate::domain::timing::Sittings;

const FIRST: &str = "00000000-0000-7000-8000-000000000001";

fn sittings(all: &[(&str, &str, &str)]) -> Sittings {
    let times = all.iter().map(|(zone, start, end)| {
        let Timing::Once(Times::Exact(times)) = exact(zone, start, end) else {
            unreachable!()
        };
        times
    });
    Sittings::new(times.collect()).unwrap()
}

fn related(lines: &[String]) -> Vec<&str> {
    lines
        .iter()
        .filter_map(|line| line.strip_prefix("RELATED-TO;RELTYPE=SIBLING:"))
        .collect()
}

#[test]
fn two_slots_are_two_events_that_name_each_other() {
    let slots = sittings(&[
        ("Europe/Zurich", "2018-03-13 15:00", "2018-03-13 16:00"),
        ("Asia/Tokyo", "2018-03-14 10:00", "2018-03-14 11:00"),
    ]);
    let events = events(virtual_meeting("Call", Timing::Slots(slots)));
    let second = format!("{FIRST}-2");
    assert_eq!(events.len(), 2);
    assert_has(
        &events[0],
        &[
            &format!("UID:{FIRST}"),
            &format!("RELATED-TO;RELTYPE=SIBLING:{second}"),
            "DTSTART:20180313T140000Z",
            "SUMMARY:Call (slot 1 of 2\\, choose either)",
            "SEQUENCE:1",
            &format!("URL:{PAGE}"),
        ],
    );
    assert_has(
        &events[1],
        &[
            &format!("UID:{second}"),
            &format!("RELATED-TO;RELTYPE=SIBLING:{FIRST}"),
            "DTSTART:20180314T010000Z",
            "DTEND:20180314T020000Z",
            "SUMMARY:Call (slot 2 of 2\\, choose either)",
            "SEQUENCE:1",
            &format!("LOCATION:{PAGE}/join"),
        ],
    );
    assert_eq!(
        paragraphs(&events[1])[..5],
        [
            &format!("Join: {PAGE}/join"),
            "When: Wednesday 14 March 2018, 10:00 to 11:00, Tokyo (UTC+09:00)",
            "In UTC: 01:00 to 02:00",
            "It is held twice with the same agenda: choose either.",
            "The other slot: Tuesday 13 March 2018, 15:00 to 16:00, Zurich (UTC+01:00); \
             in UTC: 14:00 to 15:00",
        ]
    );
}

#[test]
fn of_three_slots_one_is_chosen_and_the_others_have_numbers() {
    let slots = sittings(&[
        ("UTC", "2018-03-13 07:00", "2018-03-13 08:00"),
        ("UTC", "2018-03-13 15:00", "2018-03-13 16:00"),
        ("UTC", "2018-03-13 23:00", "2018-03-13 23:30"),
    ]);
    let events = events(virtual_meeting("Call", Timing::Slots(slots)));
    assert_eq!(
        value(&events[1], "SUMMARY"),
        "Call (slot 2 of 3\\, choose one)"
    );
    assert_eq!(
        paragraphs(&events[1])[1..5],
        [
            "When: Tuesday 13 March 2018, 15:00 to 16:00 UTC",
            "It is held 3 times with the same agenda: choose one.",
            "Slot 1: Tuesday 13 March 2018, 07:00 to 08:00 UTC",
            "Slot 3: Tuesday 13 March 2018, 23:00 to 23:30 UTC",
        ]
    );
    assert_eq!(
        related(&events[0]),
        [format!("{FIRST}-2"), format!("{FIRST}-3")]
    );
    assert_eq!(related(&events[2]), [FIRST]);
}

#[test]
fn each_part_lists_them_all_and_keeps_its_own_shape() {
    let parts = sittings(&[
        ("Europe/Zurich", "2018-03-20 10:00", "2018-03-21 18:00"),
        ("Europe/Zurich", "2018-03-26 14:00", "2018-03-26 15:00"),
    ]);
    let details = face_to_face("Retreat", Timing::Parts(parts))
        .saying(|said| said.status = Status::Cancelled);
    let events = events(details);
    assert_has(
        &events[0],
        &[
            "SUMMARY:[Cancelled] Retreat (part 1 of 2)",
            "DTSTART;VALUE=DATE:20180320",
            "DTEND;VALUE=DATE:20180322",
        ],
    );
    assert_has(
        &events[1],
        &[
            "SUMMARY:[Cancelled] Retreat (part 2 of 2)",
            "STATUS:CANCELLED",
            "DTSTART:20180326T120000Z",
        ],
    );
    assert_eq!(
        paragraphs(&events[1])[1..6],
        [
            "When: Monday 26 March 2018, 14:00 to 15:00, Zurich (UTC+02:00)",
            "In UTC: 12:00 to 13:00",
            "This is part 2 of 2.",
            "Part 1: Tuesday 20 March 2018, 10:00 to Wednesday 21 March 2018, 18:00, \
             Zurich (UTC+01:00); in UTC: 09:00 to Wednesday 21 March 2018, 17:00",
            "Part 2: Monday 26 March 2018, 14:00 to 15:00, Zurich (UTC+02:00); \
             in UTC: 12:00 to 13:00",
        ]
    );
}

#[test]
fn a_slot_that_moved_says_when_it_was_to_be_and_the_other_does_not() {
    let slots = |second: &str, end: &str| {
        Timing::Slots(sittings(&[
            ("Europe/Zurich", "2018-03-13 10:00", "2018-03-13 11:00"),
            ("Europe/Zurich", second, end),
        ]))
    };
    let before = slots("2018-03-13 16:00", "2018-03-13 17:00");
    let after = slots("2018-03-13 18:00", "2018-03-13 19:00");
    let details = virtual_meeting("Call", after.clone());
    let change = PublishedChange {
        at: utc("2018-03-01T09:00:00Z"),
        what: alterations(&virtual_meeting("Call", before.clone()), &details),
        moved: Default::default(),
        sittings: moved_sittings(&before, &after),
        note: None,
    };
    let group = group("Dynamic Coalition on the Internet of Things");
    let events = events_of(&snapshot_with_history(group, vec![details], vec![change]));
    assert_eq!(
        value(&events[0], "SUMMARY"),
        "Call (slot 1 of 2\\, choose either)"
    );
    assert!(!value(&events[0], "DESCRIPTION").contains("before"));
    assert_eq!(
        value(&events[1], "SUMMARY"),
        "[Rescheduled] Call (slot 2 of 2\\, choose either)"
    );
    let said = "Rescheduled: before, it was on Tuesday 13 March 2018, 16:00 to 17:00, Zurich \
                (UTC+01:00).";
    assert!(
        paragraphs(&events[1]).contains(&said.to_owned()),
        "{events:?}"
    );
}
