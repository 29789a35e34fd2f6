//! Answers: JSON that is made off the event loop, once for a state of the calendar, and kept with the
//! feeds.

use super::model::{Body, Teller};
use crate::calendar::Snapshot;
use crate::web::answers::{Answer, Coding, Edition};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::problem::Problem;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::Arc;

/// To be asked for anew each time, which costs a 304.
const CACHING: &str = "public, no-cache";

/// Sends what is made of the calendar as it is now, or was made of it before for the same address.
pub async fn serve<T: Body>(
    app: &web::Data<App>,
    request: &HttpRequest,
    snapshot: Arc<Snapshot>,
    make: impl FnOnce(Teller<'_>) -> T + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let edition = Edition {
        version: snapshot.version(),
        // Nothing in it depends on the hour.
        period: 0,
    };
    let coding = Coding::taken_by(request.headers());
    let make = {
        let app = app.clone();
        move || {
            let teller = Teller {
                snapshot: &snapshot,
                base: app.base_url.as_str(),
            };
            answer(&make(teller), &snapshot)
        }
    };
    let address = request.uri().to_string();
    let kept = app.answers.get(&address, edition, coding, make).await?;
    Ok(kept.0.respond(request, coding))
}

/// Sends whoever asks by a former name on. Nobody keeps that unasked: a name can be given back.
pub fn moved_on(path: &str) -> HttpResponse {
    HttpResponse::MovedPermanently()
        .insert_header((header::LOCATION, path))
        .insert_header((header::CACHE_CONTROL, CACHING))
        .finish()
}

/// There is no such thing.
pub fn not_found() -> Problem {
    Problem::from(WebError::NotFound)
}

/// With the address of the next page in a header as well (RFC 8288).
fn answer(body: &impl Body, snapshot: &Snapshot) -> Option<Answer> {
    let bytes = serde_json::to_vec(body)
        .inspect_err(|error| tracing::error!(%error, "an answer cannot be written as JSON"))
        .ok()?;
    let answer = Answer::new(bytes, "application/json", snapshot.modified())
        .with(header::CACHE_CONTROL, CACHING);
    Some(match body.next() {
        Some(next) => answer.with(header::LINK, &format!("<{next}>; rel=\"next\"")),
        None => answer,
    })
}
