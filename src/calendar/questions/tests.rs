//! Every question is answered as a walk through all would answer it, and without that walk.

use super::*;
use crate::calendar::looks;
use crate::calendar::{
    Attention, Directory, Facet, Filter, PublishedMeeting, PublishedOccurrence, Snapshot,
    needing_attention,
};
use crate::domain::fields::sample::call;
use crate::domain::series::{Ends, Recurrence, Rule, Run, Step};
use crate::domain::times::{DaySpan, DayWindow};
use crate::domain::*;
use crate::store::{LogPlace, Publication, PublishedRevision, Stamp, TakenOff};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const GROUPS: [&str; 3] = ["a", "b", "c"];
const ZONES: [&str; 4] = [
    "UTC",
    "Asia/Tokyo",
    "America/New_York",
    "Pacific/Kiritimati",
];

/// Meeting and occurrence, by which answers are compared.
type Name = (MeetingId, OccurrenceKey);

fn name(one: &PublishedOccurrence) -> Name {
    (one.meeting().id, one.key())
}

fn names<'a>(all: impl Iterator<Item = &'a PublishedOccurrence>) -> Vec<Name> {
    all.map(name).collect()
}

fn minute(number: i64) -> DateTime<Utc> {
    "2017-12-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(number)
}

fn day(number: i64) -> NaiveDate {
    minute(number * 24 * 60).date_naive()
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

fn exact(zone: &str, start: DateTime<Utc>, minutes: i64) -> ExactTimes {
    let zone = Zone::named(zone).unwrap();
    let at = |instant| Moment::from_instant(&zone, instant).unwrap();
    let end = at(start + TimeDelta::minutes(minutes));
    ExactTimes::new(zone.clone(), at(start), End::At(end)).unwrap()
}

fn series(zone: &str, first: NaiveDate, count: u16) -> Timing {
    let rule = Rule::new(first, Step::Week, 1, Ends::Count(count)).unwrap();
    let hour = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
    let zone = Zone::named(zone).unwrap();
    let run = Run::new(zone, hour, None, Recurrence::Rule(rule)).unwrap();
    let confirm_from = first + TimeDelta::days(14);
    Timing::Series(Series::new(run, Some(confirm_from)))
}

/// Some timing within a few months around the turn of the year.
fn timing() -> impl Strategy<Value = Timing> {
    let zone = || proptest::sample::select(&ZONES[..]);
    let days = || 0..60_i64;
    let hours = (zone(), 0..60 * 24 * 60_i64, 1..4000_i64).prop_map(|(zone, start, minutes)| {
        Timing::Once(Times::Exact(exact(zone, minute(start), minutes)))
    });
    let whole_days =
        (days(), 0..5_i64, proptest::option::of(zone())).prop_map(|(first, more, zone)| {
            let zone = zone.map(|zone| Zone::named(zone).unwrap());
            Timing::Once(Times::Day(
                DaySpan::new(day(first), day(first + more), zone).unwrap(),
            ))
        });
    let window = (days(), 0..400_i64).prop_map(|(first, more)| {
        Timing::Once(Times::Window(
            DayWindow::new(day(first), day(first + more), None).unwrap(),
        ))
    });
    let parts = (zone(), days()).prop_map(|(zone, first)| {
        let part = |day| exact(zone, minute(day * 24 * 60 + 600), 90);
        Timing::Parts(Sittings::new(vec![part(first), part(first + 1)]).unwrap())
    });
    let weekly =
        (zone(), days(), 1..6_u16).prop_map(|(zone, first, count)| series(zone, day(first), count));
    prop_oneof![
        4 => hours,
        2 => whole_days,
        1 => window,
        1 => Just(Timing::Once(Times::Unknown)),
        1 => parts,
        2 => weekly,
    ]
}

fn details() -> impl Strategy<Value = MeetingDetails> {
    let group = || proptest::sample::select(&GROUPS[..]);
    let status = proptest::sample::select(vec![
        Status::Confirmed,
        Status::Tentative,
        Status::Cancelled,
        Status::Postponed,
    ]);
    let title = proptest::sample::select(vec!["Call", "call ", "Other"]);
    let said = (
        group(),
        proptest::option::of(group()),
        status,
        title,
        any::<bool>(),
    );
    (timing(), said).prop_map(|(timing, (group, cohost, status, title, lacks))| {
        meeting(timing).saying(|said| {
            said.group = slug(group);
            said.cohosts = cohost.into_iter().map(slug).collect();
            said.status = status;
            said.title = text::Title::parse(title).unwrap();
            if lacks {
                said.remote = Some(Remote::ToFollow);
            }
        })
    })
}

/// A call at other times. Parsing the form once is enough for ten thousand of them.
fn meeting(timing: Timing) -> MeetingDetails {
    thread_local! {
        static CALL: MeetingDetails = call(|_| {});
    }
    CALL.with(MeetingDetails::clone).at(timing)
}

fn id(number: usize) -> MeetingId {
    MeetingId::parse(&format!("00000000-0000-7000-8000-{number:012}")).unwrap()
}

fn revision(number: usize, details: &MeetingDetails) -> PublishedRevision {
    PublishedRevision {
        id: id(number),
        reference: Reference::from_random([0; 6]),
        revision: RevisionId::new(),
        details: Arc::new(details.clone()),
        sequence: 0,
        created: minute(0),
        modified: minute(0),
        seq: 1,
        history: Vec::new(),
        before: Default::default(),
    }
}

fn snapshot_of<'a>(meetings: impl Iterator<Item = (usize, &'a MeetingDetails)>) -> Snapshot {
    let published = meetings.map(|(number, details)| {
        let meeting = PublishedMeeting::from(revision(number, details));
        (meeting.id, Arc::new(meeting))
    });
    Snapshot::new(1, minute(0), Directory::default(), published.collect())
}

fn snapshot(meetings: Vec<MeetingDetails>) -> Snapshot {
    snapshot_of((1..).zip(&meetings))
}

/// What happens to a meeting.
#[derive(Debug, Clone)]
enum Fate {
    Stays,
    Goes,
    Becomes(MeetingDetails),
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        8 => Just(Fate::Stays),
        1 => Just(Fate::Goes),
        1 => details().prop_map(Fate::Becomes),
    ]
}

/// A calendar that was followed is the same as one that is made anew of what is public then.
fn check_following(meetings: Vec<(MeetingDetails, Fate)>, new: Vec<MeetingDetails>) {
    let before = snapshot_of((1..).zip(meetings.iter().map(|(details, _)| details)));
    let mut news = Publication::nothing_up_to(LogPlace::default());
    let mut after: Vec<(usize, &MeetingDetails)> = Vec::new();
    for (number, (details, fate)) in (1..).zip(&meetings) {
        match fate {
            Fate::Stays => after.push((number, details)),
            Fate::Goes => news.withdrawn.push(TakenOff {
                id: id(number),
                stamp: Stamp {
                    seq: 2,
                    at: minute(0),
                },
                sequence: 1,
                last: None,
            }),
            Fate::Becomes(other) => {
                news.meetings.push(revision(number, other));
                after.push((number, other));
            }
        }
    }
    for (number, details) in (meetings.len() + 1..).zip(&new) {
        news.meetings.push(revision(number, details));
        after.push((number, details));
    }
    let (followed, anew) = (before.followed_by(news), snapshot_of(after.into_iter()));
    let ids = |snapshot: &Snapshot| -> Vec<MeetingId> {
        snapshot.meetings().iter().map(|one| one.id).collect()
    };
    assert_eq!(ids(&followed), ids(&anew));
    let (one, other) = (&followed.index, &anew.index);
    assert_eq!(names(one.all.iter()), names(other.all.iter()));
    assert_eq!(one.whole, other.whole);
    assert_eq!(one.by_group, other.by_group);
    assert_eq!(one.by_year, other.by_year);
}

fn of_group<'a>(
    snapshot: &'a Snapshot,
    group: &Slug,
) -> impl DoubleEndedIterator<Item = &'a PublishedOccurrence> {
    let all = snapshot.occurrences().iter();
    all.filter(move |one| one.said().groups().any(|slug| slug == group))
}

fn check_coming(snapshot: &Snapshot, now: DateTime<Utc>) {
    let all = snapshot.occurrences().iter();
    let walked = names(all.filter(|one| !one.is_over(now)));
    assert_eq!(names(snapshot.coming(now)), walked);
    for group in GROUPS.map(slug) {
        let walked: Vec<_> = of_group(snapshot, &group)
            .filter(|one| !one.is_over(now))
            .collect();
        let next = walked.iter().find(|one| one.stands());
        assert_eq!(
            snapshot.next_of(&group, now).map(name),
            next.map(|one| name(one))
        );
        assert_eq!(
            names(snapshot.coming_of(&group, now)),
            names(walked.into_iter())
        );
    }
}

fn check_past(snapshot: &Snapshot, now: DateTime<Utc>) {
    for group in GROUPS.map(slug) {
        let walked = of_group(snapshot, &group).rev();
        let walked = names(walked.filter(|one| one.is_over(now)));
        assert_eq!(names(snapshot.past_of(&group, now)), walked);
    }
    for filter in [
        Filter::default(),
        Filter::default().with(Facet::Group, &["b"]),
    ] {
        let mut walked: BTreeMap<i32, Vec<Name>> = BTreeMap::new();
        for one in snapshot.occurrences().iter().rev() {
            if one.is_over(now) && filter.lets_through(one.said(), snapshot) {
                walked
                    .entry(filed_year(one).unwrap())
                    .or_default()
                    .push(name(one));
            }
        }
        let counted: Vec<_> = walked
            .iter()
            .rev()
            .map(|(year, held)| (*year, held.len()))
            .collect();
        assert_eq!(snapshot.past_years(&filter, now), counted);
        for (year, held) in walked {
            let found = snapshot.past_in(year, now);
            let found = found.filter(|one| filter.lets_through(one.said(), snapshot));
            assert_eq!(names(found), held);
        }
    }
}

fn check_between(snapshot: &Snapshot, since: DateTime<Utc>, until: DateTime<Utc>) {
    let walked = |holds: &dyn Fn(DateTime<Utc>) -> bool| {
        let all = snapshot.occurrences().iter();
        names(all.filter(|one| {
            one.start().is_some_and(|start| start < until) && one.end().is_some_and(holds)
        }))
    };
    assert_eq!(
        names(snapshot.between(since, until)),
        walked(&|end| end > since)
    );
    assert_eq!(
        names(snapshot.ending_since(since, until)),
        walked(&|end| end >= since)
    );
}

fn check_same_time(snapshot: &Snapshot) {
    for one in snapshot.occurrences() {
        let (times, id) = (one.times(), one.meeting().id);
        let all = snapshot.occurrences().iter();
        let overlaps = |other: &&PublishedOccurrence| {
            let extents = times.extent().zip(other.times().extent());
            let overlap = extents.is_some_and(|(own, other)| own.0 < other.1 && other.0 < own.1);
            overlap && times.has_date() && other.stands() && other.meeting().id != id
        };
        let found = names(snapshot.at_the_same_time(times, Some(id)));
        assert_eq!(found, names(all.filter(overlaps)));
    }
}

fn check_same_title(snapshot: &Snapshot) {
    let comparable = |said: &Said| said.title.as_str().trim().to_lowercase();
    let settled = |times: &Times| {
        times
            .days()
            .filter(|_| times.has_date())
            .map(|(first, _)| first)
    };
    for meeting in snapshot.meetings() {
        let days: BTreeSet<_> = meeting
            .occurrences()
            .filter_map(|one| settled(&one.times))
            .collect();
        let said = &meeting.details.said;
        let walked = snapshot.occurrences().iter().find(|other| {
            other.meeting().id != meeting.id
                && other.said().group == said.group
                && settled(other.times()).is_some_and(|day| days.contains(&day))
                && comparable(other.said()) == comparable(said)
        });
        let found = snapshot.same_title_that_day(&meeting.details, Some(meeting.id));
        assert_eq!(found.map(name), walked.map(name));
    }
}

fn check_attention(snapshot: &Snapshot, now: DateTime<Utc>) {
    let mut walked: Vec<_> = snapshot
        .meetings()
        .iter()
        .filter_map(|meeting| Some((meeting, Attention::of_published(meeting, now)?)))
        .collect();
    walked.sort_by_cached_key(|(meeting, attention)| {
        (attention.nearness, meeting.at_hand(now).times.extent())
    });
    let ids = |found: Vec<(&Arc<PublishedMeeting>, Attention)>| -> Vec<(MeetingId, Attention)> {
        found
            .into_iter()
            .map(|(meeting, why)| (meeting.id, why))
            .collect()
    };
    assert_eq!(ids(needing_attention(snapshot, now)), ids(walked));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_answer_is_that_of_a_walk_through_all(
        meetings in proptest::collection::vec(details(), 0..40),
        now in -10 * 24 * 60..80 * 24 * 60_i64,
        ahead in 0..40 * 24 * 60_i64,
    ) {
        let snapshot = snapshot(meetings);
        // Now and then exactly when something begins or ends.
        let edges = snapshot.occurrences().iter().flat_map(|one| [one.start(), one.end()]);
        let edge = edges.flatten().nth(usize::try_from(ahead).unwrap() % 50);
        for now in std::iter::once(minute(now)).chain(edge) {
            check_coming(&snapshot, now);
            check_past(&snapshot, now);
            check_between(&snapshot, now, now + TimeDelta::minutes(ahead));
            check_attention(&snapshot, now);
        }
        check_same_time(&snapshot);
        check_same_title(&snapshot);
    }

    #[test]
    fn a_calendar_that_is_followed_is_the_same_as_one_made_anew(
        meetings in proptest::collection::vec((details(), fate()), 0..60),
        new in proptest::collection::vec(details(), 0..4),
    ) {
        check_following(meetings, new);
    }

    #[test]
    fn a_list_by_day_holds_each_once_under_its_day(
        meetings in proptest::collection::vec(details(), 0..20),
        zone in proptest::sample::select(&ZONES[..]),
        earliest in proptest::option::of(0..60_i64),
    ) {
        let (snapshot, zone) = (snapshot(meetings), Zone::named(zone).unwrap());
        let earliest = earliest.map(day);
        let days = by_day(snapshot.occurrences(), &zone, earliest);
        prop_assert!(days.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let mut listed = BTreeSet::new();
        for (day, held) in &days {
            prop_assert!(!held.is_empty());
            for one in held {
                let own = listed_day(one.times(), &zone).unwrap();
                prop_assert_eq!(*day, earliest.map_or(own, |earliest| own.max(earliest)));
                prop_assert!(listed.insert(name(one)));
            }
        }
        let dated = snapshot.occurrences().iter().filter(|one| one.times().has_date());
        prop_assert_eq!(listed.len(), dated.count());
    }
}

/// So many calls in the past, one an hour, and among the first of them a window of two years that is
/// still open; twenty to come.
fn archive(past: i64) -> (Snapshot, DateTime<Utc>) {
    let hour = |number: i64| {
        meeting(Timing::Once(Times::Exact(exact(
            "UTC",
            minute(60 * number),
            30,
        ))))
        .saying(|said| said.group = slug(GROUPS[usize::try_from(number).unwrap() % 3]))
    };
    let now = minute(60 * past);
    let opened = minute(60 * (past / 10)).date_naive();
    let open = DayWindow::new(opened, opened + TimeDelta::days(730), None).unwrap();
    let mut meetings: Vec<_> = (0..past + 20).map(hour).collect();
    meetings.push(meeting(Timing::Once(Times::Window(open))));
    (snapshot(meetings), now)
}

/// What a question looks at beyond what it answers with: to halve an archive of ten thousand takes
/// fourteen looks, which are taken at both ends of a span and for what lasts from long ago.
const BEYOND: usize = 80;

#[test]
fn what_is_coming_costs_the_same_with_a_hundred_times_the_past() {
    for past in [100, 10_000] {
        let (snapshot, now) = archive(past);
        let mut found = 0;
        let looks = looks::during(|| found = snapshot.coming(now).count());
        assert_eq!(found, 21);
        assert!(looks <= found + BEYOND, "{looks} looks with {past} past");
        let looks = looks::during(|| {
            let end = now + TimeDelta::hours(5);
            found = snapshot.between(now, end).count();
        });
        assert_eq!(found, 6);
        assert!(looks <= found + BEYOND, "{looks} looks with {past} past");
    }
}

#[test]
fn what_a_group_holds_next_and_held_last_costs_the_same_with_a_hundred_times_the_past() {
    for past in [100, 10_000] {
        let (snapshot, now) = archive(past);
        let group = slug("a");
        let looks = looks::during(|| assert!(snapshot.next_of(&group, now).is_some()));
        assert!(looks <= BEYOND, "{looks} looks with {past} past");
        let looks =
            looks::during(|| assert_eq!(snapshot.past_of(&group, now).take(20).count(), 20));
        assert!(looks <= 20 + BEYOND, "{looks} looks with {past} past");
    }
}

#[test]
fn what_needs_a_look_and_what_is_at_the_same_time_cost_the_same() {
    for past in [100, 10_000] {
        let (snapshot, now) = archive(past);
        let next = snapshot.next_of(&slug("a"), now).unwrap();
        let looks = looks::during(|| {
            assert_eq!(snapshot.at_the_same_time(next.times(), None).count(), 1);
            assert_eq!(needing_attention(&snapshot, now).len(), 0);
        });
        assert!(looks <= 21 + 2 * BEYOND, "{looks} looks with {past} past");
    }
}
