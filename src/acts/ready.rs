//! Whether a draft can be sent: the one rule that both the page of the answers and sending go by.

use super::meanwhile::Onto;
use super::together::{Choice, Together, together};
use crate::domain::fields::{Context, MeetingFields, Page, Submission};
use crate::domain::{FieldError, Known, MeetingDetails, RevisionId, Scope};
use crate::store::Draft;
use chrono::{DateTime, Utc};

/// A draft that can be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    /// What its fields say, and what others said since it was begun.
    pub submission: Submission,
    /// The whole meeting with that, which in a series may be more than what was changed.
    pub whole: MeetingDetails,
    /// The revision that it is put onto; `None` for a new meeting.
    pub base: Option<RevisionId>,
    /// How it was put together with what others said since, if they said anything.
    pub together: Option<Together>,
}

/// Why a draft cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// The first page on which something is wrong.
    pub page: Page,
    /// Everything that is wrong, by field.
    pub errors: Vec<FieldError>,
}

/// What a draft says, and what the meeting would say with it. `onto` is what the meeting says now, for
/// a draft that changes one.
pub(super) fn ready(
    draft: &Draft,
    onto: Option<&Onto<'_>>,
    choice: &Choice,
    known: &Known,
    now: DateTime<Utc>,
) -> Result<Ready, Problems> {
    let context = Context {
        now,
        is_edit: draft.edit.is_some(),
        find_group: &|slug| known.group(slug),
        find_topic: &|slug| known.topic(slug),
    };
    let typed = parse(&draft.fields, &context)?;
    let (details, together) = match onto {
        Some(onto) => together(draft, typed.details, onto, choice, &context),
        None => (typed.details, None),
    };
    let scope = draft.edit.map_or(Scope::All, |edit| edit.scope);
    let whole = whole(onto, scope, &details, now).map_err(|error| Problems {
        page: Page::When,
        errors: vec![error],
    })?;
    let submission = Submission {
        details,
        poster: typed.poster,
    };
    Ok(Ready {
        submission,
        whole,
        base: onto.map(|onto| onto.current.id),
        together,
    })
}

fn parse(fields: &MeetingFields, context: &Context<'_>) -> Result<Submission, Problems> {
    fields.parse(context).map_err(|errors| Problems {
        page: fields.first_unfinished(context).unwrap_or(Page::Who),
        errors,
    })
}

fn whole(
    onto: Option<&Onto<'_>>,
    scope: Scope,
    changed: &MeetingDetails,
    now: DateTime<Utc>,
) -> Result<MeetingDetails, FieldError> {
    let changed = changed.clone();
    let Some(earlier) = onto.map(|onto| &onto.current.details) else {
        return Ok(changed);
    };
    let changed = changed.keeping_origin_of(earlier);
    earlier.with_change(scope, changed, now)
}
