//! `free-busy-query` (RFC 4791, section 7.10): when anything of a calendar is held.

use super::time::Range;
use crate::feeds::{Stock, free_busy};
use crate::web::dav::calendar::Calendar;
use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::xml::{CALDAV, Element};
use chrono::{DateTime, Utc};

/// The span in a body; both of its ends have to be there.
pub fn read(body: &Element) -> Result<Range, DavError> {
    let span = body.child(CALDAV, "time-range");
    Range::closed(span.ok_or(Condition::ValidFilter)?)
}

/// A calendar that says when.
pub fn answer(stock: &Stock, calendar: &Calendar, range: Range, now: DateTime<Utc>) -> String {
    let span = (range.start, range.end);
    free_busy(stock.snapshot(), &calendar.which.filter(), span, now)
}
