//! What somebody is about to change of a meeting that exists, as the button says that they pressed:
//! a draft begins with that answer given already, on the page where the change goes on.

use super::DraftPage;
use crate::domain::fields::{MeetingFields, Page};
use crate::domain::{Scope, Status};
use crate::web::error::WebError;
use crate::web::request::{Body, read_form};
use serde::Deserialize;

/// What a button asks for, and of which occurrences of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub intent: Intent,
    pub scope: Scope,
}

/// What a button asks for. Whatever it is, nothing is sent before the answers were checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// Anything: begins with the answers.
    Anything,
    /// What a page asks for.
    On(Page),
    /// The dates of a series that its group had yet to confirm.
    Confirmed,
    /// Whether the meeting stands. Its times stay as they are.
    To(Status),
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Buttons {
    scope: String,
    page: String,
    status: String,
    confirm: String,
}

impl Asked {
    /// The button that was pressed.
    pub fn read(body: &Body) -> Result<Self, WebError> {
        let pressed: Buttons = read_form(body)?;
        let unknown = |name: &str| WebError::UnreadableForm(format!("no such button: {name:?}"));
        let scope = match pressed.scope.as_str() {
            "" => Scope::All,
            scope => Scope::parse(scope).ok_or_else(|| unknown(scope))?,
        };
        if pressed.confirm == "yes" {
            let intent = Intent::Confirmed;
            return Ok(Self { intent, scope });
        }
        let intent = match (pressed.status.as_str(), pressed.page.as_str()) {
            ("", "") => Intent::Anything,
            ("", page) => Intent::On(Page::from_name(page).ok_or_else(|| unknown(page))?),
            (status, _) => Intent::To(Status::from_name(status).ok_or_else(|| unknown(status))?),
        };
        Ok(Self { intent, scope })
    }
}

impl Intent {
    /// Gives the answer that the button gives; returns the page on which the change goes on. What
    /// was called off asks for its reason there, what was postponed for its date.
    pub fn begin(self, fields: &mut MeetingFields) -> DraftPage {
        let status = match self {
            Self::Anything => return DraftPage::Check,
            Self::On(page) => return page.into(),
            Self::Confirmed => {
                fields.dates.forget_confirmation();
                return DraftPage::Check;
            }
            Self::To(status) => status,
        };
        let before = Status::from_name(&fields.when.status);
        if status.takes_place() {
            // Why it was called off is no news of a meeting that is held after all.
            fields.when.status_note.clear();
        }
        fields.when.status = status.as_str().to_owned();
        match before {
            _ if !status.takes_place() => DraftPage::At(Page::When, "status"),
            Some(Status::Postponed) => DraftPage::At(Page::When, "start_date"),
            _ => DraftPage::Check,
        }
    }
}
