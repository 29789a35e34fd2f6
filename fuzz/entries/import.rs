//! A file from elsewhere: read as groups, as topics and as meetings, and what was taken of it written.

use super::form::each_text;
use super::{assert_clean, icalendar};
use igf_calendar::domain::contradictions::contradictions;
use igf_calendar::domain::fields::MeetingFields;
use igf_calendar::import::{
    ImportError, Report, combined, read_groups, read_meetings, read_topics,
};

/// The bytes are a file; what is no UTF-8 in it is replaced, as when a file is opened.
pub fn enter(file: &[u8]) {
    let json = String::from_utf8_lossy(file);
    if let Some(read) = taken(read_groups(&json)) {
        check_report(&read.report, read.groups.len());
        for group in read.groups {
            each_text(&serde_json::to_value(&*group).expect("a group is JSON"));
        }
    }
    if let Some(read) = taken(read_topics(&json)) {
        check_report(&read.report, read.topics.len());
        for topic in read.topics {
            each_text(&serde_json::to_value(&*topic).expect("a topic is JSON"));
        }
    }
    if let Some(read) = taken(read_meetings(&json)) {
        check_report(&read.report, read.meetings.len());
        let (meetings, _) = combined(read.meetings);
        for meeting in meetings {
            assert_clean(&meeting.id);
            let filled = MeetingFields::fill(&meeting.details, None);
            each_text(&serde_json::to_value(filled).expect("fields are strings"));
            let _ = contradictions(&meeting.details);
            icalendar::check(&icalendar::plain_info(), "DCCG", meeting.details);
        }
    }
}

fn taken<T>(read: Result<T, ImportError>) -> Option<T> {
    match read {
        Ok(read) => Some(read),
        Err(error) => {
            let shown = error.to_string();
            assert_clean(&shown);
            assert!(shown.len() < 1000 && !shown.contains('\n'), "{shown:?}");
            None
        }
    }
}

/// A line for each refusal and remark and one for all, none of them a command to a terminal.
fn check_report(report: &Report, taken: usize) {
    let shown = report.to_string();
    assert_clean(&shown);
    let lines = report.refusals.len() + report.remarks.len() + 1;
    assert_eq!(shown.lines().count(), lines, "{shown:?}");
    assert!(shown.lines().all(|line| line.chars().count() < 1000));
    assert_eq!(report.taken, taken);
    assert_eq!(report.refused == 0, report.refusals.is_empty());
}
