//! When anything of a calendar is held, and nothing else of it (RFC 5545, section 3.6.4; RFC 4791,
//! section 7.10).

use super::text::utc;
use super::vcalendar::PRODUCT;
use crate::calendar::{Filter, PublishedOccurrence, Snapshot};
use crate::domain::Status;
use crate::feeds::entry::is_by_days;
use chrono::{DateTime, Utc};
use std::fmt::Write;

/// A VCALENDAR with one VFREEBUSY: the hours, between two instants (UTC), of all that a filter lets
/// through and that makes those busy who come. Whole days do not, nor does what is called off.
pub fn free_busy(
    snapshot: &Snapshot,
    filter: &Filter,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> String {
    let mut out = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCT}\r\nBEGIN:VFREEBUSY\r\n\
         DTSTAMP:{}\r\nDTSTART:{}\r\nDTEND:{}\r\n",
        utc(now),
        utc(since),
        utc(until),
    );
    let held = snapshot.between(since, until);
    for one in held.filter(|one| filter.lets_through(one.said(), snapshot)) {
        let Some((kind, start, end)) = busy(one) else {
            continue;
        };
        let (start, end) = (start.max(since), end.min(until));
        let _ = write!(
            out,
            "FREEBUSY;FBTYPE={kind}:{}/{}\r\n",
            utc(start),
            utc(end)
        );
    }
    out.push_str("END:VFREEBUSY\r\nEND:VCALENDAR\r\n");
    out
}

fn busy(one: &PublishedOccurrence) -> Option<(&'static str, DateTime<Utc>, DateTime<Utc>)> {
    let times = one.times().exact()?;
    if is_by_days(one.key(), one.said(), times) || !one.said().status.takes_place() {
        return None;
    }
    let kind = match one.said().status {
        Status::Tentative => "BUSY-TENTATIVE",
        _ => "BUSY",
    };
    Some((kind, one.start()?, one.end()?))
}
