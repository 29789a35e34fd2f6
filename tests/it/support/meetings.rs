//! Forms as people fill them in, the seed's own meetings among them. A sample of any test is the
//! seed's form with some answers changed: sent to a server as it is, or read by `details`.

use chrono::DateTime;
use igf_calendar::domain::MeetingDetails;
use igf_calendar::domain::fields::{Context, MeetingFields};
use serde::de::DeserializeOwned;

/// The seed's meeting: "DC Coordination Group, Virtual Meeting XXV", 9 March 2018.
pub const SEED: &[(&str, &str)] = &[
    ("group", "dccg"),
    ("title", "DC Coordination Group, Virtual Meeting XXV"),
    (
        "description",
        "The **coordination** call of all Dynamic Coalitions.",
    ),
    (
        "agenda",
        "Stocktaking synthesis\nAdvancing common themes in 2018\nReporting into the next MAG meeting\nAOB",
    ),
    ("link_kind", "recording"),
    ("link_label", "Webex recording"),
    ("link_url", "https://intgovforum.webex.example/recording/25"),
    ("poster_name", "Ana Example"),
    ("poster_email", "ana@dynamic.example.org"),
    ("precision", "exact"),
    ("zone", "Geneva"),
    ("start_day", "9"),
    ("start_month", "3"),
    ("start_year", "2018"),
    ("start_time", "14:00"),
    ("end_time", "15:00"),
    ("mode", "virtual"),
    ("access_url", "https://intgovforum.webex.example/join/25"),
    ("access_label", "Webex"),
    ("access_passcode", "dccg25"),
    ("language", "en"),
];

/// The same form with some answers changed; an empty value takes the answer away.
pub fn with<'a>(
    fields: &[(&'a str, &'a str)],
    changes: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    fields
        .iter()
        .filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name))
        .chain(changes.iter().filter(|(_, value)| !value.is_empty()))
        .copied()
        .collect()
}

/// A series, without a link of its own: five Fridays from 9 March 2018, 14:00 in Geneva.
pub fn weekly() -> Vec<(&'static str, &'static str)> {
    let series = [
        ("held", "series"),
        ("step", "week"),
        ("ends", "count"),
        ("count", "5"),
        ("link_url", ""),
        ("link_label", ""),
        ("link_kind", ""),
    ];
    with(SEED, &series)
}

/// The names of the second page's answers for one time.
const SECOND_PAGE: [&str; 10] = [
    "precision",
    "zone",
    "start_day",
    "start_month",
    "start_year",
    "start_time",
    "end_day",
    "end_month",
    "end_year",
    "end_time",
];

/// The second page of the seed's form, with some answers changed.
pub fn second_page<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let page: Vec<_> = SEED
        .iter()
        .filter(|(name, _)| SECOND_PAGE.contains(name))
        .copied()
        .collect();
    with(&page, changes)
}

/// What a form says, without a server that takes it: no date is past, every group is known.
pub fn details(form: &[(&str, &str)]) -> MeetingDetails {
    read(&fields(form))
}

/// A form that is filled in.
pub fn fields(form: &[(&str, &str)]) -> MeetingFields {
    let form = serde_html_form::to_string(form).expect("a form");
    MeetingFields {
        who: page(&form),
        when: page(&form),
        dates: page(&form),
        occurrences: page(&form),
        how: page(&form),
        after: page(&form),
        ..MeetingFields::default()
    }
}

/// The meeting that a form tells of.
pub fn read(fields: &MeetingFields) -> MeetingDetails {
    let context = Context {
        is_edit: false,
        now: DateTime::UNIX_EPOCH,
        find_group: &|slug| Some(igf_calendar::domain::Bearer::open(slug)),
        find_topic: &|slug| Some(igf_calendar::domain::Bearer::open(slug)),
    };
    fields
        .parse(&context)
        .expect("what a test fills in")
        .details
}

fn page<T: DeserializeOwned>(form: &str) -> T {
    serde_html_form::from_str(form).expect("a page of the form")
}
