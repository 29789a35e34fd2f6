//! Point 10: a log that cannot be written.

use super::{World, fill_in, told};
use crate::support::program::Program;
use std::path::PathBuf;

/// Pages that are asked for once the log takes nothing more.
const READS: usize = 60;

/// On a file system of its own with room for some lines.
#[tokio::test(flavor = "multi_thread")]
async fn the_disk_of_the_log_is_full() {
    let script = "mkdir logs && exec unshare --user --map-root-user --mount sh -c \
                  'mount -t tmpfs -o size=64k none logs && exec \"$@\" >>logs/said 2>>logs/log' shell \"$@\"";
    let mut server = Program::serve_in_shell(&[("LOG__FILTER", "debug")], &[], script);
    let reader = server.visitor();
    let log = within(&server, "logs/log");
    let size = || std::fs::metadata(&log).map_or(0, |metadata| metadata.len());
    while size() < 60_000 {
        assert_eq!(reader.get("/healthz").await.status, 200);
    }
    let world = World {
        desk: server.visitor(),
        reader: server.visitor(),
        program: server,
    };
    world.reads_go_on(READS).await;
    assert_eq!(
        fill_in(&world.reader, "Written on no log").await.status,
        200
    );

    // Room again: it goes on, and says how much it lost.
    std::fs::write(&log, "").expect("room");
    super::eventually("the log goes on", async || {
        reader.get("/healthz").await;
        std::fs::read_to_string(&log).is_ok_and(|log| log.contains("could not be written"))
    })
    .await;
    server = world.program;
    server.signal("TERM");
    assert_eq!(server.wait().code(), Some(0));
    told(
        10,
        &format!("{READS} of {READS} reads answered while the log's disk is full"),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_of_the_log_is_dead_or_stands_still() {
    for (what, script) in [
        (
            "stands still",
            "mkfifo pipe; sleep 60 <pipe & exec \"$@\" >pipe 2>&1",
        ),
        (
            "is dead",
            "mkfifo pipe; true <pipe & exec \"$@\" >pipe 2>&1",
        ),
        ("is /dev/full", "exec \"$@\" >/dev/full 2>/dev/full"),
        ("was never there", "exec \"$@\" >&- 2>&-"),
    ] {
        // Each line is longer, so that the pipe is full sooner.
        let server = Program::serve_in_shell(&[("LOG__FILTER", "trace")], &[], script);
        let world = World {
            reader: server.visitor(),
            desk: server.visitor(),
            program: server,
        };
        for _ in 0..300 {
            assert_eq!(world.reader.get("/healthz").await.status, 200, "{what}");
        }
        world.reads_go_on(READS).await;
        assert_eq!(
            world.fill_in("Written on no log").await.status,
            200,
            "{what}"
        );
        told(
            10,
            &format!("{READS} of {READS} reads answered while the log's reader {what}"),
        );
    }
}

/// A path in the server's own view of the file system.
fn within(server: &Program, path: &str) -> PathBuf {
    let folder = server.folder().strip_prefix("/").expect("a whole path");
    server.proc("root").join(folder).join(path)
}
