//! Thousands of made-up lives of series: edits of one, of the rest and of all while time goes on, some
//! of them through the form. Whatever the chain, what was held stays and nothing is lost unasked.

use super::*;
use crate::domain::chance::Chance;
use crate::domain::fields::FieldError;
use crate::domain::fields::{Context, MeetingFields};
use crate::domain::participants::Participants;
use crate::domain::series::Dates;
use crate::domain::{Link, LinkKind, Occurrence, Poster, Remote, WebUrl};
use chrono::{Days, TimeDelta};

const ZONES: [&str; 5] = [
    "Europe/Zurich",
    "America/New_York",
    "UTC",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
];

fn some_zone(dice: &mut Chance) -> Zone {
    Zone::named(dice.one_of::<&str>(&ZONES)).unwrap()
}

fn some_hour(dice: &mut Chance) -> NaiveTime {
    let (hour, minute) = (dice.below(24) as u32, *dice.one_of(&[0, 15, 30]));
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// A rule or a list from a day on; some are refused, as hours that the clocks skip are.
fn some_run(dice: &mut Chance, first: NaiveDate) -> Result<Run, Problem> {
    let count = 1 + dice.below(8);
    let recurrence = match dice.one_in(3) {
        true => {
            let days = (0..count).map(|_| first + Days::new(dice.below(60)));
            Recurrence::Dates(Dates::new(days.chain([first]).collect())?)
        }
        false => {
            let ends = match dice.one_in(2) {
                true => Ends::Count(count as u16),
                false => Ends::Until(first + Days::new(dice.below(100))),
            };
            let every = 1 + dice.below(3) as u8;
            Recurrence::Rule(Rule::new(first, *dice.one_of(&Step::ALL), every, ends)?)
        }
    };
    let start = some_hour(dice);
    let length = TimeDelta::minutes(*dice.one_of(&[30, 60, 300, 720]));
    let end = (!dice.one_in(4)).then(|| start + length);
    let mut run = Run::new(some_zone(dice), start, end, recurrence)?;
    for date in run.recurrence().dates() {
        if dice.one_in(6) {
            run = run.clone().skipping(date).unwrap_or(run);
        } else if dice.one_in(6) {
            let times = some_times(dice, date);
            run = run.moving(date, times)?;
        }
    }
    Ok(run)
}

/// Times that one occurrence may be given: another clock, several days, an end that is open.
fn some_times(dice: &mut Chance, near: NaiveDate) -> ExactTimes {
    let zone = some_zone(dice);
    let date = near + Days::new(dice.below(9)) - Days::new(4);
    let start = Moment::nearest(&zone, date.and_time(some_hour(dice)));
    let end = match dice.below(4) {
        0 => End::Open,
        1 => End::On(date + Days::new(dice.below(3))),
        days => {
            let end = start.local() + TimeDelta::minutes(60 + 1440 * (days as i64 - 2));
            End::At(Moment::nearest(&zone, end))
        }
    };
    ExactTimes::new(zone.clone(), start, end).unwrap_or_else(|_| ExactTimes::open(zone, start))
}

fn some_words(dice: &mut Chance, details: MeetingDetails) -> MeetingDetails {
    let said = |dice: &mut Chance| format!("Said {}", dice.below(1000));
    match dice.below(6) {
        0 => details.saying(|whole| whole.title = title(&said(dice))),
        1 => details.saying(|whole| whole.agenda = Vec::new()),
        2 => details.saying(|whole| {
            whole.status = *dice.one_of(&Status::ALL);
            whole.status_note = crate::domain::text::Note::optional(&said(dice)).unwrap();
        }),
        3 => details.saying(|whole| whole.remote = Some(Remote::ToFollow)),
        4 => details.saying(|whole| {
            whole.description = crate::domain::text::Prose::optional(&said(dice)).unwrap()
        }),
        _ => details,
    }
}

fn outcomes(dice: &mut Chance, details: MeetingDetails) -> MeetingDetails {
    details.saying(|said| {
        said.links = vec![Link {
            kind: LinkKind::Recording,
            label: None,
            url: WebUrl::parse(&format!("https://rec.example/{}", dice.below(1000))).unwrap(),
        }];
        said.participants = Participants::optional(&dice.below(99).to_string()).unwrap_or(None);
    })
}

fn all(details: &MeetingDetails) -> Vec<Occurrence> {
    details.occurrences()
}

fn held(details: &MeetingDetails, now: DateTime<Utc>) -> Vec<Occurrence> {
    let mut all = all(details);
    all.retain(|one| one.times.is_over(now));
    all
}

/// What the form makes of it if nobody types anything. `None` where the hours of one run are shown on
/// a day of another on which the clocks skip them: then the form asks for others.
fn through_the_form(details: &MeetingDetails, now: DateTime<Utc>) -> Option<MeetingDetails> {
    let poster = Poster {
        name: crate::domain::text::Line::optional("Ana Example")
            .unwrap()
            .unwrap(),
        email: crate::domain::web_url::EmailAddress::parse("ana@example.org").unwrap(),
    };
    let fields = MeetingFields::fill(details, Some(&poster));
    let context = Context {
        is_edit: true,
        now,
        find_group: &|slug| Some(crate::domain::Bearer::open(slug)),
        find_topic: &|slug| Some(crate::domain::Bearer::open(slug)),
    };
    let is_gap = |error: &FieldError| error.problem.key() == "in-gap";
    match fields.parse(&context) {
        Ok(submission) => Some(submission.details),
        Err(errors) if errors.iter().all(is_gap) => None,
        Err(errors) => panic!("{errors:?}\nin {fields:#?}"),
    }
}

fn some_scope(dice: &mut Chance, details: &MeetingDetails) -> Scope {
    let keys: Vec<NaiveDate> = all(details)
        .iter()
        .filter_map(|one| one.key.date())
        .collect();
    match dice.below(5) {
        0 | 1 => Scope::One(*dice.one_of(&keys)),
        2 | 3 => Scope::From(*dice.one_of(&keys)),
        _ => Scope::All,
    }
}

/// One edit of what the scope's form says; what it may not do it is told.
fn edited(
    dice: &mut Chance,
    details: &MeetingDetails,
    scope: Scope,
    now: DateTime<Utc>,
) -> MeetingDetails {
    let form = details.within(scope, now).unwrap();
    let changed = match scope {
        Scope::One(date) if form.timing.is_over(now) => match dice.one_in(4) {
            true => some_words(dice, form).at(Timing::Once(Times::Exact(some_times(dice, date)))),
            false => outcomes(dice, form),
        },
        Scope::One(date) => {
            let said = some_words(dice, form);
            match dice.one_in(2) {
                true => said.at(Timing::Once(Times::Exact(some_times(dice, date)))),
                false => said,
            }
        }
        Scope::From(_) | Scope::All => {
            let series = form.timing.series().unwrap().clone();
            let first =
                series.newest().recurrence().dates()[0] + Days::new(dice.below(10)) - Days::new(3);
            let run = some_run(dice, first);
            let confirm_from = match dice.below(3) {
                0 => Some(first + Days::new(dice.below(60)) - Days::new(20)),
                1 => None,
                _ => series.confirm_from(),
            };
            let schedule = match (dice.one_in(2), run) {
                (true, Ok(run)) => Series::new(run, confirm_from),
                _ => series.confirming_from(confirm_from),
            };
            some_words(dice, form).at(Timing::Series(schedule))
        }
    };
    details
        .with_change(scope, changed, now)
        .unwrap_or_else(|_| details.clone())
}

/// Times and words of every occurrence and where it was to be.
fn assert_same(before: &[Occurrence], after: &[Occurrence], story: &str) {
    for one in before {
        let again = after.iter().find(|after| after.key == one.key);
        assert_eq!(again, Some(one), "{story}");
    }
}

fn assert_sound(dice: &mut Chance, details: &MeetingDetails, now: DateTime<Utc>, story: &str) {
    let keys: Vec<_> = all(details).iter().map(|one| one.key).collect();
    assert!(
        keys.is_sorted_by(|one, next| one < next),
        "{story}: {keys:?}"
    );
    assert!(!keys.is_empty(), "{story}");

    for scope in [some_scope(dice, details), Scope::All] {
        let form = details.within(scope, now).unwrap();
        // Where the last one is over, an edit of several may have none to begin with.
        let is_over = held(details, now).last().map(|one| one.key) == keys.last().copied();
        if is_over && !matches!(scope, Scope::One(_)) {
            continue;
        }
        let story = format!("{story}, nothing changed in {scope}");
        let same = details.with_change(scope, form.clone(), now);
        let same = same.unwrap_or_else(|error| panic!("{story}: {error:?}"));
        assert_same(&all(details), &all(&same), &story);
        let Some(typed) = through_the_form(&form, now) else {
            continue;
        };
        let same = details.with_change(scope, typed, now);
        let same = same.unwrap_or_else(|error| panic!("{story}, by the form: {error:?}"));
        assert_same(&all(details), &all(&same), &format!("{story}, by the form"));
    }
}

#[test]
fn no_chain_of_edits_rewrites_what_was_held_or_loses_what_nobody_changed() {
    let dice = &mut Chance::new(2018);
    for life in 0..LIVES {
        let start: DateTime<Utc> = "2018-03-01T12:00:00Z".parse().unwrap();
        let first = start.date_naive() + Days::new(dice.below(30));
        let Ok(run) = some_run(dice, first) else {
            continue;
        };
        let mut details = with_run(call(), run);
        let mut now = start;
        for step in 0..6 {
            now += TimeDelta::hours(dice.below(24 * 14) as i64);
            let scope = some_scope(dice, &details);
            let story = format!("life {life}, edit {step} of {scope} at {now}");
            let before = held(&details, now);
            let after = edited(dice, &details, scope, now);
            let told: Vec<Occurrence> = all(&after);
            match scope {
                Scope::One(date) => {
                    let others = all(&details)
                        .into_iter()
                        .filter(|one| one.key != OccurrenceKey::On(date));
                    assert_same(&others.collect::<Vec<_>>(), &told, &story);
                    assert_eq!(told.len(), all(&details).len(), "{story}");
                }
                Scope::From(_) | Scope::All => assert_same(&before, &told, &story),
            }
            if let Scope::From(date) = scope {
                let earlier = all(&details)
                    .into_iter()
                    .filter(|one| one.key < OccurrenceKey::On(date));
                assert_same(&earlier.collect::<Vec<_>>(), &told, &story);
            }
            details = after;
            assert_sound(dice, &details, now, &story);
        }
    }
}

/// A few seconds' worth; whoever changes how series are edited may like to try thousands.
const LIVES: u64 = 300;

/// Dates that were held are what they were, but for what came out of them.
fn assert_held(published: &[Occurrence], approved: &[Occurrence], story: &str) {
    for one in published {
        let again = approved.iter().find(|after| after.key == one.key);
        let again = again.unwrap_or_else(|| panic!("{story}: {} is gone", one.key));
        let said = crate::domain::Said {
            links: one.said.links.clone(),
            participants: one.said.participants,
            ..crate::domain::Said::clone(&again.said)
        };
        assert_eq!((&one.times, &*one.said), (&again.times, &said), "{story}");
    }
}

#[test]
fn what_is_approved_is_what_was_sent_but_for_what_was_held_meanwhile() {
    let mut adapted = 0;
    let dice = &mut Chance::new(2718);
    for seed in 0..LIVES {
        let start: DateTime<Utc> = "2018-03-01T12:00:00Z".parse().unwrap();
        let first = start.date_naive() + Days::new(dice.below(30));
        let Ok(run) = some_run(dice, first) else {
            continue;
        };
        let mut published = with_run(call(), run);
        let mut now = start;
        for step in 0..4 {
            now += TimeDelta::hours(dice.below(24 * 14) as i64);
            let scope = some_scope(dice, &published);
            let story = format!("life {seed}, edit {step} of {scope} at {now}");
            let change = edited(dice, &published, scope, now);
            let at_once = change.clone().keeping_held(&published, now);
            assert_eq!(at_once.as_ref(), Ok(&change), "{story}");

            let later = now + TimeDelta::hours(dice.below(24 * 21) as i64);
            let approved = change.clone().keeping_held(&published, later).unwrap();
            let story = format!("{story}, approved at {later}");
            match change.held_meanwhile(&published, later).len() {
                0 => assert_eq!(approved, change, "{story}"),
                _ => adapted += 1,
            }
            assert_held(&held(&published, later), &all(&approved), &story);
            // What was sent of dates to come is there, and nothing that was neither held nor sent.
            let kept = held(&published, later);
            for one in all(&change) {
                let is_to_come = !one.times.is_over(later);
                let is_there = all(&approved)
                    .iter()
                    .any(|again| (again.key, &again.times) == (one.key, &one.times));
                let is_kept = kept.iter().any(|kept| kept.key == one.key);
                assert!(!is_to_come || is_kept || is_there, "{story}: {}", one.key);
            }
            for one in all(&approved) {
                let is_kept = kept.iter().any(|kept| kept.key == one.key);
                let was_sent = all(&change).iter().any(|sent| {
                    (sent.key, &sent.times, sent.said.title.clone())
                        == (one.key, &one.times, one.said.title.clone())
                });
                assert!(is_kept || was_sent, "{story}: {}", one.key);
            }
            now = later;
            published = approved;
        }
    }
    assert!(adapted > 20, "{adapted} of the changes waited too long");
}
