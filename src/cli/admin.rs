//! The secretariat's access.

use super::database::acts;
use super::logging::start_logging;
use super::{Failure, say};
use crate::acts::{Actor, Invitation};
use crate::domain::web_url::EmailAddress;
use crate::settings::Settings;
use std::process::ExitCode;

pub(super) fn invite(settings: &Settings, email: &str) -> Result<ExitCode, Failure> {
    let address = EmailAddress::parse(email).map_err(|_| Failure::Email(email.to_owned()))?;
    let _log = start_logging(settings)?;
    let invitation = Invitation {
        email: address.clone(),
        role: None,
        remit: None,
    };
    let (token, _) = acts(settings)?.invite(&Actor::System, &invitation)?;
    say(format!(
        "This address lets {address} into the desk once, within seven days:\n{}/desk/enter/{}",
        settings.server.base_url.as_str(),
        token.secret()
    ))?;
    Ok(ExitCode::SUCCESS)
}
