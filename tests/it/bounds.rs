//! What anybody can make the calendar keep, and where that ends. Whoever comes to an end is told so, and
//! when to come again, and finds what they typed.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, Page, TestApp, Visitor};
use crate::support::database::texts;
use crate::support::meetings::{SEED, second_page};
use crate::support::posted::Posted;
use crate::support::program::{Program, free_port};
use chrono::TimeDelta;
use igf_calendar::acts::{Actor, Acts};
use igf_calendar::clock::Clock;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Lets a server be at work on each of these days after the story's.
fn sweep_daily(app: &TestApp, days: std::ops::RangeInclusive<i64>) {
    for day in days {
        let clock = Clock::Fixed(app.now + TimeDelta::days(day));
        let acts = Acts::new(app.store.clone(), clock);
        acts.sweep(&Actor::System).expect("an act");
    }
}

/// How long somebody is asked to wait, in seconds.
fn wait(page: &Page) -> u64 {
    page.header("retry-after").parse().expect("seconds")
}

/// However a draft begins, it counts; here the third is one too many.
#[tokio::test(flavor = "multi_thread")]
async fn every_draft_counts_however_it_begins() {
    for way in ["post", "post in French", "next", "edit", "cancel", "desk"] {
        let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
            settings.limits.drafts_per_minute = 2;
        })
        .await;
        let posted = Posted::publish(&app, SEED).await;
        let begin = || async {
            let (reader, id) = (&app.reader, &posted.id);
            match way {
                "post" => reader.post("/en/post", SEED).await,
                "post in French" => reader.post("/fr/post", SEED).await,
                "next" => reader.post(&format!("/en/meetings/{id}/next"), &[]).await,
                "edit" => posted.press(&app, &[]).await,
                "cancel" => posted.press(&app, &[("status", "cancelled")]).await,
                _ => {
                    posted
                        .desk
                        .post(&format!("/desk/meetings/{id}/edit"), &[])
                        .await
                }
            }
        };
        let second = begin().await;
        assert!(second.path.contains("/post/"), "{way}: {}", second.path);
        let third = begin().await;
        assert_eq!(third.status, 429, "{way}: {}", third.text);
        assert!((1..=60).contains(&wait(&third)), "{way}: {}", wait(&third));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_has_an_end_as_well() {
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.limits.drafts_per_day = 1;
    })
    .await;
    assert_eq!(app.reader.post("/en/post", SEED).await.status, 200);
    let second = app.reader.post("/en/post", SEED).await;
    assert_eq!(second.status, 429);
    assert!(wait(&second) > 60, "{}", wait(&second));
}

/// What was typed stands on the page that says why it was not stored.
fn assert_kept(page: &Page, heading: &str) {
    let notice = page.texts(".error-summary").join(" ");
    assert!(notice.contains(heading), "{notice}");
    assert!(notice.contains("ci-dessous"), "{notice}");
    assert_eq!(page.attributes("#title", "value"), ["Un <titre>"]);
    assert_eq!(page.texts("#description"), ["Beaucoup de mots"]);
    assert_eq!(
        page.attributes("#poster_email", "value"),
        ["ana@example.org"]
    );
}

const TYPED: [(&str, &str); 3] = [
    ("title", "Un <titre>"),
    ("description", "Beaucoup de mots"),
    ("poster_email", "ana@example.org"),
];

#[tokio::test(flavor = "multi_thread")]
async fn who_begins_too_many_finds_what_they_typed() {
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.limits.drafts_per_minute = 1;
    })
    .await;
    assert_eq!(app.reader.post("/fr/post", &TYPED).await.status, 200);
    let page = app.reader.post("/fr/post", &TYPED).await;
    assert_eq!(page.status, 429);
    assert_kept(&page, "Trop d’envois");
    assert_eq!(page.attributes("form.long", "action"), ["/fr/post"]);
}

on_both_databases! {
    /// A draft more than there may be is told so in words, and goes once there is room again.
    async fn there_are_only_so_many_drafts(app: TestApp) {
        let few = TestApp::on_database_with(app.database.clone(), NOW, |settings| {
            settings.limits.drafts_total = 2;
        })
        .await;
        let posted = Posted::publish(&few, SEED).await;
        assert_eq!(few.reader.post("/fr/post", &TYPED).await.status, 200);
        let page = few.reader.post("/fr/post", &TYPED).await;
        assert_eq!((page.status.as_u16(), wait(&page)), (503, 30));
        assert_kept(&page, "ne peut rien enregistrer");
        for path in [
            posted.edit.clone(),
            format!("/fr/meetings/{}/next", posted.id),
        ] {
            let page = few.reader.post(&path, &[]).await;
            assert_eq!((page.status.as_u16(), wait(&page)), (503, 30), "{path}");
        }
        sweep_daily(&few, 1..=15);
        assert_eq!(few.reader.post("/fr/post", &TYPED).await.status, 200);
    }

    /// A change that nobody saved goes after two days, what somebody typed stays for two weeks.
    async fn what_nobody_typed_is_not_kept_for_long(app: TestApp) {
        let posted = Posted::publish(&app, SEED).await;
        let unsaved = posted.press(&app, &[("page", "when")]).await;
        let saved = posted.press(&app, &[("page", "when")]).await;
        let soon = app.beside_at("2018-03-01T09:01:00Z").await;
        soon.reader.post(&saved.path, &second_page(&[("start_time", "13:00")])).await;
        let begun = app.reader.post("/en/post", &[("title", "x")]).await;
        let there = |page: &Page| {
            let path = page.path.clone();
            let reader = app.reader.clone();
            async move { reader.get(&path).await.status.as_u16() }
        };
        sweep_daily(&app, 1..=2);
        assert_eq!(there(&unsaved).await, 200);
        sweep_daily(&app, 3..=3);
        assert_eq!(there(&unsaved).await, 404);
        sweep_daily(&app, 4..=14);
        assert_eq!(there(&saved).await, 200);
        assert_eq!(there(&begun).await, 200);
        sweep_daily(&app, 15..=15);
        assert!(texts(&app.database, "SELECT token_hash AS value FROM drafts").is_empty());
        assert!(app.acts.sweep(&Actor::Anyone).is_err());
    }

    /// Invitations that were used go at once, those that have expired and sessions that have ended after
    /// two weeks more.
    async fn ways_in_that_are_over_are_not_kept(app: TestApp) {
        let used = app.invitation();
        app.invitation();
        let path = format!("/desk/enter/{}", used.secret());
        let desk = app.visitor();
        desk.post(&path, &[("name", "Anja")]).await;
        let count = |table: &str| {
            texts(&app.database, &format!("SELECT token_hash AS value FROM {table}")).len()
        };
        assert_eq!((count("invitations"), count("sessions")), (2, 1));
        sweep_daily(&app, 0..=0);
        assert_eq!((count("invitations"), count("sessions")), (1, 1));
        assert_eq!(app.visitor().post(&path, &[("name", "Eve")]).await.status, 410);
        assert_eq!(desk.get("/desk").await.status, 200);
        sweep_daily(&app, 1..=22);
        assert_eq!((count("invitations"), count("sessions")), (0, 0));
    }

    /// What is stored of a form is bounded field by field, and without control characters.
    async fn no_field_is_stored_without_end(app: TestApp) {
        let long = "x".repeat(60_000);
        let fields = [
            ("title", long.as_str()),
            ("description", "one\r\ntwo\u{1b}[31m\u{0}three"),
            ("agenda", long.as_str()),
            ("zone", long.as_str()),
        ];
        let page = app.reader.post("/en/post", &fields).await;
        assert!(page.errors().iter().any(|line| line.starts_with("title: ")), "{:?}", page.errors());
        let save = app.reader.post(&page.path, &[("title", &long), ("poster_name", &long)]).await;
        assert_eq!(save.status, 422);
        let stored = texts(&app.database, "SELECT fields AS value FROM drafts");
        assert_eq!(stored.len(), 1);
        assert!(stored[0].len() < 45_000, "{}", stored[0].len());
        app.reader.post("/en/post", &fields[1..2]).await;
        let stored = texts(&app.database, "SELECT fields AS value FROM drafts").concat();
        assert!(stored.contains("one\\r\\ntwo[31mthree"), "{stored}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_saves_too_often_finds_what_they_typed() {
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.limits.saves_per_minute = 2;
    })
    .await;
    let begun = app.reader.post("/fr/post", &[("title", "Avant")]).await;
    for _ in 0..2 {
        let page = app.reader.post(&begun.path, &[("title", "Avant")]).await;
        assert_eq!(page.status, 422);
    }
    let page = app.reader.post(&begun.path, &TYPED).await;
    assert_eq!(page.status, 429);
    assert!((1..=60).contains(&wait(&page)));
    assert_kept(&page, "Trop d’envois");
    assert_eq!(
        page.attributes("form.long", "action"),
        [begun.path.as_str()]
    );
    let stored = app.reader.get(&begun.path).await;
    assert_eq!(stored.attributes("#title", "value"), ["Avant"]);
    let send = begun.path.replace("/who", "/send");
    assert_eq!(app.reader.post(&send, &[]).await.status, 429);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_may_be_named_in_the_clothes_of_ipv6() {
    let server = Program::serve(
        &[
            ("SERVER__TRUSTED_PROXIES", "::ffff:127.0.0.1"),
            ("LIMITS__DRAFTS_PER_MINUTE", "1"),
        ],
        &[],
    );
    let through = server.visitor();
    for (client, status) in [
        // Whom the proxy did not name itself is believed nothing.
        ("198.51.100.9, 192.0.2.1", 200),
        ("198.51.100.8, 192.0.2.1", 429),
        ("192.0.2.1, 198.51.100.9", 200),
    ] {
        let headers = [("x-forwarded-for", client)];
        let page = through
            .post_with("/en/post", &[("title", "x")], &headers)
            .await;
        assert_eq!(page.status, status, "{client}");
    }
}

/// The same machine by either kind of address is counted once.
#[tokio::test(flavor = "multi_thread")]
async fn one_machine_has_one_allowance() {
    let port = free_port().port();
    let (listen, base) = (format!("[::]:{port}"), format!("http://127.0.0.1:{port}"));
    let server = Program::serve(
        &[
            ("SERVER__LISTEN", &listen),
            ("SERVER__BASE_URL", &base),
            ("DESK__SECOND_FACTOR", "required"),
            ("LIMITS__DRAFTS_PER_MINUTE", "1"),
        ],
        &[],
    );
    let reader = Visitor::to(&base);
    let fields = [("title", "One")];
    assert_eq!(reader.post_with("/en/post", &fields, &[]).await.status, 200);
    assert_eq!(reader.post_with("/en/post", &fields, &[]).await.status, 429);
    assert!(
        server.log().contains("client=127.0.0.0/24"),
        "{}",
        server.log()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn writes_come_from_our_own_pages() {
    let app = TestApp::on_sqlite().await;
    let secretary = app.secretary("Chengetai").await;
    let own = app.base.as_str();
    for (headers, with_session, without) in [
        (vec![], 403, 200),
        (vec![("origin", own)], 200, 200),
        (vec![("origin", "null")], 403, 403),
        (vec![("origin", "http://evil.example")], 403, 403),
        (vec![("sec-fetch-site", "same-origin")], 200, 200),
        (vec![("sec-fetch-site", "none")], 200, 200),
        (vec![("sec-fetch-site", "same-site")], 403, 403),
        (
            vec![("sec-fetch-site", "cross-site"), ("origin", own)],
            403,
            403,
        ),
    ] {
        for (who, status) in [(&secretary, with_session), (&app.visitor(), without)] {
            let page = who.post_with("/en/post", SEED, &headers).await;
            assert_eq!(page.status, status, "{headers:?}");
        }
    }
}

/// A form may be sent to a whole target; what that says of the host is believed as little as `Host`.
#[test]
fn a_form_may_be_sent_to_a_whole_target() {
    let server = Program::serve(&[], &[]);
    let own = format!("Origin: {}\r\n", server.base);
    for (origin, expected) in [
        ("", "HTTP/1.1 303"),
        (own.as_str(), "HTTP/1.1 303"),
        ("Origin: http://evil.example\r\n", "HTTP/1.1 403"),
    ] {
        let mut stream = TcpStream::connect(server.listen).expect("a connection");
        let limit = Some(Duration::from_secs(20));
        stream.set_read_timeout(limit).expect("a limit");
        let request = format!(
            "POST http://evil.example/en/post HTTP/1.1\r\nHost: evil.example\r\n{origin}\
             Content-Length: 7\r\nConnection: close\r\n\r\ntitle=x"
        );
        stream.write_all(request.as_bytes()).expect("words");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert!(answer.starts_with(expected), "{origin}: {answer}");
        assert!(!answer.contains("evil.example"), "{origin}: {answer}");
    }
}
