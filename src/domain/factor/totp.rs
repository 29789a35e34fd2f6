//! Codes that change every half minute (RFC 6238), as the programs on telephones make them: six digits,
//! HMAC with SHA-1, which is the only hash that all of them know, and which is not broken in this use.

use crate::domain::text::digit;
use data_encoding::BASE32_NOPAD;
use ring::hmac;
use std::fmt::Write;

/// How long a code holds, in seconds.
const STEP: i64 = 30;

/// The secret that a program and the calendar share. Has no `Debug`, so it stays out of logs.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret(Vec<u8>);

impl TotpSecret {
    /// A secret out of random bytes (160 bits, RFC 4226, section 4).
    pub fn from_random(bytes: [u8; 20]) -> Self {
        Self(bytes.to_vec())
    }

    /// Reads what [`Self::to_base32`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        BASE32_NOPAD.decode(text.as_bytes()).ok().map(Self)
    }

    /// As it is stored, and typed into a program that cannot read pictures.
    pub fn to_base32(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The address by which programs take a secret over, with whose it is and for what.
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (escaped(issuer), escaped(account));
        let secret = self.to_base32();
        format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
    }

    /// The step whose code was typed at a time (seconds since 1970), if it is one that was not taken yet:
    /// later than `last`. Clocks may differ by a step.
    pub fn step_of(&self, typed: &str, now: i64, last: i32) -> Option<i32> {
        let typed = six_digits(typed)?;
        let present = i32::try_from(now.div_euclid(STEP)).ok()?;
        (present - 1..=present + 1)
            .filter(|step| *step > last)
            .find(|step| self.code(*step) == Some(typed))
    }

    /// The code of a step (RFC 4226, section 5.3).
    pub fn code(&self, step: i32) -> Option<u32> {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let tag = hmac::sign(&key, &i64::from(step).to_be_bytes());
        let digest = tag.as_ref();
        let offset = usize::from(digest.last()? & 0x0f);
        let word: [u8; 4] = digest.get(offset..offset + 4)?.try_into().ok()?;
        Some((u32::from_be_bytes(word) & 0x7fff_ffff) % 1_000_000)
    }
}

fn six_digits(typed: &str) -> Option<u32> {
    let digits = typed.chars().filter(|c| !c.is_whitespace());
    let digits: Vec<u32> = digits.map(digit).collect::<Option<_>>()?;
    let number = digits.iter().fold(0, |number, digit| number * 10 + digit);
    (digits.len() == 6).then_some(number)
}

/// Percent-encoded but for letters and digits.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        match byte.is_ascii_alphanumeric() {
            true => escaped.push(char::from(byte)),
            false => {
                let _ = write!(escaped, "%{byte:02X}");
            }
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors of RFC 6238, appendix B, cut to six digits.
    #[test]
    fn it_counts_as_the_standard_does() {
        let secret = TotpSecret(b"12345678901234567890".to_vec());
        for (time, code) in [
            (59, 287_082),
            (1_111_111_109, 81_804),
            (1_234_567_890, 5_924),
            (2_000_000_000, 279_037),
        ] {
            assert_eq!(secret.code(i32::try_from(time / STEP).unwrap()), Some(code));
        }
    }

    #[test]
    fn a_code_is_taken_once_and_for_a_minute_and_a_half() {
        let secret = TotpSecret(b"12345678901234567890".to_vec());
        assert_eq!(secret.step_of("287 082", 59, 0), Some(1));
        assert_eq!(secret.step_of("٢٨٧٠٨٢", 89, 0), Some(1), "a step late");
        assert_eq!(secret.step_of("287082", 29, 0), Some(1), "a step early");
        assert_eq!(secret.step_of("287082", 90, 0), None, "two steps late");
        assert_eq!(secret.step_of("287082", 59, 1), None, "again");
        for typed in ["", "28708", "2870822", "287083", "28708a"] {
            assert_eq!(secret.step_of(typed, 59, 0), None, "{typed}");
        }
    }

    #[test]
    fn a_secret_is_read_as_it_is_written() {
        let secret = TotpSecret::from_random([7; 20]);
        assert!(TotpSecret::parse(&secret.to_base32()).is_some_and(|read| read == secret));
        assert_eq!(
            secret.uri("IGF calendar", "ana@example.org"),
            format!(
                "otpauth://totp/IGF%20calendar:ana%40example%2Eorg?secret={}&issuer=IGF%20calendar",
                secret.to_base32()
            )
        );
    }
}
