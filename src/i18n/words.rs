//! What the pages say: Fluent messages in the reader's language, English where one is missing.
//! Dates are in the neighbouring module; which language to speak is decided elsewhere.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Language;

macro_rules! files {
    ($code:literal: $($name:literal)+) => {
        &[$((
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/", $code, "/", $name)),
        )),+]
    };
    ($code:literal) => {
        files!($code:
            "site.ftl"
            "reading.ftl"
            "posting.ftl"
            "audit.ftl"
            "rights.ftl"
            "desk.ftl"
            "errors.ftl"
            "series.ftl"
            "history.ftl"
            "outcomes.ftl"
            "together.ftl"
            "unreadable.ftl"
            "names.ftl"
            "mail.ftl"
            "feeds.ftl"
            "queue.ftl"
            "personal.ftl"
            "groups.ftl"
            "identity.ftl"
            "review.ftl"
        )
    };
}

/// The name and the text of every message file, by language in the order of [`Language::ALL`].
const FILES: [&[(&str, &str)]; Language::ALL.len()] = [
    files!("ar"),
    files!("en"),
    files!("es"),
    files!("fr"),
    files!("ru"),
    files!("zh"),
];

static VOICES: LazyLock<[Voice; Language::ALL.len()]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        let texts = FILES[language as usize].iter().map(|(_, text)| *text);
        Voice::new(language, texts)
    })
});

/// The messages of one language, ready to be said.
struct Voice {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// The words of one language; cheap to copy into every page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

/// A value placed into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// Chooses the plural form, and is shown in Latin digits.
    Number(i64),
}

impl Words {
    /// The words of this language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language spoken.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The language tag, for the `lang` attribute.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.language.code()
    }

    /// The direction of the script, for the `dir` attribute.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        self.language.dir()
    }

    /// The message under `key`, or under the attribute `key.attribute`.
    ///
    /// What this language lacks is said in English; what English lacks too, by the bare key.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.with(key, &[])
    }

    /// The message under `key` with one value placed in it.
    #[must_use]
    pub fn t1<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> Cow<'static, str> {
        self.with(key, &[(name, value.into())])
    }

    /// The message under `key` with two values placed in it.
    #[must_use]
    pub fn t2<'a, 'b>(
        &self,
        key: &str,
        name1: &str,
        value1: impl Into<Arg<'a>>,
        name2: &str,
        value2: impl Into<Arg<'b>>,
    ) -> Cow<'static, str> {
        self.with(key, &[(name1, value1.into()), (name2, value2.into())])
    }

    /// The message under `key` with three values placed in it.
    #[must_use]
    #[expect(
        clippy::too_many_arguments,
        reason = "templates cannot write slices of pairs"
    )]
    pub fn t3<'a, 'b, 'c>(
        &self,
        key: &str,
        name1: &str,
        value1: impl Into<Arg<'a>>,
        name2: &str,
        value2: impl Into<Arg<'b>>,
        name3: &str,
        value3: impl Into<Arg<'c>>,
    ) -> Cow<'static, str> {
        self.with(
            key,
            &[
                (name1, value1.into()),
                (name2, value2.into()),
                (name3, value3.into()),
            ],
        )
    }

    /// The message under `key` with any number of values placed in it.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Cow<'static, str> {
        self.find(key, args).unwrap_or_else(|| {
            tracing::warn!(key, "no language has this message");
            Cow::Owned(key.to_owned())
        })
    }

    /// The name of a spoken language, such as one a meeting is held in.
    ///
    /// A tag without a name in `names.ftl` is its own name.
    #[must_use]
    pub fn language_name(&self, tag: &str) -> String {
        let key = format!("language-{}", tag.to_ascii_lowercase());
        // The tag may be anything a poster wrote: a dot in it must not reach for an attribute.
        Some(key)
            .filter(|key| !key.contains('.'))
            .and_then(|key| self.find(&key, &[]))
            .map_or_else(|| tag.to_owned(), Cow::into_owned)
    }

    /// Whether any language has a message of this key, for words that are chosen by what there is.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        VOICES[Language::En as usize].has(key)
    }

    fn find(self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<Cow<'static, str>> {
        let english = &VOICES[Language::En as usize];
        VOICES[self.language as usize].say_or(english, key, args)
    }
}

impl Voice {
    fn new<'a>(language: Language, texts: impl IntoIterator<Item = &'a str>) -> Self {
        let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The pages isolate foreign text with <bdi>; invisible marks would end up in titles and feeds.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| disguised(value)));
        for text in texts {
            // A slip in one message must not silence the others; the tests refuse any slip.
            let messages =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, slips)| {
                    tracing::error!(%language, ?slips, "unreadable messages");
                    rest
                });
            if let Err(slips) = bundle.add_resource(messages) {
                tracing::error!(%language, ?slips, "messages defined twice");
            }
        }
        Self { language, bundle }
    }

    fn say_or<'v>(
        &'v self,
        fallback: &'v Self,
        key: &str,
        args: &[(&str, Arg<'_>)],
    ) -> Option<Cow<'v, str>> {
        self.say(key, args).or_else(|| {
            let said = fallback.say(key, args)?;
            tracing::warn!(key, language = %self.language, "message is not translated");
            Some(said)
        })
    }

    fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<Cow<'_, str>> {
        let pattern = match key.split_once('.') {
            None => self.bundle.get_message(key)?.value()?,
            Some((id, attribute)) => {
                let message = self.bundle.get_message(id)?;
                message.get_attribute(attribute)?.value()
            }
        };
        let args: FluentArgs = args
            .iter()
            .map(|(name, arg)| (*name, self.value(arg)))
            .collect();
        let mut slips = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut slips);
        if !slips.is_empty() {
            tracing::warn!(key, ?slips, "message is not complete");
        }
        Some(said)
    }

    fn value<'a>(&self, arg: &'a Arg<'_>) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(&**text),
            Arg::Number(number) if self.language == Language::Ar => arabic(*number),
            Arg::Number(number) => FluentValue::from(*number),
        }
    }
}

/// Plural rules as of `intl_pluralrules` 7.0.2 look at the whole number in Arabic where CLDR looks
/// at its last two digits: 103 would not count like 3. So the rules are shown the last two digits
/// only, and the number to print travels as an option Fluent makes no use of.
fn arabic(number: i64) -> FluentValue<'static> {
    match number % 100 {
        ending @ 3.. if number > 100 => FluentValue::Number(FluentNumber {
            value: ending as f64,
            options: FluentNumberOptions {
                currency: Some(number.to_string()),
                ..FluentNumberOptions::default()
            },
        }),
        _ => FluentValue::from(number),
    }
}

/// The number to print in place of one that [`arabic`] shortened.
fn disguised(value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::from(text.as_str())
    }
}

// Templates borrow every variable they pass, even one that is a reference already.
impl<'a> From<&'a &str> for Arg<'a> {
    fn from(text: &'a &str) -> Self {
        Self::from(*text)
    }
}

impl<'a> From<&'a &String> for Arg<'a> {
    fn from(text: &'a &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Cow<'_, str>> for Arg<'a> {
    fn from(text: &'a Cow<'_, str>) -> Self {
        Self::from(&**text)
    }
}

macro_rules! arg_from_numbers {
    ($($number:ty)+) => { $(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<&$number> for Arg<'_> {
            fn from(number: &$number) -> Self {
                Self::from(*number)
            }
        }

        impl From<&&$number> for Arg<'_> {
            fn from(number: &&$number) -> Self {
                Self::from(**number)
            }
        }
    )+ };
}

arg_from_numbers!(usize i64 i32 u32);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use askama::Template;

    use super::*;

    #[track_caller]
    fn assert_forms(language: Language, expected: &[(i64, &str)]) {
        let forms = "n = { $n ->\n[zero] zero\n[one] one\n[two] two\n[few] few\n[many] many\n*[other] other\n}";
        let voice = Voice::new(language, [forms]);
        for (n, form) in expected {
            let said = voice.say("n", &[("n", Arg::Number(*n))]);
            assert_eq!(said.as_deref(), Some(*form), "{language} {n}");
        }
    }

    #[test]
    fn arabic_has_its_six_plural_forms() {
        assert_forms(
            Language::Ar,
            &[
                (0, "zero"),
                (1, "one"),
                (2, "two"),
                (3, "few"),
                (10, "few"),
                (11, "many"),
                (99, "many"),
                (100, "other"),
                (102, "other"),
                (103, "few"),
                (111, "many"),
                (1_200, "other"),
                (1_210, "few"),
            ],
        );
    }

    #[test]
    fn russian_has_its_plural_forms() {
        assert_forms(
            Language::Ru,
            &[
                (1, "one"),
                (2, "few"),
                (5, "many"),
                (11, "many"),
                (21, "one"),
                (24, "few"),
                (112, "many"),
            ],
        );
    }

    #[test]
    fn digits_are_latin_and_nothing_isolates_them() {
        let voice = Voice::new(Language::Ar, ["n = { $n } { $name }"]);
        let args = [("n", Arg::from(1_234_567_usize)), ("name", "x".into())];
        assert_eq!(voice.say("n", &args).as_deref(), Some("1234567 x"));
    }

    #[test]
    fn an_attribute_is_reached_through_its_message() {
        let voice = Voice::new(
            Language::En,
            ["a = value\n    .hint = tip { $x }\nb =\n    .only = o"],
        );
        let tip = voice.say("a.hint", &[("x", Arg::from(&3_u32))]);
        assert_eq!(tip.as_deref(), Some("tip 3"));
        assert_eq!(voice.say("b", &[]), None);
        assert_eq!(voice.say("a.nothing", &[]), None);
        assert_eq!(voice.say("nothing.hint", &[]), None);
    }

    #[test]
    fn a_missing_value_does_not_silence_the_message() {
        let voice = Voice::new(Language::En, ["a = to { $whom }"]);
        assert_eq!(voice.say("a", &[]).as_deref(), Some("to {$whom}"));
    }

    #[test]
    fn what_is_not_translated_is_said_in_english() {
        let french = Voice::new(Language::Fr, ["a = un\nb = deux"]);
        let english = Voice::new(
            Language::En,
            ["a = one\nb = two\n    .hint = tip\nc = three"],
        );
        let said = |key| french.say_or(&english, key, &[]);
        assert_eq!(said("a").as_deref(), Some("un"));
        assert_eq!(said("b.hint").as_deref(), Some("tip"));
        assert_eq!(said("c").as_deref(), Some("three"));
        assert_eq!(said("d"), None);
    }

    #[test]
    fn what_no_language_says_is_said_by_its_key() {
        for words in Language::ALL.map(Words::of) {
            assert_eq!(words.t("no-such-message"), "no-such-message");
            assert_eq!(words.t1("no-such.hint", "n", 1), "no-such.hint");
            assert_ne!(words.t("site-name"), "site-name");
        }
    }

    #[test]
    fn spoken_languages_have_names() {
        assert_eq!(Words::of(Language::En).language_name("sw"), "Swahili");
        assert_eq!(Words::of(Language::Fr).language_name("de"), "allemand");
        assert_eq!(Words::of(Language::Zh).language_name("zh-Hant"), "繁体中文");
        for unknown in ["tlh", "", "en.hint", "no such", "../ar"] {
            assert_eq!(Words::of(Language::Ru).language_name(unknown), unknown);
        }
    }

    #[derive(Template)]
    #[template(
        source = r#"{{ w.t("site-name") }}|{% for n in counts %}{{ w.t1("list-count", "count", n) }}|{% endfor %}{{ w.t1("list-count", "count", counts.len()) }}|{{ w.t2(name, "a", name, "b", w.code()) }}"#,
        ext = "html"
    )]
    struct Page<'a> {
        w: Words,
        name: &'a str,
        counts: Vec<usize>,
    }

    #[test]
    fn templates_can_pass_what_they_hold() {
        let page = Page {
            w: Words::of(Language::En),
            name: "<b>",
            counts: vec![1, 5],
        };
        assert_eq!(
            page.render().unwrap(),
            "Common IGF calendar|1 meeting|5 meetings|2 meetings|&#60;b&#62;"
        );
    }

    #[test]
    fn every_message_file_is_well_formed() {
        for (language, files) in Language::ALL.into_iter().zip(FILES) {
            let mut bundle = FluentBundle::new_concurrent(vec![]);
            for (name, text) in files {
                let resource = FluentResource::try_new((*text).to_owned())
                    .unwrap_or_else(|(_, slips)| panic!("{language}/{name}: {slips:?}"));
                bundle
                    .add_resource(resource)
                    .unwrap_or_else(|slips| panic!("{language}/{name}: {slips:?}"));
            }
        }
    }

    #[test]
    fn every_language_names_the_same_spoken_languages() {
        assert_same_keys(|name| name == "names.ftl");
    }

    #[test]
    fn every_language_has_every_key_with_the_same_variables() {
        assert_same_keys(|_| true);
    }

    #[track_caller]
    fn assert_same_keys(compared: fn(&str) -> bool) {
        let mut differences = Vec::new();
        for (language, files) in Language::ALL.into_iter().zip(FILES) {
            for ((name, text), (_, english)) in files.iter().zip(FILES[Language::En as usize]) {
                if compared(name) {
                    let (ours, theirs) = (inventory(text), inventory(english));
                    let lacks = theirs.difference(&ours).map(|key| format!("lacks {key}"));
                    let adds = ours.difference(&theirs).map(|key| format!("adds {key}"));
                    differences.extend(
                        lacks
                            .chain(adds)
                            .map(|what| format!("{language}/{name} {what}")),
                    );
                }
            }
        }
        assert!(differences.is_empty(), "{}", differences.join("\n"));
    }

    /// Every `message`, `message.attribute` and `message.attribute $variable` of a file. A message
    /// that another one is placed in has its variables, too.
    fn inventory(text: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        let mut placed = Vec::new();
        let mut message = "";
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (head, _) = line.split_once('=').unwrap_or(("", line));
            let head = head.trim_end();
            if let Some(attribute) = head.trim_start().strip_prefix('.') {
                key = format!("{message}.{attribute}");
                keys.insert(key.clone());
            } else if head.starts_with(|c: char| c == '-' || c.is_ascii_alphabetic()) {
                message = head;
                key = head.to_owned();
                // Terms are a translator's own business: Russian may need one per case.
                if !message.starts_with('-') {
                    keys.insert(key.clone());
                }
            }
            for variable in line.split('$').skip(1) {
                let name = variable
                    .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))
                    .next()
                    .unwrap_or_default();
                keys.insert(format!("{key} ${name}"));
            }
            for part in line.split("{ ").skip(1) {
                let name = part.split(" }").next().unwrap_or_default();
                placed.push((format!("{name} $"), format!("{key} $")));
            }
        }
        // Once for each message between the outermost and the innermost.
        for (inner, outer) in placed.iter().cycle().take(4 * placed.len()) {
            let variables: Vec<String> = keys
                .iter()
                .filter_map(|key| key.strip_prefix(inner.as_str()))
                .map(|variable| format!("{outer}{variable}"))
                .collect();
            keys.extend(variables);
        }
        keys
    }

    #[test]
    fn the_inventory_sees_messages_attributes_and_variables() {
        let text = "# $no = \n-brand = x\na = { $n ->\n    [one] 1 = { $n }\n   *[other] { -brand } { $who-m }\n }\n    .hint = { $x }\n";
        let expected = ["a", "a $n", "a $who-m", "a.hint", "a.hint $x"];
        assert_eq!(inventory(text), expected.map(String::from).into());
        let text = "a = { b }\nb = { $x } { c }\nc = { $y }\n";
        let expected = ["a", "a $x", "a $y", "b", "b $x", "b $y", "c", "c $y"];
        assert_eq!(inventory(text), expected.map(String::from).into());
    }
}
