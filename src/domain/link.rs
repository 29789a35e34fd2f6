//! Links of a meeting: documents before it, outcomes after it.

use super::text::Line;
use super::web_url::WebUrl;

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub kind: LinkKind,
    /// Its own name, if the kind does not say enough.
    pub label: Option<Line>,
    /// Its address.
    pub url: WebUrl,
}

/// Puts documents before outcomes, as forms do: filling one in finds them again in this order,
/// whichever page a link was given on.
pub(in crate::domain) fn documents_first(links: &mut [Link]) {
    links.sort_by_key(|link| link.kind.is_outcome());
}
