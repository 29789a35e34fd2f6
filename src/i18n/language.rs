//! The closed list of languages the pages are written in.
//! Names of other spoken languages are words, and live in `names.ftl`.

use crate::domain::LanguageTag;
use crate::domain::language_tag::OFFERED;
use std::fmt;
use std::str::FromStr;

/// A language of the pages; the six official languages of the United Nations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Arabic, the one written right to left.
    Ar,
    /// English, spoken when nothing better is known.
    #[default]
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Chinese, in simplified characters.
    Zh,
}

/// A code that names none of the [`Language`]s.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the pages are not written in {0:?}")]
pub struct UnknownLanguage(pub String);

// What the domain offers is what the pages are written in.
const _: () = {
    let mut at = 0;
    while at < OFFERED.len() {
        let (code, offered) = (Language::ALL[at].code().as_bytes(), OFFERED[at].as_bytes());
        assert!(code.len() == offered.len(), "ALL and OFFERED differ");
        let mut byte = 0;
        while byte < code.len() {
            assert!(code[byte] == offered[byte], "ALL and OFFERED differ");
            byte += 1;
        }
        at += 1;
    }
};

impl Language {
    /// Every language, in the order of their codes.
    pub const ALL: [Self; OFFERED.len()] =
        [Self::Ar, Self::En, Self::Es, Self::Fr, Self::Ru, Self::Zh];

    /// The language tag, as in `lang="ar"` and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Ru => "ru",
            Self::Zh => "zh",
        }
    }

    /// The language tag as the domain has it.
    ///
    /// # Panics
    /// Never: every code is a well-formed tag.
    #[must_use]
    pub fn tag(self) -> LanguageTag {
        LanguageTag::parse(self.code()).expect("a code is a tag")
    }

    /// The language with exactly this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The direction of its script, for the `dir` attribute.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En | Self::Es | Self::Fr | Self::Ru | Self::Zh => "ltr",
        }
    }

    /// What its own speakers call it, for the language switch.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::Ar => "العربية",
            Self::En => "English",
            Self::Es => "Español",
            Self::Fr => "Français",
            Self::Ru => "Русский",
            Self::Zh => "中文",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::from_code(code).ok_or_else(|| UnknownLanguage(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back_to_their_language() {
        for language in Language::ALL {
            assert_eq!(language.code().parse(), Ok(language));
        }
        assert_eq!("de".parse::<Language>(), Err(UnknownLanguage("de".into())));
    }

    #[test]
    fn only_arabic_runs_right_to_left() {
        let rtl = Language::ALL.map(|language| language.dir() == "rtl");
        assert_eq!(rtl, [true, false, false, false, false, false]);
    }
}
