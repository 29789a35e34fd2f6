//! What a database holds, read past the store, and whether that agrees with itself.

use super::record::{Record, Sent};
use crate::support::database::rows;
use diesel::QueryableByName;
use diesel::sql_types::{Integer, Nullable, Text};
use std::collections::{BTreeMap, HashMap};

/// What is in a database.
#[derive(Debug, Default)]
pub struct Found {
    /// The meetings under the titles of their first revisions.
    pub meetings: BTreeMap<String, FoundMeeting>,
    /// What readers have to see: SEQUENCE and title, by id.
    pub public: BTreeMap<String, (i32, String)>,
    /// What readers are told is over: SEQUENCE, by id.
    pub taken_off: BTreeMap<String, i32>,
    /// Where it contradicts itself.
    pub faults: Vec<String>,
}

/// A meeting that is in a database.
#[derive(Debug, Default)]
pub struct FoundMeeting {
    pub id: String,
    pub record: Record,
    /// The revision that waits.
    pub pending: Option<String>,
}

#[derive(QueryableByName)]
struct Head {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Nullable<Text>)]
    published_revision: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pending_revision: Option<String>,
}

#[derive(QueryableByName)]
struct RevisionRow {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Text)]
    meeting_id: String,
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Nullable<Text>)]
    base_revision: Option<String>,
}

/// A row that says something of a revision: a verdict, a reason, a kind of message.
#[derive(QueryableByName)]
struct Saying {
    #[diesel(sql_type = Text)]
    revision_id: String,
    #[diesel(sql_type = Text)]
    says: String,
}

#[derive(QueryableByName)]
struct ChangeRow {
    #[diesel(sql_type = Integer)]
    seq: i32,
    #[diesel(sql_type = Text)]
    subject_kind: String,
    #[diesel(sql_type = Text)]
    subject: String,
    #[diesel(sql_type = Nullable<Text>)]
    revision_id: Option<String>,
    #[diesel(sql_type = Integer)]
    sequence: i32,
}

#[derive(QueryableByName)]
struct Counter {
    #[diesel(sql_type = Integer)]
    seq: i32,
}

/// Where revisions are by their ids: in which meeting, under which number.
type Places<'a> = HashMap<&'a str, (&'a str, usize)>;

/// Meetings by their ids.
type Meetings<'a> = BTreeMap<&'a str, FoundMeeting>;

/// The tables, as they are.
struct Tables {
    heads: Vec<Head>,
    revisions: Vec<RevisionRow>,
    fates: Vec<Saying>,
    withdrawals: Vec<Saying>,
    messages: Vec<Saying>,
    changes: Vec<ChangeRow>,
    counter: Vec<Counter>,
}

impl Tables {
    fn read(database: &str) -> Self {
        Self {
            heads: rows(
                database,
                "SELECT id, published_revision, pending_revision FROM meetings",
            ),
            revisions: rows(
                database,
                "SELECT id, meeting_id, number, title, base_revision FROM revisions ORDER BY meeting_id, number",
            ),
            fates: rows(
                database,
                "SELECT revision_id, verdict AS says FROM reviews \
                 UNION ALL SELECT revision_id, 'taken-back' AS says FROM retractions",
            ),
            withdrawals: rows(
                database,
                "SELECT revision_id, reason AS says FROM withdrawals",
            ),
            // The kinds that the acts of the model lead to.
            messages: rows(
                database,
                "SELECT revision_id, kind AS says FROM outbox WHERE kind IN \
                 ('received', 'published', 'changes-requested', 'rejected', 'withdrawn')",
            ),
            changes: rows(
                database,
                "SELECT seq, subject_kind, subject, revision_id, sequence FROM changes ORDER BY seq",
            ),
            counter: rows(database, "SELECT seq FROM change_counter"),
        }
    }
}

impl Found {
    /// Reads all of a database.
    pub fn read(database: &str) -> Self {
        let tables = Tables::read(database);
        let mut found = Self::default();
        found.check_log(&tables);
        let places = places(&tables);
        found.check_revisions(&tables, &places);
        let mut meetings = found.meetings(&tables, &places);
        found.note(&tables, &places, &mut meetings);
        for (id, mut meeting) in meetings {
            meeting.record.messages.sort();
            meeting.record.withdrawals.sort();
            for sent in &mut meeting.record.revisions {
                sent.fates.sort();
            }
            found.keep(id, meeting);
        }
        found
    }

    /// The change log begins with 1 and has no gap, for each subject either.
    fn check_log(&mut self, tables: &Tables) {
        let mut sequences: HashMap<(&str, &str), i32> = HashMap::new();
        for (expected, change) in (1..).zip(&tables.changes) {
            if change.seq != expected {
                let seq = change.seq;
                self.fault(format!(
                    "the change log has a gap: {seq} where {expected} should be"
                ));
                break;
            }
            let subject = (change.subject_kind.as_str(), change.subject.as_str());
            let expected = sequences.entry(subject).or_default();
            if change.sequence != *expected {
                let (seq, sequence) = (change.seq, change.sequence);
                self.faults.push(format!(
                    "change {seq} has SEQUENCE {sequence}, not {expected}"
                ));
            }
            *expected = change.sequence + 1;
        }
        let end = tables.changes.last().map_or(0, |change| change.seq);
        let counters: Vec<i32> = tables.counter.iter().map(|row| row.seq).collect();
        if counters != [end] {
            self.fault(format!(
                "the counter says {counters:?}, the change log ends with {end}"
            ));
        }
    }

    /// Numbers have no gap, and what a revision was put onto is of the same meeting.
    fn check_revisions(&mut self, tables: &Tables, places: &Places<'_>) {
        let mut before: (&str, i32) = ("", 0);
        for row in &tables.revisions {
            let expected = if before.0 == row.meeting_id {
                before.1 + 1
            } else {
                1
            };
            if row.number != expected {
                let (id, number) = (&row.id, row.number);
                self.fault(format!("revision {id} has number {number}, not {expected}"));
            }
            before = (&row.meeting_id, row.number);
            if let Some(base) = &row.base_revision
                && places.get(base.as_str()).map(|place| place.0) != Some(&row.meeting_id)
            {
                self.fault(format!(
                    "revision {} was put onto one of another meeting",
                    row.id
                ));
            }
        }
    }

    /// Heads and revisions.
    fn meetings<'a>(&mut self, tables: &'a Tables, places: &Places<'_>) -> Meetings<'a> {
        let mut meetings = BTreeMap::new();
        for head in &tables.heads {
            let mut meeting = FoundMeeting {
                id: head.id.clone(),
                pending: head.pending_revision.clone(),
                ..FoundMeeting::default()
            };
            meeting.record.pending = self.points_to(head, head.pending_revision.as_deref(), places);
            meeting.record.published =
                self.points_to(head, head.published_revision.as_deref(), places);
            meetings.insert(head.id.as_str(), meeting);
        }
        for row in &tables.revisions {
            match meetings.get_mut(row.meeting_id.as_str()) {
                Some(meeting) => meeting.record.revisions.push(Sent {
                    title: row.title.clone(),
                    fates: Vec::new(),
                }),
                None => self.fault(format!("revision {} has no meeting", row.id)),
            }
        }
        meetings
    }

    fn points_to(
        &mut self,
        head: &Head,
        revision: Option<&str>,
        places: &Places<'_>,
    ) -> Option<usize> {
        let revision = revision?;
        match places.get(revision) {
            Some((meeting, number)) if *meeting == head.id => Some(*number),
            _ => {
                let id = &head.id;
                self.fault(format!(
                    "the head of {id} points to {revision}, which is not its own"
                ));
                None
            }
        }
    }

    /// What is said of revisions, and where they are in the log.
    fn note(&mut self, tables: &Tables, places: &Places<'_>, meetings: &mut Meetings<'_>) {
        for row in &tables.fates {
            match record_of(meetings, places, &row.revision_id) {
                Some((record, number)) => {
                    record.revisions[number - 1].fates.push(row.says.clone());
                }
                None => self.faults.push(format!("{} of no revision", row.says)),
            }
        }
        for row in &tables.withdrawals {
            match record_of(meetings, places, &row.revision_id) {
                Some((record, _)) => record.withdrawals.push(row.says.clone()),
                None => self
                    .faults
                    .push(format!("a withdrawal of no revision: {}", row.says)),
            }
        }
        for row in &tables.messages {
            match record_of(meetings, places, &row.revision_id) {
                Some((record, number)) => record.messages.push(format!("{} {number}", row.says)),
                None => self
                    .faults
                    .push(format!("a message of no revision: {}", row.says)),
            }
        }
        for change in tables
            .changes
            .iter()
            .filter(|row| row.subject_kind == "meeting")
        {
            let number = match &change.revision_id {
                None => None,
                Some(revision) => match places.get(revision.as_str()) {
                    Some((meeting, number)) if *meeting == change.subject => Some(*number),
                    _ => {
                        let seq = change.seq;
                        self.fault(format!("change {seq} names a revision of another meeting"));
                        continue;
                    }
                },
            };
            match meetings.get_mut(change.subject.as_str()) {
                Some(meeting) => {
                    meeting.record.publications.push(number);
                    if self.public.remove(&change.subject).is_some() {
                        let subject = change.subject.clone();
                        self.taken_off.insert(subject, change.sequence);
                    }
                    if let Some(sent) = number.and_then(|at| meeting.record.revisions.get(at - 1)) {
                        let seen = (change.sequence, sent.title.clone());
                        self.public.insert(change.subject.clone(), seen);
                        self.taken_off.remove(&change.subject);
                    }
                }
                None => self
                    .faults
                    .push(format!("change {} is of no meeting", change.seq)),
            }
        }
    }

    /// The head says what the log said last.
    fn keep(&mut self, id: &str, meeting: FoundMeeting) {
        let record = &meeting.record;
        if record.publications.last().copied().flatten() != record.published {
            let (published, log) = (record.published, &record.publications);
            self.fault(format!(
                "the head of {id} points to {published:?}, the log to {log:?}"
            ));
        }
        let Some(first) = record.revisions.first() else {
            return self.fault(format!("meeting {id} has no revision"));
        };
        let name = first.title.clone();
        if self.meetings.insert(name.clone(), meeting).is_some() {
            self.fault(format!("{name:?} is there twice"));
        }
    }

    fn fault(&mut self, fault: String) {
        self.faults.push(fault);
    }
}

fn places(tables: &Tables) -> Places<'_> {
    let rows = tables.revisions.iter();
    rows.map(|row| {
        let number = usize::try_from(row.number).unwrap_or_default();
        (row.id.as_str(), (row.meeting_id.as_str(), number))
    })
    .collect()
}

/// The record that has a revision, and the number of it.
fn record_of<'m>(
    meetings: &'m mut Meetings<'_>,
    places: &Places<'_>,
    revision: &str,
) -> Option<(&'m mut Record, usize)> {
    let (meeting, number) = *places.get(revision)?;
    let record = &mut meetings.get_mut(meeting)?.record;
    (1..=record.revisions.len())
        .contains(&number)
        .then_some((record, number))
}
