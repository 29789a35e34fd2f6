//! A lint of iCalendar (RFC 5545) for what readers forgive but some
//! subscriber's program will not. What a calendar means is not judged here.

mod recurrences;

use std::collections::BTreeSet;

/// The properties our feeds may write; a name outside is a typing mistake
/// until it is added here on purpose. `RDATE` is left out: we say it with rules,
/// and of several dates in a VTIMEZONE ical.js reads the first.
#[rustfmt::skip] // packed, not one a line
const KNOWN: &[&str] = &[
    "ACTION", "ATTACH", "ATTENDEE", "BEGIN", "CALSCALE", "CATEGORIES", "CLASS", "COLOR",
    "COMMENT", "CONFERENCE", "CONTACT", "CREATED", "DESCRIPTION", "DTEND", "DTSTAMP",
    "DTSTART", "DURATION", "END", "EXDATE", "GEO", "IMAGE", "LAST-MODIFIED", "LOCATION",
    "METHOD", "NAME", "ORGANIZER", "PRIORITY", "PRODID", "RECURRENCE-ID",
    "REFRESH-INTERVAL", "RELATED-TO", "RESOURCES", "RRULE", "SEQUENCE", "SOURCE", "STATUS",
    "SUMMARY", "TRANSP", "TRIGGER", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZURL",
    "UID", "URL", "VERSION", "X-ALT-DESC", "X-APPLE-CALENDAR-COLOR", "X-LIC-LOCATION", "X-PUBLISHED-TTL", "X-WR-CALDESC",
    "X-WR-CALNAME", "X-WR-TIMEZONE",
];

/// Properties of free text, whose commas, semicolons and backslashes are
/// escaped.
const TEXTS: &[&str] = &[
    "COMMENT",
    "CONTACT",
    "DESCRIPTION",
    "LOCATION",
    "NAME",
    "SUMMARY",
    "X-WR-CALNAME",
];

/// Properties that may come more than once in a component.
#[rustfmt::skip] // packed, not one a line
const REPEATED: &[&str] = &[
    "ATTACH", "ATTENDEE", "CATEGORIES", "COMMENT", "CONFERENCE", "CONTACT", "EXDATE", "IMAGE",
    "RELATED-TO", "RESOURCES", "TZNAME", "X-ALT-DESC", "X-APPLE-CALENDAR-COLOR",
];

/// The faults of a calendar, each in a line that names the place; none, when
/// it is clean.
pub fn lint_ical(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let unfolded = unfold(bytes, &mut faults);
    let Ok(text) = String::from_utf8(unfolded) else {
        faults.push("not UTF-8".to_owned());
        return faults;
    };
    let mut open: Vec<Component> = Vec::new();
    let (mut used, mut defined) = (BTreeSet::new(), BTreeSet::new());
    let mut events = Vec::new();
    let mut calendars = 0;
    for line in text.split('\n').filter(|line| !line.is_empty()) {
        if line
            .chars()
            .any(|c| (c.is_control() && c != '\t') || c == '\u{feff}')
        {
            faults.push(format!("control character: {line:?}"));
        }
        let Some(property) = Property::parse(line) else {
            faults.push(format!("not a property: {line:?}"));
            continue;
        };
        if !KNOWN.contains(&property.name) {
            faults.push(format!("unknown property: {}", property.name));
        }
        if TEXTS.contains(&property.name) && !is_escaped(property.value) {
            faults.push(format!("bad escaping: {line:?}"));
        }
        used.extend(property.parameter("TZID"));
        match (property.name, open.last_mut()) {
            ("METHOD", _) => faults.push("METHOD present: a feed is no invitation".to_owned()),
            ("BEGIN", parent) => {
                if parent.is_none() {
                    calendars += 1;
                }
                if parent.is_none() != (property.value == "VCALENDAR") {
                    faults.push(format!("nesting: BEGIN:{} out of place", property.value));
                }
                open.push(Component {
                    name: property.value,
                    properties: Vec::new(),
                });
            }
            ("END", Some(component)) if component.name == property.value => {
                let component = open.pop().expect("just looked at");
                faults.extend(component.faults());
                if component.name == "VTIMEZONE" {
                    defined.extend(component.get("TZID").map(|tzid| tzid.value));
                }
                if component.name == "VEVENT" {
                    events.push(component);
                }
            }
            ("END", _) => faults.push(format!("nesting: END:{} closes nothing", property.value)),
            (_, Some(component)) => component.properties.push(property),
            (name, None) => faults.push(format!("nesting: {name} outside the calendar")),
        }
    }
    faults.extend(
        open.iter()
            .map(|component| format!("nesting: {} left open", component.name)),
    );
    if calendars != 1 {
        faults.push(format!("nesting: {calendars} calendars instead of one"));
    }
    faults.extend(recurrences::faults(&events));
    faults.extend(
        used.difference(&defined)
            .map(|tzid| format!("TZID without VTIMEZONE: {tzid}")),
    );
    faults
}

/// Joins folded lines, ended by `\n` only, and judges them as they were.
fn unfold(bytes: &[u8], faults: &mut Vec<String>) -> Vec<u8> {
    let mut unfolded: Vec<u8> = Vec::with_capacity(bytes.len());
    for (index, line) in bytes.split_inclusive(|&byte| byte == b'\n').enumerate() {
        let number = index + 1;
        let content = line.strip_suffix(b"\r\n").unwrap_or_else(|| {
            faults.push(format!("line {number}: does not end with CR LF"));
            line.strip_suffix(b"\n").unwrap_or(line)
        });
        if content.is_empty() {
            faults.push(format!("line {number}: empty"));
        }
        if content.len() > 75 {
            faults.push(format!("line {number}: {} octets, over 75", content.len()));
        }
        if std::str::from_utf8(content).is_err() {
            faults.push(format!("line {number}: folded inside a UTF-8 character"));
        }
        match content {
            [b' ' | b'\t', rest @ ..] => {
                unfolded.pop();
                unfolded.extend(rest);
            }
            whole => unfolded.extend(whole),
        }
        unfolded.push(b'\n');
    }
    unfolded
}

struct Property<'a> {
    name: &'a str,
    parameters: Vec<&'a str>,
    value: &'a str,
}

impl<'a> Property<'a> {
    /// `NAME;PARAMETER="a:b;c":value`: what is quoted separates nothing.
    fn parse(line: &'a str) -> Option<Self> {
        let mut quoted = false;
        let mut parts = Vec::new();
        let mut from = 0;
        for (at, c) in line.char_indices() {
            match c {
                '"' => quoted = !quoted,
                ';' | ':' if !quoted => {
                    parts.push(&line[from..at]);
                    from = at + 1;
                    if c == ':' {
                        let name = parts.remove(0);
                        let known_letters =
                            |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
                        let named = !name.is_empty() && name.chars().all(known_letters);
                        return named.then(|| Self {
                            name,
                            parameters: parts,
                            value: &line[from..],
                        });
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut pairs = self
            .parameters
            .iter()
            .filter_map(|parameter| parameter.split_once('='));
        pairs
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.trim_matches('"'))
    }

    /// `DATE`, `UTC`, a time zone's name or `floating`: what may be compared.
    /// None, when the value is not written as its parameters say.
    fn kind_of_time(&self) -> Option<&'a str> {
        let zone = self.parameter("TZID");
        let (kind, digits) = match (self.parameter("VALUE"), zone, self.value.strip_suffix('Z')) {
            (Some("DATE"), None, None) => return is_date(self.value).then_some("DATE"),
            (None | Some("DATE-TIME"), None, Some(utc)) => ("UTC", utc),
            (None | Some("DATE-TIME"), zone, None) => (zone.unwrap_or("floating"), self.value),
            _ => return None,
        };
        let (date, time) = digits.split_once('T')?;
        let is_time = time.len() == 6 && time.bytes().all(|byte| byte.is_ascii_digit());
        (is_date(date) && is_time).then_some(kind)
    }
}

fn is_date(value: &str) -> bool {
    value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// No bare comma or semicolon, and no backslash before another character
/// than the four that RFC 5545 knows.
fn is_escaped(value: &str) -> bool {
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if !matches!(chars.next(), Some('\\' | ';' | ',' | 'n' | 'N')) => return false,
            ',' | ';' => return false,
            _ => {}
        }
    }
    true
}

struct Component<'a> {
    name: &'a str,
    properties: Vec<Property<'a>>,
}

impl<'a> Component<'a> {
    fn get(&self, name: &str) -> Option<&Property<'a>> {
        self.properties
            .iter()
            .find(|property| property.name == name)
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(move |property| property.name == name)
    }

    fn faults(&self) -> Vec<String> {
        let name = self.name;
        let uid = self
            .get("UID")
            .map_or(String::new(), |uid| format!(" {}", uid.value));
        let mut faults = Vec::new();
        let required: &[&str] = match name {
            "VCALENDAR" => &["VERSION", "PRODID"],
            "VEVENT" => &["UID", "DTSTAMP", "DTSTART"],
            "VTIMEZONE" => &["TZID"],
            "STANDARD" | "DAYLIGHT" => &["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
            _ => &[],
        };
        for wanted in required.iter().filter(|wanted| self.get(wanted).is_none()) {
            faults.push(format!("{name}{uid}: missing {wanted}"));
        }
        let mut seen = BTreeSet::new();
        for property in &self.properties {
            if !seen.insert(property.name) && !REPEATED.contains(&property.name) {
                faults.push(format!("{name}{uid}: {} more than once", property.name));
            }
            let timed = [
                "DTSTART",
                "DTEND",
                "DTSTAMP",
                "RECURRENCE-ID",
                "CREATED",
                "LAST-MODIFIED",
            ];
            if timed.contains(&property.name) && property.kind_of_time().is_none() {
                faults.push(format!("{name}{uid}: {} is no time", property.name));
            }
        }
        if let Some(stamp) = self.get("DTSTAMP")
            && stamp.kind_of_time().is_some_and(|kind| kind != "UTC")
        {
            faults.push(format!("{name}{uid}: DTSTAMP is not in UTC"));
        }
        if let (Some(start), Some(end)) = (self.get("DTSTART"), self.get("DTEND")) {
            let kinds = (start.kind_of_time(), end.kind_of_time());
            if (kinds.0 == Some("DATE")) != (kinds.1 == Some("DATE")) {
                faults.push(format!(
                    "{name}{uid}: DTEND is of another type than DTSTART"
                ));
            } else if kinds.0 == kinds.1 && end.value <= start.value {
                faults.push(format!("{name}{uid}: DTEND is not after DTSTART"));
            }
            if self.get("DURATION").is_some() {
                faults.push(format!("{name}{uid}: both DTEND and DURATION"));
            }
        }
        faults
    }
}
