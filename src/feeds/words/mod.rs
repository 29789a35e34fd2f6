//! What an entry tells, in the language that a feed is asked for in, the same in every format. Titles
//! and what groups wrote stay as they are; they are only kept apart from the direction of our own words.

mod apart;
mod cut;
mod dates;
mod description;
mod rule;
mod sittings;
mod standing;

pub(super) use cut::cut;
pub(super) use description::description;

use super::entry::{FeedEntry, Repetition, Telling};
use crate::i18n::Words;
use apart::apart;

/// The title with what subscribers should notice before it, and which of several times it is after
/// it.
pub(super) fn title(w: Words, telling: &Telling) -> String {
    let marks = standing::prefix(w, &telling.standing());
    let title = telling.said.title.as_str();
    let titled = sittings::titled(w, telling.key, title);
    match (marks.is_empty(), titled) {
        (true, None) => title.to_owned(),
        (false, None) => format!("{marks}{}", apart(w, title)),
        (_, Some(titled)) => format!("{marks}{titled}"),
    }
}

/// What CONFERENCE is called where its group has no name for it.
pub(super) fn join_label(w: Words) -> String {
    w.t("feed-join-label").into_owned()
}

/// The lines that say when an entry is.
pub(super) fn when(w: Words, entry: &FeedEntry<'_>) -> Vec<String> {
    match &entry.repetition {
        Repetition::Once => when_once(w, &entry.telling),
        Repetition::Sitting(all) => sittings::when(w, &entry.telling, all),
        Repetition::Rule(dates) => rule::when(w, &entry.telling, dates),
    }
}

/// The lines that say when all of a meeting is, which has these entries: a line for each date of a
/// series that has an entry of its own, with what readers should notice before it.
pub(super) fn when_whole(w: Words, entries: &[FeedEntry<'_>]) -> Vec<String> {
    let mut lines = Vec::new();
    let is_dated = |entry: &&FeedEntry<'_>| entry.telling.key.date().is_some();
    for entry in entries.iter().filter(is_dated) {
        match &entry.repetition {
            Repetition::Rule(dates) => lines.extend(rule::pattern(w, dates.run, dates.rule)),
            Repetition::Once | Repetition::Sitting(_) => lines.extend(date_line(w, &entry.telling)),
        }
        let before = new_hours(w, &entry.telling);
        lines.extend(before.filter(|line| !lines.contains(line)));
    }
    match entries.first() {
        Some(first) if lines.is_empty() => when(w, first),
        _ => lines,
    }
}

fn date_line(w: Words, telling: &Telling) -> Option<String> {
    let marks = standing::prefix(w, &telling.standing());
    let when = dates::in_one_line(w, telling.times.exact()?);
    let line = w.t1("feed-when", "when", format!("{marks}{when}"));
    Some(line.into_owned())
}

/// The lines that say when one occurrence is, and at which hours it was before as readers were told.
pub(super) fn when_once(w: Words, telling: &Telling) -> Vec<String> {
    let mut lines = dates::when(w, &telling.times);
    lines.extend(new_hours(w, telling));
    lines
}

fn new_hours(w: Words, telling: &Telling) -> Option<String> {
    rule::new_hours(w, telling.new_hours.as_ref()?)
}
