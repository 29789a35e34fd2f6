//! What can be wrong with something that a person typed, as data.
//! The words for each problem, in every language, are the web floor's.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use std::fmt;

/// Why a value was refused. `Display` is plain English for logs, the command line and imports;
/// pages translate by [`Problem::key`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was given where something is needed.
    Missing,
    /// More characters than the field takes.
    TooLong { limit: usize },
    /// More entries than the field takes.
    TooMany { limit: usize },
    /// None of the choices that are offered.
    UnknownChoice,
    /// Not an http or https address.
    NotAWebAddress,
    /// Not an e-mail address.
    NotAnEmailAddress,
    /// Not a language tag (RFC 5646).
    NotALanguage,
    /// Not a name made of lower-case letters, digits and hyphens.
    NotASlug,
    /// No date can be read from it.
    NotADate,
    /// Outside the years 1990 to 2100.
    DateOutOfRange,
    /// No time of day can be read from it.
    NotATime,
    /// No whole number from 1 to the limit.
    NotACount { limit: u32 },
    /// No zone of the IANA database and no place that we know.
    UnknownZone,
    /// No group of that name is on the calendar.
    UnknownGroup,
    /// The group was closed, so nothing new can be posted for it.
    ClosedGroup,
    /// Another goes by that name in addresses, or went by it.
    Taken,
    /// The end lies before the start, or at it.
    EndNotAfterStart,
    /// Longer than a meeting may be.
    TooManyDays { limit: i64 },
    /// Fewer entries than it needs.
    TooFew { least: usize },
    /// Not a whole number between these two.
    NotANumber { least: u32, most: u32 },
    /// A series that goes on for too long.
    TooManyMonths { limit: u32 },
    /// One of several sittings that does not end within a day.
    OverADay,
    /// A line of a list that is no date.
    UnreadableDate { text: String },
    /// Two of several sittings are at the same time.
    Overlap,
    /// Monthly on the last weekday of the month, but the first day is not the last one of its month.
    NotTheLastWeekday,
    /// The series has no occurrence on that day.
    NoSuchDate { date: NaiveDate },
    /// That occurrence was held; only what came out of it can be added.
    WasHeld { date: NaiveDate },
    /// One occurrence of a series is said without hours.
    OneNeedsTimes,
    /// A series of which some were held cannot become a meeting without hours, in parts or slots.
    HasBegun,
    /// Before the last occurrence that stays as it is; the first day that is free.
    TooEarly { day: NaiveDate },
    /// The clocks skip this local time; the two times that exist on either side of the gap.
    InGap {
        before: NaiveDateTime,
        after: NaiveDateTime,
    },
    /// The clocks show this local time twice; somebody has to say which.
    InFold {
        earlier: FixedOffset,
        later: FixedOffset,
    },
    /// The meeting is over; say why it is posted now.
    PastNeedsReason,
    /// Virtual or hybrid without a link, a registration address or "link to follow".
    NoWayIn,
}

impl Problem {
    /// The stable name of the problem, the last part of its message's key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too-long",
            Self::TooMany { .. } => "too-many",
            Self::UnknownChoice => "unknown-choice",
            Self::NotAWebAddress => "not-a-web-address",
            Self::NotAnEmailAddress => "not-an-email-address",
            Self::NotALanguage => "not-a-language",
            Self::NotASlug => "not-a-slug",
            Self::NotADate => "not-a-date",
            Self::DateOutOfRange => "date-out-of-range",
            Self::NotATime => "not-a-time",
            Self::NotACount { .. } => "not-a-count",
            Self::UnknownZone => "unknown-zone",
            Self::UnknownGroup => "unknown-group",
            Self::ClosedGroup => "closed-group",
            Self::Taken => "taken",
            Self::EndNotAfterStart => "end-not-after-start",
            Self::TooManyDays { .. } => "too-many-days",
            Self::TooFew { .. } => "too-few",
            Self::NotANumber { .. } => "not-a-number",
            Self::TooManyMonths { .. } => "too-many-months",
            Self::OverADay => "over-a-day",
            Self::UnreadableDate { .. } => "unreadable-date",
            Self::Overlap => "overlap",
            Self::NotTheLastWeekday => "not-the-last-weekday",
            Self::NoSuchDate { .. } => "no-such-date",
            Self::WasHeld { .. } => "was-held",
            Self::OneNeedsTimes => "one-needs-times",
            Self::HasBegun => "has-begun",
            Self::TooEarly { .. } => "too-early",
            Self::InGap { .. } => "in-gap",
            Self::InFold { .. } => "in-fold",
            Self::PastNeedsReason => "past-needs-reason",
            Self::NoWayIn => "no-way-in",
        }
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => write!(f, "is missing"),
            Self::TooLong { limit } => write!(f, "is longer than {limit} characters"),
            Self::TooMany { limit } => write!(f, "has more than {limit} entries"),
            Self::UnknownChoice => write!(f, "is none of the choices"),
            Self::NotAWebAddress => write!(f, "is not an http or https address"),
            Self::NotAnEmailAddress => write!(f, "is not an e-mail address"),
            Self::NotALanguage => write!(f, "is not a language tag"),
            Self::NotASlug => write!(f, "is not lower-case letters, digits and hyphens"),
            Self::NotADate => write!(f, "is not a date"),
            Self::DateOutOfRange => write!(f, "is not between 1990 and 2100"),
            Self::NotATime => write!(f, "is not a time of day"),
            Self::NotACount { limit } => write!(f, "is not a whole number from 1 to {limit}"),
            Self::UnknownZone => write!(f, "is not a known time zone"),
            Self::UnknownGroup => write!(f, "is not a group of this calendar"),
            Self::ClosedGroup => write!(f, "is a group that was closed"),
            Self::Taken => write!(f, "is taken by another"),
            Self::EndNotAfterStart => write!(f, "is not after the start"),
            Self::TooManyDays { limit } => write!(f, "spans more than {limit} days"),
            Self::TooFew { least } => write!(f, "has fewer than {least} entries"),
            Self::NotANumber { least, most } => {
                write!(f, "is not a whole number from {least} to {most}")
            }
            Self::TooManyMonths { limit } => write!(f, "goes on for more than {limit} months"),
            Self::OverADay => write!(f, "is not within a day of the start"),
            Self::UnreadableDate { text } => write!(f, "has a line that is no date: {text}"),
            Self::Overlap => write!(f, "is at the same time as another"),
            Self::NotTheLastWeekday => write!(f, "is not the last such weekday of its month"),
            Self::NoSuchDate { date } => write!(f, "has no date {date}"),
            Self::WasHeld { date } => {
                write!(
                    f,
                    "was held on {date}: only what came out of it can be added"
                )
            }
            Self::OneNeedsTimes => write!(f, "needs hours, as it is one date of a series"),
            Self::HasBegun => write!(f, "cannot change so: some of the series was held already"),
            Self::TooEarly { day } => write!(f, "is before {day}; what was held stays as it is"),
            Self::InGap { before, after } => {
                write!(
                    f,
                    "does not exist there: clocks skip from {before} to {after}"
                )
            }
            Self::InFold { earlier, later } => {
                write!(f, "happens twice there: at {earlier} and again at {later}")
            }
            Self::PastNeedsReason => write!(f, "is needed because the meeting is over"),
            Self::NoWayIn => write!(f, "is needed so that people can take part from afar"),
        }
    }
}
