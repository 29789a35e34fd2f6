//! Speaking to a server that may die at any moment.

use reqwest::redirect::Policy;
use std::time::Duration;

/// How long anybody waits for an answer before it counts as one that never comes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody at an address of this machine, who follows no redirect.
#[derive(Clone)]
pub struct Hands {
    pub base: String,
    client: reqwest::Client,
    /// The desk's session, as a cookie.
    session: Option<String>,
}

/// What came of pressing a button.
#[derive(Debug)]
pub enum Answer {
    /// A redirect, whole: where it leads to.
    Done(String),
    /// No whole answer, or one that says that the database is away.
    Away,
    /// Anything else.
    Wrong(String),
}

impl Hands {
    /// Somebody at `127.0.0.HOST`, in nobody else's way.
    pub fn new(base: &str, host: u8) -> Self {
        let client = reqwest::Client::builder()
            .local_address(std::net::IpAddr::from([127, 0, 0, host]))
            .redirect(Policy::none())
            .no_proxy()
            .timeout(PATIENCE)
            // The server hangs up after five seconds of silence; nobody is to speak into that.
            .pool_idle_timeout(Duration::from_secs(2))
            .build()
            .expect("a client");
        Self {
            base: base.to_owned(),
            client,
            session: None,
        }
    }

    /// The same at a server of another address.
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            ..self.clone()
        }
    }

    /// The same with the desk's session.
    pub fn in_the_name_of(self, desk: &Self) -> Self {
        Self {
            session: desk.session.clone(),
            ..self
        }
    }

    /// Somebody of the desk, who goes in by a one-time address.
    pub async fn enter(mut self, way_in: &str) -> Self {
        let request = self.client.post(way_in).form(&[("name", "Chengetai")]);
        let answer = request.header("sec-fetch-site", "same-origin").send().await;
        let answer = answer.expect("an answer");
        let cookie = answer.headers().get("set-cookie").expect("a session");
        let cookie = cookie.to_str().expect("a cookie");
        self.session = cookie.split(';').next().map(str::to_owned);
        self
    }

    /// Presses a button.
    pub async fn press(&self, path: &str, form: &[(&str, String)]) -> Answer {
        let request = self.client.post(self.address(path)).form(form);
        let request = self.with_session(request.header("sec-fetch-site", "same-origin"));
        let Ok(answer) = request.send().await else {
            return Answer::Away;
        };
        let status = answer.status();
        let location = answer.headers().get("location").cloned();
        let Ok(body) = answer.text().await else {
            return Answer::Away;
        };
        match (status.as_u16(), location) {
            (303, Some(location)) => Answer::Done(location.to_str().unwrap_or_default().to_owned()),
            (503, _) => Answer::Away,
            _ => Answer::Wrong(format!("{status} to {path}: {}", shortened(&body))),
        }
    }

    /// Looks at a page; why not, if no whole answer came. Where it sends on counts as the page.
    pub async fn look(&self, path: &str) -> Result<(u16, String), String> {
        let why = |error: reqwest::Error| format!("{error:?}");
        let request = self.with_session(self.client.get(self.address(path)));
        let answer = request.send().await.map_err(why)?;
        let status = answer.status().as_u16();
        if let Some(location) = answer.headers().get("location") {
            return Ok((status, location.to_str().unwrap_or_default().to_owned()));
        }
        Ok((status, answer.text().await.map_err(why)?))
    }

    fn with_session(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        match &self.session {
            Some(session) => request.header("cookie", session),
            None => request,
        }
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// What stands in a page between two texts, the first time.
pub fn between<'a>(page: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let rest = &page[page.find(before)? + before.len()..];
    Some(&rest[..rest.find(after)?])
}

fn shortened(body: &str) -> String {
    let main = body.find("<main").map_or(body, |at| &body[at..]);
    main.chars().take(300).collect()
}
