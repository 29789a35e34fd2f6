//! Keeping in step: what changed since somebody looked.

use super::asked::{Answer, report};
use super::{ALL, ask, members, told};
use crate::on_both_databases;
use crate::support::app::TestApp;
use crate::support::meetings::{SEED, weekly, with};
use crate::support::posted::Posted;
use std::collections::{BTreeMap, BTreeSet};

const DCCG: &str = "/dav/calendars/dccg/";

fn sync(token: &str, limit: &str) -> String {
    format!(
        "<sync-collection xmlns='DAV:'><sync-token>{token}</sync-token><sync-level>1</sync-level>\
         {limit}<prop><getetag/></prop></sync-collection>"
    )
}

/// A copy that somebody keeps of a calendar.
#[derive(Default)]
struct Copy {
    token: String,
    objects: BTreeMap<String, String>,
}

impl Copy {
    /// Asks what changed; returns what it was told of, and whether it is gone.
    async fn follow(&mut self, app: &TestApp, calendar: &str) -> Vec<(String, bool)> {
        let page = report(app, calendar, &sync(&self.token, "")).await;
        assert_eq!(page.status, 207, "{}", page.text);
        self.take(&page)
    }

    fn take(&mut self, page: &Answer) -> Vec<(String, bool)> {
        self.token = token(page);
        let mut news = Vec::new();
        for one in told(&page.text)
            .into_iter()
            .filter(|one| one.href.ends_with(".ics"))
        {
            let is_gone = one.status.contains("404");
            match is_gone {
                true => self.objects.remove(&one.href),
                false => self
                    .objects
                    .insert(one.href.clone(), one.of("getetag").to_owned()),
            };
            news.push((one.href, is_gone));
        }
        news
    }

    async fn is_in_step(&self, app: &TestApp, calendar: &str) {
        let there: BTreeMap<_, _> = members(app, calendar).await.into_iter().collect();
        assert_eq!(self.objects, there, "{calendar}");
    }
}

fn token(page: &Answer) -> String {
    let (_, rest) = page.text.rsplit_once("<D:sync-token>").expect("a token");
    let (token, _) = rest.split_once('<').expect("its end");
    token.to_owned()
}

on_both_databases! {
    async fn a_copy_stays_in_step_through_everything_that_happens(app: TestApp) {
        let (mut all, mut group) = (Copy::default(), Copy::default());
        assert_eq!(all.follow(&app, ALL).await, []);
        let posted = Posted::publish(&app, SEED).await;
        let object = format!("{ALL}{}.ics", posted.id);
        assert_eq!(all.follow(&app, ALL).await, [(object.clone(), false)]);
        group.follow(&app, DCCG).await;
        group.is_in_step(&app, DCCG).await;
        assert_eq!(all.follow(&app, ALL).await, [], "nothing new");

        // Changed, then in other hands.
        let check = posted.answer(&app, "who", &with(SEED, &[("title", "Another title")])).await;
        posted.approve(&app, &check).await;
        assert_eq!(all.follow(&app, ALL).await, [(object.clone(), false)]);
        let check = posted.answer(&app, "who", &with(SEED, &[("group", "arab-igf")])).await;
        posted.approve(&app, &check).await;
        let in_group = format!("{DCCG}{}.ics", posted.id);
        assert_eq!(group.follow(&app, DCCG).await, [(in_group, true)]);
        all.follow(&app, ALL).await;
        all.is_in_step(&app, ALL).await;

        // One that is held several times, then taken off.
        let series = Posted::publish(&app, &weekly()).await;
        all.follow(&app, ALL).await;
        all.is_in_step(&app, ALL).await;
        let path = format!("/desk/meetings/{}/withdraw", series.id);
        let reason = [("withdraw_reason", "Off")];
        assert_eq!(series.desk.post(&path, &reason).await.status, 200);
        let news = all.follow(&app, ALL).await;
        assert_eq!(news.len(), 1, "it is heard of: {news:?}");
        all.is_in_step(&app, ALL).await;
        group.follow(&app, DCCG).await;
        group.is_in_step(&app, DCCG).await;

        // Another instance tells the same from the same token on.
        let beside = app.beside_at(&app.now.to_rfc3339()).await;
        let page = report(&beside, ALL, &sync(&all.token.replace(&app.base, &beside.base), "")).await;
        assert_eq!(page.status, 207, "{}", page.text);
        assert_eq!(told(&page.text), []);
        beside.stop().await;

        // What was taken off is told for thirty days, and then that it is gone.
        let object = format!("{ALL}{}.ics", series.id);
        let last = ask(&app, "GET", &object, &[], "").await;
        assert!(last.text.contains("STATUS:CANCELLED"), "{}", last.text);
        for (day, news) in [("2018-03-31", vec![]), ("2018-04-01", vec![(object.clone(), true)])] {
            let later = app.beside_at(&format!("{day}T00:00:00Z")).await;
            all.token = all.token.replace(&app.base, &later.base);
            assert_eq!(all.follow(&later, ALL).await, news, "{day}");
            let there = members(&later, ALL).await.into_iter().map(|(href, _)| href);
            assert_eq!(there.collect::<Vec<_>>(), all.objects.keys().cloned().collect::<Vec<_>>());
            all.token = all.token.replace(&later.base, &app.base);
            later.stop().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn news_come_in_pages_if_somebody_wants() {
    let app = TestApp::on_sqlite().await;
    for title in ["One", "Two", "Three", "Four", "Five"] {
        app.publish(&with(SEED, &[("title", title)])).await;
    }
    let limit = "<limit><nresults>2</nresults></limit>";
    let mut copy = Copy::default();
    let mut pages = Vec::new();
    loop {
        let page = report(&app, ALL, &sync(&copy.token, limit)).await;
        assert_eq!(page.status, 207, "{}", page.text);
        let news = copy.take(&page).len();
        pages.push(news);
        let is_more = page.text.contains("507 Insufficient Storage");
        assert_eq!(
            is_more,
            page.text.contains("<D:number-of-matches-within-limits/>")
        );
        if !is_more {
            break;
        }
        assert!(pages.len() < 10, "there is an end");
    }
    assert_eq!(pages, [2, 2, 1]);
    copy.is_in_step(&app, ALL).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_none_is_refused_by_its_name() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    let mut copy = Copy::default();
    copy.follow(&app, ALL).await;
    let own = copy.token.clone();
    let (start, day) = own.rsplit_once('-').expect("a day");
    let (mark, seq) = start.rsplit_once('-').expect("a number");
    let later: i64 = seq.parse::<i64>().expect("a number") + 1;
    for token in [
        "x".to_owned(),
        "http://elsewhere.example/dav/sync/1".to_owned(),
        own.replace("/sync/", "/sync/0"),
        format!("{}0000000000000000-{seq}-{day}", &mark[..mark.len() - 16]),
        format!("{mark}-{later}-{day}"),
        format!("{start}-20991231"),
        format!("{start}-20171231"),
    ] {
        let page = report(&app, ALL, &sync(&token, "")).await;
        assert_eq!(page.status, 403, "{token}: {}", page.text);
        assert!(page.text.contains("<D:valid-sync-token/>"), "{}", page.text);
    }
    for body in [
        "<sync-collection xmlns='DAV:'><sync-level>1</sync-level><prop/></sync-collection>"
            .to_owned(),
        sync("", "<limit><nresults>0</nresults></limit>"),
        sync("", "").replace("<sync-level>1", "<sync-level>2"),
    ] {
        assert_eq!(report(&app, ALL, &body).await.status, 400, "{body}");
    }
    let deep = ask(&app, "REPORT", ALL, &[("depth", "infinity")], &sync("", "")).await;
    assert_eq!(deep.status, 400);
}

/// Thunderbird asks so, with the depth that drafts of the RFC wanted.
#[tokio::test(flavor = "multi_thread")]
async fn the_question_of_a_program_that_is_much_used_is_answered() {
    let app = TestApp::on_sqlite().await;
    app.publish(SEED).await;
    let body = "<sync-collection xmlns=\"DAV:\"><sync-token/><sync-level>1</sync-level>\
        <prop><getcontenttype/><getetag/></prop></sync-collection>";
    let page = ask(&app, "REPORT", ALL, &[("depth", "1")], body).await;
    assert_eq!(page.status, 207, "{}", page.text);
    let told = told(&page.text);
    assert_eq!(told.len(), 1, "{}", page.text);
    assert!(told[0].of("getcontenttype").starts_with("text/calendar"));
    assert!(!told[0].of("getetag").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_former_name_leads_on() {
    let app = TestApp::on_sqlite().await;
    let posted = Posted::publish(&app, SEED).await;
    let page = posted.desk.get("/desk/groups/dccg").await;
    let mut rename = page.filled_in("form[action='/desk/groups/dccg/rename']");
    for (name, value) in [
        ("new_slug", "dc-council"),
        ("new_name", "Council of Dynamic Coalitions"),
        ("new_acronym", "CDC"),
    ] {
        rename.retain(|(own, _)| own != name);
        rename.push((name.to_owned(), value.to_owned()));
    }
    let rename: Vec<_> = rename
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut copy = Copy::default();
    copy.follow(&app, ALL).await;
    let renamed = posted.desk.post("/desk/groups/dccg/rename", &rename).await;
    assert_eq!(
        renamed.path,
        "/desk/groups/dc-council",
        "{}",
        renamed.words()
    );
    for method in ["PROPFIND", "REPORT", "GET"] {
        let lead = ask(&app, method, DCCG, &[("depth", "0")], "").await;
        assert_eq!(
            (lead.status.as_u16(), lead.header("location")),
            (308, "/dav/calendars/dc-council/"),
            "{method}"
        );
    }
    let filtered = ask(
        &app,
        "PROPFIND",
        "/dav/filter/group=dccg/",
        &[("depth", "0")],
        "",
    )
    .await;
    assert_eq!(filtered.header("location"), "/dav/filter/group=dc-council/");
    // Its name stands in the object, so whoever keeps a copy hears of it.
    let told: BTreeSet<_> = copy.follow(&app, ALL).await.into_iter().collect();
    assert_eq!(
        told,
        BTreeSet::from([(format!("{ALL}{}.ics", posted.id), false)])
    );
    copy.is_in_step(&app, ALL).await;
}
