//! Which times a feed tells of: those that its query meets, those that are not forgotten yet, and as
//! many as programs can take.

use super::series::{changing, in_zurich, listed, weekly};
use super::*;
use crate::clock::Clock;

/// The lines of the feed of a query on a day.
fn feed(stock: &Stock, query: &[(&str, &str)], today: &str) -> Vec<String> {
    let filter = Filter::of(query.iter().copied());
    let now = utc(&format!("{today}T12:00:00Z"));
    let feed = listing(&info(), &filter, Past::default(), now, stock);
    lines(feed.text())
}

fn starting_with<'a>(lines: &'a [String], start: &str) -> Vec<&'a str> {
    let found = lines.iter().filter(|line| line.starts_with(start));
    found.map(String::as_str).collect()
}

fn hybrid(one: &mut MeetingDetails) {
    one.said_mut().mode = Mode::Hybrid;
    one.said_mut().place = Some(Place::ToFollow);
}

#[test]
fn a_query_that_one_date_meets_brings_that_date_alone() {
    let rule = changing(in_zurich(weekly("2018-03-13", 4)), "2018-03-20", hybrid);
    let stock = stock(&snapshot(vec![rule]));
    let whole = feed(&stock, &[], "2018-03-05");
    assert_eq!(starting_with(&whole, "EXDATE"), [""; 0]);
    let met = feed(&stock, &[("mode", "hybrid")], "2018-03-05");
    let left_out: Vec<_> = ["0313", "0327", "0403"]
        .map(|day| format!("EXDATE;TZID=Europe/Zurich:2018{day}T150000"))
        .into();
    assert_eq!(starting_with(&met, "EXDATE"), left_out);
    assert_eq!(
        starting_with(&met, "RECURRENCE-ID"),
        ["RECURRENCE-ID;TZID=Europe/Zurich:20180320T150000"]
    );
    let rest = feed(&stock, &[("mode", "virtual")], "2018-03-05");
    assert_eq!(
        starting_with(&rest, "EXDATE"),
        ["EXDATE;TZID=Europe/Zurich:20180320T150000"]
    );
    assert_eq!(starting_with(&rest, "RECURRENCE-ID"), [""; 0]);
    for same in ["UID", "DTSTART;", "RRULE:FREQ=WEEKLY", "DTSTAMP"] {
        let (whole, met) = (starting_with(&whole, same), starting_with(&met, same));
        assert_eq!(whole[0], met[0], "one identity in every feed");
    }
    let none = feed(&stock, &[("mode", "face-to-face")], "2018-03-05");
    assert_eq!(starting_with(&none, "BEGIN:VEVENT"), [""; 0]);
}

#[test]
fn of_listed_days_those_are_told_that_a_query_meets() {
    let days = ["2018-03-13", "2018-03-20", "2018-04-10"];
    let details = changing(in_zurich(listed(&days)), "2018-03-20", hybrid);
    let stock = stock(&snapshot(vec![details]));
    let met = feed(&stock, &[("mode", "hybrid")], "2018-03-05");
    let uid = "UID:00000000-0000-7000-8000-000000000001-20180320";
    assert_eq!(starting_with(&met, "UID"), [uid]);
}

#[test]
fn a_choice_has_the_times_that_its_feed_has() {
    let details = changing(in_zurich(weekly("2018-03-13", 4)), "2018-03-20", hybrid);
    let snapshot = snapshot(vec![details]);
    let now = utc("2018-03-05T12:00:00Z");
    let days = |query: &[(&str, &str)]| -> Vec<String> {
        let filter = Filter::of(query.iter().copied());
        let chosen = chosen(&snapshot, &filter, Past::default(), now);
        let all = chosen.iter().flat_map(Chosen::occurrences);
        all.map(|one| one.key().to_string()).collect()
    };
    assert_eq!(days(&[]).len(), 4);
    assert_eq!(days(&[("mode", "hybrid")]), ["2018-03-20"]);
    assert_eq!(days(&[("mode", "hybrid"), ("mode", "virtual")]).len(), 4);
}

#[test]
fn a_cancelled_date_goes_a_month_after_it_and_nothing_is_stamped_anew() {
    let cancelled = |one: &mut MeetingDetails| one.said_mut().status = Status::Cancelled;
    let series = in_zurich(weekly("2018-03-13", 30));
    let series = changing(series, "2018-03-20", cancelled);
    let series = changing(series, "2018-03-27", cancelled);
    let calendar = Arc::new(snapshot(vec![series]));
    let id = calendar.meetings()[0].id;
    let on = |day: &str| {
        let clock = Clock::Fixed(utc(&format!("{day}T23:00:00Z")));
        let stock = Shelf::new(site(), clock).stock(&calendar);
        feed(&stock, &[], day)
    };
    let told = on("2018-04-20");
    assert_eq!(starting_with(&told, "STATUS:CANCELLED").len(), 2);
    let told = on("2018-04-21");
    assert_eq!(starting_with(&told, "STATUS:CANCELLED").len(), 1);
    assert_eq!(
        starting_with(&told, "EXDATE"),
        ["EXDATE;TZID=Europe/Zurich:20180320T150000"]
    );
    assert_eq!(
        starting_with(&told, "DTSTAMP"),
        starting_with(&on("2018-04-20"), "DTSTAMP")[..2].to_vec()
    );
    assert_eq!(starting_with(&on("2018-04-28"), "EXDATE").len(), 2);

    // What is on the shelf goes with its day, and not before.
    let at = |day: &str, before: &Stock| before.followed_by(Arc::clone(&calendar), super::day(day));
    let first = Stock::new(Arc::clone(&calendar), site(), day("2018-04-10"));
    let made = std::ptr::from_ref(first.objects(id).unwrap());
    let same = at("2018-04-20", &first);
    assert_eq!(std::ptr::from_ref(same.objects(id).unwrap()), made);
    let next = at("2018-04-21", &same);
    assert_ne!(std::ptr::from_ref(next.objects(id).unwrap()), made);
}

#[test]
fn a_cancelled_meeting_goes_a_month_after_its_end() {
    let cancelled = virtual_meeting("Call", open("UTC", "2018-03-05 10:00"))
        .saying(|said| said.status = Status::Cancelled);
    let snapshot = snapshot(vec![cancelled]);
    for past in ["90d", "all"] {
        assert_eq!(titles(&snapshot, past, "2018-04-05T12:00:00Z").len(), 1);
        assert_eq!(titles(&snapshot, past, "2018-04-06T12:00:00Z").len(), 0);
    }
    let id = snapshot.meetings()[0].id;
    let stock = Stock::new(Arc::new(snapshot), site(), day("2019-01-01"));
    assert!(single(&info(), id, &stock).is_some());
}

#[test]
fn of_a_feed_that_is_too_large_the_farthest_gives_way_and_it_says_so() {
    let start = day("2018-02-01").and_hms_opt(8, 0, 0).unwrap();
    let meeting = |number: i64, length: usize| {
        let start = (start + TimeDelta::minutes(30 * number)).format("%Y-%m-%d %H:%M");
        let mut details = virtual_meeting(&number.to_string(), open("UTC", &start.to_string()));
        details.said_mut().description = Prose::optional(&"x".repeat(length)).unwrap();
        details
    };
    let told = |stock: &Stock, past: &str, today: &str| {
        let (past, now) = (past.parse().unwrap(), utc(&format!("{today}T12:00:00Z")));
        let feed = listing(&info(), &Filter::default(), past, now, stock);
        let lines = lines(feed.text());
        let titles: Vec<i64> = starting_with(&lines, "SUMMARY:")
            .iter()
            .map(|line| line["SUMMARY:".len()..].parse().unwrap())
            .collect();
        let description = value(&lines, "X-WR-CALDESC").replace('\\', "");
        (titles, description)
    };
    let many = stock(&snapshot(
        (0..4200).map(|number| meeting(number, 0)).collect(),
    ));
    let (titles, description) = told(&many, "90d", "2018-03-05");
    assert_eq!(titles, (0..4000).collect::<Vec<_>>());
    assert!(
        description
            .ends_with("holds meetings until 24 April 2018; choose fewer groups for the rest."),
        "{description}"
    );
    // Seen from the other end, it is the past that gives way.
    let (titles, description) = told(&many, "90d", "2018-04-28");
    assert_eq!(titles, (200..4200).collect::<Vec<_>>());
    assert!(
        description.contains("holds meetings from 6 February 2018;"),
        "{description}"
    );
    let (titles, description) = told(&many, "91d", "2018-03-05");
    assert_eq!(titles.len(), 4200);
    assert!(!description.contains("too much"));

    let heavy = stock(&snapshot(
        (0..600).map(|number| meeting(number, 7900)).collect(),
    ));
    let (titles, description) = told(&heavy, "90d", "2018-02-01");
    assert!((400..500).contains(&titles.len()), "{}", titles.len());
    assert_eq!(titles[0], 0);
    assert!(description.contains("too much for one feed"));
}

#[test]
fn each_event_counts_and_a_series_that_goes_on_does_not_give_way_to_what_is_over() {
    let cancelled = (0..9).fold(in_zurich(weekly("2018-03-06", 10)), |details, number| {
        let date = day("2018-03-06") + TimeDelta::weeks(number);
        changing(details, &date.to_string(), |one| {
            one.said_mut().status = Status::Cancelled
        })
    });
    let mut all: Vec<_> = (0..3995)
        .map(|number| virtual_meeting(&number.to_string(), open("UTC", "2018-03-01 08:00")))
        .collect();
    all.push(cancelled);
    let told = feed(&stock(&snapshot(all)), &[], "2018-03-05");
    assert_eq!(starting_with(&told, "RRULE:FREQ=WEEKLY").len(), 1);
    assert_eq!(starting_with(&told, "BEGIN:VEVENT").len(), 4000);
}

#[test]
fn one_date_of_a_series_stands_by_itself() {
    let series = changing(in_zurich(weekly("2018-03-13", 4)), "2018-03-20", hybrid);
    let stock = stock(&snapshot(vec![series]));
    let id = stock.snapshot().meetings()[0].id;
    let alone = |date: &str| of_date(&info(), id, day(date), &stock);
    let told = lines(alone("2018-03-27").unwrap().text());
    assert_eq!(starting_with(&told, "BEGIN:VEVENT").len(), 1);
    assert_eq!(
        starting_with(&told, "UID"),
        [format!("UID:{id}-on-20180327")]
    );
    for absent in ["RRULE", "EXDATE", "RECURRENCE-ID", "RELATED-TO"] {
        assert_eq!(starting_with(&told, absent), [""; 0]);
    }
    assert!(starting_with(&told, "DTSTART")[0].contains("20180327T1"));
    assert!(alone("2018-03-28").is_none());

    let days = ["2018-03-13", "2018-03-20"];
    let stock = super::stock(&snapshot(vec![in_zurich(listed(&days))]));
    let told = of_date(&info(), id, day("2018-03-20"), &stock).unwrap();
    assert_eq!(
        starting_with(&lines(told.text()), "UID"),
        [format!("UID:{id}-20180320")],
        "a listed day is one event wherever it is told"
    );
}
