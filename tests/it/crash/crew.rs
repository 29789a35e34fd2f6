//! Those who post, edit, decide, take back, withdraw and import while a server dies under them. They
//! note what they are answered, and nothing else.

use super::hands::{Answer, Hands, between};
use super::ledger::{Entry, File, Ledger, Next, Open};
use super::record::{Act, Record};
use crate::support::chance::Chance;
use crate::support::meetings::{SEED, with};
use crate::support::program;
use chrono::{Datelike, Utc};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

type Form = Vec<(&'static str, String)>;

/// Several hands at one server, over one ledger.
#[derive(Clone)]
pub struct Crew {
    pub ledger: Arc<Mutex<Ledger>>,
    /// Set when they are to go home.
    pub is_over: Arc<AtomicBool>,
}

/// Nobody answered, or not as they should: nothing more is done to this meeting now.
struct Broken;

impl Crew {
    pub fn new() -> Self {
        Self {
            ledger: Arc::default(),
            is_over: Arc::default(),
        }
    }

    /// Works until the server is gone or the day is over.
    pub async fn work(self, hands: Hands, mut chance: Chance) {
        while !self.is_over.load(Ordering::Relaxed) {
            let entry = self.with(|ledger| ledger.take(chance.below(1 << 32)));
            let mut entry = entry.unwrap_or_default();
            let outcome = match entry.record == Record::default() {
                true => self.announce(&hands, &mut entry, &mut chance).await,
                false => self.go_on(&hands, &mut entry, &mut chance).await,
            };
            self.with(|ledger| ledger.put(entry));
            if outcome.is_err() {
                // A server that is there and refuses is not to be overrun.
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }

    /// Does once more what was not acknowledged. Whoever presses again has it done once.
    pub async fn finish(&self, hands: &Hands) {
        let open: Vec<Entry> = self.with(|ledger| {
            let (open, rest) = std::mem::take(&mut ledger.entries)
                .into_iter()
                .partition(|entry| entry.open.is_some());
            ledger.entries = rest;
            open
        });
        for mut entry in open {
            if let Some(open) = entry.open.clone() {
                let _ = self.press(hands, &mut entry, open, false).await;
            }
            self.with(|ledger| ledger.put(entry));
        }
    }

    async fn announce(
        &self,
        hands: &Hands,
        entry: &mut Entry,
        chance: &mut Chance,
    ) -> Result<(), Broken> {
        let title = self.with(|ledger| ledger.unique("A meeting"));
        let form = announcement(&title, chance);
        let (draft, _) = self.redirect(hands.press("/en/post", &form).await)?;
        entry.name.clone_from(&title);
        self.send(hands, entry, (draft, title), chance).await
    }

    async fn go_on(
        &self,
        hands: &Hands,
        entry: &mut Entry,
        chance: &mut Chance,
    ) -> Result<(), Broken> {
        let next = Next::of(&entry.record, chance);
        let twice = chance.one_in(4);
        let open = match next {
            Next::Edit => return self.edit(hands, entry, chance).await,
            Next::Decide(verdict) => {
                let revision = self.waiting(hands, entry).await?;
                let reason = ("reason", "Because of that.".to_owned());
                Open {
                    act: Act::Decide { verdict },
                    path: format!("/desk/revisions/{revision}/decide"),
                    form: vec![("verdict", verdict.to_owned()), reason],
                    is_pressed: false,
                }
            }
            Next::TakeBack => {
                let revision = self.waiting(hands, entry).await?;
                Open {
                    act: Act::TakeBack,
                    path: format!("{}/take-back", self.edit_address(hands, entry).await?),
                    form: vec![("revision", revision)],
                    is_pressed: false,
                }
            }
            Next::Withdraw => {
                let reason = self.with(|ledger| ledger.unique("A reason"));
                let id = self.id(hands, entry).await?;
                Open {
                    act: Act::Withdraw {
                        reason: reason.clone(),
                    },
                    path: format!("/desk/meetings/{id}/withdraw"),
                    form: vec![("withdraw_reason", reason)],
                    is_pressed: false,
                }
            }
        };
        self.press(hands, entry, open, twice).await
    }

    async fn edit(
        &self,
        hands: &Hands,
        entry: &mut Entry,
        chance: &mut Chance,
    ) -> Result<(), Broken> {
        let path = self.edit_address(hands, entry).await?;
        let (draft, _) = self.redirect(hands.press(&path, &[]).await)?;
        let title = self.with(|ledger| ledger.unique("A title"));
        let form = first_page(&title);
        self.redirect(hands.press(&format!("{draft}/who"), &form).await)?;
        self.send(hands, entry, (draft, title), chance).await
    }

    /// Sends a form that was kept whole.
    async fn send(
        &self,
        hands: &Hands,
        entry: &mut Entry,
        (draft, title): (String, String),
        chance: &mut Chance,
    ) -> Result<(), Broken> {
        let open = Open {
            act: Act::Send { title },
            path: format!("{draft}/send"),
            form: Vec::new(),
            is_pressed: false,
        };
        // Somebody closes the lid with the form filled in.
        if chance.one_in(12) {
            entry.open = Some(open);
            return Ok(());
        }
        let twice = chance.one_in(4);
        self.press(hands, entry, open, twice).await
    }

    /// Presses a button, once or twice at the same time.
    async fn press(
        &self,
        hands: &Hands,
        entry: &mut Entry,
        mut open: Open,
        twice: bool,
    ) -> Result<(), Broken> {
        open.is_pressed = true;
        let (path, form) = (open.path.clone(), open.form.clone());
        entry.open = Some(open);
        let answers = match twice {
            false => vec![hands.press(&path, &form).await],
            true => {
                let (one, two) = tokio::join!(hands.press(&path, &form), hands.press(&path, &form));
                vec![one, two]
            }
        };
        let mut is_done = false;
        for answer in answers {
            is_done |= self.redirect(answer).is_ok();
        }
        match (is_done, entry.open.take()) {
            (true, Some(open)) => {
                entry.record = entry.record.after(&open.act);
                if let Some(draft) = open.draft() {
                    let sent = || format!("{draft}/sent");
                    entry.confirmation.get_or_insert_with(sent);
                }
                self.with(|ledger| ledger.acknowledged += 1);
                Ok(())
            }
            (_, open) => {
                entry.open = open;
                self.with(|ledger| ledger.in_doubt += 1);
                Err(Broken)
            }
        }
    }

    /// The private address, as the confirmation names it.
    async fn edit_address(&self, hands: &Hands, entry: &mut Entry) -> Result<String, Broken> {
        if let Some(known) = &entry.edit {
            return Ok(known.clone());
        }
        let confirmation = entry.confirmation.clone().ok_or(Broken)?;
        let page = self.page(hands, &confirmation).await?;
        let key = self.named(
            between(&page, "/edit/", "\""),
            "no private address",
            &confirmation,
        )?;
        let path = format!("/en/edit/{key}");
        entry.edit = Some(path.clone());
        Ok(path)
    }

    /// The revision that waits, as the private page names it.
    async fn waiting(&self, hands: &Hands, entry: &mut Entry) -> Result<String, Broken> {
        let path = self.edit_address(hands, entry).await?;
        let page = self.page(hands, &path).await?;
        let revision = between(&page, "name=\"revision\" value=\"", "\"");
        self.named(revision, "nothing waits", &path)
    }

    async fn id(&self, hands: &Hands, entry: &mut Entry) -> Result<String, Broken> {
        if let Some(id) = &entry.id {
            return Ok(id.clone());
        }
        let path = self.edit_address(hands, entry).await?;
        let page = self.page(hands, &path).await?;
        let id = self.named(
            between(&page, "/en/meetings/", "\""),
            "nothing is public",
            &path,
        )?;
        entry.id = Some(id.clone());
        Ok(id)
    }

    async fn page(&self, hands: &Hands, path: &str) -> Result<String, Broken> {
        match hands.look(path).await {
            Ok((200, page)) => Ok(page),
            Ok((503, _)) | Err(_) => Err(Broken),
            Ok((status, _)) => Err(self.wrong(format!("{status} at {path}"))),
        }
    }

    fn named(&self, found: Option<&str>, fault: &str, path: &str) -> Result<String, Broken> {
        found
            .map(str::to_owned)
            .ok_or_else(|| self.wrong(format!("{fault} at {path}")))
    }

    /// Where an answer leads to, without the page at its end.
    fn redirect(&self, answer: Answer) -> Result<(String, String), Broken> {
        match answer {
            Answer::Done(location) => {
                let (path, page) = location.rsplit_once('/').unwrap_or_default();
                if page.contains("errors") {
                    return Err(self.wrong(format!("problems at {location}")));
                }
                Ok((path.to_owned(), page.to_owned()))
            }
            Answer::Away => Err(Broken),
            Answer::Wrong(what) => Err(self.wrong(what)),
        }
    }

    fn wrong(&self, what: String) -> Broken {
        self.with(|ledger| ledger.wrong.push(what));
        Broken
    }

    /// Does something with the ledger.
    pub fn with<T>(&self, work: impl FnOnce(&mut Ledger) -> T) -> T {
        let mut ledger = self.ledger.lock().expect("the ledger");
        work(&mut ledger)
    }
}

/// Begins an announcement that nobody goes on with. The first form takes a server a while, in which it
/// would be killed with nothing done.
pub async fn warm_up(hands: Hands) {
    let form = announcement("Nobody goes on with this", &mut Chance::new(0));
    let _ = hands.press("/en/post", &form).await;
}

/// A form with all its answers, at a date by chance.
fn announcement(title: &str, chance: &mut Chance) -> Form {
    let year = (Utc::now().year() + 1).to_string();
    let day = (1 + chance.below(28)).to_string();
    let month = (1 + chance.below(12)).to_string();
    let changes = [
        ("title", title),
        ("start_year", &year),
        ("start_month", &month),
        ("start_day", &day),
    ];
    let form = with(SEED, &changes).into_iter();
    // Names live as long as the seed; only values are made here.
    form.filter_map(|(name, value)| {
        let known = SEED.iter().find(|(known, _)| *known == name)?;
        Some((known.0, value.to_owned()))
    })
    .collect()
}

/// The first page with another title, and all else that the seed says there.
fn first_page(title: &str) -> Form {
    let page = [
        "group",
        "description",
        "agenda",
        "link_kind",
        "link_label",
        "link_url",
        "poster_name",
        "poster_email",
    ];
    let rest = SEED.iter().filter(|(name, _)| page.contains(name));
    let mut form: Form = rest
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect();
    form.push(("title", title.to_owned()));
    form
}

/// Writes a file of meetings; the ledger knows it as one that is still to be imported.
pub fn write_file(ledger: &mut Ledger, folder: &Path, meetings: usize) -> File {
    let titles: Vec<String> = (0..meetings).map(|_| ledger.unique("A record")).collect();
    let year = Utc::now().year() + 1;
    let records = titles.iter().map(|title| {
        let id = title.rsplit(' ').next().unwrap_or_default();
        format!(
            "{{\"id\": \"r{id}\", \"title\": \"{title}\", \"title_lang\": \"en\", \
             \"group_slug\": \"dccg\", \"status\": \"held-or-published\", \"date_precision\": \"minute\", \
             \"tz\": \"UTC\", \"start_utc\": \"{year}-08-06T12:30:00Z\", \"mode\": \"virtual\", \
             \"access_url\": \"https://meet.example.org/{id}\"}}"
        )
    });
    let path = folder.join(format!("{}.json", titles[0].replace(' ', "-")));
    let text = format!("[{}]", records.collect::<Vec<_>>().join(",\n"));
    std::fs::write(&path, text).expect("a file");
    let file = File {
        path,
        titles,
        is_in: false,
    };
    ledger.files.push(file.clone());
    file
}

/// Imports a file by a program of its own.
pub fn import(file: &File, database: &str) -> Child {
    let folder = file.path.parent().expect("a folder");
    program::command(folder, &[("DATABASE__URL", database)])
        .args(["import", "meetings", "--publish"])
        .arg(&file.path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("an import")
}

/// Imports once more what was not acknowledged.
pub fn finish_files(ledger: &mut Ledger, database: &str) {
    let mut wrong = Vec::new();
    for file in ledger.files.iter_mut().filter(|file| !file.is_in) {
        match import(file, database).wait() {
            Ok(status) if status.success() => file.is_in = true,
            other => wrong.push(format!("importing again: {other:?}")),
        }
    }
    ledger.wrong.append(&mut wrong);
}
