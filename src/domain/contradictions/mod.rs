//! What a meeting's text says against its own form: clock times and zone abbreviations, weekdays,
//! a date left in the title from last time. Reasons to look again, never to refuse; what is not
//! certain is left alone, because warnings that are wrong teach people not to read them.

mod clocks;
mod cursor;
mod dates;
mod days;
mod instants;
mod names;
mod offsets;
mod scan;
#[cfg(test)]
mod tests;

use super::meeting::MeetingDetails;
use super::said::Said;
use super::text::one_line;
use chrono::{FixedOffset, NaiveDate, NaiveTime, Weekday};
use dates::DateMention;
use scan::TextToken;

/// More are not worth reading.
const MOST: usize = 8;

/// The longest piece of the text that is repeated to its author, in characters.
const LONGEST_QUOTE: usize = 80;

/// Something in the text that does not go with the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contradiction {
    /// A clock time that is neither the start nor the end.
    ClockTime {
        field: Field,
        written: String,
        /// What it is in UTC, taken at its word.
        utc: NaiveTime,
        /// What its author may have meant, where the abbreviation is one of another season.
        season: Option<Season>,
    },
    /// The abbreviation of another season: CET in June. The time itself would be right.
    ZoneAbbreviation {
        field: Field,
        written: String,
        abbreviation: String,
        /// What the abbreviation means.
        means: FixedOffset,
        /// What clocks there show on that date.
        local_offset: FixedOffset,
    },
    /// A weekday that the date is not.
    Weekday {
        field: Field,
        written: String,
        date: NaiveDate,
        actual: Weekday,
    },
    /// A date in the title that is not the meeting's, perhaps copied from last time.
    DateInTitle { written: String, date: NaiveDate },
}

/// How a clock time reads with the offset that is in force there on the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// The abbreviation that was written.
    pub abbreviation: String,
    /// What it means.
    pub means: FixedOffset,
    /// What clocks there show on that date.
    pub local_offset: FixedOffset,
    /// The clock time in UTC with that.
    pub utc: NaiveTime,
}

/// The text in which something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Title,
    Description,
    Agenda,
}

impl Field {
    /// The stable name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Agenda => "agenda",
        }
    }
}

impl Contradiction {
    /// Where it was found.
    pub fn field(&self) -> Field {
        match self {
            Self::ClockTime { field, .. }
            | Self::ZoneAbbreviation { field, .. }
            | Self::Weekday { field, .. } => *field,
            Self::DateInTitle { .. } => Field::Title,
        }
    }
}

/// Everything in title, description and agenda that does not go with the schedule.
pub fn contradictions(details: &MeetingDetails) -> Vec<Contradiction> {
    let texts: Vec<Text<'_>> = texts(&details.said)
        .map(|(field, text)| Text::read(field, text))
        .collect();
    let mut found = days::judge(&texts, &details.timing);
    found.extend(instants::judge(&texts, &details.timing));
    let mut once: Vec<Contradiction> = Vec::new();
    for contradiction in found {
        if once.len() < MOST && !once.contains(&contradiction) {
            once.push(contradiction);
        }
    }
    once
}

fn texts(said: &Said) -> impl Iterator<Item = (Field, &str)> {
    let description = said.description.iter().map(|text| text.as_str());
    let agenda = said.agenda.iter().map(|item| item.as_str());
    std::iter::once((Field::Title, said.title.as_str()))
        .chain(description.map(|text| (Field::Description, text)))
        .chain(agenda.map(|text| (Field::Agenda, text)))
}

/// A text taken apart once for all who judge it.
struct Text<'a> {
    field: Field,
    whole: &'a str,
    tokens: Vec<TextToken<'a>>,
    dates: Vec<DateMention>,
}

impl<'a> Text<'a> {
    fn read(field: Field, whole: &'a str) -> Self {
        let tokens = scan::tokens(whole);
        let dates = dates::dates(&tokens);
        Self {
            field,
            whole,
            tokens,
            dates,
        }
    }

    /// What is written from one token up to another, which is not included.
    fn written(&self, from: usize, to: usize) -> String {
        let (Some(first), Some(last)) = (
            self.tokens.get(from),
            to.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) else {
            return String::new();
        };
        let end = last.start + last.text.len();
        let piece = self.whole.get(first.start..end).unwrap_or_default();
        let piece: String = piece
            .chars()
            .filter(|c| !scan::is_markup(*c))
            .take(LONGEST_QUOTE)
            .collect();
        one_line(&piece)
    }
}
