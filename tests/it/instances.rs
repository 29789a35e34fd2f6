//! Several instances on one database: what one publishes the other shows, a client's allowance is one
//! wherever it asks, and of what one of them is to do, one does it.

use crate::support::app::{ANNOUNCED, TestApp, Visitor};
use crate::support::database::{execute, texts};
use crate::support::meetings::{SEED, with};
use crate::support::postgres;
use igf_calendar::acts::{Actor, Acts, Limit};
use igf_calendar::clock::Clock;
use igf_calendar::domain::Slug;
use igf_calendar::import::{GROUPS_FILE, read_groups};
use igf_calendar::settings::Settings;
use igf_calendar::store::Store;
use std::time::{Duration, Instant};

/// The one connection of each server that listens.
const LISTENERS: &str = "SELECT pid::text AS value FROM pg_stat_activity \
                         WHERE datname = current_database() AND query LIKE 'LISTEN%'";

/// No story lasts as long as this: what is seen was not found by polling.
fn unpolled(settings: &mut Settings) {
    settings.calendar.follow_seconds = 600;
}

/// Two servers on one database.
async fn two(database: String, change: fn(&mut Settings)) -> (TestApp, TestApp) {
    let first = TestApp::on_database_with(database.clone(), ANNOUNCED, change).await;
    let second = TestApp::on_database_with(database, ANNOUNCED, change).await;
    (first, second)
}

async fn two_on_postgres(change: fn(&mut Settings)) -> (TestApp, TestApp) {
    let database = tokio::task::spawn_blocking(postgres::new_database);
    two(database.await.expect("a database"), change).await
}

/// Waits for something that comes.
async fn wait_for(what: &str, mut is_so: impl AsyncFnMut() -> bool) -> Duration {
    let begun = Instant::now();
    while !is_so().await {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    begun.elapsed()
}

/// Posts at one server and approves there; returns the meeting's id as soon as that is answered.
async fn publish(app: &TestApp, desk: &Visitor, title: &str) -> String {
    app.post_meeting(&with(SEED, &[("title", title)])).await;
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let path = format!("{}/desk/revisions/{revision}/decide", app.base);
    let decision = [("verdict", "approved"), ("reason", "")];
    let answer = desk.post(&path, &decision).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    meeting
}

/// Whether the list of upcoming meetings, which looks for nothing by itself, has a title.
async fn lists(app: &TestApp, title: &str) -> bool {
    app.reader.get("/en/").await.text.contains(title)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_publishes_the_other_hears() {
    let (first, second) = two_on_postgres(unpolled).await;
    let desk = first.secretary("Chengetai").await;
    let mut waited = Vec::new();
    for round in 0..20 {
        let title = format!("Heard of {round:02}");
        publish(&first, &desk, &title).await;
        waited.push(wait_for(&title, async || lists(&second, &title).await).await);
    }
    waited.sort();
    eprintln!(
        "heard after {:?}, at the most {:?}",
        waited[waited.len() / 2],
        waited[waited.len() - 1]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_hear_listens_anew() {
    let (first, second) = two_on_postgres(unpolled).await;
    let desk = first.secretary("Chengetai").await;
    let listening = async || texts(&first.database, LISTENERS);
    wait_for("both listen", async || listening().await.len() == 2).await;
    let before = listening().await;
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    execute(&first.database, cut).expect("both are cut off");
    publish(&first, &desk, "Said to the deaf").await;
    wait_for("what was missed", async || {
        lists(&second, "Said to the deaf").await
    })
    .await;
    wait_for("both listen again", async || {
        let now = listening().await;
        now.len() == 2 && now.iter().all(|pid| !before.contains(pid))
    })
    .await;
    publish(&first, &desk, "Said to those who listen").await;
    wait_for("what is said then", async || {
        lists(&second, "Said to those who listen").await
    })
    .await;
}

/// Behind a balancer the page that an answer leads to is asked for elsewhere.
async fn nobody_is_told_that_there_is_nothing(first: TestApp, second: TestApp) {
    let desk = first.secretary("Chengetai").await;
    for round in 0..20 {
        let meeting = publish(&first, &desk, &format!("Asked for {round:02}")).await;
        let paths = [
            format!("/en/meetings/{meeting}"),
            format!("/en/meetings/{meeting}/join"),
            format!("/meetings/{meeting}.ics"),
            format!("/meetings/{meeting}/join"),
        ];
        let path = &paths[round % paths.len()];
        assert_eq!(second.reader.get(path).await.status, 200, "{path}");
    }
    let nowhere = "/en/meetings/00000000-0000-7000-8000-000000000000";
    assert_eq!(second.reader.get(nowhere).await.status, 404);

    let mut groups = read_groups(GROUPS_FILE).expect("the groups");
    groups.groups.truncate(1);
    groups.groups[0].slug = Slug::parse("founded-today").expect("a slug");
    let import = first.acts.import_groups(&Actor::Importer, groups);
    import.expect("a group");
    for path in [
        "/en/groups/founded-today",
        "/groups/founded-today.ics",
        "/groups/founded-today/next",
    ] {
        assert_eq!(second.reader.get(path).await.status, 200, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_known_is_looked_for_on_postgres() {
    let (first, second) = two_on_postgres(unpolled).await;
    nobody_is_told_that_there_is_nothing(first, second).await;
}

/// Where nothing is ever heard.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_known_is_looked_for_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calendar.sqlite").display().to_string();
    let (first, second) = two(file, unpolled).await;
    nobody_is_told_that_there_is_nothing(first, second).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_allowance_is_one_at_all_instances() {
    let (first, second) = two_on_postgres(|settings| {
        settings.limits.drafts_per_minute = 3;
        settings.limits.entries_per_minute = 3;
    })
    .await;
    let posts = async |app: &TestApp| {
        let posted = app.reader.post("/en/post", &[("title", "x")]).await;
        posted.status.as_u16()
    };
    let tries = async |app: &TestApp| {
        let path = format!("/desk/enter/{:032}", 7);
        app.reader.get(&path).await.status.as_u16()
    };
    let drafts = [
        posts(&first).await,
        posts(&second).await,
        posts(&first).await,
        posts(&second).await,
        posts(&first).await,
    ];
    assert_eq!(drafts, [200, 200, 200, 429, 429]);
    let entries = [
        tries(&second).await,
        tries(&first).await,
        tries(&second).await,
        tries(&first).await,
    ];
    assert_eq!(entries, [410, 410, 410, 429]);

    // Somebody else's is their own, and the next minute is another.
    let elsewhere = Visitor::from(&second.base, [127, 0, 0, 2]);
    let posted = elsewhere.post("/en/post", &[("title", "x")]).await;
    assert_eq!(posted.status, 200);
    let later = TestApp::on_database_with(first.database.clone(), "2018-03-01T09:01:00Z", |_| {});
    assert_eq!(posts(&later.await).await, 200);
}

#[test]
fn what_was_counted_is_not_kept() {
    let database = postgres::new_database();
    let store = Store::open(&database).expect("a store");
    let at = |now: &str| Acts::new(store.clone(), Clock::Fixed(now.parse().expect("RFC 3339")));
    let rows = || texts(&database, "SELECT slot AS value FROM allowances").len();
    let client = |number: u8| [192, 0, 2, number].into();
    let drafts = Limit::Drafts;
    let now = at(ANNOUNCED);
    for number in 0..5 {
        assert!(now.count_use(drafts, client(number), 1).expect("a count"));
    }
    assert!(!now.count_use(drafts, client(0), 1).expect("a count"));
    assert_eq!(rows(), 5);
    // Somebody new clears up behind the others, and so does the hourly sweep.
    let later = at("2018-03-01T09:06:00Z");
    assert!(later.count_use(drafts, client(0), 1).expect("a count"));
    assert_eq!(rows(), 1);
    let much_later = at("2018-03-01T10:00:00Z");
    much_later.sweep(&Actor::System).expect("a sweep");
    assert_eq!(rows(), 0);

    // However many come, the table stays small; those that are counted already go on counting.
    assert!(now.count_use(drafts, client(1), 2).expect("a count"));
    let crowd = "INSERT INTO allowances SELECT 'draft x' || number, minute, 1 \
                 FROM allowances, generate_series(2, 10000) AS number";
    execute(&database, crowd).expect("a crowd");
    for _ in 0..3 {
        assert!(now.count_use(drafts, client(2), 1).expect("no count"));
    }
    assert_eq!(rows(), 10_000);
    assert!(now.count_use(drafts, client(1), 2).expect("a count"));
    assert!(!now.count_use(drafts, client(1), 2).expect("a count"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_one_at_all_instances() {
    let (first, second) = two_on_postgres(|_| {}).await;
    // Cookies know hosts, not ports: a browser takes both servers for one.
    let secretary = first.secretary("Chengetai").await;
    let elsewhere = format!("{}/desk", second.base);
    assert_eq!(secretary.get(&elsewhere).await.status, 200);
    let session = secretary_cookie(&first).await;
    let there = async || {
        let headers = [("cookie", session.as_str())];
        second.visitor().get_with("/desk", &headers).await.status
    };
    assert_eq!(there().await, 200);
    let own = [
        ("cookie", session.as_str()),
        ("origin", first.base.as_str()),
    ];
    let left = first.visitor().post_with("/desk/leave", &[], &own).await;
    assert_eq!(left.status, 200);
    assert_eq!(there().await, 401);
}

async fn secretary_cookie(app: &TestApp) -> String {
    let path = format!("/desk/enter/{}", app.invitation().secret());
    let entered = app.visitor().post_at_once(&path, &[("name", "Anja")]).await;
    let cookie = entered.header("set-cookie");
    let (pair, _) = cookie.split_once(';').expect("a cookie");
    pair.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_leads() {
    let (first, second) = two_on_postgres(|_| {}).await;
    let lead = |app: &TestApp| app.store.lead("a task").expect("an answer");
    let taken = lead(&first).expect("the lead");
    assert!(lead(&second).is_none() && lead(&first).is_none());
    // The server gives it back when the connection ends, however that comes about.
    drop(taken);
    wait_for("it is free", async || lead(&second).is_some()).await;

    // Who finds another at it leaves the sweeping to them.
    let days = || texts(&first.database, "SELECT day AS value FROM seen_days");
    let forget = || execute(&first.database, "DELETE FROM seen_days").expect("no days");
    wait_for("both have swept", async || !days().is_empty()).await;
    let mut taken = None;
    wait_for("nobody sweeps", async || {
        taken = first.store.lead("sweep").expect("an answer");
        taken.is_some()
    })
    .await;
    forget();
    second.acts.sweep(&Actor::System).expect("no sweep");
    assert!(days().is_empty());
    drop(taken);
    wait_for("it sweeps", async || {
        second.acts.sweep(&Actor::System).expect("a sweep");
        !days().is_empty()
    })
    .await;
}
