//! What somebody changes of their own account.

use super::codes::shown_once;
use super::new_passkey::may_change;
use super::own;
use crate::domain::text::Line;
use crate::domain::{PasskeyId, SessionId};
use crate::store::SignedIn;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::request::{Body, read_form};
use crate::web::session::Owner;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    name: String,
    session: String,
    passkey: String,
}

/// `POST /{lang}/account/name`: for those of the desk, whose colleagues read it.
pub async fn rename(Owner(who): Owner, visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    if !who.is_of_desk() {
        return Err(WebError::NotFound);
    }
    let form: Form = read_form(&body)?;
    let Ok(name) = Line::parse(&form.name) else {
        return own::page(&visit, &who, true).await;
    };
    visit.act(move |acts| acts.rename(&who, &name)).await?;
    Ok(back(&visit))
}

/// `POST /{lang}/account/sessions`
pub async fn end(Owner(who): Owner, visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let form: Form = read_form(&body)?;
    match form.session.as_str() {
        "others" => {
            visit.act(move |acts| acts.end_other_sessions(&who)).await?;
        }
        id => {
            let id = SessionId::parse(id).ok_or(WebError::NotFound)?;
            visit
                .act(move |acts| acts.end_own_session(&who, id))
                .await?;
        }
    }
    Ok(back(&visit))
}

/// `POST /{lang}/account/passkeys`
pub async fn remove_passkey(_: Owner, visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let form: Form = read_form(&body)?;
    let id = PasskeyId::parse(&form.passkey).ok_or(WebError::NotFound)?;
    let who = match changing(&visit).await? {
        Ok(who) => who,
        Err(response) => return Ok(response),
    };
    visit.act(move |acts| acts.remove_passkey(&who, id)).await?;
    Ok(back(&visit))
}

/// `POST /{lang}/account/authenticator`
pub async fn remove_authenticator(_: Owner, visit: Visit) -> Result<HttpResponse, WebError> {
    let who = match changing(&visit).await? {
        Ok(who) => who,
        Err(response) => return Ok(response),
    };
    visit
        .act(move |acts| acts.remove_authenticator(&who))
        .await?;
    Ok(back(&visit))
}

/// `POST /{lang}/account/recovery`
pub async fn renew(_: Owner, visit: Visit) -> Result<HttpResponse, WebError> {
    let who = match changing(&visit).await? {
        Ok(who) => who,
        Err(response) => return Ok(response),
    };
    let codes = visit
        .act(move |acts| acts.renew_recovery_codes(&who))
        .await?;
    shown_once(&visit, &codes, &own_page(&visit))
}

async fn changing(visit: &Visit) -> Result<Result<SignedIn, HttpResponse>, WebError> {
    may_change(visit, &own_page(visit)).await
}

fn own_page(visit: &Visit) -> String {
    format!("/{}/account", visit.lang())
}

fn back(visit: &Visit) -> HttpResponse {
    see_other(own_page(visit))
}
