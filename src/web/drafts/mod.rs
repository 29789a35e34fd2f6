//! Drafts as pages know them: the secret that opens one, and how one of a change begins. Whoever
//! offers a change begins it here, be it on a poster's page or at the desk; filling the draft in
//! is what `posting` is for.

mod asked;
mod key;

pub use asked::Asked;
pub use key::{DraftPage, Key};

use crate::acts::{ActError, Actor, Acts};
use crate::domain::MeetingId;
use crate::store::Token;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::visit::Visit;
use actix_web::HttpResponse;

/// Begins a draft by an act. Every draft begins here, and counts for whoever began it.
pub async fn begin<T: Send + 'static>(
    visit: &Visit,
    act: impl FnOnce(&Acts) -> Result<(Token, T), ActError> + Send + 'static,
) -> Result<(Key, T), WebError> {
    visit.count_draft().await?;
    let (token, value) = visit.act(act).await?;
    Ok((Key::new(token), value))
}

/// A draft that says what a meeting says now but for what is about to change; leads to the page on
/// which that goes on.
pub async fn prefilled(
    visit: &Visit,
    actor: Actor,
    meeting: MeetingId,
    Asked { scope, intent }: Asked,
) -> Result<HttpResponse, WebError> {
    let language = visit.reader.language.tag();
    let begun = begin(visit, move |acts| {
        acts.change(&actor, (meeting, scope), language, |fields| {
            intent.begin(fields)
        })
    });
    let (key, page) = begun.await?;
    Ok(see_other(key.path(visit.lang(), page)))
}
