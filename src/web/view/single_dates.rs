//! The single dates of a series, for whoever may change it: each with what can be done about it.
//! What a button does is in `drafts::asked`.

use super::View;
use super::dates::moved_words;
use super::entry::{Badge, badges};
use crate::domain::{MeetingDetails, Occurrence, OccurrenceKey, Scope, Status};
use crate::i18n::Words;
use crate::i18n::times::in_one_line;
use chrono::NaiveDate;

/// The dates of a series.
pub struct SingleDates {
    pub coming: Vec<SingleDate>,
    /// Newest first.
    pub past: Vec<SingleDate>,
    /// The day from which its group has yet to say that they are held.
    pub unconfirmed_from: Option<String>,
}

/// One of them.
pub struct SingleDate {
    /// Date and hours.
    pub when: String,
    pub badges: Vec<Badge>,
    /// What a change of it alone is about, as forms send it.
    pub one: String,
    /// What a change of it and of all later ones is about, as forms send it.
    pub from: String,
    /// Whether it was called off, so that it can be held after all.
    pub is_off: bool,
}

impl SingleDates {
    /// `None` for a meeting that is no series.
    pub fn of(v: &View, details: &MeetingDetails) -> Option<Self> {
        let series = details.timing.series()?;
        let (mut past, coming): (Vec<_>, Vec<_>) = details
            .occurrences()
            .into_iter()
            .partition(|one| one.times.is_over(v.now));
        past.reverse();
        let each = |list: &[Occurrence]| list.iter().filter_map(|one| single(v.w, one)).collect();
        Some(Self {
            unconfirmed_from: series.confirm_from().map(|day| v.w.date_full(day)),
            coming: each(&coming),
            past: each(&past),
        })
    }
}

fn single(w: Words, occurrence: &Occurrence) -> Option<SingleDate> {
    let OccurrenceKey::On(date) = occurrence.key else {
        return None;
    };
    let scope = |scope: fn(NaiveDate) -> Scope| scope(date).to_string();
    let mut badges = badges(w, &occurrence.said, &occurrence.times, false);
    badges.extend(moved(w, date, occurrence));
    Some(SingleDate {
        when: in_one_line(w, &occurrence.times),
        badges,
        one: scope(Scope::One),
        from: scope(Scope::From),
        is_off: occurrence.said.status == Status::Cancelled,
    })
}

/// That it is not when its rule puts it, whether readers were told so or not.
fn moved(w: Words, date: NaiveDate, occurrence: &Occurrence) -> Option<Badge> {
    occurrence.moved_from.as_ref()?;
    let times = occurrence.times.exact()?;
    Some(Badge {
        text: moved_words(w, date, times),
        tone: "note",
    })
}
