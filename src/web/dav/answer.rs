//! Answers about many resources (RFC 4918, section 13), put together while they are sent: a calendar
//! of ten thousand meetings is some twenty megabytes of XML, of which a client that is slow to read
//! holds one batch. Batches are made off the event loop, and none before the one before was taken.

use super::calendar::Calendar;
use super::headers;
use super::lookup::Lookup;
use super::members::meeting_of;
use super::shown::{Shown, ShownObject};
use super::wanted::{Data, Wanted, answer_missing};
use super::xml::Markup;
use crate::feeds::{CalendarObject, Stock};
use crate::web::middleware::slices::SLICE;
use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::error::BlockingError;
use actix_web::http::header;
use actix_web::web::{self, Bytes};
use std::future::Future;
use std::iter::Peekable;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::vec::IntoIter;

const ROOT: &str = "D:multistatus";
/// The length in bytes behind which a batch ends even amid the objects of a meeting, which are then made
/// once more for the next.
const BATCH: usize = 256 * 1024;

/// What is told of one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// What is wanted of the object of a UID.
    Object(String),
    /// That nothing is there.
    Missing(String),
}

impl Item {
    /// Whether both are objects of one meeting.
    fn is_of_meeting_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Object(own), Self::Object(other)) => meeting_of(own) == meeting_of(other),
            _ => false,
        }
    }
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
    pub fn respond(mut self) -> HttpResponse {
        let items = std::mem::take(&mut self.items);
        multistatus().body(Sent::new(Rest {
            items: items.into_iter().peekable(),
            listing: self,
            is_begun: false,
        }))
    }

    fn begun(&self) -> Markup {
        let mut out = document();
        out.append(&self.head);
        out
    }

    fn write(&self, item: &Item, lookups: &mut Lookups<'_>, out: &mut Markup) {
        let uid = match item {
            Item::Missing(href) => return answer_missing(href, out),
            Item::Object(uid) => uid,
        };
        let href = self.calendar.which.href_of(uid);
        let Some((object, modified)) = lookups.as_it_is.object(uid) else {
            return answer_missing(&href, out);
        };
        let data = self.wanted.data.as_ref().and_then(|data| match data {
            Data::Whole => Some(object.calendar()),
            // What does not come by a rule is there as it is, in UTC.
            Data::Expanded(_) if !object.repeats() => Some(object.calendar()),
            // Whoever asks for objects of that span gets no other; by any other question an object
            // may have nothing then.
            Data::Expanded(range) => {
                let object = lookups.expanded.expanded(uid, (range.start, range.end));
                object.map(CalendarObject::calendar)
            }
        });
        let shown = Shown::Object(ShownObject {
            href,
            object,
            modified,
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

/// Where objects of a listing are looked up, as they are and taken apart.
struct Lookups<'a> {
    as_it_is: Lookup<'a>,
    expanded: Lookup<'a>,
}

impl<'a> Lookups<'a> {
    fn of(listing: &'a Listing) -> Self {
        let lookup = || Lookup::new(&listing.stock, &listing.calendar.which);
        Self {
            as_it_is: lookup(),
            expanded: lookup(),
        }
    }
}

/// What of an answer is still to be made.
struct Rest {
    listing: Listing,
    items: Peekable<IntoIter<Item>>,
    is_begun: bool,
}

/// Some of an answer, and what comes behind it.
type Made = (Bytes, Option<Rest>);

impl Rest {
    /// Makes a slice or somewhat more of it, up to where another meeting begins.
    fn batch(mut self) -> Made {
        let mut out = Markup::new();
        let is_whole = self.fill(&mut out);
        (out.into_string().into(), (!is_whole).then_some(self))
    }

    /// Whether that is all of it.
    fn fill(&mut self, out: &mut Markup) -> bool {
        let listing = &self.listing;
        if !std::mem::replace(&mut self.is_begun, true) {
            out.append(&listing.begun());
        }
        let mut lookups = Lookups::of(listing);
        while let Some(item) = self.items.next() {
            listing.write(&item, &mut lookups, out);
            let next = self.items.peek();
            let is_amid = next.is_some_and(|next| next.is_of_meeting_of(&item));
            if out.len() >= BATCH || (out.len() >= SLICE && !is_amid) {
                return false;
            }
        }
        out.append(&listing.tail);
        out.close(ROOT);
        true
    }
}

type Making = Pin<Box<dyn Future<Output = Result<Made, BlockingError>>>>;

/// An answer that is being sent.
struct Sent {
    /// Made and not sent yet.
    ready: Bytes,
    rest: Option<Rest>,
    making: Option<Making>,
}

impl Sent {
    fn new(rest: Rest) -> Self {
        Self {
            ready: Bytes::new(),
            rest: Some(rest),
            making: None,
        }
    }
}

impl MessageBody for Sent {
    type Error = BlockingError;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, BlockingError>>> {
        if self.ready.is_empty() {
            if let Some(rest) = self.rest.take() {
                self.making = Some(Box::pin(web::block(move || rest.batch())));
            }
            let Some(making) = &mut self.making else {
                return Poll::Ready(None);
            };
            let made = ready!(making.as_mut().poll(context));
            self.making = None;
            match made {
                Ok((ready, rest)) => (self.ready, self.rest) = (ready, rest),
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
        let next = self.ready.len().min(SLICE);
        Poll::Ready(Some(Ok(self.ready.split_to(next))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Filter;
    use crate::feeds::MADE;
    use crate::feeds::tests::stock_of_days;
    use crate::i18n::Language;
    use crate::web::dav::members;
    use crate::web::dav::resource::Which;

    const DAYS: [&str; 8] = [
        "2018-03-13",
        "2018-03-14",
        "2018-03-20",
        "2018-03-22",
        "2018-04-10",
        "2018-04-13",
        "2018-05-02",
        "2018-05-30",
    ];

    #[test]
    fn what_a_filter_chose_of_a_meeting_is_made_once() {
        let stock = Arc::new(stock_of_days(&DAYS));
        let filter = Filter::of([("mode", "virtual")]);
        let which = Which::Filter(filter, Language::En);
        let members = members::all(&stock, &which).into_iter();
        let items: Vec<_> = members.map(|member| Item::Object(member.uid)).collect();
        assert_eq!(items.len(), 4, "half of the dates");
        let calendar = Calendar::of(&which, stock.snapshot(), "token");
        let wanted = Wanted::of_propfind(None, false).expect("all");
        let rest = Rest {
            items: items.clone().into_iter().peekable(),
            listing: Listing::new(stock, calendar, wanted, items),
            is_begun: false,
        };
        let before = MADE.get();
        let (bytes, rest) = rest.batch();
        assert_eq!(MADE.get() - before, 1);
        assert!(rest.is_none());
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        assert_eq!(text.matches("<D:getetag>").count(), 4, "{text}");
        assert!(text.ends_with("</D:multistatus>"));
    }
}
