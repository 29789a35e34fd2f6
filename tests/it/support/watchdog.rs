//! Child processes that never outlive the tests, not even killed ones.
//! What the children are (a database, a browser) is told in the modules that
//! start them.

use std::{
    io::{BufRead, BufReader, Read, Write},
    os::unix::process::CommandExt,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// A shell script that ends by itself when this process does: it reads its
/// standard input, and the kernel closes the other end of that pipe however
/// the test process goes, be it by `kill -9`.
pub struct Watchdog {
    child: Child,
    output: BufReader<ChildStdout>,
    lifeline: ChildStdin,
}

impl Watchdog {
    /// Starts `command` (a `sh -c SCRIPT ...`) behind the pipe.
    pub fn start(mut command: Command) -> Self {
        let mut child = command
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Not inherited: whoever reads the tests' output through a pipe
            // would wait for the clean-up, too.
            .stderr(Stdio::null())
            // Its own group: Ctrl-C ends the tests, and the closed pipe then
            // lets the script clean up instead of dying half-way.
            .process_group(0)
            .spawn()
            .expect("`sh` can be started");
        Self {
            lifeline: child.stdin.take().expect("stdin is piped"),
            output: BufReader::new(child.stdout.take().expect("stdout is piped")),
            child,
        }
    }

    /// Reads the script's output up to the line that starts with `mark` and
    /// returns the rest of that line; everything it said, when it ended first.
    pub fn wait_for(&mut self, mark: &str) -> Result<String, String> {
        let mut said = String::new();
        loop {
            let mut line = String::new();
            match self.output.read_line(&mut line) {
                Ok(0) | Err(_) => {
                    let _ = self.child.wait();
                    return Err(said);
                }
                Ok(_) => {}
            }
            if let Some(rest) = line.trim_end().strip_prefix(mark) {
                return Ok(rest.trim().to_owned());
            }
            said.push_str(&line);
        }
    }

    /// Writes a line to the script.
    pub fn tell(&mut self, line: &str) {
        writeln!(self.lifeline, "{line}").expect("the script reads");
    }

    /// Reads on in the background, so that the child never blocks on a full
    /// pipe, and keeps the lifeline for as long as this process lives.
    pub fn keep(self) {
        let Self {
            mut child,
            mut output,
            lifeline,
        } = self;
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while matches!(output.read(&mut buffer), Ok(read) if read > 0) {}
            // A script may close its output and live on.
            let _ = child.wait();
            // Named here, or the thread would not own it and it closed at once.
            drop(lifeline);
        });
    }
}
