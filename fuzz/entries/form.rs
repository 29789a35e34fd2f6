//! A body as a browser sends it: read page by page, parsed, and filled in again.

use super::{assert_clean, meetings};
use chrono::DateTime;
use igf_calendar::domain::contradictions::contradictions;
use igf_calendar::domain::fields::{Context, FieldError, MeetingFields, Page, Submission};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The bytes are the body of a form that has all pages in it.
pub fn enter(body: &[u8]) {
    let mut fields = MeetingFields {
        who: page(body),
        when: page(body),
        dates: page(body),
        occurrences: page(body),
        how: page(body),
        after: page(body),
        ..MeetingFields::default()
    };
    fields.cut_rows();
    let _ = fields.first_unfinished(&context());
    for page in Page::ALL {
        for error in fields.check(page, &context()) {
            assert_clean(&format!("{}: {}", error.control(), error.problem));
        }
    }
    match fields.parse(&context()) {
        Ok(submission) => comes_back(&submission),
        Err(errors) => assert!(!errors.is_empty(), "refused without a word"),
    }
}

/// What parsing has to know, where every group is known and no date is past.
pub fn context() -> Context<'static> {
    Context {
        now: DateTime::UNIX_EPOCH,
        is_edit: false,
        find_group: &|slug| Some(igf_calendar::domain::Bearer::open(slug)),
        find_topic: &|slug| Some(igf_calendar::domain::Bearer::open(slug)),
    }
}

/// What was read is filled in and read the same again, and nothing in it is unclean.
fn comes_back(submission: &Submission) {
    let Submission { details, poster } = submission;
    let filled = MeetingFields::fill(details, Some(poster));
    each_text(&serde_json::to_value(&filled).expect("fields are strings"));
    let again: Result<Submission, Vec<FieldError>> = filled.parse(&context());
    assert_eq!(again.as_ref(), Ok(submission));
    let _ = MeetingFields::next_one(details).check(Page::Who, &context());
    let _ = contradictions(details);
    let _ = details.occurrences();
}

/// Looks at all texts of a form.
pub fn each_text(value: &Value) {
    match value {
        Value::String(text) => assert_clean(text),
        Value::Array(values) => values.iter().for_each(each_text),
        Value::Object(fields) => fields.values().for_each(each_text),
        _ => {}
    }
}

fn page<T: DeserializeOwned + Default>(body: &[u8]) -> T {
    serde_html_form::from_bytes(body).unwrap_or_default()
}

/// The seed's meeting in a form, with some answers changed.
pub fn seed(changes: &[(&str, &str)]) -> MeetingFields {
    meetings::fields(&meetings::with(meetings::SEED, changes))
}
