//! One entry at the desk: what two reviewers know of each other, what a session that ends takes along, and
//! what its poster is told of all this.

mod pages;

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::database::{execute, texts};
use crate::support::meetings::{SEED, with};

/// The fields of a form as it is filled in, in the order of the page.
fn filled(page: &Page) -> Vec<(String, String)> {
    use scraper::{Html, Selector};
    let document = Html::parse_document(&page.text);
    let controls = Selector::parse("main form[action$='/edit'] :is(input, textarea, select)");
    let chosen = Selector::parse("option[selected]").expect("a selector");
    let first = Selector::parse("option").expect("a selector");
    let mut fields = Vec::new();
    for control in document.select(&controls.expect("a selector")) {
        let element = control.value();
        let Some(name) = element.attr("name") else {
            continue;
        };
        let is_ticked = element.attr("checked").is_some();
        if matches!(element.attr("type"), Some("radio" | "checkbox")) && !is_ticked {
            continue;
        }
        let value = match element.name() {
            "textarea" => {
                let text: String = control.text().collect();
                text.strip_prefix('\n').map(str::to_owned).unwrap_or(text)
            }
            "select" => {
                let option = control.select(&chosen).next();
                let option = option.or_else(|| control.select(&first).next());
                let option = option.expect("an option");
                option.value().attr("value").unwrap_or_default().to_owned()
            }
            _ => element.attr("value").unwrap_or_default().to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}

/// Sends the form of a page with some answers changed, by a button.
async fn send(desk: &Visitor, page: &Page, button: &str, changes: &[(&str, &str)]) -> Page {
    let mut fields = filled(page);
    fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let pressed = [("do", button)];
    let changes = changes.iter().chain(&pressed);
    fields.extend(changes.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let action = page
        .attributes("main form[action$='/edit']", "action")
        .remove(0);
    desk.post(&action, &fields).await
}

fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// The kinds of what was written to posters, oldest first.
fn told(app: &TestApp) -> Vec<String> {
    let messages = app.store.unsent_messages().expect("the outbox");
    let mut messages: Vec<_> = messages.iter().collect();
    messages.sort_by_key(|message| (message.created, message.id));
    messages
        .iter()
        .map(|message| message.kind.as_str().to_owned())
        .collect()
}

on_both_databases! {
    /// A letter is mended and the entry approved: one page, one tap.
    async fn a_letter_is_mended_and_the_entry_approved_on_one_page(app: TestApp) {
        let confirmation = app.post_meeting(&with(SEED, &[("title", "DC Cordination Group")])).await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        let review = desk.get(&format!("/desk/meetings/{meeting}")).await;
        let path = review.attributes(".decide a", "href").remove(0);
        assert_eq!(path, format!("/desk/revisions/{revision}/edit"));
        let page = desk.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(!page.text.contains("poster_email"), "the poster stays who they are");
        let looked = send(&desk, &page, "look", &[]).await;
        assert!(looked.words().contains("Nothing yet."), "{}", looked.words());
        let looked = send(&desk, &page, "look", &[("title", "DC Coordination Group")]).await;
        assert_eq!(looked.texts(".amend .diff tbody tr"), ["Title DC Cordination Group DC Coordination Group"]);
        assert_eq!(app.waiting().len(), 1, "looking decides nothing");

        let after = send(&desk, &looked, "approve", &[("reason", "We mended a letter.")]).await;
        assert_eq!(after.path, "/desk", "{}", after.words());
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert_eq!(public.texts("h1"), ["DC Coordination Group"]);
        assert_eq!(public.texts(".agenda li").len(), 4, "what was not typed stays");
        assert!(app.waiting().is_empty());
        assert_eq!(told(&app), ["received", "changed-by-desk"], "the poster is told once");
        let rows = "SELECT source || ' ' || (sent_by IS NOT NULL) || ' ' || poster_name AS value \
                    FROM revisions ORDER BY number";
        let rows = texts(&app.database, rows);
        assert_eq!(rows.len(), 2);
        assert!(rows[0].starts_with("form") && rows[1].starts_with("desk"), "{rows:?}");
        assert!(rows[1].ends_with("Ana Example"), "{rows:?}");

        // The private page says what was changed and why.
        let private = confirmation.attributes("#edit-address", "value").remove(0);
        let private = app.reader.get(&private).await;
        assert_eq!(private.texts(".story .diff tbody tr"), ["Title DC Cordination Group DC Coordination Group"]);
        assert!(private.texts(".story blockquote").contains(&"We mended a letter.".to_owned()));
        assert!(plain(&private.words()).contains("Anja (secretariat) sent it on"), "{}", private.words());
    }

    /// What cannot be published names its field and loses nothing; nor does a row that is added.
    async fn what_is_wrong_with_an_edit_names_its_field(app: TestApp) {
        app.post_meeting(SEED).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        let page = desk.get(&format!("/desk/revisions/{revision}/edit")).await;
        let typed = [("title", "Mended"), ("start_time", "25:99"), ("reason", "Because")];
        let wrong = send(&desk, &page, "approve", &typed).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.errors()[0].starts_with("start_time: "), "{:?}", wrong.errors());
        assert_eq!(wrong.attributes("#title", "value"), ["Mended"]);
        assert_eq!(wrong.attributes("#start_time", "value"), ["25:99"]);
        assert_eq!(wrong.texts("#reason"), ["Because"]);
        let long = "x".repeat(1001);
        let wrong = send(&desk, &page, "approve", &[("title", "Mended"), ("reason", &long)]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.errors(), ["reason: Use at most 1000 characters"]);
        assert_eq!(wrong.attributes("#title", "value"), ["Mended"]);
        let more = send(&desk, &page, "add-access", &[("title", "Mended")]).await;
        assert_eq!(more.texts("[name=access_dial_in]").len(), 2);
        assert_eq!(more.attributes("#title", "value"), ["Mended"]);
        let first = desk.get(&format!("/desk/revisions/{revision}/edit")).await;
        assert_eq!(first.attributes("#title", "value"), ["DC Coordination Group, Virtual Meeting XXV"]);
        assert_eq!(app.waiting().len(), 1);
    }

    /// The poster sends again while a reviewer mends what was sent before.
    async fn an_edit_that_was_overtaken_is_put_onto_what_waits_now(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let (meeting, old) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        let page = desk.get(&format!("/desk/revisions/{old}/edit")).await;
        let private = confirmation.attributes("#edit-address", "value").remove(0);
        let change = app.reader.post(&private, &[("page", "how")]).await;
        let how = [("mode", "virtual"), ("access_url", "https://other.example/join")];
        let check = app.reader.post(&change.path, &how).await;
        assert!(check.path.ends_with("/check"), "{:?}", check.errors());
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let (_, new) = app.waiting().pop().expect("it waits");
        assert_ne!(new, old);

        let told = send(&desk, &page, "approve", &[("title", "Mended")]).await;
        assert_eq!(told.status, 409);
        assert!(told.words().contains("newer revision"), "{}", told.words());
        assert!(told.texts(".error-summary .diff").join(" ").contains("other.example"), "{}", told.words());
        assert_eq!(told.attributes("#title", "value"), ["Mended"], "nothing typed is lost");
        assert_eq!(told.attributes("#access_url-0", "value"), ["https://other.example/join"]);
        assert_eq!(app.waiting().len(), 1);
        let after = send(&desk, &told, "approve", &[]).await;
        assert_eq!(after.path, "/desk", "{}", after.words());
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert_eq!(public.texts("h1"), ["Mended"]);
        assert!(public.text.contains("https://other.example/join"));
    }

    /// Somebody rejects while somebody else mends.
    async fn an_edit_after_a_decision_shows_who_decided_and_what_was_typed(app: TestApp) {
        app.post_meeting(SEED).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let (anja, chengetai) = (app.secretary("Anja").await, app.secretary("Chengetai").await);
        let page = anja.get(&format!("/desk/revisions/{revision}/edit")).await;
        chengetai.decide(&revision, "rejected", "Not ours").await;
        let told = send(&anja, &page, "approve", &[("title", "Mended")]).await;
        assert_eq!(told.status, 409);
        assert!(told.words().contains("Chengetai decided before you: rejected"), "{}", told.words());
        assert!(told.texts(".error-summary .diff").join(" ").contains("Mended"), "{}", told.words());
        let typed = anja.decide(&revision, "changes-requested", "Which of the two rooms?").await;
        assert_eq!((typed.status.as_u16(), typed.texts("#unsent + blockquote")), (409, vec!["Which of the two rooms?".to_owned()]));
        let later = anja.get(&format!("/desk/revisions/{revision}/edit")).await;
        assert!(later.path.starts_with("/desk/meetings/"), "{}", later.path);
    }

    /// Notes and "I am on it" are seen by the other reviewer, and by nobody else.
    async fn two_reviewers_know_of_each_other(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let entry = format!("/desk/meetings/{meeting}");
        let (anja, ben) = (app.secretary("Anja").await, app.secretary("Ben").await);
        let claim = format!("{entry}/claim");
        let page = anja.post(&claim, &[]).await;
        assert!(page.texts(".claim .badge")[0].starts_with("You have been on it since"), "{}", page.words());
        let seen = ben.get(&entry).await;
        assert!(plain(&seen.texts(".claim .badge")[0]).starts_with("Anja has been on it since"), "{}", seen.words());
        assert_eq!(app.store.claims(app.now).expect("claims").len(), 1);

        let notes = format!("{entry}/notes");
        let empty = anja.post(&notes, &[("note", " \n")]).await;
        assert_eq!((empty.status.as_u16(), empty.texts("#note-error")), (422, vec!["Write the note first".to_owned()]));
        for _ in 0..2 {
            anja.post(&notes, &[("note", "<b>Asked</b> whether the\nroom is booked.")]).await;
        }
        let seen = ben.get(&entry).await;
        assert_eq!(seen.texts(".notes .lines"), ["<b>Asked</b> whether the room is booked."], "once, as text");
        assert!(seen.texts(".notes .hint")[0].starts_with("Anja"));
        let private = confirmation.attributes("#edit-address", "value").remove(0);
        for page in [app.reader.get(&private).await, app.reader.get("/en/").await] {
            assert!(!page.text.contains("room is booked") && !page.text.contains("has been on it"));
        }
        for refused in ["UPDATE review_notes SET note = 'x'", "DELETE FROM review_notes"] {
            execute(&app.database, refused).expect_err(refused);
        }

        // Whoever says it last is on it; only they can let it go, and it stops nobody.
        ben.post(&claim, &[]).await;
        anja.post(&claim, &[("let_go", "yes")]).await;
        assert!(plain(&anja.get(&entry).await.words()).contains("Ben has been on it"));
        let decided = anja.decide(&revision, "approved", "").await;
        assert_eq!(decided.path, "/desk");
        assert!(app.store.claims(app.now).expect("claims").is_empty(), "it ends with the decision");
        ben.post(&claim, &[]).await;
        ben.post(&claim, &[("let_go", "yes")]).await;
        assert!(app.store.claims(app.now).expect("claims").is_empty());
        ben.post(&claim, &[]).await;
        let later = app.now + chrono::TimeDelta::minutes(31);
        assert!(app.store.claims(later).expect("claims").is_empty(), "after half an hour");
        assert_eq!(app.visitor().post(&claim, &[]).await.status, 401);
    }

    /// A ready-made reason is chosen in the reviewer's language and read in the poster's.
    async fn a_ready_made_reason_is_read_in_the_posters_language(app: TestApp) {
        let check = app.reader.post("/fr/post", SEED).await;
        let sent = app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        let page = desk.get(&format!("/desk/meetings/{meeting}")).await;
        assert!(page.texts("#ready option").contains(&"The link does not work".to_owned()));
        assert!(page.texts("#ready-hint")[0].contains("French"), "{:?}", page.texts("#ready-hint"));
        let decide = page.attributes("form.decide", "action").remove(0);
        let filled = desk.post(&decide, &[("verdict", "fill"), ("ready", "link"), ("reason", "Merci !")]).await;
        assert_eq!(filled.status, 200);
        let text = filled.texts("#reason").remove(0);
        assert!(text.starts_with("Le lien") && text.ends_with("Merci !"), "{text}");
        assert_eq!(filled.attributes("#ready option[selected]", "value"), [""; 0], "it is in the text now");
        assert_eq!(app.waiting().len(), 1, "filling in decides nothing");
        let missing = desk.post(&decide, &[("verdict", "rejected"), ("ready", "no-such")]).await;
        assert_eq!(missing.status, 422);

        let asked = desk.post(&decide, &[("verdict", "changes-requested"), ("ready", "dates")]).await;
        assert_eq!(asked.path, "/desk", "{}", asked.words());
        let reason = texts(&app.database, "SELECT reason AS value FROM reviews").remove(0);
        assert!(reason.starts_with("Le titre ou la description"), "{reason}");
        assert!(app.store.review_notes(igf_calendar::domain::MeetingId::parse(&meeting).expect("an id")).expect("notes").is_empty());
        let _ = revision;
    }

    /// What was sent again is compared with what the reviewer read, and with nothing where nothing is public.
    async fn what_was_sent_again_is_compared_with_what_was_read(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        let entry = format!("/desk/meetings/{meeting}");
        assert!(desk.get(&entry).await.texts(".since-read").is_empty());
        desk.decide(&revision, "changes-requested", "Which Friday?").await;
        let private = confirmation.attributes("#edit-address", "value").remove(0);
        let change = app.reader.post(&private, &[("page", "when")]).await;
        let later = crate::support::meetings::second_page(&[("start_day", "16")]);
        let check = app.reader.post(&change.path, &later).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let page = desk.get(&entry).await;
        let since = plain(&page.texts(".since-read").remove(0));
        assert!(since.contains("Anja decided on") && since.contains("changes asked for"), "{since}");
        assert!(since.contains("Which Friday?"), "{since}");
        assert!(since.contains("When Friday, 9 March 2018, 14:00 – 15:00 Zurich (UTC+1) Friday, 16 March 2018"), "{since}");
        assert!(page.texts("#diff").is_empty(), "nothing is public to compare with");
    }

    /// A link that leads where none of the group's did is pointed out.
    async fn a_link_to_a_new_host_is_pointed_out(app: TestApp) {
        app.publish(SEED).await;
        for (url, is_new) in [
            ("https://intgovforum.webex.example/join/26", false),
            ("https://intgovforum-webex.example/join/26", true),
        ] {
            app.post_meeting(&with(SEED, &[("title", url), ("access_url", url), ("start_day", "20")])).await;
            let (meeting, _) = app.waiting().into_iter().next_back().expect("it waits");
            let page = app.secretary("Anja").await.get(&format!("/desk/meetings/{meeting}")).await;
            let hosts = plain(&page.texts(".hosts").remove(0));
            assert_eq!(page.texts(".hosts.caution").len(), usize::from(is_new), "{hosts}");
            let says = match is_new {
                true => "intgovforum-webex.example is new to DCCG. Links so far led to: intgovforum.webex.example",
                false => "intgovforum.webex.example: DCCG has used it for 1 other meeting.",
            };
            assert!(hosts.contains(says), "{hosts}");
        }
    }

    /// A typed reason outlives the session it was typed in.
    async fn a_typed_reason_survives_an_ended_session(app: TestApp) {
        app.post_meeting(SEED).await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let anja = app.secretary("Anja").await;
        let page = anja.get(&format!("/desk/meetings/{meeting}")).await;
        let decide = page.attributes("form.decide", "action").remove(0);
        anja.post("/desk/leave", &[]).await;
        let typed = [("verdict", "changes-requested"), ("reason", "Which of the two rooms?")];
        let outside = anja.post(&decide, &typed).await;
        assert_eq!(outside.status, 401);
        assert!(outside.words().contains("What you wrote is not lost"), "{}", outside.words());
        assert!(!outside.text.contains("Which of the two rooms?"));
        assert_eq!(app.waiting().len(), 1, "nothing was decided");
        let stored = texts(&app.database, "SELECT token_hash AS value FROM kept_forms").remove(0);
        assert_eq!(stored.len(), 64, "a hash and no secret");

        // Somebody else who enters in another browser is shown nothing of it.
        let ben = app.secretary("Ben").await;
        assert!(!ben.get(&format!("/desk/meetings/{meeting}")).await.text.contains("two rooms"));

        let way_in = format!("/desk/enter/{}", app.invitation().secret());
        let back = anja.post(&way_in, &[("name", "Anja")]).await;
        assert_eq!(back.path, format!("/desk/meetings/{meeting}"));
        assert_eq!(back.texts("#reason"), ["Which of the two rooms?"]);
        assert!(back.words().contains("has not been sent yet"), "{}", back.words());
        let queue = anja.decide(&revision, "changes-requested", "Which of the two rooms?").await;
        assert_eq!(queue.path, "/desk");
        assert!(texts(&app.database, "SELECT path AS value FROM kept_forms").is_empty(), "it was sent");
        let page = anja.get(&format!("/desk/meetings/{meeting}")).await;
        assert!(!page.words().contains("has not been sent yet"));
    }

    /// So do an edit, a note, and the reason for taking something off.
    async fn an_edit_survives_an_ended_session(app: TestApp) {
        let published = app.publish(SEED).await;
        app.post_meeting(&with(SEED, &[("title", "Second")])).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let anja = app.secretary("Anja").await;
        let page = anja.get(&format!("/desk/revisions/{revision}/edit")).await;
        anja.post("/desk/leave", &[]).await;
        assert_eq!(send(&anja, &page, "approve", &[("title", "Mended")]).await.status, 401);
        let enter = || format!("/desk/enter/{}", app.invitation().secret());
        let back = anja.post(&enter(), &[("name", "Anja")]).await;
        assert_eq!(back.path, format!("/desk/revisions/{revision}/edit"));
        assert_eq!(back.attributes("#title", "value"), ["Mended"]);
        assert_eq!(send(&anja, &back, "approve", &[]).await.path, "/desk");

        for (path, name) in [("notes", "note"), ("withdraw", "withdraw_reason")] {
            anja.post("/desk/leave", &[]).await;
            let action = format!("/desk/meetings/{published}/{path}");
            assert_eq!(anja.post(&action, &[(name, "The passcode leaked.")]).await.status, 401);
            let back = anja.post(&enter(), &[("name", "Anja")]).await;
            assert_eq!(back.texts(&format!("#{name}")), ["The passcode leaked."]);
            anja.post(&action, &[(name, "The passcode leaked.")]).await;
        }
        assert!(texts(&app.database, "SELECT path AS value FROM kept_forms").is_empty());
        assert_eq!(app.reader.get(&format!("/en/meetings/{published}")).await.status, 404);

        // Of what nobody knows nothing is kept, so that strangers cannot fill the disk.
        let stranger = app.visitor();
        for path in ["/desk/revisions/00000000-0000-0000-0000-000000000009/decide", "/desk/meetings/00000000-0000-0000-0000-000000000009/notes"] {
            let page = stranger.post(path, &[("reason", "x"), ("note", "x")]).await;
            assert_eq!((page.status.as_u16(), page.texts(".notice").len()), (401, 0), "{path}");
        }
        assert!(texts(&app.database, "SELECT path AS value FROM kept_forms").is_empty());
        let found = anja.get("/desk/kept").await;
        assert_eq!(found.path, "/desk", "nothing is kept");
    }

    /// Two reviewers press at the same moment: one edits and approves, one rejects.
    async fn of_an_edit_and_a_decision_one_stands(app: TestApp) {
        for _ in 0..5 {
            app.post_meeting(SEED).await;
            let (meeting, revision) = app.waiting().pop().expect("it waits");
            let (anja, ben) = (app.secretary("Anja").await, app.secretary("Ben").await);
            let page = anja.get(&format!("/desk/revisions/{revision}/edit")).await;
            let edit = tokio::spawn(async move {
                send(&anja, &page, "approve", &[("title", "Mended")]).await.status
            });
            let decide = tokio::spawn(async move { ben.decide(&revision, "rejected", "No").await.status });
            let answers = [edit.await.expect("an answer"), decide.await.expect("an answer")];
            let late = answers.iter().filter(|status| **status == 409).count();
            assert_eq!(late, 1, "{answers:?}");
            let status = app.reader.get(&format!("/en/meetings/{meeting}")).await.status;
            assert_eq!(status == 200, answers[0] == 200, "{answers:?}");
        }
    }

    /// A poster sees what waits, what is public, and the way there; search engines and caches do not.
    async fn the_private_page_tells_the_whole_story(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let private = confirmation.attributes("#edit-address", "value").remove(0);
        let page = app.reader.get(&private).await;
        assert_eq!(page.header("x-robots-tag"), "noindex");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert_eq!(page.texts("#waits"), ["What waits for the secretariat"]);
        assert!(page.texts(".preview .title")[0].contains("Virtual Meeting XXV"));
        assert!(page.texts("#public").is_empty());
        assert!(page.texts(".story li")[0].contains("Nobody has decided"), "{}", page.words());

        app.secretary("Anja").await.decide(&revision, "approved", "Thank you.").await;
        let change = app.reader.post(&private, &[("page", "when")]).await;
        let later = crate::support::meetings::second_page(&[("start_day", "16")]);
        let check = app.reader.post(&change.path, &later).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let page = app.reader.get(&private).await;
        assert!(page.texts("section[aria-labelledby=public]")[0].contains("9 March 2018"), "{}", page.words());
        assert!(page.texts("section[aria-labelledby=waits] .told")[0].contains("16 March 2018"), "{}", page.words());
        let story = page.texts(".story li");
        assert_eq!(story.len(), 2);
        assert!(story[1].contains("approved") && story[1].contains("Thank you."), "{story:?}");
        assert!(!page.text.contains("Anja"), "who decided is the desk's matter");
        let waiting = page.attributes("button[name=revision]", "value").remove(0);
        let page = app.reader.post(&format!("{private}/take-back"), &[("revision", &waiting)]).await;
        assert!(page.texts("#waits").is_empty());
        assert!(page.texts(".story li")[0].contains("You took it back on"), "{}", page.words());
    }
}

/// The dates of a series stay as they were sent when its words are mended.
#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_a_series_are_mended_and_its_dates_stay() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(&crate::support::meetings::weekly()).await;
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let desk = app.secretary("Anja").await;
    let page = desk.get(&format!("/desk/revisions/{revision}/edit")).await;
    assert!(
        page.texts("#start_date").is_empty(),
        "its dates are changed elsewhere"
    );
    assert_eq!(
        page.texts("form:not([action$='revisions']) [value=dates]")
            .len(),
        1
    );
    let after = send(&desk, &page, "approve", &[("title", "Weekly call, mended")]).await;
    assert_eq!(after.path, "/desk", "{}", after.words());
    let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
    assert!(public.texts("h1")[0].contains("Weekly call, mended"));
    assert_eq!(
        public.texts(".series .dates li").len(),
        5,
        "{}",
        public.words()
    );
}

/// Without a change it is an approval, and no revision of the desk.
#[tokio::test(flavor = "multi_thread")]
async fn an_edit_that_changes_nothing_is_an_approval() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(SEED).await;
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let desk = app.secretary("Anja").await;
    let page = desk.get(&format!("/desk/revisions/{revision}/edit")).await;
    send(&desk, &page, "approve", &[]).await;
    assert_eq!(
        app.reader
            .get(&format!("/en/meetings/{meeting}"))
            .await
            .status,
        200
    );
    assert_eq!(told(&app), ["received", "published"]);
    let sources = texts(&app.database, "SELECT source AS value FROM revisions");
    assert_eq!(sources, ["form"]);
}

/// The same entry as readers of each language will see it.
#[tokio::test(flavor = "multi_thread")]
async fn the_preview_is_seen_in_any_language() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(SEED).await;
    let (meeting, _) = app.waiting().pop().expect("it waits");
    let desk = app.secretary("Anja").await;
    let entry = format!("/desk/meetings/{meeting}");
    let links = desk.get(&entry).await.attributes(".in-language a", "href");
    assert_eq!(links.len(), 6);
    for (lang, dir, says) in [
        ("ar", "rtl", "الجمعة"),
        ("fr", "ltr", "vendredi"),
        ("xx", "ltr", "Friday"),
    ] {
        let page = desk.get(&format!("{entry}?lang={lang}")).await;
        assert_eq!(page.attributes(".preview", "dir"), [dir], "{lang}");
        assert!(
            page.texts(".preview .headline")[0]
                .to_lowercase()
                .contains(&says.to_lowercase()),
            "{lang}"
        );
        assert_eq!(
            page.texts("#decide h2"),
            ["Your decision"],
            "the desk stays in its own language"
        );
    }
}
