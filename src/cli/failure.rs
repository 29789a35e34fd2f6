//! Why a command failed.

use crate::acts::ActError;
use crate::import::ImportError;
use crate::settings::SettingsError;
use crate::startup::StartError;
use crate::store::StoreError;
use crate::store::copy::CopyError;
use thiserror::Error;

/// Why a command failed, for people.
#[derive(Debug, Error)]
pub(super) enum Failure {
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Copy(#[from] CopyError),
    #[error("{name} is no address of a database: {reason}")]
    Address {
        name: &'static str,
        reason: &'static str,
    },
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
    #[error("{0:?} is neither reviewer nor administrator")]
    Role(String),
    #[error("{0:?} is no kind of group")]
    Kind(String),
    #[error("nobody is known by {0:?}: igf-calendar admin people lists them")]
    Nobody(String),
    #[error("the setting log.filter is wrong: {0}")]
    LogFilter(String),
    #[error("the server is not ready: {0}")]
    NotReady(String),
    #[error("standard output cannot be written: {0}")]
    Output(std::io::Error),
    #[error("the runtime cannot start: {0}")]
    Runtime(#[from] std::io::Error),
}
