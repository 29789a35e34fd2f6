//! What a meeting is about, chosen from the list: on its page, in filters and in feeds, of one date
//! of a series, out of a file.

use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, with};
use crate::support::posted::Posted;
use igf_calendar::acts::Actor;
use igf_calendar::import::{TOPICS_FILE, read_meetings, read_topics};
use std::time::Duration;

on_both_databases! {
    /// From the box that is ticked to the category of a feed.
    async fn readers_find_a_meeting_by_its_topics(app: TestApp) {
        know_topics(&app).await;
        let id = app.publish(&about(SEED, &["child-safety", "ai", "ai"])).await;
        app.until_public().await;

        let page = app.reader.get(&format!("/fr/meetings/{id}")).await.words();
        assert!(page.contains("Thèmes : Intelligence artificielle, Sécurité des enfants en ligne"), "{page}");
        for (topic, found) in [("ai", 1), ("child-safety", 1), ("gaming", 0)] {
            let list = app.reader.get(&format!("/en/?topic={topic}")).await;
            assert_eq!(list.texts(".entry").len(), found, "{topic}");
            let feed = app.reader.get(&format!("/calendar.ics?topic={topic}")).await.text;
            assert_eq!(feed.matches("BEGIN:VEVENT").count(), found, "{topic}");
        }
        let feed = app.reader.get("/calendar.ics").await.text;
        let feed = feed.replace("\r\n ", "");
        let categories = "CATEGORIES:DC Coordination Group,DCCG,Artificial intelligence,Child safety online\r\n";
        assert!(feed.contains(categories), "{feed}");
    }

    /// A list is a list: what is not in it, and too many of it, is said at the field.
    async fn topics_come_from_the_list_and_are_few(app: TestApp) {
        know_topics(&app).await;
        let page = app.reader.post("/en/post", &about(SEED, &["ai", "world-peace"])).await;
        assert_eq!(page.errors(), ["topic: Topics: choose one of the answers"]);
        assert_eq!(page.attributes("input[name=topic][checked]", "value"), ["ai"]);

        let many = ["ai", "data", "dns", "youth", "trust", "space"];
        let page = app.reader.post("/en/post", &about(SEED, &many)).await;
        assert_eq!(page.errors(), ["topic: Topics: use at most 5 entries"]);
        assert_eq!(page.attributes("input[name=topic][checked]", "value").len(), 6);
    }

    /// One call of a series is about something else; the others are not.
    async fn one_date_of_a_series_has_topics_of_its_own(app: TestApp) {
        know_topics(&app).await;
        let weekly = with(SEED, &[("held", "series"), ("step", "week"), ("ends", "count"), ("count", "4")]);
        let call = Posted::publish(&app, &about(&weekly, &["data"])).await;
        let own = about(SEED, &["gaming"]);
        let check = call.answer_after(&app, &[("scope", "one:2018-03-16")], "who", &own).await;
        app.reader.post(&check.path.replace("/check", "/send"), &[]).await;
        let review = call.desk.get(&format!("/desk/meetings/{}", call.id)).await;
        let differs = review.texts(".diff").join(" ");
        assert!(differs.contains("Data governance Games"), "{differs}");
        let (_, revision) = app.waiting().pop().expect("the change waits");
        call.desk.decide(&revision, "approved", "").await;
        app.until_public().await;

        for (topic, found) in [("gaming", 1), ("data", 3)] {
            let list = app.reader.get(&format!("/en/?topic={topic}")).await;
            assert_eq!(list.texts(".entry").len(), found, "{topic}");
        }
    }

    /// A file names topics as the list does, and no others.
    async fn a_file_says_what_its_meetings_are_about(app: TestApp) {
        know_topics(&app).await;
        let entry = |id: &str, topic: &str| format!(
            r#"{{"id": "{id}", "title": "A call", "title_lang": "en", "group_slug": "dccg", "date_precision": "day", "all_day": true, "start_local": "2018-03-05", "status": "planned", "mode": "virtual", "topics": ["{topic}"]}}"#
        );
        let file = format!("[{}, {}]", entry("one", "ai"), entry("two", "world-peace"));
        let read = read_meetings(&file).expect("a list");
        let outcome = app.acts.import_meetings(&Actor::Importer, read, true).expect("an import");
        assert_eq!(outcome.added, 1, "{outcome}");
        assert!(outcome.to_string().contains("world-peace"), "{outcome}");
        app.until_public().await;
        assert_eq!(app.reader.get("/en/?topic=ai").await.texts(".entry").len(), 1);
    }
}

/// Lays the list beside the groups, and waits until forms offer it.
async fn know_topics(app: &TestApp) {
    let topics = read_topics(TOPICS_FILE).expect("the list");
    app.acts
        .import_topics(&Actor::Importer, topics)
        .expect("an import");
    for _ in 0..500 {
        let form = app.reader.get("/en/post").await;
        if !form.attributes("input[name=topic]", "value").is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("no form offers topics");
}

fn about<'a>(form: &[(&'a str, &'a str)], topics: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    form.iter()
        .copied()
        .chain(topics.iter().map(|topic| ("topic", *topic)))
        .collect()
}
