//! What does not go together is shown before it is sent and again at the desk, and stops nobody.

use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, with};
use igf_calendar::domain::contradictions::contradictions;
use igf_calendar::import::{MEETINGS_FILE, read_meetings};

const JULY: [(&str, &str); 4] = [
    ("start_month", "7"),
    ("start_time", "14:00"),
    ("end_time", "15:00"),
    ("zone", "UTC"),
];

on_both_databases! {
    /// "15:00 CET" in July: an hour that half of the readers will miss.
    async fn an_hour_of_winter_time_in_july_is_noticed_and_can_be_sent(app: TestApp) {
        let fields = with(&with(SEED, &JULY), &[("description", "We begin at 15:00 CET <b>sharp</b>.")]);
        let check = app.reader.post("/en/post", &fields).await;
        assert!(check.path.ends_with("/check"), "{}: {:?}", check.path, check.errors());
        let cautions = check.texts(".caution[role=status] li");
        assert_eq!(cautions.len(), 1, "{cautions:?}");
        let caution = cautions[0].replace(['\u{2068}', '\u{2069}'], "");
        for part in ["Description", "“15:00 CET” is 14:00 UTC", "UTC+1", "UTC+2", "13:00 UTC", "14:00 – 15:00"] {
            assert!(caution.replace('\u{2009}', " ").contains(part), "{part} in {caution}");
        }
        let links = check.attributes(".caution a", "href");
        assert!(links[0].ends_with("/who#description") && links[1].ends_with("/when"), "{links:?}");
        let who = app.reader.get(&links[0]).await;
        assert_eq!(who.texts("#description").len(), 1, "the link leads to the field");

        let sent = app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.path);
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Chengetai").await;
        let review = desk.get(&format!("/desk/meetings/{meeting}")).await;
        assert!(review.texts(".caution li")[0].contains("15:00 CET"), "{}", review.words());
        desk.decide(&revision, "approved", "").await;
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert_eq!(public.status, 200);
        assert!(public.texts(".caution").is_empty(), "readers are not told");
    }

    /// The same meeting posted by two people, and the same meeting changed.
    async fn a_title_that_the_group_has_that_day_is_noticed(app: TestApp) {
        let meeting = app.publish(SEED).await;
        let again = with(SEED, &[("title", "dc coordination  group, VIRTUAL meeting xxv"), ("start_time", "9:00")]);
        let check = app.reader.post("/en/post", &again).await;
        let cautions = check.texts(".caution li");
        assert!(cautions.len() == 1 && cautions[0].contains("already has a meeting"), "{cautions:?}");
        let other = format!("/en/meetings/{meeting}");
        assert!(check.attributes(".caution a", "href").contains(&other), "{}", check.text);

        for change in [("start_day", "8"), ("title", "Another"), ("group", "dc-iot")] {
            let check = app.reader.post("/en/post", &with(SEED, &[change])).await;
            assert!(check.path.ends_with("/check"), "{change:?}: {:?}", check.errors());
            assert_eq!(check.texts(".caution"), [""; 0], "{change:?}");
        }
        let desk = app.secretary("Chengetai").await;
        let check = desk.post(&format!("/desk/meetings/{meeting}/edit"), &[]).await;
        assert!(check.path.ends_with("/check"), "{}", check.path);
        assert_eq!(check.texts(".caution"), [""; 0], "not of itself");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_goes_together_is_not_remarked_upon() {
    let app = TestApp::on_sqlite().await;
    let check = app.reader.post("/en/post", SEED).await;
    assert_eq!(check.texts(".caution"), [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_language_says_it() {
    let app = TestApp::on_sqlite().await;
    let fields = with(
        &with(SEED, &JULY),
        &[
            ("title", "DC call, Thursday 9 July, 13:00 UTC"),
            ("description", "16:00 CET"),
        ],
    );
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let check = app.reader.post(&format!("/{language}/post"), &fields).await;
        let cautions = check.texts(".caution li");
        assert_eq!(cautions.len(), 3, "{language}: {cautions:?}");
        assert!(!cautions.concat().contains("{"), "{cautions:?}");
    }
}

/// Real titles and agendas: a warning here would be one that a person laughs at.
#[test]
fn the_meetings_of_earlier_years_give_no_false_alarm() {
    let read = read_meetings(MEETINGS_FILE).expect("the demonstration's meetings");
    assert_eq!(read.meetings.len(), 156);
    let warned: Vec<String> = read
        .meetings
        .iter()
        .filter_map(|meeting| {
            let found = contradictions(&meeting.details);
            let title = &meeting.details.said.title;
            (!found.is_empty()).then(|| format!("{} {title}: {found:?}", meeting.id))
        })
        .collect();
    assert_eq!(warned, [""; 0]);
}

/// The same meetings a week later, as when a title is copied from last time: every title with a
/// date in it is noticed, and no other.
#[test]
fn a_week_later_the_titles_with_a_date_are_noticed() {
    use igf_calendar::domain::times::DaySpan;
    let read = read_meetings(MEETINGS_FILE).expect("the demonstration's meetings");
    let noticed: Vec<String> = read
        .meetings
        .into_iter()
        .filter_map(|mut meeting| {
            let (first, _) = meeting.details.timing.days()?;
            let later = first + chrono::Days::new(7);
            meeting.details.timing = igf_calendar::domain::Timing::Once(
                igf_calendar::domain::Times::Day(DaySpan::new(later, later, None).ok()?),
            );
            (!contradictions(&meeting.details).is_empty()).then_some(meeting.id)
        })
        .collect();
    let dated = [
        "m002", "m003", "m005", "m008", "m009", "m011", "m069", "m070", "m073", "m080", "m096",
        "m122",
    ];
    assert_eq!(noticed, dated);
}
