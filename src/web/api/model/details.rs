//! What is said of a meeting, or of one of its times, apart from when.

use super::Teller;
use super::names::{accesses, group_kinds, link_kinds, modes, statuses};
use crate::domain::{Link as Known, Place, Remote, Said, Slug, Venue as Here};
use serde::Serialize;
use utoipa::ToSchema;

/// The names of what is known of taking part from afar.
pub const ACCESSES: [&str; 4] = ["open", "at-registration", "to-follow", "not-recorded"];

/// What is said of a meeting, or of one of its times, apart from when. Words are as the group typed
/// them, in the language that `lang` names.
#[derive(Debug, Serialize, ToSchema)]
pub struct Details {
    /// Its title, without any mark: whether it stands is in `status`.
    pub title: String,
    /// The language of title, description and agenda, a tag (RFC 5646).
    pub lang: String,
    #[schema(schema_with = statuses)]
    pub status: &'static str,
    /// Why it is postponed, cancelled or moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_note: Option<String>,
    #[schema(schema_with = modes)]
    pub mode: &'static str,
    /// The groups that hold it, the first-named one first.
    pub groups: Vec<GroupName>,
    /// Its own topics, besides those of its groups.
    pub topics: Vec<TopicName>,
    /// What it is about, in Markdown. It is a stranger's text: escape it, and allow no raw HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its agenda, point by point.
    pub agenda: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = accesses, required = false)]
    pub access: Option<&'static str>,
    /// The place, once it is known. A virtual meeting may name where it is hosted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
    /// Whether the place will be announced.
    pub venue_to_follow: bool,
    /// Signing up beforehand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration: Option<Registration>,
    /// The languages that are spoken, as tags.
    pub languages: Vec<String>,
    /// The languages that are interpreted into, as tags.
    pub interpretation: Vec<String>,
    /// Whether what is said is captioned live.
    pub captioning: bool,
    /// Documents before, outcomes after.
    pub links: Vec<Link>,
    /// How many took part, once it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participants: Option<u32>,
    /// Whom readers may ask. Where, its page says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<String>,
    /// What the source of an imported record calls this sort of meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The public page from which an imported record was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_url: Option<String>,
}

/// A group that holds a meeting.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupName {
    /// Its name in addresses.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// What it is called for short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = group_kinds, required = false)]
    pub kind: Option<&'static str>,
    /// Its page.
    pub url: String,
}

/// A topic of a meeting.
#[derive(Debug, Serialize, ToSchema)]
pub struct TopicName {
    /// Its name in addresses.
    pub slug: String,
    /// Its name in English; `/api/v1/topics` has the others.
    pub name: String,
}

/// A place to go to; one of its parts at least is given.
#[derive(Debug, Serialize, ToSchema)]
pub struct Venue {
    /// Building and room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Street and number, in one line or several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// The country, as the group names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// Signing up beforehand.
#[derive(Debug, Serialize, ToSchema)]
pub struct Registration {
    /// The page where one signs up.
    pub url: String,
    /// Whether nobody gets in without it.
    pub required: bool,
}

/// A document or an outcome.
#[derive(Debug, Serialize, ToSchema)]
pub struct Link {
    #[schema(schema_with = link_kinds)]
    pub kind: &'static str,
    /// Its own name, if the kind does not say enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its address.
    pub url: String,
}

impl Details {
    pub fn of(teller: Teller<'_>, said: &Said) -> Self {
        let tags =
            |tags: &[crate::domain::LanguageTag]| tags.iter().map(ToString::to_string).collect();
        let provenance = said.provenance.as_ref();
        let contact = said.contact.as_ref();
        Self {
            title: said.title.to_string(),
            lang: said.text_language.to_string(),
            status: said.status.as_str(),
            status_note: text(said.status_note.as_ref()),
            mode: said.mode.as_str(),
            groups: said
                .groups()
                .map(|slug| GroupName::of(teller, slug))
                .collect(),
            topics: said
                .topics
                .iter()
                .map(|slug| TopicName::of(teller, slug))
                .collect(),
            description: text(said.description.as_ref()),
            agenda: said.agenda.iter().map(ToString::to_string).collect(),
            access: said.remote.as_ref().map(access),
            venue: said.place.as_ref().and_then(Place::venue).map(Venue::of),
            venue_to_follow: said.place == Some(Place::ToFollow),
            registration: said.registration.as_ref().map(|registration| Registration {
                url: registration.url.to_string(),
                required: registration.required,
            }),
            languages: tags(&said.languages),
            interpretation: tags(&said.interpretation),
            captioning: said.captioning,
            links: said.links.iter().map(Link::of).collect(),
            participants: said.participants.map(|participants| participants.get()),
            contact_name: contact.and_then(|contact| text(contact.name.as_ref())),
            category: text(said.category.as_ref()),
            source_url: provenance.and_then(|provenance| text(provenance.url.as_ref())),
        }
    }
}

/// Whether an address of ours leads to a way in, or to where there will be one. Nobody is sent into the
/// room of a meeting that does not take place, nor to us where only those who register are told.
pub fn is_joinable(said: &Said) -> bool {
    let must_register = said.registration.as_ref().is_some_and(|one| one.required);
    let leads_in = match &said.remote {
        Some(Remote::Points(_)) => true,
        Some(Remote::ToFollow) => !must_register,
        Some(Remote::AtRegistration | Remote::NotRecorded) | None => false,
    };
    said.status.takes_place() && leads_in
}

pub fn text(typed: Option<&impl ToString>) -> Option<String> {
    typed.map(ToString::to_string)
}

fn access(remote: &Remote) -> &'static str {
    let known = match remote {
        Remote::Points(_) => 0,
        Remote::AtRegistration => 1,
        Remote::ToFollow => 2,
        Remote::NotRecorded => 3,
    };
    ACCESSES[known]
}

impl GroupName {
    fn of(teller: Teller<'_>, slug: &Slug) -> Self {
        let group = teller.snapshot.group(slug);
        Self {
            slug: slug.to_string(),
            name: group.map_or_else(|| slug.to_string(), |group| group.name.to_string()),
            acronym: group.and_then(|group| text(group.acronym.as_ref())),
            kind: group.map(|group| group.kind.as_str()),
            url: teller.group_page(slug.as_str()),
        }
    }
}

impl TopicName {
    fn of(teller: Teller<'_>, slug: &Slug) -> Self {
        let topic = teller.snapshot.topic(slug);
        Self {
            slug: slug.to_string(),
            name: topic
                .map_or(slug.as_str(), |topic| topic.english())
                .to_owned(),
        }
    }
}

impl Venue {
    fn of(venue: &Here) -> Self {
        Self {
            name: text(venue.name.as_ref()),
            address: text(venue.address.as_ref()),
            city: text(venue.city.as_ref()),
            country: text(venue.country.as_ref()),
        }
    }
}

impl Link {
    fn of(link: &Known) -> Self {
        Self {
            kind: link.kind.as_str(),
            label: text(link.label.as_ref()),
            url: link.url.to_string(),
        }
    }
}
