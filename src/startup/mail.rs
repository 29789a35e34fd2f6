//! The task that delivers what the outbox holds, and the one that puts reminders and the desk's digest
//! there. Several instances may run them: each message is claimed by one.

use super::ticks::ticks;
use crate::acts::{ActError, Delivery, Undelivered};
use crate::calendar::Snapshot;
use crate::domain::web_url::EmailAddress;
use crate::i18n::Language;
use crate::mail::{Carrier, Headers, Telling, WaitingLine, compose, message, sender};
use crate::settings::{BaseUrl, MailSettings};
use crate::store::{Lead, MessageKind};
use crate::web::App;
use lettre::message::Mailbox;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use thiserror::Error;

/// How often it is looked whether somebody should be reminded.
const REMINDERS: Duration = Duration::from_secs(300);
/// How many messages are delivered before it is looked whether the server is to stop.
const AT_ONCE: usize = 20;

/// A mail setting that cannot be used.
#[derive(Debug, Error)]
#[error("the setting {key} is wrong: {reason}")]
pub struct MailSettingError {
    key: &'static str,
    reason: String,
}

/// What is needed to deliver mail.
#[derive(Clone)]
struct Office {
    carrier: Carrier,
    from: Mailbox,
    reply_to: Option<EmailAddress>,
    base: BaseUrl,
}

impl Office {
    /// `None` if no mail is sent.
    fn of(settings: &MailSettings, base: &BaseUrl) -> Result<Option<Self>, MailSettingError> {
        if settings.smtp_url.trim().is_empty() {
            return Ok(None);
        }
        let carrier = Carrier::parse(settings.smtp_url.trim()).map_err(|why| MailSettingError {
            key: "mail.smtp_url",
            reason: why.to_string(),
        })?;
        let from = sender(&settings.from).ok_or_else(|| MailSettingError {
            key: "mail.from",
            reason: "write it like \"IGF calendar <calendar@example.org>\"".to_owned(),
        })?;
        Ok(Some(Self {
            carrier,
            from,
            reply_to: settings.reply_to.clone(),
            base: base.clone(),
        }))
    }
}

/// The tasks of mail, not begun yet.
pub struct MailTasks {
    office: Option<Office>,
    every: Duration,
}

impl MailTasks {
    /// Reads the settings, so that wrong ones are refused before anything is served.
    pub fn prepare(settings: &MailSettings, base: &BaseUrl) -> Result<Self, MailSettingError> {
        Ok(Self {
            office: Office::of(settings, base)?,
            every: Duration::from_secs(settings.every_seconds),
        })
    }

    /// Runs them until they are aborted.
    pub async fn run(self, app: Arc<App>) {
        tokio::join!(
            deliver(Arc::clone(&app), self.office, self.every),
            remind(app)
        );
    }
}

async fn deliver(app: Arc<App>, office: Option<Office>, every: Duration) {
    let Some(office) = office else { return };
    let lead = Arc::new(Mutex::new(None));
    let mut tick = ticks(every);
    loop {
        tick.tick().await;
        let (app, office, lead) = (Arc::clone(&app), office.clone(), Arc::clone(&lead));
        let work = move || deliver_as_leader(&app, &office, &lead);
        let outcome = tokio::task::spawn_blocking(work).await;
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "mail cannot be delivered at present"),
            Err(error) => tracing::error!(%error, "delivering mail failed"),
        }
    }
}

async fn remind(app: Arc<App>) {
    let mut tick = ticks(REMINDERS);
    loop {
        tick.tick().await;
        let app = Arc::clone(&app);
        let outcome = tokio::task::spawn_blocking(move || -> Result<usize, ActError> {
            Ok(app.acts.remind()? + app.acts.tell_desk()?)
        })
        .await;
        match outcome {
            Ok(Ok(0)) => {}
            Ok(Ok(count)) => tracing::info!(count, "reminders were written"),
            Ok(Err(error)) => tracing::warn!(%error, "reminders cannot be written at present"),
            Err(error) => tracing::error!(%error, "writing reminders failed"),
        }
    }
}

/// One instance delivers for all. Should two believe that they lead, each message is still claimed by
/// one of them.
fn deliver_as_leader(
    app: &App,
    office: &Office,
    lead: &Mutex<Option<Lead>>,
) -> Result<(), ActError> {
    let mut lead = lead.lock().unwrap_or_else(PoisonError::into_inner);
    if lead.is_none() {
        *lead = app.store.lead("mail")?;
    }
    let outcome = match *lead {
        Some(_) => deliver_some(app, office),
        None => Ok(()),
    };
    // Where the database failed, the lock has most likely gone with its connection.
    if outcome.is_err() {
        *lead = None;
    }
    outcome
}

fn deliver_some(app: &App, office: &Office) -> Result<(), ActError> {
    for _ in 0..AT_ONCE {
        let Some(delivery) = app.acts.next_delivery()? else {
            return Ok(());
        };
        deliver_one(app, office, &delivery)?;
    }
    Ok(())
}

fn deliver_one(app: &App, office: &Office, delivery: &Delivery) -> Result<(), ActError> {
    let id = delivery.message.id;
    let kind = delivery.message.kind.as_str();
    match carry(app, office, delivery) {
        Ok(()) => {
            tracing::info!(%id, kind, attempt = delivery.attempt, "mail was handed over");
            app.acts.delivered(delivery)
        }
        Err(why) => {
            tracing::warn!(%id, kind, attempt = delivery.attempt, problem = why.problem, "mail was not taken");
            app.acts.not_delivered(delivery, &why)
        }
    }
}

fn carry(app: &App, office: &Office, delivery: &Delivery) -> Result<(), Undelivered> {
    let base = office.base.as_str();
    let snapshot = app.calendar.current();
    let letter = compose(telling(app, delivery, &snapshot), &snapshot, base);
    let headers = Headers {
        id: delivery.message.id,
        meeting: delivery.message.meeting,
        from: &office.from,
        reply_to: office.reply_to.as_ref(),
        to: &delivery.message.recipient,
        date: delivery.message.created,
        base,
        stop: delivery.stop.as_ref().map(|stop| stop.secret()),
    };
    let message = message(&letter, &headers).map_err(|error| Undelivered {
        problem: format!("the mail cannot be written: {error}"),
        is_refused: false,
    })?;
    office
        .carrier
        .carry(&message)
        .map_err(|refusal| Undelivered {
            problem: refusal.problem,
            is_refused: refusal.is_of_address,
        })
}

fn telling<'a>(app: &App, delivery: &'a Delivery, snapshot: &Snapshot) -> Telling<'a> {
    let message = &delivery.message;
    let carries_ics = matches!(
        message.kind,
        MessageKind::Published | MessageKind::Cancelled | MessageKind::ChangedByDesk
    );
    let language = Language::from_code(message.language.as_str()).unwrap_or_default();
    let waiting = delivery.waiting.iter().map(|entry| WaitingLine {
        title: entry.title.clone(),
        group: crate::domain::Slug::parse(&entry.group)
            .ok()
            .and_then(|slug| Some(snapshot.group(&slug)?.short_name().to_owned()))
            .unwrap_or_else(|| entry.group.clone()),
        times: entry
            .details
            .as_ref()
            .and_then(|details| details.at_hand(app.clock.now()))
            .map(|one| one.times),
    });
    Telling {
        message,
        details: delivery.details.as_ref(),
        before: delivery.before.as_ref(),
        key: delivery.key.as_ref(),
        entries: &delivery.entries,
        code: delivery.code.as_ref(),
        stop: delivery.stop.as_ref(),
        waiting: waiting.collect(),
        ics: message
            .meeting
            .filter(|_| carries_ics)
            .and_then(|meeting| app.ics_of(meeting, language)),
    }
}
