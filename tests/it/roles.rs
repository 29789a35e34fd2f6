//! Who may what: every role on every address that the service has, by one table. An address that the
//! table lacks, or a way of using one, fails the test.

mod stage;
mod table;

use crate::support::app::{ANNOUNCED, TestApp};
use igf_calendar::calendar::LiveCalendar;
use igf_calendar::clock::Clock;
use igf_calendar::settings::Settings;
use igf_calendar::store::Store;
use igf_calendar::web;
use stage::{Stage, WHO};
use std::collections::BTreeSet;
use std::sync::Arc;
use table::TABLE;

#[tokio::test(flavor = "multi_thread")]
async fn every_role_on_every_address_on_sqlite() {
    try_all(TestApp::on_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_on_every_address_on_postgres() {
    try_all(TestApp::on_postgres_at(ANNOUNCED).await).await;
}

async fn try_all(app: TestApp) {
    let stage = Stage::set(app).await;
    let mut wrong = Vec::new();
    for row in TABLE {
        let path = stage.path(row.pattern);
        for method in ["GET", "POST"] {
            for who in WHO {
                let may = row.lets(method, who);
                if stage.is_let(who, method, &path).await != may {
                    let what = if may { "is refused" } else { "is let" };
                    wrong.push(format!("{who:?} {what}: {method} {}", row.pattern));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[actix_web::test]
async fn no_address_is_missing_from_the_table() {
    let served = patterns().await;
    let named: BTreeSet<String> = TABLE.iter().map(|row| row.pattern.to_owned()).collect();
    let missing: Vec<_> = served.difference(&named).collect();
    let gone: Vec<_> = named.difference(&served).collect();
    assert!(missing.is_empty(), "not in the table: {missing:#?}");
    assert!(gone.is_empty(), "in the table and not served: {gone:#?}");
}

/// Every pattern that the service answers under, as its router has them.
async fn patterns() -> BTreeSet<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calendar.sqlite");
    let store = Store::open(&file.display().to_string()).expect("a store");
    let calendar = LiveCalendar::load(&store).expect("a calendar");
    let settings = Settings::load(None).expect("the defaults");
    let app = Arc::new(web::App::new(&settings, store, calendar, Clock::System));
    let show =
        |request: actix_web::HttpRequest| async move { format!("{:?}", request.resource_map()) };
    let service = web::service(app).route("/routes", actix_web::web::get().to(show));
    let service = actix_web::test::init_service(service).await;
    let request = actix_web::test::TestRequest::get()
        .uri("/routes")
        .to_request();
    let body = actix_web::test::call_and_read_body(&service, request).await;
    let map = String::from_utf8(body.to_vec()).expect("text");
    let patterns = map.split("patterns: Single(\"").skip(1);
    let patterns = patterns.filter_map(|rest| rest.split_once("\")").map(|(first, _)| first));
    patterns
        .filter(|pattern| !["", "/routes"].contains(pattern))
        .map(in_short)
        .collect()
}

/// A pattern without what its parts may consist of: `/{lang:ar|en}/past` is `/{lang}/past`.
fn in_short(pattern: &str) -> String {
    let mut short = String::new();
    for part in pattern.split_inclusive('}') {
        match part.split_once(':') {
            Some((before, _)) if before.contains('{') => short.push_str(&format!("{before}}}")),
            _ => short.push_str(part),
        }
    }
    short
}
