//! Coordinators and trusted groups: what they may do at once, what the desk says to it afterwards, and
//! what is theirs to see.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::browser::{browser, evaluate, screenshot};
use crate::support::hands::{assert_no_sideways_scrolling, open};
use crate::support::meetings::{SEED, with};
use igf_calendar::domain::{Remit, Role, SessionKind};

const MARIA: &str = "maria@dynamic.example.org";

/// Changes answers of a meeting through the page of My meetings, and sends them.
async fn change(
    who: &Visitor,
    meeting: &str,
    button: &[(&str, &str)],
    typed: &[(&str, &str)],
) -> Page {
    let page = who.post(&format!("/en/mine/{meeting}"), button).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let typed_on = page.path.split('#').next().expect("a path").to_owned();
    let checked = match typed {
        [] => page,
        typed => {
            let fields = page.filled_in("main form");
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            who.post(&typed_on, &with(&fields, typed)).await
        }
    };
    assert!(
        checked.path.ends_with("/check"),
        "{}: {:?}",
        checked.path,
        checked.errors()
    );
    who.post(&checked.path.replace("/check", "/send"), &[])
        .await
}

async fn name_coordinator(desk: &Visitor, group: &str, email: &str) {
    let people = format!("/desk/groups/{group}/people");
    let page = desk.post(&people, &[("email", email)]).await;
    assert!(page.words().contains(email), "{}", page.words());
}

/// The pages of this, in both directions and at both widths, as pictures; none scrolls sideways.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_this_scrolls_sideways() {
    let app = TestApp::on_sqlite().await;
    let meeting = app.publish(SEED).await;
    let desk = app.secretary("Anja").await;
    name_coordinator(&desk, "dccg", MARIA).await;
    let maria = app.member(MARIA);
    let note = [("status_note", "The chair is ill")];
    change(&maria, &meeting, &[("status", "cancelled")], &note).await;
    for width in [360, 1280] {
        let window = browser(width, 900).await;
        for (email, kind, pages) in [
            (MARIA, SessionKind::Poster, &["/mine"][..]),
            ("eva@desk.example.org", SessionKind::Desk, &DESK_PAGES[..]),
        ] {
            let role = match kind {
                SessionKind::Desk => Role::Administrator,
                SessionKind::Poster => Role::Poster,
            };
            let cookie = app.session(email, kind, (role, Remit::All));
            for lang in ["en", "ar"] {
                // The desk speaks the language of the last page.
                open(&app, &window, &format!("/{lang}/")).await;
                let keep = format!("document.cookie = '{cookie}; path=/'");
                evaluate(&window, &keep).await;
                for path in pages {
                    let path = match kind {
                        SessionKind::Desk => (*path).to_owned(),
                        SessionKind::Poster => format!("/{lang}{path}"),
                    };
                    open(&app, &window, &path).await;
                    let name = path.trim_start_matches('/').replace('/', "-");
                    screenshot(&window, &format!("rights-{name}-{lang}-{width}")).await;
                    assert_no_sideways_scrolling(&window).await;
                }
            }
        }
    }
}

const DESK_PAGES: [&str; 4] = [
    "/desk/at-once",
    "/desk/groups/dccg/people",
    "/desk/audit",
    "/desk/personal",
];

on_both_databases! {
    /// An hour before the call its chair is ill. The coordinator calls it off from a phone, and readers
    /// see that at once; the desk looks at it later.
    async fn a_coordinator_calls_a_meeting_off_at_once(app: TestApp) {
        let meeting = app.publish(SEED).await;
        let desk = app.secretary("Anja").await;
        name_coordinator(&desk, "dccg", MARIA).await;
        let maria = app.member(MARIA);
        let sent = change(
            &maria, &meeting, &[("status", "cancelled")], &[("status_note", "The chair is ill")],
        ).await;
        assert!(sent.words().contains("It is public already"), "{}", sent.words());
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(public.words().contains("The chair is ill"), "{}", public.words());
        assert!(app.waiting().is_empty());

        let unseen = desk.get("/desk/at-once").await;
        assert!(unseen.words().contains("The meeting was called off"), "{}", unseen.words());
        let keep = unseen.attributes("form[action$=\"/keep\"]", "action").pop().expect("a button");
        let kept = desk.post(&keep, &[]).await;
        assert!(kept.words().contains("It stays as it is"), "{}", kept.words());
        assert!(kept.words().contains("Nothing is left"), "{}", kept.words());
        let again = desk.post(&keep, &[]).await;
        assert!(again.words().contains("Somebody else had looked"), "{}", again.words());
    }

    /// A link on the host that the meeting always had is mended at once; one that leads elsewhere waits,
    /// and so does anything else.
    async fn a_link_is_mended_at_once_on_a_known_host_alone(app: TestApp) {
        let meeting = app.publish(SEED).await;
        let desk = app.secretary("Anja").await;
        name_coordinator(&desk, "dccg", MARIA).await;
        let maria = app.member(MARIA);
        let how = [("page", "how")];
        change(
            &maria, &meeting, &how,
            &[("access_url", "https://intgovforum.webex.example/join/26")],
        ).await;
        assert!(app.waiting().is_empty());
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(public.text.contains("/join/26"), "{}", public.text);

        let sent = change(
            &maria, &meeting, &how, &[("access_url", "https://elsewhere.example/join/26")],
        ).await;
        assert!(!sent.words().contains("It is public already"));
        assert_eq!(app.waiting().len(), 1);
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(!public.text.contains("elsewhere.example"), "{}", public.text);
    }

    /// Whoever only holds the private address, or signed in but speaks for another group, waits.
    async fn nobody_else_publishes_at_once(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let edit = confirmation.attributes("#edit-address", "value").pop().expect("an address");
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        desk.decide(&revision, "approved", "").await;
        name_coordinator(&desk, "dc-sids", MARIA).await;
        let maria = app.member(MARIA);
        assert_eq!(maria.get(&format!("/en/mine/{meeting}")).await.status, 404);
        assert_eq!(maria.post(&format!("/en/mine/{meeting}"), &[]).await.status, 404);

        // By the private address it is hers to change, as it is anybody's, and it waits.
        let path = edit.strip_prefix(&app.base).expect("ours").to_owned();
        let page = maria.post(&path, &[("status", "cancelled")]).await;
        let fields = page.filled_in("main form");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let check = maria.post(
            page.path.split('#').next().expect("a path"),
            &with(&fields, &[("status_note", "Ill")]),
        ).await;
        maria.post(&check.path.replace("/check", "/send"), &[]).await;
        assert_eq!(app.waiting().len(), 1);
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(!public.words().contains("Ill"));
    }

    /// A trusted group publishes by itself, until two things were taken back.
    async fn trust_ends_when_two_things_were_taken_back(app: TestApp) {
        let desk = app.secretary("Anja").await;
        name_coordinator(&desk, "dccg", MARIA).await;
        let trusted = desk.post("/desk/groups/dccg/trust", &[("trusted", "yes")]).await;
        assert!(trusted.words().contains("Trusted since"), "{}", trusted.words());
        let maria = app.member(MARIA);
        for number in 1..=2 {
            let title = format!("Call number {number}");
            let fields = with(SEED, &[("title", &title), ("poster_email", MARIA)]);
            let check = maria.post("/en/post", &fields).await;
            maria.post(&check.path.replace("/check", "/send"), &[]).await;
            assert!(app.reader.get("/en/").await.words().contains(&title));
            let unseen = desk.get("/desk/at-once").await;
            let revert = unseen.attributes("form[action$=\"/revert\"]", "action").pop().expect("one");
            let silent = desk.post(&revert, &[("reason", " ")]).await;
            assert_eq!(silent.status, 422);
            let back = desk.post(&revert, &[("reason", "Not a meeting of yours")]).await;
            assert!(back.words().contains("What was public before"), "{}", back.words());
            assert!(!app.reader.get("/en/").await.words().contains(&title));
        }
        let people = desk.get("/desk/groups/dccg/people").await;
        assert!(people.words().contains("Trust this group"), "{}", people.words());
        let check = maria.post("/en/post", &with(SEED, &[("title", "A third")])).await;
        maria.post(&check.path.replace("/check", "/send"), &[]).await;
        assert_eq!(app.waiting().len(), 1, "it waits like anybody's");
    }

    /// What was public before a change that was taken back is public again, under the same name.
    async fn taking_back_brings_back_what_was_public(app: TestApp) {
        let meeting = app.publish(SEED).await;
        let desk = app.secretary("Anja").await;
        name_coordinator(&desk, "dccg", MARIA).await;
        let maria = app.member(MARIA);
        change(&maria, &meeting, &[("status", "cancelled")], &[("status_note", "A prank")]).await;
        let unseen = desk.get("/desk/at-once").await;
        let revert = unseen.attributes("form[action$=\"/revert\"]", "action").pop().expect("one");
        desk.post(&revert, &[("reason", "It does take place")]).await;
        let feed = app.reader.get(&format!("/meetings/{meeting}.ics")).await.text;
        assert!(feed.contains("SEQUENCE:2") && !feed.contains("CANCELLED"), "{feed}");
        let page = maria.get(&format!("/en/mine/{meeting}")).await;
        assert_eq!(page.status, 200);
    }

    /// All of somebody's entries stand on one page, with where each stands and why; others' do not.
    async fn my_meetings_are_mine(app: TestApp) {
        app.post_meeting(&with(SEED, &[("title", "Hers, waiting"), ("poster_email", "Maria@Dynamic.example.org")])).await;
        app.post_meeting(&with(SEED, &[("title", "Hers, sent back"), ("poster_email", MARIA)])).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        desk.decide(&revision, "changes-requested", "Which time zone?").await;
        app.post_meeting(&with(SEED, &[("title", "Somebody else's")])).await;
        let maria = app.member(MARIA);
        let page = maria.get("/en/mine").await;
        assert_eq!(page.texts("main li h2"), ["Hers, sent back", "Hers, waiting"]);
        assert!(page.words().contains("Which time zone?"), "{}", page.words());
        let (other, _) = app.waiting().pop().expect("it waits");
        assert_eq!(maria.get(&format!("/en/mine/{other}")).await.status, 404);

        name_coordinator(&desk, "dccg", MARIA).await;
        assert_eq!(maria.get("/en/mine").await.texts("main li h2").len(), 3);
        assert_eq!(maria.get(&format!("/en/mine/{other}")).await.status, 200);
        let person = desk.get("/desk/groups/dccg/people").await.attributes("button[name=person]", "value");
        desk.post("/desk/groups/dccg/people/remove", &[("person", &person[0])]).await;
        assert_eq!(maria.get(&format!("/en/mine/{other}")).await.status, 404, "at once");
    }

    /// A reviewer of some kinds of group reads everything and decides on those.
    async fn a_reviewer_decides_within_their_remit(app: TestApp) {
        app.post_meeting(SEED).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let of_others = app.reviewer("otto", "nri-national").await;
        let refused = of_others.decide(&revision, "approved", "").await;
        assert_eq!(refused.status, 404, "{}", refused.words());
        assert_eq!(app.waiting().len(), 1);
        let of_these = app.reviewer("dora", "dc-coordination-group").await;
        assert_eq!(of_these.decide(&revision, "approved", "").await.status, 200);
        assert!(app.waiting().is_empty());
    }
}
