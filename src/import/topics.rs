//! The file of topics: a slug and its name in each language.

use super::in_file::InFile;
use super::reader::{EntryReader, read_each};
use super::report::{ImportError, Report};
use crate::domain::Topic;
use crate::domain::language_tag::OFFERED;
use crate::domain::slug::Slug;
use crate::domain::text::Line;
use std::collections::BTreeMap;

/// What a file of topics holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadTopics {
    /// The topics that can be taken, in the file's order.
    pub topics: Vec<InFile<Topic>>,
    /// What could not, and what was not understood.
    pub report: Report,
}

/// Reads a JSON array of topics, each on its own.
pub fn read_topics(json: &str) -> Result<ReadTopics, ImportError> {
    let (topics, report) = read_each(json, "slug", topic)?;
    Ok(ReadTopics { topics, report })
}

fn topic(reader: &mut EntryReader) -> Option<InFile<Topic>> {
    let slug = reader.required("slug", Slug::parse);
    let names: BTreeMap<String, Line> = OFFERED
        .into_iter()
        .filter_map(|code| {
            let name = match code {
                "en" => reader.required("name_en", Line::parse)?,
                code => reader.optional(&format!("name_{code}"), Line::parse)?,
            };
            Some((code.to_owned(), name))
        })
        .collect();
    Topic::new(slug?, names).map(InFile::whole)
}
