//! Where an imported record comes from.

use super::text::{Line, Note};
use super::web_url::WebUrl;

/// Where an imported record was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Its id in the file.
    pub id: Line,
    /// The public page.
    pub url: Option<WebUrl>,
    /// What the collector remarked; shown at the desk only.
    pub notes: Option<Note>,
    /// What the collector calls the series that it belongs to.
    pub series: Option<Line>,
    /// The collector's tags for what is unusual about it.
    pub tags: Vec<Line>,
}
