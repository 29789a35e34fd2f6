//! What a poster sees under the secret address that came with the confirmation: where the meeting
//! stands, what the secretariat said, and the way to propose a change.

mod story;

use super::opened::Opened;
use crate::domain::{MeetingId, RevisionId, Verdict};
use crate::i18n::Words;
use crate::i18n::times::{in_one_line, stamp};
use crate::store::{MeetingState, Revision, Sender, Source, StoreError};
use crate::web::app::App;
use crate::web::drafts::{Asked, prefilled};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::view::dates::DatesView;
use crate::web::view::differences::Differences;
use crate::web::view::meeting::MeetingView;
use crate::web::view::shortcuts::Shortcuts;
use crate::web::view::single_dates::SingleDates;
use crate::web::view::together::{sender_name, several_wait};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;
use story::{Chapter, story};

#[derive(Template)]
#[template(path = "posting/edit.html")]
struct EditPage {
    f: Frame,
    title: String,
    reference: String,
    /// The key of the words on where it stands.
    standing: &'static str,
    reason: Option<String>,
    /// What readers see now.
    public: Option<Public>,
    /// What waits, as readers will see it, and what it changes.
    waits: Option<Waits>,
    story: Vec<Chapter>,
    /// That the desk took it off the calendar, and when.
    withdrawn: Option<String>,
    action: String,
    /// That several changes wait, and whose.
    several: Option<String>,
    /// What waits and may be taken back.
    waiting: Option<String>,
    /// Whose change that is and of when, if there are several.
    newest: Option<String>,
    /// Whether a new private address could be mailed.
    sends_mail: bool,
    shortcuts: Shortcuts,
    /// The dates of a series.
    dates: Option<SingleDates>,
}

/// What readers see of the meeting.
struct Public {
    /// The address of its page.
    path: String,
    title: String,
    when: String,
}

/// What waits for the desk.
struct Waits {
    differences: Differences,
    m: MeetingView,
    /// All times of what is held several times.
    all_dates: Option<DatesView>,
}

#[derive(Deserialize)]
struct TakeBackForm {
    revision: String,
}

/// `GET /{lang}/edit/{key}`
pub async fn show(
    visit: Visit,
    Opened {
        meeting, address, ..
    }: Opened,
) -> Result<HttpResponse, WebError> {
    let found = visit.blocking(move |app| read(app, meeting)).await?;
    let (state, revisions) = found.ok_or(WebError::NotFound)?;
    let f = visit.frame(Section::Post);
    let (standing, reason) = standing(&state);
    let senders = state.waiting.iter();
    let senders: Vec<Sender> = senders.map(|one| one.revision.sender.clone()).collect();
    let page = EditPage {
        sends_mail: visit.app.sends_mail,
        title: state
            .base()
            .map(|revision| revision.details.said.title.to_string())
            .unwrap_or_default(),
        reference: state.reference.to_string(),
        standing,
        reason,
        public: state.published.as_ref().map(|one| public(&f, one)),
        waits: state
            .pending
            .as_ref()
            .map(|pending| waits(&f, &state, pending)),
        story: story(&f, &state, &revisions),
        withdrawn: state.withdrawn.as_ref().map(|withdrawal| {
            let when = stamp(f.w, withdrawal.decided);
            f.w.t1("private-withdrawn", "when", when).to_string()
        }),
        action: address,
        several: several_wait(f.w, &senders),
        newest: (senders.len() > 1)
            .then_some(state.pending.as_ref())
            .flatten()
            .map(|pending| take_back_words(f.w, pending)),
        waiting: state
            .pending
            .as_ref()
            .filter(|revision| revision.source == Source::Form)
            .map(|revision| revision.id.to_string()),
        shortcuts: Shortcuts::of(&f, &state),
        dates: state
            .base()
            .and_then(|base| SingleDates::of(&f, &base.details)),
        f,
    };
    page.f.respond(&page).map(private)
}

/// `POST /{lang}/edit/{key}`: begins a draft of the change that the button names.
pub async fn begin(visit: Visit, opened: Opened, body: Body) -> Result<HttpResponse, WebError> {
    let asked = Asked::read(&body)?;
    prefilled(&visit, opened.actor, opened.meeting, asked).await
}

/// `POST /{lang}/edit/{key}/take-back`: takes the revision back that the page showed as waiting. If it
/// does not wait any more, the page it leads to says what became of it.
pub async fn take_back(
    visit: Visit,
    Opened {
        actor,
        meeting,
        address,
    }: Opened,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let form: TakeBackForm = read_form(&body)?;
    let unknown = || WebError::UnreadableForm(format!("no such revision: {:?}", form.revision));
    let revision = RevisionId::parse(&form.revision).ok_or_else(unknown)?;
    visit
        .act(move |acts| acts.take_back(&actor, meeting, revision))
        .await?;
    Ok(see_other(address))
}

/// `POST /{lang}/edit/{key}/renew`: makes this address and all others of the meeting void; a new one is
/// mailed to whoever sent what it says now.
pub async fn renew(
    visit: Visit,
    Opened { actor, meeting, .. }: Opened,
) -> Result<HttpResponse, WebError> {
    visit
        .act(move |acts| acts.renew_private_address(&actor, meeting))
        .await?;
    Ok(see_other(format!("/{}/lost?asked=yes", visit.lang())))
}

/// Where a meeting stands, and all of its revisions that can be read.
fn read(
    app: &App,
    meeting: MeetingId,
) -> Result<Option<(MeetingState, Vec<Revision>)>, StoreError> {
    let Some(state) = app.store.meeting(meeting)? else {
        return Ok(None);
    };
    let revisions = match state.history.last() {
        Some(first) => app.store.revisions_from(meeting, first.revision)?,
        None => Vec::new(),
    };
    Ok(Some((state, revisions)))
}

fn public(f: &Frame, published: &Revision) -> Public {
    let details = &published.details;
    Public {
        path: format!("/{}/meetings/{}", f.lang(), published.meeting),
        title: details.said.title.to_string(),
        when: in_one_line(f.w, &details.timing.first()),
    }
}

fn waits(f: &Frame, state: &MeetingState, pending: &Revision) -> Waits {
    let published = f.snapshot.meeting(pending.meeting);
    let published = published.map(|meeting| meeting.as_ref());
    Waits {
        differences: Differences::of_change(f, state),
        m: MeetingView::of(f, &pending.details, published),
        all_dates: DatesView::of(f.w, &pending.details),
    }
}

/// What the button takes back, where several changes wait.
fn take_back_words(w: Words, newest: &Revision) -> String {
    w.t2(
        "standing-take-back-newest",
        "who",
        sender_name(w, &newest.sender),
        "when",
        stamp(w, newest.sent),
    )
    .to_string()
}

/// The key of the words on where a meeting stands for its poster, and the desk's reason if it gave one.
pub fn standing(state: &MeetingState) -> (&'static str, Option<String>) {
    if state.pending.is_some() {
        return match state.published {
            Some(_) => ("standing-edit-waits", None),
            None => ("standing-waiting", None),
        };
    }
    if let Some(withdrawal) = &state.withdrawn {
        return ("standing-withdrawn", Some(withdrawal.reason.clone()));
    }
    let newest = state.history.first();
    if newest.is_some_and(|entry| entry.taken_back.is_some()) {
        return match state.published {
            Some(_) => ("standing-edit-taken-back", None),
            None => ("standing-taken-back", None),
        };
    }
    let last = newest.and_then(|entry| entry.review.as_ref());
    let reason = last.and_then(|review| review.reason.as_ref().map(ToString::to_string));
    match last.map(|review| review.verdict) {
        Some(Verdict::ChangesRequested) => ("standing-changes-requested", reason),
        Some(Verdict::Rejected) if state.published.is_some() => ("standing-edit-rejected", reason),
        Some(Verdict::Rejected) => ("standing-rejected", reason),
        _ => ("standing-published", reason),
    }
}
