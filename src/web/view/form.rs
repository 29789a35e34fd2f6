//! Forms with what was typed and what is wrong with it: the summary on top, the message beside
//! each field.

use crate::domain::{FieldError, Problem};
use crate::i18n::{Arg, Words};

/// What is said of the problems of a form.
pub struct Messages {
    errors: Vec<(String, String)>,
    /// What is wrong with no field: a heading, and what to do.
    notice: Option<(String, String)>,
}

impl Messages {
    /// Puts each problem into words; none makes an empty list. On a page whose rows have names, a
    /// message tells which one is meant.
    pub fn of(w: Words, errors: &[FieldError], name: impl Fn(usize) -> Option<String>) -> Self {
        let said = |error: &FieldError| match error.row.and_then(&name) {
            Some(row) => format!("{row} – {}", message(w, error)),
            None => message(w, error),
        };
        Self {
            errors: errors
                .iter()
                .map(|error| (error.control(), said(error)))
                .collect(),
            notice: None,
        }
    }

    /// Nothing is wrong.
    pub fn none() -> Self {
        Self::said(Vec::new())
    }

    /// Problems of a page whose controls are no fields of a meeting: id of the control and message.
    pub fn said(errors: Vec<(String, String)>) -> Self {
        Self {
            errors,
            notice: None,
        }
    }

    /// Something that is wrong with no field: a heading, and what to do.
    pub fn notice_of(heading: String, advice: String) -> Self {
        Self {
            errors: Vec::new(),
            notice: Some((heading, advice)),
        }
    }

    /// What is wrong with no field: a heading, and what to do.
    pub fn notice(&self) -> Option<&(String, String)> {
        self.notice.as_ref()
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
    let mut args = vec![("field", Arg::from(label))];
    args.extend(numbers(w, problem));
    w.with(key, &args).into_owned()
}

/// What a message places besides the field's label.
fn numbers(w: Words, problem: &Problem) -> Vec<(&'static str, Arg<'_>)> {
    let one = |name, value: String| vec![(name, Arg::from(value))];
    match problem {
        Problem::TooLong { limit } | Problem::TooMany { limit } => one("limit", limit.to_string()),
        Problem::TooManyDays { limit } => one("limit", limit.to_string()),
        Problem::NotACount { limit } => one("limit", limit.to_string()),
        Problem::TooManyMonths { limit } => one("limit", limit.to_string()),
        Problem::TooFew { least } => one("least", least.to_string()),
        Problem::NotANumber { least, most } => vec![
            ("least", least.to_string().into()),
            ("most", most.to_string().into()),
        ],
        Problem::UnreadableDate { text } => one("text", text.clone()),
        Problem::NoSuchDate { date } | Problem::WasHeld { date } => one("date", w.date_full(*date)),
        Problem::TooEarly { day } => one("day", w.date_full(*day)),
        Problem::InGap { before, after } => vec![
            // The gap lies as far after the one as before the other, on the day that was asked for.
            (
                "date",
                w.date_full((*before + (*after - *before) / 2).date())
                    .into(),
            ),
            ("before", w.time(before.time()).into()),
            ("after", w.time(after.time()).into()),
        ],
        Problem::InFold { earlier, later } => vec![
            ("earlier", super::when::offset_words(*earlier).into()),
            ("later", super::when::offset_words(*later).into()),
        ],
        _ => Vec::new(),
    }
}
