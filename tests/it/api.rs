//! The interface for programs: what it says, page by page, and what it keeps to itself.

use crate::support::app::{Page, TestApp};
use crate::support::meetings::{SEED, weekly, with};
use crate::support::posted::Posted;
use crate::support::tool::schemathesis;
use chrono::{DateTime, Utc};
use igf_calendar::acts::Actor;
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

const SPAN: &str = "from=2018-01-01T00:00:00Z&until=2019-01-01T00:00:00Z";

async fn ask(app: &TestApp, path: &str) -> Value {
    let page = app.reader.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    assert_eq!(page.header("content-type"), "application/json", "{path}");
    serde_json::from_str(&page.text).expect("JSON")
}

/// Every entry of a list, page after page.
async fn all_of(app: &TestApp, path: &str, name: &str) -> Vec<Value> {
    let (mut all, mut next) = (Vec::new(), Some(path.to_owned()));
    while let Some(path) = next {
        let page = ask(app, &path).await;
        all.extend(page[name].as_array().expect("a list").clone());
        next = page["next"].as_str().map(str::to_owned);
        assert!(all.len() < 10_000, "there is no end to it");
    }
    all
}

async fn demonstration() -> TestApp {
    let app = TestApp::on_sqlite_at("2026-11-23T12:00:00Z").await;
    app.acts
        .show_demo(&Actor::System)
        .expect("the demonstration");
    app.until_public().await;
    app
}

/// Where the change log stands, as it is handed back.
async fn place(app: &TestApp) -> String {
    let page = ask(app, "/api/v1/meetings?limit=1").await;
    text(&page, "since").to_owned()
}

fn problem(page: &Page) -> Value {
    assert_eq!(page.header("content-type"), "application/problem+json");
    assert_eq!(page.header("access-control-allow-origin"), "*");
    let problem: Value = serde_json::from_str(&page.text).expect("JSON");
    assert_eq!(problem["status"], page.status.as_u16());
    problem
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn instant(value: &Value) -> DateTime<Utc> {
    value.as_str().expect("a text").parse().expect("RFC 3339")
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_any_size_hold_the_same_meetings_in_the_same_order() {
    let app = demonstration().await;
    let published = app.store.published_since(0).expect("the log").meetings;
    let by_hundreds = all_of(&app, "/api/v1/meetings?limit=100", "meetings").await;
    let by_sevens = all_of(&app, "/api/v1/meetings?limit=7", "meetings").await;
    assert_eq!(by_hundreds, by_sevens);
    let told: BTreeSet<&str> = by_sevens.iter().map(|one| text(one, "id")).collect();
    let there: BTreeSet<String> = published.iter().map(|one| one.id.to_string()).collect();
    assert_eq!(told.len(), by_sevens.len(), "none comes twice");
    assert_eq!(told, there.iter().map(String::as_str).collect());
    let starts: Vec<_> = by_sevens
        .iter()
        .filter_map(|one| one["first_start"].as_str())
        .collect();
    assert!(starts.is_sorted());

    let page = app.reader.get("/api/v1/meetings?limit=1").await;
    let body: Value = serde_json::from_str(&page.text).expect("JSON");
    let link = format!("<{}>; rel=\"next\"", text(&body, "next"));
    assert_eq!(page.header("link"), link);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_hold_the_same_times_as_the_page() {
    let app = demonstration().await;
    let until = "from=2026-11-23T12:00:00Z&until=2027-11-23T12:00:00Z";
    for filter in ["kind=dynamic-coalition", "mode=virtual", "q=governance"] {
        let path = format!("/api/v1/occurrences?{until}&{filter}");
        let told = all_of(&app, &path, "occurrences").await;
        let mut on_page = BTreeSet::new();
        let mut number = 1;
        loop {
            let page = app
                .reader
                .get(&format!("/en/?{filter}&page={number}"))
                .await;
            let links = page.attributes("a[href*='/meetings/']", "href");
            let links = links.iter().filter(|link| !link.contains("/join"));
            let known = on_page.len();
            on_page.extend(links.map(|link| link.trim_start_matches("/en").to_owned()));
            if on_page.len() == known {
                break;
            }
            number += 1;
        }
        let dated = told
            .iter()
            .filter(|one| text(&one["times"], "precision") != "window");
        let addresses: BTreeSet<String> = dated
            .map(|one| text(one, "url").trim_start_matches(&app.base).to_owned())
            .collect();
        assert!(!addresses.is_empty(), "{filter}");
        assert!(
            addresses.is_subset(&on_page),
            "{filter}: {addresses:?} {on_page:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_is_told_by_its_instants_and_on_its_own_clock() {
    let app = TestApp::on_sqlite().await;
    let id = app.publish(&weekly()).await;
    let path = format!("/api/v1/meetings/{id}");
    let meeting = ask(&app, &path).await;
    assert_eq!(meeting["meeting"]["timing"], "series");
    assert_eq!(meeting["meeting"]["occurrence_count"], 5);
    let times: Vec<&Value> = meeting["occurrences"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["times"])
        .collect();
    // Clocks go forward in Geneva on 25 March.
    let starts: Vec<&str> = times.iter().map(|times| text(times, "start")).collect();
    assert_eq!(
        starts,
        [
            "2018-03-09T13:00:00Z",
            "2018-03-16T13:00:00Z",
            "2018-03-23T13:00:00Z",
            "2018-03-30T12:00:00Z",
            "2018-04-06T12:00:00Z",
        ]
    );
    for times in &times {
        assert_eq!(times["time_zone"], "Europe/Zurich");
        assert!(
            text(times, "local_start").contains("T14:00:00+0"),
            "{times}"
        );
        assert_eq!(instant(&times["local_start"]), instant(&times["start"]));
        assert_eq!(instant(&times["local_end"]), instant(&times["end"]));
    }

    let between = async |from: &str, until: &str| {
        let path = format!("/api/v1/occurrences?from={from}&until={until}&limit=1");
        let told = all_of(&app, &path, "occurrences").await;
        told.iter()
            .map(|one| text(one, "key").to_owned())
            .collect::<Vec<_>>()
    };
    let three = ["2018-03-16", "2018-03-23", "2018-03-30"];
    assert_eq!(
        between("2018-03-09T14:00:00Z", "2018-04-06T12:00:00Z").await,
        three
    );
    // An end at `from` is not in it, and a start at `until` is not either; a minute more, and both are.
    let five = between("2018-03-09T13:59:00Z", "2018-04-06T12:01:00Z").await;
    assert_eq!(five.len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_vague_is_told_as_vague() {
    let app = TestApp::on_sqlite().await;
    let day = with(
        SEED,
        &[("precision", "day"), ("start_time", ""), ("end_time", "")],
    );
    let unknown = with(SEED, &[("precision", "unknown")]);
    for (fields, precision) in [(day, "day"), (unknown, "unknown")] {
        let id = app.publish(&fields).await;
        let meeting = ask(&app, &format!("/api/v1/meetings/{id}")).await;
        let times = &meeting["occurrences"][0]["times"];
        assert_eq!(text(times, "precision"), precision);
        assert!(
            times["start"].is_null() && times["end"].is_null(),
            "{times}"
        );
        assert_eq!(times["first_day"].is_null(), precision == "unknown");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_told_until_they_are_forgotten() {
    let app = TestApp::on_sqlite().await;
    let nothing = "0".to_owned();
    let posted = Posted::publish(&app, SEED).await;
    let before = place(&app).await;
    let stays = app.publish(&with(SEED, &[("title", "Another call")])).await;
    let begin = place(&app).await;
    let since = async |place: &str| {
        let path = format!("/api/v1/changes?since={place}&limit=1");
        let told = all_of(&app, &path, "changes").await;
        let told = told.iter().map(|one| {
            assert_eq!(one["meeting"].is_null(), text(one, "kind") == "withdrawn");
            (
                text(one, "meeting_id").to_owned(),
                text(one, "kind").to_owned(),
            )
        });
        told.collect::<Vec<_>>()
    };
    assert!(since(&begin).await.is_empty());
    assert_eq!(
        since(&before).await,
        [(stays.clone(), "published".to_owned())]
    );
    let all = since(&nothing).await;
    assert_eq!(all.len(), 2, "{all:?}");
    let whole = all_of(&app, "/api/v1/changes", "changes").await;
    assert_eq!(whole.len(), 2, "{whole:?}");

    let check = posted
        .answer(&app, "who", &about("A call by another name"))
        .await;
    posted.approve(&app, &check).await;
    assert_eq!(
        since(&begin).await,
        [(posted.id.clone(), "changed".to_owned())]
    );
    let both = [
        (stays.clone(), "published".to_owned()),
        (posted.id.clone(), "changed".to_owned()),
    ];
    assert_eq!(since(&before).await, both);

    let withdraw = format!("/desk/meetings/{}/withdraw", posted.id);
    posted
        .desk
        .post(&withdraw, &[("withdraw_reason", "No")])
        .await;
    assert_eq!(
        since(&begin).await,
        [(posted.id.clone(), "withdrawn".to_owned())]
    );

    let (number, mark) = begin.split_once('-').expect("a number and a hash");
    let other = mark.replace(|c: char| c != '0', "0");
    for unknown in [format!("{number}00-{mark}"), format!("{number}-{other}")] {
        let path = format!("/api/v1/changes?since={unknown}");
        let page = app.reader.get(&path).await;
        assert_eq!(page.status, 410, "{unknown}");
        assert_eq!(problem(&page)["type"], "/api/v1/#resync");
    }
    // Much later something else is published: what was withdrawn before is not known any more.
    let later = app.beside_at("2018-06-01T09:00:00Z").await;
    let last = place(&later).await;
    later
        .publish(&with(SEED, &[("start_month", "7"), ("title", "In July")]))
        .await;
    let page = later
        .reader
        .get(&format!("/api/v1/changes?since={begin}"))
        .await;
    assert_eq!(page.status, 410, "{}", page.text);
    for known in [place(&later).await, last, nothing] {
        let path = format!("/api/v1/changes?since={known}");
        assert_eq!(later.reader.get(&path).await.status, 200, "{known}");
    }
}

/// The first page of the seed's form with another title.
fn about(title: &str) -> [(&str, &str); 4] {
    [
        ("group", "dccg"),
        ("title", title),
        ("poster_name", "Ana Example"),
        ("poster_email", "ana@dynamic.example.org"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_validated_and_open_to_any_page() {
    let app = TestApp::on_sqlite().await;
    let id = app.publish(SEED).await;
    let changes = format!("/api/v1/changes?since={}", place(&app).await);
    for path in [
        "/api/v1/meetings",
        &format!("/api/v1/meetings/{id}"),
        &format!("/api/v1/occurrences?{SPAN}"),
        "/api/v1/groups",
        "/api/v1/groups/dccg",
        "/api/v1/topics",
        "/api/v1/changes",
        &changes,
        "/api/v1/openapi.json",
    ] {
        let plain = app.reader.get(path).await;
        let gzip = app
            .reader
            .get_with(path, &[("accept-encoding", "gzip")])
            .await;
        let (tag, packed) = (plain.header("etag"), gzip.header("etag"));
        assert!(
            tag.starts_with('"') && tag != packed,
            "{path}: {tag} {packed}"
        );
        assert_eq!(gzip.header("content-encoding"), "gzip", "{path}");
        assert_eq!(plain.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(plain.header("set-cookie"), "", "{path}");
        for tag in [tag, packed] {
            let known = [("if-none-match", tag), ("origin", "https://example.org")];
            let page = app.reader.get_with(path, &known).await;
            assert_eq!(
                (page.status.as_u16(), page.text.as_str()),
                (304, ""),
                "{path}"
            );
        }
        let head = app.reader.request("HEAD", path).await;
        assert_eq!(
            (head.status.as_u16(), head.header("etag")),
            (200, tag),
            "{path}"
        );
        let options = app.reader.request("OPTIONS", path).await;
        assert_eq!(options.status, 204, "{path}");
        assert_eq!(
            options.header("access-control-allow-methods"),
            "GET, HEAD, OPTIONS"
        );
        for method in ["POST", "PUT", "DELETE"] {
            let page = app.reader.request(method, path).await;
            assert_eq!(page.status, 405, "{method} {path}");
            assert_eq!(
                page.header("allow"),
                "GET, HEAD, OPTIONS",
                "{method} {path}"
            );
            assert_eq!(problem(&page)["type"], "/api/v1/#wrong-method");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_by_name() {
    let app = TestApp::on_sqlite().await;
    for (path, parameter) in [
        ("/api/v1/meetings?knid=mag", "knid"),
        ("/api/v1/meetings?group=no-such-group", "group"),
        ("/api/v1/meetings?topic=no-such-topic", "topic"),
        ("/api/v1/meetings?region=Atlantis", "region"),
        ("/api/v1/meetings?cursor=AAAA", "cursor"),
        ("/api/v1/meetings?limit=1000", "limit"),
        ("/api/v1/groups/dccg?x=1", "x"),
        ("/api/v1/occurrences", "from"),
        (
            "/api/v1/occurrences?from=2018-01-01T00:00:00Z&until=2018-01-01T00:00:00Z",
            "until",
        ),
        (
            "/api/v1/occurrences?from=2018-01-01T00:00:00Z&until=2019-01-03T00:00:00Z",
            "until",
        ),
        ("/api/v1/changes?since=", "since"),
        ("/api/v1/changes?since=1", "since"),
        (
            "/api/v1/changes?since=18446744073709551615-d9c76ff6a92581de",
            "since",
        ),
    ] {
        let page = app.reader.get(path).await;
        assert_eq!(page.status, 400, "{path}: {}", page.text);
        assert_eq!(problem(&page)["parameter"], parameter, "{path}");
    }
    let typed = "%3Cscript%3E%00%0d%0aX-Evil:1";
    let page = app
        .reader
        .get(&format!("/api/v1/meetings?{typed}={typed}"))
        .await;
    assert_eq!(page.status, 400);
    assert_eq!(page.header("x-evil"), "");
    problem(&page);
    for path in [
        "/api/v1/meetings/x",
        "/api/v1/groups/no-such",
        "/api/v1/no-such",
        "/api/v2/",
    ] {
        let page = app.reader.get_with(path, &[("accept", "text/html")]).await;
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(problem(&page)["type"], "/api/v1/#not-found", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_secret_is_in_it() {
    let app = TestApp::on_sqlite().await;
    let secret = with(
        SEED,
        &[
            ("access_dial_in", "+41 22 000 00 00"),
            ("contact_name", "Maria Example"),
            ("contact_email", "maria@contact.example.org"),
        ],
    );
    let id = app.publish(&secret).await;
    for path in [
        "/api/v1/meetings",
        &format!("/api/v1/meetings/{id}"),
        &format!("/api/v1/occurrences?{SPAN}"),
        "/api/v1/groups?limit=100",
        "/api/v1/changes",
        "/calendar.json",
        "/calendar.atom",
        &format!("/meetings/{id}.json"),
    ] {
        let page = app.reader.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        let words = [
            "dccg25",
            "join/25",
            "+41 22",
            "maria@",
            "ana@",
            "Ana Example",
        ];
        for secret in words {
            assert!(!page.text.contains(secret), "{path}: {secret}");
        }
    }
    let meeting = ask(&app, &format!("/api/v1/meetings/{id}")).await;
    let join = format!("{}/meetings/{id}/join", app.base);
    assert_eq!(meeting["occurrences"][0]["join_url"], join);
    assert_eq!(meeting["meeting"]["contact_name"], "Maria Example");
}

#[tokio::test(flavor = "multi_thread")]
async fn former_names_lead_on() {
    let app = TestApp::on_sqlite().await;
    let desk = app.secretary("Chengetai").await;
    let form = desk.get("/desk/groups/dc-isss").await;
    let mut fields = form.filled_in("form[action='/desk/groups/dc-isss/merge']");
    fields.retain(|(name, _)| name != "into");
    fields.push(("into".to_owned(), "is3c".to_owned()));
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let merged = desk.post("/desk/groups/dc-isss/merge", &fields).await;
    assert_eq!(merged.status, 200, "{}", merged.text);
    let page = app.reader.get_at_once("/api/v1/groups/dc-isss").await;
    assert_eq!(page.status, 301);
    assert_eq!(page.header("location"), "/api/v1/groups/is3c");
    assert_eq!(ask(&app, "/api/v1/groups/dc-isss").await["slug"], "is3c");
    let listed = all_of(&app, "/api/v1/groups?limit=100", "groups").await;
    assert!(listed.iter().all(|group| group["slug"] != "dc-isss"));
    let filtered = app.reader.get("/api/v1/meetings?group=dc-isss").await;
    assert_eq!(filtered.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_explains_every_endpoint_field_and_problem() {
    let app = TestApp::on_sqlite().await;
    let page = app.reader.get("/api/v1/").await;
    assert_eq!(page.status, 200);
    let document = ask(&app, "/api/v1/openapi.json").await;
    for path in document["paths"].as_object().expect("paths").keys() {
        assert!(page.text.contains(&format!("GET {path}</code>")), "{path}");
    }
    let ids: BTreeSet<String> = page.attributes("[id]", "id").into_iter().collect();
    for name in document["components"]["schemas"]
        .as_object()
        .expect("schemas")
        .keys()
    {
        assert!(ids.contains(name), "{name}");
    }
    for link in page.attributes("main a[href^='#']", "href") {
        assert!(ids.contains(link.trim_start_matches('#')), "{link}");
    }
    for problem in [
        "unknown-parameter",
        "wrong-value",
        "wrong-use",
        "not-found",
        "resync",
        "busy",
    ] {
        assert!(ids.contains(problem), "{problem}");
    }
    assert!(page.attributes("main script", "src").is_empty());
}

/// Thousands of requests, right and wrong, made of the OpenAPI document by somebody else's program. It
/// compares each answer with what the document promises.
#[tokio::test(flavor = "multi_thread")]
async fn schemathesis_finds_nothing_that_the_document_does_not_say() {
    let app = demonstration().await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(schemathesis());
    command
        .current_dir(folder.path())
        .arg("run")
        .arg(format!("{}/api/v1/openapi.json", app.base))
        // A value may be well formed and still name nothing that there is.
        .args(["--exclude-checks", "positive_data_acceptance"])
        .args(["--max-examples", "60"])
        .args(["--seed", "20260423"])
        .args(["--phases", "examples,coverage,fuzzing"])
        .args(["--workers", "1"])
        .args(["--request-timeout", "20"])
        .arg("--no-color")
        .env("NO_PROXY", "*");
    let output = tokio::task::spawn_blocking(move || command.output())
        .await
        .expect("it runs")
        .expect("schemathesis runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complained}");
    assert!(
        said.contains("8 selected") || said.contains("8 tested"),
        "{said}"
    );
}
