//! What changed in a meeting, a sentence each, for pages and mail alike.

use super::Words;
use super::bidi::isolated;
use super::times::{in_one_line, usual_hours};
use crate::domain::series::Hours;
use crate::domain::{Alteration, LinkKind, Mode, Status, Times};
use chrono::NaiveDate;

/// What changed, a sentence each.
pub fn sentences(w: Words, what: &[Alteration]) -> Vec<String> {
    what.iter().map(|one| sentence(w, one)).collect()
}

fn sentence(w: Words, alteration: &Alteration) -> String {
    let date = |times: &Times| isolated(&in_one_line(w, times));
    let from_to = |key, from: String, to: String| w.t2(key, "from", from, "to", to).to_string();
    let mode = |mode: &Mode| w.t(&format!("mode-{}", mode.as_str())).to_string();
    match alteration {
        Alteration::Status { from, to } => w.t(state(*from, *to)).to_string(),
        Alteration::One { on, what } => {
            let sentences = sentences(w, what).join(" ");
            // Of a date that was moved, the sentence says itself when it was to be.
            match what.iter().any(Alteration::is_move) {
                true => sentences,
                false => w
                    .t2("history-one", "on", date(on), "what", sentences)
                    .to_string(),
            }
        }
        Alteration::LeftOut { on } => w.t1("history-left-out", "on", date(on)).to_string(),
        Alteration::Added { on } => w.t1("history-added", "on", date(on)).to_string(),
        Alteration::Hours {
            from,
            until,
            before,
            to,
        } => hours_sentence(w, (*from, *until), before, to),
        // Several times fit into no sentence; the page shows them as they are now.
        Alteration::Dates => w.t("history-dates").to_string(),
        Alteration::Rescheduled { from, to } if alteration.is_move() => {
            from_to("history-moved", date(from), date(to))
        }
        Alteration::Rescheduled { from, to } => from_to("history-times", date(from), date(to)),
        Alteration::DateSet { to } => w.t1("history-date-set", "to", date(to)).to_string(),
        Alteration::DateOpen { from, to } => from_to("history-date-open", date(from), date(to)),
        Alteration::Expected { to, .. } if to.days().is_some() => {
            w.t1("history-expected", "to", date(to)).to_string()
        }
        Alteration::Expected { .. } => w.t("history-date-unknown").to_string(),
        Alteration::Mode { from, to } => from_to("history-mode", mode(from), mode(to)),
        Alteration::Place => w.t("history-place").to_string(),
        Alteration::Access => w.t("history-access").to_string(),
        Alteration::Title { from } => w
            .t1("history-title-was", "from", isolated(from.as_str()))
            .to_string(),
        Alteration::Text => w.t("history-text").to_string(),
        Alteration::Outcomes(kinds) => w
            .t1("history-outcomes", "kinds", names(w, kinds))
            .to_string(),
        Alteration::Participants { to } => {
            w.t1("history-participants", "count", to.get()).to_string()
        }
        Alteration::Other => w.t("history-other").to_string(),
    }
}

/// New hours of several dates, and those that each of them was at before.
fn hours_sentence(
    w: Words,
    (from, until): (NaiveDate, Option<NaiveDate>),
    before: &[(NaiveDate, Hours)],
    to: &Hours,
) -> String {
    let hours = |hours: &Hours| isolated(&usual_hours(w, hours));
    let before = before
        .iter()
        .map(|(day, before)| match *day == from {
            true => hours(before),
            false => w
                .t2(
                    "history-hours-then",
                    "from",
                    w.date_long(*day),
                    "hours",
                    hours(before),
                )
                .to_string(),
        })
        .collect::<Vec<_>>()
        .join("; ");
    let (first, to) = (w.date_long(from), hours(to));
    match until {
        None => w.t3("history-hours", "from", first, "to", to, "before", before),
        Some(until) => w.with(
            "history-hours-until",
            &[
                ("from", first.into()),
                ("until", w.date_long(until).into()),
                ("to", to.into()),
                ("before", before.into()),
            ],
        ),
    }
    .to_string()
}

/// Where a meeting comes back from says more than that it is confirmed.
fn state(from: Status, to: Status) -> &'static str {
    match (from, to) {
        (_, Status::Cancelled) => "history-cancelled",
        (_, Status::Postponed) => "history-postponed",
        (Status::Cancelled, _) => "history-not-cancelled",
        (Status::Postponed, _) => "history-not-postponed",
        (_, Status::Tentative) => "history-tentative",
        (_, Status::MovedOnline) => "history-moved-online",
        (Status::MovedOnline, Status::Confirmed) => "history-not-moved-online",
        (_, Status::Confirmed) => "history-confirmed",
    }
}

fn names(w: Words, kinds: &[LinkKind]) -> String {
    let name = |kind: &LinkKind| w.t(&format!("link-kind-{}", kind.as_str())).to_string();
    kinds.iter().map(name).collect::<Vec<_>>().join(" · ")
}
