//! What changed in a series: single occurrences by name while they are few, else its dates.

use super::{Alteration, alteration_of_times, alterations_of_one, hours};
use crate::domain::meeting::MeetingDetails;
use crate::domain::occurrence::OccurrenceKey;

/// The most occurrences that are named each on its own.
const NAMED: usize = 3;

/// The same of those whose state changed.
const NAMED_STATES: usize = 12;

/// What changed from one state of a series to the next besides `said`, which is said of the whole
/// already. A meeting that became a series, or is none any more, has other dates.
pub(super) fn alterations(
    before: &MeetingDetails,
    after: &MeetingDetails,
    said: &[Alteration],
) -> Vec<Alteration> {
    let new_hours = hours::altered(before, after);
    let is_told = |key: &OccurrenceKey| {
        let date = key.date();
        date.is_some_and(|date| new_hours.iter().any(|(dates, _)| dates.contains(&date)))
    };
    let (before, mut after) = (before.occurrences_by_name(), after.occurrences_by_name());
    let mut found = Vec::new();
    for (key, before) in before {
        let on = before.times.clone();
        match after.remove(&key) {
            None => found.push(Alteration::LeftOut { on }),
            Some(after) => {
                let of_times = match is_told(&after.key) {
                    true => None,
                    false => alteration_of_times(&before.times, &after.times),
                };
                let mut what = alterations_of_one((&before.said, &after.said), of_times);
                what.retain(|one| !said.contains(one));
                if !what.is_empty() {
                    found.push(Alteration::One { on, what });
                }
            }
        }
    }
    found.extend(
        after
            .into_values()
            .map(|one| Alteration::Added { on: one.times }),
    );
    let hours = new_hours.into_iter().map(|(_, alteration)| alteration);
    hours.chain(shortened(found)).collect()
}

/// So many that somebody reads them: the rest are "dates".
fn shortened(found: Vec<Alteration>) -> Vec<Alteration> {
    if found.len() <= NAMED {
        return found;
    }
    let (mut told, others): (Vec<_>, Vec<_>) = found.into_iter().partition(changes_state);
    let is_all = others.is_empty() && told.len() <= NAMED_STATES;
    told.truncate(NAMED_STATES);
    told.extend((!is_all).then_some(Alteration::Dates));
    told
}

/// Whoever comes to a date that is called off comes in vain, so that is said of each.
fn changes_state(alteration: &Alteration) -> bool {
    let is_state = |one: &Alteration| matches!(one, Alteration::Status { .. });
    matches!(alteration, Alteration::One { what, .. } if what.iter().any(is_state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::alteration::alterations;
    use crate::domain::fields::sample;
    use crate::domain::series::{Ends, Recurrence, Rule, Run, Scope, Series, Step};
    use crate::domain::status::Status;
    use crate::domain::text::Title;
    use crate::domain::times::Times;
    use crate::domain::timing::Timing;
    use crate::domain::zone::Zone;
    use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Five weekly calls from 13 March 2018.
    fn call(hour: u32) -> MeetingDetails {
        let rule = Rule::new(day("2018-03-13"), Step::Week, 1, Ends::Count(5)).unwrap();
        let start = NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let zone = Zone::named("Europe/Zurich").unwrap();
        let run = Run::new(zone, start, None, Recurrence::Rule(rule)).unwrap();
        sample::call(|_| {}).at(Timing::Series(Series::new(run, None)))
    }

    fn now() -> DateTime<Utc> {
        "2018-03-21T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn one_that_is_cancelled_is_named() {
        let before = call(15);
        let scope = Scope::One(day("2018-04-03"));
        let one = before.within(scope, now()).unwrap();
        let cancelled = one.clone().saying(|said| said.status = Status::Cancelled);
        let after = before.with_change(scope, cancelled, now()).unwrap();
        let what = vec![Alteration::Status {
            from: Status::Confirmed,
            to: Status::Cancelled,
        }];
        let on = one.timing.first();
        assert_eq!(alterations(&before, &after), [Alteration::One { on, what }]);
    }

    #[test]
    fn what_is_said_of_all_is_not_said_of_each() {
        let before = call(15);
        let renamed = before
            .within(Scope::All, now())
            .unwrap()
            .saying(|said| said.title = Title::parse("Another name").unwrap());
        let after = before.with_change(Scope::All, renamed, now()).unwrap();
        assert_eq!(
            alterations(&before, &after),
            [Alteration::Title {
                from: before.said.title.clone()
            }]
        );
    }

    #[test]
    fn a_date_that_is_called_off_is_named_among_many_changes() {
        let before = call(15);
        let mut after = before.clone();
        for (date, status) in [
            ("2018-03-27", Status::Cancelled),
            ("2018-04-03", Status::Confirmed),
            ("2018-04-10", Status::Confirmed),
        ] {
            let scope = Scope::One(day(date));
            let one = after.within(scope, now()).unwrap().saying(|said| {
                said.status = status;
                said.title = Title::parse("Another name").unwrap();
            });
            after = after.with_change(scope, one, now()).unwrap();
        }
        let scope = Scope::One(day("2018-03-20"));
        let early: DateTime<Utc> = "2018-03-01T12:00:00Z".parse().unwrap();
        let one = after
            .within(scope, early)
            .unwrap()
            .saying(|said| said.title = Title::parse("Another name").unwrap());
        after = after.with_change(scope, one, early).unwrap();
        let found = alterations(&before, &after);
        assert!(matches!(&found[0], Alteration::One { on, .. }
            if on.days() == Some((day("2018-03-27"), day("2018-03-27")))));
        assert_eq!(found[1..], [Alteration::Dates]);
    }

    #[test]
    fn many_are_its_dates() {
        let once = call(15).at(Timing::Once(Times::Unknown));
        assert_eq!(alterations(&call(15), &once), [Alteration::Dates]);
    }
}
