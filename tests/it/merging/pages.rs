//! The pages on which two changes meet: what others wrote stays text, in every language and at every
//! width.

use super::{Draft, half_past_three, reject, review, who};
use crate::support::app::TestApp;
use crate::support::browser::{browser, evaluate, screenshot};
use crate::support::hands::{assert_no_sideways_scrolling, open, press, type_all};
use crate::support::meetings::{SEED, second_page, with};
use crate::support::posted::Posted;
use fantoccini::Locator;

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_of_others_stay_text() {
    let app = TestApp::on_sqlite().await;
    let call = Posted::publish(&app, SEED).await;
    let (ana, ben) = (
        Draft::at(&app, &call, &[]).await,
        Draft::at(&app, &call, &[]).await,
    );
    let hostile = "<script>alert(1)</script>\u{202e}{ $who }";
    let by_ana = with(
        &who("Ana", &[("title", hostile)]),
        &[("poster_name", hostile)],
    );
    ana.answer("who", &by_ana).await;
    ben.answer("who", &who("Ben", &[("title", "<b>Ben</b>")]))
        .await;
    ana.send().await;
    let asked = ben.send().await;
    assert_eq!(asked.status, 409);
    let sent = ben.send_from(&asked, &[("keep_title", "mine")]).await;
    let desk = [review(&call).await, call.desk.get("/desk").await];
    for page in [&asked, &sent, &desk[0], &desk[1]] {
        assert!(
            page.text.contains("&#60;script&#62;alert(1)"),
            "{}",
            page.text
        );
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
        assert!(!page.text.contains('\u{202e}'), "{}", page.text);
        assert!(!page.text.contains("<b>Ben"), "{}", page.text);
    }
}

/// What the sender and the desk are told in every language, and how it looks on a telephone and on a
/// desk, from left and from right; chosen there without a script.
#[tokio::test(flavor = "multi_thread")]
async fn the_questions_are_asked_in_every_language_and_at_every_width() {
    let app = TestApp::on_sqlite().await;
    let call = Posted::publish(&app, SEED).await;
    let unwanted = Draft::at(&app, &call, &[]).await;
    unwanted
        .answer(
            "who",
            &who(
                "Carla",
                &[("description", "Carla’s words, which the desk did not want.")],
            ),
        )
        .await;
    unwanted.send().await;
    let ben = Draft::at(&app, &call, &[]).await;
    let answers = [
        ("title", "Ben’s title"),
        ("description", "Carla’s words, which the desk did not want."),
    ];
    ben.answer("who", &who("Ben", &answers)).await;
    ben.answer("when", &second_page(&[("start_day", "16")]))
        .await;
    reject(&app, &call).await;
    for name in ["Ana", "Dina"] {
        let other = Draft::at(&app, &call, &[]).await;
        other
            .answer("who", &who(name, &[("title", "Ana’s title")]))
            .await;
        other.answer("when", &half_past_three()).await;
        other.send().await;
    }
    let in_language =
        |path: &str, language: &str| path.replacen("/en/", &format!("/{language}/"), 1);
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let asked = ben
            .who
            .post(&in_language(&format!("{}/send", ben.path), language), &[])
            .await;
        assert_eq!(
            (asked.status.as_u16(), asked.errors().len()),
            (409, 2),
            "{language}"
        );
        call.desk.get(&format!("/{language}/")).await;
        let desk = review(&call).await;
        assert_eq!(desk.texts(".waiting > li").len(), 2, "{language}");
        for page in [&asked, &desk] {
            let words = page.words();
            let keys = [
                "together-",
                "part-",
                "desk-",
                "sender-",
                "names-",
                "waiting-",
                "{",
            ];
            for key in keys {
                assert!(!words.contains(key), "{language}: {key} in {words}");
            }
        }
    }
    for (width, height) in [(360, 3600), (1280, 2600)] {
        let window = browser(width, height).await;
        for language in ["en", "ar"] {
            let path = in_language(&format!("{}/check", ben.path), language);
            open(&app, &window, &path).await;
            assert_no_sideways_scrolling(&window).await;
            screenshot(&window, &format!("together-check-{language}-{width}")).await;
            press(&window, "form.long button").await;
            assert_no_sideways_scrolling(&window).await;
            screenshot(&window, &format!("together-asked-{language}-{width}")).await;
        }
        let link = window
            .find(Locator::Css(".error-summary a"))
            .await
            .expect("a link");
        link.click().await.expect("a click");
        let script = "return document.activeElement.id || location.hash";
        let at = evaluate(&window, script).await;
        assert!(at.as_str().is_some_and(|at| at.contains("keep_")), "{at}");
    }
    let asked = ben.check().await;
    let both = [("keep_title", "mine"), ("keep_timing", "mine")];
    let sent = ben.send_from(&asked, &both).await;
    assert!(sent.path.ends_with("/sent"), "{}", sent.words());
    for (width, height) in [(360, 4600), (1280, 2600)] {
        for (language, name) in [("en", "Sam"), ("ar", "Salma")] {
            let window = browser(width, height).await;
            open(&app, &window, &in_language("/en/", language)).await;
            let token = app.invitation();
            open(&app, &window, &format!("/desk/enter/{}", token.secret())).await;
            type_all(&window, &[("name", name)]).await;
            press(&window, "main form button").await;
            assert_no_sideways_scrolling(&window).await;
            screenshot(&window, &format!("together-queue-{language}-{width}")).await;
            open(&app, &window, &format!("/desk/meetings/{}", call.id)).await;
            assert_no_sideways_scrolling(&window).await;
            screenshot(&window, &format!("together-review-{language}-{width}")).await;
            let edit = call.edit.replace(&app.base, "");
            open(&app, &window, &in_language(&edit, language)).await;
            screenshot(&window, &format!("together-private-{language}-{width}")).await;
            open(
                &app,
                &window,
                &in_language(&format!("{}/sent", ben.path), language),
            )
            .await;
            screenshot(&window, &format!("together-sent-{language}-{width}")).await;
        }
    }
}
