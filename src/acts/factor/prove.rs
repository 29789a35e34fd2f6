//! Giving the second factor.

use super::{FAILURES, LOCKED};
use crate::acts::{ActError, Acts};
use crate::domain::Code;
use crate::domain::SessionKind;
use crate::domain::factor::Assertion;
use crate::store::{By, Deed, Done, SignedIn, StoreError, Token, Transaction};

/// What became of a second factor that was given.
pub enum Proof {
    /// They are in; their session has a new secret.
    Given(Token),
    /// It is not theirs, or was taken before.
    Wrong,
    /// There were too many wrong ones: no code is taken for a quarter of an hour.
    Locked,
}

impl Acts {
    /// Takes the code of a program, or one that stands in for it. For whoever has a session of the desk.
    pub fn prove_by_code(&self, who: &SignedIn, typed: &str) -> Result<Proof, ActError> {
        if !who.is_of_desk() {
            return Ok(Proof::Wrong);
        }
        let (now, person) = (self.now(), who.person.id);
        self.store.transact(|transaction| {
            let locked = transaction.locked_until(person)?;
            if locked.is_some_and(|until| until > now) {
                return Ok(Proof::Locked);
            }
            match self.factor_of_code(transaction, who, typed)? {
                Some(factor) => {
                    transaction.lock_until(person, None)?;
                    self.proved(transaction, who, factor)
                }
                None => self.failed(transaction, who),
            }
        })
    }

    /// Takes the answer of a passkey. For whoever has a session of the desk.
    pub fn prove_by_passkey(
        &self,
        who: &SignedIn,
        assertion: &Assertion,
    ) -> Result<Proof, ActError> {
        let Some(party) = self.party.as_ref().filter(|_| who.is_of_desk()) else {
            return Ok(Proof::Wrong);
        };
        let (now, person) = (self.now(), who.person.id);
        self.store.transact(|transaction| {
            let challenge = transaction.take_challenge(who.session.id, now)?;
            let passkeys = transaction.passkeys(person)?;
            let mut passkeys = passkeys.into_iter();
            let passkey = passkeys.find(|one| one.credential.id == assertion.credential);
            let Some((challenge, passkey)) = challenge.zip(passkey) else {
                self.challenge(transaction, who.session.id)?;
                return Ok(Proof::Wrong);
            };
            match assertion.verify(party, &challenge, &passkey.credential) {
                Ok(count) => {
                    transaction.use_passkey(passkey.id, count, now)?;
                    self.proved(transaction, who, "passkey")
                }
                Err(reason) => {
                    tracing::warn!(act = "prove", actor = %person, %reason, "not taken");
                    self.challenge(transaction, who.session.id)?;
                    Ok(Proof::Wrong)
                }
            }
        })
    }

    /// What a code is of, if it is one.
    fn factor_of_code(
        &self,
        transaction: &mut Transaction<'_>,
        who: &SignedIn,
        typed: &str,
    ) -> Result<Option<&'static str>, StoreError> {
        let (now, person) = (self.now(), who.person.id);
        if let Some(authenticator) = transaction.authenticator(person)?
            && let Some(secret) = authenticator.secret
            && let Some(step) = secret.step_of(typed, now.timestamp(), authenticator.last_step)
        {
            transaction.note_step(person, step)?;
            return Ok(Some("authenticator"));
        }
        let Some(code) = Code::parse(typed, Code::RECOVERY) else {
            return Ok(None);
        };
        let used = transaction.use_recovery_code(person, &code, now)?;
        Ok(used.then_some("recovery code"))
    }

    fn failed(&self, transaction: &mut Transaction<'_>, who: &SignedIn) -> Result<Proof, ActError> {
        let person = who.person.id;
        tracing::warn!(act = "prove", actor = %person, "wrong code");
        if transaction.count_failure(person)? < FAILURES {
            return Ok(Proof::Wrong);
        }
        transaction.lock_until(person, Some(self.now() + LOCKED))?;
        let deed = Deed::new("lock", Done::Person(person));
        self.record_by(transaction, By::Person(person), &deed)?;
        Ok(Proof::Locked)
    }

    /// Begins the session anew, now that it opens the desk: whoever knew its secret before does not know
    /// it now.
    pub(super) fn proved(
        &self,
        transaction: &mut Transaction<'_>,
        who: &SignedIn,
        factor: &'static str,
    ) -> Result<Proof, ActError> {
        let (person, kind) = (who.person.id, SessionKind::Desk);
        transaction.end_session_of(person, who.session.id)?;
        let proved = Some(self.now());
        let agent = &who.session.browser.agent;
        let session = self.begin_session(transaction, person, kind, proved, agent)?;
        let deed = Deed::new("prove", Done::Person(person)).after(factor);
        self.record_by(transaction, By::Person(person), &deed)?;
        tracing::info!(act = "prove", actor = %person, factor, "done");
        Ok(Proof::Given(session))
    }
}
