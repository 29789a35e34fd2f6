//! Posting a meeting: page by page, with mistakes, pressed twice, by people and by attackers.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, TestApp};
use crate::support::meetings::{SEED, second_page, with};

const POSTER: [(&str, &str); 2] = [
    ("poster_name", "Ana Example"),
    ("poster_email", "ana@example.org"),
];

on_both_databases! {
    /// The whole way of a meeting, from the first page to the calendar.
    async fn a_meeting_is_posted_reviewed_published_and_read(app: TestApp) {
        let ana = app.visitor();
        let page = ana
            .post("/en/post", &with(&POSTER, &[("group", "dccg"), ("title", "Monthly call")]))
            .await;
        assert!(page.path.ends_with("/when"), "{}", page.path);
        let page = ana
            .post(
                &page.path,
                &second_page(&[
                    ("zone", "Nairobi"),
                    ("start_day", "4"),
                    ("start_month", "March"),
                    ("start_time", "16:00"),
                    ("end_time", "17:30"),
                ]),
            )
            .await;
        assert!(page.path.ends_with("/how"), "{}", page.path);
        let page = ana
            .post(&page.path, &[("mode", "virtual"), ("access_url", "zoom.example/j/1")])
            .await;
        assert!(page.path.ends_with("/check"), "{}", page.path);
        for echoed in ["Nairobi", "16:00", "13:00", "New York", "08:00", "New Delhi", "18:30"] {
            assert!(page.words().contains(echoed), "{echoed} in {}", page.words());
        }

        let page = ana.post(&page.path.replace("/check", "/send"), &[]).await;
        let reference = page.texts(".reference").pop().expect("a reference");
        assert!(reference.starts_with("IGF-"), "{reference}");
        let edit = page.attributes("#edit-address", "value").pop().expect("an address");

        // Nobody reads it yet, under any address.
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        assert_eq!(app.reader.get(&format!("/en/meetings/{meeting}")).await.status, 404);
        assert_eq!(app.reader.get(&format!("/meetings/{meeting}.ics")).await.status, 404);
        assert_eq!(app.reader.get(&format!("/en/meetings/{meeting}/join")).await.status, 404);
        assert!(!app.reader.get("/calendar.ics").await.text.contains("Monthly call"));
        assert!(ana.get(&edit).await.words().contains("has not decided"));

        let desk = app.secretary("Chengetai").await;
        assert!(desk.get("/desk").await.words().contains(&reference));
        let entry = desk.get(&format!("/desk/meetings/{meeting}")).await;
        assert!(entry.words().contains("ana@example.org"), "the desk sees the poster");
        desk.decide(&revision, "approved", "").await;

        let list = app.reader.get("/en/").await;
        assert!(list.texts("h2").contains(&"Sunday, 4 March 2018".to_owned()), "{:?}", list.texts("h2"));
        assert!(list.words().contains("16:00 – 17:30 Nairobi (UTC+3)"), "{}", list.words());
        let page = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(page.words().contains("https://zoom.example/j/1"), "{}", page.words());
        assert!(!page.text.contains("ana@example.org"), "the poster is not published");
        let feed = app.reader.get("/groups/dccg.ics").await;
        assert!(feed.text.contains("SUMMARY:Monthly call"), "{}", feed.text);
        assert!(ana.get(&edit).await.words().contains("is on the calendar"));
    }

    /// The button pressed twice, or by two impatient fingers at once.
    async fn sending_twice_makes_one_meeting(app: TestApp) {
        let page = app.reader.post("/en/post", SEED).await;
        let send = page.path.replace("/check", "/send");
        let presses = (0..4).map(|_| {
            let (reader, send) = (app.reader.clone(), send.clone());
            tokio::spawn(async move { reader.post(&send, &[]).await })
        });
        let mut references = Vec::new();
        for press in presses.collect::<Vec<_>>() {
            let page = press.await.expect("an answer");
            assert!(page.path.ends_with("/sent"), "{}: {}", page.path, page.text);
            references.extend(page.texts(".reference"));
        }
        references.dedup();
        assert_eq!(references.len(), 1, "{references:?}");
        assert_eq!(app.waiting().len(), 1);
    }

    /// An edit of a published meeting waits while readers go on reading the approved one.
    async fn an_edit_waits_while_the_approved_revision_stays_public(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let edit = confirmation.attributes("#edit-address", "value").pop().expect("an address");
        let (meeting, first) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Chengetai").await;
        desk.decide(&first, "approved", "").await;

        let check = app.reader.post(&edit, &[]).await;
        assert!(check.words().contains("DC Coordination Group, Virtual Meeting XXV"));
        let when = check.path.replace("/check", "/when");
        let form = app.reader.get(&when).await;
        assert_eq!(form.attributes("#start_time", "value"), ["14:00"], "local time, not UTC");
        let page = app
            .reader
            .post(
                &when,
                &second_page(&[("zone", "Europe/Zurich"), ("start_time", "16:00"), ("end_time", "17:00")]),
            )
            .await;
        assert!(page.path.ends_with("/check"), "straight back to the answers: {}", page.path);
        app.reader.post(&page.path.replace("/check", "/send"), &[]).await;

        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(public.words().contains("14:00 – 15:00"), "{}", public.words());
        let (same, second) = app.waiting().pop().expect("the edit waits");
        assert_eq!(same, meeting);
        let review = desk.get(&format!("/desk/meetings/{meeting}")).await;
        assert!(review.texts(".diff").join(" ").contains("16:00"), "{:?}", review.texts(".diff"));

        desk.decide(&second, "approved", "").await;
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(public.words().contains("16:00 – 17:00"), "{}", public.words());
        let feed = app.reader.get(&format!("/meetings/{meeting}.ics")).await;
        assert!(feed.text.contains("SEQUENCE:1"), "{}", feed.text);
        assert!(feed.text.contains(&format!("UID:{meeting}")), "{}", feed.text);
    }

    /// A monthly call is posted again from the page of the last one.
    async fn the_next_one_is_posted_from_the_page_of_the_last(app: TestApp) {
        let first = app.publish(SEED).await;
        let path = format!("/en/meetings/{first}");
        let page = app.reader.get(&path).await;
        let button = page.attributes("form[method=post].acts", "action").pop().expect("a button");
        assert_eq!(app.reader.get(&button).await.status, 405, "looking begins nothing");

        let ben = app.visitor();
        let when = ben.post(&button, &[]).await;
        assert!(when.path.ends_with("/when"), "{}", when.path);
        assert!(when.errors().is_empty(), "{:?}", when.errors());
        for (id, value) in [
            ("start_day", ""), ("start_month", ""), ("start_year", ""), ("end_day", ""),
            ("start_time", "14:00"), ("end_time", "15:00"), ("zone", "Europe/Zurich"),
        ] {
            assert_eq!(when.attributes(&format!("#{id}"), "value"), [value], "{id}");
        }
        let who = ben
            .post(
                &when.path,
                &second_page(&[("zone", "Europe/Zurich"), ("start_day", "13"), ("start_month", "4")]),
            )
            .await;
        assert!(who.path.ends_with("/who"), "{}", who.path);
        assert!(who.errors().is_empty(), "no complaint before it was looked at: {:?}", who.errors());
        assert_eq!(who.attributes("#poster_email", "value"), [""], "the last poster stays unknown");
        assert!(!who.text.contains("recording/25"), "what came out of the last stays there");
        assert_eq!(who.attributes("#group option[selected]", "value"), ["dccg"]);
        let check = ben
            .post(
                &who.path,
                &[
                    ("group", "dccg"),
                    ("title", "DC Coordination Group, Virtual Meeting XXVI"),
                    ("poster_name", "Ben Example"),
                    ("poster_email", "ben@example.org"),
                ],
            )
            .await;
        assert!(check.path.ends_with("/check"), "how to join is said again: {}", check.path);
        ben.post(&check.path.replace("/check", "/send"), &[]).await;
        let (second, revision) = app.waiting().pop().expect("it waits");
        assert_ne!(second, first, "a meeting of its own");
        app.secretary("Chengetai").await.decide(&revision, "approved", "").await;

        let next = app.reader.get(&format!("/en/meetings/{second}")).await;
        assert!(next.words().contains("13 April 2018"), "{}", next.words());
        assert!(next.words().contains("dccg25"), "{}", next.words());
        let unchanged = app.reader.get(&path).await;
        assert_eq!(unchanged.words(), page.words(), "the first stays as it is");
        let feed = app.reader.get("/groups/dccg.ics").await.text;
        assert_eq!(feed.matches("BEGIN:VEVENT").count(), 2, "{feed}");
    }

    /// What the secretariat asks for reaches the poster, who sends another revision.
    async fn asked_for_changes_the_poster_sends_again(app: TestApp) {
        let confirmation = app.post_meeting(SEED).await;
        let edit = confirmation.attributes("#edit-address", "value").pop().expect("an address");
        let (_, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Chengetai").await;

        let silent = desk.decide(&revision, "changes-requested", " ").await;
        assert_eq!(silent.status, 422);
        assert!(silent.words().contains("Write what should change"), "{}", silent.words());
        desk.decide(&revision, "changes-requested", "Please name the <b>speaker</b>.").await;
        let page = app.reader.get(&edit).await;
        assert!(page.words().contains("Please name the <b>speaker</b>."), "{}", page.words());
        assert!(app.waiting().is_empty());

        let check = app.reader.post(&edit, &[]).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        assert_eq!(app.waiting().len(), 1, "it waits again, as the same meeting");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_no_next_one_of_what_nobody_reads() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(SEED).await;
    let (meeting, _) = app.waiting().pop().expect("it waits");
    for id in [
        meeting.as_str(),
        "0",
        "01890000-0000-7000-8000-000000000000",
    ] {
        let page = app
            .reader
            .post(&format!("/en/meetings/{id}/next"), &[])
            .await;
        assert_eq!(page.status, 404, "{id}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_begins_the_next_one_without_end() {
    let app = TestApp::on_sqlite_with(ANNOUNCED, |settings| {
        settings.limits.drafts_per_minute = 2;
    })
    .await;
    let next = format!("/en/meetings/{}/next", app.publish(SEED).await);
    assert!(app.reader.post(&next, &[]).await.path.ends_with("/when"));
    assert_eq!(app.reader.post(&next, &[]).await.status, 429);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mistake_is_named_and_nothing_typed_is_lost() {
    let app = TestApp::on_sqlite().await;
    let page = app
        .reader
        .post(
            "/en/post",
            &[
                ("group", "no-such-group"),
                ("title", ""),
                ("description", "Half a thought"),
                ("link_label", "Slides"),
                ("link_url", "javascript:alert(1)"),
                ("contact_email", "not an address"),
                ("poster_name", "Ana <script>"),
            ],
        )
        .await;
    assert!(
        page.path.ends_with("/who"),
        "its own address from now on: {}",
        page.path
    );
    assert_eq!(
        page.errors(),
        [
            "group: Group: choose a group from the list",
            "title: Enter a title",
            "link_url-0: Address: enter an address that begins with https:// or http://",
            "contact_email: E-mail: enter an e-mail address, like name@example.org",
            "poster_email: Enter your e-mail address",
        ]
    );
    assert_eq!(page.texts("#description"), ["Half a thought"]);
    assert_eq!(page.attributes("#poster_name", "value"), ["Ana <script>"]);
    assert_eq!(page.attributes("#link_label-0", "value"), ["Slides"]);
    for error in page.errors() {
        let control = error.split(':').next().unwrap();
        assert_eq!(
            page.attributes(&format!("[id=\"{control}\"]"), "aria-invalid"),
            ["true"],
            "{control}"
        );
        assert_eq!(
            page.texts(&format!("[id=\"{control}-error\"]")).len(),
            1,
            "{control}"
        );
    }

    // The draft kept even what was wrong, under its own address.
    let action = page
        .attributes("form.long", "action")
        .pop()
        .expect("a form");
    let again = app.reader.get(&action).await;
    assert_eq!(
        again.attributes("#link_url-0", "value"),
        ["javascript:alert(1)"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clocks_gap_and_double_hour_are_asked_about() {
    let app = TestApp::on_sqlite().await;
    let gap = with(
        SEED,
        &[
            ("start_day", "25"),
            ("start_time", "2:30"),
            ("end_time", "4:00"),
        ],
    );
    let page = app.reader.post("/en/post", &gap).await;
    let (when, errors) = (page.path.clone(), page.errors());
    assert!(when.ends_with("/when"), "{when}");
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].starts_with("start_time:"), "{errors:?}");
    assert!(
        errors[0].contains("01:30") && errors[0].contains("03:30"),
        "{errors:?}"
    );

    let fold = with(&gap, &[("start_day", "28"), ("start_month", "10")]);
    let page = app.reader.post(&when, &fold).await;
    assert!(
        page.errors()[0].contains("UTC+2") && page.errors()[0].contains("UTC+1"),
        "{:?}",
        page.errors()
    );
    assert_eq!(
        page.attributes("[name=start_fold]", "value"),
        ["earlier", "later"]
    );
    let page = app
        .reader
        .post(&when, &with(&fold, &[("start_fold", "later")]))
        .await;
    assert!(
        page.path.ends_with("/check"),
        "{}: {:?}",
        page.path,
        page.errors()
    );
    assert!(page.words().contains("UTC+1"), "{}", page.words());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_past_date_needs_a_reason() {
    let app = TestApp::on_sqlite().await;
    let past = with(SEED, &[("start_year", "2017")]);
    let page = app.reader.post("/en/post", &past).await;
    assert_eq!(
        page.errors(),
        ["past_reason: The date is past. Say why you are posting it now"]
    );
    let explained = with(&past, &[("past_reason", "Found in the archive")]);
    let page = app.reader.post(&page.path, &explained).await;
    assert!(page.path.ends_with("/check"), "{}", page.path);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_added_without_a_script() {
    let app = TestApp::on_sqlite().await;
    let fields = with(SEED, &[("do", "add-link"), ("title", "")]);
    let page = app.reader.post("/en/post", &fields).await;
    assert_eq!(page.status, 200, "no complaints before it is finished");
    assert_eq!(
        page.attributes("[name=link_url]", "id"),
        ["link_url-0", "link_url-1"]
    );
    assert_eq!(
        page.attributes("#link_label-0", "value"),
        ["Webex recording"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_text_comes_out_inert_everywhere() {
    let app = TestApp::on_sqlite().await;
    let meeting = app
        .publish(&with(
            SEED,
            &[
                ("title", "<script>alert(1)</script>\r\nBEGIN:VEVENT\r\nSUMMARY:evil"),
                ("description", "<img src=x onerror=alert(1)>\r\n[x](javascript:alert(1)) ![p](https://track.example/p.png)"),
                ("access_label", "\"><script>alert(2)</script>\r\nATTENDEE:mailto:x@y.zz"),
                ("link_label", "a\";X=\"\r\nEND:VCALENDAR"),
                ("venue_name", "\u{202e}kcatta\r\nSTATUS:CANCELLED"),
            ],
        ))
        .await;
    for path in ["", "/join"] {
        let page = app
            .reader
            .get(&format!("/en/meetings/{meeting}{path}"))
            .await;
        assert_eq!(page.status, 200);
        assert_eq!(
            page.attributes("script", "src").len(),
            page.texts("script").len(),
            "no inline script"
        );
        assert!(
            page.attributes("img", "src").is_empty(),
            "no image from elsewhere"
        );
        assert!(!page.text.contains("\u{202e}"));
        let links = page.attributes("a", "href");
        assert!(
            !links.iter().any(|href| href.starts_with("javascript:")),
            "{links:?}"
        );
    }
    let feed = app
        .reader
        .get(&format!("/meetings/{meeting}.ics"))
        .await
        .text;
    let unfolded = feed.replace("\r\n ", "");
    assert_eq!(
        unfolded.matches("\r\nBEGIN:VEVENT\r\n").count(),
        1,
        "{feed}"
    );
    for line in unfolded.split("\r\n") {
        assert!(
            !line.starts_with("ATTENDEE") && line != "STATUS:CANCELLED",
            "{line}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_the_form_takes_is_refused_in_words() {
    let app = TestApp::on_sqlite().await;
    let huge = "x".repeat(400_000);
    let page = app.reader.post("/en/post", &[("title", &huge)]).await;
    assert_eq!(page.status, 413);
    assert!(
        page.words().contains("more than the form takes"),
        "{}",
        page.words()
    );
    let long = "x".repeat(9_000);
    let page = app
        .reader
        .post("/en/post", &with(SEED, &[("description", &long)]))
        .await;
    let page = app
        .reader
        .post(&page.path, &with(SEED, &[("description", &long)]))
        .await;
    assert_eq!(
        page.errors(),
        ["description: Description: use at most 8000 characters"]
    );
    assert_eq!(
        page.texts("#description")[0].len(),
        9_000,
        "nothing typed is lost"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_without_end_and_forged_answers_get_nowhere() {
    let app = TestApp::on_sqlite().await;
    let mut fields = with(SEED, &[("title", "")]);
    fields.extend(std::iter::repeat_n(("cohost", ""), 4_000));
    let page = app.reader.post("/en/post", &fields).await;
    assert!(page.text.len() < 500_000, "{} bytes", page.text.len());
    assert!(
        page.errors()
            .iter()
            .any(|error| error.starts_with("cohost-0:")),
        "{:?}",
        page.errors()
    );

    let forged = with(
        SEED,
        &[
            ("access_url", ""),
            ("access_label", ""),
            ("access_passcode", ""),
            ("not_recorded", "yes"),
        ],
    );
    let page = app.reader.post("/en/post", &forged).await;
    assert!(
        page.errors()[0].starts_with("access_url-0:"),
        "{:?}",
        page.errors()
    );
}
