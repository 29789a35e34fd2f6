//! The fields of a meeting as people type them, and the one step from there to [`MeetingDetails`].
//! Fields are strings and stay as typed until they are sent; `fill` is the way back, for editing.

mod after;
mod bounds;
mod boxes;
mod dates;
mod error;
mod fill;
mod given;
mod group;
mod held;
mod how;
mod links;
mod listed;
mod name;
mod reading;
mod rename;
#[cfg(test)]
pub(crate) mod sample;
mod timing;
mod topic;
mod when;
mod who;

pub use after::AfterFields;
pub use boxes::DateFields;
pub use dates::{AlsoRow, DatesFields, LaterFields, MovedRow, OccurrenceFields};
pub use error::FieldError;
pub use group::GroupFields;
pub use held::Held;
pub use how::{AccessRow, HowFields};
pub use links::LinkRow;
pub use listed::{EntryFields, ListContext};
pub use name::FieldName;
pub use reading::{read_date, read_time, read_written_date};
pub use rename::{NewNames, RenameFields};
pub use topic::TopicFields;
pub use when::WhenFields;
pub(in crate::domain) use when::names as when_names;
pub use who::WhoFields;

use fill::{text, texts, yes};
use name::page_fields;

use super::contact::Poster;
use super::known::Bearer;
use super::link::documents_first;
use super::meeting::MeetingDetails;
use super::problem::Problem;
use super::said::{Origin, Said};
use super::series::MAX_OCCURRENCES;
use super::slug::Slug;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The most rows of any field that repeats.
pub const MAX_ROWS: usize = 10;

/// Everything that the pages of the form ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingFields {
    /// Page 1, who and what.
    pub who: WhoFields,
    /// Page 2, when.
    pub when: WhenFields,
    /// After page 2, the dates of what is held several times.
    pub dates: DatesFields,
    /// After those, what is unlike the rest of a series.
    pub occurrences: OccurrenceFields,
    /// Of a series that is changed, what no page asks for: the hours of later dates.
    pub later: LaterFields,
    /// Page 3, how to take part.
    pub how: HowFields,
    /// The page for afterwards, what came out of it.
    pub after: AfterFields,
}

/// A page of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    Who,
    When,
    /// Only of what is held several times.
    Dates,
    /// Only of a series.
    Occurrences,
    How,
    After,
}

impl Page {
    /// Every page in its order. Which of them a new meeting needs is said by
    /// [`MeetingFields::pages`].
    pub const ALL: [Self; 6] = [
        Self::Who,
        Self::When,
        Self::Dates,
        Self::Occurrences,
        Self::How,
        Self::After,
    ];

    /// Its name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::When => "when",
            Self::Dates => "dates",
            Self::Occurrences => "occurrences",
            Self::How => "how",
            Self::After => "after",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.as_str() == name)
    }
}

/// What parsing has to know of the world.
pub struct Context<'a> {
    /// The present, for dates that are past.
    pub now: DateTime<Utc>,
    /// Whether a meeting that exists is changed; nobody has to explain why its date is past.
    pub is_edit: bool,
    /// Who of the groups goes by a name, or went by it.
    pub find_group: &'a dyn Fn(&Slug) -> Option<Bearer>,
    /// Which topic goes by a name, or went by it.
    pub find_topic: &'a dyn Fn(&Slug) -> Option<Bearer>,
}

/// What a valid form says: the meeting, and who posted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// What readers will see.
    pub details: MeetingDetails,
    /// What they will not.
    pub poster: Poster,
}

impl MeetingFields {
    /// The problems of one page, for its "continue" button.
    pub fn check(&self, page: Page, context: &Context<'_>) -> Vec<FieldError> {
        let mut errors = Errors::default();
        match page {
            Page::Who => drop(self.who.parse(context, &mut errors)),
            Page::When => return self.timing(context).when.0,
            Page::Dates => return self.timing(context).dates.0,
            Page::Occurrences => return self.timing(context).occurrences.0,
            Page::How => drop(self.how.parse(&mut errors)),
            Page::After => drop(self.after.parse(self.who.outcomes(), &mut errors)),
        }
        errors.0
    }

    /// Cuts rows that no form of ours can send, so that a page never has to show them all. One more
    /// than the limit stays, for parsing to complain about.
    pub fn cut_rows(&mut self) {
        let Self {
            who,
            how,
            dates,
            after,
            ..
        } = self;
        let of_pages = who.columns().into_iter().chain(how.columns());
        for column in of_pages.chain(dates.columns()).chain(after.columns()) {
            column.truncate(MAX_ROWS + 1);
        }
        for column in self.occurrences.columns() {
            column.truncate(MAX_OCCURRENCES);
        }
    }

    /// Whether nobody has been on a page yet, so that it has no mistakes to speak of. On the first
    /// one the poster's own lines tell: all others may come from an earlier meeting.
    pub fn is_untouched(&self, page: Page) -> bool {
        match page {
            Page::Who => is_blank(&self.who.poster_name) && is_blank(&self.who.poster_email),
            Page::When => self.when == WhenFields::default(),
            Page::Dates => self.dates.is_untouched(),
            Page::Occurrences => self.occurrences == OccurrenceFields::default(),
            Page::How => self.how == HowFields::default(),
            Page::After => self.after == AfterFields::default(),
        }
    }

    /// The first page that has a problem.
    pub fn first_unfinished(&self, context: &Context<'_>) -> Option<Page> {
        Page::ALL
            .into_iter()
            .find(|page| !self.check(*page, context).is_empty())
    }

    /// The whole form; every problem is reported, not only the first. Those of the dates are known
    /// once page "when" has none.
    pub fn parse(&self, context: &Context<'_>) -> Result<Submission, Vec<FieldError>> {
        let mut errors = Errors::default();
        let who = self.who.parse(context, &mut errors);
        let timing = self.timing(context);
        for page in [timing.when, timing.dates, timing.occurrences] {
            errors.0.extend(page.0);
        }
        let taking_part = self.how.parse(&mut errors);
        let after = self.after.parse(self.who.outcomes(), &mut errors);
        let (Some((mut about, poster)), Some(when), Some(taking_part), Some(after)) =
            (who, timing.said, taking_part, after)
        else {
            return Err(errors.0);
        };
        if !errors.0.is_empty() {
            return Err(errors.0);
        }
        let (outcomes, afterwards) = after;
        about.links.extend(outcomes);
        documents_first(&mut about.links);
        let said = Said::of(about, when.state, taking_part, afterwards, Origin::here());
        Ok(Submission {
            details: MeetingDetails::new(said, when.timing),
            poster,
        })
    }
}

/// Collects problems while parsing goes on.
#[derive(Debug, Default)]
struct Errors(Vec<FieldError>);

impl Errors {
    fn add(&mut self, field: FieldName, problem: Problem) {
        self.0.push(FieldError::new(field, problem));
    }

    fn take<T>(&mut self, field: FieldName, parsed: Result<T, Problem>) -> Option<T> {
        parsed.map_err(|problem| self.add(field, problem)).ok()
    }

    /// Takes a value that was parsed from one row of a field that repeats, or notes its problem.
    fn take_row<T>(
        &mut self,
        field: FieldName,
        row: usize,
        parsed: Result<T, Problem>,
    ) -> Option<T> {
        parsed
            .map_err(|problem| self.0.push(FieldError::in_row(field, row, problem)))
            .ok()
    }

    fn limit_rows(&mut self, field: FieldName, rows: usize) {
        if rows > MAX_ROWS {
            self.add(field, Problem::TooMany { limit: MAX_ROWS });
        }
    }
}

fn is_blank(typed: &str) -> bool {
    typed.trim().is_empty()
}

#[cfg(test)]
mod tests;
