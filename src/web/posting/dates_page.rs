//! The pages of what is held several times: its other parts or slots, the rule of a series, and the
//! list of all dates.

use crate::domain::fields::{AlsoRow, Held, MeetingFields, MovedRow, Page};
use crate::domain::{FieldError, Timing};
use crate::i18n::times::times_in_one_line;
use crate::web::drafts::DraftPage;
use crate::web::error::WebError;
use crate::web::fields::{FormPage, asks_fold};
use crate::web::frame::Frame;
use crate::web::view::dates::{DateRow, rows, sitting_name, steps};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;

#[derive(Template)]
#[template(path = "posting/dates.html")]
struct DatesPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    held: Held,
    title: String,
    first: First,
    sittings: Vec<SittingRow>,
    steps: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "posting/occurrences.html")]
struct OccurrencesPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    rows: Vec<OccurrenceRow>,
}

/// The time on page "when", which all others start from.
struct First {
    date: String,
    times: String,
    /// Where it can be changed.
    path: String,
}

/// A row of parts or slots.
struct SittingRow {
    title: String,
    typed: AlsoRow,
    asks_fold: bool,
}

/// A row of the list of dates.
struct OccurrenceRow {
    shown: DateRow,
    typed: MovedRow,
    skips: bool,
    has_problem: bool,
}

/// Where to go instead, if a page cannot be shown yet: what comes before it is not known.
pub fn instead_of(fields: &MeetingFields, page: Page) -> Option<DraftPage> {
    let is_wrong = |page: Page| Some(DraftPage::Wrong(page));
    match page {
        Page::Dates | Page::Occurrences if !fields.pages().any(|one| one == page) => {
            Some(Page::When.into())
        }
        Page::Dates if fields.first_sitting().is_none() => is_wrong(Page::When),
        Page::Occurrences => fields.planned_series().err().and_then(is_wrong),
        _ => None,
    }
}

/// The page after this one whatever is in it: the list is to be seen before it is sent.
pub fn always_after(fields: &MeetingFields, page: Page) -> Option<Page> {
    let is_next = page == Page::Dates && fields.held() == Held::Series;
    (is_next && fields.planned_series().is_ok()).then_some(Page::Occurrences)
}

/// What rows are called in messages. The days of a series are worked out once for all of them, as
/// each row may have several.
pub fn row_names(
    f: &Frame,
    fields: &MeetingFields,
    page: Page,
) -> impl Fn(usize) -> Option<String> {
    let (w, held) = (f.w, fields.held());
    let days = match page {
        Page::Occurrences => fields.planned_series().ok(),
        _ => None,
    };
    let days: Option<Vec<NaiveDate>> = days.map(|series| series.days().collect());
    move |row| match page {
        // The first stands on page "when".
        Page::Dates => Some(sitting_name(w, held, row + 2)),
        _ => days.as_ref()?.get(row).map(|day| w.date_full(*day)),
    }
}

/// The other parts or slots, or the rule.
pub fn dates(
    f: &Frame,
    s: FormPage<'_>,
    errors: &[FieldError],
    status: StatusCode,
) -> Result<HttpResponse, WebError> {
    let first = s.fields.first_sitting().ok_or(WebError::NotFound)?;
    let key = s.key.ok_or(WebError::NotFound)?;
    let held = s.fields.held();
    let day = first.start().local().date();
    let page = DatesPage {
        f,
        held,
        title: f.w.t(title(held)).to_string(),
        first: First {
            date: f.w.date_full(day),
            times: times_in_one_line(f.w, &first),
            path: key.path(f.lang(), Page::When),
        },
        sittings: sittings(f, s.fields, errors),
        steps: steps(f.w, day),
        s,
    };
    f.respond_with(status, &page)
}

/// The list of all dates.
pub fn occurrences(
    f: &Frame,
    s: FormPage<'_>,
    errors: &[FieldError],
    status: StatusCode,
) -> Result<HttpResponse, WebError> {
    let series = s.fields.planned_series().map_err(|_| WebError::NotFound)?;
    let days: Vec<NaiveDate> = series.days().collect();
    let rows = rows(f.w, &Timing::Series(series));
    let page = OccurrencesPage {
        f,
        rows: (0..)
            .zip(days.into_iter().zip(rows))
            .map(|(number, (day, shown))| occurrence(s.fields, errors, number, day, shown))
            .collect(),
        s,
    };
    f.respond_with(status, &page)
}

fn title(held: Held) -> &'static str {
    match held {
        Held::Series => "post-dates-series",
        Held::Slots => "post-dates-slots",
        Held::Parts | Held::Once => "post-dates-parts",
    }
}

fn sittings(f: &Frame, fields: &MeetingFields, errors: &[FieldError]) -> Vec<SittingRow> {
    let asks = |row| asks_fold(errors, |error| error.row == Some(row));
    (0..)
        .zip(fields.dates.also_rows())
        .map(|(row, typed)| SittingRow {
            title: sitting_name(f.w, fields.held(), row + 2),
            asks_fold: asks(row) || !typed.fold.is_empty(),
            typed,
        })
        .collect()
}

fn occurrence(
    fields: &MeetingFields,
    errors: &[FieldError],
    row: usize,
    day: NaiveDate,
    shown: DateRow,
) -> OccurrenceRow {
    OccurrenceRow {
        shown,
        typed: fields.occurrences.moved(day),
        skips: fields.occurrences.skips(day),
        has_problem: errors.iter().any(|error| error.row == Some(row)),
    }
}

impl OccurrenceRow {
    /// Whether what was typed is in sight.
    fn is_open(&self) -> bool {
        self.has_problem || !self.typed.is_blank()
    }
}
