//! REPORT (RFC 3253, section 3.6): what is asked of a calendar at once.

mod filter;
mod free_busy;
mod multiget;
mod query;
mod sync;
mod text;
pub mod time;

use super::answer::Listing;
use super::calendar::Calendar;
use super::error::{Condition, DavError};
use super::headers::Depth;
use super::resource::Resource;
use super::wanted::Wanted;
use super::xml::{CALDAV, DAV, Element};
use crate::calendar::Snapshot;
use crate::feeds::Stock;
use crate::web::app::App;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use std::sync::Arc;

pub use text::COLLATIONS;

/// A report that is asked for.
pub struct Report {
    wanted: Wanted,
    question: Question,
}

enum Question {
    Query(query::Query),
    Multiget(multiget::Multiget),
    FreeBusy(time::Range),
    Sync(sync::Sync),
}

/// What a report comes to.
pub enum Answered {
    /// Objects and what is wanted of them.
    Listing(Box<Listing>),
    /// A calendar that holds nothing but when somebody is busy.
    FreeBusy(String),
}

impl Report {
    /// The report that a body asks for, of a resource.
    pub fn read(
        body: &Element,
        resource: &Resource,
        (depth, is_minimal): (Depth, bool),
    ) -> Result<Self, DavError> {
        let is = |namespace, local| body.name.is(namespace, local);
        let question = match resource {
            Resource::Calendar(_) | Resource::Object(..) if is(CALDAV, "calendar-query") => {
                Question::Query(query::Query::read(body, resource, depth)?)
            }
            Resource::Calendar(_) | Resource::Object(..) if is(CALDAV, "calendar-multiget") => {
                Question::Multiget(multiget::Multiget::read(body)?)
            }
            Resource::Calendar(_) if is(CALDAV, "free-busy-query") => {
                Question::FreeBusy(free_busy::read(body)?)
            }
            Resource::Calendar(_) if is(DAV, "sync-collection") => {
                Question::Sync(sync::Sync::read(body, depth)?)
            }
            _ => return Err(Condition::SupportedReport.into()),
        };
        Ok(Self {
            wanted: Wanted::of_report(body, is_minimal)?,
            question,
        })
    }

    /// The same if what it starts from still holds.
    pub async fn verified(
        self,
        app: &web::Data<App>,
        snapshot: &Snapshot,
    ) -> Result<Self, DavError> {
        Ok(match self.question {
            Question::Sync(sync) => Self {
                question: Question::Sync(sync.verified(app, snapshot).await?),
                ..self
            },
            question => Self { question, ..self },
        })
    }

    /// What it comes to; `base` is where the calendar lives. Looks through a whole calendar.
    pub fn answer(
        self,
        stock: Arc<Stock>,
        calendar: Calendar,
        (base, now): (&str, DateTime<Utc>),
    ) -> Answered {
        let Self { wanted, question } = self;
        let listing = match question {
            Question::FreeBusy(range) => {
                return Answered::FreeBusy(free_busy::answer(&stock, &calendar, range, now));
            }
            Question::Sync(sync) => sync.answer(stock, calendar, wanted, base),
            Question::Query(query) => {
                let items = query.answer(&stock, &calendar);
                Listing::new(stock, calendar, wanted, items)
            }
            Question::Multiget(multiget) => {
                let items = multiget.answer(stock.snapshot(), &calendar.which);
                Listing::new(stock, calendar, wanted, items)
            }
        };
        Answered::Listing(Box::new(listing))
    }
}

impl Answered {
    /// The answer.
    pub fn respond(self) -> HttpResponse {
        match self {
            Self::Listing(listing) => listing.respond(),
            Self::FreeBusy(text) => HttpResponse::Ok()
                .content_type("text/calendar; charset=utf-8; component=vfreebusy")
                .insert_header((header::CACHE_CONTROL, "no-cache"))
                .body(text),
        }
    }
}
