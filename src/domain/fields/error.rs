//! A problem and where it stands in the form.

use super::name::FieldName;
use crate::domain::problem::Problem;
use std::fmt;

/// One problem and the field that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's stable name, as in the form and in imported files.
    pub field: FieldName,
    /// Which row, from 0, for fields that repeat.
    pub row: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

impl FieldError {
    /// A problem of a field that stands once.
    pub fn new(field: FieldName, problem: Problem) -> Self {
        Self {
            field,
            row: None,
            problem,
        }
    }

    /// A problem in one row of a field that repeats.
    pub fn in_row(field: FieldName, row: usize, problem: Problem) -> Self {
        Self {
            field,
            row: Some(row),
            problem,
        }
    }

    /// The id of the form control: `title`, or `access_url-1` for the second row.
    pub fn control(&self) -> String {
        match self.row {
            Some(row) => format!("{}-{row}", self.field),
            None => self.field.to_string(),
        }
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.control(), self.problem)
    }
}
