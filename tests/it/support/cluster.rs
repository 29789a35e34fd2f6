//! A PostgreSQL of a story's own, to be killed, stopped, frozen and started again. What it acknowledges
//! it has written, as far as the operating system lives on.

use super::postgres::{as_ordinary_user, binaries, url};
use super::watchdog::Watchdog;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;

/// Starts on `start FOLDER`, waits for the server's end on `gone`, and copies the running server into
/// another folder on `copy FOLDER`. A server whose children are still dying refuses to start: it is
/// tried again. It lives below `$base`, if that is set. Arguments: the folder of the programs, the port, options of the server.
const SCRIPT: &str = r#"
set -u
bin=$1 port=$2 server=
shift 2
trap '' PIPE
home=$(mktemp -d "${base:-/tmp}/igf-calendar-postgres.XXXXXX")
finish() {
    if [ -n "$server" ]; then
        kill -CONT "$server" $(cat /proc/"$server"/task/"$server"/children)
        kill -QUIT "$server"
        wait "$server"
    fi
    rm -rf "$home"
}
trap finish EXIT
if ! "$bin/initdb" --pgdata="$home/data" --username=postgres --auth=trust \
        --encoding=UTF8 --locale=C --no-sync >"$home/log" 2>&1 </dev/null; then
    cat "$home/log"
    exit 1
fi
echo "home $home"
while read -r word folder; do
    case $word in
        start)
            for try in $(seq 200); do
                "$bin/postgres" -D "$home/$folder" -p "$port" -c listen_addresses=127.0.0.1 \
                    -c unix_socket_directories="$home" -c fsync=off -c synchronous_commit=on \
                    -c shared_buffers=16MB -c autovacuum=off "$@" </dev/null >>"$home/log" 2>&1 &
                server=$!
                until "$bin/pg_isready" -q -h "$home" -p "$port"; do
                    if ! kill -0 "$server"; then server=; break; fi
                    sleep 0.02
                done
                if [ -n "$server" ]; then break; fi
                sleep 0.05
            done
            if [ -z "$server" ]; then tail -n 20 "$home/log"; exit 1; fi
            echo "pid $server" ;;
        gone)
            wait "$server"
            server=
            echo "gone" ;;
        copy)
            "$bin/pg_basebackup" -h "$home" -p "$port" -U postgres -D "$home/$folder" -X stream \
                --checkpoint=fast --no-sync >>"$home/log" 2>&1 </dev/null || exit 1
            echo "copied" ;;
    esac
done
"#;

/// Gives what follows a small file system of its own, below /mnt. Whoever is root stays it.
const ON_A_SMALL_DISK: &str = r#"
set -eu
mount -t tmpfs -o size=96m,mode=1777 none /mnt
export base=/mnt
exec "$@"
"#;

/// A server that belongs to one story, with one database.
pub struct OwnCluster {
    watchdog: Watchdog,
    /// The address of its database.
    pub database: String,
    port: u16,
    pid: u32,
    folder: &'static str,
}

impl OwnCluster {
    /// Starts a server with options such as `max_connections=20`, and makes a database in it.
    pub fn start(options: &[&str]) -> Self {
        Self::start_by(as_ordinary_user, options)
    }

    /// The same on a small disk of its own.
    pub fn on_a_small_disk() -> Self {
        Self::start_by(on_a_small_disk, &["max_wal_size=32MB"])
    }

    fn start_by(command: impl Fn() -> Command, options: &[&str]) -> Self {
        let mut said = String::new();
        // A free port may be taken between the look and the start: try again.
        for _ in 0..5 {
            match Self::try_start(command(), options) {
                Ok(cluster) => return cluster,
                Err(error) => said = error,
            }
        }
        panic!("PostgreSQL did not start: {said}");
    }

    fn try_start(mut command: Command, options: &[&str]) -> Result<Self, String> {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .expect("the loopback has a free port")
            .port();
        command
            .args(["-c", SCRIPT, "postgres-of-a-story"])
            .arg(binaries())
            .arg(port.to_string());
        for option in options {
            command.args(["-c", option]);
        }
        let mut watchdog = Watchdog::start(command);
        watchdog.wait_for("home")?;
        let mut cluster = Self {
            watchdog,
            database: url(port, "calendar"),
            port,
            pid: 0,
            folder: "data",
        };
        cluster.try_go_on()?;
        cluster.execute("CREATE DATABASE calendar");
        Ok(cluster)
    }

    /// Starts the server that was killed or stopped.
    pub fn go_on(&mut self) {
        if let Err(said) = self.try_go_on() {
            panic!("PostgreSQL did not start again: {said}");
        }
    }

    fn try_go_on(&mut self) -> Result<(), String> {
        self.watchdog.tell(&format!("start {}", self.folder));
        let pid = self.watchdog.wait_for("pid")?;
        self.pid = pid.parse().map_err(|_| pid)?;
        Ok(())
    }

    /// Copies the running server, as a standby does that then falls behind.
    pub fn copy(&mut self) {
        self.watchdog.tell("copy standby");
        self.watchdog.wait_for("copied").expect("a copy");
    }

    /// The copy takes the place of the server, which has ended.
    pub fn fail_over(&mut self) {
        self.folder = "standby";
        self.go_on();
    }

    /// Ends the server by a signal to its first process and waits until that is gone: `KILL`, `QUIT`
    /// (immediate stop), `INT` (fast stop).
    pub fn end(&mut self, signal: &str) {
        signal_to(signal, &[self.pid]);
        self.watchdog.tell("gone");
        self.watchdog.wait_for("gone").expect("its end");
    }

    /// The process of the server that listens.
    pub fn postmaster(&self) -> u32 {
        self.pid
    }

    /// The processes that the server has started.
    pub fn children(&self) -> Vec<u32> {
        let pid = self.pid;
        let file = format!("/proc/{pid}/task/{pid}/children");
        let children = std::fs::read_to_string(file).unwrap_or_default();
        let children = children.split_whitespace();
        children.filter_map(|pid| pid.parse().ok()).collect()
    }

    /// A path as the server itself sees it.
    pub fn within(&self, path: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/root{path}", self.pid))
    }

    /// Whether its first process is still there.
    pub fn is_running(&self) -> bool {
        let status = std::fs::read_to_string(format!("/proc/{}/stat", self.pid));
        status.is_ok_and(|status| !status.contains(") Z "))
    }

    /// Runs statements as its owner, in a database beside that of the story.
    pub fn execute(&self, statements: &str) {
        let mut owner = PgConnection::establish(&url(self.port, "postgres")).expect("a connection");
        owner.batch_execute(statements).expect(statements);
    }
}

/// A `sh` as PostgreSQL wants it, in a name space of its own. Who is not root becomes it there for as
/// long as it takes to mount something.
fn on_a_small_disk() -> Command {
    let inner = as_ordinary_user();
    let is_root = inner.get_program() == "setpriv";
    let mut command = Command::new("unshare");
    if !is_root {
        command.args(["--user", "--map-root-user"]);
    }
    command.args(["--mount", "sh", "-c", ON_A_SMALL_DISK, "small-disk"]);
    if !is_root {
        command.args(["unshare", "--user", "--map-user=1000", "--map-group=1000"]);
    }
    command.arg(inner.get_program()).args(inner.get_args());
    command
}

/// Sends a signal by name to processes, some of which may be gone.
pub fn signal_to(name: &str, processes: &[u32]) {
    let _ = Command::new("kill")
        .arg(format!("-{name}"))
        .args(processes.iter().map(u32::to_string))
        .stderr(std::process::Stdio::null())
        .status();
}
