//! Whether a draft can be sent: the one rule that both the page of the answers and sending go by.

use crate::domain::fields::{Context, MeetingFields, Page, Submission};
use crate::domain::{FieldError, MeetingDetails, Scope};
use crate::store::{Draft, Known, Revision};
use chrono::{DateTime, Utc};

/// A draft that can be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    /// What its fields say.
    pub submission: Submission,
    /// The whole meeting with that, which in a series may be more than what was changed.
    pub whole: MeetingDetails,
}

/// Why a draft cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// The first page on which something is wrong.
    pub page: Page,
    /// Everything that is wrong, by field.
    pub errors: Vec<FieldError>,
}

/// What a draft says, and what the meeting would say with it. `base` is what the meeting says now,
/// for a draft that changes one.
pub(super) fn ready(
    draft: &Draft,
    base: Option<&Revision>,
    known: &Known,
    now: DateTime<Utc>,
) -> Result<Ready, Problems> {
    let context = Context {
        now,
        is_edit: draft.edit.is_some(),
        knows_group: &|slug| known.has_group(slug),
        knows_topic: &|slug| known.has_topic(slug),
    };
    let submission = parse(&draft.fields, &context)?;
    let scope = draft.edit.map_or(Scope::All, |edit| edit.scope);
    let whole = whole(base, scope, &submission, now).map_err(|error| Problems {
        page: Page::When,
        errors: vec![error],
    })?;
    Ok(Ready { submission, whole })
}

fn parse(fields: &MeetingFields, context: &Context<'_>) -> Result<Submission, Problems> {
    fields.parse(context).map_err(|errors| Problems {
        page: fields.first_unfinished(context).unwrap_or(Page::Who),
        errors,
    })
}

fn whole(
    base: Option<&Revision>,
    scope: Scope,
    submission: &Submission,
    now: DateTime<Utc>,
) -> Result<MeetingDetails, FieldError> {
    let changed = submission.details.clone();
    let Some(earlier) = base.map(|revision| &revision.details) else {
        return Ok(changed);
    };
    let changed = changed.keeping_origin_of(earlier);
    earlier.with_change(scope, changed, now)
}
