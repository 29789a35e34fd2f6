//! The rules of the calendar: what a meeting, a time, a group and a review are.
//! Pure types whose constructors refuse what cannot be; no I/O, no HTML, no SQL.
//! What people type is parsed here (`fields`), so that every floor above holds valid values only.

pub mod access;
pub mod alteration;
#[cfg(test)]
mod chance;
pub mod change;
pub mod code;
pub mod contact;
pub mod contradictions;
pub mod factor;
pub mod fields;
pub mod group;
pub mod id;
pub mod joining;
pub mod known;
pub mod language_tag;
pub mod link;
pub mod listed;
pub mod mailing_list;
pub mod meeting;
pub mod network;
pub mod occurrence;
pub mod participants;
pub mod problem;
pub mod provenance;
pub mod review;
pub mod role;
pub mod said;
pub mod series;
pub mod session;
pub mod signs;
pub mod slug;
pub mod status;
pub mod text;
pub mod times;
pub mod timing;
pub mod topic;
pub mod web_url;
pub mod zone;

pub use access::{AccessPoint, Mode, Place, Registration, Remote, Venue};
pub use alteration::{Alteration, alterations};
pub use code::Code;
pub use contact::{Contact, Poster};
pub use fields::FieldError;
pub use group::{FormerName, Group, GroupKind};
pub use id::{
    DeedId, MeetingId, MessageId, NoteId, PasskeyId, PersonId, Reference, ReviewId, RevisionId,
    SessionId, SignInId,
};
pub use joining::KnownHosts;
pub use known::{Bearer, Known, Names};
pub use language_tag::LanguageTag;
pub use link::{Link, LinkKind};
pub use listed::{How, Listed, Listing, Onward};
pub use mailing_list::MailingList;
pub use meeting::MeetingDetails;
pub use network::Network;
pub use occurrence::{Occurrence, OccurrenceKey};
pub use participants::Participants;
pub use problem::Problem;
pub use provenance::Provenance;
pub use review::{Decision, Reason, Verdict};
pub use role::{Remit, Role};
pub use said::{Named, Part, Patch, Said};
pub use series::{Scope, Series};
pub use session::SessionKind;
pub use signs::{FilledIn, Signs};
pub use slug::Slug;
pub use status::Status;
pub use times::{End, ExactTimes, Moment, Times};
pub use timing::{Sittings, Timing};
pub use topic::{MAX_TOPICS, Topic};
pub use web_url::WebUrl;
pub use zone::{Fold, Zone};
