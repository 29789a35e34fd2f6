//! Revisions: what somebody proposed for a meeting. Appended, never rewritten.

use super::columns::{id, name, optional_id, optional_language};
use super::connection::AnyConnection;
use super::document::{read_details, write_details};
use super::error::{StoreError, readable};
use super::heads::Head;
use super::known::known_formerly;
use super::listed::Read;
use super::pool::Store;
use super::schema::{people, revisions};
use super::transaction::Transaction;
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use crate::domain::{Known, LanguageTag, MeetingDetails, MeetingId, PersonId, Poster, RevisionId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// Where a revision came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The public form.
    Form,
    /// The secretariat.
    Desk,
    /// A file.
    Import,
}

impl Source {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Desk => "desk",
            Self::Import => "import",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Form, Self::Desk, Self::Import]
            .into_iter()
            .find(|source| source.as_str() == name)
    }
}

/// Who sent a revision, as others are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// A poster with the form, or a file, by the name that came with it.
    Poster(String),
    /// Somebody of the desk; without a name if it was sent before that was kept.
    Desk(Option<String>),
}

impl Sender {
    /// Of a revision: what its poster is called, and what the person is called who sent it.
    pub(super) fn of(source: Source, poster: &str, person: Option<String>) -> Self {
        match source {
            Source::Desk => Self::Desk(person),
            Source::Form | Source::Import => Self::Poster(poster.to_owned()),
        }
    }
}

/// A revision on its way into the store.
#[derive(Debug, Clone)]
pub struct NewRevision<'a> {
    pub details: &'a MeetingDetails,
    pub poster: &'a Poster,
    pub source: Source,
    /// What it started from; `None` for the first of its meeting.
    pub base: Option<RevisionId>,
    /// The language of the page that the poster read; `None` if there was no page.
    pub language: Option<&'a LanguageTag>,
    /// Who of the desk sent it; `None` for posters.
    pub sent_by: Option<PersonId>,
}

/// A revision as it was sent, but that it names groups and topics as they are called today.
#[derive(Debug, Clone)]
pub struct Revision {
    pub id: RevisionId,
    pub meeting: MeetingId,
    /// 1 for the first of its meeting.
    pub number: i32,
    pub details: MeetingDetails,
    pub poster: Poster,
    pub source: Source,
    /// What it started from; `None` for the first of its meeting, and for those that were sent before
    /// this was kept.
    pub base: Option<RevisionId>,
    /// The language of the page that the poster read, as far as it is known.
    pub language: Option<LanguageTag>,
    /// Who of the desk sent it; `None` for posters, and for those that were sent before this was
    /// kept.
    pub sent_by: Option<PersonId>,
    /// Who sent it, in words.
    pub sender: Sender,
    /// When it was sent, UTC.
    pub sent: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct RevisionRow {
    id: String,
    meeting_id: String,
    number: i32,
    details: String,
    source: String,
    poster_name: String,
    poster_email: String,
    created_at: NaiveDateTime,
    base_revision: Option<String>,
    language: Option<String>,
    sent_by: Option<String>,
}

/// A revision, and what the person is called who sent it.
type SentRow = (RevisionRow, Option<String>);

#[derive(Insertable)]
#[diesel(table_name = revisions)]
#[diesel(treat_none_as_default_value = false)]
struct NewRevisionRow<'a> {
    id: String,
    meeting_id: String,
    number: i32,
    group_slug: &'a str,
    title: &'a str,
    starts_at: Option<NaiveDateTime>,
    ends_at: Option<NaiveDateTime>,
    details: String,
    source: &'a str,
    poster_name: &'a str,
    poster_email: &'a str,
    created_at: NaiveDateTime,
    base_revision: Option<String>,
    language: Option<&'a str>,
    sent_by: Option<String>,
}

impl Store {
    /// A revision by its id; `None` if there is none.
    pub fn revision(&self, id: RevisionId) -> Result<Option<Revision>, StoreError> {
        self.read(|connection| read_revision(connection, id))
    }

    /// A revision of a meeting and all that were sent after it, oldest first. Those that cannot be read
    /// are left out, and all if the first cannot.
    pub fn revisions_from(
        &self,
        meeting: MeetingId,
        first: RevisionId,
    ) -> Result<Vec<Revision>, StoreError> {
        self.read(|connection| read_from(connection, meeting, first))
    }
}

impl Transaction<'_> {
    /// Appends a revision and lets it wait for review in place of any that waited before.
    pub fn append_revision(
        &mut self,
        head: &mut Head,
        revision: &NewRevision<'_>,
        now: DateTime<Utc>,
    ) -> Result<RevisionId, StoreError> {
        let id = RevisionId::new();
        let details = revision.details;
        let extent = details.timing.extent();
        let row = NewRevisionRow {
            id: id.to_string(),
            meeting_id: head.id.to_string(),
            number: self.last_number(head)? + 1,
            group_slug: details.said.group.as_str(),
            title: details.said.title.as_str(),
            starts_at: extent.map(|(start, _)| start.naive_utc()),
            ends_at: extent.map(|(_, end)| end.naive_utc()),
            details: write_details(details)?,
            source: revision.source.as_str(),
            poster_name: revision.poster.name.as_str(),
            poster_email: revision.poster.email.as_str(),
            created_at: now.naive_utc(),
            base_revision: revision.base.map(|id| id.to_string()),
            language: revision.language.map(LanguageTag::as_str),
            sent_by: revision.sent_by.map(|id| id.to_string()),
        };
        diesel::insert_into(revisions::table)
            .values(row)
            .execute(self.connection)?;
        head.pending = Some(id);
        self.move_head(head)?;
        Ok(id)
    }

    /// A revision by its id; `None` if there is none, and if it cannot be read.
    pub fn readable_revision(&mut self, id: RevisionId) -> Result<Option<Revision>, StoreError> {
        readable_revision(self.connection, id)
    }

    /// A revision by its id; `None` if there is none.
    pub fn revision(&mut self, id: RevisionId) -> Result<Option<Revision>, StoreError> {
        read_revision(self.connection, id)
    }

    /// A revision of a meeting that is locked and all that were sent after it, oldest first. Those that
    /// cannot be read are left out, and all if the first cannot.
    pub fn revisions_from(
        &mut self,
        head: &Head,
        first: RevisionId,
    ) -> Result<Vec<Revision>, StoreError> {
        read_from(self.connection, head.id, first)
    }

    /// The revision of a meeting that came out of a file last, if it can be read.
    pub fn last_import(&mut self, head: &Head) -> Result<Option<Revision>, StoreError> {
        let row: Option<SentRow> = revisions::table
            .left_join(people::table)
            .filter(revisions::meeting_id.eq(head.id.to_string()))
            .filter(revisions::source.eq(Source::Import.as_str()))
            .order(revisions::number.desc())
            .select((RevisionRow::as_select(), people::name.nullable()))
            .first(self.connection)
            .optional()?;
        let known = known_formerly(self.connection)?;
        // A record that cannot be compared with it is taken for another.
        Ok(row
            .map(|row| RevisionRow::read(row, &known))
            .map(readable)
            .transpose()?
            .flatten())
    }

    pub(super) fn last_number(&mut self, head: &Head) -> Result<i32, StoreError> {
        let last: Option<i32> = revisions::table
            .filter(revisions::meeting_id.eq(head.id.to_string()))
            .order(revisions::number.desc())
            .select(revisions::number)
            .first(self.connection)
            .optional()?;
        Ok(last.unwrap_or(0))
    }
}

pub(super) fn read_revision(
    connection: &mut AnyConnection,
    id: RevisionId,
) -> Result<Option<Revision>, StoreError> {
    let row: Option<SentRow> = revisions::table
        .left_join(people::table)
        .filter(revisions::id.eq(id.to_string()))
        .select((RevisionRow::as_select(), people::name.nullable()))
        .first(connection)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let known = known_formerly(connection)?;
    RevisionRow::read(row, &known).map(Some)
}

/// A revision; `None` also if it cannot be read.
pub(super) fn readable_revision(
    connection: &mut AnyConnection,
    id: RevisionId,
) -> Result<Option<Revision>, StoreError> {
    match read_revision(connection, id) {
        Err(error) if error.is_damage() => Ok(None),
        found => found,
    }
}

/// A revision that another row names, so that it has to be there.
pub(super) fn named_revision(
    connection: &mut AnyConnection,
    id: RevisionId,
) -> Result<Revision, StoreError> {
    let missing = || StoreError::damaged(format!("revision {id}"), "it is named and missing");
    read_revision(connection, id)?.ok_or_else(missing)
}

fn read_from(
    connection: &mut AnyConnection,
    meeting: MeetingId,
    first: RevisionId,
) -> Result<Vec<Revision>, StoreError> {
    let Some(first) = readable(named_revision(connection, first))? else {
        return Ok(Vec::new());
    };
    let rows: Vec<SentRow> = revisions::table
        .left_join(people::table)
        .filter(revisions::meeting_id.eq(meeting.to_string()))
        .filter(revisions::number.gt(first.number))
        .order(revisions::number.asc())
        .select((RevisionRow::as_select(), people::name.nullable()))
        .load(connection)?;
    let known = known_formerly(connection)?;
    let mut revisions = vec![first];
    for row in rows {
        revisions.extend(readable(RevisionRow::read(row, &known))?);
    }
    Ok(revisions)
}

/// Each revision of a meeting, newest first, under its number, with its document as it is stored.
pub(super) fn each_of_meeting(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<(i32, String, Read<Revision>)>, StoreError> {
    let rows: Vec<SentRow> = revisions::table
        .left_join(people::table)
        .filter(revisions::meeting_id.eq(meeting.to_string()))
        .order(revisions::number.desc())
        .select((RevisionRow::as_select(), people::name.nullable()))
        .load(connection)?;
    let known = known_formerly(connection)?;
    let rows = rows.into_iter().map(|row| {
        let (number, document) = (row.0.number, row.0.details.clone());
        (number, document, RevisionRow::read_named(row, &known))
    });
    Ok(rows.collect())
}

/// Some revisions after the one of an id, in the order of ids; each under its own.
pub(super) fn some_after(
    connection: &mut AnyConnection,
    after: &str,
    limit: i64,
) -> Result<Vec<Read<Revision>>, StoreError> {
    let rows: Vec<SentRow> = revisions::table
        .left_join(people::table)
        .filter(revisions::id.gt(after))
        .order(revisions::id)
        .limit(limit)
        .select((RevisionRow::as_select(), people::name.nullable()))
        .load(connection)?;
    let known = known_formerly(connection)?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| RevisionRow::read_named(row, &known))
        .collect())
}

impl RevisionRow {
    fn read_named(row: SentRow, known: &Known) -> Read<Revision> {
        (row.0.id.clone(), Self::read(row, known))
    }

    fn read((row, person): SentRow, known: &Known) -> Result<Revision, StoreError> {
        let what = format!("revision {}", row.id);
        let revision = id(&what, &row.id)?;
        let details = read_details(revision, &row.details)?;
        let source = name(&what, &row.source, Source::from_name)?;
        let unreadable = |problem| StoreError::damaged(format!("poster of {what}"), problem);
        Ok(Revision {
            id: revision,
            meeting: id(&what, &row.meeting_id)?,
            number: row.number,
            details: known.in_todays_names(&details).unwrap_or(details),
            poster: Poster {
                name: Line::parse(&row.poster_name).map_err(unreadable)?,
                email: EmailAddress::parse(&row.poster_email).map_err(unreadable)?,
            },
            sender: Sender::of(source, &row.poster_name, person),
            source,
            base: optional_id(&what, row.base_revision.as_deref())?,
            language: optional_language(&what, row.language.as_deref())?,
            sent_by: optional_id(&what, row.sent_by.as_deref())?,
            sent: row.created_at.and_utc(),
        })
    }
}
