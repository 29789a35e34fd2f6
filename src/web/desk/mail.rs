//! What was mailed and what became of it; and each letter as plain text, as it was or would be sent,
//! without the secrets in it.

use crate::domain::MessageId;
use crate::i18n::Words;
use crate::i18n::times::stamp;
use crate::mail::{Telling, compose, plain};
use crate::store::{Posted, Standing};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::session::Secretary;
use crate::web::view::address::AddressView;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use askama::Template;

/// How many messages a page lists.
const LISTED: i64 = 100;

struct Row {
    id: String,
    kind: String,
    title: String,
    meeting: Option<String>,
    recipient: AddressView,
    written: String,
    standing: String,
    problem: Option<String>,
    is_given_up: bool,
}

#[derive(Template)]
#[template(path = "desk/mail.html")]
struct MailPage {
    f: Frame,
    rows: Vec<Row>,
    is_sending: bool,
}

#[derive(Template)]
#[template(path = "desk/letter.html")]
struct LetterPage {
    f: Frame,
    row: Row,
    subject: String,
    text: String,
    language: &'static str,
    dir: &'static str,
}

/// `GET /desk/mail`
pub async fn list(visit: Visit, _: Secretary) -> Result<HttpResponse, WebError> {
    let posted = visit.blocking(|app| app.store.messages(LISTED)).await?;
    let page = MailPage {
        rows: posted
            .iter()
            .map(|one| row(visit.reader.words(), one))
            .collect(),
        is_sending: visit.app.sends_mail,
        f: visit.frame(Section::Desk),
    };
    page.f.respond(&page).map(private)
}

/// `GET /desk/mail/{id}`
pub async fn show(
    visit: Visit,
    _: Secretary,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let id = MessageId::parse(&id).ok_or(WebError::NotFound)?;
    let found = visit
        .blocking(move |app| app.store.letter_material(id))
        .await?;
    let (posted, (details, before)) = found.ok_or(WebError::NotFound)?;
    let telling = Telling {
        message: &posted.message,
        details: details.as_ref(),
        before: before.as_ref(),
        key: None,
        entries: &[],
        code: None,
        stop: None,
        waiting: Vec::new(),
        ics: None,
    };
    let letter = compose(
        telling,
        &visit.app.calendar.current(),
        visit.app.base_url.as_str(),
    );
    let page = LetterPage {
        row: row(visit.reader.words(), &posted),
        text: plain(&letter),
        language: letter.words.code(),
        dir: letter.words.dir(),
        subject: letter.subject,
        f: visit.frame(Section::Desk),
    };
    page.f.respond(&page).map(private)
}

fn row(w: Words, posted: &Posted) -> Row {
    let message = &posted.message;
    let standing = match posted.standing {
        Standing::Sent(at) => w.t1("letters-sent", "when", stamp(w, at)),
        Standing::GivenUp(at) => w.t1("letters-given-up", "when", stamp(w, at)),
        Standing::Waiting => w.t2(
            "letters-waits",
            "when",
            stamp(w, message.due),
            "count",
            posted.attempts,
        ),
    };
    Row {
        id: message.id.to_string(),
        kind: w
            .t(&format!("letter-kind-{}", message.kind.as_str()))
            .to_string(),
        title: message.payload.title.clone(),
        meeting: message.meeting.map(|id| id.to_string()),
        recipient: AddressView::of(w, message.recipient.as_str()),
        written: stamp(w, message.created),
        standing: standing.to_string(),
        problem: posted.problem.clone(),
        is_given_up: matches!(posted.standing, Standing::GivenUp(_)),
    }
}
