//! The pages of the form: shown with what was typed, saved whatever is in them, and left only when
//! nothing is wrong.

use super::dates_page;
use super::flow::actor;
use super::pages::{Shown, render, render_unstored};
use super::{signs, with_context};
use crate::acts::{Actor, Checked, Saved, TypedPage};
use crate::domain::fields::{MeetingFields, Page};
use crate::domain::{FieldError, MeetingId, Scope};
use crate::store::{Draft, Edit, TokenHash};
use crate::web::drafts::{self, DraftPage, Key};
use crate::web::error::{Failure, WebError};
use crate::web::fields::rows::add_row;
use crate::web::frame::{Frame, Section, see_other};
use crate::web::request::{Body, read_form};
use crate::web::view::View;
use crate::web::view::names::{called, slug_now};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Button {
    /// The button that was pressed; nothing means "continue".
    #[serde(rename = "do")]
    action: String,
}

/// `GET /{lang}/post`: an empty form. Nothing is stored until something is sent.
pub async fn begin(visit: Visit) -> Result<HttpResponse, WebError> {
    let mut fields = MeetingFields::default();
    // Preselects a group, for the link on its page.
    let group = visit.query_value("group").unwrap_or_default();
    fields.who.text_language = visit.lang().to_owned();
    let f = visit.frame(Section::Post);
    fields.who.group = called(&f, &group, slug_now);
    let shown = Shown {
        key: None,
        fields,
        scope: Scope::All,
        page: Page::Who,
    };
    render(&f, shown, &[], StatusCode::OK)
}

/// `POST /{lang}/post`: the first page, or every field at once from a script. Begins a draft.
pub async fn save_first(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let mut fields = MeetingFields {
        who: read_form(&body)?,
        when: read_form(&body)?,
        dates: read_form(&body)?,
        occurrences: read_form(&body)?,
        how: read_form(&body)?,
        after: read_form(&body)?,
        ..MeetingFields::default()
    };
    let button: Button = read_form(&body)?;
    let adds_row = add_row(&button.action, &mut fields);
    let language = visit.reader.language.tag();
    let typed = fields.clone();
    let signs = signs::read(&body, visit.now())?;
    let begun = drafts::begin(&visit, move |acts| {
        acts.post(&Actor::Anyone, fields, language, signs)
    });
    let (key, fields) = match begun.await {
        Ok(begun) => begun,
        // A script sends all pages at once; of these the form would give back the first alone.
        Err(error) if has_more_pages(&typed) => return Err(error),
        Err(error) => {
            let shown = Shown {
                key: None,
                fields: typed,
                scope: Scope::All,
                page: Page::Who,
            };
            return unstored(&visit, error, shown);
        }
    };
    let f = visit.frame(Section::Post);
    // Always on to the draft's own address, so that it is the one a reload or a bookmark keeps.
    let is_wrong = !check(&f, None, &fields, Page::Who).is_empty();
    Ok(see_other(match (adds_row, is_wrong) {
        (true, _) => key.path(f.lang(), Page::Who),
        (false, true) => key.path(f.lang(), DraftPage::Wrong(Page::Who)),
        (false, false) => next_path(&f, &key, &fields, None),
    }))
}

/// `GET /{lang}/post/{token}/{page}`
pub async fn show(
    visit: Visit,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let page = Page::from_name(&path.2).ok_or(WebError::NotFound)?;
    let draft = load(&visit, key.hash()).await?;
    let f = visit.frame(Section::Post);
    if draft.sent.is_some() {
        return Ok(see_other(key.path(f.lang(), DraftPage::Sent)));
    }
    if let Some(earlier) = dates_page::instead_of(&draft.fields, page) {
        return Ok(see_other(key.path(f.lang(), earlier)));
    }
    // Whoever is sent back to what is wrong is told so at once.
    let mut errors = Vec::new();
    if visit.query_value("errors").is_some() {
        let meeting = draft.edit.map(|edit| edit.meeting);
        errors = check(&f, meeting, &draft.fields, page);
        if page == Page::When && errors.is_empty() {
            errors = problems_with_whole(&visit, &key).await?;
        }
    }
    let shown = Shown {
        key: Some(&key),
        fields: draft.fields,
        scope: scope_of(draft.edit),
        page,
    };
    render(&f, shown, &errors, StatusCode::OK)
}

/// `POST /{lang}/post/{token}/{page}`: keeps what was typed, then goes on or says what is wrong.
pub async fn save(
    visit: Visit,
    path: web::Path<(String, String, String)>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let page = Page::from_name(&path.2).ok_or(WebError::NotFound)?;
    let typed = match page {
        Page::Who => TypedPage::Who(read_form(&body)?),
        Page::When => TypedPage::When(read_form(&body)?),
        Page::Dates => TypedPage::Dates(read_form(&body)?),
        Page::Occurrences => TypedPage::Occurrences(read_form(&body)?),
        Page::How => TypedPage::How(read_form(&body)?),
        Page::After => TypedPage::After(read_form(&body)?),
    };
    let saved = match store(&visit, &key, typed.clone()).await {
        Ok(saved) => saved,
        Err(error) => {
            let draft = load(&visit, key.hash()).await.ok();
            let scope = scope_of(draft.as_ref().and_then(|draft| draft.edit));
            let mut fields = draft.map(|draft| draft.fields).unwrap_or_default();
            typed.put_into(&mut fields);
            let shown = Shown {
                key: Some(&key),
                fields,
                scope,
                page,
            };
            return unstored(&visit, error, shown);
        }
    };
    let f = visit.frame(Section::Post);
    let Saved::Kept(draft) = saved else {
        return Ok(see_other(key.path(f.lang(), DraftPage::Sent)));
    };
    let Draft {
        mut fields, edit, ..
    } = *draft;
    let meeting = edit.map(|edit| edit.meeting);
    if let Some(earlier) = dates_page::instead_of(&fields, page) {
        return Ok(see_other(key.path(f.lang(), earlier)));
    }
    let button: Button = read_form(&body)?;
    let (errors, status) = match add_row(&button.action, &mut fields) {
        true => (Vec::new(), StatusCode::OK),
        false => (
            check(&f, meeting, &fields, page),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    };
    if status == StatusCode::OK || !errors.is_empty() {
        let shown = Shown {
            key: Some(&key),
            fields,
            scope: scope_of(edit),
            page,
        };
        return render(&f, shown, &errors, status);
    }
    Ok(see_other(match dates_page::always_after(&fields, page) {
        Some(next) => key.path(f.lang(), next),
        None => next_path(&f, &key, &fields, meeting),
    }))
}

async fn store(visit: &Visit, key: &Key, typed: TypedPage) -> Result<Saved, WebError> {
    visit.count_save()?;
    let (actor, hash) = (actor(visit, key).await?, key.hash());
    visit.act(move |acts| acts.save(&actor, &hash, typed)).await
}

/// Whether anything was typed that is not on the first page.
fn has_more_pages(typed: &MeetingFields) -> bool {
    let first = MeetingFields {
        who: typed.who.clone(),
        ..MeetingFields::default()
    };
    *typed != first
}

/// What was typed and could not be stored stays on its page, as long as trying again makes sense.
fn unstored(
    visit: &Visit,
    error: WebError,
    mut shown: Shown<'_>,
) -> Result<HttpResponse, WebError> {
    if !matches!(error.failure(), Failure::TooMany | Failure::Busy) {
        return Err(error);
    }
    shown.fields.cut_rows();
    render_unstored(&visit.frame(Section::Post), shown, &error)
}

/// The first page that is not finished, with its errors if it was begun; else the answers. So
/// somebody who came back to change one answer returns to them.
fn next_path(f: &Frame, key: &Key, fields: &MeetingFields, meeting: Option<MeetingId>) -> String {
    match with_context(f, meeting, |context| fields.first_unfinished(context)) {
        None => key.path(f.lang(), DraftPage::Check),
        Some(next) if fields.is_untouched(next) => key.path(f.lang(), next),
        Some(next) => key.path(f.lang(), DraftPage::Wrong(next)),
    }
}

fn scope_of(edit: Option<Edit>) -> Scope {
    edit.map_or(Scope::All, |edit| edit.scope)
}

fn check(
    v: &View,
    meeting: Option<MeetingId>,
    fields: &MeetingFields,
    page: Page,
) -> Vec<FieldError> {
    with_context(v, meeting, |context| fields.check(page, context))
}

/// What is wrong with a draft only in sight of the series that it changes.
async fn problems_with_whole(visit: &Visit, key: &Key) -> Result<Vec<FieldError>, WebError> {
    let hash = key.hash();
    let checked = visit.act(move |acts| acts.check(&hash)).await?;
    Ok(match checked {
        Checked::Problems(problems) if problems.page == Page::When => problems.errors,
        _ => Vec::new(),
    })
}

async fn load(visit: &Visit, hash: TokenHash) -> Result<Draft, WebError> {
    let draft = visit.blocking(move |app| app.store.draft(&hash)).await?;
    draft.ok_or(WebError::NotFound)
}
