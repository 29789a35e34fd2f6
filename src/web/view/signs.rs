//! What the desk is told of how a form was filled in.

use crate::domain::FilledIn;
use crate::i18n::Words;

/// What is unusual about it; nothing refuses anybody for that.
pub fn signs(w: Words, filled_in: Option<&FilledIn>) -> Vec<String> {
    let Some(filled_in) = filled_in else {
        return Vec::new();
    };
    let mut signs = Vec::new();
    if filled_in.is_quick() {
        let seconds = filled_in.took.num_seconds().max(1);
        signs.push(w.t1("signs-quick", "seconds", seconds).to_string());
    }
    if filled_in.hidden_filled {
        signs.push(w.t("signs-hidden").to_string());
    }
    signs
}
