//! What every handler shares.

use crate::acts::{Acts, Limit};
use crate::calendar::LiveCalendar;
use crate::clock::Clock;
use crate::domain::factor::RelyingParty;
use crate::domain::web_url::EmailAddress;
use crate::domain::{KnownHosts, MeetingId};
use crate::feeds::{FeedInfo, Shelf, Site, single};
use crate::i18n::Language;
use crate::settings::{BaseUrl, RetentionSettings, Settings};
use crate::store::{Store, StoreError};
use crate::web::allowance::Allowance;
use crate::web::answers::KeptAnswers;
use crate::web::error::WebError;
use crate::web::gate::Gate;
use crate::web::late::Late;
use crate::web::log_mark::Verified;
use crate::web::metrics::Metrics;
use std::net::IpAddr;
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
    /// What is counted while the server runs.
    pub metrics: Metrics,
    pub(super) base_url: BaseUrl,
    pub(super) site: Site,
    pub(super) shelf: Shelf,
    pub(super) answers: KeptAnswers,
    pub(super) forward_hosts: KnownHosts,
    pub(super) form_bytes: usize,
    pub(super) request_seconds: u64,
    pub(super) trusted_proxies: Vec<IpAddr>,
    /// Whether mail is handed over anywhere.
    pub(super) sends_mail: bool,
    /// Whether those of the desk have to give a second factor.
    pub(super) asks_for_factor: bool,
    /// What passkeys are bound to; `None` if they cannot be had where the calendar is.
    pub(super) party: Option<RelyingParty>,
    pub(super) security_contact: Option<String>,
    pub(super) privacy: Privacy,
    /// The longest that a request waits for the database.
    answer: Duration,
    is_closing: AtomicBool,
    drafts: [Allowance; 2],
    saves: Allowance,
    entries: Allowance,
    pub(super) drafts_anywhere: Gate,
    pub(super) entries_anywhere: Gate,
    pub(super) late: Late,
    /// Places of the change log that what programs hand back is compared with.
    pub(super) places: Verified,
}

/// What is told of what is kept about people.
pub struct Privacy {
    pub retention: RetentionSettings,
    /// For how many days the calendar's own backups are kept, if it makes any.
    pub backup_days: Option<u32>,
    /// Where people may ask.
    pub ask: Option<EmailAddress>,
}

impl Privacy {
    fn of(settings: &Settings) -> Self {
        let backup = &settings.backup;
        let hours = u64::from(backup.every_hours) * backup.keep as u64;
        let makes_backups = !backup.folder.trim().is_empty();
        Self {
            retention: settings.retention.clone(),
            backup_days: makes_backups
                .then(|| u32::try_from(hours.div_ceil(24)).unwrap_or(u32::MAX)),
            ask: settings.mail.reply_to.clone(),
        }
    }
}

impl App {
    /// Puts the parts together.
    pub fn new(settings: &Settings, store: Store, calendar: LiveCalendar, clock: Clock) -> Self {
        let limits = &settings.limits;
        let site = Site::new(settings.server.base_url.as_str());
        let calendar = Arc::new(calendar);
        let party = RelyingParty::at(settings.server.base_url.as_str());
        Self {
            acts: Acts::new(store.clone(), clock)
                .showing(Arc::clone(&calendar))
                .within(limits)
                .proving(party.clone(), settings.desk.second_factor.is_required()),
            asks_for_factor: settings.desk.second_factor.is_required(),
            party,
            store,
            calendar,
            clock,
            metrics: Metrics::default(),
            shelf: Shelf::new(site.clone(), clock),
            site,
            base_url: settings.server.base_url.clone(),
            answers: KeptAnswers::default(),
            forward_hosts: settings.join.forward_hosts.clone(),
            form_bytes: limits.form_kilobytes * 1024,
            request_seconds: settings.server.request_seconds,
            trusted_proxies: settings.server.trusted_proxies.clone(),
            sends_mail: !settings.mail.smtp_url.trim().is_empty(),
            security_contact: settings.server.security_contact.clone(),
            privacy: Privacy::of(settings),
            answer: Duration::from_secs(settings.database.answer_seconds.into()),
            is_closing: AtomicBool::new(false),
            drafts: [
                Allowance::per_minute(limits.drafts_per_minute),
                Allowance::per_day(limits.drafts_per_day),
            ],
            saves: Allowance::per_minute(limits.saves_per_minute),
            entries: Allowance::per_minute(limits.entries_per_minute),
            drafts_anywhere: Gate::new(Limit::Drafts, limits.drafts_per_minute),
            entries_anywhere: Gate::new(Limit::Entries, limits.entries_per_minute),
            late: Late::default(),
            places: Verified::default(),
        }
    }

    /// Puts every meeting into words for feeds, which takes a quarter of a second for ten thousand.
    pub fn prepare_feeds(&self) {
        self.shelf.stock(&self.calendar.current()).prepare();
    }

    /// A published meeting as iCalendar, as its own feed has it in a language; `None` if there is none of
    /// that id, or if its date is too vague for the format.
    pub fn ics_of(&self, meeting: MeetingId, language: Language) -> Option<Vec<u8>> {
        let snapshot = self.calendar.current();
        let info = FeedInfo::of_meeting(language, &self.site, snapshot.meeting(meeting)?, None);
        let feed = single(&info, meeting, &self.shelf.stock(&snapshot))?;
        Some(feed.into_bytes())
    }

    /// From now on every answer says that its connection ends.
    pub fn begin_to_close(&self) {
        self.is_closing.store(true, Ordering::Relaxed);
    }

    /// Whether the server is about to stop.
    pub(super) fn is_closing(&self) -> bool {
        self.is_closing.load(Ordering::Relaxed)
    }

    /// Counts a draft that this client begins.
    pub(super) fn count_draft(&self, client: Option<IpAddr>) -> Result<(), WebError> {
        count(&self.drafts, client)
    }

    /// Counts something that this client stores in a draft that it has begun.
    pub(super) fn count_save(&self, client: Option<IpAddr>) -> Result<(), WebError> {
        count(std::slice::from_ref(&self.saves), client)
    }

    /// Counts that this client tries a one-time address of the desk.
    pub(super) fn count_entry(&self, client: Option<IpAddr>) -> Result<(), WebError> {
        count(std::slice::from_ref(&self.entries), client)
    }

    /// Lets go of the clients that did nothing lately.
    pub fn forget_idle_clients(&self) {
        self.drafts.iter().for_each(Allowance::forget_idle);
        self.saves.forget_idle();
        self.entries.forget_idle();
    }
}

fn count(allowances: &[Allowance], client: Option<IpAddr>) -> Result<(), WebError> {
    let Some(client) = client else { return Ok(()) };
    let mut all = allowances.iter();
    all.try_for_each(|allowance| allowance.take(client))
        .map_err(WebError::TooMany)
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
    // What is logged there belongs to the request.
    let span = tracing::Span::current();
    let work = actix_web::web::block(move || span.in_scope(|| work(&shared)));
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
