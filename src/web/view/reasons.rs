//! Ready-made reasons of the desk. A reviewer chooses one by its label in their own language; the poster
//! reads its text in the language in which they posted.

use crate::domain::LanguageTag;
use crate::i18n::{Language, Words};

/// Their names, as forms send them, in the order in which they are offered.
const READY: [&str; 6] = ["link", "dates", "unclear", "group", "twice", "not-ours"];

/// One of them, to choose.
pub struct ReadyReason {
    pub name: &'static str,
    pub label: String,
    pub is_chosen: bool,
}

/// All of them in a reviewer's language; one is marked if it was chosen before.
pub fn offered(w: Words, chosen: &str) -> Vec<ReadyReason> {
    READY
        .map(|name| ReadyReason {
            name,
            label: w.t(&format!("ready-reason-{name}")).to_string(),
            is_chosen: name == chosen,
        })
        .into()
}

/// The language in which a poster is written to, as letters have it: that of the page which they read.
pub fn language_of(poster: Option<&LanguageTag>) -> Language {
    poster
        .and_then(|tag| Language::from_code(tag.as_str()))
        .unwrap_or_default()
}

/// What a poster reads: the chosen reason, if there is one, and below it what was typed.
pub fn combined(poster: Language, chosen: &str, typed: &str) -> String {
    let ready = READY.into_iter().find(|name| *name == chosen);
    let ready = ready.map(|name| Words::of(poster).t(&format!("ready-reason-{name}.text")));
    match ready {
        Some(ready) if typed.trim().is_empty() => ready.into_owned(),
        Some(ready) => format!("{ready}\n\n{typed}"),
        None => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_each_reason_in_words_of_its_own() {
        let english = Words::of(Language::En);
        for words in Language::ALL.map(Words::of) {
            for name in READY {
                let (label, text) = (
                    format!("ready-reason-{name}"),
                    format!("ready-reason-{name}.text"),
                );
                assert_ne!(words.t(&label), words.t(&text), "{name}");
                let is_own = words == english || words.t(&text) != english.t(&text);
                assert!(is_own, "{name} in {}", words.code());
            }
        }
    }

    #[test]
    fn what_was_typed_stands_below_the_reason_in_the_posters_language() {
        let both = combined(Language::Fr, "link", "Merci !");
        assert!(
            both.contains("lien") && both.ends_with("\n\nMerci !"),
            "{both}"
        );
        assert_eq!(combined(Language::Fr, "", "typed"), "typed");
        assert_eq!(combined(Language::Fr, "no-such", "typed"), "typed");
        assert!(!combined(Language::En, "twice", " \n").ends_with('\n'));
    }
}
