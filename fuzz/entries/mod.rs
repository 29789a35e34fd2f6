//! What hostile bytes go into: an entry for each way in, with all that has to hold of what comes out.
//! The fuzzers of this folder share them with `tests/it/fuzz.rs`, which enters them by chance in every
//! run of the tests.

mod contradictions;
mod filter;
mod form;
mod icalendar;
mod import;
#[path = "../../tests/it/support/lint/mod.rs"]
mod lint;
mod markdown;
#[path = "../../tests/it/support/meetings.rs"]
#[allow(dead_code, reason = "stories need more of it")]
mod meetings;
mod published;
mod shapes;
mod time;

/// Every entry by its name, which its fuzzer and its corpus have, too.
pub const ENTRIES: [(&str, fn(&[u8])); 7] = [
    ("contradictions", contradictions::enter),
    ("filter", filter::enter),
    ("form", form::enter),
    ("icalendar", icalendar::enter),
    ("import", import::enter),
    ("markdown", markdown::enter),
    ("time", time::enter),
];

/// Enters by name.
///
/// # Panics
/// If something comes out that must not, or if there is no such entry.
pub fn enter(name: &str, bytes: &[u8]) {
    let entry = ENTRIES.iter().find(|(known, _)| *known == name);
    let (_, enter) = entry.expect("the name of an entry");
    enter(bytes);
}

/// Several texts out of bytes: 0xFF, which is in none, stands between them.
fn texts(bytes: &[u8]) -> impl Iterator<Item = String> + '_ {
    bytes
        .split(|byte| *byte == 0xFF)
        .map(|text| String::from_utf8_lossy(text).into_owned())
}

/// A text for people: no control characters but for the ends of lines and tabs, and nothing that turns
/// round what stands beside it.
#[track_caller]
fn assert_clean(text: &str) {
    let unclean = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(unclean), "{text:?}");
}

/// One line of it.
#[track_caller]
fn assert_clean_line(line: &str) {
    assert_clean(line);
    assert!(!line.contains(['\n', '\t']), "{line:?}");
}
