//! Setting up a program with codes that change.

use super::codes::go_on;
use super::new_passkey::may_change;
use crate::acts::SetUp;
use crate::domain::factor::TotpSecret;
use crate::store::SignedIn;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::{local, with_next};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Deserialize;
use std::fmt::Write;

const HERE: &str = "/desk/factor/authenticator";
/// How many modules are left free around the picture (ISO/IEC 18004).
const MARGIN: i32 = 4;

#[derive(Template)]
#[template(path = "account/authenticator.html")]
struct AuthenticatorPage {
    f: Frame,
    secret: String,
    uri: String,
    /// The picture as the path of an SVG, and how many units it is wide.
    qr: String,
    qr_size: i32,
    next: String,
    is_wrong: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ConfirmForm {
    code: String,
    next: String,
}

/// `GET /desk/factor/authenticator`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let next = visit.query_value("next").unwrap_or_default();
    match may_change(&visit, &with_next(HERE, &next)).await? {
        Ok(who) => page(&visit, &who, &next, false).await,
        Err(response) => Ok(response),
    }
}

/// `POST /desk/factor/authenticator`
pub async fn begin(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let form: ConfirmForm = read_form(&body)?;
    let there = with_next(HERE, &form.next);
    let who = match may_change(&visit, &there).await? {
        Ok(who) => who,
        Err(response) => return Ok(response),
    };
    visit
        .act(move |acts| acts.begin_authenticator(&who))
        .await?;
    Ok(see_other(there))
}

/// `POST /desk/factor/authenticator/confirm`
pub async fn confirm(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    visit.count_entry().await?;
    let form: ConfirmForm = read_form(&body)?;
    let who = match may_change(&visit, &with_next(HERE, &form.next)).await? {
        Ok(who) => who,
        Err(response) => return Ok(response),
    };
    let (asking, code) = (who.clone(), form.code);
    let outcome = visit
        .act(move |acts| acts.confirm_authenticator(&asking, &code))
        .await?;
    match outcome {
        SetUp::Done { session, codes } => go_on(&visit, &session, &codes, &form.next),
        SetUp::Wrong => page(&visit, &who, &form.next, true).await,
    }
}

async fn page(
    visit: &Visit,
    who: &SignedIn,
    next: &str,
    is_wrong: bool,
) -> Result<HttpResponse, WebError> {
    let person = who.person.id;
    let pending = visit
        .blocking(move |app| app.store.pending_secret(person))
        .await?;
    let Some(secret) = pending else {
        return Ok(see_other(with_next("/desk/factor/new", next)));
    };
    let f = visit.frame(Section::Desk);
    let uri = uri(&secret, &f.w.t("site-name"), who);
    let (qr, qr_size) = picture(&uri);
    let page = AuthenticatorPage {
        secret: in_groups(&secret.to_base32()),
        uri,
        qr,
        qr_size,
        next: local(next).unwrap_or_default().to_owned(),
        is_wrong,
        f,
    };
    let status = match is_wrong {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    page.f.respond_with(status, &page).map(private)
}

fn uri(secret: &TotpSecret, called: &str, who: &SignedIn) -> String {
    let email = who.person.email.as_ref().map(|email| email.as_str());
    secret.uri(called, email.unwrap_or(&who.person.name))
}

fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups = letters
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

/// A square for each dark module. What is too long for a picture gets an empty one; the secret stands
/// beside it.
fn picture(text: &str) -> (String, i32) {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
        return (String::new(), 1);
    };
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(path, "M{} {}h1v1h-1z", x + MARGIN, y + MARGIN);
        }
    }
    (path, code.size() + 2 * MARGIN)
}
