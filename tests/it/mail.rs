//! What people are told by mail: to a real mail server over SMTP, read by Python's parser.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, TestApp};
use crate::support::calendars::read_with_python;
use crate::support::database::texts;
use crate::support::mailbox::{Mail, Mailbox, subjects};
use crate::support::meetings::{SEED, weekly, with};
use igf_calendar::domain::Role;
use std::time::Duration;

const TITLE: &str = "DC Coordination Group, Virtual Meeting XXV";
/// Just before a decision can no longer be undone, and just after.
const BEFORE_UNDO_ENDS: &str = "2018-03-01T09:09:59Z";
const AFTER_UNDO: &str = "2018-03-01T09:10:00Z";

/// What holds of every mail, whatever it tells.
fn assert_sound(mail: &Mail, base: &str) {
    assert!(mail.defects.is_empty(), "{:?}", mail.defects);
    assert_eq!(mail.header("auto-submitted"), "auto-generated");
    assert_eq!(
        mail.header("from"),
        "Common IGF calendar <calendar@igf.example.org>"
    );
    assert_eq!(mail.header("to"), mail.to);
    let mut names = mail.names.clone();
    names.sort();
    names.dedup();
    assert_eq!(
        names.len(),
        mail.names.len(),
        "no header stands twice: {:?}",
        mail.names
    );
    for word in mail.text.split_whitespace().chain(mail.html.split('"')) {
        if word.starts_with("http") {
            assert!(word.starts_with(base), "it leads nowhere else: {word}");
        }
    }
    assert!(
        !mail.html.contains("<img") && !mail.html.contains("<script"),
        "{}",
        mail.html
    );
    assert!(
        mail.raw.lines().all(|line| line.len() <= 998),
        "RFC 5322, section 2.1.1"
    );
}

on_both_databases! {
    /// From the first word to the publication, in the poster's language, as one thread.
    async fn a_poster_hears_of_everything_in_their_language(app: TestApp) {
        let mailbox = Mailbox::open();
        let page = app.reader.post("/fr/post", SEED).await;
        app.reader.post(&page.path.replace("/check", "/send"), &[]).await;
        let secretary = app.secretary("Chengetai").await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");

        let first = app.mailing_at(ANNOUNCED, &mailbox).await;
        let received = mailbox.mails(1).await.remove(0);
        assert_sound(&received, &first.base);
        assert_eq!(received.subject(), format!("Nous avons reçu votre annonce : {TITLE}"));
        assert_eq!(received.to, "ana@dynamic.example.org");
        assert!(received.html.contains("lang=\"fr\""), "{}", received.html);
        // The private address works, and is not the one that the page showed.
        let path = received.paths(&first.base).remove(0);
        assert!(path.starts_with("/fr/edit/"), "{path}");
        assert_eq!(app.visitor().get(&path).await.status, 200);

        secretary.decide(&revision, "changes-requested", "Qui parle ?\r\n\r\nMerci !").await;
        first.stop().await;
        let early = app.mailing_at(BEFORE_UNDO_ENDS, &mailbox).await;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        mailbox.mails(1).await;
        early.stop().await;
        let later = app.mailing_at(AFTER_UNDO, &mailbox).await;
        let asked = mailbox.mails(2).await.remove(1);
        assert_sound(&asked, &later.base);
        assert!(asked.text.contains("> Qui parle ?\n>\n> Merci !"), "{}", asked.text);

        // Back in by the mail, and sent again.
        let way_back = asked.paths(&later.base).remove(0);
        let visitor = later.visitor();
        let begun = visitor.post(&way_back, &[]).await;
        let base = begun.path.trim_end_matches("/check").to_owned();
        let sent = visitor.post(&format!("{base}/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}: {}", sent.path, sent.text);
        let (_, again) = app.waiting().pop().expect("it waits again");
        let decided = later.visitor();
        let token = later.invitation();
        decided.post(&format!("/desk/enter/{}", token.secret()), &[("name", "Anja")]).await;
        decided.decide(&again, "approved", "").await;
        mailbox.mails(3).await;
        later.stop().await;
        let end = app.mailing_at("2018-03-01T10:00:00Z", &mailbox).await;
        let mails = mailbox.mails(4).await;
        let published = &mails[3];
        assert_sound(published, &end.base);
        assert_eq!(published.subject(), format!("Au calendrier : {TITLE}"));
        assert!(published.text.contains(&format!("/fr/meetings/{meeting}")), "{}", published.text);
        let attached = &published.attachments[0];
        assert_eq!((attached.name.as_str(), attached.kind.as_str()), ("meeting.ics", "text/calendar"));
        let calendar = read_with_python(&attached.text);
        assert_eq!(calendar.events.len(), 1);

        // One thread, and every mail one of its own.
        let thread: Vec<&str> = mails.iter().map(|mail| mail.header("references")).collect();
        assert!(thread.iter().all(|one| *one == thread[0] && one.contains(&meeting)), "{thread:?}");
        let mut ids: Vec<&str> = mails.iter().map(|mail| mail.header("message-id")).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), mails.len());

        // What the database holds opens nothing.
        for mail in &mails {
            for path in mail.paths(&end.base).iter().chain(&mail.paths(&app.base)) {
                let secret = path.rsplit('/').next().expect("a last part");
                let rows = texts(&app.database, "SELECT payload AS value FROM outbox");
                assert!(!rows.join(" ").contains(secret) || path.contains("/meetings/"));
            }
        }
    }

    /// A day without a mail server loses nothing and doubles nothing.
    async fn a_day_without_a_mail_server_loses_and_doubles_nothing(app: TestApp) {
        let address = {
            let gone = Mailbox::open();
            gone.address
        };
        for number in 1..=3 {
            let title = format!("Meeting {number}");
            app.post_meeting(&with(SEED, &[("title", title.as_str())])).await;
        }
        let url = format!("smtp://{address}");
        for hour in ["09:00", "09:02", "09:10", "10:00", "15:00", "23:00"] {
            let url = url.clone();
            let now = format!("2018-03-01T{hour}:00Z");
            let tries = app.beside_with(&now, |settings| settings.mail.smtp_url = url).await;
            tokio::time::sleep(Duration::from_millis(700)).await;
            tries.stop().await;
        }
        let tried = texts(&app.database, "SELECT CAST(attempts AS TEXT) AS value FROM outbox");
        assert!(tried.iter().all(|tries| (5..=7).contains(&tries.parse::<i32>().expect("a number"))), "{tried:?}");
        let mailbox = Mailbox::open_at(address);
        let _next_day = app.mailing_at("2018-03-02T09:00:00Z", &mailbox).await;
        let mails = mailbox.mails(3).await;
        let mut told = subjects(&mails);
        told.sort();
        let expected = [1, 2, 3].map(|number| format!("We have your entry: Meeting {number} -> ana@dynamic.example.org"));
        assert_eq!(told, expected);
        // Tries that failed leave no private address behind: the page's own and the mail's are left.
        let keys = texts(&app.database, "SELECT token_hash AS value FROM edit_keys");
        assert_eq!(keys.len(), 6);
    }

    /// However many instances look, each message is sent by one of them.
    async fn several_instances_send_each_message_once(app: TestApp) {
        let mailbox = Mailbox::open();
        for number in 1..=12 {
            let title = format!("Meeting {number}");
            app.post_meeting(&with(SEED, &[("title", title.as_str())])).await;
        }
        let _servers = tokio::join!(
            app.mailing_at(ANNOUNCED, &mailbox),
            app.mailing_at(ANNOUNCED, &mailbox),
            app.mailing_at(ANNOUNCED, &mailbox),
        );
        mailbox.mails(12).await;
    }

    /// An address that is refused for good is not tried again, and the desk is told.
    async fn an_address_that_refuses_for_good_is_flagged(app: TestApp) {
        let mailbox = Mailbox::open();
        mailbox.refuse("ana@dynamic.example.org", "550 5.1.1 no such user \u{7}here");
        app.post_meeting(SEED).await;
        let app = app.mailing_at(ANNOUNCED, &mailbox).await;
        for _ in 0..100 {
            if mailbox.refusals() > 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert_eq!(mailbox.refusals(), 1, "it is tried once");
        let secretary = app.secretary("Chengetai").await;
        let list = secretary.get("/desk/mail").await;
        assert!(list.words().contains("no such user"), "{}", list.words());
        let (meeting, _) = app.waiting().pop().expect("it waits");
        let review = secretary.get(&format!("/desk/meetings/{meeting}")).await;
        assert!(review.words().contains("does not take mail"), "{}", review.words());
    }

    /// What somebody typed stays in its place.
    async fn hostile_words_stay_words(app: TestApp) {
        let mailbox = Mailbox::open();
        let title = "=?utf-8?q?x?= \"<b>\" <script>alert(1)</script> Bcc: eve@evil.example";
        app.post_meeting(&with(SEED, &[("title", title)])).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let secretary = app.secretary("Chengetai").await;
        let reason = "a\r\n.\r\nQUIT\r\n\r\nBcc: eve@evil.example\r\n-- \r\n<img src=x onerror=alert(1)>";
        secretary.decide(&revision, "rejected", reason).await;
        let app = app.mailing_at(AFTER_UNDO, &mailbox).await;
        for mail in mailbox.mails(2).await {
            assert_sound(&mail, &app.base);
            assert!(mail.subject().ends_with(&title.replace("=?", "= ?")), "{}", mail.subject());
            assert_eq!(mail.to, "ana@dynamic.example.org");
            assert!(!mail.names.contains(&"bcc".to_owned()));
        }
    }

    /// A week and two days before, once each; and no more once it is not wanted.
    async fn what_lacks_is_asked_for_twice_unless_it_is_not_wanted(app: TestApp) {
        let mailbox = Mailbox::open();
        let lacking = with(SEED, &[("access_url", ""), ("access_label", ""), ("access_passcode", ""), ("link_to_follow", "yes"), ("start_day", "20")]);
        app.publish(&lacking).await;
        let first = app.mailing_at("2018-03-02T09:00:00Z", &mailbox).await;
        mailbox.mails(2).await;
        first.stop().await;
        let week = app.mailing_at("2018-03-13T14:00:00Z", &mailbox).await;
        let asked = mailbox.mails(3).await.remove(2);
        assert_sound(&asked, &week.base);
        assert_eq!(asked.subject(), format!("Something is still missing: {TITLE}"));
        assert_eq!(asked.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
        week.stop().await;
        let next_day = app.mailing_at("2018-03-14T14:00:00Z", &mailbox).await;
        mailbox.mails(3).await;
        next_day.stop().await;
        let days = app.mailing_at("2018-03-18T14:00:00Z", &mailbox).await;
        let again = mailbox.mails(4).await.remove(3);

        // Looking stops nothing; the mail program's button does.
        let stop = again.header("list-unsubscribe").trim_matches(['<', '>']).to_owned();
        let path = stop.strip_prefix(&days.base).expect("an address of ours");
        let page = app.visitor().get(path).await;
        assert!(page.words().contains("ana@dynamic.example.org"), "{}", page.words());
        let done = app.visitor().post(path, &[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(done.status, 200);
        days.publish(&with(&lacking, &[("title", "Another"), ("start_day", "19")])).await;
        days.stop().await;
        let _last = app.mailing_at("2018-03-18T15:00:00Z", &mailbox).await;
        let mails = mailbox.mails(6).await;
        assert!(subjects(&mails[4..]).iter().all(|one| !one.starts_with("Something")), "{:?}", subjects(&mails));
    }

    /// A series of which nobody has said anything for half a year.
    async fn a_series_is_asked_after_when_nobody_speaks_of_it(app: TestApp) {
        let mailbox = Mailbox::open();
        app.publish(&with(&weekly(), &[("count", "50")])).await;
        let _later = app.mailing_at("2018-09-10T09:00:00Z", &mailbox).await;
        let mails = mailbox.mails(1).await;
        assert!(mails[0].subject().starts_with("Is it still held?"), "{:?}", subjects(&mails));
    }

    /// Reviewers hear once a day what waits, and at once what begins soon.
    async fn the_desk_is_told_what_waits(app: TestApp) {
        let mailbox = Mailbox::open();
        let token = app.invite("anja@secretariat.example.org", Role::Reviewer);
        app.visitor().post(&format!("/desk/enter/{}", token.secret()), &[("name", "Anja")]).await;
        app.post_meeting(SEED).await;
        app.post_meeting(&with(SEED, &[("title", "Tomorrow"), ("start_day", "2"), ("start_time", "08:00"), ("end_time", "09:00")])).await;
        let today = app.mailing_at("2018-03-01T10:00:00Z", &mailbox).await;
        let mails = mailbox.mails(4).await;
        let to_desk: Vec<&Mail> = mails.iter().filter(|mail| mail.to == "anja@secretariat.example.org").collect();
        let mut told: Vec<&str> = to_desk.iter().map(|mail| mail.subject()).collect();
        told.sort_unstable();
        assert_eq!(told, ["2 entries wait for review", "Begins within 24 hours and waits for review: Tomorrow"]);
        for mail in &to_desk {
            assert_sound(mail, &today.base);
        }
        today.stop().await;
        let _tomorrow = app.mailing_at("2018-03-02T06:00:00Z", &mailbox).await;
        let mails = mailbox.mails(5).await;
        assert_eq!(mails[4].subject(), "2 entries wait for review");
    }
}

on_both_databases! {
    /// Whoever lost their private addresses gets new ones by mail, and nobody learns whose address is known.
    async fn who_lost_the_way_back_is_sent_it(app: TestApp) {
        let mailbox = Mailbox::open();
        app.post_meeting(&with(SEED, &[("title", "One"), ("poster_email", "Ana@dynamic.example.org")])).await;
        app.post_meeting(&with(SEED, &[("title", "Two")])).await;
        app.post_meeting(&with(SEED, &[("title", "Of others"), ("poster_email", "luis@example.org")])).await;
        let now = app.mailing_at(ANNOUNCED, &mailbox).await;
        mailbox.mails(3).await;
        let mut answers = Vec::new();
        for address in ["ana@dynamic.example.org", "ANA@DYNAMIC.example.org", "nobody@example.org"] {
            let page = now.visitor().post("/fr/lost", &[("email", address)]).await;
            answers.push((page.status, page.path.clone(), page.text));
        }
        assert_eq!(answers[0].0, 200);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        let mails = mailbox.mails(4).await;
        let back = &mails[3];
        assert_sound(back, &now.base);
        assert_eq!(back.to, "ana@dynamic.example.org");
        assert_eq!(back.subject(), "Vos adresses privées");
        let paths = back.paths(&now.base);
        assert_eq!(paths.len(), 2, "{}", back.text);
        for (path, title) in paths.iter().zip(["Two", "One"]) {
            let page = app.visitor().get(path).await;
            assert_eq!((page.status.as_u16(), page.texts("h1")), (200, vec![title.to_owned()]));
        }
        // Once an hour, however often it is asked for; what is no address is said to be none.
        now.visitor().post("/en/lost", &[("email", "ana@dynamic.example.org")]).await;
        mailbox.mails(4).await;
        let wrong = now.visitor().post("/en/lost", &[("email", "ana@")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.attributes("#email", "value"), ["ana@"]);
    }

    /// An address that leaked is made void by whoever has it or by the desk; the new one goes by mail.
    async fn a_private_address_that_leaked_is_made_void(app: TestApp) {
        let mailbox = Mailbox::open();
        let sent = app.post_meeting(SEED).await;
        let leaked = sent.attributes("#edit-address", "value").remove(0);
        let leaked = leaked.strip_prefix(&app.base).expect("an address of ours").to_owned();
        let now = app.mailing_at(ANNOUNCED, &mailbox).await;
        let mailed = mailbox.mails(1).await[0].paths(&now.base).remove(0);
        app.visitor().post(&format!("{leaked}/renew"), &[]).await;
        for void in [&leaked, &mailed] {
            assert_eq!(app.visitor().get(void).await.status, 404, "{void}");
        }
        let renewed = mailbox.mails(2).await[1].paths(&now.base).remove(0);
        assert_eq!(app.visitor().get(&renewed).await.status, 200);

        let (meeting, _) = app.waiting().pop().expect("it waits");
        let stranger = app.visitor().post(&format!("/desk/meetings/{meeting}/renew"), &[]).await;
        assert_eq!(stranger.status, 401);
        assert_eq!(app.visitor().get(&renewed).await.status, 200);
        let secretary = app.secretary("Chengetai").await;
        secretary.post(&format!("/desk/meetings/{meeting}/renew"), &[]).await;
        assert_eq!(app.visitor().get(&renewed).await.status, 404);
        let newest = mailbox.mails(3).await[2].paths(&now.base).remove(0);
        assert_eq!(app.visitor().get(&newest).await.status, 200);
    }
}

/// Without a mail server everything works, and the desk sees what would have been sent.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_the_desk_sees_what_would_be_sent() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(SEED).await;
    let secretary = app.secretary("Chengetai").await;
    let list = secretary.get("/desk/mail").await;
    assert!(list.words().contains("No mail is sent"), "{}", list.words());
    let letter = list.attributes(".queue a", "href").remove(0);
    let page = secretary.get(&letter).await;
    assert!(
        page.words().contains("We have your entry"),
        "{}",
        page.words()
    );
    assert!(!page.text.contains("/edit/"), "it holds no private address");
    assert_eq!(app.visitor().get(&letter).await.status, 401);
}

/// A folder takes the place of a mail server in trials.
#[tokio::test(flavor = "multi_thread")]
async fn a_folder_takes_one_file_a_mail() {
    let app = TestApp::on_sqlite().await;
    let folder = tempfile::tempdir().expect("a folder");
    app.post_meeting(SEED).await;
    let url = format!("file:{}", folder.path().display());
    let _mailing = app
        .beside_with(ANNOUNCED, |settings| settings.mail.smtp_url = url)
        .await;
    for _ in 0..100 {
        let files: Vec<_> = std::fs::read_dir(folder.path())
            .expect("a folder")
            .flatten()
            .collect();
        if let [file] = &files[..]
            && file.path().extension().is_some_and(|kind| kind == "eml")
        {
            let text = std::fs::read_to_string(file.path()).expect("a mail");
            assert!(text.contains("Subject: We have your entry"), "{text}");
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no mail is laid down");
}
