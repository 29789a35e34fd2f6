//! What is noticed, and above all what is not.

use super::*;
use crate::domain::fields::sample::call;
use proptest::prelude::*;

/// 9 March 2018 is a Friday; Zurich is at UTC+1 then, and at UTC+2 on 9 July, a Monday.
const MARCH: &str = "Europe/Zurich 2018-03-09 14:00 15:00";
const JULY: &str = "UTC 2018-07-09 14:00 15:00";

/// "Zone date start end", without the times for whole days, without the end for an open one.
fn meeting(when: &str, title: &str, description: &str, agenda: &str) -> MeetingDetails {
    let mut when = when.split(' ');
    let zone = when.next().unwrap();
    let mut date = when.next().unwrap().split('-');
    let mut part = || date.next().unwrap().to_owned();
    let (year, month, day) = (part(), part(), part());
    let start = when.next().map(str::to_owned);
    call(|fields| {
        let (who, when_fields) = (&mut fields.who, &mut fields.when);
        who.title = title.into();
        who.description = description.into();
        who.agenda = agenda.into();
        when_fields.precision = if start.is_some() { "exact" } else { "day" }.into();
        when_fields.zone = zone.into();
        when_fields.start_day = day;
        when_fields.start_month = month;
        when_fields.start_year = year;
        when_fields.start_time = start.unwrap_or_default();
        when_fields.end_time = when.next().unwrap_or_default().into();
    })
}

/// What is said of a meeting, in short.
fn said(details: &MeetingDetails) -> Vec<String> {
    contradictions(details)
        .iter()
        .map(|found| match found {
            Contradiction::ClockTime {
                written,
                utc,
                season,
                ..
            } => {
                let season = season
                    .as_ref()
                    .map(|s| format!(" or {}", s.utc.format("%H:%M")));
                format!(
                    "{written} = {}{}",
                    utc.format("%H:%M"),
                    season.unwrap_or_default()
                )
            }
            Contradiction::ZoneAbbreviation {
                written,
                local_offset,
                ..
            } => format!("{written}: {local_offset}"),
            Contradiction::Weekday {
                written,
                date,
                actual,
                ..
            } => format!("{written}: {date} {actual}"),
            Contradiction::DateInTitle { written, date } => format!("{written} not {date}"),
        })
        .collect()
}

#[track_caller]
fn assert_said(when: &str, place: &str, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let details = match place {
            "title" => meeting(when, text, "", ""),
            "agenda" => meeting(when, "Monthly call", "", text),
            _ => meeting(when, "Monthly call", text, ""),
        };
        assert_eq!(said(&details), *expected, "{when} {place}: {text}");
    }
}

#[test]
fn clock_times_that_are_right_are_left_alone() {
    let right = [
        "14:00 UTC",
        "14h UTC",
        "14h00 GMT",
        "1400 UTC",
        "14.00 (UTC)",
        "14:00Z",
        "2pm UTC",
        "2 p.m. gmt",
        "14:00 – 15:00 UTC",
        "2-3 pm UTC",
        "14:00 UTC-15:00 UTC",
        "14:00 UTC - 15:00",
        "15:00 UTC+1",
        "19:45 UTC+5:45",
        "19:45 UTC+5.75",
        "9:00 GMT-5",
        "9:00 UTC −05:00",
        "UTC 14:00",
        "UTC: 14:00",
        "16:00 CEST / 14:00 UTC",
        "16:00 CET/CEST",
        "16:00 CEST (UTC+2), 10:00 EDT, 7am PDT",
        "17:00 EAT",
        "23:00 JST",
        "19:30 IST",
        "17:00 IST",
        "15:00 BST",
        "20:00 BST",
        "22:00 CST",
        "10:00 ET",
        "16:00 Geneva time",
        "16:00 (Geneva time)",
        "10am New York time",
        "16h00, heure de Genève",
        "16h00 heure de Genève",
        "١٤:٠٠ UTC",
        "１４：００ UTC",
        "**14:00** UTC",
        "14:00 hrs UTC",
    ];
    for text in right {
        assert_said(JULY, "title", &[(text, &[])]);
        assert_said(JULY, "description", &[(text, &[])]);
    }
}

#[test]
fn clock_times_that_are_not_the_form_s_are_noticed() {
    assert_said(
        JULY,
        "title",
        &[
            ("Call at 13:00 UTC", &["13:00 UTC = 13:00"]),
            ("Call, 14:30 UTC", &["14:30 UTC = 14:30"]),
            ("Call 15:00 CEST", &["15:00 CEST = 13:00"]),
            ("Call 1500 GMT+2", &["1500 GMT+2 = 13:00"]),
            ("Call 9 am EDT", &["9 am EDT = 13:00"]),
            ("Call 9-10 am EDT", &["9-10 am EDT = 13:00"]),
            ("Call 20:00 IST", &["20:00 IST = 14:30"]),
            ("Call 15:00 Geneva time", &["15:00 Geneva time = 13:00"]),
            ("Appel 15h heure de Paris", &["15h heure de Paris = 13:00"]),
            ("UTC 12:00 call", &["UTC 12:00 = 12:00"]),
        ],
    );
    assert_said(
        JULY,
        "description",
        &[
            ("We meet at **13:00 UTC** on line.", &["13:00 UTC = 13:00"]),
            (
                "14:00 UTC (9:00 EDT, 16:00 CEST, 22:00 CST)",
                &["9:00 EDT = 13:00"],
            ),
            // One warning for one mistake.
            ("13:00 UTC / 15:00 CEST", &["13:00 UTC = 13:00"]),
        ],
    );
}

#[test]
fn an_abbreviation_of_another_season_is_noticed() {
    assert_said(
        JULY,
        "description",
        &[
            ("We begin at 15:00 CET.", &["15:00 CET = 14:00 or 13:00"]),
            ("We begin at 16:00 CET.", &["16:00 CET: +02:00"]),
            ("We begin at 10 AM EST.", &["10 AM EST: -04:00"]),
            ("We begin at 12:00 CET.", &["12:00 CET = 11:00 or 10:00"]),
            ("All times are in CET.", &["CET: +02:00"]),
            ("15:00 CET (UTC+1)", &[]),
            ("The CET programme of EST Lyon", &[]),
        ],
    );
    let zurich = "Europe/Zurich 2018-07-09 16:00 17:00";
    assert_said(
        zurich,
        "title",
        &[
            ("Call 16:00 CET", &["16:00 CET: +02:00"]),
            ("Call 15:00 CET", &["15:00 CET = 14:00 or 13:00"]),
            ("Call 16:00 CEST", &[]),
        ],
    );
    assert_said(MARCH, "title", &[("14:00 CEST", &["14:00 CEST: +01:00"])]);
    // Where the abbreviation is right, or has another meaning that is.
    for (when, text) in [
        ("America/Panama 2018-07-09 09:00 10:00", "9:00 EST"),
        ("Africa/Algiers 2018-07-09 15:00 16:00", "15:00 CET"),
        ("Asia/Shanghai 2018-07-09 22:00 23:00", "22:00 CST"),
        ("Asia/Manila 2018-07-09 22:00 23:00", "22:00 PST"),
        ("Europe/Zurich 2018-07-09", "16:00 CEST"),
        ("Australia/Sydney 2018-07-09 10:00", "10:00 AEST"),
    ] {
        assert_said(when, "title", &[(text, &[])]);
    }
    assert_said(
        "Europe/London 2018-07-09 15:00 16:00",
        "title",
        &[("15:00 GMT", &["15:00 GMT: +01:00"])],
    );
    assert_said(
        "Europe/Zurich 2018-07-09",
        "description",
        &[("From 9:00 CET", &["9:00 CET: +02:00"])],
    );
}

#[test]
fn times_that_may_be_about_something_else_are_left_alone() {
    assert_said(
        JULY,
        "description",
        &[
            ("Coffee at 15:30, doors at 13:45", &[]),
            ("14:00 UTC. Test your sound at 13:45 UTC.", &[]),
            ("Register by 18:00 UTC", &[]),
            ("Registration closes on 5 July, 18:00 UTC.", &[]),
            ("Next call: 6 August, 15:00 CEST", &[]),
            ("Questions from 14:30 UTC", &[]),
            ("Calls every Thursday 15:00 UTC", &[]),
            ("à 13:00 cet atelier, à 15h est prévu", &[]),
            ("Room 1300 EAST, 6 August 2024 UTC", &[]),
            (
                "See https://example.org/2018-01-01T13:00Z and a@15:30.utc",
                &[],
            ),
            ("Articles 13.00 and 12:13 of the Charter", &[]),
        ],
    );
    assert_said(
        JULY,
        "agenda",
        &[
            ("14:00 UTC Welcome\n14:20 UTC Reports\n14:50 UTC AOB", &[]),
            ("09:00 Welcome\n09:30 Reports", &[]),
        ],
    );
    assert_said(
        "UTC 2018-07-09 14:00",
        "agenda",
        &[("14:30 UTC Welcome\n17:00 UTC Reports", &[])],
    );
}

#[test]
fn weekdays_beside_the_date_are_checked() {
    let wrong = [
        ("Thursday 9 March", "Thursday 9 March"),
        ("Thursday, 9th of March 2018", "Thursday, 9th of March 2018"),
        ("9 March 2018 (Thu)", "9 March 2018 (Thu)"),
        ("March 9, 2018, Thursday", "March 9, 2018, Thursday"),
        ("Thursday the 9th March", "Thursday the 9th March"),
        ("jeudi 9 mars", "jeudi 9 mars"),
        ("Jueves, 9 de marzo de 2018", "Jueves, 9 de marzo de 2018"),
        ("четверг, 9 марта", "четверг, 9 марта"),
        ("الخميس، 9 مارس 2018", "الخميس، 9 مارس 2018"),
        ("الخميس ٩ مارس", "الخميس ٩ مارس"),
        ("2018年3月9日星期四", "2018年3月9日星期四"),
        ("3月9日（周四）", "3月9日（周四）"),
        ("Thursday 2018-03-09", "Thursday 2018-03-09"),
    ];
    for (text, written) in wrong {
        let expected = format!("{written}: 2018-03-09 Fri");
        assert_said(MARCH, "title", &[(text, &[&expected])]);
        assert_said(MARCH, "description", &[(text, &[&expected])]);
    }
    for right in [
        "Friday 9 March",
        "vendredi 9 mars",
        "viernes 9 de marzo",
        "пятница, 9 марта",
        "الجمعة، 9 مارس",
        "2018年3月9日星期五",
        "3月9日（周五）",
        "9 March (Friday)",
        "Friday call",
        "Thursday – Friday, 8–9 March",
        "8-9 March (Thursday, Friday)",
        "Deadline Wednesday 9 February, call on 9 March, Friday 9 March",
    ] {
        assert_said(MARCH, "title", &[(right, &[])]);
    }
    // Other dates are not the form's matter.
    assert_said(
        MARCH,
        "description",
        &[
            ("Comments until Thursday 2 March; Monday is a holiday", &[]),
            ("9 March, Thursday 15 March", &[]),
        ],
    );
}

#[test]
fn the_only_weekday_of_a_title_is_checked() {
    assert_said(
        MARCH,
        "title",
        &[
            ("Thursday call", &["Thursday: 2018-03-09 Fri"]),
            ("Appel du jeudi", &["jeudi: 2018-03-09 Fri"]),
            ("星期四会议", &["星期四: 2018-03-09 Fri"]),
            ("Monday to Friday series", &[]),
            ("Fridays and Thursdays for the future", &[]),
            ("Цифровая среда", &[]),
            ("Foro de Santo Domingo", &[]),
            ("两周一次的会议", &[]),
            ("Sun, sat, mon, wed", &[]),
        ],
    );
    // Friday evening in Los Angeles is Saturday in UTC: both may be meant.
    let evening = "America/Los_Angeles 2018-03-09 18:00 19:00";
    assert_said(
        evening,
        "title",
        &[("Friday call", &[]), ("Call, Saturday 10 March", &[])],
    );
}

#[test]
fn a_date_left_in_the_title_is_noticed() {
    let august = "UTC 2024-08-13 12:30 13:30";
    assert_said(
        august,
        "title",
        &[
            ("DC call, 6 August 2024", &["6 August 2024 not 2024-08-13"]),
            ("DC call, August 6th", &["August 6th not 2024-08-13"]),
            ("DC call, 2024-08-06", &["2024-08-06 not 2024-08-13"]),
            (
                "DC call, 13 August 2023",
                &["13 August 2023 not 2024-08-13"],
            ),
            ("Réunion du 6 août", &["6 août not 2024-08-13"]),
            (
                "Reunión del 6 de agosto de 2024",
                &["6 de agosto de 2024 not 2024-08-13"],
            ),
            ("Встреча 6 августа 2024", &["6 августа 2024 not 2024-08-13"]),
            ("2024年8月6日会议", &["2024年8月6日 not 2024-08-13"]),
            ("Thursday 6 August call", &["6 August not 2024-08-13"]),
            ("DC call, 13 August 2024", &[]),
            ("DC call, Aug. 13", &[]),
            ("DC week, 12–16 August", &[]),
            ("DC month, 1 August – 2 September", &[]),
            ("Call of 13 August on the report of 6 August", &[]),
            ("Session 4 May I ask", &[]),
            ("DC call #6 August", &[]),
            ("August 2024 call", &[]),
            ("6/8/2024", &[]),
        ],
    );
    // In the text dates are about many things.
    assert_said(
        august,
        "description",
        &[("As agreed on 6 August 2024", &[])],
    );
}

#[test]
fn nothing_is_said_of_what_is_not_settled() {
    let mut details = meeting(MARCH, "Thursday call, 6 August, 9:00 CEST", "", "");
    details.timing = crate::domain::Timing::Once(crate::domain::Times::Unknown);
    assert_eq!(said(&details), [""; 0]);
}

#[test]
fn nasty_texts_are_read_to_their_end() {
    let long = 8000;
    for piece in [
        "9",
        "9 ",
        "15:00 UTC ",
        "15:00 Xx time ",
        "9 March Thursday ",
        "星期",
        "(",
        "UTC+",
        "*",
        "2018-",
        "é\u{301}",
        "\u{1f642}",
        "15:00 CET\n",
        "a@",
        "://",
        "Geneva time ",
        "٩ مارس ",
        "99999999999999999999 UTC ",
        "15:00 CET/",
        "1-2-",
        "heure de Xx ",
        "\u{20000}",
    ] {
        let text: String = piece.chars().cycle().take(long).collect();
        let details = meeting(JULY, "Call", &text, "");
        assert!(contradictions(&details).len() <= MOST, "{piece}");
    }
}

proptest! {
    #[test]
    fn any_text_at_all_can_be_judged(text in "\\PC{0,150}") {
        contradictions(&meeting(JULY, &format!("x{text}"), &text, &text));
    }

    #[test]
    fn any_mixture_of_what_is_looked_for_can_be_judged(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "9", "15", "00", "2018", ":", "-", "–", " ", "\n", "UTC", "CET", "EST", "+", "3",
                "March", "mars", "Thursday", "星期四", "年", "月", "日", "(", ")", "/", "pm", "h",
                "Geneva", "time", "heure", "de", "\u{301}", "ß", "٩", ".", ",",
            ]),
            0..60,
        )
    ) {
        let text = pieces.concat();
        contradictions(&meeting(MARCH, &format!("x{text}"), &text, ""));
    }
}
