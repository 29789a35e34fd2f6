//! Groups at the desk: made, changed, renamed, put together and closed, with everything that was said
//! under a former name still found under it. Case D7: DC-ISSS became IS3C.

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::database::{execute, texts};
use crate::support::meetings::{SEED, weekly, with};
use crate::support::posted::Posted;
use crate::support::program;
use igf_calendar::acts::{Actor, Outcome};
use igf_calendar::import::{GROUPS_FILE, read_groups, read_meetings};
use serde_json::{Value, json};

const MARIA: &str = "maria@dynamic.example.org";
const OLD: &str = "DC on standards, the former one";

on_both_databases! {
    /// D7, word for word: two groups, of which one went on as the other.
    async fn a_group_goes_on_as_another(app: TestApp) {
        let call = Posted::publish(&app, &of("dc-isss", OLD)).await;
        let series = app.publish(&with(&weekly(), &[("group", "dccg"), ("cohost", "dc-isss"), ("title", "Weekly")])).await;
        let uids = uids(&app.reader.get("/groups/dc-isss.ics").await.text);
        assert_eq!(uids.len(), 2);
        let desk = &call.desk;
        let page = desk.get("/desk/groups/dc-isss").await;
        let merged = press(desk, &page, "/desk/groups/dc-isss/merge", &[("into", "is3c")]).await;
        assert!(merged.words().contains("Since 1 March 2018 this name leads on to: Internet Standards, Security and Safety Coalition"), "{}", merged.words());

        // Pages and feeds lead to the new one, for good and with all that was asked.
        for (path, to) in [
            ("/en/groups/dc-isss", "/en/groups/is3c"),
            ("/ar/groups/dc-isss?utm=1", "/ar/groups/is3c?utm=1"),
            ("/groups/dc-isss.ics", "/groups/is3c.ics"),
            ("/groups/dc-isss.ics?past=all&mode=virtual", "/groups/is3c.ics?past=all&mode=virtual"),
        ] {
            let sent = app.reader.get_at_once(path).await;
            assert_eq!((sent.status.as_u16(), sent.header("location")), (301, to), "{path}");
            assert_eq!(sent.header("cache-control"), "public, no-cache", "{path}");
        }
        let next = app.reader.get_at_once("/groups/dc-isss/next").await;
        assert!(next.header("location").starts_with("/en/meetings/"), "{}", next.header("location"));
        assert_eq!(app.reader.get("/groups/dc-isss").await.path, "/en/groups/is3c");

        // A subscribed copy keeps its entries, under whichever address it was made.
        for path in ["/groups/dc-isss.ics", "/groups/is3c.ics", "/calendar.ics?group=dc-isss", "/calendar.ics?group=is3c"] {
            let feed = app.reader.get(path).await.text;
            assert_eq!(self::uids(&feed), uids, "{path}");
            assert!(feed.replace("\r\n ", "").contains("Internet Standards\\, Security and Safety Coalition"), "{feed}");
        }
        let list = app.reader.get("/en/?group=dc-isss").await;
        assert_eq!(list.texts(".entry").len(), 6, "one call and five dates");
        assert_eq!(list.attributes("select[name=group] option[selected]", "value"), ["is3c"]);
        assert_eq!(app.reader.get("/en/?q=DC-ISSS").await.texts(".entry").len(), 6, "found by what it was called");

        // Readers see both names.
        let page = app.reader.get("/en/groups/is3c").await.words();
        assert!(page.contains("Formerly \u{2068}Dynamic Coalition on Internet Standards, Security and Safety (DC-ISSS)\u{2069} (until 1 March 2018)"), "{page}");
        assert!(page.contains(OLD), "{page}");
        let index = app.reader.get("/en/groups").await.words();
        assert!(index.contains("Dynamic Coalition on Internet Standards, Security and Safety continues as Internet Standards, Security and Safety Coalition"), "{index}");
        let meeting = app.reader.get(&format!("/en/meetings/{}", call.id)).await;
        assert_eq!(meeting.attributes(".meeting .by a, .by a", "href")[0], "/en/groups/is3c");

        // A form that names the old one is one of the new one's.
        let check = app.reader.post("/en/post", &of("dc-isss", "A new call")).await;
        assert!(check.path.ends_with("/check"), "{:?}", check.errors());
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        assert_eq!(texts(&app.database, "SELECT group_slug AS value FROM revisions WHERE title = 'A new call'"), ["is3c"]);
        // What was sent is as it was sent.
        assert_eq!(texts(&app.database, &format!("SELECT group_slug AS value FROM revisions WHERE title = '{OLD}'")), ["dc-isss"]);

        // Undone, each has its own again.
        let apart = desk.post("/desk/groups/dc-isss/separate", &[]).await;
        assert_eq!(apart.path, "/desk/groups/dc-isss");
        let feed = app.reader.get_at_once("/groups/dc-isss.ics").await;
        assert_eq!(feed.status, 200);
        assert_eq!(self::uids(&feed.text), uids);
        assert!(self::uids(&app.reader.get("/groups/is3c.ics").await.text).is_empty());
        assert!(app.reader.get(&format!("/en/meetings/{series}")).await.words().contains("DC-ISSS"));
        assert_eq!(app.store.check().expect("a look"), []);
    }

    /// A group takes another name and another address; nobody who subscribed notices.
    async fn a_group_takes_another_name(app: TestApp) {
        let seed = with(SEED, &[("link_kind", ""), ("link_label", ""), ("link_url", "")]);
        let call = Posted::publish(&app, &seed).await;
        let before = app.reader.get("/groups/dccg.ics").await.text;
        let desk = &call.desk;
        let page = desk.get("/desk/groups/dccg").await;
        let rename = [("new_slug", "dc-council"), ("new_name", "Council of Dynamic Coalitions"), ("new_acronym", "CDC")];
        let renamed = press(desk, &page, "/desk/groups/dccg/rename", &rename).await;
        assert_eq!(renamed.path, "/desk/groups/dc-council", "{}", renamed.words());
        assert!(renamed.words().contains("Renamed."), "{}", renamed.words());
        // The desk's old address leads on as well.
        assert_eq!(desk.get("/desk/groups/dccg").await.path, "/desk/groups/dc-council");

        let feed = app.reader.get("/groups/dccg.ics").await.text;
        assert_eq!(uids(&feed), uids(&before));
        assert_eq!(line(&feed, "SEQUENCE:"), line(&before, "SEQUENCE:"));
        assert!(feed.contains("CDC"), "{feed}");
        let page = app.reader.get("/en/groups/dccg").await;
        assert_eq!(page.path, "/en/groups/dc-council");
        assert!(page.words().contains("Formerly \u{2068}Dynamic Coalitions Coordination Group (DCCG)\u{2069}"), "{}", page.words());

        // A change of a meeting that was sent under the former name is no change of its group.
        let begun = call.press(&app, &[]).await;
        let form = app.reader.get(&begun.path.replace("/check", "/who")).await;
        assert_eq!(form.attributes("select[name=group] option[selected]", "value"), ["dc-council"]);
        let check = call.answer(&app, "who", &with(&first_page(&seed), &[("group", "dc-council"), ("title", "Another title")])).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let review = desk.get(&format!("/desk/meetings/{}", call.id)).await;
        let changed = review.texts(".diff tbody th");
        assert_eq!(changed, ["Title"], "{changed:?}");
        let (_, revision) = app.waiting().pop().expect("it waits");
        desk.decide(&revision, "approved", "").await;

        // A name that others have or had is nobody's to take.
        for taken in ["is3c", "new"] {
            let page = desk.get("/desk/groups/dc-council").await;
            let refused = press(desk, &page, "/desk/groups/dc-council/rename", &[("new_slug", taken), ("new_name", "X"), ("new_acronym", "Y")]).await;
            assert_eq!(refused.status, 422);
            assert_eq!(refused.errors(), ["new_slug: New name in addresses: another goes by this name, or went by it. Choose another name"]);
            assert_eq!(refused.attributes("#new_name", "value"), ["X"], "what was typed stays");
        }
        // Its own former name it can take back, and then all names lead there.
        let page = desk.get("/desk/groups/dc-council").await;
        press(desk, &page, "/desk/groups/dc-council/rename", &[("new_slug", "dccg"), ("new_name", "Council of Dynamic Coalitions"), ("new_acronym", "CDC")]).await;
        assert_eq!(app.reader.get("/en/groups/dc-council").await.path, "/en/groups/dccg");
        assert_eq!(app.reader.get_at_once("/groups/dccg.ics").await.status, 200);
        assert_eq!(uids(&app.reader.get("/groups/dc-council.ics").await.text), uids(&before));
        assert_eq!(app.store.check().expect("a look"), []);
    }

    /// Two open the same page. The second sees what the first wrote; nothing that either typed is lost.
    async fn of_two_at_once_both_are_heard(app: TestApp) {
        let (anja, chengetai) = (app.secretary("Anja").await, app.secretary("Chengetai").await);
        let page = anja.get("/desk/groups/is3c").await;
        let other = chengetai.get("/desk/groups/is3c").await;
        let saved = press(&anja, &page, "/desk/groups/is3c", &[("group_description", "Written by Anja"), ("acronym", "IS3C-A")]).await;
        assert!(saved.words().contains("Saved."), "{}", saved.words());

        let both = [("group_description", "Written by Chengetai"), ("how_to_join", "Write to the list")];
        let second = press(&chengetai, &other, "/desk/groups/is3c", &both).await;
        assert_eq!(second.status, 409);
        let words = second.words();
        assert!(words.contains("Somebody else changed this while you were writing"), "{words}");
        let theirs = second.texts(".meanwhile dl > div");
        assert_eq!(theirs, [
            "Acronym IS3C-A",
            "What it does Written by Anja You typed something else here; your text is in the form.",
        ]);
        assert_eq!(second.attributes("#acronym", "value"), ["IS3C-A"], "what only she changed");
        assert_eq!(second.texts("#group_description"), ["Written by Chengetai"]);
        assert_eq!(second.texts("#how_to_join"), ["Write to the list"]);
        assert!(!app.reader.get("/en/groups/is3c").await.words().contains("Chengetai"), "nothing is saved yet");

        let again = press(&chengetai, &second, "/desk/groups/is3c", &[]).await;
        assert!(again.words().contains("Saved."), "{}", again.words());
        let page = app.reader.get("/en/groups/is3c").await.words();
        for said in ["Written by Chengetai", "Write to the list", "IS3C-A"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // What was in sight of an older state is not done either.
        let late = press(&anja, &other, "/desk/groups/is3c/close", &[]).await;
        assert_eq!(late.status, 409);
        assert!(late.words().contains("nothing was done"), "{}", late.words());
        assert_eq!(app.reader.get("/en/groups/is3c").await.texts(".notice"), [""; 0]);
    }

    /// In the same moment: one stands, and the other is shown it.
    async fn of_two_in_the_same_moment_one_stands(app: TestApp) {
        let other = app.beside_at("2018-03-01T09:00:00Z").await;
        let (anja, chengetai) = (app.secretary("Anja").await, other.secretary("Chengetai").await);
        for round in 0..10 {
            let page = anja.get("/desk/groups/is3c").await;
            let before = app.store.seq().expect("the log's end");
            let [one, two] = ["Anja", "Chengetai"].map(|name| format!("Round {round}, by {name}"));
            let (one_form, two_form) = ([("group_description", one.as_str())], [("group_description", two.as_str())]);
            let (first, second) = tokio::join!(
                press(&anja, &page, "/desk/groups/is3c", &one_form),
                press(&chengetai, &page, "/desk/groups/is3c", &two_form),
            );
            let statuses = [first.status.as_u16(), second.status.as_u16()];
            assert!(statuses == [200, 409] || statuses == [409, 200], "{statuses:?}");
            assert_eq!(app.store.seq().expect("the log's end"), before + 1);
            let (late, stands) = if statuses[0] == 409 { (first, two) } else { (second, one) };
            assert!(late.texts(".meanwhile dd")[0].starts_with(&stands), "{:?}", late.texts(".meanwhile dd"));
        }
    }

    /// A group that comes to its end, and what was still to come of it.
    async fn a_group_is_closed_and_its_meetings_are_decided_on(app: TestApp) {
        let stays = Posted::publish(&app, &of("dc-isss", "Stays")).await;
        let moves = Posted::publish(&app, &with(&of("dc-isss", "Moves"), &[("start_day", "10")])).await;
        let ends = Posted::publish(&app, &with(&weekly(), &[("group", "dc-isss"), ("title", "Ends"), ("start_day", "11")])).await;
        let changes = Posted::publish(&app, &with(&of("dc-isss", "Changes"), &[("start_day", "12")])).await;
        let check = changes.answer(&app, "who", &with(&first_page(&of("dc-isss", "Changes")), &[("title", "Changes, later")])).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let desk = &stays.desk;
        let page = desk.get("/desk/groups/dc-isss").await;
        assert_eq!(page.texts(".fates .title"), ["Stays", "Moves", "Ends", "Changes"]);
        assert!(page.words().contains("A change of this meeting waits."), "{}", page.words());

        // A group and a reason are needed; what was chosen stays chosen.
        let fate = |posted: &Posted, what: &str| (format!("fate-{}", posted.id), what.to_owned());
        let chosen = [fate(&moves, "move"), fate(&ends, "cancel"), fate(&stays, "keep"), fate(&changes, "cancel")];
        let chosen: Vec<(&str, &str)> = chosen.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let close = "/desk/groups/dc-isss/close";
        let refused = press(desk, &page, close, &chosen).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.errors(), [
            "to: Choose the group that meetings move to",
            "reason: Write why meetings are cancelled",
        ]);
        assert_eq!(refused.attributes(".fates input[checked]", "value"), ["keep", "move", "cancel"]);
        assert_eq!(app.reader.get("/en/groups/dc-isss").await.texts(".notice"), [""; 0]);

        let all: Vec<(&str, &str)> = chosen.into_iter().chain([("to", "is3c"), ("reason", "The coalition ended")]).collect();
        let closed = press(desk, &refused, close, &all).await;
        assert!(closed.words().contains("Closed."), "{}", closed.words());
        assert_eq!(closed.texts(".fates .title"), ["Stays", "Changes"], "one was kept, one cannot be decided on yet");

        let group = app.reader.get("/en/groups/dc-isss").await;
        assert_eq!(group.texts(".notice"), ["This group was closed: 1 March 2018. Its meetings stay here."]);
        assert!(group.attributes(".acts a", "href").iter().all(|href| !href.contains("/post")), "{}", group.words());
        assert!(app.reader.get(&format!("/en/meetings/{}", moves.id)).await.words().contains("IS3C"));
        let cancelled = app.reader.get(&format!("/en/meetings/{}", ends.id)).await.words();
        assert!(cancelled.contains("Cancelled") && cancelled.contains("The coalition ended"), "{cancelled}");
        let feed = app.reader.get(&format!("/meetings/{}.ics", ends.id)).await.text;
        assert!(feed.contains("STATUS:CANCELLED"), "{feed}");
        assert_eq!(app.reader.get(&format!("/en/meetings/{}", changes.id)).await.texts("h1")[0], "Changes");
        let told = texts(&app.database, "SELECT kind AS value FROM outbox WHERE kind IN ('cancelled', 'changed-by-desk') ORDER BY kind");
        assert_eq!(told, ["cancelled", "changed-by-desk"]);

        // Last in its list, and nothing new can be posted for it; what it holds can be changed.
        let dcs = app.reader.get("/en/groups").await.texts("section[aria-labelledby=dynamic-coalition] details li");
        assert!(dcs.contains(&"Dynamic Coalition on Internet Standards, Security and Safety".to_owned()), "{dcs:?}");
        let form = app.reader.get("/en/post").await;
        assert!(!form.attributes("select[name=group] option", "value").contains(&"dc-isss".to_owned()));
        let refused = app.reader.post("/en/post", &of("dc-isss", "Too late")).await;
        assert_eq!(refused.errors(), ["group: Group: this group was closed. Choose another"]);
        assert_eq!(refused.attributes("select[name=group] option[selected]", "value"), ["dc-isss"], "nothing typed is lost");
        let check = stays.answer(&app, "who", &with(&first_page(&of("dc-isss", "Stays")), &[("title", "Stays, as it is")])).await;
        stays.approve(&app, &check).await;
        assert_eq!(app.reader.get(&format!("/en/meetings/{}", stays.id)).await.texts("h1")[0], "Stays, as it is");

        // The rest is decided on later.
        let id = format!("fate-{}", stays.id);
        let later = desk.post("/desk/groups/dc-isss/meetings", &[(id.as_str(), "move"), ("to", "dccg")]).await;
        assert_eq!(later.texts(".fates .title"), ["Changes"]);
        let reopened = press(desk, &later, "/desk/groups/dc-isss/reopen", &[]).await;
        assert!(reopened.words().contains("Open again."), "{}", reopened.words());
        assert!(app.reader.post("/en/post", &of("dc-isss", "In time")).await.path.ends_with("/check"));
        assert_eq!(app.store.check().expect("a look"), []);
    }

    /// Only what is left of a series is called off; what was held stays, and moves nowhere.
    async fn what_was_held_stays_with_the_group_that_held_it(app: TestApp at "2018-03-20T09:00:00Z") {
        let earlier = app.beside_at("2018-03-01T09:00:00Z").await;
        let series = earlier.publish(&with(&weekly(), &[("group", "dc-isss"), ("title", "Weekly")])).await;
        app.until_public().await;
        let desk = app.secretary("Anja").await;
        let page = desk.get("/desk/groups/dc-isss").await;
        let name = format!("fate-{series}");
        let closed = press(&desk, &page, "/desk/groups/dc-isss/close", &[(name.as_str(), "move"), ("to", "is3c")]).await;
        assert_eq!(closed.texts(".fates .title"), [""; 0]);
        let old = app.reader.get("/en/groups/dc-isss").await;
        assert_eq!(old.texts(".entry").len(), 2, "{}", old.words());
        assert_eq!(app.reader.get("/en/groups/is3c").await.texts(".entry").len(), 3);
        let activity = desk.get("/desk/groups/dc-isss").await;
        assert_eq!(activity.texts(".numbers tr"), ["2018 2 meetings"]);
    }

    /// What a form says is read field by field; what strangers could type comes out as text.
    async fn a_new_group_says_all_that_it_says(app: TestApp) {
        let desk = app.secretary("Anja").await;
        let hostile = "<script>alert(1)</script>\u{202e}";
        let typed = [
            ("slug", "Not A Slug"), ("name", ""), ("kind", ""), ("website", "javascript:alert(1)"),
            ("mailing_list", "a@b?bcc=c@d.org"), ("group_languages", "en, english!"), ("contact_email", "nobody"),
            ("topic", "world-peace"), ("how_to_join", hostile),
        ];
        let refused = desk.post("/desk/groups/new", &typed).await;
        assert_eq!(refused.status, 422);
        let wrong: Vec<String> = refused.errors().iter().map(|error| error.split(':').next().unwrap_or_default().to_owned()).collect();
        assert_eq!(wrong, ["slug", "name", "kind", "mailing_list", "website", "group_languages", "topic", "contact_email"]);
        assert_eq!(refused.attributes("#slug", "value"), ["Not A Slug"]);
        assert_eq!(refused.attributes("#website", "value"), ["javascript:alert(1)"]);

        let typed = [
            ("slug", "dc-new"), ("name", hostile), ("acronym", "A,B;C\r\nX:y"), ("kind", "dynamic-coalition"),
            ("group_description", hostile), ("how_to_join", hostile), ("mailing_list", "list@example.org"),
            ("website", "example.org/new"), ("region", hostile), ("group_languages", "en، fr; en"),
            ("contact_name", hostile), ("contact_email", "ana@example.org"), ("active_from", "2016"), ("active_until", "2030"),
        ];
        let added = desk.post("/desk/groups/new", &typed).await;
        assert_eq!((added.status.as_u16(), added.path.as_str()), (200, "/desk/groups/dc-new"), "{:?}", added.errors());
        let again = desk.post("/desk/groups/new", &typed).await;
        assert_eq!(again.errors(), ["slug: Name in addresses: another goes by this name, or went by it. Choose another name"]);

        let page = app.reader.get("/en/groups/dc-new").await;
        assert!(!page.text.contains("<script>alert") && !page.text.contains('\u{202e}'), "{}", page.text);
        let facts = page.texts(".facts-list div");
        for fact in ["How to join <script>alert(1)</script>", "Mailing list list@example.org", "Languages English, French", "Until 2030"] {
            assert!(facts.contains(&fact.to_owned()), "{fact} in {facts:?}");
        }
        let links = page.attributes(".facts-list a", "href");
        assert_eq!(links, ["https://example.org/new", "mailto:list@example.org", "mailto:ana@example.org"]);
        app.publish(&with(SEED, &[("group", "dc-new")])).await;
        let feed = app.reader.get("/groups/dc-new.ics").await.text.replace("\r\n ", "");
        assert!(feed.contains("A\\,B\\;C X:y") && !feed.contains("\r\nX:y"), "{feed}");

        let found = desk.get("/desk/groups?q=dc-new&kind=dynamic-coalition").await;
        assert_eq!(found.texts(".directory h2 a").len(), 1);
        assert!(!found.text.contains("<script>alert"));
        assert_eq!(desk.get("/desk/groups?q=dc-new&kind=mag").await.texts(".directory h2 a").len(), 0);
        assert_eq!(desk.get("/desk/groups").await.texts(".directory h2 a").len(), 170);
    }

    /// The file stays for bulk: it undoes no rename, and nothing that the desk wrote without a word.
    async fn a_file_that_knows_nothing_of_the_desk_undoes_nothing(app: TestApp) {
        let desk = app.secretary("Anja").await;
        let page = desk.get("/desk/groups/is3c").await;
        press(&desk, &page, "/desk/groups/is3c", &[("group_description", "Written at the desk"), ("region", "Everywhere")]).await;
        let page = desk.get("/desk/groups/is3c").await;
        press(&desk, &page, "/desk/groups/is3c/rename", &[("new_slug", "dc-standards"), ("new_name", "The standards coalition"), ("new_acronym", "")]).await;
        let page = desk.get("/desk/groups/dc-isss").await;
        press(&desk, &page, "/desk/groups/dc-isss/merge", &[("into", "dc-standards")]).await;
        let numbers = app.store.change_numbers().expect("the log");

        // The same file once more, as every night.
        let again = import(&app, GROUPS_FILE);
        assert_eq!((again.added, again.changed, again.unchanged), (0, 0, 169));
        assert_eq!(app.store.change_numbers().expect("the log"), numbers);
        assert_eq!(remarks(&again), ["dc-isss: slug goes on as a part of dc-standards; it was left as it is"]);

        // One that says something new, by the former name.
        let entry = json!({"slug": "is3c", "name": "Internet Standards, Security and Safety Coalition", "acronym": "IS3C",
            "kind": "dynamic-coalition", "region": "Global and more", "active_from": "2021"});
        let new = import(&app, &json!([entry]).to_string());
        assert_eq!((new.added, new.changed, new.unchanged), (0, 1, 0));
        assert_eq!(remarks(&new), ["is3c: region was written at the desk as well; the file says something new and was taken"]);
        until_shown(&app, "/en/groups/is3c", "Global and more").await;
        let page = app.reader.get("/en/groups/is3c").await;
        assert_eq!(page.path, "/en/groups/dc-standards");
        let words = page.words();
        for said in ["The standards coalition", "Written at the desk", "Global and more", "2021", "Formerly"] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert_eq!(import(&app, &json!([entry]).to_string()).unchanged, 1);

        // Both names in one file: the one of today counts.
        let mut today = entry.clone();
        today["slug"] = Value::from("dc-standards");
        let both = import(&app, &json!([entry, today]).to_string());
        assert_eq!((both.added, both.changed), (0, 0), "{both}");
        assert_eq!(remarks(&both), ["is3c: slug is called dc-standards now, which the file has as well; it was left out"]);

        // Meetings of a file may call their group as they used to.
        let meetings = r#"[{"id": "one", "title": "A call", "title_lang": "en", "group_slug": "dc-isss", "date_precision": "day", "all_day": true, "start_local": "2018-03-05", "status": "planned", "mode": "virtual"}]"#;
        let read = || read_meetings(meetings).expect("a list");
        let outcome = app.acts.import_meetings(&Actor::Importer, read(), true).expect("an import");
        assert_eq!(outcome.added, 1, "{outcome}");
        app.until_public().await;
        assert_eq!(app.reader.get("/en/?group=is3c").await.texts(".entry").len(), 1);
        assert_eq!(app.acts.import_meetings(&Actor::Importer, read(), true).expect("an import").unchanged, 1);
    }

    /// Filters and feeds by a topic's former names, of meetings and of groups.
    async fn topics_take_other_names_too(app: TestApp) {
        let desk = app.secretary("Anja").await;
        for (slug, name) in [("ai", "Artificial intelligence"), ("machines", "Machines"), ("iot", "Things")] {
            let added = desk.post("/desk/topics/new", &[("slug", slug), ("name_en", name)]).await;
            assert_eq!(added.path, format!("/desk/topics/{slug}"), "{:?}", added.errors());
        }
        let refused = desk.post("/desk/topics/new", &[("slug", "ai"), ("name_fr", "IA")]).await;
        assert_eq!(refused.errors(), ["name_en: English: fill this in"]);
        let page = desk.get("/desk/groups/dccg").await;
        press(&desk, &page, "/desk/groups/dccg", &[("topic", "iot")]).await;
        let id = app.publish(&with(SEED, &[("topic", "ai")])).await;
        app.publish(&with(SEED, &[("topic", "machines"), ("title", "Another call")])).await;

        let page = desk.get("/desk/topics/ai").await;
        assert!(page.words().contains("Meetings: 1. Groups: 3."), "{}", page.words());
        press(&desk, &page, "/desk/topics/ai/rename", &[("new_slug", "artificial-intelligence")]).await;
        let page = desk.get("/desk/topics/machines").await;
        press(&desk, &page, "/desk/topics/machines/merge", &[("into", "artificial-intelligence")]).await;
        let page = desk.get("/desk/topics/iot").await;
        press(&desk, &page, "/desk/topics/iot/rename", &[("new_slug", "things")]).await;
        for (topic, found) in [("ai", 2), ("machines", 2), ("artificial-intelligence", 2), ("iot", 2), ("things", 2), ("nothing", 0)] {
            assert_eq!(app.reader.get(&format!("/en/?topic={topic}")).await.texts(".entry").len(), found, "{topic}");
            let feed = app.reader.get(&format!("/calendar.ics?topic={topic}")).await.text;
            assert_eq!(uids(&feed).len(), found, "{topic}");
        }
        let page = app.reader.get(&format!("/en/meetings/{id}")).await.words();
        assert!(page.contains("Artificial intelligence"), "{page}");
        assert!(app.reader.get("/en/groups/dccg").await.words().contains("Topics Things"));

        // A closed one is offered no more, and stays where it is.
        let page = desk.get("/desk/topics/things").await;
        press(&desk, &page, "/desk/topics/things/close", &[]).await;
        let form = app.reader.get("/en/post").await;
        assert_eq!(form.attributes("input[name=topic]", "value"), ["artificial-intelligence"]);
        let refused = app.reader.post("/en/post", &with(SEED, &[("topic", "things")])).await;
        assert_eq!(refused.errors(), ["topic: Topics: choose one of the answers"]);
        assert_eq!(app.reader.get("/en/?topic=iot").await.texts(".entry").len(), 2);
        let list = desk.get("/desk/topics").await.words();
        assert!(list.contains("Machines machines · continues as Artificial intelligence"), "{list}");
        let apart = desk.post("/desk/topics/machines/separate", &[]).await;
        assert!(apart.words().contains("It is its own again."), "{}", apart.words());
        assert_eq!(app.reader.get("/en/?topic=machines").await.texts(".entry").len(), 1);
        assert_eq!(app.store.check().expect("a look"), []);
    }

    /// Forms that lay open, and other instances, follow.
    async fn whoever_came_before_is_taken_along(app: TestApp) {
        let draft = app.reader.post("/en/post", &of("dc-isss", "Begun before")).await;
        assert!(draft.path.ends_with("/check"), "{:?}", draft.errors());
        let other = app.beside_at("2018-03-01T09:00:00Z").await;
        let desk = app.secretary("Anja").await;
        let page = desk.get("/desk/groups/dc-isss").await;
        press(&desk, &page, "/desk/groups/dc-isss/rename", &[("new_slug", "standards"), ("new_name", "Standards"), ("new_acronym", "")]).await;
        let form = app.reader.get(&draft.path.replace("/check", "/who")).await;
        assert_eq!(form.attributes("select[name=group] option[selected]", "value"), ["standards"]);
        let sent = app.reader.post(&draft.path.replace("/check", "/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        assert!(desk.get("/desk").await.words().contains("Standards"));

        assert_eq!(other.reader.get("/en/groups/standards").await.status, 200, "not even a moment later");
        assert_eq!(other.reader.get("/en/groups/dc-isss").await.path, "/en/groups/standards");
        // One that starts now knows the former names as well.
        let late = app.beside_at("2018-03-01T09:00:00Z").await;
        assert_eq!(late.reader.get("/groups/dc-isss.ics").await.path, "/groups/standards.ics");
    }

    /// A backup has the former names, and the check finds those that lead nowhere.
    async fn backups_and_the_check_know_former_names(app: TestApp) {
        let id = app.publish(&of("dc-isss", OLD)).await;
        let desk = app.secretary("Anja").await;
        let page = desk.get("/desk/groups/dc-isss").await;
        press(&desk, &page, "/desk/groups/dc-isss/merge", &[("into", "is3c")]).await;
        let page = desk.get("/desk/groups/is3c").await;
        press(&desk, &page, "/desk/groups/is3c/rename", &[("new_slug", "standards"), ("new_name", "Standards"), ("new_acronym", "")]).await;

        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| folder.path().join(name).display().to_string();
        let backup = program::run(&[("DATABASE__URL", &app.database)], &["backup", &file("backup.sqlite")]);
        assert_eq!(backup.code, Some(0), "{}{}", backup.said, backup.complained);
        let restored = program::run(&[("DATABASE__URL", &file("restored.sqlite"))], &["restore", &file("backup.sqlite")]);
        assert_eq!(restored.code, Some(0), "{}{}", restored.said, restored.complained);
        let again = TestApp::on_database(file("restored.sqlite"), "2018-03-01T09:00:00Z").await;
        let feed = again.reader.get("/groups/dc-isss.ics").await;
        assert_eq!(feed.path, "/groups/standards.ics", "by way of what it went on as");
        assert_eq!(uids(&feed.text), [id]);
        let page = again.reader.get("/en/groups/standards").await.words();
        assert!(page.contains("Formerly \u{2068}Internet Standards, Security and Safety Coalition (IS3C)\u{2069}"), "{page}");
        assert!(page.contains("DC-ISSS"), "{page}");

        execute(&app.database, "UPDATE groups SET leads_to = 'nobody' WHERE slug = 'dc-isss'").expect("damage");
        let found: Vec<String> = app.store.check().expect("a look").iter().map(ToString::to_string).collect();
        assert!(found.iter().any(|fault| fault.starts_with("group dc-isss: it leads to nothing that is there")), "{found:?}");
        assert!(found.iter().any(|fault| fault.starts_with("group dc-isss: its columns and its document")), "{found:?}");
    }

    /// Whoever speaks for a group speaks for it under its new name, but not for what it goes on as.
    async fn coordinators_come_along_with_a_name_and_no_further(app: TestApp) {
        let call = Posted::publish(&app, &of("dc-isss", "Theirs")).await;
        let other = app.publish(&of("is3c", "Of others")).await;
        let desk = &call.desk;
        desk.post("/desk/groups/dc-isss/people", &[("email", MARIA)]).await;
        desk.post("/desk/groups/dc-isss/trust", &[("trusted", "yes")]).await;
        let page = desk.get("/desk/groups/dc-isss").await;
        press(desk, &page, "/desk/groups/dc-isss/rename", &[("new_slug", "standards"), ("new_name", "Standards"), ("new_acronym", "")]).await;
        let maria = app.member(MARIA);
        assert_eq!(maria.get("/en/mine").await.texts("main li h2"), ["Theirs"]);
        assert_eq!(maria.get(&format!("/en/mine/{}", call.id)).await.status, 200);
        let people = desk.get("/desk/groups/dc-isss/people").await.words();
        assert!(people.contains(MARIA) && people.contains("Trusted since"), "{people}");

        let page = desk.get("/desk/groups/standards").await;
        press(desk, &page, "/desk/groups/standards/merge", &[("into", "is3c")]).await;
        for id in [&call.id, &other] {
            assert_eq!(maria.get(&format!("/en/mine/{id}")).await.status, 404, "nobody let her speak for the other");
        }
        desk.post("/desk/groups/standards/separate", &[]).await;
        assert_eq!(maria.get(&format!("/en/mine/{}", call.id)).await.status, 200);

        // Lists are for whoever decides on groups of every kind.
        let of_some = app.reviewer("dora", "dynamic-coalition").await;
        assert_eq!(of_some.get("/desk/groups").await.status, 200);
        let refused = of_some.post("/desk/groups/new", &[("slug", "mine"), ("name", "Mine"), ("kind", "mag")]).await;
        assert_eq!(refused.status, 404);
        let page = of_some.get("/desk/groups/is3c").await;
        assert_eq!(press(&of_some, &page, "/desk/groups/is3c/close", &[]).await.status, 404);
    }

    /// Nobody but the desk has anything to do with it.
    async fn lists_are_for_the_desk(app: TestApp) {
        for path in ["/desk/groups", "/desk/groups/new", "/desk/groups/is3c", "/desk/topics", "/desk/topics/new"] {
            assert_eq!(app.reader.get(path).await.status, 401, "{path}");
        }
        for path in ["/desk/groups/new", "/desk/groups/is3c", "/desk/groups/is3c/rename", "/desk/groups/is3c/merge", "/desk/groups/is3c/close",
            "/desk/groups/is3c/reopen", "/desk/groups/is3c/separate", "/desk/groups/is3c/meetings", "/desk/topics/new"] {
            let page = app.reader.post(path, &[("name", "Taken over"), ("new_slug", "mine"), ("new_name", "Mine"), ("into", "dccg")]).await;
            assert_eq!(page.status, 401, "{path}");
        }
        assert_eq!(app.store.change_numbers().expect("the log").len(), 169);
        let desk = app.secretary("Anja").await;
        assert_eq!(desk.get("/desk/groups/nobody").await.status, 404);
        let audited = press(&desk, &desk.get("/desk/groups/is3c").await, "/desk/groups/is3c", &[("region", "Everywhere")]).await;
        assert_eq!(audited.status, 200);
        let lines = texts(&app.database, "SELECT act || ' ' || subject || ' ' || \"before\" || ' ' || \"after\" AS value FROM audit WHERE act = 'edit group'");
        assert_eq!(lines, [r#"edit group is3c {"region":"Global"} {"region":"Everywhere"}"#]);
        let log = desk.get("/desk/audit").await.words();
        assert!(log.contains("Group changed"), "{log}");
    }
}

/// The seed's meeting by another title, of a group.
fn of<'a>(group: &'a str, title: &'a str) -> Vec<(&'a str, &'a str)> {
    with(SEED, &[("group", group), ("title", title)])
}

/// The answers of a form's first page.
fn first_page<'a>(form: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let names = [
        "group",
        "title",
        "description",
        "agenda",
        "link_kind",
        "link_label",
        "link_url",
        "poster_name",
        "poster_email",
    ];
    form.iter()
        .filter(|(name, _)| names.contains(name))
        .copied()
        .collect()
}

/// Sends a form of a desk's page as it stands there, with some answers changed.
async fn press(desk: &Visitor, page: &Page, action: &str, changes: &[(&str, &str)]) -> Page {
    let mut fields = page.filled_in(&format!("form[action='{action}']"));
    assert!(
        !fields.is_empty(),
        "{action} is on the page: {}",
        page.words()
    );
    fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .chain(changes.iter().copied())
        .collect();
    desk.post(action, &fields).await
}

/// The UIDs of a feed, sorted, each once.
fn uids(feed: &str) -> Vec<String> {
    let lines = feed.lines().filter_map(|line| line.strip_prefix("UID:"));
    let mut uids: Vec<String> = lines.map(|uid| uid.trim().to_owned()).collect();
    uids.sort();
    uids.dedup();
    uids
}

/// The first line of a feed that begins so.
fn line<'a>(feed: &'a str, start: &str) -> Option<&'a str> {
    feed.lines().find(|line| line.starts_with(start))
}

fn import(app: &TestApp, file: &str) -> Outcome {
    let read = read_groups(file).expect("groups");
    app.acts
        .import_groups(&Actor::Importer, read)
        .expect("an import")
}

fn remarks(outcome: &Outcome) -> Vec<String> {
    let remarks = outcome.report.remarks.iter();
    remarks.map(ToString::to_string).collect()
}

/// Waits until the server has followed what was written beside it.
async fn until_shown(app: &TestApp, path: &str, words: &str) {
    for _ in 0..500 {
        if app.reader.get(path).await.words().contains(words) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("{path} does not say {words}");
}
