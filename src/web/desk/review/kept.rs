//! What somebody sent after their session had ended: kept under a secret in their browser, and filled in
//! again once they are in.

use crate::acts::ActError;
use crate::domain::MeetingId;
use crate::store::{KeptForm, StoreError, Token};
use crate::web::app::App;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::request::Body;
use crate::web::session::{Secretary, outside, outside_keeping};
use crate::web::visit::Visit;
use actix_web::cookie::time::Duration;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

/// The cookie that holds the secret of what is kept.
const KEPT_COOKIE: &str = "kept";

/// Where whoever has just entered is led back to what they wrote.
const KEPT_PATH: &str = "/desk/kept";

/// The secret of what is kept for this browser.
pub fn secret(request: &HttpRequest) -> Option<Token> {
    Token::parse(cookies::sent(request, KEPT_COOKIE)?.value())
}

/// What is kept under a secret.
pub fn kept(
    app: &App,
    secret: Option<&Token>,
    now: DateTime<Utc>,
) -> Result<Option<KeptForm>, StoreError> {
    match secret {
        Some(secret) => app.store.kept_form(&secret.hash(), now),
        None => Ok(None),
    }
}

/// Where whoever has just entered goes: back to what they wrote, if something is kept for them.
pub fn way_on(request: &HttpRequest) -> &'static str {
    match secret(request) {
        Some(_) => KEPT_PATH,
        None => "/desk",
    }
}

/// The page that says how to get in, for somebody who sent a form about a meeting without a session. What
/// they typed is kept, if there is such a meeting.
pub async fn outside_with(
    visit: &Visit,
    meeting: Option<MeetingId>,
    body: &Body,
) -> Result<HttpResponse, WebError> {
    let Some(meeting) = meeting else {
        return outside(visit);
    };
    visit.count_save()?;
    let form = KeptForm {
        meeting,
        path: visit.request.path().to_owned(),
        form: body.text(),
    };
    let former = secret(&visit.request);
    let token = visit
        .act(move |acts| {
            if let Some(former) = former {
                acts.forget_form(&former.hash())?;
            }
            acts.keep_form(&form)
        })
        .await?;
    let Some(token) = token else {
        return outside(visit);
    };
    let mut response = outside_keeping(visit)?;
    let secret = token.secret().to_owned();
    let cookie = cookies::build(KEPT_COOKIE, secret, visit.app.base_url.is_https())
        .max_age(Duration::days(1))
        .finish();
    response
        .add_cookie(&cookie)
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    Ok(response)
}

/// `GET /desk/kept`: to the page on which what is kept is filled in.
pub async fn back(visit: Visit, _: Secretary) -> Result<HttpResponse, WebError> {
    let (secret, now) = (secret(&visit.request), visit.now());
    let found = visit
        .blocking(move |app| kept(app, secret.as_ref(), now))
        .await?;
    Ok(see_other(match found {
        Some(kept) => page_of(&kept),
        None => "/desk".to_owned(),
    }))
}

/// The page that a form was sent from. No other part of the stored path is followed than one of ours.
fn page_of(kept: &KeptForm) -> String {
    let page = format!("/desk/meetings/{}", kept.meeting);
    match kept.path.rsplit('/').next() {
        Some("edit") => kept.path.clone(),
        Some("notes") => format!("{page}#notes"),
        Some("withdraw") => format!("{page}#withdraw"),
        _ => format!("{page}#decide"),
    }
}

/// Lets go of what is kept about a meeting: it was sent now, or what came of it was seen.
pub async fn done(
    visit: &Visit,
    meeting: MeetingId,
    mut response: HttpResponse,
) -> Result<HttpResponse, WebError> {
    let Some(secret) = secret(&visit.request) else {
        return Ok(response);
    };
    let now = visit.now();
    let is_done = visit
        .blocking(move |app| {
            let kept = kept(app, Some(&secret), now)?;
            let is_done = kept.is_none_or(|kept| kept.meeting == meeting);
            if is_done {
                app.acts.forget_form(&secret.hash())?;
            }
            Ok::<_, ActError>(is_done)
        })
        .await?;
    if is_done {
        let is_https = visit.app.base_url.is_https();
        let mut cookie = cookies::build(KEPT_COOKIE, String::new(), is_https).finish();
        cookie.make_removal();
        response
            .add_cookie(&cookie)
            .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    }
    Ok(response)
}
