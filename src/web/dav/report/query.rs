//! `calendar-query` (RFC 4791, section 7.8): objects that a filter lets through.

use super::filter::CompFilter;
use crate::feeds::Stock;
use crate::web::dav::answer::Item;
use crate::web::dav::calendar::Calendar;
use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::headers::Depth;
use crate::web::dav::lookup::Lookup;
use crate::web::dav::members;
use crate::web::dav::resource::Resource;
use crate::web::dav::xml::{CALDAV, Element};

/// Which objects are asked for.
pub struct Query {
    filter: CompFilter,
    among: Among,
}

/// Where they are looked for.
enum Among {
    /// In the calendar.
    Members,
    /// At the address itself.
    One(String),
    /// Nowhere: a calendar itself is no object (section 7.8; a depth that is not named is 0).
    None,
}

impl Query {
    /// The question in a body.
    pub fn read(body: &Element, resource: &Resource, depth: Depth) -> Result<Self, DavError> {
        let mut filters = body.each(CALDAV, "filter");
        let (Some(filter), None) = (filters.next(), filters.next()) else {
            return Err(Condition::ValidFilter.into());
        };
        Ok(Self {
            filter: CompFilter::of_calendar(filter)?,
            among: match (resource, depth) {
                (Resource::Object(_, uid), _) => Among::One(uid.clone()),
                (_, Depth::Zero) => Among::None,
                _ => Among::Members,
            },
        })
    }

    /// The objects.
    pub fn answer(&self, stock: &Stock, calendar: &Calendar) -> Vec<Item> {
        let uids: Vec<String> = match &self.among {
            Among::None => Vec::new(),
            Among::One(uid) => vec![uid.clone()],
            Among::Members => members::all(stock, &calendar.which)
                .into_iter()
                .map(|member| member.uid)
                .collect(),
        };
        let mut lookup = Lookup::new(stock, &calendar.which);
        let is_met = |uid: &String| {
            let found = lookup.object(uid);
            found.is_some_and(|(object, _)| self.filter.lets_through(object))
        };
        uids.into_iter().filter(is_met).map(Item::Object).collect()
    }
}
