//! Edits of several dates whose pattern is another: it holds for all of them, those of later runs too.

use super::reach::typed_with;
use super::*;
use crate::domain::fields::MeetingFields;

/// Before any was held.
fn now() -> DateTime<Utc> {
    "2027-04-01T12:00:00Z".parse().unwrap()
}

/// Six Wednesdays from 5 May 2027, 09:00 in Geneva.
fn six() -> MeetingDetails {
    with_run(call(), weekly("2027-05-05", "09:00", 6))
}

/// An edit of a date and all later ones by the form.
fn edited(
    call: &MeetingDetails,
    from: &str,
    type_in: impl FnOnce(&mut MeetingFields),
) -> MeetingDetails {
    let scope = Scope::From(day(from));
    let form = call.within(scope, now()).unwrap();
    let form = typed_with(&form, now(), type_in);
    call.with_change(scope, form, now()).unwrap()
}

fn hours(start: &'static str, end: &'static str) -> impl FnOnce(&mut MeetingFields) {
    move |fields| {
        fields.when.start_time = start.into();
        fields.when.end_time = end.into();
    }
}

fn on(day: &'static str, month: &'static str) -> impl FnOnce(&mut MeetingFields) {
    move |fields| {
        let when = &mut fields.when;
        (when.start_day, when.start_month) = (day.into(), month.into());
        (when.end_day, when.end_month) = (day.into(), month.into());
    }
}

/// Six dates, of which those from 19 May on are at eleven.
fn twice() -> MeetingDetails {
    edited(&six(), "2027-05-19", hours("11:00", "12:00"))
}

/// Day and hour of each occurrence.
fn starts(call: &MeetingDetails) -> Vec<String> {
    let all = told(call).into_iter();
    all.map(|line| line[line.len() - 11..].to_owned()).collect()
}

fn is_moved(call: &MeetingDetails) -> bool {
    call.occurrences()
        .iter()
        .any(|one| one.moved_from.is_some())
}

fn rules(call: &MeetingDetails) -> Vec<(Option<NaiveDate>, NaiveDate, usize)> {
    let series = call.timing.series().unwrap();
    let runs = series.runs().iter();
    runs.map(|run| (run.name(), run.first_day(), run.recurrence().dates().len()))
        .collect()
}

#[test]
fn new_hours_from_a_date_before_an_earlier_change_hold_for_all_later_dates() {
    let call = edited(&twice(), "2027-05-12", hours("10:00", "11:00"));
    assert_eq!(
        starts(&call),
        [
            "05-05 09:00",
            "05-12 10:00",
            "05-19 10:00",
            "05-26 10:00",
            "06-02 10:00",
            "06-09 10:00",
        ]
    );
    assert!(!is_moved(&call));
    assert_eq!(
        rules(&call),
        [
            (None, day("2027-05-05"), 1),
            (Some(day("2027-05-19")), day("2027-05-12"), 5),
        ],
        "the later run goes on, from another day"
    );
    // And once more, from within it: what begins then has a name of its own.
    let call = edited(&call, "2027-05-19", hours("08:00", "09:00"));
    assert_eq!(
        rules(&call)[1..],
        [
            (Some(day("2027-05-19")), day("2027-05-12"), 1),
            (Some(day("2027-05-20")), day("2027-05-19"), 4),
        ]
    );
}

#[test]
fn another_zone_or_length_holds_for_all_too() {
    let longer = edited(&twice(), "2027-05-12", hours("09:00", "10:30"));
    let ends: Vec<_> = longer.occurrences()[1..]
        .iter()
        .map(|one| {
            one.times
                .exact()
                .unwrap()
                .end_utc()
                .unwrap()
                .format("%H:%M")
                .to_string()
        })
        .collect();
    assert_eq!(ends, ["08:30"; 5]);
    let elsewhere = edited(&twice(), "2027-05-12", |fields| {
        fields.when.zone = "Tokyo".into()
    });
    assert!(elsewhere.occurrences()[1..].iter().all(|one| {
        let times = one.times.exact().unwrap();
        times.zone().name() == "Asia/Tokyo"
            && times.start().local().format("%H:%M").to_string() == "09:00"
    }));
}

#[test]
fn hours_that_nobody_changed_stay_whatever_becomes_of_the_rule() {
    let form = twice()
        .within(Scope::From(day("2027-05-12")), now())
        .unwrap();
    let fields = MeetingFields::fill(&form, None);
    assert_eq!(
        (&*fields.dates.step, &*fields.dates.count),
        ("week", "5"),
        "still a rule"
    );
    assert!(
        fields.occurrences.moved_from.is_empty(),
        "nothing looks moved"
    );
    let longer = edited(&twice(), "2027-05-12", |fields| {
        fields.dates.count = "6".into()
    });
    assert_eq!(starts(&longer)[1..3], ["05-12 09:00", "05-19 11:00"]);
    assert_eq!(starts(&longer)[6], "06-16 11:00", "as those before it");
    let moved = edited(&twice(), "2027-05-12", on("13", "5"));
    assert_eq!(
        starts(&moved)[1..],
        [
            "05-13 09:00",
            "05-20 11:00",
            "05-27 11:00",
            "06-03 11:00",
            "06-10 11:00"
        ]
    );
    assert!(!is_moved(&moved));
}

#[test]
fn a_date_with_times_of_its_own_keeps_them() {
    let scope = Scope::One(day("2027-05-26"));
    let one = twice().within(scope, now()).unwrap();
    let own = times("2027-05-27 15:00", "2027-05-27 16:00");
    let one = one.at(Timing::Once(Times::Exact(own)));
    let call = twice().with_change(scope, one, now()).unwrap();
    let after = edited(&call, "2027-05-12", |fields| {
        hours("10:00", "11:00")(fields);
        fields.occurrences.moved_from.push("2027-06-02".into());
        fields.occurrences.moved_date.push(String::new());
        fields.occurrences.moved_start_time.push("12:00".into());
        fields.occurrences.moved_end_time.push(String::new());
    });
    assert_eq!(
        starts(&after)[1..],
        [
            "05-12 10:00",
            "05-19 10:00",
            "05-27 15:00",
            "06-02 12:00",
            "06-09 10:00"
        ]
    );
}

#[test]
fn what_later_runs_say_stays_theirs_when_the_hours_are_new() {
    let scope = Scope::From(day("2027-05-19"));
    let spring = twice().within(scope, now()).unwrap();
    let spring = spring.saying(|said| said.title = title("Spring call"));
    let call = twice().with_change(scope, spring, now()).unwrap();
    let after = edited(&call, "2027-05-12", hours("10:00", "11:00"));
    assert_eq!(
        told(&after)[..3],
        [
            "2027-05-05 Weekly call 05-05 09:00",
            "2027-05-12 Weekly call 05-12 10:00",
            "2027-05-19 Spring call 05-19 10:00",
        ]
    );
    let renamed = edited(&call, "2027-05-12", |fields| {
        fields.who.title = "All".into()
    });
    assert!(
        told(&renamed)[1..]
            .iter()
            .all(|line| line.contains(" All "))
    );
    assert_eq!(starts(&renamed)[1..3], ["05-12 09:00", "05-19 11:00"]);
}

#[test]
fn what_a_date_says_of_its_own_goes_where_the_date_goes() {
    let scope = Scope::One(day("2027-05-19"));
    let off = six().within(scope, now()).unwrap();
    let off = off.saying(|said| said.status = Status::Cancelled);
    let call = six().with_change(scope, off, now()).unwrap();
    let cancelled = |call: &MeetingDetails| -> Vec<String> {
        let all = call.occurrences().into_iter();
        all.filter(|one| one.said.status == Status::Cancelled)
            .map(|one| one.key.to_string())
            .collect()
    };
    let thursdays = edited(&call, "2027-05-12", on("13", "5"));
    assert_eq!(cancelled(&thursdays), ["2027-05-20"]);
    let earlier = edited(&call, "2027-05-05", on("28", "4"));
    assert_eq!(cancelled(&earlier), ["2027-05-19"], "it is a date of both");
    let monthly = edited(&call, "2027-05-05", |fields| {
        fields.dates.step = "month-weekday".into();
        fields.dates.count = "2".into();
    });
    assert!(
        cancelled(&monthly).is_empty(),
        "there is no such date any more"
    );
}

#[test]
fn a_run_keeps_its_name_when_its_first_day_changes() {
    let later = edited(&twice(), "2027-05-19", on("20", "5"));
    assert_eq!(
        rules(&later)[1],
        (Some(day("2027-05-19")), day("2027-05-20"), 4)
    );
    let first = edited(&six(), "2027-05-05", on("6", "5"));
    assert_eq!(rules(&first), [(None, day("2027-05-06"), 6)]);
}
