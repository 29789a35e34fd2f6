//! The store under many hands, under a newer version's, and under `kill -9`: nothing that was
//! acknowledged is lost, rewritten or told in another order.

use crate::on_both_databases;
use crate::support::app::{Visitor, of_the_desk};
use crate::support::database::execute;
use crate::support::meetings::{SEED, details, with};
use crate::support::postgres;
use crate::support::program::{self, Program};
use chrono::{DateTime, Datelike, Utc};
use igf_calendar::acts::{Actor, Acts, Decided};
use igf_calendar::calendar::{LiveCalendar, Snapshot};
use igf_calendar::clock::Clock;
use igf_calendar::domain::text::{Note, Prose, Title};
use igf_calendar::domain::{Decision, Group, MeetingDetails, Slug, Verdict};
use igf_calendar::import::{
    GROUPS_FILE, InFile, MEETINGS_FILE, ReadGroups, Report, read_groups, read_meetings,
};
use igf_calendar::store::{Store, StoreError, Upsert};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};

const WRITERS: usize = 8;
const MEETINGS_EACH: usize = 15;

on_both_databases! {
    /// Eight importers and reviewers at once, each with connections of its own.
    async fn many_writers_leave_one_order_without_a_gap(app: TestApp) {
        let before = app.store.change_numbers().expect("the log").len();
        let (database, now) = (app.database.clone(), app.now);
        let written = tokio::task::spawn_blocking(move || write_at_once(&database, now))
            .await
            .expect("the writers end");
        let all = i64::try_from(before + written).expect("a number");
        let numbers = app.store.change_numbers().expect("the log");
        assert_eq!(numbers, (1..=all).collect::<Vec<_>>());
        assert_eq!(app.store.seq().expect("the log's end"), all);
        assert!(app.store.queue().expect("the queue").is_empty());

        app.until_public().await;
        let published = app.store.published_since(0).expect("the log").meetings;
        let shared = published.iter().find(|meeting| meeting.details.said.title.as_str().starts_with("Shared"));
        let shared = shared.expect("the meeting that all of them changed");
        let feed = app.reader.get(&format!("/meetings/{}.ics", shared.id)).await.text;
        let last = format!("SEQUENCE:{}\r\n", WRITERS * 2 - 1);
        assert!(feed.contains(&last), "{feed}");
    }

    /// What was said and decided is not rewritten, by whatever program.
    async fn the_database_itself_refuses_to_rewrite_history(app: TestApp) {
        // One is approved and taken off, one taken back.
        let meeting = app.publish(SEED).await;
        let desk = app.secretary("Chengetai").await;
        desk.post(&format!("/desk/meetings/{meeting}/withdraw"), &[("withdraw_reason", "Because")]).await;
        let confirmation = app.post_meeting(SEED).await;
        let (_, waiting) = app.waiting().remove(0);
        let edit = confirmation.attributes("#edit-address", "value").remove(0);
        app.reader.post(&format!("{edit}/take-back"), &[("revision", &waiting)]).await;
        assert!(app.waiting().is_empty());
        let log = app.store.change_numbers().expect("the log");
        let tables = [
            ("revisions", "title"),
            ("reviews", "decided_by"),
            ("withdrawals", "reason"),
            ("retractions", "revision_id"),
            ("changes", "subject"),
        ];
        for (table, column) in tables {
            let mut statements = vec![format!("UPDATE {table} SET {column} = 'x'"), format!("DELETE FROM {table}")];
            if app.database.starts_with("postgres") {
                statements.push(format!("TRUNCATE {table} CASCADE"));
            }
            for statement in statements {
                let error = execute(&app.database, &statement).expect_err(&statement).to_string();
                assert!(error.contains("are append-only"), "{statement}: {error}");
            }
        }
        assert_eq!(app.store.change_numbers().expect("the log"), log);
    }

    /// A step back in versions says so, instead of misreading what it does not know.
    async fn a_newer_versions_database_is_refused(app: TestApp) {
        execute(
            &app.database,
            "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')",
        )
        .expect("a step from the future");
        let error = Store::open(&app.database).err().expect("refused");
        assert!(matches!(error, StoreError::Newer { .. }), "{error}");
        let message = error.to_string();
        assert!(message.contains("newer version") && message.contains("20991231000001"), "{message}");
        for arguments in [&["serve"][..], &["admin", "invite", "anja@example.org"]] {
            let ended = program::run(&[("DATABASE__URL", &app.database)], arguments);
            assert_eq!(ended.code, Some(2), "{}", ended.complained);
            assert_eq!(ended.complained, format!("igf-calendar: {message}\n"));
        }
    }

    /// Several instances start on a database that has no tables yet.
    async fn instances_that_start_at_once_on_a_new_database_all_start(app: TestApp) {
        for round in 0..3 {
            let database = match app.database.starts_with("postgres") {
                true => tokio::task::spawn_blocking(postgres::new_database).await.expect("a database"),
                false => format!("{}.{round}/new.sqlite", app.database),
            };
            let together = Arc::new(Barrier::new(4));
            let starts: Vec<_> = (0..4)
                .map(|_| {
                    let (together, database) = (Arc::clone(&together), database.clone());
                    std::thread::spawn(move || {
                        together.wait();
                        Store::open(&database).and_then(|store| store.seq())
                    })
                })
                .collect();
            for start in starts {
                let seq = start.join().expect("no panic");
                assert_eq!(seq.expect("it starts"), 0, "round {round}");
            }
        }
    }

    /// Two people import the same new records at the same time.
    async fn two_imports_of_the_same_file_at_once_take_each_record_once(app: TestApp) {
        let mut meetings = read_meetings(MEETINGS_FILE).expect("the meetings").meetings;
        meetings.truncate(20);
        let mut groups = read_groups(GROUPS_FILE).expect("the groups").groups;
        groups.truncate(20);
        for (number, group) in groups.iter_mut().enumerate() {
            group.slug = Slug::parse(&format!("new-{number}")).expect("a slug");
        }
        let together = Arc::new(Barrier::new(2));
        let imports: Vec<_> = (0..2)
            .map(|_| {
                let (together, database, now) = (Arc::clone(&together), app.database.clone(), app.now);
                let (meetings, groups) = (meetings.clone(), groups.clone());
                std::thread::spawn(move || {
                    let acts = Acts::new(Store::open(&database).expect("a store"), Clock::Fixed(now));
                    together.wait();
                    let mut added = 0;
                    for (meeting, group) in meetings.iter().zip(&groups) {
                        let origin = format!("file:{}", meeting.id);
                        for upsert in [
                            put_group(&acts, group),
                            acts.import_meeting(&Actor::Importer, &origin, &meeting.details, true).expect("a meeting"),
                        ] {
                            assert_ne!(upsert, Upsert::Changed, "it is the same record");
                            added += usize::from(upsert == Upsert::Added);
                        }
                    }
                    added
                })
            })
            .collect();
        let added: usize = imports.into_iter().map(|import| import.join().expect("no panic")).sum();
        assert_eq!(added, 40);
        assert_eq!(app.store.seq().expect("the log's end"), 169 + 40);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calendar.sqlite").display().to_string();
    let store = Store::open(&file).expect("a store");
    let groups = read_groups(GROUPS_FILE).expect("the groups").groups;
    let dccg = groups.iter().find(|group| group.slug.as_str() == "dccg");
    put_group(&Acts::new(store, Clock::System), dccg.expect("the group"));

    let mut server = Program::serve(&[("DATABASE__URL", &file)], &[]);
    let year = (Utc::now().year() + 1).to_string();
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let posters: Vec<_> = (0..3)
        .map(|_| {
            let (visitor, year) = (server.visitor(), year.clone());
            let acknowledged = Arc::clone(&acknowledged);
            tokio::spawn(async move {
                let mut references = Vec::new();
                // Until the server is gone in the middle of it.
                while let Some(reference) = post(&visitor, &year).await {
                    references.push(reference);
                    acknowledged.fetch_add(1, Ordering::Relaxed);
                }
                references
            })
        })
        .collect();
    while acknowledged.load(Ordering::Relaxed) < 12 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    server.kill();
    let store = Store::open(&file).expect("the database opens again");
    let kept: Vec<String> = store
        .queue()
        .expect("the queue")
        .into_iter()
        .map(|entry| entry.reference.to_string())
        .collect();
    for poster in posters {
        for reference in poster.await.expect("no panic") {
            assert!(kept.contains(&reference), "{reference} is lost");
        }
    }
    drop(store);
    let again = Program::serve(&[("DATABASE__URL", &file)], &[]);
    assert_eq!(again.visitor().get("/readyz").await.status, 200);
}

/// The reference of a meeting that was posted; `None` if the server went away.
async fn post(visitor: &Visitor, year: &str) -> Option<String> {
    let check = visitor
        .try_post("/en/post", &with(SEED, &[("start_year", year)]))
        .await?;
    assert!(check.path.ends_with("/check"), "{:?}", check.errors());
    let sent = visitor
        .try_post(&check.path.replace("/check", "/send"), &[])
        .await?;
    sent.texts(".reference").pop()
}

/// Lets the writers loose, watched by two readers; returns how many publications they made.
fn write_at_once(database: &str, now: DateTime<Utc>) -> usize {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let follower = scope.spawn(|| follow(database, &done));
        let writers: Vec<_> = (0..WRITERS)
            .map(|number| scope.spawn(move || write(database, number, now)))
            .collect();
        // The follower ends with them, also when one of them has failed.
        let ended: Vec<_> = writers.into_iter().map(|writer| writer.join()).collect();
        done.store(true, Ordering::Release);
        let written = ended
            .into_iter()
            .map(|writer| writer.expect("no panic"))
            .sum();
        let followed = follower.join().expect("no panic");
        let store = Store::open(database).expect("a store");
        let fresh = LiveCalendar::load(&store).expect("the calendar").current();
        assert_eq!(everything(&followed), everything(&fresh));
        written
    })
}

/// One writer; returns how many publications it made.
fn write(database: &str, number: usize, now: DateTime<Utc>) -> usize {
    let store = Store::open(database).expect("a store");
    let acts = Acts::new(store.clone(), Clock::Fixed(now));
    let details = details(SEED);
    let mut groups = read_groups(GROUPS_FILE).expect("the groups").groups;
    let mut written = 0;
    for meeting in 0..MEETINGS_EACH {
        let origin = format!("writer:{number}:{meeting}");
        let step = |step: usize| titled(&details, &format!("{number} {meeting} step {step}"));
        match meeting % 3 {
            // Published, and changed twice.
            0 => {
                for sequence in 0..3 {
                    put(&acts, &origin, &step(sequence), true);
                    written += 1;
                }
                let again = acts
                    .import_meeting(&Actor::Importer, &origin, &step(2), true)
                    .expect("an import");
                assert_eq!(again, Upsert::Unchanged);
            }
            // Approved at the desk, then changed and rejected.
            1 => {
                put(&acts, &origin, &step(0), false);
                decide(&store, &acts, &step(0), Verdict::Approved);
                put(&acts, &origin, &step(1), false);
                decide(&store, &acts, &step(1), Verdict::Rejected);
                written += 1;
            }
            // Never published.
            _ => {
                put(&acts, &origin, &step(0), false);
                decide(&store, &acts, &step(0), Verdict::Rejected);
            }
        }
        if meeting % 5 == 0 {
            // A group that every writer changes, so that they wait for each other's row.
            let group = &mut groups[meeting / 5];
            group.description = Prose::parse(&format!("Written by {number}")).ok();
            put_group(&acts, group);
            written += 1;
        }
        if meeting < 2 {
            // A meeting that every writer changes.
            let title = format!("Shared, {number} {meeting}");
            put(&acts, "shared", &titled(&details, &title), true);
            written += 1;
        }
    }
    written
}

fn titled(details: &MeetingDetails, title: &str) -> MeetingDetails {
    details
        .clone()
        .saying(|said| said.title = Title::parse(title).expect("a title"))
}

fn put(acts: &Acts, origin: &str, details: &MeetingDetails, publish: bool) {
    let upsert = acts
        .import_meeting(&Actor::Importer, origin, details, publish)
        .expect("an import");
    assert_ne!(upsert, Upsert::Unchanged, "{}", details.said.title);
}

fn put_group(acts: &Acts, group: &Group) -> Upsert {
    let read = ReadGroups {
        groups: vec![InFile::whole(group.clone())],
        report: Report::default(),
    };
    let outcome = acts.import_groups(&Actor::Importer, read).expect("a group");
    match (outcome.added, outcome.changed) {
        (1, _) => Upsert::Added,
        (_, 1) => Upsert::Changed,
        _ => Upsert::Unchanged,
    }
}

fn decide(store: &Store, acts: &Acts, details: &MeetingDetails, verdict: Verdict) {
    let queue = store.queue().expect("the queue");
    let entry = queue
        .iter()
        .find(|entry| entry.title == details.said.title.as_str());
    let reason = Note::parse("Because").ok();
    let decision = Decision::new(verdict, reason).expect("a decision");
    let anja = Actor::Reviewer(of_the_desk("Anja"));
    let decided = acts
        .decide(&anja, entry.expect("it waits").revision, &decision)
        .expect("a decision");
    assert!(matches!(decided, Decided::Stands(_)), "{decided:?}");
}

/// Follows the log as another instance does, and now and then starts anew; checks what it sees.
fn follow(database: &str, done: &AtomicBool) -> Arc<Snapshot> {
    let store = Store::open(database).expect("a store");
    let calendar = LiveCalendar::load(&store).expect("the calendar");
    let mut last = calendar.current();
    loop {
        let ends = done.load(Ordering::Acquire);
        calendar.catch_up(&store).expect("the log");
        let current = calendar.current();
        check_progress(&last, &current);
        let numbers = store.change_numbers().expect("the log");
        let count = i64::try_from(numbers.len()).expect("a number");
        assert!(numbers.into_iter().eq(1..=count), "a number is missing");
        assert!(count >= current.seq());
        check_progress(
            &last,
            &LiveCalendar::load(&store).expect("the calendar").current(),
        );
        last = current;
        if ends {
            return last;
        }
    }
}

fn check_progress(before: &Snapshot, after: &Snapshot) {
    assert!(after.seq() >= before.seq(), "the log goes back");
    for meeting in before.meetings() {
        let later = after
            .meeting(meeting.id)
            .expect("nothing published goes away");
        assert!(later.sequence >= meeting.sequence && later.seq >= meeting.seq);
    }
    for meeting in after.meetings() {
        assert!(meeting.seq <= after.seq(), "from beyond the end of the log");
        let title = meeting.details.said.title.as_str();
        if let Some((_, step)) = title.split_once(" step ") {
            assert_eq!(
                step,
                meeting.sequence.to_string(),
                "{title}: another revision's text"
            );
        }
    }
}

/// All of a snapshot in words, to be compared.
fn everything(snapshot: &Snapshot) -> (i64, Vec<String>, HashMap<String, String>) {
    let meetings = snapshot.meetings().iter().map(|m| {
        let times = (m.created, m.modified, m.seq, m.sequence);
        (
            m.id.to_string(),
            format!("{} {times:?} {:?}", m.revision, m.details),
        )
    });
    let groups = snapshot.groups().map(|group| format!("{group:?}"));
    (snapshot.seq(), groups.collect(), meetings.collect())
}
