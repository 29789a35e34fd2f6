//! XML as far as DAV needs it: names with their namespaces, a bounded reader, and a writer that
//! escapes.

mod reader;
mod writer;

pub use reader::{Element, read};
pub use writer::Markup;

/// The namespace of WebDAV (RFC 4918, section 21).
pub const DAV: &str = "DAV:";
/// The namespace of CalDAV (RFC 4791, section 4).
pub const CALDAV: &str = "urn:ietf:params:xml:ns:caldav";
/// Where Apple's calendar server put what RFCs lack.
pub const CALENDAR_SERVER: &str = "http://calendarserver.org/ns/";
/// Where Apple's programs put the colour of a calendar.
pub const APPLE: &str = "http://apple.com/ns/ical/";

/// The prefixes of all that we write, the same in every answer.
const PREFIXES: [(&str, &str); 4] = [
    ("D", DAV),
    ("C", CALDAV),
    ("CS", CALENDAR_SERVER),
    ("A", APPLE),
];

/// The name of an element.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// Its namespace; empty for none.
    pub namespace: String,
    /// Its name in it.
    pub local: String,
}

impl Name {
    /// A name in a namespace.
    pub fn new(namespace: &str, local: &str) -> Self {
        Self {
            namespace: namespace.to_owned(),
            local: local.to_owned(),
        }
    }

    /// Whether it is this one.
    pub fn is(&self, namespace: &str, local: &str) -> bool {
        self.namespace == namespace && self.local == local
    }
}
