//! What the API says, and how it follows from the published calendar. The comments on these types are
//! the descriptions in the OpenAPI document and on its page, so they are written for whoever reads those.
//!
//! Left out on purpose: passcodes, dial-in numbers and the conference's own links, which stand on the
//! meeting's page alone (a copy is out of the group's hands and may be stale), and every e-mail address.

mod changes;
mod details;
mod group;
mod lists;
mod meeting;
pub mod names;
mod times;
mod topic;

pub use changes::{Change, ChangePage};
pub use group::Group;
pub use lists::{Body, GroupPage, MeetingPage, OccurrencePage, TopicPage};
pub use meeting::{Meeting, MeetingWithOccurrences, Occurrence};
pub use topic::Topic;

use crate::calendar::Snapshot;
use crate::domain::{MeetingId, OccurrenceKey};
use crate::web::log_mark::LogMark;
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

/// Who tells: the calendar at one moment, and where it lies on the web.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The calendar.
    pub snapshot: &'a Snapshot,
    /// Scheme, host and port, without a slash at the end.
    pub base: &'a str,
}

impl Teller<'_> {
    /// The place in the change log up to which everything is told, as it is handed back.
    pub fn since(self) -> String {
        LogMark::of(self.snapshot).text()
    }

    /// The page of a meeting, or of one date of its series, in whichever language its reader has.
    fn page(self, id: MeetingId, key: OccurrenceKey) -> String {
        format!("{}/meetings/{id}{}", self.base, on(key))
    }

    /// The address that leads to wherever a meeting, or one date of its series, is joined.
    fn join(self, id: MeetingId, key: OccurrenceKey) -> String {
        format!("{}/meetings/{id}/join{}", self.base, on(key))
    }

    fn group_page(self, slug: &str) -> String {
        format!("{}/groups/{slug}", self.base)
    }
}

fn on(key: OccurrenceKey) -> String {
    let date = key.date();
    date.map_or_else(String::new, |date| format!("?on={date}"))
}

/// Every schema by its name.
pub fn schemas() -> Vec<(String, RefOr<Schema>)> {
    let mut all = Vec::new();
    add::<MeetingPage>(&mut all);
    add::<MeetingWithOccurrences>(&mut all);
    add::<OccurrencePage>(&mut all);
    add::<GroupPage>(&mut all);
    add::<TopicPage>(&mut all);
    add::<ChangePage>(&mut all);
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all.dedup_by(|one, other| one.0 == other.0);
    all
}

fn add<T: ToSchema>(all: &mut Vec<(String, RefOr<Schema>)>) {
    all.push((T::name().into_owned(), T::schema()));
    T::schemas(all);
}
