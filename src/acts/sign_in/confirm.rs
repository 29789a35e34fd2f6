//! Typing the code.

use super::TRIES;
use crate::acts::{ActError, Acts};
use crate::domain::{Code, SessionKind};
use crate::store::{By, Deed, Done, SignIn, Token, TokenHash, Transaction};

/// What became of a code that was typed.
pub enum SigningIn {
    /// They are signed in. At the desk, the second factor is still to be given.
    In { session: Token, kind: SessionKind },
    /// It is not the code that was mailed.
    Wrong,
    /// There is no code that could be typed: it was used, is too old, or was tried too often.
    Over,
}

impl Acts {
    /// Signs somebody in by the code that they were mailed, in the browser that asked for it. The session
    /// that was open there ends. For whoever holds that browser's secret.
    pub fn sign_in(
        &self,
        browser: &Token,
        typed: &str,
        (former, agent): (Option<&Token>, &str),
    ) -> Result<SigningIn, ActError> {
        let now = self.now();
        let browser = browser.hash();
        let typed = Code::parse(typed, Code::SIGN_IN).map(|code| TokenHash::of_code(&code));
        self.store.transact::<_, ActError>(|transaction| {
            let Some(tried) = transaction.try_sign_in(&browser, TRIES, now)? else {
                return Ok(SigningIn::Over);
            };
            if typed.is_none() || typed != tried.code {
                tracing::warn!(act = "sign-in", sign_in = %tried.id, "wrong code");
                let is_last = tried.tries >= TRIES.unsigned_abs();
                return Ok(match is_last {
                    true => SigningIn::Over,
                    false => SigningIn::Wrong,
                });
            }
            transaction.forget_sign_in(&browser)?;
            if let Some(former) = former {
                transaction.end_session(&former.hash())?;
            }
            self.let_in(transaction, &tried, agent)
        })
    }

    fn let_in(
        &self,
        transaction: &mut Transaction<'_>,
        sign_in: &SignIn,
        agent: &str,
    ) -> Result<SigningIn, ActError> {
        let email = &sign_in.email;
        let known = transaction.person_of_email(email)?;
        let is_of_desk = known
            .as_ref()
            .is_some_and(|person| person.role.is_of_desk());
        let kind = match is_of_desk {
            true => SessionKind::Desk,
            false => SessionKind::Poster,
        };
        let person = match known {
            Some(person) => person.id,
            None => transaction.add_person(Some(email), email.as_str(), self.now())?,
        };
        let session = self.begin_session(transaction, person, kind, None, agent)?;
        let deed = Deed::new("sign-in", Done::Person(person)).after(kind.as_str());
        self.record_by(transaction, By::Person(person), &deed)?;
        tracing::info!(act = "sign-in", actor = %person, kind = kind.as_str(), "done");
        Ok(SigningIn::In { session, kind })
    }
}
