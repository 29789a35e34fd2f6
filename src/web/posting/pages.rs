//! The pages of the form, laid out: which choices each of them offers.

use super::dates_page;
use crate::domain::fields::{MeetingFields, Page, WhoFields};
use crate::domain::{FieldError, Scope};
use crate::i18n::bidi::isolated;
use crate::i18n::times::usual_hours;
use crate::web::drafts::Key;
use crate::web::error::WebError;
use crate::web::fields::FormPage;
use crate::web::fields::choices::{
    HowChoices, Named, WhenChoices, WhoChoices, holds, outcome_kinds,
};
use crate::web::fields::rows::with_one_row;
use crate::web::frame::{Frame, private};
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
    for_who: WhoChoices,
}

#[derive(Template)]
#[template(path = "posting/when.html")]
struct WhenPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    for_when: WhenChoices,
    holds: Vec<Named>,
    asks_past_reason: bool,
    /// That later dates of a series are at other hours already.
    later: Vec<String>,
}

#[derive(Template)]
#[template(path = "posting/how.html")]
struct HowPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    for_how: HowChoices,
}

#[derive(Template)]
#[template(path = "posting/after.html")]
struct AfterPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    outcome_kinds: Vec<Named>,
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
                for_who: WhoChoices::of(f, &fields),
                s,
            },
        ),
        Page::When => f.respond_with(
            status,
            &WhenPage {
                f,
                for_when: WhenChoices::of(f, &fields, errors),
                holds: holds(f),
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
                for_how: HowChoices::of(f),
                s,
            },
        ),
        Page::After => f.respond_with(
            status,
            &AfterPage {
                f,
                outcome_kinds: outcome_kinds(f),
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
