//! The DESCRIPTION of an event: plain text in English around what the group wrote. Google ignores
//! URL, Outlook and Thunderbird ignore CONFERENCE, so whatever a participant needs is said here.

use super::event::Vevent;
use super::site::Site;
use super::standing::sentences;
use crate::calendar::{PublishedMeeting, Snapshot};
use crate::domain::{LanguageTag, Link, LinkKind, Remote, Said, Slug};

/// The join address first, because phones show two lines; the page last. Passcodes and dial-in
/// codes are left to the page: a subscribed copy is out of the group's hands and may be stale.
pub(super) fn description(
    vevent: &Vevent,
    meeting: &PublishedMeeting,
    snapshot: &Snapshot,
    site: &Site,
) -> String {
    let said = &*vevent.said;
    let mut paragraphs = vec![opening(vevent, meeting, site), agenda(said)];
    paragraphs.push(said.description.as_ref().map(|d| d.to_string()));
    paragraphs.push(Some(facts(said, snapshot)));
    paragraphs.push(under("Documents", links(said.documents())));
    paragraphs.push(outcomes(said));
    paragraphs.push(Some(format!("Details: {}", vevent.page)));
    paragraphs
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Whether a participant can and should join from afar. Nobody is sent into the room of a meeting
/// that does not take place.
pub(super) fn is_joinable(said: &Said) -> bool {
    said.status.takes_place()
        && said
            .remote
            .as_ref()
            .is_some_and(|remote| *remote != Remote::NotRecorded)
}

fn opening(vevent: &Vevent, meeting: &PublishedMeeting, site: &Site) -> Option<String> {
    let said = &*vevent.said;
    let mut lines = Vec::new();
    if is_joinable(said) {
        lines.push(format!("Join: {}", site.join(meeting.id)));
    }
    lines.extend(sentences(said, &vevent.times, vevent.former.as_ref()));
    lines.extend(vevent.when.iter().cloned());
    Some(lines.join("\n"))
}

fn agenda(said: &Said) -> Option<String> {
    let items: Vec<String> = (1..)
        .zip(&said.agenda)
        .map(|(number, item)| format!("{number}. {item}"))
        .collect();
    (!items.is_empty()).then(|| format!("Agenda:\n{}", items.join("\n")))
}

fn facts(said: &Said, snapshot: &Snapshot) -> String {
    let names: Vec<&str> = said
        .groups()
        .map(|slug| group_name(slug, snapshot))
        .collect();
    let mut lines = vec![format!("Held by: {}", names.join("; "))];
    if let Some(registration) = &said.registration {
        let duty = if registration.required {
            "required"
        } else {
            "optional"
        };
        lines.push(format!("Registration ({duty}): {}", registration.url));
    }
    lines.extend(languages("Languages", &said.languages));
    lines.extend(languages("Interpretation", &said.interpretation));
    if said.captioning {
        lines.push("Live captions".to_owned());
    }
    lines.join("\n")
}

fn group_name<'a>(slug: &'a Slug, snapshot: &'a Snapshot) -> &'a str {
    snapshot
        .group(slug)
        .map_or(slug.as_str(), |group| group.name.as_str())
}

fn languages(heading: &str, tags: &[LanguageTag]) -> Option<String> {
    let names: Vec<&str> = tags.iter().map(language).collect();
    (!names.is_empty()).then(|| format!("{heading}: {}", names.join(", ")))
}

/// The languages of the United Nations by name; of the others the tag says enough.
fn language(tag: &LanguageTag) -> &str {
    match tag.as_str() {
        "ar" => "Arabic",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "ru" => "Russian",
        "zh" => "Chinese",
        other => other,
    }
}

fn outcomes(said: &Said) -> Option<String> {
    let mut lines = links(said.outcomes());
    lines.extend(said.participants.map(|n| format!("Participants: {n}")));
    under("Outcomes", lines)
}

fn links<'a>(links: impl Iterator<Item = &'a Link>) -> Vec<String> {
    links
        .map(|link| {
            let label = link.label.as_ref().map(|label| label.as_str());
            format!("{}: {}", label.unwrap_or(kind(link.kind)), link.url)
        })
        .collect()
}

fn under(heading: &str, lines: Vec<String>) -> Option<String> {
    (!lines.is_empty()).then(|| format!("{heading}:\n{}", lines.join("\n")))
}

fn kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Document => "Document",
        LinkKind::Agenda => "Agenda",
        LinkKind::Recording => "Recording",
        LinkKind::Summary => "Summary",
        LinkKind::Transcript => "Transcript",
        LinkKind::Slides => "Slides",
    }
}
