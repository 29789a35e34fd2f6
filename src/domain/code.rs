//! Codes that people read off one screen and type into another.

use super::text::digit;

/// Letters and digits that are hard to misread: Crockford's base 32, which has no I, L, O and U. Has no
/// `Debug` or `Display`, so it stays out of logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The length of the code that signs somebody in by mail: 40 bits, for a few tries in ten minutes.
    pub const SIGN_IN: usize = 8;
    /// The length of the code that stands in for a second factor: 80 bits, for years.
    pub const RECOVERY: usize = 16;

    const ALPHABET: &'static [u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// A code out of random bytes, a letter of each.
    pub fn from_random(bytes: &[u8]) -> Self {
        let letters = bytes
            .iter()
            .map(|byte| Self::ALPHABET[usize::from(byte % 32)]);
        Self(letters.map(char::from).collect())
    }

    /// Reads what somebody typed: in capitals or not, with blanks and hyphens, with the letters that are
    /// misread for digits, in the digits of any keyboard. `None` if it cannot be a code of that length.
    pub fn parse(typed: &str, length: usize) -> Option<Self> {
        let letters = typed.chars().filter(|c| !c.is_whitespace() && !is_dash(*c));
        let code: String = letters.map(read).collect::<Option<_>>()?;
        (code.len() == length).then_some(Self(code))
    }

    /// The code without anything between its letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is shown, in groups of four.
    pub fn grouped(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        let groups = letters
            .chunks(4)
            .map(|group| group.iter().collect::<String>());
        groups.collect::<Vec<_>>().join("-")
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}')
}

fn read(c: char) -> Option<char> {
    if let Some(value) = digit(c) {
        return char::from_digit(value, 10);
    }
    let c = match c {
        // Full-width letters, as Chinese and Japanese keyboards type them.
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => char::from_u32(u32::from(c) - 0xfee0)?,
        c => c,
    };
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    let is_letter = u8::try_from(c).is_ok_and(|c| Code::ALPHABET.contains(&c));
    is_letter.then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = Code::from_random(&[0, 1, 10, 35, 31, 63, 200, 20]);
        assert_eq!(code.grouped(), "01A3-ZZ8M");
        for typed in [
            "01A3-ZZ8M",
            " 01a3 zz8m ",
            "oia3–zz8m",
            "olA3ZZ8M",
            "٠١a3zz٨m",
            "０１ａ３ＺＺ８Ｍ",
        ] {
            assert!(
                Code::parse(typed, 8).is_some_and(|read| read == code),
                "{typed}"
            );
        }
        for typed in [
            "",
            "01A3-ZZ8",
            "01A3-ZZ8MM",
            "01A3-ZZ8U",
            "01A3-ZZ8*",
            "01А3ZZ8M",
        ] {
            assert!(Code::parse(typed, 8).is_none(), "{typed}");
        }
    }
}
