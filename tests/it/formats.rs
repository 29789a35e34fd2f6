//! The calendar as JSCalendar and as Atom, read by programs that are not ours.

use crate::support::app::{Page, TestApp};
use crate::support::in_repository;
use crate::support::meetings::{SEED, second_page, weekly, with};
use crate::support::posted::Posted;
use crate::support::tool::{ask, python};
use chrono::{DateTime, TimeDelta, Utc};
use igf_calendar::acts::Actor;
use igf_calendar::domain::{End, Times, Timing};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn read(tool: &str, text: &str) -> Value {
    let tool = in_repository(format!("tests/tools/{tool}.py"));
    serde_json::from_slice(&ask(&python(), &[tool], text)).expect("JSON")
}

/// What a reader makes of a JSCalendar group: uid, title, status, start and end of each occurrence.
async fn jscalendar(app: &TestApp, path: &str) -> Vec<[String; 5]> {
    let page = app.reader.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    let kind = "application/jscalendar+json;type=group";
    assert_eq!(page.header("content-type"), kind);
    serde_json::from_value(read("read_jscalendar", &page.text)).expect("occurrences")
}

async fn atom(app: &TestApp, path: &str) -> (Page, Value) {
    let page = app.reader.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    let kind = "application/atom+xml; charset=utf-8";
    assert_eq!(page.header("content-type"), kind);
    let feed = read("read_atom", &page.text);
    assert_eq!(feed["self"], format!("{}{path}", app.base), "{path}");
    (page, feed)
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_come_to_every_instant_of_the_demonstration() {
    let app = TestApp::on_sqlite_at("2026-11-23T12:00:00Z").await;
    app.acts
        .show_demo(&Actor::System)
        .expect("the demonstration");
    app.until_public().await;
    let mut told: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    let all = jscalendar(&app, "/calendar.json?past=all").await;
    for [uid, _, _, start, end] in &all {
        let id = uid[..36].to_owned();
        let is_new = told
            .entry(id)
            .or_default()
            .insert((start.clone(), end.clone()));
        assert!(is_new, "{uid} comes twice at {start}");
    }
    let (mut compared, mut series) = (0, 0);
    for meeting in app.store.published_since(0).expect("the log").meetings {
        let held = meeting.details.occurrences();
        let id = meeting.id.to_string();
        let title = &meeting.details.said.title;
        let cancelled_long_ago = held.iter().all(|one| !one.said.status.takes_place());
        if cancelled_long_ago && !told.contains_key(&id) {
            continue;
        }
        let known = told.remove(&id).unwrap_or_default();
        let expected = held.iter().filter_map(|one| span(&one.times, &known));
        let expected: BTreeSet<_> = expected.collect();
        assert!(
            known.is_subset(&expected),
            "{title}: {known:?} {expected:?}"
        );
        let forgotten = held
            .iter()
            .filter(|one| !one.said.status.takes_place())
            .count();
        assert!(
            known.len() + forgotten >= expected.len(),
            "{title}: {known:?} {expected:?}"
        );
        compared += known.len();
        series += usize::from(matches!(meeting.details.timing, Timing::Series(_)));
    }
    assert!(told.is_empty(), "{told:?}");
    assert!(compared > 150 && series > 0, "{compared} {series}");

    // A meeting by itself says the same.
    let uid = &all.last().expect("one")[0][..36];
    let alone = jscalendar(&app, &format!("/meetings/{uid}.json")).await;
    assert!(alone.iter().all(|one| all.contains(one)), "{alone:?}");
}

/// From its start to its end as the reader tells it; an end that is not given is an hour later, and what
/// lasts for days may be told by days. `None` if the date is too vague to be told.
fn span(times: &Times, known: &BTreeSet<(String, String)>) -> Option<(String, String)> {
    let instant = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    match times {
        Times::Exact(exact) => {
            let last = exact.last_day();
            let first = exact.start().local().date();
            let days = (first.to_string(), last.succ_opt()?.to_string());
            if first < last && known.contains(&days) {
                return Some(days);
            }
            let (start, mut end) = exact.extent();
            if matches!(exact.end(), End::On(_)) && !exact.is_multi_day() {
                end = start + TimeDelta::hours(1);
            }
            Some((instant(start), instant(end)))
        }
        Times::Window(window) if window.days() > 31 => None,
        _ => {
            let (first, last) = times.days()?;
            Some((first.to_string(), last.succ_opt()?.to_string()))
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_date_of_a_series_is_unlike_the_rest() {
    let app = TestApp::on_sqlite().await;
    let posted = Posted::publish(&app, &weekly()).await;
    let path = format!("/meetings/{}.json", posted.id);
    let starts = |read: Vec<[String; 5]>| {
        read.into_iter()
            .map(|[_, _, status, start, _]| (status, start))
    };
    let before: Vec<_> = starts(jscalendar(&app, &path).await).collect();
    assert_eq!(before.len(), 5);
    assert_eq!(
        before[3].1, "2018-03-30T12:00:00Z",
        "after the clocks went forward"
    );
    let page = app.reader.get(&path).await;
    let group: Value = serde_json::from_str(&page.text).expect("JSON");
    let event = &group["entries"][0];
    assert_eq!(event["uid"], posted.id.as_str());
    assert_eq!(event["timeZone"], "Europe/Zurich");
    assert_eq!(event["recurrenceRules"][0]["frequency"], "weekly");
    assert_eq!(event["sequence"], 0);
    assert!(page.header("etag").starts_with('"'));

    let cancel = [("scope", "one:2018-03-23"), ("status", "cancelled")];
    let off = [
        ("held", "once"),
        ("start_day", "23"),
        ("status", "cancelled"),
        ("status_note", "A holiday."),
    ];
    let once = second_page(&off);
    let check = posted.answer_after(&app, &cancel, "when", &once).await;
    posted.approve(&app, &check).await;
    let to_31_march = [
        ("held", "once"),
        ("start_day", "31"),
        ("start_time", "10:00"),
        ("end_time", "11:00"),
    ];
    let moved = second_page(&to_31_march);
    let one = [("scope", "one:2018-03-30")];
    let check = posted.answer_after(&app, &one, "when", &moved).await;
    posted.approve(&app, &check).await;
    let after: Vec<_> = starts(jscalendar(&app, &path).await).collect();
    assert_eq!(after[..2], before[..2]);
    assert_eq!(
        after[2],
        ("cancelled".to_owned(), "2018-03-23T13:00:00Z".to_owned())
    );
    assert_eq!(
        after[3],
        ("confirmed".to_owned(), "2018-03-31T08:00:00Z".to_owned())
    );
    assert_eq!(after[4], before[4]);
    let group: Value = serde_json::from_str(&app.reader.get(&path).await.text).expect("JSON");
    let overrides = &group["entries"][0]["recurrenceOverrides"];
    let overridden: Vec<&String> = overrides.as_object().expect("patches").keys().collect();
    assert_eq!(
        overridden,
        ["2018-03-23T14:00:00", "2018-03-30T14:00:00"],
        "no more is said than differs"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_once_is_in_utc_and_says_whose_clock_it_goes_by() {
    let app = TestApp::on_sqlite().await;
    let hostile = "</script><b>\"&\u{2028}' ]]> {{x}}";
    let id = app.publish(&with(SEED, &[("title", hostile)])).await;
    let path = format!("/meetings/{id}.json");
    let page = app.reader.get(&path).await;
    let group: Value = serde_json::from_str(&page.text).expect("JSON");
    let event = &group["entries"][0];
    assert_eq!(event["start"], "2018-03-09T13:00:00");
    assert_eq!(event["timeZone"], "Etc/UTC");
    assert_eq!(event["duration"], "PT1H");
    assert_eq!(event["locations"]["place"]["timeZone"], "Europe/Zurich");
    let join = format!("{}/meetings/{id}/join", app.base);
    assert_eq!(event["virtualLocations"]["join"]["uri"], join);
    let title = event["title"].as_str().expect("a title");
    assert!(title.contains("</script><b>\"&"), "{title}");
    let missing = app
        .reader
        .get("/meetings/00000000-0000-0000-0000-000000000000.json")
        .await;
    assert_eq!(missing.status, 404);
    assert_eq!(missing.header("content-type"), "application/problem+json");

    let (_, feed) = atom(&app, "/calendar.atom").await;
    let entry = &feed["entries"][0];
    assert_eq!(entry["title"], event["title"], "inert text in both");
    assert_eq!(entry["id"], format!("urn:uuid:{id}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn atom_tells_what_changed_lately_newest_first() {
    let app = TestApp::on_sqlite().await;
    let posted = Posted::publish(&app, SEED).await;
    let other = app
        .publish(&with(
            SEED,
            &[("title", "Another call"), ("group", "dc-sids")],
        ))
        .await;
    let (_, feed) = atom(&app, "/calendar.atom").await;
    let ids = |feed: &Value| {
        let entries = feed["entries"].as_array().expect("a list").iter();
        entries
            .map(|entry| entry["id"].as_str().expect("an id").to_owned())
            .collect::<Vec<_>>()
    };
    let [first, second] = [&posted.id, &other].map(|id| format!("urn:uuid:{id}"));
    assert_eq!(ids(&feed), [second.clone(), first.clone()]);
    let entry = &feed["entries"][1];
    assert_eq!(
        entry["page"],
        format!("{}/meetings/{}", app.base, posted.id)
    );
    assert_eq!(entry["authors"][0], "Dynamic Coalitions Coordination Group");
    let summary = entry["summary"].as_str().expect("a text");
    assert!(
        summary.contains("coordination call") && !summary.contains("**"),
        "{summary}"
    );

    let (_, of_group) = atom(&app, "/groups/dc-sids.atom").await;
    assert_eq!(ids(&of_group), [second.as_str()]);
    let (_, filtered) = atom(&app, "/calendar.atom?group=dccg").await;
    assert_eq!(ids(&filtered), [first.as_str()]);
    let (french, _) = atom(&app, "/calendar.atom?lang=fr").await;
    assert!(french.text.contains("xml:lang=\"fr\""));

    let withdraw = format!("/desk/meetings/{}/withdraw", posted.id);
    posted
        .desk
        .post(&withdraw, &[("withdraw_reason", "No")])
        .await;
    let (_, feed) = atom(&app, "/calendar.atom").await;
    assert_eq!(ids(&feed), [second]);
    assert_eq!(feed["deleted"][0][0], first.as_str());

    let wrong = app.reader.get("/calendar.atom?past=all").await;
    assert_eq!(wrong.status, 400);
    let page = app.reader.get("/en/?group=dccg").await;
    let alternates = page.attributes("link[rel=alternate]", "href");
    assert!(
        alternates.contains(&"/calendar.atom?group=dccg".to_owned()),
        "{alternates:?}"
    );
}
