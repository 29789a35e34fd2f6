//! What a letter says: one function for what all of them share, one for what each kind says of its own.

use super::facts::facts;
use super::letter::{Block, Letter};
use super::telling::{Telling, WaitingLine};
use crate::calendar::Snapshot;
use crate::domain::alteration::alterations;
use crate::i18n::alterations::sentences;
use crate::i18n::times::in_one_line;
use crate::i18n::{Language, Words};
use crate::store::MessageKind;

/// How many waiting entries a digest names.
const NAMED: usize = 20;

/// Writes the letter that tells what a message is there to tell. `base` is where the calendar lives:
/// scheme, host and port, without a slash at the end.
pub fn compose(telling: Telling<'_>, snapshot: &Snapshot, base: &str) -> Letter {
    let message = telling.message;
    let w = Words::of(Language::from_code(message.language.as_str()).unwrap_or_default());
    let blocks = match message.kind {
        MessageKind::Digest => digest(w, &telling.waiting, base),
        MessageKind::Urgent => urgent(w, &telling, snapshot, base),
        MessageKind::Rush => rush(w, base),
        MessageKind::PrivateAddress => ways_back(w, &telling, base),
        MessageKind::SignInCode => sign_in_code(w, &telling),
        _ => to_poster(w, &telling, snapshot, base),
    };
    Letter {
        words: w,
        subject: subject(w, &telling),
        blocks,
        foot: foot(w, &telling, base),
        ics: telling.ics,
    }
}

fn subject(w: Words, telling: &Telling<'_>) -> String {
    let kind = telling.message.kind;
    let key = format!("mail-subject-{}", kind.as_str());
    match kind {
        MessageKind::Digest => w.t1(&key, "count", telling.waiting.len()),
        MessageKind::PrivateAddress | MessageKind::SignInCode | MessageKind::Rush => w.t(&key),
        _ => w.t1(&key, "title", telling.message.payload.title.as_str()),
    }
    // What looks like an encoded word (RFC 2047) would be decoded by the reader's program.
    .replace("=?", "= ?")
}

fn to_poster(w: Words, telling: &Telling<'_>, snapshot: &Snapshot, base: &str) -> Vec<Block> {
    let kind = telling.message.kind;
    let mut blocks = vec![says(w, &format!("mail-says-{}", kind.as_str()))];
    if let Some(reason) = &telling.message.payload.reason {
        blocks.push(says(w, "mail-reason"));
        blocks.push(Block::Quotes(reason.clone()));
    }
    blocks.extend(changed(w, telling));
    blocks.extend(ways(w, telling, base));
    blocks.push(facts(w, telling, snapshot));
    if telling.ics.is_some() {
        blocks.push(says(w, "mail-attached"));
    }
    if telling.key.is_some() {
        blocks.push(says(w, "mail-keep-private"));
    }
    blocks
}

/// What the desk changed, in the words of a meeting's own history.
fn changed(w: Words, telling: &Telling<'_>) -> Option<Block> {
    let (before, after) = telling.before.zip(telling.details)?;
    let changes = sentences(w, &alterations(before, after));
    (!changes.is_empty()).then_some(Block::List(changes))
}

/// Where to go from the letter, what it is for first.
fn ways(w: Words, telling: &Telling<'_>, base: &str) -> Vec<Block> {
    let page = telling.message.meeting.map(|id| Block::Leads {
        words: w.t("mail-see").to_string(),
        url: format!("{base}/{}/meetings/{id}", w.code()),
    });
    let change = telling.key.map(|key| Block::Leads {
        words: w
            .t(&format!("mail-change-{}", telling.message.kind.as_str()))
            .to_string(),
        url: format!("{base}/{}/edit/{}", w.code(), key.secret()),
    });
    match telling.message.kind {
        MessageKind::Published | MessageKind::Cancelled | MessageKind::ChangedByDesk => {
            page.into_iter().chain(change).collect()
        }
        MessageKind::StillMissing | MessageKind::StillMeeting => {
            change.into_iter().chain(page).collect()
        }
        _ => change.into_iter().collect(),
    }
}

fn ways_back(w: Words, telling: &Telling<'_>, base: &str) -> Vec<Block> {
    let mut blocks = vec![says(w, "mail-says-private-address")];
    blocks.extend(telling.entries.iter().map(|(title, key)| Block::Leads {
        words: title.clone(),
        url: format!("{base}/{}/edit/{}", w.code(), key.secret()),
    }));
    blocks.push(says(w, "mail-keep-private"));
    blocks
}

fn sign_in_code(w: Words, telling: &Telling<'_>) -> Vec<Block> {
    let code = telling.code.map(|code| {
        let fact = (w.t("mail-code").to_string(), code.grouped());
        Block::Facts(vec![fact])
    });
    let mut blocks = vec![says(w, "mail-says-sign-in-code")];
    blocks.extend(code);
    blocks.push(says(w, "mail-code-not-asked"));
    blocks
}

fn digest(w: Words, waiting: &[WaitingLine], base: &str) -> Vec<Block> {
    let mut blocks = vec![Block::Says(
        w.t1("mail-says-digest", "count", waiting.len()).to_string(),
    )];
    let lines = waiting.iter().take(NAMED).map(|entry| line(w, entry));
    blocks.push(Block::List(lines.collect()));
    if let Some(more) = waiting.len().checked_sub(NAMED).filter(|more| *more > 0) {
        blocks.push(Block::Says(w.t1("mail-more", "count", more).to_string()));
    }
    blocks.push(Block::Leads {
        words: w.t("mail-desk").to_string(),
        url: format!("{base}/desk"),
    });
    blocks
}

fn line(w: Words, entry: &WaitingLine) -> String {
    let starts = entry.times.as_ref().map(|times| in_one_line(w, times));
    let starts = starts.unwrap_or_else(|| w.t("when-date-unknown").to_string());
    w.t3(
        "mail-line",
        "title",
        entry.title.as_str(),
        "group",
        entry.group.as_str(),
        "starts",
        starts,
    )
    .to_string()
}

fn urgent(w: Words, telling: &Telling<'_>, snapshot: &Snapshot, base: &str) -> Vec<Block> {
    let mut blocks = vec![says(w, "mail-says-urgent")];
    blocks.extend(telling.message.meeting.map(|id| Block::Leads {
        words: w.t("mail-review").to_string(),
        url: format!("{base}/desk/meetings/{id}"),
    }));
    blocks.push(facts(w, telling, snapshot));
    blocks
}

fn rush(w: Words, base: &str) -> Vec<Block> {
    let desk = Block::Leads {
        words: w.t("mail-desk").to_string(),
        url: format!("{base}/desk"),
    };
    vec![says(w, "mail-says-rush"), desk]
}

fn foot(w: Words, telling: &Telling<'_>, base: &str) -> Vec<Block> {
    let why = match telling.message.kind {
        MessageKind::SignInCode => "mail-why-sign-in",
        kind if kind.is_for_desk() => "mail-why-desk",
        _ => "mail-why",
    };
    let mut foot = vec![Block::Says(
        w.t1(why, "calendar", w.t("site-name")).to_string(),
    )];
    foot.extend(telling.stop.map(|stop| Block::Leads {
        words: w.t("mail-stop").to_string(),
        url: stop_url(w, base, stop.secret()),
    }));
    foot
}

/// Where reminders are stopped.
pub(super) fn stop_url(w: Words, base: &str, secret: &str) -> String {
    format!("{base}/{}/mail/stop/{secret}", w.code())
}

fn says(w: Words, key: &str) -> Block {
    Block::Says(w.t(key).to_string())
}
