//! What is published of a change that waited at the desk.

use super::*;
use crate::domain::Occurrence;

#[test]
fn what_was_held_before_approval_is_what_readers_were_told() {
    let call = call();
    let all = call.within(Scope::All, now()).unwrap();
    let renamed = with_run(all, weekly("2018-03-27", "16:00", 3))
        .saying(|said| said.title = title("Renamed call"));
    let change = call.with_change(Scope::All, renamed, now()).unwrap();
    // One more was held, and a recording of an earlier one came with the change.
    let later = "2018-03-28T12:00:00Z".parse().unwrap();
    let recorded = change.within(Scope::One(day("2018-03-13")), now()).unwrap();
    let recorded =
        recorded.saying(|said| said.participants = crate::domain::Participants::new(7).ok());
    let change = change
        .with_change(Scope::One(day("2018-03-13")), recorded, now())
        .unwrap();
    let approved = change.clone().keeping_held(&call, later).unwrap();
    assert_eq!(
        told(&approved),
        [
            "2018-03-13 Weekly call 03-13 15:00",
            "2018-03-20 Weekly call 03-20 15:00",
            "2018-03-27 Weekly call 03-27 15:00",
            "2018-04-03 Renamed call 04-03 16:00",
            "2018-04-10 Renamed call 04-10 16:00",
        ]
    );
    let first = approved.occurrence_on(day("2018-03-13")).unwrap();
    assert_eq!(first.said.participants.map(|count| count.get()), Some(7));
    // Approved at once, it is what was sent.
    let at_once = change.clone().keeping_held(&call, now()).unwrap();
    assert_eq!(told(&at_once), told(&change));
    // What became a meeting without hours cannot keep anything.
    let vague = call.clone().at(Timing::Once(Times::Unknown));
    assert!(vague.keeping_held(&call, later).is_err());
}

/// A call of so many Wednesdays at nine.
fn wednesdays(first: &str, count: u16) -> MeetingDetails {
    with_run(call(), weekly(first, "09:00", count))
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn changed(call: &MeetingDetails, now: &str, run: Run) -> MeetingDetails {
    let form = call.within(Scope::All, at(now)).unwrap();
    let change = call.with_change(Scope::All, with_run(form, run), at(now));
    change.unwrap()
}

fn days(occurrences: &[Occurrence]) -> Vec<String> {
    occurrences.iter().map(|one| one.key.to_string()).collect()
}

#[test]
fn a_series_that_was_not_held_may_begin_earlier() {
    let now = "2027-02-20T12:00:00Z";
    for (before, after) in [("2027-03-10", "2027-03-03"), ("2027-06-09", "2027-03-03")] {
        let published = wednesdays(before, 4);
        let change = changed(&published, now, weekly(after, "09:00", 4));
        // While some of it is held, or all of it: those are the dates that were sent.
        for then in [now, "2027-03-04T12:00:00Z", "2027-03-11T12:00:00Z"] {
            let approved = change.clone().keeping_held(&published, at(then));
            assert_eq!(approved.as_ref(), Ok(&change), "{before} at {then}");
            assert!(change.held_meanwhile(&published, at(then)).is_empty());
        }
    }
}

#[test]
fn a_date_that_was_held_meanwhile_is_not_held_again_on_the_new_weekday() {
    let published = wednesdays("2027-03-10", 4);
    let change = changed(
        &published,
        "2027-03-11T12:00:00Z",
        weekly("2027-03-16", "10:00", 3),
    );
    assert_eq!(
        days(&change.occurrences()),
        ["2027-03-10", "2027-03-16", "2027-03-23", "2027-03-30"]
    );
    let then = at("2027-03-18T12:00:00Z");
    assert_eq!(
        days(&change.held_meanwhile(&published, then)),
        ["2027-03-17"]
    );
    let approved = change.keeping_held(&published, then).unwrap();
    assert_eq!(
        told(&approved),
        [
            "2027-03-10 Weekly call 03-10 09:00",
            "2027-03-17 Weekly call 03-17 09:00",
            "2027-03-23 Weekly call 03-23 10:00",
            "2027-03-30 Weekly call 03-30 10:00",
        ]
    );
    let names: Vec<_> = approved
        .timing
        .series()
        .unwrap()
        .runs()
        .iter()
        .map(Run::name)
        .collect();
    assert_eq!(
        names,
        [None, Some(day("2027-03-16"))],
        "each run is what it was"
    );
}

#[test]
fn a_date_to_come_is_held_even_if_the_one_that_it_replaces_was() {
    let published = wednesdays("2027-03-10", 4);
    let now = "2027-03-11T12:00:00Z";
    let change = changed(&published, now, weekly("2027-03-20", "10:00", 3));
    let approved = change.keeping_held(&published, at("2027-03-18T12:00:00Z"));
    assert_eq!(
        days(&approved.unwrap().occurrences()),
        [
            "2027-03-10",
            "2027-03-17",
            "2027-03-20",
            "2027-03-27",
            "2027-04-03"
        ]
    );
}

#[test]
fn what_was_called_off_too_late_was_held_and_splits_nothing() {
    let published = wednesdays("2027-03-10", 4);
    let scope = Scope::One(day("2027-03-17"));
    let now = at("2027-03-11T12:00:00Z");
    let one = published.within(scope, now).unwrap();
    let one = one.saying(|said| said.status = Status::Cancelled);
    let change = published.with_change(scope, one, now).unwrap();
    let then = at("2027-03-18T12:00:00Z");
    assert_eq!(
        days(&change.held_meanwhile(&published, then)),
        ["2027-03-17"]
    );
    assert_eq!(change.keeping_held(&published, then), Ok(published));
}
