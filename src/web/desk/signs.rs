//! How a form was filled in that waits for a decision.

use crate::domain::RevisionId;
use crate::web::error::WebError;
use crate::web::view::signs::signs;
use crate::web::visit::Visit;

/// What is unusual about it; nothing if nothing waits.
pub async fn noticed(visit: &Visit, revision: Option<RevisionId>) -> Result<Vec<String>, WebError> {
    let Some(revision) = revision else {
        return Ok(Vec::new());
    };
    let filled_in = visit
        .blocking(move |app| app.store.filled_in(revision))
        .await?;
    Ok(signs(visit.reader.words(), filled_in.as_ref()))
}
