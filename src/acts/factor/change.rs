//! Taking a second factor away, and calling oneself otherwise.

use crate::acts::{ActError, Acts};
use crate::domain::PasskeyId;
use crate::domain::text::Line;
use crate::store::{By, Deed, Done, SignedIn};

impl Acts {
    /// Takes one of their passkeys away from somebody of the desk; `false` if they have no such passkey,
    /// or nothing else.
    pub fn remove_passkey(&self, who: &SignedIn, passkey: PasskeyId) -> Result<bool, ActError> {
        if self.may_change(who, "remove-factor")?.count() < 2 {
            return Ok(false);
        }
        let person = who.person.id;
        self.store.transact(|transaction| {
            let removed = transaction.remove_passkey(person, passkey)?;
            if removed {
                let deed = Deed::new("remove-factor", Done::Person(person)).before("passkey");
                self.record_by(transaction, By::Person(person), &deed)?;
            }
            Ok(removed)
        })
    }

    /// Takes their program with codes away from somebody of the desk; `false` if they have none, or
    /// nothing else.
    pub fn remove_authenticator(&self, who: &SignedIn) -> Result<bool, ActError> {
        if self.may_change(who, "remove-factor")?.count() < 2 {
            return Ok(false);
        }
        let person = who.person.id;
        self.store.transact(|transaction| {
            let removed = transaction.remove_authenticator(person)?;
            if removed {
                let deed = Deed::new("remove-factor", Done::Person(person)).before("authenticator");
                self.record_by(transaction, By::Person(person), &deed)?;
            }
            Ok(removed)
        })
    }

    /// Calls somebody by another name from now on. For themselves.
    pub fn rename(&self, who: &SignedIn, name: &Line) -> Result<(), ActError> {
        let person = who.person.id;
        self.store.transact(|transaction| {
            transaction.set_name(person, name)?;
            let deed = Deed::new("rename", Done::Person(person));
            self.record_by(transaction, By::Person(person), &deed)?;
            Ok(())
        })
    }
}
