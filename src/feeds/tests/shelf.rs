//! The shelf: what stays ready from one snapshot to the next, and what goes.

use super::*;
use crate::clock::Clock;
use std::collections::HashMap;

/// A calendar at several moments.
#[derive(Clone, Default)]
struct Moments {
    seq: i64,
    groups: Vec<Group>,
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
        });
        self.meetings.insert(id, Arc::new(meeting));
        id
    }

    /// All groups are new to the calendar, whether anything of them changed or not.
    fn name(&mut self, names: &[(&str, &str)]) {
        self.seq += 1;
        let named = |(slug, name): &(&str, &str)| {
            let slug = Slug::parse(slug).unwrap();
            Group {
                slug,
                ..group(name)
            }
        };
        self.groups = names.iter().map(named).collect();
    }

    fn now(&self) -> Arc<Snapshot> {
        let modified = utc("2018-03-05T10:00:00Z");
        let directory = Directory::new(self.groups.clone(), []);
        let meetings = self.meetings.clone();
        Arc::new(Snapshot::new(self.seq, modified, directory, meetings))
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
fn a_group_that_is_renamed_is_renamed_in_its_own_meetings() {
    let (shelf, mut calendar) = (Shelf::new(site(), clock()), Moments::default());
    let (own, other) = (
        calendar.publish(1, held_by("a")),
        calendar.publish(2, held_by("b")),
    );
    let cohosted = calendar.publish(
        3,
        held_by("b").saying(|said| said.cohosts = vec![Slug::parse("a").unwrap()]),
    );
    calendar.name(&[("a", "Old"), ("b", "Same")]);
    let before = shelf.stock(&calendar.now());
    let made = [own, other, cohosted].map(|id| ready(&before, id));
    calendar.name(&[("a", "New"), ("b", "Same")]);
    let after = shelf.stock(&calendar.now());
    let made_again = [own, other, cohosted].map(|id| ready(&after, id));
    let is_same: Vec<bool> = std::iter::zip(made, made_again)
        .map(|(before, after)| before == after)
        .collect();
    assert_eq!(is_same, [false, true, false]);
    let feed = whole_of(&info(), &after).replace("\r\n ", "");
    assert_eq!(feed.matches("New").count(), 2);
    assert_eq!(feed.matches("Old").count(), 0);
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
