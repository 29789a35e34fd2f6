//! Requests that no browser sends, over a socket: what is ambiguous is refused, and no path leads
//! anywhere but to what is served.

use crate::support::app::TestApp;
use crate::support::program::Program;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A second request that would be answered if the first one ended where its author pretends.
const SECOND: &str = "GET /en/groups HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

/// All that a server answers until it hangs up.
fn ask(to: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(to).expect("a connection");
    let limit = Some(Duration::from_secs(20));
    stream.set_read_timeout(limit).expect("a time limit");
    stream.write_all(request).expect("words");
    let mut answer = Vec::new();
    if let Err(error) = stream.read_to_end(&mut answer) {
        // What comes after the end resets the connection, which is one way to hang up.
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn what_is_ambiguous_is_refused_and_hung_up_on() {
    let server = Program::serve(&[], &[]);
    for headers in [
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 7\r\nContent-Length: 0\r\n",
        "Content-Length: 7\r\nContent-Length: 7\r\n",
        "Content-Length: 7, 7\r\n",
        "Content-Length: +7\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length : 7\r\n",
        "Transfer-Encoding: identity\r\nContent-Length: 7\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: \u{b}chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "X: a\r\n b\r\nContent-Length: 7\r\n",
        "X: a\0b\r\n",
        "X: a\rb\r\n",
        "Host: y\r\n",
    ] {
        let request =
            format!("POST /en/post HTTP/1.1\r\nHost: x\r\n{headers}\r\n0\r\n\r\n7\r\n{SECOND}");
        let answer = ask(server.listen, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 400"), "{headers:?}: {answer}");
        assert_eq!(
            answer.matches("HTTP/1.1").count(),
            1,
            "{headers:?}: {answer}"
        );
    }
    for (chunk, what) in [("0x7", "no number"), ("FFFFFFFFFFFFFFFFF", "no end")] {
        let request = format!(
            "POST /en/post HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\
             {chunk}\r\ntitle=x\r\n0\r\n\r\n{SECOND}"
        );
        let answer = ask(server.listen, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 400"), "{what}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1").count(), 1, "{what}: {answer}");
    }
    for request in [
        "GET / HTTP/1.1\r\n\r\n".to_owned(),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
        format!(
            "GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n",
            "a".repeat(200_000)
        ),
        format!(
            "GET / HTTP/1.1\r\nHost: x\r\n{}\r\n",
            "X: a\r\n".repeat(500)
        ),
        format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(120_000)),
        "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0".to_owned() + &"\0".repeat(200),
    ] {
        let answer = ask(server.listen, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 4"), "{request:.40}: {answer}");
    }
}

#[test]
fn tricks_with_paths_lead_nowhere() {
    let server = Program::serve(&[], &[]);
    for path in [
        "/../../etc/passwd",
        "/en/../desk",
        "/en/%2e%2e/desk",
        "/assets/../Cargo.toml",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/",
        "//evil.example/",
        "/%2f%2fevil.example",
        "/\\evil.example",
        "/en//groups",
        "/en;x/groups",
        "/en%00/",
        "/%ff%fe",
        "/.git/config",
        "/.env",
        "/data/igf-calendar.sqlite",
        "/metrics",
        "/en/groups/dccg%0d%0aX-Planted:%201",
        "*",
        "evil.example:80",
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let answer = ask(server.listen, request.as_bytes()).to_lowercase();
        let is_nothing = answer.starts_with("http/1.1 404") || answer.starts_with("http/1.1 400");
        assert!(is_nothing, "{path}: {answer}");
        assert!(!answer.contains("\r\nx-planted"), "{path}: {answer}");
    }
    // Where a redirect repeats what was asked for, it stays in its line and on this host.
    for (path, location) in [
        ("/groups?%0d%0aX-Planted:1", "/en/groups?%0d%0aX-Planted:1"),
        ("/?kind=%0d%0aX-Planted:1", "/en/?kind=%0d%0aX-Planted:1"),
    ] {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n\
             Connection: close\r\n\r\n"
        );
        let answer = ask(server.listen, request.as_bytes());
        assert!(
            answer.contains(&format!("\r\nlocation: {location}\r\n")),
            "{answer}"
        );
        assert!(!answer.to_lowercase().contains("\r\nx-planted"), "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_countless_fields_is_not_read() {
    let app = TestApp::on_sqlite().await;
    let many = |count| vec![("x", "1"); count];
    let refused = app.reader.post("/en/post", &many(5001)).await;
    assert_eq!(refused.status, 413);
    let words = refused.words();
    assert!(!words.is_empty(), "{}", refused.text);
    let taken = app.reader.post("/en/post", &many(5000)).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_repeats_no_address_without_end() {
    let app = TestApp::on_sqlite().await;
    let usual = app.reader.get("/en/past?q=call").await;
    assert!(usual.text.contains("/fr/past?q=call"), "{}", usual.text);
    let query = "q=call&".repeat(4000);
    let long = app.reader.get(&format!("/en/past?{query}")).await;
    assert_eq!(long.status, 200);
    assert!(
        long.text.len() < 2 * usual.text.len(),
        "{}",
        long.text.len()
    );
    assert!(long.text.contains("href=\"/fr/past\""), "{}", long.text);
}
