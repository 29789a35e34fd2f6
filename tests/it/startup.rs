//! The program from outside: how it starts, what it says, how it stops, and how it complains when
//! it cannot do either.

use crate::support::app::Visitor;
use crate::support::meetings::{SEED, with};
use crate::support::program::{self, Program};
use chrono::{Datelike, Utc};
use igf_calendar::acts::{Actor, Acts};
use igf_calendar::clock::Clock;
use igf_calendar::import::{GROUPS_FILE, read_groups};
use igf_calendar::store::Store;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_says_everything_there_is_to_know() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("not/yet/there/calendar.sqlite");
    let database = file.display().to_string();
    let settings = [("DATABASE__URL", database.as_str())];
    let first = Program::serve(&settings, &["serve"]);
    assert!(file.exists());
    let said = first.said();
    for words in [
        "The common IGF calendar is running.\n".to_owned(),
        format!("  It listens on    {}\n", first.listen),
        format!("  Readers go to    {}/\n", first.base),
        format!("  Its data is in   {database}\n"),
        "  The secretariat gets in once, within seven days, at\n".to_owned(),
        "Ctrl-C stops it.\n".to_owned(),
    ] {
        assert!(said.contains(&words), "{words:?} in {said}");
    }
    let health = program::run(
        &[("SERVER__LISTEN", &first.listen.to_string())],
        &["healthcheck"],
    );
    assert_eq!((health.code, health.complained.as_str()), (Some(0), ""));

    // As long as nobody has been in, each start prints another address; the old one works, too.
    let second = Program::serve(&settings, &[]);
    let way_in = second.way_in().expect("an address");
    assert_ne!(Some(&way_in), first.way_in().as_ref());
    let secretary = second.visitor();
    let desk = secretary.post(&way_in, &[("name", "Chengetai")]).await;
    assert_eq!((desk.status.as_u16(), desk.path.as_str()), (200, "/desk"));
    assert_eq!(
        second
            .visitor()
            .post(&way_in, &[("name", "Eve")])
            .await
            .status,
        410
    );

    let third = Program::serve(&settings, &[]);
    assert_eq!(third.way_in(), None, "{}", third.said());
    assert!(
        third
            .said()
            .contains("/desk (more people: igf-calendar admin invite EMAIL)")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_printed_and_works() {
    let server = Program::serve(&[], &[]);
    let database = server
        .folder()
        .join("data/igf-calendar.sqlite")
        .display()
        .to_string();
    let settings = [
        ("DATABASE__URL", database.as_str()),
        ("SERVER__BASE_URL", &server.base),
    ];
    let invited = program::run(&settings, &["admin", "invite", "anja@example.org"]);
    assert_eq!(invited.code, Some(0));
    assert_eq!(invited.complained.lines().count(), 1, "the log");
    let lines: Vec<&str> = invited.said.lines().collect();
    assert_eq!(
        lines[0],
        "This address lets anja@example.org into the desk once, within seven days, as administrator:"
    );
    assert!(
        lines[1].starts_with(&format!("{}/desk/enter/", server.base)),
        "{}",
        lines[1]
    );
    let page = server.visitor().post(lines[1], &[("name", "Anja")]).await;
    assert_eq!(page.path, "/desk");

    let refused = program::run(&settings, &["admin", "invite", "anja at example"]);
    assert_eq!((refused.code, refused.said.as_str()), (Some(2), ""));
    assert_eq!(
        refused.complained,
        "igf-calendar: \"anja at example\" is not an e-mail address\n"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn told_to_stop_it_finishes_what_it_began() {
    let mut server = Program::serve(&[("SERVER__SHUTDOWN_SECONDS", "600")], &[]);
    // Somebody whose connection is open and idle does not hold it up.
    let idle = server.visitor();
    assert_eq!(idle.get("/en/").await.status, 200);
    let body = "title=Half+a+thought&group=dccg&poster_name=Ana";
    let mut slow = TcpStream::connect(server.listen).expect("a connection");
    slow.set_read_timeout(Some(Duration::from_secs(10)))
        .expect("a time limit");
    let head = format!(
        "POST /en/post HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        server.listen,
        body.len()
    );
    slow.write_all(head.as_bytes()).expect("a head");
    slow.write_all(&body.as_bytes()[..10]).expect("half a body");
    std::thread::sleep(Duration::from_millis(200));
    server.signal("TERM");
    std::thread::sleep(Duration::from_millis(500));
    assert!(server.is_running(), "it waits for the request");
    slow.write_all(&body.as_bytes()[10..]).expect("the rest");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(
        answer.contains("/who?errors=true"),
        "kept, under its own address: {answer}"
    );

    // Were it to wait for the idle one as well, it would outlast everybody's patience.
    let status = server.wait();
    assert_eq!(status.code(), Some(0), "{}", server.log());
    assert!(server.said().ends_with("Stopped.\n"), "{}", server.said());
    assert!(TcpStream::connect(server.listen).is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn told_to_stop_it_waits_no_longer_than_it_was_set_to() {
    let settings = [
        ("SERVER__SHUTDOWN_SECONDS", "1"),
        ("SERVER__REQUEST_SECONDS", "600"),
    ];
    let mut server = Program::serve(&settings, &[]);
    let mut endless = TcpStream::connect(server.listen).expect("a connection");
    let head = "POST /en/post HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ntitle=";
    endless.write_all(head.as_bytes()).expect("a head");
    std::thread::sleep(Duration::from_millis(200));
    server.signal("TERM");
    assert_eq!(server.wait().code(), Some(0), "{}", server.log());
}

#[test]
fn what_is_wrong_is_said_in_one_line_that_names_it() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = taken
        .local_addr()
        .map(|address| (taken, address))
        .expect("an address");
    let port = taken.1.to_string();
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("file"), "no folder").expect("a file");
    std::fs::write(path("no.sqlite"), "no database. ".repeat(100)).expect("a file");
    let (under_a_file, no_database) = (path("file/calendar.sqlite"), path("no.sqlite"));
    let a_folder = folder.path().display().to_string();
    let settings_file = path("settings.toml");
    let missing = path("missing.toml");
    for (text, setting, value, named) in [
        (
            None,
            "SERVER__LISTEN",
            port.as_str(),
            vec![port.as_str(), "server.listen"],
        ),
        (None, "SERVER__LISTEN", "here", vec!["server.listen"]),
        (None, "SERVER__WORKERS", "many", vec!["server.workers"]),
        (None, "SERVER__LITSEN", "127.0.0.1:1", vec!["litsen"]),
        (
            None,
            "SERVER__BASE_URL",
            "calendar.example.org",
            vec!["server.base_url"],
        ),
        (
            None,
            "LIMITS__FORM_KILOBYTES",
            "0",
            vec!["limits.form_kilobytes"],
        ),
        (None, "LOG__FILTER", "info=,,=[", vec!["log.filter"]),
        (None, "DATABASE__URL", &under_a_file, vec![&path("file")]),
        (None, "DATABASE__URL", &a_folder, vec![&a_folder]),
        (None, "DATABASE__URL", &no_database, vec![&no_database]),
        (
            None,
            "DATABASE__URL",
            "postgress://ana:secret@127.0.0.1:1/igf",
            vec!["database.url", "postgres://"],
        ),
        (
            None,
            "DATABASE__URL",
            "MySQL://ana:secret@127.0.0.1:1/igf",
            vec!["database.url", "postgres://"],
        ),
        (
            None,
            "DATABASE__URL",
            "postgres://ana:secret@127.0.0.1:1/igf?sslmode=require",
            vec!["database.url", "--features postgres-tls", "docs/operate.md"],
        ),
        (
            Some("[server]\nworkers = \"many\"\n"),
            "LOG__FILTER",
            "info",
            vec!["server.workers", "settings.toml"],
        ),
        (
            Some("[server]\nlisten =\n"),
            "LOG__FILTER",
            "info",
            vec!["settings.toml"],
        ),
        (
            Some("[calendar]\nfollow_seconds = 0\n"),
            "LOG__FILTER",
            "info",
            vec!["calendar.follow_seconds"],
        ),
        (Some(""), "LOG__FILTER", "info", vec!["missing.toml"]),
    ] {
        let mut arguments = vec!["serve"];
        if let Some(text) = text {
            std::fs::write(&settings_file, text).expect("a file");
            let file = if text.is_empty() {
                &missing
            } else {
                &settings_file
            };
            arguments.extend(["--config", file]);
        }
        let ended = program::run(&[(setting, value)], &arguments);
        // What was done before it failed stands in the log.
        let complained: String = ended
            .complained
            .split_inclusive('\n')
            .filter(|line| !line.contains(" done act="))
            .collect();
        let complaint = format!("{setting}={value} {text:?}: {complained:?}");
        assert_eq!(
            (ended.code, ended.said.as_str()),
            (Some(2), ""),
            "{complaint}"
        );
        assert!(complained.starts_with("igf-calendar: "), "{complaint}");
        // Where a file's syntax is wrong, the line is shown with a mark under the place.
        let is_syntax = complained.contains("TOML parse error at line 2");
        assert!(is_syntax || complained.lines().count() == 1, "{complaint}");
        assert!(!complained.contains("secret"), "{complaint}");
        for named in named {
            assert!(complained.contains(named), "{named}: {complaint}");
        }
    }
    let free = TcpListener::bind("127.0.0.1:0")
        .expect("a port")
        .local_addr()
        .expect("an address");
    let health = program::run(&[("SERVER__LISTEN", &free.to_string())], &["healthcheck"]);
    assert_eq!((health.code, health.said.as_str()), (Some(2), ""));
    assert!(
        health
            .complained
            .starts_with("igf-calendar: the server is not ready: ")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_tells_every_request_and_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("calendar.sqlite").display().to_string();
    let store = Store::open(&database).expect("a store");
    let mut groups = read_groups(GROUPS_FILE).expect("the groups");
    groups.groups.retain(|group| group.slug.as_str() == "dccg");
    Acts::new(store, Clock::System)
        .import_groups(&Actor::Importer, groups)
        .expect("a group");
    let server = Program::serve(&[("DATABASE__URL", &database)], &[]);
    let way_in = server.way_in().expect("an address");
    let ana = server.visitor();
    let year = (Utc::now().year() + 1).to_string();
    let check = ana
        .post("/en/post", &with(SEED, &[("start_year", &year)]))
        .await;
    assert!(check.path.ends_with("/check"), "{:?}", check.errors());
    let sent = ana.post(&check.path.replace("/check", "/send"), &[]).await;
    let edit = sent
        .attributes("#edit-address", "value")
        .pop()
        .expect("an address");
    let looked = ana.get(&edit).await;
    assert_eq!(looked.status, 200);
    let desk = server.visitor();
    desk.post(&way_in, &[("name", "Anja")]).await;

    // Mistyped, refused, and beside every route: secrets in unusual places.
    let secret = |address: &str| -> String {
        let parts = address.split('/');
        parts
            .max_by_key(|part| part.len())
            .unwrap_or_default()
            .to_owned()
    };
    let (draft, key, invitation) = (secret(&check.path), secret(&edit), secret(&way_in));
    let stranger: Visitor = server.visitor();
    for secret in [&draft, &key, &invitation] {
        assert_eq!(secret.len(), 32, "{secret}");
        for path in [
            "/desk/enter/{}/",
            "/en/edit/{}?again={}",
            "/nowhere/{}",
            "/en/post/{}/when",
        ] {
            stranger.get(&path.replace("{}", secret)).await;
        }
        stranger
            .request("DELETE", &format!("/desk/enter/{secret}"))
            .await;
        let path = format!("/en/edit/{secret}");
        stranger
            .post_with(&path, &[], &[("origin", "https://evil.example")])
            .await;
    }

    let log = server.log();
    let id = looked.header("x-request-id");
    let line = log
        .lines()
        .find(|line| line.contains(id))
        .expect("a line for the request");
    for part in ["served", "GET", "200", "/edit/{key}", "client=127.0.0.0/24"] {
        assert!(line.contains(part), "{part} in {line}");
    }
    let served = log.lines().filter(|line| line.contains("served"));
    assert!(served.clone().count() > 20);
    assert!(
        served.clone().all(|line| line.contains("request{id=")),
        "{log}"
    );
    for hidden in [
        draft.as_str(),
        &key,
        &invitation,
        "ana@dynamic",
        "Ana Example",
        "dccg25",
    ] {
        assert!(!log.contains(hidden), "{hidden} in {log}");
    }
    assert!(!server.said().contains(&draft));
}
