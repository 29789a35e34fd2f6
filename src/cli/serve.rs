//! Serving the calendar until it is told to stop.

use super::Failure;
use super::database::open;
use super::logging::start_logging;
use super::outlet::Outlet;
use crate::acts::{Actor, Acts};
use crate::clock::Clock;
use crate::import::{GROUPS_FILE, TOPICS_FILE, read_groups, read_topics};
use crate::settings::Settings;
use crate::startup::{Sockets, list, start, tell_ready};
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
    let clock = Clock::System;
    let store = open(settings)?;
    let acts = Acts::new(store.clone(), clock);
    let is_new = !store.has_groups()?;
    if demo {
        acts.show_demo(&Actor::System)?;
    } else if is_new {
        acts.import_groups(&Actor::System, read_groups(GROUPS_FILE)?)?;
    }
    if !demo && !store.has_topics()? {
        acts.import_topics(&Actor::System, read_topics(TOPICS_FILE)?)?;
    }
    let way_in = match store.has_people()? {
        true => None,
        false => Some(acts.invite(&Actor::System, None)?),
    };
    let data = store.address().to_string();
    // A full or stalled standard output is no reason not to serve.
    let mut screen = Outlet::to(std::io::stdout());
    let outcome = actix_web::rt::System::new().block_on(async {
        outlive_hangups()?;
        let by_whom = match sockets.is_empty() {
            true => "",
            false => " (given by systemd)",
        };
        let running = start(settings, sockets, store, clock).await?;
        let way_in = way_in.map(|token| {
            format!(
                "{}/desk/enter/{}",
                settings.server.base_url.as_str(),
                token.secret()
            )
        });
        let mut greeting = String::new();
        if is_new {
            greeting += "A new calendar: the groups and topics of the community were put on it.\n";
        }
        let listening = format!("{}{by_whom}", list(&running.addresses));
        greeting += &announcement(settings, &listening, &data, way_in.as_deref());
        let _ = screen.write_all(greeting.as_bytes());
        tell_ready(&running.addresses)?;
        match running.ended.await {
            Ok(outcome) => outcome?,
            Err(error) => return Err(Failure::NotReady(error.to_string())),
        }
        let _ = screen.write_all(b"Stopped.\n");
        Ok(ExitCode::SUCCESS)
    });
    screen.wait();
    outcome
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

/// Says in plain words where everything is. Goes to standard output, apart from the log.
fn announcement(settings: &Settings, listening: &str, data: &str, way_in: Option<&str>) -> String {
    let base = settings.server.base_url.as_str();
    let desk = match way_in {
        Some(address) => format!(
            "  The secretariat gets in once, within seven days, at\n                   {address}"
        ),
        None => {
            format!("  The desk is at   {base}/desk (more people: igf-calendar admin invite EMAIL)")
        }
    };
    format!(
        "The common IGF calendar is running.\n  \
           It listens on    {listening}\n  \
           Readers go to    {base}/\n  \
           Its data is in   {data}\n\
         {desk}\n\
         Ctrl-C stops it.\n"
    )
}
