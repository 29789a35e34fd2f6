//! Reports: objects by a filter, by their addresses, each recurrence by itself, and when somebody is
//! busy.

use super::asked::report;
use super::{ALL, ask, members, told};
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, weekly, with};
use crate::support::posted::Posted;

const NAMESPACES: &str = "xmlns='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'";

fn query(prop: &str, inside: &str) -> String {
    format!(
        "<C:calendar-query {NAMESPACES}><prop><getetag/>{prop}</prop><C:filter>\
         <C:comp-filter name='VCALENDAR'>{inside}</C:comp-filter></C:filter></C:calendar-query>"
    )
}

fn event(inside: &str) -> String {
    query(
        "",
        &format!("<C:comp-filter name='VEVENT'>{inside}</C:comp-filter>"),
    )
}

fn span(start: &str, end: &str) -> String {
    format!("<C:time-range start='{start}T000000Z' end='{end}T000000Z'/>")
}

async fn count(app: &TestApp, path: &str, body: &str) -> usize {
    let page = report(app, path, body).await;
    assert_eq!(page.status, 207, "{body}: {}", page.text);
    told(&page.text).len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_finds_what_its_filter_says() {
    let app = TestApp::on_sqlite().await;
    let once = app.publish(SEED).await;
    let series = weekly();
    app.publish(&with(&series, &[("title", "Étude"), ("group", "arab-igf")]))
        .await;
    for (asked, expected) in [
        (event(""), 2),
        (query("", ""), 2),
        (event(&span("20180309", "20180310")), 2),
        (event(&span("20180310", "20180316")), 0),
        (event(&span("20180316", "20180317")), 1),
        (event(&span("20180407", "20280407")), 0),
        (event("<C:time-range start='20180310T000000Z'/>"), 1),
        (event("<C:time-range end='20180309T130000Z'/>"), 0),
        (query("", "<C:comp-filter name='VTODO'/>"), 0),
        (
            query(
                "",
                "<C:comp-filter name='VTODO'><C:is-not-defined/></C:comp-filter>",
            ),
            2,
        ),
        (
            event("<C:comp-filter name='VALARM'><C:is-not-defined/></C:comp-filter>"),
            2,
        ),
        (event("<C:comp-filter name='VALARM'/>"), 0),
        (event("<C:prop-filter name='RRULE'/>"), 1),
        (
            event("<C:prop-filter name='RRULE'><C:is-not-defined/></C:prop-filter>"),
            1,
        ),
        (
            event(&format!(
                "<C:prop-filter name='UID'><C:text-match collation='i;octet'>{once}</C:text-match></C:prop-filter>"
            )),
            1,
        ),
        (
            event(
                "<C:prop-filter name='SUMMARY'><C:text-match>VIRTUAL</C:text-match></C:prop-filter>",
            ),
            1,
        ),
        (
            event(
                "<C:prop-filter name='SUMMARY'><C:text-match collation='i;unicode-casemap'>éTUDE</C:text-match></C:prop-filter>",
            ),
            1,
        ),
        (
            event(
                "<C:prop-filter name='SUMMARY'><C:text-match negate-condition='yes'>virtual</C:text-match></C:prop-filter>",
            ),
            1,
        ),
        (
            event(
                "<C:prop-filter name='CONFERENCE'><C:param-filter name='VALUE'><C:text-match>uri</C:text-match></C:param-filter></C:prop-filter>",
            ),
            2,
        ),
    ] {
        assert_eq!(count(&app, ALL, &asked).await, expected, "{asked}");
    }
    assert_eq!(count(&app, "/dav/calendars/dccg/", &event("")).await, 1);
    // Without a depth a calendar itself is meant, which is no object.
    let none = ask(&app, "REPORT", ALL, &[], &event("")).await;
    assert_eq!((none.status.as_u16(), told(&none.text).len()), (207, 0));
    let one = format!("{ALL}{once}.ics");
    let itself = ask(&app, "REPORT", &one, &[], &event("")).await;
    assert_eq!(told(&itself.text)[0].href, one);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_recurrence_can_be_had_by_itself() {
    let app = TestApp::on_sqlite().await;
    app.publish(&weekly()).await;
    let body = query(
        "<C:calendar-data><C:expand start='20180316T000000Z' end='20180331T000000Z'/></C:calendar-data>",
        &format!(
            "<C:comp-filter name='VEVENT'>{}</C:comp-filter>",
            span("20180316", "20180331")
        ),
    );
    let page = report(&app, ALL, &body).await;
    let told = told(&page.text);
    assert_eq!(told.len(), 1, "{}", page.text);
    let data = told[0].of("calendar-data");
    assert_eq!(data.matches("BEGIN:VEVENT").count(), 3, "{data}");
    assert!(!data.contains("RRULE") && !data.contains("VTIMEZONE") && !data.contains("TZID"));
    // The clocks change in Geneva on 25 March.
    for start in ["20180316T130000Z", "20180323T130000Z", "20180330T120000Z"] {
        assert!(
            data.contains(&format!("\r\nDTSTART:{start}\r\n")),
            "{start}: {data}"
        );
        assert!(
            data.contains(&format!("\r\nRECURRENCE-ID:{start}\r\n")),
            "{start}: {data}"
        );
    }
    let whole = query("<C:calendar-data/>", "");
    let page = report(&app, ALL, &whole).await;
    let told = super::told(&page.text);
    let object = ask(&app, "GET", &told[0].href, &[], "").await;
    assert_eq!(
        told[0].of("calendar-data"),
        object.text,
        "as it is, to the octet"
    );
}

/// The longest list of days that a form takes, of which a filter meets all but one.
#[tokio::test(flavor = "multi_thread")]
async fn a_filter_that_meets_most_of_a_long_list_is_answered() {
    let app = TestApp::on_sqlite().await;
    let first = chrono::NaiveDate::from_ymd_opt(2018, 3, 9).expect("a day");
    let days: Vec<String> = (1..120)
        .map(|n| (first + chrono::Days::new(n + n / 3)).to_string())
        .collect();
    let listed = days.join("\r\n");
    let list = [
        ("step", "dates"),
        ("ends", ""),
        ("count", ""),
        ("dates", listed.as_str()),
    ];
    let call = Posted::publish(&app, &with(&weekly(), &list)).await;
    let hybrid = [
        ("mode", "hybrid"),
        ("city", "Geneva"),
        ("country", "Switzerland"),
        ("access_url", "https://intgovforum.webex.example/join/25"),
    ];
    let scope = format!("one:{}", days[10]);
    let one = [("scope", scope.as_str())];
    let check = call.answer_after(&app, &one, "how", &hybrid).await;
    call.approve(&app, &check).await;
    let virtually = "/dav/filter/mode=virtual/";
    assert_eq!(members(&app, virtually).await.len(), 119);
    let expand = "<C:calendar-data><C:expand start='20180101T000000Z' end='20190101T000000Z'/></C:calendar-data>";
    for prop in ["<C:calendar-data/>", expand] {
        assert_eq!(count(&app, virtually, &query(prop, "")).await, 119);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn objects_are_had_by_their_addresses() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let own = format!("{ALL}{meeting}.ics");
    let whole = format!("{}{own}", app.base);
    let elsewhere = format!("/dav/calendars/dccg/{meeting}.ics");
    let body = format!(
        "<C:calendar-multiget {NAMESPACES}><prop><getetag/><C:calendar-data/></prop>\
         <href>{own}</href><href>{own}</href><href>{whole}</href><href>{ALL}none.ics</href>\
         <href>{elsewhere}</href><href>/etc/passwd?&lt;x&gt;</href></C:calendar-multiget>"
    );
    let page = report(&app, ALL, &body).await;
    let told = told(&page.text);
    let statuses: Vec<_> = told
        .iter()
        .map(|one| (one.href.as_str(), one.status.as_str()))
        .collect();
    let missing = "HTTP/1.1 404 Not Found";
    assert_eq!(
        statuses,
        [
            (elsewhere.as_str(), missing),
            ("/etc/passwd?<x>", missing),
            (own.as_str(), ""),
            (&format!("{ALL}none.ics"), missing),
        ],
        "an object once, whatever the spelling"
    );
    assert!(
        told[2]
            .of("calendar-data")
            .contains(&format!("UID:{meeting}"))
    );
    let none = format!("<C:calendar-multiget {NAMESPACES}><prop/></C:calendar-multiget>");
    assert_eq!(report(&app, ALL, &none).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_can_be_had_without_what_they_are_for() {
    let app = TestApp::on_sqlite().await;
    app.publish(&weekly()).await;
    let body = format!(
        "<C:free-busy-query {NAMESPACES}>{}</C:free-busy-query>",
        span("20180309", "20180317")
    );
    let page = report(&app, ALL, &body).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.header("content-type").starts_with("text/calendar"));
    for hours in [
        "20180309T130000Z/20180309T140000Z",
        "20180316T130000Z/20180316T140000Z",
    ] {
        assert!(
            page.text
                .contains(&format!("FREEBUSY;FBTYPE=BUSY:{hours}\r\n")),
            "{}",
            page.text
        );
    }
    assert_eq!(page.text.matches("FREEBUSY;").count(), 2);
    assert!(!page.text.contains("SUMMARY"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_answered_names_the_condition() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    let unknown = "<D:principal-match xmlns:D='DAV:'/>".to_owned();
    let kind = query(
        "<C:calendar-data content-type='application/calendar+json'/>",
        "",
    );
    let many = event(&"<C:prop-filter name='UID'/>".repeat(29));
    let twice = event(
        "<C:prop-filter name='UID'><C:text-match>1</C:text-match><C:text-match>2</C:text-match></C:prop-filter>",
    );
    for (path, body, condition) in [
        (ALL, unknown.as_str(), "<D:supported-report/>"),
        ("/dav/calendars/", &event(""), "<D:supported-report/>"),
        (
            ALL,
            &event("<C:time-range start='2018'/>"),
            "<C:valid-filter/>",
        ),
        (ALL, &event("<C:prop-filter/>"), "<C:valid-filter/>"),
        (ALL, &event("<C:fancy-filter/>"), "<C:supported-filter/>"),
        (ALL, &many, "<C:supported-filter/>"),
        (ALL, &twice, "<C:valid-filter/>"),
        (
            ALL,
            &event(
                "<C:prop-filter name='UID'><C:text-match collation='i;x'>1</C:text-match></C:prop-filter>",
            ),
            "<C:supported-collation/>",
        ),
        (ALL, &kind, "<C:supported-calendar-data/>"),
    ] {
        let page = report(&app, path, body).await;
        assert_eq!(page.status, 403, "{body}: {}", page.text);
        assert!(
            page.text.contains("<D:error ") && page.text.contains(condition),
            "{}",
            page.text
        );
    }
}
