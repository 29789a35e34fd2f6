//! What people do in a browser: open, read, type, tick, press. How the browser itself is run is
//! `browser`'s.

use super::app::TestApp;
use super::browser::{Browser, evaluate};
use fantoccini::Locator;

/// The ids of text fields and what is typed into them.
pub type Typed<'a> = &'a [(&'a str, &'a str)];

/// Goes to a page of the server.
pub async fn open(app: &TestApp, browser: &Browser, path: &str) {
    browser
        .goto(&format!("{}{path}", app.base))
        .await
        .expect("a page");
}

/// What an element says, with plain blanks.
pub async fn text(browser: &Browser, selector: &str) -> String {
    browser
        .find(Locator::Css(selector))
        .await
        .expect("an element")
        .text()
        .await
        .expect("its text")
        .replace('\u{2009}', " ")
}

/// Types into text fields by their ids.
pub async fn type_all(browser: &Browser, typed: Typed<'_>) {
    for (id, value) in typed {
        let field = browser
            .find(Locator::Id(id))
            .await
            .unwrap_or_else(|error| panic!("{id}: {error}"));
        field.send_keys(value).await.expect("typing");
    }
}

/// Chooses from a list.
pub async fn choose(browser: &Browser, id: &str, value: &str) {
    let field = browser.find(Locator::Id(id)).await.expect("a select");
    field.select_by_value(value).await.expect("a choice");
}

/// Ticks a box by its label, as a finger would.
pub async fn tick(browser: &Browser, id: &str) {
    let label = format!("label[for='{id}']");
    browser
        .find(Locator::Css(&label))
        .await
        .unwrap_or_else(|error| panic!("{id}: {error}"))
        .click()
        .await
        .expect("a tick");
}

/// Presses a button or follows a link, and waits until the page behind it is there.
pub async fn press(browser: &Browser, selector: &str) {
    let before = browser.find(Locator::Css("html")).await.expect("a page");
    browser
        .find(Locator::Css(selector))
        .await
        .unwrap_or_else(|error| panic!("{selector}: {error}"))
        .click()
        .await
        .expect("a click");
    for _ in 0..100 {
        if before.tag_name().await.is_err() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("nothing came after {selector}");
}

/// Nobody has to push the page aside to read it.
pub async fn assert_no_sideways_scrolling(browser: &Browser) {
    let script = "return [document.documentElement.scrollWidth, window.innerWidth]";
    let widths = evaluate(browser, script).await;
    assert!(widths[0].as_u64() <= widths[1].as_u64(), "{widths}");
}
