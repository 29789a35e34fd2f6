//! The pages of the queue in every language, at the width of a telephone and of a desk, from left and from
//! right; and single keys in a real browser.

use super::{bulk, entry, revision};
use crate::support::app::TestApp;
use crate::support::browser::{Browser, browser_with, evaluate, screenshot};
use crate::support::hands::{assert_no_sideways_scrolling, open, press, type_all};
use crate::support::meetings::with;
use crate::support::posted::Posted;

/// A queue with something in every section.
async fn filled(app: &TestApp) {
    let public = Posted::publish(
        app,
        &entry("Joint call on trustworthy IoT labels", "20", &[]),
    )
    .await;
    let check = public
        .answer(
            app,
            "who",
            &entry(
                "Joint call on trustworthy IoT labels and human rights",
                "20",
                &[],
            ),
        )
        .await;
    app.reader
        .post(&check.path.replace("/check", "/send"), &[])
        .await;
    let youth = [
        ("group", "youth-igf-germany"),
        ("poster_email", "w@example.org"),
        ("poster_name", "Wanjiru Example"),
    ];
    let soon = [("start_time", "09:30"), ("end_time", "10:30")];
    app.post_meeting(&with(&entry("Call for volunteers", "2", &youth), &soon))
        .await;
    for number in 1..=3 {
        let flood = [
            ("poster_email", "flood@example.net"),
            ("poster_name", "Flood"),
        ];
        app.post_meeting(&entry(&format!("Casino {number}"), "25", &flood))
            .await;
    }
    let arabic = [
        ("poster_name", "أمل حداد"),
        ("poster_email", "amal@example.org"),
        ("access_url", "https://other.example/1"),
    ];
    app.post_meeting(&entry("اجتماع التحالف الدينامي", "14", &arabic))
        .await;
    app.post_meeting(&entry("Who speaks", "15", &[])).await;
    let desk = app.secretary("Anja").await;
    desk.decide(
        &revision(app, "Who speaks"),
        "changes-requested",
        "Who speaks?",
    )
    .await;
}

async fn enter(app: &TestApp, window: &Browser, language: &str) {
    open(app, window, &format!("/{language}/")).await;
    let token = app.invitation();
    open(app, window, &format!("/desk/enter/{}", token.secret())).await;
    type_all(window, &[("name", "Anja")]).await;
    press(window, "main form button").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_in_every_language_and_at_every_width() {
    let app = TestApp::on_sqlite().await;
    filled(&app).await;
    let desk = app.secretary("Anja").await;
    let spam = bulk(&desk, "spam", "", &[revision(&app, "Casino 3")]).await;
    assert_eq!(spam.status, 200);
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        desk.get(&format!("/{language}/")).await;
        for path in [
            "/desk",
            "/desk?q=x",
            "/desk?state=decided",
            "/desk?tick=all&q=c",
        ] {
            let words = desk.get(path).await.words();
            for key in ["queue-", "undo-", "keys-", "desk-", "verdict-", "{"] {
                assert!(!words.contains(key), "{language}: {key} in {words}");
            }
        }
    }
    let schemes = [("light", "1"), ("dark", "0")];
    for (width, height) in [(360, 3600), (1280, 2000)] {
        for (language, (scheme, number)) in
            [("en", schemes[0]), ("en", schemes[1]), ("ar", schemes[0])]
        {
            let flag = format!("--blink-settings=preferredColorScheme={number}");
            let window = browser_with(width, height, &[&flag]).await;
            enter(&app, &window, language).await;
            for (name, path) in [
                ("queue", "/desk"),
                ("decided", "/desk?state=decided"),
                ("ticked", "/desk?tick=all&q=casino"),
            ] {
                open(&app, &window, path).await;
                assert_no_sideways_scrolling(&window).await;
                screenshot(&window, &format!("{name}-{language}-{scheme}-{width}")).await;
            }
            press(&window, ".card button[value=rejected]").await;
            assert_no_sideways_scrolling(&window).await;
            screenshot(&window, &format!("unreasoned-{language}-{scheme}-{width}")).await;
        }
    }
    // After a decision, and after many: undone again, so that every picture has the same.
    for (width, name) in [(360, "phone"), (1280, "desk")] {
        let window = browser_with(width, 2600, &[]).await;
        enter(&app, &window, "en").await;
        press(&window, ".part.new .pick:first-child h3 a").await;
        press(&window, "button[value=approved]").await;
        assert_no_sideways_scrolling(&window).await;
        screenshot(&window, &format!("queue-after-{name}")).await;
        press(&window, ".done .undo button").await;
        screenshot(&window, &format!("queue-undone-{name}")).await;
        open(&app, &window, "/desk?tick=all&q=casino").await;
        press(&window, ".card button[value=spam]").await;
        assert_no_sideways_scrolling(&window).await;
        screenshot(&window, &format!("queue-results-{name}")).await;
        press(&window, "main > form.undo button").await;
        screenshot(&window, &format!("queue-results-undone-{name}")).await;
    }
}

/// j and k go from entry to entry, x ticks, / finds; a letter that is typed stays a letter.
#[tokio::test(flavor = "multi_thread")]
async fn single_keys_go_through_the_queue() {
    let app = TestApp::on_sqlite().await;
    for (title, day) in [("One", "10"), ("Two", "11"), ("Three", "12")] {
        app.post_meeting(&entry(title, day, &[])).await;
    }
    let window = browser_with(1280, 900, &[]).await;
    enter(&app, &window, "en").await;
    let type_key = async |key: &str| {
        let script = format!(
            "(document.activeElement || document.body).dispatchEvent(new KeyboardEvent('keydown', \
             {{key: '{key}', bubbles: true, cancelable: true}})); \
             return document.activeElement.textContent.trim() || document.activeElement.id"
        );
        let at = evaluate(&window, &script).await;
        at.as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(type_key("j").await, "One");
    assert_eq!(type_key("j").await, "Two");
    type_key("x").await;
    assert_eq!(type_key("j").await, "Three");
    assert_eq!(type_key("k").await, "Two");
    let ticked = "return [...document.querySelectorAll('.pick input:checked')].length";
    assert_eq!(evaluate(&window, ticked).await, 1);
    assert_eq!(type_key("/").await, "q");
    assert_eq!(type_key("j").await, "q", "in a field it is a letter");
    press(&window, "button[name=keys]").await;
    let scripts = "return document.scripts.length";
    assert_eq!(
        evaluate(&window, scripts).await,
        0,
        "turned off, it is not even there"
    );
}
