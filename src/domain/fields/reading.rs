//! Dates and times out of what people type: numbers in their own digits, names of months,
//! "14:00", "14h30", "2 pm".

use crate::domain::problem::Problem;
use crate::domain::text::digit;
use chrono::{NaiveDate, NaiveTime};

/// Arabic-Indic, Persian and full-width digits as ASCII, ends trimmed, lower case.
fn plain(typed: &str) -> String {
    typed
        .trim()
        .chars()
        .map(|c| {
            let ascii = digit(c).and_then(|value| char::from_digit(value, 10));
            ascii.unwrap_or(c)
        })
        .collect::<String>()
        .to_lowercase()
}

/// A date from day, month and year in boxes of their own, so that nobody has to guess an order.
pub fn read_date(day: &str, month: &str, year: &str) -> Result<NaiveDate, Problem> {
    let (day, month, year) = (plain(day), plain(month), plain(year));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Err(Problem::Missing);
    }
    let day = read_digits(&day).ok_or(Problem::NotADate)?;
    let month = read_month(&month).ok_or(Problem::NotADate)?;
    let year = read_year(&year).ok_or(Problem::NotADate)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Problem::NotADate)
}

/// A year of four digits.
pub(super) fn read_year(typed: &str) -> Option<i32> {
    let year = plain(typed);
    (year.len() == 4)
        .then(|| read_digits(&year))
        .flatten()
        .and_then(|year| i32::try_from(year).ok())
}

/// A month by number or by its English name, whole or its first three letters.
pub(super) fn read_month(typed: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let typed = plain(typed);
    if let Ok(number) = typed.parse::<u32>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let name = typed.trim_end_matches('.');
    (name.len() >= 3)
        .then(|| NAMES.iter().position(|month| month.starts_with(name)))
        .flatten()
        .map(|index| index as u32 + 1)
}

/// A time of day to the minute: `14:00`, `14.00`, `14h`, `1400`, `2 pm`, `2:30pm`.
pub fn read_time(typed: &str) -> Result<NaiveTime, Problem> {
    let typed = plain(typed);
    if typed.is_empty() {
        return Err(Problem::Missing);
    }
    let (clock, half) = split_half_of_day(&typed);
    let (hour, minute) = split_clock(clock).ok_or(Problem::NotATime)?;
    let hour = read_digits(hour).ok_or(Problem::NotATime)?;
    let minute = read_digits(minute).ok_or(Problem::NotATime)?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return Err(Problem::NotATime),
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
    };
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or(Problem::NotATime)
}

/// The end of something as a time of day: that, and whether it is the midnight that ends a day, `24:00`.
pub fn read_end_time(typed: &str) -> Result<(NaiveTime, bool), Problem> {
    match read_time(typed) {
        Err(Problem::NotATime) if is_midnight_of_a_day(typed) => Ok((NaiveTime::MIN, true)),
        other => other.map(|time| (time, false)),
    }
}

fn is_midnight_of_a_day(typed: &str) -> bool {
    let read = |(hour, minute)| Some((read_digits(hour)?, read_digits(minute)?));
    split_clock(&plain(typed)).and_then(read) == Some((24, 0))
}

enum Half {
    Morning,
    Afternoon,
}

fn split_half_of_day(typed: &str) -> (&str, Option<Half>) {
    for (ending, half) in [
        ("am", Half::Morning),
        ("a.m.", Half::Morning),
        ("pm", Half::Afternoon),
        ("p.m.", Half::Afternoon),
    ] {
        if let Some(clock) = typed.strip_suffix(ending) {
            return (clock.trim_end(), Some(half));
        }
    }
    (typed, None)
}

/// A date in one box, the day first unless the year is: `13 3 2018`, `13.3.2018`, `2018-03-13`,
/// `13 March 2018`, `March 13, 2018`, `Tuesday, 13th March 2018`. `3/4/2018` is refused: half of the
/// world reads it the other way round.
pub fn read_written_date(typed: &str) -> Result<NaiveDate, Problem> {
    let typed = plain(typed);
    if typed.is_empty() {
        return Err(Problem::Missing);
    }
    let mut parts: Vec<&str> = typed
        .split(|c: char| !c.is_alphanumeric() || matches!(c, '年' | '月' | '日'))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() == 4 && is_weekday(parts[0]) {
        parts.remove(0);
    }
    let &[first, second, third] = parts.as_slice() else {
        return Err(Problem::NotADate);
    };
    if first.len() == 4 && read_digits(first).is_some() {
        return read_date(third, second, first);
    }
    if first.starts_with(char::is_alphabetic) {
        return read_date(without_ordinal(second), first, third);
    }
    let is_ambiguous = typed.contains('/')
        && first != second
        && read_digits(first).is_some_and(|day| day <= 12)
        && read_digits(second).is_some();
    match is_ambiguous {
        true => Err(Problem::NotADate),
        false => read_date(without_ordinal(first), second, third),
    }
}

fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    word.len() >= 3 && NAMES.iter().any(|name| name.starts_with(word))
}

/// `13` of `13th`.
fn without_ordinal(day: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| day.strip_suffix(ending))
        .unwrap_or(day)
}

/// A whole number.
pub(super) fn read_number(typed: &str) -> Option<u32> {
    read_digits(&plain(typed))
}

/// A number without sign, which `parse` alone would let through.
fn read_digits(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Hour and minute as text; a missing minute is `00`.
fn split_clock(clock: &str) -> Option<(&str, &str)> {
    if let Some((hour, minute)) = clock.split_once([':', '.', 'h']) {
        let minute = if minute.is_empty() { "00" } else { minute };
        return (minute.len() == 2 && hour.len() <= 2).then_some((hour, minute));
    }
    if !clock.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match clock.len() {
        1 | 2 => Some((clock, "00")),
        3 | 4 => Some(clock.split_at(clock.len() - 2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_people_write_them() {
        for (typed, expected) in [
            ("14:00", "14:00:00"),
            ("14.30", "14:30:00"),
            ("14h", "14:00:00"),
            ("14h05", "14:05:00"),
            ("9", "09:00:00"),
            ("0930", "09:30:00"),
            ("2 pm", "14:00:00"),
            ("12am", "00:00:00"),
            ("12:15 p.m.", "12:15:00"),
            ("١٤:٠٠", "14:00:00"),
        ] {
            assert_eq!(read_time(typed).unwrap().to_string(), expected, "{typed}");
        }
        for wrong in [
            "24:00",
            "14:60",
            "14:5",
            "noon",
            "13 pm",
            "14:00 CET",
            "-1",
            "+9:00",
            "é9",
        ] {
            assert_eq!(read_time(wrong), Err(Problem::NotATime), "{wrong}");
        }
    }

    #[test]
    fn a_day_may_end_at_24_hours() {
        for typed in ["24:00", "24.00", "24h", "2400", "24", "٢٤:٠٠"] {
            assert_eq!(read_end_time(typed), Ok((NaiveTime::MIN, true)), "{typed}");
        }
        assert_eq!(read_end_time("00:00"), Ok((NaiveTime::MIN, false)));
        for wrong in ["24:01", "25:00", "24 pm", "24:00 CET"] {
            assert_eq!(read_end_time(wrong), Err(Problem::NotATime), "{wrong}");
        }
    }

    #[test]
    fn dates_in_one_box_as_people_write_them() {
        for typed in [
            "13 3 2018",
            "13.3.2018",
            " 13 . 3 . 2018 ",
            "13-03-2018",
            "13/3/2018",
            "2018-03-13",
            "2018/3/13",
            "13 March 2018",
            "13th mar. 2018",
            "March 13, 2018",
            "Tuesday, 13 March 2018",
            "Tue 13.3.2018",
            "2018年3月13日",
            "١٣/٣/٢٠١٨",
        ] {
            let read = read_written_date(typed).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Ok("2018-03-13"), "{typed}");
        }
        for wrong in [
            "3/4/2018",
            "13 3",
            "13 3 18",
            "not 13 March 2018",
            "13-15 March 2018",
            "30 2 2018",
            "13 March 2018, 15:00",
            "тринадцатое 3 2018",
            "<script>",
            "..",
        ] {
            assert_eq!(read_written_date(wrong), Err(Problem::NotADate), "{wrong}");
        }
        assert_eq!(read_written_date(" "), Err(Problem::Missing));
        assert!(read_written_date("4/4/2018").is_ok(), "the same either way");
    }

    #[test]
    fn dates_as_people_write_them() {
        let date = |d, m, y| read_date(d, m, y).map(|date| date.to_string());
        assert_eq!(date("9", "3", "2018").unwrap(), "2018-03-09");
        assert_eq!(date("09", "March", "2018").unwrap(), "2018-03-09");
        assert_eq!(date("٩", "٣", "٢٠١٨").unwrap(), "2018-03-09");
        assert_eq!(date("9", "sept.", "2018").unwrap(), "2018-09-09");
        assert_eq!(date("30", "2", "2018"), Err(Problem::NotADate));
        assert_eq!(date("9", "3", "18"), Err(Problem::NotADate));
        assert_eq!(date("", "", ""), Err(Problem::Missing));
        assert_eq!(date("9", "", "2018"), Err(Problem::NotADate));
    }
}
