//! Stopping under load: every request that had left its client when the server was told to stop is
//! answered. Whoever cannot connect any more has asked nothing yet.

use crate::support::program::Program;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// What the clients of one round saw.
#[derive(Default)]
struct Seen {
    answered: AtomicUsize,
    /// Sent, and cut off without a whole answer.
    cut_off: AtomicUsize,
    is_over: AtomicBool,
}

/// How a client goes about it.
#[derive(Clone, Copy)]
enum Client {
    /// Every request on the same connection, as long as the server does not say that it ends.
    Keeping,
    /// A connection for each request.
    Reconnecting,
    /// Keeps the connection, and stores something each time.
    Posting,
}

impl Client {
    fn request(self) -> &'static str {
        match self {
            Self::Keeping => "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
            Self::Reconnecting => {
                "GET /en/subscribe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            }
            Self::Posting => {
                "POST /en/post HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\n\r\ntitle=x"
            }
        }
    }

    /// Asks until nobody can be asked any more.
    fn run(self, server: SocketAddr, seen: &Seen) {
        while let Ok(mut stream) = TcpStream::connect_timeout(&server, Duration::from_secs(5)) {
            stream
                .set_read_timeout(Some(Duration::from_secs(20)))
                .expect("a setting");
            while !seen.is_over.load(Ordering::Relaxed) && is_open(&stream) {
                if stream.write_all(self.request().as_bytes()).is_err() {
                    seen.cut_off.fetch_add(1, Ordering::Relaxed);
                    break;
                }
                match read_answer(&mut stream) {
                    Some(ends) => {
                        seen.answered.fetch_add(1, Ordering::Relaxed);
                        if ends {
                            break;
                        }
                    }
                    None => {
                        seen.cut_off.fetch_add(1, Ordering::Relaxed);
                        break;
                    }
                }
            }
            if seen.is_over.load(Ordering::Relaxed) {
                return;
            }
        }
    }
}

/// Whether the other side has not ended it yet.
fn is_open(stream: &TcpStream) -> bool {
    stream.set_nonblocking(true).expect("a setting");
    let looked = stream.peek(&mut [0]);
    stream.set_nonblocking(false).expect("a setting");
    looked.is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
}

/// Whether the connection ends with this answer; `None` if it is not whole.
fn read_answer(stream: &mut TcpStream) -> Option<bool> {
    let (mut answer, mut buffer) = (Vec::new(), [0; 16 * 1024]);
    loop {
        let text = String::from_utf8_lossy(&answer).to_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            let is_whole = match length {
                Some(length) => body.len() >= length.parse::<usize>().expect("a number"),
                None => body.ends_with("0\r\n\r\n"),
            };
            if is_whole {
                return Some(head.lines().any(|line| line == "connection: close"));
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(bytes) => answer.extend_from_slice(&buffer[..bytes]),
        }
    }
}

/// How often it is stopped, which `IGF_CALENDAR_STOP_ROUNDS` says.
fn rounds() -> usize {
    let asked = std::env::var("IGF_CALENDAR_STOP_ROUNDS").ok();
    asked.map_or(3, |rounds| rounds.parse().expect("a number"))
}

#[test]
fn everybody_who_asked_is_answered() {
    let mut answered = 0;
    for round in 0..rounds() {
        let mut server = Program::serve(
            &[
                ("LOG__FILTER", "warn"),
                ("LIMITS__DRAFTS_PER_MINUTE", "1000000"),
            ],
            &[],
        );
        let seen = Arc::new(Seen::default());
        let clients = [
            [Client::Keeping; 6].as_slice(),
            [Client::Reconnecting; 4].as_slice(),
            [Client::Posting; 2].as_slice(),
        ]
        .concat();
        let clients: Vec<_> = clients
            .into_iter()
            .map(|client| {
                let (seen, listen) = (Arc::clone(&seen), server.listen);
                thread::spawn(move || client.run(listen, &seen))
            })
            .collect();
        thread::sleep(Duration::from_millis(700));
        server.signal("TERM");
        assert_eq!(server.wait().code(), Some(0), "{}", server.log());
        seen.is_over.store(true, Ordering::Relaxed);
        for client in clients {
            client.join().expect("a client");
        }
        let cut_off = seen.cut_off.load(Ordering::Relaxed);
        let count = seen.answered.load(Ordering::Relaxed);
        assert!(count > 0, "round {round}");
        assert_eq!(
            cut_off, 0,
            "round {round}: beside {count} that were answered"
        );
        answered += count;
    }
    println!("{answered} answered, none cut off");
}
