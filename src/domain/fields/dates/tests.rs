//! Parts, slots and series as they are typed, well and badly, and the way there and back.

use super::*;
use crate::domain::fields::tests::{context, problems, seed, strings};
use crate::domain::fields::{Context, MeetingFields, Page, WhenFields};
use crate::domain::meeting::MeetingDetails;
use crate::domain::series::{MAX_OCCURRENCES, Series};
use crate::domain::timing::Timing;

/// The seed's meeting on Tuesday, 13 March 2018, held several times.
fn held(held: &str) -> MeetingFields {
    let mut fields = seed();
    fields.when.held = held.into();
    fields.when.start_day = "13".into();
    fields
}

fn series(step: &str, ends: &str, end: &str) -> MeetingFields {
    let mut fields = held("series");
    fields.dates.step = step.into();
    fields.dates.ends = ends.into();
    match ends {
        "until" => {
            let mut parts = end.split(' ').map(str::to_owned);
            fields.dates.until_day = parts.next().unwrap();
            fields.dates.until_month = parts.next().unwrap();
            fields.dates.until_year = parts.next().unwrap();
        }
        _ => fields.dates.count = end.into(),
    }
    fields
}

fn row(fields: &mut MeetingFields, date: &str, start: &str, end: &str, zone: &str) {
    let mut parts = date.split(' ').map(str::to_owned);
    let mut part = || parts.next().unwrap_or_default();
    let dates = &mut fields.dates;
    dates.also_day.push(part());
    dates.also_month.push(part());
    dates.also_year.push(part());
    dates.also_start_time.push(start.into());
    dates.also_end_time.push(end.into());
    dates.also_zone.push(zone.into());
    dates.also_fold.push(String::new());
}

fn moves(fields: &mut MeetingFields, from: &str, date: &str, start: &str, end: &str) {
    let list = &mut fields.occurrences;
    list.moved_from.push(from.into());
    list.moved_date.push(date.into());
    list.moved_start_time.push(start.into());
    list.moved_end_time.push(end.into());
}

fn details(fields: &MeetingFields) -> MeetingDetails {
    match fields.parse(&context()) {
        Ok(sent) => sent.details,
        Err(errors) => panic!("{errors:?}"),
    }
}

/// Start of each date in UTC: "03-13 13:00".
fn starts(fields: &MeetingFields) -> Vec<String> {
    let say = |times: &ExactTimes| times.start_utc().format("%m-%d %H:%M").to_string();
    match details(fields).timing {
        Timing::Parts(sittings) | Timing::Slots(sittings) => sittings.iter().map(say).collect(),
        Timing::Series(series) => series.sittings().map(|(_, times)| say(&times)).collect(),
        other => panic!("{other:?}"),
    }
}

fn the_series(fields: &MeetingFields) -> Series {
    details(fields).timing.series().expect("a series").clone()
}

#[test]
fn parts_and_slots_are_read_beside_the_first() {
    let mut parts = held("parts");
    row(&mut parts, "", "16:00", "18:00", "");
    row(&mut parts, "", "", "", "");
    row(&mut parts, "14 3 2018", "9:00", "", "");
    assert_eq!(
        starts(&parts),
        ["03-13 13:00", "03-13 15:00", "03-14 08:00"]
    );

    let mut slots = held("slots");
    row(&mut slots, "14 March 2018", "9:00", "10:00", "Tokyo");
    assert_eq!(starts(&slots), ["03-13 13:00", "03-14 00:00"]);
    let Timing::Slots(sittings) = details(&slots).timing else {
        panic!("slots")
    };
    let zones: Vec<_> = sittings.iter().map(|times| times.zone().name()).collect();
    assert_eq!(zones, ["Europe/Zurich", "Asia/Tokyo"]);
}

#[test]
fn a_row_that_does_not_fit_is_named() {
    let mut fields = held("parts");
    assert_eq!(problems(&fields), ["also_start_time-0 too-few"]);
    row(&mut fields, "", "14:30", "16:00", "");
    row(&mut fields, "30 2 2018", "noon", "25:00", "CET");
    row(&mut fields, "14 5 2018", "9:00", "10:00", "");
    row(&mut fields, "", "17:00", "16:00", "");
    row(&mut fields, "25 3 2018", "2:30", "4:00", "");
    row(&mut fields, "", "22:00", "1:00", "");
    row(&mut fields, "13 3 1918", "22:00", "23:00", "");
    assert_eq!(
        problems(&fields),
        [
            "also_start_time-0 overlap",
            "also_date-1 not-a-date",
            "also_zone-1 unknown-zone",
            "also_start_time-1 not-a-time",
            "also_end_time-1 not-a-time",
            "also_date-2 too-many-days",
            "also_end_time-3 end-not-after-start",
            "also_start_time-4 in-gap",
            "also_date-6 date-out-of-range",
        ]
    );
    let mut fields = held("slots");
    row(&mut fields, "28 10 2018", "2:30", "4:00", "");
    fields.when.start_month = "10".into();
    assert_eq!(problems(&fields), ["also_start_time-0 in-fold"]);
    fields.dates.also_fold[0] = "later".into();
    assert_eq!(starts(&fields), ["10-13 12:00", "10-28 01:30"]);
}

#[test]
fn rows_without_end_are_refused() {
    let mut fields = held("parts");
    for hour in 0..30 {
        row(
            &mut fields,
            "14 3 2018",
            &format!("{}:{}0", hour / 2, hour % 2),
            "",
            "",
        );
    }
    fields.cut_rows();
    assert_eq!(fields.dates.also_rows().len(), 11);
    assert!(problems(&fields).contains(&"also_start_time too-many".to_owned()));
    for column in fields.dates.columns() {
        column.truncate(10);
    }
    assert_eq!(starts(&fields).len(), 11);
}

#[test]
fn plain_choices_make_a_series() {
    let second_tuesday = series("month-weekday", "count", "3");
    assert_eq!(
        starts(&second_tuesday),
        ["03-13 13:00", "04-10 12:00", "05-08 12:00"]
    );

    let mut other_week = series("week", "until", "10 April 2018");
    other_week.dates.every = "2".into();
    assert_eq!(
        starts(&other_week),
        ["03-13 13:00", "03-27 12:00", "04-10 12:00"]
    );

    let mut last_friday = series("month-last-weekday", "count", "3");
    assert_eq!(problems(&last_friday), ["step not-the-last-weekday"]);
    last_friday.when.start_day = "30".into();
    assert_eq!(
        starts(&last_friday),
        ["03-30 12:00", "04-27 12:00", "05-25 12:00"]
    );

    let mut thirty_first = series("month-day", "count", "٣");
    thirty_first.when.start_day = "31".into();
    assert_eq!(
        starts(&thirty_first),
        ["03-31 12:00", "05-31 12:00", "07-31 12:00"]
    );

    let mut listed = held("series");
    listed.dates.step = "dates".into();
    listed.dates.dates = "2018-03-20\n\n 3.4.2018 \n13 March 2018\n6 March 2018".into();
    assert_eq!(
        starts(&listed),
        ["03-06 13:00", "03-13 13:00", "03-20 13:00", "04-03 12:00"]
    );
}

#[test]
fn who_fills_in_one_end_need_not_choose_it_too() {
    let mut fields = series("week", "", "2");
    assert_eq!(starts(&fields).len(), 2);
    fields.dates.until_day = "3".into();
    fields.dates.until_month = "4".into();
    fields.dates.until_year = "2018".into();
    assert_eq!(problems(&fields), ["ends missing"]);
    fields.dates.count = String::new();
    assert_eq!(starts(&fields).len(), 4);
    fields.dates.until_year = String::new();
    assert_eq!(problems(&fields), ["until_date not-a-date"]);
}

#[test]
fn a_series_without_measure_names_the_field() {
    let refused = |change: fn(&mut MeetingFields)| {
        let mut fields = series("week", "count", "10");
        change(&mut fields);
        problems(&fields)
    };
    assert_eq!(refused(|f| f.dates.step = String::new()), ["step missing"]);
    assert_eq!(
        refused(|f| f.dates.step = "FREQ=DAILY".into()),
        ["step unknown-choice"]
    );
    assert_eq!(
        refused(|f| f.dates.every = "13".into()),
        ["every not-a-number"]
    );
    assert_eq!(
        refused(|f| f.dates.every = "-1".into()),
        ["every not-a-number"]
    );
    assert_eq!(
        refused(|f| f.dates.ends = "never".into()),
        ["ends unknown-choice"]
    );
    assert_eq!(
        refused(|f| f.dates.count = String::new()),
        ["count missing"]
    );
    assert_eq!(
        refused(|f| f.dates.count = "1".into()),
        ["count not-a-number"]
    );
    assert_eq!(
        refused(|f| f.dates.count = "121".into()),
        ["count not-a-number"]
    );
    assert_eq!(
        refused(|f| f.dates.count = "99999999999999999999".into()),
        ["count not-a-number"]
    );
    assert_eq!(
        refused(|f| f.dates.count = "106".into()),
        ["count too-many-months"]
    );
    assert!(details(&series("week", "count", "105")).timing.is_plural());

    let until = |end| problems(&series("month-day", "until", end));
    assert_eq!(
        until("13 4 2020"),
        ["until_date too-many-months"],
        "25 months"
    );
    assert_eq!(until("12 3 2018"), ["until_date end-not-after-start"]);
    assert_eq!(until("12 4 2018"), ["until_date too-few"]);
    assert_eq!(until("32 4 2018"), ["until_date not-a-date"]);

    let listed = |text: &str| {
        let mut fields = held("series");
        fields.dates.step = "dates".into();
        fields.dates.dates = text.into();
        problems(&fields)
    };
    assert_eq!(listed(""), ["dates too-few"]);
    assert_eq!(listed("13 3 2018\n13.3.2018"), ["dates too-few"]);
    assert_eq!(listed("20 3 2018\nsoon\n<b>"), ["dates unreadable-date"; 2]);
    assert_eq!(listed("14 3 2020"), ["dates too-many-months"]);
    assert_eq!(listed("1 1 0001"), ["dates too-many-months"]);
    assert_eq!(
        listed(&"soon\n".repeat(MAX_OCCURRENCES + 1)),
        ["dates too-many"]
    );

    assert_eq!(
        refused(|f| f.dates.confirm_day = "1".into()),
        ["confirm_date not-a-date"]
    );
}

#[test]
fn a_sitting_of_several_ends_in_the_night_after_it() {
    let mut fields = series("week", "count", "2");
    fields.when.start_time = "23:00".into();
    fields.when.end_time = "0:30".into();
    assert_eq!(problems(&fields), ["end_time end-not-after-start"]);
    let end = |fields: &mut MeetingFields, day: &str| {
        fields.when.end_day = day.into();
        fields.when.end_month = "3".into();
        fields.when.end_year = "2018".into();
    };
    end(&mut fields, "14");
    assert_eq!(starts(&fields), ["03-13 22:00", "03-20 22:00"]);
    end(&mut fields, "15");
    assert_eq!(problems(&fields), ["end_date over-a-day"]);
    end(&mut fields, "14");
    fields.when.end_time = "23:00".into();
    assert_eq!(problems(&fields), ["end_date over-a-day"]);
    fields.when.end_time = String::new();
    assert_eq!(problems(&fields), ["end_time missing"]);
    end(&mut fields, "13");
    assert_eq!(starts(&fields).len(), 2, "the same day says nothing new");
}

#[test]
fn only_hours_can_be_held_several_times() {
    let mut fields = series("week", "count", "2");
    fields.when.precision = "day".into();
    assert_eq!(problems(&fields), ["held one-needs-times"]);
    fields.when.held = "<script>".into();
    assert_eq!(problems(&fields), ["held unknown-choice"]);
    fields.when.held = "once".into();
    assert!(fields.parse(&context()).is_ok());
    fields.when.precision = String::new();
    fields.when.held = "series".into();
    assert_eq!(problems(&fields), ["precision missing"]);
}

#[test]
fn hours_that_the_clocks_skip_on_one_of_the_dates_are_the_first_pages_problem() {
    let mut fields = series("week", "count", "4");
    fields.when.start_day = "11".into();
    fields.when.start_time = "2:30".into();
    let error = fields.parse(&context()).unwrap_err().remove(0);
    assert_eq!(error.control(), "start_time");
    let Problem::InGap { before, after } = error.problem else {
        panic!("{error:?}")
    };
    assert_eq!(before.to_string(), "2018-03-25 01:30:00");
    assert_eq!(after.to_string(), "2018-03-25 03:30:00");
    assert_eq!(fields.first_unfinished(&context()), Some(Page::When));
    assert_eq!(fields.planned_series(), Err(Page::When));
    fields.when.start_time = "1:30".into();
    fields.when.end_time = "2:15".into();
    assert_eq!(problems(&fields), ["end_time in-gap"]);
}

#[test]
fn of_an_hour_that_is_there_twice_a_series_means_the_first() {
    let mut fields = series("week", "count", "3");
    fields.when.start_day = "21".into();
    fields.when.start_month = "10".into();
    fields.when.start_time = "2:30".into();
    fields.when.end_time = "4:00".into();
    assert_eq!(
        starts(&fields),
        ["10-21 00:30", "10-28 00:30", "11-04 01:30"]
    );
    fields.when.start_day = "28".into();
    assert_eq!(starts(&fields)[0], "10-28 00:30", "also on the first date");
}

#[test]
fn single_dates_are_left_out_and_moved() {
    let mut fields = series("week", "count", "5");
    fields.occurrences.skip = strings(&["2018-03-20", "2018-03-21", "never"]);
    moves(&mut fields, "2018-03-13", "", "", "");
    moves(&mut fields, "2018-03-27", "28 March 2018", "", "");
    moves(&mut fields, "2018-04-03", "", "16:00", "");
    moves(&mut fields, "2018-04-10", "2018-04-11", "23:30", "0:15");
    moves(&mut fields, "2019-01-01", "x", "y", "z");
    moves(&mut fields, "2018-03-20", "x", "", "");
    assert_eq!(
        starts(&fields),
        ["03-13 13:00", "03-28 12:00", "04-03 14:00", "04-11 21:30"],
        "what is left out, or no date of the rule, is not read"
    );
    let lengths: Vec<_> = the_series(&fields)
        .sittings()
        .map(|(_, times)| (times.end_utc().unwrap() - times.start_utc()).num_minutes())
        .collect();
    assert_eq!(
        lengths,
        [60, 60, 60, 45],
        "a new start alone keeps the length"
    );
    assert_eq!(fields.planned_series(), Ok(the_series(&fields)));
}

#[test]
fn mistakes_in_the_list_name_the_row_of_the_date() {
    let mut fields = series("week", "count", "4");
    moves(&mut fields, "2018-04-03", "the day after", "", "");
    moves(&mut fields, "2018-03-20", "25.3.2018", "2:30", "");
    moves(&mut fields, "2018-03-27", "", "late", "later");
    assert_eq!(
        problems(&fields),
        [
            "moved_start_time-1 in-gap",
            "moved_start_time-2 not-a-time",
            "moved_end_time-2 not-a-time",
            "moved_date-3 not-a-date",
        ]
    );
    assert_eq!(fields.first_unfinished(&context()), Some(Page::Occurrences));
    let series = fields
        .planned_series()
        .expect("the list is shown nevertheless");
    assert_eq!(series.sittings().count(), 4);

    let mut fields = self::series("week", "count", "2");
    fields.occurrences.skip = strings(&["2018-03-13", "2018-03-20"]);
    assert_eq!(problems(&fields), ["skip too-few"]);
}

#[test]
fn a_series_may_have_begun_but_not_be_over() {
    let mut fields = series("week", "count", "4");
    fields.when.start_month = "2".into();
    assert!(fields.parse(&context()).is_ok(), "the last is on 6 March");
    fields.dates.count = "3".into();
    assert_eq!(problems(&fields), ["past_reason past-needs-reason"]);
    assert_eq!(fields.first_unfinished(&context()), Some(Page::When));
}

#[test]
fn pages_are_asked_for_as_they_are_needed() {
    let names = |fields: &MeetingFields| fields.pages().map(Page::as_str).collect::<Vec<_>>();
    assert_eq!(names(&seed()), ["who", "when", "how"]);
    assert_eq!(names(&held("parts")), ["who", "when", "dates", "how"]);
    assert_eq!(
        names(&held("series")),
        ["who", "when", "dates", "occurrences", "how"]
    );
    let fields = held("series");
    assert_eq!(fields.first_unfinished(&context()), Some(Page::Dates));
    assert!(fields.is_untouched(Page::Dates) && fields.is_untouched(Page::Occurrences));
    assert_eq!(Page::from_name("occurrences"), Some(Page::Occurrences));
}

#[test]
fn a_midnight_that_the_clocks_skip_ends_each_date() {
    for (zone, [day, month], ends) in [
        ("Asia/Beirut", ["13", "3"], ["13 22", "20 22", "27 22"]),
        ("Africa/Cairo", ["15", "4"], ["15 22", "22 22", "29 22"]),
    ] {
        let mut fields = series("week", "count", "3");
        fields.when.zone = zone.into();
        fields.when.start_day = day.into();
        fields.when.start_month = month.into();
        fields.when.start_year = "2027".into();
        fields.when.start_time = "22:00".into();
        fields.when.end_time = "24:00".into();
        let series = the_series(&fields);
        let said = series.sittings().map(|(date, times)| {
            assert_eq!(times.last_day(), date);
            times.end_utc().unwrap().format("%d %H").to_string()
        });
        assert_eq!(said.collect::<Vec<_>>(), ends, "{zone}");
        let mut read = MeetingFields::fill(&details(&fields), None);
        read.who = fields.who.clone();
        assert_eq!(the_series(&read), series);
    }
}

#[test]
fn editing_reads_back_what_was_said() {
    let overnight = |f: &mut MeetingFields| {
        f.when.start_time = "23:00".into();
        f.when.end_time = "0:30".into();
        f.when.end_day = "14".into();
        f.when.end_month = "3".into();
        f.when.end_year = "2018".into();
    };
    let mut all = Vec::new();
    for (step, ends, end) in [
        ("week", "count", "120"),
        ("week", "until", "10 4 2018"),
        ("month-weekday", "count", "12"),
        ("month-day", "until", "13 3 2020"),
        ("dates", "", ""),
    ] {
        let mut fields = series(step, ends, end);
        if end == "120" {
            fields.dates.count = "52".into();
            fields.occurrences.skip = strings(&["2018-03-20", "2018-05-01"]);
            moves(&mut fields, "2018-03-27", "28 3 2018", "", "");
            moves(&mut fields, "2018-04-03", "", "9:00", "12:00");
            moves(&mut fields, "2018-04-10", "12 4 2018", "23:00", "1:00");
        }
        fields.dates.dates = "20 3 2018\n6 3 2018".into();
        fields.dates.confirm_day = "1".into();
        fields.dates.confirm_month = "4".into();
        fields.dates.confirm_year = "2018".into();
        all.push(fields.clone());
        fields.when.end_time = String::new();
        all.push(fields.clone());
        overnight(&mut fields);
        all.push(fields);
    }
    for kind in ["parts", "slots"] {
        let mut fields = held(kind);
        row(&mut fields, "", "9:00", "", "");
        row(&mut fields, "14 3 2018", "23:00", "0:30", "Nairobi");
        overnight(&mut fields);
        all.push(fields.clone());
        row(&mut fields, "28 3 2018", "2:30", "", "");
        fields.when.start_day = "27".into();
        fields.when.end_day = "28".into();
        fields.dates.also_month = strings(&["", "3", "3"]);
        all.push(fields);
    }
    for (number, fields) in all.iter().enumerate() {
        let sent = fields
            .parse(&context())
            .unwrap_or_else(|e| panic!("{number}: {e:?}"));
        let edited = MeetingFields::fill(&sent.details, Some(&sent.poster));
        assert_eq!(edited.parse(&context()).unwrap(), sent, "variant {number}");
    }
}

#[test]
fn the_last_date_of_a_series_can_be_edited_but_not_posted() {
    let mut fields = series("week", "count", "2");
    fields.dates.count = "1".into();
    let editing = Context {
        is_edit: true,
        ..context()
    };
    let details = fields.parse(&editing).unwrap().details;
    let filled = MeetingFields::fill(&details, None);
    assert_eq!(filled.dates.count, "1");
    assert!(fields.parse(&context()).is_err());
}

#[test]
fn the_next_one_has_the_pattern_and_no_date() {
    let mut fields = series("month-weekday", "until", "12 6 2018");
    fields.dates.every = "2".into();
    fields.occurrences.skip = strings(&["2018-05-08"]);
    let next = MeetingFields::next_one(&details(&fields));
    assert_eq!(
        next.dates,
        DatesFields {
            step: "month-weekday".into(),
            every: "2".into(),
            ends: "until".into(),
            ..DatesFields::default()
        }
    );
    assert_eq!(next.occurrences, OccurrenceFields::default());
    assert_eq!(
        (next.when.held.as_str(), next.when.start_day.as_str()),
        ("series", "")
    );
    assert!(
        next.is_untouched(Page::Dates),
        "no complaint before it was looked at"
    );

    let mut fields = held("slots");
    row(&mut fields, "", "20:00", "21:00", "Tokyo");
    let slots = details(&fields);
    let next = MeetingFields::next_one(&slots);
    assert_eq!(next.when.zone, "Asia/Tokyo", "which begins first");
    assert_eq!(next.dates.also_zone, ["Europe/Zurich"]);
    let mut fields = held("parts");
    row(&mut fields, "", "16:00", "17:00", "");
    let next = MeetingFields::next_one(&details(&fields));
    assert_eq!(next.dates.also_start_time, ["16:00"]);
    assert_eq!(next.dates.also_day, [""]);
    row(&mut fields, "14 3 2018", "16:00", "17:00", "");
    let next = MeetingFields::next_one(&details(&fields));
    assert_eq!(
        next.dates,
        DatesFields::default(),
        "other days are typed anew"
    );
    assert_eq!(next.when.held, "parts");
    assert_ne!(next.when, WhenFields::default());
}
