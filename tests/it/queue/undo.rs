//! Undoing a decision within ten minutes: nobody was told, and all is as it was before.

use super::{bulk, entry, letters, plain, results, revision, row, sections};
use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::mailbox::Mailbox;
use crate::support::meetings::{SEED, with};
use crate::support::posted::Posted;
use igf_calendar::domain::MeetingId;
use igf_calendar::store::{DecisionsOf, MeetingState};
use std::time::Duration;

const LAST_MOMENT: &str = "2018-03-01T09:09:59Z";
const TOO_LATE: &str = "2018-03-01T09:10:00Z";

/// What the last decision on a meeting is undone by.
fn last_decision(app: &TestApp, meeting: &str) -> String {
    let meeting = MeetingId::parse(meeting).expect("an id");
    let mut lines = app
        .store
        .decisions(DecisionsOf::Meeting(meeting), 1)
        .expect("the store");
    lines.remove(0).id.expect("a decision").to_string()
}

async fn undo(desk: &Visitor, decisions: &[String]) -> Page {
    let fields: Vec<_> = decisions
        .iter()
        .map(|id| ("decision", id.as_str()))
        .collect();
    desk.post("/desk/undo", &fields).await
}

fn state(app: &TestApp, meeting: &str) -> MeetingState {
    let id = MeetingId::parse(meeting).expect("an id");
    app.store
        .meeting(id)
        .expect("the store")
        .expect("a meeting")
}

/// Nothing is wrong with the database.
fn is_whole(app: &TestApp) {
    let faults: Vec<_> = app
        .store
        .check()
        .expect("a check")
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

on_both_databases! {
    /// Whatever was decided on a new entry, it waits again where it stood, and can be decided on anew.
    async fn a_decision_on_a_new_entry_is_undone(app: TestApp) {
        app.post_meeting(&entry("Before", "8", &[])).await;
        app.post_meeting(&entry("Mistaken", "9", &[])).await;
        app.post_meeting(&entry("After", "10", &[])).await;
        let (chengetai, anja) = (app.secretary("Chengetai").await, app.secretary("Anja").await);
        let queue = chengetai.get("/desk").await;
        let (meeting, _) = app.waiting().remove(1);
        for (verdict, reason) in [("approved", ""), ("rejected", "Not ours"), ("changes-requested", "Who?")] {
            let done = chengetai.decide(&revision(&app, "Mistaken"), verdict, reason).await;
            assert!(done.words().contains("Until 09:10 UTC; nobody is told before"), "{}", done.words());
            assert_eq!(letters(&app).len(), 1);
            let is_public = app.reader.get(&format!("/en/meetings/{meeting}")).await.status == 200;
            assert_eq!(is_public, verdict == "approved");
            // The button of the page itself, pressed by somebody else.
            let button = done.attributes(".undo input[name=decision]", "value");
            assert_eq!(button, [last_decision(&app, &meeting)]);
            let undone = undo(&anja, &button).await;
            assert_eq!(undone.path, "/desk");
            assert!(undone.words().contains("Undone; it waits again: Mistaken"), "{}", undone.words());
            assert_eq!(sections(&undone), sections(&queue), "where it stood");
            assert!(letters(&app).is_empty(), "nobody will be told: {:?}", letters(&app));
            assert_eq!(app.reader.get(&format!("/en/meetings/{meeting}")).await.status, 404);
            assert!(!app.reader.get("/calendar.ics").await.text.contains("Mistaken"));
            let history = chengetai.get(&format!("/desk/meetings/{meeting}")).await.texts(".history li");
            let told = history.iter().any(|line| plain(line).contains("Undone by Anja on 1 March 2018, 09:00 UTC"));
            assert!(told, "{history:?}");
            is_whole(&app);
        }
        // Its age counts from when it was sent, and it is told apart from nothing.
        let sent: Vec<_> = state(&app, &meeting).history.iter().map(|entry| entry.sent).collect();
        assert!(sent.iter().all(|at| *at == sent[0]));
        let listed = anja.get("/desk?state=decided").await;
        assert_eq!(listed.texts(".verdict .badge.gone").len(), 3);
        assert!(listed.attributes("button", "class").iter().all(|class| class != "undo"));

        chengetai.decide(&revision(&app, "Mistaken"), "approved", "").await;
        assert_eq!(app.reader.get(&format!("/en/meetings/{meeting}")).await.status, 200);
        assert_eq!(letters(&app), [("published".to_owned(), "Mistaken".to_owned())]);
        is_whole(&app);
    }

    /// An approved change goes, what was public before is public again, and subscribers hear of both.
    async fn a_change_that_was_approved_is_undone(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let before = letters(&app).len();
        let check = call.answer(&app, "when", &with(SEED, &[("start_time", "16:00"), ("end_time", "17:00")])).await;
        call.approve(&app, &check).await;
        let feed = format!("/meetings/{}.ics", call.id);
        let ics = app.reader.get(&feed).await.text;
        assert!(ics.contains(":20180309T160000"), "{ics}");
        let undone = undo(&call.desk, &[last_decision(&app, &call.id)]).await;
        assert!(undone.words().contains("it waits again"), "{}", undone.words());
        let ics = app.reader.get(&feed).await.text;
        assert!(ics.contains(":20180309T140000") && ics.contains("SEQUENCE:2"), "{ics}");
        let page = call.page(&app).await;
        assert!(page.texts(".former").is_empty() && !page.words().contains("Rescheduled"), "{}", page.words());
        assert!(!page.words().contains("16:00"), "of what was undone nothing is told: {}", page.words());
        assert_eq!(letters(&app).len(), before);
        let waits = state(&app, &call.id);
        let pending = waits.pending.as_ref().expect("it waits");
        assert_eq!((pending.base, waits.waiting.len()), (waits.published.as_ref().map(|one| one.id), 1));
        is_whole(&app);

        // Approved after all: readers are told of the change from what they saw.
        let (_, again) = app.waiting().pop().expect("it waits");
        call.desk.decide(&again, "approved", "").await;
        let page = call.page(&app).await;
        assert!(plain(&page.words()).contains("16:00"), "{}", page.words());
        assert!(app.reader.get(&feed).await.text.contains("SEQUENCE:3"));
        // A server that starts now tells the same.
        let other = app.beside_at("2018-03-01T09:00:00Z").await;
        let same = other.reader.get(&format!("/en/meetings/{}", call.id)).await;
        assert_eq!(same.words(), page.words());
        is_whole(&app);
    }

    /// What was taken off comes back, as often as somebody slips.
    async fn a_withdrawal_is_undone(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let before = letters(&app).len();
        let withdraw = format!("/desk/meetings/{}/withdraw", call.id);
        for _ in 0..2 {
            let done = call.desk.post(&withdraw, &[("withdraw_reason", "Leaked")]).await;
            assert_eq!(call.page(&app).await.status, 404);
            assert_eq!(letters(&app).len(), before + 1);
            let button = done.attributes(".undo input[name=decision]", "value");
            let back = undo(&call.desk, &button).await;
            assert!(back.words().contains("Undone; it is on the calendar again"), "{}", back.words());
            assert_eq!(call.page(&app).await.status, 200);
            assert_eq!(letters(&app).len(), before);
            is_whole(&app);
        }
        // Off for good, then put back by a new revision that is undone in turn: off as it was.
        call.desk.post(&withdraw, &[("withdraw_reason", "For good")]).await;
        let off = last_decision(&app, &call.id);
        let check = call.press(&app, &[]).await;
        call.approve(&app, &check).await;
        let late = undo(&call.desk, &[off]).await;
        assert_eq!(late.status, 409);
        assert!(late.words().contains("Something was sent or decided since"), "{}", late.words());
        undo(&call.desk, &[last_decision(&app, &call.id)]).await;
        let state = state(&app, &call.id);
        assert!(state.published.is_none());
        assert_eq!(state.withdrawn.expect("it is off").reason, "For good");
        is_whole(&app);
    }

    /// What waited together waits together again, and whoever is in it is told once it is decided.
    async fn what_waited_together_waits_together(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        for (page, fields) in [
            ("who", with(SEED, &[("title", "By Ben"), ("poster_email", "ben@example.org"), ("poster_name", "Ben")])),
            ("when", with(SEED, &[("start_time", "16:00"), ("end_time", "17:00")])),
        ] {
            let check = call.answer(&app, page, &fields).await;
            app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        }
        let count = state(&app, &call.id).waiting.len();
        let before = letters(&app).len();
        let (_, newest) = app.waiting().pop().expect("they wait");
        call.desk.decide(&newest, "rejected", "Not now").await;
        let told = letters(&app).len();
        undo(&call.desk, &[last_decision(&app, &call.id)]).await;
        assert_eq!(letters(&app).len(), before);
        assert_eq!(state(&app, &call.id).waiting.len(), count);
        let (_, again) = app.waiting().pop().expect("they wait");
        call.desk.decide(&again, "rejected", "Not now").await;
        assert_eq!(letters(&app).len(), told, "the same people");
        is_whole(&app);
    }

    /// A form that was begun from what was decided on is sent as if nothing had happened.
    async fn a_form_begun_before_is_sent_after(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let edit = confirmation.attributes("#edit-address", "value").pop().expect("an address");
        let (meeting, waits) = app.waiting().pop().expect("it waits");
        let check = app.reader.post(&edit, &[]).await;
        let (draft, _) = check.path.rsplit_once('/').expect("a draft");
        app.reader.post(&format!("{draft}/who"), &with(SEED, &[("title", "Sent after all")])).await;
        let desk = app.secretary("Anja").await;
        desk.decide(&waits, "rejected", "Not ours").await;
        undo(&desk, &[last_decision(&app, &meeting)]).await;
        let sent = app.reader.post(&format!("{draft}/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}: {}", sent.path, sent.words());
        assert!(sent.texts(".meanwhile li").is_empty(), "nobody changed anything: {}", sent.words());
        let state = state(&app, &meeting);
        assert_eq!(state.pending.expect("it waits").details.said.title.as_str(), "Sent after all");
        // Whoever still has the page of the first is told that there is a newer one.
        let stale = desk.decide(&waits, "rejected", "Not ours").await;
        assert_eq!(stale.status, 409);
        assert!(stale.words().contains("A newer revision was sent meanwhile"), "{}", stale.words());
    }

    /// It is refused in plain words when it cannot be done, and done once however often it is pressed.
    async fn it_is_refused_when_it_is_too_late(app: TestApp) {
        app.post_meeting(SEED).await;
        let (meeting, waits) = app.waiting().pop().expect("it waits");
        let (chengetai, anja) = (app.secretary("Chengetai").await, app.secretary("Anja").await);
        chengetai.decide(&waits, "rejected", "Not ours").await;
        let decision = last_decision(&app, &meeting);
        let stranger = undo(&app.visitor(), std::slice::from_ref(&decision)).await;
        assert_eq!(stranger.status, 401);

        let late = app.beside_at(TOO_LATE).await;
        let refused = undo(&anja.at(&late.base), std::slice::from_ref(&decision)).await;
        assert_eq!(refused.status, 409);
        assert!(refused.words().contains("It is too late"), "{}", refused.words());
        assert!(anja.at(&late.base).get("/desk?state=decided").await.attributes("form.undo", "action").is_empty());

        let last = app.beside_at(LAST_MOMENT).await;
        let done = undo(&anja.at(&last.base), std::slice::from_ref(&decision)).await;
        assert_eq!(done.path, "/desk");
        let twice = undo(&anja, std::slice::from_ref(&decision)).await;
        assert_eq!(twice.path, "/desk", "the same button pressed twice");
        let other = undo(&chengetai, std::slice::from_ref(&decision)).await;
        assert_eq!(other.status, 409);
        assert!(plain(&other.words()).contains("Undone by Anja on"), "{}", other.words());
        assert_eq!(app.waiting().len(), 1);
        assert_eq!(undo(&chengetai, &["nonsense".to_owned()]).await.status, 404);
    }

    /// Once a letter has left, the decision stands.
    async fn what_was_told_is_not_undone(app: TestApp) {
        let mailbox = Mailbox::open();
        app.post_meeting(SEED).await;
        let (meeting, waits) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        desk.decide(&waits, "rejected", "Not ours").await;
        // The other server's clock is ahead of ours.
        let ahead = app.mailing_at("2018-03-01T09:10:30Z", &mailbox).await;
        mailbox.mails(2).await;
        ahead.stop().await;
        let refused = undo(&desk, &[last_decision(&app, &meeting)]).await;
        assert_eq!(refused.status, 409);
        assert!(refused.words().contains("A letter about it is on its way already"), "{}", refused.words());
        assert!(app.waiting().is_empty());

        // And what was undone is never told.
        app.post_meeting(SEED).await;
        let (meeting, waits) = app.waiting().pop().expect("it waits");
        desk.decide(&waits, "rejected", "Not ours").await;
        undo(&desk, &[last_decision(&app, &meeting)]).await;
        let sent = mailbox.count();
        let _later = app.mailing_at("2018-03-01T12:00:00Z", &mailbox).await;
        mailbox.mails(sent + 1).await;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let mails = mailbox.mails(sent + 1).await;
        assert!(mails.last().expect("a mail").subject().contains("We have your entry"), "{}", mails[sent].subject());
    }

    /// Many decided at once are undone each for itself, or all.
    async fn many_are_undone(app: TestApp) {
        for (title, day) in [("One", "10"), ("Two", "11"), ("Three", "12")] {
            app.post_meeting(&entry(title, day, &[])).await;
        }
        let all: Vec<String> = ["One", "Two", "Three"].map(|title| revision(&app, title)).into();
        let desk = app.secretary("Anja").await;
        let done = bulk(&desk, "spam", "", &all).await;
        let buttons = done.attributes(".results .undo input", "value");
        assert_eq!(buttons.len(), 3);
        let one = undo(&desk, &buttons[..1]).await;
        assert!(row(&one, "One").contains("One"));
        let every = done.attributes("main > form.undo input", "value");
        let undone = undo(&desk, &every).await;
        assert_eq!(results(&undone), ["One undone", "Two undone", "Three undone"]);
        assert_eq!(app.waiting().len(), 3);
        is_whole(&app);
    }
}
