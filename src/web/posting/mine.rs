//! My meetings: everything that whoever is signed in posted, and what their groups hold, on one page,
//! what was spoken of last first.

use super::edit::standing;
use crate::domain::MeetingId;
use crate::i18n::times::in_one_line;
use crate::store::{MeetingState, Person, StoreError};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::session::Member;
use crate::web::view::View;
use crate::web::view::names::{called, group_name};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;

/// How many meetings a page lists.
const PAGE: usize = 50;

struct Row {
    path: String,
    reference: String,
    title: String,
    group: String,
    /// When it is held, or begins.
    when: String,
    /// The key of the words on where it stands.
    standing: &'static str,
    /// What the desk wrote.
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "posting/mine.html")]
struct MinePage {
    f: Frame,
    email: Option<String>,
    /// The groups that they speak for.
    groups: Vec<String>,
    rows: Vec<Row>,
    /// The page behind this one.
    next: Option<usize>,
}

/// `GET /{lang}/mine`
pub async fn list(visit: Visit, Member(person): Member) -> Result<HttpResponse, WebError> {
    let number = visit.query_value("page").and_then(|page| page.parse().ok());
    let number: usize = number.filter(|number| *number > 0).unwrap_or(1);
    let email = person.email.as_ref().map(ToString::to_string);
    let found = visit
        .blocking(move |app| Found::of(app, &person, number))
        .await?;
    let f = visit.frame(Section::Post);
    let page = MinePage {
        email,
        groups: found
            .groups
            .iter()
            .map(|group| called(&f, group, group_name))
            .collect(),
        rows: found
            .meetings
            .iter()
            .filter_map(|state| Row::of(&f, state))
            .collect(),
        next: (found.count > number.saturating_mul(PAGE)).then_some(number + 1),
        f,
    };
    page.f.respond(&page).map(private)
}

/// A page of somebody's meetings.
struct Found {
    meetings: Vec<MeetingState>,
    count: usize,
    groups: Vec<String>,
}

impl Found {
    fn of(app: &App, person: &Person, number: usize) -> Result<Self, StoreError> {
        let all = app.store.meetings_of(person)?;
        let shown = all
            .iter()
            .skip((number - 1).saturating_mul(PAGE))
            .take(PAGE);
        let mut meetings = Vec::new();
        for meeting in shown {
            meetings.extend(readable(app, *meeting)?);
        }
        Ok(Self {
            meetings,
            count: all.len(),
            groups: app.store.groups_of(person.id)?,
        })
    }
}

/// What cannot be read is for the desk, and no reason to show nothing at all.
fn readable(app: &App, meeting: MeetingId) -> Result<Option<MeetingState>, StoreError> {
    match app.store.meeting(meeting) {
        Err(error) if error.is_damage() => Ok(None),
        found => found,
    }
}

impl Row {
    fn of(v: &View, state: &MeetingState) -> Option<Self> {
        let base = state.base()?;
        let (standing, reason) = standing(state);
        let occurrences = base.details.occurrences();
        let coming = occurrences.iter().find(|one| !one.times.is_over(v.now));
        let shown = coming.or(occurrences.last());
        Some(Self {
            path: format!("/{}/mine/{}", v.w.code(), state.id),
            reference: state.reference.to_string(),
            title: base.details.said.title.to_string(),
            group: called(v, base.details.said.group.as_str(), group_name),
            when: shown
                .map(|occurrence| in_one_line(v.w, &occurrence.times))
                .unwrap_or_default(),
            standing,
            reason,
        })
    }
}
