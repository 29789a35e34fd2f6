//! Clock times of a text that say whose clock they are on: "15:00 CET", "3–4 pm EST", "UTC 14:00".
//! Times without a zone are not looked at, since agendas are full of them.

use super::cursor::Cursor;
use super::offsets::{self, ZoneMention};
use super::scan::{Kind, TextToken};

/// Of a text with more than these the rest is not looked at.
const MOST: usize = 40;

const MINUTES_OF_DAY: u32 = 24 * 60;

/// A clock time with its zone, or a zone that "all times" are said to be in.
#[derive(Debug, Clone)]
pub struct ClockMention {
    pub from: usize,
    pub to: usize,
    /// Minutes after midnight, one for each way to read it; none where only the zone is written.
    /// Of a range its beginning.
    pub minutes: Vec<u32>,
    pub zone: ZoneMention,
}

/// Every clock time with a zone.
pub fn clocks(tokens: &[TextToken<'_>]) -> Vec<ClockMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < MOST {
        let here = Cursor::new(tokens, at);
        let clock = time_and_zone(here)
            .or_else(|| zone_and_time(here))
            .or_else(|| zone_of_all(here));
        at = clock.as_ref().map_or(at + 1, |clock| clock.to);
        found.extend(clock);
    }
    found
}

fn time_and_zone(mut cursor: Cursor<'_>) -> Option<ClockMention> {
    let from = cursor.at;
    let minutes = times(&mut cursor).or_else(|| four_digits(&mut cursor))?;
    let zone = zone_after(&mut cursor)?;
    Some(ClockMention {
        from,
        to: cursor.at,
        minutes,
        zone,
    })
}

/// "UTC 14:00", "CET: 15:00". Between two zones nobody can tell whose the time is.
fn zone_and_time(mut cursor: Cursor<'_>) -> Option<ClockMention> {
    let from = cursor.at;
    let mut zone = offsets::zone(&mut cursor)?;
    cursor.sign(&[':', '：']);
    let minutes = times(&mut cursor)?;
    let to = cursor.at;
    if let Some(other) = zone_after(&mut cursor) {
        zone = zone.or(other);
    }
    Some(ClockMention {
        from,
        to,
        minutes,
        zone,
    })
}

/// "All times are in CET"
fn zone_of_all(mut cursor: Cursor<'_>) -> Option<ClockMention> {
    const TIMES: [&str; 6] = ["time", "times", "heures", "horas", "horarios", "horaires"];
    let from = cursor.at;
    let zone = offsets::abbreviated(&mut cursor).filter(|zone| zone.abbreviation.is_some())?;
    let said = Nearby::before(cursor.tokens, from, 3)
        .any(|token| token.word().is_some_and(|word| TIMES.contains(&word)));
    said.then_some(ClockMention {
        from,
        to: cursor.at,
        minutes: Vec::new(),
        zone,
    })
}

/// Pieces of the same line.
pub struct Nearby;

impl Nearby {
    /// The last ones before a place, nearest first.
    pub fn before<'t>(
        tokens: &'t [TextToken<'t>],
        from: usize,
        count: usize,
    ) -> impl Iterator<Item = &'t TextToken<'t>> {
        tokens[..from.min(tokens.len())]
            .iter()
            .rev()
            .take(count)
            .take_while(|token| token.kind != Kind::Break)
    }
}

fn zone_after(cursor: &mut Cursor<'_>) -> Option<ZoneMention> {
    let mut direct = *cursor;
    if let Some(zone) = offsets::zone(&mut direct) {
        *cursor = direct;
        return Some(zone);
    }
    let mut ahead = *cursor;
    ahead.word(&[
        "h", "hs", "hr", "hrs", "hour", "hours", "heures", "horas", "uhr",
    ]);
    ahead.sign(&['(', '（', '[']);
    let zone = offsets::zone(&mut ahead)?;
    *cursor = ahead;
    Some(zone)
}

/// A time or the beginning of a range; "3–4 pm" lends its half of the day to the beginning, which
/// may all the same be meant without.
fn times(cursor: &mut Cursor<'_>) -> Option<Vec<u32>> {
    let first = clock(cursor)?;
    let mut ahead = *cursor;
    let joined =
        ahead.sign(&['-', '–', '—', '−', '~']) || ahead.word(&["to", "till", "until", "a"]);
    let second = joined.then(|| clock(&mut ahead)).flatten();
    let Some(second) = second else {
        return first.is_clear().then(|| vec![first.minutes()]);
    };
    if !first.is_clear() && second.half.is_none() {
        return None;
    }
    *cursor = ahead;
    let lent = WrittenClock {
        half: second.half,
        ..first
    };
    let mut readings = vec![first.minutes()];
    if first.half.is_none() && second.half.is_some() {
        readings.insert(0, lent.minutes());
    }
    Some(readings)
}

#[derive(Clone, Copy)]
struct WrittenClock {
    hour: u32,
    minute: Option<u32>,
    half: Option<DayHalf>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum DayHalf {
    Morning,
    Afternoon,
}

impl WrittenClock {
    /// Whether it is a time even without a range around it.
    fn is_clear(&self) -> bool {
        self.minute.is_some() || self.half.is_some()
    }

    fn minutes(&self) -> u32 {
        let hour = match self.half {
            Some(DayHalf::Morning) if self.hour <= 12 => self.hour % 12,
            Some(DayHalf::Afternoon) if self.hour <= 12 => self.hour % 12 + 12,
            _ => self.hour,
        };
        (hour * 60 + self.minute.unwrap_or(0)) % MINUTES_OF_DAY
    }
}

/// 15:00, 15.00, 15:00:00, 15h, 15h30, 3 pm, 3:30 p.m.; a bare 3 as the beginning of a range.
fn clock(cursor: &mut Cursor<'_>) -> Option<WrittenClock> {
    let mut ahead = *cursor;
    let hour = ahead.number(1..=2).filter(|hour| *hour <= 24)?;
    let minute = minute(&mut ahead);
    if minute.is_some_and(|minute| minute > 59 || (hour == 24 && minute > 0)) {
        return None;
    }
    let half = half_of_day(&mut ahead);
    *cursor = ahead;
    Some(WrittenClock { hour, minute, half })
}

fn minute(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    if ahead.tight_sign(&[':', '：', '.'])
        && let Some(minute) = ahead.tight_number(2..=2)
    {
        let mut seconds = ahead;
        if seconds.tight_sign(&[':']) && seconds.tight_number(2..=2).is_some() {
            ahead = seconds;
        }
        *cursor = ahead;
        return Some(minute);
    }
    let mut ahead = *cursor;
    if !ahead.word(&["h"]) {
        return None;
    }
    let minute = match ahead.peek().map(|token| &token.kind) {
        Some(Kind::Number { digits: 2, .. }) => ahead.number(2..=2),
        _ => Some(0),
    };
    *cursor = ahead;
    minute
}

fn half_of_day(cursor: &mut Cursor<'_>) -> Option<DayHalf> {
    for (whole, letter, half) in [
        ("am", "a", DayHalf::Morning),
        ("pm", "p", DayHalf::Afternoon),
    ] {
        if cursor.word(&[whole]) {
            return Some(half);
        }
        let mut ahead = *cursor;
        if ahead.word(&[letter]) && ahead.tight_sign(&['.']) && ahead.word(&["m"]) {
            ahead.tight_sign(&['.']);
            *cursor = ahead;
            return Some(half);
        }
    }
    None
}

/// 1430 as in "1430 UTC". What can be a year is one: "6 August 2024 UTC".
fn four_digits(cursor: &mut Cursor<'_>) -> Option<Vec<u32>> {
    let mut ahead = *cursor;
    let number = ahead.number(4..=4)?;
    let (hour, minute) = (number / 100, number % 100);
    if hour > 23 || minute > 59 || (1990..=2100).contains(&number) {
        return None;
    }
    *cursor = ahead;
    Some(vec![hour * 60 + minute])
}
