//! The shelf: what stays ready from one snapshot to the next, and what goes.

use super::*;
use crate::clock::Clock;
use std::collections::HashMap;

/// A calendar at several moments.
#[derive(Clone, Default)]
struct Moments {
    seq: i64,
    meetings: HashMap<MeetingId, Arc<PublishedMeeting>>,
}

impl Moments {
    fn publish(&mut self, number: i64, details: MeetingDetails) -> MeetingId {
        self.seq += 1;
        let id = MeetingId::parse(&format!("00000000-0000-7000-8000-{number:012}")).unwrap();
        let meeting = PublishedMeeting::from(PublishedRevision {
            id,
            reference: Reference::from_random([0; 6]),
            revision: RevisionId::new(),
            details: Arc::new(details),
            sequence: 0,
            created: utc("2018-02-01T09:00:00Z"),
            modified: utc("2018-02-01T09:00:00Z"),
            seq: self.seq,
            history: Vec::new(),
            before: Default::default(),
        });
        self.meetings.insert(id, Arc::new(meeting));
        id
    }

    fn now(&self) -> Arc<Snapshot> {
        let modified = utc("2018-03-05T10:00:00Z");
        let meetings = self.meetings.clone();
        Arc::new(Snapshot::new(
            self.seq,
            modified,
            Directory::default(),
            meetings,
        ))
    }
}

fn held_by(slug: &str) -> MeetingDetails {
    virtual_meeting(slug, open("UTC", "2018-03-09 10:00"))
        .saying(|said| said.group = Slug::parse(slug).unwrap())
}

fn clock() -> Clock {
    Clock::Fixed(utc("2018-03-05T10:00:00Z"))
}

fn ready(stock: &Stock, id: MeetingId) -> *const MeetingObjects {
    stock.objects(id).expect("something to say")
}

#[test]
fn an_unchanged_revision_stays_ready_and_a_changed_one_is_made_anew() {
    let (shelf, mut calendar) = (Shelf::new(site(), clock()), Moments::default());
    let (stays, changes) = (
        calendar.publish(1, held_by("a")),
        calendar.publish(2, held_by("b")),
    );
    let before = shelf.stock(&calendar.now());
    let (kept, replaced) = (ready(&before, stays), ready(&before, changes));
    calendar.publish(2, held_by("c"));
    let after = shelf.stock(&calendar.now());
    assert_eq!(ready(&after, stays), kept);
    assert_ne!(ready(&after, changes), replaced);
    assert!(whole_of(&info(), &after).contains("SUMMARY:c\r\n"));
    assert!(whole_of(&info(), &before).contains("SUMMARY:b\r\n"));
}

#[test]
fn each_language_is_made_when_it_is_asked_for_and_stays_ready() {
    let (shelf, mut calendar) = (Shelf::new(site(), clock()), Moments::default());
    let id = calendar.publish(
        1,
        held_by("a").saying(|said| said.status = Status::Postponed),
    );
    let before = shelf.stock(&calendar.now());
    before.prepare();
    let made = |stock: &Stock, language| -> *const MeetingObjects {
        stock.objects_in(id, language).expect("something to say")
    };
    let texts: std::collections::BTreeSet<String> = Language::ALL
        .iter()
        .map(|language| {
            before
                .objects_in(id, *language)
                .unwrap()
                .iter()
                .next()
                .unwrap()
        })
        .map(|object| object.text().to_owned())
        .collect();
    assert_eq!(texts.len(), Language::ALL.len());
    assert!(
        texts
            .iter()
            .any(|text| text.contains("SUMMARY:[Reportée] a\r\n"))
    );
    calendar.publish(2, held_by("b"));
    let after = shelf.stock(&calendar.now());
    for language in Language::ALL {
        assert_eq!(made(&before, language), made(&after, language));
    }
}

#[test]
fn what_is_withdrawn_leaves_the_shelf() {
    let (shelf, mut calendar) = (Shelf::new(site(), clock()), Moments::default());
    let (stays, goes) = (
        calendar.publish(1, held_by("a")),
        calendar.publish(2, held_by("b")),
    );
    shelf.stock(&calendar.now()).prepare();
    let withdrawn = Arc::downgrade(&calendar.meetings.remove(&goes).unwrap());
    calendar.seq += 1;
    let after = shelf.stock(&calendar.now());
    assert!(after.objects(goes).is_none() && after.objects(stays).is_some());
    assert!(withdrawn.upgrade().is_none(), "nothing keeps it");
}

#[test]
fn who_holds_an_older_snapshot_takes_nothing_away() {
    let (shelf, mut calendar) = (Shelf::new(site(), clock()), Moments::default());
    let id = calendar.publish(1, held_by("a"));
    let old = calendar.now();
    shelf.stock(&old);
    calendar.publish(1, held_by("b"));
    let new = calendar.now();
    let newest = shelf.stock(&new);
    let late = shelf.stock(&old);
    assert!(whole_of(&info(), &late).contains("SUMMARY:a\r\n"));
    assert!(Arc::ptr_eq(&shelf.stock(&new), &newest));
    assert_ne!(ready(&late, id), ready(&newest, id));
}

#[test]
fn threads_that_ask_at_once_get_the_same_bytes() {
    let (shelf, mut calendar) = (Shelf::new(site(), clock()), Moments::default());
    let ids: Vec<_> = (1..50)
        .map(|number| calendar.publish(number, held_by("a")))
        .collect();
    let snapshot = calendar.now();
    let ask = || {
        let stock = shelf.stock(&snapshot);
        let all = ids.iter().map(|id| ready(&stock, *id) as usize);
        (all.collect::<Vec<_>>(), whole_of(&info(), &stock))
    };
    let answers: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        let answers = threads.into_iter().map(|thread| thread.join().unwrap());
        answers.collect()
    });
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
}
