//! How to take part: mode, access points from afar, the place, registration.

use super::text::{Line, Note};
use super::web_url::WebUrl;

/// Where people meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// On line only.
    Virtual,
    /// In one place only.
    FaceToFace,
    /// In one place and on line.
    Hybrid,
}

impl Mode {
    /// Every mode, in the order in which forms offer them.
    pub const ALL: [Self; 3] = [Self::Virtual, Self::FaceToFace, Self::Hybrid];

    /// The stable name in forms, filters and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Virtual => "virtual",
            Self::FaceToFace => "face-to-face",
            Self::Hybrid => "hybrid",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == name)
    }

    /// Whether people can take part from afar.
    pub fn is_remote(self) -> bool {
        self != Self::FaceToFace
    }

    /// Whether there is a place to go to.
    pub fn has_place(self) -> bool {
        self != Self::Virtual
    }
}

/// One way in from afar. At least one of link and dial-in is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessPoint {
    /// What it is: "Zoom", "Live stream", "French channel".
    pub label: Option<Line>,
    /// The link.
    pub url: Option<WebUrl>,
    /// What the conference asks for.
    pub passcode: Option<Line>,
    /// Telephone numbers and codes.
    pub dial_in: Option<Note>,
}

/// What is known of taking part from afar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote {
    /// These ways in; never empty.
    Points(Vec<AccessPoint>),
    /// Those who register are told.
    AtRegistration,
    /// The group will add the link.
    ToFollow,
    /// An old record that does not say; never chosen in the form.
    NotRecorded,
}

impl Remote {
    /// The ways in, if there are any yet.
    pub fn points(&self) -> &[AccessPoint] {
        match self {
            Self::Points(points) => points,
            _ => &[],
        }
    }
}

/// A place to go to. At least one of its parts is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    /// Building and room.
    pub name: Option<Line>,
    /// Street and number.
    pub address: Option<Note>,
    /// The city.
    pub city: Option<Line>,
    /// The country, as the group names it.
    pub country: Option<Line>,
}

impl Venue {
    /// Its parts from small to large, joined by commas, in one line.
    pub fn in_one_line(&self) -> String {
        let address = self
            .address
            .as_ref()
            .map(|a| a.as_str().replace('\n', ", "));
        [
            self.name.as_ref().map(|l| l.as_str()),
            address.as_deref(),
            self.city.as_ref().map(|l| l.as_str()),
            self.country.as_ref().map(|l| l.as_str()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
    }
}

/// What is known of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Here.
    At(Venue),
    /// To be announced.
    ToFollow,
}

impl Place {
    /// The venue, once it is known.
    pub fn venue(&self) -> Option<&Venue> {
        match self {
            Self::At(venue) => Some(venue),
            Self::ToFollow => None,
        }
    }
}

/// Signing up beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The page where one signs up.
    pub url: WebUrl,
    /// Whether nobody gets in without it.
    pub required: bool,
}
