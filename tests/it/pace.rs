//! What comes too fast: from one e-mail address, and from all sides. Whoever has to wait is told so on the
//! page of the answers, and what they typed is sent later as it stands.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::database::texts;
use crate::support::meetings::{SEED, with};
use crate::support::posted::Posted;
use igf_calendar::acts::Acts;
use igf_calendar::clock::Clock;
use igf_calendar::domain::Role;
use igf_calendar::settings::{LimitSettings, Settings};

const HERS: &str = "ana@dynamic.example.org";

async fn limited(app: &TestApp, now: &str, change: impl FnOnce(&mut LimitSettings)) -> TestApp {
    app.beside_with(now, |settings| change(&mut settings.limits))
        .await
}

/// Fills in the form and presses the last button; where it is, once all is typed.
async fn send(visitor: &Visitor, fields: &[(&str, &str)]) -> (String, Page) {
    let check = visitor.post("/en/post", fields).await;
    assert!(check.path.ends_with("/check"), "{:?}", check.errors());
    let send = check.path.replace("/check", "/send");
    let sent = visitor.post(&send, &[]).await;
    (send, sent)
}

fn wait(page: &Page) -> u64 {
    page.header("retry-after").parse().expect("seconds")
}

/// It is not sent, and all of it is there.
async fn assert_held_back(app: &TestApp, (send, page): &(String, Page), words: &str) {
    assert_eq!(page.status, 429, "{}", page.words());
    let notice = page.texts(".error-summary").join(" ");
    assert!(notice.contains("Not sent yet"), "{notice}");
    assert!(
        notice.contains(words) && notice.contains("kept at this address"),
        "{notice}"
    );
    let title = "DC Coordination Group, Virtual Meeting XXV";
    assert_eq!(page.texts("h2.title"), [title]);
    assert_eq!(page.attributes("form.long", "action"), [send.as_str()]);
    let later = app.reader.get(&send.replace("/send", "/check")).await;
    assert_eq!(later.texts("h2.title"), [title]);
}

on_both_databases! {
    async fn one_address_sends_so_many_in_a_day(app: TestApp) {
        let few = limited(&app, NOW, |limits| limits.sent_per_address_and_day = 2).await;
        assert_eq!(send(&few.reader, SEED).await.1.status, 200);
        let capitals = with(SEED, &[("poster_email", "ANA@Dynamic.Example.org")]);
        assert_eq!(send(&few.reader, &capitals).await.1.status, 200);
        let third = send(&few.reader, SEED).await;
        assert_held_back(&few, &third, "2 entries were sent within a day").await;
        assert_eq!(wait(&third.1), 3600);
        assert_eq!(app.waiting().len(), 2);
        let other = with(SEED, &[("poster_email", "luis@dynamic.example.org")]);
        assert_eq!(send(&few.reader, &other).await.1.status, 200);
        // A change counts like anything else, also from elsewhere.
        let elsewhere = Visitor::from(&few.base, [127, 0, 0, 2]);
        assert_eq!(send(&elsewhere, SEED).await.1.status, 429);
        let tomorrow = limited(&app, "2018-03-02T09:00:01Z", |limits| {
            limits.sent_per_address_and_day = 2;
        }).await;
        let sent = tomorrow.reader.post(&third.0, &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        assert_eq!(app.waiting().len(), 4);
    }

    async fn one_address_has_so_many_waiting(app: TestApp) {
        let few = limited(&app, NOW, |limits| limits.waiting_per_address = 2).await;
        let posted = Posted::publish(&few, SEED).await;
        for _ in 0..2 {
            assert_eq!(send(&few.reader, SEED).await.1.status, 200);
        }
        let third = send(&few.reader, SEED).await;
        assert_held_back(&few, &third, "2 entries wait for the secretariat").await;
        // A change of what is there makes the heap no higher than it is.
        let change = posted.press(&few, &[("status", "cancelled")]).await;
        let (draft, _) = change.path.rsplit_once('/').expect("a draft");
        let sent = few.reader.post(&format!("{draft}/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        let (_, revision) = app.waiting().remove(0);
        posted.desk.decide(&revision, "approved", "").await;
        let (_, revision) = app.waiting().pop().expect("the change waits");
        posted.desk.decide(&revision, "approved", "").await;
        let sent = few.reader.post(&third.0, &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        // Pressed again it leads to the same, however much waits.
        let again = few.reader.post(&third.0, &[]).await;
        assert!(again.path.ends_with("/sent"), "{}", again.words());
    }

    /// The private addresses are mailed once an hour, and no more than so often in a day, whoever asks.
    async fn one_address_is_mailed_so_often(app: TestApp) {
        app.post_meeting(SEED).await;
        for hour in 9..20 {
            let now = format!("2018-03-01T{hour:02}:00:00Z");
            let asked = limited(&app, &now, |limits| limits.letters_per_address_and_day = 3).await;
            for _ in 0..2 {
                let page = asked.reader.post("/en/lost", &[("email", HERS)]).await;
                assert_eq!(page.status, 200);
            }
            let unknown = asked.reader.post("/en/lost", &[("email", "nobody@example.org")]).await;
            assert_eq!(unknown.status, 200, "the answer is the same for all");
            asked.stop().await;
        }
        let written = |address: &str| {
            let query = format!(
                "SELECT id AS value FROM outbox WHERE kind = 'private-address' AND recipient = '{address}'"
            );
            texts(&app.database, &query).len()
        };
        assert_eq!((written(HERS), written("nobody@example.org")), (3, 3));
    }

    /// When very much comes from all sides, everybody sends slowly, nothing is lost, and the desk knows.
    async fn the_brake_slows_everybody_and_tells_the_desk(app: TestApp) {
        let invitation = app.invite("anja@igf.example.org", Role::Reviewer);
        let desk = app.visitor();
        desk.post(&format!("/desk/enter/{}", invitation.secret()), &[("name", "Anja")]).await;
        let braked = limited(&app, NOW, |limits| limits.sent_per_hour = 3).await;
        let at_braked = desk.at(&braked.base);
        for number in 0..4 {
            let address = format!("poster{number}@example.org");
            let fields = with(SEED, &[("poster_email", address.as_str())]);
            assert_eq!(send(&braked.reader, &fields).await.1.status, 200, "{number}");
        }
        // From now on one client sends one in a minute.
        assert_eq!(send(&braked.reader, SEED).await.1.status, 200);
        let held_back = send(&braked.reader, SEED).await;
        assert_held_back(&braked, &held_back, "Very many entries are arriving").await;
        assert!((1..=60).contains(&wait(&held_back.1)), "{}", wait(&held_back.1));
        let elsewhere = Visitor::from(&braked.base, [127, 0, 0, 2]);
        assert_eq!(send(&elsewhere, SEED).await.1.status, 200);
        assert_eq!(send(&elsewhere, SEED).await.1.status, 429);
        for _ in 0..2 {
            assert_eq!(send(&at_braked, SEED).await.1.status, 200, "the desk does not wait");
        }
        let queue = at_braked.get("/desk").await;
        assert!(queue.words().contains("Within an hour 8 entries came"), "{}", queue.words());
        assert!(!desk.get("/desk").await.words().contains("Within an hour"), "other settings");

        let limits = {
            let mut limits = Settings::defaults().expect("defaults").limits;
            limits.sent_per_hour = 3;
            limits
        };
        for _ in 0..2 {
            let acts = Acts::new(app.store.clone(), Clock::Fixed(app.now)).within(&limits);
            acts.tell_desk().expect("an act");
        }
        let told = "SELECT recipient AS value FROM outbox WHERE kind = 'rush'";
        assert_eq!(texts(&app.database, told), ["anja@igf.example.org"]);
        let ids = texts(&app.database, "SELECT id AS value FROM outbox WHERE kind = 'rush'");
        let letter = desk.get(&format!("/desk/mail/{}", ids[0])).await;
        assert!(letter.words().contains("More entries have come within an hour"), "{}", letter.words());

        let next_minute = limited(&app, "2018-03-01T09:01:00Z", |limits| {
            limits.sent_per_hour = 3;
        }).await;
        let sent = next_minute.reader.post(&held_back.0, &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        let next_hour = limited(&app, "2018-03-01T10:01:01Z", |limits| {
            limits.sent_per_hour = 3;
        }).await;
        for _ in 0..2 {
            assert_eq!(send(&next_hour.reader, SEED).await.1.status, 200);
        }
    }

    /// What a form noticed is told to the desk, and keeps nobody out.
    async fn how_a_form_was_filled_in_is_told_to_the_desk(app: TestApp) {
        let form = app.reader.get("/en/post").await;
        let opened = form.attributes("input[name=opened]", "value");
        assert_eq!(opened, [app.now.timestamp().to_string()]);
        assert_eq!(form.attributes(".unseen", "aria-hidden"), ["true"]);
        assert_eq!(form.attributes(".unseen input", "tabindex"), ["-1"]);
        let earlier = (app.now.timestamp() - 600).to_string();
        let future = (app.now.timestamp() + 600).to_string();
        let quick = "From opening the form to sending it took 1 second";
        let hidden = "A field was filled that people do not see";
        for (noticed, expected) in [
            (vec![("opened", opened[0].as_str()), ("homepage", "")], vec![quick]),
            (vec![("opened", &earlier), ("homepage", "")], vec![]),
            (vec![("opened", &earlier), ("homepage", "https://spam.example")], vec![hidden]),
            (vec![("opened", &future), ("homepage", "x")], vec![quick, hidden]),
            (vec![("opened", "soon")], vec![quick]),
            (vec![], vec![quick]),
        ] {
            let (_, sent) = send(&app.reader, &with(SEED, &noticed)).await;
            assert!(sent.path.ends_with("/sent"), "{noticed:?}: {}", sent.words());
            let (meeting, _) = app.waiting().pop().expect("it waits");
            let desk = app.secretary("Anja").await;
            let page = desk.get(&format!("/desk/meetings/{meeting}")).await;
            let told = page.texts("[aria-labelledby=signs] li");
            assert_eq!(told.len(), expected.len(), "{noticed:?}: {told:?}");
            for (told, expected) in told.iter().zip(expected) {
                assert!(told.starts_with(expected), "{told}");
            }
        }
    }
}
