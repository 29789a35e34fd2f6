//! When a meeting is held: once, in parts, in slots to choose from, or as a series.

mod sittings;

pub use sittings::{MAX_SITTINGS, Sittings};

use super::series::Series;
use super::times::{ExactTimes, Times};
use super::zone::Zone;
use chrono::{DateTime, NaiveDate, Utc};

/// When a meeting is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timing {
    /// At one time.
    Once(Times),
    /// In several parts, each with its own hours; people come to all of them.
    Parts(Sittings),
    /// More than once with the same agenda, for people in different zones; they choose one.
    Slots(Sittings),
    /// Again and again, by a rule or on listed dates.
    Series(Series),
}

impl Timing {
    /// The zone, if one is named; of several, that of the newest run or the first sitting.
    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Once(times) => times.zone(),
            Self::Parts(sittings) | Self::Slots(sittings) => Some(sittings.first().zone()),
            Self::Series(series) => Some(series.newest().zone()),
        }
    }

    /// The first time; of a series from which all is left out, unknown.
    pub fn first(&self) -> Times {
        match self {
            Self::Once(times) => times.clone(),
            Self::Parts(sittings) | Self::Slots(sittings) => Times::Exact(sittings.first().clone()),
            Self::Series(series) => match series.sittings().next() {
                Some((_, times)) => Times::Exact(times),
                None => Times::Unknown,
            },
        }
    }

    /// The first and last local day on which it may be held.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Once(times) => times.days(),
            Self::Parts(sittings) | Self::Slots(sittings) => Some(sittings.days()),
            Self::Series(series) => outermost(series.sittings().map(|(_, times)| times.days())),
        }
    }

    /// The instants before which none of it can begin and after which none can go on (see
    /// [`Times::extent`]); `None` if nothing is known.
    pub fn extent(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        match self {
            Self::Once(times) => times.extent(),
            Self::Parts(sittings) | Self::Slots(sittings) => {
                outermost(sittings.iter().map(ExactTimes::extent))
            }
            Self::Series(series) => outermost(series.sittings().map(|(_, times)| times.extent())),
        }
    }

    /// Whether all of it is over.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.extent().is_some_and(|(_, end)| end <= now)
    }

    /// Whether a day, at least, is settled.
    pub fn has_date(&self) -> bool {
        match self {
            Self::Once(times) => times.has_date(),
            Self::Parts(_) | Self::Slots(_) | Self::Series(_) => true,
        }
    }

    /// Whether it is held at several times, each an occurrence of its own.
    pub fn is_plural(&self) -> bool {
        !matches!(self, Self::Once(_))
    }

    /// The only time, if there is but one.
    pub fn once(&self) -> Option<&Times> {
        match self {
            Self::Once(times) => Some(times),
            Self::Parts(_) | Self::Slots(_) | Self::Series(_) => None,
        }
    }

    /// The only time, if there is but one and it is known to the minute.
    pub fn exact(&self) -> Option<&ExactTimes> {
        self.once()?.exact()
    }

    /// The series, if it is one.
    pub fn series(&self) -> Option<&Series> {
        match self {
            Self::Series(series) => Some(series),
            Self::Once(_) | Self::Parts(_) | Self::Slots(_) => None,
        }
    }
}

/// From the earliest beginning to the latest end.
fn outermost<T: Ord + Copy>(spans: impl Iterator<Item = (T, T)>) -> Option<(T, T)> {
    spans.reduce(|(first, last), (start, end)| (first.min(start), last.max(end)))
}
