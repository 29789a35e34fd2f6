//! Points 13 and 16: PostgreSQL that is stopped, stands still, cuts off, or is full of others.

use super::{World, in_time, told};
use crate::support::cluster::{OwnCluster, signal_to};
use crate::support::database::execute;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::time::Duration;

/// Short limits, so that a story does not take minutes.
const SHORT: [(&str, &str); 4] = [
    ("DATABASE__CONNECTIONS", "4"),
    ("DATABASE__CONNECT_SECONDS", "1"),
    ("DATABASE__STATEMENT_SECONDS", "2"),
    ("DATABASE__LOCK_SECONDS", "2"),
];

/// All connections of a server that is to be full.
const MOST: usize = 12;

/// Forms while the database is away.
const FORMS: usize = 12;

async fn set_up(options: &[&str]) -> (OwnCluster, World) {
    let cluster = OwnCluster::start(options);
    let world = World::on(&cluster.database, &SHORT).await;
    world.publish("Before anything happened").await;
    (cluster, world)
}

/// Within two seconds, and a little for a machine that is busy.
async fn is_not_ready(world: &World) {
    let asked = tokio::time::timeout(Duration::from_secs(4), world.ready()).await;
    assert_eq!(asked, Ok(503), "/readyz");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_stopped() {
    let (mut cluster, world) = set_up(&[]).await;
    cluster.end("INT");
    for _ in 0..FORMS {
        world.posting_is_refused("Typed while it is stopped").await;
    }
    is_not_ready(&world).await;
    world.reads_go_on(60).await;
    cluster.go_on();
    world.is_well_again().await;
    world.publish("After it").await;
    told(
        16,
        &format!("PostgreSQL stopped: {FORMS} forms refused in words, 60 of 60 reads answered"),
    );
}

/// Goes on, whatever becomes of the story.
struct Frozen(Vec<u32>);

impl Frozen {
    fn all_of(cluster: &OwnCluster) -> Self {
        let processes = [vec![cluster.postmaster()], cluster.children()].concat();
        signal_to("STOP", &processes);
        Self(processes)
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        signal_to("CONT", &self.0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_stands_still() {
    let (cluster, world) = set_up(&[]).await;
    let frozen = Frozen::all_of(&cluster);
    is_not_ready(&world).await;
    world
        .posting_is_refused("Typed while it stands still")
        .await;
    // It is known by now, and nobody waits for it any more.
    let fast = async {
        for _ in 0..FORMS {
            world
                .posting_is_refused("Typed while it is known to stand still")
                .await;
        }
    };
    let outcome = tokio::time::timeout(Duration::from_secs(10), fast).await;
    assert!(outcome.is_ok(), "{FORMS} forms are refused fast");
    is_not_ready(&world).await;
    world.reads_go_on(60).await;
    drop(frozen);
    world.is_well_again().await;
    world.publish("After it").await;
    told(
        13,
        &format!("PostgreSQL frozen: {FORMS} forms refused fast, 60 of 60 reads answered"),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn its_connections_are_cut() {
    let (cluster, world) = set_up(&[]).await;
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..40 {
        execute(&cluster.database, cut).expect("they are cut");
        let page = in_time("a form", world.fill_in("Typed while lines are cut")).await;
        match page.status.as_u16() {
            200 => taken += 1,
            _ => {
                super::refused(&page, "Typed while lines are cut");
                refused += 1;
            }
        }
    }
    world.is_well_again().await;
    world.publish("After it").await;
    told(
        16,
        &format!("connections cut 40 times: {taken} forms taken, {refused} refused in words"),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_full_of_others() {
    let (cluster, world) = set_up(&[&format!("max_connections={MOST}")]).await;
    let others = full_of(&cluster);
    for _ in 0..FORMS {
        world
            .posting_is_refused("Typed while it is full of others")
            .await;
    }
    is_not_ready(&world).await;
    world.reads_go_on(60).await;
    drop(others);
    world.is_well_again().await;
    world.publish("After it").await;
    told(
        13,
        &format!(
            "max_connections exhausted: {FORMS} forms refused in words, 60 of 60 reads answered"
        ),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn its_disk_is_full() {
    let mut cluster = OwnCluster::on_a_small_disk();
    let world = World::on(&cluster.database, &SHORT).await;
    let before = world.publish("Before the disk was full").await;
    let filler = cluster.within("/mnt/filler");
    assert!(
        std::fs::write(&filler, vec![0; 128 << 20]).is_err(),
        "it is full"
    );
    let (mut taken, mut refused) = (0, 0);
    while refused < 20 && taken < 1000 {
        let page = in_time("a form", world.fill_in("Typed while its disk is full")).await;
        match page.status.as_u16() {
            200 => taken += 1,
            _ => {
                super::refused(&page, "Typed while its disk is full");
                refused += 1;
            }
        }
    }
    assert_eq!(refused, 20, "{taken} were taken");
    world.reads_go_on(60).await;
    assert_eq!(world.public(&before).await, 200);

    std::fs::remove_file(&filler).expect("room again");
    if !cluster.is_running() {
        cluster.end("QUIT");
        cluster.go_on();
    }
    world.is_well_again().await;
    world.publish("After it").await;
    told(
        16,
        "a full disk of PostgreSQL: 20 forms refused in words, 60 of 60 reads answered",
    );
}

/// Cuts the calendar off and takes every connection that there is.
fn full_of(cluster: &OwnCluster) -> Vec<PgConnection> {
    let address = format!("{}?application_name=others", cluster.database);
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE datname = current_database() AND application_name <> 'others'";
    let mut others = Vec::new();
    // Those that the calendar makes anew are cut again until all are taken.
    for _ in 0..500 {
        match PgConnection::establish(&address) {
            Ok(connection) => others.push(connection),
            Err(_) if others.len() == MOST => return others,
            Err(_) => std::thread::sleep(Duration::from_millis(10)),
        }
        let _ = others[0].batch_execute(cut);
    }
    panic!("{} of {MOST} connections", others.len());
}
