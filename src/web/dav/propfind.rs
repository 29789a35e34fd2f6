//! PROPFIND (RFC 4918, section 9.1): what resources are, and what stands in them.

use super::answer::{self, Item, Listing};
use super::calendar::Calendar;
use super::error::DavError;
use super::headers::Depth;
use super::lookup::Lookup;
use super::members;
use super::resource::{Resource, Which};
use super::shown::Shown;
use super::wanted::Wanted;
use super::xml::Markup;
use crate::feeds::Stock;
use actix_web::HttpResponse;
use std::sync::Arc;

/// The answer about a resource and, if `depth` says so, what stands in it. Looks through a whole
/// calendar, so it is for a thread that may take its time.
pub fn answer(
    stock: Arc<Stock>,
    resource: &Resource,
    (wanted, depth): (Wanted, Depth),
    token: &str,
) -> Result<Listing, DavError> {
    let calendar = |which| Calendar::of(which, stock.snapshot(), token);
    let which = match resource {
        Resource::Calendar(which) | Resource::Object(which, _) => which,
        _ => &Which::All,
    };
    let calendar = calendar(which);
    let mut head = Markup::new();
    let items = match resource {
        Resource::Object(_, uid) => match is_there(&stock, &calendar.which, uid) {
            true => vec![Item::Object(uid.clone())],
            false => return Err(DavError::NotFound),
        },
        Resource::Calendar(_) => {
            wanted.answer(&Shown::Calendar(&calendar), &mut head);
            match depth {
                Depth::Zero => Vec::new(),
                _ => members::all(&stock, &calendar.which)
                    .into_iter()
                    .map(|member| Item::Object(member.uid))
                    .collect(),
            }
        }
        _ => {
            tell_collections(resource, depth, &wanted, (&stock, token), &mut head);
            Vec::new()
        }
    };
    Ok(Listing {
        head,
        ..Listing::new(stock, calendar, wanted, items)
    })
}

/// Fails if a resource is an object that is not there.
pub fn is_found(stock: &Stock, resource: &Resource) -> Result<(), DavError> {
    match resource {
        Resource::Object(which, uid) if !is_there(stock, which, uid) => Err(DavError::NotFound),
        _ => Ok(()),
    }
}

/// Whether there is an object of a UID.
fn is_there(stock: &Stock, which: &Which, uid: &str) -> bool {
    Lookup::new(stock, which).object(uid).is_some()
}

fn tell_collections(
    resource: &Resource,
    depth: Depth,
    wanted: &Wanted,
    (stock, token): (&Stock, &str),
    out: &mut Markup,
) {
    let (own, inside): (Shown<'_>, Vec<Shown<'_>>) = match resource {
        Resource::Root => (Shown::Root, vec![Shown::Principals, Shown::Home]),
        Resource::Principals => (Shown::Principals, vec![Shown::Principal]),
        Resource::Principal => (Shown::Principal, Vec::new()),
        _ => (Shown::Home, Vec::new()),
    };
    wanted.answer(&own, out);
    if depth == Depth::Zero {
        return;
    }
    for one in inside {
        wanted.answer(&one, out);
    }
    if matches!(own, Shown::Home) {
        for calendar in Calendar::offered(stock.snapshot(), token) {
            wanted.answer(&Shown::Calendar(&calendar), out);
        }
    }
}

/// The answer to a request without a body that is about nothing but itself.
pub fn alone(listing: Listing) -> HttpResponse {
    if !listing.items.is_empty() {
        return listing.respond();
    }
    let mut markup = answer::document();
    markup.append(&listing.head);
    answer::respond(markup)
}
