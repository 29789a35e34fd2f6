//! What a published meeting still lacks as it nears, in words; shown at the desk only.

use super::View;
use super::entry::{Badge, group_names};
use super::when::row_times;
use crate::calendar::{Attention, Concern, Nearness, PublishedMeeting, listed_day};
use crate::domain::Times;
use crate::i18n::Words;
use crate::i18n::times::headline;

/// What it lacks and how near it is.
pub struct Flag {
    pub nearness: Badge,
    pub concerns: Vec<String>,
    /// Whether the form has a place for what is missing.
    pub lacks: bool,
    /// Whether its group has to be asked something.
    pub asks: bool,
}

/// A meeting that needs a look, as a line of the desk's list.
pub struct FlaggedMeeting {
    pub id: String,
    pub title: String,
    pub text_language: String,
    pub groups: String,
    /// On each clock that matters.
    pub when: Vec<String>,
    pub flag: Flag,
}

impl Flag {
    /// Puts what a meeting lacks into words.
    pub fn of(w: Words, meeting: &PublishedMeeting, attention: &Attention) -> Self {
        let concerns = &attention.concerns;
        let is_asked = |concern: &Concern| *concern == Concern::Unconfirmed;
        Self {
            nearness: nearness(w, attention.nearness),
            concerns: concerns.iter().map(|c| concern(w, meeting, *c)).collect(),
            lacks: !concerns.iter().all(is_asked),
            asks: concerns.iter().any(is_asked),
        }
    }
}

impl FlaggedMeeting {
    /// The line of a meeting, about the one of its times that is at hand.
    pub fn of(v: &View, meeting: &PublishedMeeting, attention: &Attention) -> Self {
        let one = meeting.at_hand(v.now);
        let groups = group_names(v, &one.said);
        let names: Vec<String> = groups.into_iter().map(|(_, name)| name).collect();
        Self {
            id: meeting.id.to_string(),
            title: one.said.title.to_string(),
            text_language: one.said.text_language.to_string(),
            groups: names.join(", "),
            when: when(v, &one.times),
            flag: Flag::of(v.w, meeting, attention),
        }
    }
}

/// The date and hour on the reader's clock, then the hours elsewhere; each is kept apart, because
/// numbers beside names of places change their order in Arabic.
fn when(v: &View, times: &Times) -> Vec<String> {
    let w = v.w;
    let day = match times {
        Times::Exact(exact) if !exact.is_multi_day() => listed_day(times, &v.zone),
        _ => None,
    };
    let Some(day) = day else {
        return vec![headline(w, times)];
    };
    let times = row_times(v, times, day);
    let clock = w.t2("when-row", "clock", times.lead, "place", times.lead_zone);
    let first = w.t2("when-at", "date", w.date_full(day), "time", clock);
    std::iter::once(first.to_string())
        .chain(times.others)
        .collect()
}

fn nearness(w: Words, nearness: Nearness) -> Badge {
    let (text, tone) = match nearness {
        Nearness::Now => (w.t("attention-now"), "stop"),
        Nearness::Soon => (w.t("attention-soon"), "stop"),
        Nearness::Near => (w.t("attention-near"), "note"),
    };
    Badge {
        text: text.to_string(),
        tone,
    }
}

fn concern(w: Words, meeting: &PublishedMeeting, concern: Concern) -> String {
    let series = meeting.details.timing.series();
    let unconfirmed = series.and_then(|series| series.confirm_from());
    match concern {
        Concern::LinkMissing => w.t("attention-link-missing"),
        Concern::PlaceMissing => w.t("attention-place-missing"),
        Concern::Unconfirmed => w.t1(
            "attention-unconfirmed",
            "date",
            unconfirmed.map_or_else(String::new, |day| w.date_full(day)),
        ),
    }
    .to_string()
}
