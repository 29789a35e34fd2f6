//! Other names for a group or a topic, as the desk types them.

use super::bounds::cut;
use super::name::page_fields;
use super::{Errors, FieldError};
use crate::domain::problem::Problem;
use crate::domain::slug::Slug;
use crate::domain::text::Line;

page_fields! {
    /// Other names, as typed.
    pub struct RenameFields {
        pub new_slug: String,
        /// Of groups alone.
        pub new_name: String,
        /// Of groups alone.
        pub new_acronym: String,
    }
    together { }
}

/// Other names for an entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNames {
    /// In addresses.
    pub slug: Slug,
    /// The full name; `None` of a topic, which has one in each language.
    pub name: Option<Line>,
    /// What it is called for short.
    pub acronym: Option<Line>,
}

impl RenameFields {
    /// The names. `is_group` if it is a group that takes them, which always has a full name.
    pub fn parse(&self, is_group: bool) -> Result<NewNames, Vec<FieldError>> {
        let mut errors = Errors::default();
        let slug = errors.take(names::new_slug, Slug::parse(&self.new_slug));
        let name = match is_group {
            true => Line::parse(&self.new_name).map(Some),
            false => Ok(None),
        };
        let name = errors.take(names::new_name, name);
        let acronym = errors.take(names::new_acronym, Line::optional(&self.new_acronym));
        match (slug, name, acronym) {
            (Some(slug), Some(name), Some(acronym)) => Ok(NewNames {
                slug,
                name,
                acronym,
            }),
            _ => Err(errors.0),
        }
    }

    /// Drops control characters from every text, and cuts what is longer than twice of what its field
    /// takes.
    pub fn cut_texts(&mut self) {
        self.each_text(cut);
    }

    /// That another goes by the name in addresses, or went by it.
    pub fn taken() -> FieldError {
        FieldError::new(names::new_slug, Problem::Taken)
    }
}
