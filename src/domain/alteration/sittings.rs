//! Parts and slots that were moved: whoever has one in a calendar of their own is told when it was to be.

use super::begins_otherwise;
use crate::domain::times::Times;
use crate::domain::timing::{Sittings, Timing};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// The parts or slots in `after` at whose start none was held in `before`, by that start (UTC), each with
/// the time in `before` that it takes the place of. Those without a counterpart are new and not among
/// them.
pub fn moved_sittings(before: &Timing, after: &Timing) -> BTreeMap<DateTime<Utc>, Times> {
    let Some(after) = sittings(after) else {
        return BTreeMap::new();
    };
    let mut moved: Vec<Times> = after.iter().cloned().map(Times::Exact).collect();
    let mut given_up = dated(before);
    moved.retain(|now| {
        let same = given_up
            .iter()
            .position(|told| !begins_otherwise(told, now));
        same.map(|place| given_up.remove(place)).is_none()
    });
    std::iter::zip(moved, given_up)
        .filter_map(|(now, told)| Some((now.exact()?.start_utc(), told)))
        .collect()
}

/// The times at which people were told to come; those of a series have names of their own.
fn dated(timing: &Timing) -> Vec<Times> {
    match timing {
        Timing::Once(times) if times.has_date() => vec![times.clone()],
        Timing::Once(_) | Timing::Series(_) => Vec::new(),
        Timing::Parts(all) | Timing::Slots(all) => all.iter().cloned().map(Times::Exact).collect(),
    }
}

fn sittings(timing: &Timing) -> Option<&Sittings> {
    match timing {
        Timing::Parts(sittings) | Timing::Slots(sittings) => Some(sittings),
        Timing::Once(_) | Timing::Series(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::times::{End, ExactTimes, Moment};
    use crate::domain::zone::Zone;
    use chrono::NaiveDate;

    fn at(day: u32, hour: u32) -> ExactTimes {
        let date = NaiveDate::from_ymd_opt(2018, 3, day).unwrap();
        let local = date.and_hms_opt(hour, 0, 0).unwrap();
        let start = Moment::new(&Zone::utc(), local, None).unwrap();
        ExactTimes::new(Zone::utc(), start, End::Open).unwrap()
    }

    fn slots(all: &[(u32, u32)]) -> Timing {
        let all = all.iter().map(|(day, hour)| at(*day, *hour)).collect();
        Timing::Slots(Sittings::new(all).unwrap())
    }

    /// A day and an hour of it.
    type Sitting = (u32, u32);

    #[track_caller]
    fn assert_moved(before: &Timing, after: &Timing, moved: &[(Sitting, Sitting)]) {
        let expected: BTreeMap<_, _> = moved
            .iter()
            .map(|(now, told)| {
                (
                    at(now.0, now.1).start_utc(),
                    Times::Exact(at(told.0, told.1)),
                )
            })
            .collect();
        assert_eq!(moved_sittings(before, after), expected);
    }

    #[test]
    fn each_takes_the_place_of_one_that_is_given_up() {
        let before = slots(&[(9, 10), (9, 16)]);
        assert_moved(&before, &before, &[]);
        assert_moved(&before, &slots(&[(9, 10), (9, 18)]), &[((9, 18), (9, 16))]);
        assert_moved(&before, &slots(&[(9, 16), (9, 20)]), &[((9, 20), (9, 10))]);
        assert_moved(
            &before,
            &slots(&[(9, 15), (9, 18)]),
            &[((9, 15), (9, 10)), ((9, 18), (9, 16))],
        );
        assert_moved(&before, &slots(&[(9, 10), (9, 16), (9, 20)]), &[]);
    }

    #[test]
    fn what_was_to_be_held_once_is_the_former_time_of_the_first() {
        let once = Timing::Once(Times::Exact(at(9, 10)));
        let after = slots(&[(9, 12), (9, 16)]);
        assert_moved(&once, &after, &[((9, 12), (9, 10))]);
        assert_moved(&Timing::Once(Times::Unknown), &after, &[]);
        assert_moved(&after, &once, &[]);
    }
}
