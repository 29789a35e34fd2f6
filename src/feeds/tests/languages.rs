//! Feeds in six languages: what is ours is in the language, what was typed is as it was typed.

use super::series::{in_zurich, weekly};
use super::*;
use crate::domain::fields::sample;
use crate::domain::timing::Sittings;
use crate::i18n::Words;

/// The lines of each event of a meeting in a language.
fn events_in(language: Language, details: MeetingDetails) -> Vec<Vec<String>> {
    let stock = stock(&snapshot(vec![details]));
    let id = stock.snapshot().meetings()[0].id;
    let objects = stock.objects_in(id, language).expect("something to say");
    let texts = objects.iter().map(|object| object.text().to_owned());
    texts.map(|text| lines(&text)).collect()
}

fn description_in(language: Language, details: MeetingDetails) -> String {
    paragraphs(&events_in(language, details)[0]).join("\n")
}

fn call(title: &str) -> MeetingDetails {
    let zurich = exact("Europe/Zurich", "2018-03-09 14:00", "2018-03-09 15:00");
    virtual_meeting(title, zurich)
}

#[test]
fn a_call_in_french_says_all_that_is_ours_in_french() {
    let details = call("Monthly call").saying(|said| {
        said.status = Status::Tentative;
        said.agenda = vec![AgendaItem::parse("Stocktaking").unwrap()];
        said.description = Some(Prose::parse("See **this**").unwrap());
        said.languages = vec![LanguageTag::english(), LanguageTag::parse("fr").unwrap()];
        said.captioning = true;
    });
    let event = &events_in(Language::Fr, details)[0];
    assert_eq!(value(event, "SUMMARY"), "[Provisoire] Monthly call");
    assert_has(
        event,
        &[
            "STATUS:TENTATIVE",
            &format!(
                "CONFERENCE;FEATURE=AUDIO,VIDEO;LABEL=Participer à la réunion;VALUE=URI:{PAGE}/join"
            ),
        ],
    );
    assert_eq!(
        paragraphs(event),
        [
            &format!("Participer : {PAGE}/join"),
            "Provisoire : elle peut encore changer.",
            "Quand : vendredi 9 mars 2018, 14:00 – 15:00, Zurich (UTC+01:00)",
            "En UTC : 13:00 – 14:00",
            "",
            "Ordre du jour :",
            "1. Stocktaking",
            "",
            "See this",
            "",
            "Organisée par : Dynamic Coalition on the Internet of Things",
            "Langues de travail : anglais, français",
            "Sous-titrage en direct",
            "",
            &format!("Détails : {PAGE}"),
        ]
    );
}

#[test]
fn dates_are_written_as_each_language_does() {
    let when = |language: Language| {
        let description = description_in(language, call("Call"));
        description.lines().nth(1).expect("a line").to_owned()
    };
    assert_eq!(
        Language::ALL.map(when),
        [
            "متى: الجمعة، 9 مارس 2018، 14:00 إلى 15:00، \u{2068}Zurich\u{2069} (UTC+01:00)",
            "When: Friday 9 March 2018, 14:00 to 15:00, Zurich (UTC+01:00)",
            "Cuándo: viernes, 9 de marzo de 2018, 14:00 – 15:00, Zurich (UTC+01:00)",
            "Quand : vendredi 9 mars 2018, 14:00 – 15:00, Zurich (UTC+01:00)",
            "Когда: пятница, 9 марта 2018\u{202f}г., 14:00 – 15:00, Zurich (UTC+01:00)",
            "时间：2018年3月9日星期五 14:00至15:00，Zurich（UTC+01:00）",
        ]
    );
}

#[test]
fn titles_are_kept_apart_from_words_that_run_the_other_way() {
    let cancelled = |title: &str| call(title).saying(|said| said.status = Status::Cancelled);
    let title = |language: Language, details: MeetingDetails| {
        value(&events_in(language, details)[0], "SUMMARY").to_owned()
    };
    assert_eq!(title(Language::Ar, call("Call (draft)")), "Call (draft)");
    assert_eq!(
        title(Language::Ar, cancelled("Call (draft)")),
        "[ملغى] \u{2068}Call (draft)\u{2069}"
    );
    assert_eq!(title(Language::Ar, cancelled("اجتماع")), "[ملغى] اجتماع");
    assert_eq!(title(Language::Zh, cancelled("Call")), "[已取消] Call");
}

#[test]
fn rules_are_said_in_each_language() {
    let when = |language: Language| {
        let description = description_in(language, in_zurich(weekly("2018-03-14", 3)));
        description.lines().nth(1).expect("a line").to_owned()
    };
    assert_eq!(
        Language::ALL.map(when),
        [
            "متى: كل أسبوع، يوم الأربعاء، 15:00 إلى 16:00، \u{2068}Zurich\u{2069}، حتى 28 مارس 2018",
            "When: every Wednesday, 15:00 to 16:00, Zurich, until 28 March 2018",
            "Cuándo: cada miércoles, 15:00 – 16:00, Zurich, hasta el 28 de marzo de 2018",
            "Quand : chaque mercredi, 15:00 – 16:00, Zurich, jusqu’au 28 mars 2018",
            "Когда: каждую среду, 15:00 – 16:00, Zurich; последняя дата: 28 марта 2018\u{202f}г.",
            "时间：每周星期三，15:00至16:00，Zurich，至 2018年3月28日 为止",
        ]
    );
}

/// Meetings of every shape and state that our words depend on.
fn of_every_kind() -> Vec<MeetingDetails> {
    let at = |day: u32| {
        exact(
            "Europe/Zurich",
            &format!("2018-03-{day} 14:00"),
            &format!("2018-03-{day} 15:00"),
        )
    };
    let times = |day: u32| match at(day) {
        Timing::Once(Times::Exact(times)) => times,
        _ => unreachable!(),
    };
    let sittings =
        |days: &[u32]| Sittings::new(days.iter().map(|day| times(*day)).collect()).unwrap();
    let span = DaySpan::new(day("2018-02-27"), day("2018-02-28"), None).unwrap();
    let timings = [
        at(10),
        open("UTC", "2018-03-09 23:30"),
        open("Asia/Kathmandu", "2018-03-09 04:00"),
        exact("Europe/Zurich", "2018-10-27 10:00", "2018-10-28 12:00"),
        Timing::Once(Times::Day(span)),
        window("2018-04-01", "2018-04-10"),
        window("2018-04-11", "2018-04-20"),
        window("2018-04-21", "2018-04-30"),
        window("2018-04-01", "2018-04-30"),
        window("2018-04-03", "2018-04-17"),
        Timing::Slots(sittings(&[10, 11])),
        Timing::Slots(sittings(&[10, 11, 12])),
        Timing::Parts(sittings(&[10, 11])),
        in_zurich(weekly("2018-03-13", 4)).timing,
    ];
    let mut all = Vec::new();
    for timing in timings {
        for status in Status::ALL {
            all.push(
                sample::call(|fields| {
                    fields.who.group = "dc-iot".into();
                    fields.how.registration_url = "https://register.example.org/".into();
                    fields.how.language = vec!["en".into(), "ar".into()];
                    fields.how.interpretation = vec!["zh".into()];
                })
                .saying(|said| {
                    said.status = status;
                    said.captioning = true;
                })
                .at(timing.clone()),
            );
        }
    }
    all
}

#[test]
fn no_language_leaves_gaps_or_signs_that_programs_take_for_markup() {
    let stock = stock(&snapshot(of_every_kind()));
    for language in Language::ALL {
        for meeting in stock.snapshot().meetings() {
            let Some(objects) = stock.objects_in(meeting.id, language) else {
                continue;
            };
            for object in objects.iter() {
                for line in lines(object.text()) {
                    let is_ours = ["SUMMARY", "DESCRIPTION", "CONFERENCE"];
                    if !is_ours.iter().any(|name| line.starts_with(name)) {
                        continue;
                    }
                    assert!(!line.contains("feed-"), "a key in {line}");
                    assert!(
                        !line.contains(['{', '}', '$', '&', '<', '>']),
                        "{language}: {line}"
                    );
                    assert!(!line.contains("г.."), "{language}: {line}");
                }
            }
        }
    }
}

#[test]
fn names_tell_differently_filtered_feeds_apart() {
    let snapshot = snapshot(vec![call("Call")]);
    let name = |query: &[(&str, &str)], past: &str, language: Language| {
        let filter = Filter::of(query.iter().copied());
        let asked = (&filter, past.parse().unwrap());
        let addresses = (String::new(), String::new());
        FeedInfo::of_listing(language, asked, &snapshot, addresses).name
    };
    let queries: [(&[(&str, &str)], &str); 12] = [
        (&[], "90d"),
        (&[], "all"),
        (&[], "2y"),
        (&[("group", "dc-iot")], "90d"),
        (&[("group", "dc-iot"), ("mode", "virtual")], "90d"),
        (&[("kind", "dynamic-coalition")], "90d"),
        (&[("topic", "access")], "90d"),
        (&[("region", "Africa")], "90d"),
        (&[("language", "fr")], "90d"),
        (&[("q", "open call")], "90d"),
        (&[("recording", "yes")], "90d"),
        (&[("mode", "hybrid")], "90d"),
    ];
    for language in Language::ALL {
        let names: std::collections::BTreeSet<_> = queries
            .iter()
            .map(|(query, past)| name(query, past, language))
            .collect();
        assert_eq!(names.len(), queries.len(), "{names:?}");
        assert!(names.contains(&*Words::of(language).t("site-name")));
    }
    assert_eq!(
        name(
            &[("group", "dc-iot"), ("language", "fr"), ("q", "a b")],
            "18m",
            Language::En
        ),
        "IGF: DC-IoT · language: French · words: “a b” · past 18 months"
    );
    assert_eq!(
        name(
            &[("kind", "dynamic-coalition"), ("recording", "yes")],
            "90d",
            Language::Es
        ),
        "IGF: Coaliciones Dinámicas · con grabación"
    );
    let many = |last: &str| {
        let mut query: Vec<(&str, &str)> = vec![("q", last)];
        let long = "x".repeat(70);
        query.extend(["a", "b", "c", "d"].map(|_| ("region", &*long)));
        name(&query, "90d", Language::En)
    };
    assert!(many("a").chars().count() <= 200);
    let long: Vec<String> = (0..40).map(|number| format!("region {number}")).collect();
    let all = |count: usize| {
        let query: Vec<_> = long[..count]
            .iter()
            .map(|one| ("region", one.as_str()))
            .collect();
        name(&query, "90d", Language::En)
    };
    assert!(all(40).chars().count() <= 200);
    assert_ne!(all(40), all(39));
}
