//! The parts of documents that all formats write alike. Texts, tags, slugs, addresses and zones are
//! strings, read through their own constructors; dates and times are ISO 8601 without a zone.

use crate::domain;
use crate::domain::problem::Problem;
use crate::domain::series::{Dates, Ends, Recurrence, Step};
use crate::domain::text::{AgendaItem, Line, Note, Prose, Title};
use crate::domain::web_url::EmailAddress;
use crate::domain::{Fold, LanguageTag, LinkKind, Mode, Participants, Slug, Status, WebUrl, Zone};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// The stored form of a part of a meeting.
pub(super) trait Form: Sized {
    /// What it is the form of.
    type Of;

    /// The form of something.
    fn of(value: &Self::Of) -> Self;

    /// What the form says.
    fn read(self) -> Result<Self::Of, Problem>;
}

/// Types whose text or number is their form.
macro_rules! plain {
    ($($type:ty),+ $(,)?) => {
        $(impl Form for $type {
            type Of = Self;

            fn of(value: &Self) -> Self {
                value.clone()
            }

            fn read(self) -> Result<Self, Problem> {
                Ok(self)
            }
        })+
    };
}

plain!(
    Title,
    LanguageTag,
    Slug,
    Prose,
    AgendaItem,
    Note,
    Line,
    Participants,
    bool
);

impl<F: Form> Form for Option<F> {
    type Of = Option<F::Of>;

    fn of(value: &Self::Of) -> Self {
        value.as_ref().map(F::of)
    }

    fn read(self) -> Result<Self::Of, Problem> {
        self.map(F::read).transpose()
    }
}

impl<F: Form> Form for Vec<F> {
    type Of = Vec<F::Of>;

    fn of(value: &Self::Of) -> Self {
        value.iter().map(F::of).collect()
    }

    fn read(self) -> Result<Self::Of, Problem> {
        self.into_iter().map(F::read).collect()
    }
}

/// Types that are stored by their stable name.
macro_rules! named {
    ($($form:ident: $type:ty),+ $(,)?) => {
        $(#[doc = concat!("A [`", stringify!($type), "`] by its stable name.")]
        #[derive(Serialize, Deserialize)]
        #[serde(transparent)]
        pub(super) struct $form(String);

        impl Form for $form {
            type Of = $type;

            fn of(value: &$type) -> Self {
                Self(value.as_str().to_owned())
            }

            fn read(self) -> Result<$type, Problem> {
                <$type>::from_name(&self.0).ok_or(Problem::UnknownChoice)
            }
        })+
    };
}

named!(
    StatusName: Status,
    ModeName: Mode,
    LinkKindName: LinkKind,
    StepName: Step,
);

/// A way in from afar.
#[derive(Serialize, Deserialize)]
pub(super) struct AccessPointForm {
    label: Option<Line>,
    url: Option<WebUrl>,
    passcode: Option<Line>,
    dial_in: Option<Note>,
}

impl Form for AccessPointForm {
    type Of = domain::AccessPoint;

    fn of(value: &Self::Of) -> Self {
        let domain::AccessPoint {
            label,
            url,
            passcode,
            dial_in,
        } = value.clone();
        Self {
            label,
            url,
            passcode,
            dial_in,
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(domain::AccessPoint {
            label: self.label,
            url: self.url,
            passcode: self.passcode,
            dial_in: self.dial_in,
        })
    }
}

/// Taking part from afar.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RemoteForm {
    Points(Vec<AccessPointForm>),
    AtRegistration,
    ToFollow,
    NotRecorded,
}

impl Form for RemoteForm {
    type Of = domain::Remote;

    fn of(value: &Self::Of) -> Self {
        match value {
            domain::Remote::Points(points) => Self::Points(Form::of(points)),
            domain::Remote::AtRegistration => Self::AtRegistration,
            domain::Remote::ToFollow => Self::ToFollow,
            domain::Remote::NotRecorded => Self::NotRecorded,
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(match self {
            Self::Points(points) => domain::Remote::Points(points.read()?),
            Self::AtRegistration => domain::Remote::AtRegistration,
            Self::ToFollow => domain::Remote::ToFollow,
            Self::NotRecorded => domain::Remote::NotRecorded,
        })
    }
}

/// The parts of a venue.
#[derive(Serialize, Deserialize)]
pub(super) struct VenueForm {
    name: Option<Line>,
    address: Option<Note>,
    city: Option<Line>,
    country: Option<Line>,
}

/// The place.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum PlaceForm {
    At(VenueForm),
    ToFollow,
}

impl Form for PlaceForm {
    type Of = domain::Place;

    fn of(value: &Self::Of) -> Self {
        match value.clone() {
            domain::Place::At(domain::Venue {
                name,
                address,
                city,
                country,
            }) => Self::At(VenueForm {
                name,
                address,
                city,
                country,
            }),
            domain::Place::ToFollow => Self::ToFollow,
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(match self {
            Self::At(venue) => domain::Place::At(domain::Venue {
                name: venue.name,
                address: venue.address,
                city: venue.city,
                country: venue.country,
            }),
            Self::ToFollow => domain::Place::ToFollow,
        })
    }
}

/// Signing up beforehand.
#[derive(Serialize, Deserialize)]
pub(super) struct RegistrationForm {
    url: WebUrl,
    required: bool,
}

impl Form for RegistrationForm {
    type Of = domain::Registration;

    fn of(value: &Self::Of) -> Self {
        let domain::Registration { url, required } = value.clone();
        Self { url, required }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(domain::Registration {
            url: self.url,
            required: self.required,
        })
    }
}

/// A document or an outcome.
#[derive(Serialize, Deserialize)]
pub(super) struct LinkForm {
    kind: LinkKindName,
    label: Option<Line>,
    url: WebUrl,
}

impl Form for LinkForm {
    type Of = domain::Link;

    fn of(value: &Self::Of) -> Self {
        let domain::Link { kind, label, url } = value.clone();
        Self {
            kind: Form::of(&kind),
            label,
            url,
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(domain::Link {
            kind: self.kind.read()?,
            label: self.label,
            url: self.url,
        })
    }
}

/// Whom readers may ask.
#[derive(Serialize, Deserialize)]
pub(super) struct ContactForm {
    name: Option<Line>,
    email: Option<EmailAddress>,
}

impl Form for ContactForm {
    type Of = domain::Contact;

    fn of(value: &Self::Of) -> Self {
        let domain::Contact { name, email } = value.clone();
        Self { name, email }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(domain::Contact {
            name: self.name,
            email: self.email,
        })
    }
}

/// Where an imported record was read.
#[derive(Serialize, Deserialize)]
pub(super) struct ProvenanceForm {
    id: Line,
    url: Option<WebUrl>,
    notes: Option<Note>,
    series: Option<Line>,
    tags: Vec<Line>,
}

impl Form for ProvenanceForm {
    type Of = domain::Provenance;

    fn of(value: &Self::Of) -> Self {
        let domain::Provenance {
            id,
            url,
            notes,
            series,
            tags,
        } = value.clone();
        Self {
            id,
            url,
            notes,
            series,
            tags,
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        Ok(domain::Provenance {
            id: self.id,
            url: self.url,
            notes: self.notes,
            series: self.series,
            tags: self.tags,
        })
    }
}

/// A local time; `fold` is `earlier` or `later` where the clocks show it twice.
#[derive(Serialize, Deserialize)]
pub(super) struct MomentForm {
    local: NaiveDateTime,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fold: Option<Fold>,
}

/// What is known of the end.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum EndForm {
    At(MomentForm),
    On(NaiveDate),
    Open,
}

/// Times to the minute.
#[derive(Serialize, Deserialize)]
pub(super) struct ExactTimesForm {
    zone: Zone,
    start: MomentForm,
    end: EndForm,
}

impl MomentForm {
    fn of(moment: domain::Moment) -> Self {
        Self {
            local: moment.local(),
            fold: moment.fold(),
        }
    }

    fn read(self) -> domain::Moment {
        domain::Moment::restored(self.local, self.fold)
    }
}

impl Form for ExactTimesForm {
    type Of = domain::ExactTimes;

    fn of(value: &Self::Of) -> Self {
        Self {
            zone: value.zone().clone(),
            start: MomentForm::of(value.start()),
            end: match value.end() {
                domain::End::At(end) => EndForm::At(MomentForm::of(end)),
                domain::End::On(day) => EndForm::On(day),
                domain::End::Open => EndForm::Open,
            },
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        let end = match self.end {
            EndForm::At(end) => domain::End::At(end.read()),
            EndForm::On(day) => domain::End::On(day),
            EndForm::Open => domain::End::Open,
        };
        let start = self.start.read();
        Ok(domain::ExactTimes::restored(self.zone, start, end))
    }
}

/// Where a rule ends.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum RuleEnd {
    Count(u16),
    Until(NaiveDate),
}

/// A rule of a series.
#[derive(Serialize, Deserialize)]
pub(super) struct RuleForm {
    first: NaiveDate,
    step: StepName,
    every: u8,
    ends: RuleEnd,
}

/// On which days a run of a series is held.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum DaysForm {
    Rule(RuleForm),
    Dates(Vec<NaiveDate>),
}

impl Form for DaysForm {
    type Of = Recurrence;

    fn of(value: &Self::Of) -> Self {
        match value {
            Recurrence::Rule(rule) => Self::Rule(RuleForm {
                first: rule.first(),
                step: Form::of(&rule.step()),
                every: rule.every(),
                ends: match rule.ends() {
                    Ends::Count(count) => RuleEnd::Count(count),
                    Ends::Until(last) => RuleEnd::Until(last),
                },
            }),
            Recurrence::Dates(_) => Self::Dates(value.dates()),
        }
    }

    fn read(self) -> Result<Self::Of, Problem> {
        let rule = match self {
            Self::Dates(days) => return Ok(Recurrence::Dates(Dates::restored(days))),
            Self::Rule(rule) => rule,
        };
        let ends = match rule.ends {
            RuleEnd::Count(count) => Ends::Count(count),
            RuleEnd::Until(last) => Ends::Until(last),
        };
        Ok(Recurrence::Rule(domain::series::Rule::restored(
            rule.first,
            rule.step.read()?,
            rule.every,
            ends,
        )))
    }
}
