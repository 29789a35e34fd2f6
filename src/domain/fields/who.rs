//! Page 1: who holds the meeting, what it is about, who may be asked.

use super::links::{LinkColumns, LinkFields, LinkRow, read_links};
use super::page_fields;
use super::{Context, Errors, MAX_ROWS, is_blank, text, texts};
use crate::domain::contact::{Contact, Poster};
use crate::domain::language_tag::LanguageTag;
use crate::domain::link::{Link, LinkKind};
use crate::domain::problem::Problem;
use crate::domain::said::{About, MAX_TOPICS, Said};
use crate::domain::slug::Slug;
use crate::domain::text::{AgendaItem, Line, Prose, Title};
use crate::domain::web_url::EmailAddress;

/// The most points of an agenda.
pub(super) const MAX_AGENDA: usize = 60;

page_fields! {
    /// Page 1 as typed. Fields that repeat send one value a row, rows side by side.
    pub struct WhoFields {
        pub group: String,
        pub cohost: Vec<String>,
        pub title: String,
        pub text_language: String,
        pub description: String,
        /// One point a line.
        pub agenda: String,
        pub topic: Vec<String>,
        pub link_kind: Vec<String>,
        pub link_label: Vec<String>,
        pub link_url: Vec<String>,
        pub contact_name: String,
        pub contact_email: String,
        pub poster_name: String,
        pub poster_email: String,
    }
    together { }
}

impl WhoFields {
    /// The rows of documents; what a browser left out is empty.
    pub fn link_rows(&self) -> Vec<LinkRow> {
        LinkRow::rows(&self.link_kind, &self.link_label, &self.link_url)
    }

    /// Every field that repeats.
    pub(super) fn columns(&mut self) -> [&mut Vec<String>; 5] {
        [
            &mut self.cohost,
            &mut self.topic,
            &mut self.link_kind,
            &mut self.link_label,
            &mut self.link_url,
        ]
    }

    /// How many of them came out of the meeting: whoever posts it for the archive gives them here.
    pub(super) fn outcomes(&self) -> usize {
        self.link_rows()
            .iter()
            .filter(|row| row.is_given())
            .filter(|row| LinkKind::from_name(&row.kind).is_some_and(LinkKind::is_outcome))
            .count()
    }

    /// What page 1 says, and who posts it.
    pub(super) fn parse(
        &self,
        context: &Context<'_>,
        errors: &mut Errors,
    ) -> Option<(About, Poster)> {
        let group = errors.take(names::group, known_group(&self.group, context));
        let cohosts = self.cohosts(context, errors);
        let title = errors.take(names::title, Title::parse(&self.title));
        let text_language = errors.take(names::text_language, self.text_language());
        let description = errors.take(names::description, Prose::optional(&self.description));
        let agenda = self.agenda(errors);
        let topics = errors.take(names::topic, self.topics(context));
        let links = self.links(errors);
        let contact = self.contact(errors);
        let poster_name = errors.take(names::poster_name, Line::parse(&self.poster_name));
        let poster_email =
            errors.take(names::poster_email, EmailAddress::parse(&self.poster_email));
        let group = group?;
        let about = About {
            cohosts: cohosts.into_iter().filter(|slug| *slug != group).collect(),
            group,
            topics: topics?,
            title: title?,
            text_language: text_language?,
            description: description?,
            agenda,
            links,
            contact: contact?,
        };
        let poster = Poster {
            name: poster_name?,
            email: poster_email?,
        };
        Some((about, poster))
    }

    /// The way back: what would be typed to say this, with the poster if known.
    pub(super) fn fill(said: &Said, poster: Option<&Poster>) -> Self {
        let documents = LinkColumns::of(said.documents());
        let About {
            title,
            text_language,
            group,
            cohosts,
            topics,
            description,
            agenda,
            links: _,
            contact,
        } = said.into();
        let agenda: Vec<String> = agenda.iter().map(|item| as_typed(item.as_str())).collect();
        Self {
            group: group.to_string(),
            cohost: texts(&cohosts),
            topic: texts(&topics),
            title: title.to_string(),
            text_language: text_language.to_string(),
            description: text(description.as_ref()),
            agenda: agenda.join("\n"),
            link_kind: documents.kinds,
            link_label: documents.labels,
            link_url: documents.urls,
            contact_name: text(contact.as_ref().and_then(|c| c.name.as_ref())),
            contact_email: text(contact.as_ref().and_then(|c| c.email.as_ref())),
            poster_name: text(poster.map(|p| &p.name)),
            poster_email: text(poster.map(|p| &p.email)),
        }
    }

    fn cohosts(&self, context: &Context<'_>, errors: &mut Errors) -> Vec<Slug> {
        if self.cohost.len() > MAX_ROWS {
            let too_many = Problem::TooMany { limit: MAX_ROWS };
            errors.take_row::<()>(names::cohost, 0, Err(too_many));
        }
        let mut cohosts = Vec::new();
        for (row, typed) in self.cohost.iter().enumerate() {
            if is_blank(typed) {
                continue;
            }
            if let Some(slug) = errors.take_row(names::cohost, row, known_group(typed, context))
                && !cohosts.contains(&slug)
            {
                cohosts.push(slug);
            }
        }
        cohosts
    }

    fn topics(&self, context: &Context<'_>) -> Result<Vec<Slug>, Problem> {
        let mut topics = Vec::new();
        for typed in self.topic.iter().filter(|typed| !is_blank(typed)) {
            let topic = Slug::parse(typed)
                .ok()
                .and_then(|slug| (context.find_topic)(&slug))
                .filter(|topic| context.is_edit || !topic.is_closed)
                .ok_or(Problem::UnknownChoice)?;
            if !topics.contains(&topic.slug) {
                topics.push(topic.slug);
            }
        }
        if topics.len() > MAX_TOPICS {
            return Err(Problem::TooMany { limit: MAX_TOPICS });
        }
        // Boxes come in the order of their names, which every language has its own of.
        topics.sort();
        Ok(topics)
    }

    fn text_language(&self) -> Result<LanguageTag, Problem> {
        match LanguageTag::parse(&self.text_language) {
            Err(Problem::Missing) => Ok(LanguageTag::english()),
            other => other,
        }
    }

    fn agenda(&self, errors: &mut Errors) -> Vec<AgendaItem> {
        let lines: Vec<&str> = self.agenda.lines().filter(|line| !is_blank(line)).collect();
        if lines.len() > MAX_AGENDA {
            errors.add(names::agenda, Problem::TooMany { limit: MAX_AGENDA });
            return Vec::new();
        }
        lines
            .into_iter()
            .map(|line| AgendaItem::parse(without_bullet(line)))
            .filter(|item| *item != Err(Problem::Missing))
            .filter_map(|item| errors.take(names::agenda, item))
            .collect()
    }

    fn links(&self, errors: &mut Errors) -> Vec<Link> {
        let rows = self.link_rows();
        errors.limit_rows(names::link_url, rows.len());
        let names = LinkFields {
            kind: names::link_kind,
            label: names::link_label,
            url: names::link_url,
        };
        read_links(&rows, &names, link_kind, errors)
    }

    /// Outer `None`: a problem. Inner `None`: no contact given.
    fn contact(&self, errors: &mut Errors) -> Option<Option<Contact>> {
        let name = errors.take(names::contact_name, Line::optional(&self.contact_name));
        let email = errors.take(
            names::contact_email,
            EmailAddress::optional(&self.contact_email),
        );
        let (name, email) = (name?, email?);
        Some((name.is_some() || email.is_some()).then_some(Contact { name, email }))
    }
}

fn link_kind(name: &str) -> Result<LinkKind, Problem> {
    match name {
        "" => Ok(LinkKind::Document),
        name => LinkKind::from_name(name).ok_or(Problem::UnknownChoice),
    }
}

fn known_group(typed: &str, context: &Context<'_>) -> Result<Slug, Problem> {
    if is_blank(typed) {
        return Err(Problem::Missing);
    }
    let group = Slug::parse(typed)
        .ok()
        .and_then(|slug| (context.find_group)(&slug))
        .ok_or(Problem::UnknownGroup)?;
    // What it holds already can still be changed.
    match group.is_closed && !context.is_edit {
        true => Err(Problem::ClosedGroup),
        false => Ok(group.slug),
    }
}

/// Agendas are pasted out of mails: "1. Opening", "- AOB" are points without their marks. A mark
/// has a blank behind it, or it is text: "-1 is fine", "*important*", "2018 themes".
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match (1..=2).contains(&digits) {
        true => line[digits..].strip_prefix(['.', ')']),
        false => line.strip_prefix(['-', '*', '•', '–']),
    };
    match rest {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => line,
    }
}

/// A point that looks as if it had a mark gets one, which reading it takes away again.
fn as_typed(item: &str) -> String {
    match without_bullet(item) == item {
        true => item.to_owned(),
        false => format!("- {item}"),
    }
}
