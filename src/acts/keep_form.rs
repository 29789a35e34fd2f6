//! Keeping what somebody sent from the review page after their session had ended, so that a reason that
//! took a quarter of an hour to write is not lost to a session that ended meanwhile.

use super::{ActError, Acts};
use crate::store::{KeptForm, Token, TokenHash};
use chrono::TimeDelta;

/// How long a form is kept: over a night, and no longer than that.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// The longest form that is kept, in bytes: twice the longest that the pages take.
const LONGEST: usize = 128 * 1024;

impl Acts {
    /// Keeps a form for a day under a new secret, which is returned; `None` if it is about no meeting, too
    /// long, or there is no room. For anyone: whoever sends it has no session, and only reviewers know of
    /// what it is about.
    pub fn keep_form(&self, kept: &KeptForm) -> Result<Option<Token>, ActError> {
        if kept.form.len() > LONGEST {
            return Ok(None);
        }
        let token = Token::random()?;
        let now = self.now();
        let is_kept = self.store.transact(|transaction| {
            transaction.forget_forms(now)?;
            Ok::<_, ActError>(transaction.keep_form(&token.hash(), kept, now + KEPT)?)
        })?;
        if is_kept {
            let meeting = kept.meeting;
            tracing::info!(act = "keep form", actor = "anyone", %meeting, "done");
        }
        Ok(is_kept.then_some(token))
    }

    /// Lets go of the form that is kept under a secret: what was typed was sent. For whoever holds the
    /// secret.
    pub fn forget_form(&self, token: &TokenHash) -> Result<(), ActError> {
        self.store
            .transact(|transaction| Ok::<_, ActError>(transaction.forget_form(token)?))
    }
}
