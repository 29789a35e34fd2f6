//! What every answer says to browsers, whatever kind of answer it is, and what MDN's Observatory makes
//! of it by its own code.

use crate::support::app::{ANNOUNCED, Page, TestApp, Visitor};
use crate::support::meetings::SEED;
use crate::support::{in_repository, missing};
use serde::Deserialize;
use std::path::Path;
use std::process::Command;

/// A server that is reached by TLS, as far as it knows.
async fn behind_tls() -> TestApp {
    TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        let base = "https://calendar.example.org".to_owned();
        settings.server.base_url = base.try_into().expect("an address");
        settings.server.security_contact = Some("mailto:security@example.org".to_owned());
    })
    .await
}

fn assert_guarded(what: &str, page: &Page) {
    let is_open = page.header("access-control-allow-origin") == "*";
    let whose = if is_open {
        "cross-origin"
    } else {
        "same-origin"
    };
    for (name, value) in [
        (
            "strict-transport-security",
            "max-age=63072000; includeSubDomains",
        ),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-resource-policy", whose),
        ("cross-origin-opener-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), microphone=(), geolocation=()",
        ),
    ] {
        assert_eq!(page.header(name), value, "{what}: {name}");
    }
    let policy = page.header("content-security-policy");
    for directive in [
        "default-src 'none'",
        "script-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(directive), "{what}: {policy}");
    }
    assert!(!policy.contains("unsafe"), "{what}: {policy}");
    assert!(!page.header("cache-control").is_empty(), "{what}");
    assert!(!page.header("x-request-id").is_empty(), "{what}");
    assert_eq!(page.header("server"), "", "{what}");
    assert!(
        !is_open || page.header("set-cookie").is_empty(),
        "{what}: what anybody may read says something of one reader"
    );
    let kind = page.header("content-type");
    assert!(
        page.text.is_empty() || !kind.is_empty(),
        "{what}: a body without a type"
    );
    let is_text = kind.starts_with("text/");
    assert!(
        !is_text || kind.ends_with("; charset=utf-8"),
        "{what}: {kind}"
    );
    for cookie in page.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().expect("ASCII");
        assert!(cookie.starts_with("__Host-"), "{what}: {cookie}");
        for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
            assert!(cookie.contains(part), "{what}: {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{what}: {cookie}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_answer_is_guarded() {
    let app = behind_tls().await;
    let reader = &app.reader;
    let style = reader
        .get("/en/")
        .await
        .attributes("link[rel=stylesheet]", "href");
    for (status, path) in [
        (200, "/en/"),
        (200, "/ar/past"),
        (200, "/en/groups"),
        (200, "/en/post"),
        (200, "/calendar.ics"),
        (200, "/groups/dccg.ics"),
        (200, style[0].as_str()),
        (200, "/.well-known/security.txt"),
        (200, "/healthz"),
        (200, "/readyz"),
        (302, "/"),
        (400, "/calendar.ics?past=soon"),
        (401, "/desk"),
        (404, "/en/nowhere"),
        (404, "/%00"),
        (404, "/en/meetings/x"),
        (404, "/desk/enter/x"),
        (410, &format!("/desk/enter/{}", "0".repeat(32))),
    ] {
        let page = reader.get_at_once(path).await;
        assert_eq!(page.status, status, "{path}: {}", page.text);
        assert_guarded(path, &page);
    }
    for (status, method, path) in [
        (200, "HEAD", "/en/"),
        (200, "HEAD", "/calendar.ics"),
        (405, "OPTIONS", "/en/"),
        (405, "TRACE", "/en/"),
        (405, "DELETE", "/en/groups"),
        (405, "POST", "/calendar.ics"),
        (404, "PROPFIND", "/nowhere"),
    ] {
        let page = reader.request(method, path).await;
        assert_eq!(page.status, status, "{method} {path}");
        assert_guarded(&format!("{method} {path}"), &page);
    }
    let tag = reader.get("/calendar.ics").await;
    let unchanged = [("if-none-match", tag.header("etag"))];
    let unchanged = reader.get_with("/calendar.ics", &unchanged).await;
    assert_eq!(unchanged.status, 304);
    assert_guarded("304", &unchanged);
}

/// What is said to be taken is taken, and nothing else.
async fn assert_methods(reader: &Visitor, path: &str, methods: &str) {
    let asked = reader.request("OPTIONS", path).await;
    assert_eq!(asked.header("allow"), methods, "{path}");
    assert_eq!(
        asked.header("access-control-allow-methods"),
        methods,
        "{path}"
    );
    for method in ["GET", "HEAD", "PROPFIND", "POST", "DELETE"] {
        let page = reader.request(method, path).await;
        let is_refused = page.status == 405;
        assert_eq!(is_refused, !methods.contains(method), "{method} {path}");
        if is_refused {
            assert_eq!(page.header("allow"), methods, "{method} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_public_is_readable_from_any_page_and_nothing_else_is() {
    let app = behind_tls().await;
    let meeting = app.publish(SEED).await;
    let origin = [("origin", "https://example.com")];
    for path in [
        "/calendar.ics",
        "/calendar.ics?past=nonsense",
        "/calendar.ics?group=DCCG",
        "/groups/DCCG.ics",
        "/groups/dccg.ics",
        &format!("/meetings/{meeting}.ics"),
    ] {
        let page = app.reader.get_at_once(path).await;
        assert_eq!(page.header("access-control-allow-origin"), "*", "{path}");
        let page = app.reader.get_with(path, &origin).await;
        assert_eq!(page.header("access-control-allow-origin"), "*", "{path}");
        assert!(page.header("set-cookie").is_empty(), "{path}");
        let asked = app.reader.request("OPTIONS", path).await;
        assert_eq!(asked.status, 204, "{path}");
        assert_eq!(asked.header("access-control-allow-headers"), "*");
        assert_methods(&app.reader, path, "GET, HEAD, OPTIONS, PROPFIND").await;
    }
    for path in [
        "/calendar.json",
        "/calendar.atom",
        "/groups/dccg.json",
        "/groups/dccg.atom",
        &format!("/meetings/{meeting}.json"),
    ] {
        assert_methods(&app.reader, path, "GET, HEAD, OPTIONS").await;
    }
    for path in ["/en/", "/en/post", "/desk", "/en/groups", "/healthz"] {
        let page = app.reader.get_with(path, &origin).await;
        assert!(
            page.header("access-control-allow-origin").is_empty(),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_to_a_form_is_guarded() {
    let app = behind_tls().await;
    let reader = &app.reader;
    let taken = reader.post_at_once("/en/post", SEED).await;
    assert_eq!(taken.status, 303);
    assert_guarded("a form that was taken", &taken);
    let foreign = [("sec-fetch-site", "cross-site")];
    let packed = [("content-encoding", "br")];
    let long = "x".repeat(300 * 1024);
    for (status, fields, headers) in [
        (403, SEED, &foreign[..]),
        (415, SEED, &packed[..]),
        (413, &[("title", long.as_str())][..], &[][..]),
    ] {
        let refused = reader.post_with("/en/post", fields, headers).await;
        assert_eq!(refused.status, status);
        assert_guarded("a form that was refused", &refused);
    }
    let zone = reader.post_at_once("/en/zone", &[("zone", "Geneva")]).await;
    assert_eq!(
        zone.header("set-cookie").split(';').next(),
        Some("__Host-zone=Europe/Zurich")
    );
    assert_guarded("a zone", &zone);

    let entry = format!("/desk/enter/{}", app.invitation().secret());
    let entered = reader.post_at_once(&entry, &[("name", "Chengetai")]).await;
    assert_eq!(entered.status, 303);
    assert_guarded("the way in", &entered);
    let session = entered
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap_or_default();
    let (_, secret) = session.split_once('=').expect("a cookie");
    let desk = reader.get_with("/desk", &[("cookie", session)]).await;
    assert_eq!(desk.status, 200);
    assert_guarded("the desk", &desk);
    // One without the prefix may have been planted by a neighbour.
    let planted = format!("session={secret}");
    let desk = reader.get_with("/desk", &[("cookie", &planted)]).await;
    assert_eq!(desk.status, 401);
}

/// What the Observatory says.
#[derive(Debug, Deserialize)]
struct Score {
    score: u32,
    verdicts: Vec<Verdict>,
}

#[derive(Debug, Deserialize)]
struct Verdict {
    name: String,
    pass: bool,
}

#[tokio::test(flavor = "multi_thread")]
async fn the_observatory_gives_130_points_at_least() {
    let app = behind_tls().await;
    let folder = tempfile::tempdir().expect("a folder");
    let (key, certificate) = (folder.path().join("key"), folder.path().join("certificate"));
    certify_localhost(&key, &certificate);
    let (_, port) = app.base.rsplit_once(':').expect("a port");
    let asked = Command::new("node")
        .arg(in_repository("tests/tools/observatory.mjs"))
        .arg(port)
        .args([&key, &certificate])
        .env("NODE_EXTRA_CA_CERTS", &certificate)
        .output();
    let asked = asked.unwrap_or_else(|_| missing("`node`"));
    let said = String::from_utf8_lossy(&asked.stderr);
    assert!(asked.status.success(), "{said}");
    let score: Score = serde_json::from_slice(&asked.stdout).expect("the agreed JSON");
    println!("{score:#?}");
    assert!(score.score >= 130, "{score:#?}");
    assert_eq!(score.verdicts.len(), 10, "all of its tests: {score:#?}");
    for verdict in &score.verdicts {
        assert!(verdict.pass, "{}: {score:#?}", verdict.name);
    }
}

fn certify_localhost(key: &Path, certificate: &Path) {
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
        ])
        .args([
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
        ])
        .arg("-keyout")
        .arg(key)
        .arg("-out")
        .arg(certificate)
        .output();
    let made = made.unwrap_or_else(|_| missing("`openssl`"));
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
}
