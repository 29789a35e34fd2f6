//! The description of an entry: plain text around what the group wrote. Google ignores an event's
//! URL, Outlook and Thunderbird ignore CONFERENCE, so whatever a participant needs is said here.

use super::standing::sentences;
use crate::domain::{LanguageTag, Link, LinkKind, Said};
use crate::feeds::entry::{Telling, WayIn};

/// All that is told, with the lines that say when. The join address first, because phones show two
/// lines; the page last. Passcodes and dial-in codes are left to the page: a subscribed copy is out
/// of the group's hands and may be stale.
pub(in crate::feeds) fn description(telling: &Telling, when: &[String]) -> String {
    let said = &*telling.said;
    let mut paragraphs = vec![Some(opening(telling, when)), agenda(said)];
    paragraphs.push(said.description.as_ref().map(|d| d.to_string()));
    paragraphs.push(Some(facts(telling)));
    paragraphs.push(under("Documents", links(said.documents())));
    paragraphs.push(outcomes(said));
    paragraphs.push(Some(format!("Details: {}", telling.page)));
    paragraphs
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn opening(telling: &Telling, when: &[String]) -> String {
    let mut lines = Vec::new();
    match telling.way_in() {
        WayIn::Join(url) => lines.push(format!("Join: {url}")),
        WayIn::Register(url) => lines.push(format!("Register: {url}")),
        WayIn::None => {}
    }
    let former = telling.former.as_ref();
    lines.extend(sentences(&telling.said, &telling.times, former));
    lines.extend(when.iter().cloned());
    lines.join("\n")
}

fn agenda(said: &Said) -> Option<String> {
    let items: Vec<String> = (1..)
        .zip(&said.agenda)
        .map(|(number, item)| format!("{number}. {item}"))
        .collect();
    (!items.is_empty()).then(|| format!("Agenda:\n{}", items.join("\n")))
}

fn facts(telling: &Telling) -> String {
    let said = &telling.said;
    let mut lines = vec![format!("Held by: {}", telling.held_by.join("; "))];
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
