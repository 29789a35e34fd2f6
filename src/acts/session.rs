//! Beginning, using and ending sessions.

use super::{ActError, Acts};
use crate::domain::{PersonId, SessionId, SessionKind};
use crate::store::{Browser, By, Deed, Done, Session, SignedIn, Token, TokenHash, Transaction};
use chrono::{DateTime, TimeDelta, Utc};

/// How often it is noted at most that a session is used.
const NOTED: TimeDelta = TimeDelta::minutes(1);

impl Acts {
    /// Begins a session of somebody, in a browser that is called so. One of the desk is short as long as
    /// the second factor is asked for and was not given.
    pub(super) fn begin_session(
        &self,
        transaction: &mut Transaction<'_>,
        person: PersonId,
        kind: SessionKind,
        proved: Option<DateTime<Utc>>,
        agent: &str,
    ) -> Result<Token, ActError> {
        let now = self.now();
        let token = Token::random()?;
        let session = Session {
            id: SessionId::new(),
            kind,
            proved,
            began: now,
            used: now,
            browser: Browser {
                agent: agent.to_owned(),
                network: self.network_label(),
            },
        };
        let is_in = !self.waits_for_factor(&session);
        let ends = match is_in {
            true => kind.end(now, now),
            false => SessionKind::end_unproved(now),
        };
        transaction.add_session(&token.hash(), person, &session, ends)?;
        if kind == SessionKind::Desk {
            self.challenge(transaction, session.id)?;
        }
        if is_in {
            transaction.note_entry(person, now)?;
        }
        if is_in && kind == SessionKind::Desk {
            transaction.void_invitations(None)?;
        }
        Ok(token)
    }

    /// Who holds the secret of a session that is not over. That it is used makes it last.
    pub fn signed_in(&self, token: &TokenHash) -> Result<Option<SignedIn>, ActError> {
        let who = self.store.session(token, self.now())?;
        if let Some(who) = &who
            && let Err(error) = self.note_use(&who.session)
        {
            tracing::warn!(%error, "it cannot be noted that a session is used");
        }
        Ok(who)
    }

    /// Once a minute at most, and never for one that waits for the second factor.
    fn note_use(&self, session: &Session) -> Result<(), ActError> {
        let now = self.now();
        if self.waits_for_factor(session) || now - session.used < NOTED {
            return Ok(());
        }
        let ends = session.kind.end(session.began, now);
        let network = self.network_label();
        self.store
            .transact(|transaction| Ok(transaction.use_session(session.id, &network, now, ends)?))
    }

    /// Ends one session of somebody; `false` if they have no such session. For its owner.
    pub fn end_own_session(&self, who: &SignedIn, session: SessionId) -> Result<bool, ActError> {
        let person = who.person.id;
        self.store.transact(|transaction| {
            let ended = transaction.end_session_of(person, session)?;
            if ended {
                let deed = Deed::new("end-session", Done::Person(person)).after("one");
                self.record_by(transaction, By::Person(person), &deed)?;
            }
            Ok(ended)
        })
    }

    /// Ends all sessions of somebody but the one in which they ask for it. For their owner.
    pub fn end_other_sessions(&self, who: &SignedIn) -> Result<usize, ActError> {
        let person = who.person.id;
        self.store.transact(|transaction| {
            let ended = transaction.end_sessions_of(person, Some(who.session.id))?;
            let deed = Deed::new("end-session", Done::Person(person)).after("all others");
            self.record_by(transaction, By::Person(person), &deed)?;
            Ok(ended)
        })
    }

    /// Whether a session opens nothing yet because the second factor was not given.
    pub fn waits_for_factor(&self, session: &Session) -> bool {
        session.kind == SessionKind::Desk && self.asks_for_factor && session.proved.is_none()
    }

    /// Where whoever acts is; empty if that is not known.
    pub(super) fn network_label(&self) -> String {
        let network = self.network.map(|network| network.to_string());
        network.unwrap_or_default()
    }
}
