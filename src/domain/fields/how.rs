//! Page 3: how to take part, from afar and in place.

use super::page_fields;
use super::{Errors, is_blank, text, texts, yes};
use crate::domain::access::{AccessPoint, Mode, Place, Registration, Remote, Venue};
use crate::domain::fields::FieldName;
use crate::domain::language_tag::LanguageTag;
use crate::domain::problem::Problem;
use crate::domain::said::{Said, TakingPart};
use crate::domain::text::{Line, Note};
use crate::domain::web_url::WebUrl;

/// The languages that the form offers as boxes to tick; others are typed.
const OFFERED_LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// The most languages of a meeting.
const MAX_LANGUAGES: usize = 20;

page_fields! {
    /// Page 3 as typed. Check boxes send `yes` or nothing.
    pub struct HowFields {
        pub mode: String,
        pub access_url: Vec<String>,
        pub access_label: Vec<String>,
        pub access_passcode: Vec<String>,
        pub access_dial_in: Vec<String>,
        pub link_to_follow: String,
        pub registration_url: String,
        pub registration_required: String,
        pub venue_name: String,
        pub venue_address: String,
        pub city: String,
        pub country: String,
        pub venue_to_follow: String,
        pub language: Vec<String>,
        /// Tags of other languages, separated by blanks or commas.
        pub other_languages: String,
        pub interpretation: Vec<String>,
        /// The same for interpretation.
        pub other_interpretation: String,
        pub captioning: String,
        /// Carried through an edit of an imported record; no form offers it.
        pub not_recorded: String,
    }
    together { }
}

/// One row of access points, as typed.
#[derive(Debug, Clone, Default)]
pub struct AccessRow {
    pub url: String,
    pub label: String,
    pub passcode: String,
    pub dial_in: String,
}

impl HowFields {
    /// The rows of access points; what a browser left out is empty.
    pub fn access_rows(&self) -> Vec<AccessRow> {
        let columns = [
            &self.access_url,
            &self.access_label,
            &self.access_passcode,
            &self.access_dial_in,
        ];
        let rows = columns.iter().map(|column| column.len()).max().unwrap_or(0);
        let cell = |column: &[String], row: usize| column.get(row).cloned().unwrap_or_default();
        (0..rows)
            .map(|row| AccessRow {
                url: cell(&self.access_url, row),
                label: cell(&self.access_label, row),
                passcode: cell(&self.access_passcode, row),
                dial_in: cell(&self.access_dial_in, row),
            })
            .collect()
    }

    /// Every field that repeats.
    pub(super) fn columns(&mut self) -> [&mut Vec<String>; 4] {
        [
            &mut self.access_url,
            &mut self.access_label,
            &mut self.access_passcode,
            &mut self.access_dial_in,
        ]
    }

    pub(super) fn parse(&self, errors: &mut Errors) -> Option<TakingPart> {
        let mode = errors.take(names::mode, self.mode());
        let points = self.points(errors);
        let registration = self.registration(errors);
        let place = self.place(mode, errors);
        let languages = all_languages(
            (names::language, &self.language),
            (names::other_languages, &self.other_languages),
            errors,
        );
        let interpretation = all_languages(
            (names::interpretation, &self.interpretation),
            (names::other_interpretation, &self.other_interpretation),
            errors,
        );
        let (mode, registration) = (mode?, registration?);
        // Links that were given are never dropped: a meeting that moved on line has some, whatever
        // its mode was before.
        let points = points?;
        let remote = match mode.is_remote() || !points.is_empty() {
            true => Some(self.remote(points, registration.is_some(), errors)?),
            false => None,
        };
        Some(TakingPart {
            mode,
            remote,
            place: place?,
            registration,
            languages,
            interpretation,
            captioning: is_yes(&self.captioning),
        })
    }

    /// The way back: what would be typed to say this.
    pub(super) fn fill(said: &Said) -> Self {
        let TakingPart {
            mode,
            remote,
            place,
            registration,
            languages,
            interpretation,
            captioning,
        } = said.into();
        let points = remote.as_ref().map(Remote::points).unwrap_or_default();
        let column = |cell: fn(&AccessPoint) -> String| points.iter().map(cell).collect();
        let venue = place.as_ref().and_then(Place::venue);
        let venue_part = |part: fn(&Venue) -> String| venue.map(part).unwrap_or_default();
        let (offered, others) = split_languages(&languages);
        let (interpretation, other_interpretation) = split_languages(&interpretation);
        Self {
            mode: mode.as_str().to_owned(),
            access_url: column(|point| text(point.url.as_ref())),
            access_label: column(|point| text(point.label.as_ref())),
            access_passcode: column(|point| text(point.passcode.as_ref())),
            access_dial_in: column(|point| text(point.dial_in.as_ref())),
            link_to_follow: yes(remote == Some(Remote::ToFollow)),
            registration_url: text(registration.as_ref().map(|r| &r.url)),
            registration_required: yes(registration.as_ref().is_some_and(|r| r.required)),
            venue_name: venue_part(|venue| text(venue.name.as_ref())),
            venue_address: venue_part(|venue| text(venue.address.as_ref())),
            city: venue_part(|venue| text(venue.city.as_ref())),
            country: venue_part(|venue| text(venue.country.as_ref())),
            venue_to_follow: yes(place == Some(Place::ToFollow)),
            language: offered,
            other_languages: others,
            interpretation,
            other_interpretation,
            captioning: yes(captioning),
            not_recorded: yes(remote == Some(Remote::NotRecorded)
                || venue.is_some_and(|v| v.city.is_none() || v.country.is_none())),
        }
    }

    fn mode(&self) -> Result<Mode, Problem> {
        match self.mode.as_str() {
            "" => Err(Problem::Missing),
            name => Mode::from_name(name).ok_or(Problem::UnknownChoice),
        }
    }

    fn points(&self, errors: &mut Errors) -> Option<Vec<AccessPoint>> {
        let rows = self.access_rows();
        errors.limit_rows(names::access_url, rows.len());
        let mut points = Vec::new();
        let mut whole = true;
        for (number, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
            match row.parse(number, errors) {
                Some(point) => points.push(point),
                None => whole = false,
            }
        }
        whole.then_some(points)
    }

    fn remote(
        &self,
        points: Vec<AccessPoint>,
        has_registration: bool,
        errors: &mut Errors,
    ) -> Option<Remote> {
        if !points.is_empty() {
            Some(Remote::Points(points))
        } else if is_yes(&self.link_to_follow) {
            Some(Remote::ToFollow)
        } else if has_registration {
            Some(Remote::AtRegistration)
        } else if is_yes(&self.not_recorded) {
            Some(Remote::NotRecorded)
        } else {
            errors.take_row(names::access_url, 0, Err(Problem::NoWayIn))
        }
    }

    /// Outer `None`: a problem. Inner `None`: no registration.
    fn registration(&self, errors: &mut Errors) -> Option<Option<Registration>> {
        let url = errors.take(
            names::registration_url,
            WebUrl::optional(&self.registration_url),
        )?;
        Some(url.map(|url| Registration {
            url,
            required: is_yes(&self.registration_required),
        }))
    }

    /// Outer `None`: a problem. Inner `None`: no place.
    fn place(&self, mode: Option<Mode>, errors: &mut Errors) -> Option<Option<Place>> {
        let name = errors.take(names::venue_name, Line::optional(&self.venue_name));
        let address = errors.take(names::venue_address, Note::optional(&self.venue_address));
        let city = errors.take(names::city, Line::optional(&self.city));
        let country = errors.take(names::country, Line::optional(&self.country));
        let venue = Venue {
            name: name?,
            address: address?,
            city: city?,
            country: country?,
        };
        let has_place = mode.is_some_and(Mode::has_place);
        if has_place && is_yes(&self.venue_to_follow) && !venue.is_given() {
            return Some(Some(Place::ToFollow));
        }
        if has_place && !is_yes(&self.not_recorded) {
            let mut complete = true;
            for (field, part) in [(names::city, &venue.city), (names::country, &venue.country)] {
                if part.is_none() {
                    errors.add(field, Problem::Missing);
                    complete = false;
                }
            }
            return complete.then_some(Some(Place::At(venue)));
        }
        if venue.is_given() {
            return Some(Some(Place::At(venue)));
        }
        Some(has_place.then_some(Place::ToFollow))
    }
}

impl AccessRow {
    fn is_blank(&self) -> bool {
        [&self.url, &self.label, &self.passcode, &self.dial_in]
            .into_iter()
            .all(|cell| is_blank(cell))
    }

    fn parse(&self, row: usize, errors: &mut Errors) -> Option<AccessPoint> {
        let url = errors.take_row(names::access_url, row, WebUrl::optional(&self.url));
        let label = errors.take_row(names::access_label, row, Line::optional(&self.label));
        let passcode = errors.take_row(names::access_passcode, row, Line::optional(&self.passcode));
        let dial_in = errors.take_row(names::access_dial_in, row, Note::optional(&self.dial_in));
        let (url, dial_in) = (url?, dial_in?);
        if url.is_none() && dial_in.is_none() {
            return errors.take_row(names::access_url, row, Err(Problem::Missing));
        }
        Some(AccessPoint {
            label: label?,
            url,
            passcode: passcode?,
            dial_in,
        })
    }
}

impl Venue {
    fn is_given(&self) -> bool {
        self.name.is_some()
            || self.address.is_some()
            || self.city.is_some()
            || self.country.is_some()
    }
}

fn is_yes(typed: &str) -> bool {
    typed == "yes"
}

/// Languages that were ticked, and those that were typed, each once.
fn all_languages(
    (ticked_field, ticked): (FieldName, &[String]),
    (typed_field, typed): (FieldName, &str),
    errors: &mut Errors,
) -> Vec<LanguageTag> {
    let typed: Vec<String> = typed
        .split([',', ';', '،', '、', '，', ' ', '\n'])
        .filter(|part| !is_blank(part))
        .map(str::to_owned)
        .collect();
    let mut languages = read_languages(ticked_field, ticked, errors);
    for language in read_languages(typed_field, &typed, errors) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

fn read_languages(field: FieldName, typed: &[String], errors: &mut Errors) -> Vec<LanguageTag> {
    if typed.len() > MAX_LANGUAGES {
        errors.add(
            field,
            Problem::TooMany {
                limit: MAX_LANGUAGES,
            },
        );
        return Vec::new();
    }
    let mut languages = Vec::new();
    for tag in typed.iter().filter(|tag| !is_blank(tag)) {
        if let Some(tag) = errors.take(field, LanguageTag::parse(tag))
            && !languages.contains(&tag)
        {
            languages.push(tag);
        }
    }
    languages
}

/// Those that have a box to tick, and the others as one would type them.
fn split_languages(tags: &[LanguageTag]) -> (Vec<String>, String) {
    let (offered, others): (Vec<String>, Vec<String>) = texts(tags)
        .into_iter()
        .partition(|tag| OFFERED_LANGUAGES.contains(&tag.as_str()));
    (offered, others.join(", "))
}
