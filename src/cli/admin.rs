//! The secretariat's access.

use super::arguments::AdminWhat;
use super::database::acts;
use super::logging::start_logging;
use super::people::{list, reset_factor, revoke, sign_out};
use super::personal::{erase, export};
use super::{Failure, say};
use crate::acts::{Actor, Invitation};
use crate::domain::web_url::EmailAddress;
use crate::domain::{Remit, Role};
use crate::settings::Settings;
use std::process::ExitCode;

pub(super) fn admin(settings: &Settings, what: &AdminWhat) -> Result<ExitCode, Failure> {
    match what {
        AdminWhat::People => list(settings),
        AdminWhat::Invite { email, role, kinds } => {
            let invitation = Invitation {
                email: EmailAddress::parse(email).map_err(|_| Failure::Email(email.clone()))?,
                role: role.as_deref().map(desk_role).transpose()?,
                remit: kinds.as_deref().map(remit).transpose()?,
            };
            invite(settings, &invitation)
        }
        AdminWhat::Revoke { who } => revoke(settings, who),
        AdminWhat::SignOut { who, .. } => sign_out(settings, who.as_deref()),
        AdminWhat::ResetFactor { who } => reset_factor(settings, who),
        AdminWhat::Export { email } => export(settings, email),
        AdminWhat::Erase { email } => erase(settings, email),
    }
}

fn invite(settings: &Settings, invitation: &Invitation) -> Result<ExitCode, Failure> {
    let _log = start_logging(settings)?;
    let (token, role) = acts(settings)?.invite(&Actor::System, invitation)?;
    say(format!(
        "This address lets {} into the desk once, within seven days, as {role}:\n{}/desk/enter/{}",
        invitation.email,
        settings.server.base_url.as_str(),
        token.secret()
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn desk_role(name: &str) -> Result<Role, Failure> {
    let role = Role::from_name(name).filter(|role| role.is_of_desk());
    role.ok_or_else(|| Failure::Role(name.to_owned()))
}

fn remit(kinds: &str) -> Result<Remit, Failure> {
    match kinds {
        "all" => Ok(Remit::All),
        kinds => Remit::parse(kinds).map_err(Failure::Kind),
    }
}
