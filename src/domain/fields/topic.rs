//! A topic as the desk types it: its name in each language.

use super::bounds::cut;
use super::listed::{EntryFields, ListContext};
use super::name::page_fields;
use super::{Errors, FieldError, FieldName};
use crate::domain::language_tag::OFFERED;
use crate::domain::problem::Problem;
use crate::domain::slug::Slug;
use crate::domain::text::Line;
use crate::domain::topic::Topic;
use std::collections::BTreeMap;

page_fields! {
    /// A topic as typed.
    pub struct TopicFields {
        /// Only of a new topic; a name in addresses is changed by renaming.
        pub slug: String,
        pub name_ar: String,
        pub name_en: String,
        pub name_es: String,
        pub name_fr: String,
        pub name_ru: String,
        pub name_zh: String,
    }
    together { }
}

impl TopicFields {
    /// Each name: the language's code, the field and what was typed.
    fn each_name(&self) -> [(&'static str, FieldName, &str); OFFERED.len()] {
        [
            ("ar", names::name_ar, &self.name_ar),
            ("en", names::name_en, &self.name_en),
            ("es", names::name_es, &self.name_es),
            ("fr", names::name_fr, &self.name_fr),
            ("ru", names::name_ru, &self.name_ru),
            ("zh", names::name_zh, &self.name_zh),
        ]
    }
}

impl EntryFields for TopicFields {
    type Entry = Topic;

    fn fill(topic: &Topic) -> Self {
        let name = |code: &str| {
            topic
                .names()
                .get(code)
                .map_or_else(String::new, Line::to_string)
        };
        Self {
            slug: String::new(),
            name_ar: name("ar"),
            name_en: name("en"),
            name_es: name("es"),
            name_fr: name("fr"),
            name_ru: name("ru"),
            name_zh: name("zh"),
        }
    }

    fn parse(
        &self,
        earlier: Option<&Topic>,
        _: &ListContext<'_>,
    ) -> Result<Topic, Vec<FieldError>> {
        let mut errors = Errors::default();
        let slug = match earlier {
            Some(earlier) => Ok(earlier.slug.clone()),
            None => Slug::parse(&self.slug),
        };
        let slug = errors.take(names::slug, slug);
        let mut called = BTreeMap::new();
        for (code, field, typed) in self.each_name() {
            let name = match code {
                "en" => Line::parse(typed).map(Some),
                _ => Line::optional(typed),
            };
            if let Some(Some(name)) = errors.take(field, name) {
                called.insert(code.to_owned(), name);
            }
        }
        let topic = match earlier {
            Some(earlier) => earlier.clone().called(called),
            None => slug.and_then(|slug| Topic::new(slug, called)),
        };
        match topic {
            Some(topic) if errors.0.is_empty() => Ok(topic),
            _ => Err(errors.0),
        }
    }

    fn cut_texts(&mut self) {
        self.each_text(cut);
    }

    fn taken() -> FieldError {
        FieldError::new(names::slug, Problem::Taken)
    }
}
