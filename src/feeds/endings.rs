//! What was told and is told no more: meetings that were taken off, and identities that meetings gave up
//! when they came to be held otherwise. Each is said as cancelled for 30 days, so that no copy lives on.

use super::entry::{EndedBy, Ending, FeedEntry, GivenUp, Held, entries, on};
use super::ical::MeetingObjects;
use super::site::Site;
use crate::calendar::{Departed, Filter, PublishedMeeting, Snapshot};
use crate::domain::{MeetingId, Occurrence, Said};
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
    meeting: MeetingId,
    /// What was said of each time that was told under it.
    said: Vec<Arc<Said>>,
    /// The newest change of what is said: that which ended it, or a later one of its words.
    newest: Stamp,
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
        all.extend(changed.flat_map(|one| left_behind(Fate::Public(one), snapshot, site)));
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
        self.told(today, move |ended| ended.is_met_by(filter, snapshot))
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
        self.told(today, move |ended| ended.meeting == id)
    }

    /// What is told under an identity for the last time, if it is told on a UTC day to whoever asks for
    /// what a filter lets through, and the newest change of it.
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
        let is_told = today <= ended.until && ended.is_met_by(filter, snapshot);
        let objects = is_told.then(|| MeetingObjects::of(w, std::slice::from_ref(&ended.entry)))?;
        (!objects.is_empty()).then_some((objects, ended.newest))
    }

    /// Each identity, with the newest change of what is said and the last UTC day on which it is told.
    pub fn each(&self) -> impl Iterator<Item = (&str, Stamp, NaiveDate)> {
        let all = self.all.iter();
        all.map(|ended| (ended.entry.uid.as_str(), ended.newest, ended.until))
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

impl Ended {
    fn of(
        gone: &FeedEntry<'_>,
        ending: Ending<'_>,
        by: EndedBy,
        (id, page): (MeetingId, &str),
    ) -> Self {
        let held = gone.held().into_iter();
        Self {
            meeting: id,
            said: held.map(|one| Arc::clone(one.said)).collect(),
            newest: by.newest,
            until: last_day(by.change),
            entry: gone.ended(ending, by, page),
        }
    }

    /// Whether a filter lets something of it through, so that whoever asks for that may have it.
    fn is_met_by(&self, filter: &Filter, snapshot: &Snapshot) -> bool {
        let mut said = self.said.iter();
        said.any(|said| filter.lets_through(said, snapshot))
    }
}

/// What became of a meeting that told something under identities that it has no longer.
#[derive(Clone, Copy)]
pub(super) enum Fate<'a> {
    /// It is public as before.
    Public(&'a PublishedMeeting),
    /// It was taken off.
    TakenOff(&'a Departed),
}

impl<'a> Fate<'a> {
    /// The meeting as it is public now, or was last.
    fn meeting(self) -> &'a PublishedMeeting {
        match self {
            Self::Public(meeting) => meeting,
            Self::TakenOff(departed) => &departed.last,
        }
    }

    /// How something ends that it told no more since a change; `what` became of it where the meeting is
    /// public.
    fn ending(self, what: impl FnOnce() -> GivenUp) -> Ending<'a> {
        let said = &self.meeting().details.said;
        match self {
            Self::Public(_) => Ending::GivenUp(said, what()),
            Self::TakenOff(_) => Ending::TakenOff(said),
        }
    }

    /// What ended that which an earlier revision, here by the names of today, told and no later one did.
    /// Its words are those of the newest revision, and it has none once the meeting was taken off.
    fn ended_by(self, earlier: &EarlierRevision, last: &PublishedMeeting) -> EndedBy {
        let change = earlier.replaced;
        let newest = change.with(self.meeting().stamp()).with(last.stamp());
        match self {
            Self::Public(_) => EndedBy {
                change,
                sequence: earlier.sequence,
                newest,
            },
            Self::TakenOff(departed) => EndedBy {
                change,
                sequence: departed.sequence,
                newest: newest.with(departed.stamp),
            },
        }
    }
}

/// What is said for the last time of one date of a series on which nothing is held any more, under the
/// identity that it has by itself, and until which UTC day; `None` if it is not known that anything
/// was.
pub(super) fn ended_on(
    fate: Fate<'_>,
    date: NaiveDate,
    (snapshot, site): (&Snapshot, &Site),
) -> Option<(FeedEntry<'static>, NaiveDate)> {
    let page = site.page(fate.meeting().id);
    if let Fate::TakenOff(departed) = fate
        && let Some(gone) = on(entries(&departed.last, snapshot, site), date)
    {
        let (ending, by) = (fate.ending(|| GivenUp::HeldNoMore), by_departure(departed));
        return Some((gone.ended(ending, by, &page), last_day(by.change)));
    }
    let mut earlier = fate.meeting().before.earlier.iter().rev();
    earlier.find_map(|earlier| {
        let last = as_it_was(fate.meeting(), earlier, snapshot);
        let gone = on(entries(&last, snapshot, site), date)?;
        let ending = fate.ending(|| {
            let mut now = fate.meeting().occurrences();
            became_of(
                &gone,
                fate.meeting(),
                now.all(|one| one.key.date().is_none()),
            )
        });
        let by = fate.ended_by(earlier, &last);
        Some((gone.ended(ending, by, &page), last_day(by.change)))
    })
}

/// The last UTC day on which it is told that something ended with a change.
fn last_day(by: Stamp) -> NaiveDate {
    let day = by.at.date_naive();
    day.checked_add_days(DAYS).unwrap_or(NaiveDate::MAX)
}

/// Each identity of a meeting that was taken off, and each that it had given up before.
fn taken_off(departed: &Departed, snapshot: &Snapshot, site: &Site) -> Vec<Ended> {
    let (fate, last) = (Fate::TakenOff(departed), &departed.last);
    let page = site.page(last.id);
    let mut ended: Vec<Ended> = entries(last, snapshot, site)
        .iter()
        .map(|gone| {
            let ending = fate.ending(|| GivenUp::HeldNoMore);
            Ended::of(gone, ending, by_departure(departed), (last.id, &page))
        })
        .collect();
    ended.extend(left_behind(fate, snapshot, site));
    ended
}

fn by_departure(departed: &Departed) -> EndedBy {
    EndedBy {
        change: departed.stamp,
        sequence: departed.sequence,
        newest: departed.stamp.with(departed.last.stamp()),
    }
}

/// What earlier revisions of a meeting told under identities that it has no longer, as the newest of
/// them told it.
fn left_behind(fate: Fate<'_>, snapshot: &Snapshot, site: &Site) -> Vec<Ended> {
    let meeting = fate.meeting();
    let page = site.page(meeting.id);
    let present = entries(meeting, snapshot, site);
    let shown = present.iter().filter(|entry| entry.is_shown());
    let mut known: HashSet<String> = shown.map(|entry| entry.uid.clone()).collect();
    let mut ended = Vec::new();
    for earlier in meeting.before.earlier.iter().rev() {
        let last = as_it_was(meeting, earlier, snapshot);
        let by = fate.ended_by(earlier, &last);
        for gone in entries(&last, snapshot, site) {
            if gone.is_shown() && known.insert(gone.uid.clone()) {
                let is_held_otherwise = || !present.iter().any(|entry| entry.is_like(&gone));
                let what = || became_of(&gone, meeting, is_held_otherwise());
                ended.push(Ended::of(&gone, fate.ending(what), by, (meeting.id, &page)));
            }
        }
    }
    ended
}

/// What became of what a meeting told. It is entered anew if it takes place and is held in another way
/// than then, or if one of the times that were told is held still.
fn became_of(gone: &FeedEntry<'_>, meeting: &PublishedMeeting, is_held_otherwise: bool) -> GivenUp {
    let stands = |one: &&Occurrence| one.said.status.takes_place() && one.times.has_date();
    let standing: Vec<&Occurrence> = meeting.occurrences().filter(stands).collect();
    let is_held_still = |told: &Held<'_>| {
        let is_it = |now: &&Occurrence| {
            let is_same_date = told.key.date().is_some() && told.key == now.key;
            is_same_date || *told.times == now.times
        };
        standing.iter().any(is_it)
    };
    match !standing.is_empty() && (is_held_otherwise || gone.held().iter().any(is_held_still)) {
        true => GivenUp::EnteredAnew,
        false => GivenUp::HeldNoMore,
    }
}

/// A meeting as an earlier revision had it, by the names of today.
fn as_it_was(
    meeting: &PublishedMeeting,
    earlier: &EarlierRevision,
    snapshot: &Snapshot,
) -> PublishedMeeting {
    let revision: &PublishedRevision = meeting;
    snapshot.in_todays_names(PublishedMeeting::from(PublishedRevision {
        details: Arc::clone(&earlier.details),
        history: Vec::new(),
        ..revision.clone()
    }))
}
