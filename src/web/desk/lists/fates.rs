//! What is to become of meetings that are still to come when their group is closed: each stays, moves
//! to another group, or is called off.

use super::page::load;
use super::{DeskForm, Shown, page};
use crate::acts::{Actor, Fate};
use crate::calendar::{PublishedMeeting, Snapshot, meetings_of};
use crate::domain::fields::GroupFields;
use crate::domain::text::Note;
use crate::domain::{MeetingId, Problem, Slug};
use crate::i18n::Words;
use crate::i18n::times::in_one_line;
use crate::store::{Person, QueueEntry};
use crate::web::error::WebError;
use crate::web::frame::{Section, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::form::Messages;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use std::collections::HashMap;
use std::sync::Arc;

/// What is chosen for a meeting; anything else leaves it as it is.
const MOVE: &str = "move";
const CANCEL: &str = "cancel";

/// What was chosen and typed.
#[derive(Debug, Clone, Default)]
pub struct FatesShown {
    /// By the meeting's id.
    chosen: HashMap<String, String>,
    /// The group that meetings move to.
    pub to: String,
    /// Why others do not take place, as readers are told.
    pub reason: String,
}

/// A meeting that is still to come, as a row of the form.
pub struct FateRow {
    pub id: String,
    pub title: String,
    pub when: String,
    /// Whether a change of it waits, which has to be decided on first.
    pub waits: bool,
    pub chosen: String,
}

impl FatesShown {
    /// Whether anything is to be done with a meeting.
    fn of(&self, meeting: MeetingId) -> &str {
        let chosen = self.chosen.get(&meeting.to_string());
        chosen.map_or("keep", String::as_str)
    }

    /// What is decided, for meetings of the group alone; else what is wrong.
    pub fn decisions(
        &self,
        snapshot: &Snapshot,
        group: &Slug,
    ) -> Result<Vec<(MeetingId, Fate)>, Vec<Wrong>> {
        let meant = self.chosen.iter().filter_map(|(id, fate)| {
            let meeting = snapshot.meeting(MeetingId::parse(id)?)?;
            (meeting.details.said.group == *group).then_some((meeting.id, fate.as_str()))
        });
        let meant: Vec<(MeetingId, &str)> = meant.collect();
        let any = |fate| meant.iter().any(|(_, chosen)| *chosen == fate);
        let to = any(MOVE).then(|| self.target(snapshot, group)).transpose();
        let reason = any(CANCEL).then(|| Note::parse(&self.reason)).transpose();
        let (to, reason) = match (to, reason) {
            (Ok(to), Ok(reason)) => (to, reason),
            (to, reason) => {
                let reason = reason.err().map(Wrong::Reason);
                return Err(to.err().into_iter().chain(reason).collect());
            }
        };
        let fate = |(meeting, chosen): (MeetingId, &str)| {
            let fate = match chosen {
                MOVE => Fate::Moves(to.clone()?),
                CANCEL => Fate::Cancelled(reason.clone()?),
                _ => return None,
            };
            Some((meeting, fate))
        };
        Ok(meant.into_iter().filter_map(fate).collect())
    }

    fn target(&self, snapshot: &Snapshot, group: &Slug) -> Result<Slug, Wrong> {
        let target = Slug::parse(&self.to).ok();
        let target = target.and_then(|slug| snapshot.known().group(&slug));
        target
            .filter(|target| !target.is_closed && target.slug != *group)
            .map(|target| target.slug)
            .ok_or(Wrong::To)
    }
}

/// What is wrong with what was chosen.
pub enum Wrong {
    /// No group is chosen that meetings could move to.
    To,
    /// The reason.
    Reason(Problem),
}

impl Wrong {
    fn in_words(&self, w: Words) -> (String, String) {
        match self {
            Self::To => ("to".to_owned(), w.t("fates-to-missing").to_string()),
            Self::Reason(Problem::Missing) => {
                ("reason".to_owned(), w.t("fates-reason-missing").to_string())
            }
            Self::Reason(_) => ("reason".to_owned(), w.t("desk-reason-too-long").to_string()),
        }
    }
}

/// What was chosen, out of a form in which each meeting has a field of its own.
pub fn read(body: &Body) -> Result<FatesShown, WebError> {
    let fields: Vec<(String, String)> = read_form(body)?;
    let mut read = FatesShown::default();
    for (name, value) in fields {
        match name.as_str() {
            "to" => read.to = value,
            "reason" => read.reason = value,
            name => {
                if let Some(meeting) = name.strip_prefix("fate-") {
                    read.chosen.insert(meeting.to_owned(), value);
                }
            }
        }
    }
    Ok(read)
}

/// `POST /desk/groups/{slug}/meetings`: for a group that was closed before.
pub async fn decide(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let chosen = read(&body)?;
    match chosen.decisions(&visit.snapshot(), &slug) {
        Ok(decisions) => {
            carry_out(&visit, &person, decisions).await?;
            Ok(see_other(format!("/desk/groups/{slug}?done=meetings")))
        }
        Err(problems) => ask_again::<GroupFields>(&visit, &slug, chosen, problems).await,
    }
}

/// Does what was decided, one meeting after the other. What cannot be done is still in the list
/// afterwards, with the reason.
pub async fn carry_out(
    visit: &Visit,
    person: &Person,
    decisions: Vec<(MeetingId, Fate)>,
) -> Result<(), WebError> {
    for (meeting, fate) in decisions {
        let actor = Actor::Reviewer(person.clone());
        visit
            .act(move |acts| acts.decide_fate(&actor, meeting, &fate))
            .await?;
    }
    Ok(())
}

/// The page again with what was chosen and what is wrong with it.
pub async fn ask_again<F: DeskForm>(
    visit: &Visit,
    slug: &Slug,
    chosen: FatesShown,
    problems: Vec<Wrong>,
) -> Result<HttpResponse, WebError> {
    let (entry, waiting) = load::<F>(visit, slug).await?;
    let f = visit.frame(Section::Desk);
    let problems = problems.iter().map(|problem| problem.in_words(f.w));
    let shown = Shown {
        problems: Messages::said(problems.collect()),
        fates: chosen,
        ..page::shown::<F>(entry, waiting)
    };
    F::render(f, shown, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The meetings that a group holds and that are still to come, what begins soonest first.
pub fn rows(v: &View, group: &Slug, shown: &FatesShown, waiting: &[QueueEntry]) -> Vec<FateRow> {
    to_come(v, group)
        .into_iter()
        .map(|meeting| FateRow {
            id: meeting.id.to_string(),
            title: meeting.details.said.title.to_string(),
            when: in_one_line(v.w, &meeting.at_hand(v.now).times),
            waits: waiting.iter().any(|entry| entry.meeting == meeting.id),
            chosen: shown.of(meeting.id).to_owned(),
        })
        .collect()
}

fn to_come<'a>(v: &'a View, group: &'a Slug) -> Vec<&'a Arc<PublishedMeeting>> {
    let coming = v.snapshot.coming_of(group, v.now);
    let coming = coming.filter(|one| one.said().status.takes_place());
    let mut meetings = meetings_of(coming);
    meetings.retain(|meeting| meeting.details.said.group == *group);
    meetings
}
