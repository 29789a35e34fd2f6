//! A throw-away PostgreSQL cluster for one run of the tests, and fresh
//! databases in it. No schema here: the server under test lays its own.

use super::{missing, watchdog::Watchdog};
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use std::{
    net::TcpListener,
    os::unix::fs::MetadataExt,
    path::PathBuf,
    process::Command,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

/// Durability is switched off throughout: this data is not meant to last.
/// `set -e` and the ignored SIGPIPE let the script clean up, too, when the
/// tests end while it is still starting.
const SCRIPT: &str = r#"
set -eu
bin=$1 port=$2 server=
trap '' PIPE
home=$(mktemp -d /tmp/igf-calendar-postgres.XXXXXX)
finish() {
    if [ -n "$server" ]; then kill -QUIT "$server" && wait "$server"; fi
    rm -rf "$home"
}
trap 'set +e; finish' EXIT
if ! "$bin/initdb" --pgdata="$home/data" --username=postgres --auth=trust \
        --encoding=UTF8 --locale=C --no-sync >"$home/log" 2>&1 </dev/null; then
    cat "$home/log"
    exit 1
fi
"$bin/postgres" -D "$home/data" -p "$port" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories="$home" \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c max_connections=200 -c shared_buffers=32MB -c autovacuum=off \
    </dev/null >"$home/log" 2>&1 &
server=$!
until "$bin/pg_isready" -q -h "$home" -p "$port"; do
    if ! kill -0 "$server"; then server=; cat "$home/log"; exit 1; fi
    sleep 0.05
done
echo "pid $server"
echo "home $home"
cat >/dev/null
"#;

/// The cluster all tests of this process share.
pub struct Cluster {
    /// Where it listens, on the loopback only.
    pub port: u16,
    /// The postmaster's process.
    pub pid: u32,
    /// Its directory, gone when the tests are.
    pub home: PathBuf,
    admin: Mutex<PgConnection>,
}

/// The URL of a new, empty database of its own.
pub fn new_database() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let cluster = cluster();
    // A test that failed while it held the connection left it usable.
    let mut admin = cluster.admin.lock().unwrap_or_else(PoisonError::into_inner);
    admin
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0"))
        .expect("the cluster makes a database");
    url(cluster.port, &name)
}

/// The address of a copy of a database. Whoever is connected to the other is cut off.
pub fn copy_of(database: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let (_, original) = database.rsplit_once('/').expect("a name");
    let name = format!("{original}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let cluster = cluster();
    let mut admin = cluster.admin.lock().unwrap_or_else(PoisonError::into_inner);
    // Nobody comes back between the cut and the copy.
    admin
        .batch_execute(&format!(
            "ALTER DATABASE {original} ALLOW_CONNECTIONS false; \
             SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{original}';"
        ))
        .expect("nobody is connected");
    let made = (0..100).any(|_| {
        let made = admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {original}"));
        // Those who were cut off take a moment to go.
        let wait = Duration::from_millis(20);
        made.is_ok() || {
            std::thread::sleep(wait);
            false
        }
    });
    admin
        .batch_execute(&format!("ALTER DATABASE {original} ALLOW_CONNECTIONS true"))
        .expect("it is open again");
    assert!(made, "a copy of {original}");
    url(cluster.port, &name)
}

/// The running cluster; the first call starts it.
pub fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        let bin = binaries();
        // A free port may be taken between the look and the start: try again.
        let mut said = String::new();
        for _ in 0..5 {
            match start(&bin) {
                Ok(cluster) => return cluster,
                Err(error) => said = error,
            }
        }
        panic!("PostgreSQL did not start: {said}");
    })
}

fn start(bin: &std::path::Path) -> Result<Cluster, String> {
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("the loopback has a free port")
        .port();
    let mut command = as_ordinary_user();
    command
        .args(["-c", SCRIPT, "postgres-for-tests"])
        .arg(bin)
        .arg(port.to_string());
    let mut watchdog = Watchdog::start(command);
    let pid = watchdog.wait_for("pid")?.parse().expect("a process id");
    let home = PathBuf::from(watchdog.wait_for("home")?);
    watchdog.keep();
    let admin = PgConnection::establish(&url(port, "postgres")).map_err(|e| e.to_string())?;
    Ok(Cluster {
        port,
        pid,
        home,
        admin: Mutex::new(admin),
    })
}

/// The address of a database of the cluster on a port.
pub fn url(port: u16, database: &str) -> String {
    format!("postgres://postgres@127.0.0.1:{port}/{database}")
}

/// A `sh` that is not root's: PostgreSQL refuses to run as root.
pub fn as_ordinary_user() -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    if !root {
        return Command::new("sh");
    }
    let mut command = Command::new("setpriv");
    command.args([
        "--reuid=postgres",
        "--regid=postgres",
        "--clear-groups",
        "sh",
    ]);
    command
}

/// The folder of the server's programs; Debian keeps them off the path.
pub fn binaries() -> PathBuf {
    let told = Command::new("pg_config")
        .arg("--bindir")
        .output()
        .ok()
        .map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim().to_owned()));
    let mut packaged: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .collect();
    packaged.sort();
    told.into_iter()
        .chain(packaged.into_iter().rev())
        .find(|bin| {
            ["initdb", "postgres", "pg_isready"]
                .iter()
                .all(|name| bin.join(name).exists())
        })
        .unwrap_or_else(|| missing("PostgreSQL's server (`initdb`)"))
}
