//! The program as a service of systemd: sockets that are handed over to it, and what it tells of itself.

use crate::support::program::{Program, run_given};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::{UnixDatagram, UnixListener};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long anything may take before a story counts it as hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// A quarter of it lies between two signs of life.
const WATCHDOG: (&str, &str) = ("WATCHDOG_USEC", "400000");

fn socket() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").expect("a port")
}

/// The other end of what the program tells systemd.
struct Manager {
    socket: UnixDatagram,
    address: String,
    _folder: tempfile::TempDir,
}

impl Manager {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("notify");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        Self {
            socket,
            address: path.display().to_string(),
            _folder: folder,
        }
    }

    /// The next thing that it is told, if anything comes in time.
    fn hear(&self, patience: Duration) -> Option<String> {
        self.socket
            .set_read_timeout(Some(patience))
            .expect("a time limit");
        let mut heard = [0; 1024];
        let length = self.socket.recv(&mut heard).ok()?;
        Some(String::from_utf8_lossy(&heard[..length]).into_owned())
    }

    /// Waits until it is told something that begins like this.
    fn wait_for(&self, beginning: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let heard = self.hear(PATIENCE).expect("news of the server");
            if heard.starts_with(beginning) {
                return heard;
            }
            assert!(Instant::now() < until, "never {beginning}, but {heard}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_while_the_server_is_started_anew_waits_and_is_answered() {
    let socket = socket();
    let address = socket.local_addr().expect("an address");
    let mut first = Program::serve_given(&socket, &[]);
    let words = format!("  It listens on    {address} (given by systemd)\n");
    assert!(first.said().contains(&words), "{}", first.said());
    assert_eq!(first.visitor().get("/en/").await.status, 200);
    let set = TcpStream::connect(first.listen);
    assert!(set.is_err(), "the setting is not listened on as well");
    first.signal("TERM");
    assert_eq!(first.wait().code(), Some(0), "{}", first.log());

    let mut early = TcpStream::connect(address).expect("a place in the queue");
    early
        .write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .expect("a request");
    let _second = Program::serve_given(&socket, &[]);
    early
        .set_read_timeout(Some(PATIENCE))
        .expect("a time limit");
    let mut answer = String::new();
    early.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[test]
fn systemd_is_told_how_the_server_is() {
    let manager = Manager::new();
    let socket = socket();
    let address = socket.local_addr().expect("an address");
    let variables = [("NOTIFY_SOCKET", manager.address.as_str()), WATCHDOG];
    let mut server = Program::serve_given(&socket, &variables);
    assert_eq!(
        manager.hear(PATIENCE),
        Some(format!("READY=1\nSTATUS=Serving on {address}\n"))
    );
    for _ in 0..3 {
        manager.wait_for("WATCHDOG=1\n");
    }
    server.signal("TERM");
    manager.wait_for("STOPPING=1\n");
    assert_eq!(server.wait().code(), Some(0), "{}", server.log());
}

#[test]
fn there_is_no_sign_of_life_while_readers_are_not_answered() {
    let manager = Manager::new();
    let settings = [("SERVER__WORKERS", "1"), ("SERVER__SHUTDOWN_SECONDS", "1")];
    // With so few descriptors it takes but a handful of connections.
    let script = format!(
        r#"ulimit -n 70; NOTIFY_SOCKET={} {}={} exec "$@""#,
        manager.address, WATCHDOG.0, WATCHDOG.1
    );
    let mut server = Program::serve_in_shell(&settings, &[], &script);
    manager.wait_for("READY=1\n");
    manager.wait_for("WATCHDOG=1\n");
    let crowd: Vec<_> = (0..30)
        .map(|_| TcpStream::connect(server.listen).expect("a connection"))
        .collect();
    server.wait_until(|server| server.log().contains("readers are not answered"));
    while manager.hear(Duration::from_millis(1)).is_some() {}
    assert_eq!(manager.hear(Duration::from_millis(800)), None);
    drop(crowd);
    manager.wait_for("WATCHDOG=1\n");
}

#[test]
fn what_cannot_be_listened_on_is_refused_by_its_number() {
    let folder = tempfile::tempdir().expect("a folder");
    let local = UnixListener::bind(folder.path().join("socket")).expect("a socket");
    let listener = socket();
    let address = listener.local_addr().expect("an address");
    let connected = TcpStream::connect(address).expect("a connection");
    let file = std::fs::File::open(Path::new("/dev/null")).expect("a file");
    for (given, named) in [
        (local.into(), "tcp socket"),
        (connected.into(), "Accept="),
        (file.into(), "not a socket"),
    ] {
        let ended = run_given(given);
        let complaint = &ended.complained;
        assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{named}");
        for words in [
            "the socket 0 that systemd handed over",
            "ListenStream=",
            named,
        ] {
            assert!(complaint.contains(words), "{words}: {complaint}");
        }
    }
}
