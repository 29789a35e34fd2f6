//! `sync-collection` (RFC 6578): what changed in a calendar since somebody looked.

use crate::calendar::Snapshot;
use crate::feeds::Stock;
use crate::web::app::App;
use crate::web::dav::answer::{Item, Listing};
use crate::web::dav::calendar::Calendar;
use crate::web::dav::error::{Condition, DavError};
use crate::web::dav::headers::Depth;
use crate::web::dav::members::{self, Change};
use crate::web::dav::token::Token;
use crate::web::dav::wanted::Wanted;
use crate::web::dav::xml::{DAV, Element, Markup};
use actix_web::web;
use std::sync::Arc;

/// What somebody knows, and how much news they take.
pub struct Sync {
    /// What was handed back; empty for nothing at all.
    sent: String,
    /// The same, once it is understood.
    token: Option<Token>,
    limit: Option<usize>,
}

impl Sync {
    /// The question in a body.
    pub fn read(body: &Element, depth: Depth) -> Result<Self, DavError> {
        let level = body.child(DAV, "sync-level").map(Element::words);
        match (level, depth) {
            // Depth has to be 0 (section 3.2), and programs that are much used send 1, as drafts of the
            // RFC had it; nothing else could be meant by it.
            (Some("1" | "infinite" | "infinity") | None, Depth::Zero | Depth::One) => {}
            _ => return Err(DavError::unreadable("sync-level has to be 1, and Depth 0.")),
        }
        let Some(sent) = body.child(DAV, "sync-token") else {
            return Err(DavError::unreadable(
                "There is no sync-token, not even an empty one.",
            ));
        };
        Ok(Self {
            sent: sent.words().to_owned(),
            token: None,
            limit: limit(body)?,
        })
    }

    /// The same with what is known, if that can still be told from what is not.
    pub async fn verified(
        self,
        app: &web::Data<App>,
        snapshot: &Snapshot,
    ) -> Result<Self, DavError> {
        if self.sent.is_empty() {
            return Ok(self);
        }
        let token = Token::read(&self.sent, app.base_url.as_str());
        let token = token.ok_or(Condition::ValidSyncToken)?;
        token.verify(app, snapshot).await?;
        Ok(Self {
            token: Some(token),
            ..self
        })
    }

    /// What changed, by the order of the changes, with the token of what is known then.
    pub fn answer(
        &self,
        stock: Arc<Stock>,
        calendar: Calendar,
        wanted: Wanted,
        base: &str,
    ) -> Listing {
        // Not the day of the clock: midnight may have passed since the stock was taken.
        let today = stock.today();
        let mut news = match &self.token {
            None => members::all(&stock, &calendar.which)
                .into_iter()
                .map(Change::of)
                .collect(),
            Some(token) => members::changed(&stock, &calendar.which, token),
        };
        news.sort_unstable();
        let left_out = match self.limit {
            Some(limit) if limit < news.len() => news.split_off(limit),
            _ => Vec::new(),
        };
        let snapshot = stock.snapshot();
        let token = match (left_out.is_empty(), news.last()) {
            (false, Some(last)) => {
                let day = self.token.as_ref().map_or(today, |token| token.day);
                Token::reached(snapshot, day, (last.seq, last.place.clone()))
            }
            _ => Token::of(snapshot, today),
        };
        let mut tail = Markup::new();
        if !left_out.is_empty() {
            tell_truncated(&calendar.which.href(), &mut tail);
        }
        tail.text("D:sync-token", &token.text(base));
        let items = news.into_iter().map(|change| match change.is_there {
            true => Item::Object(change.uid().to_owned()),
            false => Item::Missing(calendar.which.href_of(change.uid())),
        });
        let items = items.collect();
        Listing {
            tail,
            ..Listing::new(stock, calendar, wanted, items)
        }
    }
}

/// The most changes that somebody takes at once (section 3.6).
fn limit(body: &Element) -> Result<Option<usize>, DavError> {
    let Some(limit) = body.child(DAV, "limit") else {
        return Ok(None);
    };
    let number = limit.child(DAV, "nresults").map(Element::words);
    let number = number.and_then(|words| words.parse().ok());
    match number {
        Some(number) if number > 0 => Ok(Some(number)),
        _ => Err(DavError::unreadable("nresults has to be a number above 0.")),
    }
}

/// Says that there is more (section 3.6).
fn tell_truncated(href: &str, out: &mut Markup) {
    out.around("D:response", |out| {
        out.href(href);
        out.text("D:status", "HTTP/1.1 507 Insufficient Storage");
        out.around("D:error", |out| {
            out.empty("D:number-of-matches-within-limits");
        });
    });
}
