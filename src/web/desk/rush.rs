//! That more comes in than usual, for whoever looks at the queue.

use crate::web::error::WebError;
use crate::web::visit::Visit;

/// What the desk is told of it; `None` as long as no more comes than usual.
pub async fn notice(visit: &Visit) -> Result<Option<String>, WebError> {
    let rush = visit.act(|acts| acts.rush()).await?;
    let w = visit.reader.words();
    Ok(rush.map(|count| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        w.t1("rush-notice", "count", count).to_string()
    }))
}
