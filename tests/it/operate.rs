//! What README.md and docs/operate.md tell people to type: it is run here, or on a machine by
//! `scripts/check-operate`, or it stands below with the reason why it is not. Blocks that are marked
//! `sh stopped` are run after all others, when no server runs any more.

use crate::support::in_repository;
use crate::support::postgres;
use crate::support::program::Program;
use igf_calendar::settings::Settings;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

const PAGES: [&str; 2] = ["README.md", "docs/operate.md"];

/// Blocks that nothing runs, by how they begin.
const NOT_RUN: [(&str, &str); 4] = [
    (
        "cargo run --release",
        "builds for minutes; all stories start what it starts",
    ),
    ("scripts/test", "it is what runs this"),
    ("certbot ", "needs a name that the world knows"),
    ("docker build", "needs Docker and a registry of images"),
];

/// Files that commands name, and what stands in for them.
const FILES: [(&str, &str); 3] = [
    ("groups.json", "demo/igf-groups.json"),
    ("topics.json", "demo/igf-topics.json"),
    ("meetings.json", "demo/igf-meetings.json"),
];

/// The server of PostgreSQL that the pages speak of.
const DATABASE: &str = "postgres://calendar@db.example.org/calendar";

/// A fenced block of shell.
struct Block {
    place: String,
    /// What stands behind "sh": nothing, `machine` or `stopped`.
    mark: String,
    commands: String,
}

impl Block {
    fn reason_not_to_run(&self) -> Option<&'static str> {
        let known = NOT_RUN.iter();
        known
            .filter(|(begins, _)| self.commands.starts_with(begins))
            .map(|(begins, _)| *begins)
            .next()
    }
}

/// All blocks of shell of a page, in order.
fn blocks(page: &str) -> Vec<Block> {
    let text = std::fs::read_to_string(in_repository(page)).expect("a page");
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(kind) = line.trim_start().strip_prefix("```") else {
            continue;
        };
        let indent = line.len() - line.trim_start().len();
        let inside = lines.by_ref().map(|(_, line)| line);
        let commands: String = inside
            .take_while(|line| line.trim() != "```")
            .map(|line| format!("{}\n", line.get(indent..).unwrap_or_default()))
            .collect();
        let (language, mark) = kind.split_once(' ').unwrap_or((kind, ""));
        let place = format!("{page}:{}", number + 1);
        assert!(
            !["bash", "console", "shell"].contains(&language),
            "{place}: blocks of shell are marked `sh`"
        );
        if language == "sh" {
            found.push(Block {
                place,
                mark: mark.to_owned(),
                commands,
            });
        }
    }
    found
}

fn shell(folder: &Path, arguments: &[&str]) -> Output {
    let path = std::env::var("PATH").expect("a path");
    let own = folder.join("bin");
    Command::new("bash")
        .args(arguments)
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", own.display()))
        .output()
        .expect("bash")
}

fn run(folder: &Path, block: &Block, commands: &str) {
    let ended = shell(folder, &["-c", commands]);
    assert!(
        ended.status.success(),
        "{}\n{}{}{}",
        block.place,
        block.commands,
        String::from_utf8_lossy(&ended.stdout),
        String::from_utf8_lossy(&ended.stderr)
    );
}

/// A folder with what the commands expect to find, around a running server.
fn sandbox() -> Program {
    let server = Program::serve(&[], &[]);
    let folder = server.folder();
    std::fs::create_dir(folder.join("bin")).expect("a folder");
    let program = env!("CARGO_BIN_EXE_igf-calendar");
    std::os::unix::fs::symlink(program, folder.join("bin/igf-calendar")).expect("a link");
    for (name, file) in FILES {
        std::fs::copy(in_repository(file), folder.join(name)).expect("a copy");
    }
    server
}

#[test]
fn every_command_that_is_told_does_what_it_should() {
    let mut server = sandbox();
    let (mut told, mut spared, mut stopped) = (0, BTreeSet::new(), Vec::new());
    for block in PAGES.iter().flat_map(|page| blocks(page)) {
        let whole = format!("set -euo pipefail\n{}", block.commands);
        let commands = whole.replace("127.0.0.1:8080", &server.listen.to_string());
        let understood = shell(server.folder(), &["-nc", &commands]);
        assert!(
            understood.status.success(),
            "{}: {understood:?}",
            block.place
        );
        match (block.mark.as_str(), block.reason_not_to_run()) {
            ("machine", None) => {}
            ("stopped", None) => stopped.push(block),
            ("", Some(begins)) => {
                spared.insert(begins);
            }
            ("", None) => {
                run(server.folder(), &block, &commands);
                told += 1;
            }
            (mark, _) => panic!("{}: `sh {mark}` is no mark that is known", block.place),
        }
    }
    server.signal("TERM");
    server.wait();
    // What is copied to the database of one page comes from it on the same.
    let databases = PAGES.map(|_| postgres::new_database());
    for block in &stopped {
        let page = PAGES.iter().position(|page| block.place.starts_with(page));
        let database = &databases[page.expect("its page")];
        let commands = block.commands.replace(DATABASE, database);
        let commands = format!("set -euo pipefail\n{commands}");
        run(server.folder(), block, &commands);
    }
    assert!(stopped.len() > 1, "the pages tell commands for then, too");
    let listed: BTreeSet<_> = NOT_RUN.iter().map(|(begins, _)| *begins).collect();
    assert_eq!(spared, listed, "what is not run stands on a page");
    assert!(told > 1, "the pages tell commands");
}

#[test]
fn the_packaged_settings_are_settings() {
    let packaged = in_repository("packaging/config.toml");
    let settings = Settings::load(Some(&packaged)).expect("settings");
    assert_eq!(
        settings.database.url,
        "/var/lib/igf-calendar/igf-calendar.sqlite"
    );
    assert_eq!(settings.server.trusted_proxies.len(), 2);
    let socket = std::fs::read_to_string(in_repository("packaging/systemd/igf-calendar.socket"));
    let listens = format!("\nListenStream={}\n", settings.server.listen);
    assert!(
        socket.expect("a unit").contains(&listens),
        "healthcheck asks where systemd listens"
    );
}
