//! Setting up a second factor: the choice, and a new passkey.

use super::codes::go_on;
use super::factor::{factors_of, of_desk};
use super::options;
use crate::acts::SetUp;
use crate::domain::factor::Attestation;
use crate::store::SignedIn;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::{local, with_next};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

const HERE: &str = "/desk/factor/new";

#[derive(Template)]
#[template(path = "account/set_up.html")]
struct SetUpPage {
    f: Frame,
    /// How a passkey is made, as long as it may be made.
    options: Option<String>,
    /// Whether there can be passkeys where the calendar is.
    is_possible: bool,
    is_wrong: bool,
    next: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct NewForm {
    client_data: String,
    object: String,
    next: String,
}

/// Somebody of the desk who may change their factors now; anybody else is led to where they give one.
pub(super) async fn may_change(
    visit: &Visit,
    next: &str,
) -> Result<Result<SignedIn, HttpResponse>, WebError> {
    let who = match of_desk(visit).await? {
        Ok(who) => who,
        Err(outside) => return Ok(Err(outside)),
    };
    let person = who.person.id;
    let factors = visit.blocking(move |app| app.store.factors(person)).await?;
    match visit.app.acts.may_change_factors(&who, &factors) {
        true => Ok(Ok(who)),
        false => Ok(Err(see_other(with_next("/desk/factor", next)))),
    }
}

/// `GET /desk/factor/new`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let next = visit.query_value("next").unwrap_or_default();
    match may_change(&visit, &with_next(HERE, &next)).await? {
        Ok(who) => page(&visit, &who, &next, false).await,
        Err(response) => Ok(response),
    }
}

/// `POST /desk/factor/ask`: something new for a passkey to sign, where what was asked is too old.
pub async fn ask(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let form: NewForm = read_form(&body)?;
    let there = with_next(HERE, &form.next);
    let who = match may_change(&visit, &there).await? {
        Ok(who) => who,
        Err(response) => return Ok(response),
    };
    visit.act(move |acts| acts.ask_for_passkey(&who)).await?;
    Ok(see_other(there))
}

/// `POST /desk/factor/new`
pub async fn add(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let form: NewForm = read_form(&body)?;
    let who = match may_change(&visit, &with_next(HERE, &form.next)).await? {
        Ok(who) => who,
        Err(response) => return Ok(response),
    };
    let attestation = Attestation {
        client_data: form.client_data,
        object: form.object,
    };
    let asking = who.clone();
    let outcome = visit
        .act(move |acts| acts.add_passkey(&asking, &attestation))
        .await?;
    match outcome {
        SetUp::Done { session, codes } => go_on(&visit, &session, &codes, &form.next),
        SetUp::Wrong => page(&visit, &who, &form.next, true).await,
    }
}

/// The choice between a passkey and a program with codes.
pub(super) async fn page(
    visit: &Visit,
    who: &SignedIn,
    next: &str,
    is_wrong: bool,
) -> Result<HttpResponse, WebError> {
    let (factors, challenge) = factors_of(visit, who).await?;
    let f = visit.frame(Section::Desk);
    let party = visit.app.party.as_ref();
    let called = f.w.t("site-name");
    let options = party.zip(challenge).map(|(party, challenge)| {
        let whose = (&who.person, called.as_ref());
        options::making(party, whose, &factors.passkeys, &challenge)
    });
    let page = SetUpPage {
        options,
        is_possible: party.is_some(),
        is_wrong,
        next: local(next).unwrap_or_default().to_owned(),
        f,
    };
    let status = match is_wrong {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    page.f.respond_with(status, &page).map(private)
}
