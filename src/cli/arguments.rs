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
    /// Print a one-time address that lets somebody into the desk.
    Invite { email: String },
    /// Print all that is kept about whoever has an e-mail address, as JSON.
    Export { email: String },
    /// Take away the name and the address of whoever has an e-mail address, for good.
    Erase { email: String },
}
