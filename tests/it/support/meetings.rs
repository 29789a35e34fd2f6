//! Forms as people fill them in, the seed's own meetings among them.

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
