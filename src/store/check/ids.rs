//! What there is to refer to, read once for all parts of the check.

use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::schema::{meetings, people, reviews, revisions, undos};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// The ids of a database, and how the rows under them hang together.
pub(super) struct Ids {
    /// By id.
    pub(super) meetings: HashMap<String, Head>,
    /// In the order of their ids.
    pub(super) meetings_in_order: Vec<String>,
    /// By id.
    pub(super) revisions: HashMap<String, Link>,
    /// In the order of meetings and numbers.
    pub(super) revisions_in_order: Vec<String>,
    pub(super) people: HashSet<String>,
    pub(super) reviews: HashSet<String>,
    pub(super) undone: Undone,
}

/// What was undone.
#[derive(Default)]
pub(super) struct Undone {
    /// Withdrawals that hold no longer.
    pub(super) withdrawals: HashSet<String>,
    /// How often each revision was made public once more.
    pub(super) published: HashMap<String, usize>,
}

/// What the head of a meeting says.
pub(super) struct Head {
    pub(super) reference: String,
    pub(super) published: Option<String>,
    pub(super) pending: Option<String>,
}

/// Where a revision belongs.
pub(super) struct Link {
    pub(super) meeting: String,
    pub(super) number: i32,
    pub(super) base: Option<String>,
    pub(super) sent_by: Option<String>,
}

type HeadRow = (String, String, Option<String>, Option<String>);
type LinkRow = (String, String, i32, Option<String>, Option<String>);

impl Ids {
    pub(super) fn read(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        let heads: Vec<HeadRow> = meetings::table
            .order(meetings::id)
            .select((
                meetings::id,
                meetings::reference,
                meetings::published_revision,
                meetings::pending_revision,
            ))
            .load(connection)?;
        let links: Vec<LinkRow> = revisions::table
            .order((revisions::meeting_id, revisions::number, revisions::id))
            .select((
                revisions::id,
                revisions::meeting_id,
                revisions::number,
                revisions::base_revision,
                revisions::sent_by,
            ))
            .load(connection)?;
        let people: Vec<String> = people::table.select(people::id).load(connection)?;
        let reviews: Vec<String> = reviews::table.select(reviews::id).load(connection)?;
        Ok(Self {
            meetings_in_order: heads.iter().map(|(id, ..)| id.clone()).collect(),
            meetings: heads.into_iter().map(head).collect(),
            revisions_in_order: links.iter().map(|(id, ..)| id.clone()).collect(),
            revisions: links.into_iter().map(link).collect(),
            people: people.into_iter().collect(),
            reviews: reviews.into_iter().collect(),
            undone: Undone::read(connection)?,
        })
    }

    /// Why a revision that a row of a meeting names is not one of that meeting.
    pub(super) fn stranger(&self, meeting: &str, revision: &str) -> Option<String> {
        match self.revisions.get(revision) {
            None => Some(format!("revision {revision}, which is missing")),
            Some(link) if link.meeting != meeting => Some(format!(
                "revision {revision}, which is of meeting {}",
                link.meeting
            )),
            Some(_) => None,
        }
    }
}

impl Undone {
    fn read(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        let rows: Vec<(Option<String>, Option<String>)> = undos::table
            .select((undos::withdrawal_id, undos::published_revision))
            .load(connection)?;
        let mut undone = Self::default();
        for (withdrawal, published) in rows {
            undone.withdrawals.extend(withdrawal);
            if let Some(revision) = published {
                *undone.published.entry(revision).or_default() += 1;
            }
        }
        Ok(undone)
    }
}

fn head((id, reference, published, pending): HeadRow) -> (String, Head) {
    let head = Head {
        reference,
        published,
        pending,
    };
    (id, head)
}

fn link((id, meeting, number, base, sent_by): LinkRow) -> (String, Link) {
    let link = Link {
        meeting,
        number,
        base,
        sent_by,
    };
    (id, link)
}
