//! A group as the desk types it.

use super::bounds::cut;
use super::listed::{EntryFields, ListContext};
use super::name::page_fields;
use super::{Errors, FieldError, is_blank, text, texts};
use crate::domain::group::{Group, GroupKind};
use crate::domain::language_tag::LanguageTag;
use crate::domain::mailing_list::MailingList;
use crate::domain::problem::Problem;
use crate::domain::slug::Slug;
use crate::domain::text::{Line, Note, Prose};
use crate::domain::web_url::{EmailAddress, WebUrl};

/// The most languages or topics of a group, as in files.
const MAX_TAGS: usize = 60;

page_fields! {
    /// A group as typed.
    pub struct GroupFields {
        /// Only of a new group; a name in addresses is changed by renaming.
        pub slug: String,
        pub name: String,
        pub acronym: String,
        pub kind: String,
        pub group_description: String,
        pub how_to_join: String,
        pub mailing_list: String,
        pub website: String,
        pub region: String,
        pub group_country: String,
        /// Tags with commas or blanks between them.
        pub group_languages: String,
        pub topic: Vec<String>,
        pub contact_name: String,
        pub contact_email: String,
        pub active_from: String,
        pub active_until: String,
        pub group_status: String,
        pub source_url: String,
    }
    together { }
}

impl EntryFields for GroupFields {
    type Entry = Group;

    fn fill(group: &Group) -> Self {
        let languages = texts(&group.languages);
        Self {
            slug: String::new(),
            name: group.name.to_string(),
            acronym: text(group.acronym.as_ref()),
            kind: group.kind.as_str().to_owned(),
            group_description: text(group.description.as_ref()),
            how_to_join: text(group.how_to_join.as_ref()),
            mailing_list: text(group.mailing_list.as_ref()),
            website: text(group.website.as_ref()),
            region: text(group.region.as_ref()),
            group_country: text(group.country.as_ref()),
            group_languages: languages.join(", "),
            topic: texts(&group.topics),
            contact_name: text(group.contact_name.as_ref()),
            contact_email: text(group.contact_email.as_ref()),
            active_from: text(group.active_from.as_ref()),
            active_until: text(group.active_until.as_ref()),
            group_status: text(group.status.as_ref()),
            source_url: text(group.source_url.as_ref()),
        }
    }

    fn parse(
        &self,
        earlier: Option<&Group>,
        context: &ListContext<'_>,
    ) -> Result<Group, Vec<FieldError>> {
        let mut errors = Errors::default();
        let group = self.read(earlier, context, &mut errors);
        match group {
            Some(group) if errors.0.is_empty() => Ok(group),
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

impl GroupFields {
    /// Whatever is wrong is in `errors`; then what is returned counts for nothing.
    fn read(
        &self,
        earlier: Option<&Group>,
        context: &ListContext<'_>,
        errors: &mut Errors,
    ) -> Option<Group> {
        let slug = match earlier {
            Some(earlier) => Ok(earlier.slug.clone()),
            None => Slug::parse(&self.slug),
        };
        let slug = errors.take(names::slug, slug);
        let name = errors.take(names::name, Line::parse(&self.name));
        let kind = errors.take(names::kind, self.kind());
        let acronym = errors.take(names::acronym, Line::optional(&self.acronym));
        let description = Prose::optional(&self.group_description);
        let description = errors.take(names::group_description, description);
        let how_to_join = errors.take(names::how_to_join, Note::optional(&self.how_to_join));
        let list = MailingList::optional(&self.mailing_list);
        let mailing_list = errors.take(names::mailing_list, list);
        let website = errors.take(names::website, WebUrl::optional(&self.website));
        let region = errors.take(names::region, Line::optional(&self.region));
        let country = errors.take(names::group_country, Line::optional(&self.group_country));
        let languages = errors.take(names::group_languages, self.languages());
        let topics = errors.take(names::topic, self.topics(earlier, context));
        let contact_name = errors.take(names::contact_name, Line::optional(&self.contact_name));
        let email = EmailAddress::optional(&self.contact_email);
        let contact_email = errors.take(names::contact_email, email);
        let active_from = errors.take(names::active_from, Line::optional(&self.active_from));
        let active_until = errors.take(names::active_until, Line::optional(&self.active_until));
        let status = errors.take(names::group_status, Line::optional(&self.group_status));
        let source_url = errors.take(names::source_url, WebUrl::optional(&self.source_url));
        let languages = languages?;
        let plain = Group::plain(slug?, name?, kind?);
        let stands = earlier.cloned().unwrap_or_else(|| plain.clone());
        Some(Group {
            acronym: acronym?,
            description: description?,
            how_to_join: how_to_join?,
            mailing_list: mailing_list?,
            website: website?,
            region: region?,
            country: country?,
            // What somebody typed was not inferred from anything.
            languages_basis: stands
                .languages_basis
                .filter(|_| languages == stands.languages),
            languages,
            topics: topics?,
            contact_name: contact_name?,
            contact_email: contact_email?,
            active_from: active_from?,
            active_until: active_until?,
            status: status?,
            source_url: source_url?,
            formerly: stands.formerly,
            listing: stands.listing,
            ..plain
        })
    }

    fn kind(&self) -> Result<GroupKind, Problem> {
        match self.kind.as_str() {
            "" => Err(Problem::Missing),
            kind => GroupKind::from_name(kind).ok_or(Problem::UnknownChoice),
        }
    }

    fn languages(&self) -> Result<Vec<LanguageTag>, Problem> {
        let typed = self
            .group_languages
            .split(|c: char| c.is_whitespace() || [',', ';', '،', '、', '，'].contains(&c));
        let mut languages = Vec::new();
        for tag in typed.filter(|tag| !is_blank(tag)) {
            let tag = LanguageTag::parse(tag)?;
            if !languages.contains(&tag) {
                languages.push(tag);
            }
        }
        match languages.len() > MAX_TAGS {
            true => Err(Problem::TooMany { limit: MAX_TAGS }),
            false => Ok(languages),
        }
    }

    /// Those that are in the list; what a file said and the list does not know stays as long as nobody
    /// takes it away.
    fn topics(
        &self,
        earlier: Option<&Group>,
        context: &ListContext<'_>,
    ) -> Result<Vec<Slug>, Problem> {
        let had = earlier.map_or(&[][..], |group| &group.topics);
        let mut topics = Vec::new();
        for typed in self.topic.iter().filter(|typed| !is_blank(typed)) {
            let typed = Slug::parse(typed).map_err(|_| Problem::UnknownChoice)?;
            let topic = match (context.find_topic)(&typed) {
                Some(bearer) => bearer.slug,
                None if had.contains(&typed) => typed,
                None => return Err(Problem::UnknownChoice),
            };
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        match topics.len() > MAX_TAGS {
            true => Err(Problem::TooMany { limit: MAX_TAGS }),
            false => Ok(topics),
        }
    }
}
