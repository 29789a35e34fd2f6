//! A passkey in a real browser, with the authenticator that Chromium has for tests (WebAuthn, section 11):
//! somebody is invited, sets one up, leaves, and signs in again by mail and passkey.

use crate::support::app::{ANNOUNCED, TestApp};
use crate::support::browser::{Browser, browser, screenshot, with_authenticator};
use crate::support::hands::{assert_no_sideways_scrolling, press, text, type_all};
use crate::support::mailbox::Mailbox;
use crate::support::meetings::SEED;
use fantoccini::Locator;
use igf_calendar::domain::Role;
use igf_calendar::domain::factor::TotpSecret;
use igf_calendar::settings::SecondFactor;
use std::time::Duration;

async fn open(browser: &Browser, base: &str, path: &str) {
    browser
        .goto(&format!("{base}{path}"))
        .await
        .expect("a page");
}

/// Waits for a page that says this in its heading.
async fn until_heading(browser: &Browser, heading: &str) {
    for _ in 0..100 {
        if let Ok(h1) = browser.find(Locator::Css("h1")).await
            && h1.text().await.is_ok_and(|said| said == heading)
        {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{heading:?} does not come: {}", text(browser, "main").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_invited_sets_a_passkey_up_and_signs_in_again_with_it() {
    let mailbox = Mailbox::open();
    let url = mailbox.url();
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        let port = settings.server.listen.port();
        // Passkeys are bound to a name, never to a number.
        settings.server.base_url = format!("http://localhost:{port}")
            .try_into()
            .expect("an address");
        settings.desk.second_factor = SecondFactor::Required;
        settings.mail.smtp_url = url;
    })
    .await;
    let base = app.base.replace("127.0.0.1", "localhost");
    let anja = browser(390, 844).await;
    with_authenticator(&anja).await;
    let token = app.invite("anja@desk.example.org", Role::Reviewer);
    open(&anja, &base, &format!("/desk/enter/{}", token.secret())).await;
    type_all(&anja, &[("name", "Anja")]).await;
    press(&anja, "main form button").await;
    until_heading(&anja, "Set up a second proof").await;
    assert_no_sideways_scrolling(&anja).await;
    screenshot(&anja, "factor-set-up-390").await;
    press(&anja, "form.passkey button").await;
    until_heading(&anja, "Keep these codes").await;
    assert_no_sideways_scrolling(&anja).await;
    screenshot(&anja, "factor-codes-390").await;
    press(&anja, "main a.button").await;
    until_heading(&anja, "The desk").await;
    open(&anja, &base, "/en/account").await;
    assert!(text(&anja, "main").await.contains("8 are left"));
    assert_no_sideways_scrolling(&anja).await;
    screenshot(&anja, "account-390").await;
    press(&anja, "form.leave button").await;

    // The way back: a code by mail, and the finger.
    app.post_meeting(SEED).await;
    let (meeting, _) = app.waiting().pop().expect("it waits");
    mailbox.mails(1).await;
    open(&anja, &base, &format!("/desk/meetings/{meeting}")).await;
    press(&anja, "main a.button").await;
    type_all(&anja, &[("email", "anja@desk.example.org")]).await;
    press(&anja, "main form button").await;
    until_heading(&anja, "Enter the code").await;
    screenshot(&anja, "sign-in-code-390").await;
    let code = code(&mailbox).await;
    type_all(&anja, &[("code", &code)]).await;
    press(&anja, "main form button").await;
    until_heading(&anja, "Prove that it is you").await;
    assert_no_sideways_scrolling(&anja).await;
    screenshot(&anja, "factor-390").await;
    press(&anja, "form.passkey button").await;
    let address = format!("{base}/desk/meetings/{meeting}");
    for _ in 0..100 {
        if anja.current_url().await.expect("an address").as_str() == address {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the meeting does not come: {}", text(&anja, "main").await);
}

/// The code in the second mail; the first tells of the entry.
async fn code(mailbox: &Mailbox) -> String {
    let mails = mailbox.mails(2).await;
    let words = mails[1]
        .text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let is_code = |word: &&str| word.len() == 9 && word.as_bytes()[4] == b'-';
    words.into_iter().find(is_code).expect("a code").to_owned()
}

/// Whatever the screen and the direction: the pages before the desk fit, with nothing but their words.
#[tokio::test(flavor = "multi_thread")]
async fn the_pages_before_the_desk_fit_every_screen() {
    let mailbox = Mailbox::open();
    let url = mailbox.url();
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.desk.second_factor = SecondFactor::Required;
        settings.mail.smtp_url = url;
    })
    .await;
    for (language, width) in [("ar", 360), ("en", 1280), ("ru", 360)] {
        let anja = browser(width, 900).await;
        let seen = async |name: &str| {
            assert_no_sideways_scrolling(&anja).await;
            screenshot(&anja, &format!("{name}-{language}-{width}")).await;
        };
        // The pages of the desk speak the language of the page before.
        open(&anja, &app.base, &format!("/{language}/sign-in")).await;
        seen("sign-in").await;
        open(&anja, &app.base, "/desk").await;
        seen("outside").await;
        let token = app.invite(&format!("{language}@desk.example.org"), Role::Reviewer);
        open(&anja, &app.base, &format!("/desk/enter/{}", token.secret())).await;
        seen("enter").await;
        type_all(&anja, &[("name", "Anja")]).await;
        press(&anja, "main form button").await;
        seen("set-up").await;
        press(&anja, "form[action='/desk/factor/authenticator'] button").await;
        seen("authenticator").await;
        let secret = text(&anja, "code.secret").await.replace(' ', "");
        let secret = TotpSecret::parse(&secret).expect("a secret");
        let step = i32::try_from(app.now.timestamp() / 30).expect("a step");
        let code = format!("{:06}", secret.code(step).expect("a code"));
        type_all(&anja, &[("code", &code)]).await;
        press(&anja, "main form button").await;
        seen("codes").await;
        open(&anja, &app.base, &format!("/{language}/account")).await;
        seen("account").await;
        let again = app.invite(&format!("{language}@desk.example.org"), Role::Reviewer);
        open(&anja, &app.base, &format!("/desk/enter/{}", again.secret())).await;
        type_all(&anja, &[("name", "Anja")]).await;
        press(&anja, "main form button").await;
        type_all(&anja, &[("code", "000000")]).await;
        press(&anja, "main form.long button").await;
        seen("wrong").await;
    }
}
