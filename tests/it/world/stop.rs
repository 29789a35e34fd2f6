//! Point 17: told to stop under load. Whatever had left a client when the signal came is answered.

use super::{rounds, told};
use crate::support::program::Program;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Clients that keep their connections, and as many that make a new one for each request.
const CLIENTS: usize = 8;

/// What the clients of all rounds saw.
#[derive(Default)]
struct Seen {
    answered: AtomicUsize,
    unanswered: AtomicUsize,
}

#[test]
fn whoever_had_asked_is_answered() {
    let seen = Seen::default();
    let rounds = rounds(3);
    for round in 0..rounds {
        let mut server = Program::serve(&[("SERVER__CONNECTIONS_PER_ADDRESS", "1000")], &[]);
        std::thread::scope(|scope| {
            for client in 0..2 * CLIENTS {
                let (listen, seen) = (server.listen, &seen);
                scope.spawn(move || ask_until_refused(listen, client % 2 == 0, seen));
            }
            let is_enough = becomes(|| seen.answered.load(Ordering::Relaxed) > 100 * (round + 1));
            // Somewhere in the middle of the requests, each time elsewhere.
            std::thread::sleep(Duration::from_millis(37 * (round as u64 % 10)));
            server.signal("TERM");
            assert_eq!(server.wait().code(), Some(0), "{}", server.log());
            assert!(is_enough, "hardly anything was asked in a minute");
        });
    }
    let (answered, unanswered) = (seen.answered.into_inner(), seen.unanswered.into_inner());
    println!(
        "point 17: told to stop {rounds} times under load: {unanswered} of {} requests unanswered",
        answered + unanswered
    );
    assert_eq!(unanswered, 0, "of {}", answered + unanswered);
    told(17, "every request that had left its client is answered");
}

/// Whether something becomes true within a minute. However slow the machine is, the signal comes when
/// there is something to answer.
fn becomes(is_so: impl Fn() -> bool) -> bool {
    for _ in 0..1200 {
        if is_so() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

fn ask_until_refused(listen: SocketAddr, keeps: bool, seen: &Seen) {
    let mut kept: Option<TcpStream> = None;
    for number in 0.. {
        // As a proxy does: a connection that was closed meanwhile is not used again.
        let stream = match kept.take().filter(is_open) {
            Some(stream) => stream,
            None => match TcpStream::connect(listen) {
                Ok(stream) => stream,
                // Nothing was asked.
                Err(_) => return,
            },
        };
        let path = ["/healthz", "/calendar.ics", "/healthz", "/en/groups/dccg"][number % 4];
        match ask(stream, path, keeps) {
            Asked::Unsent => {}
            Asked::Unanswered => {
                seen.unanswered.fetch_add(1, Ordering::Relaxed);
            }
            Asked::Answered(stream) => {
                seen.answered.fetch_add(1, Ordering::Relaxed);
                kept = stream;
            }
        }
    }
}

/// What came of a request.
enum Asked {
    /// It did not leave.
    Unsent,
    Unanswered,
    /// With the connection, if it can be used once more.
    Answered(Option<TcpStream>),
}

fn is_open(stream: &TcpStream) -> bool {
    let mut byte = [0];
    if stream.set_nonblocking(true).is_err() {
        return false;
    }
    let peeked = stream.peek(&mut byte);
    stream.set_nonblocking(false).is_ok()
        && matches!(peeked, Err(error) if error.kind() == ErrorKind::WouldBlock)
}

fn ask(mut stream: TcpStream, path: &str, keeps: bool) -> Asked {
    let connection = if keeps { "keep-alive" } else { "close" };
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: {connection}\r\n\r\n");
    let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
    if stream.write_all(request.as_bytes()).is_err() {
        return Asked::Unsent;
    }
    match answer(&mut stream) {
        None => Asked::Unanswered,
        Some(closes) => Asked::Answered((keeps && !closes).then_some(stream)),
    }
}

/// Reads a whole answer; whether it says that the connection ends. `None` if it did not come whole.
fn answer(stream: &mut TcpStream) -> Option<bool> {
    let mut read = Vec::new();
    let mut buffer = [0; 32 * 1024];
    loop {
        if let Some((length, closes)) = whole(&read)
            && read.len() >= length
        {
            return Some(closes);
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(more) => read.extend_from_slice(&buffer[..more]),
        }
    }
}

/// How long the answer is, and whether the connection ends with it; `None` before its head is there.
fn whole(read: &[u8]) -> Option<(usize, bool)> {
    let end = read.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&read[..end]).to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"));
    let body: usize = match length {
        Some(length) => length.trim().parse().ok()?,
        // In chunks: the last one is empty.
        None if read.ends_with(b"\r\n0\r\n\r\n") => read.len() - end,
        None => return None,
    };
    Some((end + body, head.contains("connection: close")))
}
