//! The filters of `calendar-query` (RFC 4791, section 9.7), asked of what we wrote ourselves. When
//! something is held is asked of the calendar and not worked out from its text, so every program gets
//! the recurrences that our pages show.

use super::text::TextMatch;
use super::time::Range;
use crate::feeds::CalendarObject;
use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::xml::{CALDAV, Element};

/// The most filters in each other and beside each other: each is asked of every object.
const MAX_FILTERS: usize = 30;

/// What a component has to be like (section 9.7.1).
pub struct CompFilter {
    name: String,
    test: CompTest,
}

enum CompTest {
    /// There is none.
    NotDefined,
    /// There is one that is all of this.
    Has {
        time: Option<Range>,
        properties: Vec<PropFilter>,
        components: Vec<CompFilter>,
    },
}

/// What a property has to be like (section 9.7.2).
struct PropFilter {
    name: String,
    test: PropTest,
}

enum PropTest {
    NotDefined,
    Has {
        text: Option<TextMatch>,
        parameters: Vec<ParamFilter>,
    },
}

/// What a parameter has to be like (section 9.7.3).
struct ParamFilter {
    name: String,
    test: ParamTest,
}

enum ParamTest {
    NotDefined,
    Has(Option<TextMatch>),
}

impl CompFilter {
    /// That of `C:filter`, which has to be about a calendar.
    pub fn of_calendar(filter: &Element) -> Result<Self, DavError> {
        if filters_in(filter) > MAX_FILTERS {
            return Err(Condition::SupportedFilter.into());
        }
        let [only] = &filter.children[..] else {
            return Err(Condition::ValidFilter.into());
        };
        let read = Self::read(only)?;
        match read.name.as_str() {
            "VCALENDAR" => Ok(read),
            _ => Err(Condition::ValidFilter.into()),
        }
    }

    /// Whether an object passes.
    pub fn lets_through(&self, object: &CalendarObject) -> bool {
        let whole = Component::calendar(object);
        self.passes(std::slice::from_ref(&whole), object)
    }

    fn read(element: &Element) -> Result<Self, DavError> {
        if !element.name.is(CALDAV, "comp-filter") {
            return Err(Condition::ValidFilter.into());
        }
        let test = match is_not_defined(element)? {
            true => CompTest::NotDefined,
            false => {
                let time = at_most_one(element, "time-range")?;
                CompTest::Has {
                    time: time.map(Range::open).transpose()?,
                    properties: all(element, "prop-filter", PropFilter::read)?,
                    components: all(element, "comp-filter", Self::read)?,
                }
            }
        };
        knows_all(
            element,
            &["is-not-defined", "time-range", "prop-filter", "comp-filter"],
        )?;
        Ok(Self {
            name: name(element)?,
            test,
        })
    }

    /// Whether one of these components passes.
    fn passes(&self, components: &[Component<'_>], object: &CalendarObject) -> bool {
        let mut own = components.iter().filter(|one| one.name == self.name);
        match &self.test {
            CompTest::NotDefined => own.next().is_none(),
            CompTest::Has {
                time,
                properties,
                components,
            } => own.any(|one| {
                let is_then = time.is_none_or(|range| one.is_held_in(range, object));
                is_then
                    && properties.iter().all(|filter| filter.passes(&one.lines))
                    && components
                        .iter()
                        .all(|filter| filter.passes(&one.inside, object))
            }),
        }
    }
}

impl PropFilter {
    fn read(element: &Element) -> Result<Self, DavError> {
        let test = match is_not_defined(element)? {
            true => PropTest::NotDefined,
            false => {
                // Of what we write only the hours of events can be asked for by time.
                if element.child(CALDAV, "time-range").is_some() {
                    return Err(Condition::SupportedFilter.into());
                }
                let text = at_most_one(element, "text-match")?;
                PropTest::Has {
                    text: text.map(TextMatch::read).transpose()?,
                    parameters: all(element, "param-filter", ParamFilter::read)?,
                }
            }
        };
        knows_all(
            element,
            &["is-not-defined", "time-range", "text-match", "param-filter"],
        )?;
        Ok(Self {
            name: name(element)?,
            test,
        })
    }

    fn passes(&self, lines: &[Line]) -> bool {
        let mut own = lines.iter().filter(|line| line.name == self.name);
        match &self.test {
            PropTest::NotDefined => own.next().is_none(),
            PropTest::Has { text, parameters } => own.any(|line| {
                text.as_ref().is_none_or(|text| text.passes(&line.value))
                    && parameters.iter().all(|filter| filter.passes(line))
            }),
        }
    }
}

impl ParamFilter {
    fn read(element: &Element) -> Result<Self, DavError> {
        let test = match is_not_defined(element)? {
            true => ParamTest::NotDefined,
            false => {
                let text = at_most_one(element, "text-match")?;
                ParamTest::Has(text.map(TextMatch::read).transpose()?)
            }
        };
        knows_all(element, &["is-not-defined", "text-match"])?;
        Ok(Self {
            name: name(element)?,
            test,
        })
    }

    fn passes(&self, line: &Line) -> bool {
        let own = line.parameters.iter().find(|(name, _)| *name == self.name);
        match (&self.test, own) {
            (ParamTest::NotDefined, own) => own.is_none(),
            (ParamTest::Has(_), None) => false,
            (ParamTest::Has(text), Some((_, value))) => {
                text.as_ref().is_none_or(|text| text.passes(value))
            }
        }
    }
}

/// How many filters stand in an element, at any depth.
fn filters_in(element: &Element) -> usize {
    let children = element.children.iter();
    children
        .map(|child| usize::from(is_filter(child)) + filters_in(child))
        .sum()
}

fn is_filter(element: &Element) -> bool {
    let mut names = ["comp-filter", "prop-filter", "param-filter"].into_iter();
    names.any(|name| element.name.is(CALDAV, name))
}

/// The element of a name in a filter, of which there may be no second.
fn at_most_one<'a>(element: &'a Element, name: &'a str) -> Result<Option<&'a Element>, DavError> {
    let mut found = element.each(CALDAV, name);
    match (found.next(), found.next()) {
        (one, None) => Ok(one),
        _ => Err(Condition::ValidFilter.into()),
    }
}

/// A component of an object as it is written.
struct Component<'a> {
    name: &'a str,
    lines: Vec<Line>,
    inside: Vec<Component<'a>>,
}

/// A property as it is written: names in capitals, the value as it is meant.
struct Line {
    name: String,
    parameters: Vec<(String, String)>,
    value: String,
}

impl Component<'_> {
    fn calendar(object: &CalendarObject) -> Self {
        let zone = |_| Component {
            name: "VTIMEZONE",
            lines: Vec::new(),
            inside: Vec::new(),
        };
        let zones = object.zones().iter().map(zone);
        Self {
            name: "VCALENDAR",
            lines: Vec::new(),
            inside: zones.chain(events(object.text())).collect(),
        }
    }

    /// Of all components only an event is held at some time; with its exceptions it is one.
    fn is_held_in(&self, range: Range, object: &CalendarObject) -> bool {
        self.name == "VEVENT" && object.held().iter().any(|one| range.meets(*one))
    }
}

/// The events of an object, from the text that we made of it.
fn events(text: &str) -> Vec<Component<'static>> {
    let mut events = Vec::new();
    let unfolded = text.replace("\r\n ", "");
    for line in unfolded.lines() {
        match line {
            "BEGIN:VEVENT" => events.push(Component {
                name: "VEVENT",
                lines: Vec::new(),
                inside: Vec::new(),
            }),
            "END:VEVENT" => {}
            line => {
                if let (Some(event), Some(line)) = (events.last_mut(), Line::read(line)) {
                    event.lines.push(line);
                }
            }
        }
    }
    events
}

impl Line {
    /// `NAME;PARAMETER=value;OTHER="quoted: value":value` (RFC 5545, section 3.1).
    fn read(line: &str) -> Option<Self> {
        let mut is_quoted = false;
        let mut parts = Vec::new();
        let mut begin = 0;
        for (at, c) in line.char_indices() {
            match c {
                '"' => is_quoted = !is_quoted,
                ';' | ':' if !is_quoted => {
                    parts.push(&line[begin..at]);
                    begin = at + 1;
                    if c == ':' {
                        break;
                    }
                }
                _ => {}
            }
        }
        let (name, parameters) = parts.split_first()?;
        let parameter = |part: &&str| {
            let (name, value) = part.split_once('=')?;
            Some((name.to_uppercase(), value.trim_matches('"').to_owned()))
        };
        Some(Self {
            name: name.to_uppercase(),
            parameters: parameters.iter().filter_map(parameter).collect(),
            value: meant(&line[begin..]),
        })
    }
}

/// A value without what keeps it on its line (RFC 5545, section 3.3.11).
fn meant(value: &str) -> String {
    let mut meant = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => meant.push('\n'),
                Some(other) => meant.push(other),
                None => {}
            },
            c => meant.push(c),
        }
    }
    meant
}

/// What is read of each element of a name.
fn all<T>(
    element: &Element,
    local: &str,
    read: impl Fn(&Element) -> Result<T, DavError>,
) -> Result<Vec<T>, DavError> {
    element.each(CALDAV, local).map(read).collect()
}

fn name(element: &Element) -> Result<String, DavError> {
    let name = element.attribute("name").map(str::to_uppercase);
    name.ok_or_else(|| Condition::ValidFilter.into())
}

/// Whether a filter asks for what is not there; then it asks for nothing else.
fn is_not_defined(element: &Element) -> Result<bool, DavError> {
    let is = element.child(CALDAV, "is-not-defined").is_some();
    match is && element.children.len() > 1 {
        true => Err(Condition::ValidFilter.into()),
        false => Ok(is),
    }
}

/// Fails if a filter has something in it that it cannot have: what is passed over would let through
/// what was not asked for.
fn knows_all(element: &Element, known: &[&str]) -> Result<(), DavError> {
    let is_known = |child: &Element| known.iter().any(|one| child.name.is(CALDAV, one));
    match element.children.iter().all(is_known) {
        true => Ok(()),
        false => Err(Condition::SupportedFilter.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::dav::xml;

    fn read(filter: &str) -> Result<CompFilter, DavError> {
        let text = format!("<filter xmlns='{CALDAV}'>{filter}</filter>");
        CompFilter::of_calendar(&xml::read(text.as_bytes()).unwrap().unwrap())
    }

    #[test]
    fn a_filter_that_is_none_is_refused() {
        let event = |inside: &str| {
            format!(
                "<comp-filter name='VCALENDAR'><comp-filter name='VEVENT'>{inside}</comp-filter></comp-filter>"
            )
        };
        for right in [
            "<comp-filter name='VCALENDAR'/>".to_owned(),
            event(""),
            event("<is-not-defined/>"),
            event("<time-range start='20180309T000000Z'/>"),
            event("<prop-filter name='UID'><text-match>x</text-match></prop-filter>"),
            event(
                "<prop-filter name='X'><param-filter name='Y'><is-not-defined/></param-filter></prop-filter>",
            ),
        ] {
            assert!(read(&right).is_ok(), "{right}");
        }
        for wrong in [
            String::new(),
            "<comp-filter/>".to_owned(),
            "<comp-filter name='VEVENT'/>".to_owned(),
            "<prop-filter name='UID'/>".to_owned(),
            "<comp-filter name='VCALENDAR'/><comp-filter name='VCALENDAR'/>".to_owned(),
            event("<comp-filter/>"),
            event("<time-range/>"),
            event("<is-not-defined/><time-range start='20180309T000000Z'/>"),
            event("<prop-filter/>"),
            event("<x xmlns='urn:x'/>"),
            event(
                "<prop-filter name='DTSTART'><time-range start='20180309T000000Z'/></prop-filter>",
            ),
        ] {
            assert!(read(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_line_is_read_as_it_is_meant() {
        let line = Line::read(r#"conference;VALUE=URI;LABEL="a: b; c":https://x.example/\;y\, \n"#);
        let line = line.expect("a line");
        assert_eq!(line.name, "CONFERENCE");
        assert_eq!(
            line.parameters[1],
            ("LABEL".to_owned(), "a: b; c".to_owned())
        );
        assert_eq!(line.value, "https://x.example/;y, \n");
        assert!(Line::read("no line").is_none());
    }

    #[test]
    fn events_are_found_in_what_we_write() {
        let text = "BEGIN:VEVENT\r\nSUMMARY:a\r\n b\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n";
        let found = events(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].lines[0].value, "ab");
        assert_eq!(found[1].lines[0].name, "UID");
    }
}
