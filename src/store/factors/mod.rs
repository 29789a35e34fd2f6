//! What proves somebody a second time: passkeys, a program with codes, and the codes that stand in for
//! either once.

mod authenticator;
mod passkey;
mod recovery;
mod trust;

pub use authenticator::Authenticator;
pub use passkey::Passkey;

use super::error::StoreError;
use super::pool::Store;
use super::schema::{authenticators, passkeys, recovery_codes};
use crate::domain::PersonId;
use diesel::prelude::*;
use std::collections::HashMap;

/// What somebody can prove themselves with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Factors {
    /// The oldest first.
    pub passkeys: Vec<Passkey>,
    /// Whether they have a program with codes.
    pub has_authenticator: bool,
    /// How many codes are left that stand in for either.
    pub recovery_codes: i64,
}

impl Factors {
    /// Whether there is anything to be asked for.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many there are, those codes apart.
    pub fn count(&self) -> usize {
        self.passkeys.len() + usize::from(self.has_authenticator)
    }
}

impl Store {
    /// What somebody can prove themselves with.
    pub fn factors(&self, person: PersonId) -> Result<Factors, StoreError> {
        self.read(|connection| {
            let whose = person.to_string();
            let authenticators: i64 = authenticators::table
                .find(&whose)
                .filter(authenticators::secret.is_not_null())
                .count()
                .get_result(connection)?;
            let codes: i64 = recovery_codes::table
                .filter(recovery_codes::person_id.eq(&whose))
                .filter(recovery_codes::used_at.is_null())
                .count()
                .get_result(connection)?;
            Ok(Factors {
                passkeys: passkey::of(connection, person)?,
                has_authenticator: authenticators > 0,
                recovery_codes: codes,
            })
        })
    }

    /// How many second factors everybody has who has any, by person.
    pub fn factor_counts(&self) -> Result<HashMap<String, usize>, StoreError> {
        self.read(|connection| {
            let of_passkeys: Vec<String> = passkeys::table
                .select(passkeys::person_id)
                .load(connection)?;
            let of_authenticators: Vec<String> = authenticators::table
                .filter(authenticators::secret.is_not_null())
                .select(authenticators::person_id)
                .load(connection)?;
            let mut counts = HashMap::new();
            for person in of_passkeys.into_iter().chain(of_authenticators) {
                *counts.entry(person).or_default() += 1;
            }
            Ok(counts)
        })
    }
}
