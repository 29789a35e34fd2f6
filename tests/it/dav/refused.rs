//! What nobody can do, and what nobody can do to the server.

use super::{ALL, ask, members, only, propfind};
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, with};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_writes_and_nobody_is_asked_for_a_password() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let object = format!("{ALL}{meeting}.ics");
    let before = members(&app, ALL).await;
    for (method, path) in [
        ("PUT", object.as_str()),
        ("PUT", "/dav/calendars/all/new.ics"),
        ("DELETE", &object),
        ("DELETE", ALL),
        ("MKCALENDAR", "/dav/calendars/mine/"),
        ("MKCOL", "/dav/calendars/mine/"),
        ("POST", ALL),
        ("MOVE", &object),
        ("COPY", &object),
        ("LOCK", &object),
        ("UNLOCK", &object),
        ("ACL", ALL),
    ] {
        let page = ask(&app, method, path, &[], "BEGIN:VCALENDAR").await;
        assert_eq!(page.status, 403, "{method} {path}: {}", page.text);
        assert!(
            page.text
                .contains("<D:need-privileges><D:resource><D:href>"),
            "{}",
            page.text
        );
        assert_eq!(page.header("www-authenticate"), "");
        assert!(page.header("allow").contains("PROPFIND"), "{method}");
    }
    assert_eq!(ask(&app, "FETCH", ALL, &[], "").await.status, 405);
    assert_eq!(members(&app, ALL).await, before);

    let options = ask(&app, "OPTIONS", "/dav/principals/reader/", &[], "").await;
    assert_eq!(options.status, 200);
    assert_eq!(options.header("dav"), "1, 3, calendar-access");
    assert_eq!(
        options.header("allow"),
        "OPTIONS, GET, HEAD, PROPFIND, PROPPATCH, REPORT"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colour_that_somebody_chose_is_refused_by_its_name() {
    let app = TestApp::on_sqlite().await;
    let body = "<D:propertyupdate xmlns:D='DAV:' xmlns:A='http://apple.com/ns/ical/'>\
        <D:set><D:prop><A:calendar-color>#FF0000FF</A:calendar-color></D:prop></D:set>\
        <D:remove><D:prop><D:displayname/></D:prop></D:remove></D:propertyupdate>";
    let page = ask(&app, "PROPPATCH", ALL, &[], body).await;
    assert_eq!(page.status, 207, "{}", page.text);
    let told = only(&page.text);
    assert_eq!(told.missing, ["calendar-color", "displayname"], "{told:?}");
    assert!(page.text.contains("HTTP/1.1 403 Forbidden"));
    let missing = ask(&app, "PROPPATCH", &format!("{ALL}none.ics"), &[], body).await;
    assert_eq!(missing.status, 404, "{}", missing.text);
    let twice = body.replace("<D:displayname/>", "<A:calendar-color/>");
    let page = ask(&app, "PROPPATCH", ALL, &[], &twice).await;
    assert_eq!(
        only(&page.text).missing,
        ["calendar-color"],
        "{}",
        page.text
    );
    let none = "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop/></D:set></D:propertyupdate>";
    assert_eq!(ask(&app, "PROPPATCH", ALL, &[], none).await.status, 400);
    let asked = propfind("<A:calendar-color/>");
    let page = ask(&app, "PROPFIND", ALL, &[("depth", "0")], &asked).await;
    assert_eq!(only(&page.text).of("calendar-color"), "#4682B4FF");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_cannot_be_read_is_refused_and_said_so_in_xml() {
    let app = TestApp::on_sqlite().await;
    let bomb = "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]><propfind xmlns='DAV:'>&z;</propfind>";
    let deep = "<a>".repeat(5000);
    let many = propfind(&"<D:x/>".repeat(20_000));
    let names: String = (0..200).map(|one| format!("<D:x{one}/>")).collect();
    let names = propfind(&names);
    for body in [
        "x",
        "<propfind",
        "<propfind/>",
        "<propfind xmlns='DAV:'/>",
        "<D:propfind xmlns:D='DAV:'><D:prop><Z:x/></D:prop></D:propfind>",
        bomb,
        &deep,
        &many,
        &names,
    ] {
        let page = ask(&app, "PROPFIND", ALL, &[("depth", "0")], body).await;
        assert_eq!(page.status, 400, "{:.60}: {}", body, page.text);
        assert_eq!(
            page.header("content-type"),
            "application/xml; charset=utf-8"
        );
    }
    for (depth, status) in [("infinity", 403), ("2", 400)] {
        let page = ask(&app, "PROPFIND", ALL, &[("depth", depth)], "").await;
        assert_eq!(page.status, status, "{}", page.text);
    }
    let without = ask(&app, "PROPFIND", ALL, &[], "").await;
    assert_eq!(without.status, 403);
    assert!(
        without.text.contains("<D:propfind-finite-depth/>"),
        "{}",
        without.text
    );
    let large = "x".repeat(2 * 1024 * 1024);
    let page = ask(&app, "REPORT", ALL, &[("depth", "1")], &large).await;
    assert_eq!(page.status, 413, "{}", page.text);
    let packed = [("content-encoding", "gzip"), ("depth", "0")];
    assert_eq!(ask(&app, "PROPFIND", ALL, &packed, "x").await.status, 415);
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_is_no_write_wherever_it_comes_from() {
    let app = TestApp::on_sqlite().await;
    for header in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://example.com"),
        ("cookie", "session=x"),
    ] {
        let headers = [header, ("depth", "0")];
        assert_eq!(
            ask(&app, "PROPFIND", ALL, &headers, "").await.status,
            207,
            "{header:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_elsewhere_may_read() {
    let app = TestApp::on_sqlite().await;
    let asked = [
        ("origin", "https://example.com"),
        ("access-control-request-method", "PROPFIND"),
        ("access-control-request-headers", "depth"),
    ];
    for path in [ALL, "/dav", "/.well-known/caldav"] {
        let may = ask(&app, "OPTIONS", path, &asked, "").await;
        assert_eq!(may.status, 200, "{path}");
        assert_eq!(may.header("access-control-allow-origin"), "*", "{path}");
        let methods = may.header("access-control-allow-methods");
        assert!(methods.contains("PROPFIND") && methods.contains("REPORT"));
        assert_eq!(may.header("access-control-allow-headers"), "*");
        let page = ask(&app, "PROPFIND", path, &[asked[0], ("depth", "0")], "").await;
        assert_eq!(page.header("access-control-allow-origin"), "*", "{path}");
        let exposed = page.header("access-control-expose-headers");
        assert!(
            exposed.contains("DAV") && exposed.contains("ETag"),
            "{exposed}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_stay_words() {
    let app = TestApp::on_sqlite().await;
    let hostile = "]]></C:calendar-data><D:href>/x</D:href>&amp;&#0; \u{fffe}";
    app.publish(&with(SEED, &[("title", hostile), ("description", hostile)]))
        .await;
    let body = "<C:calendar-query xmlns='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><prop>\
        <C:calendar-data/></prop><C:filter><C:comp-filter name='VCALENDAR'/></C:filter></C:calendar-query>";
    let page = super::asked::report(&app, ALL, body).await;
    let told = only(&page.text);
    let data = told.of("calendar-data").replace("\r\n ", "");
    assert!(
        data.contains("]]></C:calendar-data><D:href>/x</D:href>"),
        "{data}"
    );
}
