//! What can be said on the command line.

use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The common calendar of the Internet Governance Forum's community.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(super) struct Arguments {
    /// A settings file; every setting is documented in config/default.toml.
    #[arg(long, global = true)]
    pub(super) config: Option<PathBuf>,
    /// Serve the demonstration: real groups and meetings, and samples for the weeks ahead.
    #[arg(long)]
    pub(super) demo: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
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
    /// Write a backup of the database into a SQLite file, also while a server runs.
    Backup {
        file: PathBuf,
        /// Write over a file of that name.
        #[arg(long)]
        force: bool,
    },
    /// Bring a backup back into the database that is set.
    Restore {
        file: PathBuf,
        /// Take the place of a calendar that is there, and keep it aside.
        #[arg(long)]
        replace: bool,
    },
    /// Copy everything from one database into another, of the same kind or the other.
    Copy {
        /// A file or postgres://user:password@host/database.
        #[arg(long)]
        from: String,
        /// The same; made if it is a file that is missing.
        #[arg(long)]
        to: String,
        /// Take the place of a calendar that is there, and keep it aside.
        #[arg(long)]
        replace: bool,
    },
    /// Manage the secretariat's access.
    Admin {
        #[command(subcommand)]
        what: AdminWhat,
    },
    /// Look whether the database is whole, without a change to it; a line for each fault.
    Check,
    /// Ask a running server whether it lives, for containers: one that waits for its database still
    /// shows the calendar.
    Healthcheck {
        /// Ask whether it could store something now.
        #[arg(long)]
        ready: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ImportWhat {
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
pub(super) enum AdminWhat {
    /// List everybody who may sign in: address, name, role, second factors, last entry.
    People,
    /// Let somebody into the desk, and print a one-time address for them.
    Invite {
        email: String,
        /// reviewer or administrator. Without it, whoever is of the desk stays what they are, the first
        /// one becomes an administrator, and everybody else a reviewer.
        #[arg(long)]
        role: Option<String>,
        /// The kinds of group whose entries a reviewer decides on, with commas between them, as in
        /// "nri-national,nri-youth"; "all" for every kind.
        #[arg(long)]
        kinds: Option<String>,
    },
    /// Let somebody into the desk no more, at once.
    Revoke {
        /// Their e-mail address, or their id.
        who: String,
    },
    /// End all sessions of somebody, or everybody's.
    SignOut {
        /// Their e-mail address, or their id.
        #[arg(required_unless_present = "all")]
        who: Option<String>,
        #[arg(long, conflicts_with = "who")]
        all: bool,
    },
    /// Forget the second factors that somebody lost; they set one up anew at their next entry.
    ResetFactor {
        /// Their e-mail address, or their id.
        who: String,
    },
    /// Print all that is kept about whoever has an e-mail address, as JSON.
    Export { email: String },
    /// Take away the name and the address of whoever has an e-mail address, for good.
    Erase { email: String },
}
