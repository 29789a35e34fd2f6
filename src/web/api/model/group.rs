//! Groups.

use super::Teller;
use super::details::text;
use super::names::group_kinds;
use crate::domain::mailing_list::MailingList;
use crate::domain::{FormerName as Former, Group as Known};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// A group that holds meetings.
#[derive(Debug, Serialize, ToSchema)]
pub struct Group {
    /// Its name in addresses. Those that it had before lead to it for good.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// What it is called for short; not unique.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    #[schema(schema_with = group_kinds)]
    pub kind: &'static str,
    /// Its page.
    pub url: String,
    /// Its meetings as iCalendar.
    pub ics_url: String,
    /// Its own site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The part of the world that it speaks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The country of a national initiative, as the initiative names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The languages that it works in, as tags.
    pub languages: Vec<String>,
    /// The topics that it works on, by slug.
    pub topics: Vec<String>,
    /// The first year or cycle that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_from: Option<String>,
    /// The last year or cycle in which it was at work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_until: Option<String>,
    /// Whether it has ended.
    pub is_past: bool,
    /// The day (UTC) on which it was closed: nothing new is posted for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
    /// What it does, in Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What somebody has to do who wants to take part in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how_to_join: Option<String>,
    /// The page of its mailing list, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mailing_list_url: Option<String>,
    /// What it was called before, the newest first.
    pub formerly: Vec<FormerName>,
}

/// A name that a group had.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormerName {
    /// The full name.
    pub name: String,
    /// What it was called for short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// The day (UTC) on which it took another.
    pub until: NaiveDate,
}

impl Group {
    pub fn of(teller: Teller<'_>, group: &Known) -> Self {
        let slug = group.slug.as_str();
        let url = teller.group_page(slug);
        let former = teller.snapshot.former_names(group);
        Self {
            slug: slug.to_owned(),
            name: group.name.to_string(),
            acronym: text(group.acronym.as_ref()),
            kind: group.kind.as_str(),
            ics_url: format!("{url}.ics"),
            url,
            website: text(group.website.as_ref()),
            region: text(group.region.as_ref()),
            country: text(group.country.as_ref()),
            languages: group.languages.iter().map(ToString::to_string).collect(),
            topics: group.topics.iter().map(ToString::to_string).collect(),
            active_from: text(group.active_from.as_ref()),
            active_until: text(group.active_until.as_ref()),
            is_past: group.is_past(),
            closed: group.listing.closed,
            description: text(group.description.as_ref()),
            how_to_join: text(group.how_to_join.as_ref()),
            mailing_list_url: group.mailing_list.as_ref().and_then(page),
            formerly: former.iter().map(FormerName::of).collect(),
        }
    }
}

impl FormerName {
    fn of(former: &Former) -> Self {
        Self {
            name: former.name.to_string(),
            acronym: text(former.acronym.as_ref()),
            until: former.until,
        }
    }
}

fn page(list: &MailingList) -> Option<String> {
    match list {
        MailingList::Page(url) => Some(url.to_string()),
        MailingList::Address(_) => None,
    }
}
