//! Stories of forms filled in well and badly, and the way there and back.

use super::*;
use crate::domain::times::Times;
use crate::domain::timing::Timing;
use chrono::TimeZone;

pub(super) fn context() -> Context<'static> {
    Context {
        now: Utc.with_ymd_and_hms(2018, 2, 28, 12, 0, 0).unwrap(),
        is_edit: false,
        find_group: &|slug| {
            let known = ["dccg", "igf-mag", "dc-iot"].contains(&slug.as_str());
            known.then(|| crate::domain::Bearer::open(slug))
        },
        find_topic: &|slug| {
            let known = ["access", "youth"].contains(&slug.as_str());
            known.then(|| crate::domain::Bearer::open(slug))
        },
    }
}

pub(super) fn strings(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

pub(super) fn seed() -> MeetingFields {
    let mut fields = sample::form();
    let WhoFields {
        cohost,
        title,
        description,
        agenda,
        link_kind,
        link_label,
        link_url,
        ..
    } = &mut fields.who;
    *cohost = strings(&["igf-mag", ""]);
    *title = "DC Coordination Group, Virtual Meeting XXV".into();
    *description = "The **common** agenda.".into();
    *agenda = "1. Stocktaking synthesis\n- Common themes in 2018\n\n2018 MAG meeting\nAOB".into();
    *link_kind = strings(&["recording", "document"]);
    *link_label = strings(&["Webex recording", ""]);
    *link_url = strings(&["https://igf.webex.example/rec/25", ""]);
    let how = &mut fields.how;
    how.access_url = strings(&["https://igf.webex.example/join", ""]);
    how.access_passcode = strings(&["dccg", ""]);
    how.language = strings(&["en"]);
    how.other_languages = "pt-BR, sw".into();
    fields
}

pub(super) fn problems(fields: &MeetingFields) -> Vec<String> {
    fields
        .parse(&context())
        .expect_err("problems")
        .iter()
        .map(|error| format!("{} {}", error.control(), error.problem.key()))
        .collect()
}

#[test]
fn the_seed_meeting_is_read_whole() {
    let details = seed().parse(&context()).unwrap().details;
    let agenda: Vec<&str> = details
        .said
        .agenda
        .iter()
        .map(|item| item.as_str())
        .collect();
    assert_eq!(
        agenda,
        [
            "Stocktaking synthesis",
            "Common themes in 2018",
            "2018 MAG meeting",
            "AOB"
        ]
    );
    let Some(times) = details.timing.exact() else {
        panic!("exact")
    };
    assert_eq!(times.start_utc().to_rfc3339(), "2018-03-09T13:00:00+00:00");
    assert_eq!(details.said.links.len(), 1);
    assert_eq!(details.said.languages.len(), 3);
}

#[test]
fn an_empty_form_names_every_field_that_it_needs() {
    assert_eq!(
        problems(&MeetingFields::default()),
        [
            "group missing",
            "title missing",
            "poster_name missing",
            "poster_email missing",
            "precision missing",
            "mode missing"
        ]
    );
}

#[test]
fn hostile_and_broken_values_name_their_row() {
    let mut fields = seed();
    fields.who.group = "no-such-group".into();
    fields.who.link_url = strings(&["javascript:alert(1)", ""]);
    fields.how.access_url = strings(&["https://ok.example/", "data:text/html,x"]);
    fields.how.access_passcode = strings(&["", ""]);
    fields.when.zone = "CET".into();
    assert_eq!(
        problems(&fields),
        [
            "group unknown-group",
            "link_url-0 not-a-web-address",
            "zone unknown-zone",
            "access_url-1 not-a-web-address"
        ]
    );
}

#[test]
fn a_virtual_meeting_needs_a_way_in_and_says_so() {
    let mut fields = seed();
    fields.how.access_url = Vec::new();
    fields.how.access_passcode = Vec::new();
    assert_eq!(problems(&fields), ["access_url-0 no-way-in"]);
    fields.how.link_to_follow = "yes".into();
    assert!(fields.parse(&context()).is_ok());
    fields.how.link_to_follow = String::new();
    fields.how.registration_url = "https://register.example/".into();
    let details = fields.parse(&context()).unwrap().details;
    assert_eq!(
        details.said.remote,
        Some(crate::domain::Remote::AtRegistration)
    );
}

#[test]
fn a_place_needs_its_city_and_country() {
    let mut fields = seed();
    fields.how.mode = "hybrid".into();
    assert_eq!(problems(&fields), ["city missing", "country missing"]);
    fields.how.city = "Geneva".into();
    fields.how.country = "Switzerland".into();
    assert!(fields.parse(&context()).is_ok());
}

#[test]
fn gap_fold_and_past_are_asked_about() {
    let mut fields = seed();
    fields.when.start_day = "25".into();
    fields.when.start_time = "2:30".into();
    fields.when.end_time = "5:00".into();
    assert_eq!(problems(&fields), ["start_time in-gap"]);

    fields.when.start_day = "28".into();
    fields.when.start_month = "October".into();
    assert_eq!(problems(&fields), ["start_time in-fold"]);
    fields.when.start_fold = "later".into();
    assert!(fields.parse(&context()).is_ok());

    let mut past = seed();
    past.when.start_year = "2017".into();
    assert_eq!(problems(&past), ["past_reason past-needs-reason"]);
    past.when.past_reason = "Recording became available".into();
    assert!(past.parse(&context()).is_ok());
}

#[test]
fn vague_dates_take_months_and_years() {
    let mut fields = seed();
    fields.when = WhenFields {
        precision: "window".into(),
        start_month: "April".into(),
        start_year: "2018".into(),
        ..WhenFields::default()
    };
    let Timing::Once(Times::Window(window)) = fields.parse(&context()).unwrap().details.timing
    else {
        panic!("window")
    };
    assert_eq!(window.earliest().to_string(), "2018-04-01");
    assert_eq!(window.latest().to_string(), "2018-04-30");
    fields.when.start_month = String::new();
    let Timing::Once(Times::Window(window)) = fields.parse(&context()).unwrap().details.timing
    else {
        panic!("window")
    };
    assert_eq!(window.days(), 365);
}

#[test]
fn a_midnight_that_the_clocks_skip_ends_the_day() {
    let mut fields = seed();
    fields.when.zone = "Asia/Beirut".into();
    fields.when.start_day = "27".into();
    fields.when.start_month = "3".into();
    fields.when.start_year = "2027".into();
    fields.when.start_time = "22:00".into();
    fields.when.end_time = "24:00".into();
    let details = |fields: &MeetingFields| fields.parse(&context()).unwrap().details;
    let said = details(&fields);
    let Timing::Once(Times::Exact(times)) = &said.timing else {
        panic!("{:?}", said.timing);
    };
    let end = Utc.with_ymd_and_hms(2027, 3, 27, 22, 0, 0).unwrap();
    assert_eq!(times.end_utc(), Some(end));
    assert_eq!(times.days().0, times.days().1);
    fields.when.end_day = "28".into();
    fields.when.end_month = "3".into();
    fields.when.end_year = "2027".into();
    fields.when.end_time = "00:00".into();
    assert_eq!(details(&fields).timing, said.timing);
    fields.when.end_time = "00:30".into();
    assert_eq!(problems(&fields), ["end_time in-gap"]);
    fields.when.start_day = "28".into();
    fields.when.start_time = "00:00".into();
    fields.when.end_time = "03:00".into();
    assert_eq!(problems(&fields), ["start_time in-gap"]);
}

#[test]
fn editing_reads_back_what_was_said() {
    let variants: [fn(&mut MeetingFields); 8] = [
        |_| {},
        |f| {
            f.when.status = "postponed".into();
            f.when.status_note = "The room is\nnot free.".into();
        },
        |f| f.when.end_time = String::new(),
        |f| {
            f.when.precision = "day".into();
            f.when.zone = String::new();
            f.when.end_day = "12".into();
            f.when.end_month = "3".into();
            f.when.end_year = "2018".into();
        },
        |f| {
            f.when.precision = "window".into();
            f.when.start_day = String::new();
        },
        |f| f.when.precision = "unknown".into(),
        |f| {
            f.when.start_day = "28".into();
            f.when.start_month = "10".into();
            f.when.start_time = "2:30".into();
            f.when.start_fold = "later".into();
        },
        |f| {
            f.how.mode = "hybrid".into();
            f.how.access_url = Vec::new();
            f.how.access_passcode = Vec::new();
            f.how.link_to_follow = "yes".into();
            f.how.venue_to_follow = "yes".into();
            f.how.captioning = "yes".into();
            f.how.interpretation = strings(&["fr", "ar"]);
            f.how.other_interpretation = "pt".into();
            f.who.contact_email = "dc@example.org".into();
        },
    ];
    for (number, change) in variants.iter().enumerate() {
        let mut fields = seed();
        change(&mut fields);
        if fields.when.precision == "unknown" {
            fields.when.zone = String::new();
        }
        let sent = fields
            .parse(&context())
            .unwrap_or_else(|e| panic!("{number}: {e:?}"));
        let edited = MeetingFields::fill(&sent.details, Some(&sent.poster));
        assert_eq!(edited.parse(&context()).unwrap(), sent, "variant {number}");
    }
}

#[test]
fn the_next_one_says_all_again_but_the_date_and_what_hangs_on_it() {
    let mut fields = seed();
    fields.who.link_kind = strings(&["recording", "agenda"]);
    fields.who.link_url = strings(&["https://igf.example/rec", "https://igf.example/agenda"]);
    fields.who.contact_email = "dc@example.org".into();
    fields.when.start_day = "28".into();
    fields.when.start_month = "10".into();
    fields.when.start_time = "02:30".into();
    fields.when.start_fold = "later".into();
    fields.when.end_time = "05:00".into();
    fields.when.status = "cancelled".into();
    fields.when.status_note = "Too few came last time.".into();
    let mut held = fields.parse(&context()).unwrap().details;
    held.said_mut().past_reason = crate::domain::text::Note::optional("For the archive").unwrap();

    let mut next = MeetingFields::next_one(&held);
    assert_eq!(
        next.when,
        WhenFields {
            precision: "exact".into(),
            zone: "Europe/Zurich".into(),
            start_time: "02:30".into(),
            end_time: "05:00".into(),
            ..WhenFields::default()
        }
    );
    assert_eq!(next.who.link_url, ["https://igf.example/agenda"]);
    assert_eq!(
        problems(&next),
        [
            "poster_name missing",
            "poster_email missing",
            "start_date missing"
        ]
    );
    assert!(next.is_untouched(Page::Who) && !next.is_untouched(Page::How));

    next.who.poster_name = "Ben Example".into();
    next.who.poster_email = "ben@example.org".into();
    next.when.start_day = "9".into();
    next.when.start_month = "11".into();
    next.when.start_year = "2018".into();
    let posted = next.parse(&context()).unwrap().details;
    assert_eq!(posted.timing.days().unwrap().0.to_string(), "2018-11-09");
    let expected = held
        .clone()
        .saying(|said| {
            said.status = crate::domain::Status::Confirmed;
            said.status_note = None;
            said.past_reason = None;
            said.links = held.said.documents().cloned().collect();
        })
        .at(posted.timing.clone());
    assert_eq!(posted, expected);
}

#[test]
fn the_next_one_after_an_old_record_asks_for_what_that_did_not_say() {
    let mut fields = seed();
    fields.how.access_url = Vec::new();
    fields.how.access_passcode = Vec::new();
    fields.how.not_recorded = "yes".into();
    fields.when.precision = "window".into();
    let old = fields.parse(&context()).unwrap().details;
    assert_eq!(old.said.remote, Some(crate::domain::Remote::NotRecorded));
    let next = MeetingFields::next_one(&old);
    assert_eq!(
        problems(&next)[2..],
        ["start_date missing", "access_url-0 no-way-in"]
    );
    assert_eq!(next.when.start_time, "");
}

#[test]
fn what_came_out_is_kept_apart_from_documents_and_read_together_with_them() {
    let mut fields = seed();
    fields.who.link_kind = strings(&["recording", "document", "agenda"]);
    fields.who.link_label = Vec::new();
    fields.who.link_url = strings(&[
        "https://igf.example/rec",
        "https://igf.example/doc",
        "https://igf.example/agenda",
    ]);
    fields.after = AfterFields {
        outcome_kind: strings(&["summary", "recording"]),
        outcome_label: strings(&["Summary by the Chair", ""]),
        outcome_url: strings(&["https://igf.example/sum", ""]),
        participants: "٤٢".into(),
    };
    let sent = fields.parse(&context()).unwrap();
    let urls: Vec<&str> = sent
        .details
        .said
        .links
        .iter()
        .map(|l| l.url.as_str())
        .collect();
    assert_eq!(
        urls,
        [
            "https://igf.example/doc",
            "https://igf.example/agenda",
            "https://igf.example/rec",
            "https://igf.example/sum"
        ]
    );
    let edited = MeetingFields::fill(&sent.details, Some(&sent.poster));
    assert_eq!(edited.who.link_kind, ["document", "agenda"]);
    assert_eq!(edited.after.outcome_kind, ["recording", "summary"]);
    assert_eq!(edited.after.outcome_label, ["", "Summary by the Chair"]);
    assert_eq!(edited.after.participants, "42");
    assert_eq!(edited.parse(&context()).unwrap(), sent);
    let next = MeetingFields::next_one(&sent.details);
    assert_eq!(next.after, AfterFields::default());
    assert_eq!(next.who.link_kind, ["document", "agenda"]);
}

#[test]
fn every_problem_of_the_page_for_afterwards_names_its_row() {
    let mut fields = seed();
    fields.after = AfterFields {
        outcome_kind: strings(&["recording", "document", "", "no-such-kind", "slides"]),
        outcome_label: strings(&["", "", "", "", "Slides"]),
        outcome_url: strings(&[
            "javascript:alert(1)",
            "https://igf.example/1",
            "https://igf.example/2",
            "https://igf.example/3",
            "",
        ]),
        participants: "many".into(),
    };
    assert_eq!(
        problems(&fields),
        [
            "outcome_url-0 not-a-web-address",
            "outcome_kind-1 unknown-choice",
            "outcome_kind-2 missing",
            "outcome_kind-3 unknown-choice",
            "outcome_url-4 missing",
            "participants not-a-count",
        ]
    );
    assert_eq!(fields.first_unfinished(&context()), Some(Page::After));
}

#[test]
fn no_more_outcomes_are_taken_than_can_be_edited_again() {
    let mut fields = seed();
    fields.who.link_kind = vec!["recording".into(); MAX_ROWS];
    fields.who.link_url = vec!["https://igf.example/rec".into(); MAX_ROWS];
    fields.who.link_label = Vec::new();
    assert!(fields.parse(&context()).is_ok());
    fields.after.outcome_kind = strings(&["slides"]);
    fields.after.outcome_url = strings(&["https://igf.example/slides"]);
    assert_eq!(problems(&fields), ["outcome_url too-many"]);
    fields.who.link_kind[0] = "document".into();
    let sent = fields.parse(&context()).unwrap();
    let edited = MeetingFields::fill(&sent.details, Some(&sent.poster));
    assert_eq!(edited.parse(&context()).unwrap(), sent);
}
