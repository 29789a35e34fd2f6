//! What is kept of a text that was typed: all that a person means to say, and no more than twice of what
//! its field takes, so that a form can show it again with what is wrong, and nobody fills the disk.

use super::MeetingFields;
use super::name::FieldName;
use crate::domain::text::{AgendaItem, Line, Note, Prose};
use crate::domain::web_url::WebUrl;

/// What an agenda takes: its points, and a line break and a mark for each.
const AGENDA: usize = super::who::MAX_AGENDA * (AgendaItem::LIMIT + 4);

/// A list of dates, one a line, each of them written out.
const DATES: usize = super::MAX_OCCURRENCES * 40;

/// A date, an hour, a zone, a choice.
const SMALL: usize = 50;

impl MeetingFields {
    /// Drops control characters from every text, and cuts what is longer than twice of what its field
    /// takes. What is left is still too long, so that reading it says so.
    pub fn cut_texts(&mut self) {
        let Self {
            who,
            when,
            dates,
            occurrences,
            later: _,
            how,
            after,
        } = self;
        who.each_text(cut);
        when.each_text(cut);
        dates.each_text(cut);
        occurrences.each_text(cut);
        how.each_text(cut);
        after.each_text(cut);
    }
}

pub(super) fn cut(field: FieldName, text: &mut String) {
    text.retain(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    let most = 2 * taken(field.as_str());
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
}

/// How many characters a field takes.
fn taken(field: &str) -> usize {
    match field {
        "description" | "group_description" => Prose::LIMIT,
        "agenda" => AGENDA,
        "dates" => DATES,
        "status_note" | "past_reason" | "venue_address" | "access_dial_in" => Note::LIMIT,
        "how_to_join" => Note::LIMIT,
        "website" | "mailing_list" => WebUrl::LIMIT,
        "other_languages" | "other_interpretation" | "group_languages" => 800,
        name if name.ends_with("_url") => WebUrl::LIMIT,
        name if name.starts_with("also_") || name.starts_with("moved_") => SMALL,
        "skip" => SMALL,
        _ => Line::LIMIT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::Page;

    #[test]
    fn what_is_cut_is_still_too_long() {
        let mut fields = MeetingFields::default();
        fields.who.title = "x".repeat(100_000);
        fields.who.description = "é".repeat(100_000);
        fields.who.link_url = vec![format!("https://example.org/{}", "x".repeat(100_000))];
        fields.how.access_dial_in = vec!["1".repeat(100_000)];
        fields.cut_texts();
        assert_eq!(fields.who.title.len(), 400);
        assert_eq!(fields.who.description.chars().count(), 16_000);
        let context = crate::domain::fields::Context {
            now: chrono::DateTime::UNIX_EPOCH,
            is_edit: false,
            find_group: &|slug| Some(crate::domain::Bearer::open(slug)),
            find_topic: &|slug| Some(crate::domain::Bearer::open(slug)),
        };
        let mut errors = fields.check(Page::Who, &context);
        errors.extend(fields.check(Page::How, &context));
        for name in ["title", "description", "link_url", "access_dial_in"] {
            let is_too_long = |error: &crate::domain::fields::FieldError| {
                error.field == name && error.problem.key() == "too-long"
            };
            assert!(errors.iter().any(is_too_long), "{name}: {errors:?}");
        }
    }

    #[test]
    fn controls_go_and_lines_stay() {
        let mut fields = MeetingFields::default();
        fields.who.description = "one\r\ntwo\tthree\0\u{1b}[31m\u{9b}".to_owned();
        fields.who.cohost = vec!["dc\0cg".to_owned()];
        fields.cut_texts();
        assert_eq!(fields.who.description, "one\r\ntwo\tthree[31m");
        assert_eq!(fields.who.cohost, ["dccg"]);
    }

    /// However full every field is, a draft has an end.
    #[test]
    fn a_whole_draft_is_bounded() {
        let mut fields = MeetingFields::default();
        for column in fields.who.columns().into_iter().chain(fields.how.columns()) {
            column.resize(1000, String::new());
        }
        for column in fields.dates.columns().into_iter() {
            column.resize(1000, String::new());
        }
        for column in fields.after.columns().into_iter() {
            column.resize(1000, String::new());
        }
        for column in fields.occurrences.columns() {
            column.resize(1000, String::new());
        }
        fields.cut_rows();
        let mut fill = |_: FieldName, text: &mut String| *text = "x".repeat(50_000);
        fields.who.each_text(&mut fill);
        fields.when.each_text(&mut fill);
        fields.dates.each_text(&mut fill);
        fields.occurrences.each_text(&mut fill);
        fields.how.each_text(&mut fill);
        fields.after.each_text(&mut fill);
        fields.cut_texts();
        let stored = serde_json::to_string(&fields).unwrap();
        assert!(stored.len() < 500_000, "{}", stored.len());
    }
}
