//! What is told of each resource: the values of its properties.

use super::BODY;
use super::calendar::{COLOUR, Calendar};
use super::headers::http_date;
use super::property::Property;
use super::resource::{HOME, PRINCIPAL, PRINCIPALS, ROOT};
use super::xml::Markup;
use crate::feeds::CalendarObject;
use chrono::{DateTime, Utc};
use std::borrow::Cow;

/// A resource with what is known of it.
pub enum Shown<'a> {
    /// The beginning.
    Root,
    /// What principals stand in.
    Principals,
    /// The one reader.
    Principal,
    /// What calendars stand in.
    Home,
    /// A calendar.
    Calendar(&'a Calendar),
    /// One of its objects.
    Object(ShownObject<'a>),
}

/// A calendar object with what is known of it.
pub struct ShownObject<'a> {
    /// Its address, as a path.
    pub href: String,
    /// What it says.
    pub object: &'a CalendarObject,
    /// When what it says was published last, UTC.
    pub modified: DateTime<Utc>,
    /// What a report wants of its data.
    pub data: Option<String>,
}

/// The reports of a calendar, and of an object as far as they are about one.
const REPORTS: [&str; 4] = [
    "C:calendar-query",
    "C:calendar-multiget",
    "C:free-busy-query",
    "D:sync-collection",
];

/// The type of a calendar object that is told in a property.
const OBJECT_TYPE: &str = "text/calendar; charset=utf-8; component=vevent";

impl Shown<'_> {
    /// Its address, as a path.
    pub fn href(&self) -> Cow<'_, str> {
        match self {
            Self::Root => ROOT.into(),
            Self::Principals => PRINCIPALS.into(),
            Self::Principal => PRINCIPAL.into(),
            Self::Home => HOME.into(),
            Self::Calendar(calendar) => calendar.which.href().into(),
            Self::Object(object) => object.href.as_str().into(),
        }
    }

    /// Writes a property with its value; `false` if the resource has none of that name.
    pub fn tell(&self, property: Property, out: &mut Markup) -> bool {
        let name = property.name();
        match property {
            Property::ResourceType => self.tell_type(out),
            Property::CurrentUserPrincipal | Property::Owner => {
                out.around(name, |inside| inside.href(PRINCIPAL));
            }
            Property::PrincipalCollectionSet => {
                out.around(name, |inside| inside.href(PRINCIPALS));
            }
            Property::CurrentUserPrivilegeSet => out.around(name, tell_privileges),
            Property::SupportedReportSet => out.around(name, |inside| self.tell_reports(inside)),
            Property::CalendarHomeSet if self.leads_home() => {
                out.around(name, |inside| inside.href(HOME));
            }
            _ => return self.tell_own(property, out),
        }
        true
    }

    /// Programs look for calendars from the reader; some from wherever they were sent to.
    fn leads_home(&self) -> bool {
        matches!(
            self,
            Self::Root | Self::Principals | Self::Principal | Self::Home
        )
    }

    fn tell_own(&self, property: Property, out: &mut Markup) -> bool {
        match self {
            Self::Root => tell_name(property, "Common IGF calendar", out),
            Self::Principals => tell_name(property, "Readers", out),
            Self::Home => tell_name(property, "Calendars", out),
            Self::Principal => tell_principal(property, out),
            Self::Calendar(calendar) => tell_calendar(calendar, property, out),
            Self::Object(object) => object.tell(property, out),
        }
    }

    fn tell_type(&self, out: &mut Markup) {
        let name = Property::ResourceType.name();
        let types: &[&str] = match self {
            Self::Root | Self::Principals | Self::Home => &["D:collection"],
            Self::Principal => &["D:collection", "D:principal"],
            Self::Calendar(_) => &["D:collection", "C:calendar"],
            Self::Object(_) => &[],
        };
        out.around(name, |inside| {
            types.iter().for_each(|one| inside.empty(one));
        });
    }

    fn tell_reports(&self, out: &mut Markup) {
        let reports: &[&str] = match self {
            Self::Calendar(_) => &REPORTS,
            Self::Object(_) => &REPORTS[..2],
            _ => &[],
        };
        for report in reports {
            out.around("D:supported-report", |inside| {
                inside.around("D:report", |inside| inside.empty(report));
            });
        }
    }
}

impl ShownObject<'_> {
    fn tell(&self, property: Property, out: &mut Markup) -> bool {
        let name = property.name();
        match property {
            Property::GetEtag => out.text(name, self.object.etag()),
            Property::GetContentType => out.text(name, OBJECT_TYPE),
            Property::GetContentLength => {
                out.text(name, &self.object.calendar().len().to_string());
            }
            Property::GetLastModified => out.text(name, &http_date(self.modified)),
            Property::CalendarData => match &self.data {
                Some(data) => out.text(name, data),
                None => return false,
            },
            _ => return false,
        }
        true
    }
}

fn tell_name(property: Property, name: &str, out: &mut Markup) -> bool {
    let is_asked = property == Property::DisplayName;
    if is_asked {
        out.text(property.name(), name);
    }
    is_asked
}

fn tell_principal(property: Property, out: &mut Markup) -> bool {
    let name = property.name();
    match property {
        Property::DisplayName => out.text(name, "Reader"),
        Property::PrincipalUrl => out.around(name, |inside| inside.href(PRINCIPAL)),
        Property::AlternateUriSet | Property::GroupMembership => out.empty(name),
        _ => return false,
    }
    true
}

fn tell_calendar(calendar: &Calendar, property: Property, out: &mut Markup) -> bool {
    let name = property.name();
    match property {
        Property::DisplayName => out.text(name, &calendar.name),
        Property::CalendarDescription => out.text(name, &calendar.description),
        Property::CalendarColour => out.text(name, COLOUR),
        Property::SyncToken | Property::GetCtag => out.text(name, &calendar.token),
        Property::SupportedComponents => {
            out.around(name, |inside| inside.with("C:comp", &[("name", "VEVENT")]));
        }
        Property::SupportedData => {
            let kind = [("content-type", "text/calendar"), ("version", "2.0")];
            out.around(name, |inside| inside.with("C:calendar-data", &kind));
        }
        Property::SupportedCollations => out.around(name, |inside| {
            for collation in super::report::COLLATIONS {
                inside.text("C:supported-collation", collation);
            }
        }),
        // Nobody writes any, so it is as good as any other; it bounds what programs hold ready.
        Property::MaxResourceSize => out.text(name, &BODY.to_string()),
        _ => return false,
    }
    true
}

/// To read, and to see that one may (RFC 3744, section 3): programs show the calendar as read only.
fn tell_privileges(out: &mut Markup) {
    for privilege in [
        "D:read",
        "C:read-free-busy",
        "D:read-current-user-privilege-set",
    ] {
        out.around("D:privilege", |inside| inside.empty(privilege));
    }
}
