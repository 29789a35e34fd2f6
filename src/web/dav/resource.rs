//! What stands at which address below `/dav/`, in both directions. Addresses are compared as they are
//! meant: programs differ in what they escape.

use crate::calendar::{Facet, Filter, Snapshot};
use crate::domain::Slug;
use crate::i18n::Language;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::form_urlencoded;

/// Where all of it begins.
pub const ROOT: &str = "/dav/";
/// The one reader that there is.
pub const PRINCIPAL: &str = "/dav/principals/reader/";
/// What principals stand in.
pub const PRINCIPALS: &str = "/dav/principals/";
/// What calendars stand in.
pub const HOME: &str = "/dav/calendars/";

/// The name of the calendar that holds everything; a group of that name has to do with its filter.
const ALL: &str = "all";
/// The name of the language in the query of a feed, and here.
const LANGUAGE: &str = "lang";
/// Longer addresses, in bytes, are nobody's.
const MAX_ADDRESS: usize = 4000;

/// What of a segment is escaped: all but what it may hold (RFC 3986, section 3.3) and what programs
/// agree about.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'=')
    .remove(b'&');

/// Which meetings a calendar holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All that are public.
    All,
    /// Those of a group, by the slug that it has today.
    Group(Slug),
    /// Those that a filter lets through, told in a language; never all of them in the usual one.
    Filter(Filter, Language),
}

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resource {
    /// The beginning.
    Root,
    /// What principals stand in.
    Principals,
    /// The one reader.
    Principal,
    /// What calendars stand in.
    Home,
    /// A calendar.
    Calendar(Which),
    /// A calendar object, by its UID; whether it is there is another matter.
    Object(Which, String),
}

/// What is found at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// This.
    At(Resource),
    /// It has another address now, or its address another spelling.
    Moved(Resource),
}

impl Which {
    /// The calendar of a group, by the slug that it has today.
    pub fn group(slug: &Slug) -> Self {
        match slug.as_str() {
            ALL => Self::Filter(
                Filter::default().with(Facet::Group, &[ALL]),
                Language::default(),
            ),
            _ => Self::Group(slug.clone()),
        }
    }

    /// The filter that its meetings pass.
    pub fn filter(&self) -> Filter {
        match self {
            Self::All => Filter::default(),
            Self::Group(slug) => Filter::default().with(Facet::Group, &[slug.as_str()]),
            Self::Filter(filter, _) => filter.clone(),
        }
    }

    /// The language of our words in it; what people typed stays as it is.
    pub fn language(&self) -> Language {
        match self {
            Self::All | Self::Group(_) => Language::default(),
            Self::Filter(_, language) => *language,
        }
    }

    /// Its address, as a path.
    pub fn href(&self) -> String {
        match self {
            Self::All => format!("{HOME}{ALL}/"),
            Self::Group(slug) => format!("{HOME}{slug}/"),
            Self::Filter(filter, language) => {
                let query = query_of(filter, *language);
                format!("{ROOT}filter/{}/", utf8_percent_encode(&query, SEGMENT))
            }
        }
    }

    /// The address of one of its objects, as a path.
    pub fn href_of(&self, uid: &str) -> String {
        let name = utf8_percent_encode(uid, SEGMENT);
        format!("{}{name}.ics", self.href())
    }

    /// The UID that the path of an address names in this calendar; `None` if it is the address of
    /// anything else. A filter is compared and not read, as there may be many addresses.
    pub fn uid_at(&self, path: &str, snapshot: &Snapshot) -> Option<String> {
        if path.len() > MAX_ADDRESS {
            return None;
        }
        let segments: Option<Vec<String>> = path.split('/').map(meant).collect();
        let segments = segments?;
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (is_own, file) = match segments[..] {
            ["", "dav", "calendars", name, file] => {
                let named = Self::named(name, snapshot);
                (named.is_some_and(|found| found.what == *self), file)
            }
            ["", "dav", "filter", query, file] => (self.is_spelt(query), file),
            _ => return None,
        };
        let uid = file.strip_suffix(".ics").filter(|_| is_own)?;
        Some(uid.to_owned())
    }

    fn is_spelt(&self, query: &str) -> bool {
        match self {
            Self::Filter(filter, language) => query_of(filter, *language) == query,
            Self::All | Self::Group(_) => false,
        }
    }

    fn named(name: &str, snapshot: &Snapshot) -> Option<Found<Self>> {
        if name == ALL {
            return Some(Found::there(Self::All));
        }
        let slug = Slug::parse(name)
            .ok()
            .filter(|slug| slug.as_str() == name)?;
        let today = &snapshot.group(&slug)?.slug;
        Some(Found {
            is_there: *today == slug,
            what: Self::group(today),
        })
    }

    fn filtered(query: &str, snapshot: &Snapshot) -> Option<Found<Self>> {
        let asked = || form_urlencoded::parse(query.as_bytes());
        let is_known =
            |name: &str| ["q", LANGUAGE].contains(&name) || Facet::from_name(name).is_some();
        if !asked().all(|(name, _)| is_known(&name)) {
            return None;
        }
        let language = match asked().find(|(name, _)| name == LANGUAGE) {
            Some((_, code)) => Language::from_code(&code)?,
            None => Language::default(),
        };
        let filter = Filter::of(asked()).in_todays_names(snapshot);
        if filter.meaningless(snapshot).is_some() {
            return None;
        }
        let filter = filter.respelt(snapshot).unwrap_or(filter);
        let is_all = filter.is_empty() && language == Language::default();
        Some(Found {
            is_there: !is_all && query_of(&filter, language) == query,
            what: match is_all {
                true => Self::All,
                false => Self::Filter(filter, language),
            },
        })
    }
}

impl Resource {
    /// Its address, as a path in its one spelling.
    pub fn href(&self) -> String {
        match self {
            Self::Root => ROOT.to_owned(),
            Self::Principals => PRINCIPALS.to_owned(),
            Self::Principal => PRINCIPAL.to_owned(),
            Self::Home => HOME.to_owned(),
            Self::Calendar(which) => which.href(),
            Self::Object(which, uid) => which.href_of(uid),
        }
    }
}

impl Place {
    /// What stands at the path of an address, as it was sent; `None` if that is nothing.
    pub fn find(path: &str, snapshot: &Snapshot) -> Option<Self> {
        if path.len() > MAX_ADDRESS {
            return None;
        }
        let inside = path.strip_prefix(ROOT).filter(|inside| *inside != "/")?;
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        let segments: Option<Vec<String>> = match inside {
            "" => Some(Vec::new()),
            inside => inside.split('/').map(meant).collect(),
        };
        let segments = segments?;
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (found, file) = match segments[..] {
            [] => return Some(Self::At(Resource::Root)),
            ["principals"] => return Some(Self::At(Resource::Principals)),
            ["principals", "reader"] => return Some(Self::At(Resource::Principal)),
            ["calendars"] => return Some(Self::At(Resource::Home)),
            ["calendars", name] => (Which::named(name, snapshot)?, None),
            ["calendars", name, file] => (Which::named(name, snapshot)?, Some(file)),
            ["filter", query] => (Which::filtered(query, snapshot)?, None),
            ["filter", query, file] => (Which::filtered(query, snapshot)?, Some(file)),
            _ => return None,
        };
        let resource = match file {
            None => Resource::Calendar(found.what),
            Some(file) => Resource::Object(found.what, file.strip_suffix(".ics")?.to_owned()),
        };
        Some(match found.is_there {
            true => Self::At(resource),
            false => Self::Moved(resource),
        })
    }
}

/// Something, and whether its address is the one that was asked for.
struct Found<T> {
    what: T,
    is_there: bool,
}

impl<T> Found<T> {
    fn there(what: T) -> Self {
        Self {
            what,
            is_there: true,
        }
    }
}

/// A filter as the query of a listing, before it is put into a segment.
fn query_of(filter: &Filter, language: Language) -> String {
    let pairs = filter.query();
    let pairs = pairs.map(|(name, value)| format!("{name}={}", escaped(value)));
    let spoken = (language != Language::default()).then(|| format!("{LANGUAGE}={language}"));
    pairs.chain(spoken).collect::<Vec<_>>().join("&")
}

/// A value inside of a query, with what would end it escaped. The rest is escaped once, as any segment is.
fn escaped(value: &str) -> String {
    value
        .replace('%', "%25")
        .replace('&', "%26")
        .replace('+', "%2B")
        .replace('=', "%3D")
}

fn meant(segment: &str) -> Option<String> {
    let meant = percent_decode_str(segment).decode_utf8().ok()?;
    Some(meant.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Option<Place> {
        Place::find(path, &Snapshot::default())
    }

    fn filter(pairs: &[(&str, &str)]) -> Which {
        Which::Filter(Filter::of(pairs.iter().copied()), Language::default())
    }

    #[test]
    fn every_resource_is_found_at_its_own_address() {
        let hostile = filter(&[
            ("q", "a&b=c+d/e%2Ff #?;é\u{202e}"),
            ("kind", "dynamic-coalition"),
        ]);
        for resource in [
            Resource::Root,
            Resource::Principals,
            Resource::Principal,
            Resource::Home,
            Resource::Calendar(Which::All),
            Resource::Object(Which::All, "0190-2".to_owned()),
            Resource::Calendar(filter(&[
                ("kind", "dynamic-coalition"),
                ("mode", "virtual"),
            ])),
            Resource::Calendar(Which::Filter(Filter::default(), Language::Fr)),
            Resource::Calendar(hostile.clone()),
            Resource::Object(hostile, "x".to_owned()),
        ] {
            let href = resource.href();
            assert_eq!(at(&href), Some(Place::At(resource.clone())), "{href}");
            let bare = href.trim_end_matches('/');
            if bare != "/dav" {
                assert_eq!(at(bare), Some(Place::At(resource)), "{bare}");
            }
        }
    }

    #[test]
    fn a_filter_has_one_spelling_however_it_is_escaped() {
        let which = filter(&[
            ("kind", "dynamic-coalition"),
            ("mode", "virtual"),
            ("q", "é x"),
        ]);
        let own = Resource::Calendar(which);
        assert_eq!(
            own.href(),
            "/dav/filter/kind=dynamic-coalition&mode=virtual&q=%C3%A9%20x/"
        );
        let escaped = "/dav/filter/kind%3ddynamic-coalition%26mode%3Dvirtual%26q%3D%c3%a9%20x/";
        assert_eq!(at(escaped), Some(Place::At(own.clone())));
        for other in [
            "/dav/filter/mode=virtual&kind=dynamic-coalition&q=%C3%A9%20x/",
            "/dav/filter/kind=dynamic-coalition&kind=dynamic-coalition&mode=virtual&q=%C3%A9+x/",
            "/dav/filter/kind=dynamic-coalition&mode=virtual&mode=&q=%25C3%25A9%20x/",
        ] {
            assert_eq!(at(other), Some(Place::Moved(own.clone())), "{other}");
        }
        let all = Some(Place::Moved(Resource::Calendar(Which::All)));
        assert_eq!(at("/dav/filter/kind=/"), all);
        assert_eq!(at("/dav/filter/lang=en/"), all);
    }

    #[test]
    fn what_is_nowhere_is_nowhere() {
        let long = format!("/dav/filter/q={}/", "x".repeat(MAX_ADDRESS));
        for path in [
            "/dav",
            "/dav//",
            "/dav/calendars//",
            "/dav/calendars/none/",
            "/dav/calendars/ALL/",
            "/dav/calendars/all/x",
            "/dav/calendars/all/x.ics/y",
            "/dav/principals/admin/",
            "/dav/filter/",
            "/dav/filter/color=red/",
            "/dav/filter/lang=xx/",
            "/dav/filter/kind=none/",
            "/dav/filter/group=none/",
            "/dav/filter/kind=dynamic-coalition&x=1/",
            "/dav/calendars/%ff/",
            "/dav/%2e%2e/",
            long.as_str(),
        ] {
            assert_eq!(at(path), None, "{path}");
        }
    }

    #[test]
    fn an_address_is_of_its_own_calendar_alone() {
        let which = filter(&[("mode", "virtual"), ("q", "é x")]);
        let uid_at = |which: &Which, path: &str| which.uid_at(path, &Snapshot::default());
        let uid = Some("0190-2".to_owned());
        assert_eq!(uid_at(&which, &which.href_of("0190-2")), uid);
        assert_eq!(
            uid_at(
                &which,
                "/dav/filter/mode%3Dvirtual%26q=%c3%a9%20x/0190%2D2.ics"
            ),
            uid
        );
        assert_eq!(uid_at(&Which::All, "/dav/calendars/all/0190-2.ics"), uid);
        for other in [
            "/dav/filter/q=%C3%A9%20x&mode=virtual/0190-2.ics",
            "/dav/calendars/all/0190-2.ics",
            "/dav/filter/mode=virtual&q=%C3%A9%20x/0190-2",
            "/dav/filter/mode=virtual&q=%C3%A9%20x/",
            "0190-2.ics",
        ] {
            assert_eq!(uid_at(&which, other), None, "{other}");
        }
    }

    #[test]
    fn a_group_that_is_called_all_is_not_the_whole() {
        let slug = Slug::parse("all").unwrap();
        assert_eq!(Which::group(&slug).href(), "/dav/filter/group=all/");
    }
}
