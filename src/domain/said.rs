//! What is said of a meeting apart from when it is held. Each part is declared here once: the whole
//! ([`Said`]), the names of its parts ([`Part`]) and what one saying has unlike another ([`Patch`])
//! all follow from that.

use super::access::{Mode, Place, Registration, Remote};
use super::contact::Contact;
use super::language_tag::LanguageTag;
use super::link::{Link, LinkKind};
use super::participants::Participants;
use super::provenance::Provenance;
use super::slug::Slug;
use super::status::Status;
use super::text::{AgendaItem, Line, Note, Prose, Title};

/// The most topics of one meeting. With more of them a filter by topic would find everything.
pub const MAX_TOPICS: usize = 5;

macro_rules! parts {
    ($(
        $(#[$section_doc:meta])+
        $section:ident $section_name:ident {
            $($(#[$doc:meta])+ $variant:ident $name:ident: $type:ty,)+
        }
    )+) => {
        /// What is said of a meeting, or of one of its times, apart from when; every part is valid
        /// by its type.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Said {
            $($($(#[$doc])+ pub $name: $type,)+)+
        }

        $(
            $(#[$section_doc])+
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $section {
                $($(#[$doc])+ pub $name: $type,)+
            }

            impl From<&Said> for $section {
                fn from(said: &Said) -> Self {
                    Self {
                        $($name: said.$name.clone(),)+
                    }
                }
            }
        )+

        impl Said {
            /// Puts the sections together.
            pub fn of($($section_name: $section,)+) -> Self {
                Self {
                    $($($name: $section_name.$name,)+)+
                }
            }
        }

        /// The name of a part of what is said.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Part {
            $($($(#[$doc])+ $variant,)+)+
        }

        impl Part {
            /// Every part, in the order of its declaration.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// The stable name, part of the keys of its words.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($(Self::$variant => stringify!($name),)+)+
                }
            }

            /// Says this part in `to` as it is said in `from`.
            pub fn take(self, from: &Said, to: &mut Said) {
                match self {
                    $($(Self::$variant => to.$name = from.$name.clone(),)+)+
                }
            }
        }

        /// The parts that one saying has unlike another: what an occurrence says of its own, or what
        /// a change alters. Kept as differences, so that a new link for all reaches an occurrence
        /// that only has its own agenda.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Patch {
            $($($(#[$doc])+ pub $name: Option<$type>,)+)+
        }

        impl Patch {
            /// What has to be changed in `from` so that it says what `to` says.
            pub fn between(from: &Said, to: &Said) -> Self {
                Self {
                    $($($name: (from.$name != to.$name).then(|| to.$name.clone()),)+)+
                }
            }

            /// Puts these parts in place of those of `to`.
            pub fn apply(&self, to: &mut Said) {
                $($(if let Some(part) = &self.$name {
                    to.$name = part.clone();
                })+)+
            }

            /// The parts that differ, in the order of their declaration.
            pub fn parts(&self) -> Vec<Part> {
                let mut parts = Vec::new();
                $($(if self.$name.is_some() {
                    parts.push(Part::$variant);
                })+)+
                parts
            }
        }
    };
}

parts! {
    /// What it is about, who holds it and who may be asked.
    About about {
        /// Its title.
        Title title: Title,
        /// The language that title, description and agenda are written in.
        TextLanguage text_language: LanguageTag,
        /// The group that holds it.
        Group group: Slug,
        /// The groups that hold it with that one.
        Cohosts cohosts: Vec<Slug>,
        /// Its own topics besides those of its groups, each once, by slug.
        Topics topics: Vec<Slug>,
        /// What it is about, in Markdown.
        Description description: Option<Prose>,
        /// Its agenda, point by point.
        Agenda agenda: Vec<AgendaItem>,
        /// Documents before, outcomes after.
        Links links: Vec<Link>,
        /// Whom readers may ask.
        Contact contact: Option<Contact>,
    }

    /// Whether it stands.
    State state {
        /// Whether it stands.
        Status status: Status,
        /// Why it is postponed, cancelled or moved, as readers are told.
        StatusNote status_note: Option<Note>,
        /// Why it was posted after it was over.
        PastReason past_reason: Option<Note>,
    }

    /// How to take part, from afar and in place.
    TakingPart taking_part {
        /// Virtual, face to face or both.
        Mode mode: Mode,
        /// Taking part from afar; given when the mode is remote.
        Remote remote: Option<Remote>,
        /// The place; given when the mode has one. A virtual meeting may name where it is hosted.
        Place place: Option<Place>,
        /// Signing up beforehand.
        Registration registration: Option<Registration>,
        /// The languages that are spoken.
        Languages languages: Vec<LanguageTag>,
        /// The languages that are interpreted into.
        Interpretation interpretation: Vec<LanguageTag>,
        /// Whether what is said is captioned live.
        Captioning captioning: bool,
    }

    /// What is known of it afterwards, besides its links.
    Afterwards afterwards {
        /// How many took part, once it was held.
        Participants participants: Option<Participants>,
    }

    /// Where an imported record comes from; no form asks for it.
    Origin origin {
        /// What the source calls this sort of meeting; free words, imported only.
        Category category: Option<Line>,
        /// Where an imported record comes from.
        Provenance provenance: Option<Provenance>,
    }
}

impl Origin {
    /// That of a meeting that was posted here.
    pub fn here() -> Self {
        Self {
            category: None,
            provenance: None,
        }
    }
}

/// Something beside the meeting that is named by its slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    /// A group on the calendar.
    Group(&'a Slug),
    /// A topic of the list.
    Topic(&'a Slug),
}

impl Said {
    /// A meeting of which nothing more is said than what every meeting has. Whoever says more starts
    /// from it, so that a part which is added later has to be named here alone.
    pub fn plain(title: Title, text_language: LanguageTag, group: Slug, mode: Mode) -> Self {
        Self {
            title,
            text_language,
            group,
            cohosts: Vec::new(),
            topics: Vec::new(),
            description: None,
            agenda: Vec::new(),
            links: Vec::new(),
            contact: None,
            status: Status::Confirmed,
            status_note: None,
            past_reason: None,
            mode,
            remote: None,
            place: None,
            registration: None,
            languages: Vec::new(),
            interpretation: Vec::new(),
            captioning: false,
            participants: None,
            category: None,
            provenance: None,
        }
    }

    /// Everything that it names by a slug.
    pub fn named(&self) -> impl Iterator<Item = Named<'_>> {
        let topics = self.topics.iter().map(Named::Topic);
        self.groups().map(Named::Group).chain(topics)
    }

    /// The groups that hold it, the first-named one first.
    pub fn groups(&self) -> impl Iterator<Item = &Slug> {
        std::iter::once(&self.group).chain(&self.cohosts)
    }

    /// The links of kinds that exist before a meeting.
    pub fn documents(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| !link.kind.is_outcome())
    }

    /// The links of kinds that come out of a meeting.
    pub fn outcomes(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| link.kind.is_outcome())
    }

    /// Whether mode, ways in, place and registration go together, as every form and file says them:
    /// people can take part in each way that the mode promises.
    pub(in crate::domain) fn has_way_in(&self) -> bool {
        let remote = !self.mode.is_remote() || self.remote.is_some();
        let place = !self.mode.has_place() || self.place.is_some();
        let registers = self.remote == Some(Remote::AtRegistration);
        remote && place && (!registers || self.registration.is_some())
    }

    /// Whether the meeting can be seen or heard afterwards.
    pub fn has_recording(&self) -> bool {
        self.links
            .iter()
            .any(|link| link.kind == LinkKind::Recording)
    }
}

impl Patch {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
