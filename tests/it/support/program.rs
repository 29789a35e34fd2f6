//! The program itself, in a process of its own, as people start it: settings from the environment,
//! words on its standard output, the log beside them. It is killed when the story lets go of it.

use super::app::Visitor;
use std::{
    fs::File,
    net::{SocketAddr, TcpListener},
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// How long anything may take before a story counts it as hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server in a process of its own.
pub struct Program {
    pub base: String,
    pub listen: SocketAddr,
    child: Child,
    folder: tempfile::TempDir,
}

/// What a command that ended by itself left behind.
pub struct Ended {
    /// `None` if a signal ended it.
    pub code: Option<i32>,
    pub said: String,
    /// What went to standard error.
    pub complained: String,
}

/// The program with nothing of this process's settings, in a folder of its own choosing.
pub fn command(folder: &Path, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_igf-calendar"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("IGF_CALENDAR") {
            command.env_remove(name);
        }
    }
    command.current_dir(folder).stdin(Stdio::null());
    for (name, value) in settings {
        command.env(format!("IGF_CALENDAR__{name}"), value);
    }
    command
}

/// Runs a command that ends by itself.
pub fn run(settings: &[(&str, &str)], arguments: &[&str]) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    let child = spawn(command(folder.path(), settings).args(arguments), &folder);
    let mut program = Program {
        base: String::new(),
        listen: ([127, 0, 0, 1], 0).into(),
        child,
        folder,
    };
    let status = program.wait();
    Ended {
        code: status.code(),
        said: program.said(),
        complained: program.log(),
    }
}

impl Program {
    /// Starts a server on a free port and waits until it says that it runs.
    pub fn serve(settings: &[(&str, &str)], arguments: &[&str]) -> Self {
        let listen = free_port();
        let base = format!("http://{listen}");
        let folder = tempfile::tempdir().expect("a folder");
        let (port, own) = (listen.to_string(), base.clone());
        let mut whole = vec![
            ("SERVER__LISTEN", port.as_str()),
            ("SERVER__BASE_URL", own.as_str()),
            ("SERVER__WORKERS", "2"),
            ("LIMITS__DRAFTS_PER_MINUTE", "1000"),
        ];
        whole.extend(settings);
        let child = spawn(command(folder.path(), &whole).args(arguments), &folder);
        let mut program = Self {
            base,
            listen,
            child,
            folder,
        };
        let until = Instant::now() + PATIENCE;
        while !program.said().contains("Ctrl-C stops it.") {
            let ended = program.child.try_wait().expect("a child").is_some();
            assert!(
                !ended && Instant::now() < until,
                "it does not run: {}{}",
                program.said(),
                program.log()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
        program
    }

    /// The folder that it was started in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Somebody who speaks HTTP to it.
    pub fn visitor(&self) -> Visitor {
        Visitor::to(&self.base)
    }

    /// Everything on its standard output so far.
    pub fn said(&self) -> String {
        read(&self.folder.path().join(SAID))
    }

    /// Everything on its standard error so far.
    pub fn log(&self) -> String {
        read(&self.folder.path().join(LOG))
    }

    /// The secretariat's one-time address, if it offered one.
    pub fn way_in(&self) -> Option<String> {
        let said = self.said();
        let address = said.lines().find(|line| line.contains("/desk/enter/"))?;
        Some(address.trim().to_owned())
    }

    /// Sends it a signal by name: `TERM`, `KILL`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([format!("-{name}"), self.child.id().to_string()])
            .status();
        assert!(sent.is_ok_and(|status| status.success()), "kill -{name}");
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("a child").is_none()
    }

    /// Waits for its end.
    pub fn wait(&mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status;
            }
            assert!(Instant::now() < until, "it does not end: {}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Kills it as a power failure would, and waits until it is gone.
    pub fn kill(&mut self) {
        self.signal("KILL");
        assert_eq!(self.wait().signal(), Some(9));
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const SAID: &str = "said.txt";
const LOG: &str = "log.txt";

/// Output goes to files: nobody has to read a pipe for the program to go on.
fn spawn(command: &mut Command, folder: &tempfile::TempDir) -> Child {
    let file = |name: &str| File::create(folder.path().join(name)).expect("a file");
    command
        .stdout(file(SAID))
        .stderr(file(LOG))
        .spawn()
        .expect("the program starts")
}

fn read(file: &PathBuf) -> String {
    let bytes = std::fs::read(file).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A port that nobody listens on: below those that the system gives to outgoing connections, so that
/// none of them takes it between this look and the server's start; by process, so that two runs differ.
pub fn free_port() -> SocketAddr {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let seed = std::process::id().wrapping_mul(61);
    loop {
        let number = seed.wrapping_add(NUMBER.fetch_add(1, Ordering::Relaxed));
        let port = u16::try_from(15_000 + number % 15_000).expect("a port");
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        if TcpListener::bind(address).is_ok() {
            return address;
        }
    }
}
