//! Fields that repeat: how many rows a page shows, and adding one without a script.

use crate::domain::fields::{MAX_ROWS, MeetingFields};

/// Makes sure that each repeating field has at least one row to type into.
pub fn with_one_row(fields: &mut MeetingFields) {
    let MeetingFields {
        who,
        how,
        dates,
        after,
        ..
    } = fields;
    if who.cohost.is_empty() {
        add(&mut who.cohost);
    }
    if who.link_rows().is_empty() {
        add(&mut who.link_url);
    }
    if how.access_rows().is_empty() {
        add(&mut how.access_url);
    }
    if after.outcome_rows().is_empty() {
        add(&mut after.outcome_url);
    }
    if dates.also_rows().is_empty() {
        add(&mut dates.also_start_time);
    }
}

/// Adds the row that a button asks for; `false` if the button is another one.
pub fn add_row(action: &str, fields: &mut MeetingFields) -> bool {
    let MeetingFields {
        who,
        how,
        dates,
        after,
        ..
    } = fields;
    match action {
        "add-cohost" => add(&mut who.cohost),
        "add-link" => pad(&mut who.link_url, who.link_label.len() + 1),
        "add-access" => pad(&mut how.access_url, how.access_label.len() + 1),
        "add-outcome" => pad(&mut after.outcome_url, after.outcome_label.len() + 1),
        "add-sitting" => {
            let rows = dates.also_rows().len() + 1;
            pad(&mut dates.also_start_time, rows);
        }
        _ => return false,
    }
    true
}

fn add(column: &mut Vec<String>) {
    pad(column, column.len() + 1);
}

fn pad(column: &mut Vec<String>, rows: usize) {
    if rows <= MAX_ROWS {
        column.resize(rows.max(column.len()), String::new());
    }
}
