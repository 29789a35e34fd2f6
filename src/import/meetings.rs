//! The file of meetings: which fields an entry has and how they become [`MeetingDetails`].
//! What the file does not say stays unknown; nothing is filled in for it.

use super::reader::{EntryReader, read_each};
use super::report::{ImportError, Report};
use super::when;
use crate::domain::access::{AccessPoint, Mode, Place, Registration, Remote, Venue};
use crate::domain::fields::MAX_ROWS;
use crate::domain::language_tag::LanguageTag;
use crate::domain::link::{Link, LinkKind};
use crate::domain::meeting::MeetingDetails;
use crate::domain::provenance::Provenance;
use crate::domain::said::{MAX_TOPICS, Said};
use crate::domain::slug::Slug;
use crate::domain::status::Status;
use crate::domain::text::{AgendaItem, Line, Note, Title};
use crate::domain::timing::Timing;
use crate::domain::web_url::WebUrl;

/// The most points of an agenda and tags of a collector.
const MAX_ITEMS: usize = 60;

/// The collector's tag for a meeting that nobody enters without having signed up.
const REGISTRATION_REQUIRED: &str = "registration-required";

/// A meeting of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedMeeting {
    /// Its id in the file, by which a second import knows it again.
    pub id: String,
    /// What it is.
    pub details: MeetingDetails,
}

/// What a file of meetings holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadMeetings {
    /// The meetings that can be taken, in the file's order.
    pub meetings: Vec<ImportedMeeting>,
    /// What could not, and what was not understood.
    pub report: Report,
}

/// Reads a JSON array of meetings, each on its own.
pub fn read_meetings(json: &str) -> Result<ReadMeetings, ImportError> {
    let (meetings, report) = read_each(json, "id", meeting)?;
    Ok(ReadMeetings { meetings, report })
}

fn meeting(reader: &mut EntryReader) -> Option<ImportedMeeting> {
    let id = reader.required("id", Line::parse);
    let title = reader.required("title", Title::parse);
    let text_language = reader.required("title_lang", LanguageTag::parse);
    let group = reader.required("group_slug", Slug::parse);
    let times = when::times(reader);
    let status = reader.choice("status", status);
    let mode = reader.choice("mode", mode);
    let mut topics = reader.set("topics", MAX_TOPICS, Slug::parse);
    topics.sort();
    let agenda = reader.list("agenda_items", MAX_ITEMS, AgendaItem::parse);
    let links = reader.objects("documents", MAX_ROWS, link);
    let category = reader.optional("category", Line::parse);
    let access_url = reader.address("access_url");
    let registration_url = reader.address("registration_url");
    let venue = venue(reader);
    let tags = reader.list("awkward", MAX_ITEMS, Line::parse);
    let notes = reader.optional("notes", Note::parse);
    let series = reader.optional("series_key", Line::parse);
    let source = reader.address("source_url");

    let (id, mode) = (id?, mode?);
    if access_url.is_some() && !mode.is_remote() {
        reader.remark("access_url", "was left out: the meeting is in person only");
    }
    let remote = remote(mode, access_url, registration_url.is_some());
    let registration = registration_url.map(|url| Registration {
        url,
        required: tags.iter().any(|tag| tag.as_str() == REGISTRATION_REQUIRED),
    });
    let said = Said {
        title: title?,
        text_language: text_language?,
        group: group?,
        cohosts: Vec::new(),
        description: None,
        agenda,
        topics,
        links,
        contact: None,
        status: status?,
        status_note: None,
        past_reason: None,
        mode,
        remote,
        place: place(mode, venue),
        registration,
        languages: Vec::new(),
        interpretation: Vec::new(),
        captioning: false,
        participants: None,
        category,
        provenance: Some(Provenance {
            id: id.clone(),
            url: source,
            notes,
            series,
            tags,
        }),
    };
    Some(ImportedMeeting {
        id: id.into(),
        details: MeetingDetails::new(said, Timing::Once(times?)),
    })
}

fn status(name: &str) -> Option<Status> {
    Some(match name {
        "held-or-published" | "planned" => Status::Confirmed,
        "tentative" => Status::Tentative,
        "postponed" => Status::Postponed,
        "moved-online" => Status::MovedOnline,
        "cancelled" => Status::Cancelled,
        _ => return None,
    })
}

fn mode(name: &str) -> Option<Mode> {
    Some(match name {
        "virtual" => Mode::Virtual,
        "in-person" => Mode::FaceToFace,
        "hybrid" => Mode::Hybrid,
        _ => return None,
    })
}

fn remote(mode: Mode, access_url: Option<WebUrl>, has_registration: bool) -> Option<Remote> {
    if !mode.is_remote() {
        return None;
    }
    Some(match access_url {
        Some(url) => Remote::Points(vec![AccessPoint {
            label: None,
            url: Some(url),
            passcode: None,
            dial_in: None,
        }]),
        None if has_registration => Remote::AtRegistration,
        None => Remote::NotRecorded,
    })
}

/// `None` if not one of its parts is given.
fn venue(reader: &mut EntryReader) -> Option<Venue> {
    let venue = Venue {
        name: reader.optional("venue", Line::parse),
        address: None,
        city: reader.optional("city", Line::parse),
        country: reader.optional("country", Line::parse),
    };
    let is_given = venue.name.is_some() || venue.city.is_some() || venue.country.is_some();
    is_given.then_some(venue)
}

/// A virtual meeting may name the place that it is hosted from.
fn place(mode: Mode, venue: Option<Venue>) -> Option<Place> {
    match venue {
        Some(venue) => Some(Place::At(venue)),
        None => mode.has_place().then_some(Place::ToFollow),
    }
}

fn link(reader: &mut EntryReader) -> Option<Link> {
    let label = reader.optional("label", Line::parse);
    let url = reader.required_address("url");
    Some(Link {
        kind: label.as_ref().map_or(LinkKind::Document, guessed_kind),
        label,
        url: url?,
    })
}

/// The kind that a label says itself. What stands in brackets or after "of" is about something
/// else ("List post (holds the recording link)"), and so is all but the last word
/// ("Recording policy").
fn guessed_kind(label: &Line) -> LinkKind {
    let label = label.as_str().to_lowercase();
    let head = label.split('(').next().unwrap_or_default();
    let head = head.split(" of ").next().unwrap_or_default();
    match head.split_whitespace().next_back().unwrap_or_default() {
        "transcript" | "transcripts" | "captioning" => LinkKind::Transcript,
        "summary" | "report" => LinkKind::Summary,
        "recording" | "recordings" | "video" => LinkKind::Recording,
        "slides" => LinkKind::Slides,
        _ => LinkKind::Document,
    }
}
