//! What a feed says of itself.

use super::file_name::FileName;
use super::naming;
use super::past::Past;
use super::site::Site;
use super::size::Cut;
use super::words;
use crate::calendar::{Filter, PublishedMeeting, Snapshot};
use crate::domain::Group;
use crate::i18n::{Language, Words};
use chrono::NaiveDate;

/// What a feed says of itself; anything may stand in it, formats make it harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedInfo {
    /// The name under which it appears among the subscriber's calendars.
    pub name: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// The language of our words in it.
    pub language: Language,
    /// The name under which it is stored as a file.
    pub file: FileName,
    /// Its own address, with its query: SOURCE in iCalendar (RFC 7986, section 5.8).
    pub feed_url: String,
    /// The page that shows the same: URL in iCalendar (RFC 7986, section 5.5).
    pub page_url: String,
}

impl FeedInfo {
    /// Of the feed of a listing, named for everything that narrows or widens it.
    pub fn of_listing(
        language: Language,
        (filter, past): (&Filter, Past),
        snapshot: &Snapshot,
        (feed_url, page_url): (String, String),
    ) -> Self {
        let w = Words::of(language);
        let what = naming::parts(w, filter, past, snapshot);
        Self {
            name: naming::name(w, what),
            description: w.t("feed-about").into_owned(),
            language,
            file: FileName::of_listing(filter, past, language),
            feed_url,
            page_url,
        }
    }

    /// Of the feed of a group, named for it and for everything that narrows or widens it.
    pub fn of_group(
        language: Language,
        group: &Group,
        (filter, past): (&Filter, Past),
        snapshot: &Snapshot,
        (feed_url, page_url): (String, String),
    ) -> Self {
        let w = Words::of(language);
        let mut what = vec![group.name.to_string()];
        what.extend(naming::parts(w, filter, past, snapshot));
        let about = w.t1("feed-about-group", "group", group.name.as_str());
        Self {
            name: naming::name(w, what),
            description: about.into_owned(),
            language,
            file: FileName::of_group(&group.slug, filter, past, language),
            feed_url,
            page_url,
        }
    }

    /// Of the feed of one meeting, named by its title; with a day, of that date of a series alone.
    pub fn of_meeting(
        language: Language,
        site: &Site,
        meeting: &PublishedMeeting,
        on: Option<NaiveDate>,
    ) -> Self {
        let w = Words::of(language);
        let page = site.page(meeting.id);
        let (page_url, query) = match on {
            Some(day) => (site.page_on(meeting.id, day), format!("?on={day}")),
            None => (page.clone(), String::new()),
        };
        let title = meeting.details.said.title.to_string();
        Self {
            name: match on {
                Some(day) => naming::dated(w, &title, day),
                None => title,
            },
            description: w.t("feed-about-meeting").into_owned(),
            language,
            file: FileName::of_meeting(meeting, on, language),
            feed_url: in_language(format!("{page}.ics{query}"), language),
            page_url,
        }
    }

    /// With a sentence of what it does not hold.
    pub(super) fn saying_that(self, cut: &Cut) -> Self {
        let w = Words::of(self.language);
        let cut = words::cut(w, cut);
        let description = w.t2("feed-about-cut", "about", self.description, "cut", cut);
        Self {
            description: description.into_owned(),
            ..self
        }
    }
}

/// The address of a feed in a language; in English it has no `lang`, so that there is one spelling.
pub fn in_language(address: String, language: Language) -> String {
    if language == Language::default() {
        return address;
    }
    let mark = if address.contains('?') { '&' } else { '?' };
    format!("{address}{mark}lang={language}")
}
