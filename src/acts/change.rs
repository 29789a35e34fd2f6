//! Beginning a change of a meeting that exists: a draft that says what the meeting says now, but for
//! what is about to change.

use super::lock::lock;
use super::{ActError, Actor, Acts};
use crate::domain::fields::MeetingFields;
use crate::domain::{LanguageTag, MeetingId, Poster, Scope, Signs};
use crate::store::{Draft, Edit, MeetingState, Revision, Source, Token, Transaction};

impl Acts {
    /// Begins the draft of a change. `answer` gives the answers that are known already, and what it
    /// returns comes back beside the draft's secret. `language` is that of the page. For whoever
    /// holds the private address, and for the desk.
    pub fn change<T>(
        &self,
        actor: &Actor,
        (meeting, scope): (MeetingId, Scope),
        language: LanguageTag,
        answer: impl FnOnce(&mut MeetingFields) -> T,
    ) -> Result<(Token, T), ActError> {
        let token = Token::random()?;
        let now = self.now();
        let answered = self.store.transact(|transaction| {
            self.find_room(transaction)?;
            let state = may_change(transaction, actor, meeting)?;
            let base = state.base().ok_or(ActError::Missing("revision"))?;
            let details = base.details.within(scope, now);
            let details = details.ok_or(ActError::Missing("date of the series"))?;
            let mut fields = MeetingFields::fill(&details, poster(actor, base));
            let answered = answer(&mut fields);
            let draft = Draft {
                fields,
                edit: Some(Edit {
                    meeting,
                    scope,
                    base: Some(base.id),
                }),
                source: source(actor),
                language: language_of(actor, base, language),
                begun: now,
                signs: Signs::default(),
                sent: None,
            };
            transaction.add_draft(&token.hash(), &draft)?;
            Ok::<_, ActError>(answered)
        })?;
        let draft = token.hash();
        tracing::info!(act = "change", %actor, draft = draft.short(), %meeting, "done");
        Ok((token, answered))
    }
}

fn may_change(
    transaction: &mut Transaction<'_>,
    actor: &Actor,
    meeting: MeetingId,
) -> Result<MeetingState, ActError> {
    let head = lock(transaction, meeting)?;
    actor.changer_of(transaction, &head, "change")?;
    Ok(transaction.meeting(&head)?)
}

/// Whose the form says that it is. Where that was taken away, a poster is asked anew; the desk says it
/// of nobody.
fn poster<'a>(actor: &Actor, base: &'a Revision) -> Option<&'a Poster> {
    let is_desk = matches!(actor, Actor::Reviewer(_));
    Some(&base.poster).filter(|poster| is_desk || !poster.is_erased())
}

fn source(actor: &Actor) -> Source {
    match actor {
        Actor::Reviewer(_) => Source::Desk,
        _ => Source::Form,
    }
}

/// A revision's language is its poster's, also if the desk changes it.
fn language_of(actor: &Actor, base: &Revision, page: LanguageTag) -> Option<LanguageTag> {
    match actor {
        Actor::Reviewer(_) => base.language.clone(),
        _ => Some(page),
    }
}
