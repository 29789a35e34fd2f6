//! The names under which feeds are stored: short, readable, and another one for each choice.

use super::naming::{mark, shortened};
use super::past::Past;
use crate::calendar::{Facet, Filter, PublishedMeeting};
use crate::domain::Slug;
use crate::i18n::Language;
use chrono::NaiveDate;
use url::form_urlencoded::byte_serialize;

/// No name has more characters before its ending.
const MAX_LENGTH: usize = 60;

/// The name of a file without its ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// In small Latin letters, digits and hyphens.
    ascii: String,
    /// With the letters of other scripts as well, where the first has to do without them.
    full: Option<String>,
}

impl Default for FileName {
    /// Of the feed of all meetings.
    fn default() -> Self {
        Self::of_listing(&Filter::default(), Past::default(), Language::default())
    }
}

impl FileName {
    /// Of a listing: `igf-calendar`, `igf-dynamic-coalition-virtual-fr`.
    pub(super) fn of_listing(filter: &Filter, past: Past, language: Language) -> Self {
        let mut parts = narrowing(filter, past);
        if parts.is_empty() {
            parts.push("calendar".to_owned());
        }
        Self::of(parts, language)
    }

    /// Of a group: `igf-dc-environment`.
    pub(super) fn of_group(slug: &Slug, filter: &Filter, past: Past, language: Language) -> Self {
        let mut parts = vec![slug.to_string()];
        parts.extend(narrowing(filter, past));
        Self::of(parts, language)
    }

    /// Of a meeting, or of one date of it, by its title; by its reference in the letters of a title
    /// that has others.
    pub(super) fn of_meeting(
        meeting: &PublishedMeeting,
        on: Option<NaiveDate>,
        language: Language,
    ) -> Self {
        let title = meeting.details.said.title.as_str();
        let mut parts = vec![title.to_owned()];
        parts.extend(on.map(|day| day.to_string()));
        let mut name = Self::of(parts, language);
        if name.full.is_some() {
            let mut parts = vec!["meeting".to_owned(), meeting.reference.to_string()];
            parts.extend(on.map(|day| day.to_string()));
            name.ascii = Self::of(parts, language).ascii;
        }
        name
    }

    fn of(mut parts: Vec<String>, language: Language) -> Self {
        if language != Language::default() {
            parts.push(language.to_string());
        }
        let typed = parts.join(" ");
        let full = hyphenated(&typed, char::is_alphanumeric);
        let ascii = hyphenated(&typed, |c| c.is_ascii_alphanumeric());
        let is_whole = full == ascii && !ascii.is_empty();
        Self {
            ascii: match is_whole {
                true => begun(&ascii),
                false => begun(&format!("{ascii}-{}", mark(&typed))),
            },
            full: (full != ascii).then(|| begun(&full)),
        }
    }

    /// Content-Disposition for an ending: `inline; filename="igf-calendar.ics"`, and with
    /// `filename*` where the name has letters beyond ASCII (RFC 6266, sections 4.1 and 4.3).
    pub fn disposition(&self, ending: &str) -> String {
        let plain = format!("inline; filename=\"{}.{ending}\"", self.ascii);
        match &self.full {
            None => plain,
            Some(full) => {
                // RFC 8187, section 3.2.1.
                let encoded: String = byte_serialize(full.as_bytes()).collect();
                format!("{plain}; filename*=UTF-8''{encoded}.{ending}")
            }
        }
    }
}

/// What a listing is narrowed or widened by.
fn narrowing(filter: &Filter, past: Past) -> Vec<String> {
    let facets = Facet::ALL.into_iter().flat_map(|facet| {
        let values = filter.wanted(facet).iter();
        values.map(move |value| match facet {
            Facet::Language => format!("in {value}"),
            Facet::Recording => format!("recording {value}"),
            Facet::Kind | Facet::Group | Facet::Topic | Facet::Region | Facet::Mode => {
                value.clone()
            }
        })
    });
    let words = filter.words().iter().cloned();
    let reach = (past != Past::default()).then(|| format!("past {past}"));
    facets.chain(words).chain(reach).collect()
}

/// What may stand in a name, in small letters, with single hyphens for all else.
fn hyphenated(typed: &str, is_kept: impl Fn(char) -> bool) -> String {
    let small = typed.to_lowercase();
    let kept = small.split(|c: char| !is_kept(c));
    kept.filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn begun(name: &str) -> String {
    let name = name.trim_matches('-');
    let name = match name.starts_with("igf-") {
        true => name.to_owned(),
        false => format!("igf-{name}"),
    };
    shortened(&name, MAX_LENGTH, "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(query: &[(&str, &str)], past: &str, language: Language) -> String {
        let filter = Filter::of(query.iter().copied());
        let past = past.parse().unwrap();
        FileName::of_listing(&filter, past, language).disposition("ics")
    }

    #[test]
    fn each_choice_has_its_name() {
        let english = Language::En;
        for (query, past, name) in [
            (&[][..], "90d", "igf-calendar"),
            (&[("group", "dc-environment")], "90d", "igf-dc-environment"),
            (&[("group", "igf-usa")], "90d", "igf-usa"),
            (
                &[("kind", "dynamic-coalition"), ("mode", "virtual")],
                "90d",
                "igf-dynamic-coalition-virtual",
            ),
            (&[("language", "fr")], "90d", "igf-in-fr"),
            (&[("q", "Open  Call!")], "2y", "igf-open-call-past-2y"),
        ] {
            let disposition = format!("inline; filename=\"{name}.ics\"");
            assert_eq!(listing(query, past, english), disposition);
        }
        let french = listing(&[], "90d", Language::Fr);
        assert_eq!(french, "inline; filename=\"igf-calendar-fr.ics\"");
    }

    #[test]
    fn letters_beyond_ascii_are_told_to_those_who_can_read_them() {
        let name = listing(&[("q", "réunion 会议")], "90d", Language::En);
        let (plain, full) = name.split_once("; filename*=UTF-8''").unwrap();
        assert!(
            plain.is_ascii() && plain.starts_with("inline; filename=\"igf-r-union-"),
            "{plain}"
        );
        assert_eq!(full, "igf-r%C3%A9union-%E4%BC%9A%E8%AE%AE.ics");
        let other = listing(&[("q", "réunion 会")], "90d", Language::En);
        assert!(!other.starts_with(plain), "{other}");
    }

    #[test]
    fn no_name_is_long_or_does_harm() {
        let hostile = "\"; filename=evil.exe\r\nX: y/../\\\u{202e}";
        let name = listing(&[("q", hostile)], "90d", Language::En);
        assert!(
            name.is_ascii() && !name.contains(['\r', '\n', '/', '\\']),
            "{name}"
        );
        assert_eq!(name.matches('"').count(), 2, "{name}");
        let long =
            |last: &str| listing(&[("q", &"x".repeat(79)), ("q", last)], "90d", Language::En);
        assert!(long("a").len() < 100, "{}", long("a"));
        assert_ne!(long("a"), long("b"));
    }
}
