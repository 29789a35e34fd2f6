//! A published series whose pattern is changed: it holds for all later dates, readers are told what was
//! and what is, programs know each part again, and the desk publishes what it saw.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp};
use crate::support::calendars::{ReadOccurrence, read_by_all};
use crate::support::lint::lint_ical;
use crate::support::meetings::{weekly, with};
use crate::support::posted::Posted;

const EARLY: &str = "2027-02-20T12:00:00Z";

/// Wednesdays in Geneva, 09:00 to 10:00, so many from a day on.
fn wednesdays(
    (day, month): (&'static str, &'static str),
    count: &'static str,
) -> Vec<(&'static str, &'static str)> {
    let series = [
        ("count", count),
        ("start_day", day),
        ("start_month", month),
        ("start_year", "2027"),
        ("start_time", "09:00"),
        ("end_time", "10:00"),
    ];
    with(&weekly(), &series)
}

/// Page "when" for dates from a day on.
fn when(
    (day, month): (&'static str, &'static str),
    (start, end): (&'static str, &'static str),
) -> [(&'static str, &'static str); 8] {
    [
        ("precision", "exact"),
        ("held", "series"),
        ("zone", "Geneva"),
        ("start_day", day),
        ("start_month", month),
        ("start_year", "2027"),
        ("start_time", start),
        ("end_time", end),
    ]
}

fn plain(text: &str) -> String {
    text.replace('\u{2009}', " ")
        .replace(['\u{2068}', '\u{2069}'], "")
}

/// Date and hours of each row of a list of dates.
fn rows(page: &Page) -> Vec<String> {
    let hours = page.texts(".dates > li .hours:first-of-type, .dates > li .date + .hours");
    hours.iter().map(|text| plain(text)).collect()
}

/// UID, start and title of each occurrence, as three programs read the feed.
async fn in_feed(app: &TestApp, call: &Posted) -> Vec<String> {
    let feed = app.reader.get("/calendar.ics?past=all").await;
    assert_eq!(lint_ical(&feed.bytes), Vec::<String>::new());
    let told = |one: ReadOccurrence| {
        let uid = one.uid.unwrap_or_default().replace(&call.id, "id");
        let summary = one.summary.unwrap_or_default();
        let summary = summary.replace("DC Coordination Group, Virtual Meeting XXV", "Call");
        format!("{uid} {} {summary}", &one.start_utc[5..16])
    };
    read_by_all(&feed.text)
        .occurrences
        .into_iter()
        .map(told)
        .collect()
}

async fn descriptions(app: &TestApp) -> Vec<String> {
    let feed = app.reader.get("/calendar.ics?past=all").await;
    let events = read_by_all(&feed.text).events.into_iter();
    events.filter_map(|event| event.description).collect()
}

on_both_databases! {
    async fn this_and_all_later_ones_twice_reaches_all_of_them(app: TestApp at EARLY) {
        let call = Posted::publish(&app, &wednesdays(("5", "5"), "6")).await;
        let from = [("scope", "from:2027-05-19")];
        let check = call.answer_after(&app, &from, "when", &when(("19", "5"), ("11:00", "12:00"))).await;
        call.approve(&app, &check).await;

        // The form says that later dates are at other hours, and shows them so until new ones are typed.
        let begun = call.press(&app, &[("scope", "from:2027-05-12")]).await;
        assert_eq!(rows(&begun)[..2], ["09:00 – 10:00 Zurich (UTC+2)", "11:00 – 12:00 Zurich (UTC+2)"]);
        let form = app.reader.get(&begun.path.replace("/check", "/when")).await;
        let told = plain(&form.texts(".later-hours").concat());
        assert!(told.starts_with("From 19 May 2027 on it is held at other hours already: 11:00 – 12:00 Zurich."), "{told}");
        let list = app.reader.get(&begun.path.replace("/check", "/occurrences")).await;
        assert_eq!(rows(&list)[1], "11:00 – 12:00 Zurich (UTC+2)");
        assert!(list.attributes("[name=moved_start_time]", "value").iter().all(String::is_empty));
        let rule = app.reader.get(&begun.path.replace("/check", "/dates")).await;
        assert_eq!(rule.attributes("[name=step][checked]", "value"), ["week"]);

        let check = app.reader.post(&form.path, &when(("12", "5"), ("10:00", "11:00"))).await;
        assert!(check.path.ends_with("/check"), "{:?}", check.errors());
        assert_eq!(rows(&check), ["10:00 – 11:00 Zurich (UTC+2)"; 5]);
        let list = app.reader.get(&begun.path.replace("/check", "/occurrences")).await;
        assert_eq!(rows(&list), ["10:00 – 11:00 Zurich (UTC+2)"; 5]);
        let form = app.reader.get(&form.path).await;
        assert!(form.texts(".later-hours").is_empty());

        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let review = call.desk.get(&format!("/desk/meetings/{}", call.id)).await;
        let new_hours = "From 12 May 2027 on: 10:00 – 11:00 Zurich; before, 09:00 – 10:00 Zurich; \
                         from 19 May 2027 on 11:00 – 12:00 Zurich.";
        assert_eq!(review.texts(".told li").iter().map(|text| plain(text)).collect::<Vec<_>>(), [new_hours]);
        assert!(review.texts(".adapted").is_empty());
        let (_, revision) = app.waiting().pop().expect("the change waits");
        call.desk.decide(&revision, "approved", "").await;

        assert_eq!(
            in_feed(&app, &call).await,
            [
                "id 05-05T07:00 Call",
                "id-20270519 05-12T08:00 Call",
                "id-20270519 05-19T08:00 Call",
                "id-20270519 05-26T08:00 Call",
                "id-20270519 06-02T08:00 Call",
                "id-20270519 06-09T08:00 Call",
            ]
        );
        let said = descriptions(&app).await;
        assert!(said[0].contains("From 12 May 2027 on: every Wednesday, 10:00 to 11:00, Zurich"), "{}", said[0]);
        assert!(
            said[1].contains("New hours from 12 May 2027 on; before: 09:00 to 10:00, Zurich; from 19 May 2027 on 11:00 to 12:00, Zurich"),
            "{}", said[1]
        );
        let page = call.page(&app).await;
        let history: Vec<String> = page.texts(".changed > div").iter().map(|text| plain(text)).collect();
        assert_eq!(
            history,
            [
                format!("20 February 2027 {new_hours}"),
                "20 February 2027 From 19 May 2027 on: 11:00 – 12:00 Zurich; before, 09:00 – 10:00 Zurich.".to_owned(),
            ]
        );
        assert!(app.reader.get("/en/").await.texts(".entry .badge").is_empty());

        // On another weekday the part is still the part that it was.
        let from = [("scope", "from:2027-05-12")];
        let check = call.answer_after(&app, &from, "when", &when(("13", "5"), ("10:00", "11:00"))).await;
        call.approve(&app, &check).await;
        let feed = in_feed(&app, &call).await;
        assert_eq!(feed[1], "id-20270519 05-13T08:00 Call");
        assert_eq!(feed.len(), 6);
    }

    async fn a_series_that_moves_earlier_is_published_as_it_was_sent(app: TestApp at EARLY) {
        for (first, starts) in [
            (("10", "3"), ["03-03", "03-10", "03-17", "03-24"]),
            (("9", "6"), ["03-03", "03-10", "03-17", "03-24"]),
        ] {
            let call = Posted::publish(&app, &wednesdays(first, "4")).await;
            let check = call.answer(&app, "when", &when(("3", "3"), ("09:00", "10:00"))).await;
            call.approve(&app, &check).await;
            let feed = app.reader.get(&format!("/meetings/{}.ics?past=all", call.id)).await;
            let read = read_by_all(&feed.text);
            let days: Vec<&str> = read.occurrences.iter().map(|one| &one.start_utc[5..10]).collect();
            assert_eq!(days, starts, "from {first:?}");
            assert_eq!(read.events[0].uid.as_deref(), Some(&*call.id));
        }
    }

    async fn the_desk_sees_beforehand_what_was_held_meanwhile(app: TestApp at "2027-03-11T12:00:00Z") {
        let call = Posted::publish(&app, &wednesdays(("3", "3"), "5")).await;
        let check = call.answer(&app, "when", &when(("17", "3"), ("15:00", "16:00"))).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let (_, revision) = app.waiting().pop().expect("the change waits");
        let review = format!("/desk/meetings/{}", call.id);
        assert!(call.desk.get(&review).await.texts(".adapted").is_empty());

        // A week later, when the call of the 17th is over.
        let later = app.beside_at("2027-03-18T09:00:00Z").await;
        let desk = later.secretary("Anja").await;
        let page = desk.get(&review).await;
        assert_eq!(
            page.texts(".adapted").iter().map(|text| plain(text)).collect::<Vec<_>>(),
            ["Since this was sent, the date of Wednesday, 17 March 2027, 09:00 – 10:00 Zurich (UTC+1) was held. \
              It stays as it was; what will be published is below."]
        );
        let shown = [
            "09:00 – 10:00 Zurich (UTC+1)",
            "09:00 – 10:00 Zurich (UTC+1)",
            "09:00 – 10:00 Zurich (UTC+1)",
            "15:00 – 16:00 Zurich (UTC+1)",
            "15:00 – 16:00 Zurich (UTC+2)",
        ];
        assert_eq!(rows(&page), shown);
        assert_eq!(
            page.texts(".told li").iter().map(|text| plain(text)).collect::<Vec<_>>(),
            ["From 24 March 2027 on: 15:00 – 16:00 Zurich; before, 09:00 – 10:00 Zurich."]
        );
        // Whoever read the page before it was over is not taken by their word.
        let decide = format!("/desk/revisions/{revision}/decide");
        let early = desk.post(&decide, &[("verdict", "approved"), ("reason", ""), ("held", "")]).await;
        assert_eq!(early.status, 409);
        assert!(early.words().contains("held while you were reading"), "{}", early.words());
        let held = early.attributes("[name=held]", "value").concat();
        let decided = desk.post(&decide, &[("verdict", "approved"), ("reason", ""), ("held", &held)]).await;
        assert_eq!(decided.path, "/desk");
        assert_eq!(
            in_feed(&later, &call).await,
            [
                "id 03-03T08:00 Call",
                "id 03-10T08:00 Call",
                "id 03-17T08:00 Call",
                "id-20270317 03-24T14:00 Call",
                "id-20270317 03-31T13:00 Call",
            ]
        );
    }

    async fn only_what_readers_were_told_otherwise_is_rescheduled(app: TestApp at EARLY) {
        let mut first = wednesdays(("5", "5"), "3");
        first.extend([("moved_from", "2027-05-12"), ("moved_date", "2027-05-13"), ("moved_start_time", ""), ("moved_end_time", "")]);
        let call = Posted::publish(&app, &first).await;
        assert_eq!(in_feed(&app, &call).await[1], "id 05-13T07:00 Call");
        assert!(app.reader.get("/en/").await.texts(".entry .badge").is_empty());
        let date = format!("/en/meetings/{}?on=2027-05-12", call.id);
        assert!(app.reader.get(&date).await.texts(".former").is_empty());
        // Whoever may change it sees that it is not when its rule puts it.
        let private = app.reader.get(&call.edit).await;
        assert!(private.words().contains("Moved: instead of Wednesday, 12 May 2027"), "{}", private.words());

        let one = [("scope", "one:2027-05-12")];
        let moved = with(&when(("14", "5"), ("09:00", "10:00")), &[("held", "once")]);
        let check = call.answer_after(&app, &one, "when", &moved).await;
        call.approve(&app, &check).await;
        assert_eq!(in_feed(&app, &call).await[1], "id 05-14T07:00 [Rescheduled] Call");
        let page = app.reader.get(&date).await;
        assert_eq!(
            page.texts(".former del").iter().map(|text| plain(text)).collect::<Vec<_>>(),
            ["Thursday, 13 May 2027, 09:00 – 10:00 Zurich (UTC+2)"],
            "as it was published, not as the rule has it"
        );
    }
}
