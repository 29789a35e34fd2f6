//! What happens when two do something at the same moment: nothing that was acknowledged is lost, and
//! nothing is done twice. On SQLite there is one server, on PostgreSQL two on one database.
//!
//! Every race is run again and again, as often as `IGF_CALENDAR_RACE_ROUNDS` says.

use crate::on_both_databases;
use crate::support::app::{ANNOUNCED, Page, TestApp, Visitor, of_the_desk};
use crate::support::meetings::{SEED, weekly};
use chrono::SecondsFormat;
use igf_calendar::acts::{Actor, Acts, Undoing};
use igf_calendar::clock::Clock;
use igf_calendar::domain::{MeetingDetails, MeetingId, ReviewId, Status, Verdict};
use igf_calendar::store::{DecisionsOf, MeetingState};

/// When some of the series that [`weekly`] posts was held.
const EARLIER: &str = "2018-03-17T12:00:00Z";
/// When one more date of it was.
const LATER: &str = "2018-03-24T09:00:00Z";

type Fields = Vec<(&'static str, &'static str)>;

/// Page "when" for one date that is cancelled.
fn cancelled(day: &'static str) -> Fields {
    vec![
        ("precision", "exact"),
        ("held", "once"),
        ("zone", "Geneva"),
        ("start_day", day),
        ("start_month", "3"),
        ("start_year", "2018"),
        ("start_time", "14:00"),
        ("end_time", "15:00"),
        ("status", "cancelled"),
        ("status_note", "A holiday."),
    ]
}

/// Page "when" for all dates from 23 March on, an hour later.
fn an_hour_later() -> Fields {
    vec![
        ("precision", "exact"),
        ("held", "series"),
        ("zone", "Geneva"),
        ("start_day", "23"),
        ("start_month", "3"),
        ("start_year", "2018"),
        ("start_time", "15:00"),
        ("end_time", "16:00"),
    ]
}

/// The first page with another title.
fn titled(title: &'static str) -> Fields {
    vec![
        ("group", "dccg"),
        ("title", title),
        ("poster_name", "Ana Example"),
        ("poster_email", "ana@dynamic.example.org"),
    ]
}

/// Where the racers run.
struct Course<'a> {
    app: &'a TestApp,
    /// Servers that were started for the race, all of its present.
    started: Vec<TestApp>,
    /// The servers' addresses, twice the same if there is one.
    bases: [String; 2],
}

/// A meeting that was posted, with its private address as a path.
struct Entry {
    id: MeetingId,
    edit: String,
}

impl<'a> Course<'a> {
    /// Two servers of a moment on the database of `app`, or one on SQLite.
    async fn of(app: &'a TestApp, now: &str) -> Self {
        let is_present = now == app.now.to_rfc3339_opts(SecondsFormat::Secs, true);
        let mut bases: Vec<String> = is_present.then(|| app.base.clone()).into_iter().collect();
        let mut started = Vec::new();
        let servers = if app.database.starts_with("postgres") {
            2
        } else {
            1
        };
        while bases.len() < servers {
            let server = app.beside_at(now).await;
            bases.push(server.base.clone());
            started.push(server);
        }
        let bases = [bases[0].clone(), bases[servers - 1].clone()];
        Self {
            app,
            started,
            bases,
        }
    }

    /// Somebody of the secretariat, at any of the servers.
    async fn secretary(&self, name: &str) -> Visitor {
        self.started
            .first()
            .unwrap_or(self.app)
            .secretary(name)
            .await
    }

    /// The same path at one server and at the other, which change places from round to round.
    fn lanes(&self, round: usize) -> [&str; 2] {
        match round % 2 {
            0 => [&self.bases[0], &self.bases[1]],
            _ => [&self.bases[1], &self.bases[0]],
        }
    }

    async fn post(&self, fields: &[(&str, &str)]) -> Entry {
        let confirmation = self.app.post_meeting(fields).await;
        let reference = confirmation.texts(".reference").remove(0);
        let id = self.app.store.meeting_of_reference(&reference);
        let address = confirmation.attributes("#edit-address", "value").remove(0);
        Entry {
            id: id.expect("the store").expect("a meeting"),
            edit: address.replace(&self.app.base, ""),
        }
    }

    async fn publish(&self, desk: &Visitor, fields: &[(&str, &str)]) -> Entry {
        let entry = self.post(fields).await;
        let page = desk.decide(&self.waiting(&entry), "approved", "").await;
        assert_eq!(page.status, 200, "{}", page.text);
        entry
    }

    /// Begins a change and answers one page of it; returns the path of the draft.
    async fn draft(
        &self,
        base: &str,
        entry: &Entry,
        button: &[(&str, &str)],
        page: &str,
        fields: &[(&str, &str)],
    ) -> String {
        let begun = self
            .app
            .reader
            .post(&format!("{base}{}", entry.edit), button)
            .await;
        let (draft, _) = begun.path.rsplit_once('/').expect("a draft");
        let check = self
            .app
            .reader
            .post(&format!("{base}{draft}/{page}"), fields)
            .await;
        assert!(
            check.path.ends_with("/check"),
            "{}: {:?}",
            check.path,
            check.errors()
        );
        draft.to_owned()
    }

    fn state(&self, entry: &Entry) -> MeetingState {
        let state = self.app.store.meeting(entry.id).expect("the store");
        state.expect("a meeting")
    }

    fn waiting(&self, entry: &Entry) -> String {
        let pending = self.state(entry).pending;
        pending.expect("it waits").id.to_string()
    }

    /// What its poster will be told of what was decided.
    fn told(&self, entry: &Entry) -> Vec<&'static str> {
        let messages = self.app.store.unsent_messages().expect("the outbox");
        let of_entry = messages.iter().filter(|one| one.meeting == Some(entry.id));
        let kinds = of_entry.map(|one| one.kind.as_str());
        kinds.filter(|kind| *kind != "received").collect()
    }

    /// What its last decision is undone by.
    fn last_decision(&self, entry: &Entry) -> ReviewId {
        let of = DecisionsOf::Meeting(entry.id);
        let mut lines = self.app.store.decisions(of, 1).expect("the store");
        lines.remove(0).id.expect("a decision")
    }

    /// How often the meeting was published, or taken off.
    fn publications(&self) -> usize {
        self.app.store.change_numbers().expect("the log").len()
    }
}

fn rounds() -> usize {
    std::env::var("IGF_CALENDAR_RACE_ROUNDS").map_or(20, |rounds| {
        rounds
            .parse()
            .expect("IGF_CALENDAR_RACE_ROUNDS is a number")
    })
}

/// Fails with the number of rounds that went wrong, and what was wrong with the first of them.
fn all_right(race: &str, faults: &[String]) {
    eprintln!("{race}: {} of {} rounds went wrong", faults.len(), rounds());
    assert!(
        faults.is_empty(),
        "{race}: {} of {}: {}",
        faults.len(),
        rounds(),
        faults[0]
    );
}

/// Presses a button of the form.
async fn press(app: &TestApp, address: String, fields: Fields) -> Page {
    app.reader.post_at_once(&address, &fields).await
}

async fn take_back(app: &TestApp, address: String, revision: &str) -> Page {
    app.reader
        .post_at_once(&address, &[("revision", revision)])
        .await
}

async fn decide(desk: &Visitor, base: &str, revision: &str, verdict: &str) -> Page {
    let path = format!("{base}/desk/revisions/{revision}/decide");
    let fields = [("verdict", verdict), ("reason", "Because.")];
    desk.post(&path, &fields).await
}

fn cancelled_days(details: &MeetingDetails) -> Vec<String> {
    let all = details.occurrences_by_name().into_iter();
    all.filter(|(_, one)| one.said.status == Status::Cancelled)
        .map(|(day, _)| day)
        .collect()
}

fn decisions(state: &MeetingState) -> Vec<Verdict> {
    let reviews = state
        .history
        .iter()
        .filter_map(|entry| entry.review.as_ref());
    reviews.map(|review| review.verdict).collect()
}

on_both_databases! {
    /// Two people of a group each cancel a date.
    async fn two_dates_of_a_series_are_changed_at_once(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let desk = course.secretary("Chengetai").await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let entry = course.publish(&desk, &weekly()).await;
            let mut drafts = Vec::new();
            for (scope, day) in [("one:2018-03-16", "16"), ("one:2018-03-23", "23")] {
                let button = [("scope", scope), ("status", "cancelled")];
                drafts.push(course.draft(&app.base, &entry, &button, "when", &cancelled(day)).await);
            }
            let [one, two] = course.lanes(round);
            let (first, second) = tokio::join!(
                press(&app, format!("{one}{}/send", drafts[0]), vec![]),
                press(&app, format!("{two}{}/send", drafts[1]), vec![]),
            );
            assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
            let waits = course.state(&entry).pending.expect("it waits").details;
            let days = cancelled_days(&waits);
            if days != ["2018-03-16", "2018-03-23"] {
                faults.push(format!("cancelled are {days:?}"));
            }
        }
        all_right("two dates of one series", &faults);
    }

    /// Two people of a group change different parts of a meeting.
    async fn two_parts_of_a_meeting_are_changed_at_once(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let desk = course.secretary("Chengetai").await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let entry = course.publish(&desk, SEED).await;
            let title = course.draft(&app.base, &entry, &[], "who", &titled("Sent at once")).await;
            let hours = course.draft(&app.base, &entry, &[], "when", &cancelled("16")).await;
            let [one, two] = course.lanes(round);
            let (first, second) = tokio::join!(
                press(&app, format!("{one}{title}/send"), vec![]),
                press(&app, format!("{two}{hours}/send"), vec![]),
            );
            let statuses = (first.status.as_u16(), second.status.as_u16());
            let state = course.state(&entry);
            let waits = state.pending.expect("it waits").details;
            let both = waits.said.title.as_str() == "Sent at once" && waits.said.status == Status::Cancelled;
            // One of the two was put beside the other, and says so.
            let mut told = 0;
            for draft in [&title, &hours] {
                let sent = app.reader.get(&format!("{draft}/sent")).await;
                told += sent.texts(".meanwhile li").len();
            }
            if statuses != (303, 303) || !both || state.waiting.len() != 2 || told != 1 {
                faults.push(format!("{statuses:?}, {} wait, told {told}: {:?}", state.waiting.len(), waits.said));
            }
        }
        all_right("two parts of a meeting", &faults);
    }

    /// Two people give a meeting another title each: one is sent, the other is asked.
    async fn two_titles_are_sent_at_once(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let desk = course.secretary("Chengetai").await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let entry = course.publish(&desk, SEED).await;
            let ana = course.draft(&app.base, &entry, &[], "who", &titled("By Ana")).await;
            let ben = course.draft(&app.base, &entry, &[], "who", &titled("By Ben")).await;
            let [one, two] = course.lanes(round);
            let (first, second) = tokio::join!(
                press(&app, format!("{one}{ana}/send"), vec![]),
                press(&app, format!("{two}{ben}/send"), vec![]),
            );
            let waits = course.state(&entry).pending.expect("it waits").details.said.title.to_string();
            let answers = (first.status.as_u16(), second.status.as_u16(), waits.as_str());
            let asked = match answers {
                (303, 409, "By Ana") => second,
                (409, 303, "By Ben") => first,
                _ => {
                    faults.push(format!("{answers:?}"));
                    continue;
                }
            };
            let words = asked.words();
            if !words.contains("By Ana") || !words.contains("By Ben") {
                faults.push(words);
            }
        }
        all_right("two titles", &faults);
    }

    /// A page is saved in a second tab while the first one sends.
    async fn a_page_is_saved_while_its_draft_is_sent(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let check = app.reader.post("/en/post", SEED).await;
            let (draft, _) = check.path.rsplit_once('/').expect("a draft");
            let [one, two] = course.lanes(round);
            let (sent, saved) = tokio::join!(
                press(&app, format!("{one}{draft}/send"), vec![]),
                press(&app, format!("{two}{draft}/who"), titled("Typed last")),
            );
            assert_eq!((sent.status.as_u16(), saved.status.as_u16()), (303, 303));
            let confirmation = app.reader.get(&format!("{draft}/sent")).await;
            let reference = confirmation.texts(".reference").remove(0);
            let id = app.store.meeting_of_reference(&reference).expect("the store").expect("a meeting");
            let state = app.store.meeting(id).expect("the store").expect("a meeting");
            let has_last = state.newest.expect("a revision").details.said.title.as_str() == "Typed last";
            let told_so = saved.header("location").ends_with("/sent");
            if has_last == told_so {
                faults.push(format!("saved: {:?}, and that was sent: {has_last}", saved.header("location")));
            }
        }
        all_right("saved while it is sent", &faults);
    }

    /// Two tabs save a page each.
    async fn two_pages_of_a_draft_are_saved_at_once(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let check = app.reader.post("/en/post", SEED).await;
            let (draft, _) = check.path.rsplit_once('/').expect("a draft");
            let [one, two] = course.lanes(round);
            let face_to_face = vec![("mode", "face-to-face"), ("city", "Nairobi"), ("country", "Kenya")];
            let (first, second) = tokio::join!(
                press(&app, format!("{one}{draft}/who"), titled("Typed in one tab")),
                press(&app, format!("{two}{draft}/how"), face_to_face),
            );
            assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
            let words = app.reader.get(&check.path).await.words();
            if !words.contains("Typed in one tab") || !words.contains("Nairobi") {
                faults.push(words);
            }
        }
        all_right("two pages of a draft", &faults);
    }

    /// A button that is pressed twice: what is sent is one meeting, what is approved is public once, and
    /// neither answer is an error.
    async fn buttons_are_pressed_twice(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let desk = course.secretary("Chengetai").await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let [one, two] = course.lanes(round);
            let check = app.reader.post("/en/post", SEED).await;
            let send = check.path.replace("/check", "/send");
            let before = app.waiting().len();
            let (first, second) = tokio::join!(
                press(&app, format!("{one}{send}"), vec![]),
                press(&app, format!("{two}{send}"), vec![]),
            );
            assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
            if app.waiting().len() != before + 1 {
                faults.push(format!("{} wait more", app.waiting().len() - before));
            }
            for (_, revision) in app.waiting() {
                let published = course.publications();
                let (first, second) = tokio::join!(
                    decide(&desk, one, &revision, "approved"),
                    decide(&desk, two, &revision, "approved"),
                );
                let statuses = [first.status.as_u16(), second.status.as_u16()];
                let times = course.publications() - published;
                if times != 1 || statuses != [200, 200] {
                    faults.push(format!("published {times} times, answered {statuses:?}"));
                }
            }
        }
        all_right("pressed twice", &faults);
    }

    /// Two reviewers decide on what was posted.
    async fn two_reviewers_decide_at_once(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let (chengetai, anja) = (course.secretary("Chengetai").await, course.secretary("Anja").await);
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let entry = course.post(SEED).await;
            let revision = course.waiting(&entry);
            let [one, two] = course.lanes(round);
            let (first, second) = tokio::join!(
                decide(&chengetai, one, &revision, "approved"),
                decide(&anja, two, &revision, "rejected"),
            );
            let mut statuses = [first.status.as_u16(), second.status.as_u16()];
            let state = course.state(&entry);
            let (decided, is_public) = (decisions(&state), state.published.is_some());
            let fits = decided == [if is_public { Verdict::Approved } else { Verdict::Rejected }];
            let told = course.told(&entry);
            let expected = if is_public { "published" } else { "rejected" };
            if told != [expected] {
                faults.push(format!("public: {is_public}, told {told:?}"));
            }
            statuses.sort_unstable();
            if !fits || statuses != [200, 409] {
                faults.push(format!("{decided:?}, public: {is_public}, answered {statuses:?}"));
            }
        }
        all_right("two reviewers", &faults);
    }

    /// One undoes a decision while its letter leaves, by a clock that is ahead: it is told and stands, or
    /// is undone and never told.
    async fn a_decision_is_undone_while_its_letter_leaves(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let desk = course.secretary("Chengetai").await;
        let reviewer = Actor::Reviewer(of_the_desk("Anja"));
        let at = |now: &str| Acts::new(app.store.clone(), Clock::Fixed(now.parse().expect("RFC 3339")));
        let (early, late) = (at("2018-03-01T09:09:59Z"), at("2018-03-01T09:10:30Z"));
        // What tells that it was received leaves first.
        let empty = |acts: &Acts| while let Some(one) = acts.next_delivery().expect("the outbox") {
            acts.delivered(&one).expect("the outbox");
        };
        let mut faults = Vec::new();
        let mut undone = 0;
        for round in 0..rounds() {
            let entry = course.post(SEED).await;
            empty(&late);
            let verdict = if round % 2 == 0 { "approved" } else { "rejected" };
            decide(&desk, &app.base, &course.waiting(&entry), verdict).await;
            let decision = course.last_decision(&entry);
            let (undoing, reviewer, delivering) = (early.clone(), reviewer.clone(), late.clone());
            let undoing = tokio::task::spawn_blocking(move || undoing.undo(&reviewer, decision));
            let delivering = tokio::task::spawn_blocking(move || delivering.next_delivery());
            let (outcome, delivery) = tokio::join!(undoing, delivering);
            let outcome = outcome.expect("no panic").expect("an outcome");
            let is_undone = matches!(outcome, Undoing::Undone(_));
            undone += usize::from(is_undone);
            let is_told = delivery.expect("no panic").expect("the outbox").is_some();
            let state = course.state(&entry);
            if is_undone == is_told || is_undone != state.pending.is_some() {
                faults.push(format!("{outcome:?}, told: {is_told}, waits: {}", state.pending.is_some()));
            }
            empty(&late);
        }
        eprintln!("undone {undone} times");
        all_right("undone while its letter leaves", &faults);
    }

    /// Two undo the same decision while a third decides.
    async fn a_decision_is_undone_twice_at_once(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let (chengetai, anja) = (course.secretary("Chengetai").await, course.secretary("Anja").await);
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let entry = course.post(SEED).await;
            decide(&chengetai, &app.base, &course.waiting(&entry), "approved").await;
            let decision = course.last_decision(&entry).to_string();
            let [one, two] = course.lanes(round);
            let fields = [("decision", decision.as_str())];
            let (first, second) = (format!("{one}/desk/undo"), format!("{two}/desk/undo"));
            let (first, second) = tokio::join!(chengetai.post(&first, &fields), anja.post(&second, &fields));
            let mut statuses = [first.status.as_u16(), second.status.as_u16()];
            statuses.sort_unstable();
            let state = course.state(&entry);
            if statuses != [200, 409] || state.history.len() != 2 || state.published.is_some() || state.pending.is_none() {
                faults.push(format!("{} revisions, answered {statuses:?}", state.history.len()));
            }
        }
        let broken = app.store.check().expect("a check");
        assert!(broken.is_empty(), "{broken:?}");
        all_right("undone twice at once", &faults);
    }

    /// The desk approves what it sees while the poster sends another title.
    async fn a_newer_change_comes_in_while_the_desk_decides(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let desk = course.secretary("Chengetai").await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let entry = course.post(SEED).await;
            let revision = course.waiting(&entry);
            let draft = course.draft(&app.base, &entry, &[], "who", &titled("Sent last")).await;
            let [one, two] = course.lanes(round);
            let (decided, sent) = tokio::join!(
                decide(&desk, one, &revision, "approved"),
                press(&app, format!("{two}{draft}/send"), vec![]),
            );
            faults.extend(newer_fault(&course.state(&entry), &revision, &decided, &sent));
        }
        all_right("decided while a newer one comes in", &faults);
    }

    /// The poster takes back what the desk approves at that moment.
    async fn a_meeting_is_taken_back_while_the_desk_decides(app: TestApp) {
        let course = Course::of(&app, ANNOUNCED).await;
        let desk = course.secretary("Chengetai").await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let entry = course.post(SEED).await;
            let revision = course.waiting(&entry);
            let [one, two] = course.lanes(round);
            let (decided, taken_back) = tokio::join!(
                decide(&desk, one, &revision, "approved"),
                take_back(&app, format!("{two}{}/take-back", entry.edit), &revision),
            );
            assert_eq!(taken_back.status, 303);
            let state = course.state(&entry);
            let is_public = state.published.is_some();
            let is_back = state.history[0].taken_back.is_some();
            if state.pending.is_some() || is_public == is_back || (decided.status == 200) != is_public {
                faults.push(format!("public: {is_public}, taken back: {is_back}, answered {}", decided.status));
            }
        }
        all_right("decided while it is taken back", &faults);
    }

    /// A change of a series waited while one of its dates was held, so approving it adapts it first. Two
    /// approve at once.
    async fn a_change_that_waited_too_long_is_approved_twice(app: TestApp at EARLIER) {
        let course = Course::of(&app, LATER).await;
        let (chengetai, anja) = (course.secretary("Chengetai").await, course.secretary("Anja").await);
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let (entry, revision) = waits_too_long(&course, &chengetai).await;
            let published = course.publications();
            let [one, two] = course.lanes(round);
            let (first, second) = tokio::join!(
                decide(&chengetai, one, &revision, "approved"),
                decide(&anja, two, &revision, "approved"),
            );
            let times = course.publications() - published;
            let decided = decisions(&course.state(&entry));
            let mut statuses = [first.status.as_u16(), second.status.as_u16()];
            statuses.sort_unstable();
            if times != 1 || decided != [Verdict::Approved; 2] || statuses != [200, 409] {
                faults.push(format!("published {times} times, decided {decided:?}, answered {statuses:?}"));
            }
        }
        all_right("waited too long, approved twice", &faults);
    }

    /// The same, of which one approves and one rejects.
    async fn a_change_that_waited_too_long_is_approved_and_rejected(app: TestApp at EARLIER) {
        let course = Course::of(&app, LATER).await;
        let (chengetai, anja) = (course.secretary("Chengetai").await, course.secretary("Anja").await);
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let (entry, revision) = waits_too_long(&course, &chengetai).await;
            let [one, two] = course.lanes(round);
            let (first, second) = tokio::join!(
                decide(&chengetai, one, &revision, "approved"),
                decide(&anja, two, &revision, "rejected"),
            );
            let state = course.state(&entry);
            let mut statuses = [first.status.as_u16(), second.status.as_u16()];
            statuses.sort_unstable();
            // The first approval is that of the series itself.
            if decisions(&state).len() != 2 || statuses != [200, 409] || state.pending.is_some() {
                faults.push(format!("decided {:?}, answered {statuses:?}", decisions(&state)));
            }
        }
        all_right("waited too long, approved and rejected", &faults);
    }

    /// The same, and the poster sends a newer change at that moment.
    async fn a_change_that_waited_too_long_is_approved_while_a_newer_one_comes_in(app: TestApp at EARLIER) {
        let course = Course::of(&app, LATER).await;
        let desk = course.secretary("Chengetai").await;
        let mut faults = Vec::new();
        for round in 0..rounds() {
            let (entry, revision) = waits_too_long(&course, &desk).await;
            let draft = course.draft(&course.bases[0], &entry, &[], "who", &titled("Sent last")).await;
            let [one, two] = course.lanes(round);
            let (decided, sent) = tokio::join!(
                decide(&desk, one, &revision, "approved"),
                press(&app, format!("{two}{draft}/send"), vec![]),
            );
            assert_eq!(sent.status, 303);
            let state = course.state(&entry);
            let waits = state.pending.as_ref().map(|pending| pending.details.said.title.to_string());
            if waits.as_deref() != Some("Sent last") || ![200, 409].contains(&decided.status.as_u16()) {
                faults.push(format!("{waits:?} waits, answered {}", decided.status));
            }
        }
        all_right("waited too long, a newer one comes in", &faults);
    }
}

/// What is wrong once a meeting was decided on while its poster sent "Sent last": that always waits, and
/// what was approved is public.
fn newer_fault(
    state: &MeetingState,
    approved: &str,
    decided: &Page,
    sent: &Page,
) -> Option<String> {
    assert_eq!(sent.status, 303);
    let waits = state
        .pending
        .as_ref()
        .map(|pending| pending.details.said.title.to_string());
    let public = state
        .published
        .as_ref()
        .map(|published| published.id.to_string());
    let fits = match decided.status.as_u16() {
        200 => public.as_deref() == Some(approved),
        409 => public.is_none(),
        _ => false,
    };
    let is_right = fits && waits.as_deref() == Some("Sent last");
    (!is_right).then(|| {
        format!(
            "{waits:?} waits, {public:?} is public, answered {}",
            decided.status
        )
    })
}

/// A published series, and a change of all its dates to come that waits since before one of them was
/// held.
async fn waits_too_long(course: &Course<'_>, desk: &Visitor) -> (Entry, String) {
    let app = course.app;
    let entry = course.publish(desk, &weekly()).await;
    let draft = course
        .draft(&app.base, &entry, &[], "when", &an_hour_later())
        .await;
    let sent = press(app, format!("{draft}/send"), vec![]).await;
    assert_eq!(sent.status, 303);
    let revision = course.waiting(&entry);
    (entry, revision)
}
