//! What one occurrence, or an earlier run of a series, says unlike the series as a whole. Kept as
//! differences, so that a new link for all reaches an occurrence that only has its own agenda.

use crate::domain::access::{Mode, Place, Registration, Remote};
use crate::domain::language_tag::LanguageTag;
use crate::domain::meeting::{Contact, Link, MeetingDetails, Status};
use crate::domain::participants::Participants;
use crate::domain::schedule::{ExactTimes, Schedule};
use crate::domain::slug::Slug;
use crate::domain::text::{AgendaItem, Note, Prose, Title};
use serde::{Deserialize, Serialize};

/// Declares the parts that may differ. Each stands in a tuple of one, because JSON could not tell
/// "nothing of its own" from "its own, and it is nothing".
macro_rules! patch {
    ($($part:ident: $type:ty),+ $(,)?) => {
        /// The parts of a meeting that are said differently.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Patch {
            /// Other hours.
            #[serde(skip_serializing_if = "Option::is_none")]
            times: Option<ExactTimes>,
            $(#[serde(skip_serializing_if = "Option::is_none")]
            $part: Option<($type,)>,)+
        }

        impl Patch {
            /// What has to be changed in one meeting so that it says what the other says. Times
            /// differ only where both are to the minute.
            pub fn between(from: &MeetingDetails, to: &MeetingDetails) -> Self {
                let times = match (&from.schedule, &to.schedule) {
                    (Schedule::Exact(from), Schedule::Exact(to)) => {
                        (from != to).then(|| to.clone())
                    }
                    _ => None,
                };
                Self {
                    times,
                    $($part: (from.$part != to.$part).then(|| (to.$part.clone(),)),)+
                }
            }

            /// The meeting with these parts in place of its own.
            pub fn apply(&self, to: MeetingDetails) -> MeetingDetails {
                MeetingDetails {
                    schedule: match &self.times {
                        Some(times) => Schedule::Exact(times.clone()),
                        None => to.schedule,
                    },
                    $($part: match &self.$part {
                        Some((part,)) => part.clone(),
                        None => to.$part,
                    },)+
                    ..to
                }
            }
        }
    };
}

patch! {
    title: Title,
    text_language: LanguageTag,
    group: Slug,
    cohosts: Vec<Slug>,
    description: Option<Prose>,
    agenda: Vec<AgendaItem>,
    status: Status,
    status_note: Option<Note>,
    mode: Mode,
    remote: Option<Remote>,
    place: Option<Place>,
    registration: Option<Registration>,
    languages: Vec<LanguageTag>,
    interpretation: Vec<LanguageTag>,
    captioning: bool,
    links: Vec<Link>,
    contact: Option<Contact>,
    participants: Option<Participants>,
}

impl Patch {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The hours, where they differ.
    pub fn times(&self) -> Option<&ExactTimes> {
        self.times.as_ref()
    }

    /// The same at other hours, or at the usual ones.
    pub fn at(self, times: Option<ExactTimes>) -> Self {
        Self { times, ..self }
    }
}
