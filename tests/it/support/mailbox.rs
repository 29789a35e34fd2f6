//! A mail server of the stories' own: it speaks SMTP (RFC 5321) over a socket, keeps what it is given,
//! and refuses whom it was told to refuse. What it keeps is read by Python's parser, not by ours.

use super::program::free_port;
use super::{in_repository, tool};
use serde::Deserialize;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A mail server that is running, until the story lets go of it.
pub struct Mailbox {
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    kept: Vec<Kept>,
    /// What is said to who sends to an address, instead of "250".
    refused: HashMap<String, String>,
    /// How many tries were refused.
    refusals: usize,
    closed: bool,
}

#[derive(Clone)]
struct Kept {
    to: String,
    raw: String,
}

/// A mail as its reader's program shows it.
#[derive(Debug, Clone, Deserialize)]
pub struct Mail {
    /// Whom the envelope named.
    #[serde(skip)]
    pub to: String,
    /// As it went over the wire.
    #[serde(skip)]
    pub raw: String,
    pub headers: HashMap<String, String>,
    /// Every header's name in order, those that stand twice twice.
    pub names: Vec<String>,
    pub defects: Vec<String>,
    pub text: String,
    pub html: String,
    pub attachments: Vec<Attachment>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Attachment {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub text: String,
}

impl Mailbox {
    pub fn open() -> Self {
        Self::open_at(free_port())
    }

    /// At an address where it may have been closed before.
    pub fn open_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).expect("a port for mail");
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.lock().expect("the mailbox").closed {
                    return;
                }
                let shared = Arc::clone(&shared);
                std::thread::spawn(move || converse(stream, &shared));
            }
        });
        Self { address, state }
    }

    /// What the setting `mail.smtp_url` is for it.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// From now on, answers with this line whoever sends to an address.
    pub fn refuse(&self, address: &str, answer: &str) {
        let mut state = self.state.lock().expect("the mailbox");
        state.refused.insert(address.to_owned(), answer.to_owned());
    }

    /// How many tries were refused.
    pub fn refusals(&self) -> usize {
        self.state.lock().expect("the mailbox").refusals
    }

    pub fn count(&self) -> usize {
        self.state.lock().expect("the mailbox").kept.len()
    }

    /// Waits for as many mails as are expected, and a little longer for one too many; they are in the
    /// order in which they came.
    pub async fn mails(&self, expected: usize) -> Vec<Mail> {
        let begin = Instant::now();
        while self.count() < expected && begin.elapsed() < Duration::from_secs(20) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        let kept = self.state.lock().expect("the mailbox").kept.clone();
        let mails = tokio::task::spawn_blocking(move || read(kept))
            .await
            .expect("mails");
        assert_eq!(mails.len(), expected, "{:#?}", subjects(&mails));
        mails
    }
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        if let Ok(mut state) = self.state.lock() {
            state.closed = true;
        }
        // It waits for somebody to come.
        let _ = TcpStream::connect(self.address);
    }
}

impl Mail {
    pub fn subject(&self) -> &str {
        self.header("subject")
    }

    /// A header's value; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The paths of the addresses in its text that begin with this one.
    pub fn paths(&self, base: &str) -> Vec<String> {
        let addresses = self.text.split_whitespace();
        addresses
            .filter_map(|word| word.strip_prefix(base))
            .map(str::to_owned)
            .collect()
    }
}

/// Subjects with recipients, for telling a story's mails apart.
pub fn subjects(mails: &[Mail]) -> Vec<String> {
    mails
        .iter()
        .map(|mail| format!("{} -> {}", mail.subject(), mail.to))
        .collect()
}

fn read(kept: Vec<Kept>) -> Vec<Mail> {
    if kept.is_empty() {
        return Vec::new();
    }
    let raws: Vec<&str> = kept.iter().map(|one| one.raw.as_str()).collect();
    let script = in_repository("tests/tools/read_mail.py");
    let answer = tool::ask(&tool::python(), &[script], &raws.join("\0"));
    let mut mails: Vec<Mail> = serde_json::from_slice(&answer).expect("mails as JSON");
    for (mail, kept) in mails.iter_mut().zip(kept) {
        (mail.to, mail.raw) = (kept.to, kept.raw);
    }
    mails
}

fn converse(stream: TcpStream, state: &Mutex<State>) -> Option<()> {
    let mut answers = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let mut say = |words: &str| answers.write_all(format!("{words}\r\n").as_bytes()).ok();
    say("220 stories ESMTP")?;
    let mut to = String::new();
    while let Some(line) = lines.next() {
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say("250-stories\r\n250-8BITMIME\r\n250 SMTPUTF8")?,
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let answer = state.lock().ok()?.refused.get(&to).cloned();
                if answer.is_some() {
                    state.lock().ok()?.refusals += 1;
                }
                say(answer.as_deref().unwrap_or("250 2.1.5 fine"))?;
            }
            "DATA" => {
                say("354 go on")?;
                let body = lines.by_ref().take_while(|line| line != ".");
                let raw = body
                    .map(|line| line.strip_prefix('.').unwrap_or(&line).to_owned() + "\r\n")
                    .collect();
                let to = to.clone();
                state.lock().ok()?.kept.push(Kept { to, raw });
                say("250 2.0.0 kept")?;
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 fine")?,
        }
    }
    None
}
