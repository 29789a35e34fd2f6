//! The second factor of those at the desk, their sessions, and what whoever runs the commands does with
//! both.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, Page, TestApp, Visitor};
use crate::support::database::texts;
use crate::support::meetings::SEED;
use crate::support::program::{self, Program};
use chrono::{DateTime, TimeDelta, Utc};
use igf_calendar::acts::Actor;
use igf_calendar::domain::Role;
use igf_calendar::domain::factor::TotpSecret;
use igf_calendar::settings::SecondFactor;

/// A server on the same database that asks for a second factor, so long after the announcement.
async fn strict(app: &TestApp, minutes: i64) -> TestApp {
    let announced: DateTime<Utc> = ANNOUNCED.parse().expect("RFC 3339");
    let now = (announced + TimeDelta::minutes(minutes)).to_rfc3339();
    app.beside_with(&now, |settings| {
        settings.desk.second_factor = SecondFactor::Required
    })
    .await
}

async fn enter(app: &TestApp, visitor: &Visitor, email: &str) -> Page {
    let token = app.invite(email, Role::Reviewer);
    let path = format!("/desk/enter/{}", token.secret());
    visitor.post(&path, &[("name", "Anja")]).await
}

fn code(app: &TestApp, secret: &TotpSecret) -> String {
    let step = i32::try_from(app.now.timestamp() / 30).expect("a step");
    format!("{:06}", secret.code(step).expect("a code"))
}

async fn give(visitor: &Visitor, code: &str) -> Page {
    visitor.post("/desk/factor/code", &[("code", code)]).await
}

/// Sets a program with codes up; returns its secret and the recovery codes.
async fn set_up(app: &TestApp, visitor: &Visitor) -> (TotpSecret, Vec<String>) {
    let page = visitor.post("/desk/factor/authenticator", &[]).await;
    let secret = page.texts("code.secret").remove(0).replace(' ', "");
    let secret = TotpSecret::parse(&secret).expect("a secret");
    let wrong = visitor
        .post("/desk/factor/authenticator/confirm", &[("code", "000000")])
        .await;
    assert_eq!(wrong.status, 422);
    let typed = code(app, &secret);
    let done = visitor
        .post("/desk/factor/authenticator/confirm", &[("code", &typed)])
        .await;
    assert_eq!(done.status, 200, "{}", done.words());
    (secret, done.texts(".recovery-codes code"))
}

on_both_databases! {
    async fn the_desk_opens_to_nobody_without_a_second_factor(app: TestApp) {
        app.post_meeting(SEED).await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let here = strict(&app, 0).await;
        let entered = enter(&app, &app.visitor(), "anja@desk.example.org").await;
        assert_eq!(entered.path, "/desk", "where no factor is asked for");
        let anja = here.visitor();
        let entered = enter(&here, &anja, "anja@desk.example.org").await;
        assert_eq!(entered.path, "/desk/factor");
        assert_eq!(entered.texts("h1"), ["Set up a second proof"]);
        let review = format!("/desk/meetings/{meeting}");
        let turned_away = anja.get(&review).await;
        assert_eq!(turned_away.path, "/desk/factor");
        assert!(turned_away.attributes("[name=next]", "value").contains(&review));
        assert_eq!(anja.decide(&revision, "approved", "").await.status, 401);
        assert!(anja.get("/en/account").await.path.starts_with("/desk/factor"));
        assert_eq!(app.waiting().len(), 1);
        let (_, codes) = set_up(&here, &anja).await;
        assert_eq!(codes.len(), 8);
        assert_eq!(anja.get("/desk").await.status, 200);
        let kept = texts(&app.database, "SELECT code_hash AS value FROM recovery_codes");
        assert!(kept.iter().all(|kept| kept.len() == 64), "{kept:?}");
        let again = anja.get("/desk/factor/authenticator").await;
        assert!(again.texts("code.secret").is_empty(), "it is shown until it is in use");
    }

    async fn a_code_is_taken_once_and_recovery_codes_as_well(app: TestApp) {
        let here = strict(&app, 0).await;
        let anja = here.visitor();
        enter(&here, &anja, "anja@desk.example.org").await;
        let (secret, codes) = set_up(&here, &anja).await;
        let second = here.visitor();
        let asked = enter(&here, &second, "anja@desk.example.org").await;
        assert_eq!(asked.texts("h1"), ["Prove that it is you"]);
        assert_eq!(give(&second, &code(&here, &secret)).await.status, 422, "it was taken already");
        assert_eq!(second.get("/desk/factor/new").await.path, "/desk/factor");
        assert_eq!(give(&second, &codes[0]).await.path, "/desk");
        let third = here.visitor();
        enter(&here, &third, "anja@desk.example.org").await;
        assert_eq!(give(&third, &codes[0]).await.status, 422, "once");
        let later = strict(&app, 1).await;
        let third = third.at(&later.base);
        let next = third.post("/desk/factor/code", &[("code", &code(&later, &secret)), ("next", "/desk/mail")]).await;
        assert_eq!(next.path, "/desk/mail");
    }

    async fn five_wrong_codes_lock_for_a_quarter_of_an_hour(app: TestApp) {
        let here = strict(&app, 0).await;
        let anja = here.visitor();
        enter(&here, &anja, "anja@desk.example.org").await;
        let (secret, codes) = set_up(&here, &anja).await;
        let eve = here.visitor();
        enter(&here, &eve, "anja@desk.example.org").await;
        for _ in 0..4 {
            assert!(give(&eve, "000000").await.words().contains("not accepted"));
        }
        assert!(give(&eve, "000000").await.words().contains("Too many wrong codes"));
        assert!(give(&eve, &codes[0]).await.words().contains("Too many wrong codes"), "even a right one");
        assert_eq!(anja.get("/desk").await.status, 200, "who is in stays in");
        let later = strict(&app, 16).await;
        let anja = later.visitor();
        enter(&later, &anja, "anja@desk.example.org").await;
        assert_eq!(give(&anja, &code(&later, &secret)).await.path, "/desk");
    }

    /// Whoever wants to change what they prove themselves with proves themselves again, and is never left
    /// with nothing.
    async fn a_factor_is_changed_by_whoever_has_just_given_one(app: TestApp) {
        let here = strict(&app, 0).await;
        let anja = here.visitor();
        enter(&here, &anja, "anja@desk.example.org").await;
        let (secret, codes) = set_up(&here, &anja).await;
        anja.post("/en/account/authenticator", &[]).await;
        assert!(anja.get("/en/account").await.words().contains("App with codes"), "the last one stays");
        let renewed = anja.post("/en/account/recovery", &[]).await;
        assert_eq!(renewed.texts(".recovery-codes code").len(), 8);
        let later = strict(&app, 20).await;
        let anja = anja.at(&later.base);
        assert_eq!(anja.post("/en/account/recovery", &[]).await.path, "/desk/factor");
        assert_eq!(give(&anja, &codes[1]).await.status, 422, "the old ones are void");
        assert_eq!(give(&anja, &code(&later, &secret)).await.path, "/desk");
        assert_eq!(anja.post("/en/account/recovery", &[]).await.texts(".recovery-codes code").len(), 8);
    }

    async fn sessions_are_seen_and_ended_by_their_owner(app: TestApp) {
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";
        let anja = app.visitor();
        enter(&app, &anja, "anja@desk.example.org").await;
        let token = app.invite("anja@desk.example.org", Role::Reviewer);
        let other = app.visitor();
        let headers = [("user-agent", agent), ("sec-fetch-site", "same-origin")];
        let path = format!("/desk/enter/{}", token.secret());
        other.post_with(&path, &[("name", "Anja")], &headers).await;
        let stranger = app.secretary("Chengetai").await;
        let page = anja.get("/en/account").await;
        let rows = page.texts(".rows li");
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("Firefox, Linux")), "{rows:?}");
        assert!(rows.iter().all(|row| row.contains("127.0.0.0/24")), "{rows:?}");
        let id = page.attributes(".rows [name=session]", "value").remove(0);
        stranger.post("/en/account/sessions", &[("session", &id)]).await;
        assert_eq!(other.get("/desk").await.status, 200, "nobody ends what is not theirs");
        anja.post("/en/account/sessions", &[("session", &id)]).await;
        assert_eq!(other.get("/desk").await.status, 401);
        let third = app.visitor();
        enter(&app, &third, "anja@desk.example.org").await;
        third.post("/en/account/sessions", &[("session", "others")]).await;
        assert_eq!((anja.get("/desk").await.status.as_u16(), third.get("/desk").await.status.as_u16()), (401, 200));
        assert_eq!(stranger.get("/desk").await.status, 200);
    }

    async fn rights_and_sessions_end_at_once(app: TestApp) {
        let (anja, luis) = (app.visitor(), app.visitor());
        enter(&app, &anja, "anja@desk.example.org").await;
        enter(&app, &luis, "luis@desk.example.org").await;
        let open = app.invite("anja@desk.example.org", Role::Reviewer);
        app.acts.revoke(&Actor::System, "Anja@desk.example.org").expect("an act");
        assert_eq!(anja.get("/desk").await.status, 401);
        let path = format!("/desk/enter/{}", open.secret());
        assert_eq!(app.visitor().post(&path, &[("name", "Anja")]).await.status, 410);
        assert_eq!(luis.get("/desk").await.status, 200);
        assert_eq!(app.acts.sign_out(&Actor::System, "luis@desk.example.org").expect("an act"), 1);
        assert_eq!(luis.get("/desk").await.status, 401);
        assert!(app.acts.revoke(&Actor::System, "eve@desk.example.org").is_err());
        assert!(app.acts.revoke(&Actor::Anyone, "luis@desk.example.org").is_err());
    }

    async fn a_new_invitation_voids_the_older_and_the_first_one_all_of_the_first_start(app: TestApp) {
        let first = [(); 2].map(|()| app.acts.invite_first(&Actor::System).expect("a way in"));
        let [older, newer] = [(); 2].map(|()| app.invite("anja@desk.example.org", Role::Reviewer));
        let way = |token: &igf_calendar::store::Token| format!("/desk/enter/{}", token.secret());
        assert_eq!(app.reader.get(&way(&older)).await.status, 410);
        assert_eq!(app.reader.get(&way(&first[1])).await.status, 200);
        let anja = app.visitor();
        assert_eq!(anja.post(&way(&newer), &[("name", "Anja")]).await.path, "/desk");
        for token in &first {
            assert_eq!(app.visitor().post(&way(token), &[("name", "Eve")]).await.status, 410);
        }
    }

    async fn what_was_lost_is_set_up_anew(app: TestApp) {
        let here = strict(&app, 0).await;
        let anja = here.visitor();
        enter(&here, &anja, "anja@desk.example.org").await;
        set_up(&here, &anja).await;
        app.acts.reset_factor(&Actor::System, "anja@desk.example.org").expect("an act");
        assert_eq!(anja.get("/desk").await.status, 401);
        let anja = here.visitor();
        let entered = enter(&here, &anja, "anja@desk.example.org").await;
        assert_eq!(entered.texts("h1"), ["Set up a second proof"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_say_who_is_who() {
    let server = Program::serve(&[], &[]);
    let database = server
        .folder()
        .join("data/igf-calendar.sqlite")
        .display()
        .to_string();
    let settings = [
        ("DATABASE__URL", database.as_str()),
        ("SERVER__BASE_URL", &server.base),
    ];
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = ["admin"].iter().chain(arguments).copied().collect();
        program::run(&settings, &all)
    };
    let first = run(&["invite", "anja@desk.example.org"]);
    assert!(first.said.contains("as administrator:"), "{}", first.said);
    let way = first
        .said
        .lines()
        .last()
        .expect("an address")
        .replace(&server.base, "");
    let anja = server.visitor();
    assert_eq!(anja.post(&way, &[("name", "Anja")]).await.path, "/desk");
    let second = run(&[
        "invite",
        "luis@desk.example.org",
        "--kinds",
        "nri-national,nri-youth",
    ]);
    assert!(second.said.contains("as reviewer:"), "{}", second.said);
    let again = run(&["invite", "anja@desk.example.org"]);
    assert!(again.said.contains("as administrator:"), "{}", again.said);
    let people = run(&["people"]).said;
    let lines: Vec<Vec<&str>> = people
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(
        lines[1][..5],
        ["anja@desk.example.org", "Anja", "administrator", "all", "0"]
    );
    assert!(lines[1][5].ends_with(" UTC"), "{people}");
    let luis = [
        "luis@desk.example.org",
        "luis@desk.example.org",
        "reviewer",
        "nri-national,nri-youth",
        "0",
        "never",
    ];
    assert_eq!(lines[2][..6], luis);
    for wrong in [
        &["invite", "anja"][..],
        &["invite", "anja@desk.example.org", "--role", "poster"],
        &["invite", "anja@desk.example.org", "--kinds", "clubs"],
        &["revoke", "eve@desk.example.org"],
        &["sign-out"],
    ] {
        let ended = run(wrong);
        assert_eq!(ended.code, Some(2), "{wrong:?}: {}", ended.said);
    }
    assert_eq!(run(&["sign-out", "--all"]).said, "1 sessions have ended.\n");
    assert_eq!(anja.get("/desk").await.status, 401);
    assert_eq!(
        run(&["reset-factor", "anja@desk.example.org"]).code,
        Some(0)
    );
    assert_eq!(run(&["revoke", lines[1][6]]).code, Some(0));
    let people = run(&["people"]).said;
    assert!(
        people.contains("anja@desk.example.org\tAnja\tposter\t-\t0"),
        "{people}"
    );
}
