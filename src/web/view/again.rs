//! A form that could not be stored, as it was typed, so that it can be sent again from the page that
//! says so.

use crate::i18n::Words;
use crate::web::request::Body;
use crate::web::request::read_form;

/// A form with everything that was typed.
pub struct AgainView {
    /// Where it is sent: where it was sent before.
    pub action: String,
    /// What is shown, and may be changed: name, label, text and how many lines it needs.
    pub typed: Vec<Typed>,
    /// What nobody typed, or what has no label: name and value.
    pub rest: Vec<(String, String)>,
}

/// Something that was typed.
pub struct Typed {
    pub name: String,
    pub label: String,
    pub text: String,
    pub lines: usize,
}

impl AgainView {
    /// The form that a body holds; `None` if it cannot be read or holds nothing.
    pub fn of(w: Words, action: &str, body: &Body) -> Option<Self> {
        let fields: Vec<(String, String)> = read_form(body).ok()?;
        if fields.is_empty() {
            return None;
        }
        let mut again = Self {
            action: action.to_owned(),
            typed: Vec::new(),
            rest: Vec::new(),
        };
        for (name, text) in fields {
            let label = format!("field-{name}");
            match !text.trim().is_empty() && w.has(&label) {
                true => again.typed.push(Typed {
                    label: w.t(&label).into_owned(),
                    lines: text.lines().count().clamp(1, 12),
                    name,
                    text,
                }),
                false => again.rest.push((name, text)),
            }
        }
        Some(again)
    }
}
