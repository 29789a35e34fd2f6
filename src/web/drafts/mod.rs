//! Drafts as pages know them: the secret that opens one, and how one of a change begins. Whoever
//! offers a change begins it here, be it on a poster's page or at the desk; filling the draft in
//! is what `posting` is for.

mod asked;
mod key;

pub use asked::Asked;
pub use key::{DraftPage, Key};

use crate::acts::Actor;
use crate::domain::MeetingId;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::visit::Visit;
use actix_web::HttpResponse;

/// A draft that says what a meeting says now but for what is about to change; leads to the page on
/// which that goes on.
pub async fn prefilled(
    visit: &Visit,
    actor: Actor,
    meeting: MeetingId,
    Asked { scope, intent }: Asked,
) -> Result<HttpResponse, WebError> {
    let language = visit.reader.language.tag();
    let (token, page) = visit
        .blocking(move |app| {
            app.acts
                .change(&actor, (meeting, scope), language, |fields| {
                    intent.begin(fields)
                })
        })
        .await?;
    Ok(see_other(Key::new(token).path(visit.lang(), page)))
}
