//! Giving the second factor.

use super::codes::go_on;
use super::{new_passkey, options};
use crate::acts::Proof;
use crate::domain::factor::{Assertion, Challenge};
use crate::store::{Factors, SignedIn};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::{local, outside, signed_in};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "account/factor.html")]
struct FactorPage {
    f: Frame,
    /// What a passkey is asked, if there is one to ask.
    options: Option<String>,
    has_authenticator: bool,
    next: String,
    error: Option<String>,
    passkey_is_wrong: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CodeForm {
    code: String,
    next: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AnswerForm {
    credential: String,
    client_data: String,
    authenticator_data: String,
    signature: String,
    next: String,
}

/// What was wrong with what somebody gave.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Code,
    Locked,
    Passkey,
}

/// Somebody of the desk, whether or not they gave the factor; anybody else is told how to get in.
pub(super) async fn of_desk(visit: &Visit) -> Result<Result<SignedIn, HttpResponse>, WebError> {
    let who = signed_in(visit).await?.filter(SignedIn::is_of_desk);
    match who {
        Some(who) => Ok(Ok(who)),
        None => Ok(Err(outside(visit)?)),
    }
}

/// What somebody can prove themselves with, and what a passkey is asked to sign in their session.
pub(super) async fn factors_of(
    visit: &Visit,
    who: &SignedIn,
) -> Result<(Factors, Option<Challenge>), WebError> {
    let (person, session, now) = (who.person.id, who.session.id, visit.now());
    visit
        .blocking(move |app| {
            Ok::<_, WebError>((
                app.store.factors(person)?,
                app.store.challenge(session, now)?,
            ))
        })
        .await
}

/// `GET /desk/factor`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let next = visit.query_value("next").unwrap_or_default();
    let who = match of_desk(&visit).await? {
        Ok(who) => who,
        Err(outside) => return Ok(outside),
    };
    if !visit.app.asks_for_factor {
        return Ok(see_other(local(&next).unwrap_or("/desk")));
    }
    ask(&visit, &who, &next, None).await
}

/// `POST /desk/factor/code`
pub async fn code(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    visit.count_entry().await?;
    let form: CodeForm = read_form(&body)?;
    let who = match of_desk(&visit).await? {
        Ok(who) => who,
        Err(outside) => return Ok(outside),
    };
    let (asking, code) = (who.clone(), form.code);
    let proof = visit
        .act(move |acts| acts.prove_by_code(&asking, &code))
        .await?;
    match proof {
        Proof::Given(session) => go_on(&visit, &session, &[], &form.next),
        Proof::Wrong => ask(&visit, &who, &form.next, Some(Fault::Code)).await,
        Proof::Locked => ask(&visit, &who, &form.next, Some(Fault::Locked)).await,
    }
}

/// `POST /desk/factor/passkey`
pub async fn passkey(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    visit.count_entry().await?;
    let form: AnswerForm = read_form(&body)?;
    let who = match of_desk(&visit).await? {
        Ok(who) => who,
        Err(outside) => return Ok(outside),
    };
    let assertion = Assertion {
        credential: form.credential,
        client_data: form.client_data,
        authenticator_data: form.authenticator_data,
        signature: form.signature,
    };
    let asking = who.clone();
    let proof = visit
        .act(move |acts| acts.prove_by_passkey(&asking, &assertion))
        .await?;
    match proof {
        Proof::Given(session) => go_on(&visit, &session, &[], &form.next),
        Proof::Wrong | Proof::Locked => ask(&visit, &who, &form.next, Some(Fault::Passkey)).await,
    }
}

/// The page that asks for a factor, or, at the first entry, that on which one is set up.
async fn ask(
    visit: &Visit,
    who: &SignedIn,
    next: &str,
    fault: Option<Fault>,
) -> Result<HttpResponse, WebError> {
    let (factors, challenge) = factors_of(visit, who).await?;
    if factors.is_empty() {
        return new_passkey::page(visit, who, next, fault.is_some()).await;
    }
    let Factors {
        passkeys,
        has_authenticator,
        ..
    } = factors;
    let f = visit.frame(Section::Desk);
    let party = visit.app.party.as_ref().filter(|_| !passkeys.is_empty());
    let asked = party.zip(challenge);
    let error = match fault {
        Some(Fault::Code) => Some(f.w.t("factor-wrong").to_string()),
        Some(Fault::Locked) => Some(f.w.t("factor-locked").to_string()),
        Some(Fault::Passkey) | None => None,
    };
    let page = FactorPage {
        options: asked.map(|(party, challenge)| options::using(party, &passkeys, &challenge)),
        has_authenticator,
        next: local(next).unwrap_or_default().to_owned(),
        error,
        passkey_is_wrong: fault == Some(Fault::Passkey),
        f,
    };
    let status = match fault {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    page.f.respond_with(status, &page).map(private)
}
