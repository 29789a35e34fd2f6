//! Telling again what another zone database has moved: subscribers' programs keep what they know until
//! they hear of a newer one.

use super::lock::lock;
use super::{ActError, Actor, Acts};
use crate::domain::MeetingId;
use crate::store::{Deed, Done};

impl Acts {
    /// Publishes once more what is public of each meeting that was told with other instants than it has
    /// by the zone database of this build; returns how many. `None` while another process does it, or
    /// if these acts show no calendar. For programs.
    pub fn tell_moved(&self, actor: &Actor) -> Result<Option<usize>, ActError> {
        actor.program("tell again what moved")?;
        let Some(calendar) = &self.calendar else {
            return Ok(None);
        };
        let Some(_lead) = self.store.lead("instants")? else {
            return Ok(None);
        };
        calendar.catch_up(&self.store)?;
        let (told, now) = (self.store.told_instants()?, calendar.current());
        let moved = now.meetings().iter().filter(|meeting| {
            let told = told.get(&meeting.id);
            told.is_some_and(|told| !told.holds(&meeting.details))
        });
        let mut count = 0;
        for meeting in moved {
            count += usize::from(self.tell_again(actor, meeting.id)?);
        }
        self.catch_up();
        Ok(Some(count))
    }

    fn tell_again(&self, actor: &Actor, meeting: MeetingId) -> Result<bool, ActError> {
        let now = self.now();
        let is_told = self.store.transact(|transaction| {
            let head = lock(transaction, meeting)?;
            let is_told = transaction.tell_again(&head, now)?;
            if is_told {
                let deed = Deed::new("tell again", Done::Meeting(meeting))
                    .after("published at the instants of a newer zone database");
                self.record(transaction, actor, &deed)?;
            }
            Ok::<_, ActError>(is_told)
        })?;
        if is_told {
            tracing::info!(act = "tell again", %actor, %meeting, "done");
        }
        Ok(is_told)
    }
}
