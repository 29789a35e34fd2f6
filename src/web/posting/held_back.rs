//! What is not sent yet although nothing is wrong with it: the page of the answers says why, and when to
//! press the button again.

use super::check;
use crate::acts::{Actor, Checked, HeldBack};
use crate::i18n::Words;
use crate::web::drafts::{DraftPage, Key};
use crate::web::error::WebError;
use crate::web::frame::{Section, see_other};
use crate::web::request::client;
use crate::web::view::form::Messages;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;

/// Why whoever is about to send has to wait, for all that comes from all sides. The desk never has to.
pub async fn brake(visit: &Visit, actor: &Actor) -> Result<Option<HeldBack>, WebError> {
    let client = client(&visit.app, &visit.request);
    match (actor, client) {
        (Actor::Reviewer(_), _) | (_, None) => Ok(None),
        (_, Some(client)) => visit.act(move |acts| acts.brake(client)).await,
    }
}

/// The page of the answers, with what is in the way of sending them.
pub async fn page(visit: &Visit, key: &Key, why: HeldBack) -> Result<HttpResponse, WebError> {
    let hash = key.hash();
    let f = visit.frame(Section::Post);
    let problems = words(f.w, why);
    match visit.act(move |acts| acts.check(&hash)).await? {
        Checked::Ready(ready) => {
            let status = StatusCode::TOO_MANY_REQUESTS;
            let mut response = check::page(f, key, *ready, (status, problems))?;
            let wait = why.wait().as_secs().max(1);
            response.headers_mut().insert(RETRY_AFTER, wait.into());
            Ok(response)
        }
        Checked::Sent => Ok(see_other(key.path(visit.lang(), DraftPage::Sent))),
        Checked::Problems(problems) => Ok(check::back_to(visit.lang(), key, &problems)),
    }
}

fn words(w: Words, why: HeldBack) -> Messages {
    let advice = match why {
        HeldBack::Brake(_) => w.t("held-back-brake"),
        HeldBack::Sent(most) => w.t1("held-back-sent", "count", number(most)),
        HeldBack::Waiting(most) => w.t1("held-back-waiting", "count", number(most)),
    };
    Messages::notice_of(w.t("held-back-title").to_string(), advice.to_string())
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
