//! New hours of several dates of a series at once, as a pattern says them, and single dates that were
//! moved: whoever has a date in a calendar of their own is told which of the two it is.

use super::{Alteration, begins_otherwise};
use crate::domain::meeting::MeetingDetails;
use crate::domain::occurrence::Occurrence;
use crate::domain::series::Hours;
use crate::domain::times::Times;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Dates in a row that go to the same hours.
struct Stretch {
    dates: Vec<NaiveDate>,
    /// The hours that they were at, from which of them on.
    before: Vec<(NaiveDate, Hours)>,
    to: Hours,
    /// Whether another date follows it at once, which goes to hours of its own or stays.
    is_followed: bool,
}

/// What changed in the hours of several dates in a row, with these dates. A single date that is
/// otherwise than before is said to be rescheduled instead.
pub(super) fn altered(
    before: &MeetingDetails,
    after: &MeetingDetails,
) -> Vec<(Vec<NaiveDate>, Alteration)> {
    stretches(before, after)
        .into_iter()
        .filter(|stretch| stretch.dates.len() > 1)
        .map(|stretch| {
            let alteration = Alteration::Hours {
                from: stretch.dates[0],
                until: stretch
                    .dates
                    .last()
                    .copied()
                    .filter(|_| stretch.is_followed),
                before: stretch.before,
                to: stretch.to,
            };
            (stretch.dates, alteration)
        })
        .collect()
}

/// The dates of a series that are at another time in `after` than in `before` for themselves rather
/// than with the hours of all, with the time in `before`: those who noted it would come in vain.
pub fn moved_dates(before: &MeetingDetails, after: &MeetingDetails) -> BTreeMap<NaiveDate, Times> {
    let with_all: Vec<NaiveDate> = altered(before, after)
        .into_iter()
        .flat_map(|(dates, _)| dates)
        .collect();
    let mut earlier = before.occurrences_by_name();
    let moved = |one: Occurrence| {
        let date = one.key.date()?;
        let told = earlier.remove(&one.key.to_string())?.times;
        let is_moved = begins_otherwise(&told, &one.times) && !with_all.contains(&date);
        is_moved.then_some((date, told))
    };
    after.occurrences().into_iter().filter_map(moved).collect()
}

fn stretches(before: &MeetingDetails, after: &MeetingDetails) -> Vec<Stretch> {
    let usual = usual_hours(before);
    let mut found: Vec<Stretch> = Vec::new();
    for (date, to) in usual_hours(after) {
        let open = found.last_mut().filter(|last| !last.is_followed);
        let open = match open {
            Some(open) if open.to != to => {
                open.is_followed = true;
                None
            }
            open => open,
        };
        match (usual.get(&date), open) {
            // Without hours of its own before, it is new or was elsewhere alone.
            (None, _) => {}
            (Some(from), Some(open)) if *from != to => open.push(date, from),
            (Some(from), None) if *from != to => found.push(Stretch {
                dates: vec![date],
                before: vec![(date, from.clone())],
                to,
                is_followed: false,
            }),
            (Some(_), Some(open)) => open.is_followed = true,
            (Some(_), None) => {}
        }
    }
    found
}

impl Stretch {
    fn push(&mut self, date: NaiveDate, from: &Hours) {
        self.dates.push(date);
        if self.before.last().is_none_or(|(_, last)| last != from) {
            self.before.push((date, from.clone()));
        }
    }
}

/// The dates that are at the hours of their run.
fn usual_hours(details: &MeetingDetails) -> BTreeMap<NaiveDate, Hours> {
    let runs = details.timing.series().into_iter().flat_map(|s| s.runs());
    runs.flat_map(|run| {
        let is_usual = |date: &NaiveDate| {
            !run.skips(*date) && run.own(*date).is_none_or(|own| own.times.is_none())
        };
        let dates = run.recurrence().dates().into_iter().filter(is_usual);
        dates
            .map(|date| (date, run.hours().clone()))
            .collect::<Vec<_>>()
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::alteration::alterations;
    use crate::domain::fields::sample;
    use crate::domain::series::{Ends, Recurrence, Rule, Run, Series, Step};
    use crate::domain::times::{ExactTimes, Moment};
    use crate::domain::timing::Timing;
    use crate::domain::zone::Zone;
    use chrono::NaiveTime;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn hours(hour: u32) -> Hours {
        Hours {
            zone: Zone::named("Europe/Zurich").unwrap(),
            start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
            end: None,
        }
    }

    /// Weekly calls of so many dates at some hour, one stretch after the other from 5 May 2027.
    fn call(stretches: &[(u32, u16)]) -> MeetingDetails {
        let mut first = day("2027-05-05");
        let mut runs = Vec::new();
        for (hour, count) in stretches {
            let rule = Rule::new(first, Step::Week, 1, Ends::Count(*count)).unwrap();
            let Hours { zone, start, end } = hours(*hour);
            runs.push(Run::new(zone, start, end, Recurrence::Rule(rule)).unwrap());
            first += chrono::TimeDelta::weeks(i64::from(*count));
        }
        sample::call(|_| {}).at(Timing::Series(Series::of_runs(runs, None).unwrap()))
    }

    fn at(date: &str, hour: u32) -> Times {
        let zone = hours(hour).zone;
        let start = day(date).and_time(hours(hour).start);
        let start = Moment::new(&zone, start, None).unwrap();
        Times::Exact(ExactTimes::open(zone, start))
    }

    #[test]
    fn the_hours_of_all_later_dates_are_one_alteration() {
        assert_eq!(
            alterations(&call(&[(9, 6)]), &call(&[(9, 2), (11, 4)])),
            [Alteration::Hours {
                from: day("2027-05-19"),
                until: None,
                before: vec![(day("2027-05-19"), hours(9))],
                to: hours(11),
            }]
        );
        assert_eq!(
            alterations(&call(&[(9, 2), (11, 4)]), &call(&[(9, 1), (10, 5)])),
            [Alteration::Hours {
                from: day("2027-05-12"),
                until: None,
                before: vec![
                    (day("2027-05-12"), hours(9)),
                    (day("2027-05-19"), hours(11))
                ],
                to: hours(10),
            }],
            "each is told from what was published"
        );
        let Alteration::Hours { until, .. } =
            &alterations(&call(&[(9, 6)]), &call(&[(9, 1), (8, 2), (9, 3)]))[0]
        else {
            panic!("hours")
        };
        assert_eq!(*until, Some(day("2027-05-19")), "it does not go on");
        let alone = Alteration::Rescheduled {
            from: at("2027-05-12", 9),
            to: at("2027-05-12", 10),
        };
        assert_eq!(
            alterations(&call(&[(9, 6)]), &call(&[(9, 1), (10, 1), (9, 4)])),
            [Alteration::One {
                on: at("2027-05-12", 9),
                what: vec![alone],
            }],
            "one is no pattern"
        );
    }

    #[test]
    fn a_date_that_is_moved_alone_is_told_apart_from_new_hours() {
        let before = call(&[(9, 6)]);
        let moved = |details: &MeetingDetails, date: &str, to: Times| {
            let series = details.timing.series().unwrap().clone();
            let to = to.exact().unwrap().clone();
            let series = series.moving(day(date), to).unwrap();
            details.clone().at(Timing::Series(series))
        };
        assert!(moved_dates(&before, &call(&[(9, 2), (11, 4)])).is_empty());
        let one = call(&[(9, 1), (10, 1), (9, 4)]);
        let told = BTreeMap::from([(day("2027-05-12"), at("2027-05-12", 9))]);
        assert_eq!(moved_dates(&before, &one), told, "one is no pattern");
        let after = moved(&before, "2027-05-19", at("2027-05-20", 9));
        let told = BTreeMap::from([(day("2027-05-19"), at("2027-05-19", 9))]);
        assert_eq!(moved_dates(&before, &after), told);
        let back = BTreeMap::from([(day("2027-05-19"), at("2027-05-20", 9))]);
        assert_eq!(moved_dates(&after, &before), back);
        assert!(moved_dates(&after, &after).is_empty(), "it was so before");
    }
}
