//! A meeting as it would be published, without a database.

use super::form::context;
use igf_calendar::calendar::{Directory, PublishedMeeting, Snapshot};
use igf_calendar::domain::fields::MeetingFields;
use igf_calendar::domain::text::Line;
use igf_calendar::domain::{
    Group, GroupKind, MeetingDetails, MeetingId, Reference, RevisionId, Slug,
};
use igf_calendar::store::PublishedRevision;
use std::collections::HashMap;
use std::sync::Arc;

const ID: &str = "00000000-0000-7000-8000-000000000001";

/// What a form says, if it is right.
pub fn details(fields: &MeetingFields) -> Option<MeetingDetails> {
    let submission = fields.parse(&context()).ok()?;
    Some(submission.details)
}

/// The calendar of one meeting, whose group is called so.
pub fn snapshot(group: &str, details: MeetingDetails) -> Snapshot {
    let published = "2018-03-01T09:00:00Z".parse().expect("a moment");
    let id = MeetingId::parse(ID).expect("an id");
    let meeting = PublishedMeeting::from(PublishedRevision {
        id,
        reference: Reference::from_random([0; 6]),
        revision: RevisionId::new(),
        details: Arc::new(details),
        sequence: 1,
        created: published,
        modified: published,
        seq: 1,
        history: Vec::new(),
        before: Default::default(),
    });
    let name = Line::parse(group).unwrap_or_else(|_| Line::parse("DCCG").expect("a name"));
    let slug = Slug::parse("dccg").expect("a slug");
    let group = Group::plain(slug, name, GroupKind::DynamicCoalition);
    let meetings = HashMap::from([(id, Arc::new(meeting))]);
    Snapshot::new(1, published, Directory::new([group], []), meetings)
}
