//! Signing in by a code that is mailed: what it takes, and what it tells nobody.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, Page, TestApp, Visitor};
use crate::support::database::texts;
use crate::support::mailbox::Mailbox;
use crate::support::meetings::{SEED, with};
use chrono::{DateTime, TimeDelta, Utc};

const ANA: &str = "ana@dynamic.example.org";
const NOBODY: &str = "nobody@elsewhere.example.org";

async fn ask(visitor: &Visitor, email: &str) -> Page {
    visitor.post("/en/sign-in", &[("email", email)]).await
}

async fn enter(visitor: &Visitor, code: &str) -> Page {
    visitor.post("/en/sign-in/code", &[("code", code)]).await
}

/// The code in the last of so many mails.
async fn code(mailbox: &Mailbox, mails: usize) -> String {
    let mails = mailbox.mails(mails).await;
    let mail = mails.last().expect("a mail");
    assert_eq!(mail.subject(), "Your code for signing in");
    let is_code = |word: &&str| word.len() == 9 && word.as_bytes()[4] == b'-';
    let words = mail
        .text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.into_iter().find(is_code).expect("a code").to_owned()
}

fn after(minutes: i64, seconds: i64) -> String {
    let announced: DateTime<Utc> = ANNOUNCED.parse().expect("RFC 3339");
    (announced + TimeDelta::minutes(minutes) + TimeDelta::seconds(seconds)).to_rfc3339()
}

on_both_databases! {
    async fn a_poster_signs_in_once_by_a_code(app: TestApp) {
        app.post_meeting(SEED).await;
        let mailbox = Mailbox::open();
        let here = app.mailing_at(ANNOUNCED, &mailbox).await;
        let ana = here.visitor();
        let account = ana.get("/en/account").await;
        assert_eq!(account.path, "/en/sign-in");
        assert_eq!(account.attributes("[name=next]", "value"), ["/en/account"]);
        let asked = ana.post("/en/sign-in", &[("email", "Ana@DYNAMIC.example.org"), ("next", "/en/account")]).await;
        assert_eq!(asked.path, "/en/sign-in/code");
        assert_eq!(asked.attributes("[name=next]", "value"), ["/en/account"]);
        let code = code(&mailbox, 2).await;
        let plain = code.replace('-', "");
        for (table, column) in [("sign_ins", "code_hash"), ("outbox", "payload"), ("outbox", "event")] {
            let kept = texts(&app.database, &format!("SELECT {column} AS value FROM {table} WHERE {column} IS NOT NULL"));
            assert!(!kept.is_empty());
            assert!(kept.iter().all(|kept| !kept.contains(&code) && !kept.contains(&plain)), "{kept:?}");
        }
        let typed = [("code", plain.to_lowercase()), ("next", "/en/account".to_owned())];
        let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
        let page = ana.post("/en/sign-in/code", &typed).await;
        assert_eq!(page.path, "/en/account", "{}", page.words());
        assert!(page.words().contains("Poster"), "{}", page.words());
        assert_eq!(page.texts(".rows .badge"), ["This one"]);
        assert_eq!(ana.get("/desk").await.status, 401, "no way into the desk");
        // Once: neither here nor from the same browser's memory.
        assert_eq!(enter(&ana, &code).await.status, 422);
        ana.post("/en/sign-out", &[]).await;
        assert_eq!(ana.get("/en/account").await.path, "/en/sign-in");
        let people = "SELECT role AS value FROM people WHERE email IS NOT NULL";
        assert_eq!(texts(&app.database, people), ["poster"]);
    }

    /// Known or not: the same pages, the same rows, and the same answers to whatever is typed.
    async fn nobody_learns_whether_an_address_is_known(app: TestApp) {
        app.post_meeting(SEED).await;
        let mailbox = Mailbox::open();
        let here = app.mailing_at(ANNOUNCED, &mailbox).await;
        let (known, unknown) = (here.visitor(), here.visitor());
        let pages = [ask(&known, ANA).await, ask(&unknown, NOBODY).await];
        assert_eq!(pages[0].status, 200);
        assert_eq!((&pages[0].path, &pages[0].text), (&pages[1].path, &pages[1].text));
        mailbox.mails(2).await;
        for _ in 0..5 {
            let pages = [enter(&known, "0000-0000").await, enter(&unknown, "0000-0000").await];
            assert_eq!(pages[0].status, 422);
            assert_eq!((&pages[0].path, &pages[0].text), (&pages[1].path, &pages[1].text));
        }
        let mails = mailbox.mails(2).await;
        assert!(mails.iter().all(|mail| mail.to != NOBODY));
        let rows = |email: &str| {
            let of = |table: &str, column: &str| {
                let query = format!("SELECT {column} AS value FROM {table} WHERE {column} = '{email}'");
                texts(&app.database, &query).len()
            };
            (of("sign_ins", "email"), of("outbox", "recipient"))
        };
        assert_eq!(rows(NOBODY), (1, 1));
        assert_eq!(rows(ANA), (1, 2), "the letter about the entry besides");
    }

    async fn another_browser_has_no_use_for_a_code(app: TestApp) {
        app.post_meeting(SEED).await;
        let mailbox = Mailbox::open();
        let here = app.mailing_at(ANNOUNCED, &mailbox).await;
        let (ana, eve) = (here.visitor(), here.visitor());
        ask(&ana, ANA).await;
        let code = code(&mailbox, 2).await;
        assert!(enter(&eve, &code).await.words().contains("no longer good"));
        ask(&eve, NOBODY).await;
        assert!(enter(&eve, &code).await.words().contains("not the code that we sent"));
        assert_eq!(enter(&ana, &code).await.path, "/en/mine");
    }

    async fn five_wrong_codes_are_enough(app: TestApp) {
        app.post_meeting(SEED).await;
        let mailbox = Mailbox::open();
        let here = app.mailing_at(ANNOUNCED, &mailbox).await;
        let ana = here.visitor();
        ask(&ana, ANA).await;
        let code = code(&mailbox, 2).await;
        for wrong in ["", "0000", "0000-0000", "ÄÖÜ-ÄÖÜÄÖ"] {
            assert!(enter(&ana, wrong).await.words().contains("not the code that we sent"), "{wrong}");
        }
        assert!(enter(&ana, "0000-0001").await.words().contains("no longer good"));
        assert!(enter(&ana, &code).await.words().contains("no longer good"), "the right one, too late");
    }

    async fn a_code_is_good_for_ten_minutes(app: TestApp) {
        app.post_meeting(SEED).await;
        let mailbox = Mailbox::open();
        let here = app.mailing_at(ANNOUNCED, &mailbox).await;
        let (early, late) = (here.visitor(), here.visitor());
        ask(&early, ANA).await;
        let first = code(&mailbox, 2).await;
        ask(&late, ANA).await;
        let second = code(&mailbox, 3).await;
        let in_time = app.beside_at(&after(9, 59)).await;
        assert_eq!(enter(&early.at(&in_time.base), &first).await.path, "/en/mine");
        let over = app.beside_at(&after(10, 1)).await;
        assert!(enter(&late.at(&over.base), &second).await.words().contains("no longer good"));
    }

    /// Who asks too often is answered as before, and sends nobody any more mail.
    async fn nobody_is_flooded_with_codes(app: TestApp) {
        app.post_meeting(SEED).await;
        let mailbox = Mailbox::open();
        let here = app.mailing_at(ANNOUNCED, &mailbox).await;
        for _ in 0..7 {
            assert!(ask(&here.visitor(), ANA).await.path.ends_with("/sign-in/code"));
        }
        mailbox.mails(1 + 5).await;
        here.stop().await;
        let later = app.mailing_at(&after(61, 0), &mailbox).await;
        ask(&later.visitor(), ANA).await;
        mailbox.mails(1 + 5 + 1).await;
    }

    async fn a_poster_who_does_not_come_back_is_signed_out_after_two_weeks(app: TestApp) {
        app.post_meeting(SEED).await;
        let mailbox = Mailbox::open();
        let here = app.mailing_at(ANNOUNCED, &mailbox).await;
        let ana = here.visitor();
        ask(&ana, ANA).await;
        enter(&ana, &code(&mailbox, 2).await).await;
        let day = 24 * 60;
        for days in [13, 26] {
            let later = app.beside_at(&after(days * day, 0)).await;
            assert_eq!(ana.at(&later.base).get("/en/account").await.path, "/en/account", "{days} days");
        }
        let over = app.beside_at(&after(41 * day, 0)).await;
        assert!(ana.at(&over.base).get("/en/account").await.path.starts_with("/en/sign-in"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_led_elsewhere_by_signing_in() {
    let mailbox = Mailbox::open();
    let url = mailbox.url();
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| settings.mail.smtp_url = url).await;
    for next in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
    ] {
        let fields = [("email", ANA), ("next", next)];
        let page = app.visitor().post("/en/sign-in", &fields).await;
        assert_eq!(page.path, "/en/sign-in/code", "{next}");
        assert!(
            !page.text.contains("evil") && !page.text.contains("alert"),
            "{next}"
        );
    }
    let wrong = app
        .reader
        .post("/en/sign-in", &[("email", "ana"), ("next", "/en/mine")])
        .await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.attributes("#email", "value"),
        ["ana"],
        "what was typed is kept"
    );
    assert_eq!(wrong.attributes("[name=next]", "value"), ["/en/mine"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_mail_the_page_says_so() {
    let app = TestApp::on_sqlite().await;
    let page = app.reader.get("/en/sign-in").await;
    assert!(page.words().contains("sends no mail"), "{}", page.words());
    assert!(page.attributes("main form", "action").is_empty());
    let asked = ask(&app.reader, ANA).await;
    assert!(asked.words().contains("sends no mail"), "{}", asked.words());
    assert!(texts(&app.database, "SELECT id AS value FROM outbox").is_empty());
}

/// One that only looks like a known address is marked where the desk reads it.
#[tokio::test(flavor = "multi_thread")]
async fn a_look_alike_is_marked_at_the_desk() {
    let app = TestApp::on_sqlite().await;
    // The fourth letter of the domain is Cyrillic.
    let alike = "ana@dyn\u{430}mic.example.org";
    app.post_meeting(&with(SEED, &[("poster_email", alike)]))
        .await;
    app.post_meeting(&with(SEED, &[("title", "Another call")]))
        .await;
    let desk = app.secretary("Anja").await;
    let mut marks = Vec::new();
    for (meeting, _) in app.waiting() {
        let page = desk.get(&format!("/desk/meetings/{meeting}")).await;
        marks.extend(page.texts(".lookalike"));
    }
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert!(marks[0].contains("several alphabets"), "{marks:?}");
    assert!(
        marks[0].contains("ana@xn--dynmic-5nf.example.org"),
        "{marks:?}"
    );
    let mail = desk.get("/desk/mail").await.texts(".lookalike");
    assert_eq!(mail.len(), 1, "{mail:?}");
}
