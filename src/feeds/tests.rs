//! Feeds of real meetings and of hostile ones, read back by unfolding them.

mod choice;
mod endings;
mod formats;
mod languages;
mod objects;
mod series;
mod shelf;
mod sittings;

use super::*;
use crate::calendar::{Directory, Filter, PublishedMeeting, Snapshot};
use crate::domain::alteration::{moved_dates, moved_sittings};
use crate::domain::fields::sample::call;
use crate::domain::text::{AgendaItem, Line, Note, Prose, Title};
use crate::domain::times::{DaySpan, DayWindow};
use crate::domain::*;
use crate::i18n::Language;
use crate::store::{PublishedChange, PublishedRevision};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use std::sync::Arc;

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

fn moment(zone: &Zone, text: &str, fold: Option<Fold>) -> Moment {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Moment::new(zone, local, fold).unwrap()
}

fn exact(name: &str, start: &str, end: &str) -> Timing {
    let zone = zone(name);
    let (start, end) = (moment(&zone, start, None), moment(&zone, end, None));
    Timing::Once(Times::Exact(
        ExactTimes::new(zone, start, End::At(end)).unwrap(),
    ))
}

fn open(name: &str, start: &str) -> Timing {
    let zone = zone(name);
    let start = moment(&zone, start, None);
    Timing::Once(Times::Exact(
        ExactTimes::new(zone, start, End::Open).unwrap(),
    ))
}

fn window(earliest: &str, latest: &str) -> Timing {
    Timing::Once(Times::Window(
        DayWindow::new(day(earliest), day(latest), None).unwrap(),
    ))
}

fn virtual_meeting(title: &str, timing: Timing) -> MeetingDetails {
    let call = call(|fields| {
        fields.who.group = "dc-iot".into();
        fields.who.title = title.into();
        fields.how.access_url = Vec::new();
        fields.how.link_to_follow = "yes".into();
    });
    MeetingDetails { timing, ..call }
}

fn face_to_face(title: &str, timing: Timing) -> MeetingDetails {
    virtual_meeting(title, timing).saying(|said| {
        said.mode = Mode::FaceToFace;
        said.remote = None;
        said.place = Some(Place::At(Venue {
            name: Some(line("Palais des Nations, Room XXV")),
            address: Some(Note::parse("Avenue de la Paix 8-14\n1211 Genève 10").unwrap()),
            city: Some(line("Geneva")),
            country: Some(line("Switzerland")),
        }));
    })
}

fn group(name: &str) -> Group {
    let slug = Slug::parse("dc-iot").unwrap();
    Group {
        acronym: Some(line("DC-IoT")),
        ..Group::plain(slug, line(name), GroupKind::DynamicCoalition)
    }
}

/// Meetings with ids that do not depend on the clock, each published an hour after the one before.
fn snapshot_of_group(group: Group, meetings: Vec<MeetingDetails>) -> Snapshot {
    snapshot_with_history(group, meetings, Vec::new())
}

fn snapshot_with_history(
    group: Group,
    meetings: Vec<MeetingDetails>,
    history: Vec<PublishedChange>,
) -> Snapshot {
    let meetings = (1u32..)
        .zip(meetings)
        .map(|(number, details)| {
            let id = MeetingId::parse(&format!("00000000-0000-7000-8000-{number:012}")).unwrap();
            let published = utc("2018-03-01T09:00:00Z") + TimeDelta::hours(number.into());
            let meeting = PublishedMeeting::from(PublishedRevision {
                id,
                reference: Reference::from_random([0; 6]),
                revision: RevisionId::new(),
                details: Arc::new(details),
                sequence: number,
                created: utc("2018-02-01T09:00:00Z"),
                modified: published,
                seq: number.into(),
                history: history.clone(),
                before: Default::default(),
            });
            (id, Arc::new(meeting))
        })
        .collect();
    let directory = Directory::new([group], []);
    Snapshot::new(7, utc("2018-03-05T10:00:00Z"), directory, meetings)
}

fn snapshot(meetings: Vec<MeetingDetails>) -> Snapshot {
    snapshot_of_group(
        group("Dynamic Coalition on the Internet of Things"),
        meetings,
    )
}

fn site() -> Site {
    Site::new("https://calendar.example.org/")
}

fn info() -> FeedInfo {
    FeedInfo {
        name: "Common IGF calendar".into(),
        description: "Meetings of the IGF's groups; all of them, at one place".into(),
        language: Language::En,
        file: FileName::default(),
        feed_url: "https://calendar.example.org/calendar.ics?kind=dynamic-coalition".into(),
        page_url: "https://calendar.example.org/?kind=dynamic-coalition".into(),
    }
}

fn stock(snapshot: &Snapshot) -> Stock {
    Stock::new(Arc::new(snapshot.clone()), site(), day("2018-03-05"))
}

/// A meeting on each of these days, every second of them hybrid and the others virtual.
pub(crate) fn stock_of_days(days: &[&str]) -> Stock {
    let mixed = days.iter().skip(1).step_by(2);
    let details = series::in_zurich(series::listed(days));
    let details = mixed.fold(details, |details, day| {
        series::changing(details, day, |one| {
            one.said_mut().mode = Mode::Hybrid;
            one.said_mut().place = Some(Place::ToFollow);
        })
    });
    stock(&snapshot(vec![details]))
}

fn whole(snapshot: &Snapshot) -> String {
    whole_of(&info(), &stock(snapshot))
}

/// The feed of all meetings.
fn whole_of(info: &FeedInfo, stock: &Stock) -> String {
    let meetings = stock.snapshot().meetings().iter();
    let objects = meetings.filter_map(|meeting| stock.objects(meeting.id));
    calendar(info, objects, stock.snapshot().modified())
}

/// The lines of a feed as a reader sees them, after the lint that no parser does.
fn lines(feed: &str) -> Vec<String> {
    assert!(feed.ends_with("\r\n"));
    for physical in feed.split("\r\n") {
        assert!(
            physical.len() <= 75,
            "{} octets: {physical}",
            physical.len()
        );
        assert!(!physical.contains(['\r', '\n', '\0']), "{physical:?}");
    }
    let lines: Vec<String> = feed
        .replace("\r\n ", "")
        .split_terminator("\r\n")
        .map(str::to_owned)
        .collect();
    let mut open = Vec::new();
    for line in &lines {
        if let Some(name) = line.strip_prefix("BEGIN:") {
            open.push(name);
        } else if let Some(name) = line.strip_prefix("END:") {
            assert_eq!(open.pop(), Some(name));
        }
    }
    assert!(open.is_empty());
    lines
}

/// The lines of the only event.
fn event(details: MeetingDetails) -> Vec<String> {
    only_event(&snapshot(vec![details]))
}

/// The lines of a meeting's event after it was published with each of these schedules, one after
/// the other.
fn event_after(earlier: &[Timing], details: MeetingDetails) -> Vec<String> {
    let mut history = Vec::new();
    let schedules: Vec<&Timing> = earlier.iter().chain([&details.timing]).collect();
    for pair in schedules.windows(2) {
        let with = |schedule: &Timing| virtual_meeting("Call", schedule.clone());
        let change = PublishedChange {
            at: utc("2018-03-01T09:00:00Z"),
            what: alterations(&with(pair[0]), &with(pair[1])),
            moved: moved_dates(&with(pair[0]), &with(pair[1])),
            sittings: moved_sittings(pair[0], pair[1]),
            note: None,
        };
        history.insert(0, change);
    }
    let group = group("Dynamic Coalition on the Internet of Things");
    only_event(&snapshot_with_history(group, vec![details], history))
}

fn only_event(snapshot: &Snapshot) -> Vec<String> {
    let mut events = events_of(snapshot);
    assert_eq!(events.len(), 1);
    events.remove(0)
}

/// The lines of each event of a meeting.
fn events(details: MeetingDetails) -> Vec<Vec<String>> {
    events_of(&snapshot(vec![details]))
}

fn events_of(snapshot: &Snapshot) -> Vec<Vec<String>> {
    let lines = lines(&whole(snapshot));
    let places = |wanted: &str| -> Vec<usize> {
        let found = lines.iter().enumerate().filter(|(_, line)| *line == wanted);
        found.map(|(place, _)| place).collect()
    };
    std::iter::zip(places("BEGIN:VEVENT"), places("END:VEVENT"))
        .map(|(begin, end)| lines[begin..=end].to_vec())
        .collect()
}

#[track_caller]
fn assert_has(lines: &[String], wanted: &[&str]) {
    for wanted in wanted {
        assert!(
            lines.iter().any(|line| line == wanted),
            "{wanted} in\n{}",
            lines.join("\n")
        );
    }
}

#[track_caller]
fn value<'a>(lines: &'a [String], name: &str) -> &'a str {
    lines
        .iter()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
        .unwrap_or_else(|| panic!("{name} in\n{}", lines.join("\n")))
}

fn paragraphs(lines: &[String]) -> Vec<String> {
    value(lines, "DESCRIPTION")
        .replace("\\,", ",")
        .replace("\\;", ";")
        .split("\\n")
        .map(str::to_owned)
        .collect()
}

const PAGE: &str = "https://calendar.example.org/meetings/00000000-0000-7000-8000-000000000001";

#[test]
fn a_call_in_march_2018_is_said_whole() {
    let zurich = exact("Europe/Zurich", "2018-03-09 14:00", "2018-03-09 15:00");
    let mut details = virtual_meeting("DC Coordination call", zurich);
    details.said_mut().remote = Some(Remote::Points(vec![AccessPoint {
        label: Some(line("Webex; main")),
        url: Some(WebUrl::parse("https://igf.webex.example/join").unwrap()),
        passcode: Some(line("secret-code")),
        dial_in: Some(Note::parse("+41 22 000 00 00, code 4711").unwrap()),
    }]));
    details.said_mut().agenda = vec![AgendaItem::parse("Stocktaking, synthesis").unwrap()];
    details.said_mut().languages =
        vec![LanguageTag::english(), LanguageTag::parse("pt-BR").unwrap()];
    details.said_mut().links = vec![Link {
        kind: LinkKind::Recording,
        label: None,
        url: WebUrl::parse("https://video.example.org/a,b;c").unwrap(),
    }];
    let feed = whole(&snapshot(vec![details]));
    let lines = lines(&feed);
    assert_has(
        &lines,
        &[
            "PRODID:-//Internet Governance Forum community//Common IGF calendar//EN",
            "NAME:Common IGF calendar",
            "DESCRIPTION:Meetings of the IGF's groups\\; all of them\\, at one place",
            "REFRESH-INTERVAL;VALUE=DURATION:PT2H",
            "SOURCE;VALUE=URI:https://calendar.example.org/calendar.ics?kind=dynamic-coalition",
            "UID:00000000-0000-7000-8000-000000000001",
            "SEQUENCE:1",
            "DTSTAMP:20180301T100000Z",
            "LAST-MODIFIED:20180301T100000Z",
            "CREATED:20180201T090000Z",
            "DTSTART:20180309T130000Z",
            "DTEND:20180309T140000Z",
            "SUMMARY:DC Coordination call",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "CLASS:PUBLIC",
            "CATEGORIES:Dynamic Coalition,DC-IoT",
            "ATTACH:https://video.example.org/a,b;c",
            &format!("URL:{PAGE}"),
            &format!("LOCATION:{PAGE}/join"),
            &format!("CONFERENCE;FEATURE=AUDIO,VIDEO;LABEL=\"Webex; main\";VALUE=URI:{PAGE}/join"),
        ],
    );
    let begin = lines
        .iter()
        .position(|line| line == "BEGIN:VEVENT")
        .unwrap();
    assert_eq!(
        paragraphs(&lines[begin..]),
        [
            &format!("Join: {PAGE}/join"),
            "When: Friday 9 March 2018, 14:00 to 15:00, Zurich (UTC+01:00)",
            "In UTC: 13:00 to 14:00",
            "",
            "Agenda:",
            "1. Stocktaking, synthesis",
            "",
            "Held by: Dynamic Coalition on the Internet of Things",
            "Languages: English, pt-BR",
            "",
            "Outcomes:",
            "Recording: https://video.example.org/a,b;c",
            "",
            &format!("Details: {PAGE}"),
        ]
    );
    for left_out in [
        "secret-code",
        "4711",
        "webex.example",
        "ORGANIZER",
        "ATTENDEE",
        "VALARM",
        "METHOD",
        "RDATE",
        "TZID",
    ] {
        assert!(!feed.contains(left_out), "{left_out}");
    }
}

#[test]
fn three_days_in_geneva_are_all_day_and_keep_their_hours_in_words() {
    let schedule = exact("Europe/Zurich", "2018-03-20 10:00", "2018-03-22 18:00");
    let lines = event(face_to_face("First Open Consultations", schedule));
    assert_has(
        &lines,
        &[
            "DTSTART;VALUE=DATE:20180320",
            "DTEND;VALUE=DATE:20180323",
            "TRANSP:TRANSPARENT",
            "STATUS:CONFIRMED",
            "LOCATION:Palais des Nations\\, Room XXV\\, Avenue de la Paix 8-14\\, 1211 Genève 10\\, \
             Geneva\\, Switzerland",
        ],
    );
    assert_eq!(
        paragraphs(&lines)[..2],
        [
            "When: Tuesday 20 March 2018, 10:00 to Thursday 22 March 2018, 18:00, Zurich (UTC+01:00)",
            "In UTC: 09:00 to Thursday 22 March 2018, 17:00"
        ]
    );
    assert!(!lines.iter().any(|line| line.starts_with("CONFERENCE")));
}

#[test]
fn days_across_the_end_of_a_month_end_on_the_day_after() {
    let span = DaySpan::new(day("2018-02-27"), day("2018-02-28"), None).unwrap();
    let lines = event(face_to_face(
        "African School",
        Timing::Once(Times::Day(span)),
    ));
    assert_has(
        &lines,
        &["DTSTART;VALUE=DATE:20180227", "DTEND;VALUE=DATE:20180301"],
    );
    assert_eq!(
        paragraphs(&lines)[..2],
        [
            "When: Tuesday 27 February 2018 to Wednesday 28 February 2018",
            "The hours were not given."
        ]
    );
}

#[test]
fn early_april_is_tentative_and_says_so() {
    let lines = event(virtual_meeting(
        "MAG call",
        window("2018-04-01", "2018-04-10"),
    ));
    assert_has(
        &lines,
        &[
            "DTSTART;VALUE=DATE:20180401",
            "DTEND;VALUE=DATE:20180411",
            "STATUS:TENTATIVE",
            "TRANSP:TRANSPARENT",
            "SUMMARY:[Date to be confirmed] MAG call",
        ],
    );
    assert_eq!(
        paragraphs(&lines)[1],
        "When: to be confirmed; early April 2018, between Sunday 1 April 2018 and Tuesday 10 April 2018"
    );
}

#[test]
fn what_has_no_date_in_sight_is_left_out_and_the_feed_stays_a_calendar() {
    let snapshot = snapshot(vec![
        virtual_meeting("Some day", Timing::Once(Times::Unknown)),
        virtual_meeting("Some time in spring", window("2018-03-01", "2018-05-31")),
    ]);
    let stock = stock(&snapshot);
    let lines = lines(&whole(&snapshot));
    assert!(!lines.contains(&"BEGIN:VEVENT".to_owned()));
    assert_has(
        &lines,
        &[
            "BEGIN:VTIMEZONE",
            "TZID:UTC",
            "LAST-MODIFIED:20180305T100000Z",
        ],
    );
    for meeting in snapshot.meetings() {
        assert!(single(&info(), meeting.id, &stock).is_none());
    }
}

#[test]
fn an_open_end_is_taken_for_an_hour_and_said() {
    let lines = event(virtual_meeting("Call", open("UTC", "2018-03-09 23:30")));
    assert_has(
        &lines,
        &["DTSTART:20180309T233000Z", "DTEND:20180310T003000Z"],
    );
    assert_eq!(
        paragraphs(&lines)[1..3],
        [
            "When: from Friday 9 March 2018, 23:30 UTC",
            "The end time was not given."
        ]
    );
}

#[test]
fn utc_is_said_with_its_own_date() {
    let kathmandu = exact("Asia/Kathmandu", "2018-03-09 04:00", "2018-03-09 06:00");
    let lines = event(virtual_meeting("Nepal IGF", kathmandu));
    assert_has(&lines, &["DTSTART:20180308T221500Z"]);
    assert_eq!(
        paragraphs(&lines)[1..3],
        [
            "When: Friday 9 March 2018, 04:00 to 06:00, Kathmandu (UTC+05:45)",
            "In UTC: Thursday 8 March 2018, 22:15 to Friday 9 March 2018, 00:15"
        ]
    );
}

#[test]
fn hours_that_come_twice_are_said_in_utc() {
    let zurich = zone("Europe/Zurich");
    let start = moment(&zurich, "2018-10-28 02:15", Some(Fold::Earlier));
    let end = moment(&zurich, "2018-10-28 02:45", Some(Fold::Later));
    let times = ExactTimes::new(zurich, start, End::At(end)).unwrap();
    let lines = event(virtual_meeting(
        "Night call",
        Timing::Once(Times::Exact(times)),
    ));
    assert_has(
        &lines,
        &["DTSTART:20181028T001500Z", "DTEND:20181028T014500Z"],
    );
    assert_eq!(
        paragraphs(&lines)[1],
        "When: Sunday 28 October 2018, 02:15 to 02:45, \
         Zurich (UTC+02:00 at the start, UTC+01:00 at the end)"
    );
}

#[test]
fn an_open_end_across_a_fold_is_an_hour_later_all_the_same() {
    let lines = event(virtual_meeting(
        "Call",
        open("Europe/Zurich", "2018-10-28 01:30"),
    ));
    assert_has(&lines, &["DTEND:20181028T003000Z"]);
    let zurich = zone("Europe/Zurich");
    let start = moment(&zurich, "2018-10-28 02:30", Some(Fold::Earlier));
    let times = ExactTimes::new(zurich, start, End::Open).unwrap();
    let lines = event(virtual_meeting("Call", Timing::Once(Times::Exact(times))));
    assert_has(&lines, &["DTEND:20181028T013000Z"]);
}

/// 31 October 2027 in Geneva: 02:30 comes twice, and so does the end of what begins before it.
#[test]
fn both_halves_of_a_double_hour_are_our_instants_however_a_meeting_is_held() {
    let zurich = zone("Europe/Zurich");
    let times = |fold| {
        let start = moment(&zurich, "2027-10-31 02:30", Some(fold));
        let end = moment(&zurich, "2027-10-31 03:30", None);
        ExactTimes::new(zurich.clone(), start, End::At(end)).unwrap()
    };
    for (fold, start) in [
        (Fold::Earlier, "DTSTART:20271031T003000Z"),
        (Fold::Later, "DTSTART:20271031T013000Z"),
    ] {
        let sittings = crate::domain::timing::Sittings::new(vec![
            times(fold),
            match exact("UTC", "2027-11-03 09:00", "2027-11-03 10:00") {
                Timing::Once(Times::Exact(times)) => times,
                other => panic!("{other:?}"),
            },
        ])
        .unwrap();
        for timing in [
            Timing::Once(Times::Exact(times(fold))),
            Timing::Parts(sittings.clone()),
            Timing::Slots(sittings),
        ] {
            let events = events(virtual_meeting("Call", timing));
            assert_has(&events[0], &[start, "DTEND:20271031T023000Z"]);
        }
    }
}

#[test]
fn an_end_at_midnight_belongs_to_the_day_before() {
    let on_line =
        |start: &str, end: &str| event(virtual_meeting("Call", exact("Europe/Zurich", start, end)));
    assert_has(
        &on_line("2027-03-09 00:00", "2027-03-10 00:00"),
        &["DTSTART:20270308T230000Z", "DTEND:20270309T230000Z"],
    );
    assert_has(
        &on_line("2027-03-09 20:00", "2027-03-10 00:00"),
        &["DTSTART:20270309T190000Z", "DTEND:20270309T230000Z"],
    );
    let forum = exact("Europe/Zurich", "2027-03-09 09:00", "2027-03-11 00:00");
    assert_has(
        &event(face_to_face("Forum", forum)),
        &["DTSTART;VALUE=DATE:20270309", "DTEND;VALUE=DATE:20270311"],
    );
}

#[test]
fn what_goes_on_around_the_clock_on_line_keeps_its_hours() {
    let day = exact("Asia/Tokyo", "2027-03-09 10:00", "2027-03-10 10:00");
    assert_has(
        &event(virtual_meeting("24 hours", day.clone())),
        &["DTSTART:20270309T010000Z", "DTEND:20270310T010000Z"],
    );
    // Twenty-five hours by the stopwatch.
    let autumn = exact("Europe/Zurich", "2027-10-30 12:00", "2027-10-31 12:00");
    assert_has(
        &event(virtual_meeting("24 hours", autumn)),
        &["DTSTART:20271030T100000Z", "DTEND:20271031T110000Z"],
    );
    let longer = exact("Asia/Tokyo", "2027-03-09 10:00", "2027-03-10 18:00");
    for details in [
        face_to_face("Retreat", day),
        virtual_meeting("Conference", longer),
    ] {
        assert_has(
            &event(details),
            &["DTSTART;VALUE=DATE:20270309", "DTEND;VALUE=DATE:20270311"],
        );
    }
}

#[test]
fn one_address_to_register_at_is_said_once() {
    let with = |remote: Option<Remote>, required: bool| {
        let url = WebUrl::parse("https://example.org/r").unwrap();
        let call = virtual_meeting("Call", open("UTC", "2018-03-09 10:00")).saying(|said| {
            said.remote = remote;
            said.registration = Some(Registration { url, required });
        });
        let lines = paragraphs(&event(call));
        let said = lines.iter().filter(|line| line.contains("example.org/r"));
        said.cloned().collect::<Vec<_>>()
    };
    let first = ["Register: https://example.org/r"];
    assert_eq!(with(Some(Remote::AtRegistration), false), first);
    assert_eq!(with(Some(Remote::ToFollow), true), first);
    assert_eq!(
        with(Some(Remote::ToFollow), false),
        ["Registration (optional): https://example.org/r"]
    );
    assert_eq!(
        with(None, true),
        ["Registration (required): https://example.org/r"]
    );
}

#[test]
fn where_one_has_to_register_nobody_is_sent_to_join() {
    let register = |required| Registration {
        url: WebUrl::parse("https://example.org/r").unwrap(),
        required,
    };
    let at_registration = virtual_meeting("Call", open("UTC", "2018-03-09 10:00")).saying(|said| {
        said.remote = Some(Remote::AtRegistration);
        said.registration = Some(register(false));
    });
    let lines = event(at_registration.clone());
    assert_eq!(paragraphs(&lines)[0], "Register: https://example.org/r");
    assert_eq!(value(&lines, "LOCATION"), "https://example.org/r");
    assert!(!lines.iter().any(|line| line.contains("/join")));
    let hybrid = at_registration.saying(|said| {
        said.mode = Mode::Hybrid;
        said.place = Some(Place::ToFollow);
    });
    assert_eq!(value(&event(hybrid), "LOCATION"), "https://example.org/r");
    let open_to_all = virtual_meeting("Call", open("UTC", "2018-03-09 10:00"))
        .saying(|said| said.registration = Some(register(false)));
    assert_eq!(
        paragraphs(&event(open_to_all))[0],
        format!("Join: {PAGE}/join")
    );
}

#[test]
fn the_way_in_stands_for_the_place_until_there_is_one() {
    let forum = face_to_face("Forum", open("UTC", "2018-03-09 10:00")).saying(|said| {
        said.mode = Mode::Hybrid;
        said.remote = Some(Remote::ToFollow);
    });
    assert!(value(&event(forum.clone()), "LOCATION").starts_with("Palais"));
    let to_follow = forum.saying(|said| said.place = Some(Place::ToFollow));
    assert_eq!(value(&event(to_follow), "LOCATION"), format!("{PAGE}/join"));
}

#[test]
fn every_status_is_one_of_three_and_stands_in_the_title() {
    let expected = [
        (Status::Confirmed, "CONFIRMED", "OPAQUE", "Call", true),
        (
            Status::Tentative,
            "TENTATIVE",
            "OPAQUE",
            "[Tentative] Call",
            true,
        ),
        (
            Status::Postponed,
            "TENTATIVE",
            "TRANSPARENT",
            "[Postponed] Call",
            false,
        ),
        (
            Status::MovedOnline,
            "CONFIRMED",
            "OPAQUE",
            "[Moved online] Call",
            true,
        ),
        (
            Status::Cancelled,
            "CANCELLED",
            "TRANSPARENT",
            "[Cancelled] Call",
            false,
        ),
    ];
    for (status, value, transparency, title, joinable) in expected {
        let details = virtual_meeting("Call", open("UTC", "2018-03-09 10:00"))
            .saying(|said| said.status = status);
        let lines = event(details);
        assert_has(
            &lines,
            &[
                &format!("STATUS:{value}"),
                &format!("TRANSP:{transparency}"),
                &format!("SUMMARY:{title}"),
            ],
        );
        let has_way_in = lines.iter().any(|line| line.contains("/join"));
        assert_eq!(has_way_in, joinable, "{status:?}");
    }
}

#[test]
fn a_rescheduled_meeting_says_when_it_was_to_be() {
    let ninth = exact("Europe/Zurich", "2018-03-09 14:00", "2018-03-09 15:00");
    let sixteenth = exact("Europe/Zurich", "2018-03-16 14:00", "2018-03-16 15:00");
    let cases = [
        (Status::Confirmed, "[Rescheduled] Call", "CONFIRMED"),
        (
            Status::Tentative,
            "[Tentative] [Rescheduled] Call",
            "TENTATIVE",
        ),
        (
            Status::MovedOnline,
            "[Moved online] [Rescheduled] Call",
            "CONFIRMED",
        ),
        (Status::Postponed, "[Postponed] Call", "TENTATIVE"),
        (Status::Cancelled, "[Cancelled] Call", "CANCELLED"),
    ];
    let before =
        "Rescheduled: before, it was on Friday 9 March 2018, 14:00 to 15:00, Zurich (UTC+01:00).";
    for (status, title, value) in cases {
        let details =
            virtual_meeting("Call", sixteenth.clone()).saying(|said| said.status = status);
        let lines = event_after(std::slice::from_ref(&ninth), details);
        assert_has(
            &lines,
            &[
                &format!("SUMMARY:{title}"),
                &format!("STATUS:{value}"),
                "DTSTART:20180316T130000Z",
                "DTEND:20180316T140000Z",
            ],
        );
        let said = paragraphs(&lines).contains(&before.to_owned());
        assert_eq!(said, status.takes_place(), "{status:?}");
    }
}

#[test]
fn what_misleads_nobody_is_not_called_rescheduled() {
    let sitting = |end: &str| exact("Europe/Zurich", "2018-03-09 14:00", end);
    let details = virtual_meeting("Call", sitting("2018-03-09 16:00"));
    let whole_day = DaySpan::new(day("2018-03-09"), day("2018-03-09"), None).unwrap();
    for earlier in [
        sitting("2018-03-09 15:00"),
        open("Europe/Zurich", "2018-03-09 14:00"),
        Timing::Once(Times::Day(whole_day)),
        window("2018-04-01", "2018-04-10"),
        Timing::Once(Times::Unknown),
    ] {
        let lines = event_after(&[earlier], details.clone());
        assert_has(&lines, &["SUMMARY:Call", "STATUS:CONFIRMED"]);
    }
}

#[test]
fn each_sort_of_former_date_is_said_in_words() {
    let now = virtual_meeting("Call", open("UTC", "2018-05-04 10:00"));
    let span = DaySpan::new(day("2018-03-20"), day("2018-03-22"), None).unwrap();
    for (former, words) in [
        (
            Timing::Once(Times::Day(span)),
            "Tuesday 20 March 2018 to Thursday 22 March 2018",
        ),
        (
            open("UTC", "2018-03-09 10:00"),
            "Friday 9 March 2018, 10:00 UTC",
        ),
        (
            open("Asia/Kathmandu", "2018-03-09 10:00"),
            "Friday 9 March 2018, 10:00, Kathmandu (UTC+05:45)",
        ),
    ] {
        let lines = event_after(&[former], now.clone());
        let expected = format!("Rescheduled: before, it was on {words}.");
        assert!(paragraphs(&lines).contains(&expected), "{lines:?}");
    }
    let vague = virtual_meeting("Call", window("2018-04-01", "2018-04-10"));
    let lines = event_after(&[open("UTC", "2018-03-09 10:00")], vague);
    assert_has(
        &lines,
        &[
            "SUMMARY:[Date to be confirmed] Call",
            "STATUS:TENTATIVE",
            // Where readers have it, and none of their time is taken.
            "DTSTART:20180309T100000Z",
            "TRANSP:TRANSPARENT",
        ],
    );
    let expected = "Before, it was to be on Friday 9 March 2018, 10:00 UTC.".to_owned();
    assert!(paragraphs(&lines).contains(&expected), "{lines:?}");
}

#[test]
fn the_note_stands_after_the_state_and_stays_text() {
    let details = virtual_meeting("Call", open("UTC", "2018-03-09 10:00")).saying(|said| {
        said.status = Status::Cancelled;
        said.status_note = Some(Note::parse("The hall burnt\r\nEND:VEVENT; sorry").unwrap());
    });
    assert_eq!(
        paragraphs(&event(details))[..4],
        [
            "Cancelled: it does not take place.",
            "The hall burnt",
            "END:VEVENT; sorry",
            "When: from Friday 9 March 2018, 10:00 UTC"
        ]
    );
}

#[test]
fn a_meeting_that_moved_online_sends_nobody_to_the_venue() {
    let details = face_to_face("Forum", open("Europe/Zurich", "2018-03-09 10:00")).saying(|said| {
        said.status = Status::MovedOnline;
        said.mode = Mode::Hybrid;
        said.remote = Some(Remote::ToFollow);
    });
    assert_eq!(value(&event(details), "LOCATION"), format!("{PAGE}/join"));
}

#[test]
fn arabic_is_folded_between_characters() {
    let title = "المنتدى العربي الأول لحوكمة الإنترنت في الكويت ".repeat(4);
    let lines = event(virtual_meeting(&title, open("UTC", "2018-03-09 10:00")));
    assert_eq!(value(&lines, "SUMMARY"), title.trim());
}

#[test]
fn hostile_text_stays_text() {
    let hostile =
        "x\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:a@b.c\rEND:VCALENDAR\u{2028}y\u{85}\";:,\\n\0\u{b}";
    let url = WebUrl::parse("https://x.example/\";:,\\n%0d%0aBEGIN:VEVENT").unwrap();
    let mut details = face_to_face(hostile, open("Europe/Zurich", "2018-03-09 10:00"));
    details.said_mut().mode = Mode::Hybrid;
    details.said_mut().remote = Some(Remote::Points(vec![AccessPoint {
        label: Some(line(hostile)),
        url: Some(url.clone()),
        passcode: None,
        dial_in: None,
    }]));
    details.said_mut().description = Some(Prose::parse(hostile).unwrap());
    details.said_mut().agenda = vec![AgendaItem::parse(hostile).unwrap()];
    details.said_mut().place = Some(Place::At(Venue {
        name: Some(line(hostile)),
        address: Some(Note::parse(hostile).unwrap()),
        city: Some(line(hostile)),
        country: Some(line(hostile)),
    }));
    details.said_mut().registration = Some(Registration {
        url: url.clone(),
        required: true,
    });
    let link = |kind| Link {
        kind,
        label: Some(line(hostile)),
        url: url.clone(),
    };
    details.said_mut().links = vec![link(LinkKind::Document), link(LinkKind::Summary)];
    let mut group = group(hostile);
    group.acronym = Some(line(hostile));
    let snapshot = snapshot_of_group(group, vec![details]);
    let info = FeedInfo {
        name: hostile.into(),
        description: hostile.into(),
        language: Language::En,
        file: FileName::default(),
        feed_url: format!("https://x.example/?q={hostile}"),
        page_url: format!("https://x.example/?q={hostile}"),
    };
    let site = Site::new(&format!("https://x.example/{hostile}"));
    let stock = Stock::new(Arc::new(snapshot), site, day("2018-03-05"));
    let lines = lines(&whole_of(&info, &stock));
    let count = |wanted: &str| lines.iter().filter(|line| line.starts_with(wanted)).count();
    assert_eq!((count("BEGIN:VEVENT"), count("END:VCALENDAR")), (1, 1));
    assert_eq!((count("ATTENDEE"), count("ATTACH")), (0, 1));
    let conference = lines.iter().find(|line| line.starts_with("CONFERENCE"));
    let (parameters, _) = conference
        .unwrap()
        .split_once(";VALUE=URI:https://")
        .unwrap();
    assert!(parameters.ends_with("y ';:,\\n\""), "{parameters}");
    assert_eq!(parameters.matches('"').count(), 2);
}

#[test]
fn each_zone_is_defined_once_in_order_and_before_the_events() {
    let weekly = |zone: &str, first: &str| series::weekly_in(zone, first);
    let snapshot = snapshot(vec![
        weekly("Europe/Zurich", "2018-03-09"),
        weekly("Asia/Kathmandu", "2018-03-09"),
        weekly("Europe/Zurich", "2016-03-09"),
        weekly("UTC", "2018-03-09"),
        virtual_meeting("once", open("Asia/Tokyo", "2018-03-09 10:00")),
    ]);
    let feed = whole(&snapshot);
    let zones: Vec<_> = lines(&feed)
        .into_iter()
        .filter(|line| line.starts_with("TZID:"))
        .collect();
    assert_eq!(zones, ["TZID:Asia/Kathmandu", "TZID:Europe/Zurich"]);
    assert!(feed.contains("DTSTART:20150329T020000\r\n"));
    assert!(feed.rfind("END:VTIMEZONE") < feed.find("BEGIN:VEVENT"));
}

#[test]
fn the_same_meetings_give_the_same_bytes() {
    let make = || {
        snapshot(vec![
            virtual_meeting("a", open("Europe/Zurich", "2018-03-09 10:00")),
            face_to_face("b", window("2018-04-01", "2018-04-10")),
            virtual_meeting("c", open("Asia/Tokyo", "2018-03-09 10:00")),
        ])
    };
    let feed = |now: &str| {
        listing(
            &info(),
            &Filter::default(),
            Past::default(),
            utc(now),
            &stock(&make()),
        )
    };
    let warm = stock(&make());
    warm.prepare();
    assert_eq!(whole_of(&info(), &warm), whole(&make()));
    let (morning, evening) = (feed("2018-03-05T00:00:00Z"), feed("2018-03-05T23:59:59Z"));
    assert_eq!(morning.text(), evening.text());
    assert_eq!(morning.last_modified(), utc("2018-03-01T12:00:00Z"));
}

fn titles(snapshot: &Snapshot, past: &str, now: &str) -> Vec<String> {
    let past = past.parse().unwrap();
    chosen(snapshot, &Filter::default(), past, utc(now))
        .into_iter()
        .map(|chosen| chosen.meeting.details.said.title.to_string())
        .collect()
}

#[test]
fn a_feed_looks_90_days_back_and_as_far_ahead_as_anything_is_planned() {
    let at = |title: &str, start: &str| virtual_meeting(title, open("UTC", start));
    let snapshot = snapshot(vec![
        at("long ago", "2015-03-05 10:00"),
        at("91 days ago", "2017-12-04 10:00"),
        at("90 days ago", "2017-12-05 10:00"),
        at("today", "2018-03-05 10:00"),
        at("in ten years", "2028-03-05 23:00"),
        virtual_meeting("some day", Timing::Once(Times::Unknown)),
    ]);
    let now = "2018-03-05T12:00:00Z";
    assert_eq!(
        titles(&snapshot, "90d", now),
        ["90 days ago", "today", "in ten years", "some day"]
    );
    assert_eq!(titles(&snapshot, "all", now).len(), 6);
    assert_eq!(
        titles(&snapshot, "0d", now),
        ["today", "in ten years", "some day"]
    );
}
