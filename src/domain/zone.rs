//! Zones of the IANA database and the step between local time and instants.
//! The one place that asks jiff: its bundled database is newer than chrono-tz's, and its answers
//! tell gap, fold and plain times apart. Everything outside speaks chrono.

use super::problem::Problem;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// Names that a person picks from: one per region with its own clock, no aliases.
static PRIMARY_NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut names: Vec<String> = DATABASE
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| name.contains('/') && !name.starts_with("Etc/"))
        .filter(|name| DATABASE.get(name).is_ok_and(|zone| zone.is_primary()))
        .collect();
    names.sort();
    names.insert(0, "UTC".to_owned());
    names
});

/// Towns that the community meets in and the zone database has no entry for.
const PLACES: [(&str, &str); 34] = [
    ("geneva", "Europe/Zurich"),
    ("genève", "Europe/Zurich"),
    ("bern", "Europe/Zurich"),
    ("beijing", "Asia/Shanghai"),
    ("new delhi", "Asia/Kolkata"),
    ("delhi", "Asia/Kolkata"),
    ("mumbai", "Asia/Kolkata"),
    ("hyderabad", "Asia/Kolkata"),
    ("rio de janeiro", "America/Sao_Paulo"),
    ("brasília", "America/Sao_Paulo"),
    ("brasilia", "America/Sao_Paulo"),
    ("joão pessoa", "America/Fortaleza"),
    ("washington", "America/New_York"),
    ("washington, dc", "America/New_York"),
    ("san francisco", "America/Los_Angeles"),
    ("guadalajara", "America/Mexico_City"),
    ("montreal", "America/Toronto"),
    ("addis ababa", "Africa/Addis_Ababa"),
    ("abuja", "Africa/Lagos"),
    ("cape town", "Africa/Johannesburg"),
    ("strasbourg", "Europe/Paris"),
    ("the hague", "Europe/Amsterdam"),
    ("bonn", "Europe/Berlin"),
    ("katowice", "Europe/Warsaw"),
    ("lillestrøm", "Europe/Oslo"),
    ("kyoto", "Asia/Tokyo"),
    ("kyiv", "Europe/Kyiv"),
    ("bali", "Asia/Makassar"),
    ("hanoi", "Asia/Bangkok"),
    ("islamabad", "Asia/Karachi"),
    ("jeddah", "Asia/Riyadh"),
    ("abu dhabi", "Asia/Dubai"),
    ("wellington", "Pacific/Auckland"),
    ("gmt", "UTC"),
];

/// Places of ours and the towns in the database's names, in lower case.
static TOWNS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let ours = PLACES.map(|(place, name)| (place.to_owned(), name));
    let mut towns = HashMap::from(ours);
    for name in Zone::primary_names() {
        towns.entry(town(name).to_lowercase()).or_insert(name);
    }
    towns
});

/// A zone of the IANA database under the name that was chosen.
#[derive(Clone)]
pub struct Zone(TimeZone);

/// Which of the two instants a local time means that the clocks show twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fold {
    /// Before the clocks went back.
    Earlier,
    /// After the clocks went back.
    Later,
}

/// What a local time is in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// One instant.
    Once(DateTime<Utc>),
    /// Two instants, an offset each.
    Twice {
        earlier: FixedOffset,
        later: FixedOffset,
    },
    /// None: the clocks skip it. The last local time before the gap that is as far from the gap's
    /// start as asked, and the local time after it.
    Never {
        before: NaiveDateTime,
        after: NaiveDateTime,
    },
}

/// A moment at which a zone's offset or its name for it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// When, as an instant.
    pub at: DateTime<Utc>,
    /// Offset until then.
    pub before: FixedOffset,
    /// Offset from then on.
    pub after: FixedOffset,
    /// Whether daylight saving time begins.
    pub dst: bool,
}

impl Zone {
    /// Coordinated Universal Time.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The zone of an exact IANA name such as `Europe/Zurich` (upper and lower case alike).
    ///
    /// Abbreviations (`CET`, `EST`) are refused even where the database carries them for old
    /// systems: they are wrong for half of the year.
    pub fn named(name: &str) -> Result<Self, Problem> {
        let name = name.trim();
        if name.eq_ignore_ascii_case("UTC") || name.eq_ignore_ascii_case("Etc/UTC") {
            return Ok(Self::utc());
        }
        // Judged by the database's own spelling, which is what is stored and read again.
        DATABASE
            .get(name)
            .ok()
            .filter(|zone| {
                zone.iana_name()
                    .is_some_and(|name| name.contains('/') && !name.starts_with("Etc/"))
            })
            .map(Self)
            .ok_or(Problem::UnknownZone)
    }

    /// The zone that a person means: an IANA name, its town (`Mexico City`), or a place of ours.
    pub fn typed(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Problem::Missing);
        }
        Self::named(typed)
            .or_else(|_| Self::named(&typed.replace(' ', "_")))
            .or_else(|problem| {
                TOWNS
                    .get(&typed.to_lowercase())
                    .ok_or(problem)
                    .and_then(|name| Self::named(name))
            })
    }

    /// The names to choose from, UTC first.
    pub fn primary_names() -> impl Iterator<Item = &'static str> {
        PRIMARY_NAMES.iter().map(String::as_str)
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The town in the name, for people: `Mexico City`.
    pub fn place(&self) -> String {
        town(self.name())
    }

    /// Whether it is UTC itself.
    pub fn is_utc(&self) -> bool {
        self.name() == "UTC"
    }

    /// What a local time is in this zone; seconds are cut off.
    pub fn resolve(&self, local: NaiveDateTime) -> Resolved {
        let ambiguous = self.0.to_ambiguous_timestamp(to_jiff(local));
        match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { offset } => {
                Resolved::Once(instant(local, to_chrono(offset)))
            }
            AmbiguousOffset::Fold { before, after } => Resolved::Twice {
                earlier: to_chrono(before),
                later: to_chrono(after),
            },
            AmbiguousOffset::Gap { before, after } => {
                // Read with the offset after the gap the time lands before it, and the other way
                // round: both exist and keep the minutes that were typed.
                let jump = i64::from(after.seconds()) - i64::from(before.seconds());
                Resolved::Never {
                    before: local - TimeDelta::seconds(jump),
                    after: local + TimeDelta::seconds(jump),
                }
            }
        }
    }

    /// The instant of a local time that was accepted earlier. Never fails: should a newer zone
    /// database have put it into a gap, the clocks' own step is applied, and a fold without a
    /// choice means its earlier half.
    pub fn instant(&self, local: NaiveDateTime, fold: Option<Fold>) -> DateTime<Utc> {
        match self.resolve(local) {
            Resolved::Once(at) => at,
            Resolved::Twice { earlier, later } => match fold {
                Some(Fold::Later) => instant(local, later),
                _ => instant(local, earlier),
            },
            Resolved::Never { after, .. } => match self.resolve(after) {
                Resolved::Once(at) => at,
                _ => after.and_utc(),
            },
        }
    }

    /// The offset in force at an instant.
    pub fn offset_at(&self, at: DateTime<Utc>) -> FixedOffset {
        to_chrono(self.0.to_offset(timestamp(at)))
    }

    /// What people there call their clock at an instant: `CEST`; `+03` where there is no name.
    pub fn abbreviation_at(&self, at: DateTime<Utc>) -> String {
        let info = self.0.to_offset_info(timestamp(at));
        info.abbreviation().to_owned()
    }

    /// The local time at an instant.
    pub fn local(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        at.with_timezone(&self.offset_at(at))
    }

    /// The instant at which a local day begins, even where midnight is skipped.
    pub fn start_of_day(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day.and_time(chrono::NaiveTime::MIN), None)
    }

    /// Changes of offset or daylight saving from one instant on, in order, without end.
    pub fn transitions_from(&self, from: DateTime<Utc>) -> impl Iterator<Item = Transition> + '_ {
        let mut before = self.offset_at(from);
        self.0.following(timestamp(from)).map(move |change| {
            let after = to_chrono(change.offset());
            let transition = Transition {
                at: DateTime::from_timestamp(change.timestamp().as_second(), 0)
                    .unwrap_or(DateTime::<Utc>::MAX_UTC),
                before,
                after,
                dst: change.dst().is_dst(),
            };
            before = after;
            transition
        })
    }

    /// Whether daylight saving time is in force at an instant.
    pub fn is_dst_at(&self, at: DateTime<Utc>) -> bool {
        self.0.to_offset_info(timestamp(at)).dst().is_dst()
    }
}

fn town(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

fn instant(local: NaiveDateTime, offset: FixedOffset) -> DateTime<Utc> {
    (local - TimeDelta::seconds(i64::from(offset.local_minus_utc()))).and_utc()
}

fn to_chrono(offset: jiff::tz::Offset) -> FixedOffset {
    FixedOffset::east_opt(offset.seconds()).expect("offsets of the database are below a day")
}

/// Both libraries reach far beyond the years 1990 to 2100 that the calendar takes; what lies
/// outside jiff's reach is moved to its edge instead of failing.
fn to_jiff(local: NaiveDateTime) -> jiff::civil::DateTime {
    let date = jiff::civil::Date::new(
        local.year().clamp(-9998, 9998) as i16,
        local.month() as i8,
        local.day() as i8,
    );
    let time = jiff::civil::Time::new(local.hour() as i8, local.minute() as i8, 0, 0);
    match (date, time) {
        (Ok(date), Ok(time)) => date.to_datetime(time),
        _ => jiff::civil::DateTime::MAX,
    }
}

fn timestamp(at: DateTime<Utc>) -> jiff::Timestamp {
    jiff::Timestamp::from_second(at.timestamp()).unwrap_or(jiff::Timestamp::MAX)
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name)
            .map_err(|problem| serde::de::Error::custom(format!("zone {name:?} {problem}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn a_time_that_the_clocks_skip_has_two_neighbours() {
        let zurich = Zone::named("Europe/Zurich").unwrap();
        assert_eq!(
            zurich.resolve(at("2018-03-25 02:30")),
            Resolved::Never {
                before: at("2018-03-25 01:30"),
                after: at("2018-03-25 03:30")
            }
        );
        let lord_howe = Zone::named("Australia/Lord_Howe").unwrap();
        assert_eq!(
            lord_howe.resolve(at("2026-10-04 02:15")),
            Resolved::Never {
                before: at("2026-10-04 01:45"),
                after: at("2026-10-04 02:45")
            }
        );
    }

    #[test]
    fn a_time_that_the_clocks_show_twice_has_two_offsets() {
        let zurich = Zone::named("Europe/Zurich").unwrap();
        let Resolved::Twice { earlier, later } = zurich.resolve(at("2018-10-28 02:30")) else {
            panic!("a fold")
        };
        assert_eq!(
            (earlier.local_minus_utc(), later.local_minus_utc()),
            (7200, 3600)
        );
        let hour = zurich.instant(at("2018-10-28 02:30"), Some(Fold::Later))
            - zurich.instant(at("2018-10-28 02:30"), Some(Fold::Earlier));
        assert_eq!(hour, TimeDelta::hours(1));
    }

    #[test]
    fn every_zone_brings_local_times_back() {
        for name in Zone::primary_names() {
            let zone = Zone::named(name).unwrap();
            for hours in (0..24 * 365 * 20).step_by(1009) {
                let instant = at("2015-01-01 00:00").and_utc() + TimeDelta::hours(hours);
                let local = zone.local(instant);
                let fold = match zone.resolve(local.naive_local()) {
                    Resolved::Twice { later, .. } if later == *local.offset() => Some(Fold::Later),
                    _ => None,
                };
                assert_eq!(
                    zone.instant(local.naive_local(), fold),
                    instant,
                    "{name} {local}"
                );
            }
        }
    }

    #[test]
    fn people_may_type_a_town_but_not_an_abbreviation() {
        for (typed, name) in [
            ("Geneva", "Europe/Zurich"),
            ("mexico city", "America/Mexico_City"),
            ("europe/zurich", "Europe/Zurich"),
            ("America/New York", "America/New_York"),
            ("utc", "UTC"),
            ("Kathmandu", "Asia/Kathmandu"),
        ] {
            assert_eq!(Zone::typed(typed).unwrap().name(), name, "{typed}");
        }
        for typed in ["CET", "EST", "Etc/GMT+5", "Atlantis", "../etc/passwd"] {
            assert_eq!(Zone::typed(typed), Err(Problem::UnknownZone), "{typed}");
        }
        assert!(PLACES.iter().all(|(_, name)| Zone::named(name).is_ok()));
    }

    /// Where chrono-tz, whose data is a year old, is wrong about the years ahead. The day this
    /// list is empty jiff is no longer needed for its data.
    #[test]
    fn chrono_tz_still_disagrees_about_the_years_ahead() {
        use chrono::{Offset, TimeZone as _};
        let disagrees = |zone: &Zone| {
            let Ok(theirs) = zone.name().parse::<chrono_tz::Tz>() else {
                return false;
            };
            (0..4 * 365).any(|day| {
                let at = at("2026-01-01 12:00").and_utc() + TimeDelta::days(day);
                theirs.offset_from_utc_datetime(&at.naive_utc()).fix() != zone.offset_at(at)
            })
        };
        let differing: Vec<&str> = Zone::primary_names()
            .filter(|name| disagrees(&Zone::named(name).unwrap()))
            .collect();
        for known in ["America/Vancouver", "Africa/Casablanca", "America/Havana"] {
            assert!(
                differing.contains(&known),
                "{known} agrees now; all: {differing:?}"
            );
        }
    }
}
