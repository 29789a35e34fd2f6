//! Texts held against the dates of a meeting.

use super::form::context;
use super::shapes::shaped;
use super::{assert_clean_line, texts};
use igf_calendar::domain::contradictions::{Contradiction, contradictions};

/// The first byte is a shape; then title, description and agenda.
pub fn enter(bytes: &[u8]) {
    let Some((shape, bytes)) = bytes.split_first() else {
        return;
    };
    let mut fields = shaped(*shape);
    let mut texts = texts(bytes);
    let mut text = || texts.next().unwrap_or_default();
    (fields.who.title, fields.who.description, fields.who.agenda) = (text(), text(), text());
    let Ok(submission) = fields.parse(&context()) else {
        return;
    };
    let found = contradictions(&submission.details);
    assert!(found.len() <= 8, "{found:?}");
    assert_eq!(found, contradictions(&submission.details));
    for one in &found {
        let (Contradiction::ClockTime { written, .. }
        | Contradiction::ZoneAbbreviation { written, .. }
        | Contradiction::Weekday { written, .. }
        | Contradiction::DateInTitle { written, .. }) = one;
        assert_clean_line(written);
        assert!(written.chars().count() <= 80, "{written:?}");
    }
}
