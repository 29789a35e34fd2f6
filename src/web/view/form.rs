//! Forms with what was typed and what is wrong with it: the summary on top, the message beside
//! each field.

use crate::domain::{FieldError, Problem};
use crate::i18n::Words;

/// The problems of a form, in words.
pub struct Problems {
    errors: Vec<(String, String)>,
}

impl Problems {
    /// Puts each problem into words; none makes an empty list.
    pub fn of(w: Words, errors: &[FieldError]) -> Self {
        Self {
            errors: errors
                .iter()
                .map(|error| (error.control(), message(w, error)))
                .collect(),
        }
    }

    /// Every problem: id of its control and message.
    pub fn all(&self) -> &[(String, String)] {
        &self.errors
    }

    /// The message beside a control.
    pub fn at(&self, control: &str) -> Option<&str> {
        self.errors
            .iter()
            .find(|(name, _)| name == control)
            .map(|(_, message)| message.as_str())
    }

    /// The message beside a control of a row.
    pub fn in_row(&self, field: &str, row: &usize) -> Option<&str> {
        self.at(&format!("{field}-{row}"))
    }

    /// Whether something is wrong with a control.
    pub fn has(&self, control: &str) -> bool {
        self.at(control).is_some()
    }
}

/// What is wrong in words that say what to do; a field's own words where it has some, else those
/// of the problem with the field's label.
fn message(w: Words, error: &FieldError) -> String {
    let own = format!("error-{}-{}", error.field, error.problem.key());
    if w.has(&own) {
        return with_numbers(w, &own, &error.problem, "");
    }
    let label = w.t(&format!("field-{}", error.field)).to_string();
    with_numbers(
        w,
        &format!("problem-{}", error.problem.key()),
        &error.problem,
        &label,
    )
}

fn with_numbers(w: Words, key: &str, problem: &Problem, label: &str) -> String {
    match problem {
        Problem::TooLong { limit } | Problem::TooMany { limit } => w
            .t2(key, "field", label.to_owned(), "limit", limit.to_string())
            .to_string(),
        Problem::NotACount { limit } => w
            .t2(key, "field", label.to_owned(), "limit", limit.to_string())
            .to_string(),
        Problem::TooManyDays { limit } => w
            .t2(key, "field", label.to_owned(), "limit", limit.to_string())
            .to_string(),
        Problem::InGap { before, after } => w
            .t3(
                key,
                "field",
                label.to_owned(),
                "before",
                w.time(before.time()),
                "after",
                w.time(after.time()),
            )
            .to_string(),
        Problem::InFold { earlier, later } => w
            .t3(
                key,
                "field",
                label.to_owned(),
                "earlier",
                super::when::offset_words(*earlier),
                "later",
                super::when::offset_words(*later),
            )
            .to_string(),
        _ => w.t1(key, "field", label.to_owned()).to_string(),
    }
}
