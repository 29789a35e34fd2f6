//! What the parts of the form offer to choose from, in the reader's words.

use super::asks_fold;
use crate::domain::fields::{Held, MeetingFields};
use crate::domain::{FieldError, Group, LinkKind, Mode, Status, Zone};
use crate::i18n::Language;
use crate::web::frame::Frame;
use crate::web::reading::filter_bar::{SelectOption, group_choices};
use crate::web::view::View;

/// A choice: the value that the form sends, and its label.
pub type Named = (&'static str, String);

/// What the part "who and what" offers.
pub struct WhoChoices {
    pub groups: Vec<(String, Vec<SelectOption>)>,
    pub topics: Vec<(String, String)>,
    pub text_languages: Vec<(String, String)>,
    pub link_kinds: Vec<Named>,
}

/// What the part "when" offers, and what has to be asked about it.
pub struct WhenChoices {
    pub precisions: Vec<Named>,
    pub zones: Vec<&'static str>,
    pub statuses: Vec<Named>,
    /// Whether the clocks' double hour has to be asked about.
    pub asks_start_fold: bool,
    pub asks_end_fold: bool,
}

/// What the part "how to take part" offers.
pub struct HowChoices {
    pub modes: Vec<Named>,
    pub languages: Vec<Named>,
}

impl WhoChoices {
    /// What is offered beside what was typed.
    pub fn of(f: &Frame, fields: &MeetingFields) -> Self {
        Self {
            groups: group_choices(
                f,
                |_| false,
                |group| group.listing.closed.is_none() || names(fields, group),
            ),
            topics: f.topics_offered(&fields.who.topic),
            text_languages: text_languages(f, &fields.who.text_language),
            link_kinds: named(f, "link-kind", LinkKind::ALL.map(LinkKind::as_str)),
        }
    }
}

impl WhenChoices {
    /// What is offered beside what was typed, and with what is wrong with that.
    pub fn of(f: &Frame, fields: &MeetingFields, errors: &[FieldError]) -> Self {
        let when = &fields.when;
        Self {
            precisions: named(f, "precision", ["exact", "day", "window", "unknown"]),
            zones: Zone::primary_names().collect(),
            statuses: named(f, "status", Status::ALL.map(Status::as_str)),
            asks_start_fold: asks_fold(errors, |error| error.field == "start_time")
                || !when.start_fold.is_empty(),
            asks_end_fold: asks_fold(errors, |error| error.field == "end_time")
                || !when.end_fold.is_empty(),
        }
    }
}

impl HowChoices {
    /// What is offered.
    pub fn of(f: &Frame) -> Self {
        Self {
            modes: named(f, "mode", Mode::ALL.map(Mode::as_str)),
            languages: Language::ALL
                .map(Language::code)
                .map(|tag| (tag, f.w.language_name(tag)))
                .to_vec(),
        }
    }
}

/// Whether a form names a group.
fn names(fields: &MeetingFields, group: &Group) -> bool {
    let mut named = fields.who.cohost.iter().chain([&fields.who.group]);
    named.any(|slug| slug == group.slug.as_str())
}

/// How often a meeting may be held.
pub fn holds(f: &Frame) -> Vec<Named> {
    named(f, "held", Held::ALL.map(Held::as_str))
}

/// The kinds of what can come out of a meeting.
pub fn outcome_kinds(f: &Frame) -> Vec<Named> {
    let kinds = LinkKind::ALL.into_iter();
    let outcomes = kinds.filter(|kind| kind.is_outcome());
    named(f, "link-kind", outcomes.map(LinkKind::as_str))
}

/// What people of the community write in besides the languages of the pages.
const ALSO_WRITTEN: [&str; 9] = ["pt", "de", "it", "sw", "hi", "ja", "ko", "tr", "id"];

/// The languages to write in by their tags: English first, which is what an empty field means, and
/// last what somebody typed that is none of ours.
fn text_languages(v: &View, typed: &str) -> Vec<(String, String)> {
    let english = Language::default().code();
    let others = Language::ALL.map(Language::code).into_iter();
    let offered: Vec<&str> = std::iter::once(english)
        .chain(others.filter(|code| *code != english))
        .chain(ALSO_WRITTEN)
        .collect();
    let other = (!typed.is_empty() && !offered.contains(&typed)).then_some(typed);
    let tags = offered.iter().copied().chain(other);
    tags.map(|tag| (tag.to_owned(), v.w.language_name(tag)))
        .collect()
}

/// The choices of a field with their labels.
fn named(v: &View, prefix: &str, names: impl IntoIterator<Item = &'static str>) -> Vec<Named> {
    names
        .into_iter()
        .map(|name| (name, v.w.t(&format!("{prefix}-{name}")).to_string()))
        .collect()
}
