//! Series as groups hold them: which days a rule gives, and what edits leave alone.

mod chains;
mod reach;

use crate::domain::fields::sample;
use crate::domain::meeting::MeetingDetails;
use crate::domain::occurrence::OccurrenceKey;
use crate::domain::problem::Problem;
use crate::domain::series::{Ends, Recurrence, Rule, Run, Scope, Series, Step};
use crate::domain::status::Status;
use crate::domain::times::{End, ExactTimes, Moment, Times};
use crate::domain::timing::Timing;
use crate::domain::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(first: &str, step: Step, every: u8, ends: Ends) -> Result<Rule, Problem> {
    Rule::new(day(first), step, every, ends)
}

fn dates(first: &str, step: Step, every: u8, ends: Ends) -> Vec<String> {
    let rule = rule(first, step, every, ends).unwrap();
    rule.dates().map(|day| day.to_string()).collect()
}

#[test]
fn rules_give_the_days_that_people_mean() {
    let until = |text| Ends::Until(day(text));
    assert_eq!(
        dates("2018-03-13", Step::MonthWeekday, 1, Ends::Count(3)),
        ["2018-03-13", "2018-04-10", "2018-05-08"],
        "the second Tuesday"
    );
    assert_eq!(
        dates("2018-03-30", Step::MonthLastWeekday, 2, until("2018-08-01")),
        ["2018-03-30", "2018-05-25", "2018-07-27"],
        "the last Friday of every other month"
    );
    assert_eq!(
        dates("2018-01-31", Step::MonthDay, 1, Ends::Count(3)),
        ["2018-01-31", "2018-03-31", "2018-05-31"],
        "months without a 31st are left out"
    );
    assert_eq!(
        dates("2018-12-24", Step::Week, 2, until("2019-01-21")),
        ["2018-12-24", "2019-01-07", "2019-01-21"]
    );
    assert_eq!(
        dates("2020-02-29", Step::MonthDay, 12, until("2022-02-28")),
        ["2020-02-29"]
    );
}

#[test]
fn rules_without_measure_are_refused() {
    let refused = |first, step, every, ends| rule(first, step, every, ends).unwrap_err();
    let (week, first) = (Step::Week, "2018-03-13");
    assert_eq!(
        refused(first, week, 1, Ends::Count(121)),
        Problem::TooMany { limit: 120 }
    );
    assert_eq!(
        refused(first, week, 2, Ends::Count(60)),
        Problem::TooManyMonths { limit: 24 }
    );
    assert_eq!(
        refused(first, week, 1, Ends::Until(day("2020-03-14"))),
        Problem::TooManyMonths { limit: 24 }
    );
    assert_eq!(
        refused(first, week, 1, Ends::Until(day("2018-03-12"))),
        Problem::EndNotAfterStart
    );
    assert_eq!(
        refused(first, week, 0, Ends::Count(2)),
        Problem::NotANumber { least: 1, most: 12 }
    );
    assert_eq!(
        refused(first, Step::MonthLastWeekday, 1, Ends::Count(2)),
        Problem::NotTheLastWeekday
    );
    assert_eq!(
        refused("2018-01-31", Step::MonthDay, 1, Ends::Count(24)),
        Problem::TooManyMonths { limit: 24 }
    );
}

fn hour(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn zone() -> Zone {
    Zone::named("Europe/Zurich").unwrap()
}

fn times(start: &str, end: &str) -> ExactTimes {
    let moment = |text: &str| {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Moment::new(&zone(), local, None).unwrap()
    };
    ExactTimes::new(zone(), moment(start), End::At(moment(end))).unwrap()
}

fn weekly(first: &str, start: &str, count: u16) -> Run {
    let rule = rule(first, Step::Week, 1, Ends::Count(count)).unwrap();
    let end = hour(start) + chrono::TimeDelta::hours(1);
    Run::new(zone(), hour(start), Some(end), Recurrence::Rule(rule)).unwrap()
}

#[test]
fn a_day_outside_of_the_calendar_is_refused() {
    let rule = rule("2100-12-28", Step::Week, 1, Ends::Count(2)).unwrap();
    let run = Run::new(zone(), hour("15:00"), None, Recurrence::Rule(rule));
    assert_eq!(run, Err(Problem::DateOutOfRange));
}

#[test]
fn an_hour_that_the_clocks_skip_on_one_of_the_days_is_refused() {
    let rule = rule("2018-03-11", Step::Week, 1, Ends::Count(4)).unwrap();
    let run = |start| Run::new(zone(), hour(start), None, Recurrence::Rule(rule));
    assert!(
        matches!(run("02:30"), Err(Problem::InGap { before, .. }) if before.date() == day("2018-03-25"))
    );
    assert!(run("03:00").is_ok());
}

#[test]
fn local_hours_stay_and_utc_shifts_with_the_clocks() {
    let starts: Vec<String> = weekly("2018-03-13", "15:00", 3)
        .sittings()
        .map(|(_, times)| times.start_utc().format("%d %H:%M").to_string())
        .collect();
    assert_eq!(starts, ["13 14:00", "20 14:00", "27 13:00"]);
}

#[test]
fn a_sitting_past_midnight_ends_on_the_next_day() {
    let rule = rule("2018-03-13", Step::Week, 1, Ends::Count(1)).unwrap();
    let run = Run::new(
        zone(),
        hour("23:00"),
        Some(hour("00:30")),
        Recurrence::Rule(rule),
    )
    .unwrap();
    let (_, times) = run.sittings().next().unwrap();
    assert_eq!(times.last_day(), day("2018-03-14"));
    assert_eq!(
        times.end_utc().unwrap() - times.start_utc(),
        chrono::TimeDelta::minutes(90)
    );
}

#[test]
fn single_ones_are_left_out_or_moved_but_not_all_left_out() {
    let run = weekly("2018-03-13", "15:00", 2)
        .skipping(day("2018-03-13"))
        .unwrap()
        .moving(
            day("2018-03-20"),
            times("2018-03-21 16:00", "2018-03-21 17:00"),
        )
        .unwrap();
    let held: Vec<_> = run.sittings().collect();
    assert_eq!(
        held,
        [(
            day("2018-03-20"),
            times("2018-03-21 16:00", "2018-03-21 17:00")
        )]
    );
    assert_eq!(
        run.clone().skipping(day("2018-03-20")),
        Err(Problem::TooFew { least: 1 })
    );
    assert_eq!(
        run.skipping(day("2018-03-14")),
        Err(Problem::NoSuchDate {
            date: day("2018-03-14")
        })
    );
}

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

#[test]
fn scopes_are_read_as_they_are_written() {
    for scope in [
        Scope::All,
        Scope::One(day("2018-04-03")),
        Scope::From(day("2018-04-03")),
    ] {
        assert_eq!(Scope::parse(&scope.to_string()), Some(scope));
    }
    assert_eq!(Scope::parse("some"), None);
    assert_eq!(Scope::parse("one:then"), None);
    assert_eq!(
        OccurrenceKey::On(day("2018-04-03")).to_string(),
        "2018-04-03"
    );
}

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
