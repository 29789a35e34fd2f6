//! The description of an entry: plain text around what the group wrote. Google ignores an event's
//! URL, Outlook and Thunderbird ignore CONFERENCE, so whatever a participant needs is said here.

use super::apart::apart;
use super::standing::sentences;
use crate::domain::{LanguageTag, Link, Said};
use crate::feeds::entry::{GivenUp, Telling, WayIn};
use crate::i18n::Words;
use crate::markdown::to_text;

/// All that is told, with the lines that say when. The join address first, because phones show two
/// lines; the page last. Passcodes and dial-in codes are left to the page: a subscribed copy is out
/// of the group's hands and may be stale.
pub(in crate::feeds) fn description(w: Words, telling: &Telling, when: &[String]) -> String {
    let said = &*telling.said;
    let mut paragraphs = vec![Some(opening(w, telling, when)), agenda(w, said)];
    let written = said.description.as_ref().map(|text| to_text(text.as_str()));
    paragraphs.push(written.filter(|text| !text.is_empty()));
    paragraphs.push(Some(facts(w, telling)));
    paragraphs.push(under(w, "feed-documents", links(w, said.documents())));
    paragraphs.push(outcomes(w, said));
    paragraphs.push(Some(addressed(w, "feed-details", &telling.page)));
    paragraphs
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn opening(w: Words, telling: &Telling, when: &[String]) -> String {
    let mut lines = Vec::new();
    match telling.way_in() {
        WayIn::Join(url) => {
            let first = telling.required_registration();
            lines.extend(first.map(|url| addressed(w, "feed-register", url)));
            lines.push(addressed(w, "feed-join", url));
        }
        WayIn::Register(url) => lines.push(addressed(w, "feed-register", url)),
        WayIn::None => {}
    }
    match telling.given_up {
        Some(GivenUp::EnteredAnew) => lines.push(w.t("feed-given-up").into_owned()),
        Some(GivenUp::HeldNoMore) => lines.push(w.t("feed-held-no-more").into_owned()),
        None => {
            let former = telling.former.as_ref();
            lines.extend(sentences(w, &telling.said, &telling.times, former));
        }
    }
    lines.extend(when.iter().cloned());
    lines.join("\n")
}

fn agenda(w: Words, said: &Said) -> Option<String> {
    let items = (1..).zip(&said.agenda);
    let items = items.map(|(number, item)| format!("{number}. {item}"));
    under(w, "feed-agenda", items.collect())
}

fn facts(w: Words, telling: &Telling) -> String {
    let said = &telling.said;
    let groups = telling.held_by.iter().map(|name| apart(w, name));
    let groups = groups.collect::<Vec<_>>().join(&w.t("feed-semicolon"));
    let mut lines = vec![w.t1("feed-held-by", "groups", groups).into_owned()];
    lines.extend(registration(w, telling));
    lines.extend(languages(w, "feed-languages", &said.languages));
    lines.extend(languages(w, "feed-interpretation", &said.interpretation));
    if said.captioning {
        lines.push(w.t("feed-captions").into_owned());
    }
    lines.join("\n")
}

/// Nothing where the opening sends everybody there.
fn registration(w: Words, telling: &Telling) -> Option<String> {
    let registration = telling.said.registration.as_ref()?;
    let key = match (telling.required_registration(), telling.way_in()) {
        (None, _) => "feed-registration-optional",
        (Some(_), WayIn::None) => "feed-registration-required",
        (Some(_), WayIn::Join(_) | WayIn::Register(_)) => return None,
    };
    Some(addressed(w, key, registration.url.as_str()))
}

fn languages(w: Words, key: &str, tags: &[LanguageTag]) -> Option<String> {
    let names = tags.iter().map(|tag| w.language_name(tag.as_str()));
    let names = names.collect::<Vec<_>>().join(&w.t("feed-comma"));
    (!names.is_empty()).then(|| w.t1(key, "names", names).into_owned())
}

fn outcomes(w: Words, said: &Said) -> Option<String> {
    let mut lines = links(w, said.outcomes());
    let participants = said.participants.map(|count| count.get());
    lines.extend(participants.map(|count| w.t1("feed-participants", "count", count).into_owned()));
    under(w, "feed-outcomes", lines)
}

fn links<'a>(w: Words, links: impl Iterator<Item = &'a Link>) -> Vec<String> {
    links
        .map(|link| {
            let label = match &link.label {
                Some(label) => apart(w, label.as_str()),
                None => w
                    .t(&format!("link-kind-{}", link.kind.as_str()))
                    .into_owned(),
            };
            let address = link.url.as_str();
            w.t2("feed-link", "label", label, "address", address)
                .into_owned()
        })
        .collect()
}

fn under(w: Words, heading: &str, lines: Vec<String>) -> Option<String> {
    (!lines.is_empty()).then(|| format!("{}\n{}", w.t(heading), lines.join("\n")))
}

fn addressed(w: Words, key: &str, address: &str) -> String {
    w.t1(key, "address", address).into_owned()
}
