//! `scripts/pin-images` and a registry that stands in for Docker's: what the Dockerfile begins from is
//! pinned by what it is.

use crate::support::in_repository;
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Command, Output};

/// A registry that gives manifests to whoever brings the token that it gives to everybody. Its
/// manifests are the paths that they are asked for by, unless they are `broken`.
fn registry(broken: bool) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut lines = BufReader::new(&stream)
                .lines()
                .map(|line| line.expect("a line"));
            let first = lines.next().unwrap_or_default();
            let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let path = first.split(' ').nth(1).unwrap_or_default();
            let answer = answer(address, path, &head, broken);
            stream.write_all(answer.as_bytes()).expect("an answer");
        }
    });
    address
}

fn answer(address: SocketAddr, path: &str, head: &[String], broken: bool) -> String {
    let (status, header, body) = if path.starts_with("/token?") {
        ("200 OK", String::new(), r#"{"token":"everybody"}"#)
    } else if path.contains("nowhere") {
        ("404 Not Found", String::new(), "")
    } else if head
        .iter()
        .any(|line| line == "Authorization: Bearer everybody")
    {
        let said = if broken { digest("else") } else { digest(path) };
        ("200 OK", format!("Docker-Content-Digest: {said}\r\n"), path)
    } else {
        let challenge = format!(
            "WWW-Authenticate: Bearer realm=\"http://{address}/token\",service=\"s\",scope=\"pull\"\r\n"
        );
        ("401 Unauthorized", challenge, "")
    };
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\n{header}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}

fn digest(bytes: &str) -> String {
    let hash = Sha256::digest(bytes.as_bytes());
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

fn pin(registry: SocketAddr, file: &Path, more: &[&str]) -> Output {
    Command::new("python3")
        .arg(in_repository("scripts/pin-images"))
        .arg(file)
        .args(["--registry", &format!("http://{registry}")])
        .args(more)
        .output()
        .expect("python3")
}

#[test]
fn images_are_pinned_by_the_digest_of_what_the_registry_sends() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Dockerfile");
    std::fs::copy(in_repository("Dockerfile"), &file).expect("a copy");
    let read = || std::fs::read_to_string(&file).expect("a file");
    let registry_address = registry(false);

    let check = |more: &[&str]| pin(registry_address, &file, more).status.code();
    let images = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with("FROM "));
        lines.map(str::to_owned).collect()
    };
    let names: Vec<String> = images(&read())
        .iter()
        .map(|line| line.split([' ', '@']).nth(1).unwrap_or_default().to_owned())
        .collect();
    assert_eq!(names.len(), 2, "one to build in, one to run in");
    assert_eq!(check(&[]), Some(0));
    let pinned = read();
    for (line, name) in images(&pinned).iter().zip(&names) {
        let (image, tag) = name.split_once(':').expect("a tag");
        let exact = tag
            .split(['.', '-'])
            .take(2)
            .all(|part| part.parse::<u32>().is_ok());
        assert!(exact, "{name} names an exact version");
        let manifest = digest(&format!("/v2/library/{image}/manifests/{tag}"));
        assert!(
            line.starts_with(&format!("FROM {name}@{manifest}")),
            "{line}"
        );
    }
    assert_eq!(check(&["--check"]), Some(0), "it is as it was pinned");
    assert_eq!(check(&[]), Some(0), "pinning again changes nothing");
    assert_eq!(read(), pinned);

    let moved = pinned.replacen(
        &images(&pinned)[0],
        &format!("FROM {} AS build", names[0]),
        1,
    );
    std::fs::write(&file, &moved).expect("a file");
    assert_eq!(check(&["--check"]), Some(1), "one is not pinned");
    assert_eq!(read(), moved, "and nothing was written");
}

#[test]
fn what_cannot_be_pinned_is_named_and_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Dockerfile");
    for (line, broken, named) in [
        ("FROM debian\n", false, "names no version"),
        ("FROM ghcr.io/x/y:1\n", false, "another registry"),
        ("FROM nowhere:1.0\n", false, "404"),
        ("FROM debian:12.1\n", true, "it says sha256:"),
    ] {
        std::fs::write(&file, line).expect("a file");
        let ended = pin(registry(broken), &file, &[]);
        let complaint = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{line}: {complaint}");
        assert!(complaint.contains(named), "{line}: {complaint}");
        assert_eq!(std::fs::read_to_string(&file).expect("a file"), line);
    }
}
