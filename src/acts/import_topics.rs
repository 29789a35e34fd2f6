//! Importing topics: each is found again by its slug, so that importing twice changes nothing.

use super::{ActError, Actor, Acts, Outcome};
use crate::import::ReadTopics;
use crate::store::{Deed, Done, StoreError, Upsert};

impl Acts {
    /// Writes the topics of a file, all of them or none. For programs.
    pub fn import_topics(&self, actor: &Actor, read: ReadTopics) -> Result<Outcome, ActError> {
        actor.program("import topics")?;
        let now = self.now();
        let mut outcome = Outcome::of(read.report);
        self.store.transact(|transaction| {
            transaction.import_alone()?;
            for topic in &read.topics {
                let upsert = transaction.put_topic(topic, now)?;
                outcome.count(upsert);
                if upsert != Upsert::Unchanged {
                    let deed = Deed::new("import topic", Done::Topic(topic.slug.clone()));
                    self.record(transaction, actor, &deed.after(topic.english()))?;
                }
            }
            Ok::<_, StoreError>(())
        })?;
        outcome.log("import topics", actor);
        self.catch_up();
        Ok(outcome)
    }
}
