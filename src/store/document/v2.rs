//! Format 2: what is said apart from when. A part that nothing is said in is left out.

use super::forms::{
    ContactForm, DaysForm, ExactTimesForm, Form, LinkForm, ModeName, PlaceForm, ProvenanceForm,
    RegistrationForm, RemoteForm, StatusName,
};
use crate::domain;
use crate::domain::problem::Problem;
use crate::domain::series::{self, Exception};
use crate::domain::text::{AgendaItem, Line, Note, Prose, Title};
use crate::domain::times::{DaySpan, DayWindow};
use crate::domain::{LanguageTag, MeetingDetails, Participants, Slug, Zone};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A meeting.
#[derive(Serialize, Deserialize)]
pub(super) struct MeetingForm {
    said: SaidForm,
    timing: TimingForm,
}

/// Declares the parts of what is said: those that are always there and those that may be missing. In
/// a patch each stands in a list of one, because JSON cannot tell "nothing of its own" from "its own,
/// and it is nothing".
macro_rules! said {
    (
        always { $($always:ident: $always_form:ty,)+ }
        perhaps { $($perhaps:ident: $form:ty,)+ }
    ) => {
        #[derive(Serialize, Deserialize)]
        struct SaidForm {
            $($always: $always_form,)+
            $(#[serde(default, skip_serializing_if = "Blank::is_blank")]
            $perhaps: $form,)+
        }

        #[derive(Serialize, Deserialize, Default)]
        #[serde(default)]
        struct PatchForm {
            $(#[serde(skip_serializing_if = "Option::is_none")]
            $always: Option<($always_form,)>,)+
            $(#[serde(skip_serializing_if = "Option::is_none")]
            $perhaps: Option<($form,)>,)+
        }

        impl Form for SaidForm {
            type Of = domain::Said;

            fn of(said: &Self::Of) -> Self {
                let domain::Said { $($always,)+ $($perhaps,)+ } = said;
                Self {
                    $($always: Form::of($always),)+
                    $($perhaps: Form::of($perhaps),)+
                }
            }

            fn read(self) -> Result<Self::Of, Problem> {
                Ok(domain::Said {
                    $($always: self.$always.read()?,)+
                    $($perhaps: self.$perhaps.read()?,)+
                })
            }
        }

        impl Form for PatchForm {
            type Of = domain::Patch;

            fn of(patch: &Self::Of) -> Self {
                let domain::Patch { $($always,)+ $($perhaps,)+ } = patch;
                Self {
                    $($always: $always.as_ref().map(|part| (Form::of(part),)),)+
                    $($perhaps: $perhaps.as_ref().map(|part| (Form::of(part),)),)+
                }
            }

            fn read(self) -> Result<Self::Of, Problem> {
                Ok(domain::Patch {
                    $($always: self.$always.map(|(part,)| part.read()).transpose()?,)+
                    $($perhaps: self.$perhaps.map(|(part,)| part.read()).transpose()?,)+
                })
            }
        }
    };
}

said! {
    always {
        title: Title,
        text_language: LanguageTag,
        group: Slug,
        status: StatusName,
        mode: ModeName,
    }
    perhaps {
        cohosts: Vec<Slug>,
        topics: Vec<Slug>,
        description: Option<Prose>,
        agenda: Vec<AgendaItem>,
        links: Vec<LinkForm>,
        contact: Option<ContactForm>,
        status_note: Option<Note>,
        past_reason: Option<Note>,
        remote: Option<RemoteForm>,
        place: Option<PlaceForm>,
        registration: Option<RegistrationForm>,
        languages: Vec<LanguageTag>,
        interpretation: Vec<LanguageTag>,
        captioning: bool,
        participants: Option<Participants>,
        category: Option<Line>,
        provenance: Option<ProvenanceForm>,
    }
}

/// Whether nothing is said in a part.
trait Blank {
    fn is_blank(&self) -> bool;
}

impl<T> Blank for Option<T> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T> Blank for Vec<T> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Blank for bool {
    fn is_blank(&self) -> bool {
        !self
    }
}

/// When a meeting is held.
#[derive(Serialize, Deserialize)]
#[serde(tag = "held", rename_all = "lowercase")]
enum TimingForm {
    Once {
        times: TimesForm,
    },
    Parts {
        sittings: Vec<ExactTimesForm>,
    },
    Slots {
        sittings: Vec<ExactTimesForm>,
    },
    Series {
        runs: Vec<RunForm>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confirm_from: Option<NaiveDate>,
    },
}

/// One time.
#[derive(Serialize, Deserialize)]
#[serde(tag = "precision", rename_all = "lowercase")]
pub(super) enum TimesForm {
    Exact(ExactTimesForm),
    Day {
        first: NaiveDate,
        last: NaiveDate,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<Zone>,
    },
    Window {
        earliest: NaiveDate,
        latest: NaiveDate,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<Zone>,
    },
    Unknown,
}

/// A run of a series.
#[derive(Serialize, Deserialize)]
struct RunForm {
    /// Where there is none, it is that of the meeting for one run and the first day for others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<NaiveDate>,
    zone: Zone,
    start: NaiveTime,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<NaiveTime>,
    recurrence: DaysForm,
    /// By the day that the rule gives.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    exceptions: BTreeMap<NaiveDate, UnlikeForm>,
    /// Unlike what the meeting says as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<PatchForm>,
}

/// What is unlike the rest of a run.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum UnlikeForm {
    Skipped,
    Own(Box<OwnForm>),
}

#[derive(Serialize, Deserialize)]
struct OwnForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    times: Option<ExactTimesForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<PatchForm>,
}

impl MeetingForm {
    pub(super) fn of(details: &MeetingDetails) -> Self {
        Self {
            said: Form::of(&*details.said),
            timing: Form::of(&details.timing),
        }
    }

    pub(super) fn read(self) -> Result<MeetingDetails, Problem> {
        Ok(MeetingDetails::new(self.said.read()?, self.timing.read()?))
    }
}

impl Form for TimingForm {
    type Of = domain::Timing;

    fn of(timing: &Self::Of) -> Self {
        let all = |sittings: &domain::Sittings| sittings.iter().map(Form::of).collect();
        match timing {
            domain::Timing::Once(times) => Self::Once {
                times: Form::of(times),
            },
            domain::Timing::Parts(parts) => Self::Parts {
                sittings: all(parts),
            },
            domain::Timing::Slots(slots) => Self::Slots {
                sittings: all(slots),
            },
            domain::Timing::Series(series) => Self::Series {
                runs: series.runs().iter().map(Form::of).collect(),
                confirm_from: series.confirm_from(),
            },
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        let all = |sittings: Vec<ExactTimesForm>| domain::Sittings::restored(sittings.read()?);
        Ok(match self {
            Self::Once { times } => domain::Timing::Once(times.read()?),
            Self::Parts { sittings } => domain::Timing::Parts(all(sittings)?),
            Self::Slots { sittings } => domain::Timing::Slots(all(sittings)?),
            Self::Series { runs, confirm_from } => {
                domain::Timing::Series(domain::Series::of_runs(runs.read()?, confirm_from)?)
            }
        })
    }
}

impl Form for TimesForm {
    type Of = domain::Times;

    fn of(times: &Self::Of) -> Self {
        match times {
            domain::Times::Exact(times) => Self::Exact(Form::of(times)),
            domain::Times::Day(span) => Self::Day {
                first: span.first(),
                last: span.last(),
                zone: span.zone().cloned(),
            },
            domain::Times::Window(window) => Self::Window {
                earliest: window.earliest(),
                latest: window.latest(),
                zone: window.zone().cloned(),
            },
            domain::Times::Unknown => Self::Unknown,
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(match self {
            Self::Exact(times) => domain::Times::Exact(times.read()?),
            Self::Day { first, last, zone } => domain::Times::Day(DaySpan::new(first, last, zone)?),
            Self::Window {
                earliest,
                latest,
                zone,
            } => domain::Times::Window(DayWindow::new(earliest, latest, zone)?),
            Self::Unknown => domain::Times::Unknown,
        })
    }
}

impl Form for RunForm {
    type Of = series::Run;

    fn of(run: &Self::Of) -> Self {
        let unlike = |(date, exception): (&NaiveDate, &Exception)| (*date, Form::of(exception));
        Self {
            name: run.name(),
            zone: run.zone().clone(),
            start: run.start(),
            end: run.end(),
            recurrence: Form::of(run.recurrence()),
            exceptions: run.exceptions().iter().map(unlike).collect(),
            said: patch(run.said()),
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        let exceptions = self
            .exceptions
            .into_iter()
            .map(|(date, unlike)| Ok((date, unlike.read()?)))
            .collect::<Result<_, Problem>>()?;
        Ok(series::Run::restored(
            series::Hours {
                zone: self.zone,
                start: self.start,
                end: self.end,
            },
            self.recurrence.read()?,
            exceptions,
            self.said.read()?.unwrap_or_default(),
        )
        .named(self.name))
    }
}

impl Form for UnlikeForm {
    type Of = Exception;

    fn of(exception: &Self::Of) -> Self {
        match exception {
            Exception::Skipped => Self::Skipped,
            Exception::Changed(own) => Self::Own(Box::new(OwnForm {
                times: Form::of(&own.times),
                said: patch(&own.said),
            })),
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(match self {
            Self::Skipped => Exception::Skipped,
            Self::Own(own) => Exception::Changed(Box::new(series::Own {
                times: own.times.read()?,
                said: own.said.read()?.unwrap_or_default(),
            })),
        })
    }
}

fn patch(said: &domain::Patch) -> Option<PatchForm> {
    (!said.is_empty()).then(|| Form::of(said))
}
