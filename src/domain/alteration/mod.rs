//! What changed in a meeting from one published revision to the next, as far as readers care.
//! Which revisions there are, and the words for it, are not decided here.

mod hours;
mod series;
mod sittings;

pub use hours::moved_dates;
pub use sittings::moved_sittings;

use crate::domain::access::Mode;
use crate::domain::link::{Link, LinkKind};
use crate::domain::meeting::MeetingDetails;
use crate::domain::participants::Participants;
use crate::domain::said::{Part, Patch, Said};
use crate::domain::series::Hours;
use crate::domain::status::Status;
use crate::domain::text::Title;
use crate::domain::times::Times;
use crate::domain::timing::Timing;
use chrono::NaiveDate;

/// One thing that is otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alteration {
    /// Whether it stands.
    Status { from: Status, to: Status },
    /// A date was known before and is known now, and they are not the same: another day, another
    /// hour, or only another end.
    Rescheduled { from: Times, to: Times },
    /// A date is known at last.
    DateSet { to: Times },
    /// A date was known and no longer holds.
    DateOpen { from: Times, to: Times },
    /// No date was known and none is, but it is expected at another time.
    Expected { from: Times, to: Times },
    /// What changed in one occurrence of a series, by the time at which it was to be.
    One { on: Times, what: Vec<Alteration> },
    /// A series has one occurrence less.
    LeftOut { on: Times },
    /// A series has one occurrence more.
    Added { on: Times },
    /// The hours of the dates of a series from one on, or up to another if that is given, and those
    /// that they were at before, each from a date on.
    Hours {
        from: NaiveDate,
        until: Option<NaiveDate>,
        before: Vec<(NaiveDate, Hours)>,
        to: Hours,
    },
    /// Several times at once: of a series, of parts or slots.
    Dates,
    /// Where people meet.
    Mode { from: Mode, to: Mode },
    /// What is said of the place.
    Place,
    /// The ways in from afar, or where to register.
    Access,
    /// The title; the new one stands above the page.
    Title { from: Title },
    /// Description or agenda.
    Text,
    /// What came out of it was added, of these kinds.
    Outcomes(Vec<LinkKind>),
    /// How many people took part is known, or known better.
    Participants { to: Participants },
    /// Anything else that readers can see.
    Other,
}

impl Alteration {
    /// Whether whoever comes at the former time comes at the wrong one.
    pub fn is_move(&self) -> bool {
        matches!(self, Self::Rescheduled { from, to } if begins_otherwise(from, to))
    }

    /// The alteration without words that somebody wrote.
    pub fn without_words(self) -> Self {
        match self {
            Self::Title { .. } => Self::Other,
            Self::One { on, what } => {
                let mut what: Vec<Self> = what.into_iter().map(Self::without_words).collect();
                what.dedup();
                Self::One { on, what }
            }
            other => other,
        }
    }

    /// The date that was announced before and holds no longer.
    fn former_date(&self) -> Option<&Times> {
        match self {
            Self::Rescheduled { from, .. } | Self::DateOpen { from, .. } => Some(from),
            _ => None,
        }
    }
}

/// What changed between two revisions of a meeting, the weightiest first. Why it is so
/// ([`Said::status_note`]) is part of what changed and no change by itself.
pub fn alterations(before: &MeetingDetails, after: &MeetingDetails) -> Vec<Alteration> {
    let of_timing = alteration_of_timing(&before.timing, &after.timing);
    let mut found = alterations_of_one((&before.said, &after.said), of_timing);
    if before.timing.series().is_some() || after.timing.series().is_some() {
        found.extend(series::alterations(before, after, &found));
    }
    found
}

/// What changed in what is said, with what changed in its times put where it weighs.
fn alterations_of_one(
    (before, after): (&Said, &Said),
    of_times: Option<Alteration>,
) -> Vec<Alteration> {
    let mut found = Vec::new();
    if before.status != after.status {
        found.push(Alteration::Status {
            from: before.status,
            to: after.status,
        });
    }
    found.extend(of_times);
    if before.mode != after.mode {
        found.push(Alteration::Mode {
            from: before.mode,
            to: after.mode,
        });
    }
    // What merely goes with a mode that is no longer offered is said by the mode.
    let same_mode = before.mode == after.mode;
    if before.place != after.place && (same_mode || after.place.is_some()) {
        found.push(Alteration::Place);
    }
    let joins_otherwise = before.remote != after.remote && (same_mode || after.remote.is_some());
    if joins_otherwise || before.registration != after.registration {
        found.push(Alteration::Access);
    }
    if before.title != after.title {
        found.push(Alteration::Title {
            from: before.title.clone(),
        });
    }
    if (&before.description, &before.agenda) != (&after.description, &after.agenda) {
        found.push(Alteration::Text);
    }
    let added = added_outcomes(before, after);
    if !added.is_empty() {
        let is_added = |kind: &LinkKind| added.iter().any(|link| link.kind == *kind);
        found.push(Alteration::Outcomes(
            LinkKind::ALL.into_iter().filter(is_added).collect(),
        ));
    }
    if let Some(to) = after.participants
        && before.participants != after.participants
    {
        found.push(Alteration::Participants { to });
    }
    if differs_otherwise(before, after, &added) {
        found.push(Alteration::Other);
    }
    found
}

/// The date that readers were told last before the present one: what they may still have in their
/// own calendars. `newest_first` is all that changed since the meeting was first published.
///
/// A date that was only made more exact, or whose end alone was moved, misleads nobody. Of several
/// times none is the former date of another.
pub fn former_date<'a>(
    present: &Timing,
    newest_first: impl IntoIterator<Item = &'a Alteration>,
) -> Option<&'a Times> {
    let present = present.once()?;
    newest_first
        .into_iter()
        .filter_map(Alteration::former_date)
        .find(|former| begins_otherwise(former, present))
}

/// Whether whoever comes at the one time comes at the wrong time for the other.
pub fn begins_otherwise(one: &Times, other: &Times) -> bool {
    if one.has_date() != other.has_date() {
        return true;
    }
    let has_no_hours = |times: &Times| matches!(times, Times::Day(_));
    if has_no_hours(one) || has_no_hours(other) {
        let first_day = |times: &Times| times.days().map(|(first, _)| first);
        return first_day(one) != first_day(other);
    }
    let start = |times: &Times| times.extent().map(|(start, _)| start);
    start(one) != start(other)
}

/// Times of a series are compared date by date.
fn alteration_of_timing(before: &Timing, after: &Timing) -> Option<Alteration> {
    match (before, after) {
        _ if before == after => None,
        (Timing::Once(before), Timing::Once(after)) => alteration_of_times(before, after),
        (Timing::Series(_), _) | (_, Timing::Series(_)) => None,
        _ => Some(Alteration::Dates),
    }
}

fn alteration_of_times(before: &Times, after: &Times) -> Option<Alteration> {
    if before == after {
        return None;
    }
    let (from, to) = (before.clone(), after.clone());
    Some(match (before.has_date(), after.has_date()) {
        (true, true) => Alteration::Rescheduled { from, to },
        (false, true) => Alteration::DateSet { to },
        (true, false) => Alteration::DateOpen { from, to },
        (false, false) => Alteration::Expected { from, to },
    })
}

/// Outcomes that lead somewhere new; another label makes no new one.
fn added_outcomes<'a>(before: &Said, after: &'a Said) -> Vec<&'a Link> {
    let is_new = |link: &&Link| {
        let mut known = before.outcomes();
        !known.any(|known| (known.kind, &known.url) == (link.kind, &link.url))
    };
    after.outcomes().filter(is_new).collect()
}

/// The parts that have an alteration of their own above, or are no change by themselves.
const NAMED: [Part; 9] = [
    Part::Title,
    Part::Description,
    Part::Agenda,
    Part::Status,
    Part::StatusNote,
    Part::Mode,
    Part::Remote,
    Part::Place,
    Part::Registration,
];

/// Whether anything differs that has no name of its own above: any part, also one that is declared
/// later, unless it is told apart here. Where a record was read is not for readers.
fn differs_otherwise(before: &Said, after: &Said, added: &[&Link]) -> bool {
    let is_other = |part: &Part| match part {
        Part::Provenance => false,
        Part::Links => {
            let links = after.links.iter().filter(|link| !added.contains(link));
            !links.eq(&before.links)
        }
        Part::Participants => after.participants.is_none(),
        part => !NAMED.contains(part),
    };
    Patch::between(before, after).parts().iter().any(is_other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::{MeetingFields, sample};

    /// A call on 9 March 2018, 14:00 to 15:00 in Zurich, with some answers of the form changed.
    fn call(change: impl FnOnce(&mut MeetingFields)) -> MeetingDetails {
        sample::call(|fields| {
            fields.how.mode = "hybrid".into();
            fields.how.city = "Geneva".into();
            fields.how.country = "Switzerland".into();
            change(fields);
        })
    }

    fn at(change: impl FnOnce(&mut MeetingFields)) -> Times {
        call(change).timing.first()
    }

    fn once(times: &Times) -> Timing {
        Timing::Once(times.clone())
    }

    fn vague(fields: &mut MeetingFields) {
        fields.when.precision = "window".into();
        fields.when.start_day = String::new();
        fields.when.start_month = "4".into();
    }

    fn on_a_day(fields: &mut MeetingFields) {
        fields.when.precision = "day".into();
        fields.when.zone = String::new();
    }

    #[test]
    fn nothing_changed_is_no_change() {
        let mut again = call(|_| {});
        again.said_mut().status_note = crate::domain::text::Note::optional("Why").unwrap();
        assert_eq!(alterations(&call(|_| {}), &again), []);
    }

    #[test]
    fn each_part_has_its_name() {
        let before = call(|_| {});
        let changed = |change: fn(&mut MeetingFields)| alterations(&before, &call(change));
        assert_eq!(
            changed(|f| f.when.status = "cancelled".into()),
            [Alteration::Status {
                from: Status::Confirmed,
                to: Status::Cancelled
            }]
        );
        assert_eq!(
            changed(|f| {
                f.how.mode = "virtual".into();
                f.how.city = String::new();
                f.how.country = String::new();
            }),
            [Alteration::Mode {
                from: Mode::Hybrid,
                to: Mode::Virtual
            }],
            "that the place is gone goes without saying"
        );
        assert_eq!(changed(|f| f.how.city = "Bern".into()), [Alteration::Place]);
        assert_eq!(
            changed(|f| f.how.access_passcode = vec!["x".into()]),
            [Alteration::Access]
        );
        assert_eq!(
            changed(|f| f.how.registration_url = "https://register.example.org/".into()),
            [Alteration::Access]
        );
        assert_eq!(
            changed(|f| f.who.title = "Call".into()),
            [Alteration::Title {
                from: before.said.title.clone()
            }]
        );
        assert_eq!(changed(|f| f.who.agenda = "AOB".into()), [Alteration::Text]);
        assert_eq!(
            changed(|f| f.how.language = vec!["fr".into()]),
            [Alteration::Other]
        );
    }

    #[test]
    fn outcomes_are_named_by_kind_and_documents_are_not() {
        let with_links = |links: &[(&str, &str)]| {
            call(|fields| {
                for (kind, url) in links {
                    fields.who.link_kind.push((*kind).into());
                    fields.who.link_label.push(String::new());
                    fields.who.link_url.push((*url).into());
                }
            })
        };
        let recording = ("recording", "https://v.example.org/1");
        let slides = ("slides", "https://v.example.org/2");
        let document = ("document", "https://v.example.org/3");
        let outcomes = |kinds: &[LinkKind]| Alteration::Outcomes(kinds.to_vec());
        let changed = |before: &[(&str, &str)], after: &[(&str, &str)]| {
            alterations(&with_links(before), &with_links(after))
        };
        assert_eq!(
            changed(&[document], &[recording, document, slides]),
            [outcomes(&[LinkKind::Recording, LinkKind::Slides])]
        );
        assert_eq!(
            changed(&[recording], &[document, slides]),
            [outcomes(&[LinkKind::Slides]), Alteration::Other]
        );
        let mut labelled = with_links(&[recording]);
        labelled.said_mut().links[0].label = crate::domain::text::Line::optional("Zoom").unwrap();
        assert_eq!(
            alterations(&with_links(&[recording]), &labelled),
            [Alteration::Other]
        );
    }

    #[test]
    fn dates_come_and_go() {
        let exact = call(|_| {});
        let later = call(|f| f.when.start_day = "16".into());
        let april = call(vague);
        let unknown = call(|f| f.when.precision = "unknown".into());
        let (from, to) = (exact.timing.first(), later.timing.first());
        assert_eq!(
            alterations(&exact, &later),
            [Alteration::Rescheduled { from, to }]
        );
        let (from, to) = (exact.timing.first(), april.timing.first());
        assert_eq!(
            alterations(&exact, &april),
            [Alteration::DateOpen { from, to }]
        );
        let to = exact.timing.first();
        assert_eq!(alterations(&unknown, &exact), [Alteration::DateSet { to }]);
        let (from, to) = (unknown.timing.first(), april.timing.first());
        assert_eq!(
            alterations(&unknown, &april),
            [Alteration::Expected { from, to }]
        );
    }

    #[test]
    fn only_another_beginning_is_another_time() {
        let seed = at(|_| {});
        for same in [
            at(|f| f.when.end_time = "16:00".into()),
            at(|f| f.when.end_time = String::new()),
            at(on_a_day),
            at(|f| {
                f.when.zone = "UTC".into();
                f.when.start_time = "13:00".into();
                f.when.end_time = "14:00".into();
            }),
        ] {
            assert!(!begins_otherwise(&seed, &same), "{same:?}");
        }
        for other in [
            at(|f| f.when.start_time = "14:30".into()),
            at(|f| f.when.zone = "UTC".into()),
            at(|f| f.when.start_day = "10".into()),
            at(vague),
        ] {
            assert!(begins_otherwise(&seed, &other), "{other:?}");
        }
    }

    #[test]
    fn the_former_date_is_the_last_that_people_were_told() {
        let on = |day: &'static str| move |f: &mut MeetingFields| f.when.start_day = day.into();
        let (ninth, sixteenth) = (at(|_| {}), at(on("16")));
        let longer = at(|f| {
            f.when.start_day = "16".into();
            f.when.end_time = "17:00".into();
        });
        let moved = Alteration::Rescheduled {
            from: ninth.clone(),
            to: sixteenth.clone(),
        };
        let lengthened = Alteration::Rescheduled {
            from: sixteenth.clone(),
            to: longer.clone(),
        };
        let opened = Alteration::DateOpen {
            from: ninth.clone(),
            to: at(vague),
        };
        let set = Alteration::DateSet {
            to: sixteenth.clone(),
        };
        assert_eq!(
            former_date(&once(&longer), [&lengthened, &Alteration::Text, &moved]),
            Some(&ninth)
        );
        assert_eq!(
            former_date(&once(&sixteenth), [&set, &opened]),
            Some(&ninth)
        );
        assert_eq!(former_date(&once(&at(vague)), [&opened]), Some(&ninth));
        assert_eq!(
            former_date(&once(&ninth), [&opened]),
            None,
            "it is as it was"
        );
        assert_eq!(former_date(&once(&ninth), &[]), None);
    }
}
