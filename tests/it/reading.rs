//! Reading: lists, filters, languages, clocks, and what stands around every page.

use crate::support::app::{ANNOUNCED, TestApp};
use crate::support::meetings::{SEED, with};

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_calendar_helps() {
    let app = TestApp::on_sqlite().await;
    let page = app.reader.get("/").await;
    assert_eq!((page.status.as_u16(), page.path.as_str()), (200, "/en/"));
    assert!(page.words().contains("Nothing is on the calendar yet"));
    assert_eq!(page.attributes("main a.button", "href"), ["/en/post"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_has_place_offset_utc_and_its_own_date() {
    let app = TestApp::on_sqlite().await;
    let meeting = app
        .publish(&with(
            SEED,
            &[
                ("zone", "Pacific/Auckland"),
                ("start_time", "9:00"),
                ("end_time", "10:00"),
            ],
        ))
        .await;
    let clocks = app
        .reader
        .get(&format!("/en/meetings/{meeting}"))
        .await
        .texts(".clocks div");
    assert_eq!(
        clocks,
        [
            "Auckland UTC+13 Friday, 9 March 2018, 09:00 – 10:00",
            "UTC Thursday, 8 March 2018, 20:00 – 21:00",
        ]
    );
    let list = app.reader.get("/en/").await;
    assert_eq!(
        list.texts(".day h2"),
        ["Thursday, 8 March 2018"],
        "UTC until chosen"
    );
    assert!(
        list.words().contains("Auckland (UTC+13), 9 March"),
        "{}",
        list.words()
    );

    // The reader's own clock.
    let kathmandu = app.visitor();
    let page = kathmandu.post("/en/zone", &[("zone", "kathmandu")]).await;
    assert_eq!(page.texts(".day h2"), ["Friday, 9 March 2018"]);
    assert!(page.words().contains("01:45"), "{}", page.words());
    let clocks = kathmandu
        .get(&format!("/en/meetings/{meeting}"))
        .await
        .texts(".clocks div");
    assert_eq!(clocks.len(), 3, "{clocks:?}");
    let lost = kathmandu.post("/en/zone", &[("zone", "CET")]).await;
    assert_eq!(lost.status, 422);
    assert_eq!(lost.attributes("main input", "value"), ["CET"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_narrow_by_kind_group_and_mode() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    let hybrid = with(
        SEED,
        &[
            ("title", "MAG in Geneva"),
            ("group", "igf-mag"),
            ("cohost", "dc-iot"),
            ("mode", "hybrid"),
            ("city", "Geneva"),
            ("country", "Switzerland"),
        ],
    );
    app.publish(&hybrid).await;
    let titles = |query: &str| {
        let (reader, path) = (app.reader.clone(), format!("/en/{query}"));
        async move { reader.get(&path).await.texts(".entry h3") }
    };
    assert_eq!(titles("").await.len(), 2);
    assert_eq!(
        titles("?group=").await.len(),
        2,
        "nothing chosen is everything"
    );
    assert_eq!(titles("?kind=mag").await, ["MAG in Geneva"]);
    assert_eq!(
        titles("?kind=mag&kind=dc-coordination-group").await.len(),
        2
    );
    assert_eq!(
        titles("?kind=dynamic-coalition").await,
        ["MAG in Geneva"],
        "a co-host counts"
    );
    assert_eq!(
        titles("?mode=virtual").await,
        ["DC Coordination Group, Virtual Meeting XXV"]
    );
    assert_eq!(titles("?group=dccg&mode=hybrid").await.len(), 0);
    assert_eq!(titles("?q=geneva").await, ["MAG in Geneva"]);
    let feed = app.reader.get("/calendar.ics?mode=virtual").await.text;
    assert!(feed.contains("Virtual Meeting XXV") && !feed.contains("SUMMARY:MAG in Geneva"));
    let twin = app.reader.get("/en/?kind=mag").await;
    assert_eq!(
        twin.attributes("link[type='text/calendar']", "href"),
        ["/calendar.ics?kind=mag"]
    );
    let whole = app.reader.get("/groups/igf-mag.ics").await.text;
    let part = app
        .reader
        .get("/groups/igf-mag.ics?mode=virtual")
        .await
        .text;
    assert!(whole.contains("SUMMARY:MAG in Geneva") && !part.contains("SUMMARY:MAG in Geneva"));
    let page = app.reader.get("/en/groups/dc-iot").await;
    assert_eq!(page.texts(".entry h3"), ["MAG in Geneva"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_past_is_kept_by_year() {
    let app = TestApp::on_sqlite_at("2019-01-01T00:00:00Z").await;
    let past = with(SEED, &[("past_reason", "For the archive")]);
    let meeting = app.publish(&past).await;
    app.publish(&with(&past, &[("title", "Older"), ("start_year", "2016")]))
        .await;
    let page = app.reader.get("/en/past").await;
    assert_eq!(page.texts(".years a"), ["2018 (1)", "2016 (1)"]);
    assert_eq!(
        page.texts(".entry h3"),
        ["DC Coordination Group, Virtual Meeting XXV"]
    );
    let page = app.reader.get("/en/past?year=2016").await;
    assert_eq!(page.texts(".entry h3"), ["Older"]);
    let page = app.reader.get(&format!("/en/meetings/{meeting}")).await;
    assert!(
        page.attributes("a", "href")
            .contains(&"https://intgovforum.webex.example/recording/25".to_owned())
    );
    assert!(
        page.texts("a.button").iter().all(|text| text != "Join"),
        "nobody joins what is over"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_past_is_searched_for_recordings() {
    let app = TestApp::on_sqlite_at("2019-01-01T00:00:00Z").await;
    let past = with(SEED, &[("past_reason", "For the archive")]);
    app.publish(&with(&past, &[("title", "Recorded")])).await;
    for (title, kind, year) in [
        ("Written down", "summary", "2018"),
        ("Never recorded", "transcript", "2016"),
    ] {
        let other = [("title", title), ("link_kind", kind), ("start_year", year)];
        app.publish(&with(&past, &other)).await;
    }
    let page = app.reader.get("/en/past").await;
    assert_eq!(page.texts(".entry h3").len(), 2);
    assert_eq!(page.attributes("#recording", "value"), ["yes"]);
    assert!(page.attributes("#recording", "checked").is_empty());

    let page = app.reader.get("/en/past?q=&recording=yes").await;
    assert_eq!(page.texts(".entry h3"), ["Recorded"]);
    assert_eq!(page.attributes("#recording", "checked").len(), 1);
    assert_eq!(page.attributes("details.filters", "open").len(), 1);
    assert_eq!(page.texts(".years a"), ["2018 (1)"]);
    assert_eq!(
        page.attributes(".years a", "href"),
        ["/en/past?recording=yes&year=2018"]
    );
    assert_eq!(page.texts("p.count"), ["1 meeting in 2018"]);
    let page = app.reader.get("/en/past?recording=maybe").await;
    assert_eq!(page.status, 400, "what means nothing");
    let page = app.reader.get("/en/past?recording=").await;
    assert_eq!(page.texts(".entry h3").len(), 2, "what is not asked for");

    let feed = |query: &'static str| {
        let reader = app.reader.clone();
        async move { reader.get(&format!("/calendar.ics{query}")).await.text }
    };
    let recorded = feed("?past=all&recording=yes").await;
    assert_eq!(recorded.matches("BEGIN:VEVENT").count(), 1, "{recorded}");
    assert!(recorded.contains("SUMMARY:Recorded"), "{recorded}");
    assert!(
        recorded.contains("/calendar.ics?recording=yes&past=all"),
        "its own address keeps it: {recorded}"
    );
    assert_eq!(feed("?past=all").await.matches("BEGIN:VEVENT").count(), 3);

    let upcoming = app.reader.get("/en/").await;
    assert!(upcoming.attributes("#recording", "value").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neutral_address_leads_to_the_readers_language() {
    let app = TestApp::on_sqlite().await;
    let french = [("accept-language", "de;q=0.9, fr-CH;q=0.8, en;q=0.1")];
    assert_eq!(
        app.visitor()
            .get_with("/groups?kind=mag", &french)
            .await
            .path,
        "/fr/groups"
    );
    let visitor = app.visitor();
    visitor.get("/ar/").await;
    let page = visitor.get_with("/past", &french).await;
    assert_eq!(
        page.path, "/ar/past",
        "the language of the last page outweighs the browser's"
    );
    assert_eq!(page.attributes("html", "dir"), ["rtl"]);
    assert_eq!(app.visitor().get("/").await.path, "/en/");
    let links = visitor
        .get("/ar/groups")
        .await
        .attributes(".languages a", "href");
    assert!(links.contains(&"/zh/groups".to_owned()), "{links:?}");
}

/// The seed's meeting as most calls are: one link to a service that is known, nothing to type.
const CALL: [(&str, &str); 2] = [
    ("access_url", "https://intgovforum.zoom.us/j/25?pwd=a"),
    ("access_passcode", ""),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_link_in_calendars_leads_straight_in_when_it_is_time() {
    let app = TestApp::on_sqlite_at("2018-03-09T12:30:00Z").await;
    app.post_meeting(&with(SEED, &CALL)).await;
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let join = format!("/meetings/{meeting}/join");
    let unseen = app.reader.get_at_once(&join).await;
    assert_eq!(unseen.status, 404, "not before it is published");
    let desk = app.secretary("Chengetai").await;
    desk.decide(&revision, "approved", "").await;

    let sent_on = app.reader.get_at_once(&join).await;
    assert_eq!(sent_on.status, 302);
    assert_eq!(
        sent_on.header("location"),
        "https://intgovforum.zoom.us/j/25?pwd=a"
    );
    assert_eq!(sent_on.header("cache-control"), "no-store");
    assert_eq!(sent_on.header("referrer-policy"), "no-referrer");
    let feed = app.reader.get("/calendar.ics").await.text;
    assert!(feed.replace("\r\n ", "").contains(&join), "{feed}");

    for stay in ["?stay", "?stay=yes", "?utm=x&stay"] {
        let page = app.reader.get(&format!("{join}{stay}")).await;
        assert_eq!(page.path, format!("/en{join}"), "{stay}");
        assert!(page.words().contains("intgovforum.zoom.us"), "{stay}");
    }
    let page = app.reader.get_at_once(&format!("/fr{join}")).await;
    assert_eq!(page.status, 200, "an address in a language is the page");
    assert_eq!(page.header("referrer-policy"), "same-origin");

    for other in [
        ("access_url", "https://zoom.us.evil.example/j/25"),
        ("access_passcode", "dccg25"),
        ("status", "cancelled"),
    ] {
        let meeting = app.publish(&with(&with(SEED, &CALL), &[other])).await;
        let page = app.reader.get(&format!("/meetings/{meeting}/join")).await;
        assert_eq!(
            page.path,
            format!("/en/meetings/{meeting}/join"),
            "{other:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn before_and_after_a_meeting_its_link_leads_to_the_page() {
    for (now, said) in [
        ("2018-03-09T12:29:59Z", "intgovforum.zoom.us"),
        ("2018-03-09T14:00:00Z", "This meeting is over"),
    ] {
        let app = TestApp::on_sqlite_at(now).await;
        let late = with(&with(SEED, &CALL), &[("past_reason", "For the archive")]);
        let meeting = app.publish(&late).await;
        let page = app.reader.get(&format!("/meetings/{meeting}/join")).await;
        assert_eq!(page.path, format!("/en/meetings/{meeting}/join"), "{now}");
        assert!(page.words().contains(said), "{now}: {}", page.words());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_has_an_address_that_leads_to_its_next_meeting() {
    let app = TestApp::on_sqlite_at("2018-03-09T13:30:00Z").await;
    let next = |path: &'static str| {
        let visitor = app.visitor();
        async move {
            let page = visitor.get_with(path, &[("accept-language", "fr")]).await;
            (page.status.as_u16(), page.path)
        }
    };
    let page = |meeting: &str| (200, format!("/fr/meetings/{meeting}"));
    let own_page = (200, "/fr/groups/dc-iot".to_owned());
    assert_eq!(
        next("/groups/dc-iot/next").await,
        own_page,
        "none is coming"
    );
    assert_eq!(next("/groups/no-such-group/next").await.0, 404);

    let of_iot = |changes: &[(&'static str, &'static str)]| {
        with(&with(SEED, &[("group", "dc-iot")]), changes)
    };
    app.publish(&of_iot(&[("status", "cancelled")])).await;
    app.publish(&of_iot(&[
        ("start_day", "8"),
        ("past_reason", "For the archive"),
    ]))
    .await;
    app.publish(&of_iot(&[
        ("precision", "window"),
        ("start_day", ""),
        ("start_time", ""),
        ("end_time", ""),
    ]))
    .await;
    assert_eq!(
        next("/groups/dc-iot/next").await,
        own_page,
        "none with a date"
    );

    let april = app
        .publish(&of_iot(&[("start_day", "13"), ("start_month", "4")]))
        .await;
    assert_eq!(next("/groups/dc-iot/next").await, page(&april));
    let running = app.publish(&with(SEED, &[("cohost", "dc-iot")])).await;
    assert_eq!(
        next("/groups/dc-iot/next").await,
        page(&running),
        "the one being held"
    );
    assert_eq!(next("/fr/groups/dc-iot/next").await, page(&running));
    assert_eq!(
        next("/en/groups/dc-iot/next").await.1,
        format!("/en/meetings/{running}")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_is_hardened() {
    let app = TestApp::on_sqlite().await;
    for path in [
        "/en/",
        "/calendar.ics",
        "/no/such/page",
        "/healthz",
        "/en/post",
    ] {
        let page = app.reader.get(path).await;
        let policy = page.header("content-security-policy").to_owned();
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        assert!(!page.header("x-request-id").is_empty(), "{path}");
        assert!(!page.text.contains(" style="), "{path}");
    }
    let missing = app.reader.get("/no/such/page").await;
    assert_eq!(missing.status, 404);
    assert!(missing.words().contains("This page does not exist"));
    assert_eq!(app.reader.request("DELETE", "/en/").await.status, 405);
    assert_eq!(app.reader.request("HEAD", "/en/").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_other_sites_are_refused() {
    let app = TestApp::on_sqlite().await;
    let own = app.base.clone();
    let cases: [(&[(&str, &str)], bool); 7] = [
        (&[], true),
        (
            &[("sec-fetch-site", "same-origin"), ("origin", "null")],
            true,
        ),
        (&[("origin", &own)], true),
        (&[("sec-fetch-site", "cross-site")], false),
        (&[("sec-fetch-site", "same-site"), ("origin", &own)], false),
        (&[("origin", "https://evil.example")], false),
        (&[("origin", "null")], false),
    ];
    for (headers, taken) in cases {
        let page = app.visitor().post_with("/en/post", SEED, headers).await;
        assert_eq!(
            page.path.ends_with("/check"),
            taken,
            "{headers:?}: {}",
            page.status
        );
        if !taken {
            assert_eq!(page.status, 403);
            assert!(page.words().contains("another site"), "{}", page.words());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_headers_change_no_link() {
    let app = TestApp::on_sqlite().await;
    let forged = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("forwarded", "host=evil.example;proto=https"),
    ];
    for path in ["/en/subscribe", "/calendar.ics", "/en/"] {
        let page = app.reader.get_with(path, &forged).await;
        assert_eq!(page.status, 200);
        assert!(!page.text.contains("evil.example"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_visitor_behind_a_proxy_does_not_use_up_the_allowance_of_all() {
    let believing = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.limits.drafts_per_minute = 2;
        settings.server.trusted_proxies = vec!["127.0.0.1".parse().expect("an address")];
    })
    .await;
    let post = async |app: &TestApp, from: &str| {
        let headers = [("x-forwarded-for", from)];
        let page = app.reader.post_with("/en/post", SEED, &headers).await;
        page.status.as_u16()
    };
    for expected in [200, 200, 429] {
        assert_eq!(post(&believing, "6.6.6.6, 203.0.113.9").await, expected);
    }
    assert_eq!(post(&believing, "203.0.113.10").await, 200, "somebody else");

    let doubting = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.limits.drafts_per_minute = 1;
    })
    .await;
    assert_eq!(post(&doubting, "203.0.113.9").await, 200);
    assert_eq!(
        post(&doubting, "203.0.113.10").await,
        429,
        "anybody can write that header"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_trickles_in_is_given_up_in_words() {
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.server.request_seconds = 1;
    })
    .await;
    let address = app.base.trim_start_matches("http://").to_owned();
    let answer = tokio::task::spawn_blocking(move || {
        use std::io::{Read, Write};
        let mut stream = std::net::TcpStream::connect(&address).expect("a connection");
        stream
            .write_all(b"POST /en/post HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ntitle=")
            .expect("a beginning");
        let mut answer = [0; 4096];
        let read = stream.read(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer[..read]).into_owned()
    })
    .await
    .expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("content-security-policy"), "{answer}");
    assert!(answer.contains("That took too long"), "{answer}");
}
