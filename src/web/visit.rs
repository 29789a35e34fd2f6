//! What a handler has of a request: what all handlers share, what was asked for, and who asks.

use crate::acts::Acts;
use crate::calendar::{Filter, Snapshot};
use crate::domain::Network;
use crate::web::app::{App, blocking};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::request::{Reader, address, client, query_value, read_filter};
use crate::web::view::View;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::{DateTime, Utc};
use std::future::{Ready, ready};
use std::sync::Arc;

/// A request for something that is put into words for whoever asks.
pub struct Visit {
    pub app: web::Data<App>,
    pub request: HttpRequest,
    pub reader: Reader,
}

impl Visit {
    /// The visit that a request is.
    pub fn new(app: web::Data<App>, request: HttpRequest) -> Self {
        Self {
            reader: Reader::of(&request),
            app,
            request,
        }
    }

    /// What stands around the page that is asked for, with all that its words depend on. One for each
    /// page: from then on, nothing that is published meanwhile is seen.
    pub fn frame(&self, section: Section) -> Frame {
        Frame::new(self, section)
    }

    /// What the words for this reader depend on, as of now.
    pub fn view(&self) -> View {
        View {
            w: self.reader.words(),
            zone: self.reader.zone.clone(),
            now: self.now(),
            snapshot: self.snapshot(),
        }
    }

    /// The present.
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// The calendar as it is published now.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.app.calendar.current()
    }

    /// The code of the reader's language, the first part of addresses.
    pub fn lang(&self) -> &'static str {
        self.reader.language.code()
    }

    /// One parameter of the query; the last one, if it is given several times.
    pub fn query_value(&self, name: &str) -> Option<String> {
        query_value(&self.request, name)
    }

    /// The filter that the query asks for, by the names of today; nothing that is repeated is refused.
    pub fn filter(&self) -> Filter {
        read_filter(&self.request, &self.snapshot())
    }

    /// Counts a draft that whoever asks begins; fails if they began too many lately, here or at other
    /// instances.
    pub async fn count_draft(&self) -> Result<(), WebError> {
        let client = client(&self.app, &self.request);
        self.app.count_draft(client)?;
        self.app.drafts_anywhere.pass(self, client).await
    }

    /// Counts that whoever asks tries a one-time address of the desk; fails if they did so too often
    /// lately, here or at other instances.
    pub async fn count_entry(&self) -> Result<(), WebError> {
        let client = client(&self.app, &self.request);
        self.app.count_entry(client)?;
        self.app.entries_anywhere.pass(self, client).await
    }

    /// Counts something that whoever asks stores in a draft; fails if they did so too often lately.
    pub fn count_save(&self) -> Result<(), WebError> {
        self.app.count_save(client(&self.app, &self.request))
    }

    /// Does something, from the network of whoever asks, off the event loop.
    pub async fn act<T, E>(
        &self,
        act: impl FnOnce(&Acts) -> Result<T, E> + Send + 'static,
    ) -> Result<T, WebError>
    where
        T: Send + 'static,
        E: Into<WebError> + Send + 'static,
    {
        let network = address(&self.app, &self.request).map(Network::of);
        let acts = self.app.acts.from_network(network);
        blocking(&self.app, move |_| act(&acts)).await
    }

    /// Reads the store off the event loop.
    pub async fn blocking<T, E>(
        &self,
        work: impl FnOnce(&App) -> Result<T, E> + Send + 'static,
    ) -> Result<T, WebError>
    where
        T: Send + 'static,
        E: Into<WebError> + Send + 'static,
    {
        blocking(&self.app, work).await
    }
}

impl FromRequest for Visit {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = web::Data::<App>::extract(request).into_inner();
        ready(app.map(|app| Self::new(app, request.clone())))
    }
}
