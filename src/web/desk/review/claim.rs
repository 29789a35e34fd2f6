//! "I am on it": said by a button, shown to the others, and in nobody's way.

use crate::acts::Actor;
use crate::domain::MeetingId;
use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::stamp;
use crate::store::{Claim, Person};
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// Who is on an entry, in words.
pub struct ClaimView {
    pub words: String,
    /// Whether it is whoever reads the page.
    pub is_own: bool,
}

impl ClaimView {
    /// For somebody who reads the page.
    pub fn of(w: Words, claim: &Claim, reader: &Person) -> Self {
        let is_own = claim.person == reader.id;
        let since = stamp(w, claim.since);
        let words = match is_own {
            true => w.t1("review-claim-own", "since", since),
            false => {
                let name = isolated(&claim.name);
                w.t2("review-claim-other", "name", name, "since", since)
            }
        };
        Self {
            words: words.to_string(),
            is_own,
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ClaimForm {
    /// `yes` to let go; anything else takes it on.
    let_go: String,
}

/// `POST /desk/meetings/{id}/claim`
pub async fn claim(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let meeting = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    let form: ClaimForm = read_form(&body)?;
    let actor = Actor::Reviewer(person);
    visit
        .act(move |acts| match form.let_go.as_str() {
            "yes" => acts.let_go(&actor, meeting),
            _ => acts.claim(&actor, meeting),
        })
        .await?;
    Ok(see_other(format!("/desk/meetings/{meeting}")))
}
