//! Setting a second factor up.

use super::Proof;
use crate::acts::{ActError, Acts};
use crate::domain::factor::{Attestation, TotpSecret};
use crate::domain::{Code, PersonId};
use crate::store::{By, Deed, Done, SignedIn, Token, Transaction, random_bytes};

/// How many codes stand in for a second factor.
const RECOVERY_CODES: usize = 8;

/// What became of a second factor that somebody set up.
pub enum SetUp {
    /// It is theirs. The session has a new secret; with the first factor come codes that stand in for it,
    /// and which are not shown again.
    Done { session: Token, codes: Vec<Code> },
    /// What was typed or answered shows no such factor.
    Wrong,
}

impl Acts {
    /// Gives somebody of the desk a new secret for a program with codes, which is not in use before it has
    /// shown one.
    pub fn begin_authenticator(&self, who: &SignedIn) -> Result<(), ActError> {
        self.may_change(who, "begin-authenticator")?;
        let secret = TotpSecret::from_random(random_bytes()?);
        let (now, person) = (self.now(), who.person.id);
        self.store
            .transact(|transaction| Ok(transaction.keep_pending_secret(person, &secret, now)?))
    }

    /// Puts the program in use that was set up, if the code that was typed is its.
    pub fn confirm_authenticator(&self, who: &SignedIn, typed: &str) -> Result<SetUp, ActError> {
        self.may_change(who, "confirm-authenticator")?;
        let (now, person) = (self.now(), who.person.id);
        self.store.transact(|transaction| {
            let pending = transaction
                .authenticator(person)?
                .and_then(|one| one.pending);
            let Some(secret) = pending else {
                return Ok(SetUp::Wrong);
            };
            let Some(step) = secret.step_of(typed, now.timestamp(), 0) else {
                return Ok(SetUp::Wrong);
            };
            transaction.confirm_secret(person, &secret, step)?;
            self.was_set_up(transaction, who, "authenticator")
        })
    }

    /// Adds the passkey that somebody of the desk made.
    pub fn add_passkey(
        &self,
        who: &SignedIn,
        attestation: &Attestation,
    ) -> Result<SetUp, ActError> {
        self.may_change(who, "add-passkey")?;
        let party = self
            .party
            .as_ref()
            .ok_or(ActError::Missing("relying party"))?;
        let (now, person) = (self.now(), who.person.id);
        self.store.transact(|transaction| {
            let challenge = transaction.take_challenge(who.session.id, now)?;
            let made = challenge.map(|challenge| attestation.verify(party, &challenge));
            let credential = match made {
                Some(Ok(credential)) => credential,
                other => {
                    let reason = other.and_then(Result::err).map(|error| error.to_string());
                    tracing::warn!(act = "add-passkey", actor = %person, reason, "not taken");
                    self.challenge(transaction, who.session.id)?;
                    return Ok(SetUp::Wrong);
                }
            };
            let name = &who.session.browser.agent;
            if !transaction.add_passkey(person, &credential, name, now)? {
                return Ok(SetUp::Wrong);
            }
            self.was_set_up(transaction, who, "passkey")
        })
    }

    /// Gives somebody of the desk new codes in the place of all that they had.
    pub fn renew_recovery_codes(&self, who: &SignedIn) -> Result<Vec<Code>, ActError> {
        let act = "renew-recovery-codes";
        let factors = self.may_change(who, act)?;
        if factors.is_empty() {
            return Err(ActError::NotAllowed(act));
        }
        let person = who.person.id;
        self.store.transact(|transaction| {
            let deed = Deed::new(act, Done::Person(person));
            self.record_by(transaction, By::Person(person), &deed)?;
            self.new_codes(transaction, person)
        })
    }

    fn was_set_up(
        &self,
        transaction: &mut Transaction<'_>,
        who: &SignedIn,
        factor: &'static str,
    ) -> Result<SetUp, ActError> {
        let person = who.person.id;
        let deed = Deed::new("add-factor", Done::Person(person)).after(factor);
        self.record_by(transaction, By::Person(person), &deed)?;
        let codes = match transaction.has_recovery_codes(person)? {
            true => Vec::new(),
            false => self.new_codes(transaction, person)?,
        };
        match self.proved(transaction, who, factor)? {
            Proof::Given(session) => Ok(SetUp::Done { session, codes }),
            Proof::Wrong | Proof::Locked => Ok(SetUp::Wrong),
        }
    }

    fn new_codes(
        &self,
        transaction: &mut Transaction<'_>,
        person: PersonId,
    ) -> Result<Vec<Code>, ActError> {
        let mut codes = Vec::with_capacity(RECOVERY_CODES);
        for _ in 0..RECOVERY_CODES {
            codes.push(Code::from_random(&random_bytes::<{ Code::RECOVERY }>()?));
        }
        transaction.replace_recovery_codes(person, &codes, self.now())?;
        Ok(codes)
    }
}
