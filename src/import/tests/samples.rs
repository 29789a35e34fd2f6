//! The invented meetings, on many days.

use crate::domain::{MeetingDetails, Mode, Slug, Status, Times, Timing};
use crate::import::{GROUPS_FILE, read_groups, sample_meetings};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc, Weekday};
use std::collections::BTreeSet;

fn noon(day: &str) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap();
    day.and_hms_opt(12, 0, 0).unwrap().and_utc()
}

fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn check(sample: &MeetingDetails, now: DateTime<Utc>) {
    let title = &sample.said.title;
    let Some((first, last)) = sample.timing.days() else {
        assert_eq!(sample.timing, Timing::Once(Times::Unknown));
        return;
    };
    let today = now.date_naive();
    assert!(first > today, "{title} on {first}, seen on {today}");
    assert!((last - today).num_days() <= 76, "{title} until {last}");
    if sample.timing.has_date() {
        assert!(is_weekday(first) && is_weekday(last), "{title} on {first}");
    }
    if let Timing::Once(Times::Exact(times)) = &sample.timing {
        assert!((8..19).contains(&times.start().local().hour()), "{title}");
    }
}

#[test]
fn there_are_samples_on_every_day() {
    let mut now = noon("2024-01-01");
    while now < noon("2028-03-05") {
        let samples = sample_meetings(now);
        assert_eq!(samples.len(), 18, "{now}");
        for sample in &samples {
            check(sample, now);
        }
        now += TimeDelta::days(1);
    }
}

#[test]
fn edges_of_the_calendar_do_no_harm() {
    for now in [noon("2028-02-29"), noon("2026-12-31"), noon("2027-01-01")] {
        assert_eq!(sample_meetings(now).len(), 18);
    }
    for now in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let dated = |sample: &MeetingDetails| sample.timing != Timing::Once(Times::Unknown);
        assert!(!sample_meetings(now).iter().any(dated));
    }
}

#[test]
fn a_day_has_the_same_samples_from_its_first_minute_to_its_last() {
    let now = noon("2026-03-29");
    let evening = now + TimeDelta::minutes(12 * 60 - 1);
    assert_eq!(sample_meetings(now), sample_meetings(evening));
    assert_ne!(
        sample_meetings(now),
        sample_meetings(now + TimeDelta::days(1))
    );
}

#[test]
fn samples_say_what_they_are_and_belong_to_real_groups() {
    let groups: BTreeSet<Slug> = read_groups(GROUPS_FILE)
        .unwrap()
        .groups
        .into_iter()
        .map(|group| group.slug.clone())
        .collect();
    for sample in sample_meetings(noon("2026-05-04")) {
        let said = sample.said.description.as_ref().unwrap().as_str();
        assert!(said.ends_with("A sample entry of the demonstration; no such meeting is planned."));
        let own_words = said.contains("\n\n");
        assert_eq!(own_words, sample.said.text_language.as_str() != "en");
        assert!(sample.said.groups().all(|group| groups.contains(group)));
        let points = sample.said.remote.iter().flat_map(|remote| remote.points());
        let addresses = points
            .filter_map(|point| point.url.as_ref())
            .chain(
                sample
                    .said
                    .registration
                    .iter()
                    .map(|registration| &registration.url),
            )
            .chain(sample.said.links.iter().map(|link| &link.url));
        for address in addresses {
            assert!(address.host().ends_with(".example.org"), "{address}");
        }
        assert_eq!(sample.said.remote.is_some(), sample.said.mode.is_remote());
        assert_eq!(sample.said.place.is_some(), sample.said.mode.has_place());
    }
}

/// A part of a sample that is written wrongly would be left out in silence.
#[test]
fn samples_show_everything_that_a_calendar_has_to_show() {
    let samples = sample_meetings(noon("2026-05-04"));
    let languages: BTreeSet<&str> = samples
        .iter()
        .map(|s| s.said.text_language.as_str())
        .collect();
    assert_eq!(
        languages,
        BTreeSet::from(["ar", "en", "es", "fr", "pt", "ru", "zh"])
    );
    for status in Status::ALL {
        assert!(
            samples.iter().any(|s| s.said.status == status),
            "{status:?}"
        );
    }
    for mode in Mode::ALL {
        assert!(samples.iter().any(|s| s.said.mode == mode), "{mode:?}");
    }
    let zones: BTreeSet<&str> = samples
        .iter()
        .filter_map(|s| s.timing.zone().map(|zone| zone.name()))
        .collect();
    for zone in [
        "Africa/Nairobi",
        "Asia/Kathmandu",
        "America/Sao_Paulo",
        "America/New_York",
        "Pacific/Auckland",
    ] {
        assert!(zones.contains(zone), "{zone}");
    }
    assert!(
        samples
            .iter()
            .any(|s| s.timing == Timing::Once(Times::Unknown))
    );
    let first = &samples[0].said.remote.as_ref().unwrap().points()[0];
    assert!(first.passcode.is_some() && first.dial_in.is_some());
    let count = |of: fn(&MeetingDetails) -> usize| samples.iter().map(of).sum::<usize>();
    assert_eq!(count(|s| s.said.agenda.len()), 17);
    assert_eq!(count(|s| s.said.cohosts.len()), 3);
    assert_eq!(count(|s| s.said.languages.len()), 21);
    assert_eq!(count(|s| s.said.interpretation.len()), 13);
    assert_eq!(count(|s| usize::from(s.said.captioning)), 3);
    assert_eq!(count(|s| usize::from(s.said.registration.is_some())), 3);
    let contacts = samples.iter().filter_map(|s| s.said.contact.as_ref());
    assert_eq!(
        contacts.filter(|contact| contact.email.is_some()).count(),
        18
    );
}
