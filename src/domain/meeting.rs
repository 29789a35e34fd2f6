//! A meeting as its group describes it: everything that a revision holds.
//! Serialised with serde into the store's versioned document; what is derived is not stored.

use super::access::{Mode, Place, Registration, Remote};
use super::language_tag::LanguageTag;
use super::participants::Participants;
use super::schedule::Schedule;
use super::slug::Slug;
use super::text::{AgendaItem, Line, Note, Prose, Title};
use super::web_url::{EmailAddress, WebUrl};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What a meeting is; every part is valid by its type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingDetails {
    /// Its title.
    pub title: Title,
    /// The language that title, description and agenda are written in.
    pub text_language: LanguageTag,
    /// Who holds it.
    pub group: Slug,
    /// Who holds it with them.
    pub cohosts: Vec<Slug>,
    /// Markdown.
    pub description: Option<Prose>,
    /// Point by point.
    pub agenda: Vec<AgendaItem>,
    /// When.
    pub schedule: Schedule,
    /// Whether it stands.
    pub status: Status,
    /// Why it is postponed, cancelled, moved, said to readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_note: Option<Note>,
    /// Why it was posted after it was over.
    pub past_reason: Option<Note>,
    /// Virtual, face to face or both.
    pub mode: Mode,
    /// Taking part from afar; given when the mode is remote.
    pub remote: Option<Remote>,
    /// The place; given when the mode has one. A virtual meeting may name where it is hosted.
    pub place: Option<Place>,
    /// Signing up beforehand.
    pub registration: Option<Registration>,
    /// Languages spoken.
    pub languages: Vec<LanguageTag>,
    /// Languages interpreted into.
    pub interpretation: Vec<LanguageTag>,
    /// Whether what is said is captioned live.
    pub captioning: bool,
    /// Documents before, outcomes after.
    pub links: Vec<Link>,
    /// How many took part, once it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Participants>,
    /// Whom readers may ask.
    pub contact: Option<Contact>,
    /// What the source calls this sort of meeting; free words, imported only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Line>,
    /// Where an imported record comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
}

impl MeetingDetails {
    /// The same with what no form asks for taken over from an earlier revision.
    pub fn keeping_origin_of(self, earlier: &Self) -> Self {
        Self {
            category: earlier.category.clone(),
            provenance: earlier.provenance.clone(),
            ..self
        }
    }

    /// The groups that hold it, its own first.
    pub fn groups(&self) -> impl Iterator<Item = &Slug> {
        std::iter::once(&self.group).chain(&self.cohosts)
    }

    /// Links of the kinds that exist beforehand.
    pub fn documents(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| !link.kind.is_outcome())
    }

    /// Whether it can be seen or heard afterwards.
    pub fn has_recording(&self) -> bool {
        self.links
            .iter()
            .any(|link| link.kind == LinkKind::Recording)
    }

    /// Whether something may have come out of it: it takes place and has begun, or nobody knows when.
    pub fn may_have_outcomes(&self, now: DateTime<Utc>) -> bool {
        let begins = self.schedule.extent().map(|(start, _)| start);
        self.status.takes_place() && begins.is_none_or(|start| start <= now)
    }

    /// The statuses that its group may want to give it next. What is over stays as it was, but the
    /// time of a postponed meeting was not its own, so it is never over.
    pub fn next_statuses(&self, now: DateTime<Utc>) -> &'static [Status] {
        match self.status {
            Status::Postponed => &[Status::Confirmed, Status::Cancelled],
            _ if self.schedule.is_over(now) => &[],
            Status::Cancelled => &[Status::Confirmed],
            _ => &[Status::Postponed, Status::Cancelled],
        }
    }

    /// Links of the kinds that exist afterwards.
    pub fn outcomes(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| link.kind.is_outcome())
    }
}

/// Whether a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It takes place as described.
    Confirmed,
    /// It is planned but may change.
    Tentative,
    /// It does not take place then; a new date follows.
    Postponed,
    /// It was to have a place and takes place on line.
    MovedOnline,
    /// It does not take place.
    Cancelled,
}

impl Status {
    /// Every status, in the order in which forms offer them.
    pub const ALL: [Self; 5] = [
        Self::Confirmed,
        Self::Tentative,
        Self::Postponed,
        Self::MovedOnline,
        Self::Cancelled,
    ];

    /// The stable name in forms and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Tentative => "tentative",
            Self::Postponed => "postponed",
            Self::MovedOnline => "moved-online",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }

    /// Whether people should come at the time given.
    pub fn takes_place(self) -> bool {
        !matches!(self, Self::Postponed | Self::Cancelled)
    }
}

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// Anything to read beforehand.
    Document,
    /// The agenda as a document of its own.
    Agenda,
    /// Video or sound of the meeting.
    Recording,
    /// What was said, in short.
    Summary,
    /// What was said, in full.
    Transcript,
    /// What was shown.
    Slides,
}

impl LinkKind {
    /// Every kind, in the order in which forms offer them.
    pub const ALL: [Self; 6] = [
        Self::Document,
        Self::Agenda,
        Self::Recording,
        Self::Summary,
        Self::Transcript,
        Self::Slides,
    ];

    /// The stable name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Agenda => "agenda",
            Self::Recording => "recording",
            Self::Summary => "summary",
            Self::Transcript => "transcript",
            Self::Slides => "slides",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether it comes out of the meeting.
    pub fn is_outcome(self) -> bool {
        !matches!(self, Self::Document | Self::Agenda)
    }
}

/// A document or an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it leads to.
    pub kind: LinkKind,
    /// Its own name, if the kind does not say enough.
    pub label: Option<Line>,
    /// Where.
    pub url: WebUrl,
}

/// Whom readers may ask; published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who.
    pub name: Option<Line>,
    /// Where.
    pub email: Option<EmailAddress>,
}

/// Who posted a revision; never published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poster {
    /// Who.
    pub name: Line,
    /// Where the secretariat reaches them.
    pub email: EmailAddress,
}

/// Where an imported record was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Its id in the file.
    pub id: Line,
    /// The public page.
    pub url: Option<WebUrl>,
    /// What the collector remarked; shown at the desk only.
    pub notes: Option<Note>,
    /// What the collector calls the series that it belongs to.
    pub series: Option<Line>,
    /// The collector's tags for what is unusual about it.
    pub tags: Vec<Line>,
}
