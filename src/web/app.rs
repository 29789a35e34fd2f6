//! What every handler shares.

use crate::acts::Acts;
use crate::calendar::LiveCalendar;
use crate::clock::Clock;
use crate::domain::KnownHosts;
use crate::feeds::{FeedCache, Shelf, Site};
use crate::settings::{BaseUrl, Settings};
use crate::store::{Store, StoreError};
use crate::web::error::WebError;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The parts of the house, put together once at the start.
pub struct App {
    /// For reading; whatever is written is one of the acts.
    pub store: Store,
    pub acts: Acts,
    pub calendar: Arc<LiveCalendar>,
    pub clock: Clock,
    pub(super) base_url: BaseUrl,
    pub(super) site: Site,
    pub(super) shelf: Shelf,
    pub(super) feeds: FeedCache,
    pub(super) forward_hosts: KnownHosts,
    pub(super) form_bytes: usize,
    pub(super) request_seconds: u64,
    pub(super) trusted_proxies: Vec<IpAddr>,
    pub(super) security_contact: Option<String>,
    /// The longest that a request waits for the database.
    answer: Duration,
    is_closing: AtomicBool,
    drafts: DefaultKeyedRateLimiter<IpAddr>,
}

impl App {
    /// Puts the parts together.
    pub fn new(settings: &Settings, store: Store, calendar: LiveCalendar, clock: Clock) -> Self {
        let drafts = NonZeroU32::new(settings.limits.drafts_per_minute).unwrap_or(NonZeroU32::MIN);
        let site = Site::new(settings.server.base_url.as_str());
        let calendar = Arc::new(calendar);
        Self {
            acts: Acts::new(store.clone(), clock).showing(Arc::clone(&calendar)),
            store,
            calendar,
            clock,
            shelf: Shelf::new(site.clone()),
            site,
            base_url: settings.server.base_url.clone(),
            feeds: FeedCache::default(),
            forward_hosts: settings.join.forward_hosts.clone(),
            form_bytes: settings.limits.form_kilobytes * 1024,
            request_seconds: settings.server.request_seconds,
            trusted_proxies: settings.server.trusted_proxies.clone(),
            security_contact: settings.server.security_contact.clone(),
            answer: Duration::from_secs(settings.database.answer_seconds.into()),
            is_closing: AtomicBool::new(false),
            drafts: RateLimiter::keyed(Quota::per_minute(drafts)),
        }
    }

    /// Puts every meeting into words for feeds, which takes a quarter of a second for ten thousand.
    pub fn prepare_feeds(&self) {
        self.shelf.stock(&self.calendar.current()).prepare();
    }

    /// From now on every answer says that its connection ends.
    pub fn begin_to_close(&self) {
        self.is_closing.store(true, Ordering::Relaxed);
    }

    /// Whether the server is about to stop.
    pub(super) fn is_closing(&self) -> bool {
        self.is_closing.load(Ordering::Relaxed)
    }

    /// Whether this client may begin another draft now.
    pub(super) fn may_begin_draft(&self, client: Option<IpAddr>) -> bool {
        let Some(client) = client else { return true };
        // The table would keep every address for good.
        if self.drafts.len() > 10_000 {
            self.drafts.retain_recent();
        }
        self.drafts.check_key(&client).is_ok()
    }
}

/// Runs acts, or reads the store, off the event loop. Nobody waits for a database that is known to be
/// away, and nobody for longer than is set; the work then goes on without them.
pub(super) async fn blocking<T, E>(
    app: &Arc<App>,
    work: impl FnOnce(&App) -> Result<T, E> + Send + 'static,
) -> Result<T, WebError>
where
    T: Send + 'static,
    E: Into<WebError> + Send + 'static,
{
    app.store.admit()?;
    let shared = Arc::clone(app);
    let work = actix_web::web::block(move || work(&shared));
    let Ok(outcome) = tokio::time::timeout(app.answer, work).await else {
        app.store.note_silence();
        return Err(StoreError::Silent.into());
    };
    let outcome = outcome.map_err(|_| WebError::Busy)?.map_err(E::into);
    if let Err(WebError::Store(error)) = &outcome {
        app.store.note_failure(error);
    }
    outcome
}
