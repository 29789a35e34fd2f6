//! One meeting as the world reads it: its approved revision, the times at which it is held, and what
//! feeds say of it once made.

use crate::domain::{Occurrence, OccurrenceKey, Said, Times, Zone};
use crate::store::PublishedRevision;
use chrono::{DateTime, Utc};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The approved revision of a meeting; immutable, replaced as a whole when another is approved.
#[derive(Debug)]
pub struct PublishedMeeting {
    revision: Arc<PublishedRevision>,
    occurrences: Arc<[Dated]>,
    rendered: OnceLock<FeedText>,
}

/// What feeds say of a meeting.
#[derive(Debug, Default)]
pub struct FeedText {
    /// Its events, one after the other; empty if feeds have nothing to say of it.
    pub text: String,
    /// How many events they are.
    pub events: usize,
    /// The zones that they name, each with a first and a last local year; one may come again.
    pub zones: Vec<(Zone, i32, i32)>,
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
}

impl PublishedMeeting {
    /// The same revision without its text in feeds, for when a group's name changed.
    pub(super) fn unrendered(&self) -> Self {
        Self {
            revision: Arc::clone(&self.revision),
            occurrences: Arc::clone(&self.occurrences),
            rendered: OnceLock::new(),
        }
    }

    /// What feeds say of it, made once for this revision by whoever asks first. It lives here so
    /// that it goes when the revision does.
    pub fn rendered(&self, render: impl FnOnce(&Self) -> FeedText) -> &FeedText {
        self.rendered.get_or_init(|| render(self))
    }

    /// The times at which it is held, in the order of
    /// [`crate::domain::MeetingDetails::occurrences`]; never empty.
    pub fn occurrences(&self) -> impl ExactSizeIterator<Item = &Occurrence> {
        self.occurrences.iter().map(|dated| &dated.occurrence)
    }

    /// When one of its times was to be, as readers were told, before it was rescheduled.
    pub fn moved_from_of(&self, one: &Occurrence) -> Option<&Times> {
        match one.key.date() {
            Some(date) => self.former_times(date, &one.times),
            None => self.moved_from(),
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

    /// Those times whose date is known in some way, each from its start to its end.
    pub fn extents(
        &self,
    ) -> impl Iterator<Item = (&Occurrence, (DateTime<Utc>, DateTime<Utc>))> + '_ {
        self.occurrences
            .iter()
            .filter_map(|dated| Some((&dated.occurrence, dated.extent?)))
    }
}

impl PublishedOccurrence {
    /// Each of a meeting's times.
    pub fn all(meeting: &Arc<PublishedMeeting>) -> impl Iterator<Item = Self> + '_ {
        (0..meeting.occurrences.len()).map(|number| Self {
            meeting: Arc::clone(meeting),
            number,
        })
    }

    /// The meeting that it is one time of.
    pub fn meeting(&self) -> &Arc<PublishedMeeting> {
        &self.meeting
    }

    /// Which of the times.
    pub fn key(&self) -> OccurrenceKey {
        self.dated().occurrence.key
    }

    /// This one as it is.
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

    /// When it begins, as far as that is known.
    pub fn start(&self) -> Option<DateTime<Utc>> {
        self.dated().extent.map(|(start, _)| start)
    }

    /// When it was to be before it was rescheduled.
    pub fn moved_from(&self) -> Option<&Times> {
        self.meeting.moved_from_of(self.occurrence())
    }

    /// Whether it is over.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.dated().extent.is_some_and(|(_, end)| end <= now)
    }

    fn dated(&self) -> &Dated {
        &self.meeting.occurrences[self.number]
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
            occurrences: occurrences.collect(),
            revision: Arc::new(revision),
            rendered: OnceLock::new(),
        }
    }
}

impl Deref for PublishedMeeting {
    type Target = PublishedRevision;

    fn deref(&self) -> &PublishedRevision {
        &self.revision
    }
}
