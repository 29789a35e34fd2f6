//! Sessions at the desk: how they begin and end, told with the cookie in hand, as somebody would who
//! copied it.

use crate::on_both_databases;
use crate::support::app::{TestApp, Visitor};
use crate::support::meetings::SEED;
use chrono::TimeDelta;

/// Uses a one-time address; returns the cookie of the session as a request carries it.
async fn enter(app: &TestApp, with: &[(&str, &str)]) -> String {
    let path = format!("/desk/enter/{}", app.invitation().secret());
    let at_once = Visitor::at_once(&app.base);
    let headers: Vec<_> = [("sec-fetch-site", "same-origin")]
        .iter()
        .chain(with)
        .copied()
        .collect();
    let entered = at_once
        .post_with(&path, &[("name", "Anja")], &headers)
        .await;
    assert_eq!(entered.status, 303);
    let cookie = entered.header("set-cookie").split(';').next();
    cookie.expect("a cookie").to_owned()
}

async fn status(app: &TestApp, cookie: &str) -> u16 {
    let desk = app.visitor().get_with("/desk", &[("cookie", cookie)]).await;
    desk.status.as_u16()
}

on_both_databases! {
    async fn every_page_of_the_desk_has_the_way_out(app: TestApp) {
        app.post_meeting(SEED).await;
        let (meeting, _) = app.waiting().pop().expect("it waits");
        let cookie = enter(&app, &[]).await;
        for path in ["/desk", &format!("/desk/meetings/{meeting}")] {
            let page = app.visitor().get_with(path, &[("cookie", &cookie)]).await;
            assert_eq!(page.status, 200, "{path}");
            let ways = page.texts("form[action='/desk/leave'] button");
            assert_eq!(ways, ["Leave"], "{path}");
        }
    }

    async fn a_session_that_was_left_is_over_for_every_copy_of_its_cookie(app: TestApp) {
        let (left, other) = (enter(&app, &[]).await, enter(&app, &[]).await);
        assert_eq!(status(&app, &left).await, 200);
        let headers = [("cookie", left.as_str()), ("sec-fetch-site", "same-origin")];
        app.visitor().post_with("/desk/leave", &[], &headers).await;
        assert_eq!(status(&app, &left).await, 401);
        assert_eq!(status(&app, &other).await, 200);
    }

    async fn a_session_that_nobody_uses_ends_after_twelve_hours(app: TestApp) {
        let cookie = enter(&app, &[]).await;
        let over = app.beside_at("2018-03-01T21:01:00Z").await;
        assert_eq!(status(&over, &cookie).await, 401);
    }

    async fn a_session_that_is_used_lasts_seven_days_and_no_longer(app: TestApp) {
        let cookie = enter(&app, &[]).await;
        let at = |hours: i64, minutes: i64| {
            (app.now + TimeDelta::hours(hours) + TimeDelta::minutes(minutes)).to_rfc3339()
        };
        for hours in (11..=165).step_by(11) {
            let later = app.beside_at(&at(hours, 0)).await;
            assert_eq!(status(&later, &cookie).await, 200, "{hours} h");
            // The next one sweeps, which one of them does at a time.
            later.stop().await;
        }
        assert_eq!(status(&app.beside_at(&at(167, 59)).await, &cookie).await, 200);
        assert_eq!(status(&app.beside_at(&at(168, 1)).await, &cookie).await, 401);
    }

    async fn a_new_session_has_a_new_secret_and_ends_the_one_before(app: TestApp) {
        let before = enter(&app, &[]).await;
        let after = enter(&app, &[("cookie", &before)]).await;
        assert_ne!(before, after);
        assert_eq!(status(&app, &before).await, 401);
        assert_eq!(status(&app, &after).await, 200);
        // A secret that somebody else thought of is none.
        let planted = format!("session={}", "a".repeat(32));
        let given = enter(&app, &[("cookie", &planted)]).await;
        assert_ne!(given, planted);
        assert_eq!(status(&app, &planted).await, 401);
    }

    async fn a_one_time_address_is_over_after_a_week(app: TestApp) {
        let path = format!("/desk/enter/{}", app.invitation().secret());
        let in_time = app.beside_at("2018-03-08T08:59:00Z").await;
        assert_eq!(in_time.reader.get(&path).await.status, 200);
        let over = app.beside_at("2018-03-08T09:01:00Z").await;
        assert_eq!(over.reader.get(&path).await.status, 410);
        let refused = over.reader.post(&path, &[("name", "Eve")]).await;
        assert_eq!(refused.status, 410);
    }
}
