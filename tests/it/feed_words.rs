//! What feeds say in words: in six languages, as plain text, under names that tell them apart, and how
//! the pages lead to them.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, Page, TestApp, Visitor};
use crate::support::browser::{browser, evaluate, screenshot};
use crate::support::calendars::read_by_all;
use crate::support::lint::lint_ical;
use crate::support::meetings::{SEED, weekly, with};
use crate::support::posted::Posted;
use igf_calendar::acts::Actor;
use igf_calendar::i18n::{Language, Words};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Duration;

/// A feed as its readers see it: without the folds of its lines.
async fn feed(app: &TestApp, path: &str) -> String {
    let page = app.reader.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    page.text.replace("\r\n ", "")
}

fn line<'a>(feed: &'a str, start: &str) -> &'a str {
    let mut lines = feed.lines();
    lines
        .find_map(|line| line.strip_prefix(start))
        .unwrap_or_else(|| panic!("{start} in {feed}"))
}

/// The event that is in a feed.
fn event(feed: &str) -> &str {
    let start = feed.find("BEGIN:VEVENT").expect("an event");
    &feed[start..]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_feed_is_to_be_had_in_six_languages() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(&with(SEED, &[("status", "tentative")])).await;
    let own = format!("/meetings/{meeting}.ics");
    for path in ["/calendar.ics", "/groups/dccg.ics", &own] {
        let english = feed(&app, path).await;
        assert_eq!(
            feed(&app, &format!("{path}?lang=en")).await,
            english,
            "one spelling"
        );
        assert_eq!(feed(&app, &format!("{path}?lang=")).await, english);
        let mut tags = BTreeSet::new();
        for language in Language::ALL {
            let w = Words::of(language);
            let page = app.reader.get(&format!("{path}?lang={language}")).await;
            assert_eq!(
                page.header("set-cookie"),
                "",
                "it chooses nothing for the reader"
            );
            assert_eq!(lint_ical(&page.bytes), Vec::<String>::new());
            tags.insert(page.header("etag").to_owned());
            let text = page.text.replace("\r\n ", "");
            let title = line(event(&text), "SUMMARY:");
            let mark = format!("[{}] ", w.t("status-tentative"));
            assert!(
                title.starts_with(&mark) && title.contains("Virtual Meeting XXV"),
                "{title}"
            );
            assert_eq!(
                line(event(&text), "DTSTART"),
                line(event(&english), "DTSTART")
            );
            assert_eq!(line(event(&text), "SEQUENCE:"), "0");
            let source = line(&text, "SOURCE;VALUE=URI:");
            assert_eq!(
                source.contains("lang="),
                language != Language::En,
                "{source}"
            );
            let join = w.t1("feed-join", "address", "");
            assert!(
                line(event(&text), "DESCRIPTION:").starts_with(&*join),
                "{text}"
            );
        }
        assert_eq!(tags.len(), 6);
    }
    // Nobody who reads another feed is brought into the language of this one.
    assert_eq!(app.reader.get("/").await.path, "/en/");
    for path in ["/calendar.ics", "/groups/dccg.ics", &own] {
        for wrong in ["de", "EN", "fr%0d%0aX:1", "x"] {
            let page = app.reader.get(&format!("{path}?lang={wrong}")).await;
            assert_eq!(page.status, 400, "{wrong}");
            assert_eq!(page.header("content-type"), "application/problem+json");
            let problem: Value = serde_json::from_str(&page.text).expect("JSON");
            assert_eq!(problem["parameter"], "lang");
            let detail = problem["detail"].as_str().expect("a detail");
            assert!(detail.contains("ar, en, es, fr, ru, zh"), "{detail}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_understand_the_demonstration_alike_in_every_language() {
    let app = TestApp::on_sqlite_at("2026-11-23T12:00:00Z").await;
    app.acts
        .show_demo(&Actor::System)
        .expect("the demonstration");
    app.until_public().await;
    let told = |text: &str| {
        let events = read_by_all(text).events;
        let times = events
            .into_iter()
            .map(|event| (event.uid, event.start_utc, event.end_utc));
        times.collect::<Vec<_>>()
    };
    let english = told(&app.reader.get("/calendar.ics?past=all").await.text);
    assert!(english.len() > 150);
    for language in [Language::Ar, Language::Ru, Language::Zh] {
        let path = format!("/calendar.ics?past=all&lang={language}");
        let page = app.reader.get(&path).await;
        assert_eq!(lint_ical(&page.bytes), Vec::<String>::new());
        assert_eq!(told(&page.text), english);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_description_is_plain_text_as_somebody_would_write_it() {
    let app = TestApp::on_sqlite().await;
    let typed = "See **agenda** at [the page](https://example.org/a) &amp; more\n\n* one\n* two";
    let meeting = app.publish(&with(SEED, &[("description", typed)])).await;
    let text = feed(&app, &format!("/meetings/{meeting}.ics")).await;
    let description = line(event(&text), "DESCRIPTION:");
    let written =
        "\\n\\nSee agenda at the page (https://example.org/a) & more\\n\\n- one\\n- two\\n\\n";
    assert!(description.contains(written), "{description}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_to_register_is_told_where_and_not_to_join() {
    let app = TestApp::on_sqlite().await;
    let fields = [
        ("access_url", ""),
        ("access_label", ""),
        ("access_passcode", ""),
        ("registration_url", "https://example.org/r"),
    ];
    let meeting = app.publish(&with(SEED, &fields)).await;
    let text = feed(&app, &format!("/meetings/{meeting}.ics")).await;
    let description = line(event(&text), "DESCRIPTION:");
    assert!(
        description.starts_with("Register: https://example.org/r\\n"),
        "{description}"
    );
    assert!(
        !text.contains("Join:") && !text.contains("CONFERENCE"),
        "{text}"
    );
}

on_both_databases! {
    /// A group takes another name: what its events say has a newer date, and the same SEQUENCE, for
    /// their times are what they were.
    async fn a_group_that_takes_another_name_gives_its_events_a_newer_date(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        app.publish(&with(SEED, &[("group", "igf-mag"), ("title", "MAG call")])).await;
        let path = format!("/meetings/{}.ics", call.id);
        let before = feed(&app, &path).await;
        let other = feed(&app, "/groups/igf-mag.ics").await;
        let later = app.beside_at("2018-03-02T10:00:00Z").await;
        let desk = later.secretary("Ines").await;
        let page = desk.get("/desk/groups/dccg").await;
        let names = [("new_slug", "dccg"), ("new_name", "Council of Dynamic Coalitions"), ("new_acronym", "CDC")];
        let renamed = rename(&desk, &page, &names).await;
        assert_eq!(renamed.status, 200, "{}", renamed.words());
        for at in [&app, &later] {
            let mut after = feed(at, &path).await;
            // The other server looks every two seconds.
            for _ in 0..100 {
                if after.contains("Council of Dynamic Coalitions") {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
                after = feed(at, &path).await;
            }
            assert!(line(event(&after), "DESCRIPTION:").contains("Held by: Council of Dynamic Coalitions"), "{after}");
            for stamp in ["LAST-MODIFIED:", "DTSTAMP:"] {
                assert_eq!(line(event(&before), stamp), "20180301T090000Z");
                assert_eq!(line(event(&after), stamp), "20180302T100000Z");
            }
            assert_eq!(line(event(&after), "SEQUENCE:"), line(event(&before), "SEQUENCE:"));
            let others = feed(at, "/groups/igf-mag.ics").await.replace(&at.base, &app.base);
            assert_eq!(event(&others), event(&other), "others say what they said");
        }
        later.stop().await;
    }
}

async fn rename(desk: &Visitor, page: &Page, names: &[(&str, &str)]) -> Page {
    let action = "/desk/groups/dccg/rename";
    let mut fields: Vec<(String, String)> = page.filled_in(&format!("form[action='{action}']"));
    fields.retain(|(name, _)| !names.iter().any(|(changed, _)| changed == name));
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    all.extend(names);
    desk.post(action, &all).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_moved_says_when_it_was_to_be() {
    let app = TestApp::on_sqlite().await;
    let slots = |time: &'static str, end: &'static str| {
        with(
            SEED,
            &[
                ("held", "slots"),
                ("also_start_time", time),
                ("also_end_time", end),
                ("link_url", ""),
                ("link_kind", ""),
                ("link_label", ""),
            ],
        )
    };
    let posted = Posted::publish(&app, &slots("18:00", "19:00")).await;
    let path = format!("/meetings/{}.ics", posted.id);
    assert!(!feed(&app, &path).await.contains("[Rescheduled]"));
    let moved = [("also_start_time", "20:00"), ("also_end_time", "21:00")];
    let check = posted.answer(&app, "dates", &moved).await;
    posted.approve(&app, &check).await;
    let text = feed(&app, &path).await;
    assert_eq!(text.matches("[Rescheduled]").count(), 1, "{text}");
    let said = "Rescheduled: before\\, it was on Friday 9 March 2018\\, 18:00 to 19:00";
    assert!(text.contains(said), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_files_tell_feeds_apart() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let (mut names, mut files) = (BTreeSet::new(), BTreeSet::new());
    let own = format!("/meetings/{meeting}.ics");
    let paths = [
        "/calendar.ics",
        "/calendar.ics?kind=dynamic-coalition",
        "/calendar.ics?kind=dynamic-coalition&mode=virtual",
        "/calendar.ics?group=dccg&lang=es",
        "/calendar.ics?group=dccg&past=2y",
        "/calendar.ics?language=fr",
        "/calendar.ics?q=open",
        "/calendar.ics?recording=yes",
        "/groups/dccg.ics",
        &own,
    ];
    for path in paths {
        let page = app.reader.get(path).await;
        let text = page.text.replace("\r\n ", "");
        assert_eq!(line(&text, "NAME:"), line(&text, "X-WR-CALNAME:"));
        names.insert(line(&text, "NAME:").to_owned());
        let disposition = page.header("content-disposition");
        assert!(
            disposition.starts_with("inline; filename=\"igf-") && disposition.ends_with(".ics\""),
            "{disposition}"
        );
        files.insert(disposition.to_owned());
    }
    assert_eq!(
        (names.len(), files.len()),
        (paths.len(), paths.len()),
        "{names:?} {files:?}"
    );
    let page = app.reader.get("/calendar.ics?q=r%C3%A9union").await;
    let disposition = page.header("content-disposition");
    assert!(
        disposition.ends_with("; filename*=UTF-8''igf-r%C3%A9union.ics"),
        "{disposition}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn thunderbird_is_told_name_and_colour() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let own = format!("/meetings/{meeting}.ics");
    for (path, name) in [
        ("/calendar.ics", "Common IGF calendar"),
        (
            "/calendar.ics?lang=fr&q=a%26b%3Cc",
            "IGF : mots : « a&amp;b&lt;c »",
        ),
        (
            "/groups/dccg.ics",
            "IGF: Dynamic Coalitions Coordination Group",
        ),
        (&own, "DC Coordination Group, Virtual Meeting XXV"),
    ] {
        let feed = app.reader.get(path).await;
        let told = app.reader.request("PROPFIND", path).await;
        assert_eq!(told.status, 207, "{path}");
        assert!(told.header("content-type").starts_with("application/xml"));
        for said in [
            format!("<D:displayname>{name}</D:displayname>"),
            "<A:calendar-color>#4682B4FF</A:calendar-color>".to_owned(),
            "<D:resourcetype></D:resourcetype>".to_owned(),
            "<D:getcontenttype>text/calendar</D:getcontenttype>".to_owned(),
        ] {
            assert!(told.text.contains(&said), "{said} in {}", told.text);
        }
        let tag = feed
            .header("etag")
            .trim_start_matches("W/")
            .replace('"', "&quot;");
        for property in ["D:getetag", "S:getctag"] {
            let said = format!("<{property}>{tag}</{property}>");
            assert!(told.text.contains(&said), "{said} in {}", told.text);
        }
    }
    for path in ["/groups/no-such.ics", "/calendar.ics/x", "/en/"] {
        let status = app.reader.request("PROPFIND", path).await.status;
        assert!(status.is_client_error(), "{path}: {status}");
    }
    assert_eq!(
        app.reader
            .request("PROPFIND", "/calendar.ics?lang=xx")
            .await
            .status,
        400
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_leads_into_the_programs_that_people_have() {
    let app = TestApp::on_sqlite().await;
    let base = &app.base;
    let page = app.reader.get("/fr/subscribe?kind=mag&q=a+b").await;
    let address = format!("{base}/calendar.ics?kind=mag&q=a+b&lang=fr");
    assert_eq!(page.attributes("#address", "value"), [address.as_str()]);
    let links = page.attributes("main p.acts a", "href");
    let place = address.strip_prefix("http://").expect("http");
    assert_eq!(links[0], format!("webcal://{place}"));
    let query = |link: &str, name: &str| {
        let link = url::Url::parse(link).expect("a link");
        let value = link.query_pairs().find(|(key, _)| key == name);
        value
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    };
    assert!(
        links[1].starts_with("https://calendar.google.com/calendar/r?cid="),
        "{links:?}"
    );
    assert_eq!(query(&links[1], "cid"), format!("webcal://{place}"));
    for (link, host) in [
        (&links[2], "outlook.live.com"),
        (&links[3], "outlook.office.com"),
    ] {
        assert!(
            link.starts_with(&format!("https://{host}/calendar/0/addfromweb?url=")),
            "{link}"
        );
        assert_eq!(query(link, "url"), address);
        assert!(
            query(link, "name").starts_with("IGF : Groupe consultatif"),
            "{link}"
        );
    }
    let text = feed(&app, "/calendar.ics?kind=mag&q=a+b&lang=fr").await;
    assert_eq!(
        line(&text, "SOURCE;VALUE=URI:"),
        address,
        "the feed itself says the same"
    );
    let page = app.reader.get("/en/subscribe").await;
    assert_eq!(
        page.attributes("#address", "value"),
        [format!("{base}/calendar.ics")]
    );
    for (path, link) in [
        ("/zh/", "/calendar.ics?lang=zh"),
        ("/ar/groups/dccg", "/groups/dccg.ics?lang=ar"),
    ] {
        let page = app.reader.get(path).await;
        assert_eq!(
            page.attributes("link[type='text/calendar']", "href"),
            [link]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_offers_a_calendar_file_that_leads_nowhere() {
    let app = TestApp::on_sqlite().await;
    let unknown = [
        ("precision", "unknown"),
        ("start_day", ""),
        ("start_month", ""),
        ("start_year", ""),
        ("start_time", ""),
        ("end_time", ""),
        ("link_url", ""),
        ("link_kind", ""),
        ("link_label", ""),
    ];
    let some_day = app.publish(&with(SEED, &unknown)).await;
    let year = with(&unknown, &[("precision", "window"), ("start_year", "2018")]);
    let some_month = app.publish(&with(SEED, &year)).await;
    let once = app.publish(&with(SEED, &[("title", "Once")])).await;
    let series = app.publish(&weekly()).await;
    for vague in [&some_day, &some_month] {
        let page = app.reader.get(&format!("/en/meetings/{vague}")).await;
        assert_eq!(
            page.attributes("link[type='text/calendar']", "href"),
            [""; 0]
        );
        assert!(!page.text.contains(".ics"), "{}", page.text);
        let own = app.reader.get(&format!("/meetings/{vague}.ics")).await;
        assert_eq!(own.status, 404);
    }
    let buttons = |page: &Page| {
        let mut links = page.attributes("p.acts a.quiet", "href");
        links.retain(|link| link.contains(".ics"));
        links
    };
    let page = app.reader.get(&format!("/es/meetings/{once}")).await;
    assert_eq!(buttons(&page), [format!("/meetings/{once}.ics?lang=es")]);
    let page = app
        .reader
        .get(&format!("/en/meetings/{series}?on=2018-03-16"))
        .await;
    let both = [
        format!("/meetings/{series}.ics?on=2018-03-16"),
        format!("/meetings/{series}.ics"),
    ];
    assert_eq!(buttons(&page), both);
    assert_eq!(
        page.attributes("link[type='text/calendar']", "href"),
        [both[1].as_str()]
    );
    for link in both {
        assert_eq!(app.reader.get(&link).await.status, 200, "{link}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_subscribe_page_fits_and_its_address_is_taken_whole() {
    let app = TestApp::on_sqlite_at(ANNOUNCED).await;
    for width in [360, 1280] {
        let browser = browser(width, 900).await;
        for language in ["en", "ar"] {
            let page = format!("{}/{language}/subscribe?group=dccg&mode=virtual", app.base);
            browser.goto(&page).await.expect("the page");
            screenshot(&browser, &format!("subscribe-{language}-{width}")).await;
            let overflow = "return document.documentElement.scrollWidth - window.innerWidth";
            assert_eq!(
                evaluate(&browser, overflow).await,
                0,
                "{language} at {width}"
            );
            let target = "const box = document.querySelector('p.acts a').getBoundingClientRect();
                          return box.height >= 44 && box.width > 44";
            assert_eq!(evaluate(&browser, target).await, true);
        }
    }
}
