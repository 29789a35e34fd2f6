//! Files that nobody meant well with: a clear error each, and no panic.

use super::{good_meeting, meeting_with, read_groups, read_meetings, refusals};
use crate::import::{ImportError, MAX_BYTES, MAX_ENTRIES};
use serde_json::json;

#[test]
fn a_file_that_is_no_array_of_objects_is_refused_with_its_place() {
    for (file, line, column) in [
        ("", 1, 0),
        ("{}", 1, 0),
        ("null", 1, 4),
        ("[{},\n 7]", 2, 2),
        ("[{}", 1, 3),
        ("[{}] x", 1, 6),
        ("[[]]", 1, 1),
        ("[{\"a\": NaN}]", 1, 8),
        ("\u{0}", 1, 1),
    ] {
        match read_meetings(file) {
            Err(ImportError::NotEntries {
                line: at_line,
                column: at_column,
                reason,
            }) => {
                assert_eq!((at_line, at_column), (line, column), "{file:?}: {reason}");
                assert!(!reason.contains("column"), "said once: {reason}");
            }
            other => panic!("{file:?} gave {other:?}"),
        }
        assert!(read_groups(file).is_err());
    }
}

#[test]
fn an_error_shows_no_escape_sequence_of_the_file() {
    let file = format!("[\"\u{1b}[31m{}\"]", "x".repeat(5000)).replace('\u{1b}', "\\u001b");
    let shown = read_meetings(&file).unwrap_err().to_string();
    assert!(
        !shown.contains(char::is_control) && shown.len() < 400,
        "{shown}"
    );
    assert!(shown.starts_with("the file is not a JSON array of objects: line 1, column "));
}

#[test]
fn nesting_without_end_is_an_error_and_not_a_crash() {
    let deep = format!("[{{\"a\":{}", "[".repeat(1_000_000));
    assert!(matches!(
        read_meetings(&deep),
        Err(ImportError::NotEntries { .. })
    ));
}

#[test]
fn a_file_is_bounded_in_bytes_and_entries() {
    let huge = " ".repeat(MAX_BYTES + 1);
    assert_eq!(
        read_groups(&huge).unwrap_err().to_string(),
        "the file has 20971521 bytes, more than the 20971520 that an import takes"
    );
    let many = format!("[{}{{}}]", "{},".repeat(MAX_ENTRIES));
    assert_eq!(
        read_groups(&many),
        Err(ImportError::TooManyEntries {
            entries: MAX_ENTRIES + 1
        })
    );
}

#[test]
fn one_entry_cannot_flood_the_report() {
    let fields: Vec<String> = (0..50_000).map(|n| format!("\"{n}\":1")).collect();
    let read = read_meetings(&format!("[{{{}}}]", fields.join(","))).unwrap();
    let reason = "has 50000 fields, more than 100";
    assert_eq!(refusals(&read.report), [("entry", reason)]);

    let long = meeting_with(&json!({"id": "x".repeat(1_000_000), "mode": "y".repeat(1_000_000)}));
    let read = read_meetings(&json!([long]).to_string()).unwrap();
    assert!(read.report.to_string().len() < 2000);
}

#[test]
fn a_field_given_twice_is_refused() {
    let good = good_meeting().to_string();
    let twice = format!("[{},\"title\":\"Another\"}}]", &good[..good.len() - 1]);
    let read = read_meetings(&twice).unwrap();
    assert_eq!(refusals(&read.report), [("title", "is given twice")]);
}

#[test]
fn nothing_of_an_entry_reaches_the_terminal_as_a_command() {
    let hostile = "\u{1b}]0;owned\u{7}\nm9\u{9b}2J\u{202e}";
    let file = json!([
        meeting_with(&json!({"id": hostile, "mode": hostile})),
        meeting_with(&json!({hostile: 1})),
    ]);
    let report = read_meetings(&file.to_string()).unwrap().report;
    let shown = report.to_string();
    assert_eq!(
        shown.lines().count(),
        report.refusals.len() + report.remarks.len() + 1
    );
    let unsafe_character = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!shown.contains(unsafe_character), "{shown:?}");
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let file = format!("\u{feff}{}", json!([good_meeting()]));
    assert_eq!(read_meetings(&file).unwrap().meetings.len(), 1);
}
