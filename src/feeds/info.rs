//! What a feed says of itself.

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
