//! Serving the calendar until it is told to stop.

use super::Failure;
use super::database::open_later;
use super::first_steps::{Begun, take_first_steps};
use super::logging::start_logging;
use super::outlet::Outlet;
use crate::clock::Clock;
use crate::settings::Settings;
use crate::startup::{FirstSteps, Running, Sockets, kept_file, list, start_with, tell_ready};
use crate::store::{DatabaseAddress, Store, StoreError};
use std::io::Write;
use std::process::ExitCode;
use tokio::signal::unix::{SignalKind, signal};

/// Where the demonstration keeps its data unless a database is set.
const DEMO_DATABASE: &str = "data/demo.sqlite";

pub(super) fn serve(settings: &mut Settings, demo: bool) -> Result<ExitCode, Failure> {
    let sockets = Sockets::take()?;
    let _log = start_logging(settings)?;
    let defaults = Settings::defaults()?;
    if demo && settings.database.url == defaults.database.url {
        DEMO_DATABASE.clone_into(&mut settings.database.url);
    }
    let store = open_later(settings)?;
    let begun = match store.reach() {
        Ok(()) => Some(take_first_steps(&store, Clock::System, demo)?),
        Err(error) if may_come_back(&error, settings, &store) => {
            tracing::error!(reason = %error, "the database is away; it is tried again and again");
            None
        }
        Err(error) => return Err(error.into()),
    };
    // A full or stalled standard output is no reason not to serve.
    let screen = Outlet::to(std::io::stdout());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let outcome = runtime.block_on(run(settings, sockets, store, (demo, begun), screen.clone()));
    // What waits for a database that stands still would be waited for in turn.
    runtime.shutdown_background();
    screen.wait();
    outcome
}

/// Whether the server starts although its database cannot be had: a server of databases may be away
/// for a while; a file is the matter of whoever starts this, unless there is a calendar to show without
/// it.
fn may_come_back(error: &StoreError, settings: &Settings, store: &Store) -> bool {
    let is_server = matches!(store.address(), DatabaseAddress::Postgres(_));
    let is_kept = || kept_file(settings, store).is_some_and(|file| file.path().exists());
    error.is_passing() && (is_server || is_kept())
}

async fn run(
    settings: &Settings,
    sockets: Sockets,
    store: Store,
    (demo, begun): (bool, Option<Begun>),
    mut screen: Outlet,
) -> Result<ExitCode, Failure> {
    outlive_hangups()?;
    let data = store.address().to_string();
    let desk = settings.server.base_url.as_str().to_owned() + "/desk";
    let first = match &begun {
        Some(_) => None,
        None => Some(later(store.clone(), demo, desk.clone(), screen.clone())),
    };
    let by_whom = match sockets.is_empty() {
        true => "",
        false => " (given by systemd)",
    };
    let running = start_with(settings, sockets, store, Clock::System, first).await?;
    let listening = format!("{}{by_whom}", list(&running.addresses));
    let mut greeting = String::new();
    greeting += begun.as_ref().map_or(AWAY, news);
    greeting += &announcement(settings, &listening, &data, &way_in(&desk, begun));
    let _ = screen.write_all(greeting.as_bytes());
    tell_ready(&running.addresses)?;
    stop_when_told(&running)?;
    match running.ended.await {
        Ok(outcome) => outcome?,
        Err(error) => return Err(Failure::NotReady(error.to_string())),
    }
    let _ = screen.write_all(b"Stopped.\n");
    Ok(ExitCode::SUCCESS)
}

/// The first steps with a database that is away, and what is said of them.
fn later(store: Store, demo: bool, desk: String, screen: Outlet) -> FirstSteps {
    Box::new(move || {
        let begun = take_first_steps(&store, Clock::System, demo);
        let begun = begun.map_err(|failure| failure.to_string())?;
        let words = format!(
            "The database is there.\n{}{}\n",
            news(&begun),
            way_in(&desk, Some(begun))
        );
        let _ = screen.clone().write_all(words.as_bytes());
        Ok(())
    })
}

/// Stops the server by SIGTERM and Ctrl-C, after what was begun is answered; at once if it is told so
/// twice.
fn stop_when_told(running: &Running) -> Result<(), std::io::Error> {
    let stopping = running.stopping();
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        let mut told = async || {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        };
        told().await;
        tracing::info!("told to stop");
        tokio::select! {
            () = stopping.stop() => {}
            () = told() => stopping.stop_at_once().await,
        }
    });
    Ok(())
}

/// A terminal that goes away, or a supervisor that means "read your files again", does not end the
/// server. Nothing has to be opened again: it writes no log file of its own.
fn outlive_hangups() -> Result<(), std::io::Error> {
    let mut hangups = signal(SignalKind::hangup())?;
    tokio::spawn(async move {
        while hangups.recv().await.is_some() {
            tracing::info!("SIGHUP: nothing has to be opened again");
        }
    });
    Ok(())
}

/// What is said of a database that is away.
const AWAY: &str =
    "The database is away: what was kept of the calendar can be read, nothing can be posted.\n";

fn news(begun: &Begun) -> &'static str {
    match begun.is_new {
        true => "A new calendar: the groups and topics of the community were put on it.\n",
        false => "",
    }
}

/// How the secretariat gets in.
fn way_in(desk: &str, begun: Option<Begun>) -> String {
    match begun.and_then(|begun| begun.way_in) {
        Some(token) => format!(
            "  The secretariat gets in once, within seven days, at\n                   {desk}/enter/{}",
            token.secret()
        ),
        None => format!("  The desk is at   {desk} (more people: igf-calendar admin invite EMAIL)"),
    }
}

/// Says in plain words where everything is. Goes to standard output, apart from the log.
fn announcement(settings: &Settings, listening: &str, data: &str, desk: &str) -> String {
    let base = settings.server.base_url.as_str();
    format!(
        "The common IGF calendar is running.\n  \
           It listens on    {listening}\n  \
           Readers go to    {base}/\n  \
           Its data is in   {data}\n\
         {desk}\n\
         Ctrl-C stops it.\n"
    )
}
