//! Choosing a language from `Accept-Language` (RFC 9110 section 12.5.4).
//! An explicit choice by cookie or address comes first; whoever serves the page sees to that.

use std::cmp::Reverse;
use std::iter;

use super::Language;

/// Browsers send a handful of ranges; what comes after this many is not worth reading.
const MOST_RANGES: usize = 64;

/// How much a reader wants a language: its quality, then how early it was named.
type Score = (u16, Reverse<usize>);

struct Wish<'h> {
    /// The first subtag of the range: regional variants are all served the one text we have.
    primary: &'h str,
    /// In thousandths; zero means "anything but this".
    quality: u16,
}

/// The language a reader most wants among those we have; English when none is wanted.
#[must_use]
pub fn negotiate(accept_language: Option<&str>) -> Language {
    let wishes: Vec<Wish> = accept_language
        .unwrap_or_default()
        .split(',')
        .take(MOST_RANGES)
        .filter_map(wish)
        .collect();
    // English leads, so that a bare `*` is answered in it rather than in whichever code sorts first.
    iter::once(Language::default())
        .chain(Language::ALL)
        .filter_map(|language| Some((score(&wishes, language)?, language)))
        .min_by_key(|(score, _)| Reverse(*score))
        .map_or_else(Language::default, |(_, language)| language)
}

fn score(wishes: &[Wish], language: Language) -> Option<Score> {
    best(wishes, language.code())
        .or_else(|| best(wishes, "*"))
        .filter(|(quality, _)| *quality > 0)
}

fn best(wishes: &[Wish], primary: &str) -> Option<Score> {
    wishes
        .iter()
        .enumerate()
        .filter(|(_, wish)| wish.primary.eq_ignore_ascii_case(primary))
        .map(|(place, wish)| (wish.quality, Reverse(place)))
        .max()
}

/// Reads one range with its weight; `None` drops a malformed one and leaves its neighbours alone.
fn wish(range: &str) -> Option<Wish<'_>> {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
    let tag = tag.trim();
    let primary = tag.split_once('-').map_or(tag, |(primary, _)| primary);
    let quality = match parameters.trim() {
        "" => 1000,
        weight => quality(weight.strip_prefix(['q', 'Q'])?.trim_start())?,
    };
    Some(Wish { primary, quality })
}

/// Reads `=0.8` and the like, with at most three decimals, as thousandths.
fn quality(weight: &str) -> Option<u16> {
    let value = weight.strip_prefix('=')?.trim_start();
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{fraction:0<3}").parse().ok()?;
    match (whole, thousandths) {
        ("0", _) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Language::*;
    use super::*;

    #[track_caller]
    fn assert_answer(header: &str, expected: Language) {
        assert_eq!(negotiate(Some(header)), expected, "for {header:?}");
    }

    #[test]
    fn the_highest_quality_wins_whatever_the_order() {
        assert_answer("fr;q=0.5, es;q=0.8, ru;q=0.65", Es);
        assert_answer("en;q=0.1,zh", Zh);
        assert_answer("fr;q=0.001, ru;q=0.002", Ru);
        assert_answer("fr ; Q = 0.9 , ru;q=1.000", Ru);
    }

    #[test]
    fn equals_are_decided_by_the_reader_s_order() {
        assert_answer("ru, fr, en", Ru);
        assert_answer("es;q=0.7, ar;q=0.7", Es);
    }

    #[test]
    fn a_regional_variant_gets_its_language() {
        assert_answer("fr-CH", Fr);
        assert_answer("zh-Hant-TW, en;q=0.9", Zh);
        assert_answer("ZH-hans", Zh);
        assert_answer("en-GB, fr;q=0.95, en;q=0.9", En);
        assert_answer("fro, es;q=0.1", Es);
    }

    #[test]
    fn the_wildcard_means_english_before_the_rest() {
        assert_answer("*", En);
        assert_answer("de, *;q=0.5", En);
        assert_answer("fr;q=0.4, *;q=0.8", En);
        assert_answer("fr, *", Fr);
        assert_answer("en;q=0.2, fr;q=0.1, *;q=0", En);
    }

    #[test]
    fn zero_is_a_refusal() {
        assert_answer("fr;q=0, ru;q=0.1", Ru);
        assert_ne!(negotiate(Some("en;q=0, *")), En);
        assert_answer("fr-CH, fr;q=0", Fr);
        assert_answer("*;q=0", En);
    }

    #[test]
    fn nothing_usable_means_english() {
        assert_eq!(negotiate(None), En);
        for header in ["", ",,,", "de", ";q=1", "fr;q=2", "fr;q=0.1234", "fr;q=-1"] {
            assert_answer(header, En);
        }
        assert_answer("fr;q=, fr;level=1, -, ру, ru;q=0.3", Ru);
    }

    #[test]
    fn a_hostile_header_is_not_read_to_its_end() {
        assert_answer(&format!("{}fr", "x,".repeat(1_000_000)), En);
        assert_answer(&format!("fr;q=0.{}", "9".repeat(1_000_000)), En);
    }
}
