//! Importing meetings: each record on its own, found again by where it came from, so that importing
//! twice changes nothing and nobody's later work is undone.

use super::decide::settle;
use super::lock::lock;
use super::{ActError, Actor, Acts, Outcome};
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use crate::domain::{
    Decision, Known, MeetingDetails, MeetingId, Named, PersonId, Poster, RevisionId, Verdict,
};
use crate::import::{ImportedMeeting, ReadMeetings, Refusal, combined};
use crate::store::{
    Deed, Done, Head, HistoryEntry, MeetingState, NewRevision, Revision, Source, Transaction,
    Upsert,
};
use chrono::{DateTime, Utc};

impl Acts {
    /// Writes the meetings of a file: to the review queue, or with `publish` onto the calendar at
    /// once. A meeting of a group that is not on the calendar is refused. For programs.
    pub fn import_meetings(
        &self,
        actor: &Actor,
        read: ReadMeetings,
        publish: bool,
    ) -> Result<Outcome, ActError> {
        actor.program("import meetings")?;
        let mut outcome = Outcome::of(read.report);
        let known = self.store.known()?;
        let (meetings, slots) = combined(read.meetings);
        outcome.report.remarks.extend(slots);
        for meeting in &meetings {
            if let Some(refusal) = refusal(meeting, &known) {
                outcome.report.taken -= 1;
                outcome.report.refused += 1;
                outcome.report.refusals.push(refusal);
                continue;
            }
            let origin = format!("file:{}", meeting.id);
            // A file may still call a group or topic by a name that it had.
            let renamed = known.in_todays_names(&meeting.details);
            let details = renamed.as_ref().unwrap_or(&meeting.details);
            outcome.count(self.put(actor, &origin, details, publish)?);
        }
        outcome.log("import meetings", actor);
        self.catch_up();
        Ok(outcome)
    }

    /// Writes one record, found again by `origin`. One that says what it said when it was imported
    /// last changes nothing, whatever people made of the meeting since. With `publish` it is approved
    /// at once in the importer's name, unless people said something of the meeting since, or the desk
    /// was against it; otherwise it waits for review. For programs.
    pub fn import_meeting(
        &self,
        actor: &Actor,
        origin: &str,
        details: &MeetingDetails,
        publish: bool,
    ) -> Result<Upsert, ActError> {
        actor.program("import meetings")?;
        let upsert = self.put(actor, origin, details, publish)?;
        self.catch_up();
        Ok(upsert)
    }

    fn put(
        &self,
        actor: &Actor,
        origin: &str,
        details: &MeetingDetails,
        publish: bool,
    ) -> Result<Upsert, ActError> {
        let now = self.now();
        let (upsert, meeting) = self.store.transact(|transaction| {
            transaction.import_alone()?;
            let (upsert, meeting) = put(transaction, origin, details, publish, now)?;
            if upsert != Upsert::Unchanged {
                let deed =
                    Deed::new("import meeting", Done::Meeting(meeting)).after(match publish {
                        true => "published, unless people decided otherwise",
                        false => "waits",
                    });
                self.record(transaction, actor, &deed)?;
            }
            Ok::<_, ActError>((upsert, meeting))
        })?;
        if upsert != Upsert::Unchanged {
            tracing::info!(act = "import meeting", %actor, %meeting, origin, publish, "done");
        }
        Ok(upsert)
    }
}

/// Writes one record, and approves it if that is asked for and nobody said otherwise since.
fn put(
    transaction: &mut Transaction<'_>,
    origin: &str,
    details: &MeetingDetails,
    publish: bool,
    now: DateTime<Utc>,
) -> Result<(Upsert, MeetingId), ActError> {
    let Some(meeting) = transaction.meeting_of_origin(origin)? else {
        let mut head = transaction.new_meeting(Some(origin), now)?;
        append(transaction, &mut head, None, details, publish, now)?;
        return Ok((Upsert::Added, head.id()));
    };
    let mut head = lock(transaction, meeting)?;
    let last = transaction.last_import(&head)?;
    let same = last.filter(|revision| revision.details == *details);
    let may_be_approved = |last: &Revision| publish && head.pending() == Some(last.id);
    if same.as_ref().is_some_and(|last| !may_be_approved(last)) {
        return Ok((Upsert::Unchanged, meeting));
    }
    let state = transaction.meeting(&head)?;
    // Over what people said or decided since, the desk decides.
    let publish = publish && is_of_files_alone(transaction, &head, &state)?;
    match same {
        None => {
            let base = state.base().map(|revision| revision.id);
            append(transaction, &mut head, base, details, publish, now)?;
        }
        Some(last) if publish => approve(transaction, &mut head, last.id, now)?,
        Some(_) => return Ok((Upsert::Unchanged, meeting)),
    }
    Ok((Upsert::Changed, meeting))
}

/// Whether a meeting stands as files had it: nobody else said anything of it since one of theirs was
/// approved, apart from what was not wanted, and the desk's last word was no other than yes.
fn is_of_files_alone(
    transaction: &mut Transaction<'_>,
    head: &Head,
    state: &MeetingState,
) -> Result<bool, ActError> {
    let Some(oldest) = state.history.last() else {
        return Ok(true);
    };
    let revisions = transaction.revisions_from(head, oldest.revision)?;
    if revisions.len() != state.history.len() {
        // What cannot be read may have been said by people.
        return Ok(false);
    }
    let in_order = state.history.iter().rev();
    let said: Vec<(&Revision, &HistoryEntry)> = revisions.iter().zip(in_order).collect();
    let is_approved_file = |(revision, entry): &(&Revision, &HistoryEntry)| {
        revision.source == Source::Import && entry.verdict() == Some(Verdict::Approved)
    };
    let since = said.iter().rposition(is_approved_file).unwrap_or_default();
    let of_files = said[since..].iter().all(|(revision, entry)| {
        revision.source == Source::Import
            || revision.sent_by == Some(PersonId::SYSTEM)
            || entry.is_unwanted()
    });
    let last_word = state.history.iter().find(|entry| entry.is_decided());
    let is_wanted = last_word.is_none_or(|entry| entry.verdict() == Some(Verdict::Approved));
    Ok(of_files && is_wanted && state.withdrawn.is_none())
}

/// Why a meeting is not taken.
fn refusal(meeting: &ImportedMeeting, known: &Known) -> Option<Refusal> {
    let (field, reason) = meeting.details.said.named().find_map(|named| match named {
        Named::Group(slug) if known.group(slug).is_none() => Some((
            "group_slug",
            format!("{slug} is not a group of this calendar; import groups first"),
        )),
        Named::Topic(slug) if known.topic(slug).is_none() => Some((
            "topics",
            format!("{slug} is not a topic of this calendar; import topics first"),
        )),
        Named::Group(_) | Named::Topic(_) => None,
    })?;
    Some(Refusal {
        id: meeting.id.clone(),
        field: field.to_owned(),
        reason,
    })
}

fn append(
    transaction: &mut Transaction<'_>,
    head: &mut Head,
    base: Option<RevisionId>,
    details: &MeetingDetails,
    publish: bool,
    now: DateTime<Utc>,
) -> Result<(), ActError> {
    let revision = NewRevision {
        details,
        poster: &importer(),
        source: Source::Import,
        base,
        language: None,
        sent_by: Some(PersonId::IMPORTER),
    };
    let revision = transaction.append_revision(head, &revision, now)?;
    match publish {
        true => approve(transaction, head, revision, now),
        false => Ok(()),
    }
}

/// What cannot be approved any more waits for the desk to say so.
fn approve(
    transaction: &mut Transaction<'_>,
    head: &mut Head,
    revision: RevisionId,
    now: DateTime<Utc>,
) -> Result<(), ActError> {
    let decision = Decision::approve();
    settle(
        transaction,
        head,
        revision,
        &decision,
        PersonId::IMPORTER,
        now,
    )
    .map(drop)
}

/// Who imported records are posted by; `.invalid` can never receive mail (RFC 2606).
fn importer() -> Poster {
    Poster {
        name: Line::parse("Import").expect("a valid name"),
        email: EmailAddress::parse("import@calendar.invalid").expect("a valid address"),
    }
}
