//! A letter as an internet message (RFC 5322): plain text and HTML as alternatives, the meeting as an
//! attachment, and the headers that make the letters about one meeting one thread.

use super::compose::stop_url;
use super::html::html;
use super::letter::Letter;
use super::text::plain;
use crate::domain::web_url::EmailAddress;
use crate::domain::{MeetingId, MessageId};
use chrono::{DateTime, Utc};
use lettre::Message;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use std::error::Error;

type Boxed = Box<dyn Error + Send + Sync>;

/// What the headers of a letter say.
pub struct Headers<'a> {
    pub id: MessageId,
    /// The meeting whose thread it belongs to.
    pub meeting: Option<MeetingId>,
    pub from: &'a Mailbox,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<&'a EmailAddress>,
    pub to: &'a EmailAddress,
    /// When it was written, UTC.
    pub date: DateTime<Utc>,
    /// Where the calendar lives, without a slash at the end.
    pub base: &'a str,
    /// The secret that stops further reminders.
    pub stop: Option<&'a str>,
}

/// A header of one line that lettre has no type for.
macro_rules! plain_header {
    ($type:ident, $name:literal) => {
        #[derive(Clone)]
        struct $type(String);

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(text: &str) -> Result<Self, Boxed> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

// RFC 3834: nobody's holiday notice answers it.
plain_header!(AutoSubmitted, "Auto-Submitted");
// RFC 2369 and RFC 8058: the mail program's own button for wanting no more.
plain_header!(ListUnsubscribe, "List-Unsubscribe");
plain_header!(ListUnsubscribePost, "List-Unsubscribe-Post");

/// Puts a letter and its headers together. The same message has the same Message-ID on every try, so
/// that a mail server that took it twice can tell. Fails if the words cannot be put into a message,
/// which is a fault of ours.
pub fn message(letter: &Letter, headers: &Headers<'_>) -> Result<Message, Boxed> {
    let host = headers.from.email.domain();
    let mut builder = Message::builder()
        .from(headers.from.clone())
        .to(Mailbox::new(None, headers.to.as_str().parse()?))
        .subject(letter.subject.clone())
        .date(headers.date.into())
        .message_id(Some(format!("<{}@{host}>", headers.id)))
        .header(AutoSubmitted("auto-generated".to_owned()));
    if let Some(reply_to) = headers.reply_to {
        builder = builder.reply_to(Mailbox::new(None, reply_to.as_str().parse()?));
    }
    if let Some(meeting) = headers.meeting {
        let root = format!("<{meeting}@{host}>");
        builder = builder.in_reply_to(root.clone()).references(root);
    }
    if let Some(stop) = headers.stop {
        let url = stop_url(letter.words, headers.base, stop);
        builder = builder
            .header(ListUnsubscribe(format!("<{url}>")))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    Ok(builder.multipart(body(letter)?)?)
}

fn body(letter: &Letter) -> Result<MultiPart, Boxed> {
    let words = MultiPart::alternative()
        .singlepart(SinglePart::plain(plain(letter)))
        .singlepart(SinglePart::html(html(letter)?));
    let Some(ics) = &letter.ics else {
        return Ok(words);
    };
    // Without METHOD it is a calendar to be read and no invitation to be answered (RFC 5546).
    let kind = ContentType::parse("text/calendar; charset=utf-8")?;
    let attached = Attachment::new("meeting.ics".to_owned()).body(ics.clone(), kind);
    Ok(MultiPart::mixed().multipart(words).singlepart(attached))
}
