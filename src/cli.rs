//! The command line: what each command does, and what it prints for people.

mod admin;
mod arguments;
mod check;
mod copying;
mod database;
mod failure;
mod first_steps;
mod healthcheck;
mod import;
mod logging;
mod outlet;
mod people;
mod personal;
mod serve;

use crate::settings::Settings;
use admin::admin;
use arguments::{Arguments, Command};
use check::check;
use clap::{CommandFactory, Parser};
use copying::{backup, copy_all, restore};
use failure::Failure;
use healthcheck::healthcheck;
use import::import;
use serve::serve;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

/// Runs the command that the arguments name. The exit status is 0 if all went well, 1 if not all
/// of a file could be taken or a database is not whole, also one that was copied, 2 if nothing could
/// be done.
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

/// What can be said on the command line, for whoever writes it down: manual pages, completions.
pub fn command() -> clap::Command {
    Arguments::command()
}

fn execute(arguments: Arguments) -> Result<ExitCode, Failure> {
    let mut settings = Settings::load(arguments.config.as_deref())?;
    match arguments.command {
        None => serve(&mut settings, arguments.demo),
        Some(Command::Serve { demo }) => serve(&mut settings, demo || arguments.demo),
        Some(Command::Import { what }) => import(&settings, &what),
        Some(Command::Backup { file, force }) => backup(&settings, &file, force),
        Some(Command::Restore { file, replace }) => restore(&settings, &file, replace),
        Some(Command::Copy { from, to, replace }) => copy_all(&settings, &from, &to, replace),
        Some(Command::Admin { what }) => admin(&settings, &what),
        Some(Command::Check) => check(&settings),
        Some(Command::Healthcheck { ready }) => healthcheck(settings.server.listen, ready),
    }
}

/// Says what a command is there to say. Where that cannot be written, the command has failed.
fn say(words: impl Display) -> Result<(), Failure> {
    let mut screen = std::io::stdout();
    writeln!(screen, "{words}")
        .and_then(|()| screen.flush())
        .map_err(Failure::Output)
}
