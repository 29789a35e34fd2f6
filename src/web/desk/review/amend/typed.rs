//! What a reviewer typed, in a form that was filled in with what waits.

use crate::domain::fields::{MeetingFields, WhenFields, WhoFields};
use crate::domain::{MeetingDetails, Scope};
use crate::store::Revision;
use crate::web::error::WebError;
use crate::web::request::read_text;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What was typed, and about which revision.
pub struct Typed {
    pub revision: Revision,
    pub fields: MeetingFields,
    pub form: AmendForm,
}

/// What the form sends besides the fields of the meeting.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AmendForm {
    /// The button that was pressed; nothing means "look".
    #[serde(rename = "do")]
    pub action: String,
    /// What is written to the poster.
    pub reason: String,
    /// The dates of which the page said that they were held since the change was sent.
    pub held: Option<String>,
}

impl Typed {
    /// A form in which nothing was typed yet.
    pub fn nothing(revision: Revision, now: DateTime<Utc>) -> Self {
        Self {
            fields: filled(&revision, now),
            form: AmendForm::default(),
            revision,
        }
    }

    /// A form as it was sent. What the page does not ask for stays as it was: the poster, what came out of
    /// the meeting, and the dates of what is held several times.
    pub fn read(revision: Revision, body: &str, now: DateTime<Utc>) -> Result<Self, WebError> {
        let mut fields = filled(&revision, now);
        fields.who = WhoFields {
            poster_name: fields.who.poster_name,
            poster_email: fields.who.poster_email,
            ..read_text(body)?
        };
        fields.when = match revision.details.timing.is_plural() {
            true => of_all_dates(fields.when, read_text(body)?),
            false => of_one_time(&fields.when, read_text(body)?),
        };
        fields.how = read_text(body)?;
        fields.cut_rows();
        Ok(Self {
            fields,
            form: read_text(body)?,
            revision,
        })
    }
}

fn of_all_dates(before: WhenFields, typed: WhenFields) -> WhenFields {
    WhenFields {
        status: typed.status,
        status_note: typed.status_note,
        ..before
    }
}

fn of_one_time(before: &WhenFields, typed: WhenFields) -> WhenFields {
    WhenFields {
        held: before.held.clone(),
        past_reason: before.past_reason.clone(),
        ..typed
    }
}

/// The form of a revision, filled in: of a series as it is to be from now on.
pub fn filled(revision: &Revision, now: DateTime<Utc>) -> MeetingFields {
    let details: Option<MeetingDetails> = revision.details.within(Scope::All, now);
    let details = details.unwrap_or_else(|| revision.details.clone());
    MeetingFields::fill(&details, Some(&revision.poster))
}
