//! Where the dates of a pattern went when it was changed for another: what one of them says of its
//! own goes along. Weekly patterns keep the place in the week, monthly ones the month, others the
//! number in the row.

use super::rule::{Recurrence, Rule, Step};
use chrono::{Datelike, NaiveDate, TimeDelta};
use std::collections::BTreeMap;

/// The new day that takes the place of each old one that is no day of the pattern any more. A day of
/// both patterns takes no other's place. A date for which there is no new one is not here.
pub(in crate::domain) fn places(
    before: &Recurrence,
    after: &Recurrence,
) -> BTreeMap<NaiveDate, NaiveDate> {
    let (old, new) = (before.dates(), after.dates());
    let is_new = |place: &NaiveDate| new.contains(place) && !old.contains(place);
    let gone = || old.iter().filter(|day| !new.contains(day));
    let by_rule: BTreeMap<NaiveDate, NaiveDate> = match (before.rule(), after.rule()) {
        (Some(before), Some(after)) => gone()
            .filter_map(|day| Some((*day, place_of(*day, before, after, &new)?)))
            .filter(|(_, place)| is_new(place))
            .collect(),
        _ => BTreeMap::new(),
    };
    if !by_rule.is_empty() || old.len() != new.len() {
        return by_rule;
    }
    let in_a_row = old.iter().copied().zip(new.iter().copied());
    in_a_row
        .filter(|(day, place)| !new.contains(day) && is_new(place))
        .collect()
}

/// `None` where the two rules do not come at the same pace.
fn place_of(day: NaiveDate, before: &Rule, after: &Rule, new: &[NaiveDate]) -> Option<NaiveDate> {
    let weekly = |rule: &Rule| rule.step() == Step::Week;
    if before.every() != after.every() || weekly(before) != weekly(after) {
        return None;
    }
    let every = i64::from(before.every());
    if weekly(before) {
        let shift = (after.first() - before.first()).num_days();
        return day.checked_add_signed(TimeDelta::days(within(shift, 7 * every)));
    }
    let shift = month(after.first()) - month(before.first());
    let wanted = month(day) + within(shift, every);
    new.iter().copied().find(|day| month(*day) == wanted)
}

/// A shift of the first date; by a whole period or more, dates were added or dropped besides, and what
/// remains of it is the shift of each.
fn within(shift: i64, period: i64) -> i64 {
    if shift.abs() < period {
        return shift;
    }
    let rest = shift.rem_euclid(period);
    match 2 * rest > period {
        true => rest - period,
        false => rest,
    }
}

fn month(day: NaiveDate) -> i64 {
    12 * i64::from(day.year()) + i64::from(day.month0())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::series::{Dates, Ends};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(first: &str, step: Step, every: u8, count: u16) -> Recurrence {
        Recurrence::Rule(Rule::new(day(first), step, every, Ends::Count(count)).unwrap())
    }

    fn listed(days: &[&str]) -> Recurrence {
        Recurrence::Dates(Dates::new(days.iter().map(|text| day(text)).collect()).unwrap())
    }

    fn moves(before: &Recurrence, after: &Recurrence) -> Vec<String> {
        let moves = places(before, after).into_iter();
        moves
            .map(|(day, place)| format!("{} to {}", day.format("%m-%d"), place.format("%m-%d")))
            .collect()
    }

    #[test]
    fn a_date_of_another_weekday_takes_the_place_in_its_week() {
        let wednesdays = rule("2027-05-12", Step::Week, 1, 3);
        assert_eq!(
            moves(&wednesdays, &rule("2027-05-13", Step::Week, 1, 3)),
            ["05-12 to 05-13", "05-19 to 05-20", "05-26 to 05-27"]
        );
        assert_eq!(
            moves(&wednesdays, &rule("2027-05-20", Step::Week, 1, 5)),
            ["05-19 to 05-20", "05-26 to 05-27"],
            "the first is gone, others come after"
        );
        assert_eq!(
            moves(&wednesdays, &rule("2027-05-17", Step::Week, 1, 2)),
            ["05-12 to 05-17", "05-19 to 05-24"],
            "five days later, as was typed of the first"
        );
    }

    #[test]
    fn days_of_both_patterns_stay_what_they_are() {
        let four = rule("2027-03-10", Step::Week, 1, 4);
        assert!(moves(&four, &rule("2027-03-03", Step::Week, 1, 4)).is_empty());
        assert!(moves(&four, &rule("2027-03-10", Step::Week, 1, 2)).is_empty());
    }

    #[test]
    fn months_and_numbers_are_places_too() {
        let second_tuesday = rule("2018-03-13", Step::MonthWeekday, 1, 3);
        assert_eq!(
            moves(
                &second_tuesday,
                &rule("2018-03-30", Step::MonthLastWeekday, 1, 3)
            ),
            ["03-13 to 03-30", "04-10 to 04-27", "05-08 to 05-25"]
        );
        assert_eq!(
            moves(
                &listed(&["2018-03-13", "2018-04-02"]),
                &listed(&["2018-03-13", "2018-04-09"])
            ),
            ["04-02 to 04-09"]
        );
        assert!(moves(&second_tuesday, &rule("2018-03-14", Step::Week, 1, 9)).is_empty());
        assert_eq!(
            moves(
                &rule("2027-06-09", Step::Week, 1, 2),
                &rule("2027-03-03", Step::Week, 1, 2)
            ),
            ["06-09 to 03-03", "06-16 to 03-10"],
            "all of it elsewhere: the first is the first"
        );
    }
}
