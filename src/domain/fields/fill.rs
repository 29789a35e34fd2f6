//! The way back: the fields that would be typed to say what a meeting says, for editing it or for
//! posting another one like it. `parse(fill(details)) == details` for all that a form can say. What
//! each page is filled with is said beside its parsing.

use super::{
    AfterFields, HowFields, LaterFields, MeetingFields, OccurrenceFields, WhenFields, WhoFields,
};
use crate::domain::contact::Poster;
use crate::domain::meeting::MeetingDetails;
use crate::domain::said::{Said, State};
use crate::domain::series::Series;
use crate::domain::times::{End, ExactTimes, Moment, Times};
use crate::domain::timing::Timing;
use crate::domain::zone::Fold;
use chrono::{Datelike, NaiveDate};

impl MeetingFields {
    /// The fields of a meeting that exists, with the poster of its last revision if known.
    pub fn fill(details: &MeetingDetails, poster: Option<&Poster>) -> Self {
        let MeetingDetails { said, timing } = details;
        let mut fields = Self {
            who: WhoFields::fill(said, poster),
            when: WhenFields::fill(said, timing),
            how: HowFields::fill(said),
            after: AfterFields::fill(said),
            ..Self::default()
        };
        fields.fill_plural(timing);
        fields
    }

    /// The fields of the next meeting of a series: what its group says again every time. The date
    /// is left to be typed, and so is what belongs to that date alone or to whoever posts it.
    pub fn next_one(details: &MeetingDetails) -> Self {
        let newest = match &details.timing {
            Timing::Series(series) => Timing::Series(Series::new(series.newest().clone(), None)),
            other => other.clone(),
        };
        let lasting = details.clone().at(newest).saying(|said| {
            said.links = said.documents().cloned().collect();
            said.participants = None;
            said.past_reason = None;
        });
        let mut fields = Self::fill(&lasting, None);
        fields.when = WhenFields {
            precision: fields.when.precision,
            zone: fields.when.zone,
            start_time: fields.when.start_time,
            end_time: fields.when.end_time,
            held: fields.when.held,
            ..WhenFields::default()
        };
        fields.dates = fields.dates.pattern();
        fields.occurrences = OccurrenceFields::default();
        fields.later = LaterFields::default();
        // An old record may be silent about this; a new meeting may not.
        fields.how.not_recorded = String::new();
        fields
    }
}

pub(super) fn text<T: ToString>(part: Option<&T>) -> String {
    part.map(T::to_string).unwrap_or_default()
}

pub(super) fn texts<'a, T: ToString + 'a>(parts: impl IntoIterator<Item = &'a T>) -> Vec<String> {
    parts.into_iter().map(T::to_string).collect()
}

pub(super) fn yes(answer: bool) -> String {
    if answer {
        "yes".to_owned()
    } else {
        String::new()
    }
}

impl WhenFields {
    /// Of what is held several times, the zone and whether it stands; the rest takes several pages.
    fn fill(said: &Said, timing: &Timing) -> Self {
        let State {
            status,
            status_note,
            past_reason,
        } = said.into();
        let mut fields = Self {
            zone: text(timing.zone()),
            status: status.as_str().to_owned(),
            status_note: text(status_note.as_ref()),
            past_reason: text(past_reason.as_ref()),
            ..Self::default()
        };
        if let Some(times) = timing.once() {
            fields.fill_times(times);
        }
        fields
    }

    fn fill_times(&mut self, times: &Times) {
        match times {
            Times::Exact(times) => self.fill_exact(times),
            Times::Day(span) => {
                self.precision = "day".to_owned();
                self.fill_start(span.first());
                if span.last() != span.first() {
                    self.fill_end(span.last());
                }
            }
            Times::Window(window) => {
                self.precision = "window".to_owned();
                self.fill_start(window.earliest());
                self.fill_end(window.latest());
            }
            Times::Unknown => self.precision = "unknown".to_owned(),
        }
    }

    pub(super) fn fill_exact(&mut self, times: &ExactTimes) {
        let start = times.start();
        self.precision = "exact".to_owned();
        self.fill_start(start.local().date());
        self.start_time = clock(start);
        self.start_fold = fold(start);
        match times.end() {
            End::At(end) => {
                self.fill_end(end.local().date());
                self.end_time = clock(end);
                self.end_fold = fold(end);
            }
            End::On(day) => self.fill_end(day),
            End::Open => {}
        }
    }

    pub(super) fn fill_start(&mut self, date: NaiveDate) {
        self.start_day = date.day().to_string();
        self.start_month = date.month().to_string();
        self.start_year = date.year().to_string();
    }

    pub(super) fn fill_end(&mut self, date: NaiveDate) {
        self.end_day = date.day().to_string();
        self.end_month = date.month().to_string();
        self.end_year = date.year().to_string();
    }
}

pub(super) fn clock(moment: Moment) -> String {
    moment.local().format("%H:%M").to_string()
}

pub(super) fn fold(moment: Moment) -> String {
    match moment.fold() {
        Some(Fold::Earlier) => "earlier".to_owned(),
        Some(Fold::Later) => "later".to_owned(),
        None => String::new(),
    }
}
