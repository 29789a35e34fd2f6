//! CalDAV: what calendar programs find, read and keep in step with, and that none of them writes. What
//! RFC 4918, 4791 and 6578 ask of a server that is only read is tried request by request; two
//! programs that are not ours then do it their own way.

mod asked;
mod changes;
mod found;
mod programs;
mod questions;
mod refused;

use crate::support::app::TestApp;
use asked::{Told, ask, told};

const ALL: &str = "/dav/calendars/all/";

const ETAGS: &str = "<propfind xmlns='DAV:'><prop><getetag/></prop></propfind>";

/// A body of `DAV:propfind` for some properties, by the prefixes D, C, S and A.
fn propfind(properties: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><D:propfind xmlns:D=\"DAV:\" \
         xmlns:C=\"urn:ietf:params:xml:ns:caldav\" xmlns:S=\"http://calendarserver.org/ns/\" \
         xmlns:A=\"http://apple.com/ns/ical/\"><D:prop>{properties}</D:prop></D:propfind>"
    )
}

/// The objects of a calendar, with their entity tags.
async fn members(app: &TestApp, calendar: &str) -> Vec<(String, String)> {
    let page = ask(app, "PROPFIND", calendar, &[("depth", "1")], ETAGS).await;
    assert_eq!(page.status, 207, "{}", page.text);
    let told = told(&page.text).into_iter();
    told.filter(|one| one.href.ends_with(".ics"))
        .map(|one| (one.href.clone(), one.of("getetag").to_owned()))
        .collect()
}

/// The only answer that there is.
fn only(text: &str) -> Told {
    let mut all = told(text);
    assert_eq!(all.len(), 1, "{text}");
    all.remove(0)
}
