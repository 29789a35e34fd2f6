//! A meeting as tests fill it in: one form for all of them, which each changes as it needs.

use super::{Context, MeetingFields};
use crate::domain::meeting::MeetingDetails;
use chrono::DateTime;

/// A virtual call on 9 March 2018, 14:00 to 15:00 in Zurich, with some answers changed.
pub fn call(change: impl FnOnce(&mut MeetingFields)) -> MeetingDetails {
    let mut fields = MeetingFields::default();
    fields.who.group = "dccg".into();
    fields.who.title = "Monthly call".into();
    fields.who.poster_name = "Ana Example".into();
    fields.who.poster_email = "ana@example.org".into();
    fields.when.precision = "exact".into();
    fields.when.zone = "Europe/Zurich".into();
    fields.when.start_day = "9".into();
    fields.when.start_month = "3".into();
    fields.when.start_year = "2018".into();
    fields.when.start_time = "14:00".into();
    fields.when.end_time = "15:00".into();
    fields.how.mode = "virtual".into();
    fields.how.access_url = vec!["https://zoom.us/j/1".into()];
    change(&mut fields);
    let context = Context {
        is_edit: true,
        now: DateTime::UNIX_EPOCH,
        knows_group: &|_| true,
        knows_topic: &|_| true,
    };
    fields
        .parse(&context)
        .expect("what a test fills in is right")
        .details
}
