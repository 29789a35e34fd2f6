//! Dates in a text: a day beside the name of its month, ISO dates, Chinese ones; and the weekday
//! directly beside them. "6/8" is left alone: nobody knows which is the month.

use super::cursor::Cursor;
use super::names::{self, MonthName};
use super::scan::TextToken;
use chrono::{NaiveDate, Weekday};

/// A date as it was found, or several days of one month.
#[derive(Debug, Clone, Copy)]
pub struct DateMention {
    /// The first of its pieces, a weekday not counted.
    pub from: usize,
    /// The piece after its last.
    pub to: usize,
    pub weekday: Option<WeekdayBeside>,
    year: Option<i32>,
    month: u32,
    first: u32,
    last: u32,
}

/// A weekday next to a date.
#[derive(Debug, Clone, Copy)]
pub struct WeekdayBeside {
    pub weekday: Weekday,
    pub from: usize,
    pub to: usize,
}

impl DateMention {
    /// Its days, in a year that is the given one where it names none.
    pub fn days(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let year = self.year.unwrap_or(year);
        let day = |day| NaiveDate::from_ymd_opt(year, self.month, day);
        Some((day(self.first)?, day(self.last)?))
    }
}

/// Every date of a text.
pub fn dates(tokens: &[TextToken<'_>]) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let here = Cursor::new(tokens, at);
        let date = iso(here)
            .or_else(|| chinese(here))
            .or_else(|| day_month(here))
            .or_else(|| month_day(here));
        at = date.map_or(at + 1, |date| date.to);
        found.extend(date);
    }
    with_weekdays(tokens, found)
}

/// A weekday before a date belongs to it; one after it only if no other date follows: "9 March,
/// Friday 10 March".
fn with_weekdays(tokens: &[TextToken<'_>], mut dates: Vec<DateMention>) -> Vec<DateMention> {
    for date in &mut dates {
        date.weekday = weekday_before(tokens, date.from);
    }
    for at in 0..dates.len() {
        if dates[at].weekday.is_some() {
            continue;
        }
        let taken = dates.get(at + 1).and_then(|next| next.weekday);
        dates[at].weekday = weekday_after(tokens, dates[at].to)
            .filter(|found| taken.is_none_or(|taken| taken.from != found.from));
    }
    dates
}

fn weekday_before(tokens: &[TextToken<'_>], from: usize) -> Option<WeekdayBeside> {
    let mut at = from.checked_sub(1)?;
    for _ in 0..2 {
        let token = &tokens[at];
        let between = token.is_sign(&[',', '،', '，', '(', '（', '.'])
            || token
                .word()
                .is_some_and(|word| ["the", "le", "el"].contains(&word));
        if !between {
            break;
        }
        at = at.checked_sub(1)?;
    }
    let name = names::weekday(Cursor::new(tokens, at)).filter(|name| name.length == 1)?;
    Some(WeekdayBeside {
        weekday: name.weekday,
        from: at,
        to: at + 1,
    })
}

fn weekday_after(tokens: &[TextToken<'_>], to: usize) -> Option<WeekdayBeside> {
    let mut cursor = Cursor::new(tokens, to);
    cursor.sign(&[',', '،', '，']);
    cursor.sign(&['(', '（', '[']);
    let name = names::weekday(cursor)?;
    let from = cursor.at;
    cursor.at += name.length;
    cursor.sign(&[')', '）', ']']);
    Some(WeekdayBeside {
        weekday: name.weekday,
        from,
        to: cursor.at,
    })
}

fn iso(mut cursor: Cursor<'_>) -> Option<DateMention> {
    let from = cursor.at;
    let year = year(&mut cursor)?;
    cursor.tight_sign(&['-']).then_some(())?;
    let month = cursor.tight_number(2..=2)?;
    cursor.tight_sign(&['-']).then_some(())?;
    let day = cursor.tight_number(2..=2)?;
    mention(from, cursor.at, Some(year), month, (day, day))
}

/// 2018年3月9日, 3月9日
fn chinese(mut cursor: Cursor<'_>) -> Option<DateMention> {
    let from = cursor.at;
    let mut ahead = cursor;
    let year = year(&mut ahead).filter(|_| ahead.word(&["年"]));
    if year.is_some() {
        cursor = ahead;
    }
    let month = cursor.number(1..=2)?;
    cursor.word(&["月"]).then_some(())?;
    let day = cursor.number(1..=2)?;
    cursor.word(&["日", "号", "號"]).then_some(())?;
    mention(from, cursor.at, year, month, (day, day))
}

/// 9 March, 9th of March 2018, 6–8 August, 9 de marzo de 2018, 9 марта
fn day_month(mut cursor: Cursor<'_>) -> Option<DateMention> {
    let from = cursor.at;
    if cursor.previous().is_some_and(|token| counts(token, cursor)) {
        return None;
    }
    let days = days(&mut cursor)?;
    cursor.word(&["of", "de", "من"]);
    let month = month(&mut cursor)?;
    let year = year_after(&mut cursor);
    mention(from, cursor.at, year, month.number, days)
}

/// March 9, March 9th, 2018, August 6-8
fn month_day(mut cursor: Cursor<'_>) -> Option<DateMention> {
    let from = cursor.at;
    let month = month(&mut cursor).filter(|month| month.is_english)?;
    let days = days(&mut cursor)?;
    let year = year_after(&mut cursor);
    mention(from, cursor.at, year, month.number, days)
}

fn mention(
    from: usize,
    to: usize,
    year: Option<i32>,
    month: u32,
    (first, last): (u32, u32),
) -> Option<DateMention> {
    let date = DateMention {
        from,
        to,
        weekday: None,
        year,
        month,
        first,
        last,
    };
    // A leap year, so that 29 February without its year is a date.
    date.days(2024)?;
    (first <= last).then_some(date)
}

/// Whether what stands before a number says that it counts something: "#60", "1.5", "Session 4".
fn counts(token: &TextToken<'_>, cursor: Cursor<'_>) -> bool {
    let sign = token.is_sign(&['#', '.', ':', '/', '№']) && cursor.is_tight();
    let word = token.word().is_some_and(|word| {
        [
            "day", "session", "part", "phase", "webinar", "no", "number", "chapter",
        ]
        .contains(&word)
    });
    sign || word
}

fn days(cursor: &mut Cursor<'_>) -> Option<(u32, u32)> {
    let first = day(cursor)?;
    let mut ahead = *cursor;
    let joined = ahead.sign(&['-', '–', '—', '&', '/'])
        || ahead.word(&["to", "and", "et", "y", "al", "au", "и"]);
    match joined.then(|| day(&mut ahead)).flatten() {
        Some(last) if last > first => {
            *cursor = ahead;
            Some((first, last))
        }
        _ => Some((first, first)),
    }
}

/// A number that can be a day and is not the beginning of a clock time.
fn day(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    let day = ahead.number(1..=2)?;
    let mut further = ahead;
    if further.tight_sign(&[':', '：', '.']) && further.tight_number(1..=9).is_some() {
        return None;
    }
    if ahead.is_tight() {
        ahead.word(&["st", "nd", "rd", "th", "er", "º", "ª"]);
    }
    *cursor = ahead;
    (1..=31).contains(&day).then_some(day)
}

fn month(cursor: &mut Cursor<'_>) -> Option<MonthName> {
    let month = names::month(cursor.peek()?)?;
    cursor.at += 1;
    cursor.tight_sign(&['.']);
    Some(month)
}

fn year_after(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut ahead = *cursor;
    ahead.sign(&[',', '،']);
    ahead.word(&["de", "del", "of"]);
    let year = year(&mut ahead)?;
    *cursor = ahead;
    Some(year)
}

fn year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let year = i32::try_from(cursor.number(4..=4)?).ok()?;
    (1990..=2100).contains(&year).then_some(year)
}
