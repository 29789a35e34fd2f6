//! What the desk is told as a day nears, and the address to join, which stays when times change.

use crate::on_both_databases;
use crate::support::app::{TestApp, Visitor};
use crate::support::meetings::{SEED, with};

/// A meeting whose link is to follow, on a day of March 2018.
fn to_follow<'a>(title: &'a str, day: &'a str) -> Vec<(&'a str, &'a str)> {
    with(
        SEED,
        &[
            ("title", title),
            ("start_day", day),
            ("access_url", ""),
            ("access_label", ""),
            ("access_passcode", ""),
            ("link_to_follow", "yes"),
        ],
    )
}

/// Gives a meeting another day through its private address, and lets the desk approve it.
async fn reschedule(app: &TestApp, visitor: &Visitor, edit: &str, day: &str) {
    let when = visitor.post(edit, &[("page", "when")]).await;
    let check = visitor
        .post(&when.path, &with(SEED, &[("start_day", day)]))
        .await;
    visitor
        .post(&check.path.replace("/check", "/send"), &[])
        .await;
    let (_, revision) = app.waiting().pop().expect("it waits");
    app.secretary("Anja")
        .await
        .decide(&revision, "approved", "")
        .await;
}

on_both_databases! {
    /// The desk sees what people cannot join yet, soonest first, until it is mended.
    async fn a_link_to_follow_is_flagged_as_the_day_nears(app: TestApp at "2018-03-09T13:30:00Z") {
        for (title, day) in [("In a week", "16"), ("Later", "17"), ("Tomorrow", "10"), ("Now", "9")] {
            app.publish(&to_follow(title, day)).await;
        }
        app.publish(&with(SEED, &[("title", "Has its link"), ("start_day", "10")])).await;
        let cancelled = with(&to_follow("Cancelled", "10"), &[("status", "cancelled")]);
        app.publish(&cancelled).await;
        let placeless = with(
            SEED,
            &[
                ("title", "In Geneva"),
                ("start_day", "14"),
                ("mode", "hybrid"),
                ("venue_to_follow", "yes"),
            ],
        );
        app.publish(&placeless).await;
        app.post_meeting(&to_follow("Not published", "10")).await;

        let desk = app.secretary("Anja").await;
        let page = desk.get("/desk").await;
        assert_eq!(page.texts(".attention h3"), ["Now", "Tomorrow", "In Geneva", "In a week"]);
        assert_eq!(
            page.texts(".attention .badge"),
            ["Going on now", "Within two days", "Within a week", "Within a week"]
        );
        let concerns = page.texts(".attention .concerns");
        assert_eq!(concerns[0], "The link to join is still to follow.");
        assert_eq!(concerns[2], "The venue is still to be announced.");
        let times = page.texts(".attention .by").remove(1);
        assert!(
            times.contains("DCCG") && times.contains("10 March 2018") && times.contains("UTC"),
            "{times}"
        );

        // From the flag to the page on which it is mended.
        let entry = page.attributes(".attention h3 a", "href").remove(1);
        let review = desk.get(&entry).await;
        assert!(review.texts(".notice").join(" ").contains("still to follow"), "{}", review.words());
        let action = review.attributes("form.notice", "action").remove(0);
        let how = desk.post(&action, &[("page", "how")]).await;
        assert!(how.path.ends_with("/how"), "{}", how.path);
        let check = desk
            .post(&how.path, &[("mode", "virtual"), ("access_url", "https://zoom.us/j/1")])
            .await;
        desk.post(&check.path.replace("/check", "/send"), &[]).await;
        let waiting = app.waiting();
        let (_, revision) = waiting.iter().find(|(meeting, _)| entry.ends_with(meeting.as_str())).expect("it waits");
        assert_eq!(desk.get("/desk").await.texts(".attention h3").len(), 4, "not yet approved");
        desk.decide(revision, "approved", "").await;
        let page = desk.get("/desk").await;
        assert_eq!(page.texts(".attention h3"), ["Now", "In Geneva", "In a week"]);
        let public = app.reader.get(&entry.replace("/desk", "/en")).await;
        assert!(public.texts(".concerns").is_empty(), "readers are not bothered with it");
    }

    /// One address in calendars and mails, whatever becomes of the date.
    async fn the_join_address_stays_when_times_change(app: TestApp at "2018-03-09T12:45:00Z") {
        let call = with(
            SEED,
            &[
                ("access_url", "https://intgovforum.zoom.us/j/25"),
                ("access_passcode", ""),
                ("start_day", "16"),
            ],
        );
        let ana = app.visitor();
        let confirmation = app.post_meeting(&call).await;
        let edit = confirmation.attributes("#edit-address", "value").remove(0);
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let join = format!("/meetings/{meeting}/join");
        for path in [join.clone(), format!("{join}?stay"), format!("/en{join}")] {
            let page = app.reader.get(&path).await;
            assert_eq!(page.status, 404, "before it is published: {path}");
            assert!(!page.text.contains("zoom.us"), "{path}");
        }
        app.secretary("Anja").await.decide(&revision, "approved", "").await;
        let a_week_before = app.reader.get(&join).await;
        assert_eq!(a_week_before.path, format!("/en{join}"), "it is not time yet");

        reschedule(&app, &ana, &edit, "9").await;
        let at_the_new_time = app.reader.get_at_once(&join).await;
        assert_eq!(at_the_new_time.status, 302);
        assert_eq!(at_the_new_time.header("location"), "https://intgovforum.zoom.us/j/25");
        let feed = app.reader.get("/calendar.ics").await.text.replace("\r\n ", "");
        assert!(feed.contains(&join) && feed.contains("SEQUENCE:1"), "{feed}");

        reschedule(&app, &ana, &edit, "12").await;
        let at_the_old_time = app.reader.get(&join).await;
        assert_eq!(at_the_old_time.path, format!("/en{join}"));
        assert!(at_the_old_time.words().contains("intgovforum.zoom.us"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_without_cares_is_not_told_so() {
    let app = TestApp::on_sqlite().await;
    app.publish(&to_follow("Far ahead", "9")).await;
    let page = app.secretary("Anja").await.get("/desk").await;
    assert!(page.texts(".attention").is_empty(), "{}", page.words());
}
