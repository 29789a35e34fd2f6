//! The seed's own meetings, in a real browser: posted through the form, reviewed at the desk,
//! published, and read back from pages and feeds. The browser runs no script of ours here that
//! the pages would need.

use crate::support::app::TestApp;
use crate::support::browser::{Browser, browser, screenshot};
use crate::support::calendars::{ReadCalendar, read_by_all};
use crate::support::hands::{
    Typed, assert_no_sideways_scrolling, choose, open, press, text, tick, type_all,
};
use crate::support::lint::lint_ical;
use fantoccini::Locator;

struct Answers<'a> {
    group: &'a str,
    what: Typed<'a>,
    link_kind: Option<&'a str>,
    precision: &'a str,
    when: Typed<'a>,
    mode: &'a str,
    how: Typed<'a>,
    ticks: &'a [&'a str],
}

const POSTER: [(&str, &str); 2] = [
    ("poster_name", "Ana Example"),
    ("poster_email", "ana@dynamic.example.org"),
];

const CALL_XXV: Answers<'static> = Answers {
    group: "dccg",
    what: &[
        ("title", "DC Coordination Group, Virtual Meeting XXV"),
        (
            "description",
            "The *common* call of all Dynamic Coalitions.",
        ),
        (
            "agenda",
            "Stocktaking synthesis\nAdvancing common themes in 2018\nReporting into the next MAG meeting\nAOB",
        ),
        ("link_label-0", "Webex recording"),
        (
            "link_url-0",
            "https://intgovforum.webex.example/recording/25",
        ),
    ],
    link_kind: Some("recording"),
    precision: "exact",
    when: &[
        ("zone", "Geneva"),
        ("start_day", "9"),
        ("start_month", "3"),
        ("start_year", "2018"),
        ("start_time", "14:00"),
        ("end_time", "15:00"),
    ],
    mode: "virtual",
    how: &[
        ("access_url-0", "https://intgovforum.webex.example/join/25"),
        ("access_label-0", "Webex"),
    ],
    ticks: &["language-en"],
};

const MAG_MEETING: Answers<'static> = Answers {
    group: "igf-mag",
    what: &[("title", "IGF 2018 First MAG Meeting")],
    link_kind: None,
    precision: "day",
    when: &[
        ("zone", "Geneva"),
        ("start_day", "20"),
        ("start_month", "March"),
        ("start_year", "2018"),
        ("end_day", "22"),
        ("end_month", "March"),
        ("end_year", "2018"),
    ],
    mode: "face-to-face",
    how: &[
        ("city", "Geneva"),
        ("country", "Switzerland"),
        ("venue_name", "Palais des Nations"),
    ],
    ticks: &["language-en", "interpretation-fr", "captioning"],
};

const NEXT_CALL: Answers<'static> = Answers {
    group: "dccg",
    what: &[("title", "DC Coordination Group, next call")],
    link_kind: None,
    precision: "window",
    when: &[
        ("start_day", "1"),
        ("start_month", "4"),
        ("start_year", "2018"),
        ("end_day", "10"),
        ("end_month", "4"),
        ("end_year", "2018"),
    ],
    mode: "virtual",
    how: &[],
    ticks: &["link_to_follow"],
};

#[tokio::test(flavor = "multi_thread")]
async fn the_seeds_meetings_go_from_the_form_to_the_subscriber() {
    let app = TestApp::on_sqlite().await;
    let ana = browser(390, 844).await;
    for answers in [&CALL_XXV, &MAG_MEETING, &NEXT_CALL] {
        post(&app, &ana, answers).await;
    }

    let secretary = browser(1280, 900).await;
    enter_the_desk(&app, &secretary).await;
    for _ in 0..3 {
        approve_the_first(&secretary).await;
    }
    assert!(app.waiting().is_empty());

    // On the list, by day, for anybody.
    let reader = browser(360, 740).await;
    open(&app, &reader, "/").await;
    let list = text(&reader, "main").await;
    for words in [
        "Friday, 9 March 2018",
        "DC Coordination Group, Virtual Meeting XXV",
        "14:00 – 15:00 Zurich (UTC+1)",
        "Tuesday, 20 March 2018",
        "20 – 22 March 2018",
        "Geneva, Switzerland",
        "Early April 2018",
        "Date to be confirmed",
    ] {
        assert!(list.contains(words), "{words:?} in {list}");
    }
    screenshot(&reader, "seed-list-360").await;
    assert_no_sideways_scrolling(&reader).await;

    reader
        .find(Locator::LinkText(
            "DC Coordination Group, Virtual Meeting XXV",
        ))
        .await
        .expect("the meeting on the list")
        .click()
        .await
        .expect("a click");
    let meeting = text(&reader, "main").await;
    for words in [
        "Stocktaking synthesis",
        "Advancing common themes in 2018",
        "Reporting into the next MAG meeting",
        "AOB",
        "Webex recording",
        "13:00 – 14:00",
    ] {
        assert!(meeting.contains(words), "{words:?} in {meeting}");
    }
    screenshot(&reader, "seed-meeting-360").await;

    // In the subscriber's calendar, as three programs read it.
    let feed = app.reader.get("/calendar.ics").await.text;
    assert_eq!(lint_ical(feed.as_bytes()), Vec::<String>::new());
    let calendar = read_by_all(&feed);
    let call = event(&calendar, "DC Coordination Group, Virtual Meeting XXV");
    assert_eq!(call.start_utc, "2018-03-09T13:00:00Z");
    assert_eq!(call.end_utc, "2018-03-09T14:00:00Z");
    assert_eq!(call.status.as_deref(), Some("CONFIRMED"));
    assert_eq!(
        call.attachments,
        ["https://intgovforum.webex.example/recording/25"]
    );
    let mag = event(&calendar, "IGF 2018 First MAG Meeting");
    assert!(mag.all_day);
    assert_eq!(mag.start_utc, "2018-03-20");
    assert_eq!(mag.end_utc, "2018-03-23", "the day after the last");
    let next = event(
        &calendar,
        "[Date to be confirmed] DC Coordination Group, next call",
    );
    assert!(next.all_day);
    assert_eq!(next.start_utc, "2018-04-01");
    assert_eq!(next.status.as_deref(), Some("TENTATIVE"));
}

#[tokio::test(flavor = "multi_thread")]
async fn mistakes_are_found_without_a_mouse_in_arabic() {
    let app = TestApp::on_sqlite().await;
    let ana = browser(360, 740).await;
    open(&app, &ana, "/ar/post").await;
    press(&ana, "form.long > p:last-child > button").await;
    let summary = ana
        .find(Locator::Css(".error-summary a[href='#title']"))
        .await
        .expect("the summary leads to the field");
    summary.click().await.expect("a click");
    let focused = ana.active_element().await.expect("a focus");
    assert_eq!(
        focused.attr("id").await.expect("an id").as_deref(),
        Some("title")
    );
    assert_no_sideways_scrolling(&ana).await;
    screenshot(&ana, "errors-ar-360").await;
}

/// Fills in the three pages, looks at the answers and sends them.
async fn post(app: &TestApp, browser: &Browser, answers: &Answers<'_>) {
    open(app, browser, "/en/post").await;
    choose(browser, "group", answers.group).await;
    if let Some(kind) = answers.link_kind {
        choose(browser, "link_kind-0", kind).await;
    }
    type_all(browser, answers.what).await;
    type_all(browser, &POSTER).await;
    press(browser, "form.long > p:last-child > button").await;

    tick(browser, &format!("precision-{}", answers.precision)).await;
    type_all(browser, answers.when).await;
    press(browser, "form.long > p:last-child > button").await;

    tick(browser, &format!("mode-{}", answers.mode)).await;
    type_all(browser, answers.how).await;
    for id in answers.ticks {
        tick(browser, id).await;
    }
    press(browser, "form.long > p:last-child > button").await;

    let heading = text(browser, "h1").await;
    assert_eq!(
        heading,
        "Check your answers",
        "{}",
        text(browser, "main").await
    );
    if answers.precision == "exact" {
        screenshot(browser, "seed-check-390").await;
    }
    press(browser, "main form button").await;
    assert_eq!(text(browser, "h1").await, "Sent to the secretariat");
}

async fn enter_the_desk(app: &TestApp, browser: &Browser) {
    let token = app.invitation();
    open(app, browser, &format!("/desk/enter/{}", token.secret())).await;
    type_all(browser, &[("name", "Chengetai")]).await;
    press(browser, "main form button").await;
    assert_eq!(text(browser, "h1").await, "The desk");
    screenshot(browser, "desk-1280").await;
}

async fn approve_the_first(browser: &Browser) {
    press(browser, ".pick h3 a").await;
    press(browser, "button[value=approved]").await;
    assert_eq!(text(browser, "h1").await, "The desk");
}

fn event<'a>(
    calendar: &'a ReadCalendar,
    summary: &str,
) -> &'a crate::support::calendars::ReadEvent {
    calendar
        .events
        .iter()
        .find(|event| event.summary.as_deref() == Some(summary))
        .unwrap_or_else(|| panic!("{summary} in {:?}", calendar.events))
}
