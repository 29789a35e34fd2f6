//! Which occurrences of a series a change is about, in words.

use crate::domain::Scope;
use crate::i18n::Words;

/// "Only the meeting of 10 April 2018"; nothing for all of them.
pub fn scope_words(w: Words, scope: Scope) -> Option<String> {
    let (key, date) = match scope {
        Scope::All => return None,
        Scope::One(date) => ("scope-one", date),
        Scope::From(date) => ("scope-from", date),
    };
    Some(w.t1(key, "date", w.date_full(date)).to_string())
}
