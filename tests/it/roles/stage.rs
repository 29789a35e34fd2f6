//! Those who try, and what they try it on.

use crate::support::app::{TestApp, Visitor};
use crate::support::meetings::{SEED, with};
use igf_calendar::domain::{GroupKind, MeetingId, Remit, Role, SessionKind};
use igf_calendar::store::DecisionsOf;
use reqwest::Client;
use reqwest::redirect::Policy;

/// Who tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Anyone,
    /// Signed in, with nothing of their own.
    OtherPoster,
    /// Signed in; the entry is theirs.
    Poster,
    /// Signed in; speaks for another group than the entry's.
    OtherCoordinator,
    /// Signed in; speaks for the entry's group.
    Coordinator,
    /// Of the desk, with a remit that the entry's group is not in.
    OtherReviewer,
    /// Of the desk, with a remit that it is in.
    Reviewer,
    /// Of the desk, for every kind of group.
    FullReviewer,
    Administrator,
}

/// Everybody, those first who may least: what they may not do must not find it done already.
pub const WHO: [Who; 9] = [
    Who::Anyone,
    Who::OtherPoster,
    Who::OtherCoordinator,
    Who::OtherReviewer,
    Who::Poster,
    Who::Coordinator,
    Who::Reviewer,
    Who::FullReviewer,
    Who::Administrator,
];

/// A calendar with an entry that is public, a change of it that waits, one that was published at once,
/// and everybody.
pub struct Stage {
    /// The server runs as long as this lives.
    _app: TestApp,
    visitors: Vec<Visitor>,
    meeting: String,
    revision: String,
    at_once: String,
    key: String,
    draft: String,
    message: String,
    invitation: String,
    person: String,
    /// What was decided on the first of it.
    decided: String,
    /// The name of the field that says what becomes of it when its group closes.
    fate: String,
}

const ANA: &str = "ana@dynamic.example.org";
const MARIA: &str = "maria@dynamic.example.org";
const OTTO: &str = "otto@elsewhere.example.org";

impl Stage {
    /// Sets all of it.
    pub async fn set(app: TestApp) -> Self {
        let confirmation = app.post_meeting(SEED).await;
        let key = confirmation
            .attributes("#edit-address", "value")
            .pop()
            .expect("an address");
        let (meeting, first) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        desk.decide(&first, "approved", "").await;
        let speaks = [("dccg", MARIA), ("dc-sids", OTTO)];
        for (group, email) in speaks {
            desk.post(&format!("/desk/groups/{group}/people"), &[("email", email)])
                .await;
        }
        for (slug, name) in [("ai", "Artificial intelligence"), ("iot", "Things")] {
            desk.post("/desk/topics/new", &[("slug", slug), ("name_en", name)])
                .await;
        }
        desk.post("/desk/groups/dccg/trust", &[("trusted", "yes")])
            .await;
        let maria = app.member(MARIA);
        let check = maria
            .post(
                "/en/post",
                &with(SEED, &[("title", "Another"), ("poster_email", MARIA)]),
            )
            .await;
        maria
            .post(&check.path.replace("/check", "/send"), &[])
            .await;
        let at_once = app
            .store
            .unseen(1)
            .expect("the store")
            .pop()
            .expect("at once");
        let edit = key.strip_prefix(&app.base).expect("ours").to_owned();
        let check = app.reader.post(&edit, &[]).await;
        app.reader
            .post(&check.path.replace("/check", "/send"), &[])
            .await;
        let (_, revision) = app.waiting().pop().expect("a change waits");
        let draft = app.reader.post("/en/post", SEED).await;
        let decided = DecisionsOf::Meeting(MeetingId::parse(&meeting).expect("an id"));
        let decided = app.store.decisions(decided, 1).expect("the store");
        let fate = format!("fate-{meeting}");
        let people = desk.get("/desk/groups/dccg/people").await;
        let messages = app.store.messages(1).expect("the outbox");
        Self {
            visitors: WHO.map(|who| visitor(&app, who)).to_vec(),
            meeting,
            revision,
            at_once: at_once.revision.to_string(),
            key: last(&key),
            draft: draft.path.split('/').nth(3).expect("a secret").to_owned(),
            message: messages[0].message.id.to_string(),
            invitation: app.invitation().secret().to_owned(),
            person: people
                .attributes("button[name=person]", "value")
                .pop()
                .expect("Maria"),
            decided: decided[0].id.expect("a decision").to_string(),
            fate,
            _app: app,
        }
    }

    /// An address of a pattern, of the things on the stage.
    pub fn path(&self, pattern: &str) -> String {
        let id = match pattern {
            "/desk/mail/{id}" => &self.message,
            at_once if at_once.ends_with("/keep") || at_once.ends_with("/revert") => &self.at_once,
            of_revision if of_revision.starts_with("/desk/revisions/") => &self.revision,
            _ => &self.meeting,
        };
        let token = match pattern {
            "/desk/enter/{token}" => &self.invitation,
            _ => &self.draft,
        };
        let slug = if ["/desk/topics", "/api/v1/topics"]
            .iter()
            .any(|topics| pattern.starts_with(topics))
        {
            "ai"
        } else {
            "dccg"
        };
        pattern
            .replace("{lang}", "en")
            .replace("{page}", "who")
            .replace("{id}", id)
            .replace("{token}", token)
            .replace("{key}", &self.key)
            .replace("{slug}", slug)
            .replace("{path}", "calendars/all/")
            .replace("{name}", "style.css")
    }

    /// Whether somebody gets further than to being told that there is nothing, or to sign in.
    pub async fn is_let(&self, who: Who, method: &str, path: &str) -> bool {
        let place = WHO.iter().position(|one| *one == who).expect("one of all");
        let visitor = &self.visitors[place];
        let page = match method {
            "GET" => visitor.get(path).await,
            _ => visitor.post(path, &self.fields(path)).await,
        };
        let is_told_to_sign_in = page.header("location").contains("?next=");
        !matches!(page.status.as_u16(), 401 | 403 | 404 | 405) && !is_told_to_sign_in
    }

    /// What the forms of all pages ask for, so that no answer is "there is no such thing".
    fn fields(&self, path: &str) -> Vec<(&str, &str)> {
        let into = if path.contains("/topics/") {
            "iot"
        } else {
            "dc-sids"
        };
        vec![
            ("verdict", "rejected"),
            ("reason", "No"),
            ("withdraw_reason", "No"),
            ("note", "Look"),
            ("name", "Somebody"),
            ("email", "somebody@example.org"),
            ("again", "somebody@example.org"),
            ("into", into),
            ("do", "approve"),
            ("session", "others"),
            ("passkey", &self.revision),
            ("decision", &self.decided),
            (&self.fate, "cancel"),
            ("person", &self.person),
            ("trusted", "yes"),
            ("revision", &self.revision),
        ]
    }
}

fn last(path: &str) -> String {
    path.rsplit('/').next().expect("a last part").to_owned()
}

/// Somebody whose browser goes nowhere that it is sent on to.
fn visitor(app: &TestApp, who: Who) -> Visitor {
    let poster = |email: &str| {
        (
            email.to_owned(),
            SessionKind::Poster,
            Role::Poster,
            Remit::All,
        )
    };
    let desk = |name: &str, role, remit| {
        (
            format!("{name}@desk.example.org"),
            SessionKind::Desk,
            role,
            remit,
        )
    };
    let (email, kind, role, remit) = match who {
        Who::Anyone => return Visitor::at_once(&app.base),
        Who::OtherPoster => poster("nobody@example.org"),
        Who::Poster => poster(ANA),
        Who::OtherCoordinator => poster(OTTO),
        Who::Coordinator => poster(MARIA),
        Who::OtherReviewer => desk(
            "other",
            Role::Reviewer,
            Remit::Kinds(vec![GroupKind::NriNational]),
        ),
        Who::Reviewer => desk(
            "some",
            Role::Reviewer,
            Remit::Kinds(vec![GroupKind::DcCoordinationGroup]),
        ),
        Who::FullReviewer => desk("full", Role::Reviewer, Remit::All),
        Who::Administrator => desk("admin", Role::Administrator, Remit::All),
    };
    let cookie = app.session(&email, kind, (role, remit));
    let builder = Client::builder().redirect(Policy::none());
    Visitor::holding_cookie(&app.base, &cookie, builder)
}
