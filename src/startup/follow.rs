//! Following the database: what other instances and imports have published, and, while it is away,
//! reaching for it until it is back. Readers meanwhile see the calendar as it was.

use super::kept::Keeping;
use super::ticks::ticks;
use crate::store::{Store, StoreError};
use crate::web::App;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, Semaphore};
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::{Instant, timeout};

/// How often is looked whether there is something to do.
const LOOK: Duration = Duration::from_millis(250);

/// How often a database that is away is reached for.
const REACH: Duration = Duration::from_secs(1);

/// The most attempts to reach it that may stand still at once.
const ATTEMPTS: usize = 4;

/// How often the same is said of a database that stays away.
const REPEAT: Duration = Duration::from_secs(60);

/// What is done once with a database that was away when the server started.
pub type FirstSteps = Box<dyn Fn() -> Result<(), String> + Send + Sync>;

/// Whoever follows the database.
pub struct Follower {
    app: Arc<App>,
    /// How often the change log is looked at.
    every: Duration,
    /// The longest that anything takes which does not stand still.
    answer: Duration,
    first: Option<Arc<FirstSteps>>,
    attempts: Arc<Semaphore>,
    /// Notified when another instance has published something.
    waking: Arc<Notify>,
    /// What was said of its being away, and when.
    said: Option<(String, Instant)>,
    keeping: Keeping,
}

impl Follower {
    pub fn new(
        app: Arc<App>,
        (every, answer): (Duration, Duration),
        first: Option<FirstSteps>,
        keeping: Keeping,
    ) -> Self {
        Self {
            app,
            every,
            answer,
            first: first.map(Arc::new),
            attempts: Arc::new(Semaphore::new(ATTEMPTS)),
            waking: Arc::default(),
            said: None,
            keeping,
        }
    }

    /// The same, which also looks whenever this is notified.
    pub fn woken_by(self, waking: Arc<Notify>) -> Self {
        Self { waking, ..self }
    }

    /// Follows until it is told to stop; then keeps what was published last.
    pub async fn follow(mut self, mut stopped: tokio::sync::oneshot::Receiver<()>) {
        tokio::select! {
            () = self.follow_on() => {}
            _ = &mut stopped => {}
        }
        let snapshot = self.app.calendar.current();
        if timeout(self.answer, self.keeping.keep(&snapshot))
            .await
            .is_err()
        {
            tracing::warn!("the calendar could not be kept in time");
        }
    }

    async fn follow_on(&mut self) {
        let mut looks = ticks(LOOK);
        let mut due = Instant::now();
        loop {
            tokio::select! {
                _ = looks.tick() => {}
                () = self.waking.notified() => due = Instant::now(),
            }
            if Instant::now() < due && self.app.store.away_since().is_none() {
                continue;
            }
            due = Instant::now() + self.every;
            if self.app.store.away_since().is_some() && !self.reach().await {
                tokio::time::sleep(REACH).await;
                continue;
            }
            if self.begin().await {
                self.catch_up().await;
            }
            self.keeping.look(&self.app.calendar.current()).await;
        }
    }

    /// Whether the database is back.
    async fn reach(&mut self) -> bool {
        let Ok(turn) = Arc::clone(&self.attempts).try_acquire_owned() else {
            return false;
        };
        let store: Store = self.app.store.clone();
        let reached = spawn_blocking(move || {
            let _turn = turn;
            store.reach()
        });
        let failure = match timeout(self.answer, reached).await {
            Ok(Ok(Ok(()))) => {
                self.said = None;
                tracing::info!("the database answers again");
                return true;
            }
            Ok(Ok(Err(error))) => error.to_string(),
            Ok(Err(error)) => error.to_string(),
            Err(_) => StoreError::Silent.to_string(),
        };
        self.say(failure);
        false
    }

    /// Says once a minute, or when it is another, why the database stays away.
    fn say(&mut self, why: String) {
        let is_new = self
            .said
            .as_ref()
            .is_none_or(|(said, at)| *said != why || at.elapsed() > REPEAT);
        if is_new {
            tracing::warn!(reason = why, "the database stays away; it is tried again");
            self.said = Some((why, Instant::now()));
        }
    }

    /// Takes the first steps, if they are still to be taken; whether they are.
    async fn begin(&mut self) -> bool {
        let Some(first) = self.first.clone() else {
            return true;
        };
        match self.watched(spawn_blocking(move || first())).await {
            Some(Ok(())) => self.first = None,
            Some(Err(error)) => self.say(error),
            None => {}
        }
        self.first.is_none()
    }

    async fn catch_up(&self) {
        let app = Arc::clone(&self.app);
        let outcome = self.watched(spawn_blocking(move || app.calendar.catch_up(&app.store)));
        let outcome = outcome.await;
        if let Some(Ok(_)) = &outcome {
            self.app.metrics.note_followed();
        }
        match outcome {
            Some(Ok(true)) => prepare_feeds(Arc::clone(&self.app)),
            Some(Ok(false)) | None => {}
            Some(Err(error)) => tracing::warn!(%error, "the change log cannot be followed"),
        }
    }

    /// Waits for work with the database; `None` if the database stands still, or the work broke down.
    async fn watched<T>(&self, mut work: JoinHandle<T>) -> Option<T> {
        loop {
            match timeout(self.answer, &mut work).await {
                Ok(outcome) => {
                    return outcome
                        .inspect_err(|error| tracing::error!(%error, "following failed"))
                        .ok();
                }
                Err(_) => self.app.store.note_silence(),
            }
            if self.app.store.away_since().is_some() {
                return None;
            }
        }
    }
}

/// Puts every meeting into words for feeds before the first subscriber asks.
pub fn prepare_feeds(app: Arc<App>) {
    spawn_blocking(move || app.prepare_feeds());
}
