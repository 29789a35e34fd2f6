//! What edits of a series change and what they leave alone.

mod approval;
mod chains;
mod patterns;
mod reach;

use crate::domain::fields::sample;
use crate::domain::meeting::MeetingDetails;
use crate::domain::occurrence::OccurrenceKey;
use crate::domain::problem::Problem;
use crate::domain::series::tests::{day, times, weekly, zone};
use crate::domain::series::{Ends, Recurrence, Rule, Run, Scope, Series, Step};
use crate::domain::status::Status;
use crate::domain::times::{End, ExactTimes, Moment, Times};
use crate::domain::timing::Timing;
use crate::domain::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// A weekly call of five from 13 March 2018, 15:00 in Geneva.
fn call() -> MeetingDetails {
    let details = sample::call(|fields| {
        fields.who.title = "Weekly call".into();
        fields.who.agenda = "Welcome".into();
    });
    with_run(details, weekly("2018-03-13", "15:00", 5))
}

fn with_run(details: MeetingDetails, run: Run) -> MeetingDetails {
    details.at(Timing::Series(Series::new(run, None)))
}

fn title(text: &str) -> crate::domain::text::Title {
    crate::domain::text::Title::parse(text).unwrap()
}

/// Date, title and hour of each occurrence.
fn told(details: &MeetingDetails) -> Vec<String> {
    details
        .occurrences()
        .iter()
        .map(|occurrence| {
            let Some(times) = occurrence.times.exact() else {
                panic!("a time")
            };
            let at = times.start().local().format("%m-%d %H:%M");
            format!("{} {} {at}", occurrence.key, occurrence.said.title)
        })
        .collect()
}

/// Noon of the day after the second call.
fn now() -> DateTime<Utc> {
    "2018-03-21T12:00:00Z".parse().unwrap()
}

#[test]
fn an_edit_of_all_leaves_what_was_held_alone() {
    let call = call();
    let form = call.within(Scope::All, now()).unwrap();
    assert_eq!(told(&form).len(), 3, "three are to come");
    let changed = with_run(
        form.saying(|said| said.title = title("Renamed call")),
        weekly("2018-03-27", "16:00", 3),
    );
    let after = call.with_change(Scope::All, changed, now()).unwrap();
    assert_eq!(
        told(&after),
        [
            "2018-03-13 Weekly call 03-13 15:00",
            "2018-03-20 Weekly call 03-20 15:00",
            "2018-03-27 Renamed call 03-27 16:00",
            "2018-04-03 Renamed call 04-03 16:00",
            "2018-04-10 Renamed call 04-10 16:00",
        ]
    );
    // And so again a week later, when one of the new ones was held.
    let later = "2018-03-28T12:00:00Z".parse().unwrap();
    let again = after
        .within(Scope::All, later)
        .unwrap()
        .saying(|said| said.title = title("Third name"));
    let again = after.with_change(Scope::All, again, later).unwrap();
    let titles: Vec<_> = told(&again)
        .iter()
        .map(|line| line[11..22].to_owned())
        .collect();
    assert_eq!(
        titles,
        [
            "Weekly call",
            "Weekly call",
            "Renamed cal",
            "Third name ",
            "Third name "
        ]
    );
}

#[test]
fn an_edit_may_not_reach_back() {
    let call = call();
    let early = with_run(call.clone(), weekly("2018-03-20", "16:00", 3));
    let refused = call.with_change(Scope::All, early, now()).unwrap_err();
    assert_eq!(refused.field, "start_date");
    assert_eq!(
        refused.problem,
        Problem::TooEarly {
            day: day("2018-03-21")
        }
    );
    let vague = call.clone().at(Timing::Once(Times::Unknown));
    let refused = call
        .with_change(Scope::All, vague.clone(), now())
        .unwrap_err();
    assert_eq!(refused.problem, Problem::HasBegun);
    let before_the_first = "2018-03-01T12:00:00Z".parse().unwrap();
    assert_eq!(
        call.with_change(Scope::All, vague.clone(), before_the_first),
        Ok(vague),
        "nothing was held yet"
    );
}

#[test]
fn one_is_changed_alone_and_keeps_its_agenda_when_all_are_changed() {
    let call = call();
    let date = day("2018-04-03");
    let one = call.within(Scope::One(date), now()).unwrap();
    let one = one
        .saying(|said| {
            said.title = title("Special call");
            said.status = Status::Cancelled;
        })
        .at(Timing::Once(Times::Exact(times(
            "2018-04-04 09:00",
            "2018-04-04 10:00",
        ))));
    let call = call
        .with_change(Scope::One(date), one.clone(), now())
        .unwrap();
    assert_eq!(
        call.occurrence_on(date).map(MeetingDetails::from),
        Some(one)
    );
    assert_eq!(told(&call)[3], "2018-04-03 Special call 04-04 09:00");
    assert_eq!(told(&call)[4], "2018-04-10 Weekly call 04-10 15:00");

    let renamed = call.within(Scope::All, now()).unwrap().saying(|said| {
        said.title = title("Renamed call");
        said.remote = Some(crate::domain::Remote::ToFollow);
    });
    let call = call.with_change(Scope::All, renamed, now()).unwrap();
    assert_eq!(
        told(&call)[2..],
        [
            "2018-03-27 Renamed call 03-27 15:00",
            "2018-04-03 Special call 04-04 09:00",
            "2018-04-10 Renamed call 04-10 15:00",
        ]
    );
    let special = call.occurrence_on(date).unwrap();
    assert_eq!(special.said.status, Status::Cancelled);
    assert_eq!(
        special.said.remote,
        Some(crate::domain::Remote::ToFollow),
        "the new link is for all"
    );
}

#[test]
fn this_and_later_ends_the_old_run_before_it() {
    let call = call();
    let date = day("2018-04-03");
    let rest = call.within(Scope::From(date), now()).unwrap();
    let later = with_run(rest, weekly("2018-04-05", "10:00", 2));
    let call = call.with_change(Scope::From(date), later, now()).unwrap();
    assert_eq!(
        told(&call),
        [
            "2018-03-13 Weekly call 03-13 15:00",
            "2018-03-20 Weekly call 03-20 15:00",
            "2018-03-27 Weekly call 03-27 15:00",
            "2018-04-05 Weekly call 04-05 10:00",
            "2018-04-12 Weekly call 04-12 10:00",
        ]
    );
}

#[test]
fn an_edit_of_all_reaches_later_runs_and_leaves_them_their_own() {
    let call = call();
    let date = day("2018-04-03");
    let rest = call.within(Scope::From(date), now()).unwrap();
    let later = with_run(
        rest.saying(|said| said.title = title("Spring call")),
        weekly("2018-04-03", "10:00", 2),
    );
    let call = call.with_change(Scope::From(date), later, now()).unwrap();

    let all = call.within(Scope::All, now()).unwrap();
    assert_eq!(
        told(&all),
        [
            "2018-03-27 Weekly call 03-27 15:00",
            "2018-04-03 Spring call 04-03 10:00",
            "2018-04-10 Spring call 04-10 10:00",
        ]
    );
    let cancelled = all.saying(|said| said.status = Status::Cancelled);
    let call = call.with_change(Scope::All, cancelled, now()).unwrap();
    assert_eq!(
        told(&call),
        [
            "2018-03-13 Weekly call 03-13 15:00",
            "2018-03-20 Weekly call 03-20 15:00",
            "2018-03-27 Weekly call 03-27 15:00",
            "2018-04-03 Spring call 04-03 10:00",
            "2018-04-10 Spring call 04-10 10:00",
        ]
    );
    let cancelled = |date| call.occurrence_on(day(date)).unwrap().said.status == Status::Cancelled;
    assert!(!cancelled("2018-03-20") && cancelled("2018-03-27") && cancelled("2018-04-10"));
}

#[test]
fn of_what_was_held_only_what_came_out_of_it_changes() {
    let call = call();
    let date = day("2018-03-13");
    let one = call.within(Scope::One(date), now()).unwrap();
    let recorded = one.saying(|said| {
        said.links = vec![crate::domain::Link {
            kind: crate::domain::LinkKind::Recording,
            label: None,
            url: crate::domain::WebUrl::parse("https://rec.example/1").unwrap(),
        }]
    });
    let rewritten = recorded
        .clone()
        .saying(|said| said.title = title("It was another"));
    let refused = call.with_change(Scope::One(date), rewritten, now());
    assert_eq!(refused.unwrap_err().problem, Problem::WasHeld { date });
    let call = call.with_change(Scope::One(date), recorded, now()).unwrap();
    assert!(call.occurrence_on(date).unwrap().said.has_recording());
    assert!(
        !call
            .occurrence_on(day("2018-03-20"))
            .unwrap()
            .said
            .has_recording()
    );
}

#[test]
fn one_that_was_moved_past_others_does_not_pull_them_into_an_edit() {
    let run = weekly("2018-03-13", "15:00", 5)
        .moving(
            day("2018-03-13"),
            times("2018-04-20 15:00", "2018-04-20 16:00"),
        )
        .unwrap();
    let call = with_run(call(), run);
    let renamed = call
        .within(Scope::All, now())
        .unwrap()
        .saying(|said| said.title = title("Renamed call"));
    let call = call.with_change(Scope::All, renamed, now()).unwrap();
    assert_eq!(told(&call)[0], "2018-03-13 Weekly call 04-20 15:00");
    assert_eq!(told(&call)[1], "2018-03-20 Weekly call 03-20 15:00");
    assert_eq!(told(&call)[2], "2018-03-27 Renamed call 03-27 15:00");
}

#[test]
fn what_awaits_confirmation_is_tentative() {
    let call = call();
    let Timing::Series(series) = call.timing.clone() else {
        panic!("a series")
    };
    let call = call.at(Timing::Series(
        series.confirming_from(Some(day("2018-04-01"))),
    ));
    let statuses: Vec<_> = call
        .occurrences()
        .iter()
        .map(|occurrence| occurrence.said.status)
        .collect();
    let (confirmed, tentative) = (Status::Confirmed, Status::Tentative);
    assert_eq!(
        statuses,
        [confirmed, confirmed, confirmed, tentative, tentative]
    );
    // The form does not take the waiting for a word of the group's.
    let one = call.within(Scope::One(day("2018-04-10")), now()).unwrap();
    assert_eq!(one.said.status, confirmed);
}

#[test]
fn a_series_is_read_as_it_was_written() {
    let call = call();
    let run = call.timing.series().unwrap().newest().clone();
    let run = run
        .skipping(day("2018-03-20"))
        .unwrap()
        .moving(
            day("2018-03-27"),
            times("2018-03-28 15:00", "2018-03-28 16:00"),
        )
        .unwrap();
    let call = with_run(call, run);
    let one = call
        .occurrence_on(day("2018-04-03"))
        .map(MeetingDetails::from)
        .unwrap()
        .saying(|said| {
            said.agenda = Vec::new();
            said.description = None;
        });
    let call = call
        .with_change(Scope::One(day("2018-04-03")), one, now())
        .unwrap();
    assert!(
        call.occurrence_on(day("2018-04-03"))
            .unwrap()
            .said
            .agenda
            .is_empty()
    );
    assert!(Series::of_runs(Vec::new(), None).is_err());
}
