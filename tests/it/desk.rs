//! The secretariat's desk: who gets in, and what happens when two decide at once.

use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, with};

on_both_databases! {
    /// Two reviewers have the same entry open.
    async fn of_two_decisions_one_stands_and_the_other_is_told(app: TestApp) {
        app.post_meeting(SEED).await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let (chengetai, anja) = (app.secretary("Chengetai").await, app.secretary("Anja").await);
        let first = {
            let (desk, revision) = (chengetai.clone(), revision.clone());
            tokio::spawn(async move { desk.decide(&revision, "approved", "").await })
        };
        let second = {
            let (desk, revision) = (anja.clone(), revision.clone());
            tokio::spawn(async move { desk.decide(&revision, "rejected", "Not ours").await })
        };
        let answers = [first.await.expect("an answer"), second.await.expect("an answer")];
        let told: Vec<_> = answers.iter().filter(|page| page.status == 409).collect();
        assert_eq!(told.len(), 1, "{} {}", answers[0].status, answers[1].status);
        let words = told[0].words();
        let stands = words.contains("Chengetai decided before you: approved")
            || words.contains("Anja decided before you: rejected");
        assert!(stands, "{words}");
        let is_public = app.reader.get(&format!("/en/meetings/{meeting}")).await.status == 200;
        assert_eq!(is_public, words.contains("Chengetai decided before you"));
    }

    /// What should never have been approved goes from pages and feeds, and may come back.
    async fn a_meeting_is_taken_off_and_put_back(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let edit = confirmation.attributes("#edit-address", "value").pop().expect("an address");
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        desk.decide(&revision, "approved", "").await;
        let withdraw = format!("/desk/meetings/{meeting}/withdraw");
        let stranger = app.visitor().post(&withdraw, &[("withdraw_reason", "x")]).await;
        assert_eq!(stranger.status, 401);
        let silent = desk.post(&withdraw, &[("withdraw_reason", " ")]).await;
        assert_eq!(silent.status, 422);
        let public = format!("/en/meetings/{meeting}");
        assert_eq!(app.reader.get(&public).await.status, 200);

        let page = desk.post(&withdraw, &[("withdraw_reason", "The passcode leaked")]).await;
        assert!(page.words().contains("Taken off the calendar by Anja"), "{}", page.words());
        assert_eq!(page.path, "/desk");
        assert_eq!(app.reader.get(&public).await.status, 404);
        assert!(!app.reader.get("/calendar.ics").await.text.contains("Meeting XXV"));
        let standing = app.reader.get(&edit).await.words();
        assert!(standing.contains("took this meeting off") && standing.contains("leaked"), "{standing}");

        let check = app.reader.post(&edit, &[]).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let (_, again) = app.waiting().pop().expect("it waits again");
        desk.decide(&again, "approved", "").await;
        assert_eq!(app.reader.get(&public).await.status, 200);
        let feed = app.reader.get(&format!("/meetings/{meeting}.ics")).await.text;
        assert!(feed.contains("SEQUENCE:2"), "{feed}");
    }

    /// A one-time address opens the desk once, by its button, not by being looked at.
    async fn a_one_time_address_works_once(app: TestApp) {
        let token = app.invitation();
        let address = format!("/desk/enter/{}", token.secret());
        for _ in 0..3 {
            let page = app.visitor().get(&address).await;
            assert_eq!(page.status, 200, "a mail scanner uses nothing up");
        }
        let nameless = app.visitor().post(&address, &[("name", "  ")]).await;
        assert_eq!(nameless.status, 422);
        let secretary = app.visitor();
        assert_eq!(secretary.post(&address, &[("name", "Anja")]).await.path, "/desk");
        assert_eq!(app.visitor().post(&address, &[("name", "Eve")]).await.status, 410);

        assert_eq!(secretary.get("/desk").await.status, 200);
        secretary.post("/desk/leave", &[]).await;
        assert_eq!(secretary.get("/desk").await.status, 401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_the_desk_shows_and_does_nothing() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(SEED).await;
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let stranger = app.visitor();
    for path in ["/desk".to_owned(), format!("/desk/meetings/{meeting}")] {
        let page = stranger.get(&path).await;
        assert_eq!(page.status, 401, "{path}");
        assert!(!page.text.contains("Meeting XXV"), "{path}");
    }
    assert_eq!(stranger.decide(&revision, "approved", "").await.status, 401);
    let edit = stranger
        .post(&format!("/desk/meetings/{meeting}/edit"), &[])
        .await;
    assert_eq!(edit.status, 401);
    assert_eq!(app.waiting().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_revision_takes_the_place_of_the_one_on_the_screen() {
    let app = TestApp::on_sqlite().await;
    let confirmation = app.post_meeting(SEED).await;
    let edit = confirmation
        .attributes("#edit-address", "value")
        .pop()
        .expect("an address");
    let (_, old) = app.waiting().pop().expect("it waits");
    let check = app.reader.post(&edit, &[]).await;
    app.reader
        .post(&check.path.replace("/check", "/send"), &[])
        .await;

    let desk = app.secretary("Anja").await;
    let page = desk.decide(&old, "approved", "").await;
    assert_eq!(page.status, 409);
    assert!(page.words().contains("newer revision"), "{}", page.words());
    assert_eq!(app.waiting().len(), 1, "the newer one still waits");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_changes_an_entry_as_a_revision_of_its_own() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let desk = app.secretary("Anja").await;
    let check = desk
        .post(&format!("/desk/meetings/{meeting}/edit"), &[])
        .await;
    assert!(check.path.ends_with("/check"), "{}", check.path);
    let sent = desk.post(&check.path.replace("/check", "/send"), &[]).await;
    assert_eq!(
        sent.attributes("main a.button", "href"),
        [format!("/desk/meetings/{meeting}")]
    );
    assert_eq!(app.waiting().len(), 1);
    for page in ["/desk".to_owned(), format!("/desk/meetings/{meeting}")] {
        let words = desk.get(&page).await.words();
        let words = words.replace(['\u{2068}', '\u{2069}'], "");
        assert!(words.contains("Anja (secretariat)"), "{page}: {words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decided_meeting_is_found_by_its_reference() {
    let app = TestApp::on_sqlite().await;
    let reference = app.post_meeting(SEED).await.texts(".reference").remove(0);
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let desk = app.secretary("Anja").await;
    desk.decide(&revision, "rejected", "Twice the same").await;
    let typed = format!("/desk?q=+{}", reference.to_lowercase());
    let page = desk.get(&typed).await;
    assert_eq!(page.path, format!("/desk/meetings/{meeting}"));
    let bare = reference.to_lowercase().replace("igf-", "");
    let page = desk.get(&format!("/desk?q={bare}")).await;
    assert_eq!(page.path, format!("/desk/meetings/{meeting}"));
    let page = desk.get("/desk?q=IGF-000000").await;
    let words = page.words();
    assert!(
        words.contains("Nothing fits what you are looking for"),
        "{words}"
    );
}

/// After a decision the queue says what was decided and what comes next: what begins soonest.
#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_followed_by_what_comes_next() {
    let app = TestApp::on_sqlite().await;
    for (title, day) in [("Later", "20"), ("First", "9"), ("Soonest", "3")] {
        app.post_meeting(&with(SEED, &[("title", title), ("start_day", day)]))
            .await;
    }
    let desk = app.secretary("Anja").await;
    let queue = desk.get("/desk").await;
    assert_eq!(queue.texts(".pick h3"), ["Soonest", "First", "Later"]);
    let entry = queue.attributes(".pick h3 a", "href").remove(0);
    let action = desk
        .get(&entry)
        .await
        .attributes("form.decide", "action")
        .remove(0);
    let after = desk.post(&action, &[("verdict", "approved")]).await;
    assert_eq!(after.texts(".done[role=status] a"), ["Soonest", "First"]);
    assert!(
        after.words().contains("Decided (approved):"),
        "{}",
        after.words()
    );
    assert_eq!(desk.get(&entry).await.status, 200);
    // Whatever else stands in the address is let be.
    for odd in [
        "/desk?decided=x",
        "/desk?decided=00000000-0000-0000-0000-000000000000",
    ] {
        assert_eq!(desk.get(odd).await.texts(".done[role=status]").len(), 0);
    }
}
