//! What two programs that are not ours make of it: the Python package `caldav`, and `vdirsyncer`, which
//! keeps a folder in step.

use crate::support::app::TestApp;
use crate::support::calendars::read_by_all;
use crate::support::in_repository;
use crate::support::meetings::{SEED, weekly, with};
use crate::support::posted::Posted;
use crate::support::tool;
use igf_calendar::acts::Actor;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What `caldav` answers.
async fn caldav(question: Value) -> Value {
    let script = in_repository("tests/tools/read_caldav.py");
    let asked = question.to_string();
    let answer = tokio::task::spawn_blocking(move || tool::ask(&tool::python(), &[script], &asked));
    serde_json::from_slice(&answer.await.expect("an answer")).expect("JSON")
}

fn texts<'a>(list: &'a Value, name: &str) -> Vec<&'a str> {
    let list = list.as_array().expect("a list").iter();
    list.map(|one| one[name].as_str().expect("text")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_finds_calendars_searches_them_and_hears_of_changes() {
    let app = TestApp::on_sqlite().await;
    let base = app.base.as_str();
    let posted = Posted::publish(&app, SEED).await;
    Posted::publish(
        &app,
        &with(&weekly(), &[("title", "Weekly"), ("group", "arab-igf")]),
    )
    .await;
    let found = caldav(json!({ "base": base })).await;
    let names = found["calendars"].as_object().expect("calendars");
    assert_eq!(names["/dav/calendars/all/"], "Common IGF calendar");
    assert_eq!(names.len(), 3, "{names:?}");

    let all = "Common IGF calendar";
    let events = caldav(json!({ "base": base, "calendar": all })).await;
    assert_eq!(texts(&events["events"], "summary").len(), 2, "{events}");
    let span = ("2018-03-15T00:00:00+00:00", "2018-03-31T00:00:00+00:00");
    let search = json!({ "base": base, "calendar": all, "start": span.0, "end": span.1 });
    let held = caldav(search.clone()).await;
    assert_eq!(texts(&held["events"], "summary"), ["Weekly"], "{held}");
    let mut expanded = search;
    expanded["expand"] = true.into();
    let each = caldav(expanded).await;
    assert_eq!(
        texts(&each["events"], "start"),
        [
            "2018-03-16T13:00:00+00:00",
            "2018-03-23T13:00:00+00:00",
            "2018-03-30T12:00:00+00:00"
        ],
        "{each}"
    );

    let first = caldav(json!({ "base": base, "calendar": all, "token": null })).await;
    assert_eq!(
        first["changed"].as_array().map(Vec::len),
        Some(2),
        "{first}"
    );
    let token = first["token"].clone();
    let none = caldav(json!({ "base": base, "calendar": all, "token": token })).await;
    assert_eq!(
        (&none["changed"], &none["gone"]),
        (&json!([]), &json!([])),
        "{none}"
    );
    let check = posted
        .answer(&app, "who", &with(SEED, &[("title", "Another title")]))
        .await;
    posted.approve(&app, &check).await;
    let news = caldav(json!({ "base": base, "calendar": all, "token": token })).await;
    let object = format!("/dav/calendars/all/{}.ics", posted.id);
    assert_eq!(
        (&news["changed"], &news["gone"]),
        (&json!([object]), &json!([])),
        "{news}"
    );
}

/// A folder that `vdirsyncer` keeps in step with a calendar.
struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    async fn of(app: &TestApp, calendar: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().display().to_string();
        let config = format!(
            "[general]\nstatus_path = \"{path}/status\"\n\
             [pair igf]\na = \"local\"\nb = \"remote\"\ncollections = [\"{calendar}\"]\n\
             conflict_resolution = \"b wins\"\n\
             [storage local]\ntype = \"filesystem\"\npath = \"{path}/kept\"\nfileext = \".ics\"\n\
             [storage remote]\ntype = \"caldav\"\nurl = \"{}/\"\nread_only = true\n",
            app.base
        );
        std::fs::write(folder.path().join("config"), config).expect("a file");
        let own = Self { folder };
        own.call("discover", "y\ny\n").await;
        own
    }

    async fn sync(&self) {
        self.call("sync", "").await;
    }

    async fn call(&self, what: &'static str, typed: &'static str) {
        let program = tool::python().with_file_name("vdirsyncer");
        let config = self.folder.path().join("config");
        let arguments = [PathBuf::from("--config"), config, PathBuf::from(what)];
        let called = tokio::task::spawn_blocking(move || tool::ask(&program, &arguments, typed));
        called.await.expect("it ends well");
    }

    /// What it keeps, by name.
    fn kept(&self, calendar: &str) -> BTreeMap<String, String> {
        let folder = self.folder.path().join("kept").join(calendar);
        let files = std::fs::read_dir(folder).expect("a folder").flatten();
        files.map(|file| read(&file.path())).collect()
    }
}

fn read(path: &Path) -> (String, String) {
    let name = path.file_stem().expect("a name").to_string_lossy();
    let text = std::fs::read_to_string(path).expect("a file");
    (name.into_owned(), text)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_keeps_a_folder_in_step() {
    let app = TestApp::on_sqlite().await;
    let posted = Posted::publish(&app, SEED).await;
    let other = Posted::publish(&app, &with(&weekly(), &[("title", "Weekly")])).await;
    let folder = Folder::of(&app, "all").await;
    folder.sync().await;
    let kept = folder.kept("all");
    assert_eq!(kept.len(), 2, "{:?}", kept.keys());
    let object = app
        .reader
        .get(&format!("/dav/calendars/all/{}.ics", posted.id))
        .await;
    assert_eq!(kept[&posted.id], object.text);

    let check = posted
        .answer(&app, "who", &with(SEED, &[("title", "Another title")]))
        .await;
    posted.approve(&app, &check).await;
    let path = format!("/desk/meetings/{}/withdraw", other.id);
    let reason = [("withdraw_reason", "Off")];
    assert_eq!(other.desk.post(&path, &reason).await.status, 200);
    folder.sync().await;
    let kept = folder.kept("all");
    assert!(
        kept[&posted.id].contains("SUMMARY:Another title"),
        "{}",
        kept[&posted.id]
    );
    let last = &kept[&other.id];
    assert!(
        last.contains("STATUS:CANCELLED") && !last.contains("RRULE"),
        "{last}"
    );
    assert!(
        !last.contains("Weekly"),
        "what people typed is not said again: {last}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_object_of_the_demonstration_says_what_the_feed_says() {
    let app = TestApp::on_sqlite_at("2026-11-23T12:00:00Z").await;
    app.acts
        .show_demo(&Actor::System)
        .expect("the demonstration");
    app.until_public().await;
    let folder = Folder::of(&app, "all").await;
    folder.sync().await;
    let feed = app.reader.get("/calendar.ics?past=all").await;
    let mut told = read_by_all(&feed.text).events;
    let mut kept = Vec::new();
    for text in folder.kept("all").into_values() {
        kept.extend(read_by_all(&text).events);
    }
    let order = |event: &crate::support::calendars::ReadEvent| {
        (
            event.uid.clone(),
            event.recurrence_id.clone(),
            event.start_utc.clone(),
        )
    };
    told.sort_by_key(order);
    kept.sort_by_key(order);
    assert!(told.len() > 170, "{}", told.len());
    assert_eq!(kept, told);
}
