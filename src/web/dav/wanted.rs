//! Which properties a request wants (RFC 4918, section 9.1), and the answer about one resource that
//! has them (section 9.1.2).

use super::error::{Condition, DavError};
use super::property::Property;
use super::report::time::Range;
use super::shown::Shown;
use super::xml::{CALDAV, DAV, Element, Markup, Name};

/// The most properties that are asked for at once.
const MAX_PROPERTIES: usize = 100;
/// The most that their names are long together, in bytes: each is repeated for each resource.
const MAX_NAMES: usize = 8000;

const FOUND: &str = "HTTP/1.1 200 OK";
const NOT_FOUND: &str = "HTTP/1.1 404 Not Found";

/// What a request wants to know.
#[derive(Debug, Clone)]
pub struct Wanted {
    asked: Asked,
    /// What it wants of the data of calendar objects.
    pub data: Option<Data>,
    /// Whether it does without the names of what is not there.
    is_minimal: bool,
}

/// What is wanted of the data of a calendar object (RFC 4791, section 9.6). Of what a program would
/// do without it gets all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// As it is.
    Whole,
    /// Each recurrence within a time as an event of its own (section 9.6.5).
    Expanded(Range),
}

#[derive(Debug, Clone)]
enum Asked {
    /// What is told unasked, and these.
    All(Vec<Property>),
    /// The names of all that there is.
    Names,
    /// These, known or not.
    These(Vec<(Name, Option<Property>)>),
}

impl Wanted {
    /// That of a PROPFIND, by its body; without one, all.
    pub fn of_propfind(root: Option<&Element>, is_minimal: bool) -> Result<Self, DavError> {
        match root {
            None => Ok(Self::all(is_minimal)),
            Some(root) if root.name.is(DAV, "propfind") => {
                let wanted = Self::read(root, is_minimal)?;
                wanted
                    .ok_or_else(|| DavError::unreadable("propfind says nothing of what it wants."))
            }
            Some(_) => Err(DavError::unreadable("The body has to be a DAV:propfind.")),
        }
    }

    /// That of a report; without any word of it, nothing but addresses.
    pub fn of_report(root: &Element, is_minimal: bool) -> Result<Self, DavError> {
        let wanted = Self::read(root, is_minimal)?;
        Ok(wanted.unwrap_or(Self {
            asked: Asked::These(Vec::new()),
            data: None,
            is_minimal,
        }))
    }

    fn all(is_minimal: bool) -> Self {
        Self {
            asked: Asked::All(Vec::new()),
            data: None,
            is_minimal,
        }
    }

    fn read(root: &Element, is_minimal: bool) -> Result<Option<Self>, DavError> {
        if let Some(prop) = root.child(DAV, "prop") {
            let names = names(&prop.children)?;
            let known = |name: Name| {
                let property = Property::of(&name);
                (name, property)
            };
            return Ok(Some(Self {
                asked: Asked::These(names.into_iter().map(known).collect()),
                data: data(prop)?,
                is_minimal,
            }));
        }
        if root.child(DAV, "propname").is_some() {
            return Ok(Some(Self {
                asked: Asked::Names,
                ..Self::all(is_minimal)
            }));
        }
        if root.child(DAV, "allprop").is_none() {
            return Ok(None);
        }
        let Some(include) = root.child(DAV, "include") else {
            return Ok(Some(Self::all(is_minimal)));
        };
        let also = names(&include.children)?;
        Ok(Some(Self {
            asked: Asked::All(also.iter().filter_map(Property::of).collect()),
            data: data(include)?,
            is_minimal,
        }))
    }

    /// Writes the answer about one resource.
    pub fn answer(&self, shown: &Shown<'_>, out: &mut Markup) {
        let (mut found, mut missing) = (Markup::new(), Markup::new());
        match &self.asked {
            Asked::All(also) => {
                let told =
                    |property: &Property| property.is_told_unasked() || also.contains(property);
                for property in Property::ALL.into_iter().filter(told) {
                    shown.tell(property, &mut found);
                }
            }
            Asked::Names => {
                for property in Property::ALL {
                    if shown.tell(property, &mut Markup::new()) {
                        found.empty(property.name());
                    }
                }
            }
            Asked::These(names) => {
                for (name, property) in names {
                    let is_told = property.is_some_and(|one| shown.tell(one, &mut found));
                    if !is_told && !self.is_minimal {
                        missing.named(name);
                    }
                }
            }
        }
        out.around("D:response", |out| {
            out.href(&shown.href());
            if !found.is_empty() || missing.is_empty() {
                propstat(&found, FOUND, out);
            }
            if !missing.is_empty() {
                propstat(&missing, NOT_FOUND, out);
            }
        });
    }
}

/// Writes that nothing is at an address any more, or never was.
pub fn answer_missing(href: &str, out: &mut Markup) {
    out.around("D:response", |out| {
        out.href(href);
        out.text("D:status", NOT_FOUND);
    });
}

fn propstat(properties: &Markup, status: &str, out: &mut Markup) {
    out.around("D:propstat", |out| {
        out.around("D:prop", |out| out.append(properties));
        out.text("D:status", status);
    });
}

/// The names of some elements, each once.
pub fn names<'a>(elements: impl IntoIterator<Item = &'a Element>) -> Result<Vec<Name>, DavError> {
    let mut names: Vec<Name> = Vec::new();
    for element in elements {
        if !names.contains(&element.name) {
            names.push(element.name.clone());
        }
        if names.len() > MAX_PROPERTIES {
            return Err(DavError::unreadable(
                "More than 100 properties are asked for.",
            ));
        }
    }
    let length: usize = names
        .iter()
        .map(|name| name.namespace.len() + name.local.len())
        .sum();
    match length > MAX_NAMES {
        true => Err(DavError::unreadable(
            "The names of the properties are too long.",
        )),
        false => Ok(names),
    }
}

/// What is wanted of the data of calendar objects.
fn data(prop: &Element) -> Result<Option<Data>, DavError> {
    let Some(data) = prop.child(CALDAV, "calendar-data") else {
        return Ok(None);
    };
    let is = |name: &str, only: &str| {
        let value = data.attribute(name).unwrap_or(only);
        value.eq_ignore_ascii_case(only)
    };
    if !is("content-type", "text/calendar") || !is("version", "2.0") {
        return Err(Condition::SupportedData.into());
    }
    Ok(Some(match data.child(CALDAV, "expand") {
        Some(expand) => Data::Expanded(Range::closed(expand)?),
        None => Data::Whole,
    }))
}
