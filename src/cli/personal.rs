//! What is kept about one person: printed as one JSON document, and erased.

use super::database::acts;
use super::logging::start_logging;
use super::{Failure, say};
use crate::acts::Actor;
use crate::domain::web_url::EmailAddress;
use crate::settings::Settings;
use std::process::ExitCode;

/// Prints all that is kept about whoever has an address.
pub(super) fn export(settings: &Settings, email: &str) -> Result<ExitCode, Failure> {
    let address = parse(email)?;
    let _log = start_logging(settings)?;
    let data = acts(settings)?.export_person(&Actor::System, &address)?;
    say(serde_json::to_string_pretty(&data).map_err(std::io::Error::from)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Takes away the name and the address of whoever has an address.
pub(super) fn erase(settings: &Settings, email: &str) -> Result<ExitCode, Failure> {
    let address = parse(email)?;
    let _log = start_logging(settings)?;
    let (erased, still_named) = acts(settings)?.erase_person(&Actor::System, &address)?;
    match erased.is_nothing() {
        true => say(format!("Nothing was kept about {address}."))?,
        false => say(format!("Name and address were taken away: {erased}."))?,
    }
    for one in still_named {
        say(format!(
            "The address still stands in what {} says to readers: {}",
            one.reference, one.title
        ))?;
    }
    say("Backups that were made before still hold it.")?;
    Ok(ExitCode::SUCCESS)
}

fn parse(email: &str) -> Result<EmailAddress, Failure> {
    EmailAddress::parse(email).map_err(|_| Failure::Email(email.to_owned()))
}
