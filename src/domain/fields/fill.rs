//! The way back: the fields that would be typed to say what a meeting says, for editing it or for
//! posting another one like it. `parse(fill(details)) == details` for all that a form can say.

use super::who::without_bullet;
use super::{AfterFields, HowFields, MeetingFields, OccurrenceFields, WhenFields, WhoFields};
use crate::domain::access::Place;
use crate::domain::access::{AccessPoint, Remote, Venue};
use crate::domain::language_tag::LanguageTag;
use crate::domain::meeting::{Link, MeetingDetails, Poster};
use crate::domain::schedule::{End, ExactTimes, Moment, Schedule};
use crate::domain::zone::Fold;
use chrono::{Datelike, NaiveDate};

/// The languages that the form offers as boxes to tick; others are typed.
const OFFERED_LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

impl MeetingFields {
    /// The fields of a meeting that exists, with the poster of its last revision if known.
    pub fn fill(details: &MeetingDetails, poster: Option<&Poster>) -> Self {
        let mut fields = Self {
            who: who(details, poster),
            when: when(details),
            how: how(details),
            after: after(details),
            ..Self::default()
        };
        fields.fill_plural(&details.schedule);
        fields
    }

    /// The fields of the next meeting of a series: what its group says again every time. The date
    /// is left to be typed, and so is what belongs to that date alone or to whoever posts it.
    pub fn next_one(details: &MeetingDetails) -> Self {
        let lasting = MeetingDetails {
            links: details.documents().cloned().collect(),
            participants: None,
            past_reason: None,
            ..details.clone()
        };
        let mut fields = Self::fill(&lasting, None);
        fields.when = WhenFields {
            precision: fields.when.precision,
            zone: fields.when.zone,
            start_time: fields.when.start_time,
            end_time: fields.when.end_time,
            held: fields.when.held,
            ..WhenFields::default()
        };
        fields.dates = fields.dates.pattern();
        fields.occurrences = OccurrenceFields::default();
        // An old record may be silent about this; a new meeting may not.
        fields.how.not_recorded = String::new();
        fields
    }
}

fn text<T: ToString>(part: Option<&T>) -> String {
    part.map(T::to_string).unwrap_or_default()
}

fn texts<'a, T: ToString + 'a>(parts: impl IntoIterator<Item = &'a T>) -> Vec<String> {
    parts.into_iter().map(T::to_string).collect()
}

fn yes(answer: bool) -> String {
    if answer {
        "yes".to_owned()
    } else {
        String::new()
    }
}

fn who(details: &MeetingDetails, poster: Option<&Poster>) -> WhoFields {
    let contact = details.contact.as_ref();
    let links = Columns::of(details.documents());
    WhoFields {
        group: details.group.to_string(),
        cohost: texts(&details.cohosts),
        title: details.title.to_string(),
        text_language: details.text_language.to_string(),
        description: text(details.description.as_ref()),
        agenda: details
            .agenda
            .iter()
            .map(|item| as_typed(item.as_str()))
            .collect::<Vec<_>>()
            .join("\n"),
        link_kind: links.kinds,
        link_label: links.labels,
        link_url: links.urls,
        contact_name: text(contact.and_then(|c| c.name.as_ref())),
        contact_email: text(contact.and_then(|c| c.email.as_ref())),
        poster_name: text(poster.map(|p| &p.name)),
        poster_email: text(poster.map(|p| &p.email)),
    }
}

/// Links as three fields that repeat.
#[derive(Default)]
struct Columns {
    kinds: Vec<String>,
    labels: Vec<String>,
    urls: Vec<String>,
}

impl Columns {
    fn of<'a>(links: impl Iterator<Item = &'a Link>) -> Self {
        let mut columns = Self::default();
        for link in links {
            columns.kinds.push(link.kind.as_str().to_owned());
            columns.labels.push(text(link.label.as_ref()));
            columns.urls.push(link.url.to_string());
        }
        columns
    }
}

fn after(details: &MeetingDetails) -> AfterFields {
    let outcomes = Columns::of(details.outcomes());
    AfterFields {
        outcome_kind: outcomes.kinds,
        outcome_label: outcomes.labels,
        outcome_url: outcomes.urls,
        participants: text(details.participants.as_ref()),
    }
}

/// A point that looks as if it had a mark gets one, which reading it takes away again.
fn as_typed(item: &str) -> String {
    match without_bullet(item) == item {
        true => item.to_owned(),
        false => format!("- {item}"),
    }
}

fn when(details: &MeetingDetails) -> WhenFields {
    let mut fields = WhenFields {
        zone: text(details.schedule.zone()),
        status: details.status.as_str().to_owned(),
        status_note: text(details.status_note.as_ref()),
        past_reason: text(details.past_reason.as_ref()),
        ..WhenFields::default()
    };
    match &details.schedule {
        Schedule::Exact(times) => fields.fill_exact(times),
        Schedule::Day(span) => {
            fields.precision = "day".to_owned();
            fields.fill_start(span.first());
            if span.last() != span.first() {
                fields.fill_end(span.last());
            }
        }
        Schedule::Window(window) => {
            fields.precision = "window".to_owned();
            fields.fill_start(window.earliest());
            fields.fill_end(window.latest());
        }
        Schedule::Unknown => fields.precision = "unknown".to_owned(),
        // They take several pages.
        Schedule::Parts(_) | Schedule::Slots(_) | Schedule::Series(_) => {}
    }
    fields
}

impl WhenFields {
    pub(super) fn fill_exact(&mut self, times: &ExactTimes) {
        let start = times.start();
        self.precision = "exact".to_owned();
        self.fill_start(start.local().date());
        self.start_time = clock(start);
        self.start_fold = fold(start);
        match times.end() {
            End::At(end) => {
                self.fill_end(end.local().date());
                self.end_time = clock(end);
                self.end_fold = fold(end);
            }
            End::On(day) => self.fill_end(day),
            End::Open => {}
        }
    }

    pub(super) fn fill_start(&mut self, date: NaiveDate) {
        self.start_day = date.day().to_string();
        self.start_month = date.month().to_string();
        self.start_year = date.year().to_string();
    }

    pub(super) fn fill_end(&mut self, date: NaiveDate) {
        self.end_day = date.day().to_string();
        self.end_month = date.month().to_string();
        self.end_year = date.year().to_string();
    }
}

pub(super) fn clock(moment: Moment) -> String {
    moment.local().format("%H:%M").to_string()
}

pub(super) fn fold(moment: Moment) -> String {
    match moment.fold() {
        Some(Fold::Earlier) => "earlier".to_owned(),
        Some(Fold::Later) => "later".to_owned(),
        None => String::new(),
    }
}

fn how(details: &MeetingDetails) -> HowFields {
    let remote = details.remote.as_ref();
    let points = remote.map(Remote::points).unwrap_or_default();
    let column = |cell: fn(&AccessPoint) -> String| points.iter().map(cell).collect();
    let venue = details.place.as_ref().and_then(Place::venue);
    let venue_part = |part: fn(&Venue) -> String| venue.map(part).unwrap_or_default();
    let (offered, others) = split_languages(&details.languages);
    let (interpretation, other_interpretation) = split_languages(&details.interpretation);
    HowFields {
        mode: details.mode.as_str().to_owned(),
        access_url: column(|point| text(point.url.as_ref())),
        access_label: column(|point| text(point.label.as_ref())),
        access_passcode: column(|point| text(point.passcode.as_ref())),
        access_dial_in: column(|point| text(point.dial_in.as_ref())),
        link_to_follow: yes(remote == Some(&Remote::ToFollow)),
        registration_url: text(details.registration.as_ref().map(|r| &r.url)),
        registration_required: yes(details.registration.as_ref().is_some_and(|r| r.required)),
        venue_name: venue_part(|venue| text(venue.name.as_ref())),
        venue_address: venue_part(|venue| text(venue.address.as_ref())),
        city: venue_part(|venue| text(venue.city.as_ref())),
        country: venue_part(|venue| text(venue.country.as_ref())),
        venue_to_follow: yes(details.place == Some(Place::ToFollow)),
        language: offered,
        other_languages: others,
        interpretation,
        other_interpretation,
        captioning: yes(details.captioning),
        not_recorded: yes(remote == Some(&Remote::NotRecorded)
            || venue.is_some_and(|v| v.city.is_none() || v.country.is_none())),
    }
}

/// Those that have a box to tick, and the others as one would type them.
fn split_languages(tags: &[LanguageTag]) -> (Vec<String>, String) {
    let (offered, others): (Vec<String>, Vec<String>) = texts(tags)
        .into_iter()
        .partition(|tag| OFFERED_LANGUAGES.contains(&tag.as_str()));
    (offered, others.join(", "))
}
