//! Which meetings are whose: by the address that an entry was posted from, and by the groups that
//! somebody speaks for.

use super::columns::id;
use super::connection::AnyConnection;
use super::coordinators;
use super::error::StoreError;
use super::heads::{Head, read_head};
use super::known::known_formerly;
use super::lower::lower;
use super::people::Person;
use super::pool::Store;
use super::revisions::Source;
use super::schema::{groups, revisions};
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use crate::domain::{GroupKind, Known, MeetingId};
use diesel::prelude::*;
use std::collections::HashSet;

impl Store {
    /// The meetings that somebody posted or whose group they speak for, those first that were spoken of
    /// last.
    pub fn meetings_of(&self, person: &Person) -> Result<Vec<MeetingId>, StoreError> {
        self.read(|connection| {
            let marks = Marks::of(connection, person)?;
            let names = marks.formerly.groups.that_lead_to(&marks.groups);
            let mut theirs = revisions::table
                .filter(revisions::group_slug.eq_any(names))
                .into_boxed();
            if let Some(address) = &marks.address {
                let posted = lower(revisions::poster_email)
                    .eq(address)
                    .and(revisions::source.eq(Source::Form.as_str()));
                theirs = theirs.or_filter(posted);
            }
            let rows: Vec<String> = theirs
                .order((revisions::created_at.desc(), revisions::id.desc()))
                .select(revisions::meeting_id)
                .load(connection)?;
            let mut seen = HashSet::new();
            let mut found = Vec::new();
            for meeting in rows {
                let meeting = id("a revision", &meeting)?;
                if seen.insert(meeting) && marks.are_on(connection, meeting)? {
                    found.push(meeting);
                }
            }
            Ok(found)
        })
    }

    /// Whether somebody posted a meeting, or speaks for its group.
    pub fn is_theirs(&self, person: &Person, meeting: MeetingId) -> Result<bool, StoreError> {
        self.read(|connection| Marks::of(connection, person)?.are_on(connection, meeting))
    }
}

impl Transaction<'_> {
    /// Whether somebody posted a meeting, or speaks for its group.
    pub fn is_theirs(&mut self, person: &Person, meeting: MeetingId) -> Result<bool, StoreError> {
        Marks::of(self.connection, person)?.are_on(self.connection, meeting)
    }

    /// The kinds of the groups that hold a meeting, by what is public and by what waits; `None` for one
    /// that is not known.
    pub fn kinds_of(&mut self, head: &Head) -> Result<Vec<Option<GroupKind>>, StoreError> {
        let formerly = known_formerly(self.connection)?;
        let slugs = group_slugs(self.connection, head, &formerly)?;
        let kinds = slugs.into_iter().map(|slug| {
            let kind: Option<String> = groups::table
                .find(slug)
                .select(groups::kind)
                .first(self.connection)
                .optional()?;
            Ok(kind.and_then(|kind| GroupKind::from_name(&kind)))
        });
        kinds.collect()
    }
}

/// By what somebody's meetings are known.
struct Marks {
    /// The address that they post from.
    address: Option<String>,
    /// The groups that they speak for.
    groups: Vec<String>,
    formerly: Known,
}

impl Marks {
    fn of(connection: &mut AnyConnection, person: &Person) -> Result<Self, StoreError> {
        Ok(Self {
            address: person.email.as_ref().map(EmailAddress::known_as),
            groups: coordinators::groups_of(connection, person.id)?,
            formerly: known_formerly(connection)?,
        })
    }

    /// Whether a meeting was posted from the address, or is held by none but these groups.
    fn are_on(
        &self,
        connection: &mut AnyConnection,
        meeting: MeetingId,
    ) -> Result<bool, StoreError> {
        let posted: i64 = match &self.address {
            Some(address) => revisions::table
                .filter(revisions::meeting_id.eq(meeting.to_string()))
                .filter(revisions::source.eq(Source::Form.as_str()))
                .filter(lower(revisions::poster_email).eq(address))
                .count()
                .get_result(connection)?,
            None => 0,
        };
        if posted > 0 {
            return Ok(true);
        }
        let Some(head) = read_head(connection, meeting)? else {
            return Ok(false);
        };
        let holders = group_slugs(connection, &head, &self.formerly)?;
        Ok(!holders.is_empty() && holders.iter().all(|slug| self.groups.contains(slug)))
    }
}

/// The groups that hold a meeting, by the names of today: by what is public, what waits, or else what
/// was sent last.
fn group_slugs(
    connection: &mut AnyConnection,
    head: &Head,
    formerly: &Known,
) -> Result<Vec<String>, StoreError> {
    let named: Vec<String> = [head.published, head.pending]
        .into_iter()
        .flatten()
        .map(|revision| revision.to_string())
        .collect();
    let mut slugs: Vec<String> = match named.is_empty() {
        false => revisions::table
            .filter(revisions::id.eq_any(named))
            .select(revisions::group_slug)
            .load(connection)?,
        true => revisions::table
            .filter(revisions::meeting_id.eq(head.id.to_string()))
            .order(revisions::number.desc())
            .limit(1)
            .select(revisions::group_slug)
            .load(connection)?,
    };
    for slug in &mut slugs {
        *slug = formerly.groups.text_now(slug);
    }
    slugs.sort();
    slugs.dedup();
    Ok(slugs)
}
