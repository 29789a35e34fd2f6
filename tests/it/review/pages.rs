//! The page of one entry in a real browser: on a phone the decision is a tap away, and nothing runs off the
//! side in any language.

use crate::support::app::TestApp;
use crate::support::browser::{Browser, browser, evaluate, screenshot};
use crate::support::hands::{open, text};
use crate::support::meetings::{SEED, second_page, with};
use fantoccini::Locator;

async fn press(window: &Browser, selector: &str) {
    let control = window.find(Locator::Css(selector)).await;
    let control = control.unwrap_or_else(|error| panic!("{selector}: {error}"));
    control.click().await.expect("a click");
}

async fn enter(app: &TestApp, window: &Browser) {
    let key = app.invitation();
    open(app, window, &format!("/desk/enter/{}", key.secret())).await;
    let name = window.find(Locator::Id("name")).await.expect("a field");
    name.send_keys("Anja\n").await.expect("typing");
    window
        .wait()
        .for_element(Locator::Css(".desk-top"))
        .await
        .expect("the desk");
}

/// From the top of the entry to the decision, and from there to a letter that is mended, with a thumb.
#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_mended_on_a_phone() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(&with(SEED, &[("title", "DC Cordination Group")]))
        .await;
    let (meeting, _) = app.waiting().pop().expect("it waits");
    let window = browser(360, 640).await;
    enter(&app, &window).await;
    open(&app, &window, &format!("/desk/meetings/{meeting}")).await;
    press(&window, ".jump a[href='#decide']").await;
    let top = "return document.querySelector('#decide button').getBoundingClientRect().top";
    let top = evaluate(&window, top).await.as_f64().expect("a place");
    assert!((0.0..640.0).contains(&top), "the button is in sight: {top}");
    press(&window, "#decide a").await;
    let title = window.find(Locator::Id("title")).await.expect("a field");
    title.clear().await.expect("an empty field");
    title
        .send_keys("DC Coordination Group")
        .await
        .expect("typing");
    press(&window, ".jump a").await;
    press(&window, "#approve button[value=approve]").await;
    window
        .wait()
        .for_element(Locator::Css(".done[role=status], .notice[role=status]"))
        .await
        .expect("the queue says what was decided");
    open(&app, &window, &format!("/en/meetings/{meeting}")).await;
    assert_eq!(text(&window, "h1").await, "DC Coordination Group");
}

/// On a wide screen the decision stays beside what is read.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_wide_screen_the_decision_stays_in_sight() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(SEED).await;
    let (meeting, _) = app.waiting().pop().expect("it waits");
    let window = browser(1280, 900).await;
    enter(&app, &window).await;
    open(&app, &window, &format!("/desk/meetings/{meeting}")).await;
    let place = "window.scrollTo(0, arguments[0] ?? 600); \
                 return document.querySelector('#decide button').getBoundingClientRect().top";
    let top = evaluate(&window, place).await.as_f64().expect("a place");
    assert!((0.0..900.0).contains(&top), "{top}");
    let hidden = "return getComputedStyle(document.querySelector('.jump')).display";
    assert_eq!(evaluate(&window, hidden).await, "none");
}

/// Every page of this, in both directions and at both widths, as pictures; none scrolls sideways.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_an_entry_scrolls_sideways() {
    let app = TestApp::on_sqlite().await;
    let confirmation = app.post_meeting(SEED).await;
    let private = confirmation.attributes("#edit-address", "value").remove(0);
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let desk = app.secretary("Ben Example").await;
    desk.decide(&revision, "approved", "Thank you.").await;
    for (day, url) in [
        ("16", "https://intgovforum.webex.example/join/25"),
        ("23", "https://other-service.example/j/1"),
    ] {
        let change = app.reader.post(&private, &[("page", "when")]).await;
        let later = second_page(&[("start_day", day)]);
        let check = app.reader.post(&change.path, &later).await;
        let how = [
            ("mode", "virtual"),
            ("access_url", url),
            ("access_passcode", "dccg26"),
        ];
        let how_page = check.path.replace("/check", "/how");
        app.reader.post(&how_page, &how).await;
        let sent = check.path.replace("/check", "/send");
        app.reader.post(&sent, &[]).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        if day == "16" {
            desk.decide(
                &revision,
                "changes-requested",
                "Is the room free on that Friday?",
            )
            .await;
        }
    }
    let entry = format!("/desk/meetings/{meeting}");
    let note = [("note", "Asked Ana whether the room is booked.")];
    desk.post(&format!("{entry}/notes"), &note).await;
    desk.post(&format!("{entry}/claim"), &[]).await;
    let (_, revision) = app.waiting().pop().expect("it waits");
    for width in [360, 1280] {
        let window = browser(width, 2600).await;
        enter(&app, &window).await;
        for lang in ["en", "ar", "ru"] {
            let private = private
                .replace(&app.base, "")
                .replace("/en/", &format!("/{lang}/"));
            for (name, path) in [
                ("private", private),
                ("entry", format!("{entry}?lang={lang}")),
                ("amend", format!("/desk/revisions/{revision}/edit")),
            ] {
                // The desk speaks the language of the last page.
                open(&app, &window, &path).await;
                let name = format!("review-{name}-{lang}-{width}");
                screenshot(&window, &name).await;
                let widths = evaluate(
                    &window,
                    "return [document.documentElement.scrollWidth, window.innerWidth]",
                )
                .await;
                assert!(widths[0].as_u64() <= widths[1].as_u64(), "{name}: {widths}");
            }
        }
    }
}
