//! A meeting as tests of the domain fill it in: the seed's form of all other tests, with less in it.

#[path = "../../../tests/it/support/meetings.rs"]
#[allow(dead_code, reason = "stories need more of it")]
mod meetings;

use super::MeetingFields;
use crate::domain::meeting::MeetingDetails;
use meetings::{SEED, fields, read, with};

/// What a plain call has otherwise than the seed's meeting, or does not have.
const PLAIN: [(&str, &str); 10] = [
    ("title", "Monthly call"),
    ("description", ""),
    ("agenda", ""),
    ("link_kind", ""),
    ("link_label", ""),
    ("link_url", ""),
    ("access_url", "https://zoom.us/j/1"),
    ("access_label", ""),
    ("access_passcode", ""),
    ("language", ""),
];

/// The form of a virtual call on 9 March 2018, 14:00 to 15:00 in Geneva.
pub fn form() -> MeetingFields {
    fields(&with(SEED, &PLAIN))
}

/// The call itself, with some answers changed.
pub fn call(change: impl FnOnce(&mut MeetingFields)) -> MeetingDetails {
    let mut fields = form();
    change(&mut fields);
    read(&fields)
}
