//! Which occurrences of a series a change is about, in words.

use crate::domain::Scope;
use crate::i18n::Words;

/// "Only the meeting of 10 April 2018"; nothing for all of them.
pub fn scope_words(w: Words, scope: Scope) -> Option<String> {
    let words = match scope {
        Scope::All => return None,
        Scope::One(date) => w.t1("scope-one", "date", w.date_full(date)),
        Scope::From(date) => w.t1("scope-from", "date", w.date_full(date)),
    };
    Some(words.to_string())
}
