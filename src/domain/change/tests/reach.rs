//! How far an edit of several occurrences reaches, and what it leaves alone.

use super::*;
use crate::domain::Poster;
use crate::domain::fields::{Context, MeetingFields};

fn date(text: &str) -> Option<MeetingDetails> {
    call().occurrence_on(day(text)).map(MeetingDetails::from)
}

fn renamed(call: &MeetingDetails, scope: Scope, now: DateTime<Utc>) -> MeetingDetails {
    let form = call
        .within(scope, now)
        .unwrap()
        .saying(|said| said.title = title("Renamed call"));
    call.with_change(scope, form, now).unwrap()
}

/// The call with one date at other times.
fn with_moved(on: &str, times: ExactTimes) -> MeetingDetails {
    let moved = date(on).unwrap().at(Timing::Once(Times::Exact(times)));
    let scope = Scope::One(day(on));
    call().with_change(scope, moved, now()).unwrap()
}

/// What the form says if nobody types anything.
fn typed(form: &MeetingDetails) -> MeetingDetails {
    typed_with(form, now(), |_| {})
}

/// What the form says once something was typed into it.
pub(super) fn typed_with(
    form: &MeetingDetails,
    now: DateTime<Utc>,
    type_in: impl FnOnce(&mut MeetingFields),
) -> MeetingDetails {
    let poster = Poster {
        name: crate::domain::text::Line::parse("Ana Example").unwrap(),
        email: crate::domain::web_url::EmailAddress::parse("ana@example.org").unwrap(),
    };
    let context = Context {
        is_edit: true,
        now,
        find_group: &|slug| Some(crate::domain::Bearer::open(slug)),
        find_topic: &|slug| Some(crate::domain::Bearer::open(slug)),
    };
    let mut fields = MeetingFields::fill(form, Some(&poster));
    type_in(&mut fields);
    fields.parse(&context).unwrap().details
}

#[test]
fn times_that_the_list_cannot_say_stay_unless_others_are_typed() {
    let new_york = Zone::named("America/New_York").unwrap();
    let moment = |zone: &Zone, text: &str| {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Moment::new(zone, local, None).unwrap()
    };
    let start = moment(&zone(), "2018-04-03 15:00");
    let days = End::At(moment(&zone(), "2018-04-05 11:00"));
    let elsewhere = moment(&new_york, "2018-04-03 10:00");
    for own in [
        ExactTimes::new(zone(), start, days).unwrap(),
        ExactTimes::new(zone(), start, End::On(day("2018-04-05"))).unwrap(),
        ExactTimes::open(zone(), start),
        ExactTimes::new(
            new_york.clone(),
            elsewhere,
            End::At(moment(&new_york, "2018-04-03 11:30")),
        )
        .unwrap(),
    ] {
        let call = with_moved("2018-04-03", own.clone());
        let form = typed(&call.within(Scope::All, now()).unwrap());
        let after = call.with_change(Scope::All, form.clone(), now()).unwrap();
        let held = after.occurrence_on(day("2018-04-03")).unwrap().times;
        assert_eq!(held, Times::Exact(own));

        let other = times("2018-04-04 08:00", "2018-04-04 09:00");
        let run = form.timing.series().unwrap().newest().clone();
        let run = run.moving(day("2018-04-03"), other.clone()).unwrap();
        let after = call.with_change(Scope::All, with_run(form, run), now());
        let held = after
            .unwrap()
            .occurrence_on(day("2018-04-03"))
            .unwrap()
            .times;
        assert_eq!(held, Times::Exact(other), "what is typed counts");
    }
}

#[test]
fn later_runs_keep_their_rule_and_look_as_if_nothing_had_moved() {
    let call = call();
    let scope = Scope::From(day("2018-04-03"));
    let later = with_run(
        call.within(scope, now()).unwrap(),
        weekly("2018-04-03", "10:00", 3),
    );
    let call = call.with_change(scope, later, now()).unwrap();
    let mut form = typed(&call.within(Scope::All, now()).unwrap());
    let series = form.timing.series().unwrap().clone();
    let series = series.skipping(day("2018-04-10")).unwrap();
    form = form.at(Timing::Series(series));
    form.said_mut().title = title("Renamed call");
    let after = call.with_change(Scope::All, form, now()).unwrap();
    assert_eq!(
        told(&after)[2..],
        [
            "2018-03-27 Renamed call 03-27 15:00",
            "2018-04-03 Renamed call 04-03 10:00",
            "2018-04-17 Renamed call 04-17 10:00",
        ]
    );
    let series = after.timing.series().unwrap();
    assert!(series.newest().recurrence().rule().is_some());
    let is_moved = |one: &crate::domain::Occurrence| one.moved_from.is_some();
    assert!(!after.occurrences().iter().any(is_moved));
}

#[test]
fn whether_they_were_certain_does_not_change_for_those_before() {
    let confirming = |call: MeetingDetails, from: Option<&str>| {
        let series = call.timing.series().unwrap().clone();
        call.at(Timing::Series(series.confirming_from(from.map(day))))
    };
    let statuses = |call: &MeetingDetails| -> String {
        let all = call.occurrences();
        let letter = |status| match status {
            Status::Confirmed => 'c',
            _ => 't',
        };
        all.iter().map(|one| letter(one.said.status)).collect()
    };
    let edited = |call: &MeetingDetails, from| {
        let form = confirming(call.within(Scope::All, now()).unwrap(), from);
        let after = call.with_change(Scope::All, form, now()).unwrap();
        statuses(&after)
    };
    assert_eq!(edited(&call(), Some("2018-03-01")), "ccttt");
    let unconfirmed = confirming(call(), Some("2018-03-20"));
    assert_eq!(statuses(&unconfirmed), "ctttt");
    assert_eq!(edited(&unconfirmed, None), "ctccc");
    assert_eq!(edited(&unconfirmed, Some("2018-04-03")), "ctctt");
    assert_eq!(edited(&unconfirmed, Some("2018-03-20")), "ctttt");
}

#[test]
fn one_that_was_held_ahead_of_its_day_stays_and_bars_no_edit_of_those_before() {
    let call = with_moved("2018-04-10", times("2018-03-19 15:00", "2018-03-19 16:00"));
    let after = renamed(&call, Scope::All, now());
    assert_eq!(
        told(&after),
        [
            "2018-03-13 Weekly call 03-13 15:00",
            "2018-03-20 Weekly call 03-20 15:00",
            "2018-03-27 Renamed call 03-27 15:00",
            "2018-04-03 Renamed call 04-03 15:00",
            "2018-04-10 Weekly call 03-19 15:00",
        ]
    );
    let form = call.within(Scope::All, now()).unwrap();
    let run = form.timing.series().unwrap().newest().clone();
    let run = run.skipping(day("2018-04-10")).unwrap();
    let refused = call.with_change(Scope::All, with_run(form, run), now());
    let date = day("2018-04-10");
    assert_eq!(refused.unwrap_err().problem, Problem::WasHeld { date });
}

#[test]
fn there_are_never_more_to_come_than_a_form_can_say() {
    let long = with_run(call(), weekly("2018-03-27", "15:00", 100));
    let scope = Scope::From(day("2019-11-26"));
    let longer = with_run(
        long.within(scope, now()).unwrap(),
        weekly("2019-11-26", "16:00", 50),
    );
    let refused = long.with_change(scope, longer.clone(), now()).unwrap_err();
    assert!(matches!(refused.problem, Problem::TooMany { .. }));
    let a_year_on = "2019-04-01T12:00:00Z".parse().unwrap();
    let longer = long.with_change(scope, longer, a_year_on).unwrap();
    typed(&longer.within(Scope::All, a_year_on).unwrap());
}

#[test]
fn what_was_meant_for_one_is_not_said_of_a_meeting_that_is_no_series_any_more() {
    let scope = Scope::One(day("2018-04-03"));
    let one = call().within(scope, now()).unwrap();
    let once = call().at(Timing::Once(Times::Unknown));
    let refused = once.with_change(scope, one, now()).unwrap_err();
    let date = day("2018-04-03");
    assert_eq!(refused.problem, Problem::NoSuchDate { date });
}
