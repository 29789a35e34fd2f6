//! The addresses that feeds point back to. They are the neutral ones, without a language, because
//! a subscriber's program does not say which language its owner reads.

use crate::domain::MeetingId;
use chrono::NaiveDate;

/// Where the calendar lives on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Scheme, host and perhaps a path: `https://calendar.example.org`.
    pub base_url: String,
}

impl Site {
    /// A site from its base address; a slash at its end makes no difference.
    pub fn new(base_url: &str) -> Self {
        Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
        }
    }

    /// The page of a meeting.
    pub fn page(&self, id: MeetingId) -> String {
        format!("{}/meetings/{id}", self.base_url.trim_end_matches('/'))
    }

    /// The page of a meeting as it is on one day of a series.
    pub fn page_on(&self, id: MeetingId, date: NaiveDate) -> String {
        format!("{}?on={date}", self.page(id))
    }

    /// The address that leads to wherever the meeting is joined now. Subscribed copies may be a
    /// day old, so none of them carries the conference's own link.
    pub fn join(&self, id: MeetingId) -> String {
        format!("{}/join", self.page(id))
    }

    /// The same for one day of a series.
    pub fn join_on(&self, id: MeetingId, date: NaiveDate) -> String {
        format!("{}?on={date}", self.join(id))
    }
}
