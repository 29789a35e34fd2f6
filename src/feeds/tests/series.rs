//! Series: what the rule says, what stands in place of it, and which names stay.

use super::*;
use crate::domain::series::{Dates, Ends, Recurrence, Rule, Run, Step};
use chrono::NaiveTime;

const FIRST: &str = "00000000-0000-7000-8000-000000000001";

fn hour(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn rule(first: &str, step: Step, every: u8, ends: Ends) -> Recurrence {
    Recurrence::Rule(Rule::new(day(first), step, every, ends).unwrap())
}

pub(super) fn weekly(first: &str, count: u16) -> Recurrence {
    rule(first, Step::Week, 1, Ends::Count(count))
}

pub(super) fn listed(days: &[&str]) -> Recurrence {
    let days = days.iter().map(|text| day(text)).collect();
    Recurrence::Dates(Dates::new(days).unwrap())
}

pub(super) fn run(name: &str, hours: (&str, &str), recurrence: Recurrence) -> Run {
    Run::new(zone(name), hour(hours.0), Some(hour(hours.1)), recurrence).unwrap()
}

fn call(run: Run) -> MeetingDetails {
    virtual_meeting("Call", Timing::Series(Series::new(run, None)))
}

pub(super) fn weekly_in(zone: &str, first: &str) -> MeetingDetails {
    call(run(zone, ("15:00", "16:00"), weekly(first, 2)))
}

pub(super) fn in_zurich(recurrence: Recurrence) -> MeetingDetails {
    call(run("Europe/Zurich", ("15:00", "16:00"), recurrence))
}

fn times(name: &str, start: &str, end: &str) -> ExactTimes {
    let Timing::Once(Times::Exact(times)) = exact(name, start, end) else {
        unreachable!()
    };
    times
}

/// The series after an edit of one occurrence, before any was held.
pub(super) fn changing(
    details: MeetingDetails,
    date: &str,
    change: impl FnOnce(&mut MeetingDetails),
) -> MeetingDetails {
    let (scope, now) = (Scope::One(day(date)), utc("2018-01-01T00:00:00Z"));
    let mut one = details.within(scope, now).unwrap();
    change(&mut one);
    details.with_change(scope, one, now).unwrap()
}

/// UID and RECURRENCE-ID, or DTSTART, of each event.
fn names(events: &[Vec<String>]) -> Vec<String> {
    let line = |event: &[String], name: &str| {
        let found = event.iter().find(|line| line.starts_with(name));
        found.map(|line| line.rsplit(':').next().unwrap().to_owned())
    };
    events
        .iter()
        .map(|event| {
            let uid = line(event, "UID").unwrap().replace(FIRST, "id");
            match line(event, "RECURRENCE-ID") {
                Some(when) => format!("{uid} for {when}"),
                None => format!("{uid} from {}", line(event, "DTSTART").unwrap()),
            }
        })
        .collect()
}

#[test]
fn every_second_tuesday_is_one_event_that_says_the_rule() {
    let until = Ends::Until(day("2018-06-01"));
    let mut details = in_zurich(rule("2018-03-13", Step::MonthWeekday, 1, until));
    details.said_mut().agenda = vec![AgendaItem::parse("Welcome").unwrap()];
    let lines = event(details);
    assert_has(
        &lines,
        &[
            &format!("UID:{FIRST}"),
            "DTSTART;TZID=Europe/Zurich:20180313T150000",
            "DTEND;TZID=Europe/Zurich:20180313T160000",
            "RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20180509T130000Z",
            "SUMMARY:Call",
            &format!("URL:{PAGE}"),
        ],
    );
    assert_eq!(
        paragraphs(&lines)[..4],
        [
            &format!("Join: {PAGE}/join"),
            "When: every second Tuesday of the month, 15:00 to 16:00, Zurich, until 8 May 2018",
            "",
            "Agenda:"
        ]
    );
    assert!(!value(&lines, "DESCRIPTION").contains("UTC"));
    for absent in ["EXDATE", "RECURRENCE-ID", "RELATED-TO"] {
        assert!(!lines.iter().any(|line| line.starts_with(absent)));
    }
}

#[test]
fn each_step_has_its_rule_and_its_words() {
    let count = Ends::Count(3);
    for (first, step, every, text, words) in [
        (
            "2018-03-13",
            Step::Week,
            1,
            "FREQ=WEEKLY;UNTIL=20180328T130000Z",
            "every Tuesday, 15:00 to 16:00, Zurich, until 27 March 2018",
        ),
        (
            "2018-03-15",
            Step::Week,
            2,
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=20180413T130000Z",
            "every 2 weeks on Thursday, 15:00 to 16:00, Zurich, until 12 April 2018",
        ),
        (
            "2018-01-31",
            Step::MonthDay,
            1,
            "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20180601T130000Z",
            "the 31st of every month where there is one, 15:00 to 16:00, Zurich, until 31 May 2018",
        ),
        (
            "2018-01-22",
            Step::MonthDay,
            3,
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=22;UNTIL=20180723T130000Z",
            "every 3 months on the 22nd, 15:00 to 16:00, Zurich, until 22 July 2018",
        ),
        (
            "2018-03-30",
            Step::MonthLastWeekday,
            2,
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;UNTIL=20180728T130000Z",
            "every 2 months on the last Friday, 15:00 to 16:00, Zurich, until 27 July 2018",
        ),
        (
            "2018-01-31",
            Step::MonthWeekday,
            1,
            "FREQ=MONTHLY;BYDAY=5WE;UNTIL=20180830T130000Z",
            "every fifth Wednesday of the month where there is one, 15:00 to 16:00, Zurich, \
             until 29 August 2018",
        ),
    ] {
        let lines = event(in_zurich(rule(first, step, every, count)));
        assert_eq!(value(&lines, "RRULE"), text);
        assert_eq!(paragraphs(&lines)[1], format!("When: {words}"));
    }
}

#[test]
fn in_utc_everything_is_in_utc() {
    let run = run("UTC", ("23:00", "00:30"), weekly("2018-03-13", 3))
        .skipping(day("2018-03-13"))
        .unwrap();
    let details = changing(call(run), "2018-03-20", |one| {
        one.said_mut().status = Status::Cancelled
    });
    let events = events(details);
    assert_has(
        &events[0],
        &[
            "DTSTART:20180313T230000Z",
            "DTEND:20180314T003000Z",
            "RRULE:FREQ=WEEKLY;UNTIL=20180328T230000Z",
            "EXDATE:20180313T230000Z",
        ],
    );
    assert_eq!(
        paragraphs(&events[0])[1],
        "When: every Tuesday, 23:00 to 00:30 on the next day UTC, until 27 March 2018"
    );
    assert_has(&events[1], &["RECURRENCE-ID:20180320T230000Z"]);
}

#[test]
fn what_is_left_out_is_left_out_even_on_the_first_day() {
    let run = run("Europe/Zurich", ("15:00", "16:00"), weekly("2018-03-13", 4))
        .skipping(day("2018-03-13"))
        .unwrap()
        .skipping(day("2018-03-27"))
        .unwrap();
    assert_has(
        &event(call(run)),
        &[
            &format!("UID:{FIRST}"),
            "DTSTART;TZID=Europe/Zurich:20180313T150000",
            "EXDATE;TZID=Europe/Zurich:20180313T150000",
            "EXDATE;TZID=Europe/Zurich:20180327T150000",
        ],
    );
}

#[test]
fn what_is_unlike_the_others_is_said_whole_in_its_place() {
    let details = in_zurich(weekly("2018-03-13", 5));
    let details = changing(details, "2018-03-13", |one| {
        one.said_mut().status = Status::Cancelled;
    });
    let details = changing(details, "2018-03-27", |one| {
        one.said_mut().title = Title::parse("Special call").unwrap();
        one.timing = exact("Asia/Kathmandu", "2018-03-29 09:00", "2018-03-29 11:00");
    });
    let all = events(details.clone());
    assert_eq!(
        names(&all),
        [
            "id from 20180313T150000",
            "id for 20180313T150000",
            "id for 20180327T150000"
        ]
    );
    assert_has(
        &all[1],
        &[
            "RECURRENCE-ID;TZID=Europe/Zurich:20180313T150000",
            "DTSTART:20180313T140000Z",
            "DTEND:20180313T150000Z",
            "STATUS:CANCELLED",
            "TRANSP:TRANSPARENT",
            "SUMMARY:[Cancelled] Call",
            "SEQUENCE:1",
            "DTSTAMP:20180301T100000Z",
            "LAST-MODIFIED:20180301T100000Z",
            "CREATED:20180201T090000Z",
            &format!("URL:{PAGE}?on=2018-03-13"),
        ],
    );
    assert_has(
        &all[2],
        &[
            "RECURRENCE-ID;TZID=Europe/Zurich:20180327T150000",
            "DTSTART:20180329T031500Z",
            "SUMMARY:Special call",
            "STATUS:CONFIRMED",
            &format!("URL:{PAGE}?on=2018-03-27"),
            &format!("LOCATION:{PAGE}/join?on=2018-03-27"),
        ],
    );
    let said = paragraphs(&all[2]);
    assert_eq!(
        said[..3],
        [
            &format!("Join: {PAGE}/join?on=2018-03-27"),
            "When: Thursday 29 March 2018, 09:00 to 11:00, Kathmandu (UTC+05:45)",
            "In UTC: 03:15 to 05:15"
        ],
        "it was there from the first: nobody was told otherwise"
    );
    assert_eq!(
        said.last().unwrap(),
        &format!("Details: {PAGE}?on=2018-03-27")
    );
    let feed = whole(&snapshot(vec![details]));
    assert!(!feed.contains("TZID:Asia/Kathmandu\r\n"));
    assert!(all.iter().all(|event| {
        let rules = event.iter().filter(|line| line.starts_with("RRULE"));
        rules.count() == usize::from(event == &all[0])
    }));
}

/// The events of a series after it was published as each of these, one after the other.
fn events_after(published: &[MeetingDetails]) -> Vec<Vec<String>> {
    events_of(&snapshot_after(published))
}

/// The feed of one date of such a series.
fn of_date_after(published: &[MeetingDetails], date: &str) -> String {
    let id = MeetingId::parse(FIRST).unwrap();
    let stock = stock(&snapshot_after(published));
    let feed = of_date(&info(), id, day(date), &stock).unwrap();
    feed.text().to_owned()
}

fn snapshot_after(published: &[MeetingDetails]) -> Snapshot {
    let mut history = Vec::new();
    for pair in published.windows(2) {
        let change = PublishedChange {
            at: utc("2018-03-01T09:00:00Z"),
            what: alterations(&pair[0], &pair[1]),
            moved: moved_dates(&pair[0], &pair[1]),
            sittings: moved_sittings(&pair[0].timing, &pair[1].timing),
            note: None,
        };
        history.insert(0, change);
    }
    let group = group("Dynamic Coalition on the Internet of Things");
    let newest = published.last().unwrap().clone();
    snapshot_with_history(group, vec![newest], history)
}

#[test]
fn a_date_is_rescheduled_from_when_readers_were_told() {
    let first = changing(in_zurich(weekly("2018-03-13", 3)), "2018-03-20", |one| {
        one.timing = exact("Europe/Zurich", "2018-03-21 15:00", "2018-03-21 16:00");
    });
    let second = changing(first.clone(), "2018-03-20", |one| {
        one.timing = exact("Europe/Zurich", "2018-03-22 15:00", "2018-03-22 16:00");
    });
    let posted = events_after(std::slice::from_ref(&first));
    assert_has(&posted[1], &["SUMMARY:Call"]);
    let all = events_after(&[first.clone(), second.clone()]);
    assert_has(&all[1], &["SUMMARY:[Rescheduled] Call"]);
    assert!(
        value(&all[1], "DESCRIPTION")
            .contains("Rescheduled: before\\, it was on Wednesday 21 March 2018\\, 15:00 to 16:00")
    );
    let back = events_after(&[first.clone(), second, first]);
    assert!(value(&back[1], "DESCRIPTION").contains("before\\, it was on Thursday 22 March 2018"));
}

#[test]
fn new_hours_are_said_and_the_first_part_goes_on() {
    let now = utc("2018-03-01T12:00:00Z");
    let at = |start, end, first, count| run("Europe/Zurich", (start, end), weekly(first, count));
    let edited = |details: &MeetingDetails, from: &str, run: Run| {
        let scope = Scope::From(day(from));
        let rest = details.within(scope, now).unwrap();
        let rest = rest.at(Timing::Series(Series::new(run, None)));
        details.with_change(scope, rest, now).unwrap()
    };
    let before = in_zurich(weekly("2018-04-03", 5));
    let once = edited(&before, "2018-04-17", at("17:00", "18:00", "2018-04-17", 3));
    let all = events_after(&[before.clone(), once.clone()]);
    assert_eq!(
        names(&all),
        [
            "id from 20180403T150000",
            "id-20180417 from 20180417T170000"
        ]
    );
    assert_eq!(
        paragraphs(&all[0])[1..3],
        [
            "When: every Tuesday, 15:00 to 16:00, Zurich, until 10 April 2018",
            "From 17 April 2018 on: every Tuesday, 17:00 to 18:00, Zurich",
        ]
    );
    assert_eq!(
        paragraphs(&all[1])[1..3],
        [
            "When: every Tuesday, 17:00 to 18:00, Zurich, until 1 May 2018",
            "New hours from 17 April 2018 on; before: 15:00 to 16:00, Zurich",
        ]
    );
    let moved = changing(once.clone(), "2018-04-24", |one| {
        one.said_mut().title = Title::parse("Election").unwrap();
    });
    let all = events_after(&[before.clone(), moved]);
    assert_eq!(value(&all[2], "SUMMARY"), "Election");
    let new_hours = "New hours from 17 April 2018 on; before: 15:00 to 16:00, Zurich";
    assert!(paragraphs(&all[2]).iter().any(|line| line == new_hours));
    let feed = of_date_after(&[before.clone(), once.clone()], "2018-04-24");
    let told = feed.replace("\r\n ", "").replace('\\', "");
    assert!(told.contains(new_hours), "{told}");
    let feed = of_date_after(&[before.clone(), once.clone()], "2018-04-10");
    assert!(!feed.contains("New hours"));
    let twice = edited(&once, "2018-04-10", at("16:00", "17:00", "2018-04-10", 4));
    let all = events_after(&[before, once, twice.clone()]);
    assert_eq!(
        names(&all),
        [
            "id from 20180403T150000",
            "id-20180417 from 20180410T160000"
        ]
    );
    assert_eq!(
        paragraphs(&all[1])[2],
        "New hours from 10 April 2018 on; before: 15:00 to 16:00, Zurich; from 17 April 2018 on \
         17:00 to 18:00, Zurich"
    );
    let days = listed(&["2018-04-10", "2018-05-02"]);
    let by_the_day = run("Europe/Zurich", ("19:00", "20:00"), days);
    let by_the_day = edited(&twice, "2018-04-10", by_the_day);
    let later = run(
        "Europe/Zurich",
        ("08:00", "09:00"),
        listed(&["2018-04-10", "2018-05-02"]),
    );
    let later = edited(&by_the_day, "2018-04-10", later);
    let all = events_after(&[by_the_day, later]);
    assert_eq!(
        paragraphs(&all[0])[3],
        "From 10 April 2018 on: on single dates, 08:00 to 09:00, Zurich"
    );
    assert_eq!(
        paragraphs(&all[2])[3],
        "New hours from 10 April 2018 on; before: 19:00 to 20:00, Zurich"
    );
    // What is called off does not go on.
    let scope = Scope::From(day("2018-04-10"));
    let off = twice.within(scope, now).unwrap();
    let off = off.saying(|said| said.status = Status::Cancelled);
    let off = twice.with_change(scope, off, now).unwrap();
    let all = events_after(&[twice, off]);
    assert!(!value(&all[0], "DESCRIPTION").contains("From 10 April"));
}

#[test]
fn a_day_that_a_run_is_named_for_is_nobody_elses() {
    let named = |run: Run, name: &str| run.named(Some(day(name)));
    let runs = vec![
        run(
            "UTC",
            ("09:00", "10:00"),
            listed(&["2018-03-13", "2018-03-20"]),
        ),
        named(
            run("UTC", ("11:00", "12:00"), weekly("2018-03-27", 2)),
            "2018-03-20",
        ),
    ];
    let series = Series::of_runs(runs, None).unwrap();
    let all = events(virtual_meeting("Call", Timing::Series(series)));
    assert_eq!(
        names(&all),
        [
            "id from 20180313T090000Z",
            "id-20180320-1 from 20180320T090000Z",
            "id-20180320 from 20180327T110000Z"
        ]
    );
}

#[test]
fn a_recording_stands_with_its_own_meeting_alone() {
    let details = changing(in_zurich(weekly("2018-03-13", 3)), "2018-03-20", |one| {
        one.said_mut().links = vec![Link {
            kind: LinkKind::Recording,
            label: None,
            url: WebUrl::parse("https://video.example.org/2").unwrap(),
        }];
    });
    let events = events(details);
    assert_eq!(
        names(&events),
        ["id from 20180313T150000", "id for 20180320T150000"]
    );
    assert_has(&events[1], &["ATTACH:https://video.example.org/2"]);
    assert!(!events[0].iter().any(|line| line.starts_with("ATTACH")));
}

#[test]
fn what_awaits_confirmation_is_an_exception_until_most_does() {
    let awaiting = |from: &str| {
        let run = run("Europe/Zurich", ("15:00", "16:00"), weekly("2018-03-13", 4));
        let series = Series::new(run, Some(day(from)));
        events(virtual_meeting("Call", Timing::Series(series)))
    };
    let events = awaiting("2018-04-01");
    assert_eq!(
        names(&events),
        ["id from 20180313T150000", "id for 20180403T150000"]
    );
    assert_has(&events[0], &["STATUS:CONFIRMED"]);
    assert_has(&events[1], &["STATUS:TENTATIVE"]);
    let events = awaiting("2018-03-14");
    assert_eq!(
        names(&events),
        ["id from 20180313T150000", "id for 20180313T150000"]
    );
    assert_has(
        &events[0],
        &["STATUS:TENTATIVE", "SUMMARY:[Tentative] Call"],
    );
    assert_has(&events[1], &["STATUS:CONFIRMED"]);
}

#[test]
fn a_night_in_which_the_clocks_change_is_pinned() {
    // 25 March 2018: an hour shorter on the stopwatch than on the clock.
    let night = run("Europe/Zurich", ("23:00", "04:00"), weekly("2018-03-17", 3));
    let pinned = events(call(night));
    assert_eq!(
        names(&pinned),
        ["id from 20180317T230000", "id for 20180324T230000"]
    );
    assert_has(
        &pinned[1],
        &["DTSTART:20180324T220000Z", "DTEND:20180325T020000Z"],
    );
    // 28 October 2018: the hour from 2 to 3 comes twice, and the first is meant. Programs do not agree
    // about what a rule or an exception means there.
    let fold = run("Europe/Zurich", ("02:15", "02:45"), weekly("2018-10-21", 3));
    let pinned = events(call(fold));
    assert_eq!(
        names(&pinned),
        [
            "id from 20181021T001500Z",
            "id-20181028 from 20181028T001500Z",
            "id-20181104 from 20181104T011500Z"
        ]
    );
    assert_has(&pinned[1], &["DTEND:20181028T004500Z"]);
}

#[test]
fn nobody_measures_by_a_first_night_in_which_the_clocks_change() {
    let first = run("Europe/Zurich", ("23:00", "04:00"), weekly("2018-03-24", 2));
    assert_eq!(
        names(&events(call(first))),
        [
            "id from 20180324T220000Z",
            "id-20180331 from 20180331T210000Z"
        ]
    );
}

#[test]
fn a_midnight_that_the_clocks_skip_is_said_in_utc() {
    let evenings = run("Asia/Beirut", ("22:00", "00:00"), weekly("2027-03-13", 4));
    let events = events(call(evenings));
    assert_eq!(
        names(&events),
        ["id from 20270313T220000", "id for 20270327T220000"]
    );
    assert_has(
        &events[1],
        &["DTSTART:20270327T200000Z", "DTEND:20270327T220000Z"],
    );
}

/// Programs with zone data of a year ago are an hour off there, whatever a definition says.
#[test]
fn rules_are_not_followed_in_zones_that_changed_theirs() {
    for (zone, first) in [
        ("America/Vancouver", "2026-10-28"),
        ("Africa/Casablanca", "2027-02-03"),
        ("Africa/Cairo", "2024-03-13"),
    ] {
        let events = events(weekly_in(zone, first));
        assert_eq!(events.len(), 2, "{zone}");
        let times = events.iter().map(|event| value(event, "DTSTART"));
        assert!(times.into_iter().all(|time| time.ends_with('Z')), "{zone}");
    }
}

#[test]
fn a_monthly_rule_is_not_trusted_with_an_hour_that_the_clocks_skip() {
    let second_thursday = || rule("2018-02-08", Step::MonthWeekday, 1, Ends::Count(3));
    let at = |hour| events(call(run("America/New_York", hour, second_thursday())));
    assert_eq!(names(&at(("03:00", "04:00"))), ["id from 20180208T030000"]);
    // Skipped on 11 March, a Sunday, on which nothing is held.
    assert_eq!(
        names(&at(("02:30", "03:30"))),
        [
            "id from 20180208T073000Z",
            "id-20180308 from 20180308T073000Z",
            "id-20180412 from 20180412T063000Z"
        ]
    );
    let weekly = run(
        "America/New_York",
        ("02:30", "03:30"),
        weekly("2018-03-08", 3),
    );
    assert_eq!(names(&events(call(weekly))), ["id from 20180308T023000"]);
    // Skipped on the first of October 2023, before the first of them.
    let last_wednesday = rule("2023-10-25", Step::MonthLastWeekday, 1, Ends::Count(2));
    let lord_howe = run("Australia/Lord_Howe", ("02:00", "03:00"), last_wednesday);
    assert_eq!(events(call(lord_howe)).len(), 2);
}

#[test]
fn an_open_end_is_an_hour_on_every_day() {
    let rule = weekly("2018-03-18", 3);
    let open = Run::new(zone("Europe/Zurich"), hour("01:30"), None, rule).unwrap();
    let events = events(call(open));
    assert_eq!(
        names(&events),
        ["id from 20180318T013000", "id for 20180325T013000"]
    );
    assert_has(&events[0], &["DTEND;TZID=Europe/Zurich:20180318T023000"]);
    assert_has(&events[1], &["DTEND:20180325T013000Z"]);
    assert_eq!(
        paragraphs(&events[0])[1..3],
        [
            "When: every Sunday, from 01:30, Zurich, until 1 April 2018",
            "The end time was not given."
        ]
    );
}

#[test]
fn listed_days_are_events_of_their_own() {
    let run = run(
        "Europe/Zurich",
        ("15:00", "16:00"),
        listed(&["2018-03-13", "2018-03-20", "2018-04-10"]),
    )
    .skipping(day("2018-03-20"))
    .unwrap()
    .moving(
        day("2018-04-10"),
        times("Europe/Zurich", "2018-04-11 09:00", "2018-04-11 10:00"),
    )
    .unwrap();
    let events = events(call(run));
    assert_eq!(
        names(&events),
        [
            "id from 20180313T140000Z",
            "id-20180410 from 20180411T070000Z"
        ]
    );
    assert_has(
        &events[1],
        &[
            &format!("RELATED-TO;RELTYPE=SIBLING:{FIRST}"),
            &format!("URL:{PAGE}?on=2018-04-10"),
        ],
    );
    assert_has(&events[0], &[&format!("URL:{PAGE}?on=2018-03-13")]);
    assert!(!events.concat().iter().any(|line| line.contains("RDATE")));
}

#[test]
fn an_edit_of_the_rest_leaves_the_names_of_what_was_held() {
    let now = utc("2018-03-21T12:00:00Z");
    let before = in_zurich(weekly("2018-03-13", 5));
    let date = day("2018-04-03");
    let rest = before.within(Scope::From(date), now).unwrap();
    let later = run("Asia/Tokyo", ("18:00", "19:00"), weekly("2018-04-05", 2));
    let rest = rest
        .saying(|said| said.title = Title::parse("Evening call").unwrap())
        .at(Timing::Series(Series::new(later, None)));
    let after = before.with_change(Scope::From(date), rest, now).unwrap();
    let all = events(after.clone());
    assert_eq!(
        names(&all),
        [
            "id from 20180313T150000",
            "id-20180405 from 20180405T180000"
        ]
    );
    assert_has(
        &all[0],
        &["SUMMARY:Call", "RRULE:FREQ=WEEKLY;UNTIL=20180328T130000Z"],
    );
    assert_has(
        &all[1],
        &[
            "SUMMARY:Evening call",
            "RRULE:FREQ=WEEKLY;UNTIL=20180413T090000Z",
            &format!("RELATED-TO;RELTYPE=SIBLING:{FIRST}"),
        ],
    );
    // A list after the rule, and one of the second run cancelled.
    let later = utc("2018-04-06T12:00:00Z");
    let cancelled = changing(after, "2018-04-12", |one| {
        one.said_mut().status = Status::Cancelled
    });
    let more = cancelled.clone().at(Timing::Series(Series::new(
        run(
            "UTC",
            ("09:00", "10:00"),
            listed(&["2018-05-02", "2018-05-09"]),
        ),
        None,
    )));
    let date = day("2018-04-20");
    let after = cancelled
        .with_change(Scope::From(date), more, later)
        .unwrap();
    let all = events(after);
    assert_eq!(
        names(&all),
        [
            "id from 20180313T150000",
            "id-20180405 from 20180405T180000",
            "id-20180405 for 20180412T180000",
            "id-20180502 from 20180502T090000Z",
            "id-20180509 from 20180509T090000Z"
        ]
    );
    assert!(
        all[1..]
            .iter()
            .all(|event| { event.contains(&format!("RELATED-TO;RELTYPE=SIBLING:{FIRST}")) })
    );
}

#[test]
fn a_cancelled_series_is_cancelled_in_one_event() {
    let details = in_zurich(weekly("2018-03-13", 3)).saying(|said| said.status = Status::Cancelled);
    assert_has(
        &event(details),
        &["STATUS:CANCELLED", "SUMMARY:[Cancelled] Call"],
    );
}

#[test]
fn zones_are_defined_from_the_first_to_the_last_year() {
    let until = Ends::Until(day("2020-03-01"));
    let feed = whole(&snapshot(vec![
        in_zurich(rule("2018-12-11", Step::MonthWeekday, 1, until)),
        in_zurich(weekly("2016-03-15", 1)),
    ]));
    assert!(feed.contains("DTSTART:20150329T020000\r\n"));
    let lone = whole(&snapshot(vec![in_zurich(rule(
        "2018-12-11",
        Step::MonthWeekday,
        1,
        until,
    ))]));
    assert!(lone.contains("DTSTART:20170326T020000\r\n"));
}

#[test]
fn a_series_is_in_a_window_as_long_as_one_of_its_meetings_is() {
    let long = || in_zurich(weekly("2017-03-07", 60)); // until 24 April 2018
    let now = "2018-07-20T12:00:00Z";
    assert_eq!(titles(&snapshot(vec![long()]), "90d", now), ["Call"]);
    let later = "2018-07-25T12:00:00Z";
    assert!(titles(&snapshot(vec![long()]), "90d", later).is_empty());
    assert_eq!(titles(&snapshot(vec![long()]), "all", later), ["Call"]);
    // Cancelled alone, the last one counts for a month, like any cancelled meeting.
    let cancelled = changing(long(), "2018-04-24", |one| {
        one.said_mut().status = Status::Cancelled
    });
    let cancelled = snapshot(vec![cancelled]);
    assert_eq!(titles(&cancelled, "90d", "2018-07-16T12:00:00Z"), ["Call"]);
    assert!(titles(&cancelled, "90d", "2018-07-17T12:00:00Z").is_empty());
    // However far ahead the next one is.
    let far = in_zurich(listed(&["2016-08-01", "2018-08-01"]));
    assert_eq!(
        titles(&snapshot(vec![far]), "90d", "2017-01-20T12:00:00Z"),
        ["Call"]
    );
}
