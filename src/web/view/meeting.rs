//! One meeting in full, as its page shows it to readers and the desk shows it before they do.

use super::View;
use super::entry::{Badge, badges, group_names, off, place_words};
use super::former::Former;
use super::names::{called, topic_name};
use super::when::WhenView;
use crate::calendar::{Facet, FacetLine, PublishedMeeting, facet_lines};
use crate::domain::{AccessPoint, Link, MeetingDetails, Occurrence, Place, Remote, Said, Times};
use crate::i18n::Words;
use crate::markdown::to_html;

/// A meeting, ready to be laid out.
pub struct MeetingView {
    pub title: String,
    pub text_language: String,
    pub groups: Vec<(String, String)>,
    pub badges: Vec<Badge>,
    /// What of it holds no longer, as a class: `cancelled`, `postponed` or nothing.
    pub off: &'static str,
    /// Why it is not as planned.
    pub status_note: Option<String>,
    pub when: WhenView,
    /// A date that was announced and holds no longer.
    pub former: Option<Former>,
    pub place: String,
    pub over: bool,
    pub takes_place: bool,
    /// Safe HTML.
    pub description: Option<String>,
    pub agenda: Vec<String>,
    pub mode: String,
    pub access: Vec<Access>,
    /// What is said instead of ways in, where there are none.
    pub access_words: Option<String>,
    pub venue: Vec<String>,
    pub venue_to_follow: bool,
    pub registration: Option<(String, String, bool)>,
    /// What lists can be filtered by and no other part of the page says: the words before the values,
    /// and the values.
    pub facts: Vec<(String, Vec<String>)>,
    pub captioning: bool,
    pub documents: Vec<LinkView>,
    pub outcomes: Vec<LinkView>,
    /// "42 people took part."
    pub participants: Option<String>,
    pub contact_name: Option<String>,
    pub contact_email: Option<String>,
    pub past_reason: Option<String>,
    pub category: Option<String>,
    /// Address and host of the page that an imported record was read from.
    pub source: Option<(String, String)>,
}

/// A way in.
pub struct Access {
    pub label: String,
    pub url: Option<String>,
    pub host: String,
    pub passcode: Option<String>,
    pub dial_in: Option<String>,
}

/// A document or an outcome.
pub struct LinkView {
    pub label: String,
    /// What it is, where its own name does not say so.
    pub kind: Option<String>,
    pub url: String,
    pub host: String,
}

impl MeetingView {
    /// `published` is what readers see of it now, if it is on the calendar: the same, or what a
    /// change would replace.
    pub fn of(v: &View, details: &MeetingDetails, published: Option<&PublishedMeeting>) -> Self {
        let former = Former::of(v, details, published);
        let times = details.timing.first();
        let over = details.timing.is_over(v.now);
        Self::with_former(v, &details.said, (&times, over), former)
    }

    /// One of the times at which a published meeting is held.
    pub fn of_occurrence(v: &View, occurrence: &Occurrence, published: &PublishedMeeting) -> Self {
        let former = Former::of_occurrence(v, occurrence, published);
        let times = (&occurrence.times, occurrence.times.is_over(v.now));
        Self::with_former(v, &occurrence.said, times, former)
    }

    fn with_former(
        v: &View,
        said: &Said,
        (times, over): (&Times, bool),
        former: Option<Former>,
    ) -> Self {
        let w = v.w;
        Self {
            title: said.title.to_string(),
            text_language: said.text_language.to_string(),
            groups: group_names(v, said),
            badges: badges(
                w,
                said,
                times,
                former.as_ref().is_some_and(Former::is_moved),
            ),
            off: off(said.status, times),
            status_note: said.status_note.as_ref().map(ToString::to_string),
            former,
            when: WhenView::of(v, times),
            place: place_words(w, said),
            over,
            takes_place: said.status.takes_place(),
            description: said.description.as_ref().map(|text| to_html(text.as_str())),
            agenda: said.agenda.iter().map(ToString::to_string).collect(),
            mode: w.t(&format!("mode-{}", said.mode.as_str())).to_string(),
            access: said
                .remote
                .as_ref()
                .map(Remote::points)
                .unwrap_or_default()
                .iter()
                .map(|point| Access::of(w, point))
                .collect(),
            access_words: access_words(w, said),
            venue: venue_lines(said),
            venue_to_follow: said.place == Some(Place::ToFollow),
            registration: said
                .registration
                .as_ref()
                .map(|r| (r.url.to_string(), r.url.host().to_owned(), r.required)),
            facts: facet_lines(said).iter().map(|line| fact(v, line)).collect(),
            captioning: said.captioning,
            documents: said.documents().map(|link| LinkView::of(w, link)).collect(),
            outcomes: said.outcomes().map(|link| LinkView::of(w, link)).collect(),
            participants: said.participants.map(|participants| {
                w.t1("meeting-participants", "count", participants.get())
                    .to_string()
            }),
            contact_name: said
                .contact
                .as_ref()
                .and_then(|contact| contact.name.as_ref().map(ToString::to_string)),
            contact_email: said
                .contact
                .as_ref()
                .and_then(|contact| contact.email.as_ref().map(ToString::to_string)),
            past_reason: said.past_reason.as_ref().map(ToString::to_string),
            category: said.category.as_ref().map(ToString::to_string),
            source: said
                .provenance
                .as_ref()
                .and_then(|provenance| provenance.url.as_ref())
                .map(|url| (url.to_string(), url.host().to_owned())),
        }
    }

    /// Whether its date holds no longer and no other is known, so that no clock is worth showing.
    pub fn former_is_all(&self) -> bool {
        self.former.as_ref().is_some_and(Former::is_only_date)
    }

    /// Whether anything is known of how to take part, so that its section is worth a heading.
    pub fn has_ways_in(&self) -> bool {
        !self.access.is_empty() && !self.over && self.takes_place
    }
}

impl Access {
    fn of(w: Words, point: &AccessPoint) -> Self {
        let host = point
            .url
            .as_ref()
            .map(|url| url.host().to_owned())
            .unwrap_or_default();
        Self {
            label: match &point.label {
                Some(label) => label.to_string(),
                None if host.is_empty() => w.t("access-by-telephone").to_string(),
                None => host.clone(),
            },
            url: point.url.as_ref().map(ToString::to_string),
            host,
            passcode: point.passcode.as_ref().map(ToString::to_string),
            dial_in: point.dial_in.as_ref().map(ToString::to_string),
        }
    }
}

impl LinkView {
    fn of(w: Words, link: &Link) -> Self {
        let kind = w
            .t(&format!("link-kind-{}", link.kind.as_str()))
            .to_string();
        let (label, kind) = match &link.label {
            Some(label) => (label.to_string(), Some(kind)),
            None => (kind, None),
        };
        Self {
            label,
            kind,
            url: link.url.to_string(),
            host: link.url.host().to_owned(),
        }
    }
}

fn fact(v: &View, line: &FacetLine<'_>) -> (String, Vec<String>) {
    let w = v.w;
    let words = |value: &&str| match line.facet {
        Facet::Language => w.language_name(value),
        Facet::Topic => called(v, value, topic_name),
        facet => w.t(&format!("{}-{value}", facet.as_str())).to_string(),
    };
    let values = line.values.iter().map(words);
    let label = w.t(&format!("said-{}", line.part.as_str()));
    (label.to_string(), values.collect())
}

fn access_words(w: Words, said: &Said) -> Option<String> {
    let key = match said.remote.as_ref()? {
        Remote::Points(_) => return None,
        Remote::AtRegistration => "access-at-registration",
        Remote::ToFollow => "access-to-follow",
        Remote::NotRecorded => "access-not-recorded",
    };
    Some(w.t(key).to_string())
}

fn venue_lines(said: &Said) -> Vec<String> {
    let Some(venue) = said.place.as_ref().and_then(Place::venue) else {
        return Vec::new();
    };
    let town = [&venue.city, &venue.country]
        .into_iter()
        .flatten()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    [
        venue.name.as_ref().map(ToString::to_string),
        venue.address.as_ref().map(ToString::to_string),
        (!town.is_empty()).then_some(town),
    ]
    .into_iter()
    .flatten()
    .collect()
}
