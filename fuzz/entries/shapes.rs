//! Meetings of every shape, so that texts meet all that is said beside them.

use super::form::seed;
use igf_calendar::domain::fields::MeetingFields;

const ALSO: [(&str, &str); 5] = [
    ("also_day", "14"),
    ("also_month", "3"),
    ("also_year", "2018"),
    ("also_start_time", "8:00"),
    ("also_end_time", "9:00"),
];

/// A form that is filled in rightly; which of all, the byte says.
pub fn shaped(byte: u8) -> MeetingFields {
    let mut fields = match byte % 7 {
        0 => seed(&[]),
        1 => seed(&[("precision", "day"), ("start_time", ""), ("end_time", "")]),
        2 => seed(&[
            ("precision", "window"),
            ("start_time", ""),
            ("end_time", ""),
            ("end_day", "20"),
            ("end_month", "3"),
            ("end_year", "2018"),
        ]),
        3 => seed(&[("precision", "unknown")]),
        4 => seed(&[
            ("held", "series"),
            ("step", "week"),
            ("ends", "count"),
            ("count", "5"),
            ("link_kind", ""),
            ("link_label", ""),
            ("link_url", ""),
        ]),
        5 => several("parts"),
        _ => several("slots"),
    };
    let (mode, status) = (byte / 7 % 3, byte / 21 % 5);
    if mode > 0 {
        fields.how.venue_name = "Palais des Nations".to_owned();
        fields.how.city = "Geneva".to_owned();
        fields.how.country = "Switzerland".to_owned();
    }
    fields.how.mode = ["virtual", "hybrid", "face-to-face"][usize::from(mode)].to_owned();
    let statuses = [
        "confirmed",
        "tentative",
        "postponed",
        "moved-online",
        "cancelled",
    ];
    fields.when.status = statuses[usize::from(status)].to_owned();
    fields
}

fn several(held: &str) -> MeetingFields {
    let changes: Vec<_> = ALSO.into_iter().chain([("held", held)]).collect();
    seed(&changes)
}
