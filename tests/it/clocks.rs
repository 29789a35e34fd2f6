//! Clocks that jump ahead or go back: nobody's words are let go for it, and nothing changes its order.

use crate::on_both_databases;
use crate::support::app::{TestApp, of_the_desk};
use crate::support::database::texts;
use crate::support::meetings::{SEED, details};
use chrono::{DateTime, TimeDelta, Utc};
use igf_calendar::acts::{Actor, Acts};
use igf_calendar::clock::Clock;
use igf_calendar::domain::text::Title;
use igf_calendar::domain::{MeetingDetails, MeetingId, Reason};
use igf_calendar::store::{Store, Swept};

/// A month after the announcement.
const JUMPED: &str = "2018-04-02T09:00:00Z";

fn sweep(store: &Store, now: DateTime<Utc>) -> Swept {
    let acts = Acts::new(store.clone(), Clock::Fixed(now));
    acts.sweep(&Actor::System).expect("a sweep")
}

fn titled(title: &str) -> MeetingDetails {
    details(SEED).saying(|said| said.title = Title::parse(title).expect("a title"))
}

fn withdraw(app: &TestApp, meeting: MeetingId, reason: &str) {
    let anja = Actor::Reviewer(of_the_desk("Anja"));
    let reason = Reason::parse(reason).expect("a reason");
    assert!(app.acts.withdraw(&anja, meeting, &reason).expect("an act"));
}

on_both_databases! {
    /// A server whose clock is a month ahead, for some hours and some restarts.
    async fn a_clock_that_jumps_ahead_lets_nothing_go(app: TestApp) {
        let check = app.reader.post("/en/post", SEED).await;
        let invitation = app.invitation();
        let desk = app.secretary("Anja").await;
        for hours in [0, 1, 5, 30] {
            let at = JUMPED.parse::<DateTime<Utc>>().expect("RFC 3339") + TimeDelta::hours(hours);
            let ahead = app.beside_at(&at.to_rfc3339()).await;
            assert_eq!(ahead.reader.post("/en/post", SEED).await.status, 200);
            ahead.invitation();
            ahead.secretary("Chengetai").await;
            let swept = sweep(&app.store, at);
            // Invitations that were used go at once; whether the open one is there, the end shows.
            assert_eq!((swept.drafts, swept.sessions), (0, 0), "{hours} h");
        }
        assert_eq!(app.reader.get(&check.path).await.status, 200, "the draft");
        assert_eq!(desk.get("/desk").await.texts("h1"), ["The desk"], "the session");
        let way = format!("/desk/enter/{}", invitation.secret());
        let entered = app.visitor().post(&way, &[("name", "Luis")]).await;
        assert_eq!(entered.path, "/desk", "the invitation");
    }

    /// Fourteen days on which a server was at work, wherever they lie.
    async fn what_nobody_touched_for_fourteen_days_goes(app: TestApp) {
        let check = app.reader.post("/en/post", SEED).await;
        app.invitation();
        let mut went = Swept::default();
        for day in 1..=30 {
            let swept = sweep(&app.store, app.now + TimeDelta::days(day));
            went.drafts += swept.drafts;
            went.invitations += swept.invitations;
            let there = app.reader.get(&check.path).await.status == 200;
            assert_eq!(there, day <= 14, "day {day}");
            assert_eq!(went.invitations, usize::from(day > 7 + 14), "day {day}");
        }
        assert_eq!(went.drafts, 1);
        for day in 31..400 {
            sweep(&app.store, app.now + TimeDelta::days(day));
        }
        let days = texts(&app.database, "SELECT day AS value FROM seen_days");
        assert!(days.len() <= 141, "{} days are remembered", days.len());
    }

    /// Days that a clock ran ahead for are none when it is right again.
    async fn days_that_never_were_do_not_count(app: TestApp) {
        let check = app.reader.post("/en/post", SEED).await;
        for day in 1000..1010 {
            sweep(&app.store, app.now + TimeDelta::days(day));
        }
        for day in 1..=14 {
            sweep(&app.store, app.now + TimeDelta::days(day));
        }
        assert_eq!(app.reader.get(&check.path).await.status, 200);
    }

    /// The log says what came last, whatever the clock says of it.
    async fn a_clock_that_goes_back_changes_no_order(app: TestApp) {
        let ahead = app.beside_at(JUMPED).await;
        let import = |app: &TestApp, title: &str| {
            let importer = Actor::Importer;
            app.acts.import_meeting(&importer, "record", &titled(title), true).expect("an import");
        };
        import(&app, "First");
        import(&ahead, "Second");
        import(&app, "Third");
        app.until_public().await;
        let published = app.store.published_since(0).expect("the log").meetings.remove(0);
        assert_eq!(published.details.said.title.as_str(), "Third");
        assert_eq!(published.sequence, 2);
        assert_eq!(published.modified, ahead.now, "it is never said to be older than it was");
        let titles: Vec<DateTime<Utc>> = published.history.iter().map(|change| change.at).collect();
        assert!(titles.is_sorted_by(|newer, older| newer >= older), "{titles:?}");
        let path = format!("/meetings/{}.ics", published.id);
        let mut feed = app.reader.get(&path).await;
        // The server hears of it, or looks every two seconds.
        for _ in 0..100 {
            if feed.text.contains("SEQUENCE:2") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            feed = app.reader.get(&path).await;
        }
        assert!(feed.text.contains("SEQUENCE:2\r\n"), "{}", feed.text);
        assert!(feed.text.contains("LAST-MODIFIED:20180402T090000Z\r\n"), "{}", feed.text);

        withdraw(&ahead, published.id, "The first reason");
        import(&app, "Fourth");
        let (_, revision) = app.waiting().remove(0);
        app.secretary("Anja").await.decide(&revision, "approved", "").await;
        withdraw(&app, published.id, "The second reason");
        let state = app.store.meeting(published.id).expect("a state").expect("a meeting");
        assert_eq!(state.withdrawn.expect("it is withdrawn").reason, "The second reason");
        assert!(app.store.check().expect("an answer").is_empty());
    }

    /// A session and an invitation hold by the clock as it is now.
    async fn what_has_expired_by_the_clock_opens_nothing(app: TestApp) {
        let invitation = app.invitation();
        let ahead = app.beside_at(JUMPED).await;
        let way = format!("/desk/enter/{}", invitation.secret());
        let refused = ahead.reader.post(&way, &[("name", "Luis")]).await;
        assert_ne!(refused.path, "/desk");
    }
}
