//! The pages of the form, laid out: which choices each of them offers.

use super::dates_page;
use super::parts::{FormPage, asks_fold};
use super::rows::with_one_row;
use crate::domain::fields::{Held, MeetingFields, Page, WhoFields};
use crate::domain::{FieldError, Group, LinkKind, Mode, Scope, Status, Zone};
use crate::i18n::Language;
use crate::i18n::bidi::isolated;
use crate::i18n::times::usual_hours;
use crate::web::drafts::Key;
use crate::web::error::WebError;
use crate::web::frame::{Frame, private};
use crate::web::reading::filter_bar::{SelectOption, group_choices};
use crate::web::view::form::Messages;
use crate::web::view::names::{called, slug_now, topic_slug_now};
use crate::web::view::scope::scope_words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "posting/who.html")]
struct WhoPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    groups: Vec<(String, Vec<SelectOption>)>,
    topics: Vec<(String, String)>,
    text_languages: Vec<(String, String)>,
    link_kinds: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "posting/when.html")]
struct WhenPage<'a> {
    f: &'a Frame,
    precisions: Vec<(&'static str, String)>,
    s: FormPage<'a>,
    zones: Vec<&'static str>,
    holds: Vec<(&'static str, String)>,
    statuses: Vec<(&'static str, String)>,
    /// Whether the clocks' double hour has to be asked about.
    asks_start_fold: bool,
    asks_end_fold: bool,
    asks_past_reason: bool,
    /// That later dates of a series are at other hours already.
    later: Vec<String>,
}

#[derive(Template)]
#[template(path = "posting/how.html")]
struct HowPage<'a> {
    f: &'a Frame,
    modes: Vec<(&'static str, String)>,
    s: FormPage<'a>,
    languages: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "posting/after.html")]
struct AfterPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    outcome_kinds: Vec<(&'static str, String)>,
}

/// What a page shows.
pub struct Shown<'a> {
    /// The secret of the draft; none before anything is stored.
    pub key: Option<&'a Key>,
    pub fields: MeetingFields,
    /// Which occurrences of a series are changed.
    pub scope: Scope,
    pub page: Page,
}

/// A page with what was typed, which could not be stored, and why.
pub fn render_unstored(
    f: &Frame,
    shown: Shown<'_>,
    error: &WebError,
) -> Result<HttpResponse, WebError> {
    error.log();
    let failure = error.failure();
    let heading = f.w.t(&format!("failure-{}", failure.key())).to_string();
    let advice = f.w.t("post-unstored").to_string();
    let problems = Messages::notice_of(heading, advice);
    let mut response = lay_out(f, shown, &[], problems, failure.status())?;
    if let Some((name, value)) = error.hint() {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

/// A page with what was typed and what is wrong with it.
pub fn render(
    f: &Frame,
    mut shown: Shown<'_>,
    errors: &[FieldError],
    status: StatusCode,
) -> Result<HttpResponse, WebError> {
    with_one_row(&mut shown.fields);
    let names = dates_page::row_names(f, &shown.fields, shown.page);
    let problems = Messages::of(f.w, errors, names);
    lay_out(f, shown, errors, problems, status)
}

/// A form may lie open while a group or topic takes another name; it stays chosen.
fn names_of_today(f: &Frame, fields: &mut MeetingFields) {
    let WhoFields {
        group,
        cohost,
        topic,
        ..
    } = &mut fields.who;
    for group in cohost.iter_mut().chain([group]) {
        *group = called(f, group, slug_now);
    }
    for topic in topic.iter_mut() {
        *topic = called(f, topic, topic_slug_now);
    }
}

/// Whether a form names a group.
fn names(fields: &MeetingFields, group: &Group) -> bool {
    let mut named = fields.who.cohost.iter().chain([&fields.who.group]);
    named.any(|slug| slug == group.slug.as_str())
}

fn lay_out(
    f: &Frame,
    shown: Shown<'_>,
    errors: &[FieldError],
    problems: Messages,
    status: StatusCode,
) -> Result<HttpResponse, WebError> {
    let Shown {
        key,
        mut fields,
        scope,
        page,
    } = shown;
    with_one_row(&mut fields);
    names_of_today(f, &mut fields);
    let s = FormPage {
        fields: &fields,
        problems,
        key,
        action: match key {
            Some(key) => key.path(f.lang(), page),
            None => format!("/{}/post", f.lang()),
        },
        step: fields
            .pages()
            .position(|one| one == page)
            .map_or(0, |before| before + 1),
        steps: fields.pages().count(),
        scope: scope_words(f.w, scope),
        is_one: matches!(scope, Scope::One(_)),
    };
    let response = match page {
        Page::Who => f.respond_with(
            status,
            &WhoPage {
                f,
                groups: group_choices(
                    f,
                    |_| false,
                    |group| group.listing.closed.is_none() || names(&fields, group),
                ),
                topics: f.topics_offered(&fields.who.topic),
                text_languages: text_languages(f, &fields.who.text_language),
                link_kinds: named(f, "link-kind", LinkKind::ALL.map(LinkKind::as_str)),
                s,
            },
        ),
        Page::When => f.respond_with(
            status,
            &WhenPage {
                f,
                precisions: named(f, "precision", ["exact", "day", "window", "unknown"]),
                zones: Zone::primary_names().collect(),
                holds: named(f, "held", Held::ALL.map(Held::as_str)),
                statuses: named(f, "status", Status::ALL.map(Status::as_str)),
                asks_start_fold: asks_fold(errors, |error| error.field == "start_time")
                    || !fields.when.start_fold.is_empty(),
                asks_end_fold: asks_fold(errors, |error| error.field == "end_time")
                    || !fields.when.end_fold.is_empty(),
                asks_past_reason: s.problems.has("past_reason")
                    || !fields.when.past_reason.is_empty(),
                later: later_hours(f, &fields),
                s,
            },
        ),
        Page::Dates => dates_page::dates(f, s, errors, status),
        Page::Occurrences => dates_page::occurrences(f, s, errors, status),
        Page::How => f.respond_with(
            status,
            &HowPage {
                f,
                modes: named(f, "mode", Mode::ALL.map(Mode::as_str)),
                languages: Language::ALL
                    .map(Language::code)
                    .map(|tag| (tag, f.w.language_name(tag)))
                    .to_vec(),
                s,
            },
        ),
        Page::After => f.respond_with(
            status,
            &AfterPage {
                f,
                outcome_kinds: named(f, "link-kind", outcome_kinds()),
                s,
            },
        ),
    };
    response.map(private)
}

fn later_hours(f: &Frame, fields: &MeetingFields) -> Vec<String> {
    let later = fields.later_hours().into_iter();
    later
        .map(|(day, hours)| {
            let hours = isolated(&usual_hours(f.w, &hours));
            let from = f.w.date_long(day);
            f.w.t2("post-later-hours", "from", from, "hours", hours)
                .to_string()
        })
        .collect()
}

/// What people of the community write in besides the languages of the pages.
const ALSO_WRITTEN: [&str; 9] = ["pt", "de", "it", "sw", "hi", "ja", "ko", "tr", "id"];

/// The languages to write in by their tags: English first, which is what an empty field means, and
/// last what somebody typed that is none of ours.
fn text_languages(f: &Frame, typed: &str) -> Vec<(String, String)> {
    let english = Language::default().code();
    let others = Language::ALL.map(Language::code).into_iter();
    let offered: Vec<&str> = std::iter::once(english)
        .chain(others.filter(|code| *code != english))
        .chain(ALSO_WRITTEN)
        .collect();
    let other = (!typed.is_empty() && !offered.contains(&typed)).then_some(typed);
    let tags = offered.iter().copied().chain(other);
    tags.map(|tag| (tag.to_owned(), f.w.language_name(tag)))
        .collect()
}

/// The choices of a field with their labels.
fn named(
    f: &Frame,
    prefix: &str,
    names: impl IntoIterator<Item = &'static str>,
) -> Vec<(&'static str, String)> {
    names
        .into_iter()
        .map(|name| (name, f.w.t(&format!("{prefix}-{name}")).to_string()))
        .collect()
}

fn outcome_kinds() -> impl Iterator<Item = &'static str> {
    LinkKind::ALL
        .into_iter()
        .filter(|kind| kind.is_outcome())
        .map(LinkKind::as_str)
}
