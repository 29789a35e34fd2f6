//! Rows of links as typed: documents on page 1, what came out of a meeting on the page for that.

use super::{Errors, is_blank, text};
use crate::domain::fields::FieldName;
use crate::domain::link::{Link, LinkKind};
use crate::domain::problem::Problem;
use crate::domain::text::Line;
use crate::domain::web_url::WebUrl;

/// One row of documents or outcomes, as typed.
#[derive(Debug, Clone, Default)]
pub struct LinkRow {
    pub kind: String,
    pub label: String,
    pub url: String,
}

/// The names of the three fields of a row.
pub(super) struct LinkFields {
    pub kind: FieldName,
    pub label: FieldName,
    pub url: FieldName,
}

impl LinkRow {
    /// The rows of three columns; what a browser left out is empty.
    pub(super) fn rows(kinds: &[String], labels: &[String], urls: &[String]) -> Vec<Self> {
        let cell = |column: &[String], row: usize| column.get(row).cloned().unwrap_or_default();
        (0..urls.len().max(labels.len()))
            .map(|row| Self {
                kind: cell(kinds, row),
                label: cell(labels, row),
                url: cell(urls, row),
            })
            .collect()
    }

    /// Whether something is typed in it. The kind is not, as a list always has something chosen.
    pub(super) fn is_given(&self) -> bool {
        !is_blank(&self.url) || !is_blank(&self.label)
    }
}

/// The links that rows say; those without an address or a name are left out.
pub(super) fn read_links(
    rows: &[LinkRow],
    names: &LinkFields,
    read_kind: impl Fn(&str) -> Result<LinkKind, Problem>,
    errors: &mut Errors,
) -> Vec<Link> {
    rows.iter()
        .enumerate()
        .filter(|(_, row)| row.is_given())
        .filter_map(|(number, row)| {
            let kind = errors.take_row(names.kind, number, read_kind(&row.kind));
            let label = errors.take_row(names.label, number, Line::optional(&row.label));
            let url = errors.take_row(names.url, number, WebUrl::parse(&row.url));
            Some(Link {
                kind: kind?,
                label: label?,
                url: url?,
            })
        })
        .collect()
}

/// Links as three fields that repeat.
#[derive(Default)]
pub(super) struct LinkColumns {
    pub kinds: Vec<String>,
    pub labels: Vec<String>,
    pub urls: Vec<String>,
}

impl LinkColumns {
    pub(super) fn of<'a>(links: impl Iterator<Item = &'a Link>) -> Self {
        let mut columns = Self::default();
        for link in links {
            columns.kinds.push(link.kind.as_str().to_owned());
            columns.labels.push(text(link.label.as_ref()));
            columns.urls.push(link.url.to_string());
        }
        columns
    }
}
