//! Who may do what, what a revision remembers of it, and what has to be told: past the pages, in what
//! the store keeps.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp};
use crate::support::database::execute;
use crate::support::meetings::SEED;
use crate::support::posted::Posted;
use igf_calendar::acts::{ActError, Actor, Choice};
use igf_calendar::domain::{Decision, MeetingDetails, MeetingId, PersonId, RevisionId, Scope};
use igf_calendar::i18n::Language;
use igf_calendar::import::{MEETINGS_FILE, read_meetings};
use igf_calendar::store::{MeetingState, Source, StoreError, Token};

const TITLED: [(&str, &str); 4] = [
    ("group", "dccg"),
    ("title", "Call with another title"),
    ("poster_name", "Ana Example"),
    ("poster_email", "ana@dynamic.example.org"),
];

/// The private address on a confirmation.
fn edit_address(confirmation: &Page) -> String {
    confirmation.attributes("#edit-address", "value").remove(0)
}

fn state(app: &TestApp, meeting: &str) -> MeetingState {
    let id = MeetingId::parse(meeting).expect("an id");
    app.store
        .meeting(id)
        .expect("the store")
        .expect("a meeting")
}

/// What has to be told, as kind, language, recipient and reason.
fn told(app: &TestApp) -> Vec<String> {
    let messages = app.store.unsent_messages().expect("the outbox");
    let line = |message: igf_calendar::store::Message| {
        let reason = message.payload.reason.unwrap_or_default();
        let (kind, to) = (message.kind.as_str(), message.recipient);
        format!("{kind} {} {to} {reason}", message.language)
            .trim_end()
            .to_owned()
    };
    messages.into_iter().map(line).collect()
}

on_both_databases! {
    /// Somebody posts too early, and takes it back.
    async fn what_nobody_has_decided_is_taken_back(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let edit = edit_address(&confirmation);
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let private = app.reader.get(&edit).await;
        assert_eq!(private.attributes("form[action$='/take-back'] button", "value"), [revision.as_str()]);
        let back = app.reader.post(&format!("{edit}/take-back"), &[("revision", &revision)]).await;
        assert!(back.words().contains("You took this back before anything was decided"), "{}", back.words());
        assert_eq!(back.texts("form[action$='/take-back']"), [""; 0], "nothing is left to take back");
        assert!(app.waiting().is_empty());

        // The desk that has it open still is told, and sees it in the history.
        let desk = app.secretary("Chengetai").await;
        let late = desk.decide(&revision, "approved", "").await;
        assert_eq!(late.status, 409);
        assert!(late.words().contains("The poster has taken this back meanwhile"), "{}", late.words());
        assert!(late.words().contains("Taken back by its poster on"), "{}", late.words());
        assert_eq!(app.reader.get(&format!("/en/meetings/{meeting}")).await.status, 404);

        // Pressed again, it changes nothing; what was typed is there for another try.
        app.reader.post(&format!("{edit}/take-back"), &[("revision", &revision)]).await;
        let check = app.reader.post(&edit, &[]).await;
        assert!(check.words().contains("Virtual Meeting XXV"), "{}", check.words());
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let (same, again) = app.waiting().pop().expect("it waits again");
        assert_eq!(same, meeting);
        assert_ne!(again, revision);
        let old = app.reader.post(&format!("{edit}/take-back"), &[("revision", &revision)]).await;
        assert!(old.words().contains("has not decided"), "only what the page showed is taken back");
        assert_eq!(app.waiting().len(), 1);
    }

    /// What is public stays, and the next change starts from that.
    async fn a_change_is_taken_back_and_the_published_entry_stays(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let check = call.answer(&app, "who", &TITLED).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let back = app.reader.post(&format!("{}/take-back", call.edit), &[("revision", &revision)]).await;
        assert!(back.words().contains("You took your change back"), "{}", back.words());
        assert!(call.page(&app).await.words().contains("Virtual Meeting XXV"));
        let check = app.reader.post(&call.edit, &[]).await;
        assert!(!check.words().contains("another title"), "{}", check.words());
    }

    /// A private address opens its own meeting, and what the desk sent is the desk's.
    async fn nobody_takes_back_what_others_sent(app: TestApp) {
        let mine = edit_address(&app.post_meeting(SEED).await);
        let call = Posted::publish(&app, SEED).await;
        let check = call.answer(&app, "who", &TITLED).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let theirs = state(&app, &call.id).pending.expect("it waits").id.to_string();
        app.reader.post(&format!("{mine}/take-back"), &[("revision", &theirs)]).await;
        assert_eq!(state(&app, &call.id).pending.expect("it waits").id.to_string(), theirs);

        let check = call.desk.post(&format!("/desk/meetings/{}/edit", call.id), &[]).await;
        call.desk.post(&check.path.replace("/check", "/send"), &[]).await;
        let desks = state(&app, &call.id).pending.expect("it waits");
        assert_eq!(desks.source, Source::Desk);
        assert_eq!(app.reader.get(&call.edit).await.texts("form[action$='/take-back']"), [""; 0]);
        let refused = app.reader.post(&format!("{}/take-back", call.edit), &[("revision", &desks.id.to_string())]).await;
        assert_eq!(refused.status, 404);
        assert_eq!(state(&app, &call.id).pending.expect("it waits").id, desks.id);
        let forged = app.reader.post(&format!("{}/take-back", call.edit), &[("revision", "x")]).await;
        assert_eq!(forged.status, 400);
    }

    /// A revision knows what it started from, in which language, and who of the desk sent it.
    async fn a_revision_remembers_where_it_comes_from(app: TestApp) {
        let check = app.reader.post("/fr/post", SEED).await;
        let sent = app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let edit = edit_address(&sent);
        let (meeting, _) = app.waiting().pop().expect("it waits");
        let first = state(&app, &meeting).pending.expect("it waits");
        assert_eq!((first.base, first.sent_by), (None, None));
        assert_eq!(first.language, Some(Language::Fr.tag()));

        let check = app.reader.post(&edit.replace("/fr/", "/es/"), &[]).await;
        let token = Token::parse(check.path.split('/').nth(3).expect("a secret")).expect("a secret");
        let draft = app.store.draft(&token.hash()).expect("the store").expect("a draft");
        assert_eq!(draft.edit.expect("a change").base, Some(first.id));
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let second = state(&app, &meeting).pending.expect("it waits");
        assert_eq!((second.base, second.language.clone()), (Some(first.id), Some(Language::Es.tag())));

        let desk = app.secretary("Anja").await;
        let check = desk.post(&format!("/desk/meetings/{meeting}/edit"), &[]).await;
        desk.post(&check.path.replace("/check", "/send"), &[]).await;
        let third = state(&app, &meeting).pending.expect("it waits");
        assert_eq!((third.base, third.language.clone()), (Some(second.id), second.language), "the poster's");
        desk.decide(&third.id.to_string(), "approved", "").await;
        let review = state(&app, &meeting).history.remove(0).review.expect("it is decided");
        assert_eq!(third.sent_by, Some(review.decided_by), "both were Anja");
        assert_eq!(review.reviewer, "Anja");
    }

    /// The secret of the desk's draft alone does not send in the desk's name, and loses nothing.
    async fn what_was_begun_at_the_desk_is_sent_by_the_desk(app: TestApp) {
        let meeting = app.publish(SEED).await;
        let desk = app.secretary("Anja").await;
        let check = desk.post(&format!("/desk/meetings/{meeting}/edit"), &[]).await;
        let who = check.path.replace("/check", "/who");
        let send = check.path.replace("/check", "/send");
        assert!(app.reader.post(&who, &TITLED).await.path.ends_with("/check"), "it is kept");
        assert_eq!(app.reader.post(&send, &[]).await.status, 401);
        assert!(app.waiting().is_empty());
        assert!(desk.post(&send, &[]).await.path.ends_with("/sent"));
        let waits = state(&app, &meeting).pending.expect("it waits");
        assert_eq!(waits.details.said.title.as_str(), "Call with another title");
    }

    /// Each act of the desk leaves a message to whoever posted, in their language.
    async fn posters_are_told_what_became_of_it(app: TestApp) {
        let desk = app.secretary("Anja").await;
        let check = app.reader.post("/fr/post", SEED).await;
        let sent = app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let edit = edit_address(&sent);
        let (meeting, first) = app.waiting().pop().expect("it waits");
        desk.decide(&first, "changes-requested", "Who speaks?").await;
        for verdict in ["approved", "rejected"] {
            let check = app.reader.post(&edit, &[]).await;
            app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
            let (_, revision) = app.waiting().pop().expect("it waits");
            desk.decide(&revision, verdict, if verdict == "rejected" { "Twice." } else { "" }).await;
        }
        // Of the desk's change they hear once it is public, and not of one that it gave up.
        for verdict in ["rejected", "approved"] {
            let check = desk.post(&format!("/desk/meetings/{meeting}/edit"), &[]).await;
            desk.post(&check.path.replace("/check", "/send"), &[]).await;
            let (_, revision) = app.waiting().pop().expect("it waits");
            desk.decide(&revision, verdict, "Because.").await;
        }
        desk.post(&format!("/desk/meetings/{meeting}/withdraw"), &[("withdraw_reason", "It leaked.")]).await;
        let to = "ana@dynamic.example.org";
        let expected = [
            format!("received fr {to}"),
            format!("changes-requested fr {to} Who speaks?"),
            format!("received fr {to}"),
            format!("published fr {to}"),
            format!("received fr {to}"),
            format!("rejected fr {to} Twice."),
            format!("changed-by-desk fr {to} Because."),
            format!("withdrawn fr {to} It leaked."),
        ];
        assert_eq!(told(&app), expected);
        let messages = app.store.unsent_messages().expect("the outbox");
        assert_eq!(messages[1].revision.map(|id| id.to_string()), Some(first));
        assert!(messages[1].review.is_some() && messages[0].review.is_none());
        assert_eq!(messages[0].payload.title, "DC Coordination Group, Virtual Meeting XXV");

        // What comes out of files has no poster who could read it.
        let read = read_meetings(MEETINGS_FILE).expect("the meetings");
        app.acts.import_meetings(&Actor::Importer, read, true).expect("an import");
        assert_eq!(app.store.unsent_messages().expect("the outbox").len(), expected.len());
    }

    /// Whoever asks for what is not theirs is refused by the act itself, whatever page asked.
    async fn an_act_asks_who_it_is(app: TestApp) {
        let meeting = MeetingId::parse(&app.publish(SEED).await).expect("an id");
        let revision = state(&app, &meeting.to_string()).published.expect("it is public").id;
        let stranger = Actor::Poster(Token::random().expect("a secret").hash());
        let reason = igf_calendar::domain::Reason::parse("Because").expect("a reason");
        let details: MeetingDetails = read_meetings(MEETINGS_FILE).expect("meetings").meetings.remove(0).details;
        for actor in [Actor::Anyone, stranger, Actor::Importer, Actor::System] {
            let is_program = matches!(actor, Actor::Importer | Actor::System);
            let (english, whole) = (Language::En.tag(), (meeting, Scope::All));
            let outcomes = [
                app.acts.decide(&actor, revision, &Decision::approve()).map(drop),
                app.acts.withdraw(&actor, meeting, &reason).map(drop),
                app.acts.take_back(&actor, meeting, revision).map(drop),
                app.acts.change(&actor, whole, english, |_| ()).map(drop),
                app.acts.send(&actor, &Token::random().expect("a secret"), &Choice::default()).map(drop),
            ];
            for outcome in outcomes {
                assert!(matches!(outcome, Err(ActError::NotAllowed(_))), "{actor:?}: {outcome:?}");
            }
            let invited = app.acts.invite_first(&actor);
            let imported = app.acts.import_meeting(&actor, "a record", &details, false);
            assert_eq!((invited.is_ok(), imported.is_ok()), (is_program, is_program), "{actor:?}");
        }
        assert!(state(&app, &meeting.to_string()).published.is_some());
    }

    /// A column that cannot be read stops what needs it, and is never taken for an empty one.
    async fn damage_is_an_error_and_never_nothing(app: TestApp) {
        let run = |statements: &str| execute(&app.database, statements).expect("a statement");
        let check = app.reader.post("/en/post", SEED).await;
        let send = check.path.replace("/check", "/send");
        let draft = Token::parse(check.path.split('/').nth(3).expect("a secret")).expect("a secret").hash();
        let is_damaged = |outcome: Result<(), StoreError>| matches!(outcome, Err(StoreError::Damaged { .. }));
        let unreadable = |what: &str| {
            assert!(is_damaged(app.store.draft(&draft).map(drop)), "{what}");
            assert!(is_damaged(app.store.sent_draft(&draft).map(drop)), "{what}");
        };
        run("INSERT INTO meetings (id, reference, origin, version, created_at) \
             VALUES ('no-id', 'IGF-BRKEN0', 'file:broken', 1, CURRENT_TIMESTAMP)");
        let revision = |id: &str, source: &str, number: usize| run(&format!(
            "INSERT INTO revisions (id, meeting_id, number, group_slug, title, details, source, poster_name, \
             poster_email, created_at) VALUES ('{id}', 'no-id', {number}, 'dccg', 'x', '{{}}', '{source}', 'x', \
             'x@example.org', CURRENT_TIMESTAMP)"
        ));
        revision("no-id-either", "form", 1);

        run("UPDATE drafts SET meeting_id = 'no-id', scope = 'all'");
        unreadable("a meeting's id");
        assert_eq!(app.reader.post(&send, &[]).await.status, 500, "it is no new meeting");
        run("UPDATE drafts SET meeting_id = NULL, sent_revision = 'no-id-either'");
        unreadable("a sent revision's id");
        assert_eq!(app.reader.post(&send, &[]).await.status, 500, "it is not as if it was never sent");
        run("UPDATE drafts SET sent_revision = NULL, source = 'pigeon'");
        unreadable("a source");
        run("UPDATE drafts SET source = 'form', language = '!'");
        unreadable("a language");
        run("UPDATE drafts SET language = NULL");
        assert!(app.waiting().is_empty());
        assert!(app.reader.post(&send, &[]).await.path.ends_with("/sent"), "and now it can be sent");

        let (meeting, waits) = app.waiting().pop().expect("it waits");
        assert!(is_damaged(app.store.meeting_of_reference("IGF-BRKEN0").map(drop)));
        let id = RevisionId::new();
        revision(&id.to_string(), "pigeon", 2);
        assert!(is_damaged(app.store.meeting_of_revision(id).map(drop)));
        let details = read_meetings(MEETINGS_FILE).expect("meetings").meetings.remove(0).details;
        let again = app.acts.import_meeting(&Actor::Importer, "file:broken", &details, false);
        assert!(matches!(again, Err(ActError::Store(StoreError::Damaged { .. }))), "{again:?}");

        run(&format!(
            "INSERT INTO reviews (id, revision_id, verdict, decided_by, created_at) \
             VALUES ('r', '{waits}', 'perhaps', '{}', CURRENT_TIMESTAMP)", PersonId::SYSTEM
        ));
        let meeting = MeetingId::parse(&meeting).expect("an id");
        assert!(is_damaged(app.store.meeting(meeting).map(drop)), "an unknown verdict");
        run("INSERT INTO changes (seq, subject_kind, subject, sequence, first_at, created_at) \
             VALUES (1000, 'weather', 'x', 0, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)");
        let left_out = app.store.published_since(0).expect("the log").left_out;
        assert_eq!(left_out.len(), 1, "an unknown subject is named: {left_out:?}");
    }
}
