//! Posting: a new form begins as a draft, so that nothing typed is lost from the first page on.

use super::{ActError, Actor, Acts};
use crate::domain::fields::MeetingFields;
use crate::domain::{LanguageTag, Signs};
use crate::store::{Draft, Source, Token};

impl Acts {
    /// Begins the draft of a new meeting with what was typed so far. Returns its secret and what was
    /// kept of it. `language` is that of the page, `signs` what the page noticed of how it was filled in.
    /// Anybody may; programs post files, not forms.
    pub fn post(
        &self,
        actor: &Actor,
        mut fields: MeetingFields,
        language: LanguageTag,
        signs: Signs,
    ) -> Result<(Token, MeetingFields), ActError> {
        if actor.is_program() {
            return Err(actor.refused("post"));
        }
        tidy(&mut fields, true);
        let now = self.now();
        let draft = Draft {
            fields,
            edit: None,
            source: Source::Form,
            language: Some(language),
            begun: now,
            signs,
            sent: None,
        };
        let token = Token::random()?;
        self.store.transact(|transaction| {
            self.find_room(transaction)?;
            Ok::<_, ActError>(transaction.add_draft(&token.hash(), &draft)?)
        })?;
        tracing::info!(act = "post", %actor, draft = token.hash().short(), "done");
        Ok((token, draft.fields))
    }
}

/// Takes away what only a forged form says: rows and texts without end, control characters, and for a
/// new meeting that its ways in are not on record, which is for old records alone.
pub(super) fn tidy(fields: &mut MeetingFields, is_new: bool) {
    fields.cut_rows();
    fields.cut_texts();
    if is_new {
        fields.how.not_recorded.clear();
    }
}
