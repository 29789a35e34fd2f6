//! The file of groups: which fields an entry has and how they become a [`Group`].
//! Whether a group is on the calendar already is the store's business.

use super::in_file::InFile;
use super::reader::{EntryReader, read_each};
use super::report::{ImportError, Report};
use crate::domain::group::{Group, GroupKind};
use crate::domain::language_tag::LanguageTag;
use crate::domain::mailing_list::MailingList;
use crate::domain::slug::Slug;
use crate::domain::text::{Line, Note, Prose};
use crate::domain::web_url::EmailAddress;

/// The most languages or topics of a group.
const MAX_TAGS: usize = 60;

/// What a file of groups holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadGroups {
    /// The groups that can be taken, in the file's order.
    pub groups: Vec<InFile<Group>>,
    /// What could not, and what was not understood.
    pub report: Report,
}

/// Reads a JSON array of groups, each on its own.
pub fn read_groups(json: &str) -> Result<ReadGroups, ImportError> {
    let (groups, report) = read_each(json, "slug", group)?;
    Ok(ReadGroups { groups, report })
}

fn group(reader: &mut EntryReader) -> Option<InFile<Group>> {
    let fields = reader.fields();
    let slug = reader.required("slug", Slug::parse);
    let name = reader.required("name", Line::parse);
    let kind = reader.choice("kind", GroupKind::from_name);
    let acronym = reader.optional("acronym", Line::parse);
    let website = reader.address("website");
    let region = reader.optional("region", Line::parse);
    let country = reader.optional("country", Line::parse);
    let languages = reader.set("languages", MAX_TAGS, LanguageTag::parse);
    let languages_basis = reader.optional("languages_basis", Line::parse);
    let topics = reader.set("topics", MAX_TAGS, Slug::parse);
    let active_from = reader.optional("active_from", Line::parse);
    let status = reader.optional("status", Line::parse);
    let description = reader.optional("description", Prose::parse);
    let source_url = reader.address("source_url");
    let active_until = reader.optional("active_until", Line::parse);
    let how_to_join = reader.optional("how_to_join", Note::parse);
    let mailing_list = reader.read("mailing_list", MailingList::parse);
    let contact_name = reader.optional("contact_name", Line::parse);
    let contact_email = reader.optional("contact_email", EmailAddress::parse);
    let group = Group {
        acronym,
        website,
        region,
        country,
        languages,
        languages_basis,
        topics,
        active_from,
        status,
        description,
        source_url,
        active_until,
        how_to_join,
        mailing_list,
        contact_name,
        contact_email,
        ..Group::plain(slug?, name?, kind?)
    };
    Some(InFile::with(group, fields))
}
