//! The words of the pages against the pages: nothing is said that no locale has, and no locale
//! keeps what nobody says. That all languages have the same keys is tested beside `i18n`.

use crate::support::in_repository;
use igf_calendar::calendar::facet_lines;
use igf_calendar::domain::change::Touched;
use igf_calendar::domain::fields::{Held, MeetingFields};
use igf_calendar::domain::{GroupKind, LinkKind, Mode, Status, Verdict};
use igf_calendar::i18n::{Language, Words};
use igf_calendar::import::{MEETINGS_FILE, read_meetings};
use std::collections::BTreeSet;
use std::path::Path;

/// Beginnings of keys that are put together while the program runs.
const COMPOSED: &[&str] = &[
    "at-once-cause-",
    "at-once-looked-",
    "audit-act-",
    "audit-by-",
    "audit-on-",
    "city-",
    "desk-reason-",
    "error-",
    "failure-",
    "field-",
    "held-",
    "kind-",
    "language-",
    "letter-kind-",
    "link-kind-",
    "mail-change-",
    "mail-says-",
    "mail-subject-",
    "mode-",
    "part-",
    "precision-",
    "problem-",
    "queue-section-",
    "queue-state-",
    "ready-reason-",
    "refused-",
    "review-note-",
    "said-",
    "series-",
    "standing-",
    "status-",
    "verdict-",
];

#[test]
fn every_key_that_a_page_uses_exists() {
    let words = Words::of(Language::En);
    let used = keys_in_use();
    assert!(used.len() > 150, "keys are found at all: {}", used.len());
    let missing: Vec<_> = used.iter().filter(|key| !words.has(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_composed_key_exists() {
    let words = Words::of(Language::En);
    let keys = GroupKind::ALL
        .map(|kind| format!("kind-{}", kind.as_str()))
        .into_iter()
        .chain(Mode::ALL.map(|mode| format!("mode-{}", mode.as_str())))
        .chain(Status::ALL.map(|status| format!("status-{}", status.as_str())))
        .chain(Held::ALL.map(|held| format!("held-{}", held.as_str())))
        .chain(Touched::all().map(|touched| format!("part-{}", touched.as_str())))
        .chain(LinkKind::ALL.map(|kind| format!("link-kind-{}", kind.as_str())))
        .chain(
            [
                Verdict::Approved,
                Verdict::ChangesRequested,
                Verdict::Rejected,
            ]
            .map(|verdict| format!("verdict-{}", verdict.as_str())),
        )
        .chain(
            [
                "section-soon",
                "section-changes",
                "section-new",
                "section-again",
                "section-poster",
                "state-waiting",
                "state-poster",
                "state-decided",
                "state-approved",
                "state-rejected",
                "state-withdrawn",
                "state-taken-back",
            ]
            .map(|name| format!("queue-{name}")),
        )
        .chain(["spam", "withdrawn", "taken-back"].map(|kind| format!("verdict-{kind}")));
    let read = read_meetings(MEETINGS_FILE).expect("meetings");
    let lines = facet_lines(&read.meetings[0].details.said);
    assert!(!lines.is_empty());
    let lines = lines
        .iter()
        .map(|line| format!("said-{}", line.part.as_str()));
    for key in keys.chain(lines) {
        assert!(words.has(&key), "{key}");
    }
}

/// The desk shows what changed field by field, whatever the field.
#[test]
fn every_field_has_a_label() {
    let words = Words::of(Language::En);
    let fields = serde_json::to_value(MeetingFields::default()).expect("an object");
    let pages = fields.as_object().expect("pages").iter();
    // What is kept beside the pages has no fields.
    let pages = pages
        .filter(|(name, _)| *name != "later")
        .map(|(_, page)| page);
    for name in pages.flat_map(|page| page.as_object().expect("fields").keys()) {
        assert!(words.has(&format!("field-{name}")), "{name}");
    }
}

#[test]
fn no_key_is_kept_that_nobody_says() {
    let used = keys_in_use();
    let mut unused = Vec::new();
    let files = std::fs::read_dir(in_repository("locales/en")).expect("the locale's files");
    // What spoken languages are called is asked for by whatever tag a meeting has.
    let said = files
        .flatten()
        .filter(|file| file.file_name() != "names.ftl");
    for path in said.map(|file| file.path()) {
        let text = std::fs::read_to_string(path).expect("a locale");
        for line in text.lines().filter(|line| !line.starts_with([' ', '#'])) {
            let Some((key, _)) = line.split_once(" =") else {
                continue;
            };
            // Another message of the file says it.
            let is_placed = text.contains(&format!("{{ {key} }}"));
            if !is_placed
                && !used.contains(key)
                && !COMPOSED.iter().any(|start| key.starts_with(start))
            {
                unused.push(key.to_owned());
            }
        }
    }
    assert!(unused.is_empty(), "{unused:?}");
}

/// Every literal key in templates, in the web floor, in mail and in what both say alike: `t("key"`, `t1("key"` and so on, `with("key"`, and keys
/// that stand alone as text.
fn keys_in_use() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for folder in ["templates", "src/web", "src/mail", "src/feeds"] {
        read(&in_repository(folder), &mut keys);
    }
    for file in ["times.rs", "alterations.rs"] {
        find_keys(&in_repository("src/i18n").join(file), &mut keys);
    }
    keys
}

fn read(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, keys);
            continue;
        }
        find_keys(&path, keys);
    }
}

fn find_keys(path: &Path, keys: &mut BTreeSet<String>) {
    let text = std::fs::read_to_string(path).expect("text");
    for call in ["t(", "t1(", "t2(", "t3(", "with("] {
        for (at, _) in text.match_indices(call) {
            let before = text[..at].chars().next_back();
            if before != Some('.') {
                continue;
            }
            let rest = text[at + call.len()..].trim_start();
            let Some(literal) = rest.strip_prefix('"') else {
                continue;
            };
            // What has a colon is a name of XML.
            if let Some((key, _)) = literal.split_once('"')
                && !key.contains(':')
            {
                keys.insert(key.to_owned());
            }
        }
    }
    for literal in text.split('"').skip(1).step_by(2) {
        if [
            "access-",
            "add-date-",
            "add-series-",
            "add-to-",
            "feed-",
            "history-",
            "when-",
            "dates-",
            "post-dates-",
            "mail-",
            "privacy-",
            "personal-count-",
        ]
        .iter()
        .any(|start| {
            literal.starts_with(start) && !literal.ends_with('-') && !literal.contains('{')
        }) {
            keys.insert(literal.to_owned());
        }
    }
}
