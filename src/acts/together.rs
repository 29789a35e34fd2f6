//! What was typed into a draft, put together with what others said of its meeting since it was begun.
//! Where both changed the same, the sender chooses.

use super::meanwhile::{Meanwhile, Onto};
use crate::domain::change::{Merge, Side, Touched, merge, touched};
use crate::domain::fields::{Context, MeetingFields};
use crate::domain::{MeetingDetails, Poster, RevisionId, Scope};
use crate::store::{Draft, Revision};
use std::collections::BTreeMap;

/// What the sender of a draft chose where others had changed the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the meeting said when they were asked; what they chose holds for nothing else.
    pub seen: Option<RevisionId>,
    /// The side that is to count, for each thing that they were asked about.
    pub kept: BTreeMap<Touched, Side>,
}

/// A draft beside what others said since it was begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Together {
    /// The revision that the draft is put onto.
    pub onto: RevisionId,
    pub meanwhile: Meanwhile,
    /// What both changed, in the order of forms.
    pub questions: Vec<Question>,
    /// What of that was not chosen yet.
    pub open: Vec<Touched>,
    /// What the form was filled in with and the sender left alone, and what counts in its place, where
    /// the revision that it came from does not count any more.
    pub gone: Option<(MeetingDetails, MeetingDetails)>,
    /// Whether the sender saw all of this before they sent.
    is_seen: bool,
}

/// Something that the sender and somebody else both changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub touched: Touched,
    /// The other who changed it last, by number among the contributions; `None` if nobody did, but
    /// what the draft was begun from does not count any more.
    pub by: Option<usize>,
    /// The side that was chosen.
    pub chosen: Option<Side>,
    /// The meeting with what the sender says of it.
    pub mine: MeetingDetails,
    /// The meeting with what the others say of it.
    pub theirs: MeetingDetails,
}

impl Together {
    /// Whether the sender has to look at it before anything is sent: to choose, or because words that
    /// the form was filled in with do not count any more.
    pub fn has_to_be_seen(&self) -> bool {
        !self.open.is_empty() || self.meanwhile.undone.is_some() && !self.is_seen
    }

    fn says_something(&self) -> bool {
        let Meanwhile {
            contributions,
            undone,
        } = &self.meanwhile;
        !contributions.is_empty() || undone.is_some() || !self.questions.is_empty()
    }
}

/// What is sent, and how it came about. What nobody can compare, because the scope of the draft is gone
/// or it does not know what it was begun from, stays as it was typed.
pub(super) fn together(
    draft: &Draft,
    typed: MeetingDetails,
    onto: &Onto<'_>,
    choice: &Choice,
    context: &Context<'_>,
) -> (MeetingDetails, Option<Together>) {
    let compared = draft
        .edit
        .and_then(|edit| Compared::of(draft, edit.scope, &typed, onto, context));
    let Some(compared) = compared else {
        return (typed, None);
    };
    let is_seen = choice.seen == Some(onto.current.id);
    let kept = match is_seen {
        true => choice.kept.clone(),
        false => BTreeMap::new(),
    };
    let merge = compared.merge(kept.clone());
    let is_moved = onto.begun_from().map(|base| base.id) != Some(onto.current.id);
    let together = is_moved.then(|| Together {
        is_seen,
        ..compared.together(onto, &merge, &kept)
    });
    (merge.merged, together.filter(Together::says_something))
}

/// The states that are compared, each as the form says it: what it cannot say of single dates stays
/// with them anyhow.
struct Compared<'a> {
    draft: &'a Draft,
    scope: Scope,
    /// What the form said when it was begun.
    base: MeetingDetails,
    /// What it says as it was typed.
    typed: &'a MeetingDetails,
    /// What one that is begun now would say.
    now: MeetingDetails,
    /// What is not the same only because time has passed, so that a form begins with a later date.
    passed: Vec<Touched>,
}

impl<'a> Compared<'a> {
    fn of(
        draft: &'a Draft,
        scope: Scope,
        typed: &'a MeetingDetails,
        onto: &Onto<'_>,
        context: &Context<'_>,
    ) -> Option<Self> {
        let form = |revision: &Revision, at| {
            let details = revision.details.within(scope, at)?;
            Some(as_typed(details, &revision.poster, context))
        };
        let base = form(onto.begun_from()?, draft.begun)?;
        let now = form(onto.current, context.now)?;
        let changed = touched(&base, &form(onto.current, draft.begun)?);
        let mut passed = touched(&base, &now);
        passed.retain(|touched| !changed.contains(touched));
        Some(Self {
            draft,
            scope,
            base,
            typed,
            now,
            passed,
        })
    }

    /// What was typed and what the meeting says now, put together. Nobody is asked about what only
    /// time changed.
    fn merge(&self, mut kept: BTreeMap<Touched, Side>) -> Merge {
        kept.extend(self.passed.iter().map(|touched| (*touched, Side::Mine)));
        let mut merge = merge(&self.base, self.typed, &self.now, &kept);
        for list in [&mut merge.theirs, &mut merge.contested] {
            list.retain(|touched| !self.passed.contains(touched));
        }
        merge
    }

    fn together(&self, onto: &Onto<'_>, merge: &Merge, kept: &BTreeMap<Touched, Side>) -> Together {
        let meanwhile = onto.meanwhile(self.scope, self.draft.begun);
        let answer = |touched, side| {
            let mut kept = kept.clone();
            kept.insert(touched, side);
            self.merge(kept).merged
        };
        let questions = merge.contested.iter().map(|touched| Question {
            touched: *touched,
            by: meanwhile.who_changed(*touched),
            chosen: kept.get(touched).copied(),
            mine: answer(*touched, Side::Mine),
            theirs: answer(*touched, Side::Theirs),
        });
        Together {
            onto: onto.current.id,
            questions: questions.collect(),
            open: merge.open.clone(),
            gone: meanwhile.undone.as_ref().and_then(|_| self.gone(merge)),
            meanwhile,
            is_seen: false,
        }
    }

    /// What the form was filled in with, and the same with what the others say where the sender is not
    /// asked.
    fn gone(&self, merge: &Merge) -> Option<(MeetingDetails, MeetingDetails)> {
        let mut instead = self.base.clone();
        let unasked = merge.theirs.iter();
        for touched in unasked.filter(|touched| !merge.contested.contains(touched)) {
            touched.take(&merge.merged, &mut instead);
        }
        (instead != self.base).then(|| (self.base.clone(), instead))
    }
}

/// What a form says that was filled in with a meeting and sent untouched. A record from elsewhere may
/// say what no form takes.
fn as_typed(details: MeetingDetails, poster: &Poster, context: &Context<'_>) -> MeetingDetails {
    let typed = MeetingFields::fill(&details, Some(poster)).parse(context);
    typed.map_or(details, |submission| submission.details)
}
