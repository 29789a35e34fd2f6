//! The step from what was read to the store: each record on its own, found again on the next
//! import, so that importing twice changes nothing.

use super::combine::combined;
use super::groups::ReadGroups;
use super::meetings::ReadMeetings;
use super::report::{Refusal, Report};
use super::samples::sample_meetings;
use super::{GROUPS_FILE, MEETINGS_FILE, read_groups, read_meetings};
use crate::store::{Store, StoreError, Upsert};
use chrono::{DateTime, Utc};
use std::fmt;

/// What an import did.
#[derive(Debug, Default)]
pub struct Outcome {
    pub added: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// What could not be taken, and what was taken in part.
    pub report: Report,
}

impl Outcome {
    fn count(&mut self, upsert: Upsert) {
        match upsert {
            Upsert::Added => self.added += 1,
            Upsert::Changed => self.changed += 1,
            Upsert::Unchanged => self.unchanged += 1,
        }
    }

    /// Whether everything in the file was taken.
    pub fn is_complete(&self) -> bool {
        self.report.refusals.is_empty()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} added, {} changed, {} unchanged",
            self.added, self.changed, self.unchanged
        )?;
        self.report.fmt(f)
    }
}

/// Writes groups.
pub fn apply_groups(
    store: &Store,
    read: ReadGroups,
    now: DateTime<Utc>,
) -> Result<Outcome, StoreError> {
    let mut outcome = Outcome {
        report: read.report,
        ..Outcome::default()
    };
    for upsert in store.put_groups(&read.groups, now)? {
        outcome.count(upsert);
    }
    Ok(outcome)
}

/// Writes meetings: to the review queue, or with `publish` onto the calendar at once. A meeting of
/// a group that is not on the calendar is refused.
pub fn apply_meetings(
    store: &Store,
    read: ReadMeetings,
    publish: bool,
    now: DateTime<Utc>,
) -> Result<Outcome, StoreError> {
    let mut outcome = Outcome {
        report: read.report,
        ..Outcome::default()
    };
    let known = store.group_slugs()?;
    let (meetings, slots) = combined(read.meetings);
    outcome.report.remarks.extend(slots);
    for meeting in &meetings {
        let unknown = meeting
            .details
            .said
            .groups()
            .find(|slug| !known.contains(slug.as_str()));
        if let Some(slug) = unknown {
            outcome.report.taken -= 1;
            outcome.report.refused += 1;
            outcome.report.refusals.push(Refusal {
                id: meeting.id.clone(),
                field: "group_slug".to_owned(),
                reason: format!("{slug} is not a group of this calendar; import groups first"),
            });
            continue;
        }
        let origin = format!("file:{}", meeting.id);
        outcome.count(store.put_import(&origin, &meeting.details, publish, now)?);
    }
    Ok(outcome)
}

/// Writes the demonstration: the real groups and meetings that come with the program, and sample
/// meetings for the weeks ahead.
pub fn apply_demo(store: &Store, now: DateTime<Utc>) -> Result<(), DemoError> {
    apply_groups(store, read_groups(GROUPS_FILE)?, now)?;
    apply_meetings(store, read_meetings(MEETINGS_FILE)?, true, now)?;
    for (number, details) in sample_meetings(now).iter().enumerate() {
        store.put_import(&format!("sample:{number}"), details, true, now)?;
    }
    Ok(())
}

/// Why the demonstration cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    Read(#[from] super::ImportError),
    #[error(transparent)]
    Store(#[from] StoreError),
}
