//! What may stand in an iCalendar line. The writer escapes TEXT and folds lines but lets line
//! breaks through in URIs and parameters, so every value passes one of these functions first.

use crate::domain::text::is_bidi_override;
use chrono::{DateTime, Utc};

/// A TEXT value (RFC 5545, section 3.3.11): every kind of line break becomes `\n`, other controls
/// but TAB are dropped, and so is what shows nothing but turns its surroundings round or is taken for
/// the mark at the beginning of a file. Escaping is left to the writer.
pub(super) fn text(raw: &str) -> String {
    raw.replace("\r\n", "\n")
        .chars()
        .map(|c| if is_line_break(c) { '\n' } else { c })
        .filter(|c| matches!(c, '\n' | '\t') || !is_dropped(*c))
        .collect()
}

/// A TEXT value already escaped, for the properties that the writer does not know as TEXT
/// (NAME) or joins by commas (CATEGORIES).
pub(super) fn escaped(raw: &str) -> String {
    text(raw)
        .replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A URI value (section 3.3.13): controls and blanks are dropped and nothing is escaped, for a
/// backslash would become part of the address.
pub(super) fn uri(raw: &str) -> String {
    raw.chars()
        .filter(|c| !is_dropped(*c) && !c.is_whitespace())
        .collect()
}

/// A parameter value (section 3.2): line breaks become blanks and double quotes single ones,
/// because not every reader undoes the `^'` of RFC 6868. Quoting is left to the writer.
pub(super) fn parameter(raw: &str) -> String {
    text(raw)
        .chars()
        .map(|c| match c {
            '\n' | '\t' => ' ',
            '"' => '\'',
            other => other,
        })
        .collect()
}

/// A DATE-TIME in UTC (section 3.3.5): `20180309T130000Z`.
pub(super) fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Breaks the lines that the writer leaves one octet too long: the last piece of a line that it
/// folds may have 75 octets after the blank that begins it (section 3.1 allows 75 in all).
pub(super) fn refolded(written: String) -> String {
    if written.split("\r\n").all(|line| line.len() <= MAX_OCTETS) {
        return written;
    }
    let mut out = String::with_capacity(written.len() + 16);
    for line in written.split_terminator("\r\n") {
        let (mut rest, mut room) = (line, MAX_OCTETS);
        while rest.len() > room {
            let (head, tail) = rest.split_at(rest.floor_char_boundary(room));
            out.push_str(head);
            out.push_str("\r\n ");
            (rest, room) = (tail, MAX_OCTETS - 1);
        }
        out.push_str(rest);
        out.push_str("\r\n");
    }
    out
}

const MAX_OCTETS: usize = 75;

/// Texts of meetings come without these. Our own words keep names apart by isolates that begin by
/// themselves (FSI and PDI, UAX #9), which turn nothing round.
fn is_dropped(c: char) -> bool {
    let is_own = matches!(c, '\u{2068}' | '\u{2069}');
    c.is_control() || (is_bidi_override(c) && !is_own) || c == '\u{feff}'
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use icalendar::{Component, Event};

    const HOSTILE: &str =
        "a\r\nBEGIN:VEVENT\rb\u{85}c\u{2028}d\u{2029}e\0\u{b}\u{1b}\u{feff}\u{202e}f\tg\"h;i,j\\k";

    #[test]
    fn line_breaks_of_every_kind_become_one_and_controls_go() {
        assert_eq!(text(HOSTILE), "a\nBEGIN:VEVENT\nb\nc\nd\nef\tg\"h;i,j\\k");
        assert_eq!(escaped("a\r\nb;c,d\\"), "a\\nb\\;c\\,d\\\\");
        assert_eq!(parameter(HOSTILE), "a BEGIN:VEVENT b c d ef g'h;i,j\\k");
        assert_eq!(
            uri("https://x.org/a b\r\nATTACH:c\u{2028}\\,d"),
            "https://x.org/abATTACH:c\\,d"
        );
    }

    #[test]
    fn no_line_is_longer_than_75_octets_whatever_its_length() {
        for unit in ["x", "é", "中", "🦀", " ", "a b", "نص "] {
            for count in 0..400 {
                let value = unit.repeat(count);
                let event = Event::new()
                    .add_property("UID", "u")
                    .add_property("DTSTAMP", "20180101T000000Z")
                    .add_property("SUMMARY", &value)
                    .done();
                let written = refolded(Component::to_string(&event));
                assert!(
                    written.split("\r\n").all(|line| line.len() <= MAX_OCTETS),
                    "{unit:?} x {count}"
                );
                assert!(
                    written
                        .replace("\r\n ", "")
                        .contains(&format!("SUMMARY:{value}\r\n")),
                    "{unit:?} x {count}"
                );
            }
        }
    }

    /// The day this fails the writer folds rightly and `refolded` can go.
    #[test]
    fn the_writer_still_leaves_lines_one_octet_too_long() {
        let event = Event::new()
            .add_property("SUMMARY", "x".repeat(75 - "SUMMARY:".len() + 75))
            .done();
        let written = Component::to_string(&event);
        assert!(written.split("\r\n").any(|line| line.len() == 76));
    }
}
