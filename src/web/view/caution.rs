//! What does not go together in a meeting, in words: what was written and what the form says. It
//! asks to look again and stops nobody.

use super::View;
use super::entry::path;
use crate::domain::contradictions::{Contradiction, Field, Season, contradictions};
use crate::domain::{MeetingDetails, MeetingId, Status};
use crate::i18n::bidi::isolated;
use crate::i18n::times::{offset_words, times_in_one_line};
use crate::i18n::{Arg, Words};
use chrono::{FixedOffset, NaiveTime};

/// One thing to look at again.
pub struct Caution {
    pub text: String,
    /// Where it can be looked at or changed: address and words.
    pub links: Vec<(String, String)>,
}

/// The addresses of the form's pages on which the poster can change what does not go together.
#[derive(Clone, Copy)]
pub struct FormPages<'a> {
    pub who: &'a str,
    pub when: &'a str,
}

/// Everything to look at again; with links to the form's pages where there is a form. `except` is
/// the meeting itself, if it exists already.
pub fn cautions(
    v: &View,
    details: &MeetingDetails,
    except: Option<MeetingId>,
    pages: Option<FormPages<'_>>,
) -> Vec<Caution> {
    let w = v.w;
    let change = |field: Field| {
        pages.map_or_else(Vec::new, |pages| {
            vec![
                (
                    format!("{}#{}", pages.who, field.as_str()),
                    w.t("check-change-who").to_string(),
                ),
                (pages.when.to_owned(), w.t("check-change-when").to_string()),
            ]
        })
    };
    let mut cautions: Vec<Caution> = contradictions(details)
        .iter()
        .map(|contradiction| Caution {
            text: words(w, details, contradiction),
            links: change(contradiction.field()),
        })
        .collect();
    cautions.extend(repeated(v, details, except).map(|mut caution| {
        caution.links.extend(change(Field::Title));
        caution
    }));
    let published = except.and_then(|meeting| v.snapshot.meeting(meeting));
    if let Some(published) = published {
        let found = unfinished(w, &published.details, details);
        cautions.extend(found.into_iter().map(|text| Caution {
            text,
            links: to_when(w, pages),
        }));
    }
    cautions
}

/// The page of the form that says when, and whether it is certain.
fn to_when(w: Words, pages: Option<FormPages<'_>>) -> Vec<(String, String)> {
    let link = |pages: FormPages<'_>| (pages.when.to_owned(), w.t("check-change-when").to_string());
    pages.map(link).into_iter().collect()
}

/// Changes that are often left half done: a postponed meeting that has its new date but is not
/// confirmed again, and a state that changed while the reason for the last one is still there.
fn unfinished(w: Words, before: &MeetingDetails, after: &MeetingDetails) -> Vec<String> {
    let state = |status: Status| isolated(&w.t(&format!("status-{}", status.as_str())));
    let has_new_date = after.timing.has_date() && after.timing != before.timing;
    let (before, after) = (&before.said, &after.said);
    let still_postponed = (after.status == Status::Postponed && has_new_date).then(|| {
        let (status, confirmed) = (state(Status::Postponed), state(Status::Confirmed));
        w.t2(
            "caution-still-postponed",
            "status",
            status,
            "confirmed",
            confirmed,
        )
    });
    let same_note = after
        .status_note
        .as_ref()
        .filter(|note| Some(*note) == before.status_note.as_ref());
    let old_note = same_note
        .filter(|_| after.status != before.status)
        .map(|note| {
            w.t3(
                "caution-old-note",
                "written",
                isolated(note.as_str()),
                "before",
                state(before.status),
                "status",
                state(after.status),
            )
        });
    [still_postponed, old_note]
        .into_iter()
        .flatten()
        .map(|text| text.to_string())
        .collect()
}

/// That its group holds another meeting of this title on this day.
fn repeated(v: &View, details: &MeetingDetails, except: Option<MeetingId>) -> Option<Caution> {
    let w = v.w;
    let other = v.snapshot.same_title_that_day(details, except)?;
    let (day, _) = other.times().days()?;
    Some(Caution {
        text: w
            .t2(
                "caution-repeated-title",
                "written",
                isolated(other.said().title.as_str()),
                "date",
                w.date_full(day),
            )
            .to_string(),
        links: vec![(path(w.code(), other), w.t("standing-public").to_string())],
    })
}

fn words(w: Words, details: &MeetingDetails, contradiction: &Contradiction) -> String {
    let field = w
        .t(&format!("field-{}", contradiction.field().as_str()))
        .to_string();
    match contradiction {
        Contradiction::ClockTime {
            written,
            utc,
            season,
            ..
        } => clock_time(w, details, field, written, *utc, season.as_ref()),
        Contradiction::ZoneAbbreviation {
            written,
            abbreviation,
            means,
            local_offset,
            ..
        } => w
            .with(
                "caution-zone",
                &[
                    ("field", field.into()),
                    ("written", isolated(written).into()),
                    ("abbreviation", abbreviation.into()),
                    ("means", offset(*means).into()),
                    ("offset", offset(*local_offset).into()),
                ],
            )
            .to_string(),
        Contradiction::Weekday { written, date, .. } => w
            .with(
                "caution-weekday",
                &[
                    ("field", field.into()),
                    ("written", isolated(written).into()),
                    ("date", w.date_long(*date).into()),
                    ("weekday", w.weekday(*date).into()),
                ],
            )
            .to_string(),
        Contradiction::DateInTitle { written, date } => {
            form_says(w, field, written, w.date_long(*date))
        }
    }
}

fn form_says(w: Words, field: String, written: &str, form: String) -> String {
    w.t3(
        "caution-form-says",
        "field",
        field,
        "written",
        isolated(written),
        "form",
        form,
    )
    .to_string()
}

fn clock_time(
    w: Words,
    details: &MeetingDetails,
    field: String,
    written: &str,
    utc: NaiveTime,
    season: Option<&Season>,
) -> String {
    let form = details
        .timing
        .exact()
        .map_or_else(String::new, |times| times_in_one_line(w, times));
    let form = isolated(&form);
    let said = w.time(utc);
    // "13:00 UTC" need not be explained as 13:00 UTC.
    if season.is_none() && written.contains(&said) {
        return form_says(w, field, written, form);
    }
    let mut args: Vec<(&str, Arg<'_>)> = vec![
        ("field", field.into()),
        ("written", isolated(written).into()),
        ("utc", said.into()),
        ("form", form.into()),
    ];
    let Some(season) = season else {
        return w.with("caution-clock-time", &args).to_string();
    };
    args.extend([
        ("abbreviation", Arg::from(&season.abbreviation)),
        ("means", offset(season.means).into()),
        ("offset", offset(season.local_offset).into()),
        ("other", w.time(season.utc).into()),
    ]);
    w.with("caution-clock-time-season", &args).to_string()
}

/// `UTC+2`, which is to be read from left to right in every language.
fn offset(offset: FixedOffset) -> String {
    isolated(&offset_words(offset))
}
