//! What a feed says of itself.

use super::site::Site;
use super::size::Cut;
use super::words;
use crate::calendar::PublishedMeeting;

/// What a feed says of itself; anything may stand in it, formats make it harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedInfo {
    /// The name under which it appears among the subscriber's calendars.
    pub name: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Its own address, with its query: SOURCE in iCalendar (RFC 7986, section 5.8).
    pub feed_url: String,
    /// The page that shows the same: URL in iCalendar (RFC 7986, section 5.5).
    pub page_url: String,
}

impl FeedInfo {
    /// Of the feed of one meeting, named by its title.
    pub fn of_meeting(site: &Site, meeting: &PublishedMeeting) -> Self {
        let page_url = site.page(meeting.id);
        Self {
            name: meeting.details.said.title.to_string(),
            description: "One meeting of the common IGF calendar".to_owned(),
            feed_url: format!("{page_url}.ics"),
            page_url,
        }
    }

    /// With a sentence of what it does not hold.
    pub(super) fn saying_that(self, cut: &Cut) -> Self {
        let description = format!("{}. {}", self.description, words::cut(Words::of(self.language), cut));
        Self {
            description,
            ..self
        }
    }
}
