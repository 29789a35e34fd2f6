//! Reading the audit log: the newest first, by who, what, on what and when.

use crate::domain::{DeedId, PersonId};
use crate::store::columns::{id, optional_id};
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::pool::Store;
use crate::store::schema::{audit, meetings, people};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use diesel::prelude::*;
use std::collections::HashMap;

/// Which lines are asked for; what is left out asks for any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Who did it.
    pub person: Option<PersonId>,
    /// One of [`By::NAMES`](super::By::NAMES).
    pub actor: Option<String>,
    /// The act's stable name.
    pub act: Option<String>,
    /// What it was done to: an id, a group's or topic's slug, or a meeting's reference.
    pub subject: Option<String>,
    /// The first day (UTC).
    pub from: Option<NaiveDate>,
    /// The last day (UTC), wholly included.
    pub until: Option<NaiveDate>,
}

/// A line of the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    pub id: DeedId,
    pub at: DateTime<Utc>,
    /// One of [`By::NAMES`](super::By::NAMES).
    pub actor: String,
    pub person: Option<PersonId>,
    /// Their name as it is now.
    pub person_name: Option<String>,
    pub act: String,
    pub subject_kind: String,
    pub subject: Option<String>,
    /// What people call it: a meeting's reference, a person's name.
    pub subject_name: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub network: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit)]
struct Row {
    id: String,
    created_at: NaiveDateTime,
    actor: String,
    person_id: Option<String>,
    act: String,
    subject_kind: String,
    subject: Option<String>,
    before: Option<String>,
    after: Option<String>,
    network: Option<String>,
}

impl Store {
    /// At most so many lines of the audit log, the newest first, older than `before` if it is given.
    pub fn audit_lines(
        &self,
        filter: &AuditFilter,
        before: Option<DeedId>,
        most: i64,
    ) -> Result<Vec<AuditLine>, StoreError> {
        self.read(|connection| {
            let rows = rows(connection, filter, before, most)?;
            let names = names(connection, &rows)?;
            rows.into_iter().map(|row| row.read(&names)).collect()
        })
    }

    /// The acts that the audit log knows, in the order of the alphabet.
    pub fn audited_acts(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let acts = audit::table.select(audit::act).distinct();
            Ok(acts.order(audit::act).load(connection)?)
        })
    }

    /// Everybody who stands in the audit log as one of the people, by name.
    pub fn audited_people(&self) -> Result<Vec<(PersonId, String)>, StoreError> {
        self.read(|connection| {
            let rows: Vec<(String, String)> = audit::table
                .inner_join(people::table)
                .select((people::id, people::name))
                .distinct()
                .order((people::name, people::id))
                .load(connection)?;
            rows.into_iter()
                .map(|(person, name)| Ok((id("a person", &person)?, name)))
                .collect()
        })
    }
}

fn rows(
    connection: &mut AnyConnection,
    filter: &AuditFilter,
    before: Option<DeedId>,
    most: i64,
) -> Result<Vec<Row>, StoreError> {
    let mut query = audit::table.select(Row::as_select()).into_boxed();
    if let Some(person) = filter.person {
        query = query.filter(audit::person_id.eq(person.to_string()));
    }
    if let Some(actor) = &filter.actor {
        query = query.filter(audit::actor.eq(actor));
    }
    if let Some(act) = &filter.act {
        query = query.filter(audit::act.eq(act));
    }
    if let Some(subject) = &filter.subject {
        query = query.filter(audit::subject.eq_any(called(connection, subject)?));
    }
    if let Some(from) = filter.from {
        query = query.filter(audit::created_at.ge(from.and_time(NaiveTime::MIN)));
    }
    if let Some(end) = filter.until.and_then(|until| until.succ_opt()) {
        query = query.filter(audit::created_at.lt(end.and_time(NaiveTime::MIN)));
    }
    if let Some(before) = before {
        query = query.filter(audit::id.lt(before.to_string()));
    }
    Ok(query.order(audit::id.desc()).limit(most).load(connection)?)
}

/// What is called so: the text itself, and the meeting of that reference.
fn called(connection: &mut AnyConnection, text: &str) -> Result<Vec<String>, StoreError> {
    let reference = text.trim().to_ascii_uppercase();
    let reference = match reference.starts_with("IGF-") {
        true => reference,
        false => format!("IGF-{reference}"),
    };
    let mut called: Vec<String> = meetings::table
        .filter(meetings::reference.eq(reference))
        .select(meetings::id)
        .load(connection)?;
    called.push(text.trim().to_owned());
    Ok(called)
}

/// What people call the meetings and people in some lines, by their ids.
fn names(
    connection: &mut AnyConnection,
    rows: &[Row],
) -> Result<HashMap<String, String>, StoreError> {
    let subjects: Vec<&String> = rows.iter().filter_map(|row| row.subject.as_ref()).collect();
    let people_in = rows.iter().filter_map(|row| row.person_id.as_ref());
    // A state may be somebody, as of a group to whom a coordinator was given.
    let states = rows
        .iter()
        .flat_map(|row| [&row.before, &row.after])
        .flatten();
    let states = states.filter(|state| PersonId::parse(state).is_some());
    let people_in = people_in.chain(states).chain(subjects.iter().copied());
    let people_in: Vec<&String> = people_in.collect();
    let mut names: Vec<(String, String)> = meetings::table
        .filter(meetings::id.eq_any(&subjects))
        .select((meetings::id, meetings::reference))
        .load(connection)?;
    let people: Vec<(String, String)> = people::table
        .filter(people::id.eq_any(&people_in))
        .select((people::id, people::name))
        .load(connection)?;
    names.extend(people);
    Ok(names.into_iter().collect())
}

impl Row {
    fn read(self, names: &HashMap<String, String>) -> Result<AuditLine, StoreError> {
        let what = "a line of the audit log";
        let named = |id: &Option<String>| id.as_ref().and_then(|id| names.get(id)).cloned();
        Ok(AuditLine {
            id: id(what, &self.id)?,
            at: self.created_at.and_utc(),
            person: optional_id(what, self.person_id.as_deref())?,
            person_name: named(&self.person_id),
            subject_name: named(&self.subject),
            actor: self.actor,
            act: self.act,
            subject_kind: self.subject_kind,
            subject: self.subject,
            before: named(&self.before).or(self.before),
            after: named(&self.after).or(self.after),
            network: self.network,
        })
    }
}
