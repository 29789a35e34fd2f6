//! E-mail addresses as the desk sees them: one that only looks like another is marked.

use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use icu_properties::CodePointMapData;
use icu_properties::props::Script;
use url::quirks::{domain_to_ascii, domain_to_unicode};

/// An address, and what is to be said of its letters.
pub struct AddressView {
    /// As it is read, its domain in the letters that it stands for.
    pub text: String,
    /// Set if it has others than a to z.
    pub caution: Option<String>,
}

impl AddressView {
    /// An address in the words of a reader.
    pub fn of(w: Words, address: &str) -> Self {
        let (local, domain) = address.rsplit_once('@').unwrap_or(("", address));
        let shown = match domain_to_unicode(domain) {
            shown if shown.is_empty() => domain.to_owned(),
            shown => shown,
        };
        let text = match local.is_empty() {
            true => shown.clone(),
            false => format!("{local}@{shown}"),
        };
        if text.is_ascii() {
            return Self {
                text,
                caution: None,
            };
        }
        let plain = format!("{}@{}", spelled_out(local), domain_to_ascii(&shown));
        let plain = isolated(&plain);
        let caution = match text.split(['@', '.']).any(is_mixed) {
            true => w.t1("address-mixed", "plain", plain),
            false => w.t1("address-foreign", "plain", plain),
        };
        Self {
            text,
            caution: Some(caution.to_string()),
        }
    }
}

/// Letters beyond ASCII by their numbers, which alone cannot be mistaken.
fn spelled_out(text: &str) -> String {
    let spelled = |c: char| match c.is_ascii() {
        true => c.to_string(),
        false => format!("[U+{:04X}]", u32::from(c)),
    };
    text.chars().map(spelled).collect()
}

/// Whether a part has letters of several scripts. Those that are written together count as one.
fn is_mixed(label: &str) -> bool {
    let script = |c: char| match CodePointMapData::<Script>::new().get(c) {
        Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => Script::Han,
        script => script,
    };
    let mut scripts: Vec<Script> = label
        .chars()
        .map(script)
        .filter(|script| !matches!(*script, Script::Common | Script::Inherited))
        .collect();
    scripts.dedup();
    scripts.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn what_only_looks_like_another_is_marked() {
        let of = |address: &str| AddressView::of(Words::of(Language::En), address);
        let plain = of("ana@example.org");
        assert_eq!(
            (plain.text.as_str(), plain.caution),
            ("ana@example.org", None)
        );
        // Cyrillic а in place of a, in the domain and before it.
        let domain = of("ana@ex\u{430}mple.org");
        let caution = domain.caution.unwrap();
        assert!(caution.contains("several alphabets"), "{caution}");
        assert!(caution.contains("ana@xn--exmple-4nf.org"), "{caution}");
        let local = of("\u{430}na@example.org").caution.unwrap();
        assert!(local.contains("[U+0430]na@example.org"), "{local}");
        // All of one script, and in the letters of the wire.
        let whole = of("ana@xn--80ak6aa92e.com");
        assert_eq!(whole.text, "ana@\u{430}\u{440}\u{440}\u{4cf}\u{435}.com");
        let caution = whole.caution.unwrap();
        assert!(caution.contains("other than a to z"), "{caution}");
        assert!(caution.contains("xn--80ak6aa92e.com"), "{caution}");
        assert!(of("ana@例え.jp").caution.unwrap().contains("other than"));
    }
}
