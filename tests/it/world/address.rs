//! Point 14: a mistyped address of the database.

use super::told;
use crate::support::program::Program;
use std::path::Path;

#[test]
fn a_mistyped_address_makes_no_file() {
    let mut tried = 0;
    for address in [
        "postgress://ana:secret@127.0.0.1/igf",
        "postgre://ana:secret@127.0.0.1/igf",
        "mysql://ana:secret@127.0.0.1/igf",
        "POSTGRES//ana:secret@127.0.0.1/igf",
        "postgres:/ana:secret@127.0.0.1/igf",
        "postgres:ana:secret@127.0.0.1/igf",
        "http://ana:secret@127.0.0.1/igf",
    ] {
        for command in ["serve", "admin invite ana@example.org"] {
            let arguments: Vec<&str> = command.split(' ').collect();
            let mut program = Program::launch(&[("DATABASE__URL", address)], &arguments);
            let code = program.wait().code();
            let said = program.said() + &program.log();
            assert_eq!(code, Some(2), "{address}: {said}");
            assert!(said.contains("database.url"), "{address}: {said}");
            assert!(!said.contains("secret"), "{address}: {said}");
            // What it said is kept in files there.
            assert_eq!(made(program.folder()), ["log.txt", "said.txt"], "{address}");
            tried += 1;
        }
    }
    told(
        14,
        &format!("{tried} starts with a mistyped address are refused, and make no file"),
    );
}

fn made(folder: &Path) -> Vec<String> {
    let found = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = found
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
