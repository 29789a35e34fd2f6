//! Names and titles within our own sentences, where the one may run from the right and the other from
//! the left.

use crate::i18n::Words;
use crate::i18n::bidi::isolated;

/// What somebody wrote, kept apart where it runs in another direction than our words around it.
pub(super) fn apart(w: Words, written: &str) -> String {
    let is_other = match w.dir() {
        "rtl" => written
            .chars()
            .any(|c| c.is_alphabetic() && !is_right_to_left(c)),
        _ => written.chars().any(is_right_to_left),
    };
    match is_other {
        true => isolated(written),
        false => written.to_owned(),
    }
}

/// The blocks of scripts that run from the right: Hebrew, Arabic, Syriac, Thaana, N'Ko and those after
/// them, their presentation forms, and the plane of such scripts.
fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn only_what_runs_the_other_way_is_kept_apart() {
        let (arabic, english) = (Words::of(Language::Ar), Words::of(Language::En));
        for (written, in_arabic, in_english) in [
            ("Call (draft)", true, false),
            ("اجتماع", false, true),
            ("اجتماع IGF", true, true),
            ("中文", true, false),
            ("2018", false, false),
        ] {
            let is_apart = |w| apart(w, written) != written;
            assert_eq!(is_apart(arabic), in_arabic, "{written}");
            assert_eq!(is_apart(english), in_english, "{written}");
        }
    }
}
