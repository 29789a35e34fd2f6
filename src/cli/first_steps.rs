//! What is done with a database before the calendar on it is shown for the first time: the community's
//! groups and topics, the demonstration, and a way in for the secretariat.

use super::Failure;
use crate::acts::{Actor, Acts};
use crate::clock::Clock;
use crate::import::{GROUPS_FILE, TOPICS_FILE, read_groups, read_topics};
use crate::store::{Store, Token};

/// What came of them.
pub(super) struct Begun {
    /// Whether the calendar had no groups before.
    pub(super) is_new: bool,
    /// A one-time way into the desk, as long as nobody has been in.
    pub(super) way_in: Option<Token>,
}

/// Takes them; with what was there before, nothing is done twice.
pub(super) fn take_first_steps(store: &Store, clock: Clock, demo: bool) -> Result<Begun, Failure> {
    let acts = Acts::new(store.clone(), clock);
    let is_new = !store.has_groups()?;
    if demo {
        acts.show_demo(&Actor::System)?;
    } else if is_new {
        acts.import_groups(&Actor::System, read_groups(GROUPS_FILE)?)?;
    }
    if !demo && !store.has_topics()? {
        acts.import_topics(&Actor::System, read_topics(TOPICS_FILE)?)?;
    }
    let way_in = match store.has_people()? {
        true => None,
        false => Some(acts.invite_first(&Actor::System)?),
    };
    Ok(Begun { is_new, way_in })
}
