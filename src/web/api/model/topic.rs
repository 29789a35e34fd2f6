//! Topics.

use crate::domain::Topic as Known;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A theme that groups and meetings share.
#[derive(Debug, Serialize, ToSchema)]
pub struct Topic {
    /// Its name in addresses. Those that it had before lead to it for good.
    pub slug: String,
    /// Its names by language code; always one in English.
    pub names: BTreeMap<String, String>,
    /// The day (UTC) on which it was closed: nothing new is posted under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
}

impl Topic {
    pub fn of(topic: &Known) -> Self {
        let names = topic.names().iter();
        Self {
            slug: topic.slug.to_string(),
            names: names
                .map(|(code, name)| (code.clone(), name.to_string()))
                .collect(),
            closed: topic.listing.closed,
        }
    }
}
