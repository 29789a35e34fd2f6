//! How often a group met, in words.

use crate::calendar::PublishedOccurrence;
use crate::domain::Slug;
use crate::i18n::times::in_one_line;
use crate::web::view::View;
use crate::web::view::entry;

/// How often a group met, and when it meets next.
pub struct ActivityView {
    /// Year, and how many meetings.
    pub years: Vec<(i32, String)>,
    pub last: Option<Link>,
    pub next: Option<Link>,
}

/// A meeting by its date.
pub struct Link {
    pub path: String,
    pub title: String,
    pub when: String,
}

impl ActivityView {
    /// Of a group, as readers know it.
    pub fn of(v: &View, group: &Slug) -> Self {
        let activity = v.snapshot.activity_of(group, v.now);
        let held = activity.held.iter();
        Self {
            years: held
                .map(|(year, count)| {
                    let words = v.w.t1("activity-held", "count", *count);
                    (*year, words.to_string())
                })
                .collect(),
            last: activity.last.map(|one| link(v, one)),
            next: activity.next.map(|one| link(v, one)),
        }
    }
}

fn link(v: &View, one: &PublishedOccurrence) -> Link {
    Link {
        path: entry::path(v.w.code(), one),
        title: one.said().title.to_string(),
        when: in_one_line(v.w, one.times()),
    }
}
