//! What somebody is about to change of a meeting that exists, as the button says that they pressed:
//! a draft begins with that answer given already, on the page where the change goes on.

use crate::domain::Status;
use crate::domain::fields::{MeetingFields, Page};
use crate::web::error::WebError;
use crate::web::request::{Body, read_form};
use serde::Deserialize;

/// What a button asks for. Whatever it is, nothing is sent before the answers were checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Anything: begins with the answers.
    Anything,
    /// What a page asks for.
    On(Page),
    /// Whether the meeting stands. Its times stay as they are.
    To(Status),
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Buttons {
    page: String,
    status: String,
}

impl Change {
    /// The button that was pressed.
    pub fn read(body: &Body) -> Result<Self, WebError> {
        let pressed: Buttons = read_form(body)?;
        let unknown = |name: &str| WebError::UnreadableForm(format!("no such button: {name:?}"));
        match (pressed.status.as_str(), pressed.page.as_str()) {
            ("", "") => Ok(Self::Anything),
            ("", page) => Page::from_name(page)
                .map(Self::On)
                .ok_or_else(|| unknown(page)),
            (status, _) => Status::from_name(status)
                .map(Self::To)
                .ok_or_else(|| unknown(status)),
        }
    }

    /// Gives the answer that the button gives; returns the page on which the change goes on. What
    /// was called off asks for its reason there, what was postponed for its date.
    pub fn begin(self, fields: &mut MeetingFields) -> &'static str {
        let status = match self {
            Self::Anything => return "check",
            Self::On(page) => return page.as_str(),
            Self::To(status) => status,
        };
        let before = Status::from_name(&fields.when.status);
        fields.when.status = status.as_str().to_owned();
        match before {
            _ if !status.takes_place() => "when#status",
            Some(Status::Postponed) => "when#start_date",
            _ => "check",
        }
    }
}
