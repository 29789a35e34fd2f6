//! The desk's queue: in which order things wait, how they are found, many decided at once, and keys.
//! Undoing is told in `queue::undo`, and how long a full queue takes in `queue::clearing`.

mod clearing;
mod pages;
mod undo;

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::meetings::{SEED, weekly, with};
use crate::support::posted::Posted;

/// A meeting of a title, on a day of March 2018, with some answers changed.
fn entry<'a>(
    title: &'a str,
    day: &'a str,
    changes: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let named = with(SEED, &[("title", title), ("start_day", day)]);
    with(&named, changes)
}

/// Without what keeps names apart, blanks folded.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{2068}', '\u{2069}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The titles under each heading of the queue.
fn sections(page: &Page) -> Vec<(String, Vec<String>)> {
    let names = page.attributes(".part > h2", "id").into_iter();
    names
        .map(|name| {
            let titles = page.texts(&format!("section[aria-labelledby={name}] h3"));
            (name, titles)
        })
        .collect()
}

/// The row of a title.
fn row(page: &Page, title: &str) -> String {
    let rows = page.texts(".pick").into_iter();
    let mut rows = rows.filter(|row| row.contains(title));
    plain(
        &rows
            .next()
            .unwrap_or_else(|| panic!("no row of {title}: {}", page.words())),
    )
}

/// The revision that waits under a title.
fn revision(app: &TestApp, title: &str) -> String {
    let queue = app.store.queue().expect("the queue");
    let entry = queue.iter().find(|entry| entry.title == title);
    entry.expect("it waits").revision.to_string()
}

/// Presses a button of the form for many.
async fn bulk(desk: &Visitor, verdict: &str, reason: &str, revisions: &[String]) -> Page {
    let mut fields = vec![("verdict", verdict), ("reason", reason)];
    fields.extend(revisions.iter().map(|id| ("revision", id.as_str())));
    desk.post("/desk/bulk", &fields).await
}

/// The titles and what came of each.
fn results(page: &Page) -> Vec<String> {
    let lines = page.texts(".results > li > p");
    lines.iter().map(|line| plain(line)).collect()
}

fn letters(app: &TestApp) -> Vec<(String, String)> {
    let messages = app.store.unsent_messages().expect("the outbox").into_iter();
    messages
        .map(|one| (one.kind.as_str().to_owned(), one.payload.title))
        .filter(|(kind, _)| kind != "received")
        .collect()
}

on_both_databases! {
    /// What begins soonest stands first in each section, whatever is known of its date, and every date
    /// is that of the entry's own page.
    async fn entries_stand_in_sections_with_their_own_dates(app: TestApp) {
        let public = Posted::publish(&app, &entry("Public", "20", &[])).await;
        let check = public.answer(&app, "who", &entry("Public, renamed", "20", &[])).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        app.post_meeting(&entry("New, later", "22", &[])).await;
        app.post_meeting(&entry("New, sooner", "12", &[])).await;
        let day = [("precision", "day"), ("zone", "Nairobi"), ("start_time", ""), ("end_time", "")];
        app.post_meeting(&entry("Whole day", "13", &day)).await;
        let unknown = [("precision", "unknown"), ("start_day", ""), ("start_month", ""), ("start_year", ""),
            ("start_time", ""), ("end_time", ""), ("zone", "")];
        app.post_meeting(&entry("No date", "1", &unknown)).await;
        app.post_meeting(&entry("Tomorrow", "2", &[("start_time", "09:30"), ("end_time", "10:30")])).await;
        let asked = app.post_meeting(&entry("Asked, nothing came", "15", &[])).await;
        assert_eq!(asked.status, 200);
        let again = app.post_meeting(&entry("Asked, sent again", "14", &[])).await;
        let way_back = again.attributes("#edit-address", "value").pop().expect("an address");
        let desk = app.secretary("Anja").await;
        for title in ["Asked, nothing came", "Asked, sent again"] {
            desk.decide(&revision(&app, title), "changes-requested", "Who speaks?").await;
        }
        let check = app.reader.post(&way_back, &[]).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;

        let page = desk.get("/desk").await;
        let expected = [
            ("soon", vec!["Tomorrow"]),
            ("changes", vec!["Public, renamed"]),
            ("new", vec!["New, sooner", "Whole day", "New, later", "No date"]),
            ("again", vec!["Asked, sent again"]),
            ("poster", vec!["Asked, nothing came"]),
        ];
        let expected: Vec<(String, Vec<String>)> = expected
            .into_iter()
            .map(|(name, titles)| (name.to_owned(), titles.into_iter().map(str::to_owned).collect()))
            .collect();
        assert_eq!(sections(&page), expected);
        assert!(page.words().contains("7 entries wait for a decision"), "{}", page.words());

        let whole_day = row(&page, "Whole day");
        assert!(whole_day.contains("13 March 2018") && whole_day.contains("Nairobi"), "{whole_day}");
        assert!(!whole_day.contains("UTC"), "no hour is made up: {whole_day}");
        let exact = row(&page, "New, sooner");
        for words in ["Monday, 12 March 2018", "14:00 – 15:00 Zurich (UTC+1)", "13:00 – 14:00 UTC"] {
            assert!(exact.contains(words), "{words}: {exact}");
        }
        assert!(row(&page, "No date").contains("Date to be confirmed"), "{}", row(&page, "No date"));
        for title in ["Whole day", "New, sooner", "No date"] {
            let path = page.attributes(".pick h3 a", "href");
            let at = page.texts(".pick h3").iter().position(|one| one == title).expect("a row");
            let own = plain(&desk.get(&path[at]).await.words());
            let date = plain(&page.texts(".pick .date")[at]);
            assert!(own.contains(&date), "{title}: {date} is not in {own}");
        }
        assert!(row(&page, "Tomorrow").contains("New"), "which kind it is stands beside it");
        let waits = row(&page, "Asked, nothing came");
        assert!(waits.contains("Anja asked for changes just now"), "{waits}");
        let ticks = page.attributes(".pick input[type=checkbox]", "value");
        assert_eq!(ticks.len(), 7, "what waits for its poster is nothing to decide on");
    }

    /// A series that began long ago is urgent when its next date is near.
    async fn a_change_of_a_running_series_is_urgent_before_its_next_date(app: TestApp at "2018-03-01T09:00:00Z") {
        let series = Posted::publish(&app, &weekly()).await;
        let later = app.beside_at("2018-03-15T14:30:00Z").await;
        let begun = later.reader.post(&format!("{}{}", later.base, series.edit.replace(&app.base, "")), &[]).await;
        later.reader.post(&begun.path.replace("/check", "/send"), &[]).await;
        let page = later.secretary("Anja").await.get("/desk").await;
        let found = sections(&page);
        assert_eq!(found[0].0, "soon", "{found:?}");
        let row = row(&page, "Virtual Meeting XXV");
        assert!(row.contains("Friday, 16 March 2018") && row.contains("One of a series"), "{row}");
    }

    /// What deserves a look is said in the row; so is how earlier entries of its sender fared.
    async fn a_row_says_what_to_look_at(app: TestApp) {
        app.publish(&entry("Call", "9", &[])).await;
        let strange = [("access_url", "https://other.example/1"), ("title", "Strange host")];
        app.post_meeting(&with(&entry("x", "16", &[]), &strange)).await;
        app.post_meeting(&entry("Call", "9", &[])).await;
        app.post_meeting(&entry("Twice", "20", &[])).await;
        app.post_meeting(&entry("TWICE  ", "20", &[("poster_email", "ben@example.org")])).await;
        app.post_meeting(&entry("Clash", "9", &[("start_time", "14:30"), ("end_time", "16:00")])).await;
        let to_follow = [("access_url", ""), ("access_label", ""), ("access_passcode", ""), ("link_to_follow", "yes")];
        app.post_meeting(&entry("No link", "21", &to_follow)).await;
        app.post_meeting(&entry("Thursday call", "23", &[])).await;
        let rejected = app.post_meeting(&entry("Not ours", "24", &[])).await;
        assert_eq!(rejected.status, 200);
        let desk = app.secretary("Anja").await;
        desk.decide(&revision(&app, "Not ours"), "rejected", "Not ours").await;

        let page = desk.get("/desk").await;
        for (title, look) in [
            ("Strange host", "New host to join on: other.example"),
            ("Clash", "At the same time as Call"),
            ("Twice", "Perhaps sent twice"),
            ("TWICE", "Perhaps sent twice"),
            ("No link", "Link missing"),
            ("Thursday call", "Text and form say different things"),
        ] {
            let row = row(&page, title);
            assert!(row.contains(look), "{look}: {row}");
        }
        assert!(page.texts(".pick").iter().any(|row| row.contains("Perhaps on the calendar already")));
        assert!(row(&page, "Strange host").contains("Published before: 1, rejected: 1"));
        assert!(row(&page, "TWICE").contains("First entry from this address"));
        assert!(row(&page, "No link").contains("All from this sender (6)"), "{}", row(&page, "No link"));
    }

    /// Everything is found, whatever became of it, and a decision leads back to the place that it was
    /// made from.
    async fn entries_are_found_and_the_place_is_kept(app: TestApp) {
        for (title, day, group, email) in [
            ("Äthiopien-Treffen", "10", "dccg", "ana@dynamic.example.org"),
            ("Second of Ben", "11", "dccg", "ben@example.org"),
            ("Third of Ben", "12", "dccg", "Ben@example.org"),
            ("Of a youth group", "13", "youth-igf-germany", "chi@example.org"),
        ] {
            let fields = [("group", group), ("poster_email", email)];
            app.post_meeting(&entry(title, day, &fields)).await;
        }
        let desk = app.secretary("Anja").await;
        let titles = async |query: &str| desk.get(&format!("/desk{query}")).await.texts(".pick h3");
        assert_eq!(titles("?q=%C3%A4THIOPIEN").await, ["Äthiopien-Treffen"]);
        assert_eq!(titles("?q=ben%40example").await, ["Second of Ben", "Third of Ben"]);
        assert_eq!(titles("?q=ben+third").await, ["Third of Ben"]);
        assert_eq!(titles("?kind=nri-youth").await, ["Of a youth group"]);
        assert_eq!(titles("?group=dccg").await.len(), 3);
        let from = format!("?from={}", revision(&app, "Second of Ben"));
        assert_eq!(titles(&from).await, ["Second of Ben", "Third of Ben"]);
        let page = desk.get(&format!("/desk{from}")).await;
        assert!(page.text.contains("ben@example.org"), "whose they are is said");
        let links = page.attributes("a", "href").join(" ");
        assert!(!links.contains("ben@") && !links.contains("ben%40"), "no address stands in an address");

        // Decided from a filtered list: back there, with what comes next.
        desk.get("/desk?group=dccg").await;
        let after = desk.decide(&revision(&app, "Second of Ben"), "rejected", "Not ours").await;
        assert_eq!(after.attributes("#group option[selected]", "value"), ["dccg"]);
        assert_eq!(after.texts(".pick h3"), ["Äthiopien-Treffen", "Third of Ben"]);
        assert_eq!(after.texts(".done a"), ["Second of Ben", "Third of Ben"]);
        let places = after.texts(".picks > li");
        assert!(places[1].contains("Decided (rejected): Second of Ben"), "at its place: {places:?}");

        desk.decide(&revision(&app, "Third of Ben"), "approved", "").await;
        let (meeting, _) = app.waiting().into_iter().next().expect("one waits");
        assert_eq!(titles("?state=rejected").await, ["Second of Ben"]);
        assert_eq!(titles("?state=approved&q=ben").await, ["Third of Ben"]);
        assert_eq!(titles("?state=decided").await, ["Third of Ben", "Second of Ben"]);
        assert_eq!(titles("?state=withdrawn").await, Vec::<String>::new());
        let public = app.store.published_since(0).expect("the log").meetings.remove(0).id;
        let page = desk.post(&format!("/desk/meetings/{public}/withdraw"), &[("withdraw_reason", "Leaked")]).await;
        assert_eq!(page.status, 200);
        assert_eq!(titles("?state=withdrawn").await, ["Third of Ben"]);
        let listed = desk.get("/desk?state=decided").await;
        assert_eq!(plain(&listed.texts(".verdict .badge")[0]), "taken off the calendar by Anja on 1 March 2018, 09:00 UTC");
        assert!(listed.words().contains("Leaked"));

        let reference = app.store.queue().expect("the queue")[0].reference.to_string();
        let code = reference.trim_start_matches("IGF-").to_lowercase();
        for typed in [reference.clone(), reference.to_lowercase(), code.clone(), format!("++{code}+")] {
            let page = desk.get(&format!("/desk?q={typed}")).await;
            assert_eq!(page.path, format!("/desk/meetings/{meeting}"), "{typed}");
        }
    }

    /// One button for many: each stands or falls for itself, and what was typed is never lost.
    async fn many_are_decided_at_once(app: TestApp) {
        for (title, day) in [("One", "10"), ("Two", "11"), ("Three", "12"), ("Four", "13")] {
            app.post_meeting(&entry(title, day, &[])).await;
        }
        let all: Vec<String> = ["One", "Two", "Three", "Four"].map(|title| revision(&app, title)).into();
        let (desk, anja) = (app.secretary("Chengetai").await, app.secretary("Anja").await);
        let stranger = bulk(&app.visitor(), "approved", "", &all).await;
        assert_eq!((stranger.status.as_u16(), app.waiting().len()), (401, 4));

        let silent = bulk(&desk, "rejected", "  ", &all[..2]).await;
        assert_eq!(silent.status, 422);
        assert_eq!(silent.errors(), ["reason: Write what should change, or why it is rejected"]);
        assert!(silent.words().contains("Write what should change, or why it is rejected"));
        assert_eq!(silent.attributes(".pick input[checked]", "value"), all[..2]);
        let long = "x".repeat(1001);
        let too_long = bulk(&desk, "rejected", &long, &all[..1]).await;
        assert_eq!(too_long.texts("#reason"), [long], "what was typed is still there");
        let nothing = bulk(&desk, "rejected", "Kept", &[]).await;
        assert!(nothing.words().contains("Choose at least one entry"));
        assert_eq!((nothing.status.as_u16(), nothing.texts("#reason")), (422, vec!["Kept".to_owned()]));
        let unknown = bulk(&desk, "maybe", "", &all[..1]).await;
        assert_eq!(unknown.status, 422);
        assert_eq!(app.waiting().len(), 4, "nothing was decided");

        anja.decide(&all[1], "rejected", "Not ours").await;
        let mut chosen = all[..3].to_vec();
        chosen.push("00000000-0000-0000-0000-000000000000".to_owned());
        let done = bulk(&desk, "approved", "typed for nothing", &chosen).await;
        assert_eq!(
            results(&done),
            [
                "Two Anja decided before you: rejected, on 1 March 2018, 09:00 UTC.",
                "There is no such entry any more.",
                "One approved",
                "Three approved",
            ]
        );
        assert_eq!(app.waiting().len(), 1);
        let told = letters(&app);
        assert_eq!(told.len(), 3, "{told:?}");
        let asked = bulk(&desk, "changes-requested", "Who speaks?", &all[3..]).await;
        assert_eq!(results(&asked), ["Four changes asked for"]);
        assert!(app.waiting().is_empty());
        let messages = app.store.unsent_messages().expect("the outbox");
        let reasons = messages.iter().filter_map(|one| one.payload.reason.as_deref());
        assert!(reasons.collect::<Vec<_>>().contains(&"Who speaks?"));

        // The button pressed twice changes nothing and says the same.
        let twice = bulk(&desk, "changes-requested", "Who speaks?", &all[3..]).await;
        assert_eq!((twice.status.as_u16(), results(&twice)), (200, vec!["Four changes asked for".to_owned()]));
        assert_eq!(letters(&app).len(), 4);
    }

    /// Of a flood, all is found by any of it, ticked, and gone with one button; nobody is told.
    async fn spam_goes_without_a_word(app: TestApp) {
        for number in 1..=12 {
            let title = format!("Buy now {number}");
            let changes = [("poster_email", "spam@example.net"), ("poster_name", "<b>Spam</b>")];
            app.post_meeting(&entry(&title, "10", &changes)).await;
        }
        app.post_meeting(&entry("Genuine", "9", &[])).await;
        let desk = app.secretary("Anja").await;
        let queue = desk.get("/desk").await;
        assert!(!queue.text.contains("<b>Spam"), "inert");
        let rows = queue.attributes("a[href*='from=']", "href");
        assert_eq!(rows.len(), 12, "each of them leads to all");
        let all = desk.get(&rows[0]).await;
        let ticked = all.attributes(".pick input[checked]", "value");
        assert_eq!(ticked.len(), 12);
        let done = bulk(&desk, "spam", "", &ticked).await;
        assert_eq!(results(&done).len(), 12);
        assert!(results(&done).iter().all(|line| line.ends_with("rejected as spam")), "{:?}", results(&done));
        assert_eq!(desk.get("/desk").await.texts(".pick h3"), ["Genuine"]);
        assert!(letters(&app).is_empty(), "{:?}", letters(&app));
        let listed = desk.get("/desk?state=rejected").await;
        assert!(listed.texts(".verdict .badge")[0].contains("rejected as spam"));
        // It is a rejection without a reason for whoever looks at their private page.
        let state = app.store.meeting(app.store.meeting_of_revision(
            igf_calendar::domain::RevisionId::parse(&ticked[0]).expect("an id"),
        ).expect("the store").expect("a meeting")).expect("the store").expect("a meeting");
        let review = state.history[0].review.clone().expect("a review");
        assert!(review.is_spam && review.reason.is_none());
        assert_eq!(app.store.check().expect("a check"), []);
    }

    /// More than fifty stand on pages, and the filter stays with them.
    async fn a_long_queue_comes_in_pages(app: TestApp) {
        for number in 1..=53 {
            app.post_meeting(&entry(&format!("Call {number:02}"), "10", &[])).await;
        }
        let desk = app.secretary("Anja").await;
        let first = desk.get("/desk?q=call&group=dccg").await;
        assert_eq!(first.texts(".pick h3").len(), 50);
        assert_eq!(first.texts(".part h2 small"), ["53"]);
        let next = first.attributes("a[rel=next]", "href").remove(0);
        let second = desk.get(&next).await;
        assert_eq!(second.texts(".pick h3"), ["Call 51", "Call 52", "Call 53"]);
        // From the second page back to the second page.
        let after = desk.decide(&revision(&app, "Call 52"), "approved", "").await;
        assert_eq!(after.texts(".pick h3"), ["Call 51", "Call 53"]);
        assert_eq!(after.texts(".done a"), ["Call 52", "Call 53"]);
        let everything = desk.get(&format!("{next}&tick=all")).await;
        assert_eq!(everything.attributes(".pick input[checked]", "value").len(), 2);
    }
}

/// Keys can be turned off, and with them the script that they need.
#[tokio::test(flavor = "multi_thread")]
async fn keys_are_turned_off_and_on() {
    let app = TestApp::on_sqlite().await;
    app.post_meeting(SEED).await;
    let desk = app.secretary("Anja").await;
    let with_keys = desk.get("/desk?q=call").await;
    assert_eq!(with_keys.attributes("script", "src").len(), 1);
    assert_eq!(
        with_keys.texts("kbd"),
        Vec::<String>::new(),
        "nothing is found"
    );
    let with_keys = desk.get("/desk").await;
    let script = with_keys.attributes("script", "src").remove(0);
    assert_eq!(
        app.visitor().get(&script).await.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    let without = desk.post("/desk/keys?group=dccg", &[("keys", "off")]).await;
    assert!(without.attributes("script", "src").is_empty());
    assert_eq!(
        without.attributes("#group option[selected]", "value"),
        ["dccg"]
    );
    assert!(desk.get("/desk").await.texts("kbd").is_empty());
    let again = desk.post("/desk/keys", &[("keys", "on")]).await;
    assert_eq!(again.texts("kbd").len(), 5);
    // Readers never fetch what only the desk has.
    let list = app.reader.get("/en/").await;
    assert!(!list.text.contains("/assets/desk"), "{}", list.text);
}
