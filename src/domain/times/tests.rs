//! What can be built, and what cannot.

use super::*;
use crate::domain::zone::Fold;
use chrono::NaiveDateTime;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment(zone: &Zone, text: &str) -> Result<Moment, Problem> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Moment::new(zone, local, None)
}

#[test]
fn what_cannot_be_cannot_be_built() {
    let zurich = Zone::named("Europe/Zurich").unwrap();
    let start = moment(&zurich, "2018-03-09 14:00").unwrap();
    assert_eq!(
        ExactTimes::new(zurich.clone(), start, End::At(start)),
        Err(Problem::EndNotAfterStart)
    );
    assert!(matches!(
        moment(&zurich, "2018-03-25 02:30"),
        Err(Problem::InGap { .. })
    ));
    assert!(matches!(
        moment(&zurich, "2018-10-28 02:30"),
        Err(Problem::InFold { .. })
    ));
    assert_eq!(
        moment(&zurich, "1889-01-01 10:00"),
        Err(Problem::DateOutOfRange)
    );
    assert_eq!(
        DaySpan::new(day("2018-03-22"), day("2018-03-20"), None),
        Err(Problem::EndNotAfterStart)
    );
    assert_eq!(
        DaySpan::new(day("2018-03-01"), day("2018-05-01"), None),
        Err(Problem::TooManyDays { limit: MAX_DAYS })
    );
}

#[test]
fn across_a_clock_change_the_end_is_compared_as_an_instant() {
    let zurich = Zone::named("Europe/Zurich").unwrap();
    let local = |text| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    let start = Moment::new(&zurich, local("2018-10-28 02:45"), Some(Fold::Earlier)).unwrap();
    let end = Moment::new(&zurich, local("2018-10-28 02:15"), Some(Fold::Later)).unwrap();
    let times = ExactTimes::new(zurich, start, End::At(end)).unwrap();
    assert_eq!(
        times.end_utc().unwrap() - times.start_utc(),
        TimeDelta::minutes(30)
    );
}

#[test]
fn a_day_in_vanuatu_begins_on_the_day_before_in_utc() {
    let efate = Zone::named("Pacific/Efate").unwrap();
    let span = DaySpan::new(day("2017-05-17"), day("2017-05-18"), Some(efate)).unwrap();
    let (start, end) = Times::Day(span).extent().unwrap();
    assert_eq!(start.to_rfc3339(), "2017-05-16T13:00:00+00:00");
    assert_eq!(end.to_rfc3339(), "2017-05-18T13:00:00+00:00");
}

#[test]
fn windows_have_the_words_that_people_use() {
    let shape = |from: &str, to: &str| DayWindow::new(day(from), day(to), None).unwrap().shape();
    assert_eq!(shape("2018-04-01", "2018-04-10"), WindowShape::Early);
    assert_eq!(shape("2016-05-11", "2016-05-20"), WindowShape::Middle);
    assert_eq!(shape("2024-02-21", "2024-02-29"), WindowShape::Late);
    assert_eq!(shape("2021-09-01", "2021-09-30"), WindowShape::Month);
    assert_eq!(shape("2016-01-01", "2016-12-31"), WindowShape::Year);
    assert_eq!(shape("2016-06-15", "2016-08-31"), WindowShape::Between);
}

#[test]
fn an_evening_past_midnight_is_one_sitting_and_a_forum_is_several_days() {
    let new_york = Zone::named("America/New_York").unwrap();
    let start = moment(&new_york, "2024-05-01 22:00").unwrap();
    let late = moment(&new_york, "2024-05-02 00:30").unwrap();
    let forum = moment(&new_york, "2024-05-03 17:00").unwrap();
    let times = |end| ExactTimes::new(new_york.clone(), start, End::At(end)).unwrap();
    assert!(!times(late).is_multi_day());
    assert!(times(forum).is_multi_day());
}
