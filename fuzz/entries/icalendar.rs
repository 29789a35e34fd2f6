//! Texts of a meeting, its group and its feed, written into a whole calendar.

use super::lint::lint_ical;
use super::shapes::shaped;
use super::{published, texts};
use igf_calendar::domain::MeetingDetails;
use igf_calendar::feeds::{FeedInfo, FileName, Site, Stock, calendar};
use igf_calendar::i18n::Language;
use igf_calendar::markdown::to_text;
use std::sync::Arc;

/// The first byte is a shape; then the texts.
pub fn enter(bytes: &[u8]) {
    let Some((shape, bytes)) = bytes.split_first() else {
        return;
    };
    let mut texts = texts(bytes);
    let mut fields = shaped(*shape);
    let group = texts.next().unwrap_or_default();
    let info = FeedInfo {
        name: texts.next().unwrap_or_default(),
        description: texts.next().unwrap_or_default(),
        feed_url: format!("https://example.org/{}", texts.next().unwrap_or_default()),
        page_url: format!("https://example.org/{}", texts.next().unwrap_or_default()),
        ..plain_info()
    };
    for field in [
        &mut fields.who.title,
        &mut fields.who.description,
        &mut fields.who.agenda,
        &mut fields.when.status_note,
        &mut fields.how.venue_name,
        &mut fields.how.venue_address,
        &mut fields.how.city,
    ] {
        // One that is not given stays as it is in the shape.
        if let Some(text) = texts.next() {
            *field = text;
        }
    }
    for column in [&mut fields.how.access_label, &mut fields.who.link_label] {
        if let (Some(text), Some(cell)) = (texts.next(), column.first_mut()) {
            *cell = text;
        }
    }
    if let (Some(path), Some(url)) = (texts.next(), fields.who.link_url.first_mut()) {
        *url = format!("https://example.org/{path}");
    }
    if let Some(details) = published::details(&fields) {
        check(&info, &group, details);
    }
}

/// What the feed of all meetings says of itself.
pub fn plain_info() -> FeedInfo {
    FeedInfo {
        name: "All".to_owned(),
        description: "All meetings".to_owned(),
        language: Language::En,
        file: FileName::default(),
        feed_url: "https://example.org/calendar.ics".to_owned(),
        page_url: "https://example.org/".to_owned(),
    }
}

/// Writes the calendar of one meeting and looks at every line of it.
pub fn check(info: &FeedInfo, group: &str, details: MeetingDetails) {
    let snapshot = Arc::new(published::snapshot(group, details));
    let stock = Stock::new(
        Arc::clone(&snapshot),
        Site::new("https://example.org"),
        snapshot.modified().date_naive(),
    );
    let meeting = &snapshot.meetings()[0];
    let objects = stock.objects(meeting.id);
    let text = calendar(info, objects, snapshot.modified());
    let faults = lint_ical(text.as_bytes());
    assert!(faults.is_empty(), "{faults:?} in\n{text}");
    assert_eq!(text, calendar(info, objects, snapshot.modified()));
    let written = text.replace("\r\n ", "");
    assert!(
        !written.replace("\r\n", "").contains(['\r', '\n']),
        "{text}"
    );
    let events = objects.map_or(0, |objects| objects.events());
    assert_eq!(written.matches("\r\nBEGIN:VEVENT\r\n").count(), events);
    let said = &meeting.details.said;
    for summary in values(&written, "SUMMARY") {
        assert!(summary.contains(said.title.as_str()), "{summary:?}");
    }
    let about = said.description.as_ref();
    let about = about.map_or_else(String::new, |text| to_text(text.as_str()));
    // The first is that of the whole calendar.
    for description in values(&written, "DESCRIPTION").skip(1) {
        assert!(description.contains(&about), "{about:?} in {description:?}");
    }
    let known = snapshot
        .groups()
        .find(|group| said.groups().any(|slug| *slug == group.slug));
    let name = known.map_or("", |group| group.name.as_str());
    for categories in values(&written, "CATEGORIES") {
        assert!(categories.contains(name), "{name:?} in {categories:?}");
    }
}

/// What readers get of a property of free text (RFC 5545, section 3.3.11).
fn values<'a>(unfolded: &'a str, name: &'a str) -> impl Iterator<Item = String> + 'a {
    let lines = unfolded.split("\r\n");
    lines
        .filter_map(move |line| line.strip_prefix(name)?.strip_prefix(':'))
        .map(unescaped)
}

fn unescaped(value: &str) -> String {
    let mut plain = String::new();
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(c) => plain.push(c),
                None => {}
            },
            c => plain.push(c),
        }
    }
    plain
}
