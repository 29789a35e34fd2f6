//! Nothing of what nobody approved is to be seen anywhere: a reader who follows every link of the calendar
//! finds no word of it.

use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, with};
use crate::support::posted::Posted;
use std::collections::BTreeSet;

/// A word that nobody says but what is not approved.
const WORD: &str = "Xylophagenblick";
/// Its beginning, to be searched for: a page repeats what is searched.
const BEGINNING: &str = "Xylophag";

/// More than there are, so that a test which walks in circles ends.
const MOST: usize = 20_000;

/// Addresses that nothing leads to, and that might give something away.
const BESIDE: [&str; 26] = [
    "/",
    "/robots.txt",
    "/sitemap.xml",
    "/.well-known/security.txt",
    "/en/nowhere",
    "/en/meetings/00000000-0000-0000-0000-000000000000",
    "/calendar.ics?past=all",
    "/calendar.ics?group=dccg&past=all",
    "/groups/dccg.ics?past=all",
    "/calendar.json?past=all",
    "/calendar.atom",
    "/groups/dccg.json?past=all",
    "/groups/dccg.atom",
    "/api/v1/meetings",
    "/api/v1/meetings?group=dccg",
    "/api/v1/occurrences?from=2018-01-01T00:00:00Z&until=2018-12-31T00:00:00Z",
    "/api/v1/groups?limit=100",
    "/api/v1/topics",
    "/api/v1/changes?since=1",
    "/groups/dccg/next",
    "/healthz",
    "/readyz",
    "/metrics",
    "/desk",
    "/desk/mail",
    "/en/post",
];

/// Every public address that can be reached, with what it says.
async fn crawl(app: &TestApp, mut visit: impl FnMut(&str, &str)) -> usize {
    let mut seen: BTreeSet<String> = BESIDE.iter().map(|path| (*path).to_owned()).collect();
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        seen.insert(format!("/{language}/"));
        seen.insert(format!("/{language}/?q={BEGINNING}"));
        seen.insert(format!("/{language}/past?q={BEGINNING}"));
    }
    let mut ahead: Vec<String> = seen.iter().cloned().collect();
    while let Some(path) = ahead.pop() {
        let page = app.reader.get(&path).await;
        visit(&path, &page.text);
        for link in page.attributes("[href]", "href") {
            let link = link.strip_prefix(&app.base).unwrap_or(&link);
            let link = link.split('#').next().unwrap_or_default();
            let is_ours = link.starts_with('/') && !link.starts_with("//");
            // What filters lead to is what their lists hold, less.
            let is_filter = link.contains('?') && !link.contains("page=");
            if is_ours && !is_filter && seen.insert(link.to_owned()) {
                ahead.push(link.to_owned());
            }
        }
        assert!(seen.len() < MOST, "there is no end to it: {path}");
    }
    seen.len()
}

on_both_databases! {
    async fn what_nobody_approved_is_nowhere(app: TestApp) {
        let kept_word = [("title", "A meeting that may be seen")];
        let posted = Posted::publish(&app, &with(SEED, &kept_word)).await;
        let everywhere = [
            ("title", WORD),
            ("description", WORD),
            ("agenda", WORD),
            ("poster_name", WORD),
            ("contact_name", WORD),
            ("contact_email", "xylophagenblick@example.org"),
            ("poster_email", "xylophagenblick@example.org"),
            ("access_label", WORD),
            ("access_url", "https://xylophagenblick.example/"),
        ];
        // One that waits, one that was rejected, one that its poster is asked to change, one that was
        // taken off again, a form that nobody sent, and a change of what is public.
        for verdict in ["rejected", "changes-requested"] {
            app.post_meeting(&with(SEED, &everywhere)).await;
            let (_, revision) = app.waiting().pop().expect("it waits");
            posted.desk.decide(&revision, verdict, WORD).await;
        }
        let off = app.publish(&with(SEED, &everywhere)).await;
        let reason = [("withdraw_reason", "Off")];
        let taken = posted.desk.post(&format!("/desk/meetings/{off}/withdraw"), &reason).await;
        assert_eq!(taken.status, 200, "{}", taken.words());
        app.post_meeting(&with(SEED, &everywhere)).await;
        app.reader.post("/en/post", &with(SEED, &everywhere)).await;
        let changed = posted.answer(&app, "who", &with(SEED, &everywhere)).await;
        let sent = app.reader.post(&changed.path.replace("/check", "/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        assert_eq!(app.waiting().len(), 2);

        let mut is_kept_seen = false;
        let visited = crawl(&app, |path, text| {
            is_kept_seen |= text.contains("A meeting that may be seen");
            let text = text.to_lowercase();
            assert!(!text.contains(&WORD.to_lowercase()), "{path}: {text}");
        })
        .await;
        assert!(is_kept_seen);
        eprintln!("{visited} addresses were looked at");
        assert!(visited > 1000, "{visited}");
    }
}
