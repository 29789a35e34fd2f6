//! Reading groups, topics and meetings from files.

use super::arguments::ImportWhat;
use super::database::acts;
use super::logging::start_logging;
use super::{Failure, say};
use crate::acts::Actor;
use crate::import::{read_groups, read_meetings, read_topics};
use crate::settings::Settings;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn import(settings: &Settings, what: &ImportWhat) -> Result<ExitCode, Failure> {
    let _log = start_logging(settings)?;
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

fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| Failure::File {
        file: file.display().to_string(),
        reason: error.to_string(),
    })
}
