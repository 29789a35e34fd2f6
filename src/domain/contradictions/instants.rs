//! Clock times of the text against the schedule's instants, to the minute and modulo a day: the
//! date beside a time is the poster's, whose day need not be the form's.

use super::clocks::{self, ClockMention, Nearby};
use super::cursor::Cursor;
use super::days::OwnDays;
use super::offsets::Abbreviation;
use super::{Contradiction, Field, Season, Text, names};
use crate::domain::times::{End, Times};
use crate::domain::timing::Timing;
use crate::domain::zone::Zone;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};

const DAY: i32 = 24 * 60;

/// How long after the start an agenda may go on when no end is given, in minutes.
const LONG_AGENDA: i32 = 12 * 60;

/// What the texts say against the times of the schedule.
pub fn judge(texts: &[Text<'_>], timing: &Timing) -> Vec<Contradiction> {
    let (Some(when), Some(own)) = (FormInstants::of(timing), OwnDays::of(timing)) else {
        return Vec::new();
    };
    let judged: Vec<Judged> = texts
        .iter()
        .enumerate()
        .flat_map(|(at, text)| judge_text(at, text, &when, &own))
        .collect();
    // Somewhere the text has the start right: other times are then about other things.
    let says_start = judged
        .iter()
        .any(|one| matches!(one.verdict, Judgement::Start | Judgement::Wrong(_)));
    let mut first = true;
    let mut found = Vec::new();
    for (at, one) in judged.iter().enumerate() {
        match &one.verdict {
            Judgement::Start | Judgement::Plausible => {}
            Judgement::Wrong(contradiction) => found.push(contradiction.clone()),
            Judgement::Elsewhere(contradiction) => {
                let alone = first && !says_start;
                first = false;
                let in_title = contradiction.field() == Field::Title;
                if in_title || alone || converts_a_fitting_time(&judged, at) {
                    found.push(contradiction.clone());
                }
            }
        }
    }
    found
}

/// A mention and what is to be said of it.
struct Judged {
    text: usize,
    /// Which of the mentions of its text stand in one row, as "14:00 UTC / 16:00 CEST".
    row: usize,
    offsets: Vec<i32>,
    verdict: Judgement,
}

#[derive(PartialEq)]
enum Judgement {
    /// It is the start.
    Start,
    /// It is the end, or lies where an agenda may have it.
    Plausible,
    /// It is the start, more or less, with an abbreviation of another season.
    Wrong(Contradiction),
    /// It is another time, which may have its reason.
    Elsewhere(Contradiction),
}

/// Whether it stands in one row with a time that is right and is that time on another clock.
fn converts_a_fitting_time(judged: &[Judged], at: usize) -> bool {
    let one = &judged[at];
    judged.iter().any(|other| {
        (other.text, other.row) == (one.text, one.row)
            && other.verdict == Judgement::Start
            && other.offsets != one.offsets
    })
}

fn judge_text(at: usize, text: &Text<'_>, when: &FormInstants, own: &OwnDays) -> Vec<Judged> {
    let mentions = clocks::clocks(&text.tokens);
    let mut row = 0;
    let mut judged = Vec::new();
    for (number, mention) in mentions.iter().enumerate() {
        let before = number
            .checked_sub(1)
            .and_then(|before| mentions.get(before));
        if !before.is_some_and(|before| in_one_row(text, before, mention)) {
            row += 1;
        }
        if is_about_something_else(text, mention, own) {
            continue;
        }
        judged.push(Judged {
            text: at,
            row,
            offsets: mention.zone.offsets_at(when.first),
            verdict: when.judge(text, mention),
        });
    }
    judged
}

/// Only signs between them, and none that means "to".
fn in_one_row(text: &Text<'_>, before: &ClockMention, after: &ClockMention) -> bool {
    let between = text.tokens.get(before.to..after.from).unwrap_or_default();
    between.len() <= 3
        && between
            .iter()
            .all(|token| token.is_sign(&['/', '(', ')', '=', '|', ',', ';', '[', ']', '，', '；']))
}

/// A deadline, or the time of another date or weekday.
fn is_about_something_else(text: &Text<'_>, mention: &ClockMention, own: &OwnDays) -> bool {
    const UNTIL: [&str; 13] = [
        "by", "until", "till", "before", "deadline", "closes", "closing", "avant", "jusqu",
        "antes", "hasta", "до", "截止",
    ];
    let deadline = Nearby::before(&text.tokens, mention.from, 3)
        .any(|token| token.word().is_some_and(|word| UNTIL.contains(&word)));
    let near = mention.from.saturating_sub(8)..mention.to + 6;
    let other_date = text
        .dates
        .iter()
        .filter(|date| date.to >= near.start && date.from <= near.end)
        .any(|date| {
            own.meant(date)
                .is_none_or(|days| !own.include_some_of(days))
        });
    let other_weekday = (mention.from.saturating_sub(3)..mention.from)
        .filter_map(|at| names::weekday(Cursor::new(&text.tokens, at)))
        .any(|name| !own.have(name.weekday));
    deadline || other_date || other_weekday
}

/// What of a schedule clock times are held against.
struct FormInstants {
    zone: Option<Zone>,
    /// Instants of the first and the last day, for what clocks show on them.
    first: DateTime<Utc>,
    last: DateTime<Utc>,
    /// Only one sitting to the minute has times that others can disagree with.
    sitting: Option<Sitting>,
}

/// Minutes after midnight UTC, and the length in minutes.
struct Sitting {
    start: i32,
    length: Option<i32>,
}

impl FormInstants {
    /// A text about several sittings names the hours of each of them, one about a series those of
    /// every date.
    fn of(timing: &Timing) -> Option<Self> {
        match timing {
            Timing::Once(times) => Self::of_times(times),
            Timing::Series(_) => Self::of_times(&timing.first()),
            Timing::Parts(_) | Timing::Slots(_) => None,
        }
    }

    fn of_times(times: &Times) -> Option<Self> {
        let noon =
            |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(12);
        match times {
            Times::Exact(times) => {
                let start = times.start_utc();
                let end = times.end_utc();
                let several_days = times.is_multi_day()
                    || matches!(times.end(), End::On(day) if day > times.start().local().date());
                Some(Self {
                    zone: Some(times.zone().clone()),
                    first: start,
                    last: end.unwrap_or_else(|| noon(times.last_day()).max(start)),
                    sitting: (!several_days).then(|| Sitting {
                        start: minute_of(start.time()),
                        length: end.and_then(|end| i32::try_from((end - start).num_minutes()).ok()),
                    }),
                })
            }
            Times::Day(span) => Some(Self {
                zone: span.zone().cloned(),
                first: noon(span.first()),
                last: noon(span.last()),
                sitting: None,
            }),
            Times::Window(_) | Times::Unknown => None,
        }
    }

    fn judge(&self, text: &Text<'_>, mention: &ClockMention) -> Judgement {
        let season = mention
            .zone
            .abbreviation
            .and_then(|abbreviation| Some((abbreviation, self.out_of_season(abbreviation)?)));
        match (season, &self.sitting) {
            (Some((abbreviation, local)), sitting) => {
                self.judge_season(text, mention, abbreviation, local, sitting.as_ref())
            }
            (None, Some(sitting)) if !mention.minutes.is_empty() => {
                let readings = self.readings(mention, &self.offsets(mention));
                sitting.judge(text, mention, &readings)
            }
            _ => Judgement::Plausible,
        }
    }

    /// The abbreviation is one of another season: either the poster took it at its word, or wrote
    /// it for the clock on the wall.
    fn judge_season(
        &self,
        text: &Text<'_>,
        mention: &ClockMention,
        abbreviation: &Abbreviation,
        local: FixedOffset,
        sitting: Option<&Sitting>,
    ) -> Judgement {
        let written = || text.written(mention.from, mention.to);
        let Some(means) = abbreviation.offsets.first().copied().and_then(offset) else {
            return Judgement::Plausible;
        };
        let zone_alone = || {
            Judgement::Wrong(Contradiction::ZoneAbbreviation {
                field: text.field,
                written: written(),
                abbreviation: abbreviation.name.to_owned(),
                means,
                local_offset: local,
            })
        };
        let Some(sitting) = sitting.filter(|_| !mention.minutes.is_empty()) else {
            return zone_alone();
        };
        let elsewhere = abbreviation.offsets.get(1..).unwrap_or_default();
        let other_meanings = self.readings(mention, elsewhere);
        if other_meanings.iter().any(|minute| sitting.has(*minute)) {
            return Judgement::Plausible;
        }
        let at_its_word = self.readings(mention, &abbreviation.offsets[..1]);
        let on_the_wall = self.readings(mention, &[local.local_minus_utc() / 60]);
        let (Some(utc), Some(seasonal)) =
            (sitting.nearest(&at_its_word), sitting.nearest(&on_the_wall))
        else {
            return Judgement::Plausible;
        };
        let contradiction = Contradiction::ClockTime {
            field: text.field,
            written: written(),
            utc: time(utc),
            season: Some(Season {
                abbreviation: abbreviation.name.to_owned(),
                means,
                local_offset: local,
                utc: time(seasonal),
            }),
        };
        if utc == sitting.start {
            Judgement::Wrong(contradiction)
        } else if sitting.has(seasonal) || sitting.may_list(text.field, seasonal) {
            zone_alone()
        } else {
            Judgement::Elsewhere(contradiction)
        }
    }

    /// What clocks show instead where an abbreviation is at home, if it is not in use on either
    /// end of the meeting. The meeting's own place comes first: EST is right in Panama all year.
    fn out_of_season(&self, abbreviation: &Abbreviation) -> Option<FixedOffset> {
        let name = abbreviation.name;
        let in_use = |zone: &Zone| {
            [self.first, self.last]
                .into_iter()
                .any(|at| zone.abbreviation_at(at) == name)
        };
        let own = self.zone.as_ref();
        if own.is_some_and(|zone| zone.is_utc() && name == "UTC" || in_use(zone)) {
            return None;
        }
        let at_home = own
            .filter(|zone| self.is_used_in_year(zone, name))
            .cloned()
            .or_else(|| Zone::named(abbreviation.region?).ok())?;
        (!in_use(&at_home)).then(|| at_home.offset_at(self.first))
    }

    fn is_used_in_year(&self, zone: &Zone, name: &str) -> bool {
        [1, 7]
            .into_iter()
            .filter_map(|month| NaiveDate::from_ymd_opt(self.first.year(), month, 1))
            .any(|day| zone.abbreviation_at(day.and_time(NaiveTime::MIN).and_utc()) == name)
    }

    /// Every offset that may be meant; the meeting's own place settles what an abbreviation is.
    fn offsets(&self, mention: &ClockMention) -> Vec<i32> {
        let mut offsets = mention.zone.offsets_at(self.first);
        if let (Some(abbreviation), Some(zone)) = (mention.zone.abbreviation, &self.zone)
            && zone.abbreviation_at(self.first) == abbreviation.name
        {
            offsets.insert(0, zone.offset_at(self.first).local_minus_utc() / 60);
        }
        offsets
    }

    /// The mention in minutes after midnight UTC, for every way to read it.
    fn readings(&self, mention: &ClockMention, offsets: &[i32]) -> Vec<i32> {
        let minutes = mention.minutes.iter();
        minutes
            .filter_map(|minute| i32::try_from(*minute).ok())
            .flat_map(|minute| {
                offsets
                    .iter()
                    .map(move |offset| (minute - offset).rem_euclid(DAY))
            })
            .collect()
    }
}

impl Sitting {
    fn judge(&self, text: &Text<'_>, mention: &ClockMention, readings: &[i32]) -> Judgement {
        if readings.contains(&self.start) {
            return Judgement::Start;
        }
        let plausible = |minute: &i32| self.has(*minute) || self.may_list(text.field, *minute);
        if readings.iter().any(plausible) {
            return Judgement::Plausible;
        }
        self.nearest(readings).map_or(Judgement::Plausible, |utc| {
            Judgement::Elsewhere(Contradiction::ClockTime {
                field: text.field,
                written: text.written(mention.from, mention.to),
                utc: time(utc),
                season: None,
            })
        })
    }

    fn after_start(&self, minute: i32) -> i32 {
        (minute - self.start).rem_euclid(DAY)
    }

    /// Whether it is the start or the end.
    fn has(&self, minute: i32) -> bool {
        let after = self.after_start(minute);
        after == 0 || self.length == Some(after)
    }

    /// Whether it may be a point of the agenda. A title has no agenda; in a description exactly
    /// one hour is rather a summer time forgotten.
    fn may_list(&self, field: Field, minute: i32) -> bool {
        let after = self.after_start(minute);
        match field {
            Field::Title => false,
            Field::Description => after != 60 && after <= self.length.unwrap_or(0),
            Field::Agenda => after <= self.length.unwrap_or(LONG_AGENDA),
        }
    }

    fn nearest(&self, readings: &[i32]) -> Option<i32> {
        readings.iter().copied().min_by_key(|minute| {
            let after = self.after_start(*minute);
            after.min(DAY - after)
        })
    }
}

fn minute_of(time: NaiveTime) -> i32 {
    (time.num_seconds_from_midnight() / 60) as i32
}

fn time(minute: i32) -> NaiveTime {
    u32::try_from(minute)
        .ok()
        .and_then(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0))
        .unwrap_or(NaiveTime::MIN)
}

fn offset(minutes: i32) -> Option<FixedOffset> {
    FixedOffset::east_opt(minutes * 60)
}
