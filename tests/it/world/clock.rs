//! Point 15: clocks that jump. The real program with libfaketime, whose offset is changed while it runs.

use super::{Meeting, World, told};
use crate::support::missing;
use crate::support::program::{self, Program};
use std::path::PathBuf;

/// A machine whose clock can be set.
struct Machine {
    folder: tempfile::TempDir,
}

impl Machine {
    fn new() -> Self {
        let machine = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        machine.set("+0");
        machine
    }

    /// Sets the clock, by an offset such as `+31d`.
    fn set(&self, offset: &str) {
        // In one step: the program may look at any moment.
        let (new, file) = (self.path("offset.new"), self.path("offset"));
        std::fs::write(&new, offset).expect("an offset");
        std::fs::rename(new, file).expect("an offset");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn database(&self) -> String {
        self.path("calendar.sqlite").display().to_string()
    }

    /// Starts the server on this machine.
    fn serve(&self) -> Program {
        let script = format!(
            "export LD_PRELOAD={} FAKETIME_TIMESTAMP_FILE={} FAKETIME_NO_CACHE=1 \
             FAKETIME_DONT_FAKE_MONOTONIC=1; exec \"$@\"",
            library().display(),
            self.path("offset").display()
        );
        let database = self.database();
        let mut server = Program::serve_in_shell(&[("DATABASE__URL", &database)], &[], &script);
        server.wait_until(|server| server.said().contains("Ctrl-C stops it."));
        server
    }
}

/// The library that Debian's package `faketime` brings.
fn library() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten();
    folders
        .map(|folder| folder.path().join("faketime/libfaketimeMT.so.1"))
        .find(|library| library.exists())
        .unwrap_or_else(|| missing("libfaketime (the package `faketime`)"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_ahead_deletes_nothing() {
    let machine = Machine::new();
    let mut world = World::at(machine.serve()).await;
    let mut drafts = Vec::new();
    for number in 0..5 {
        let title = format!("Begun before the jump, number {number}");
        drafts.push((world.fill_in(&title).await.path, title));
    }
    let database = machine.database();
    let settings = [
        ("DATABASE__URL", database.as_str()),
        ("SERVER__BASE_URL", &world.program.base),
    ];
    let invited = program::run(&settings, &["admin", "invite", "anja@example.org"]);
    let invitation = invited.said.lines().nth(1).expect("an address").trim();
    let invitation = invitation.replace(&world.program.base, "");

    machine.set("+31d");
    for number in 0..5 {
        let page = world
            .fill_in(&format!("Begun in the future, number {number}"))
            .await;
        assert_eq!(page.status, 200, "{}", page.text);
    }
    let _ = program::run(&settings, &["admin", "invite", "ben@example.org"]);
    world.program.signal("TERM");
    assert_eq!(world.program.wait().code(), Some(0));
    world.program = machine.serve();
    world.reader = world.program.visitor();
    world.fill_in("Begun after a start in the future").await;

    machine.set("+0");
    for (path, title) in &drafts {
        let page = world.reader.get(path).await;
        assert!(
            page.status == 200 && page.text.contains(title),
            "{title}: {}",
            page.status
        );
    }
    let anja = world.program.visitor();
    let page = anja.post(&invitation, &[("name", "Anja")]).await;
    assert_eq!(page.path, "/desk", "{}: {}", page.status, page.text);
    // The session of before the jump is good as well.
    let base = world.program.base.clone();
    world.desk = world.desk.at(&base);
    assert_eq!(world.desk.get("/desk").await.status, 200);
    told(
        15,
        "a clock a month ahead and back: 5 of 5 drafts, the invitation and the session are there",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_back_changes_no_order() {
    let machine = Machine::new();
    let world = World::at(machine.serve()).await;
    let meeting = world.publish("Taken off twice").await;
    withdraw(&world, &meeting, "The first reason").await;
    change(&world, &meeting, "Back on the calendar").await;
    let before = stamps(&world, &meeting).await;

    machine.set("-1d");
    change(&world, &meeting, "Changed a day before").await;
    let after = stamps(&world, &meeting).await;
    assert!(after.calendar >= before.calendar, "{before:?}, {after:?}");
    assert!(after.event >= before.event, "{before:?}, {after:?}");
    assert_eq!(after.sequence, before.sequence + 1);
    withdraw(&world, &meeting, "The second reason").await;
    let page = world
        .desk
        .get(&format!("/desk/meetings/{}", meeting.id))
        .await;
    let shown = page.text.find("The second reason");
    assert!(
        shown.is_some() && !page.text.contains("The first reason"),
        "{}",
        page.words()
    );

    machine.set("+0");
    let page = world
        .desk
        .get(&format!("/desk/meetings/{}", meeting.id))
        .await;
    assert!(page.text.contains("The second reason"), "{}", page.words());
    told(
        15,
        "a clock a day back: the last reason is shown, SEQUENCE goes on, no stamp goes back",
    );
}

async fn withdraw(world: &World, meeting: &Meeting, reason: &str) {
    let page = world.withdraw(meeting, reason).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(world.public(meeting).await, 404);
}

/// Sends the meeting with another title and approves it.
async fn change(world: &World, meeting: &Meeting, title: &str) {
    let begun = world.reader.post(&meeting.edit, &[]).await;
    let (draft, _) = begun.path.rsplit_once('/').expect("a draft");
    let fields = [
        ("group", "dccg"),
        ("title", title),
        ("poster_name", "Ana Example"),
        ("poster_email", "ana@dynamic.example.org"),
    ];
    world.reader.post(&format!("{draft}/who"), &fields).await;
    world.reader.post(&format!("{draft}/send"), &[]).await;
    let page = world
        .desk
        .get(&format!("/desk/meetings/{}", meeting.id))
        .await;
    let action = page.attributes("form.decide", "action").remove(0);
    let page = world.desk.post(&action, &[("verdict", "approved")]).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(world.public(meeting).await, 200, "{title}");
}

/// What subscribers go by; stamps compare as texts do.
#[derive(Debug)]
struct Stamps {
    calendar: String,
    event: String,
    sequence: i32,
}

async fn stamps(world: &World, meeting: &Meeting) -> Stamps {
    let feed = world.reader.get("/calendar.ics").await.text;
    let at = feed.find("BEGIN:VEVENT").expect("an event");
    let (head, event) = feed.split_at(at);
    assert!(event.contains(&meeting.id), "{event}");
    let property = |text: &str, name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().to_owned()
    };
    Stamps {
        calendar: property(head, "LAST-MODIFIED:"),
        event: property(event, "LAST-MODIFIED:"),
        sequence: property(event, "SEQUENCE:").parse().unwrap_or(0),
    }
}
