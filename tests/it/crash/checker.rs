//! What is wrong after a server came back: in the database against what was acknowledged, and in what
//! the server shows against the database.

use super::found::{Found, FoundMeeting};
use super::hands::Hands;
use super::ledger::{Entry, Ledger};
use super::record::{Act, Record};
use crate::support::database::{is_postgres, texts};
use std::collections::{BTreeMap, BTreeSet};

/// The most meetings whose own pages are looked at in one check.
const PAGES: usize = 40;

/// Everything that is wrong.
pub async fn faults(ledger: &Ledger, database: &str, desk: &Hands) -> Vec<String> {
    let found = Found::read(database);
    let mut faults = ledger.wrong.clone();
    faults.extend(against_the_database(ledger, &found));
    faults.extend(against_the_server(&found, desk).await);
    for entry in ledger.entries.iter().rev().take(PAGES) {
        faults.extend(of_its_pages(entry, &found, desk).await);
    }
    faults
}

/// Nothing acknowledged is missing, nothing is there twice, and nothing else is there.
pub fn against_the_database(ledger: &Ledger, found: &Found) -> Vec<String> {
    let mut faults = found.faults.clone();
    let mut known = BTreeSet::new();
    let mut compare = |name: &str, possible: &[Record]| {
        known.insert(name.to_owned());
        let is = found.meetings.get(name).map(|meeting| &meeting.record);
        let is = is.cloned().unwrap_or_default();
        if !possible.contains(&is) {
            faults.push(format!("{name:?} is {is:?} and should be {possible:?}"));
        }
    };
    for entry in &ledger.entries {
        let mut possible = vec![entry.record.clone()];
        if let Some(open) = entry.open.as_ref().filter(|open| open.is_pressed) {
            possible.push(entry.record.after(&open.act));
        }
        compare(&entry.name, &possible);
    }
    for file in &ledger.files {
        for title in &file.titles {
            let act = Act::Import {
                title: title.clone(),
            };
            let mut possible = vec![Record::default().after(&act)];
            if !file.is_in {
                possible.push(Record::default());
            }
            compare(title, &possible);
        }
    }
    let others = found.meetings.keys().filter(|name| !known.contains(*name));
    faults.extend(others.map(|name| format!("{name:?} was never sent")));
    faults
}

/// What SQLite itself finds wrong with its file. PostgreSQL has nothing of the kind.
pub fn faults_of_the_file(database: &str) -> Vec<String> {
    if is_postgres(database) {
        return Vec::new();
    }
    let integrity = "SELECT integrity_check AS value FROM pragma_integrity_check";
    let keys =
        "SELECT \"table\" || ' points to no ' || parent AS value FROM pragma_foreign_key_check";
    let found = [texts(database, integrity), texts(database, keys)].concat();
    found.into_iter().filter(|line| line != "ok").collect()
}

/// What stands for the title of what was taken off.
const TAKEN_OFF: &str = "[Cancelled] Dynamic Coalitions Coordination Group";

/// Feed, list and desk say what the database says.
pub async fn against_the_server(found: &Found, desk: &Hands) -> Vec<String> {
    let mut faults = Vec::new();
    let feed = page(desk, "/calendar.ics?past=all", &mut faults).await;
    let (over, in_feed): (BTreeMap<_, _>, BTreeMap<_, _>) = events(&feed)
        .into_iter()
        .partition(|(id, _)| found.taken_off.contains_key(id));
    let told: BTreeMap<_, _> = over
        .iter()
        .map(|(id, (sequence, _))| (id, sequence))
        .collect();
    if told != found.taken_off.iter().collect() {
        let expected = &found.taken_off;
        faults.push(format!(
            "the feed tells that {told:?} is over, not {expected:?}"
        ));
    }
    // It may have been taken off for its title.
    let shown = over.values().find(|(_, title)| title != TAKEN_OFF);
    faults
        .extend(shown.map(|(_, title)| format!("the feed shows {title:?} of what was taken off")));
    if in_feed != found.public {
        faults.push(format!("the feed: {}", difference(&in_feed, &found.public)));
    }
    let list = page(desk, "/en/", &mut faults).await;
    let in_list = ids(&list, "/en/meetings/");
    if let Some(id) = in_list.iter().find(|id| !found.public.contains_key(*id)) {
        faults.push(format!("the list shows {id}, which is not public"));
    }
    if in_list.is_empty() && !found.public.is_empty() {
        faults.push("the list is empty".to_owned());
    }
    let at_the_desk = at_the_desk(desk, &mut faults).await;
    let waiting = found.meetings.values();
    let waiting = waiting.filter(|meeting| meeting.pending.is_some());
    let waiting: BTreeSet<String> = waiting.map(|meeting| meeting.id.clone()).collect();
    if at_the_desk != waiting {
        let (seen, are) = (at_the_desk.len(), waiting.len());
        faults.push(format!("the desk shows {seen} that wait, {are} do"));
    }
    faults
}

/// A meeting's public page, its private page, and the form that somebody left filled in.
async fn of_its_pages(entry: &Entry, found: &Found, desk: &Hands) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(meeting) = found.meetings.get(&entry.name) {
        public_page(meeting, found, desk, &mut faults).await;
        if let Some(confirmation) = &entry.confirmation {
            page(desk, confirmation, &mut faults).await;
        }
        if let Some(edit) = &entry.edit {
            private_page(edit, meeting, desk, &mut faults).await;
        }
    }
    let Some(open) = &entry.open else {
        return faults;
    };
    if let (Some(draft), Act::Send { title }) = (open.draft(), &open.act) {
        let path = format!("{draft}/check");
        match desk.look(&path).await {
            Ok((200, page)) if page.contains(title) => {}
            // It was sent.
            Ok((303, to)) if open.is_pressed && to.ends_with("/sent") => {}
            other => faults.push(format!(
                "the form of {title:?} is gone: {:?}",
                status(other.as_ref())
            )),
        }
    }
    faults
}

async fn public_page(
    meeting: &FoundMeeting,
    found: &Found,
    desk: &Hands,
    faults: &mut Vec<String>,
) {
    let id = &meeting.id;
    let answer = desk.look(&format!("/en/meetings/{id}")).await;
    let is_right = match (&answer, found.public.get(id)) {
        (Ok((200, page)), Some((_, title))) => page.contains(title.as_str()),
        (Ok((404, _)), None) => true,
        _ => false,
    };
    if !is_right {
        let (status, public) = (status(answer.as_ref()), found.public.get(id));
        faults.push(format!(
            "the page of {id} is {status:?}, public is {public:?}"
        ));
    }
}

async fn private_page(edit: &str, meeting: &FoundMeeting, desk: &Hands, faults: &mut Vec<String>) {
    let page = page(desk, edit, faults).await;
    let shown = ids(&page, "name=\"revision\" value=\"").into_iter().next();
    if shown != meeting.pending {
        let (id, waits) = (&meeting.id, &meeting.pending);
        faults.push(format!(
            "the private page of {id} says that {shown:?} waits, {waits:?} does"
        ));
    }
}

async fn page(desk: &Hands, path: &str, faults: &mut Vec<String>) -> String {
    match desk.look(path).await {
        Ok((200, page)) => page,
        other => {
            faults.push(format!("{path} is {:?}", status(other.as_ref())));
            String::new()
        }
    }
}

/// What to say of an answer: its status, or why there is none.
fn status(answer: Result<&(u16, String), &String>) -> Result<u16, String> {
    answer.map(|(status, _)| *status).map_err(String::clone)
}

/// The ids (of 36 letters) that follow a text in a page.
/// What the desk may decide on, on all pages of its queue.
async fn at_the_desk(desk: &Hands, faults: &mut Vec<String>) -> BTreeSet<String> {
    let mut open = BTreeSet::new();
    for number in 1.. {
        let queue = page(desk, &format!("/desk?page={number}"), faults).await;
        let rows = queue.split("<li class=\"pick\" id=\"e-").skip(1);
        let rows = rows.filter(|row| row.contains("type=\"checkbox\""));
        open.extend(rows.filter_map(|row| row.get(..36)).map(str::to_owned));
        if !queue.contains("rel=\"next\"") {
            break;
        }
    }
    open
}

fn ids(page: &str, before: &str) -> BTreeSet<String> {
    let found = page.split(before).skip(1);
    found
        .filter_map(|rest| rest.get(..36))
        .filter(|id| id.split('-').count() == 5)
        .map(str::to_owned)
        .collect()
}

/// The events of a feed: SEQUENCE and SUMMARY, by UID.
fn events(feed: &str) -> BTreeMap<String, (i32, String)> {
    let unfolded = feed.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT").skip(1).map(|event| {
        let property = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().to_owned()
        };
        let sequence = property("SEQUENCE:").parse().unwrap_or(0);
        (property("UID:"), (sequence, property("SUMMARY:")))
    });
    events.collect()
}

fn difference(
    shown: &BTreeMap<String, (i32, String)>,
    stored: &BTreeMap<String, (i32, String)>,
) -> String {
    let only = |one: &BTreeMap<String, (i32, String)>, other: &BTreeMap<String, (i32, String)>| {
        let differs = one.iter().find(|(id, says)| other.get(*id) != Some(says));
        format!("{differs:?}")
    };
    format!(
        "shows {}, stored is {}",
        only(shown, stored),
        only(stored, shown)
    )
}
