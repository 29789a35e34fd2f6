//! Groups: who holds meetings.

use super::language_tag::LanguageTag;
use super::listed::{Listed, Listing};
use super::mailing_list::MailingList;
use super::slug::Slug;
use super::text::{Line, Note, Prose};
use super::web_url::{EmailAddress, WebUrl};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What sort of group it is, in the words of the IGF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupKind {
    Secretariat,
    Mag,
    MagWorkingGroup,
    DcCoordinationGroup,
    DynamicCoalition,
    BestPracticeForum,
    PolicyNetwork,
    IntersessionalOther,
    NriRegional,
    NriSubregional,
    NriNational,
    NriYouth,
}

impl GroupKind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 12] = [
        Self::Secretariat,
        Self::Mag,
        Self::MagWorkingGroup,
        Self::DcCoordinationGroup,
        Self::DynamicCoalition,
        Self::BestPracticeForum,
        Self::PolicyNetwork,
        Self::IntersessionalOther,
        Self::NriRegional,
        Self::NriSubregional,
        Self::NriNational,
        Self::NriYouth,
    ];

    /// The stable name in files, filters and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Secretariat => "secretariat",
            Self::Mag => "mag",
            Self::MagWorkingGroup => "mag-working-group",
            Self::DcCoordinationGroup => "dc-coordination-group",
            Self::DynamicCoalition => "dynamic-coalition",
            Self::BestPracticeForum => "best-practice-forum",
            Self::PolicyNetwork => "policy-network",
            Self::IntersessionalOther => "intersessional-other",
            Self::NriRegional => "nri-regional",
            Self::NriSubregional => "nri-subregional",
            Self::NriNational => "nri-national",
            Self::NriYouth => "nri-youth",
        }
    }

    /// The English name that stands in iCalendar CATEGORIES.
    pub fn english(self) -> &'static str {
        match self {
            Self::Secretariat => "IGF Secretariat",
            Self::Mag => "MAG",
            Self::MagWorkingGroup => "MAG Working Group",
            Self::DcCoordinationGroup => "DC Coordination Group",
            Self::DynamicCoalition => "Dynamic Coalition",
            Self::BestPracticeForum => "Best Practice Forum",
            Self::PolicyNetwork => "Policy Network",
            Self::IntersessionalOther => "Intersessional work",
            Self::NriRegional => "Regional IGF",
            Self::NriSubregional => "Sub-regional IGF",
            Self::NriNational => "National IGF",
            Self::NriYouth => "Youth IGF",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// A group of the community, as files and the desk describe it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name in addresses. The former ones lead to it for good.
    pub slug: Slug,
    /// Its full name.
    pub name: Line,
    /// What the field calls it for short; not unique (one per cycle of a forum).
    pub acronym: Option<Line>,
    /// What sort of group it is.
    pub kind: GroupKind,
    /// Its own site.
    pub website: Option<WebUrl>,
    /// The part of the world that it speaks for.
    pub region: Option<Line>,
    /// The country of a national initiative, as the initiative names it.
    pub country: Option<Line>,
    /// Languages that it works in.
    pub languages: Vec<LanguageTag>,
    /// Whether those languages were inferred, and from what.
    pub languages_basis: Option<Line>,
    /// What it works on.
    pub topics: Vec<Slug>,
    /// The first year or cycle that is known.
    pub active_from: Option<Line>,
    /// Free words on its state: "active", "past", "renamed (now IS3C)".
    pub status: Option<Line>,
    /// What it does.
    pub description: Option<Prose>,
    /// Where these facts were read.
    pub source_url: Option<WebUrl>,
    /// The last year or cycle in which it was at work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active_until: Option<Line>,
    /// What somebody has to do who wants to take part in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_to_join: Option<Note>,
    /// Where its members write to each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailing_list: Option<MailingList>,
    /// Who answers questions about it; published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<Line>,
    /// Where they are asked; published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<EmailAddress>,
    /// What it was called before, the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<FormerName>,
    /// How it stands in the list of groups.
    #[serde(flatten)]
    pub listing: Listing,
}

/// A name that a group had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerName {
    /// The full name.
    pub name: Line,
    /// What it was called for short.
    pub acronym: Option<Line>,
    /// The day (UTC) on which it took another.
    pub until: NaiveDate,
}

impl Group {
    /// A group of which no more is said than what every group has. Whoever says more starts from it.
    pub fn plain(slug: Slug, name: Line, kind: GroupKind) -> Self {
        Self {
            slug,
            name,
            acronym: None,
            kind,
            website: None,
            region: None,
            country: None,
            languages: Vec::new(),
            languages_basis: None,
            topics: Vec::new(),
            active_from: None,
            status: None,
            description: None,
            source_url: None,
            active_until: None,
            how_to_join: None,
            mailing_list: None,
            contact_name: None,
            contact_email: None,
            formerly: Vec::new(),
            listing: Listing::default(),
        }
    }

    /// The name that it has now, as one that it had.
    pub fn as_former(&self, until: NaiveDate) -> FormerName {
        FormerName {
            name: self.name.clone(),
            acronym: self.acronym.clone(),
            until,
        }
    }

    /// The acronym where there is one, else the name.
    pub fn short_name(&self) -> &str {
        self.acronym.as_ref().unwrap_or(&self.name).as_str()
    }

    /// Whether it has ended; ended groups come last in lists.
    pub fn is_past(&self) -> bool {
        let says_so = |status: &Line| status.as_str().starts_with("past");
        self.listing.closed.is_some() || self.status.as_ref().is_some_and(says_so)
    }
}

impl Listed for Group {
    fn slug(&self) -> &Slug {
        &self.slug
    }

    fn slug_mut(&mut self) -> &mut Slug {
        &mut self.slug
    }

    fn listing(&self) -> &Listing {
        &self.listing
    }

    fn listing_mut(&mut self) -> &mut Listing {
        &mut self.listing
    }
}
