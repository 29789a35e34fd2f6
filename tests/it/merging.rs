//! Two changes of one meeting at once: whatever two people typed, it is public, or whoever sent second
//! chose so in sight of it, and the desk sees it. Posters of a group share one private address.

mod pages;
mod series;

use crate::on_both_databases;
use crate::support::app::{Page, TestApp, Visitor};
use crate::support::meetings::{SEED, details, second_page, with};
use crate::support::posted::Posted;
use igf_calendar::acts::Actor;
use igf_calendar::domain::{MeetingDetails, MeetingId};
use igf_calendar::store::{MeetingState, Upsert};

type Fields<'a> = Vec<(&'a str, &'a str)>;

const TITLE: &str = "DC Coordination Group, Virtual Meeting XXV";
/// Some days after the calendar was announced.
const LATER: &str = "2018-03-06T09:00:00Z";

/// A change that somebody began.
struct Draft {
    who: Visitor,
    /// The path of its pages, without the page.
    path: String,
}

impl Draft {
    /// Somebody else with the private address.
    async fn at(app: &TestApp, call: &Posted, button: &[(&str, &str)]) -> Self {
        let who = app.visitor();
        let begun = who.post(&call.edit, button).await;
        Self::on(who, &begun)
    }

    /// Somebody of the secretariat.
    async fn at_desk(app: &TestApp, call: &Posted, name: &str) -> Self {
        let who = app.secretary(name).await;
        let begun = who
            .post(&format!("/desk/meetings/{}/edit", call.id), &[])
            .await;
        Self::on(who, &begun)
    }

    fn on(who: Visitor, begun: &Page) -> Self {
        let (path, _) = begun.path.rsplit_once('/').expect("a draft");
        Self {
            who,
            path: path.to_owned(),
        }
    }

    /// Fills in a page of the form; returns the page of the answers.
    async fn answer(&self, page: &str, fields: &[(&str, &str)]) -> Page {
        let check = self
            .who
            .post(&format!("{}/{page}", self.path), fields)
            .await;
        assert!(
            check.path.ends_with("/check"),
            "{}: {:?}",
            check.path,
            check.errors()
        );
        check
    }

    async fn check(&self) -> Page {
        self.who.get(&format!("{}/check", self.path)).await
    }

    /// Presses the button without having looked at anything.
    async fn send(&self) -> Page {
        self.who.post(&format!("{}/send", self.path), &[]).await
    }

    /// Presses the button of a page of the answers, after choosing.
    async fn send_from(&self, page: &Page, chosen: &[(&str, &str)]) -> Page {
        let seen = page.attributes("input[name=seen]", "value").remove(0);
        let fields = [&[("seen", seen.as_str())], chosen].concat();
        self.who.post(&format!("{}/send", self.path), &fields).await
    }
}

/// The first page, by Ana or somebody else.
fn who<'a>(name: &'a str, changes: &[(&'a str, &'a str)]) -> Fields<'a> {
    let names = [
        "group",
        "title",
        "description",
        "agenda",
        "poster_name",
        "poster_email",
    ];
    let page: Fields<'_> = SEED
        .iter()
        .copied()
        .filter(|(name, _)| names.contains(name))
        .collect();
    let page = with(
        &page,
        &[("poster_name", name), ("poster_email", email(name))],
    );
    with(&page, changes)
}

fn email(name: &str) -> &str {
    match name {
        "Ben" => "ben@dynamic.example.org",
        _ => "ana@dynamic.example.org",
    }
}

/// Half past three in place of two o'clock.
fn half_past_three<'a>() -> Fields<'a> {
    second_page(&[("start_time", "15:30"), ("end_time", "16:30")])
}

fn state(app: &TestApp, call: &Posted) -> MeetingState {
    let id = MeetingId::parse(&call.id).expect("an id");
    app.store
        .meeting(id)
        .expect("the store")
        .expect("a meeting")
}

fn waits(app: &TestApp, call: &Posted) -> MeetingDetails {
    state(app, call).pending.expect("it waits").details
}

/// What is said on a page, with plain blanks and no marks of direction.
fn plain(text: &str) -> String {
    text.replace(['\u{2009}', '\u{a0}'], " ")
        .replace(['\u{2068}', '\u{2069}'], "")
}

fn texts(page: &Page, selector: &str) -> Vec<String> {
    page.texts(selector)
        .iter()
        .map(|text| plain(text))
        .collect()
}

/// What the page says happened since the form was begun.
fn news(page: &Page) -> String {
    texts(page, ".meanwhile").join(" ")
}

async fn review(call: &Posted) -> Page {
    call.desk.get(&format!("/desk/meetings/{}", call.id)).await
}

/// Approves what waits, and returns what readers see then.
async fn approve(app: &TestApp, call: &Posted) -> Page {
    let (_, revision) = app.waiting().pop().expect("it waits");
    let decided = call.desk.decide(&revision, "approved", "").await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    call.page(app).await
}

async fn reject(app: &TestApp, call: &Posted) {
    let (_, revision) = app.waiting().pop().expect("it waits");
    call.desk.decide(&revision, "rejected", "Not ours.").await;
}

/// Ana calls the meeting "Ana’s title", Ben "Ben’s title", both from the same state; Ana has sent.
async fn two_titles(app: &TestApp) -> (Posted, Draft) {
    let call = Posted::publish(app, SEED).await;
    let (ana, ben) = (
        Draft::at(app, &call, &[]).await,
        Draft::at(app, &call, &[]).await,
    );
    ana.answer("who", &who("Ana", &[("title", "Ana’s title")]))
        .await;
    ben.answer("who", &who("Ben", &[("title", "Ben’s title")]))
        .await;
    assert!(ana.send().await.path.ends_with("/sent"));
    (call, ben)
}

/// That the desk sees both titles, and whose they are.
async fn desk_sees_both_titles(call: &Posted) {
    let review = review(call).await;
    let waiting = texts(&review, ".waiting > li");
    assert_eq!(waiting.len(), 2, "{waiting:?}");
    assert!(
        waiting[0].contains("Sent by Ana on 1 March 2018"),
        "{waiting:?}"
    );
    assert!(waiting[0].contains("Ana’s title"), "{waiting:?}");
    assert!(
        waiting[1].contains("Sent by Ben on 1 March 2018"),
        "{waiting:?}"
    );
}

on_both_databases! {
    /// One moves the hour, the other mends the description, and both had begun before either sent.
    async fn two_posters_change_different_parts(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &[]).await);
        ana.answer("when", &half_past_three()).await;
        let check = ben.answer("who", &who("Ben", &[("description", "Mended.")])).await;
        assert_eq!(news(&check), "", "nothing has happened yet");
        ana.send().await;

        let check = ben.check().await;
        assert_eq!(check.status, 200);
        let said = "Since you began, Ana Example changed: When (1 March 2018, 09:00 UTC). Your change is put beside it.";
        assert!(news(&check).contains(said), "{}", news(&check));
        assert!(check.texts("input[type=radio]").is_empty(), "there is no question");
        let preview = texts(&check, ".preview").join(" ");
        assert!(preview.contains("15:30 – 16:30") && preview.contains("Mended."), "{preview}");
        let sent = ben.send_from(&check, &[]).await;
        assert!(sent.path.ends_with("/sent") && news(&sent).contains(said), "{}", sent.words());

        let queue = call.desk.get("/desk").await;
        let row = texts(&queue, ".pick").join(" ");
        assert!(row.contains("2 changes, by Ana Example and Ben"), "{row}");
        let review = review(&call).await;
        let all = "2 changes wait together. The newest holds all of them, and your decision is about all of them.";
        assert!(plain(&review.words()).contains(all), "{}", review.words());
        let waiting = texts(&review, ".waiting > li");
        assert!(waiting[0].starts_with("Sent by Ana Example on 1 March 2018, 09:00 UTC"), "{waiting:?}");
        assert!(waiting[0].contains("15:30 – 16:30") && !waiting[0].contains("Mended."), "{waiting:?}");
        assert!(waiting[1].starts_with("Sent by Ben on") && waiting[1].contains("Mended."), "{waiting:?}");
        assert!(!waiting[1].contains("15:30"), "{waiting:?}");
        let whole = texts(&review, "section[aria-labelledby=diff] tbody tr").join(" ");
        assert!(whole.contains("15:30") && whole.contains("Mended."), "{whole}");
        assert!(texts(&review, ".history li")[1].contains("Is part of revision 3"), "{}", review.words());
        let private = plain(&app.reader.get(&call.edit).await.words());
        assert!(private.contains("2 changes, by Ana Example and Ben"), "{private}");

        let page = approve(&app, &call).await;
        let words = plain(&page.words());
        assert!(words.contains("15:30 – 16:30") && words.contains("Mended."), "{words}");
    }

    /// The second is sent by somebody who never saw that there was a first.
    async fn what_is_put_together_unseen_is_said_afterwards(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &[]).await);
        ana.answer("when", &half_past_three()).await;
        ben.answer("who", &who("Ben", &[("description", "Mended.")])).await;
        ana.send().await;
        let sent = ben.send().await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.path);
        assert!(news(&sent).contains("Ana Example changed: When"), "{}", sent.words());
        let again = ben.send().await;
        assert!(again.path.ends_with("/sent") && state(&app, &call).history.len() == 3, "pressed twice");
        let first = ana.who.get(&format!("{}/sent", ana.path)).await;
        assert_eq!(news(&first), "", "nothing had happened before the first");
    }

    async fn of_the_same_part_whoever_sends_second_keeps_their_own(app: TestApp) {
        let (call, ben) = two_titles(&app).await;
        let check = ben.check().await;
        assert_eq!((check.status.as_u16(), check.errors().len()), (200, 0), "looking is no error");
        let question = texts(&check, "fieldset").join(" ");
        assert_eq!(
            question,
            "Title You both changed this; Ana did so on 1 March 2018, 09:00 UTC. \
             Your answer Ben’s title Ana Ana’s title"
        );
        assert_eq!(check.attributes("input[type=radio]", "name"), ["keep_title"; 2]);
        assert_eq!(check.attributes("input[type=radio]", "value"), ["mine", "theirs"]);
        assert!(check.attributes("input[type=radio][checked]", "value").is_empty());

        let asked = ben.send_from(&check, &[]).await;
        assert_eq!(asked.status, 409);
        assert_eq!(asked.errors(), ["keep_title: Title: choose which answer is to be sent"]);
        assert_eq!(asked.attributes(".wrong input", "id"), ["keep_title", "keep_title-theirs"]);
        assert_eq!(asked.texts("title")[0], "Error: Check your answers – Common IGF calendar".to_owned());
        assert_eq!(waits(&app, &call).said.title.as_str(), "Ana’s title", "nothing was sent");
        let nonsense = ben.send_from(&asked, &[("keep_title", "both"), ("keep_", "mine"), ("keep_hat", "mine")]).await;
        assert_eq!(nonsense.status, 409);

        let sent = ben.send_from(&asked, &[("keep_title", "mine")]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        desk_sees_both_titles(&call).await;
        let page = approve(&app, &call).await;
        assert_eq!(page.texts("h1"), ["Ben’s title"]);
    }

    async fn of_the_same_part_whoever_sends_second_takes_the_other(app: TestApp) {
        let (call, ben) = two_titles(&app).await;
        ben.answer("who", &who("Ben", &[("title", "Ben’s title"), ("description", "Mended.")])).await;
        let check = ben.check().await;
        let sent = ben.send_from(&check, &[("keep_title", "theirs")]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        desk_sees_both_titles(&call).await;
        let page = approve(&app, &call).await;
        assert_eq!(page.texts("h1"), ["Ana’s title"]);
        assert!(page.words().contains("Mended."), "what only one changed is kept: {}", page.words());
    }

    /// While Ben chooses, Ana sends once more: what he chose was about something else.
    async fn a_choice_holds_for_what_was_seen(app: TestApp) {
        let (call, ben) = two_titles(&app).await;
        let seen = ben.check().await;
        let ana = Draft::at(&app, &call, &[]).await;
        ana.answer("who", &who("Ana", &[("title", "Ana’s better title")])).await;
        ana.send().await;

        let moved = ben.send_from(&seen, &[("keep_title", "theirs")]).await;
        assert_eq!(moved.status, 409);
        assert_eq!(
            moved.errors(),
            [
                "meanwhile: The meeting has changed again since you looked. Nothing was sent: look at it once more",
                "keep_title: Title: choose which answer is to be sent",
            ]
        );
        assert!(moved.attributes("input[type=radio][checked]", "value").is_empty(), "asked anew");
        assert!(texts(&moved, "fieldset").join(" ").contains("Ana Ana’s better title"), "{}", moved.words());
        assert_eq!(texts(&moved, ".meanwhile li").len(), 2, "{}", news(&moved));
        assert_eq!(waits(&app, &call).said.title.as_str(), "Ana’s better title");
        let sent = ben.send_from(&moved, &[("keep_title", "theirs")]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        assert_eq!(waits(&app, &call).said.title.as_str(), "Ana’s better title");
        let queue = call.desk.get("/desk").await;
        let row = texts(&queue, ".pick").join(" ");
        assert!(row.contains("3 changes, by Ana and Ben"), "{row}");
    }

    async fn a_poster_and_the_desk_change_the_same(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let ben = Draft::at(&app, &call, &[]).await;
        let anja = Draft::at_desk(&app, &call, "Anja").await;
        ben.answer("who", &who("Ben", &[("title", "Ben’s title"), ("agenda", "Ben’s point")])).await;
        anja.answer("who", &who("Ana Example", &[("title", "The desk’s title")])).await;
        anja.send().await;

        let asked = ben.send().await;
        assert_eq!(asked.status, 409);
        let question = texts(&asked, "fieldset").join(" ");
        assert!(question.contains("Anja (secretariat) did so on"), "{question}");
        assert!(question.contains("Anja (secretariat) The desk’s title"), "{question}");
        ben.send_from(&asked, &[("keep_title", "theirs")]).await;
        let waiting = texts(&review(&call).await, ".waiting > li");
        assert!(waiting[0].starts_with("Sent by Anja (secretariat)"), "{waiting:?}");
        assert!(waiting[1].starts_with("Sent by Ben on") && waiting[1].contains("Ben’s point"), "{waiting:?}");
        let page = approve(&app, &call).await;
        assert_eq!(page.texts("h1"), ["The desk’s title"]);
        assert!(page.words().contains("Ben’s point"), "{}", page.words());
    }

    /// The other way round, and between two of the desk.
    async fn the_desk_is_asked_like_everybody(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let anja = Draft::at_desk(&app, &call, "Anja").await;
        let chengetai = Draft::at_desk(&app, &call, "Chengetai").await;
        let ben = Draft::at(&app, &call, &[]).await;
        ben.answer("when", &half_past_three()).await;
        anja.answer("who", &who("Ana Example", &[("title", "Anja’s title")])).await;
        chengetai.answer("who", &who("Ana Example", &[("title", "Chengetai’s title")])).await;
        ben.send().await;
        let sent = anja.send().await;
        assert!(news(&sent).contains("Ana Example changed: When"), "{}", sent.words());

        let asked = chengetai.send().await;
        assert_eq!(asked.status, 409);
        assert_eq!(texts(&asked, ".meanwhile li").len(), 2, "{}", news(&asked));
        assert!(texts(&asked, "fieldset").join(" ").contains("Anja (secretariat) Anja’s title"));
        let sent = chengetai.send_from(&asked, &[("keep_title", "mine")]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        let queue = call.desk.get("/desk").await;
        let row = texts(&queue, ".pick").join(" ");
        let names = "3 changes, by Ana Example, Anja (secretariat) and Chengetai (secretariat)";
        assert!(row.contains(names), "{row}");
        let waiting = texts(&review(&call).await, ".waiting > li").join(" | ");
        assert!(waiting.contains("Anja’s title") && waiting.contains("15:30"), "{waiting}");
        let page = approve(&app, &call).await;
        assert_eq!(page.texts("h1"), ["Chengetai’s title"]);
        assert!(plain(&page.words()).contains("15:30 – 16:30"), "{}", page.words());
    }

    /// Days go by; another change is sent, approved and public.
    async fn a_draft_lay_open_for_days(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let ben = Draft::at(&app, &call, &[]).await;
        ben.answer("who", &who("Ben", &[("description", "Mended.")])).await;
        let later = app.beside_at(LATER).await;
        let ana = Draft::at(&later, &call_at(&later, &app, &call), &[]).await;
        let changes = who("Ana", &[("title", "Ana’s title")]);
        ana.answer("who", &changes).await;
        ana.send().await;
        approve(&app, &call).await;

        let path = format!("{}{}", later.base, ben.path);
        let check = ben.who.get(&format!("{path}/check")).await;
        assert!(news(&check).contains("Ana changed: Title (6 March 2018, 09:00 UTC)"), "{}", news(&check));
        assert_eq!(texts(&check, ".preview .title"), ["Ana’s title"]);
        let sent = ben.who.post(&format!("{path}/send"), &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        let review = review(&call).await;
        assert!(review.texts(".waiting").is_empty(), "only one waits: {}", review.words());
        let diff = texts(&review, ".diff tbody tr").join(" ");
        assert!(diff.contains("Mended.") && !diff.contains("title"), "{diff}");
        let page = approve(&app, &call).await;
        assert_eq!(page.texts("h1"), ["Ana’s title"]);
        assert!(page.words().contains("Mended."), "{}", page.words());
    }

    /// What a form was begun from is approved, and then something else.
    async fn an_approval_comes_between(app: TestApp) {
        let (call, ben) = two_titles(&app).await;
        approve(&app, &call).await;
        let asked = ben.send().await;
        assert_eq!(asked.status, 409, "approved or not, it is the same part");
        ben.send_from(&asked, &[("keep_title", "mine")]).await;
        let diff = texts(&review(&call).await, ".diff tbody tr").join(" ");
        assert!(diff.contains("Title Ana’s title Ben’s title"), "{diff}");
        assert_eq!(approve(&app, &call).await.texts("h1"), ["Ben’s title"]);

        // Begun from what waits, sent after it was approved: nothing has changed.
        let ana = Draft::at(&app, &call, &[]).await;
        ana.answer("when", &half_past_three()).await;
        ana.send().await;
        let ben = Draft::at(&app, &call, &[]).await;
        ben.answer("who", &who("Ben", &[("title", "Ben’s title"), ("description", "Mended.")])).await;
        approve(&app, &call).await;
        assert_eq!(news(&ben.check().await), "");
        ben.send().await;
        let words = plain(&approve(&app, &call).await.words());
        assert!(words.contains("15:30 – 16:30") && words.contains("Mended."), "{words}");
    }

    /// Ben began from Ana's change, which the desk did not want.
    async fn a_rejection_comes_between(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let ana = Draft::at(&app, &call, &[]).await;
        ana.answer("who", &who("Ana", &[("title", "Unwanted"), ("agenda", "Ana’s point")])).await;
        ana.send().await;
        let ben = Draft::at(&app, &call, &[]).await;
        let answers = who("Ben", &[("title", "Unwanted"), ("agenda", "Ben’s point")]);
        let check = ben.answer("who", &answers).await;
        assert_eq!(texts(&check, ".preview .title"), ["Unwanted"]);
        ben.answer("when", &half_past_three()).await;
        reject(&app, &call).await;

        let unseen = ben.send().await;
        assert_eq!(unseen.status, 409, "what was seen is not what would be sent");
        assert!(unseen.errors()[0].starts_with("keep_agenda: Agenda"), "{:?}", unseen.errors());
        let said = news(&unseen);
        assert!(said.contains("What you started from was not taken: Chengetai rejected it on 1 March 2018"), "{said}");
        assert!(said.contains("Not ours."), "{said}");
        assert_eq!(texts(&unseen, ".meanwhile tbody tr"), [format!("Title Unwanted {TITLE}")]);
        assert_eq!(texts(&unseen, ".preview .title"), [TITLE]);
        let question = texts(&unseen, "fieldset").join(" ");
        assert!(question.contains("You changed this, but what you started from was not taken."), "{question}");
        assert!(question.contains("Your answer Ben’s point As it is now Stocktaking synthesis"), "{question}");
        let sent = ben.send_from(&unseen, &[("keep_agenda", "mine")]).await;
        assert!(sent.path.ends_with("/sent") && news(&sent).contains("was not taken"), "{}", sent.words());
        let diff = texts(&review(&call).await, ".diff tbody tr").join(" ");
        assert!(diff.contains("Ben’s point") && !diff.contains("Unwanted"), "{diff}");
        let page = approve(&app, &call).await;
        assert_eq!(page.texts("h1"), [TITLE]);
        let words = plain(&page.words());
        assert!(words.contains("15:30 – 16:30") && words.contains("Ben’s point"), "{words}");
    }

    /// There is nothing to choose, but words to be missed.
    async fn a_rejection_comes_between_and_asks_nothing(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let ana = Draft::at(&app, &call, &[]).await;
        ana.answer("who", &who("Ana", &[("title", "Unwanted")])).await;
        ana.send().await;
        let ben = Draft::at(&app, &call, &[]).await;
        ben.answer("when", &half_past_three()).await;
        reject(&app, &call).await;
        let unseen = ben.send().await;
        assert_eq!(unseen.status, 409);
        assert_eq!(
            unseen.errors(),
            ["meanwhile: What you started from was not taken. Nothing was sent: look at the meeting as it would be now, then send it"]
        );
        let sent = ben.send_from(&unseen, &[]).await;
        assert!(sent.path.ends_with("/sent"), "{}", sent.words());
        let waits = waits(&app, &call);
        assert_eq!(waits.said.title.as_str(), TITLE);
        assert!(waits.timing.exact().expect("hours").start().local().to_string().ends_with("15:30:00"));
    }

    /// Ana thinks better of what Ben has begun from; and of two that wait the other stays.
    async fn something_is_taken_back_in_between(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let ana = Draft::at(&app, &call, &[]).await;
        ana.answer("who", &who("Ana", &[("title", "Taken back")])).await;
        ana.send().await;
        let ben = Draft::at(&app, &call, &[]).await;
        ben.answer("when", &half_past_three()).await;
        let take_back = format!("{}/take-back", call.edit);
        let (_, revision) = app.waiting().pop().expect("it waits");
        app.reader.post(&take_back, &[("revision", &revision)]).await;
        let check = ben.check().await;
        assert!(news(&check).contains("it was taken back on 1 March 2018"), "{}", news(&check));
        assert_eq!(texts(&check, ".meanwhile tbody tr"), [format!("Title Taken back {TITLE}")]);
        assert!(ben.send_from(&check, &[]).await.path.ends_with("/sent"));

        let carla = Draft::at(&app, &call, &[]).await;
        carla.answer("who", &who("Carla", &[("title", "Carla’s title")])).await;
        carla.send().await;
        let (_, newest) = app.waiting().pop().expect("it waits");
        let private = app.reader.get(&call.edit).await;
        let words = plain(&private.words());
        assert!(words.contains("takes back the newest one: what Carla sent on"), "{words}");
        app.reader.post(&take_back, &[("revision", &newest)]).await;
        let left = waits(&app, &call);
        assert_eq!(left.said.title.as_str(), TITLE);
        let late = call.desk.decide(&newest, "approved", "").await;
        assert_eq!(late.status, 409);
        let words = plain(&approve(&app, &call).await.words());
        assert!(words.contains("15:30 – 16:30") && words.contains(TITLE), "{words}");
    }

    /// A file says something else of a meeting while Ana's change waits: neither goes unsaid.
    async fn a_file_is_put_onto_what_waits(app: TestApp) {
        let record = details(SEED);
        let import = |record: &MeetingDetails| {
            let upsert = app.acts.import_meeting(&Actor::Importer, "file:call", record, true);
            assert_eq!(upsert.expect("an import"), Upsert::Changed);
        };
        app.acts.import_meeting(&Actor::Importer, "file:call", &record, true).expect("an import");
        app.until_public().await;
        let id = app.store.published_since(0).expect("the log").meetings.remove(0).id;
        let desk = app.secretary("Chengetai").await;
        let call = Posted { id: id.to_string(), edit: String::new(), desk };
        let anja = Draft::at_desk(&app, &call, "Anja").await;
        anja.answer("who", &who("Anja", &[("title", "Anja’s title")])).await;
        anja.send().await;

        import(&record.clone().saying(|said| said.captioning = true));
        assert_eq!(state(&app, &call).published.expect("it is public").number, 1, "the desk decides");
        let waiting = texts(&review(&call).await, ".waiting > li");
        assert!(waiting[0].contains("Anja (secretariat)") && waiting[0].contains("Anja’s title"), "{waiting:?}");
        assert!(waiting[1].starts_with("Sent by Import on"), "{waiting:?}");
        assert!(waiting[1].contains("There are live captions") && waiting[1].contains("Anja’s title"), "{waiting:?}");
    }

    /// A decision on several is told to everybody whose change is in it.
    async fn everybody_hears_of_the_decision(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &[]).await);
        ana.answer("when", &half_past_three()).await;
        ben.answer("who", &who("Ben", &[("description", "Mended.")])).await;
        ana.send().await;
        ben.send().await;
        let before = app.store.unsent_messages().expect("the outbox").len();
        reject(&app, &call).await;
        let told = app.store.unsent_messages().expect("the outbox").split_off(before);
        let mut told: Vec<String> = told
            .iter()
            .map(|one| format!("{} {}", one.kind.as_str(), one.recipient))
            .collect();
        told.sort();
        assert_eq!(told, ["rejected ana@dynamic.example.org", "rejected ben@dynamic.example.org"]);
    }

    /// Both move it.
    async fn two_times_are_a_question(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &[]).await);
        ana.answer("when", &half_past_three()).await;
        ben.answer("when", &second_page(&[("start_day", "16")])).await;
        ana.send().await;
        let asked = ben.send().await;
        assert_eq!(asked.errors(), ["keep_timing: When: choose which answer is to be sent"]);
        let question = texts(&asked, "fieldset").join(" ");
        let (mine, theirs) = (
            "Your answer Friday, 16 March 2018, 14:00 – 15:00 Zurich (UTC+1)",
            "Ana Example Friday, 9 March 2018, 15:30 – 16:30 Zurich (UTC+1)",
        );
        assert!(question.contains(mine) && question.contains(theirs), "{question}");
        ben.send_from(&asked, &[("keep_timing", "mine")]).await;
        let waiting = texts(&review(&call).await, ".waiting > li").join(" | ");
        assert!(waiting.contains("15:30 – 16:30") && waiting.contains("16 March 2018"), "{waiting}");
        let page = approve(&app, &call).await;
        assert_eq!(page.texts(".when .headline"), ["Friday, 16 March 2018"]);
    }

    /// The same change twice is no question, and neither are two links.
    async fn both_add_a_link(app: TestApp) {
        let call = Posted::publish(&app, &with(SEED, &[("link_url", ""), ("link_kind", ""), ("link_label", "")])).await;
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &[]).await);
        let link = |url| [("link_kind", "document"), ("link_label", "Paper"), ("link_url", url), ("title", "Renamed")];
        ana.answer("who", &who("Ana", &link("https://dynamic.example.org/one"))).await;
        ben.answer("who", &who("Ben", &link("https://dynamic.example.org/two"))).await;
        ana.send().await;
        let check = ben.check().await;
        assert!(check.texts("input[type=radio]").is_empty(), "{}", check.words());
        assert!(news(&check).contains("Ana changed: Title · Documents, recordings and reports"), "{}", news(&check));
        ben.send_from(&check, &[]).await;
        let page = approve(&app, &call).await;
        let links = page.attributes(".links a", "href");
        assert_eq!(links, ["https://dynamic.example.org/one", "https://dynamic.example.org/two"]);
    }

    /// Where not every answer goes with every other, there is one question.
    async fn ways_to_take_part_are_chosen_together(app: TestApp) {
        let call = Posted::publish(&app, SEED).await;
        let (ana, ben) = (Draft::at(&app, &call, &[]).await, Draft::at(&app, &call, &[]).await);
        let hall = [("mode", "face-to-face"), ("city", "Mombasa"), ("country", "Kenya"), ("language", "en")];
        let both = [
            ("mode", "hybrid"), ("city", "Nairobi"), ("country", "Kenya"), ("language", "en"),
            ("access_url", "https://intgovforum.webex.example/join/25"), ("access_label", "Webex"),
            ("access_passcode", "dccg25"),
        ];
        ana.answer("how", &hall).await;
        ben.answer("how", &both).await;
        ana.send().await;
        let asked = ben.send().await;
        assert_eq!(asked.errors(), ["keep_mode: How people meet: choose which answer is to be sent"]);
        let question = texts(&asked, "fieldset").join(" ");
        for said in ["How do people meet?: Hybrid", "City: Nairobi", "City: Mombasa", "join/25", "Link to join: (nothing)"] {
            assert!(question.contains(said), "{said} in {question}");
        }
        ben.send_from(&asked, &[("keep_mode", "theirs")]).await;
        let page = approve(&app, &call).await;
        let words = page.words();
        assert!(words.contains("Mombasa") && !words.contains("Nairobi") && !words.contains("dccg25"), "{words}");
    }
}

/// The same meeting at another server of the same database.
fn call_at(there: &TestApp, here: &TestApp, call: &Posted) -> Posted {
    Posted {
        id: call.id.clone(),
        edit: call.edit.replace(&here.base, &there.base),
        desk: call.desk.clone(),
    }
}
