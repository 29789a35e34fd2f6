//! Format 1, which was written until November 2026: one flat object for all that a meeting says, its
//! schedule with one kind of date or several in a single list of kinds. It is only read.

use super::forms::{
    ContactForm, DaysForm, ExactTimesForm, Form, LinkForm, ModeName, PlaceForm, ProvenanceForm,
    RegistrationForm, RemoteForm, StatusName,
};
use crate::domain::problem::Problem;
use crate::domain::series::{self, Exception, Hours, Own};
use crate::domain::text::{AgendaItem, Line, Note, Prose, Title};
use crate::domain::times::{DaySpan, DayWindow};
use crate::domain::{
    LanguageTag, MeetingDetails, Participants, Patch, Said, Series, Sittings, Slug, Times, Timing,
    Zone,
};
use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A meeting.
#[derive(Deserialize)]
pub(super) struct MeetingForm {
    title: Title,
    text_language: LanguageTag,
    group: Slug,
    cohosts: Vec<Slug>,
    description: Option<Prose>,
    agenda: Vec<AgendaItem>,
    schedule: Schedule,
    status: StatusName,
    status_note: Option<Note>,
    past_reason: Option<Note>,
    mode: ModeName,
    remote: Option<RemoteForm>,
    place: Option<PlaceForm>,
    registration: Option<RegistrationForm>,
    languages: Vec<LanguageTag>,
    interpretation: Vec<LanguageTag>,
    captioning: bool,
    links: Vec<LinkForm>,
    participants: Option<Participants>,
    contact: Option<ContactForm>,
    category: Option<Line>,
    provenance: Option<ProvenanceForm>,
}

#[derive(Deserialize)]
#[serde(tag = "precision", rename_all = "lowercase")]
enum Schedule {
    Exact(ExactTimesForm),
    Day(SpanForm),
    Window(Window),
    Unknown,
    Parts(Several),
    Slots(Several),
    Series(Runs),
}

#[derive(Deserialize)]
struct SpanForm {
    first: NaiveDate,
    last: NaiveDate,
    zone: Option<Zone>,
}

#[derive(Deserialize)]
struct Window {
    earliest: NaiveDate,
    latest: NaiveDate,
    zone: Option<Zone>,
}

#[derive(Deserialize)]
struct Several {
    times: Vec<ExactTimesForm>,
}

#[derive(Deserialize)]
struct Runs {
    runs: Vec<RunForm>,
    confirm_from: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct RunForm {
    zone: Zone,
    start: NaiveTime,
    end: Option<NaiveTime>,
    recurrence: DaysForm,
    #[serde(default)]
    exceptions: BTreeMap<NaiveDate, UnlikeForm>,
    #[serde(default)]
    said: Differences,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum UnlikeForm {
    Skipped,
    Changed(Box<Differences>),
}

/// Each part in a list of one, because JSON cannot tell "nothing of its own" from "its own, and it is
/// nothing".
#[derive(Deserialize, Default)]
#[serde(default)]
struct Differences {
    times: Option<ExactTimesForm>,
    title: Option<(Title,)>,
    text_language: Option<(LanguageTag,)>,
    group: Option<(Slug,)>,
    cohosts: Option<(Vec<Slug>,)>,
    description: Option<(Option<Prose>,)>,
    agenda: Option<(Vec<AgendaItem>,)>,
    status: Option<(StatusName,)>,
    status_note: Option<(Option<Note>,)>,
    mode: Option<(ModeName,)>,
    remote: Option<(Option<RemoteForm>,)>,
    place: Option<(Option<PlaceForm>,)>,
    registration: Option<(Option<RegistrationForm>,)>,
    languages: Option<(Vec<LanguageTag>,)>,
    interpretation: Option<(Vec<LanguageTag>,)>,
    captioning: Option<(bool,)>,
    links: Option<(Vec<LinkForm>,)>,
    contact: Option<(Option<ContactForm>,)>,
    participants: Option<(Option<Participants>,)>,
}

impl MeetingForm {
    pub(super) fn read(self) -> Result<MeetingDetails, Problem> {
        let mode = self.mode.read()?;
        let said = Said {
            cohosts: self.cohosts,
            description: self.description,
            agenda: self.agenda,
            status: self.status.read()?,
            status_note: self.status_note,
            past_reason: self.past_reason,
            remote: self.remote.read()?,
            place: self.place.read()?,
            registration: self.registration.read()?,
            languages: self.languages,
            interpretation: self.interpretation,
            captioning: self.captioning,
            links: self.links.read()?,
            participants: self.participants,
            contact: self.contact.read()?,
            category: self.category,
            provenance: self.provenance.read()?,
            ..Said::plain(self.title, self.text_language, self.group, mode)
        };
        Ok(MeetingDetails::new(said, self.schedule.read()?))
    }
}

impl Schedule {
    fn read(self) -> Result<Timing, Problem> {
        Ok(match self {
            Self::Exact(times) => Timing::Once(Times::Exact(times.read()?)),
            Self::Day(days) => {
                Timing::Once(Times::Day(DaySpan::new(days.first, days.last, days.zone)?))
            }
            Self::Window(window) => Timing::Once(Times::Window(DayWindow::new(
                window.earliest,
                window.latest,
                window.zone,
            )?)),
            Self::Unknown => Timing::Once(Times::Unknown),
            Self::Parts(parts) => Timing::Parts(Sittings::restored(parts.times.read()?)?),
            Self::Slots(slots) => Timing::Slots(Sittings::restored(slots.times.read()?)?),
            Self::Series(series) => {
                let runs = series.runs.into_iter().map(RunForm::read);
                let runs = runs.collect::<Result<_, _>>()?;
                Timing::Series(Series::of_runs(runs, series.confirm_from)?)
            }
        })
    }
}

impl RunForm {
    fn read(self) -> Result<series::Run, Problem> {
        let exceptions = self
            .exceptions
            .into_iter()
            .map(|(date, unlike)| Ok((date, unlike.read()?)))
            .collect::<Result<_, Problem>>()?;
        Ok(series::Run::restored(
            Hours {
                zone: self.zone,
                start: self.start,
                end: self.end,
            },
            self.recurrence.read()?,
            exceptions,
            self.said.read()?.said,
        ))
    }
}

impl UnlikeForm {
    fn read(self) -> Result<Exception, Problem> {
        Ok(match self {
            Self::Skipped => Exception::Skipped,
            Self::Changed(own) => Exception::Changed(Box::new(own.read()?)),
        })
    }
}

impl Differences {
    fn read(self) -> Result<Own, Problem> {
        let said = Patch {
            title: one(self.title)?,
            text_language: one(self.text_language)?,
            group: one(self.group)?,
            cohosts: one(self.cohosts)?,
            description: one(self.description)?,
            agenda: one(self.agenda)?,
            status: one(self.status)?,
            status_note: one(self.status_note)?,
            mode: one(self.mode)?,
            remote: one(self.remote)?,
            place: one(self.place)?,
            registration: one(self.registration)?,
            languages: one(self.languages)?,
            interpretation: one(self.interpretation)?,
            captioning: one(self.captioning)?,
            links: one(self.links)?,
            contact: one(self.contact)?,
            participants: one(self.participants)?,
            ..Patch::default()
        };
        Ok(Own {
            times: self.times.read()?,
            said,
        })
    }
}

fn one<F: Form>(part: Option<(F,)>) -> Result<Option<F::Of>, Problem> {
    part.map(|(part,)| part.read()).transpose()
}
