//! The network between the calendar and its PostgreSQL, which can be cut and can stand still. A
//! connection that stands still is acknowledged by the kernel and answered by nobody, as when the
//! processes of the server are stopped.

use super::postgres;
use super::program::free_port;
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

const LOOK: Duration = Duration::from_millis(10);

/// A way to the cluster of this run, by a port of its own.
pub struct Relay {
    pub address: SocketAddr,
    lines: Arc<Mutex<Vec<Arc<Line>>>>,
    /// Whether new connections stand still from their beginning.
    stands_still: Arc<AtomicBool>,
    listening: Option<Arc<AtomicBool>>,
}

/// One connection.
#[derive(Default)]
struct Line {
    is_cut: AtomicBool,
    stands_still: AtomicBool,
    ends: AtomicUsize,
}

impl Relay {
    /// One that nobody can connect to yet.
    pub fn closed() -> Self {
        Self {
            address: free_port(),
            lines: Arc::default(),
            stands_still: Arc::default(),
            listening: None,
        }
    }

    /// One that passes everything on.
    pub fn opened() -> Self {
        let mut relay = Self::closed();
        relay.open();
        relay
    }

    /// The address of a database through it.
    pub fn url(&self, database: &str) -> String {
        let direct = format!(":{}/", postgres::cluster().port);
        let through = format!(":{}/", self.address.port());
        assert!(database.contains(&direct), "{database}");
        database.replace(&direct, &through)
    }

    /// Takes connections.
    pub fn open(&mut self) {
        let listener = TcpListener::bind(self.address).expect("the relay's port");
        listener.set_nonblocking(true).expect("a setting");
        let goes_on = Arc::new(AtomicBool::new(true));
        self.listening = Some(Arc::clone(&goes_on));
        let (lines, still) = (Arc::clone(&self.lines), Arc::clone(&self.stands_still));
        thread::spawn(move || {
            while goes_on.load(Ordering::SeqCst) {
                match listener.accept() {
                    Ok((client, _)) => {
                        let line = Arc::new(Line::default());
                        line.stands_still
                            .store(still.load(Ordering::SeqCst), Ordering::SeqCst);
                        lines.lock().expect("lines").push(Arc::clone(&line));
                        connect(client, &line);
                    }
                    Err(_) => thread::sleep(LOOK),
                }
            }
        });
    }

    /// Refuses connections, and ends those that there are.
    pub fn close(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.store(false, Ordering::SeqCst);
        }
        while TcpStream::connect(self.address).is_ok() {
            thread::sleep(LOOK);
        }
        for line in self.lines.lock().expect("lines").drain(..) {
            line.is_cut.store(true, Ordering::SeqCst);
        }
    }

    /// Everything stands still, and so does what connects from now on.
    pub fn freeze(&self) {
        self.stands_still.store(true, Ordering::SeqCst);
        self.freeze_present();
    }

    /// The connections that there are stand still; others do not.
    pub fn freeze_present(&self) {
        for line in self.lines.lock().expect("lines").iter() {
            line.stands_still.store(true, Ordering::SeqCst);
        }
    }

    /// Everything goes on.
    pub fn thaw(&self) {
        self.stands_still.store(false, Ordering::SeqCst);
        for line in self.lines.lock().expect("lines").iter() {
            line.stands_still.store(false, Ordering::SeqCst);
        }
    }

    /// How many connections there are.
    pub fn connections(&self) -> usize {
        let lines = self.lines.lock().expect("lines");
        let is_open = |line: &&Arc<Line>| line.ends.load(Ordering::SeqCst) > 0;
        lines.iter().filter(is_open).count()
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.close();
    }
}

fn connect(client: TcpStream, line: &Arc<Line>) {
    let server = SocketAddr::from(([127, 0, 0, 1], postgres::cluster().port));
    let Ok(server) = TcpStream::connect(server) else {
        return;
    };
    for stream in [&client, &server] {
        stream.set_nonblocking(false).expect("a setting");
        stream.set_read_timeout(Some(LOOK)).expect("a setting");
    }
    let twice = |stream: &TcpStream| stream.try_clone().expect("a second hold");
    line.ends.store(2, Ordering::SeqCst);
    for (from, to) in [(twice(&client), twice(&server)), (server, client)] {
        let line = Arc::clone(line);
        thread::spawn(move || {
            pass_on(&from, &to, &line);
            line.is_cut.store(true, Ordering::SeqCst);
            line.ends.fetch_sub(1, Ordering::SeqCst);
            for stream in [from, to] {
                let _ = stream.shutdown(Shutdown::Both);
            }
        });
    }
}

fn pass_on(mut from: &TcpStream, mut to: &TcpStream, line: &Line) {
    let mut buffer = vec![0; 64 * 1024];
    while !line.is_cut.load(Ordering::SeqCst) {
        if line.stands_still.load(Ordering::SeqCst) {
            thread::sleep(LOOK);
            continue;
        }
        match from.read(&mut buffer) {
            Ok(0) => return,
            Ok(bytes) => {
                if to.write_all(&buffer[..bytes]).is_err() {
                    return;
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => return,
        }
    }
}
