//! Spans of time that requests name (RFC 4791, section 9.9).

use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::xml::Element;
use chrono::{DateTime, NaiveDateTime, Utc};

/// From an instant to another, which is no part of it; UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first instant; the earliest that there is, if none was named.
    pub start: DateTime<Utc>,
    /// The first instant behind it; the latest that there is, if none was named.
    pub end: DateTime<Utc>,
}

impl Range {
    /// A span that may be open at one of its ends.
    pub fn open(element: &Element) -> Result<Self, DavError> {
        let (start, end) = ends(element)?;
        if start.is_none() && end.is_none() {
            return Err(Condition::ValidFilter.into());
        }
        Self::of(
            start.unwrap_or(DateTime::<Utc>::MIN_UTC),
            end.unwrap_or(DateTime::<Utc>::MAX_UTC),
        )
    }

    /// A span with both ends.
    pub fn closed(element: &Element) -> Result<Self, DavError> {
        match ends(element)? {
            (Some(start), Some(end)) => Self::of(start, end),
            _ => Err(Condition::ValidFilter.into()),
        }
    }

    /// Whether something that is held from one instant to another is held at some moment of it; what
    /// takes no time at all, whether it is held within.
    pub fn meets(&self, (start, end): (DateTime<Utc>, DateTime<Utc>)) -> bool {
        match start == end {
            true => self.start <= start && start < self.end,
            false => start < self.end && self.start < end,
        }
    }

    fn of(start: DateTime<Utc>, end: DateTime<Utc>) -> Result<Self, DavError> {
        match start < end {
            true => Ok(Self { start, end }),
            false => Err(Condition::ValidFilter.into()),
        }
    }
}

type Ends = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

fn ends(element: &Element) -> Result<Ends, DavError> {
    let read = |name: &str| element.attribute(name).map(instant).transpose();
    Ok((read("start")?, read("end")?))
}

/// `20060104T000000Z` and nothing else (RFC 5545, section 3.3.5).
fn instant(text: &str) -> Result<DateTime<Utc>, DavError> {
    let read = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ");
    let read = read.ok().filter(|_| text.len() == 16);
    read.map(|at| at.and_utc())
        .ok_or_else(|| Condition::ValidFilter.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::dav::xml;

    fn range(attributes: &str) -> Result<Range, DavError> {
        let text = format!("<time-range {attributes}/>");
        Range::open(&xml::read(text.as_bytes()).unwrap().unwrap())
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_span_needs_one_end_in_utc() {
        let both = range("start='20180309T000000Z' end='20180310T000000Z'").unwrap();
        assert_eq!(both.start, at("2018-03-09T00:00:00Z"));
        assert_eq!(both.end, at("2018-03-10T00:00:00Z"));
        let open = range("start='20180309T000000Z'").unwrap();
        assert_eq!(open.end, DateTime::<Utc>::MAX_UTC);
        for wrong in [
            "",
            "start='20180309'",
            "start='20180309T000000'",
            "start='2018-03-09T00:00:00Z'",
            "start='20180309T000000+01'",
            "start='20180309T250000Z'",
            "start='20180310T000000Z' end='20180310T000000Z'",
            "start='20180310T000000Z' end='20180309T000000Z'",
        ] {
            assert!(range(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_only_touches_a_span_is_not_in_it() {
        let day = range("start='20180309T000000Z' end='20180310T000000Z'").unwrap();
        let held = |start: &str, end: &str| day.meets((at(start), at(end)));
        assert!(held("2018-03-09T00:00:00Z", "2018-03-09T01:00:00Z"));
        assert!(held("2018-03-01T00:00:00Z", "2018-03-31T01:00:00Z"));
        assert!(!held("2018-03-08T00:00:00Z", "2018-03-09T00:00:00Z"));
        assert!(!held("2018-03-10T00:00:00Z", "2018-03-10T01:00:00Z"));
        assert!(held("2018-03-09T00:00:00Z", "2018-03-09T00:00:00Z"));
        assert!(!held("2018-03-10T00:00:00Z", "2018-03-10T00:00:00Z"));
    }
}
