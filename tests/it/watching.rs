//! What whoever runs the calendar sees of it: the log, with a line for each act, and the numbers for
//! Prometheus.

use crate::faults::Stopped;
use crate::support::app::{Page, Visitor};
use crate::support::database::texts;
use crate::support::in_repository;
use crate::support::meetings::{SEED, second_page, with};
use crate::support::postgres;
use crate::support::program::{self, Program, free_port};
use chrono::{Datelike, Utc};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

/// A poster behind a proxy, and what their browser says.
const ANA: [(&str, &str); 2] = [
    ("x-forwarded-for", "203.0.113.77"),
    ("sec-fetch-site", "same-origin"),
];

/// Somebody of the secretariat behind the same.
const ANJA: [(&str, &str); 2] = [
    ("x-forwarded-for", "2001:db8:7:8::9"),
    ("sec-fetch-site", "same-origin"),
];

/// The lines of a log in JSON that tell of an act.
fn acts(log: &str) -> Vec<Value> {
    let lines = log.lines().map(|line| {
        let read: Result<Value, _> = serde_json::from_str(line);
        read.unwrap_or_else(|error| panic!("{error}: {line}"))
    });
    lines.filter(|line| line["act"].is_string()).collect()
}

/// The last part of an address that leads to something with an id.
fn last_part(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The meeting and the revision that wait at the desk, as its pages name them.
async fn waiting(desk: &Visitor) -> (String, String) {
    let queue = desk.get("/desk").await;
    let paths = queue.attributes(".pick h3 a", "href");
    let path = paths.first().expect("something waits");
    let page = desk.get(path).await;
    let forms = page.attributes("form", "action");
    let decide = forms.iter().find(|action| action.ends_with("/decide"));
    let revision = decide
        .expect("a form")
        .trim_end_matches("/decide")
        .to_owned();
    (last_part(path), last_part(&revision))
}

async fn sent(poster: &Visitor, check: &Page) -> Page {
    let path = check.path.replace("/check", "/send");
    poster.post_with(&path, &[], &ANA).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_is_a_line_of_the_log() {
    let mut server = Program::serve(
        &[
            ("LOG__FORMAT", "json"),
            ("SERVER__TRUSTED_PROXIES", "127.0.0.1"),
        ],
        &[],
    );
    let way_in = server.way_in().expect("an address");
    let year = (Utc::now().year() + 1).to_string();
    let form = with(SEED, &[("start_year", &year)]);
    let (ana, desk) = (server.visitor(), server.visitor());
    let check = ana.post_with("/en/post", &form, &ANA).await;
    let first = sent(&ana, &check).await;
    let reference = first.texts("strong").join(" ");
    let edit = first.attributes("#edit-address", "value").pop();
    let edit = edit.expect("an address");
    for _ in 0..2 {
        desk.post_with(&way_in, &[("name", "Anja")], &ANJA).await;
    }
    let (meeting, revision) = waiting(&desk).await;
    let decide = format!("/desk/revisions/{revision}/decide");
    for _ in 0..2 {
        let approval = [("verdict", "approved"), ("reason", "")];
        desk.post_with(&decide, &approval, &ANJA).await;
    }
    // A change, saved and taken back.
    let change = ana.post_with(&edit, &[("page", "when")], &ANA).await;
    let later = second_page(&[("start_year", &year), ("start_time", "13:00")]);
    let check = ana.post_with(&change.path, &later, &ANA).await;
    assert!(check.path.ends_with("/check"), "{:?}", check.errors());
    sent(&ana, &check).await;
    let (_, changed) = waiting(&desk).await;
    let take_back = format!("{edit}/take-back");
    ana.post_with(&take_back, &[("revision", &changed)], &ANA)
        .await;
    let withdraw = format!("/desk/meetings/{meeting}/withdraw");
    let reason = [("withdraw_reason", "It is a test")];
    desk.post_with(&withdraw, &reason, &ANJA).await;
    let left = desk.post_with("/desk/leave", &[], &ANJA).await;
    assert_eq!(left.status, 200);
    server.wait_until(|server| server.log().contains("\"act\":\"leave\""));

    let log = server.log();
    let lines = acts(&log);
    let names: Vec<&str> = lines
        .iter()
        .filter_map(|line| line["act"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "import groups",
            "import topics",
            "invite",
            "post",
            "send",
            "enter",
            "enter",
            "decide",
            "change",
            "save",
            "send",
            "take back",
            "withdraw",
            "leave"
        ]
    );
    let line = |act: &str| -> &Value {
        let found = lines.iter().find(|line| line["act"] == act);
        found.expect(act)
    };
    for act in ["import groups", "invite"] {
        assert_eq!(line(act)["actor"], "system");
    }
    for (act, actor) in [("post", "anyone"), ("send", "poster"), ("save", "poster")] {
        assert_eq!(line(act)["actor"], actor, "{act}");
        assert_eq!(line(act)["span"]["client"], "203.0.113.0/24", "{act}");
        assert_eq!(line(act)["draft"].as_str().map(str::len), Some(12), "{act}");
    }
    // One and the same person, by an id and no name.
    let anja = line("enter")["actor"].as_str().expect("an id").to_owned();
    assert_eq!(anja.len(), 36);
    for act in ["enter", "decide", "withdraw", "leave"] {
        assert_eq!(line(act)["actor"], anja.as_str(), "{act}");
        assert_eq!(line(act)["span"]["client"], "2001:db8:7::/48", "{act}");
    }
    assert_eq!(line("send")["meeting"], meeting.as_str());
    assert_eq!(line("send")["revision"], revision.as_str());
    let named = line("send")["reference"].as_str().expect("a reference");
    assert!(reference.contains(named), "{named} in {reference}");
    assert_eq!(line("decide")["meeting"], meeting.as_str());
    assert_eq!(line("decide")["revision"], revision.as_str());
    assert_eq!(line("decide")["verdict"], "approved");
    assert_eq!(line("take back")["revision"], changed.as_str());
    assert_eq!(line("withdraw")["meeting"], meeting.as_str());
    // The invitation is told apart from others, used once, and refused after that.
    assert_eq!(line("invite")["invitation"], line("enter")["invitation"]);
    let refused: Vec<&Value> = lines
        .iter()
        .filter(|line| line["level"] == "WARN")
        .collect();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0]["act"], "enter");

    // Each under the id of its request, which has a line of its own.
    for act in ["post", "send", "decide"] {
        let id = line(act)["span"]["id"].as_str().expect("an id");
        let of_request: Vec<Value> = log
            .lines()
            .filter(|line| line.contains(id))
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect();
        let served = of_request.iter().find(|line| line["message"] == "served");
        let served = served.expect("a line for the request");
        assert_eq!(served["span"]["client"], line(act)["span"]["client"]);
        assert_eq!(served["method"], "POST");
    }
    let secrets = [&way_in, &edit, &check.path, &first.path].map(|address| {
        let parts = address.split('/');
        let secret = parts.max_by_key(|part| part.len());
        secret.unwrap_or_default().to_owned()
    });
    for secret in &secrets {
        assert!(!log.contains(secret.as_str()), "{secret} in {log}");
    }
    for hidden in ["203.0.113.77", "2001:db8:7:8", "Anja", "example.org"] {
        assert!(!log.contains(hidden), "{hidden} in {log}");
    }
}

#[test]
fn a_command_that_writes_says_so_in_the_log() {
    let json = [("LOG__FORMAT", "json")];
    let invited = program::run(&json, &["admin", "invite", "anja@example.org"]);
    assert_eq!(invited.code, Some(0));
    let lines = acts(&invited.complained);
    assert_eq!(lines.len(), 1, "{}", invited.complained);
    assert_eq!(lines[0]["act"], "invite");
    assert_eq!(lines[0]["actor"], "system");
    assert!(!invited.complained.contains("anja"));

    let groups = in_repository("demo/igf-groups.json").display().to_string();
    let imported = program::run(&json, &["import", "groups", &groups]);
    let lines = acts(&imported.complained);
    assert_eq!(lines.len(), 1, "{}", imported.complained);
    assert_eq!(lines[0]["act"], "import groups");
    assert_eq!(lines[0]["actor"], "importer");
    assert_eq!(lines[0]["added"], 169);
}

/// What is served, by name and labels.
fn numbers(text: &str) -> BTreeMap<String, f64> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, value) = line.rsplit_once(' ').expect("a number");
            (name.to_owned(), value.parse().expect(line))
        })
        .collect()
}

/// A server with its numbers, and where they are.
fn watched(settings: &[(&str, &str)]) -> (Program, String) {
    let listen = free_port().to_string();
    let mut whole = vec![("METRICS__LISTEN", listen.as_str())];
    whole.extend(settings);
    let server = Program::serve(&whole, &[]);
    (server, format!("http://{listen}/metrics"))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_is_counted() {
    let (server, metrics) = watched(&[]);
    let reader = server.visitor();
    assert_eq!(
        reader.get("/metrics").await.status,
        404,
        "not for the world"
    );
    let feed = reader.get("/calendar.ics").await;
    reader.get("/calendar.ics").await;
    let known = [("if-none-match", feed.header("etag"))];
    assert_eq!(reader.get_with("/calendar.ics", &known).await.status, 304);
    reader.get("/nowhere/1").await;
    reader.get("/nowhere/2").await;
    reader.request("BREW", "/en/").await;
    let year = (Utc::now().year() + 1).to_string();
    let form = with(SEED, &[("start_year", &year)]);
    let check = reader.post("/en/post", &form).await;
    let path = check.path.replace("/check", "/send");
    reader.post(&path, &[]).await;

    let page = reader.get(&metrics).await;
    let kind = page.header("content-type");
    assert_eq!(kind, "text/plain; version=0.0.4; charset=utf-8");
    let served = numbers(&page.text);
    let number = |name: &str| *served.get(name).unwrap_or(&f64::NAN);
    let ours = |name: &str| number(&format!("igf_calendar_{name}"));
    for (name, expected) in [
        (
            "http_requests_total{route=\"/calendar.ics\",method=\"GET\",status=\"200\"}",
            2.0,
        ),
        (
            "http_requests_total{route=\"/calendar.ics\",method=\"GET\",status=\"304\"}",
            1.0,
        ),
        (
            "http_requests_total{route=\"(none)\",method=\"GET\",status=\"404\"}",
            3.0,
        ),
        (
            "http_request_duration_seconds_count{route=\"/calendar.ics\"}",
            3.0,
        ),
        (
            "http_request_duration_seconds_bucket{route=\"/calendar.ics\",le=\"+Inf\"}",
            3.0,
        ),
        (
            "feeds_total{format=\"ics\",source=\"made\",status=\"200\"}",
            1.0,
        ),
        (
            "feeds_total{format=\"ics\",source=\"kept\",status=\"200\"}",
            1.0,
        ),
        (
            "feeds_total{format=\"ics\",source=\"kept\",status=\"304\"}",
            1.0,
        ),
        ("database_up", 1.0),
        ("drafts", 1.0),
        ("drafts_limit", 10_000.0),
        ("waiting_entries", 1.0),
        ("outbox_unsent", 1.0),
        ("snapshot_meetings", 0.0),
        ("log_lines_lost_total", 0.0),
        ("database_connections_limit{pool=\"write\"}", 1.0),
        ("database_connections_limit{pool=\"read\"}", 4.0),
        ("database_wait_timeouts_total{pool=\"read\"}", 0.0),
    ] {
        assert_eq!(ours(name), expected, "{name} in {}", page.text);
    }
    let brewed = served
        .keys()
        .filter(|name| name.contains("method=\"other\""));
    assert_eq!(brewed.count(), 1, "{}", page.text);
    assert!(!page.text.contains("BREW") && !page.text.contains("nowhere"));
    assert_eq!(ours("snapshot_seq"), ours("database_seq"));
    assert!(ours("waiting_oldest_seconds") < 60.0);
    assert!(ours("snapshot_age_seconds") < 10.0, "{}", page.text);
    assert!(number("process_resident_memory_bytes") > 1e6);
    assert!(number("process_open_fds") > 5.0);
}

/// What is watched for is served, and what is served is shown.
#[tokio::test(flavor = "multi_thread")]
async fn dashboard_and_alerts_know_what_there_is() {
    let (server, metrics) = watched(&[]);
    let reader = server.visitor();
    reader.get("/calendar.ics").await;
    let text = reader.get(&metrics).await.text;
    let served: BTreeSet<String> = numbers(&text)
        .into_keys()
        .map(|name| name.split('{').next().unwrap_or_default().to_owned())
        .collect();
    let file = |name: &str| {
        let path = in_repository(format!("docs/monitoring/{name}"));
        std::fs::read_to_string(path).expect("a file")
    };
    let (alerts, dashboard) = (file("alerts.yml"), file("dashboard.json"));
    let _: Value = serde_json::from_str(&dashboard).expect("JSON");
    for (file, least) in [(&alerts, 10), (&dashboard, 20)] {
        let words = file.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let named: BTreeSet<&str> = words
            .filter(|word| word.starts_with("igf_calendar_") || word.starts_with("process_"))
            .collect();
        assert!(named.len() >= least, "{named:?}");
        for name in named {
            assert!(served.contains(name), "{name} is not served");
        }
    }
    for name in &served {
        assert!(dashboard.contains(name.as_str()), "{name} is not shown");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_come_also_while_the_database_stands_still() {
    let database = tokio::task::spawn_blocking(postgres::new_database)
        .await
        .expect("a database");
    // Nobody gives its connections up while the story goes on.
    let settings = [
        ("DATABASE__URL", database.as_str()),
        ("DATABASE__ANSWER_SECONDS", "60"),
    ];
    let (server, metrics) = watched(&settings);
    let reader = server.visitor();
    let up = |text: &str| numbers(text)["igf_calendar_database_up"];
    let well = reader.get(&metrics).await.text;
    assert_eq!(up(&well), 1.0);
    assert!(numbers(&well).contains_key("igf_calendar_database_connections_limit{pool=\"all\"}"));
    let backends = "SELECT pid::text AS value FROM pg_stat_activity \
                    WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let stopped = Stopped::stop(texts(&database, backends));
    // Threads that wait do not add up, and what is in memory is told all the same.
    for _ in 0..3 {
        let asked = Instant::now();
        let text = reader.get(&metrics).await.text;
        assert!(
            asked.elapsed().as_secs() < 8,
            "Prometheus has lost patience"
        );
        assert_eq!(up(&text), 0.0);
        let told = numbers(&text);
        assert!(!told.contains_key("igf_calendar_waiting_entries"));
        assert!(told.contains_key("igf_calendar_snapshot_seq"));
    }
    drop(stopped);
    for _ in 0..100 {
        if up(&reader.get(&metrics).await.text) == 1.0 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("it is not noticed that the database goes on");
}

/// However the log cannot be written, all of sixty reads are answered.
#[tokio::test(flavor = "multi_thread")]
async fn no_log_stops_a_reader() {
    const DISK: &str = "mkdir disk && exec unshare --user --map-root-user --mount sh -c \
         'mount -t tmpfs -o size=64k none disk && { head -c 1000000 /dev/zero >disk/filler 2>/dev/null; \
         exec \"$@\" >disk/said 2>disk/log; }' shell \"$@\"";
    // In blocks of half a kilobyte; the database has room for itself.
    const LIMIT: &str =
        "ulimit -f 16384; head -c 8388608 /dev/zero >full; exec \"$@\" >>full 2>>full";
    for (what, before, script) in [
        ("a small disk that is full", 100, DISK),
        ("a file that is as large as it may be", 100, LIMIT),
        ("/dev/full", 100, "exec \"$@\" >/dev/full 2>/dev/full"),
        (
            "a reader that dies",
            100,
            "mkfifo pipe; head -c 3000 <pipe >/dev/null & exec \"$@\" >pipe 2>&1",
        ),
        (
            "a reader that comes to a stand",
            // As many lines as a pipe holds, and the queue before it.
            5000,
            "mkfifo pipe; (head -c 3000 >/dev/null; sleep 60) <pipe & exec \"$@\" >pipe 2>&1",
        ),
    ] {
        let listen = free_port().to_string();
        let settings = [
            ("LOG__FILTER", "debug"),
            ("METRICS__LISTEN", listen.as_str()),
        ];
        let mut server = Program::serve_in_shell(&settings, &[], script);
        let reader = server.visitor();
        for _ in 0..before {
            reader.get("/healthz").await;
        }
        let mut answered = 0;
        for _ in 0..60 {
            answered += usize::from(reader.get("/en/").await.status == 200);
        }
        assert_eq!(answered, 60, "{what}");
        let text = reader.get(&format!("http://{listen}/metrics")).await.text;
        let lost = numbers(&text)["igf_calendar_log_lines_lost_total"];
        assert!(lost > 0.0, "{what}: {lost} lines");
        server.signal("TERM");
        assert_eq!(server.wait().code(), Some(0), "{what}");
    }
}
