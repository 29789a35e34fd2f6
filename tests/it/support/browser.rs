//! Real browser windows for the stories: headless Chromium, driven through
//! one `chromedriver` for the whole run. What a page has to show is not
//! decided here.

use super::{in_repository, missing, watchdog::Watchdog};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    io::{Read, Write},
    net::TcpStream,
    ops::Deref,
    path::PathBuf,
    process::Command,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

/// The driver puts its browsers into groups of their own, so the script finds
/// them by their own folder, which nothing else has on its command line.
const SCRIPT: &str = r#"
set -u
trap '' PIPE
home=$(mktemp -d "${TMPDIR:-/tmp}/igf-calendar-browser.XXXXXX")
echo "home $home"
TMPDIR=$home HOME=$home "$1" --port=0 </dev/null 2>&1 &
driver=$!
echo "pid $driver"
exec >/dev/null
cat
kill "$driver"
wait "$driver"
# Until none was found three times over: one may just have been starting.
quiet=0
for _ in $(seq 50); do
    # The name goes through a pipe, or grep would find itself; and what it
    # found counts, not its status, as processes end while it looks.
    found=$(printf '%s/' "$home" | grep -laF -f - /proc/[0-9]*/cmdline)
    if [ -n "$found" ]; then quiet=0; else quiet=$((quiet + 1)); fi
    for process in $found; do
        process=${process#/proc/}
        kill -KILL "${process%/cmdline}"
    done
    rm -rf "$home"
    if [ "$quiet" = 3 ]; then break; fi
    sleep 0.1
done
"#;

/// The driver all tests of this process share.
pub struct Driver {
    /// Where it listens, on the loopback only.
    pub port: u16,
    /// Its process.
    pub pid: u32,
    /// The folder of the profiles, gone when the tests are.
    pub home: PathBuf,
}

/// A browser window: a [`Client`] that closes itself when it is dropped, also
/// by a test that fails.
pub struct Browser {
    /// The folder of its profile, fresh and its own.
    pub profile: PathBuf,
    client: Client,
    session: String,
}

impl Deref for Browser {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // By hand, as nothing asynchronous can be awaited here. A driver that
        // is gone has taken its windows along.
        let Ok(mut driver) = TcpStream::connect(("127.0.0.1", driver().port)) else {
            return;
        };
        let _ = driver.set_read_timeout(Some(Duration::from_secs(10)));
        let _ = write!(
            driver,
            "DELETE /session/{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            self.session
        );
        let _ = driver.read(&mut [0; 64]);
    }
}

/// Opens a browser with a fresh profile, whose pages are exactly `width` by
/// `height` CSS pixels large.
pub async fn browser(width: u32, height: u32) -> Browser {
    browser_with(width, height, &[]).await
}

/// Like [`browser`], with further flags of Chromium.
pub async fn browser_with(width: u32, height: u32, flags: &[&str]) -> Browser {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let driver = driver();
    let profile = driver.home.join(format!(
        "profile-{:04}",
        NUMBER.fetch_add(1, Ordering::Relaxed)
    ));
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        // Containers have a tiny /dev/shm; a full one crashes pages.
        "--disable-dev-shm-usage".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--hide-scrollbars".to_owned(),
        format!("--user-data-dir={}", profile.display()),
        format!("--window-size={width},{height}"),
    ];
    arguments.extend(flags.iter().map(|&flag| flag.to_owned()));
    let options = json!({
        "args": arguments,
        // A window is never narrower than 500 pixels; a telephone is. The
        // override holds for every page of the session.
        "mobileEmulation": { "deviceMetrics": {
            "width": width, "height": height, "pixelRatio": 1.0, "mobile": false, "touch": false,
        } },
    });
    let mut capabilities = serde_json::Map::new();
    capabilities.insert("goog:chromeOptions".to_owned(), options);
    let client = ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{}", driver.port))
        .await
        .expect("the driver opens a browser");
    let session = client
        .session_id()
        .await
        .expect("the driver answers")
        .expect("a session");
    Browser {
        profile,
        client,
        session,
    }
}

/// Keeps a picture of the page as `target/screenshots/NAME.png`, for people
/// to look at; returns where it lies.
pub async fn screenshot(client: &Client, name: &str) -> PathBuf {
    let folder = in_repository("target/screenshots");
    std::fs::create_dir_all(&folder).expect("target/screenshots can be made");
    let path = folder.join(format!("{name}.png"));
    let picture = client
        .screenshot()
        .await
        .expect("the browser takes a picture");
    std::fs::write(&path, picture).expect("the picture can be written");
    path
}

/// A key in the device, which knows its owner by the finger.
const AUTHENTICATOR: &str = r#"{"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
    "hasUserVerification": true, "isUserVerified": true}"#;

/// Gives a browser an authenticator for passkeys (WebAuthn, section 11).
pub async fn with_authenticator(browser: &Browser) {
    let session = browser
        .session_id()
        .await
        .expect("the driver")
        .expect("a session");
    let port = driver().port;
    let url = format!("http://127.0.0.1:{port}/session/{session}/webauthn/authenticator");
    let client = reqwest::Client::builder()
        .no_proxy()
        .build()
        .expect("a client");
    let added = client
        .post(url)
        .body(AUTHENTICATOR)
        .send()
        .await
        .expect("the driver");
    assert_eq!(added.status(), 200, "{:?}", added.text().await);
}

/// What a piece of JavaScript returns in the page.
pub async fn evaluate(client: &Client, script: &str) -> Value {
    client
        .execute(script, Vec::new())
        .await
        .expect("the script runs")
}

/// The running driver; the first call starts it.
pub fn driver() -> &'static Driver {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    DRIVER.get_or_init(|| {
        let program = on_path("chromedriver").unwrap_or_else(|| missing("`chromedriver`"));
        if on_path("chromium").is_none() {
            missing("`chromium`");
        }
        let mut command = Command::new("sh");
        command
            .args(["-c", SCRIPT, "browser-for-tests"])
            .arg(program);
        let mut watchdog = Watchdog::start(command);
        let started = (|| {
            let home = PathBuf::from(watchdog.wait_for("home")?);
            let pid = watchdog.wait_for("pid")?;
            let port = watchdog.wait_for("ChromeDriver was started successfully on port")?;
            Ok::<_, String>(Driver {
                port: port.trim_end_matches('.').parse().map_err(|_| port)?,
                pid: pid.parse().map_err(|_| pid)?,
                home,
            })
        })();
        watchdog.keep();
        started.unwrap_or_else(|said| panic!("chromedriver did not start: {said}"))
    })
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
