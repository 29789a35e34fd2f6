//! What takes effect before anybody of the desk has read it, because whoever sent it has proved that
//! they speak for the group: that a meeting does not take place, a way in mended on a host that it had
//! before, and everything of a group that is trusted. The desk looks at it afterwards.

use super::decide::settle;
use super::lock::lock;
use super::{ActError, Actor, Acts};
use crate::domain::change::{Touched, touched};
use crate::domain::said::Part;
use crate::domain::{Decision, MeetingDetails, Remote, RevisionId, Said, Status};
use crate::store::{Cause, Deed, Done, Head, Sent, StoreError, Transaction};

impl Acts {
    /// Approves what was just sent, if it may take effect at once; whether it is public now. What waits
    /// together with somebody else's change waits for the desk.
    pub(super) fn publish_at_once(
        &self,
        transaction: &mut Transaction<'_>,
        actor: &Actor,
        sent: &Sent,
    ) -> Result<bool, ActError> {
        let Actor::Member(person, _) = actor else {
            return Ok(false);
        };
        let mut head = lock(transaction, sent.meeting)?;
        let (revision, former) = (sent.revision, head.published());
        if head.pending() != Some(revision) || transaction.waiting(&head)?.len() > 1 {
            return Ok(false);
        }
        let Some(cause) = cause(transaction, actor, &head, revision)? else {
            return Ok(false);
        };
        let (decision, now) = (Decision::approve(), self.now());
        settle(transaction, &mut head, revision, &decision, person.id, now)?;
        // What was held since it was begun is kept, so another revision may be the public one.
        let Some(public) = head.published().filter(|public| Some(*public) != former) else {
            return Ok(false);
        };
        transaction.add_at_once(&head, (public, former), cause, now)?;
        let deed = Deed::new("publish at once", Done::Meeting(head.id()))
            .before(former.map_or_else(|| "new".to_owned(), |former| format!("{former} published")))
            .after(format!("{public} published: {}", cause.as_str()));
        self.record(transaction, actor, &deed)?;
        Ok(true)
    }
}

fn cause(
    transaction: &mut Transaction<'_>,
    actor: &Actor,
    head: &Head,
    revision: RevisionId,
) -> Result<Option<Cause>, StoreError> {
    let Some(sent) = transaction.revision(revision)? else {
        return Ok(None);
    };
    let former = match head.published() {
        Some(former) => transaction.readable_revision(former)?,
        None => None,
    };
    let after = &sent.details;
    let before = former.as_ref().map(|former| &former.details);
    let mut groups = vec![after.said.group.as_str()];
    groups.extend(before.map(|before| before.said.group.as_str()));
    if actor.coordinator_of(transaction, &groups)?.is_none() {
        return Ok(None);
    }
    if transaction.trust(groups[0])?.is_some() {
        return Ok(Some(Cause::Trusted));
    }
    let Some(before) = before else {
        return Ok(None);
    };
    if calls_off(before, after) {
        return Ok(Some(Cause::Cancelled));
    }
    let mends = mends_link(before, after) && uses_known_hosts(transaction, head, after)?;
    Ok(mends.then_some(Cause::Link))
}

/// Whether all that a change says is that the meeting does not take place, and why.
fn calls_off(before: &MeetingDetails, after: &MeetingDetails) -> bool {
    let allowed = [Part::Status, Part::StatusNote].map(Touched::Said);
    before.said.status != Status::Cancelled
        && after.said.status == Status::Cancelled
        && touched(before, after)
            .iter()
            .all(|one| allowed.contains(one))
}

/// Whether all that a change touches is ways in from afar, of which there are some.
fn mends_link(before: &MeetingDetails, after: &MeetingDetails) -> bool {
    touched(before, after) == [Touched::Said(Part::Remote)] && !hosts(&after.said).is_empty()
}

/// Whether every link of a change leads to a host that what was public of the meeting had before.
fn uses_known_hosts(
    transaction: &mut Transaction<'_>,
    head: &Head,
    after: &MeetingDetails,
) -> Result<bool, StoreError> {
    let mut known = Vec::new();
    for revision in transaction.published_before(head)? {
        if let Some(revision) = transaction.readable_revision(revision)? {
            known.extend(hosts(&revision.details.said));
        }
    }
    Ok(hosts(&after.said).iter().all(|host| known.contains(host)))
}

/// The hosts of the ways in, with what comes by telephone as if it was one: a number is as good as a
/// link for leading people astray.
fn hosts(said: &Said) -> Vec<String> {
    let points = said.remote.as_ref().map(Remote::points).unwrap_or_default();
    let links = points.iter().filter_map(|point| point.url.as_ref());
    let numbers = points.iter().filter_map(|point| point.dial_in.as_ref());
    links
        .map(|link| link.host().to_ascii_lowercase())
        .chain(numbers.map(ToString::to_string))
        .collect()
}
