//! One meeting as the world reads it: its approved revision and the times at which it is held.

use super::directory::Directory;
use crate::domain::{MeetingDetails, MeetingId, Occurrence, OccurrenceKey, Said, Times};
use crate::store::{PublishedRevision, Stamp};
use chrono::{DateTime, Utc};
use std::ops::Deref;
use std::sync::Arc;

/// The approved revision of a meeting; immutable, replaced as a whole when another is approved.
#[derive(Debug)]
pub struct PublishedMeeting {
    revision: PublishedRevision,
    /// What it says by the names that groups and topics had when it was sent.
    as_sent: Arc<MeetingDetails>,
    /// The newest change of the groups and topics that it names, as far as the log tells.
    names: Option<Stamp>,
    occurrences: Box<[Dated]>,
}

/// An occurrence with its extent (see [`Times::extent`]), worked out once.
#[derive(Debug)]
struct Dated {
    occurrence: Occurrence,
    extent: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

/// One of the times at which a published meeting is held: what lists are made of.
#[derive(Debug, Clone)]
pub struct PublishedOccurrence {
    meeting: Arc<PublishedMeeting>,
    number: usize,
    /// That of the occurrence, close at hand: lists are searched and sorted by it.
    extent: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl PublishedMeeting {
    /// The times at which it is held, in the order of
    /// [`crate::domain::MeetingDetails::occurrences`]; never empty.
    pub fn occurrences(&self) -> impl ExactSizeIterator<Item = &Occurrence> {
        self.occurrences.iter().map(|dated| &dated.occurrence)
    }

    /// When one of its times was to be, as readers were told, before it was rescheduled.
    pub fn moved_from_of(&self, one: &Occurrence) -> Option<&Times> {
        match one.key {
            OccurrenceKey::On(date) => self.former_times(date, &one.times),
            OccurrenceKey::Part { .. } | OccurrenceKey::Slot { .. } => {
                self.former_sitting(&one.times)
            }
            OccurrenceKey::Whole => self.moved_from(),
        }
    }

    /// The one that is held now or comes next, and takes place; else the last one.
    pub fn at_hand(&self, now: DateTime<Utc>) -> &Occurrence {
        let coming = self
            .occurrences
            .iter()
            .filter(|dated| dated.occurrence.said.status.takes_place())
            .filter(|dated| dated.extent.is_none_or(|(_, end)| end > now))
            .min_by_key(|dated| dated.extent);
        let last = || self.occurrences.iter().max_by_key(|dated| dated.extent);
        &coming
            .or_else(last)
            .unwrap_or(&self.occurrences[0])
            .occurrence
    }

    /// When its first time begins, UTC, as far as that is known.
    pub fn first_start(&self) -> Option<DateTime<Utc>> {
        self.starts().min()
    }

    /// When its last time begins, UTC, as far as that is known.
    pub fn last_start(&self) -> Option<DateTime<Utc>> {
        self.starts().max()
    }

    /// The newest change that alters what is told of it: its own publication, or that of a group or
    /// topic that it names.
    pub fn stamp(&self) -> Stamp {
        let own = Stamp {
            seq: self.revision.seq,
            at: self.revision.modified,
        };
        self.names.map_or(own, |names| own.with(names))
    }

    /// The same with groups and topics by the names of today; `None` if it knows them so already.
    pub(super) fn in_todays_names(&self, directory: &Directory) -> Option<Self> {
        let details = match directory.known.in_todays_names(&self.as_sent) {
            Some(renamed) => Arc::new(renamed),
            None => Arc::clone(&self.as_sent),
        };
        let names = names(&details, directory);
        (details != self.revision.details || names != self.names).then(|| Self {
            as_sent: Arc::clone(&self.as_sent),
            names,
            ..Self::from(PublishedRevision {
                details,
                ..self.revision.clone()
            })
        })
    }

    /// What puts meetings in the order of lists: by first start, those without any date last.
    pub(super) fn order(&self) -> impl Ord + use<> {
        let start = self.first_start();
        (start.is_none(), start, self.revision.id)
    }

    fn starts(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let extents = self.occurrences.iter().filter_map(|dated| dated.extent);
        extents.map(|(start, _)| start)
    }
}

fn names(details: &MeetingDetails, directory: &Directory) -> Option<Stamp> {
    let occurrences = details.occurrences();
    let said = occurrences.iter().flat_map(|one| one.said.named());
    said.filter_map(|named| directory.stamp(named))
        .reduce(Stamp::with)
}

impl PublishedOccurrence {
    /// Each of a meeting's times.
    pub fn all(meeting: &Arc<PublishedMeeting>) -> impl Iterator<Item = Self> + '_ {
        let all = meeting.occurrences.iter().enumerate();
        all.map(|(number, dated)| Self {
            meeting: Arc::clone(meeting),
            number,
            extent: dated.extent,
        })
    }

    /// The meeting that it is one time of.
    pub fn meeting(&self) -> &Arc<PublishedMeeting> {
        &self.meeting
    }

    /// Which of the meeting's times it is.
    pub fn key(&self) -> OccurrenceKey {
        self.dated().occurrence.key
    }

    /// What is said of it and when it is held.
    pub fn occurrence(&self) -> &Occurrence {
        &self.dated().occurrence
    }

    /// What is said of this one.
    pub fn said(&self) -> &Said {
        &self.dated().occurrence.said
    }

    /// When this one is.
    pub fn times(&self) -> &Times {
        &self.dated().occurrence.times
    }

    /// When it begins, UTC, as far as that is known.
    pub fn start(&self) -> Option<DateTime<Utc>> {
        self.extent().map(|(start, _)| start)
    }

    /// When it ends, UTC, as far as that is known; an end that is not given is an hour after the
    /// start.
    pub fn end(&self) -> Option<DateTime<Utc>> {
        self.extent().map(|(_, end)| end)
    }

    /// When it was to be before it was rescheduled.
    pub fn moved_from(&self) -> Option<&Times> {
        self.meeting.moved_from_of(self.occurrence())
    }

    /// Whether it is over.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.end().is_some_and(|end| end <= now)
    }

    /// Whether it takes place on a day that is settled.
    pub fn stands(&self) -> bool {
        self.said().status.takes_place() && self.times().has_date()
    }

    /// What puts occurrences in the order of lists: by start, those without any date last. No two have
    /// the same.
    pub(super) fn order(&self) -> (bool, Option<DateTime<Utc>>, MeetingId, OccurrenceKey) {
        let start = self.start();
        (start.is_none(), start, self.meeting.revision.id, self.key())
    }

    fn extent(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        #[cfg(test)]
        self.dated();
        self.extent
    }

    fn dated(&self) -> &Dated {
        let dated = &self.meeting.occurrences[self.number];
        #[cfg(test)]
        super::looks::note(dated);
        dated
    }
}

impl From<PublishedRevision> for PublishedMeeting {
    fn from(revision: PublishedRevision) -> Self {
        let occurrences = revision.details.occurrences();
        let occurrences = occurrences.into_iter().map(|occurrence| Dated {
            extent: occurrence.times.extent(),
            occurrence,
        });
        Self {
            names: None,
            occurrences: occurrences.collect(),
            as_sent: Arc::clone(&revision.details),
            revision,
        }
    }
}

impl Deref for PublishedMeeting {
    type Target = PublishedRevision;

    fn deref(&self) -> &PublishedRevision {
        &self.revision
    }
}
