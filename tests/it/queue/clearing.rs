//! What it takes to clear a full queue: pages, taps and typed words, counted as a person would do it.

use super::{entry, row};
use crate::on_both_databases;
use crate::support::app::{Page, Visitor};

/// Somebody at the desk whose every step is counted.
struct Counting<'a> {
    desk: &'a Visitor,
    pages: usize,
    taps: usize,
    words: usize,
}

impl Counting<'_> {
    async fn open(&mut self, path: &str) -> Page {
        self.pages += 1;
        self.taps += 1;
        self.desk.get(path).await
    }

    async fn press(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.pages += 1;
        self.taps += 1;
        let typed = fields.iter().filter(|(name, _)| *name == "reason");
        self.words += typed
            .map(|(_, text)| text.split_whitespace().count())
            .sum::<usize>();
        self.desk.post(path, fields).await
    }
}

on_both_databases! {
    /// 46 entries: a flood of 31 from one address, two for whom changes are asked for with one reason, and
    /// 13 that are read one by one and approved.
    async fn forty_six_entries_are_cleared(app: TestApp) {
        for number in 1..=31 {
            let title = format!("Casino {number}");
            let flood = [("poster_email", "flood@example.net"), ("poster_name", "Flood")];
            app.post_meeting(&entry(&title, "20", &flood)).await;
        }
        for number in 1..=15 {
            let (title, email) = (format!("Call {number:02}"), format!("a{number}@example.org"));
            app.post_meeting(&entry(&title, "10", &[("poster_email", &email)])).await;
        }
        let desk = app.secretary("Anja").await;
        let mut anja = Counting { desk: &desk, pages: 0, taps: 0, words: 0 };
        let queue = anja.open("/desk").await;
        assert_eq!(queue.texts(".pick h3").len(), 46);

        // The flood: any of its rows leads to all of them, ticked.
        let flood = queue.attributes("a[href*='from=']", "href").remove(0);
        let all = anja.open(&flood).await;
        let ticked = all.attributes(".pick input[checked]", "value");
        assert_eq!(ticked.len(), 31);
        let mut fields = vec![("verdict", "spam"), ("reason", "")];
        fields.extend(ticked.iter().map(|id| ("revision", id.as_str())));
        let done = anja.press("/desk/bulk", &fields).await;
        assert_eq!(done.texts(".results > li").len(), 31);

        // Two with one reason: a tap for each, and one for the button.
        let queue = anja.open("/desk").await;
        assert!(row(&queue, "Call 01").contains("Call 01"));
        let two = queue.attributes(".pick input", "value");
        let mut fields = vec![("verdict", "changes-requested"), ("reason", "Please add an agenda.")];
        fields.extend(two[..2].iter().map(|id| ("revision", id.as_str())));
        anja.taps += 2;
        anja.press("/desk/bulk", &fields).await;

        // The rest is read: each is opened from the one before.
        let queue = anja.open("/desk").await;
        let mut next = queue.attributes(".pick h3 a", "href").into_iter().next();
        let mut read = 0;
        while let Some(path) = next {
            let page = anja.open(&path).await;
            let decide = page.attributes("form.decide", "action").remove(0);
            let after = anja.press(&decide, &[("verdict", "approved")]).await;
            read += 1;
            next = after.attributes(".done > p:last-of-type a", "href").pop().filter(|next| *next != path);
        }
        assert_eq!(read, 13);
        assert!(app.waiting().is_empty());
        eprintln!("46 entries: {} pages, {} taps, {} words", anja.pages, anja.taps, anja.words);
        assert_eq!((anja.pages, anja.taps, anja.words), (32, 34, 4));
    }
}
