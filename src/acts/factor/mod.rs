//! The second factor: giving it, setting one up, taking one away.

mod change;
mod passkey;
mod prove;
mod set_up;

pub use prove::Proof;
pub use set_up::SetUp;

use super::{ActError, Acts};
use crate::domain::SessionId;
use crate::domain::factor::{Challenge, RelyingParty};
use crate::store::{Factors, SignedIn, Transaction, random_bytes};
use chrono::TimeDelta;

/// How many wrong codes in a row are too many, and for how long no more is taken then.
const FAILURES: i32 = 5;
const LOCKED: TimeDelta = TimeDelta::minutes(15);
/// For how long somebody who has proved themselves may change what they prove themselves with.
const FRESH: TimeDelta = TimeDelta::minutes(15);

impl Acts {
    /// These acts, which ask those of the desk for a second factor or not; passkeys are bound to a
    /// relying party and are not taken without one.
    pub fn proving(self, party: Option<RelyingParty>, asks_for_factor: bool) -> Self {
        Self {
            party,
            asks_for_factor,
            ..self
        }
    }

    /// Whether somebody of the desk may change their second factors now: those who have none set up the
    /// first one, everybody else has just given one.
    pub fn may_change_factors(&self, who: &SignedIn, factors: &Factors) -> bool {
        let is_fresh = who
            .session
            .proved
            .is_some_and(|proved| self.now() - proved < FRESH);
        who.is_of_desk() && (factors.is_empty() || is_fresh)
    }

    /// The same for an act.
    fn may_change(&self, who: &SignedIn, act: &'static str) -> Result<Factors, ActError> {
        let factors = self.store.factors(who.person.id)?;
        match self.may_change_factors(who, &factors) {
            true => Ok(factors),
            false => {
                tracing::warn!(act, actor = %who.person.id, "not allowed");
                Err(ActError::NotAllowed(act))
            }
        }
    }

    /// Gives a session something new for a passkey to sign.
    pub(super) fn challenge(
        &self,
        transaction: &mut Transaction<'_>,
        session: SessionId,
    ) -> Result<(), crate::store::StoreError> {
        let challenge = Challenge::from_random(random_bytes()?);
        transaction.keep_challenge(session, &challenge, self.now())
    }
}
