//! What meetings can name by a slug: the groups and topics that there are.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use super::transaction::Transaction;
use super::{groups, topics};
use crate::domain::Slug;
use std::collections::HashSet;

/// The groups and topics that there are.
#[derive(Debug, Clone)]
pub struct Known {
    groups: HashSet<String>,
    topics: HashSet<String>,
}

impl Known {
    /// Whether there is such a group.
    pub fn has_group(&self, slug: &Slug) -> bool {
        self.groups.contains(slug.as_str())
    }

    /// Whether there is such a topic.
    pub fn has_topic(&self, slug: &Slug) -> bool {
        self.topics.contains(slug.as_str())
    }

    fn read(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        Ok(Self {
            groups: groups::slugs(connection)?,
            topics: topics::slugs(connection)?,
        })
    }
}

impl Store {
    /// The groups and topics that there are.
    pub fn known(&self) -> Result<Known, StoreError> {
        self.read(Known::read)
    }
}

impl Transaction<'_> {
    /// The groups and topics that there are.
    pub fn known(&mut self) -> Result<Known, StoreError> {
        Known::read(self.connection)
    }
}
