//! All that is kept about whoever has an e-mail address, to be handed to them as one JSON document.

use super::erase::containing;
use crate::domain::web_url::EmailAddress;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::lower::lower;
use crate::store::pool::Store;
use crate::store::schema::{
    addresses, audit, coordinators, drafts, meetings, outbox, passkeys, people, reviews, revisions,
    sessions,
};
use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::Value;

/// All that is kept about whoever has an address. Times are UTC (RFC 3339).
#[derive(Debug, Serialize)]
pub struct PersonalData {
    pub address: String,
    /// When this was read.
    pub at: String,
    /// What they sent, with what was decided on it.
    pub entries: Vec<Entry>,
    /// What names the address in what it says to readers, and was sent by somebody else or by nobody who
    /// is known any more.
    pub named_in: Vec<NamedIn>,
    /// Forms that are being filled in or were sent lately.
    pub drafts: Vec<Draft>,
    pub letters: Vec<Letter>,
    /// What is known of the address itself.
    pub about_address: Option<AboutAddress>,
    /// Who they are at the desk.
    pub person: Option<Person>,
    /// What they did, as the log of what was done has it.
    pub deeds: Vec<Deed>,
}

/// What somebody sent.
#[derive(Debug, Serialize)]
pub struct Entry {
    reference: String,
    number: i32,
    sent: String,
    source: String,
    name: String,
    address: String,
    language: Option<String>,
    is_public: bool,
    verdict: Option<String>,
    reason: Option<String>,
    /// Everything that it says.
    says: Value,
}

/// Something that names the address in what it says.
#[derive(Debug, Serialize)]
pub struct NamedIn {
    pub meeting: String,
    pub reference: String,
    pub number: i32,
    pub title: String,
    /// Whether that is what readers see.
    pub is_public: bool,
}

/// A form.
#[derive(Debug, Serialize)]
pub struct Draft {
    begun: String,
    changed: String,
    was_sent: bool,
    fields: Value,
}

/// A letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    kind: String,
    written: String,
    sent: Option<String>,
    given_up: Option<String>,
    problem: Option<String>,
    about: Value,
}

/// What is known of an address.
#[derive(Debug, Serialize)]
pub struct AboutAddress {
    takes_no_mail_since: Option<String>,
    problem: Option<String>,
    wants_no_reminders_since: Option<String>,
}

/// Somebody of the people.
#[derive(Debug, Serialize)]
pub struct Person {
    id: String,
    name: String,
    since: String,
    role: String,
    /// The groups that they speak for.
    coordinates: Vec<String>,
    sessions: Vec<Session>,
    /// What they called their passkeys.
    passkeys: Vec<String>,
}

/// A browser in which somebody is signed in.
#[derive(Debug, Serialize)]
pub struct Session {
    began: String,
    used: String,
    ends: String,
    browser: String,
    network: String,
}

/// Something that was done.
#[derive(Debug, Serialize)]
pub struct Deed {
    at: String,
    act: String,
    subject_kind: String,
    subject: Option<String>,
    before: Option<String>,
    after: Option<String>,
    network: Option<String>,
}

impl PersonalData {
    /// Whether nothing is kept.
    pub fn is_nothing(&self) -> bool {
        let is_unknown = self.about_address.is_none() && self.person.is_none();
        let is_silent = self.letters.is_empty() && self.drafts.is_empty();
        is_unknown && is_silent && self.entries.is_empty() && self.named_in.is_empty()
    }
}

impl Store {
    /// All that is kept about whoever has an address, as it is at one moment. Capitals make no
    /// difference.
    pub fn personal_data(
        &self,
        address: &EmailAddress,
        now: DateTime<Utc>,
    ) -> Result<PersonalData, StoreError> {
        self.read_at_once(|connection| {
            let person = person(connection, address)?;
            let id = person.as_ref().map(|person| person.id.clone());
            Ok(PersonalData {
                address: address.to_string(),
                at: written(now.naive_utc()),
                entries: entries(connection, address)?,
                named_in: named_in(connection, address)?,
                drafts: drafts_of(connection, address)?,
                letters: letters(connection, address)?,
                about_address: about(connection, address)?,
                deeds: match id {
                    Some(id) => deeds(connection, &id)?,
                    None => Vec::new(),
                },
                person,
            })
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct RevisionRow {
    id: String,
    number: i32,
    created_at: NaiveDateTime,
    source: String,
    poster_name: String,
    poster_email: String,
    language: Option<String>,
    details: String,
}

fn entries(
    connection: &mut AnyConnection,
    address: &EmailAddress,
) -> Result<Vec<Entry>, StoreError> {
    type Row = (
        RevisionRow,
        (String, Option<String>),
        Option<(String, Option<String>)>,
    );
    let rows: Vec<Row> = revisions::table
        .inner_join(meetings::table)
        .left_join(reviews::table)
        .filter(lower(revisions::poster_email).eq(address.known_as()))
        .order((revisions::created_at, revisions::id))
        .select((
            RevisionRow::as_select(),
            (meetings::reference, meetings::published_revision),
            (reviews::verdict, reviews::reason).nullable(),
        ))
        .load(connection)?;
    let entry = |(row, (reference, published), review): Row| {
        let (verdict, reason) = review.unzip();
        Entry {
            reference,
            number: row.number,
            sent: written(row.created_at),
            source: row.source,
            name: row.poster_name,
            address: row.poster_email,
            language: row.language,
            is_public: published.as_ref() == Some(&row.id),
            verdict,
            reason: reason.flatten(),
            says: json(row.details),
        }
    };
    Ok(rows.into_iter().map(entry).collect())
}

fn named_in(
    connection: &mut AnyConnection,
    address: &EmailAddress,
) -> Result<Vec<NamedIn>, StoreError> {
    type Row = (String, String, i32, String, String, Option<String>);
    let rows: Vec<Row> = revisions::table
        .inner_join(meetings::table)
        .filter(lower(revisions::poster_email).ne(address.known_as()))
        .filter(
            lower(revisions::details)
                .like(containing(&address.known_as()))
                .escape('!'),
        )
        .order((revisions::created_at, revisions::id))
        .select((
            revisions::id,
            revisions::meeting_id,
            revisions::number,
            revisions::title,
            meetings::reference,
            meetings::published_revision,
        ))
        .load(connection)?;
    let named = |(id, meeting, number, title, reference, published): Row| NamedIn {
        is_public: published.as_ref() == Some(&id),
        meeting,
        reference,
        number,
        title,
    };
    Ok(rows.into_iter().map(named).collect())
}

fn drafts_of(
    connection: &mut AnyConnection,
    address: &EmailAddress,
) -> Result<Vec<Draft>, StoreError> {
    type Row = (NaiveDateTime, NaiveDateTime, Option<String>, String);
    let rows: Vec<Row> = drafts::table
        .filter(
            lower(drafts::fields)
                .like(containing(&address.known_as()))
                .escape('!'),
        )
        .order((drafts::created_at, drafts::token_hash))
        .select((
            drafts::created_at,
            drafts::updated_at,
            drafts::sent_revision,
            drafts::fields,
        ))
        .load(connection)?;
    let draft = |(begun, changed, sent, fields): Row| Draft {
        begun: written(begun),
        changed: written(changed),
        was_sent: sent.is_some(),
        fields: json(fields),
    };
    Ok(rows.into_iter().map(draft).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox)]
struct LetterRow {
    kind: String,
    created_at: NaiveDateTime,
    sent_at: Option<NaiveDateTime>,
    given_up_at: Option<NaiveDateTime>,
    problem: Option<String>,
    payload: String,
}

fn letters(
    connection: &mut AnyConnection,
    address: &EmailAddress,
) -> Result<Vec<Letter>, StoreError> {
    let rows: Vec<LetterRow> = outbox::table
        .filter(lower(outbox::recipient).eq(address.known_as()))
        .order((outbox::created_at, outbox::id))
        .select(LetterRow::as_select())
        .load(connection)?;
    let letter = |row: LetterRow| Letter {
        kind: row.kind,
        written: written(row.created_at),
        sent: row.sent_at.map(written),
        given_up: row.given_up_at.map(written),
        problem: row.problem,
        about: json(row.payload),
    };
    Ok(rows.into_iter().map(letter).collect())
}

fn about(
    connection: &mut AnyConnection,
    address: &EmailAddress,
) -> Result<Option<AboutAddress>, StoreError> {
    type Row = (Option<NaiveDateTime>, Option<String>, Option<NaiveDateTime>);
    let row: Option<Row> = addresses::table
        .filter(lower(addresses::email).eq(address.known_as()))
        .select((
            addresses::refused_at,
            addresses::problem,
            addresses::reminders_stopped_at,
        ))
        .first(connection)
        .optional()?;
    Ok(row.map(|(refused, problem, stopped)| AboutAddress {
        takes_no_mail_since: refused.map(written),
        problem,
        wants_no_reminders_since: stopped.map(written),
    }))
}

fn person(
    connection: &mut AnyConnection,
    address: &EmailAddress,
) -> Result<Option<Person>, StoreError> {
    let row: Option<(String, String, NaiveDateTime, String)> = people::table
        .filter(super::erase::lower_or_nothing(people::email).eq(address.known_as()))
        .select((people::id, people::name, people::created_at, people::role))
        .first(connection)
        .optional()?;
    let Some((id, name, since, role)) = row else {
        return Ok(None);
    };
    Ok(Some(Person {
        coordinates: coordinators::table
            .filter(coordinators::person_id.eq(&id))
            .order(coordinators::group_slug)
            .select(coordinators::group_slug)
            .load(connection)?,
        passkeys: passkeys::table
            .filter(passkeys::person_id.eq(&id))
            .order(passkeys::created_at)
            .select(passkeys::name)
            .load(connection)?,
        sessions: sessions_of(connection, &id)?,
        id,
        name,
        since: written(since),
        role,
    }))
}

fn sessions_of(connection: &mut AnyConnection, person: &str) -> Result<Vec<Session>, StoreError> {
    type Row = (NaiveDateTime, NaiveDateTime, NaiveDateTime, String, String);
    let rows: Vec<Row> = sessions::table
        .filter(sessions::person_id.eq(person))
        .order(sessions::created_at)
        .select((
            sessions::created_at,
            sessions::used_at,
            sessions::expires_at,
            sessions::agent,
            sessions::network,
        ))
        .load(connection)?;
    let session = |(began, used, ends, browser, network): Row| Session {
        began: written(began),
        used: written(used),
        ends: written(ends),
        browser,
        network,
    };
    Ok(rows.into_iter().map(session).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit)]
struct DeedRow {
    created_at: NaiveDateTime,
    act: String,
    subject_kind: String,
    subject: Option<String>,
    before: Option<String>,
    after: Option<String>,
    network: Option<String>,
}

/// What one of the people did, and what was done to them.
fn deeds(connection: &mut AnyConnection, person: &str) -> Result<Vec<Deed>, StoreError> {
    let is_theirs = audit::person_id.eq(person).or(audit::subject.eq(person));
    let rows: Vec<DeedRow> = audit::table
        .filter(is_theirs)
        .order(audit::id)
        .select(DeedRow::as_select())
        .load(connection)?;
    let deed = |row: DeedRow| Deed {
        at: written(row.created_at),
        act: row.act,
        subject_kind: row.subject_kind,
        subject: row.subject,
        before: row.before,
        after: row.after,
        network: row.network,
    };
    Ok(rows.into_iter().map(deed).collect())
}

fn written(at: NaiveDateTime) -> String {
    at.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// What cannot be read as JSON is handed out as it is.
fn json(document: String) -> Value {
    serde_json::from_str(&document).unwrap_or(Value::String(document))
}
