//! A database of the version before: everything in it is read, decided and sent as if it had always
//! been kept this way. `tests/data/database-000002.sql` was written by the program of that time.

use crate::support::app::TestApp;
use crate::support::database::{execute, fill_as_of_step_two, texts, undo_step_three};
use crate::support::postgres;
use igf_calendar::domain::{MeetingId, PersonId, Verdict};
use igf_calendar::store::{MeetingState, Review, Source, Store, Token};

const NOW: &str = "2026-11-28T09:00:00Z";
/// A form that was being filled in.
const HALF_TYPED: &str = "5ba1c4c49dd9652f559e2b2be20f647a";
/// A date of a series that was about to be cancelled.
const ONE_DATE: &str = "bb19e37b22b09749069dabfb256076c0";
/// The private address of that series.
const EDIT_KEY: &str = "6f35830b78c657609297137c14e933f3";

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_the_version_before_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("old.sqlite").display().to_string();
    story(file).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_the_version_before_on_postgres() {
    let database = tokio::task::spawn_blocking(postgres::new_database).await;
    story(database.expect("a database")).await;
}

async fn story(database: String) {
    let opened = database.clone();
    tokio::task::spawn_blocking(move || {
        fill_as_of_step_two(&opened);
        let store = Store::open(&opened).expect("it opens");
        everything_is_read(&opened, &store);
        drop(store);
        // There and back again, for a day on which the step has to be undone.
        undo_step_three(&opened);
        let names = texts(
            &opened,
            "SELECT reviewer_name AS value FROM reviews ORDER BY id",
        );
        assert_eq!(
            names,
            [
                "Import",
                "Import",
                "Chengetai",
                "Anja",
                "Anja",
                "Chengetai M.",
                "Anja",
                "Anja"
            ]
        );
        let store = Store::open(&opened).expect("it opens again");
        everything_is_read(&opened, &store);
    })
    .await
    .expect("no panic");
    life_goes_on(&TestApp::on_database(database, NOW).await).await;
}

fn everything_is_read(database: &str, store: &Store) {
    assert_eq!(
        store.change_numbers().expect("the log"),
        (1..=9).collect::<Vec<_>>()
    );
    let public = store.published_since(0).expect("the log");
    let mut titles: Vec<_> = public
        .meetings
        .iter()
        .map(|one| one.details.said.title.to_string())
        .collect();
    titles.sort_unstable();
    assert_eq!(titles[2..], ["Edited call, second", "Weekly call"]);
    assert_eq!((titles.len(), public.withdrawn.len()), (4, 1));
    let mut waiting: Vec<_> = store
        .queue()
        .expect("the queue")
        .into_iter()
        .map(|one| one.title)
        .collect();
    waiting.sort_unstable();
    assert_eq!(
        waiting,
        [
            "Asked call, with speaker",
            "Edited call, by the desk",
            "Waiting call"
        ]
    );

    let rejected = state(database, store, "Rejected call");
    let review = review(&rejected, Verdict::Rejected);
    assert_eq!(
        review.reviewer, "Chengetai",
        "as it was typed then, not as she is called now"
    );
    assert_eq!(review.reason.expect("a reason").as_str(), "Not ours.");
    let asked = self::review(
        &state(database, store, "Asked call"),
        Verdict::ChangesRequested,
    );
    let withdrawn = state(database, store, "Withdrawn call")
        .withdrawn
        .expect("it is off");
    assert_eq!(
        (withdrawn.reviewer.as_str(), withdrawn.reason.as_str()),
        ("Anja", "The passcode leaked")
    );
    assert_eq!(
        withdrawn.decided_by, asked.decided_by,
        "found again by the name"
    );
    let edited = state(database, store, "Edited call");
    let pending = edited.pending.as_ref().expect("it waits");
    assert_eq!(
        (pending.source, pending.base, pending.sent_by),
        (Source::Desk, None, None)
    );
    assert_eq!(edited.history.len(), 3);

    let imported = "SELECT decided_by AS value FROM reviews JOIN revisions ON revisions.id = revision_id \
                    WHERE source = 'import'";
    assert_eq!(
        texts(database, imported),
        [
            PersonId::IMPORTER.to_string(),
            PersonId::IMPORTER.to_string()
        ]
    );
    // Of those who have an address, nobody is taken for a name that was typed.
    let typed =
        "SELECT name AS value FROM people WHERE kind = 'name-only' AND email IS NULL ORDER BY name";
    assert_eq!(
        texts(database, typed),
        ["Anja", "Chengetai", "Chengetai M."]
    );
    let secretaries = "SELECT name AS value FROM people WHERE role = 'administrator' ORDER BY name";
    assert_eq!(
        texts(database, secretaries),
        ["Anja", "Anja", "Chengetai M."]
    );

    let hash = |secret| Token::parse(secret).expect("a secret").hash();
    let half = store
        .draft(&hash(HALF_TYPED))
        .expect("the store")
        .expect("a draft");
    assert_eq!(
        (half.fields.who.title.as_str(), half.edit, half.sent),
        ("Half typed", None, None)
    );
    let one = store
        .draft(&hash(ONE_DATE))
        .expect("the store")
        .expect("a draft");
    let edit = one.edit.expect("it changes something");
    assert_eq!(
        (edit.scope.to_string().as_str(), edit.base),
        ("one:2031-03-16", None)
    );
    let weekly = store
        .meeting_of_edit_key(&hash(EDIT_KEY))
        .expect("the store");
    assert_eq!(weekly, Some(edit.meeting));
    assert!(store.unsent_messages().expect("the outbox").is_empty());
    for table in [
        "revisions",
        "reviews",
        "withdrawals",
        "retractions",
        "changes",
    ] {
        if table != "retractions" {
            execute(database, &format!("DELETE FROM {table}")).expect_err(table);
        }
        if database.starts_with("postgres") {
            execute(database, &format!("TRUNCATE {table} CASCADE")).expect_err(table);
        }
    }
}

/// Drafts and revisions that know neither base nor language are sent, and decided by people who are.
async fn life_goes_on(app: &TestApp) {
    let check = app.reader.get(&format!("/en/post/{ONE_DATE}/check")).await;
    assert!(
        check.path.ends_with("/check"),
        "{}: {:?}",
        check.path,
        check.errors()
    );
    let sent = app
        .reader
        .post(&format!("/en/post/{ONE_DATE}/send"), &[])
        .await;
    assert!(
        sent.path.ends_with("/sent"),
        "{}: {}",
        sent.path,
        sent.words()
    );
    let desk = app.secretary("Anja").await;
    let meetings = texts(
        &app.database,
        "SELECT id AS value FROM meetings WHERE pending_revision IS NOT NULL",
    );
    assert_eq!(meetings.len(), 4);
    for meeting in meetings {
        let page = desk.get(&format!("/desk/meetings/{meeting}")).await;
        assert_eq!(page.status, 200);
        let decide = page.attributes("form.decide", "action").remove(0);
        assert_eq!(
            desk.post(&decide, &[("verdict", "approved")]).await.path,
            "/desk"
        );
    }
    let page = app.reader.get(&format!("/en/edit/{EDIT_KEY}")).await;
    assert!(page.words().contains("on the calendar"), "{}", page.words());
    let messages = app.store.unsent_messages().expect("the outbox");
    let told: Vec<_> = messages
        .iter()
        .map(|message| message.kind.as_str())
        .collect();
    assert_eq!(
        told.iter().filter(|kind| **kind == "published").count(),
        3,
        "{told:?}"
    );
    assert_eq!(
        told.iter()
            .filter(|kind| **kind == "changed-by-desk")
            .count(),
        1,
        "{told:?}"
    );
    let people = "SELECT kind AS value FROM people WHERE name = 'Anja' ORDER BY kind";
    assert_eq!(
        texts(&app.database, people),
        ["name-only", "person", "person", "person"]
    );
}

fn state(database: &str, store: &Store, title: &str) -> MeetingState {
    let query = format!("SELECT meeting_id AS value FROM revisions WHERE title = '{title}'");
    let id = MeetingId::parse(&texts(database, &query)[0]).expect("an id");
    store.meeting(id).expect("the store").expect("a meeting")
}

fn review(state: &MeetingState, verdict: Verdict) -> Review {
    let mut reviews = state
        .history
        .iter()
        .filter_map(|entry| entry.review.clone());
    reviews
        .find(|review| review.verdict == verdict)
        .expect("a review")
}
