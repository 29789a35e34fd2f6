//! Series by the hundred, as chance has them: other people's programs come to
//! the same occurrences by our feeds as we do without them.

mod chance;

use crate::support::calendars::{
    ReadCalendar, read_with_ical_js, read_with_libical, read_with_python,
};
use crate::support::expander::expand_rules;
use crate::support::lint::lint_ical;
use crate::support::shown::{Program, show_with_home_assistant, show_with_node_ical};
use chance::{Begins, SeriesByChance, call};
use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};
use igf_calendar::calendar::{Directory, PublishedMeeting, Snapshot};
use igf_calendar::domain::series::{Recurrence, Rule, Run};
use igf_calendar::domain::{MeetingDetails, MeetingId, Reference, RevisionId, Status, Zone};
use igf_calendar::feeds::{FeedInfo, FileName, Site, Stock, calendar};
use igf_calendar::i18n::Language;
use igf_calendar::store::PublishedRevision;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Each reader has to agree with us on all of them, without exception.
const SERIES: usize = 600;

type Reader = fn(&str) -> ReadCalendar;

/// Start, end and status, once for each time that something is held.
type Told = Vec<(String, String, String)>;

/// What is told, by meeting.
pub type Occurrences = BTreeMap<String, Told>;

/// Where readers are: neither may make a difference.
pub const READERS_AT: [&str; 2] = ["Europe/Zurich", "Pacific/Auckland"];

#[test]
fn five_programs_come_to_the_occurrences_that_we_have() {
    let mut chance = SeriesByChance::new(0x1cf0_ca1e_0da8_2018);
    let series: Vec<MeetingDetails> = (0..SERIES).map(|_| chance.series()).collect();
    let ics = feed(&series);
    assert_eq!(lint_ical(ics.as_bytes()), Vec::<String>::new());
    let ours = ours(&series);
    let count: usize = ours.values().map(Vec::len).sum();
    assert!(count > 10 * SERIES, "{count} are too few to mean anything");
    for (name, theirs) in theirs(&ics) {
        compare(&name, &ours, theirs, &ics);
    }
}

/// The occurrences of our model, by meeting.
pub fn ours(meetings: &[MeetingDetails]) -> Occurrences {
    (0..).map(id).zip(meetings.iter().map(told)).collect()
}

/// What each program comes to, readers in Zurich and in Auckland.
pub fn theirs(ics: &str) -> Vec<(String, Occurrences)> {
    let readers: [(&str, Reader); 3] = [
        ("Python", read_with_python),
        ("ical.js", read_with_ical_js),
        ("libical", read_with_libical),
    ];
    let readers = readers.map(|(name, read)| {
        let read = read(ics);
        assert_eq!(read.errors, Vec::<String>::new(), "{name}");
        let all = read.occurrences.into_iter();
        let all = all.map(|one| (one.uid, one.start_utc, one.end_utc, one.status));
        (name.to_owned(), by_meeting(all))
    });
    let programs: [(&str, Program); 2] = [
        ("node-ical", show_with_node_ical),
        ("Home Assistant", show_with_home_assistant),
    ];
    let programs = programs.into_iter().flat_map(|(name, show)| {
        READERS_AT.map(|zone| {
            let all = show(ics, zone).into_iter();
            let all = all.map(|one| (one.uid, one.start_utc, one.end_utc, one.status));
            (format!("{name} in {zone}"), by_meeting(all))
        })
    });
    readers.into_iter().chain(programs).collect()
}

/// The first part of a UID is its meeting's.
fn by_meeting(
    all: impl Iterator<Item = (Option<String>, String, String, Option<String>)>,
) -> Occurrences {
    let mut found = Occurrences::new();
    for (uid, start, end, status) in all {
        let meeting = uid.expect("a UID")[..id(0).len()].to_owned();
        let one = (start, end, status.expect("a status"));
        found.entry(meeting).or_default().push(one);
    }
    found
}

/// Fails at the first meeting that a program has otherwise than we do.
pub fn compare(name: &str, ours: &Occurrences, mut theirs: Occurrences, ics: &str) {
    for (meeting, ours) in ours {
        let theirs = theirs.remove(meeting).unwrap_or_default();
        // It compares RECURRENCE-ID as text and writes none of its own with a Z: such a date it shows
        // twice.
        let is_in_utc = || events_of(ics, meeting).contains("RECURRENCE-ID:");
        if name.starts_with("Home Assistant") && is_in_utc() {
            continue;
        }
        if *ours != sorted(theirs.clone()) {
            let differing = |ones: &Told, others: &Told| -> Told {
                let missing = ones.iter().filter(|one| !others.contains(one));
                missing.cloned().collect()
            };
            panic!(
                "{name}: ours alone {:?}, theirs alone {:?}, in\n{}",
                differing(ours, &theirs),
                differing(&theirs, ours),
                events_of(ics, meeting),
            );
        }
    }
    assert!(theirs.is_empty(), "{name}: {theirs:?}");
}

#[test]
fn our_rules_give_the_days_that_their_text_gives() {
    let mut chance = SeriesByChance::new(0x5eed_0fd1_ce00_2018);
    let rules: Vec<Rule> = (0..3000)
        .map(|_| chance.rule(12, &Begins::any_day()))
        .collect();
    let hour = NaiveTime::from_hms_opt(15, 0, 0).expect("an hour");
    let series: Vec<MeetingDetails> = rules
        .iter()
        .map(|rule| {
            let run = Run::new(Zone::utc(), hour, None, Recurrence::Rule(*rule)).expect("no gaps");
            call(run)
        })
        .collect();
    let ics = feed(&series).replace("\r\n ", "");
    // In UTC the clock of the place is that of UNTIL.
    let written: Vec<(NaiveDateTime, String)> = ics
        .lines()
        .filter_map(|line| line.strip_prefix("RRULE:"))
        .zip(&rules)
        .map(|(text, rule)| (rule.first().and_time(hour), text.replace('Z', "")))
        .collect();
    assert_eq!(written.len(), rules.len());
    for ((rule, (_, text)), theirs) in rules.iter().zip(&written).zip(expand_rules(&written)) {
        let ours: Vec<_> = rule.dates().map(|day| day.and_time(hour)).collect();
        assert_eq!(ours, theirs, "{text} from {}", rule.first());
    }
}

/// The feed of these meetings, in their order.
pub fn feed(series: &[MeetingDetails]) -> String {
    let now = DateTime::UNIX_EPOCH;
    let meetings: Vec<Arc<PublishedMeeting>> = (0..)
        .zip(series)
        .map(|(number, details)| {
            Arc::new(PublishedMeeting::from(PublishedRevision {
                id: MeetingId::parse(&id(number)).expect("an id"),
                reference: Reference::from_random([0; 6]),
                revision: RevisionId::new(),
                details: Arc::new(details.clone()),
                sequence: 0,
                created: now,
                modified: now,
                seq: 1,
                history: Vec::new(),
                before: Default::default(),
            }))
        })
        .collect();
    let by_id = meetings.iter().map(|meeting| (meeting.id, meeting.clone()));
    let snapshot = Snapshot::new(1, now, Directory::default(), by_id.collect());
    let info = FeedInfo {
        name: "Chance".to_owned(),
        description: "Series as chance has them".to_owned(),
        language: Language::En,
        file: FileName::default(),
        feed_url: "https://calendar.example.org/calendar.ics".to_owned(),
        page_url: "https://calendar.example.org/".to_owned(),
    };
    let site = Site::new("https://calendar.example.org");
    let stock = Stock::new(Arc::new(snapshot), site, now.date_naive());
    let objects = meetings
        .iter()
        .filter_map(|meeting| stock.objects(meeting.id));
    calendar(&info, objects, now)
}

pub fn id(number: usize) -> String {
    format!("00000000-0000-7000-8000-{number:012}")
}

/// What a meeting's own occurrences are.
fn told(details: &MeetingDetails) -> Told {
    let all = details.occurrences().into_iter().map(|occurrence| {
        let (start, end) = occurrence.times.extent().expect("times");
        let status = match occurrence.said.status {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
            other => panic!("{other:?} was not made"),
        };
        let text = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        (text(start), text(end), status.to_owned())
    });
    sorted(all.collect())
}

fn sorted(mut told: Told) -> Told {
    told.sort();
    told
}

/// The lines of a meeting's events that say when.
fn events_of(ics: &str, meeting: &str) -> String {
    let ics = ics.replace("\r\n ", "");
    let events = ics.split("BEGIN:VEVENT").skip(1);
    let own = events.filter(|event| event.contains(&format!("UID:{meeting}")));
    let times = ["DT", "RRULE", "EXDATE", "RECURRENCE-ID", "STATUS", "UID"];
    own.flat_map(str::lines)
        .filter(|line| times.iter().any(|name| line.starts_with(name)))
        .collect::<Vec<_>>()
        .join("\n")
}
