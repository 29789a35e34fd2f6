//! The rules of the calendar: what a meeting, a schedule, a group and a review are.
//! Pure types whose constructors refuse what cannot be; no I/O, no HTML, no SQL.
//! What people type is parsed here (`fields`), so that every floor above holds valid values only.

pub mod access;
pub mod alteration;
#[cfg(test)]
mod chance;
pub mod contradictions;
pub mod fields;
pub mod group;
pub mod id;
pub mod joining;
pub mod language_tag;
pub mod meeting;
pub mod occurrence;
pub mod participants;
pub mod problem;
pub mod review;
pub mod schedule;
pub mod series;
pub mod slug;
pub mod text;
pub mod web_url;
pub mod zone;

pub use access::{AccessPoint, Mode, Place, Registration, Remote, Venue};
pub use alteration::{Alteration, alterations};
pub use group::{Group, GroupKind};
pub use id::{MeetingId, Reference, ReviewId, RevisionId};
pub use joining::KnownHosts;
pub use language_tag::LanguageTag;
pub use meeting::{Contact, Link, LinkKind, MeetingDetails, Poster, Provenance, Status};
pub use occurrence::{Occurrence, OccurrenceKey, occurrences};
pub use participants::Participants;
pub use problem::{FieldError, Problem};
pub use review::{Decision, Reason, Verdict};
pub use schedule::{End, ExactTimes, Moment, Schedule};
pub use series::{Scope, Series};
pub use slug::Slug;
pub use web_url::WebUrl;
pub use zone::{Fold, Zone};
