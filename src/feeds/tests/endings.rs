//! What is told for the last time: nothing that calendars showed ends by silence.

use super::series::{changing, in_zurich, listed, weekly};
use super::*;
use crate::calendar::Departed;
use crate::domain::timing::Sittings;
use crate::store::{Before, EarlierRevision, Stamp};

const ID: &str = "00000000-0000-7000-8000-000000000001";
const ANEW: &str = "the meeting is entered at its present times anew.";
const NO_MORE: &str = "This date is no longer held.";

/// When the newest revision was published.
const NOW: &str = "2018-03-05T09:00:00Z";

fn id() -> MeetingId {
    MeetingId::parse(ID).unwrap()
}

/// A change of some day in March 2018.
fn change(day: u32) -> Stamp {
    Stamp {
        seq: day.into(),
        at: utc(&format!("2018-03-{day:02}T09:00:00Z")),
    }
}

fn earlier(details: MeetingDetails, replaced: Stamp, sequence: u32) -> EarlierRevision {
    EarlierRevision {
        details: Arc::new(details),
        replaced,
        sequence,
    }
}

/// A meeting that was replaced for the first time on 2 March, and whose newest revision is of the 5th.
fn meeting_after(details: MeetingDetails, before: Before) -> PublishedMeeting {
    PublishedMeeting::from(PublishedRevision {
        id: id(),
        reference: Reference::from_random([0; 6]),
        revision: RevisionId::new(),
        details: Arc::new(details),
        sequence: 2,
        created: utc("2018-02-01T09:00:00Z"),
        modified: utc(NOW),
        seq: 5,
        history: Vec::new(),
        before,
    })
}

fn public(details: MeetingDetails, before: Before) -> Snapshot {
    let meeting = Arc::new(meeting_after(details, before));
    let directory = Directory::new([group("Coalition")], []);
    Snapshot::new(5, utc(NOW), directory, [(id(), meeting)].into())
}

fn replacing(before: MeetingDetails, now: MeetingDetails) -> Snapshot {
    let earlier = vec![earlier(before, change(2), 1)];
    let told_last = None;
    public(now, Before { told_last, earlier })
}

/// The same, taken off on 6 March.
fn departed(details: MeetingDetails, before: Before) -> Snapshot {
    let departed = Departed {
        last: Arc::new(meeting_after(details, before)),
        stamp: change(6),
        sequence: 3,
    };
    let directory = Directory::new([group("Coalition")], []);
    let snapshot = Snapshot::new(6, utc("2018-03-06T09:00:00Z"), directory, [].into());
    snapshot.with_departed(vec![departed])
}

fn stock_on(snapshot: &Snapshot, today: &str) -> Stock {
    Stock::new(Arc::new(snapshot.clone()), site(), day(today))
}

fn listing_of(snapshot: &Snapshot, filter: &Filter) -> Vec<String> {
    let now = utc("2018-03-07T09:00:00Z");
    let stock = stock_on(snapshot, "2018-03-07");
    let feed = listing(&info(), filter, Past::default(), now, &stock);
    lines(&String::from_utf8(feed.into_bytes()).unwrap())
}

/// The lines of the event of a UID.
fn under(lines: &[String], uid: &str) -> Vec<String> {
    let mut events = lines.split(|line| line == "BEGIN:VEVENT");
    let is_it = |event: &&[String]| event.contains(&format!("UID:{uid}"));
    events
        .find(is_it)
        .map(<[String]>::to_vec)
        .unwrap_or_default()
}

fn slots(title: &str, hours: &[&str]) -> MeetingDetails {
    let times = hours.iter().map(|hour| {
        let (start, end) = (
            format!("2018-03-13 {hour}:00"),
            format!("2018-03-13 {hour}:30"),
        );
        let Timing::Once(Times::Exact(times)) = exact("UTC", &start, &end) else {
            unreachable!()
        };
        times
    });
    let slots = Sittings::new(times.collect()).unwrap();
    virtual_meeting(title, Timing::Slots(slots))
}

fn once(title: &str) -> MeetingDetails {
    virtual_meeting(title, exact("UTC", "2018-03-13 08:00", "2018-03-13 08:30"))
}

#[test]
fn a_window_that_is_shown_no_more_stays_until_the_meeting_is_taken_off() {
    let band = window("2018-05-01", "2018-05-20");
    let told = || Before {
        told_last: band.once().cloned(),
        earlier: vec![earlier(virtual_meeting("Call", band.clone()), change(2), 1)],
    };
    let shown = ["DTSTART;VALUE=DATE:20180501", "DTEND;VALUE=DATE:20180521"];
    for vague in [
        Timing::Once(Times::Unknown),
        window("2018-05-01", "2018-09-20"),
    ] {
        for status in [Status::Confirmed, Status::Postponed] {
            let now = virtual_meeting("Call", vague.clone()).saying(|said| said.status = status);
            let on = listing_of(&public(now.clone(), told()), &Filter::default());
            assert_has(&under(&on, ID), &shown);
            assert_has(&under(&on, ID), &["STATUS:TENTATIVE"]);
            let off = listing_of(&departed(now, told()), &Filter::default());
            assert_has(&under(&off, ID), &shown);
            assert_has(&under(&off, ID), &["STATUS:CANCELLED", "SEQUENCE:3"]);
        }
    }
    // Should it be unknown what was told last, the identity ends in words all the same.
    let vague = virtual_meeting("Call", Timing::Once(Times::Unknown));
    let before = virtual_meeting("Call", band.clone());
    let ended = listing_of(&replacing(before, vague), &Filter::default());
    assert_has(&under(&ended, ID), &["STATUS:CANCELLED", "SEQUENCE:1"]);
}

#[test]
fn a_date_that_is_held_no_more_is_told_under_its_own_address_for_30_days() {
    let skipping = |date: NaiveDate| {
        let details = in_zurich(weekly("2018-03-13", 4));
        let series = details.timing.series().unwrap().clone();
        let series = series.skipping(date).unwrap();
        details.at(Timing::Series(series))
    };
    let ask = |stock: &Stock, date: &str| {
        let feed = of_date(&info(), id(), day(date), stock)?;
        Some(lines(&String::from_utf8(feed.into_bytes()).unwrap()))
    };
    for (now, why) in [
        (skipping(day("2018-03-20")), NO_MORE),
        (in_zurich(weekly("2018-03-14", 4)), NO_MORE),
        (once("Call"), ANEW),
    ] {
        let snapshot = replacing(in_zurich(weekly("2018-03-13", 4)), now);
        let told = ask(&stock_on(&snapshot, "2018-04-01"), "2018-03-20").expect("an answer");
        assert_has(
            &told,
            &[
                &format!("UID:{ID}-on-20180320"),
                "STATUS:CANCELLED",
                "DTSTART:20180320T140000Z",
                "SEQUENCE:1",
            ],
        );
        assert!(told.iter().any(|line| line.contains(why)), "{told:?}");
        let later = stock_on(&snapshot, "2018-04-02");
        assert_eq!(ask(&later, "2018-03-20"), None);
        assert!(later.was_held_on(id(), day("2018-03-20")), "it is gone");
        assert!(!later.was_held_on(id(), day("2018-03-19")), "it never was");
    }
    let earlier = vec![earlier(in_zurich(weekly("2018-03-13", 4)), change(2), 1)];
    let told_last = None;
    let off = departed(once("Call"), Before { told_last, earlier });
    let told = ask(&stock_on(&off, "2018-04-01"), "2018-03-20").expect("an answer");
    assert_has(&told, &["STATUS:CANCELLED", "SEQUENCE:3"]);
    assert_has(&told, &["SUMMARY:[Cancelled] Coalition"]);
}

#[test]
fn words_that_change_under_an_ended_identity_come_with_a_newer_stamp() {
    let second = format!("{ID}-2");
    let before = || Before {
        told_last: None,
        earlier: vec![earlier(slots("A", &["08", "12"]), change(2), 1)],
    };
    let told = listing_of(&public(once("B"), before()), &Filter::default());
    let told = under(&told, &second);
    assert!(
        value(&told, "SUMMARY").starts_with("[Cancelled] B"),
        "{told:?}"
    );
    assert_has(&told, &["SEQUENCE:1", "DTSTAMP:20180305T090000Z"]);
    let seqs: Vec<_> = stock(&public(once("B"), before()))
        .ended_uids()
        .map(|(uid, newest, until)| (uid.to_owned(), newest.seq, until))
        .collect();
    assert_eq!(
        seqs,
        [(second.clone(), 5, day("2018-04-01"))],
        "30 days from its end"
    );

    let told = listing_of(&departed(once("B"), before()), &Filter::default());
    let told = under(&told, &second);
    assert!(
        value(&told, "SUMMARY").starts_with("[Cancelled] Coalition"),
        "{told:?}"
    );
    assert_has(&told, &["SEQUENCE:3", "DTSTAMP:20180306T090000Z"]);
}

#[test]
fn a_narrowed_feed_is_told_of_the_endings_of_what_it_held() {
    let days = ["2018-03-13", "2018-03-20", "2018-03-27"];
    let series = changing(in_zurich(listed(&days)), "2018-03-20", |one| {
        one.said_mut().title = Title::parse("Special").unwrap();
    });
    let off = departed(series, Before::default());
    let uids = |filter: &Filter| {
        let lines = listing_of(&off, filter).into_iter();
        let uids = lines.filter_map(|line| line.strip_prefix("UID:").map(str::to_owned));
        uids.collect::<Vec<_>>()
    };
    assert_eq!(uids(&Filter::default()).len(), 3);
    let special = Filter::of([("q", "special")]);
    let uid = format!("{ID}-20180320");
    assert_eq!(uids(&special), [uid.as_str()]);
    let stock = stock_on(&off, "2018-03-07");
    let is_told = |uid: &str| {
        stock
            .collected_ending(uid, (&special, Language::En))
            .is_some()
    };
    assert!(is_told(&uid) && !is_told(ID));
}

#[test]
fn an_ended_identity_says_whether_something_came_in_its_place() {
    let days = ["2018-03-13", "2018-03-20", "2018-03-27"];
    let three = || in_zurich(listed(&days));
    let last = format!("{ID}-20180327");
    let postponed =
        |details: MeetingDetails| details.saying(|said| said.status = Status::Postponed);
    for (before, now, uid, why) in [
        (
            three(),
            in_zurich(listed(&days[..2])),
            last.clone(),
            NO_MORE,
        ),
        (three(), once("Call"), last.clone(), ANEW),
        (
            three(),
            in_zurich(weekly("2018-03-13", 3)),
            last.clone(),
            ANEW,
        ),
        (three(), postponed(once("Call")), last, NO_MORE),
        (
            slots("A", &["08", "12"]),
            once("A"),
            format!("{ID}-2"),
            ANEW,
        ),
        (
            slots("A", &["08", "12"]),
            postponed(once("A")),
            format!("{ID}-2"),
            NO_MORE,
        ),
        (
            slots("A", &["08", "12", "16"]),
            slots("A", &["08", "12"]),
            format!("{ID}-3"),
            NO_MORE,
        ),
        (
            slots("A", &["08", "12", "16"]),
            slots("A", &["12", "16"]),
            format!("{ID}-3"),
            ANEW,
        ),
    ] {
        let told = listing_of(&replacing(before, now), &Filter::default());
        let told = under(&told, &uid);
        assert!(
            value(&told, "DESCRIPTION").contains(why),
            "{uid}: {why} in {told:?}"
        );
    }
}
