//! What is kept of a published meeting beside the database: what it says, its place in the change log,
//! and what readers are told of its past. Nothing of who posted it. A file with it is thrown away when
//! its form changes, so this form is free to.

use super::forms::{Form, LinkKindName, ModeName, StatusName};
use super::v2::{MeetingForm, TimesForm};
use crate::domain::problem::Problem;
use crate::domain::series::Hours;
use crate::domain::text::{Note, Title};
use crate::domain::{Alteration, MeetingId, Participants, Reference, RevisionId, Times, Zone};
use crate::store::before::{Before, EarlierRevision};
use crate::store::history::PublishedChange;
use crate::store::publications::PublishedRevision;
use crate::store::stamp::Stamp;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A published meeting.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct PublishedForm {
    id: MeetingId,
    reference: Reference,
    revision: RevisionId,
    sequence: u32,
    created: DateTime<Utc>,
    modified: DateTime<Utc>,
    seq: i64,
    meeting: MeetingForm,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    history: Vec<ChangeForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told_last: Option<TimesForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<EarlierForm>,
}

/// What was public before.
#[derive(Serialize, Deserialize)]
struct EarlierForm {
    meeting: MeetingForm,
    replaced: Stamp,
    sequence: u32,
}

/// One publication that readers could tell from the one before.
#[derive(Serialize, Deserialize)]
struct ChangeForm {
    at: DateTime<Utc>,
    what: Vec<AlterationForm>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    moved: BTreeMap<NaiveDate, TimesForm>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    sittings: BTreeMap<DateTime<Utc>, TimesForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Note>,
}

#[derive(Serialize, Deserialize)]
struct HoursForm {
    zone: Zone,
    start: NaiveTime,
    end: Option<NaiveTime>,
}

/// One thing that is otherwise than before.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum AlterationForm {
    Status(StatusName, StatusName),
    Rescheduled(TimesForm, TimesForm),
    DateSet(TimesForm),
    DateOpen(TimesForm, TimesForm),
    Expected(TimesForm, TimesForm),
    One(TimesForm, Vec<AlterationForm>),
    LeftOut(TimesForm),
    Added(TimesForm),
    Hours {
        from: NaiveDate,
        until: Option<NaiveDate>,
        before: Vec<(NaiveDate, HoursForm)>,
        to: HoursForm,
    },
    Dates,
    Mode(ModeName, ModeName),
    Place,
    Access,
    Title(Title),
    Text,
    Outcomes(Vec<LinkKindName>),
    Participants(Participants),
    Other,
}

impl PublishedForm {
    pub(in crate::store) fn of(published: &PublishedRevision) -> Self {
        let PublishedRevision {
            id,
            reference,
            revision,
            details,
            sequence,
            created,
            modified,
            seq,
            history,
            before,
        } = published;
        Self {
            id: *id,
            reference: reference.clone(),
            revision: *revision,
            sequence: *sequence,
            created: *created,
            modified: *modified,
            seq: *seq,
            meeting: MeetingForm::of(details),
            history: Form::of(history),
            told_last: before.told_last.as_ref().map(Form::of),
            earlier: Form::of(&before.earlier),
        }
    }

    pub(in crate::store) fn read(self) -> Result<PublishedRevision, String> {
        let wrong = |problem: Problem| format!("meeting {}: {problem}", self.id);
        Ok(PublishedRevision {
            id: self.id,
            reference: self.reference,
            revision: self.revision,
            details: Arc::new(self.meeting.read().map_err(wrong)?),
            sequence: self.sequence,
            created: self.created,
            modified: self.modified,
            seq: self.seq,
            history: self.history.read().map_err(wrong)?,
            before: Before {
                told_last: self.told_last.map(Form::read).transpose().map_err(wrong)?,
                earlier: self.earlier.read().map_err(wrong)?,
            },
        })
    }
}

impl Form for EarlierForm {
    type Of = EarlierRevision;

    fn of(earlier: &EarlierRevision) -> Self {
        Self {
            meeting: MeetingForm::of(&earlier.details),
            replaced: earlier.replaced,
            sequence: earlier.sequence,
        }
    }

    fn read(self) -> Result<EarlierRevision, Problem> {
        Ok(EarlierRevision {
            details: Arc::new(self.meeting.read()?),
            replaced: self.replaced,
            sequence: self.sequence,
        })
    }
}

impl Form for ChangeForm {
    type Of = PublishedChange;

    fn of(change: &PublishedChange) -> Self {
        let PublishedChange {
            at,
            what,
            moved,
            sittings,
            note,
        } = change;
        Self {
            at: *at,
            what: Form::of(what),
            moved: told_forms(moved),
            sittings: told_forms(sittings),
            note: note.clone(),
        }
    }

    fn read(self) -> Result<PublishedChange, Problem> {
        Ok(PublishedChange {
            at: self.at,
            what: self.what.read()?,
            moved: told(self.moved)?,
            sittings: told(self.sittings)?,
            note: self.note,
        })
    }
}

/// What readers were told before, by what is held instead.
fn told_forms<K: Ord + Copy>(told: &BTreeMap<K, Times>) -> BTreeMap<K, TimesForm> {
    let told = told.iter();
    told.map(|(now, told)| (*now, Form::of(told))).collect()
}

fn told<K: Ord>(forms: BTreeMap<K, TimesForm>) -> Result<BTreeMap<K, Times>, Problem> {
    let forms = forms.into_iter();
    forms.map(|(now, told)| Ok((now, told.read()?))).collect()
}

impl Form for HoursForm {
    type Of = Hours;

    fn of(hours: &Hours) -> Self {
        let Hours { zone, start, end } = hours.clone();
        Self { zone, start, end }
    }

    fn read(self) -> Result<Hours, Problem> {
        Ok(Hours {
            zone: self.zone,
            start: self.start,
            end: self.end,
        })
    }
}

impl Form for AlterationForm {
    type Of = Alteration;

    fn of(alteration: &Alteration) -> Self {
        match alteration {
            Alteration::Status { from, to } => Self::Status(Form::of(from), Form::of(to)),
            Alteration::Rescheduled { from, to } => Self::Rescheduled(Form::of(from), Form::of(to)),
            Alteration::DateSet { to } => Self::DateSet(Form::of(to)),
            Alteration::DateOpen { from, to } => Self::DateOpen(Form::of(from), Form::of(to)),
            Alteration::Expected { from, to } => Self::Expected(Form::of(from), Form::of(to)),
            Alteration::One { on, what } => Self::One(Form::of(on), Form::of(what)),
            Alteration::LeftOut { on } => Self::LeftOut(Form::of(on)),
            Alteration::Added { on } => Self::Added(Form::of(on)),
            Alteration::Hours {
                from,
                until,
                before,
                to,
            } => {
                let before = before.iter();
                Self::Hours {
                    from: *from,
                    until: *until,
                    before: before.map(|(day, at)| (*day, Form::of(at))).collect(),
                    to: Form::of(to),
                }
            }
            Alteration::Dates => Self::Dates,
            Alteration::Mode { from, to } => Self::Mode(Form::of(from), Form::of(to)),
            Alteration::Place => Self::Place,
            Alteration::Access => Self::Access,
            Alteration::Title { from } => Self::Title(from.clone()),
            Alteration::Text => Self::Text,
            Alteration::Outcomes(kinds) => Self::Outcomes(Form::of(kinds)),
            Alteration::Participants { to } => Self::Participants(*to),
            Alteration::Other => Self::Other,
        }
    }

    fn read(self) -> Result<Alteration, Problem> {
        Ok(match self {
            Self::Status(from, to) => Alteration::Status {
                from: from.read()?,
                to: to.read()?,
            },
            Self::Rescheduled(from, to) => Alteration::Rescheduled {
                from: from.read()?,
                to: to.read()?,
            },
            Self::DateSet(to) => Alteration::DateSet { to: to.read()? },
            Self::DateOpen(from, to) => Alteration::DateOpen {
                from: from.read()?,
                to: to.read()?,
            },
            Self::Expected(from, to) => Alteration::Expected {
                from: from.read()?,
                to: to.read()?,
            },
            Self::One(on, what) => Alteration::One {
                on: on.read()?,
                what: what.read()?,
            },
            Self::LeftOut(on) => Alteration::LeftOut { on: on.read()? },
            Self::Added(on) => Alteration::Added { on: on.read()? },
            Self::Hours {
                from,
                until,
                before,
                to,
            } => {
                let before = before.into_iter();
                let before: Result<Vec<(NaiveDate, Hours)>, Problem> =
                    before.map(|(day, at)| Ok((day, at.read()?))).collect();
                Alteration::Hours {
                    from,
                    until,
                    before: before?,
                    to: to.read()?,
                }
            }
            Self::Dates => Alteration::Dates,
            Self::Mode(from, to) => Alteration::Mode {
                from: from.read()?,
                to: to.read()?,
            },
            Self::Place => Alteration::Place,
            Self::Access => Alteration::Access,
            Self::Title(from) => Alteration::Title { from },
            Self::Text => Alteration::Text,
            Self::Outcomes(kinds) => Alteration::Outcomes(kinds.read()?),
            Self::Participants(to) => Alteration::Participants { to },
            Self::Other => Alteration::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::alteration::{moved_dates, moved_sittings};
    use crate::domain::{MeetingDetails, alterations};
    use std::path::Path;

    fn documents() -> Vec<MeetingDetails> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/revision/v2");
        let files = std::fs::read_dir(folder).expect("documents");
        let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "json"));
        files.sort();
        let read = |file| {
            let text = std::fs::read_to_string(file).expect("a document");
            super::super::read(&text).expect("a meeting")
        };
        files.iter().map(read).collect()
    }

    fn published(before: &MeetingDetails, after: &MeetingDetails) -> PublishedRevision {
        let at =
            |seconds: i64| DateTime::from_timestamp_micros(seconds * 1_000_001).expect("a moment");
        PublishedRevision {
            id: MeetingId::new(),
            reference: Reference::from_random([1; 6]),
            revision: RevisionId::new(),
            details: Arc::new(after.clone()),
            sequence: 7,
            created: at(1_500_000_000),
            modified: at(1_600_000_000),
            seq: 12,
            history: vec![PublishedChange {
                at: at(1_550_000_000),
                what: alterations(before, after),
                moved: moved_dates(before, after),
                sittings: moved_sittings(&before.timing, &after.timing),
                note: after.said.status_note.clone(),
            }],
            before: Before {
                told_last: before.timing.once().cloned(),
                earlier: vec![EarlierRevision {
                    details: Arc::new(before.clone()),
                    replaced: Stamp {
                        seq: 11,
                        at: at(1_600_000_000),
                    },
                    sequence: 7,
                }],
            },
        }
    }

    /// What can change from one document to the next, in all the shapes that documents have.
    #[test]
    fn what_is_kept_reads_back_as_it_was() {
        let documents = documents();
        let mut kinds = std::collections::BTreeSet::new();
        for step in 1..20 {
            for (at, before) in documents.iter().enumerate() {
                let after = &documents[(at + step) % documents.len()];
                let kept = published(before, after);
                let line = serde_json::to_string(&PublishedForm::of(&kept)).expect("a line");
                let form: PublishedForm = serde_json::from_str(&line).expect("a form");
                let read = form.read().expect("a meeting");
                assert_eq!(format!("{read:?}"), format!("{kept:?}"), "{line}");
                for alteration in &kept.history[0].what {
                    let words = format!("{alteration:?}");
                    kinds.extend(words.split([' ', '(']).next().map(str::to_owned));
                }
            }
        }
        assert!(kinds.len() >= 12, "{kinds:?}");
    }
}
