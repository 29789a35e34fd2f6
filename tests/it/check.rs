//! `igf-calendar check`: a whole database passes, every kind of fault is found and named with what to
//! do, and nothing is changed by looking.

use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::database::{execute, texts, unwatched};
use crate::support::meetings::SEED;
use crate::support::postgres;
use crate::support::program;
use igf_calendar::acts::Actor;
use igf_calendar::import::{MEETINGS_FILE, read_meetings};
use igf_calendar::store::{Fault, Store, StoreError, StoreOptions};

fn lines(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn found(app: &TestApp) -> String {
    lines(&app.store.check().expect("an answer"))
}

/// A calendar with something of everything: published, changed, withdrawn, rejected, taken back,
/// waiting.
async fn fill(app: &TestApp) {
    let mut meetings = read_meetings(MEETINGS_FILE).expect("meetings");
    meetings.meetings.truncate(6);
    app.acts
        .import_meetings(&Actor::Importer, meetings, true)
        .expect("an import");
    let withdrawn = app.publish(SEED).await;
    let desk = app.secretary("Anja").await;
    let path = format!("/desk/meetings/{withdrawn}/withdraw");
    desk.post(&path, &[("withdraw_reason", "Because")]).await;
    app.post_meeting(SEED).await;
    let (_, rejected) = app.waiting().remove(0);
    desk.decide(&rejected, "rejected", "Because").await;
    let confirmation = app.post_meeting(SEED).await;
    let (_, back) = app.waiting().remove(0);
    let edit = confirmation.attributes("#edit-address", "value").remove(0);
    app.reader
        .post(&format!("{edit}/take-back"), &[("revision", &back)])
        .await;
    app.post_meeting(SEED).await;
}

on_both_databases! {
    async fn a_whole_database_passes_and_is_not_changed(app: TestApp) {
        fill(&app).await;
        assert_eq!(found(&app), "");
        let before = texts(&app.database, "SELECT day AS value FROM seen_days");
        for _ in 0..2 {
            let ended = program::run(&[("DATABASE__URL", &app.database)], &["check"]);
            assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
            assert!(ended.said.contains("is whole; its change log has"), "{}", ended.said);
            assert!(!ended.said.contains("postgres:postgres"), "{}", ended.said);
        }
        assert_eq!(texts(&app.database, "SELECT day AS value FROM seen_days"), before);
        let unchanged = Store::open_unchanged(&app.database, StoreOptions::default()).expect("a store");
        assert_eq!(lines(&unchanged.check().expect("an answer")), "");
    }

    /// One by one, so that none hides another.
    async fn every_fault_is_found_and_named(app: TestApp) {
        fill(&app).await;
        let end = app.store.seq().expect("the log's end");
        let published = "(SELECT min(published_revision) FROM meetings)";
        let other = "(SELECT max(published_revision) FROM meetings)";
        let owner = format!("(SELECT id FROM meetings WHERE published_revision = {published})");
        let pending = "(SELECT min(pending_revision) FROM meetings)";
        let id = "'018f0000-0000-7000-8000-000000000000'";
        let row = format!("{}, 'meeting', 'x', NULL, 0, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, NULL", end + 2);
        let faults: Vec<(&str, String)> = vec![
            ("its counter says 9999", "UPDATE change_counter SET seq = 9999".into()),
            ("change 3 is missing", "DELETE FROM changes WHERE seq = 3".into()),
            ("the changes from 5 to 7 are missing", "DELETE FROM changes WHERE seq IN (5, 6, 7)".into()),
            ("meeting x is missing", format!("INSERT INTO changes VALUES ({row})")),
            ("which this version does not know", "UPDATE changes SET subject_kind = 'weather' WHERE seq = 2".into()),
            ("its sequence is 7 and not 0", "UPDATE changes SET sequence = 7 WHERE seq = 2".into()),
            ("its public revision is revision nothing, which is missing",
                format!("UPDATE meetings SET published_revision = 'nothing' WHERE published_revision = {published}")),
            ("which is of meeting",
                format!("UPDATE meetings SET published_revision = {other} WHERE published_revision = {published}")),
            ("the change log that revision",
                format!("UPDATE meetings SET published_revision = NULL WHERE published_revision = {published}")),
            ("where 1 comes next", format!("UPDATE revisions SET number = 4 WHERE id = {published}")),
            ("it was put onto revision", format!("UPDATE revisions SET base_revision = {other} WHERE id = {published}")),
            ("it has no revision",
                format!("INSERT INTO meetings (id, reference, version, created_at) VALUES ({id}, 'IGF-NONE', 1, CURRENT_TIMESTAMP)")),
            ("its meeting", format!("DELETE FROM meetings WHERE id = {owner}")),
            ("it cannot be read: ", format!("UPDATE revisions SET details = '{{\"format\":2,' WHERE id = {published}")),
            ("withdraw it at /desk/meetings/", format!("UPDATE revisions SET details = 'x' WHERE id = {published}")),
            ("reject it at /desk/meetings/", format!("UPDATE revisions SET details = 'x' WHERE id = {pending}")),
            ("Start the newer version that wrote it.",
                format!("UPDATE revisions SET details = '{{\"format\":77}}' WHERE id = {published}")),
            ("\"pigeon\" is not a name that is known", format!("UPDATE revisions SET source = 'pigeon' WHERE id = {published}")),
            ("igf-calendar import groups FILE", "UPDATE groups SET details = 'x' WHERE slug = 'dccg'".into()),
            ("which is missing", "UPDATE reviews SET revision_id = 'nothing' WHERE verdict = 'rejected'".into()),
            ("nobody approved it", "DELETE FROM reviews WHERE verdict = 'approved'".into()),
            ("which is not in the log", "UPDATE reviews SET verdict = 'approved' WHERE verdict = 'rejected'".into()),
            ("is no verdict", "UPDATE reviews SET verdict = 'perhaps' WHERE verdict = 'rejected'".into()),
            ("who decided, is missing", "UPDATE reviews SET decided_by = 'nobody' WHERE verdict = 'rejected'".into()),
            ("the revision was decided on as well",
                "UPDATE retractions SET revision_id = (SELECT revision_id FROM reviews WHERE verdict = 'rejected')".into()),
            ("waits although it was decided",
                format!("INSERT INTO retractions VALUES ({pending}, CURRENT_TIMESTAMP)")),
            ("it took off revision nothing", "UPDATE withdrawals SET revision_id = 'nothing'".into()),
            ("it tells of revision nothing", "UPDATE outbox SET revision_id = 'nothing'".into()),
            ("write to them yourself", "UPDATE outbox SET payload = 'x'".into()),
        ];
        let model = model(&app).await;
        for (number, (words, statement)) in faults.iter().enumerate() {
            let copy = copy(&model, number);
            unwatched(&copy, statement);
            let store = Store::open(&copy).expect("it opens all the same");
            let said = lines(&store.check().expect("an answer"));
            assert!(said.contains(words), "{statement}: {said}");
            assert!(said.lines().all(|line| line.matches(". ").count() >= 1), "what to do: {said}");
            drop(store);
        }
        let copy = copy(&model, faults.len());
        unwatched(&copy, &faults[0].1);
        let ended = program::run(&[("DATABASE__URL", &copy)], &["check"]);
        assert_eq!(ended.code, Some(1), "{}{}", ended.said, ended.complained);
        assert!(ended.said.contains("change log: its counter says 9999"), "{}", ended.said);
    }

    async fn a_guard_that_was_taken_away_is_named(app: TestApp) {
        let dropped = match app.database.starts_with("postgres") {
            true => "ALTER TABLE reviews DISABLE TRIGGER reviews_append_only; \
                     DROP TRIGGER changes_no_truncate ON changes",
            false => "DROP TRIGGER reviews_no_update; DROP TRIGGER changes_no_delete",
        };
        execute(&app.database, dropped).expect("it goes");
        let said = found(&app);
        assert_eq!(said.lines().count(), 2, "{said}");
        assert!(said.contains("trigger reviews_") && said.contains("trigger changes_"), "{said}");
    }
}

/// The same database once more.
fn copy(model: &str, number: usize) -> String {
    let copy = format!("{model}_{number}");
    if !model.starts_with("postgres") {
        execute(model, &format!("VACUUM INTO '{copy}'")).expect("a copy");
        return copy;
    }
    let (server, model) = model.rsplit_once('/').expect("a database's name");
    let made = format!("CREATE DATABASE {model}_{number} TEMPLATE {model}");
    execute(&format!("{server}/postgres"), &made).expect("a copy");
    copy
}

/// A copy of a database to which nobody is connected, as copying again wants it.
async fn model(app: &TestApp) -> String {
    if !app.database.starts_with("postgres") {
        return app.database.clone();
    }
    let from = app.database.clone();
    tokio::task::spawn_blocking(move || {
        let model = postgres::new_database();
        let script = format!("pg_dump '{from}' | psql --quiet -v ON_ERROR_STOP=1 '{model}'");
        let done = std::process::Command::new("bash")
            .args(["-o", "pipefail", "-c", &script])
            .stdout(std::process::Stdio::null())
            .status();
        assert!(
            done.is_ok_and(|status| status.success()),
            "pg_dump and psql"
        );
        model
    })
    .await
    .expect("a copy")
}

#[test]
fn what_is_no_calendar_of_this_version_is_not_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let open = |name: &str| Store::open_unchanged(&path(name), StoreOptions::default()).err();
    assert!(matches!(open("missing"), Some(StoreError::Unreachable(_))));
    assert!(!folder.path().join("missing").exists(), "none is made");
    execute(&path("foreign"), "CREATE TABLE songs (title TEXT)").expect("another database");
    assert!(matches!(open("foreign"), Some(StoreError::Foreign)));
    for name in ["older", "newer"] {
        drop(Store::open(&path(name)).expect("a store"));
    }
    let steps = "__diesel_schema_migrations";
    let last = format!("DELETE FROM {steps} WHERE version = (SELECT max(version) FROM {steps})");
    execute(&path("older"), &last).expect("a step back");
    let future = format!("INSERT INTO {steps} (version) VALUES ('20991231000001')");
    execute(&path("newer"), &future).expect("a step from the future");
    assert!(matches!(open("older"), Some(StoreError::Older { .. })));
    assert!(matches!(open("newer"), Some(StoreError::Newer { .. })));
    let ended = program::run(&[("DATABASE__URL", &path("older"))], &["check"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
}

/// Pages that are torn are told of, and the program does not stop at the first.
#[test]
fn a_torn_file_is_said_to_be_torn() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calendar.sqlite");
    let name = file.display().to_string();
    let settings = [("DATABASE__URL", name.as_str())];
    let made = program::run(&settings, &["admin", "invite", "ana@example.org"]);
    assert_eq!(made.code, Some(0), "{}", made.complained);
    execute(
        &name,
        "PRAGMA journal_mode = DELETE; CREATE TABLE padding (x TEXT); \
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) \
                    INSERT INTO padding SELECT hex(randomblob(200)) FROM n",
    )
    .expect("some pages");
    let mut octets = std::fs::read(&file).expect("the file");
    let from = octets.len() - 40_000;
    octets[from..from + 20_000].fill(0xAB);
    std::fs::write(&file, octets).expect("torn");
    let ended = program::run(&[("DATABASE__URL", &name)], &["check"]);
    assert_eq!(ended.code, Some(1), "{}{}", ended.said, ended.complained);
    assert!(ended.said.contains("SQLite file: "), "{}", ended.said);
}
