//! A series after it was published: one date cancelled, one moved, the rest changed, what was held
//! left alone, recordings added, and the group asked whether it still meets.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, of_the_desk};
use crate::support::calendars::{ReadOccurrence, read_by_all};
use crate::support::lint::lint_ical;
use crate::support::meetings::{SEED, second_page, weekly, with};
use crate::support::posted::Posted;
use igf_calendar::acts::{Actor, Acts};
use igf_calendar::clock::Clock;
use igf_calendar::domain::{Decision, Verdict};

/// Five Fridays from 9 March 2018, 14:00 in Geneva, into a room without a passcode.
fn fridays() -> Vec<(&'static str, &'static str)> {
    let room = [
        ("access_passcode", ""),
        ("access_url", "https://zoom.us/j/1"),
    ];
    with(&weekly(), &room)
}

/// The second page for one date alone.
fn one_date<'a>(answers: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    with(&second_page(&[("held", "once")]), answers)
}

/// Start, state and title of each occurrence, as three programs read the feed.
async fn in_feed(app: &TestApp) -> Vec<String> {
    let feed = app.reader.get("/calendar.ics?past=all").await;
    assert_eq!(lint_ical(&feed.bytes), Vec::<String>::new());
    let told = |one: ReadOccurrence| {
        let (status, summary) = (
            one.status.unwrap_or_default(),
            one.summary.unwrap_or_default(),
        );
        let summary = summary.replace("DC Coordination Group, Virtual Meeting XXV", "Call");
        format!("{} {status} {summary}", &one.start_utc[5..16])
    };
    read_by_all(&feed.text)
        .occurrences
        .into_iter()
        .map(told)
        .collect()
}

fn plain(text: &str) -> String {
    text.replace('\u{2009}', " ")
        .replace(['\u{2068}', '\u{2069}'], "")
}

/// Day and hours of each line of a list.
fn listed(page: &Page) -> Vec<String> {
    page.texts(".entry .lead")
        .iter()
        .map(|lead| plain(lead))
        .collect()
}

on_both_databases! {
    async fn one_date_is_cancelled_and_another_moved_alone(app: TestApp) {
        let call = Posted::publish(&app, &fridays()).await;
        assert_eq!(
            in_feed(&app).await,
            [
                "03-09T13:00 CONFIRMED Call",
                "03-16T13:00 CONFIRMED Call",
                "03-23T13:00 CONFIRMED Call",
                "03-30T12:00 CONFIRMED Call",
                "04-06T12:00 CONFIRMED Call",
            ]
        );
        let list = app.reader.get("/en/").await;
        assert_eq!(
            listed(&list),
            ["13:00 – 14:00 UTC", "13:00 – 14:00 UTC", "13:00 – 14:00 UTC", "12:00 – 13:00 UTC", "12:00 – 13:00 UTC"]
        );
        assert_eq!(list.texts(".entry .one-of"), ["One of a series"; 5]);

        // The button leads to the place for the reason; the times are left alone.
        let cancel = [("scope", "one:2018-03-23"), ("status", "cancelled")];
        let when = call.press(&app, &cancel).await;
        assert!(when.path.ends_with("/when"), "{}", when.path);
        assert_eq!(when.attributes("#start_day", "value"), ["23"]);
        assert!(when.texts(".notice")[0].contains("one date only: Friday, 23 March 2018"));
        assert_eq!(when.texts("#held, #precision"), [""; 0], "one date is no series of its own");
        let answers = one_date(&[("start_day", "23"), ("status", "cancelled"), ("status_note", "A holiday.")]);
        let check = call.answer_after(&app, &cancel, "when", &answers).await;
        assert!(check.words().contains("You are changing one date only: Friday, 23 March 2018."));
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let review = call.desk.get(&format!("/desk/meetings/{}", call.id)).await;
        assert_eq!(
            review.texts(".told li").iter().map(|line| plain(line)).collect::<Vec<_>>(),
            ["Friday, 23 March 2018, 14:00 – 15:00 Zurich (UTC+1): Cancelled: it does not take place."]
        );
        assert_eq!(
            review.texts(".diff tbody tr"),
            [
                "When Friday, 23 March 2018, 14:00 – 15:00 Zurich (UTC+1) \
                 Friday, 23 March 2018, 14:00 – 15:00 Zurich (UTC+1) · Cancelled",
                "Friday, 23 March 2018 – Why it is not as planned A holiday.",
            ]
        );
        assert_eq!(review.texts(".dates .badge"), ["Cancelled"]);
        call.approve(&app, &check).await;

        let one = [("scope", "one:2018-03-30")];
        let moved = one_date(&[("start_day", "31"), ("start_time", "10:00"), ("end_time", "11:30")]);
        let check = call.answer_after(&app, &one, "when", &moved).await;
        call.approve(&app, &check).await;

        assert_eq!(
            in_feed(&app).await,
            [
                "03-09T13:00 CONFIRMED Call",
                "03-16T13:00 CONFIRMED Call",
                "03-23T13:00 CANCELLED [Cancelled] Call",
                "03-31T08:00 CONFIRMED [Rescheduled] Call",
                "04-06T12:00 CONFIRMED Call",
            ]
        );
        let off = app.reader.get(&format!("/en/meetings/{}?on=2018-03-23", call.id)).await;
        assert_eq!(off.texts(".head .badge"), ["Cancelled"]);
        assert!(off.words().contains("A holiday."));
        let moved = app.reader.get(&format!("/en/meetings/{}?on=2018-03-30", call.id)).await;
        assert_eq!(moved.texts(".when .headline"), ["Saturday, 31 March 2018"]);
        assert_eq!(
            moved.texts(".former del").iter().map(|date| plain(date)).collect::<Vec<_>>(),
            ["Friday, 30 March 2018, 14:00 – 15:00 Zurich (UTC+2)"]
        );
        let next = call.page(&app).await;
        assert_eq!(next.texts(".head .badge"), [""; 0], "the next one is as planned");
        let history: Vec<String> = next.texts(".changed > div").iter().map(|line| plain(line)).collect();
        assert_eq!(
            history,
            [
                "1 March 2018 Rescheduled: now \
                 Saturday, 31 March 2018, 10:00 – 11:30 Zurich (UTC+2); before, Friday, 30 March 2018, \
                 14:00 – 15:00 Zurich (UTC+2).",
                "1 March 2018 Friday, 23 March 2018, 14:00 – 15:00 Zurich (UTC+1): Cancelled: it does not take place.",
            ]
        );

        // And held after all.
        let back = [("scope", "one:2018-03-23"), ("status", "confirmed")];
        let check = call.press(&app, &back).await;
        assert!(check.path.ends_with("/check"), "{}", check.path);
        call.approve(&app, &check).await;
        assert_eq!(in_feed(&app).await[2], "03-23T13:00 CONFIRMED Call");
    }

    async fn what_was_held_stays_when_the_rest_changes(app: TestApp at "2018-03-17T12:00:00Z") {
        let call = Posted::publish(&app, &fridays()).await;
        // All that are to come: an hour later. The form begins with the next one.
        let check = call.press(&app, &[]).await;
        assert!(check.words().contains("23 March 2018"), "{}", check.words());
        assert!(!check.words().contains("16 March 2018"), "{}", check.words());
        let rest = one_date(&[("held", "series"), ("start_day", "23"), ("start_time", "15:00"), ("end_time", "16:00")]);
        let check = call.answer(&app, "when", &rest).await;
        call.approve(&app, &check).await;
        assert_eq!(
            in_feed(&app).await,
            [
                "03-09T13:00 CONFIRMED Call",
                "03-16T13:00 CONFIRMED Call",
                "03-23T14:00 CONFIRMED Call",
                "03-30T13:00 CONFIRMED Call",
                "04-06T13:00 CONFIRMED Call",
            ]
        );

        // From one on: another title, and nothing before it.
        let who = with(
            &fridays(),
            &[("title", "Another call"), ("held", ""), ("step", ""), ("count", ""), ("ends", "")],
        );
        let from = [("scope", "from:2018-03-30")];
        let check = call.answer_after(&app, &from, "who", &who).await;
        assert!(check.words().contains("You are changing the series from Friday, 30 March 2018 on."));
        call.approve(&app, &check).await;
        let feed = in_feed(&app).await;
        assert_eq!(feed[2..], ["03-23T14:00 CONFIRMED Call", "03-30T13:00 CONFIRMED Another call", "04-06T13:00 CONFIRMED Another call"]);

        // Nobody can reach back: the error names the field, and what was typed is there.
        let begun = call.press(&app, &[]).await;
        let early = one_date(&[("held", "series"), ("start_day", "16")]);
        let refused = app.reader.post(&begun.path.replace("/check", "/when"), &early).await;
        assert!(refused.path.ends_with("/when"), "{}", refused.path);
        let errors = refused.errors();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].starts_with("start_date: "), "{errors:?}");
        assert!(errors[0].contains("17 March 2018"), "{errors:?}");
        assert_eq!(refused.attributes("#start_day", "value"), ["16"]);

        // Called off as a whole: what was held was held.
        let off = call.press(&app, &[("status", "cancelled")]).await;
        assert!(off.path.ends_with("/when"), "{}", off.path);
        let rest = one_date(&[("held", "series"), ("start_day", "23"), ("start_time", "15:00"), ("end_time", "16:00"), ("status", "cancelled")]);
        let check = call.answer_after(&app, &[("status", "cancelled")], "when", &rest).await;
        call.approve(&app, &check).await;
        let feed = in_feed(&app).await;
        let cancelled = feed.iter().filter(|line| line.contains("CANCELLED")).count();
        assert_eq!((feed.len(), cancelled), (5, 3), "{feed:?}");
        assert!(app.reader.get("/en/past").await.texts(".entry .badge").is_empty());
    }

    async fn what_the_desk_rejected_does_not_come_along_with_another_change(app: TestApp) {
        let call = Posted::publish(&app, &fridays()).await;
        let who = with(
            &fridays(),
            &[("title", "Unwanted"), ("held", ""), ("step", ""), ("count", ""), ("ends", "")],
        );
        let check = call.answer(&app, "who", &who).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let (_, revision) = app.waiting().pop().expect("the change waits");
        call.desk.decide(&revision, "rejected", "Not ours.").await;

        let cancel = [("scope", "one:2018-03-23"), ("status", "cancelled")];
        let answers = one_date(&[("start_day", "23"), ("status", "cancelled")]);
        let check = call.answer_after(&app, &cancel, "when", &answers).await;
        call.approve(&app, &check).await;
        let feed = in_feed(&app).await;
        assert!(feed[2].contains("CANCELLED"), "{feed:?}");
        assert!(feed.iter().all(|line| line.ends_with("Call")), "{feed:?}");
    }

    /// As of a meeting that is held once, so of a single date.
    async fn words_that_were_taken_off_do_not_come_back_with_the_history(app: TestApp) {
        let call = Posted::publish(&app, &fridays()).await;
        let one = [("scope", "one:2018-03-23")];
        for title in ["Call, passcode hush", "Another call"] {
            let who = with(
                &fridays(),
                &[("title", title), ("held", ""), ("step", ""), ("count", ""), ("ends", "")],
            );
            let check = call.answer_after(&app, &one, "who", &who).await;
            call.approve(&app, &check).await;
        }
        assert!(call.page(&app).await.text.contains("hush"));
        let withdraw = format!("/desk/meetings/{}/withdraw", call.id);
        call.desk.post(&withdraw, &[("withdraw_reason", "Too much is said in it")]).await;
        let check = call.press(&app, &[]).await;
        call.approve(&app, &check).await;
        assert!(!call.page(&app).await.text.contains("hush"));
    }

    async fn each_date_says_the_pattern_that_it_is_part_of(app: TestApp) {
        let call = Posted::publish(&app, &fridays()).await;
        let from = [("scope", "from:2018-03-30")];
        let dates = [("step", "month-last-weekday"), ("ends", "count"), ("count", "2")];
        let begun = call.press(&app, &from).await;
        let list = app.reader.post(&begun.path.replace("/check", "/dates"), &dates).await;
        let check = app.reader.post(&list.path, &[]).await;
        call.approve(&app, &check).await;
        let weekly = call.page(&app).await;
        assert!(weekly.words().contains("Every week"), "{}", weekly.words());
        let monthly = app.reader.get(&format!("/en/meetings/{}?on=2018-04-27", call.id)).await;
        assert!(monthly.words().contains("Every month"), "{}", monthly.words());
    }

    async fn a_change_that_waited_does_not_rewrite_what_was_held_meanwhile(app: TestApp at "2018-03-17T12:00:00Z") {
        let call = Posted::publish(&app, &fridays()).await;
        let rest = one_date(&[("held", "series"), ("start_day", "23"), ("start_time", "15:00"), ("end_time", "16:00")]);
        let check = call.answer(&app, "when", &rest).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let revision = app.store.queue().expect("the queue").remove(0).revision;

        // The desk reads it a week later, when the call of the 23rd is over.
        let decision = Decision::new(Verdict::Approved, None).expect("a decision");
        let later = "2018-03-24T09:00:00Z".parse().expect("a time");
        let chengetai = Actor::Reviewer(of_the_desk("Chengetai"));
        let acts = Acts::new(app.store.clone(), Clock::Fixed(later));
        acts.decide(&chengetai, revision, &decision).expect("it is decided");
        assert!(app.waiting().is_empty());
        let published = app.store.published_since(0).expect("the log").meetings.remove(0);
        let starts: Vec<String> = published.details.occurrences()
            .iter()
            .filter_map(|one| one.times.extent())
            .map(|(start, _)| start.format("%m-%d %H:%M").to_string())
            .collect();
        assert_eq!(
            starts,
            ["03-09 13:00", "03-16 13:00", "03-23 13:00", "03-30 13:00", "04-06 13:00"],
            "the 23rd as it was held, the others an hour later"
        );
    }

    async fn a_recording_belongs_to_the_date_that_was_recorded(app: TestApp at "2018-03-17T12:00:00Z") {
        // Of all dates at once, those to come among them, nothing came out.
        let check = app.reader.post("/en/post", &fridays()).await;
        assert!(check.path.ends_with("/check"), "{}: {:?}", check.path, check.errors());
        let changes = check.attributes(".changes a", "href");
        assert!(!changes.iter().any(|path| path.ends_with("/after")), "{changes:?}");

        let call = Posted::publish(&app, &fridays()).await;
        let page = app.reader.get(&call.edit).await;
        assert_eq!(page.texts("#held ~ ol li summary").len(), 2, "two were held");
        let held = [("scope", "one:2018-03-09"), ("page", "after")];
        let outcomes = [
            ("outcome_kind", "recording"),
            ("outcome_label", ""),
            ("outcome_url", "https://rec.example.org/9"),
            ("participants", "42"),
        ];
        let check = call.answer_after(&app, &held, "after", &outcomes).await;
        call.approve(&app, &check).await;

        let recorded = app.reader.get(&format!("/en/meetings/{}?on=2018-03-09", call.id)).await;
        assert!(recorded.text.contains("https://rec.example.org/9"));
        assert!(recorded.words().contains("42 people took part"), "{}", recorded.words());
        let other = app.reader.get(&format!("/en/meetings/{}?on=2018-03-16", call.id)).await;
        assert!(!other.text.contains("rec.example.org"));
        let list = app.reader.get("/en/past?recording=yes").await;
        assert_eq!(list.texts(".entry").len(), 1);

        // Nothing else of it can be changed.
        let begun = call.press(&app, &[("scope", "one:2018-03-09")]).await;
        let who = with(&fridays(), &[("title", "It was another"), ("held", ""), ("step", ""), ("count", ""), ("ends", "")]);
        let refused = app.reader.post(&begun.path.replace("/check", "/who"), &who).await;
        assert!(refused.path.ends_with("/when"), "{}", refused.path);
        assert!(refused.errors()[0].starts_with("precision: "), "{:?}", refused.errors());
    }

    async fn a_group_is_asked_whether_it_still_meets(app: TestApp) {
        let confirm = [("confirm_day", "20"), ("confirm_month", "3"), ("confirm_year", "2018")];
        let call = Posted::publish(&app, &with(&fridays(), &confirm)).await;
        let feed = in_feed(&app).await;
        assert_eq!(feed[1], "03-16T13:00 CONFIRMED Call");
        assert_eq!(feed[2], "03-23T13:00 TENTATIVE [Tentative] Call");
        let list = app.reader.get("/en/").await;
        assert_eq!(list.texts(".entry .badge"), ["Tentative"; 3]);

        // 22 days before the first of them nobody is bothered; here it is 22 days: one more to go.
        let later = call.desk.get("/desk").await;
        assert!(!later.words().contains("are you still meeting"), "{}", later.words());

        // The group says so, and the dates stand.
        let page = app.reader.get(&call.edit).await;
        assert!(page.words().contains("Are you still meeting on these dates?"), "{}", page.words());
        let check = call.press(&app, &[("confirm", "yes")]).await;
        assert!(check.path.ends_with("/check"), "{}", check.path);
        call.approve(&app, &check).await;
        assert!(in_feed(&app).await.iter().all(|line| line.contains("CONFIRMED")));
        assert!(!app.reader.get(&call.edit).await.words().contains("Are you still meeting on these dates?"));
    }

    async fn the_desk_hears_in_time_of_dates_that_nobody_confirmed(app: TestApp at "2018-03-04T12:00:00Z") {
        let confirm = [("confirm_day", "20"), ("confirm_month", "3"), ("confirm_year", "2018")];
        let call = Posted::publish(&app, &with(&fridays(), &confirm)).await;
        let desk = call.desk.get("/desk").await;
        assert!(desk.words().contains("are you still meeting"), "{}", desk.words());
    }

    async fn the_same_meeting_posted_beside_its_series_is_noticed(app: TestApp) {
        let call = Posted::publish(&app, &fridays()).await;
        let again = with(SEED, &[("start_day", "23"), ("start_time", "17:00"), ("end_time", "18:00")]);
        let check = app.reader.post("/en/post", &again).await;
        let cautions = check.texts(".caution li");
        assert_eq!(cautions.len(), 1, "{cautions:?}");
        assert!(cautions[0].contains("Friday, 23 March 2018"), "{cautions:?}");
        let links = check.attributes(".caution li a", "href");
        assert!(links.contains(&format!("/en/meetings/{}?on=2018-03-23", call.id)), "{links:?}");
    }

    async fn a_vague_meeting_settles_under_the_same_name(app: TestApp) {
        let vague = with(SEED, &[
            ("precision", "window"), ("start_day", "1"), ("start_month", "4"), ("start_time", ""),
            ("end_time", ""), ("end_day", "10"), ("end_month", "4"), ("end_year", "2018"),
        ]);
        let call = Posted::publish(&app, &vague).await;
        let name = |feed: &str| read_by_all(feed).events.remove(0).uid;
        let before = app.reader.get("/calendar.ics").await.text;
        let day = one_date(&[("precision", "day"), ("start_day", "5"), ("start_month", "4"), ("start_time", ""), ("end_time", "")]);
        let check = call.answer(&app, "when", &day).await;
        call.approve(&app, &check).await;
        let settled = app.reader.get("/calendar.ics").await.text;
        let exact = one_date(&[("start_day", "5"), ("start_month", "4")]);
        let check = call.answer(&app, "when", &exact).await;
        call.approve(&app, &check).await;
        let after = app.reader.get("/calendar.ics").await.text;
        assert_eq!(name(&before), name(&after));
        assert_eq!(name(&settled), name(&after));
        let event = read_by_all(&after).events.remove(0);
        assert_eq!(event.start_utc, "2018-04-05T12:00:00Z");
        assert_eq!((event.status.as_deref(), event.sequence), (Some("CONFIRMED"), Some(2)));
        assert_eq!(event.summary.as_deref(), Some("DC Coordination Group, Virtual Meeting XXV"));
    }

    async fn the_way_in_is_that_of_the_date_at_hand(app: TestApp at "2018-03-16T12:45:00Z") {
        let call = Posted::publish(&app, &fridays()).await;
        let join = format!("/meetings/{}/join", call.id);
        let at_once = app.reader.get_at_once(&join).await;
        assert_eq!(at_once.header("location"), "https://zoom.us/j/1");
        let next = app.reader.get_at_once("/groups/dccg/next").await;
        assert_eq!(next.header("location"), format!("/en/meetings/{}?on=2018-03-16", call.id));

        // From the page of another date and from the list, it is that of the other date.
        let there = format!("/en/meetings/{}/join?on=2018-03-30", call.id);
        let other = app.reader.get(&format!("/en/meetings/{}?on=2018-03-30", call.id)).await;
        assert!(other.attributes("a.button", "href").contains(&there));
        assert!(app.reader.get("/en/").await.attributes(".act a", "href").contains(&there));
        let join = app.reader.get(&there).await;
        assert_eq!(join.texts(".when .headline"), ["Friday, 30 March 2018"]);
        let back = format!("/en/meetings/{}?on=2018-03-30", call.id);
        assert!(join.attributes("main a", "href").contains(&back));
    }
}
