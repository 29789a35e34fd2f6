//! The change log: numbers from 1 to the counter without a gap, each about something that there is,
//! and every head as the last change of its meeting left it.

use super::fault::{Faults, RESTORE};
use super::ids::Ids;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::log::SubjectKind;
use crate::store::schema::{change_counter, changes, groups, topics};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

#[derive(Queryable, Selectable)]
#[diesel(table_name = changes)]
struct Row {
    seq: i32,
    subject_kind: String,
    subject: String,
    revision_id: Option<String>,
    sequence: i32,
    first_at: NaiveDateTime,
    instants: Option<String>,
}

/// What was published of one subject so far.
struct Last {
    sequence: i32,
    first_at: NaiveDateTime,
    revision: Option<String>,
    instants: Option<String>,
}

pub(super) fn check(
    connection: &mut AnyConnection,
    ids: &Ids,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let rows: Vec<Row> = changes::table
        .order(changes::seq)
        .select(Row::as_select())
        .load(connection)?;
    check_numbers(connection, &rows, faults)?;
    let slugs = Slugs::read(connection)?;
    let mut last: HashMap<(String, String), Last> = HashMap::new();
    let mut published: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let what = format!("change {}", row.seq);
        check_subject(&row, ids, &slugs, faults);
        let key = (row.subject_kind.clone(), row.subject.clone());
        if let Some(revision) = &row.revision_id
            && !last.get(&key).is_some_and(|last| last.is_told_again(&row))
            && is_once_too_often(revision, &mut published, ids)
        {
            let problem = format!("revision {revision} was published before");
            faults.add(&what, problem, RESTORE);
        }
        let expected = last.get(&key).map_or(0, |last| last.sequence + 1);
        if row.sequence != expected {
            let problem = format!("its sequence is {} and not {expected}", row.sequence);
            faults.add(&what, problem, RESTORE);
        }
        if last
            .get(&key)
            .is_some_and(|last| last.first_at != row.first_at)
        {
            let problem = "it says another time of the first publication than the one before it";
            faults.add(&what, problem, RESTORE);
        }
        let now = Last {
            sequence: row.sequence,
            first_at: row.first_at,
            revision: row.revision_id,
            instants: row.instants,
        };
        last.insert(key, now);
    }
    check_heads(ids, &last, faults);
    Ok(())
}

impl Last {
    /// Whether a change tells the same once more because a newer zone database moved it.
    fn is_told_again(&self, row: &Row) -> bool {
        self.revision == row.revision_id && row.instants.is_some() && self.instants != row.instants
    }
}

/// Counts a publication. A revision is published once, and once more for each undoing that brought it
/// back.
fn is_once_too_often(revision: &str, published: &mut HashMap<String, usize>, ids: &Ids) -> bool {
    let times = published.entry(revision.to_owned()).or_default();
    *times += 1;
    let again = ids.undone.published.get(revision).copied();
    *times > 1 + again.unwrap_or_default()
}

fn check_numbers(
    connection: &mut AnyConnection,
    rows: &[Row],
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let counters: Vec<i32> = change_counter::table
        .select(change_counter::seq)
        .load(connection)?;
    let end = rows.last().map_or(0, |row| row.seq);
    match counters.as_slice() {
        [counter] if *counter == end => {}
        [counter] => faults.add(
            "change log",
            format!("its counter says {counter}, and its last change is {end}"),
            RESTORE,
        ),
        other => faults.add(
            "change log",
            format!("it has {} counters and not one", other.len()),
            RESTORE,
        ),
    }
    let mut expected = 1;
    for row in rows {
        if row.seq != expected {
            let missing = match row.seq - 1 {
                last if last == expected => format!("change {expected} is missing"),
                last => format!("the changes from {expected} to {last} are missing"),
            };
            faults.add("change log", missing, RESTORE);
        }
        expected = row.seq + 1;
    }
    Ok(())
}

struct Slugs {
    groups: HashSet<String>,
    topics: HashSet<String>,
}

impl Slugs {
    fn read(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        let groups: Vec<String> = groups::table.select(groups::slug).load(connection)?;
        let topics: Vec<String> = topics::table.select(topics::slug).load(connection)?;
        Ok(Self {
            groups: groups.into_iter().collect(),
            topics: topics.into_iter().collect(),
        })
    }
}

fn check_subject(row: &Row, ids: &Ids, slugs: &Slugs, faults: &mut Faults) {
    let what = format!("change {}", row.seq);
    let subject = &row.subject;
    let is_there = match SubjectKind::from_name(&row.subject_kind) {
        Some(SubjectKind::Group) => slugs.groups.contains(subject),
        Some(SubjectKind::Topic) => slugs.topics.contains(subject),
        Some(SubjectKind::Meeting) => {
            let revision = row.revision_id.as_ref();
            if let Some(stranger) = revision.and_then(|id| ids.stranger(subject, id)) {
                faults.add(&what, format!("it published {stranger}"), RESTORE);
            }
            ids.meetings.contains_key(subject)
        }
        None => {
            let kind = &row.subject_kind;
            let problem = format!("it is about a {kind:?}, which this version does not know");
            faults.add(&what, problem, "Start the newer version that wrote it.");
            return;
        }
    };
    if !is_there {
        let problem = format!("{} {subject} is missing", row.subject_kind);
        faults.add(&what, problem, RESTORE);
    }
}

fn check_heads(ids: &Ids, last: &HashMap<(String, String), Last>, faults: &mut Faults) {
    for id in &ids.meetings_in_order {
        let head = &ids.meetings[id];
        let key = (SubjectKind::Meeting.as_str().to_owned(), id.clone());
        let logged = last.get(&key).and_then(|last| last.revision.as_ref());
        if logged == head.published.as_ref() {
            continue;
        }
        let words = |revision: Option<&String>| {
            revision.map_or_else(|| "none".to_owned(), |id| format!("revision {id}"))
        };
        let problem = format!(
            "its head says that {} is public, the change log that {} is",
            words(head.published.as_ref()),
            words(logged)
        );
        let what = format!("meeting {id} ({})", head.reference);
        faults.add(what, problem, RESTORE);
    }
}
