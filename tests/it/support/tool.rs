//! Runs the programs of `tests/tools`, which know what we do not want to
//! prove with our own code. What they are asked and answer is their callers'.

use super::{in_repository, missing};
use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The Python that has the packages of `requirements.txt`.
pub fn python() -> PathBuf {
    let python = in_repository("target/test-tools/venv/bin/python");
    if !python.exists() {
        missing("the Python reader of calendars");
    }
    python
}

/// The program that tries an OpenAPI document on the server that it describes.
pub fn schemathesis() -> PathBuf {
    let program = in_repository("target/test-tools/schemathesis/bin/schemathesis");
    if !program.exists() {
        missing("schemathesis");
    }
    program
}

/// What the program answers to `input`, all of it told at once.
pub fn ask(program: &Path, arguments: &[PathBuf], input: &str) -> Vec<u8> {
    ask_in("UTC", program, arguments, input)
}

/// The same on a machine whose clock is that of a zone.
pub fn ask_in(zone: &str, program: &Path, arguments: &[PathBuf], input: &str) -> Vec<u8> {
    let mut child = Command::new(program)
        .args(arguments)
        .env("TZ", zone)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|_| missing(&format!("`{}`", program.display())));
    // The tools take all of it in before they say anything: no deadlock. One
    // that died early shows by its status.
    let _ = child
        .stdin
        .take()
        .expect("stdin is piped")
        .write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the tool ends");
    assert!(
        output.status.success(),
        "{} {arguments:?} failed: {}",
        program.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}
