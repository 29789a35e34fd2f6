//! What one client can do to a server, and what everybody else notices of it: nothing.

use crate::support::app::{ANNOUNCED, TestApp, Visitor};
use crate::support::in_repository;
use crate::support::meetings::SEED;
use crate::support::program::{Program, free_port};
use flate2::Compression;
use flate2::write::GzEncoder;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A request whose answer is long.
const MUCH: &[u8] = b"GET /calendar.ics?past=all HTTP/1.1\r\nHost: x\r\n\r\n";

/// Says something to a server and keeps the connection.
fn say(to: SocketAddr, words: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(to).expect("a connection");
    let limit = Some(Duration::from_secs(20));
    stream.set_read_timeout(limit).expect("a time limit");
    stream.write_all(words).expect("words");
    stream
}

/// All that a server says until it hangs up; a test fails here if it does not.
fn until_the_end(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // Words that come after the end reset the connection, which is one way to hang up.
    let reset = |error: &std::io::Error| error.kind() == std::io::ErrorKind::ConnectionReset;
    if let Err(error) = stream.read_to_end(&mut answer) {
        assert!(reset(&error), "{error}");
    }
    String::from_utf8_lossy(&answer).into_owned()
}

fn post(path: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut request = format!("POST {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n").into_bytes();
    request.extend_from_slice(body);
    request
}

/// As long as 64 megabytes are, and 64 kilobytes packed.
fn gzip_bomb() -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(b"title=").expect("memory");
    let megabyte = vec![b'a'; 1 << 20];
    for _ in 0..64 {
        packer.write_all(&megabyte).expect("memory");
    }
    packer.finish().expect("memory")
}

#[test]
fn what_is_packed_is_refused_unread() {
    // 256 megabytes of "title=aaa...".
    let brotli = std::fs::read(in_repository("tests/data/bomb.br")).expect("a file");
    assert!(brotli.len() < 500);
    let server = Program::serve(&[], &[]);
    let before = server.peak_kilobytes();
    for (encoding, body) in [
        ("br", brotli.clone()),
        ("gzip", gzip_bomb()),
        ("identity, BR", brotli),
    ] {
        let headers = format!(
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Encoding: {encoding}\r\n\
             Content-Length: {}\r\n",
            body.len()
        );
        for path in ["/fr/post", "/desk/enter/x", "/nowhere"] {
            let answer = until_the_end(say(server.listen, &post(path, &headers, &body)));
            let head = answer.to_ascii_lowercase();
            assert!(head.starts_with("http/1.1 415"), "{encoding}: {answer}");
            assert!(head.contains("accept-encoding: identity"), "{answer}");
        }
        let answer = until_the_end(say(server.listen, &post("/fr/post", &headers, &body)));
        assert!(answer.contains("Cet envoi est compressé"), "{answer}");
    }
    let grown = server.peak_kilobytes() - before;
    assert!(grown < 16_000, "{grown} kilobytes more");
    let headers = "Content-Encoding: identity\r\nContent-Length: 7\r\nConnection: close\r\n";
    let answer = until_the_end(say(server.listen, &post("/en/post", headers, b"title=x")));
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
}

/// The second half of a body never comes; what comes instead is a byte now and then.
#[test]
fn a_body_that_does_not_end_ends_its_connection() {
    let server = Program::serve(&[("SERVER__REQUEST_SECONDS", "1")], &[]);
    for (path, status) in [("/en/post", "408"), ("/nowhere", "404")] {
        for headers in [
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 100000\r\n",
        ] {
            let stream = say(server.listen, &post(path, headers, b"6\r\ntitle=\r\n"));
            let mut trickle = stream.try_clone().expect("the same connection");
            let trickling = std::thread::spawn(move || {
                // Until the server hangs up, or whoever waits has lost patience.
                for _ in 0..200 {
                    if trickle.write_all(b"1\r\na\r\n").is_err() {
                        return;
                    }
                    std::thread::sleep(Duration::from_millis(100));
                }
            });
            let mut answer = Vec::new();
            let mut stream = stream;
            // Bytes that come after the end may reset the connection.
            let ended = stream.read_to_end(&mut answer);
            let answer = String::from_utf8_lossy(&answer).into_owned();
            let hung_up = !ended.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock);
            assert!(hung_up, "{path} {headers}: {answer}");
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status}")),
                "{answer}"
            );
            trickling.join().expect("an end");
        }
    }
}

#[test]
fn who_reads_nothing_is_hung_up_on() {
    let settings = [("SERVER__WRITE_SECONDS", "3")];
    let mut server = Program::serve(&settings, &["--demo"]);
    let before = server.sockets();
    // Together more than the kernel keeps for a client.
    let many = MUCH.repeat(30);
    let stalled: Vec<TcpStream> = (0..24).map(|_| say(server.listen, &many)).collect();
    let memory = server.peak_kilobytes();
    server.wait_until(|server| server.sockets() >= before + 20);
    // Its own may still have been on their way when they were first counted.
    server.wait_until(|server| server.sockets() < before + 10);
    assert!(server.peak_kilobytes() - memory < 50_000);
    drop(stalled);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_cannot_take_all_connections() {
    let few = [("SERVER__CONNECTIONS_PER_ADDRESS", "3")];
    let mut server = Program::serve(&few, &[]);
    let half = b"GET /healthz HTTP/1.1\r\n";
    let opened: Vec<TcpStream> = (0..5).map(|_| say(server.listen, half)).collect();
    let elsewhere = Visitor::from(&server.base, [127, 0, 0, 2]);
    assert_eq!(elsewhere.get("/en/").await.status, 200);
    // Which of them are too many is up to the workers that take them.
    let ends: Vec<String> = opened.into_iter().map(until_the_end).collect();
    let refused = ends.iter().filter(|answer| answer.is_empty()).count();
    assert_eq!(refused, 2, "{ends:?}");
    let whole = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    server.wait_until(|server| until_the_end(say(server.listen, whole)).ends_with("alive\n"));
}

/// Requests that wait for their turn take up memory each, and a client that reads nothing makes them wait.
#[test]
fn who_asks_too_far_ahead_is_hung_up_on() {
    let server = Program::serve(&[], &["--demo"]);
    let one = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    let mut few = one.repeat(29);
    few.extend_from_slice(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let answers = until_the_end(say(server.listen, &few));
    assert_eq!(answers.matches("HTTP/1.1 200").count(), 30);

    // Each of them is answered before the next comes, with a body in chunks or without.
    let mut patient = say(server.listen, b"");
    let chunks = b"7\r\ntitle=x\r\n0\r\n\r\n";
    let chunked = post("/en/post", "Transfer-Encoding: chunked\r\n", chunks);
    for round in 0..100 {
        let asked = if round % 2 == 0 { &one[..] } else { &chunked };
        patient.write_all(asked).expect("words");
        let mut answer = [0; 4096];
        assert_ne!(patient.read(&mut answer).expect("an answer"), 0, "{round}");
    }

    // A body may look like many heads, as often as it likes.
    let body = format!("title=x&description={}", "\n\n".repeat(10));
    let length = format!("Content-Length: {}\r\n", body.len());
    let poster = post("/en/post", &length, body.as_bytes());
    for round in 0..10 {
        patient.write_all(&poster).expect("words");
        let mut answer = [0; 4096];
        assert_ne!(patient.read(&mut answer).expect("an answer"), 0, "{round}");
    }

    let before = server.peak_kilobytes();
    let crowd: Vec<TcpStream> = (0..40)
        .map(|_| {
            let mut stream = say(server.listen, MUCH);
            // Perhaps it is hung up on before all is said.
            let _ = stream.write_all(&one.repeat(3000));
            stream
        })
        .collect();
    for stream in crowd {
        let answers = until_the_end(stream);
        assert!(answers.matches("HTTP/1.1 200").count() < 3000);
    }
    let grown = server.peak_kilobytes() - before;
    assert!(grown < 20_000, "{grown} kilobytes more");
}

/// A thousand clients that ask for much and read nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_that_reads_nothing_takes_up_little() {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        maximum: limit.maximum,
    };
    setrlimit(Resource::Nofile, raised).expect("enough descriptors");
    let settings = [("SERVER__CONNECTIONS_PER_ADDRESS", "2000")];
    let server = Program::serve(&settings, &["--demo"]);
    let reader = server.visitor();
    assert_eq!(reader.get("/calendar.ics?past=all").await.status, 200);
    let before = server.peak_kilobytes();
    let many = MUCH.repeat(30);
    let crowd: Vec<TcpStream> = (0..1000).map(|_| say(server.listen, &many)).collect();
    // Whoever comes after them is answered once each of them has had its turn.
    let waited = tokio::time::timeout(Duration::from_secs(60), reader.get("/en/"));
    assert_eq!(waited.await.expect("an answer").status, 200);
    let grown = server.peak_kilobytes() - before;
    eprintln!("a crowd of {}: {grown} kilobytes more", crowd.len());
    assert!(grown < 200_000, "{grown} kilobytes more");
}

/// Clients that ask for much and read nothing, more of them than the server has descriptors.
#[tokio::test(flavor = "multi_thread")]
async fn few_descriptors_are_enough() {
    let script = "ulimit -n 256; exec \"$@\"";
    let server = Program::serve_in_shell(&[], &["--demo"], script);
    let held: Vec<TcpStream> = (0..260)
        .map(|_| {
            let mut stream = TcpStream::connect(server.listen).expect("a connection");
            // Those that are too many are closed, perhaps before they have spoken.
            let _ = stream.write_all(&MUCH.repeat(30));
            stream
        })
        .collect();
    let elsewhere = Visitor::from(&server.base, [127, 0, 0, 2]);
    let asked = tokio::time::timeout(Duration::from_secs(20), elsewhere.get("/en/"));
    assert_eq!(asked.await.expect("an answer").status, 200);
    drop(held);
}

#[test]
fn the_limit_on_descriptors_is_raised() {
    let server = Program::serve_in_shell(&[], &[], "ulimit -S -n 128; exec \"$@\"");
    let limits = std::fs::read_to_string(server.proc("limits")).expect("its limits");
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let words: Vec<&str> = line.expect("a line").split_whitespace().collect();
    assert_ne!(words[3], "128");
    assert_eq!(words[3], words[4], "{limits}");
}

#[test]
fn a_target_may_be_whole() {
    let server = Program::serve(&[], &[]);
    for (target, expected) in [
        (
            "http://evil.example/groups?kind=dc",
            "location: /en/groups?kind=dc\r\n",
        ),
        ("http://evil.example/en", "location: /en/\r\n"),
        ("http://evil.example", "location: /en/\r\n"),
        ("http://evil.example?kind=dc", "location: /en/?kind=dc\r\n"),
        ("http://evil.example/en/groups", "http/1.1 200"),
        ("http://evil.example/en/nowhere", "http/1.1 404"),
    ] {
        let request = format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let answer = until_the_end(say(server.listen, request.as_bytes())).to_lowercase();
        assert!(answer.contains(expected), "{target}: {answer}");
        assert!(!answer.contains("evil.example"), "{target}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_acts_for_somebody_has_to_say_from_where() {
    let app = TestApp::on_sqlite().await;
    let secretary = app.secretary("Chengetai").await;
    app.post_meeting(SEED).await;
    let (_, revision) = app.waiting().pop().expect("it waits");
    let path = format!("/desk/revisions/{revision}/decide");
    let approval = [("verdict", "approved"), ("reason", "")];
    let silent = secretary.post_with(&path, &approval, &[]).await;
    assert_eq!(silent.status, 403);
    assert_eq!(app.waiting().len(), 1);
    let own = app.base.as_str();
    let said = [("origin", own)];
    let honest = secretary.post_with(&path, &approval, &said).await;
    assert_eq!(honest.status, 200);
    assert_eq!(app.waiting().len(), 0);
    // A program without cookies acts for nobody, and goes on working; so does one that reads.
    let posted = app.visitor().post_with("/en/post", SEED, &[]).await;
    assert!(posted.path.ends_with("/check"), "{}", posted.path);
    assert_eq!(secretary.get("/desk").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_the_same_in_the_clothes_of_ipv6() {
    let port = free_port().port();
    let (listen, base) = (format!("[::]:{port}"), format!("http://127.0.0.1:{port}"));
    let server = Program::serve(
        &[
            ("SERVER__LISTEN", &listen),
            ("SERVER__BASE_URL", &base),
            ("DESK__SECOND_FACTOR", "required"),
            ("SERVER__TRUSTED_PROXIES", "127.0.0.1"),
            ("LIMITS__DRAFTS_PER_MINUTE", "1"),
        ],
        &[],
    );
    let through = Visitor::to(&base);
    let fields = [("title", "One"), ("group", "dccg")];
    for (client, status) in [
        ("192.0.2.1", 200),
        ("::ffff:192.0.2.1", 429),
        ("192.0.2.1:4711", 429),
        ("192.0.2.2", 200),
        ("2001:db8::1", 200),
        ("[2001:db8::2]:80", 429),
    ] {
        let headers = [("x-forwarded-for", client)];
        let page = through.post_with("/en/post", &fields, &headers).await;
        assert_eq!(page.status, status, "{client}: {}", page.text);
    }
    assert!(!server.log().contains("X-Forwarded-For"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_nobody_named_is_noticed_once() {
    let mut server = Program::serve(&[], &[]);
    let reader = server.visitor();
    for _ in 0..3 {
        let headers = [("x-forwarded-for", "192.0.2.1")];
        assert_eq!(reader.get_with("/en/", &headers).await.status, 200);
    }
    server.wait_until(|server| server.log().matches("served").count() >= 3);
    let log = server.log();
    assert_eq!(log.matches("X-Forwarded-For").count(), 1, "{log}");
    assert!(
        log.contains("WARN") && log.contains("server.trusted_proxies"),
        "{log}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_keep_browsers_to_tls_and_search_engines_out() {
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        let base = "https://calendar.example.org".to_owned();
        settings.server.base_url = base.try_into().expect("an address");
        settings.server.security_contact = Some("mailto:security@example.org".to_owned());
    })
    .await;
    let list = app.reader.get("/en/").await;
    assert_eq!(
        list.header("strict-transport-security"),
        "max-age=63072000; includeSubDomains"
    );
    assert_eq!(list.header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(list.header("x-robots-tag"), "");
    assert_eq!(app.reader.get_at_once("/").await.header("x-robots-tag"), "");
    let begun = app
        .reader
        .post_with("/en/post", &[("title", "x")], &[])
        .await;
    let entry = format!("/desk/enter/{}", app.invitation().secret());
    for path in [begun.path.as_str(), "/desk", entry.as_str(), "/en/nowhere"] {
        let page = app.reader.get(path).await;
        assert_eq!(page.header("x-robots-tag"), "noindex", "{path}");
    }
    let contact = app.reader.get("/.well-known/security.txt").await;
    assert_eq!(contact.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(
        contact.text,
        "Contact: mailto:security@example.org\r\nExpires: 2018-08-28T00:00:00Z\r\n\
         Canonical: https://calendar.example.org/.well-known/security.txt\r\n"
    );

    let plain = TestApp::on_sqlite().await;
    let page = plain.reader.get("/en/").await;
    assert_eq!(page.header("strict-transport-security"), "");
    assert_eq!(
        plain.reader.get("/.well-known/security.txt").await.status,
        404
    );
}
