//! Saving a page of a draft: whatever is typed is kept, or whoever typed it is told that the draft
//! was sent before.

use super::post::tidy;
use super::{ActError, Actor, Acts};
use crate::domain::fields::{
    AfterFields, DatesFields, HowFields, MeetingFields, OccurrenceFields, Page, WhenFields,
    WhoFields,
};
use crate::store::{Draft, TokenHash};

/// What was typed on one page of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedPage {
    Who(WhoFields),
    When(WhenFields),
    Dates(DatesFields),
    Occurrences(OccurrenceFields),
    How(HowFields),
    After(AfterFields),
}

/// What came of saving.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// It is kept; the draft as it is now.
    Kept(Box<Draft>),
    /// The draft was sent before, without what was typed now.
    AlreadySent,
}

impl Acts {
    /// Keeps what was typed on one page of a draft; its other pages stay as they are, whoever saves
    /// them at the same time. For whoever holds the draft's secret.
    pub fn save(
        &self,
        actor: &Actor,
        draft: &TokenHash,
        typed: TypedPage,
    ) -> Result<Saved, ActError> {
        actor.holder(draft, "save")?;
        let (page, now) = (typed.page().as_str(), self.now());
        let saved = self.store.transact(|transaction| {
            let found = transaction.lock_draft(draft)?;
            let mut found = found.ok_or(ActError::Missing("draft"))?;
            if found.sent.is_some() {
                return Ok::<_, ActError>(Saved::AlreadySent);
            }
            typed.put_into(&mut found.fields);
            tidy(&mut found.fields, found.edit.is_none());
            transaction.save_fields(draft, &found.fields, now)?;
            Ok(Saved::Kept(Box::new(found)))
        })?;
        if let Saved::Kept(_) = &saved {
            tracing::info!(act = "save", %actor, draft = draft.short(), page, "done");
        }
        Ok(saved)
    }
}

impl TypedPage {
    /// The page that it was typed on.
    pub fn page(&self) -> Page {
        match self {
            Self::Who(_) => Page::Who,
            Self::When(_) => Page::When,
            Self::Dates(_) => Page::Dates,
            Self::Occurrences(_) => Page::Occurrences,
            Self::How(_) => Page::How,
            Self::After(_) => Page::After,
        }
    }

    /// Puts it in the place of what the page said before.
    pub fn put_into(self, fields: &mut MeetingFields) {
        match self {
            Self::Who(typed) => fields.who = typed,
            Self::When(typed) => fields.when = typed,
            Self::Dates(typed) => fields.dates = typed,
            Self::Occurrences(typed) => fields.occurrences = typed,
            Self::How(typed) => fields.how = typed,
            Self::After(typed) => fields.after = typed,
        }
    }
}
