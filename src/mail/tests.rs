//! Letters, as their readers get them.

use super::{Block, Telling, compose, plain};
use crate::calendar::Snapshot;
use crate::domain::fields::sample::call;
use crate::domain::web_url::EmailAddress;
use crate::domain::{LanguageTag, MeetingDetails, MeetingId, MessageId};
use crate::store::{Message, MessageKind, Payload, Token};
use chrono::DateTime;

const BASE: &str = "https://calendar.example.org";

fn message(kind: MessageKind, language: &str) -> Message {
    Message {
        id: MessageId::new(),
        kind,
        event: None,
        meeting: Some(MeetingId::new()),
        revision: None,
        review: None,
        recipient: EmailAddress::parse("ana@example.org").unwrap(),
        language: LanguageTag::parse(language).unwrap(),
        payload: Payload {
            reference: None,
            title: "=?utf-8?q?x?= A call".to_owned(),
            reason: Some("One\n\nTwo".to_owned()),
        },
        created: DateTime::UNIX_EPOCH,
        due: DateTime::UNIX_EPOCH,
    }
}

fn letter(message: &Message, details: &MeetingDetails, key: Option<&Token>) -> super::Letter {
    let telling = Telling {
        message,
        details: Some(details),
        before: None,
        key,
        entries: &[],
        code: None,
        stop: None,
        waiting: Vec::new(),
        ics: None,
    };
    compose(telling, &Snapshot::default(), BASE)
}

#[test]
fn every_kind_says_something_in_every_language() {
    let details = call(|_| {});
    for kind in MessageKind::ALL {
        for language in ["ar", "en", "es", "fr", "ru", "zh"] {
            let message = message(kind, language);
            let letter = letter(&message, &details, None);
            let text = plain(&letter);
            for key in ["mail-", "when-", "site-"] {
                assert!(
                    !text.contains(key) && !letter.subject.contains(key),
                    "{text}"
                );
            }
            assert!(!letter.blocks.is_empty(), "{kind:?}");
        }
    }
}

#[test]
fn a_subject_holds_no_encoded_word_that_somebody_typed() {
    let message = message(MessageKind::Received, "en");
    let subject = letter(&message, &call(|_| {}), None).subject;
    assert_eq!(subject, "We have your entry: = ?utf-8?q?x?= A call");
}

#[test]
fn two_clocks_in_one_line_keep_to_themselves() {
    let message = message(MessageKind::Published, "ar");
    let letter = letter(&message, &call(|_| {}), None);
    let facts = letter.blocks.iter().find_map(|block| match block {
        Block::Facts(facts) => Some(facts),
        _ => None,
    });
    let (_, when) = &facts.unwrap()[2];
    assert_eq!(when.matches('\u{2068}').count(), 2, "{when}");
    assert_eq!(when.matches('\u{2069}').count(), 2, "{when}");
}

#[test]
fn the_way_in_is_there_only_with_its_key() {
    let message = message(MessageKind::ChangesRequested, "en");
    let key = Token::random().unwrap();
    let with = plain(&letter(&message, &call(|_| {}), Some(&key)));
    assert!(
        with.contains(&format!("{BASE}/en/edit/{}", key.secret())),
        "{with}"
    );
    assert!(with.contains("> One\n>\n> Two\n"), "{with}");
    assert!(with.contains("\n-- \n"), "{with}");
    let without = plain(&letter(&message, &call(|_| {}), None));
    assert!(!without.contains("/edit/"), "{without}");
}
