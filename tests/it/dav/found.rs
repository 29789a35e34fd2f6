//! What programs find from the server's address on, and what is told of each thing.

use super::{ALL, ask, members, only, propfind, told};
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, with};

#[tokio::test(flavor = "multi_thread")]
async fn programs_find_calendars_from_the_servers_address() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    for (method, path) in [
        ("GET", "/.well-known/caldav"),
        ("PROPFIND", "/.well-known/caldav"),
        ("PROPFIND", "/"),
        ("PROPFIND", "/dav"),
    ] {
        let lead = ask(&app, method, path, &[("depth", "0")], "").await;
        assert_eq!(
            (lead.status.as_u16(), lead.header("location")),
            (308, "/dav/"),
            "{path}"
        );
    }
    // People go on seeing the front page.
    assert_eq!(app.reader.get("/").await.path, "/en/");

    let asked = propfind("<D:current-user-principal/>");
    let root = ask(&app, "PROPFIND", "/dav/", &[("depth", "0")], &asked).await;
    let principal = only(&root.text).of("current-user-principal").to_owned();
    assert_eq!(principal, "<href>/dav/principals/reader/");
    let principal = principal.replace("<href>", "");

    let asked = propfind("<C:calendar-home-set/><D:resourcetype/>");
    let reader = ask(&app, "PROPFIND", &principal, &[("depth", "0")], &asked).await;
    let reader = only(&reader.text);
    assert_eq!(reader.of("resourcetype"), "<collection><principal>");
    let home = reader.of("calendar-home-set").replace("<href>", "");

    let asked = propfind("<D:resourcetype/><D:displayname/><S:getctag/><D:sync-token/>");
    let listed = ask(&app, "PROPFIND", &home, &[("depth", "1")], &asked).await;
    let listed = told(&listed.text);
    let calendars: Vec<_> = listed
        .iter()
        .filter(|one| one.of("resourcetype").contains("<calendar>"))
        .map(|one| (one.href.as_str(), one.of("displayname")))
        .collect();
    assert_eq!(
        calendars,
        [
            (ALL, "Common IGF calendar"),
            (
                "/dav/calendars/dccg/",
                "IGF: Dynamic Coalition Coordination Group"
            ),
        ]
    );
    assert_eq!(listed[1].of("getctag"), listed[1].of("sync-token"));
    assert!(
        listed[1]
            .of("sync-token")
            .starts_with(&format!("{}/dav/sync/", app.base))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_says_what_it_is() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    let asked = propfind(
        "<D:displayname/><C:calendar-description/><A:calendar-color/>\
         <C:supported-calendar-component-set/><C:supported-calendar-data/>\
         <C:supported-collation-set/><C:max-resource-size/><D:supported-report-set/>\
         <D:current-user-privilege-set/><D:owner/><D:getetag/><X:y xmlns:X='urn:&lt;x'/>",
    );
    let page = ask(&app, "PROPFIND", ALL, &[("depth", "0")], &asked).await;
    assert_eq!(page.status, 207);
    assert_eq!(
        page.header("content-type"),
        "application/xml; charset=utf-8"
    );
    let calendar = only(&page.text);
    assert_eq!(calendar.of("displayname"), "Common IGF calendar");
    assert_eq!(calendar.of("calendar-color"), "#4682B4FF");
    assert!(
        page.text.contains("<C:comp name=\"VEVENT\"/>"),
        "{}",
        page.text
    );
    assert!(
        page.text
            .contains("content-type=\"text/calendar\" version=\"2.0\"")
    );
    let reports = calendar.of("supported-report-set");
    for report in [
        "calendar-query",
        "calendar-multiget",
        "sync-collection",
        "free-busy-query",
    ] {
        assert!(reports.contains(&format!("<{report}>")), "{reports}");
    }
    let privileges = calendar.of("current-user-privilege-set");
    assert!(
        privileges.contains("<read>") && !privileges.contains("write"),
        "{privileges}"
    );
    assert_eq!(calendar.missing, ["getetag", "y"]);
    assert!(page.text.contains("xmlns:X=\"urn:&lt;x\""), "{}", page.text);

    // Whoever can do without what is not there is not told of it.
    for minimal in [("prefer", "return=minimal"), ("brief", "t")] {
        let page = ask(&app, "PROPFIND", ALL, &[("depth", "0"), minimal], &asked).await;
        assert!(only(&page.text).missing.is_empty(), "{}", page.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_and_names_are_told_as_the_rfc_has_it() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    let object = members(&app, ALL).await.remove(0).0;
    let depth = [("depth", "0")];
    let allprop = "<propfind xmlns='DAV:'><allprop/><include><owner/></include></propfind>";
    for (body, has_owner) in [("", false), (allprop, true)] {
        let page = ask(&app, "PROPFIND", &object, &depth, body).await;
        let told = only(&page.text);
        for name in [
            "getetag",
            "getcontenttype",
            "getcontentlength",
            "getlastmodified",
            "resourcetype",
        ] {
            told.of(name);
        }
        assert_eq!(told.found.contains_key("owner"), has_owner);
        assert!(
            !told.found.contains_key("calendar-data"),
            "only reports have it"
        );
        assert!(!told.found.contains_key("current-user-privilege-set"));
    }
    let names = "<propfind xmlns='DAV:'><propname/></propfind>";
    let page = ask(&app, "PROPFIND", ALL, &depth, names).await;
    let told = only(&page.text);
    assert!(told.found.contains_key("calendar-color") && told.found.contains_key("sync-token"));
    assert!(told.found.values().all(String::is_empty), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_is_the_same_everywhere() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let (href, etag) = members(&app, ALL).await.remove(0);
    assert_eq!(href, format!("{ALL}{meeting}.ics"));
    let in_group = members(&app, "/dav/calendars/dccg/").await;
    assert_eq!(
        in_group,
        [(format!("/dav/calendars/dccg/{meeting}.ics"), etag.clone())]
    );
    let filtered = members(&app, "/dav/filter/kind=dc/").await;
    assert_eq!(filtered.len(), 0, "the group is of another kind");

    let page = ask(&app, "GET", &href, &[], "").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("etag"), etag);
    assert!(
        page.header("content-type")
            .starts_with("text/calendar; charset=utf-8")
    );
    assert!(page.text.starts_with("BEGIN:VCALENDAR\r\n") && !page.text.contains("METHOD"));
    let asked = propfind("<D:getcontentlength/>");
    let told = ask(&app, "PROPFIND", &href, &[("depth", "0")], &asked).await;
    assert_eq!(
        only(&told.text).of("getcontentlength"),
        page.text.len().to_string()
    );
    for known in [etag.as_str(), "*", &format!("\"x\", W/{etag}")] {
        let again = ask(&app, "GET", &href, &[("if-none-match", known)], "").await;
        assert_eq!(
            (again.status.as_u16(), again.text.as_str()),
            (304, ""),
            "{known}"
        );
    }
    let other = ask(&app, "GET", &href, &[("if-none-match", "\"x\"")], "").await;
    assert_eq!(other.status, 200);
    let head = ask(&app, "HEAD", &href, &[], "").await;
    assert_eq!(
        (head.status.as_u16(), head.header("etag")),
        (200, etag.as_str())
    );
    for nothing in ["x.ics", "00000000-0000-0000-0000-000000000000.ics", "x"] {
        let path = format!("{ALL}{nothing}");
        for method in ["GET", "PROPFIND"] {
            let page = ask(&app, method, &path, &[("depth", "0")], "").await;
            assert_eq!(page.status, 404, "{method} {path}");
            assert_eq!(
                page.header("content-type"),
                "application/xml; charset=utf-8"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_opens_a_calendar_gets_its_page_or_its_feed() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    for (path, page, feed) in [
        (ALL, "/", "/calendar.ics"),
        ("/dav/calendars/dccg/", "/groups/dccg", "/groups/dccg.ics"),
        (
            "/dav/filter/kind=mag&lang=fr/",
            "/?kind=mag",
            "/calendar.ics?kind=mag&lang=fr",
        ),
    ] {
        let people = ask(&app, "GET", path, &[("accept", "text/html,*/*")], "").await;
        assert_eq!(
            (people.status.as_u16(), people.header("location")),
            (302, page)
        );
        let program = ask(&app, "GET", path, &[("accept", "*/*")], "").await;
        assert_eq!(
            (program.status.as_u16(), program.header("location")),
            (302, feed)
        );
        assert_eq!(app.reader.get(feed).await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_has_one_address_and_its_own_words() {
    let app = TestApp::on_sqlite().await;
    app.publish(&with(SEED, &[("title", "<b>Café & \"co\"</b>")]))
        .await;
    let other = "/dav/filter/q=Caf%C3%A9+%26%20%22co%22&lang=fr/";
    let lead = ask(&app, "PROPFIND", other, &[("depth", "0")], "").await;
    assert_eq!(lead.status, 308);
    let own = lead.header("location").to_owned();
    assert_eq!(own, "/dav/filter/q=Caf%C3%A9%20%2526%20%22co%22&lang=fr/");
    let asked = propfind("<D:displayname/>");
    let page = ask(&app, "PROPFIND", &own, &[("depth", "1")], &asked).await;
    let told = told(&page.text);
    assert_eq!(told.len(), 2, "the calendar and its object: {}", page.text);
    assert!(
        told[0].of("displayname").contains("Café & \"co\""),
        "{told:?}"
    );
    // As programs escape it that take it apart.
    let escaped = own.replace('=', "%3D").replace('&', "%26");
    assert_eq!(members(&app, &escaped).await.len(), 1);
    let object = ask(&app, "GET", &told[1].href, &[], "").await;
    assert!(
        object.text.contains("<b>Café"),
        "what people typed stays: {}",
        object.text
    );
    for nothing in [
        "/dav/filter/color=red/",
        "/dav/filter/lang=tlh/",
        "/dav/filter/",
    ] {
        let page = ask(&app, "PROPFIND", nothing, &[("depth", "0")], "").await;
        assert_eq!(page.status, 404, "{nothing}");
    }
}
