//! The audit log: who did what, from what to what, from where; read, taken away, and never rewritten.

use crate::on_both_databases;
use crate::support::database::execute;
use crate::support::in_repository;
use crate::support::meetings::{SEED, with};
use std::collections::BTreeSet;

on_both_databases! {
    /// A meeting is posted, approved and taken off; the log tells all of it, and of nobody's name or
    /// address.
    async fn what_was_done_stands_in_the_log(app: TestApp) {
        app.post_meeting(SEED).await;
        let (meeting, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("Anja").await;
        desk.decide(&revision, "approved", "").await;
        desk.post(
            &format!("/desk/meetings/{meeting}/withdraw"),
            &[("withdraw_reason", "The passcode leaked")],
        ).await;

        let page = desk.get("/desk/audit").await;
        let acts = page.texts(".deeds li b");
        assert_eq!(acts[..4], ["Taken off the calendar", "Decided", "Entered the desk", "Invited"]);
        assert!(acts.contains(&"Sent".to_owned()), "{acts:?}");
        let words = page.words();
        for said in ["Anja", "approved", "withdrawn: The passcode leaked", "127.0.0.0/24", "A poster"] {
            assert!(words.contains(said), "{said} is not in {words}");
        }
        let json = desk.get("/desk/audit.json").await;
        let email = SEED.iter().find(|(name, _)| *name == "poster_email").expect("an address").1;
        assert!(!json.text.contains(email), "{}", json.text);
        let lines: serde_json::Value = serde_json::from_str(&json.text).expect("JSON");
        assert_eq!(lines[0]["act"], "withdraw");
        assert_eq!(lines[0]["subject"], meeting.as_str());
        assert_eq!(lines[0]["person_name"], "Anja");
    }

    /// Whoever looks for one entry, one act, one person or one day finds only that.
    async fn the_log_is_filtered(app: TestApp) {
        app.publish(SEED).await;
        let other = app.publish(&with(SEED, &[("title", "Another meeting")])).await;
        let desk = app.secretary("Chengetai").await;
        let count = |page: &crate::support::app::Page| page.texts(".deeds li").len();
        let of_one = desk.get(&format!("/desk/audit?subject={other}")).await;
        assert_eq!(count(&of_one), 2, "{}", of_one.words());
        let reference = of_one.texts(".deeds a").pop().expect("its reference");
        let without_prefix = reference.trim_start_matches("IGF-").to_lowercase();
        let found = desk.get(&format!("/desk/audit?subject={without_prefix}")).await;
        assert_eq!(count(&found), 2, "{reference}");
        assert_eq!(count(&desk.get("/desk/audit?act=decide").await), 2);
        assert_eq!(count(&desk.get("/desk/audit?who=poster").await), 2);
        assert_eq!(count(&desk.get("/desk/audit?until=2010-01-01").await), 0);
        assert!(count(&desk.get("/desk/audit?from=2010-01-01").await) > 4);
        let wrong = desk.get("/desk/audit?from=yesterday&act=decide").await;
        assert!(wrong.words().contains("Enter the day as year"), "{}", wrong.words());
        assert_eq!(wrong.attributes("#from", "value"), ["yesterday"]);
    }

    /// A spreadsheet that opens the log runs nothing of what was typed.
    async fn what_is_taken_away_as_csv_is_no_formula(app: TestApp) {
        app.post_meeting(SEED).await;
        let (_, revision) = app.waiting().pop().expect("it waits");
        let desk = app.secretary("=cmd|' /C calc'!A0").await;
        desk.decide(&revision, "rejected", "=HYPERLINK(\"https://evil.example\")\n+1").await;
        let csv = desk.get("/desk/audit.csv").await;
        assert!(csv.header("content-type").starts_with("text/csv"));
        assert!(csv.header("content-disposition").contains("audit.csv"));
        let mut rows = csv::ReaderBuilder::new().from_reader(csv.text.as_bytes());
        let names: Vec<String> = rows.headers().expect("names").iter().map(str::to_owned).collect();
        assert_eq!(names[5], "act");
        let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
        let cells = rows.iter().flatten();
        let risky: Vec<&str> = cells.filter(|cell| cell.starts_with(['=', '+', '-', '@'])).collect();
        assert!(risky.is_empty(), "{risky:?}");
        assert!(rows.iter().flatten().any(|cell| cell == "'=cmd|' /C calc'!A0"));
    }

    /// More than a page of it is read in pages, each line once.
    async fn a_long_log_is_read_in_pages(app: TestApp) {
        for _ in 0..60 {
            app.invitation();
        }
        let desk = app.secretary("Anja").await;
        let first = desk.get("/desk/audit?act=invite").await;
        assert_eq!(first.texts(".deeds li").len(), 50);
        let older = first.attributes("a[rel=next]", "href").pop().expect("older ones");
        let second = desk.get(&older).await;
        assert_eq!(second.texts(".deeds li").len(), 11);
        assert!(second.attributes("a[rel=next]", "href").is_empty());
    }

    /// Neither the application nor whoever holds its connection rewrites what was done.
    async fn the_database_refuses_to_rewrite_the_log(app: TestApp) {
        app.post_meeting(SEED).await;
        for statement in ["UPDATE audit SET act = 'nothing'", "DELETE FROM audit"] {
            let refused = execute(&app.database, statement);
            assert!(refused.is_err(), "{statement}");
        }
    }

    /// Nobody but the desk reads it.
    async fn the_log_is_for_the_desk(app: TestApp) {
        for path in ["/desk/audit", "/desk/audit.csv", "/desk/audit.json"] {
            assert_eq!(app.visitor().get(path).await.status, 401, "{path}");
        }
    }
}

/// An act without words would stand in the log by its inner name.
#[test]
fn every_act_has_words() {
    let mut acts = BTreeSet::new();
    read(&in_repository("src/acts"), &mut acts);
    assert!(acts.len() > 10, "{acts:?}");
    let words = words_of_all_files();
    for act in acts {
        let key = format!("audit-act-{} =", act.replace(' ', "-"));
        assert!(words.contains(&key), "locales lack {key}");
    }
}

fn words_of_all_files() -> String {
    let files = std::fs::read_dir(in_repository("locales/en"))
        .expect("a folder")
        .flatten();
    let texts = files.map(|file| std::fs::read_to_string(file.path()).expect("words"));
    texts.collect()
}

fn read(folder: &std::path::Path, acts: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, acts);
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a file");
        for part in text.split("Deed::new(").skip(1) {
            let mut quoted = part.trim_start().split('"');
            if quoted.next() == Some("") {
                acts.extend(quoted.next().map(str::to_owned));
            }
        }
    }
}
