//! The program itself, in a process of its own, as people start it: settings from the environment,
//! words on its standard output, the log beside them. It is killed when the story lets go of it.

use super::app::Visitor;
use std::{
    fs::File,
    net::{SocketAddr, TcpListener, TcpStream},
    os::{fd::OwnedFd, unix::process::ExitStatusExt},
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
    let mut command = Command::new(program());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("IGF_CALENDAR") {
            command.env_remove(name);
        }
    }
    command.current_dir(folder).stdin(Stdio::null());
    // Most stories enter the desk by a one-time address alone.
    command.env("IGF_CALENDAR__DESK__SECOND_FACTOR", "off");
    for (name, value) in settings {
        command.env(format!("IGF_CALENDAR__{name}"), value);
    }
    command
}

/// What was built with the tests, or another build that is to be tested.
fn program() -> PathBuf {
    let built = || PathBuf::from(env!("CARGO_BIN_EXE_igf-calendar"));
    std::env::var_os("IGF_CALENDAR_PROGRAM").map_or_else(built, PathBuf::from)
}

/// Runs a command that ends by itself.
pub fn run(settings: &[(&str, &str)], arguments: &[&str]) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(folder.path(), settings);
    end(command.args(arguments), folder)
}

/// The same through a shell, whose script has the program as `$@`.
pub fn run_in_shell(settings: &[(&str, &str)], script: &str) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    end(
        &mut in_shell(&command(folder.path(), settings), script),
        folder,
    )
}

/// Runs the server with a descriptor that is handed over to it, for when it ends by itself.
pub fn run_given(descriptor: OwnedFd) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(folder.path(), &[]);
    hand_over(&mut command, descriptor);
    end(&mut command, folder)
}

/// Hands a descriptor over as systemd does it: the third one, and two variables.
fn hand_over(command: &mut Command, descriptor: OwnedFd) {
    *command = in_shell(
        command,
        r#"exec 3<&0 0</dev/null; LISTEN_FDS=1 LISTEN_PID=$$ exec "$@""#,
    );
    command.stdin(descriptor);
}

/// The same command as the arguments of a shell's script.
fn in_shell(command: &Command, script: &str) -> Command {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", script, "shell"])
        .arg(command.get_program());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        shell.current_dir(folder);
    }
    shell.stdin(Stdio::null());
    shell
}

fn end(command: &mut Command, folder: tempfile::TempDir) -> Ended {
    let child = spawn(command, &folder);
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
    /// Starts a server on a free port, and waits for nothing.
    pub fn launch(settings: &[(&str, &str)], arguments: &[&str]) -> Self {
        Self::start(settings, |command| {
            command.args(arguments);
        })
    }

    /// Starts a server on a free port and waits until it says that it runs.
    pub fn serve(settings: &[(&str, &str)], arguments: &[&str]) -> Self {
        let mut program = Self::launch(settings, arguments);
        program.wait_until(|program| program.said().contains("Ctrl-C stops it."));
        program
    }

    /// Starts a server through a shell, whose script ends in `exec "$@"`, and waits until it takes
    /// connections, whatever became of what it said.
    pub fn serve_in_shell(settings: &[(&str, &str)], arguments: &[&str], script: &str) -> Self {
        let mut program = Self::start(settings, |command| {
            *command = in_shell(command, script);
            command.args(arguments);
        });
        program.wait_until(|program| TcpStream::connect(program.listen).is_ok());
        program
    }

    /// Starts any other command, which goes on while the story does.
    pub fn begin(settings: &[(&str, &str)], arguments: &[&str]) -> Self {
        Self::start(settings, |command| {
            command.args(arguments);
        })
    }

    /// Starts a server that is handed a listening socket, with variables as systemd sets them, and
    /// waits until it says that it runs.
    pub fn serve_given(socket: &TcpListener, variables: &[(&str, &str)]) -> Self {
        let given = socket.try_clone().expect("a second descriptor");
        let base = format!("http://{}", socket.local_addr().expect("an address"));
        let mut program = Self::start(&[("SERVER__BASE_URL", &base)], |command| {
            hand_over(command, given.into());
            command.envs(variables.iter().copied());
        });
        program.base = base;
        program.wait_until(|program| program.said().contains("Ctrl-C stops it."));
        program
    }

    fn start(settings: &[(&str, &str)], prepare: impl FnOnce(&mut Command)) -> Self {
        let listen = free_port();
        let base = format!("http://{listen}");
        let folder = tempfile::tempdir().expect("a folder");
        let (port, own) = (listen.to_string(), base.clone());
        let mut whole = vec![
            ("SERVER__LISTEN", port.as_str()),
            ("SERVER__BASE_URL", own.as_str()),
            ("SERVER__WORKERS", "2"),
            ("LIMITS__DRAFTS_PER_MINUTE", "1000"),
            ("LIMITS__ENTRIES_PER_MINUTE", "1000"),
            ("LIMITS__DRAFTS_PER_DAY", "10000"),
            ("LIMITS__SAVES_PER_MINUTE", "10000"),
            ("LIMITS__SENT_PER_HOUR", "10000"),
            ("LIMITS__SENT_PER_ADDRESS_AND_DAY", "10000"),
            ("LIMITS__WAITING_PER_ADDRESS", "10000"),
        ];
        whole.extend(settings);
        let mut command = command(folder.path(), &whole);
        prepare(&mut command);
        let child = spawn(&mut command, &folder);
        Self {
            base,
            listen,
            child,
            folder,
        }
    }

    /// Waits for something that a running server does.
    pub fn wait_until(&mut self, is_so: impl Fn(&Self) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !is_so(self) {
            let ended = self.child.try_wait().expect("a child").is_some();
            assert!(
                !ended && Instant::now() < until,
                "it does not come to that: {}{}",
                self.said(),
                self.log()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The most memory that it ever had, in kilobytes.
    pub fn peak_kilobytes(&self) -> u64 {
        let status = std::fs::read_to_string(self.proc("status")).expect("its status");
        let line = status.lines().find(|line| line.starts_with("VmHWM:"));
        let words = line.and_then(|line| line.split_whitespace().nth(1));
        words.and_then(|number| number.parse().ok()).expect("VmHWM")
    }

    /// How many sockets it has open.
    pub fn sockets(&self) -> usize {
        let descriptors = std::fs::read_dir(self.proc("fd")).expect("its descriptors");
        let is_socket = |path: PathBuf| {
            std::fs::read_link(path).is_ok_and(|to| to.to_string_lossy().starts_with("socket:"))
        };
        descriptors
            .flatten()
            .filter(|descriptor| is_socket(descriptor.path()))
            .count()
    }

    /// What the system tells of it under a name in /proc.
    pub fn proc(&self, name: &str) -> PathBuf {
        Path::new("/proc")
            .join(self.child.id().to_string())
            .join(name)
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
