//! Answers about many resources (RFC 4918, section 13), put together while they are sent: a calendar
//! of ten thousand meetings is some twenty megabytes of XML, of which a client that is slow to read
//! holds one slice.

use super::calendar::Calendar;
use super::headers;
use super::members;
use super::report::time::Range;
use super::shown::{Shown, ShownObject};
use super::wanted::{Data, Wanted, answer_missing};
use super::xml::Markup;
use crate::feeds::Stock;
use crate::web::middleware::slices::SLICE;
use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::http::header;
use actix_web::web::Bytes;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::vec::IntoIter;

const ROOT: &str = "D:multistatus";

/// What is told of one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// What is wanted of the object of a UID.
    Object(String),
    /// That nothing is there.
    Missing(String),
}

/// An answer about objects of one calendar.
pub struct Listing {
    /// What feeds say of the calendar as it stood when the request came.
    pub stock: Arc<Stock>,
    /// Whose objects they are.
    pub calendar: Calendar,
    /// What is told of them.
    pub wanted: Wanted,
    /// What stands before them.
    pub head: Markup,
    /// The objects.
    pub items: Vec<Item>,
    /// What stands after them.
    pub tail: Markup,
}

impl Listing {
    /// Objects and nothing around them.
    pub fn new(stock: Arc<Stock>, calendar: Calendar, wanted: Wanted, items: Vec<Item>) -> Self {
        Self {
            stock,
            calendar,
            wanted,
            head: Markup::new(),
            items,
            tail: Markup::new(),
        }
    }

    /// The answer.
    pub fn respond(self) -> HttpResponse {
        multistatus().body(Sent {
            items: self.items.clone().into_iter(),
            listing: self,
            state: State::Begun,
        })
    }

    /// What of an object is held within a span, each recurrence by itself. Whoever asks for objects of
    /// that span gets no other; by any other question an object may have nothing then.
    fn expanded(&self, uid: &str, range: Range) -> Option<String> {
        let span = (range.start, range.end);
        let object = members::expanded(&self.stock, &self.calendar.which, uid, span)?;
        Some(object.calendar())
    }

    fn write(&self, item: &Item, out: &mut Markup) {
        let uid = match item {
            Item::Missing(href) => return answer_missing(href, out),
            Item::Object(uid) => uid,
        };
        let href = self.calendar.which.href_of(uid);
        let held = members::by_uid(&self.stock, &self.calendar.which, uid);
        let Some((held, object)) = held
            .as_ref()
            .and_then(|held| Some((held, held.object(uid)?)))
        else {
            return answer_missing(&href, out);
        };
        let data = self.wanted.data.as_ref().and_then(|data| match data {
            Data::Whole => Some(object.calendar()),
            // What does not come by a rule is there as it is, in UTC.
            Data::Expanded(_) if !object.repeats() => Some(object.calendar()),
            Data::Expanded(range) => self.expanded(uid, *range),
        });
        let shown = Shown::Object(ShownObject {
            href,
            object,
            modified: held.modified,
            data,
        });
        self.wanted.answer(&shown, out);
    }
}

/// The beginning of an answer that is whole already.
pub fn document() -> Markup {
    Markup::document(ROOT)
}

/// An answer that is whole already.
pub fn respond(mut markup: Markup) -> HttpResponse {
    markup.close(ROOT);
    multistatus().body(markup.into_string())
}

fn multistatus() -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::MultiStatus();
    response
        .content_type(headers::XML)
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::VARY, "Depth, Prefer, Brief"));
    response
}

/// An answer that is being sent.
struct Sent {
    listing: Listing,
    items: IntoIter<Item>,
    state: State,
}

enum State {
    Begun,
    Going,
    Ended,
}

impl Sent {
    fn slice(&mut self) -> Markup {
        let mut out = match self.state {
            State::Begun => document(),
            State::Going | State::Ended => Markup::new(),
        };
        if matches!(self.state, State::Begun) {
            out.append(&self.listing.head);
            self.state = State::Going;
        }
        while out.len() < SLICE {
            let Some(item) = self.items.next() else {
                out.append(&self.listing.tail);
                out.close(ROOT);
                self.state = State::Ended;
                break;
            };
            self.listing.write(&item, &mut out);
        }
        out
    }
}

impl MessageBody for Sent {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        if matches!(self.state, State::Ended) {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(Ok(self.slice().into_string().into())))
    }
}
