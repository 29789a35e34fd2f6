//! Text that people typed: one line or several, bounded and free of control characters.
//! What the text means (Markdown, a title) is decided where it is used.

use super::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Line breaks of every kind that Unicode knows, so that none survives in a one-line text.
fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Characters that show nothing but turn the order of what stands around them (UAX #9); a
/// title with one of them could make the rest of a page read backwards.
pub fn is_bidi_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters without width or ink; a title of nothing else would be a link that nobody sees.
/// Joiners are kept: Persian and emoji need them, and they are never alone.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{200b}'
            | '\u{2060}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fffe}'
            | '\u{ffff}'
    )
}

fn is_dropped(c: char) -> bool {
    c.is_control() || is_bidi_override(c) || is_invisible(c)
}

/// One line: breaks and runs of blanks become one blank, controls are dropped, ends trimmed.
pub fn one_line(typed: &str) -> String {
    let spaced: String = typed
        .chars()
        .map(|c| {
            if is_line_break(c) || c == '\t' {
                ' '
            } else {
                c
            }
        })
        .filter(|c| !is_dropped(*c))
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: every kind of break becomes `\n`, other controls but TAB are dropped, ends trimmed.
pub fn many_lines(typed: &str) -> String {
    typed
        .replace("\r\n", "\n")
        .chars()
        .map(|c| if is_line_break(c) { '\n' } else { c })
        .filter(|c| *c == '\n' || *c == '\t' || !is_dropped(*c))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The value of a digit: ASCII, Arabic-Indic, Persian or full-width, as people type them.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - 0x30),
        '\u{660}'..='\u{669}' => Some(u32::from(c) - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(u32::from(c) - 0x6f0),
        '\u{ff10}'..='\u{ff19}' => Some(u32::from(c) - 0xff10),
        _ => None,
    }
}

/// Checks a cleaned text against its bounds.
fn bounded(text: String, limit: usize) -> Result<String, Problem> {
    if text.chars().all(|c| matches!(c, '\u{200c}'..='\u{200f}')) {
        return Err(Problem::Missing);
    }
    if text.chars().count() > limit {
        return Err(Problem::TooLong { limit });
    }
    Ok(text)
}

/// Declares a text type: its name, how it is cleaned and how many characters it takes.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $clean:ident, $limit:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters (Unicode scalar values) it takes.
            pub const LIMIT: usize = $limit;

            /// Cleans what was typed; refuses nothing and too much.
            pub fn parse(typed: &str) -> Result<Self, Problem> {
                bounded($clean(typed), Self::LIMIT).map(Self)
            }

            /// Nothing typed is `None`; anything else must be valid.
            pub fn optional(typed: &str) -> Result<Option<Self>, Problem> {
                match Self::parse(typed) {
                    Err(Problem::Missing) => Ok(None),
                    other => other.map(Some),
                }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(typed: String) -> Result<Self, String> {
                Self::parse(&typed).map_err(|problem| format!("{} {problem}", stringify!($name)))
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }
    };
}

text_type!(
    /// The title of a meeting.
    Title, one_line, 200
);
text_type!(
    /// A short text in one line: a name, a label, a place, a passcode.
    Line, one_line, 200
);
text_type!(
    /// One point of an agenda.
    AgendaItem, one_line, 300
);
text_type!(
    /// A longer text in several lines; where it is shown it is read as Markdown.
    Prose, many_lines, 8000
);
text_type!(
    /// A few sentences: a postal address, a reason, dial-in numbers.
    Note, many_lines, 1000
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_carry_a_line_break_of_any_kind() {
        let title = Title::parse("DC call\r\nBEGIN:VEVENT\u{2028}x\u{85}y\0z\u{202e}").unwrap();
        assert_eq!(title.as_str(), "DC call BEGIN:VEVENT x yz");
    }

    #[test]
    fn the_limit_counts_characters_not_bytes() {
        assert!(Title::parse(&"中".repeat(200)).is_ok());
        assert_eq!(
            Title::parse(&"中".repeat(201)),
            Err(Problem::TooLong { limit: 200 })
        );
        assert_eq!(Title::parse(" \n\t "), Err(Problem::Missing));
        assert_eq!(
            Title::parse("\u{200b}\u{2060}\u{3164}\u{200d}"),
            Err(Problem::Missing)
        );
    }

    #[test]
    fn prose_keeps_its_lines_and_loses_its_controls() {
        let prose = Prose::parse("one\r\ntwo\rthree\u{1b}[31m\n\n").unwrap();
        assert_eq!(prose.as_str(), "one\ntwo\nthree[31m");
    }

    #[test]
    fn arabic_and_joiners_stay_whole() {
        let title = "المنتدى العربي الأول لحوكمة الإنترنت می‌خواهم";
        assert_eq!(Title::parse(title).unwrap().as_str(), title);
    }
}
