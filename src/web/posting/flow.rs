//! From the page of the answers to the store: sending them once, and the confirmation.

use super::{check, held_back};
use crate::acts::{ActError, Actor, Choice, Sending};
use crate::domain::RevisionId;
use crate::domain::change::{Side, Touched};
use crate::store::Source;
use crate::web::drafts::{DraftPage, Key};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session;
use crate::web::view::form::Messages;
use crate::web::view::together::{News, problems};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "posting/sent.html")]
struct SentPage {
    f: Frame,
    reference: String,
    /// What others had said since the form was begun.
    news: Option<News>,
    /// Whether it took effect at once.
    is_public: bool,
    /// The whole secret address for changes; none for the desk, which needs none.
    edit_address: Option<String>,
    /// The desk's page of the meeting, for the desk.
    desk_path: Option<String>,
}

/// `POST /{lang}/post/{token}/send`: pressed twice, it makes one meeting and leads to the same page.
/// Where others changed the same meanwhile, the sender is asked, and answers in the same form.
pub async fn send(
    visit: Visit,
    path: web::Path<(String, String)>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let actor = actor(&visit, &key).await?;
    let choice = read_choice(&body)?;
    visit.count_save()?;
    if let Some(why) = held_back::brake(&visit, &actor).await? {
        return held_back::page(&visit, &key, why).await;
    }
    let (token, chosen) = (key.token().clone(), choice.clone());
    let sending = visit.act(move |acts| match acts.send(&actor, &token, &chosen) {
        Err(ActError::NotAllowed(_)) => Ok(None),
        outcome => outcome.map(Some),
    });
    Ok(match sending.await? {
        Some(Sending::Sent(_) | Sending::AlreadySent(_)) => {
            see_other(key.path(visit.lang(), DraftPage::Sent))
        }
        Some(Sending::Problems(problems)) => check::back_to(visit.lang(), &key, &problems),
        Some(Sending::Conflict(found)) => {
            let f = visit.frame(Section::Post);
            let together = found.1.together.as_ref();
            let problems = together.map(|together| problems(f.w, &choice, together));
            let problems = problems.unwrap_or_else(Messages::none);
            let told = (StatusCode::CONFLICT, problems);
            check::page(f, &key, *found, told)?
        }
        Some(Sending::HeldBack(why)) => held_back::page(&visit, &key, why).await?,
        // The draft stays as it is, so whoever gets in again finds all of it.
        None => session::outside(&visit)?,
    })
}

/// The answers about what others changed as well. What is not asked is passed over.
fn read_choice(body: &Body) -> Result<Choice, WebError> {
    let fields: Vec<(String, String)> = read_form(body)?;
    let mut choice = Choice::default();
    for (name, value) in &fields {
        match name.strip_prefix("keep_") {
            Some(touched) => choice
                .kept
                .extend(Touched::from_name(touched).zip(Side::from_name(value))),
            None if name == "seen" => choice.seen = RevisionId::parse(value),
            None => {}
        }
    }
    Ok(choice)
}

/// Whoever fills in a form: by its secret, or as who they are if they are signed in.
pub async fn actor(visit: &Visit, key: &Key) -> Result<Actor, WebError> {
    let who = session::in_session(visit).await?;
    Ok(match who {
        Some(who) if who.is_of_desk() => Actor::Reviewer(who.person),
        Some(who) => Actor::Member(who.person, Some(key.hash())),
        None => Actor::Poster(key.hash()),
    })
}

/// `GET /{lang}/post/{token}/sent`: the reference, what happens next, and how to change it.
pub async fn sent(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let hash = key.hash();
    let read = visit.blocking(move |app| {
        let (sent, draft) = (app.store.sent_draft(&hash)?, app.store.draft(&hash)?);
        let Some(sent) = sent.zip(draft) else {
            return Ok(None);
        };
        let is_public = app.store.is_public(sent.0.revision)?;
        Ok::<_, ActError>(Some((sent, is_public, app.acts.sent_beside(&hash)?)))
    });
    let ((sent, draft), is_public, beside) = read.await?.ok_or(WebError::NotFound)?;
    let f = visit.frame(Section::Post);
    let is_desk = draft.source == Source::Desk;
    let page = SentPage {
        reference: sent.reference.to_string(),
        is_public,
        news: beside.map(|meanwhile| News::of(f.w, &meanwhile)),
        edit_address: (!is_desk).then(|| {
            let secret = key.token().edit_key();
            format!(
                "{}/{}/edit/{}",
                visit.app.base_url.as_str(),
                f.lang(),
                secret.secret()
            )
        }),
        desk_path: is_desk.then(|| format!("/desk/meetings/{}", sent.meeting)),
        f,
    };
    page.f.respond(&page).map(private)
}
