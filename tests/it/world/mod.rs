//! Faults of the world, each with the real thing: disks that are full or read-only, a log that nobody
//! reads, PostgreSQL that is stopped, frozen, cut off, full of others or an older one, clocks that jump,
//! files that are replaced, rows that are damaged, and a server that is told to stop under load.
//!
//! Reading goes on, nobody is told anything untrue, and no answer is 500. Each story prints one line;
//! `scripts/check-world` runs all of them at length, which `IGF_CALENDAR_WORLD_ROUNDS` says.

mod address;
mod clock;
mod damage;
mod disk;
mod log;
mod network;
mod postgres;
mod replaced;
mod stop;

use crate::support::app::{Page, Visitor};
use crate::support::meetings::{SEED, with};
use crate::support::program::Program;
use chrono::{Datelike, Utc};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// How long anything may take before it counts as never.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a story that has rounds goes through them.
fn rounds(usual: usize) -> usize {
    std::env::var("IGF_CALENDAR_WORLD_ROUNDS").map_or(usual, |rounds| {
        rounds
            .parse()
            .expect("IGF_CALENDAR_WORLD_ROUNDS is a number")
    })
}

/// Says in one line what a story has shown.
fn told(point: u8, what: &str) {
    println!("point {point}: {what}: 0 wrong");
}

/// A server in a process of its own, with somebody who reads and posts, and somebody at the desk.
struct World {
    program: Program,
    reader: Visitor,
    desk: Visitor,
}

/// A meeting that was posted.
struct Meeting {
    id: String,
    /// What people call it.
    reference: String,
    /// Its private address.
    edit: String,
}

impl World {
    /// On a database, with settings of its own.
    async fn on(database: &str, settings: &[(&str, &str)]) -> Self {
        let settings = [&[("DATABASE__URL", database)], settings].concat();
        Self::at(Program::serve(&settings, &[])).await
    }

    /// At a server that nobody of the desk has been in yet.
    async fn at(program: Program) -> Self {
        let way_in = program.way_in().expect("nobody has been in yet");
        let desk = program.visitor();
        let page = desk.post(&way_in, &[("name", "Chengetai")]).await;
        assert_eq!(page.path, "/desk", "{}", page.text);
        Self {
            reader: program.visitor(),
            desk,
            program,
        }
    }

    /// Fills in the whole form.
    async fn fill_in(&self, title: &str) -> Page {
        fill_in(&self.reader, title).await
    }

    /// Posts a meeting, which then waits.
    async fn post(&self, title: &str) -> (Meeting, String) {
        let check = self.fill_in(title).await;
        assert!(
            check.path.ends_with("/check"),
            "{}: {}",
            check.status,
            check.path
        );
        let sent = check.path.replace("/check", "/send");
        let confirmation = self.reader.post(&sent, &[]).await;
        assert_eq!(confirmation.status, 200, "{}", confirmation.text);
        let reference = confirmation.texts(".reference").remove(0);
        let edit = confirmation.attributes("#edit-address", "value").remove(0);
        let found = self.desk.get(&format!("/desk?q={reference}")).await;
        let action = found.attributes("form.decide", "action").remove(0);
        let revision = action.split('/').nth(3).expect("a revision").to_owned();
        let id = found.path.rsplit('/').next().expect("an id").to_owned();
        let meeting = Meeting {
            id,
            reference,
            edit,
        };
        (meeting, revision)
    }

    /// Posts a meeting and puts it on the calendar; readers see it as soon as the desk is answered.
    async fn publish(&self, title: &str) -> Meeting {
        let (meeting, revision) = self.post(title).await;
        let answer = self.desk.decide(&revision, "approved", "").await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(self.public(&meeting).await, 200, "{title}");
        meeting
    }

    async fn withdraw(&self, meeting: &Meeting, reason: &str) -> Page {
        let path = format!("/desk/meetings/{}/withdraw", meeting.id);
        self.desk.post(&path, &[("withdraw_reason", reason)]).await
    }

    /// The status of a meeting's public page.
    async fn public(&self, meeting: &Meeting) -> u16 {
        let path = format!("/en/meetings/{}", meeting.id);
        self.reader.get(&path).await.status.as_u16()
    }

    async fn ready(&self) -> u16 {
        self.reader.get("/readyz").await.status.as_u16()
    }

    /// Pages and feeds, so many times.
    async fn reads_go_on(&self, times: usize) {
        for number in 0..times {
            let path = ["/en/", "/calendar.ics", "/healthz"][number % 3];
            let page = in_time(path, self.reader.get(path)).await;
            assert_eq!(page.status, 200, "{path}");
        }
    }

    /// Nothing can be posted: that is said with the good words, and what was typed is still there.
    async fn posting_is_refused(&self, title: &str) {
        let page = in_time("a form", self.fill_in(title)).await;
        refused(&page, title);
    }

    /// Posting works again.
    async fn is_well_again(&self) {
        eventually("it is ready", async || self.ready().await == 200).await;
        let title = "It is well again";
        eventually("it takes a form", async || {
            let page = self.fill_in(title).await;
            assert_ne!(page.status, 500, "{}", page.text);
            page.path.ends_with("/check")
        })
        .await;
    }
}

/// That an answer says in the good words that nothing can be stored.
fn refused(page: &Page, title: &str) {
    assert_eq!(page.status, 503, "{}: {}", page.path, page.text);
    assert_ne!(page.header("retry-after"), "");
    assert!(
        page.words().contains("cannot store anything"),
        "{}",
        page.words()
    );
    assert!(
        page.text.contains(title),
        "what was typed is gone: {}",
        page.text
    );
}

/// A date that is to come in every year.
fn next_year() -> &'static str {
    static YEAR: OnceLock<String> = OnceLock::new();
    YEAR.get_or_init(|| (Utc::now().year() + 1).to_string())
}

async fn fill_in(reader: &Visitor, title: &str) -> Page {
    let form = with(SEED, &[("title", title), ("start_year", next_year())]);
    reader.post("/en/post", &form).await
}

/// What comes; a failure if it never does.
async fn in_time<T>(what: &str, work: impl Future<Output = T>) -> T {
    let outcome = tokio::time::timeout(PATIENCE, work).await;
    outcome.unwrap_or_else(|_| panic!("{what} never comes"))
}

/// Waits for something to become true.
async fn eventually(what: &str, is_so: impl AsyncFn() -> bool) {
    let until = Instant::now() + PATIENCE;
    while !is_so().await {
        assert!(Instant::now() < until, "{what}: never");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
