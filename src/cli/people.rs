//! Those who may sign in, as whoever runs the commands sees and keeps them.

use super::database::{acts, open};
use super::logging::start_logging;
use super::{Failure, say};
use crate::acts::{ActError, Actor};
use crate::domain::Role;
use crate::settings::Settings;
use crate::store::Person;
use std::process::ExitCode;

/// One line for each, with tabs between what it says, so that other programs can read it as well.
pub(super) fn list(settings: &Settings) -> Result<ExitCode, Failure> {
    let _log = start_logging(settings)?;
    let store = open(settings)?;
    let factors = store.factor_counts()?;
    say("address\tname\trole\tdecides on\tsecond factors\tlast entry\tid")?;
    for person in store.people()? {
        let count = factors.get(&person.id.to_string()).copied().unwrap_or(0);
        say(line(&person, count))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn line(person: &Person, factors: usize) -> String {
    let email = person.email.as_ref().map_or("-", |email| email.as_str());
    let remit = match (person.role, person.remit.to_string()) {
        (Role::Poster, _) => "-".to_owned(),
        (_, kinds) if kinds.is_empty() => "all".to_owned(),
        (_, kinds) => kinds,
    };
    let entered = person.entered.map_or_else(
        || "never".to_owned(),
        |at| at.format("%F %R UTC").to_string(),
    );
    let (name, role, id) = (&person.name, person.role, person.id);
    format!("{email}\t{name}\t{role}\t{remit}\t{factors}\t{entered}\t{id}")
}

pub(super) fn revoke(settings: &Settings, who: &str) -> Result<ExitCode, Failure> {
    let _log = start_logging(settings)?;
    let person = known(acts(settings)?.revoke(&Actor::System, who), who)?;
    let name = person.name;
    say(format!(
        "{name} gets into the desk no more; all sessions have ended."
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Ends the sessions of one, or of all if nobody is named.
pub(super) fn sign_out(settings: &Settings, who: Option<&str>) -> Result<ExitCode, Failure> {
    let _log = start_logging(settings)?;
    let acts = acts(settings)?;
    let ended = match who {
        Some(who) => known(acts.sign_out(&Actor::System, who), who)?,
        None => acts.sign_out_all(&Actor::System)?,
    };
    say(format!("{ended} sessions have ended."))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn reset_factor(settings: &Settings, who: &str) -> Result<ExitCode, Failure> {
    let _log = start_logging(settings)?;
    let person = known(acts(settings)?.reset_factor(&Actor::System, who), who)?;
    let name = person.name;
    say(format!(
        "{name} sets up a second factor anew at the next entry; all sessions have ended."
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn known<T>(outcome: Result<T, ActError>, who: &str) -> Result<T, Failure> {
    outcome.map_err(|error| match error {
        ActError::Missing(_) => Failure::Nobody(who.to_owned()),
        error => error.into(),
    })
}
