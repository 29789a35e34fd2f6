//! A text cut into numbers, words and signs, so that nothing above has to count bytes. One pass
//! over the text; addresses are stepped over, since their digits are nobody's date.

use crate::domain::text::digit;

/// A piece of a text.
#[derive(Debug, Clone)]
pub struct TextToken<'a> {
    pub kind: Kind,
    /// As it is written.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Whether a blank stands before it.
    pub spaced: bool,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Digits of any script that the forms take.
    Number { value: u32, digits: usize },
    /// Letters, in lower case and without accents; a Chinese character is a word of its own.
    Word(String),
    /// Any other character.
    Sign(char),
    /// The end of a line.
    Break,
}

impl TextToken<'_> {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, signs: &[char]) -> bool {
        matches!(self.kind, Kind::Sign(sign) if signs.contains(&sign))
    }

    /// Whether it begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// Cuts a text into its pieces.
pub fn tokens(text: &str) -> Vec<TextToken<'_>> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut spaced = true;
    let mut asked_until = 0;
    while let Some(c) = text[start..].chars().next() {
        let rest = &text[start..];
        // Each stretch without whitespace is asked once, or asterisks without end would cost
        // their square.
        let mut address = None;
        if start >= asked_until && !c.is_whitespace() {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            asked_until = start + end;
            address = is_address(&rest[..end]).then_some(end);
        }
        let length = address.unwrap_or_else(|| length(rest, c));
        let piece = &rest[..length];
        if address.is_none() && is_blank(c) {
            spaced = true;
        } else {
            let kind = match address {
                Some(_) => Kind::Sign(char::REPLACEMENT_CHARACTER),
                None => kind(piece, c),
            };
            tokens.push(TextToken {
                kind,
                text: piece,
                start,
                spaced,
            });
            spaced = c == '\n';
        }
        start += length;
    }
    tokens
}

/// Emphasis in Markdown may stand anywhere and says nothing.
pub fn is_markup(c: char) -> bool {
    matches!(c, '*' | '_' | '`')
}

/// Lower case without accents, vowel signs and the like, so that names are found however they are
/// typed.
pub fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_mark(*c))
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            'ё' => 'е',
            'й' => 'и',
            'أ' | 'إ' | 'آ' => 'ا',
            c => c,
        })
        .collect()
}

fn is_blank(c: char) -> bool {
    (c.is_whitespace() && c != '\n') || is_markup(c)
}

/// Signs that are written onto letters, and the Arabic stroke that stretches words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_letter(c: char) -> bool {
    (c.is_alphabetic() || is_mark(c)) && !is_ideograph(c)
}

fn length(rest: &str, c: char) -> usize {
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    if digit(c).is_some() {
        run(|c| digit(c).is_some())
    } else if is_letter(c) {
        run(is_letter)
    } else {
        c.len_utf8()
    }
}

fn kind(piece: &str, c: char) -> Kind {
    if c == '\n' {
        Kind::Break
    } else if digit(c).is_some() {
        let value = piece.chars().filter_map(digit).fold(0_u32, |value, digit| {
            value.saturating_mul(10).saturating_add(digit)
        });
        Kind::Number {
            value,
            digits: piece.chars().count(),
        }
    } else if is_letter(c) || is_ideograph(c) {
        Kind::Word(folded(piece))
    } else {
        Kind::Sign(c)
    }
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.contains('@') || chunk.starts_with("www.")
}
