//! What comes out of a meeting, added afterwards by its group or the desk; and calling a meeting
//! off from its private page.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::browser::{Browser, browser, evaluate, screenshot};
use crate::support::lint::lint_ical;
use crate::support::meetings::{SEED, with};
use fantoccini::Locator;

/// Two hours after the seed's meeting.
const AFTERWARDS: &str = "2018-03-09T16:00:00Z";

/// The seed's meeting with an agenda to read beforehand, posted when it is over or not.
const WITH_AGENDA: [(&str, &str); 4] = [
    ("link_kind", "agenda"),
    ("link_label", "Agenda"),
    ("link_url", "https://intgovforum.example.org/agenda/25"),
    ("past_reason", "For the archive"),
];

/// Publishes a meeting; returns its id and its private address.
async fn published(app: &TestApp, fields: &[(&str, &str)]) -> (String, String) {
    let confirmation = app.post_meeting(fields).await;
    let edit = confirmation.attributes("#edit-address", "value").remove(0);
    let (meeting, revision) = app.waiting().pop().expect("it waits");
    let desk = app.secretary("Chengetai").await;
    desk.decide(&revision, "approved", "").await;
    (meeting, edit)
}

/// Sends the answers on a check page and lets the desk approve them.
async fn send_and_approve(app: &TestApp, visitor: &Visitor, check: &Page) {
    assert!(
        check.path.ends_with("/check"),
        "{}: {:?}",
        check.path,
        check.errors()
    );
    visitor
        .post(&check.path.replace("/check", "/send"), &[])
        .await;
    let (_, revision) = app.waiting().pop().expect("it waits");
    let desk = app.secretary("Anja").await;
    desk.decide(&revision, "approved", "").await;
}

/// The answers of a form page as a browser would send them again.
fn answers(page: &Page) -> Vec<(String, String)> {
    let mut answers: Vec<(String, String)> = Vec::new();
    for kind in [
        "input:not([type=radio]):not([type=checkbox])",
        "input[checked]",
    ] {
        let selector = format!("form.long {kind}");
        answers.extend(
            page.attributes(&selector, "name")
                .into_iter()
                .zip(page.attributes(&selector, "value")),
        );
    }
    let chosen = page.attributes("form.long #status option[selected]", "value");
    answers.extend(chosen.into_iter().map(|value| ("status".to_owned(), value)));
    answers
}

fn borrowed(answers: &[(String, String)]) -> Vec<(&str, &str)> {
    answers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

on_both_databases! {
    /// Ana comes back after the meeting, adds what came out of it, and leaves the rest alone.
    async fn the_group_adds_what_came_out(app: TestApp at super::AFTERWARDS) {
        let (meeting, edit) = published(&app, &with(SEED, &WITH_AGENDA)).await;
        let public = format!("/en/meetings/{meeting}");
        let before = app.reader.get(&public).await;
        let ana = app.visitor();
        let page = ana.get(&edit).await;
        assert_eq!(
            page.texts("main form button"),
            ["Add recording, report or number of participants", "Change this meeting"],
            "what people come for stands first, and nobody cancels what is over"
        );

        let after = ana.post(&edit, &[("page", "after")]).await;
        assert!(after.path.ends_with("/after"), "{}", after.path);
        assert_eq!(after.texts("h1"), ["After the meeting"]);
        assert_eq!(
            after.attributes("#outcome_kind-0 option", "value"),
            ["recording", "summary", "transcript", "slides"]
        );
        let typed = [
            ("outcome_kind", "recording"),
            ("outcome_label", ""),
            ("outcome_url", "https://video.example.org/25"),
            ("outcome_kind", "summary"),
            ("outcome_label", "Summary by the Chair"),
            ("outcome_url", "https://intgovforum.example.org/summary/25"),
            ("participants", "٤٢"),
        ];
        let check = ana.post(&after.path, &typed).await;
        assert!(check.words().contains("42 people took part."), "{}", check.words());
        let back = check.attributes(".changes a", "href").pop().expect("a way back");
        assert_eq!(ana.get(&back).await.attributes("#participants", "value"), ["٤٢"]);
        send_and_approve(&app, &ana, &check).await;

        let page = app.reader.get(&public).await;
        assert_eq!(
            page.attributes("section[aria-labelledby=outcomes] a", "href"),
            ["https://video.example.org/25", "https://intgovforum.example.org/summary/25"]
        );
        assert!(page.words().contains("42 people took part."), "{}", page.words());
        assert_eq!(page.texts(".agenda"), before.texts(".agenda"));
        assert_eq!(page.texts(".clocks"), before.texts(".clocks"));
        assert_eq!(
            page.attributes("section[aria-labelledby=what] .links a", "href"),
            ["https://intgovforum.example.org/agenda/25"],
            "documents from before stay as they were"
        );
        let list = app.reader.get("/en/past?recording=yes").await;
        assert!(list.texts(".by").join(" ").contains("42 participants"), "{:?}", list.texts(".by"));
        let feed = app.reader.get(&format!("/meetings/{meeting}.ics")).await.text;
        assert_eq!(lint_ical(feed.as_bytes()), Vec::<String>::new());
        let unfolded = feed.replace("\r\n ", "");
        assert_eq!(unfolded.matches("ATTACH:https://").count(), 2, "{unfolded}");
        assert!(unfolded.contains("\\nParticipants: 42"), "{unfolded}");

        // Once more, to mend it: what is there is there to be changed.
        let again = ana.post(&edit, &[("page", "after")]).await;
        assert_eq!(
            again.attributes("[name=outcome_url]", "value"),
            ["https://video.example.org/25", "https://intgovforum.example.org/summary/25"]
        );
        let check = ana.post(&again.path, &typed[..3]).await;
        send_and_approve(&app, &ana, &check).await;
        let page = app.reader.get(&public).await;
        assert_eq!(page.texts("section[aria-labelledby=outcomes] li").len(), 1);
        assert!(!page.words().contains("took part"), "{}", page.words());
    }

    /// The desk adds a recording that somebody sent by mail; the diff says what it adds.
    async fn the_desk_adds_what_came_out(app: TestApp at super::AFTERWARDS) {
        let (meeting, _) = published(&app, &with(SEED, &WITH_AGENDA)).await;
        let entry = format!("/desk/meetings/{meeting}");
        let anja = app.secretary("Anja").await;
        let page = anja.get(&entry).await;
        assert_eq!(page.attributes("button[value=after]", "name"), ["page"]);
        let after = anja.post(&format!("{entry}/edit"), &[("page", "after")]).await;
        let check = anja
            .post(
                &after.path,
                &[
                    ("outcome_kind", "transcript"),
                    ("outcome_url", "https://igf.example/transcript"),
                    ("participants", "1,200"),
                ],
            )
            .await;
        assert!(check.path.ends_with("/check"), "{}: {:?}", check.path, check.errors());
        anja.post(&check.path.replace("/check", "/send"), &[]).await;
        let review = anja.get(&entry).await;
        let diff = review.texts(".diff tbody tr").join(" | ");
        assert!(diff.contains("Number of participants") && diff.contains("1200"), "{diff}");
        assert!(diff.contains("https://igf.example/transcript"), "{diff}");
        assert!(!diff.contains("agenda/25"), "documents did not change: {diff}");
        let (_, revision) = app.waiting().pop().expect("it waits");
        anja.decide(&revision, "approved", "").await;
        let public = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert!(public.words().contains("1200 people took part."), "{}", public.words());
        let arabic = app.reader.get(&format!("/ar/meetings/{meeting}")).await;
        assert!(arabic.words().contains("شارك 1200 شخص"), "{}", arabic.words());
    }

    /// A meeting that is not held says why it is missing from nobody's day: its times stay.
    async fn a_meeting_is_cancelled_and_takes_place_after_all(app: TestApp) {
        let (meeting, edit) = published(&app, SEED).await;
        let public = format!("/en/meetings/{meeting}");
        let ana = app.visitor();
        let page = ana.get(&edit).await;
        assert_eq!(page.attributes("button[name=status]", "value"), ["postponed", "cancelled"]);
        assert_eq!(page.texts("main form button")[0], "Change this meeting");
        assert!(page.attributes("button[value=after]", "name").is_empty(), "it has not begun");

        let when = ana.post(&edit, &[("status", "cancelled")]).await;
        assert!(when.path.ends_with("/when"), "{}", when.path);
        assert_eq!(when.attributes("#status option[selected]", "value"), ["cancelled"]);
        assert_eq!(when.attributes("#start_time", "value"), ["14:00"]);
        assert_eq!(
            app.reader.get(&public).await.texts(".badge"),
            Vec::<String>::new(),
            "nothing happens before it is sent and approved"
        );
        let check = ana.post(&when.path, &borrowed(&answers(&when))).await;
        send_and_approve(&app, &ana, &check).await;
        let page = app.reader.get(&public).await;
        assert_eq!(page.texts(".badge"), ["Cancelled"]);
        assert!(page.words().contains("14:00 – 15:00"), "{}", page.words());

        let page = ana.get(&edit).await;
        assert_eq!(page.attributes("button[name=status]", "value"), ["confirmed"]);
        assert!(page.attributes("button[value=after]", "name").is_empty());
        let check = ana.post(&edit, &[("status", "confirmed")]).await;
        send_and_approve(&app, &ana, &check).await;
        let page = app.reader.get(&public).await;
        assert_eq!(page.texts(".badge"), Vec::<String>::new());
        assert!(page.words().contains("14:00 – 15:00"), "{}", page.words());
    }

    /// A postponed meeting gets its new date even when the old one has gone by.
    async fn a_postponed_meeting_gets_its_new_date(app: TestApp at super::AFTERWARDS) {
        let late = with(SEED, &[("status", "postponed"), ("past_reason", "For the archive")]);
        let (meeting, edit) = published(&app, &late).await;
        let ana = app.visitor();
        let page = ana.get(&edit).await;
        assert_eq!(page.attributes("button[name=status]", "value"), ["confirmed", "cancelled"]);
        let desk = app.secretary("Anja").await;
        let at_desk = desk.get(&format!("/desk/meetings/{meeting}")).await;
        assert_eq!(at_desk.attributes("button[name=status]", "value"), ["confirmed", "cancelled"]);

        let when = ana.post(&edit, &[("status", "confirmed")]).await;
        assert!(when.path.ends_with("/when"), "the date has to be looked at: {}", when.path);
        let mut fields = answers(&when);
        for (name, value) in &mut fields {
            if name.ends_with("_day") {
                *value = "16".to_owned();
            }
        }
        let check = ana.post(&when.path, &borrowed(&fields)).await;
        send_and_approve(&app, &ana, &check).await;
        let page = app.reader.get(&format!("/en/meetings/{meeting}")).await;
        assert_eq!(page.texts(".badge"), ["Rescheduled"]);
        assert!(page.words().contains("Friday, 16 March 2018"), "{}", page.words());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_out_is_posted_at_once_for_the_archive() {
    let app = TestApp::on_sqlite_at(AFTERWARDS).await;
    let archive = with(
        SEED,
        &[
            ("past_reason", "For the archive"),
            ("participants", "42"),
            ("outcome_kind", "slides"),
            ("outcome_url", "https://igf.example/slides"),
        ],
    );
    let check = app.reader.post("/en/post", &archive).await;
    assert!(check.path.ends_with("/check"), "{:?}", check.errors());
    let after = check.attributes(".changes a", "href").pop().expect("a way");
    assert!(after.ends_with("/after"), "{after}");
    let meeting = app.publish(&archive).await;
    let page = app.reader.get(&format!("/en/meetings/{meeting}")).await;
    assert_eq!(
        page.attributes("section[aria-labelledby=outcomes] a", "href"),
        [
            "https://intgovforum.webex.example/recording/25",
            "https://igf.example/slides"
        ]
    );
    assert!(page.words().contains("42 people took part."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_meeting_has_three_steps_and_is_not_asked_what_came_out() {
    let app = TestApp::on_sqlite().await;
    let page = app.reader.get("/en/post").await;
    assert_eq!(page.texts(".over-title"), ["Step 1 of 3"]);
    let check = app.reader.post("/en/post", SEED).await;
    assert_eq!(check.texts(".changes a").len(), 3, "{}", check.words());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_hostile_or_wrong_is_named_and_kept() {
    let app = TestApp::on_sqlite_at(AFTERWARDS).await;
    let (meeting, edit) = published(&app, &with(SEED, &WITH_AGENDA)).await;
    let after = app.reader.post(&edit, &[("page", "after")]).await;
    let wrong = [
        ("outcome_kind", "recording"),
        ("outcome_label", "<script>alert(1)</script>"),
        ("outcome_url", "javascript:alert(1)"),
        ("outcome_kind", "agenda"),
        ("outcome_label", ""),
        ("outcome_url", "https://igf.example/agenda"),
        ("outcome_kind", "slides"),
        ("outcome_label", "Slides"),
        ("outcome_url", ""),
        ("participants", "about \"40\""),
    ];
    let page = app.reader.post(&after.path, &wrong).await;
    assert_eq!(page.status, 422);
    assert_eq!(
        page.errors(),
        [
            "outcome_url-0: Address of the recording or report: enter an address that begins with https:// or http://",
            "outcome_kind-1: What it is: choose one of the answers",
            "outcome_url-2: Enter the address of this recording or report",
            "participants: Number of participants: enter a whole number from 1 to 1000000",
        ]
    );
    for error in page.errors() {
        let control = error.split(':').next().expect("a control");
        let named = format!("[id=\"{control}\"]");
        assert_eq!(
            page.attributes(&named, "aria-invalid"),
            ["true"],
            "{control}"
        );
    }
    assert!(page.texts("script").is_empty(), "{}", page.text);
    let kept = app.reader.get(&after.path).await;
    assert_eq!(
        kept.attributes("[name=outcome_url]", "value"),
        ["javascript:alert(1)", "https://igf.example/agenda", ""]
    );
    assert_eq!(kept.attributes("#participants", "value"), ["about \"40\""]);
    let check = app
        .reader
        .get(&after.path.replace("/after", "/check"))
        .await;
    assert!(check.path.ends_with("/after"), "{}", check.path);
    assert_eq!(check.errors().len(), 4, "whoever is sent back is told why");

    let hostile = [
        ("outcome_kind", "recording"),
        (
            "outcome_label",
            "\"><script>alert(1)</script>\r\nBEGIN:VALARM",
        ),
        (
            "outcome_url",
            "https://igf.example/r\r\nATTENDEE:mailto:x@y.zz",
        ),
        ("participants", "42\r\nSTATUS:CANCELLED"),
    ];
    let page = app.reader.post(&after.path, &hostile).await;
    let wrong = page.attributes("form.long [aria-invalid]", "id");
    assert_eq!(wrong, ["outcome_url-0", "participants"]);
    let tame = [
        ("outcome_url", "https://igf.example/r\"><script>"),
        ("participants", "42"),
    ];
    let check = app.reader.post(&after.path, &with(&hostile, &tame)).await;
    send_and_approve(&app, &app.reader, &check).await;
    let page = app.reader.get(&format!("/en/meetings/{meeting}")).await;
    assert_eq!(page.texts("script"), [""], "only the page's own");
    let feed = app
        .reader
        .get(&format!("/meetings/{meeting}.ics"))
        .await
        .text;
    for line in feed.replace("\r\n ", "").split("\r\n") {
        for start in ["ATTENDEE", "BEGIN:VALARM", "STATUS:CANCELLED"] {
            assert!(!line.starts_with(start), "{line}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_outcomes_are_added_up_to_a_limit() {
    let app = TestApp::on_sqlite_at(AFTERWARDS).await;
    let (_, edit) = published(&app, &with(SEED, &WITH_AGENDA)).await;
    let after = app.reader.post(&edit, &[("page", "after")]).await;
    let row = [
        ("outcome_kind", "slides"),
        ("outcome_label", "Deck"),
        ("outcome_url", "https://igf.example/s"),
    ];
    let more = [&row[..], &[("do", "add-outcome")]].concat();
    let page = app.reader.post(&after.path, &more).await;
    assert_eq!(page.status, 200, "no complaints before it is finished");
    assert_eq!(
        page.attributes("[name=outcome_url]", "id"),
        ["outcome_url-0", "outcome_url-1"]
    );
    assert_eq!(page.attributes("#outcome_label-0", "value"), ["Deck"]);

    let full = row.repeat(10);
    let page = app.reader.post(&after.path, &full).await;
    assert!(page.path.ends_with("/check"), "{:?}", page.errors());
    let page = app.reader.post(&after.path, &row.repeat(1_000)).await;
    assert!(page.text.len() < 100_000, "{} bytes", page.text.len());
    assert_eq!(
        page.errors(),
        ["outcome_url: Address of the recording or report: use at most 10 entries"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn buttons_that_no_page_has_begin_nothing() {
    let app = TestApp::on_sqlite().await;
    let (meeting, edit) = published(&app, SEED).await;
    let desk = app.secretary("Anja").await;
    for button in [
        ("status", "deleted"),
        ("page", "../check"),
        ("page", "sent"),
    ] {
        assert_eq!(
            app.reader.post(&edit, &[button]).await.status,
            400,
            "{button:?}"
        );
        let at_desk = format!("/desk/meetings/{meeting}/edit");
        assert_eq!(
            desk.post(&at_desk, &[button]).await.status,
            400,
            "{button:?}"
        );
    }
    let stranger = app.visitor();
    let at_desk = stranger
        .post(
            &format!("/desk/meetings/{meeting}/edit"),
            &[("status", "cancelled")],
        )
        .await;
    assert_eq!(at_desk.status, 401);
    assert!(app.waiting().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_has_heard_of_is_not_called_off() {
    let app = TestApp::on_sqlite().await;
    let confirmation = app.post_meeting(SEED).await;
    let edit = confirmation.attributes("#edit-address", "value").remove(0);
    let page = app.reader.get(&edit).await;
    assert_eq!(
        page.texts("main form button"),
        ["Take it back before it is decided", "Change this meeting"]
    );
}

/// The pages as people see them, on a telephone and on a desk, from left and from right.
#[tokio::test(flavor = "multi_thread")]
async fn the_pages_for_afterwards_fit_every_width_and_both_directions() {
    let app = TestApp::on_sqlite_at("2018-03-10T12:45:00Z").await;
    let held = [("participants", "42"), ("past_reason", "For the archive")];
    let (_, held) = published(&app, &with(SEED, &held)).await;
    let (_, coming) = published(&app, &with(SEED, &[("start_day", "16")])).await;
    let urgent = with(
        SEED,
        &[
            (
                "title",
                "Dynamic Coalition on the Internet of Things, monthly call",
            ),
            ("start_day", "12"),
            ("mode", "hybrid"),
            ("venue_to_follow", "yes"),
            ("link_to_follow", "yes"),
            ("access_url", ""),
            ("access_label", ""),
            ("access_passcode", ""),
        ],
    );
    let (flagged, _) = published(&app, &urgent).await;
    let near = with(
        &urgent,
        &[("title", "Working group call"), ("start_day", "15")],
    );
    published(&app, &near).await;
    app.post_meeting(&with(SEED, &[("start_day", "20"), ("title", "Waits")]))
        .await;
    let after = app.reader.post(&held, &[("page", "after")]).await.path;
    let wrong = [
        ("outcome_kind", "recording"),
        ("outcome_url", "javascript:alert(1)"),
        ("participants", "many"),
    ];
    let mistaken = app.reader.post(&held, &[("page", "after")]).await.path;
    app.reader.post(&mistaken, &wrong).await;
    let check = after.replace("/after", "/check");

    for width in [360, 1280] {
        let window = browser(width, 1400).await;
        let key = app.invitation();
        open(&app, &window, &format!("/desk/enter/{}", key.secret())).await;
        let name = window.find(Locator::Id("name")).await.expect("a field");
        name.send_keys("Anja\n").await.expect("typing");
        for lang in ["en", "ar"] {
            // The desk speaks the language of the last page.
            for (name, path) in [
                ("after", after.clone()),
                ("after-errors", format!("{mistaken}?errors=true")),
                ("after-check", check.clone()),
                ("edit-held", held.replace(&app.base, "")),
                ("edit-coming", coming.replace(&app.base, "")),
                ("past", "/en/past".to_owned()),
                ("desk-attention", "/desk".to_owned()),
                ("desk-flagged", format!("/desk/meetings/{flagged}")),
            ] {
                let path = path.replace("/en/", &format!("/{lang}/"));
                open(&app, &window, &path).await;
                let name = format!("{name}-{lang}-{width}");
                screenshot(&window, &name).await;
                let widths = evaluate(
                    &window,
                    "return [document.documentElement.scrollWidth, window.innerWidth]",
                )
                .await;
                assert!(widths[0].as_u64() <= widths[1].as_u64(), "{name}: {widths}");
            }
        }
    }
}

async fn open(app: &TestApp, browser: &Browser, path: &str) {
    browser
        .goto(&format!("{}{path}", app.base))
        .await
        .expect("a page");
}
