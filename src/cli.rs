//! The command line: serve, import, invite, and what each prints for people.

mod outlet;

use crate::acts::{ActError, Actor, Acts};
use crate::clock::Clock;
use crate::domain::web_url::EmailAddress;
use crate::import::{
    GROUPS_FILE, ImportError, TOPICS_FILE, read_groups, read_meetings, read_topics,
};
use crate::settings::{Settings, SettingsError};
use crate::startup::{StartError, start};
use crate::store::{Store, StoreError, StoreOptions};
use clap::{Parser, Subcommand};
use outlet::Outlet;
use std::fmt::Display;
use std::io::{IsTerminal, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use thiserror::Error;
use tokio::signal::unix::{SignalKind, signal};

/// Where the demonstration keeps its data unless a database is set.
const DEMO_DATABASE: &str = "data/demo.sqlite";

/// The common calendar of the Internet Governance Forum's community.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    /// A settings file; every setting is documented in config/default.toml.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    /// Serve the demonstration: real groups and meetings, and samples for the weeks ahead.
    #[arg(long)]
    demo: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the calendar (what happens without any command).
    Serve {
        /// Serve the demonstration: real groups and meetings, and samples for the weeks ahead.
        #[arg(long)]
        demo: bool,
    },
    /// Read groups, topics or meetings from a file.
    Import {
        #[command(subcommand)]
        what: ImportWhat,
    },
    /// Manage the secretariat's access.
    Admin {
        #[command(subcommand)]
        what: AdminWhat,
    },
    /// Ask a running server whether it is ready, for containers.
    Healthcheck,
}

#[derive(Debug, Subcommand)]
enum ImportWhat {
    /// Groups, as a JSON array.
    Groups { file: PathBuf },
    /// Topics, as a JSON array.
    Topics { file: PathBuf },
    /// Meetings, as a JSON array. They wait for review unless --publish is given.
    Meetings {
        file: PathBuf,
        /// Put them on the calendar at once.
        #[arg(long)]
        publish: bool,
    },
}

#[derive(Debug, Subcommand)]
enum AdminWhat {
    /// Print a one-time address that lets somebody into the desk.
    Invite { email: String },
}

/// Why a command failed, for people.
#[derive(Debug, Error)]
enum Failure {
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error(transparent)]
    Act(#[from] ActError),
    #[error("{file}: {reason}")]
    File { file: String, reason: String },
    #[error("{0}")]
    Import(#[from] ImportError),
    #[error("{0:?} is not an e-mail address")]
    Email(String),
    #[error("the setting log.filter is wrong: {0}")]
    LogFilter(String),
    #[error("the server is not ready: {0}")]
    NotReady(String),
    #[error("standard output cannot be written: {0}")]
    Output(std::io::Error),
    #[error("the runtime cannot start: {0}")]
    Runtime(#[from] std::io::Error),
}

/// Runs the command that the arguments name. The exit status is 0 if all went well, 1 if not all
/// of a file could be taken, 2 if nothing could be done.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match execute(arguments) {
        Ok(code) => code,
        Err(failure) => {
            // Where nobody listens, the exit status still says it.
            let _ = writeln!(std::io::stderr(), "igf-calendar: {failure}");
            ExitCode::from(2)
        }
    }
}

fn execute(arguments: Arguments) -> Result<ExitCode, Failure> {
    let mut settings = Settings::load(arguments.config.as_deref())?;
    match arguments.command {
        None => serve(&mut settings, arguments.demo),
        Some(Command::Serve { demo }) => serve(&mut settings, demo || arguments.demo),
        Some(Command::Import { what }) => import(&settings, &what),
        Some(Command::Admin {
            what: AdminWhat::Invite { email },
        }) => invite(&settings, &email),
        Some(Command::Healthcheck) => healthcheck(settings.server.listen),
    }
}

fn serve(settings: &mut Settings, demo: bool) -> Result<ExitCode, Failure> {
    let log = start_logging(settings)?;
    let outcome = serve_logged(settings, demo);
    log.wait();
    outcome
}

fn serve_logged(settings: &mut Settings, demo: bool) -> Result<ExitCode, Failure> {
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
        let running = start(settings, store, clock).await?;
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
        greeting += &announcement(settings, running.address, &data, way_in.as_deref());
        let _ = screen.write_all(greeting.as_bytes());
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
fn announcement(
    settings: &Settings,
    address: SocketAddr,
    data: &str,
    way_in: Option<&str>,
) -> String {
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
           It listens on    {address}\n  \
           Readers go to    {base}/\n  \
           Its data is in   {data}\n\
         {desk}\n\
         Ctrl-C stops it.\n"
    )
}

fn open(settings: &Settings) -> Result<Store, StoreError> {
    let database = &settings.database;
    let seconds = |number: u32| Duration::from_secs(number.into());
    let options = StoreOptions {
        connections: database.connections,
        connect: seconds(database.connect_seconds),
        statement: seconds(database.statement_seconds),
        lock: seconds(database.lock_seconds),
    };
    Store::open_with(&database.url, options)
}

fn import(settings: &Settings, what: &ImportWhat) -> Result<ExitCode, Failure> {
    let acts = acts(settings)?;
    let importer = Actor::Importer;
    let outcome = match what {
        ImportWhat::Groups { file } => acts.import_groups(&importer, read_groups(&read(file)?)?)?,
        ImportWhat::Topics { file } => acts.import_topics(&importer, read_topics(&read(file)?)?)?,
        ImportWhat::Meetings { file, publish } => {
            acts.import_meetings(&importer, read_meetings(&read(file)?)?, *publish)?
        }
    };
    say(&outcome)?;
    Ok(match outcome.is_complete() {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(1),
    })
}

/// The acts of a command; a server that runs beside it follows the change log.
fn acts(settings: &Settings) -> Result<Acts, Failure> {
    Ok(Acts::new(open(settings)?, Clock::System))
}

/// Says what a command is there to say. Where that cannot be written, the command has failed.
fn say(words: impl Display) -> Result<(), Failure> {
    let mut screen = std::io::stdout();
    writeln!(screen, "{words}")
        .and_then(|()| screen.flush())
        .map_err(Failure::Output)
}

fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| Failure::File {
        file: file.display().to_string(),
        reason: error.to_string(),
    })
}

fn invite(settings: &Settings, email: &str) -> Result<ExitCode, Failure> {
    let address = EmailAddress::parse(email).map_err(|_| Failure::Email(email.to_owned()))?;
    let token = acts(settings)?.invite(&Actor::System, Some(&address))?;
    say(format!(
        "This address lets {address} into the desk once, within seven days:\n{}/desk/enter/{}",
        settings.server.base_url.as_str(),
        token.secret()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Asks `/readyz` over a plain socket: containers have no curl.
fn healthcheck(listen: SocketAddr) -> Result<ExitCode, Failure> {
    let mut address = listen;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let not_ready = |error: std::io::Error| Failure::NotReady(error.to_string());
    let patience = Duration::from_secs(5);
    let mut stream = TcpStream::connect_timeout(&address, patience).map_err(not_ready)?;
    stream.set_read_timeout(Some(patience)).map_err(not_ready)?;
    stream
        .write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .map_err(not_ready)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(not_ready)?;
    match answer.starts_with("HTTP/1.1 200") {
        true => Ok(ExitCode::SUCCESS),
        false => Err(Failure::NotReady(
            answer.lines().next().unwrap_or("no answer").to_owned(),
        )),
    }
}

/// Begins to log to standard error. Panics are logged as well: the usual hook writes past the outlet,
/// and would hang where nobody reads.
fn start_logging(settings: &Settings) -> Result<Outlet, Failure> {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log.filter)
        .map_err(|error| Failure::LogFilter(error.to_string()))?;
    let log = Outlet::to(std::io::stderr());
    let writer = log.clone();
    // A second call in one process, as tests make it, changes nothing.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(move || writer.clone())
        .with_ansi(std::io::stderr().is_terminal())
        .try_init();
    std::panic::set_hook(Box::new(
        |panic| tracing::error!(%panic, "a thread panicked"),
    ));
    Ok(log)
}
