//! What Thunderbird asks before it subscribes: PROPFIND (RFC 4918, section 9.1) at a feed's address.
//! It takes the name and the colour from the answer; without one it calls the calendar by its file.
//! A feed is no collection and no calendar of CalDAV, and says so.

use crate::web::answers::Answer;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

/// The method, as a request names it.
pub const PROPFIND: &str = "PROPFIND";

/// The methods of a feed that is asked for its name.
pub const METHODS: &str = "GET, HEAD, OPTIONS, PROPFIND";

/// The colour that the feed itself gives as well, with its opacity, as Apple's property has it.
const COLOUR: &str = "#4682B4FF";

/// The method, for routes.
pub fn propfind() -> Method {
    Method::from_bytes(PROPFIND.as_bytes()).expect("a token")
}

/// Whether somebody asks what can be said of a feed rather than for the feed.
pub fn is_propfind(request: &HttpRequest) -> bool {
    request.method().as_str() == PROPFIND
}

/// Everything that can be said of a feed, whichever properties were asked for: they are few. `address`
/// is its path and query, `modified` when it last changed (UTC), `tag` the entity tag of its plain form.
pub fn described(address: &str, name: &str, modified: DateTime<Utc>, tag: &str) -> Answer {
    let properties: String = [
        ("D:resourcetype", String::new()),
        ("D:displayname", escaped(name)),
        // Without its charset: Thunderbird compares it with these letters.
        ("D:getcontenttype", "text/calendar".to_owned()),
        ("D:getetag", escaped(tag)),
        (
            "D:getlastmodified",
            modified.format("%a, %d %b %Y %H:%M:%S GMT").to_string(),
        ),
        ("A:calendar-color", COLOUR.to_owned()),
        ("S:getctag", escaped(tag)),
    ]
    .iter()
    .map(|(name, value)| format!("<{name}>{value}</{name}>\n"))
    .collect();
    let href = escaped(address);
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <D:multistatus xmlns:D=\"DAV:\" xmlns:A=\"http://apple.com/ns/ical/\" \
         xmlns:S=\"http://calendarserver.org/ns/\">\n\
         <D:response><D:href>{href}</D:href>\n<D:propstat><D:prop>\n{properties}</D:prop>\n\
         <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>\n</D:multistatus>\n"
    );
    Answer::new(
        text.into_bytes(),
        "application/xml; charset=utf-8",
        modified,
    )
    .with(header::CACHE_CONTROL, "no-cache")
    .open_to_all()
}

/// The answer as one of several statuses (RFC 4918, section 11.1).
pub fn multistatus(mut response: HttpResponse) -> HttpResponse {
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::MULTI_STATUS;
    }
    response
}

/// Text in XML (section 2.4), without the characters that it has no way to say (section 2.2).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_stays_text() {
        assert_eq!(
            escaped("a<b>&\"c\"\0\r\n\u{ffff}"),
            "a&lt;b&gt;&amp;&quot;c&quot;   "
        );
    }
}
