//! Beginning and using sessions, for the acts that let somebody in.

use super::{ActError, Acts};
use crate::domain::{PersonId, SessionId, SessionKind};
use crate::store::{Browser, Session, Token, Transaction};
use chrono::TimeDelta;

/// How often it is noted at most that a session is used.
const NOTED: TimeDelta = TimeDelta::minutes(1);

impl Acts {
    /// Begins a session of somebody. One of the desk is short as long as the second factor is asked for
    /// and was not given.
    pub(super) fn begin_session(
        &self,
        transaction: &mut Transaction<'_>,
        person: PersonId,
        kind: SessionKind,
        is_proved: bool,
        browser: Browser,
    ) -> Result<Token, ActError> {
        let now = self.now();
        let token = Token::random()?;
        let session = Session {
            id: SessionId::new(),
            kind,
            is_proved,
            began: now,
            used: now,
            browser,
        };
        let is_in = is_proved || kind == SessionKind::Poster || !self.asks_for_factor;
        let ends = match is_in {
            true => kind.end(now, now),
            false => SessionKind::end_unproved(now),
        };
        transaction.add_session(&token.hash(), person, &session, ends)?;
        if is_in {
            transaction.note_entry(person, now)?;
        }
        if is_in && kind == SessionKind::Desk {
            transaction.void_invitations(None)?;
        }
        Ok(token)
    }

    /// Notes that a session is used, which makes it last; once a minute at most, and never for one that
    /// waits for the second factor. For whoever holds it.
    pub fn use_session(&self, session: &Session, network: &str) -> Result<(), ActError> {
        let now = self.now();
        let waits = session.kind == SessionKind::Desk && self.asks_for_factor && !session.is_proved;
        if waits || now - session.used < NOTED {
            return Ok(());
        }
        let ends = session.kind.end(session.began, now);
        self.store
            .transact(|transaction| Ok(transaction.use_session(session.id, network, now, ends)?))
    }
}
