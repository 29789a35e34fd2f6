//! What was told and is told no more: meetings that were taken off, and identities that meetings gave up
//! when they came to be held otherwise. Each is said as cancelled for 30 days, so that no copy lives on.

use super::entry::{Ending, FeedEntry, entries, on};
use super::ical::MeetingObjects;
use super::site::Site;
use crate::calendar::{Departed, Filter, PublishedMeeting, Snapshot};
use crate::domain::MeetingId;
use crate::i18n::Words;
use crate::store::{EarlierRevision, PublishedRevision, Stamp};
use chrono::{Days, NaiveDate};
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

/// For how many days it is told.
const DAYS: Days = Days::new(30);

/// Everything that is told no more of a snapshot.
#[derive(Default)]
pub(super) struct Endings {
    all: Vec<Ended>,
}

/// What is said under an identity for the last time.
struct Ended {
    /// What was said of its meeting while it was told.
    last: Arc<PublishedMeeting>,
    /// The change that ended it.
    by: Stamp,
    /// The last UTC day on which it is said.
    until: NaiveDate,
    entry: FeedEntry<'static>,
}

impl Endings {
    /// Those of a snapshot, by identity.
    pub fn of(snapshot: &Snapshot, site: &Site) -> Self {
        let departed = snapshot.departed().iter();
        let mut all: Vec<Ended> = departed
            .flat_map(|departed| taken_off(departed, snapshot, site))
            .collect();
        let changed = snapshot.meetings().iter();
        let changed = changed.filter(|meeting| !meeting.before.earlier.is_empty());
        all.extend(changed.flat_map(|meeting| given_up(meeting, snapshot, site)));
        all.sort_by(|one, other| one.entry.uid.cmp(&other.entry.uid));
        Self { all }
    }

    /// Those that a listing tells of on a UTC day: of which the filter let something through.
    pub fn met_by(
        &self,
        filter: &Filter,
        snapshot: &Snapshot,
        today: NaiveDate,
        w: Words,
    ) -> Vec<MeetingObjects> {
        objects(w, self.entries_met_by(filter, snapshot, today))
    }

    /// The same as entries.
    pub fn entries_met_by<'a>(
        &'a self,
        filter: &'a Filter,
        snapshot: &'a Snapshot,
        today: NaiveDate,
    ) -> impl Iterator<Item = &'a FeedEntry<'static>> {
        self.told(today, move |ended| filter.accepts(&ended.last, snapshot))
    }

    /// Those of one meeting.
    pub fn of_meeting(&self, id: MeetingId, today: NaiveDate, w: Words) -> Vec<MeetingObjects> {
        objects(w, self.entries_of_meeting(id, today))
    }

    /// The same as entries.
    pub fn entries_of_meeting(
        &self,
        id: MeetingId,
        today: NaiveDate,
    ) -> impl Iterator<Item = &FeedEntry<'static>> {
        self.told(today, move |ended| ended.last.id == id)
    }

    /// What is told under an identity for the last time, if it is told on a UTC day to whoever asks for
    /// what a filter lets through, and the change that ended it.
    pub fn under(
        &self,
        uid: &str,
        (filter, snapshot): (&Filter, &Snapshot),
        today: NaiveDate,
        w: Words,
    ) -> Option<(MeetingObjects, Stamp)> {
        let place = self
            .all
            .binary_search_by(|ended| ended.entry.uid.as_str().cmp(uid));
        let ended = &self.all[place.ok()?];
        let is_told = today <= ended.until && filter.accepts(&ended.last, snapshot);
        let objects = is_told.then(|| MeetingObjects::of(w, std::slice::from_ref(&ended.entry)))?;
        (!objects.is_empty()).then_some((objects, ended.by))
    }

    /// Each identity, with the change that ended it and the last UTC day on which it is told.
    pub fn each(&self) -> impl Iterator<Item = (&str, Stamp, NaiveDate)> {
        let all = self.all.iter();
        all.map(|ended| (ended.entry.uid.as_str(), ended.by, ended.until))
    }

    fn told<'a>(
        &'a self,
        today: NaiveDate,
        is_met: impl Fn(&Ended) -> bool + 'a,
    ) -> impl Iterator<Item = &'a FeedEntry<'static>> {
        let told = self.all.iter();
        told.filter(move |ended| today <= ended.until && is_met(ended))
            .map(|ended| &ended.entry)
    }
}

fn objects<'a>(
    w: Words,
    entries: impl Iterator<Item = &'a FeedEntry<'static>>,
) -> Vec<MeetingObjects> {
    entries
        .map(|entry| MeetingObjects::of(w, std::slice::from_ref(entry)))
        .filter(|objects| !objects.is_empty())
        .collect()
}

impl fmt::Debug for Endings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let uids = self.all.iter().map(|ended| &ended.entry.uid);
        f.debug_list().entries(uids).finish()
    }
}

/// What is said for the last time of one date of a series that was taken off, under the identity that
/// it has by itself; `None` if there is nothing to say any more.
pub(super) fn ended_on(
    departed: &Departed,
    date: NaiveDate,
    today: NaiveDate,
    (snapshot, site): (&Snapshot, &Site),
) -> Option<FeedEntry<'static>> {
    let last = &departed.last;
    let entry = on(entries(last, snapshot, site), date)?;
    let by = (departed.stamp, departed.sequence);
    let ending = Ending::TakenOff(&last.details.said);
    (today <= last_day(departed.stamp)).then(|| entry.ended(ending, by, &site.page(last.id)))
}

/// The last UTC day on which it is told that something ended with a change.
fn last_day(by: Stamp) -> NaiveDate {
    let day = by.at.date_naive();
    day.checked_add_days(DAYS).unwrap_or(NaiveDate::MAX)
}

/// Each identity of a meeting that was taken off, and each that it had given up before.
fn taken_off(departed: &Departed, snapshot: &Snapshot, site: &Site) -> Vec<Ended> {
    let last = &departed.last;
    let ending = Ending::TakenOff(&last.details.said);
    let by = (departed.stamp, departed.sequence);
    let mut ended: Vec<Ended> = entries(last, snapshot, site)
        .iter()
        .map(|entry| Ended {
            last: Arc::clone(last),
            by: departed.stamp,
            until: last_day(departed.stamp),
            entry: entry.ended(ending, by, &site.page(last.id)),
        })
        .collect();
    ended.extend(left_behind(last, ending, snapshot, site));
    ended
}

/// The identities that a meeting on the calendar gave up.
fn given_up(meeting: &PublishedMeeting, snapshot: &Snapshot, site: &Site) -> Vec<Ended> {
    let ending = Ending::GivenUp(&meeting.details.said);
    left_behind(meeting, ending, snapshot, site)
}

/// What earlier revisions of a meeting told under identities that it has no longer, as its newest told
/// it.
fn left_behind(
    meeting: &PublishedMeeting,
    ending: Ending<'_>,
    snapshot: &Snapshot,
    site: &Site,
) -> Vec<Ended> {
    let present = entries(meeting, snapshot, site);
    let mut known: HashSet<String> = present.into_iter().map(|entry| entry.uid).collect();
    let mut ended = Vec::new();
    for earlier in meeting.before.earlier.iter().rev() {
        let last = Arc::new(as_it_was(meeting, earlier, snapshot));
        for entry in entries(&last, snapshot, site) {
            if known.insert(entry.uid.clone()) {
                let by = (earlier.replaced, earlier.sequence);
                ended.push(Ended {
                    last: Arc::clone(&last),
                    by: earlier.replaced,
                    until: last_day(earlier.replaced),
                    entry: entry.ended(ending, by, &site.page(meeting.id)),
                });
            }
        }
    }
    ended
}

/// A meeting as an earlier revision had it, by the names of today.
fn as_it_was(
    meeting: &PublishedMeeting,
    earlier: &EarlierRevision,
    snapshot: &Snapshot,
) -> PublishedMeeting {
    let revision: &PublishedRevision = meeting;
    let renamed = snapshot.known().in_todays_names(&earlier.details);
    PublishedMeeting::from(PublishedRevision {
        details: renamed.map_or_else(|| Arc::clone(&earlier.details), Arc::new),
        history: Vec::new(),
        ..revision.clone()
    })
}
