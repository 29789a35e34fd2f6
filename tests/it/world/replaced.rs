//! Point 11: a database that went back to an earlier state under a running server.

use super::{Meeting, World, eventually, told};
use crate::support::cluster::OwnCluster;
use crate::support::database::execute;

/// What was done, and undone with the database: two meetings were published since the copy was made,
/// and one that is in it was taken off.
struct Undone {
    kept: Meeting,
    withdrawn: Meeting,
    since: [Meeting; 2],
}

/// Approvals after the database went back, each of which has to show at once.
const APPROVALS: usize = 5;

impl Undone {
    async fn happen(world: &World, copy: impl FnOnce()) -> Self {
        let kept = world.publish("In the copy").await;
        let withdrawn = world.publish("In the copy, and taken off since").await;
        copy();
        let since = [
            world.publish("Since the copy").await,
            world.publish("Also since the copy").await,
        ];
        let page = world.withdraw(&withdrawn, "By mistake").await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert_eq!(world.public(&withdrawn).await, 404);
        Self {
            kept,
            withdrawn,
            since,
        }
    }

    /// Readers see the older state, and what is approved from now on.
    async fn is_noticed(&self, world: &World) {
        eventually("what was published since is gone", async || {
            world.public(&self.since[0]).await == 404 && world.public(&self.since[1]).await == 404
        })
        .await;
        assert_eq!(world.public(&self.kept).await, 200);
        assert_eq!(world.public(&self.withdrawn).await, 200);
        let feed = world.reader.get("/calendar.ics").await.text;
        let shown: Vec<bool> = [&self.kept, &self.withdrawn, &self.since[0], &self.since[1]]
            .iter()
            .map(|meeting| feed.contains(&meeting.id))
            .collect();
        assert_eq!(shown, [true, true, false, false], "the feed");
        world.is_well_again().await;
        for number in 0..APPROVALS {
            world
                .publish(&format!("Approved afterwards, number {number}"))
                .await;
        }
        let page = world.withdraw(&self.kept, "Taken off afterwards").await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert_eq!(world.public(&self.kept).await, 404);
        let log = world.program.log();
        assert!(
            log.contains("WARN") || log.contains("ERROR"),
            "it is logged: {log}"
        );
    }
}

const FOLLOW: [(&str, &str); 1] = [("CALENDAR__FOLLOW_SECONDS", "1")];

#[tokio::test(flavor = "multi_thread")]
async fn an_older_copy_is_laid_in_the_place_of_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (file, copy) = (path("calendar.sqlite"), path("copy.sqlite"));
    let world = World::on(&file, &FOLLOW).await;
    let undone = Undone::happen(&world, || {
        execute(&file, &format!("VACUUM INTO '{copy}'")).expect("a copy");
    })
    .await;
    std::fs::rename(&copy, &file).expect("it is laid in place");
    undone.is_noticed(&world).await;
    told(
        11,
        &format!(
            "an older copy in the place of the file: noticed, {APPROVALS} of {APPROVALS} approvals show"
        ),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standby_that_lags_takes_over() {
    let mut cluster = OwnCluster::start(&[]);
    let settings = [FOLLOW[0], ("DATABASE__CONNECT_SECONDS", "2")];
    let world = World::on(&cluster.database, &settings).await;
    let undone = Undone::happen(&world, || cluster.copy()).await;
    cluster.end("QUIT");
    world.reads_go_on(12).await;
    cluster.fail_over();
    undone.is_noticed(&world).await;
    told(
        11,
        &format!(
            "a failover to an older state: noticed, {APPROVALS} of {APPROVALS} approvals show"
        ),
    );
}
