//! Whether a link reads as if it led to another place. The words are looked at as they look, not as
//! a program would read them: what is at all like an address and is not the place counts.

use super::target::without_www;
use comrak::nodes::AstNode;
use std::ops::Range;

/// The words of a text, and where in them the links are.
#[derive(Default)]
pub(super) struct Reading<'a> {
    words: String,
    begun: usize,
    links: Vec<(&'a AstNode<'a>, Range<usize>)>,
}

impl<'a> Reading<'a> {
    /// More words.
    pub fn add(&mut self, words: &str) {
        self.words.push_str(words);
    }

    /// A link begins here.
    pub fn begin(&mut self) {
        self.begun = self.words.len();
    }

    /// The link that began last ends here.
    pub fn end(&mut self, link: &'a AstNode<'a>) {
        self.links.push((link, self.begun..self.words.len()));
    }

    /// Every link with all that a reader sees as one with it: up to the next blank on both sides, as
    /// two links may stand side by side and look like one.
    pub fn links(self) -> Vec<(&'a AstNode<'a>, String)> {
        let Self { words, links, .. } = self;
        let whole = |within: Range<usize>| {
            let before = &words[..within.start];
            let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
            let after = &words[within.end..];
            let end = after.find(char::is_whitespace).unwrap_or(after.len());
            words[start..within.end + end].to_owned()
        };
        let links = links.into_iter();
        links.map(|(link, within)| (link, whole(within))).collect()
    }
}

/// Whether any of the words looks like a place that is not this one.
pub(super) fn names_another(words: &str, place: &str) -> bool {
    let words = as_they_look(words);
    let mut named = words.split_whitespace().filter_map(place_in);
    named.any(|named| named != place)
}

/// The host or the address of a mail that a word looks like; in lower case.
fn place_in(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    let is_mail = word.contains('@') && !word.contains("://");
    let (has_scheme, rest) = without_scheme(word);
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let host = without_www(without_port(authority));
    let host = host.trim_end_matches(|c: char| !c.is_alphanumeric());
    (is_mail || has_scheme || looks_like_a_host(host)).then(|| host.to_owned())
}

/// `https://zoom.us`, and what browsers make the same of it.
fn without_scheme(word: &str) -> (bool, &str) {
    let is_slash = ['/', '\\'];
    match word.split_once(':') {
        Some(("http" | "https", rest)) => (true, rest.trim_start_matches(is_slash)),
        Some((_, rest)) if rest.starts_with("//") => (true, rest.trim_start_matches(is_slash)),
        _ => (false, word),
    }
}

fn without_port(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

/// "2.3" and "e.g" are no hosts that anybody would take them for.
fn looks_like_a_host(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(_, last)| {
        last.chars().nth(1).is_some() && !last.chars().all(char::is_numeric)
    })
}

/// In lower case, with full-width letters and look-alikes of dots and slashes as those that they look like.
fn as_they_look(words: &str) -> String {
    let narrow: Vec<char> = words.chars().map(narrow).collect();
    let is_plain = |at: Option<usize>| {
        let c = at.and_then(|at| narrow.get(at));
        c.is_some_and(char::is_ascii_alphanumeric)
    };
    // A Chinese full stop ends a sentence, unless it stands in the middle of Latin letters.
    let shown = narrow.iter().enumerate().map(|(at, c)| {
        let is_between = is_plain(at.checked_sub(1)) && is_plain(Some(at + 1));
        match is_like_a_dot(*c) && is_between {
            true => '.',
            false => *c,
        }
    });
    shown.collect::<String>().to_lowercase()
}

/// Full-width forms of ASCII, and other slashes and colons, as ASCII.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2044}' | '\u{2215}' | '\u{29f8}' | '\u{2571}' => '/',
        '\u{2236}' | '\u{a789}' | '\u{fe55}' | '\u{fe13}' => ':',
        c => c,
    }
}

/// The confusables of FULL STOP (UTS #39), and what IDNA takes for one (UTS #46).
fn is_like_a_dot(c: char) -> bool {
    matches!(
        c,
        '\u{3002}'
            | '\u{ff61}'
            | '\u{fe52}'
            | '\u{2024}'
            | '\u{660}'
            | '\u{6f0}'
            | '\u{701}'
            | '\u{702}'
            | '\u{a60e}'
            | '\u{a4f8}'
            | '\u{10a50}'
            | '\u{1d16d}'
    )
}
