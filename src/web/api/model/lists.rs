//! Pages of lists.

use super::changes::ChangePage;
use super::group::Group;
use super::meeting::{Meeting, MeetingWithOccurrences, Occurrence};
use super::topic::Topic;
use serde::Serialize;
use utoipa::ToSchema;

/// A page of meetings, by their first start; those without any date last.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeetingPage {
    pub meetings: Vec<Meeting>,
    /// The address of the next page; not there on the last one. A header `Link` with `rel="next"` says
    /// the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Where the change log stands, such as `384-d9c76ff6a92581de`. Whoever keeps a copy remembers that
    /// of the first page, and asks `/api/v1/changes` for what came after it.
    pub since: String,
}

/// A page of occurrences, by start.
#[derive(Debug, Serialize, ToSchema)]
pub struct OccurrencePage {
    pub occurrences: Vec<Occurrence>,
    /// The address of the next page; not there on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Where the change log stands, as in a page of meetings.
    pub since: String,
}

/// A page of groups, by slug.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupPage {
    pub groups: Vec<Group>,
    /// The address of the next page; not there on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A page of topics, by slug.
#[derive(Debug, Serialize, ToSchema)]
pub struct TopicPage {
    pub topics: Vec<Topic>,
    /// The address of the next page; not there on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What is answered: something, or a page of a list with the address of the next.
pub trait Body: Serialize {
    /// The address of the next page.
    fn next(&self) -> Option<&str> {
        None
    }
}

impl Body for MeetingPage {
    fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

impl Body for OccurrencePage {
    fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

impl Body for GroupPage {
    fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

impl Body for TopicPage {
    fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

impl Body for ChangePage {
    fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

impl Body for MeetingWithOccurrences {}

impl Body for Group {}

impl Body for Topic {}
