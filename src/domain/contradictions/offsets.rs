//! What people write behind a clock time to say whose clock it is, and the offsets it can mean.

use super::cursor::Cursor;
use super::scan::TextToken;
use crate::domain::zone::Zone;
use chrono::{DateTime, Utc};

/// Whose clock: one or several ways to read what was written.
#[derive(Debug, Clone, Default)]
pub struct ZoneMention {
    /// Minutes east of UTC, the likeliest first.
    pub offsets: Vec<i32>,
    /// Towns, whose offset depends on the date.
    pub places: Vec<Zone>,
    /// The abbreviation, if that is all that was written.
    pub abbreviation: Option<&'static Abbreviation>,
}

/// An abbreviation and its meanings.
#[derive(Debug)]
pub struct Abbreviation {
    pub name: &'static str,
    /// Minutes east of UTC, the likeliest first.
    pub offsets: &'static [i32],
    /// Whose clocks show its first meaning in one season only.
    pub region: Option<&'static str>,
}

const fn fixed(name: &'static str, offsets: &'static [i32]) -> Abbreviation {
    Abbreviation {
        name,
        offsets,
        region: None,
    }
}

const fn seasonal(
    name: &'static str,
    offsets: &'static [i32],
    region: &'static str,
) -> Abbreviation {
    Abbreviation {
        name,
        offsets,
        region: Some(region),
    }
}

const ABBREVIATIONS: [Abbreviation; 53] = [
    fixed("UTC", &[0]),
    fixed("GMT", &[0]),
    fixed("Z", &[0]),
    seasonal("WET", &[0], "Europe/Lisbon"),
    seasonal("WEST", &[60], "Europe/Lisbon"),
    seasonal("CET", &[60], "Europe/Zurich"),
    seasonal("CEST", &[120], "Europe/Zurich"),
    seasonal("EET", &[120], "Europe/Athens"),
    seasonal("EEST", &[180], "Europe/Athens"),
    // British summer, Bangladesh
    fixed("BST", &[60, 360]),
    fixed("MSK", &[180]),
    fixed("TRT", &[180]),
    fixed("WAT", &[60]),
    fixed("CAT", &[120]),
    fixed("SAST", &[120]),
    fixed("EAT", &[180]),
    fixed("GST", &[240]),
    fixed("PKT", &[300]),
    // India, Ireland, Israel
    fixed("IST", &[330, 60, 120]),
    fixed("NPT", &[345]),
    fixed("WIB", &[420]),
    fixed("ICT", &[420]),
    fixed("SGT", &[480]),
    fixed("MYT", &[480]),
    fixed("HKT", &[480]),
    fixed("PHT", &[480]),
    fixed("AWST", &[480]),
    fixed("JST", &[540]),
    fixed("KST", &[540]),
    seasonal("ACST", &[570], "Australia/Adelaide"),
    seasonal("ACDT", &[630], "Australia/Adelaide"),
    seasonal("AEST", &[600], "Australia/Sydney"),
    seasonal("AEDT", &[660], "Australia/Sydney"),
    seasonal("NZST", &[720], "Pacific/Auckland"),
    seasonal("NZDT", &[780], "Pacific/Auckland"),
    // Arabia
    seasonal("AST", &[-240, 180], "America/Halifax"),
    seasonal("ADT", &[-180], "America/Halifax"),
    seasonal("EST", &[-300], "America/New_York"),
    seasonal("EDT", &[-240], "America/New_York"),
    // China, Cuba
    seasonal("CST", &[-360, 480, -300], "America/Chicago"),
    seasonal("CDT", &[-300, -240], "America/Chicago"),
    // Malaysia
    seasonal("MST", &[-420, 480], "America/Denver"),
    seasonal("MDT", &[-360], "America/Denver"),
    // The Philippines
    seasonal("PST", &[-480, 480], "America/Los_Angeles"),
    seasonal("PDT", &[-420], "America/Los_Angeles"),
    fixed("HST", &[-600]),
    fixed("BRT", &[-180]),
    fixed("ART", &[-180]),
    fixed("UYT", &[-180]),
    fixed("BOT", &[-240]),
    fixed("VET", &[-240]),
    fixed("COT", &[-300]),
    fixed("PET", &[-300]),
];

/// Names that follow the seasons by themselves.
const ALL_YEAR: [(&str, &str); 4] = [
    ("ET", "America/New_York"),
    ("CT", "America/Chicago"),
    ("MT", "America/Denver"),
    ("PT", "America/Los_Angeles"),
];

const PLUS: [char; 2] = ['+', '＋'];
const MINUS: [char; 4] = ['-', '–', '−', '－'];

impl ZoneMention {
    /// Every offset that can be meant at an instant, the likeliest first.
    pub fn offsets_at(&self, at: DateTime<Utc>) -> Vec<i32> {
        let places = self
            .places
            .iter()
            .map(|zone| zone.offset_at(at).local_minus_utc() / 60);
        self.offsets.iter().copied().chain(places).collect()
    }

    fn of(abbreviation: &'static Abbreviation) -> Self {
        Self {
            offsets: abbreviation.offsets.to_vec(),
            places: Vec::new(),
            abbreviation: Some(abbreviation),
        }
    }

    fn at(place: Zone) -> Self {
        Self {
            places: vec![place],
            ..Self::default()
        }
    }

    /// Either of two, as in "CET/CEST" or "CET (UTC+1)".
    pub fn or(mut self, other: Self) -> Self {
        self.offsets.extend(other.offsets);
        self.places.extend(other.places);
        self.abbreviation = None;
        self
    }
}

/// Whose clock, if that is what stands next.
pub fn zone(cursor: &mut Cursor<'_>) -> Option<ZoneMention> {
    let mut zone = one_zone(cursor)?;
    for _ in 0..2 {
        let mut ahead = *cursor;
        if !ahead.sign(&['/', '(']) {
            break;
        }
        let Some(other) = one_zone(&mut ahead) else {
            break;
        };
        zone = zone.or(other);
        *cursor = ahead;
    }
    Some(zone)
}

fn one_zone(cursor: &mut Cursor<'_>) -> Option<ZoneMention> {
    abbreviated(cursor)
        .or_else(|| place_time(cursor))
        .or_else(|| time_of_place(cursor))
}

/// Whose clock, if an abbreviation says it.
pub fn abbreviated(cursor: &mut Cursor<'_>) -> Option<ZoneMention> {
    let token = cursor.peek()?;
    if let Some((_, name)) = ALL_YEAR.iter().find(|(name, _)| *name == token.text) {
        cursor.at += 1;
        return Zone::named(name).ok().map(ZoneMention::at);
    }
    let abbreviation = abbreviation(token)?;
    cursor.at += 1;
    let counts_from_utc = ["UTC", "GMT"].contains(&abbreviation.name);
    match counts_from_utc.then(|| signed(cursor)).flatten() {
        Some(offsets) => Some(ZoneMention {
            offsets,
            ..ZoneMention::default()
        }),
        None => Some(ZoneMention::of(abbreviation)),
    }
}

/// Small letters would make a zone of French words: "à 15 h est prévu", "cet atelier".
fn abbreviation(token: &TextToken<'_>) -> Option<&'static Abbreviation> {
    let written = match token.word()? {
        "utc" => "UTC",
        "gmt" => "GMT",
        _ => match token.text {
            "MEZ" => "CET",
            "MESZ" => "CEST",
            text => text,
        },
    };
    ABBREVIATIONS
        .iter()
        .find(|abbreviation| abbreviation.name == written)
}

/// The rest of "UTC+3", "GMT-5:30", "UTC +0200". "10:00 UTC-11:00" can be an offset and can be two
/// times, so both are offered.
fn signed(cursor: &mut Cursor<'_>) -> Option<Vec<i32>> {
    let mut ahead = *cursor;
    let east = ahead.sign(&PLUS);
    if !east && !ahead.sign(&MINUS) {
        return None;
    }
    let spaced = !ahead.is_tight();
    let (hours, minutes, whole) = match ahead.number(4..=4) {
        Some(both) => (both / 100, both % 100, false),
        None => {
            let hours = ahead.number(1..=2)?;
            let minutes = minutes(&mut ahead)?;
            (hours, minutes.unwrap_or(0), minutes.is_none())
        }
    };
    if hours > 14 || minutes > 59 {
        return None;
    }
    let offset = i32::try_from(hours * 60 + minutes).ok()?;
    *cursor = ahead;
    Some(match east {
        true => vec![offset],
        false if spaced || !whole => vec![-offset, 0],
        false => vec![-offset],
    })
}

/// `Some(None)` without minutes, `None` if what follows cannot be read.
fn minutes(cursor: &mut Cursor<'_>) -> Option<Option<u32>> {
    let mut ahead = *cursor;
    if ahead.tight_sign(&[':', '：'])
        && let Some(minutes) = ahead.tight_number(2..=2)
    {
        *cursor = ahead;
        return Some(Some(minutes));
    }
    let mut ahead = *cursor;
    if !ahead.tight_sign(&['.']) {
        return Some(None);
    }
    let Some(part) = ahead.tight_number(1..=2) else {
        return Some(None);
    };
    *cursor = ahead;
    match part {
        5 | 30 => Some(Some(30)),
        45 | 75 => Some(Some(45)),
        _ => None,
    }
}

/// "Geneva time", "New York time", "Central European Time"
fn place_time(cursor: &mut Cursor<'_>) -> Option<ZoneMention> {
    (1..=3).find_map(|count| {
        let words = cursor.tokens.get(cursor.at..cursor.at + count)?;
        if !words.iter().all(TextToken::is_capitalised) {
            return None;
        }
        let mut ahead = *cursor;
        ahead.at += count;
        ahead.word(&["time"]).then_some(())?;
        let place = place(words)?;
        *cursor = ahead;
        Some(ZoneMention::at(place))
    })
}

/// "heure de Genève", "hora de Madrid"
fn time_of_place(cursor: &mut Cursor<'_>) -> Option<ZoneMention> {
    let mut start = *cursor;
    let begins = start.word(&["heure", "hora"]) && start.word(&["de", "a"]);
    begins.then_some(())?;
    (1..=2).rev().find_map(|count| {
        let words = start.tokens.get(start.at..start.at + count)?;
        let place = words[0].is_capitalised().then(|| place(words)).flatten()?;
        cursor.at = start.at + count;
        Some(ZoneMention::at(place))
    })
}

fn place(words: &[TextToken<'_>]) -> Option<Zone> {
    let written: Vec<&str> = words
        .iter()
        .map(|token| token.word().map(|_| token.text))
        .collect::<Option<_>>()?;
    match written.join(" ").to_lowercase().as_str() {
        "central european" => Zone::named("Europe/Zurich").ok(),
        "eastern" => Zone::named("America/New_York").ok(),
        "pacific" => Zone::named("America/Los_Angeles").ok(),
        town => Zone::typed(town).ok(),
    }
}
