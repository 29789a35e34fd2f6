//! The whole way of an entry, in real browsers, over real mail: posted on a phone by somebody without an
//! account, sent back, mended, and approved by somebody who proved herself with a passkey.

use crate::support::app::{ANNOUNCED, TestApp};
use crate::support::browser::{Browser, browser, screenshot, with_authenticator};
use crate::support::hands::{assert_no_sideways_scrolling, choose, press, text, tick, type_all};
use crate::support::mailbox::{Mail, Mailbox};
use fantoccini::Locator;
use igf_calendar::domain::Role;
use igf_calendar::settings::{SecondFactor, Settings};

const ANA: &str = "ana@dynamic.example.org";
/// What goes on from one page of the form to the next.
const GO_ON: &str = "form.long > p:last-child > button";

/// A server that people know by a name, because passkeys are bound to one.
fn by_name(settings: &mut Settings, port: &str) {
    let base = format!("http://localhost:{port}").try_into();
    settings.server.base_url = base.expect("an address");
    settings.desk.second_factor = SecondFactor::Required;
}

async fn open(browser: &Browser, base: &str, path: &str) {
    let address = format!("{base}{path}");
    browser.goto(&address).await.expect("a page");
}

/// The newest of so many mails that is to Ana, and not the desk's digest, delivered at a time of that morning: what tells of a decision leaves
/// when it can no longer be undone.
async fn mail_at(time: &str, app: &TestApp, mailbox: &Mailbox, count: usize) -> Mail {
    let port = app.base.rsplit(':').next().expect("a port");
    let now = format!("2018-03-01T{time}:00Z");
    let postman = app.beside_with(&now, |settings| {
        by_name(settings, port);
        settings.mail.smtp_url = mailbox.url();
    });
    let postman = postman.await;
    let mut mails = mailbox.mails(count).await.into_iter();
    let mail = mails.rfind(|mail| mail.to == ANA).expect("a mail");
    postman.stop().await;
    mail
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_from_a_phone_to_the_calendar_and_back_to_the_phone() {
    let mailbox = Mailbox::open();
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        let port = settings.server.listen.port().to_string();
        by_name(settings, &port);
    })
    .await;
    let base = app.base.replace("127.0.0.1", "localhost");

    // Ana posts from her phone and signs in nowhere.
    let ana = browser(390, 844).await;
    open(&ana, &base, "/en/post").await;
    choose(&ana, "group", "dccg").await;
    let what = [
        ("title", "DC Coordination Group, Virtual Meeting XXV"),
        ("poster_name", "Ana Example"),
        ("poster_email", ANA),
    ];
    type_all(&ana, &what).await;
    press(&ana, GO_ON).await;
    tick(&ana, "precision-exact").await;
    let when = [
        ("zone", "Geneva"),
        ("start_day", "9"),
        ("start_month", "3"),
        ("start_year", "2018"),
        ("start_time", "14:00"),
        ("end_time", "15:00"),
    ];
    type_all(&ana, &when).await;
    press(&ana, GO_ON).await;
    tick(&ana, "mode-virtual").await;
    type_all(
        &ana,
        &[("access_url-0", "https://intgovforum.webex.example/join/25")],
    )
    .await;
    press(&ana, GO_ON).await;
    press(&ana, "main form button").await;
    assert_eq!(text(&ana, "h1").await, "Sent to the secretariat");
    let received = mail_at("09:00", &app, &mailbox, 1).await;
    assert!(
        received
            .paths(&base)
            .iter()
            .any(|path| path.starts_with("/en/edit/"))
    );

    // Anja was invited, and proves herself with her finger.
    let anja = browser(1280, 900).await;
    with_authenticator(&anja).await;
    let token = app.invite("anja@desk.example.org", Role::Reviewer);
    open(&anja, &base, &format!("/desk/enter/{}", token.secret())).await;
    type_all(&anja, &[("name", "Anja")]).await;
    press(&anja, "main form button").await;
    press(&anja, "form.passkey button").await;
    press(&anja, "main a.button").await;
    press(&anja, ".pick h3 a").await;
    let reason = anja
        .find(Locator::Css("#decide textarea"))
        .await
        .expect("a field");
    reason
        .send_keys("Is it 14:00 or 15:00? Last month it was 15:00.")
        .await
        .expect("typing");
    screenshot(&anja, "journey-review-1280").await;
    press(&anja, "#decide button[value=changes-requested]").await;

    let asked = mail_at("09:15", &app, &mailbox, 2).await;
    assert!(
        asked.text.contains("Last month it was 15:00"),
        "{}",
        asked.text
    );
    assert_eq!(
        asked.header("references"),
        received.header("references"),
        "one thread"
    );
    let way_back = asked.paths(&base);
    let way_back = way_back
        .iter()
        .find(|path| path.starts_with("/en/edit/"))
        .expect("a way back");

    // Ana follows it, mends the hour, and sends it again.
    open(&ana, &base, way_back).await;
    assert_no_sideways_scrolling(&ana).await;
    screenshot(&ana, "journey-private-390").await;
    press(&ana, "form.shortcuts button, main form button").await;
    press(&ana, "a[href*='/when']").await;
    for (id, hour) in [("start_time", "15:00"), ("end_time", "16:00")] {
        let field = ana.find(Locator::Id(id)).await.expect("a field");
        field.clear().await.expect("an empty field");
        field.send_keys(hour).await.expect("typing");
    }
    press(&ana, GO_ON).await;
    assert_eq!(
        text(&ana, "h1").await,
        "Check your answers",
        "{}",
        text(&ana, "main").await
    );
    press(&ana, "main form button").await;
    mail_at("09:15", &app, &mailbox, 4).await;

    // Anja sees what is not as she read it, and approves.
    open(&anja, &base, "/desk").await;
    press(&anja, ".pick h3 a").await;
    let since = text(&anja, ".since-read").await;
    assert!(
        since.contains("15:00") && since.contains("14:00"),
        "{since}"
    );
    screenshot(&anja, "journey-again-1280").await;
    press(&anja, "#decide button[value=approved]").await;
    let done = text(&anja, ".done, .notice[role=status]").await;
    assert!(done.contains("DC Coordination Group"), "{done}");

    // The last letter brings the meeting as a file.
    let published = mail_at("09:30", &app, &mailbox, 5).await;
    assert!(published.raw.contains("text/calendar"), "{}", published.raw);
    let public = published.paths(&base);
    let public = public
        .iter()
        .find(|path| path.starts_with("/en/meetings/"))
        .expect("its page");
    open(&ana, &base, public).await;
    assert!(
        text(&ana, "main").await.contains("15:00"),
        "{}",
        text(&ana, "main").await
    );
    screenshot(&ana, "journey-public-390").await;
}
