//! What is held several times, from the form to the check page: parts, slots to choose from, and
//! series with their clocks' changes, their gaps and their exceptions.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp};
use crate::support::browser::{Browser, browser, screenshot};
use crate::support::hands::{assert_no_sideways_scrolling, open, press, text, tick, type_all};
use crate::support::meetings::{SEED, with};
use fantoccini::Locator;
use igf_calendar::domain::{MeetingDetails, MeetingId, Timing};

/// The seed's meeting on Tuesday, 13 March 2018, 15:00 to 16:00 in Geneva, again and again.
const SERIES: [(&str, &str); 4] = [
    ("start_day", "13"),
    ("start_time", "15:00"),
    ("end_time", "16:00"),
    ("held", "series"),
];

type Answers<'a> = &'a [(&'a str, &'a str)];

fn series<'a>(changes: Answers<'a>) -> Vec<(&'a str, &'a str)> {
    with(&with(SEED, &SERIES), changes)
}

/// Begins a series on page "when" and returns the page of its dates.
async fn until_dates(app: &TestApp, changes: Answers<'_>) -> Page {
    let page = app.reader.post("/en/post", &series(changes)).await;
    assert!(
        page.path.ends_with("/dates"),
        "{}: {:?}",
        page.path,
        page.errors()
    );
    page
}

/// Answers the page of the dates and returns what comes next.
async fn dates(app: &TestApp, page: &Page, answers: Answers<'_>) -> Page {
    app.reader.post(&page.path, answers).await
}

/// Sends the answers on the check page; returns what waits at the desk.
async fn send(app: &TestApp, check: &Page) -> MeetingDetails {
    assert!(
        check.path.ends_with("/check"),
        "{}: {:?}",
        check.path,
        check.errors()
    );
    let sent = app
        .reader
        .post(&check.path.replace("/check", "/send"), &[])
        .await;
    assert!(sent.path.ends_with("/sent"), "{}", sent.path);
    let (meeting, _) = app.waiting().pop().expect("it waits");
    let state = app
        .store
        .meeting(MeetingId::parse(&meeting).expect("an id"))
        .expect("a store");
    state
        .expect("a meeting")
        .newest
        .expect("a revision")
        .details
}

/// Starts in UTC.
fn starts(details: &MeetingDetails) -> Vec<String> {
    let say = |at: chrono::DateTime<chrono::Utc>| at.format("%m-%d %H:%M").to_string();
    match &details.timing {
        Timing::Parts(all) | Timing::Slots(all) => {
            all.iter().map(|times| say(times.start_utc())).collect()
        }
        Timing::Series(series) => series
            .sittings()
            .map(|(_, times)| say(times.start_utc()))
            .collect(),
        other => panic!("{other:?}"),
    }
}

/// The rows of a list of dates.
fn rows(page: &Page) -> Vec<String> {
    page.texts(".dates > li")
}

on_both_databases! {
    /// Across the night in which Europe's clocks go forward.
    async fn a_weekly_call_is_listed_with_the_change_of_clocks(app: TestApp) {
        let page = until_dates(&app, &[]).await;
        assert_eq!(page.texts(".over-title"), ["Step 3 of 5"]);
        assert_eq!(
            page.texts("#step label"),
            [
                "Every week, on Tuesday",
                "Every month, on the second Tuesday",
                "Every month, on the 13th",
                "On dates that I list",
            ]
        );
        let list = dates(&app, &page, &[("step", "week"), ("ends", "count"), ("count", "4")]).await;
        assert!(list.path.ends_with("/occurrences"), "{}: {:?}", list.path, list.errors());
        let shown = rows(&list);
        assert_eq!(shown.len(), 4);
        assert!(
            shown[1].starts_with("Tuesday, 20 March 2018 15:00 – 16:00 Zurich (UTC+1) 14:00 – 15:00 UTC"),
            "{shown:?}"
        );
        assert!(
            shown[2].starts_with(
                "From here on 13:00 UTC: clocks change in Zurich \
                 Tuesday, 27 March 2018 15:00 – 16:00 Zurich (UTC+2) 13:00 – 14:00 UTC"
            ),
            "{shown:?}"
        );
        assert_eq!(list.texts(".shift").len(), 1, "only at the row that changes");
        let check = app.reader.post(&list.path, &[]).await;
        assert!(check.words().contains("Every week, on Tuesday"), "{}", check.words());
        assert_eq!(rows(&check).len(), 4);
        assert_eq!(
            starts(&send(&app, &check).await),
            ["03-13 14:00", "03-20 14:00", "03-27 13:00", "04-03 13:00"]
        );
    }

    /// The second Tuesday, the last Friday of every other month, the 31st.
    async fn months_are_counted_as_people_count_them(app: TestApp) {
        for (start, answers, expected) in [
            ("13", ("month-weekday", "1"), ["03-13 14:00", "04-10 13:00", "05-08 13:00"]),
            ("30", ("month-last-weekday", "2"), ["03-30 13:00", "05-25 13:00", "07-27 13:00"]),
            ("31", ("month-day", ""), ["03-31 13:00", "05-31 13:00", "07-31 13:00"]),
        ] {
            let page = until_dates(&app, &[("start_day", start)]).await;
            let (step, every) = answers;
            let list = dates(&app, &page, &[("step", step), ("every", every), ("count", "3")]).await;
            let check = app.reader.post(&list.path, &[]).await;
            assert_eq!(starts(&send(&app, &check).await), expected, "{step}");
        }
    }

    /// Dates without a rule, of which one is left out and two are moved.
    async fn listed_dates_are_left_out_and_moved(app: TestApp) {
        let page = until_dates(&app, &[]).await;
        let list = dates(
            &app,
            &page,
            &[("step", "dates"), ("dates", "20 3 2018\r\n2018-04-10\r\n\r\n8 May 2018\r\n12.6.2018")],
        )
        .await;
        assert_eq!(rows(&list).len(), 5, "{:?}", list.errors());
        assert_eq!(
            list.attributes("[name=skip]", "value"),
            ["2018-03-13", "2018-03-20", "2018-04-10", "2018-05-08", "2018-06-12"]
        );
        let mut answers = vec![("skip", "2018-03-20")];
        for (from, date, start, end) in [
            ("2018-03-13", "", "", ""),
            ("2018-03-20", "", "", ""),
            ("2018-04-10", "11 April 2018", "", ""),
            ("2018-05-08", "", "9:30", ""),
            ("2018-06-12", "", "", ""),
        ] {
            answers.extend([
                ("moved_from", from),
                ("moved_date", date),
                ("moved_start_time", start),
                ("moved_end_time", end),
            ]);
        }
        let check = app.reader.post(&list.path, &answers).await;
        let shown = rows(&check);
        assert!(shown[1].contains("Not held on this date"), "{shown:?}");
        assert!(
            shown[2].contains("Wednesday, 11 April 2018")
                && shown[2].contains("Moved: instead of Tuesday, 10 April 2018"),
            "{shown:?}"
        );
        assert!(
            shown[3].contains("09:30 – 10:30") && shown[3].contains("Other hours than usual"),
            "{shown:?}"
        );
        // Coming back, all of it is there.
        let again = app.reader.get(&check.path.replace("/check", "/occurrences")).await;
        assert_eq!(again.attributes("[name=skip][checked]", "value"), ["2018-03-20"]);
        assert_eq!(again.attributes("#moved_date-2", "value"), ["11 April 2018"]);
        assert_eq!(again.attributes("details[open] #moved_start_time-3", "value"), ["9:30"]);
        assert_eq!(again.texts("details[open]").len(), 2, "the others are folded");
        assert_eq!(
            starts(&send(&app, &check).await),
            ["03-13 14:00", "04-11 13:00", "05-08 07:30", "06-12 13:00"]
        );
    }

    /// A morning and an afternoon.
    async fn parts_have_their_own_hours(app: TestApp) {
        let page = app
            .reader
            .post(
                "/en/post",
                &series(&[("held", "parts"), ("start_time", "10:00"), ("end_time", "13:00")]),
            )
            .await;
        assert_eq!(page.texts(".over-title"), ["Step 3 of 4"]);
        assert_eq!(page.texts("h1"), ["The other parts"]);
        assert!(page.words().contains("10:00 – 13:00 Zurich (UTC+1)"), "{}", page.words());
        let row = [("also_start_time", "15:00"), ("also_end_time", "18:00")];
        let more = dates(&app, &page, &with(&row, &[("do", "add-sitting")])).await;
        assert_eq!(more.status, 200);
        assert_eq!(
            more.attributes("[name=also_end_time]", "id"),
            ["also_end_time-0", "also_end_time-1"]
        );
        assert_eq!(more.attributes("#also_start_time-0", "value"), ["15:00"]);
        let check = dates(&app, &page, &row).await;
        assert!(check.words().contains("In 2 parts"), "{}", check.words());
        assert_eq!(rows(&check).len(), 2);
        let details = send(&app, &check).await;
        assert!(matches!(details.timing, Timing::Parts(_)));
        assert_eq!(starts(&details), ["03-13 09:00", "03-13 14:00"]);
    }

    /// The same call for two sides of the world, announced once.
    async fn of_twin_slots_people_choose_either(app: TestApp) {
        let page = app.reader.post("/en/post", &series(&[("held", "slots")])).await;
        let check = dates(
            &app,
            &page,
            &[
                ("also_day", "14"),
                ("also_month", "3"),
                ("also_year", "2018"),
                ("also_start_time", "8:00"),
                ("also_end_time", "9:00"),
                ("also_zone", "Tokyo"),
            ],
        )
        .await;
        assert!(check.words().contains("choose either"), "{}: {:?}", check.words(), check.errors());
        let shown = rows(&check);
        assert!(
            shown[1].contains("08:00 – 09:00 Tokyo (UTC+9) 23:00 – 24:00 UTC, 13 March"),
            "UTC with its own date: {shown:?}"
        );
        let details = send(&app, &check).await;
        assert!(matches!(details.timing, Timing::Slots(_)));
        assert_eq!(starts(&details), ["03-13 14:00", "03-13 23:00"]);
    }

    /// An edit of a series begins with all of it filled in.
    async fn a_series_is_edited_as_it_was_posted(app: TestApp) {
        let page = until_dates(&app, &[]).await;
        dates(&app, &page, &[("step", "week"), ("every", "2"), ("count", "3"), ("confirm_day", "1"), ("confirm_month", "4"), ("confirm_year", "2018")]).await;
        let check = page.path.replace("/dates", "/check");
        app.reader.post(&page.path.replace("/dates", "/occurrences"), &[("skip", "2018-03-27")]).await;
        let sent = app.reader.post(&check.replace("/check", "/send"), &[]).await;
        let edit = sent.attributes("#edit-address", "value").pop().expect("an address");
        let check = app.reader.post(&edit, &[]).await;
        let form = app.reader.get(&check.path.replace("/check", "/dates")).await;
        for (id, value) in [("every", "2"), ("count", "3"), ("confirm_day", "1")] {
            assert_eq!(form.attributes(&format!("#{id}"), "value"), [value], "{id}");
        }
        assert_eq!(form.attributes("[name=step][checked]", "value"), ["week"]);
        let list = app.reader.get(&check.path.replace("/check", "/occurrences")).await;
        assert_eq!(list.attributes("[name=skip][checked]", "value"), ["2018-03-27"]);
        assert!(rows(&list)[2].contains("Planned, to be confirmed"), "{:?}", rows(&list));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_come_in_one_form_from_a_script() {
    let app = TestApp::on_sqlite().await;
    let whole = series(&[
        ("step", "week"),
        ("count", "3"),
        ("skip", "2018-03-20"),
        ("moved_from", "2018-03-27"),
        ("moved_start_time", "17:00"),
    ]);
    let check = app.reader.post("/en/post", &whole).await;
    let details = send(&app, &check).await;
    assert_eq!(starts(&details), ["03-13 14:00", "03-27 15:00"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_that_the_clocks_skip_on_one_date_are_refused_with_that_date() {
    let app = TestApp::on_sqlite().await;
    let night = [
        ("start_day", "11"),
        ("start_time", "2:30"),
        ("end_time", "4:00"),
    ];
    let page = until_dates(&app, &night).await;
    let when = dates(&app, &page, &[("step", "week"), ("count", "4")]).await;
    assert!(
        when.path.ends_with("/when"),
        "the hours have to change: {}",
        when.path
    );
    assert_eq!(
        when.errors(),
        [
            "start_time: Start time: on Sunday, 25 March 2018 the clocks go forward and skip this \
          time. Enter 01:30 or 03:30"
        ]
    );
    let kept = app.reader.get(&page.path).await;
    assert_eq!(kept.attributes("#count", "value"), ["4"]);
    let later = with(&night, &[("start_time", "3:30")]);
    let later = series(&later);
    let check = app.reader.post(&when.path, &later).await;
    assert!(
        check.path.ends_with("/check"),
        "{}: {:?}",
        check.path,
        check.errors()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn series_without_measure_are_refused_and_nothing_typed_is_lost() {
    let app = TestApp::on_sqlite().await;
    let page = until_dates(&app, &[]).await;
    let cases: [(Answers<'_>, &[&str]); 9] = [
        (&[], &["step: Choose how it is repeated"]),
        (&[("step", "week")], &["ends: Choose when it ends"]),
        (
            &[("step", "week"), ("ends", "count"), ("count", "121")],
            &["count: How many dates?: enter a whole number from 2 to 120"],
        ),
        (
            &[
                ("step", "week"),
                ("every", "0"),
                ("ends", "count"),
                ("count", "many"),
            ],
            &[
                "every: Every how many weeks or months?: enter a whole number from 1 to 12",
                "count: How many dates?: enter a whole number from 2 to 120",
            ],
        ),
        (
            &[
                ("step", "month-day"),
                ("ends", "until"),
                ("until_day", "13"),
                ("until_month", "4"),
                ("until_year", "2020"),
            ],
            &[
                "until_date: The last day that it may be on: a series can go on for at most 24 months",
            ],
        ),
        (
            &[("step", "month-day"), ("ends", "count"), ("count", "26")],
            &["count: How many dates?: a series can go on for at most 24 months"],
        ),
        (
            &[("step", "dates"), ("dates", "20 3 2018\r\n<b>soon</b>")],
            &[
                "dates: The dates: “<b>soon</b>” is not a date. Write day, month and year, such as 13 March 2018",
            ],
        ),
        (
            &[("step", "dates"), ("dates", "13 3 2018")],
            &["dates: List at least one date besides the first"],
        ),
        (
            &[
                ("step", "week"),
                ("count", "2"),
                ("confirm_day", "40"),
                ("confirm_month", "x"),
                ("confirm_year", "\"><script>"),
            ],
            &[
                "confirm_date: Only planned from this day on: enter a real date with day, month and a year of four digits",
            ],
        ),
    ];
    for (answers, expected) in cases {
        let refused = dates(&app, &page, answers).await;
        assert_eq!(refused.status, 422, "{answers:?}");
        assert_eq!(refused.errors(), expected, "{answers:?}");
        for (name, typed) in answers
            .iter()
            .filter(|(name, _)| !["step", "ends", "dates"].contains(name))
        {
            assert_eq!(
                refused.attributes(&format!("#{name}"), "value"),
                [*typed],
                "{name}"
            );
        }
        let controls = refused.attributes(".error-summary li a", "href");
        for control in controls {
            let selector = format!("[id=\"{}\"]", control.trim_start_matches('#'));
            assert_eq!(refused.texts(&selector).len(), 1, "{control}");
        }
    }
    let refused = dates(
        &app,
        &page,
        &[("step", "dates"), ("dates", "soon\r\n20 3 2018")],
    )
    .await;
    assert_eq!(refused.texts("#dates"), ["soon 20 3 2018"]);
    assert_eq!(
        refused.attributes("[name=step][checked]", "value"),
        ["dates"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_hours_can_be_held_several_times() {
    let app = TestApp::on_sqlite().await;
    let page = app
        .reader
        .post("/en/post", &series(&[("precision", "day")]))
        .await;
    assert!(page.path.ends_with("/when"), "{}", page.path);
    assert_eq!(
        page.errors(),
        ["held: To hold it several times, choose “On a date, at a time” above"]
    );
    assert_eq!(page.attributes("[name=held][checked]", "value"), ["series"]);
    let page = app
        .reader
        .post(
            "/en/post",
            &series(&[
                ("held", "series"),
                ("end_day", "15"),
                ("end_month", "3"),
                ("end_year", "2018"),
            ]),
        )
        .await;
    assert!(
        page.errors()[0].starts_with("end_date:"),
        "{:?}",
        page.errors()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn mistakes_in_the_list_name_their_date_and_stand_open() {
    let app = TestApp::on_sqlite().await;
    let page = until_dates(&app, &[]).await;
    let list = dates(&app, &page, &[("step", "week"), ("count", "3")]).await;
    let answers = [
        ("moved_from", "2018-03-27"),
        ("moved_date", "<i>later</i>"),
        ("moved_start_time", "25:00"),
        ("moved_end_time", ""),
        ("moved_from", "2099-01-01"),
        ("moved_date", "gone"),
    ];
    let refused = app.reader.post(&list.path, &answers).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.errors(),
        [
            "moved_date-2: Tuesday, 27 March 2018 – Date: enter a real date with day, month and a year of four digits",
            "moved_start_time-2: Tuesday, 27 March 2018 – Start: enter a time such as 14:00",
        ]
    );
    assert_eq!(
        refused.attributes("details[open] [aria-invalid]", "value"),
        ["<i>later</i>", "25:00"]
    );
    let all = ["2018-03-13", "2018-03-20", "2018-03-27"].map(|day| ("skip", day));
    let refused = app.reader.post(&list.path, &all).await;
    assert_eq!(refused.errors(), ["skip: At least one date has to stay"]);
    assert_eq!(refused.attributes("[name=skip][checked]", "value").len(), 3);

    // Another rule: what was said of dates that it does not give counts no more.
    let moved = [
        ("skip", "2018-03-20"),
        ("moved_from", "2018-03-27"),
        ("moved_start_time", "9:00"),
    ];
    app.reader.post(&list.path, &moved).await;
    let list = dates(&app, &page, &[("step", "month-weekday"), ("count", "2")]).await;
    assert_eq!(list.texts("details[open]").len(), 0);
    let check = app.reader.post(&list.path, &[]).await;
    assert_eq!(
        starts(&send(&app, &check).await),
        ["03-13 14:00", "04-10 13:00"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sitting_that_does_not_fit_is_named() {
    let app = TestApp::on_sqlite().await;
    let page = app
        .reader
        .post("/en/post", &series(&[("held", "parts")]))
        .await;
    let nothing = dates(&app, &page, &[]).await;
    assert_eq!(
        nothing.errors(),
        ["also_start_time-0: Part 2 – Enter the hours of at least one more"]
    );
    let overlap = dates(
        &app,
        &page,
        &[("also_start_time", "15:30"), ("also_end_time", "17:00")],
    )
    .await;
    assert_eq!(
        overlap.errors(),
        ["also_start_time-0: Part 2 – Start time: this is at the same time as another one"]
    );
    assert_eq!(overlap.attributes("#also_end_time-0", "value"), ["17:00"]);
    let fold = [
        ("also_day", "28"),
        ("also_month", "10"),
        ("also_year", "2018"),
        ("also_start_time", "2:30"),
        ("also_end_time", "4:00"),
    ];
    let october = series(&[
        ("held", "slots"),
        ("start_day", "20"),
        ("start_month", "10"),
    ]);
    app.reader
        .post(&page.path.replace("/dates", "/when"), &october)
        .await;
    let asked = dates(&app, &page, &fold).await;
    assert!(
        asked.errors()[0].starts_with("also_start_time-0: Slot 2 – Start time: the clocks go back"),
        "{:?}",
        asked.errors()
    );
    assert_eq!(
        asked.attributes("#also_fold-0 option", "value"),
        ["", "earlier", "later"]
    );
    let check = dates(&app, &page, &with(&fold, &[("also_fold", "later")])).await;
    assert_eq!(
        starts(&send(&app, &check).await),
        ["10-20 13:00", "10-28 01:30"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_longest_list_is_shown_whole_and_small() {
    let app = TestApp::on_sqlite().await;
    let page = until_dates(&app, &[]).await;
    let days: Vec<String> = (0..119)
        .map(|n| {
            (chrono::NaiveDate::from_ymd_opt(2018, 3, 14).unwrap() + chrono::Days::new(n))
                .to_string()
        })
        .collect();
    let listed = days.join("\r\n");
    let list = dates(&app, &page, &[("step", "dates"), ("dates", &listed)]).await;
    assert_eq!(rows(&list).len(), 120);
    let zipped = app
        .reader
        .get_with(&list.path, &[("accept-encoding", "gzip")])
        .await;
    assert_eq!(zipped.header("content-encoding"), "gzip");
    assert!(zipped.bytes.len() < 16_000, "{} bytes", zipped.bytes.len());
    assert!(list.text.len() < 200_000, "{} bytes", list.text.len());

    // Mistakes in every row: each of them is named.
    let mut mistakes: Vec<(&str, &str)> = Vec::new();
    for day in &days {
        mistakes.extend([
            ("moved_from", day.as_str()),
            ("moved_date", "?"),
            ("moved_start_time", "?"),
            ("moved_end_time", "?"),
        ]);
    }
    let refused = app.reader.post(&list.path, &mistakes).await;
    assert_eq!(refused.errors().len(), 3 * 119);

    // Every row moved, some left out: the form can carry it.
    let froms = list.attributes("[name=moved_from]", "value");
    let mut answers: Vec<(&str, &str)> = Vec::new();
    for from in &froms {
        answers.extend([
            ("moved_from", from.as_str()),
            ("moved_date", ""),
            ("moved_start_time", "09:00"),
            ("moved_end_time", "10:30"),
        ]);
    }
    answers.extend(froms.iter().take(60).map(|from| ("skip", from.as_str())));
    let check = app.reader.post(&list.path, &answers).await;
    assert_eq!(rows(&check).len(), 120);
    assert_eq!(
        check.texts("details .dates > li").len(),
        108,
        "the rest is folded"
    );
    assert!(
        check.words().contains("108 more dates"),
        "{}",
        check.words()
    );
    assert_eq!(check.attributes("details .dates", "start"), ["13"]);
    let details = send(&app, &check).await;
    assert_eq!(starts(&details).len(), 60);
    assert!(
        starts(&details)
            .iter()
            .all(|start| start.ends_with("07:00"))
    );

    let more = format!("{listed}\r\n20 12 2018");
    let page = until_dates(&app, &[]).await;
    let refused = dates(&app, &page, &[("step", "dates"), ("dates", &more)]).await;
    assert_eq!(
        refused.errors(),
        ["dates: The dates: use at most 120 entries"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_without_end_and_forged_answers_get_nowhere() {
    let app = TestApp::on_sqlite().await;
    let page = until_dates(&app, &[]).await;
    let list = dates(&app, &page, &[("step", "week"), ("count", "3")]).await;
    let mut flood: Vec<(&str, &str)> = Vec::new();
    for _ in 0..1_600 {
        flood.extend([
            ("skip", "2018-03-99"),
            ("moved_from", "x"),
            ("moved_date", "<script>"),
        ]);
    }
    let taken = app.reader.post(&list.path, &flood).await;
    assert!(
        taken.path.ends_with("/check"),
        "nothing of it is a date: {}",
        taken.path
    );
    let mut flood = vec![("held", "parts")];
    flood.extend(std::iter::repeat_n(
        ("also_start_time", "\"><script>alert(1)</script>"),
        2_000,
    ));
    let refused = app.reader.post(&page.path, &flood).await;
    assert!(refused.text.len() < 100_000, "{} bytes", refused.text.len());
    let refused = app.reader.post("/en/post", &series(&flood)).await;
    assert!(refused.path.ends_with("/dates"), "{}", refused.path);
    assert!(refused.text.len() < 100_000, "{} bytes", refused.text.len());
    assert!(!refused.text.contains("<script>alert"), "{}", refused.text);
    for held in ["yearly", "<script>alert(1)</script>"] {
        let refused = app
            .reader
            .post("/en/post", &series(&[("held", held)]))
            .await;
        assert!(
            refused.errors()[0].starts_with("held:"),
            "{:?}",
            refused.errors()
        );
        assert!(!refused.text.contains("<script>alert"));
    }
    // Pages that this meeting does not have lead to one that it has.
    let once = app.reader.post("/en/post", SEED).await;
    for other in ["/dates", "/occurrences"] {
        let path = once.path.replace("/check", other);
        assert!(app.reader.get(&path).await.path.ends_with("/when"));
        assert!(
            app.reader
                .post(&path, &[("step", "week")])
                .await
                .path
                .ends_with("/when")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_monthly_series_is_posted_on_a_telephone() {
    let app = TestApp::on_sqlite().await;
    let page = app
        .reader
        .post(
            "/en/post",
            &series(&[
                ("held", ""),
                ("precision", ""),
                ("start_day", ""),
                ("start_month", ""),
                ("start_year", ""),
            ]),
        )
        .await;
    assert!(page.path.ends_with("/when"), "{}", page.path);
    let ana = browser(390, 844).await;
    open(&app, &ana, &page.path).await;
    tick(&ana, "precision-exact").await;
    type_all(
        &ana,
        &[
            ("start_day", "13"),
            ("start_month", "3"),
            ("start_year", "2018"),
        ],
    )
    .await;
    tick(&ana, "held-series").await;
    press(&ana, "form.long > p:last-child > button").await;

    assert_eq!(text(&ana, "h1").await, "On which dates?");
    assert!(
        !is_visible(&ana, "dates").await,
        "listed dates are not asked for yet"
    );
    tick(&ana, "step-dates").await;
    assert!(is_visible(&ana, "dates").await && !is_visible(&ana, "every").await);
    tick(&ana, "step-month-weekday").await;
    tick(&ana, "ends-count").await;
    type_all(&ana, &[("count", "4")]).await;
    press(&ana, "form.long > p:last-child > button").await;

    assert_eq!(text(&ana, "h1").await, "Look at all dates");
    tick(&ana, "skip-2").await;
    assert_no_sideways_scrolling(&ana).await;
    press(&ana, "form.occurrences > p:last-child > button").await;
    assert_eq!(text(&ana, "h1").await, "Check your answers");
    assert_no_sideways_scrolling(&ana).await;
    press(&ana, "main form button").await;
    assert_eq!(text(&ana, "h1").await, "Sent to the secretariat");
    let (meeting, _) = app.waiting().pop().expect("it waits");
    let state = app
        .store
        .meeting(MeetingId::parse(&meeting).unwrap())
        .unwrap()
        .unwrap();
    assert_eq!(
        starts(&state.newest.unwrap().details),
        ["03-13 14:00", "04-10 13:00", "06-12 13:00"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_look_right_on_telephones_and_desks() {
    let app = TestApp::on_sqlite().await;
    let page = until_dates(&app, &[]).await;
    let rule = [
        ("step", "month-weekday"),
        ("ends", "count"),
        ("count", "14"),
        ("every", "1"),
    ];
    let list = dates(&app, &page, &rule).await;
    let moved = [
        ("skip", "2018-04-10"),
        ("moved_from", "2018-05-08"),
        ("moved_date", "9 May 2018"),
        ("moved_start_time", "9:00"),
        ("moved_end_time", "10:00"),
        ("moved_from", "2018-06-12"),
        ("moved_date", "soon"),
        ("moved_start_time", "9:00"),
        ("moved_end_time", ""),
    ];
    let slots = app
        .reader
        .post("/en/post", &series(&[("held", "slots")]))
        .await;
    let wrong = [("also_start_time", "8 o'clock"), ("also_zone", "CET")];
    dates(&app, &slots, &wrong).await;
    // As high as it takes to see a whole page.
    for width in [360, 1280] {
        let window = browser(width, 3000).await;
        for language in ["en", "ar"] {
            let at = |path: &str| path.replacen("/en/", &format!("/{language}/"), 1);
            app.reader.post(&list.path, &moved).await;
            for (name, path) in [
                (
                    "when",
                    format!("{}?errors=true", page.path.replace("/dates", "/when")),
                ),
                ("dates", page.path.clone()),
                ("occurrences", format!("{}?errors=true", list.path)),
                ("slots", format!("{}?errors=true", slots.path)),
            ] {
                open(&app, &window, &at(&path)).await;
                assert_no_sideways_scrolling(&window).await;
                screenshot(&window, &format!("series-{name}-{language}-{width}")).await;
            }
            app.reader.post(&list.path, &moved[..5]).await;
            open(&app, &window, &at(&page.path.replace("/dates", "/check"))).await;
            assert_no_sideways_scrolling(&window).await;
            screenshot(&window, &format!("series-check-{language}-{width}")).await;
        }
    }
}

async fn is_visible(browser: &Browser, id: &str) -> bool {
    let element = browser.find(Locator::Id(id)).await.expect("an element");
    element
        .is_displayed()
        .await
        .expect("whether it is displayed")
}
