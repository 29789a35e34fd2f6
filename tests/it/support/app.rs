//! A whole server of its own for each story: a fresh database, a free port, a clock that stands
//! still if the story needs it, and visitors who speak HTTP to it.

use super::database::{execute, texts};
use super::mailbox::Mailbox;
use super::postgres;
use super::program::free_port;
use chrono::{DateTime, TimeDelta, Utc};
use igf_calendar::acts::{Actor, Acts, Invitation};
use igf_calendar::clock::Clock;
use igf_calendar::domain::web_url::EmailAddress;
use igf_calendar::domain::{PersonId, Remit, Role, SessionId, SessionKind};
use igf_calendar::import::{GROUPS_FILE, read_groups};
use igf_calendar::settings::{SecondFactor, Settings};
use igf_calendar::startup::{Running, Sockets, start};
use igf_calendar::store::{Person, Store, Token};
use reqwest::{Client, Response, StatusCode, header::HeaderMap, redirect::Policy};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU32, Ordering};

/// Tells a story twice: on SQLite and on PostgreSQL, in most weeks that of the announcement.
#[macro_export]
macro_rules! on_both_databases {
    ($($(#[$doc:meta])* async fn $name:ident($app:ident: TestApp $(at $now:expr)?) $story:block)+) => {
        $($(#[$doc])* mod $name {
            #[allow(unused_imports, reason = "a story may need nothing around it")]
            use super::*;

            const NOW: &str = [$($now,)? $crate::support::app::ANNOUNCED][0];

            async fn story($app: $crate::support::app::TestApp) $story

            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                story($crate::support::app::TestApp::on_sqlite_at(NOW).await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgres() {
                story($crate::support::app::TestApp::on_postgres_at(NOW).await).await;
            }
        })+
    };
}

/// The present in most stories: the calendar was announced in these weeks.
pub const ANNOUNCED: &str = "2018-03-01T09:00:00Z";

const NO_ADDRESSES: &str = "UPDATE people SET email = NULL \
     WHERE email LIKE 'somebody-%@desk.example.org' AND entered_at IS NOT NULL";

/// A server of its own, with the community's groups and no meeting.
pub struct TestApp {
    /// `http://127.0.0.1:PORT`
    pub base: String,
    /// The same database, for looking behind the pages.
    pub store: Store,
    /// What can be done to it without a page, at the present of this story.
    pub acts: Acts,
    /// The address of that database.
    pub database: String,
    /// A reader with an English browser.
    pub reader: Visitor,
    /// The present in this story.
    pub now: DateTime<Utc>,
    _running: Running,
    _folder: Option<tempfile::TempDir>,
}

/// Somebody with a browser's cookies.
#[derive(Clone)]
pub struct Visitor {
    base: String,
    client: Client,
}

/// What a visitor got to see.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// Where redirects led, as a path.
    pub path: String,
    pub text: String,
    /// The body as it came, compressed if that was asked for.
    pub bytes: Vec<u8>,
}

impl TestApp {
    /// On a new SQLite file, on the morning of 1 March 2018, when the calendar was announced.
    pub async fn on_sqlite() -> Self {
        Self::on_sqlite_at(ANNOUNCED).await
    }

    /// On a new SQLite file, at a moment that lasts (RFC 3339).
    pub async fn on_sqlite_at(now: &str) -> Self {
        Self::on_sqlite_with(now, |_| {}).await
    }

    /// On a new SQLite file, at a moment that lasts, with settings of its own.
    pub async fn on_sqlite_with(now: &str, change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("calendar.sqlite");
        let mut app = Self::on(file.display().to_string(), now, change).await;
        app._folder = Some(folder);
        app
    }

    /// The same on a new PostgreSQL database.
    pub async fn on_postgres_at(now: &str) -> Self {
        let url = tokio::task::spawn_blocking(postgres::new_database)
            .await
            .expect("a database");
        Self::on(url, now, |_| {}).await
    }

    /// On a database that is there already, by its address, at a moment that lasts.
    pub async fn on_database(address: String, now: &str) -> Self {
        Self::on(address, now, |_| {}).await
    }

    /// The same with settings of its own.
    pub async fn on_database_with(
        address: String,
        now: &str,
        change: impl FnOnce(&mut Settings),
    ) -> Self {
        Self::on(address, now, change).await
    }

    async fn on(database: String, now: &str, change: impl FnOnce(&mut Settings)) -> Self {
        let now = now.parse::<DateTime<Utc>>().expect("RFC 3339");
        let listen = free_port();
        let mut settings = Settings::load(None).expect("the defaults");
        settings.server.listen = listen;
        settings.server.base_url = format!("http://{listen}").try_into().expect("an address");
        settings.server.workers = 1;
        settings.server.shutdown_seconds = 1;
        settings.calendar.follow_seconds = 1;
        settings.calendar.kept_file = "off".to_owned();
        settings.limits.drafts_per_minute = 1000;
        settings.mail.from = "Common IGF calendar <calendar@igf.example.org>".to_owned();
        settings.mail.every_seconds = 1;
        settings.limits.entries_per_minute = 1000;
        settings.desk.second_factor = SecondFactor::Off;
        settings.limits.drafts_per_day = 10_000;
        settings.limits.saves_per_minute = 10_000;
        settings.limits.sent_per_hour = 10_000;
        settings.limits.sent_per_address_and_day = 10_000;
        settings.limits.waiting_per_address = 10_000;
        change(&mut settings);
        let url = database.clone();
        let (store, acts) = tokio::task::spawn_blocking(move || {
            let store = Store::open(&url).expect("a store");
            let acts = Acts::new(store.clone(), Clock::Fixed(now));
            let groups = read_groups(GROUPS_FILE).expect("the groups");
            acts.import_groups(&Actor::Importer, groups)
                .expect("groups in the store");
            (store, acts)
        })
        .await
        .expect("a store");
        let running = start(
            &settings,
            Sockets::default(),
            store.clone(),
            Clock::Fixed(now),
        )
        .await
        .expect("a server");
        until_swept(&database, now).await;
        // The one that the settings give may be where a proxy would be.
        let base = format!("http://{listen}");
        Self {
            reader: Visitor::to(&base),
            base,
            store,
            acts,
            database,
            now,
            _running: running,
            _folder: None,
        }
    }

    /// Somebody else, with no cookies yet.
    pub fn visitor(&self) -> Visitor {
        Visitor::to(&self.base)
    }

    /// Somebody of the secretariat, who came in by a one-time address.
    pub async fn secretary(&self, name: &str) -> Visitor {
        let token = self.invitation();
        let visitor = self.visitor();
        let page = visitor
            .post(
                &format!("/desk/enter/{}", token.secret()),
                &[("name", name)],
            )
            .await;
        assert_eq!(page.path, "/desk", "{}", page.text);
        // Most stories count mails, and are not about those to the desk.
        execute(&self.database, NO_ADDRESSES).expect("people");
        visitor
    }

    /// Somebody who has proved that they read an address, as by a code that was mailed there.
    pub fn member(&self, email: &str) -> Visitor {
        let cookie = self.session(email, SessionKind::Poster, (Role::Poster, Remit::All));
        let builder = Client::builder().redirect(Policy::limited(5));
        Visitor::holding_cookie(&self.base, &cookie, builder)
    }

    /// The cookie of somebody who is signed in, with their second factor given.
    pub fn session(&self, email: &str, kind: SessionKind, (role, remit): (Role, Remit)) -> String {
        let (token, now) = (Token::random().expect("a secret"), self.now);
        let hash = Sha256::digest(token.secret().as_bytes());
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let whose = format!("SELECT id FROM people WHERE email = '{email}'");
        let (person, session) = (PersonId::new(), SessionId::new());
        let at = now.format("%F %T").to_string();
        let ends = (now + TimeDelta::hours(1)).format("%F %T");
        let (kind, proved) = match kind {
            SessionKind::Desk => ("desk", format!("'{at}'")),
            SessionKind::Poster => ("poster", "NULL".to_owned()),
        };
        for statement in [
            format!(
                "INSERT INTO people (id, email, name, created_at, kind, role, failures) \
                 SELECT '{person}', '{email}', '{email}', '{at}', 'person', 'poster', 0 \
                 WHERE NOT EXISTS ({whose})"
            ),
            format!(
                "UPDATE people SET role = '{role}', reviews = '{remit}' WHERE email = '{email}'"
            ),
            format!(
                "INSERT INTO sessions (token_hash, id, person_id, kind, created_at, used_at, \
                 expires_at, proved_at, agent, network) \
                 SELECT '{hash}', '{session}', id, '{kind}', '{at}', '{at}', '{ends}', {proved}, '', '' \
                 FROM people WHERE email = '{email}'"
            ),
        ] {
            execute(&self.database, &statement).expect("a session");
        }
        format!("session={}", token.secret())
    }

    /// Somebody of the secretariat of whose remit are these kinds of group alone.
    pub async fn reviewer(&self, name: &str, kinds: &str) -> Visitor {
        let invitation = Invitation {
            email: EmailAddress::parse(&format!("{name}@desk.example.org")).expect("an address"),
            role: Some(Role::Reviewer),
            remit: Some(Remit::parse(kinds).expect("kinds")),
        };
        let invited = self.acts.invite(&Actor::System, &invitation);
        let token = invited.expect("an invitation").0;
        let visitor = self.visitor();
        let enter = format!("/desk/enter/{}", token.secret());
        let page = visitor.post(&enter, &[("name", name)]).await;
        assert_eq!(page.path, "/desk", "{}", page.text);
        visitor
    }

    /// A one-time way into the desk, for somebody who was not there before.
    pub fn invitation(&self) -> Token {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        self.invite(
            &format!("somebody-{number}@desk.example.org"),
            Role::Administrator,
        )
    }

    /// A one-time way into the desk for an address.
    pub fn invite(&self, email: &str, role: Role) -> Token {
        let invitation = Invitation {
            email: EmailAddress::parse(email).expect("an address"),
            role: Some(role),
            remit: None,
        };
        let invited = self.acts.invite(&Actor::System, &invitation);
        invited.expect("an invitation").0
    }

    /// Another server on the same database, at a moment that lasts (RFC 3339).
    pub async fn beside_at(&self, now: &str) -> Self {
        Self::on_database(self.database.clone(), now).await
    }

    /// The same with settings of its own.
    pub async fn beside_with(&self, now: &str, change: impl FnOnce(&mut Settings)) -> Self {
        Self::on(self.database.clone(), now, change).await
    }

    /// Another server on the same database, at a moment that lasts (RFC 3339), that delivers what is due
    /// then to a mail server.
    pub async fn mailing_at(&self, now: &str, mailbox: &Mailbox) -> Self {
        let url = mailbox.url();
        self.beside_with(now, |settings| settings.mail.smtp_url = url)
            .await
    }

    /// Stops this server; the database stays.
    pub async fn stop(self) {
        self._running.handle.stop(false).await;
        let _ = self._running.ended.await;
    }

    /// Posts a meeting through all pages of the form; returns its confirmation.
    pub async fn post_meeting(&self, fields: &[(&str, &str)]) -> Page {
        let page = self.reader.post("/en/post", fields).await;
        assert!(
            page.path.ends_with("/check"),
            "{}: {}",
            page.path,
            page.errors().join("; ")
        );
        let page = self
            .reader
            .post(&page.path.replace("/check", "/send"), &[])
            .await;
        assert!(page.path.ends_with("/sent"), "{}: {}", page.path, page.text);
        page
    }

    /// Waits until the server has followed the change log to its present end.
    pub async fn until_public(&self) {
        let published = self.store.published_since(0).expect("the log");
        let newest = published.meetings.iter().max_by_key(|meeting| meeting.seq);
        let Some(newest) = newest else { return };
        let path = format!("/en/meetings/{}", newest.id);
        for _ in 0..500 {
            if self.reader.get(&path).await.status == 200 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("{path} does not become public");
    }

    /// The ids of what waits at the desk, oldest first: meeting and revision.
    pub fn waiting(&self) -> Vec<(String, String)> {
        let queue = self.store.queue().expect("the queue");
        queue
            .iter()
            .map(|entry| (entry.meeting.to_string(), entry.revision.to_string()))
            .collect()
    }

    /// Posts a meeting and lets the secretariat approve it; returns its id.
    pub async fn publish(&self, fields: &[(&str, &str)]) -> String {
        self.post_meeting(fields).await;
        let (meeting, revision) = self.waiting().pop().expect("it waits");
        let secretary = self.secretary("Chengetai").await;
        let page = secretary.decide(&revision, "approved", "").await;
        assert_eq!(page.status, 200, "{}", page.text);
        meeting
    }
}

/// Somebody who decides without a session: what is decided names the calendar itself.
pub fn of_the_desk(name: &str) -> Person {
    Person {
        id: PersonId::SYSTEM,
        name: name.to_owned(),
        email: None,
        role: Role::Administrator,
        remit: Remit::All,
        entered: None,
    }
}

/// Waits until a server has noted its day: its first sweep would take away what a story leaves behind.
async fn until_swept(database: &str, now: DateTime<Utc>) {
    let day = now.date_naive().to_string();
    for _ in 0..6000 {
        if texts(database, "SELECT day AS value FROM seen_days").contains(&day) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the server does not sweep");
}

impl Visitor {
    /// Somebody with no cookies yet, at any server.
    pub fn to(base: &str) -> Self {
        Self::with(base, Client::builder())
    }

    /// Somebody at another address of this machine.
    pub fn from(base: &str, address: [u8; 4]) -> Self {
        let address = std::net::IpAddr::from(address);
        Self::with(base, Client::builder().local_address(address))
    }

    /// Somebody who keeps no cookies and goes nowhere they are sent on to.
    pub fn at_once(base: &str) -> Self {
        let builder = Client::builder().redirect(Policy::none());
        Self::holding(base, builder)
    }

    /// Somebody whose browser holds a cookie from before, and no other.
    pub fn holding_cookie(base: &str, cookie: &str, builder: reqwest::ClientBuilder) -> Self {
        let value = cookie.parse().expect("a cookie");
        let headers = HeaderMap::from_iter([(reqwest::header::COOKIE, value)]);
        Self::holding(base, builder.default_headers(headers))
    }

    fn with(base: &str, builder: reqwest::ClientBuilder) -> Self {
        let builder = builder.cookie_store(true).redirect(Policy::limited(5));
        Self::holding(base, builder)
    }

    fn holding(base: &str, builder: reqwest::ClientBuilder) -> Self {
        Self {
            base: base.to_owned(),
            client: builder
                .no_proxy()
                // The server hangs up after five seconds of silence. A test that
                // had its readers at work so long must not speak into that.
                .pool_idle_timeout(std::time::Duration::from_secs(2))
                .build()
                .expect("a client"),
        }
    }

    /// The same person, with the same cookies, at a server that came back elsewhere.
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            client: self.client.clone(),
        }
    }

    /// Follows a link.
    pub async fn get(&self, path: &str) -> Page {
        self.send(self.client.get(self.address(path))).await
    }

    /// Follows a link with headers of one's own.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Page {
        let mut request = self.client.get(self.address(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request).await
    }

    /// Follows a link, but not to where it sends on.
    pub async fn get_at_once(&self, path: &str) -> Page {
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .expect("a client");
        self.send(client.get(self.address(path))).await
    }

    /// Sends any other method.
    pub async fn request(&self, method: &str, path: &str) -> Page {
        let method = method.parse().expect("a method");
        self.send(self.client.request(method, self.address(path)))
            .await
    }

    /// Sends a form as a browser does from a page of the calendar.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.client.post(self.address(path)).form(fields);
        self.send(request.header("sec-fetch-site", "same-origin"))
            .await
    }

    /// Sends a form, but does not go to where it sends on.
    pub async fn post_at_once(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .expect("a client");
        self.send(client.post(self.address(path)).form(fields))
            .await
    }

    /// Sends a form to a server that may go away meanwhile.
    pub async fn try_post(&self, path: &str, fields: &[(&str, &str)]) -> Option<Page> {
        let request = self.client.post(self.address(path)).form(fields);
        let request = request.header("sec-fetch-site", "same-origin");
        read(request.send().await.ok()?).await
    }

    /// Sends a form with headers of one's own.
    pub async fn post_with(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Page {
        let mut request = self.client.post(self.address(path)).form(fields);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request).await
    }

    /// Decides on a revision at the desk.
    pub async fn decide(&self, revision: &str, verdict: &str, reason: &str) -> Page {
        self.post(
            &format!("/desk/revisions/{revision}/decide"),
            &[("verdict", verdict), ("reason", reason)],
        )
        .await
    }

    fn address(&self, path: &str) -> String {
        match path.starts_with("http") {
            true => path.to_owned(),
            false => format!("{}{path}", self.base),
        }
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Page {
        let response = request.send().await.expect("an answer");
        read(response).await.expect("a whole body")
    }
}

/// `None` if the body broke off.
async fn read(response: Response) -> Option<Page> {
    let (status, headers) = (response.status(), response.headers().clone());
    let path = response.url().path().to_owned();
    let bytes = response.bytes().await.ok()?.to_vec();
    Some(Page {
        status,
        headers,
        path,
        text: String::from_utf8_lossy(&bytes).into_owned(),
        bytes,
    })
}

impl Page {
    /// What a browser would send of the forms that a selector finds, as they stand on the page.
    pub fn filled_in(&self, form: &str) -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> = Vec::new();
        let inputs = format!("{form} input:not([type=checkbox]):not([type=radio])");
        for name in self.attributes(&inputs, "name") {
            let one = format!("{form} input[name='{name}']");
            let value = self.attributes(&one, "value").pop().unwrap_or_default();
            fields.push((name, value));
        }
        for name in self.attributes(&format!("{form} textarea"), "name") {
            let value = self.texts(&format!("{form} textarea[name='{name}']"));
            fields.push((name, value.concat()));
        }
        for name in self.attributes(&format!("{form} select"), "name") {
            let chosen = format!("{form} select[name='{name}'] option[selected]");
            let value = self.attributes(&chosen, "value").pop().unwrap_or_default();
            fields.push((name, value));
        }
        for ticked in [
            "input[type=checkbox][checked]",
            "input[type=radio][checked]",
        ] {
            let ticked = format!("{form} {ticked}");
            let names = self.attributes(&ticked, "name");
            fields.extend(names.into_iter().zip(self.attributes(&ticked, "value")));
        }
        fields
    }

    /// The texts of the elements that a selector finds, blanks folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        Html::parse_document(&self.text)
            .select(&Selector::parse(selector).expect("a selector"))
            .map(|element| {
                let text = element.text().collect::<Vec<_>>().join(" ");
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    /// An attribute of the elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        Html::parse_document(&self.text)
            .select(&Selector::parse(selector).expect("a selector"))
            .filter_map(|element| element.value().attr(name).map(str::to_owned))
            .collect()
    }

    /// The lines of the error summary, each as "control: message".
    pub fn errors(&self) -> Vec<String> {
        self.attributes(".error-summary li a", "href")
            .iter()
            .zip(self.texts(".error-summary li a"))
            .map(|(control, message)| format!("{}: {message}", control.trim_start_matches('#')))
            .collect()
    }

    /// All that is said on the page, without markup.
    pub fn words(&self) -> String {
        self.texts("main").join(" ")
    }

    /// A header as text, empty if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}
