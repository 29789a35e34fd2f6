//! Point 13: a network between the calendar and PostgreSQL that swallows everything.

use super::{World, told};
use crate::support::postgres;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Hands on what comes in, until the line is cut: then everything is taken and nothing arrives.
struct Line {
    address: SocketAddr,
    is_cut: Arc<AtomicBool>,
}

impl Line {
    fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let is_cut = Arc::new(AtomicBool::new(false));
        let cut = Arc::clone(&is_cut);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(("127.0.0.1", port)) else {
                    continue;
                };
                let (back, forth) = (copies(&server, &client), copies(&client, &server));
                for (from, to) in [back, forth] {
                    let cut = Arc::clone(&cut);
                    std::thread::spawn(move || hand_on(from, to, &cut));
                }
            }
        });
        Self { address, is_cut }
    }

    fn cut(&self) {
        self.is_cut.store(true, Ordering::SeqCst);
    }

    fn mend(&self) {
        self.is_cut.store(false, Ordering::SeqCst);
    }
}

fn copies(from: &TcpStream, to: &TcpStream) -> (TcpStream, TcpStream) {
    let copy = |stream: &TcpStream| stream.try_clone().expect("a stream");
    (copy(from), copy(to))
}

fn hand_on(mut from: TcpStream, mut to: TcpStream, cut: &AtomicBool) {
    let mut buffer = [0; 16 * 1024];
    // What was lost on the way cannot be made up for: such a connection ends once the line is mended.
    let mut has_lost = false;
    while let Ok(read) = from.read(&mut buffer) {
        has_lost |= cut.load(Ordering::SeqCst);
        if read == 0 && !has_lost || !cut.load(Ordering::SeqCst) && has_lost {
            break;
        }
        if read == 0 {
            return;
        }
        if !has_lost && to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}

/// Forms while the line is cut.
const FORMS: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn the_line_to_the_database_is_cut() {
    let database = postgres::new_database();
    let port = postgres::cluster().port;
    let line = Line::to(port);
    let address = database.replace(&format!(":{port}/"), &format!(":{}/", line.address.port()));
    let settings = [
        ("DATABASE__CONNECTIONS", "4"),
        ("DATABASE__CONNECT_SECONDS", "1"),
        ("DATABASE__STATEMENT_SECONDS", "2"),
    ];
    let world = World::on(&address, &settings).await;
    world.publish("Before the line was cut").await;
    line.cut();
    for _ in 0..FORMS {
        world
            .posting_is_refused("Typed into a line that is cut")
            .await;
    }
    assert_eq!(world.ready().await, 503);
    world.reads_go_on(60).await;
    line.mend();
    world.is_well_again().await;
    world.publish("After it").await;
    told(
        13,
        &format!(
            "a network that swallows everything: {FORMS} forms refused in words, 60 of 60 reads answered"
        ),
    );
}
