//! The queue: what waits for a decision or for whoever posted it, in sections, the most urgent first;
//! many of it decided at once; what was decided, and undoing that.

mod ago;
mod bulk;
mod controls;
mod decided;
mod filter;
mod keys;
mod looks;
mod notice;
mod order;
mod place;
mod results;
mod row;
mod undo;

pub use bulk::decide as decide_many;
pub use keys::switch as switch_keys;
pub use place::back;
pub use undo::undo;

use super::rush;
use super::unreadable::{LeftOutRow, left_out};
use crate::calendar::needing_attention;
use crate::domain::{MeetingId, RevisionId};
use crate::store::{DecisionLine, DecisionsOf, Person, QueueEntry, Record, StoreError};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section as Part, private, see_other};
use crate::web::reading::paging::Paging;
use crate::web::session::Secretary;
use crate::web::view::attention::FlaggedMeeting;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use controls::Controls;
use filter::{QueueFilter, State};
use looks::Looks;
use notice::Notice;
use order::{Section, place};
use row::{Besides, Row};
use std::collections::{HashMap, HashSet};

/// How many entries stand on a page.
const SIZE: usize = 50;

/// A section of the queue with its entries on this page.
struct SectionView {
    name: &'static str,
    title: String,
    /// How many there are, on all pages.
    count: usize,
    rows: Vec<Row>,
}

/// What the form for many at once says besides.
#[derive(Default)]
pub struct Remarks {
    /// The revisions that are ticked.
    chosen: HashSet<String>,
    reason: String,
    /// What is wrong with the reason.
    reason_error: Option<String>,
    /// What else is wrong.
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    f: Frame,
    person: Person,
    controls: Controls,
    /// How many entries wait for the desk.
    waiting: usize,
    /// When the oldest of them was sent.
    oldest: Option<String>,
    sections: Vec<SectionView>,
    paging: Paging,
    notice: Option<Notice>,
    remarks: Remarks,
    flagged: Vec<FlaggedMeeting>,
    left_out: Vec<LeftOutRow>,
    /// That more comes in than usual.
    rush: Option<String>,
    has_keys: bool,
}

/// All that a page of the queue is made of.
struct Material {
    /// What waits for the desk and for posters, in the order of the queue.
    entries: Vec<QueueEntry>,
    records: HashMap<String, Record>,
    /// Whose entries are asked for: name and address.
    sender: Option<(String, String)>,
    /// The decisions on the meeting that was just decided on, newest first.
    done: Vec<DecisionLine>,
}

/// `GET /desk`, and with `?q=` and a reference the way to a meeting, wherever it stands.
pub async fn show(Secretary(person): Secretary, visit: Visit) -> Result<HttpResponse, WebError> {
    // Where a decision leads back to does not know which page of the queue it was made from.
    if let Some(meeting) = named_meeting(&visit, "decided") {
        return Ok(back(&visit, "done", meeting));
    }
    let filter = QueueFilter::read(visit.request.query_string());
    if let Some(meeting) = meeting_of_reference(&visit, &filter.q).await? {
        return Ok(see_other(format!("/desk/meetings/{meeting}")));
    }
    let mut response = match filter.state.decisions() {
        Some(of) => decided::render(&visit, &filter, of).await?,
        None => render(&visit, person, &filter, StatusCode::OK, Remarks::default()).await?,
    };
    place::remember(&visit, &mut response, &filter);
    Ok(response)
}

async fn meeting_of_reference(visit: &Visit, typed: &str) -> Result<Option<MeetingId>, WebError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let typed = typed.to_owned();
    visit
        .blocking(move |app| app.store.meeting_of_reference(&typed))
        .await
}

fn named_meeting(visit: &Visit, name: &str) -> Option<MeetingId> {
    MeetingId::parse(&visit.query_value(name)?)
}

/// A page of what waits.
async fn render(
    visit: &Visit,
    person: Person,
    filter: &QueueFilter,
    status: StatusCode,
    remarks: Remarks,
) -> Result<HttpResponse, WebError> {
    let now = visit.now();
    let (done, undone) = (named_meeting(visit, "done"), named_meeting(visit, "undone"));
    let from = filter.from;
    let material = visit
        .blocking(move |app| material(app, from, done.or(undone)))
        .await?;
    let Material {
        mut entries,
        records,
        sender,
        done: lines,
    } = material;
    let rush = rush::notice(visit).await?;
    entries.sort_by_cached_key(|entry| place(entry, now));
    let f = visit.frame(Part::Desk);
    let notice = match undone {
        Some(_) => Notice::undone(&f, &lines, &entries),
        None => Notice::done(&f, &lines, &entries),
    };
    let email = sender.as_ref().map(|(_, email)| email.as_str());
    let shown: Vec<&QueueEntry> = entries
        .iter()
        .filter(|entry| is_shown(&f, filter, entry, email))
        .collect();
    let (on_page, paging) = Paging::cut_by(SIZE, &shown, filter.page);
    let ticked = |entry: &QueueEntry| {
        filter.ticks_all || remarks.chosen.contains(&entry.revision.to_string())
    };
    let mut rows = rows(&f, &entries, (on_page, &records), ticked);
    let sections = in_sections(&f, &shown, on_page, &mut rows);
    let waiting = entries.iter().filter(|entry| entry.asked.is_none());
    let page = QueuePage {
        controls: Controls::of(
            &f,
            filter,
            sender.map(|(name, email)| format!("{name} <{email}>")),
        ),
        waiting: waiting.clone().count(),
        oldest: waiting
            .map(|entry| entry.sent)
            .min()
            .map(|sent| ago::ago(f.w, sent, f.now)),
        sections,
        paging,
        notice: notice.map(|notice| at_a_line(notice, on_page)),
        remarks,
        flagged: needing_attention(&f.snapshot, f.now)
            .into_iter()
            .map(|(meeting, attention)| FlaggedMeeting::of(&f, meeting, &attention))
            .collect(),
        left_out: left_out(f.w, &f.snapshot),
        rush,
        has_keys: keys::are_on(&visit.request),
        person,
        f,
    };
    page.f.respond_with(status, &page).map(private)
}

fn material(
    app: &App,
    from: Option<RevisionId>,
    done: Option<MeetingId>,
) -> Result<Material, StoreError> {
    let mut entries = app.store.queue()?;
    entries.extend(app.store.waiting_for_posters()?);
    let records = app
        .store
        .records(entries.iter().map(|entry| entry.email.as_str()))?;
    Ok(Material {
        sender: match from {
            Some(from) => app.store.poster_of(from)?,
            None => None,
        },
        done: match done {
            Some(meeting) => app.store.decisions(DecisionsOf::Meeting(meeting), 50)?,
            None => Vec::new(),
        },
        entries,
        records,
    })
}

/// What waits for posters although its day is over stays out of the way, until it is asked for.
fn is_shown(f: &Frame, filter: &QueueFilter, entry: &QueueEntry, email: Option<&str>) -> bool {
    let is_asked = entry.asked.is_some();
    let is_over = || {
        let at_hand = entry
            .details
            .as_ref()
            .and_then(|details| details.at_hand(f.now));
        at_hand.is_some_and(|one| one.times.is_over(f.now))
    };
    let is_of_state = match filter.state {
        State::Poster => is_asked,
        _ => !is_asked || !is_over(),
    };
    is_of_state && filter.lets_through(f, entry, email)
}

fn rows(
    f: &Frame,
    entries: &[QueueEntry],
    (on_page, records): (&[&QueueEntry], &HashMap<String, Record>),
    ticked: impl Fn(&QueueEntry) -> bool,
) -> HashMap<String, Row> {
    let mut looks = Looks::new(f, entries);
    let mut of_senders: HashMap<String, usize> = HashMap::new();
    for entry in entries.iter().filter(|entry| entry.asked.is_none()) {
        *of_senders
            .entry(entry.email.to_ascii_lowercase())
            .or_default() += 1;
    }
    let row = |entry: &&QueueEntry| {
        let email = entry.email.to_ascii_lowercase();
        let besides = Besides {
            looks: looks.at(entry),
            record: records.get(&email).copied().unwrap_or_default(),
            of_sender: of_senders.get(&email).copied().unwrap_or_default(),
            is_chosen: ticked(entry),
        };
        (entry.meeting.to_string(), Row::of(f, entry, besides))
    };
    on_page.iter().map(row).collect()
}

/// The sections that have an entry on this page.
fn in_sections(
    f: &Frame,
    shown: &[&QueueEntry],
    on_page: &[&QueueEntry],
    rows: &mut HashMap<String, Row>,
) -> Vec<SectionView> {
    let all = [
        Section::Soon,
        Section::Changes,
        Section::New,
        Section::Again,
        Section::Poster,
    ];
    let is_of = |section| move |entry: &&&QueueEntry| Section::of(entry, f.now) == section;
    let view = |section: Section| SectionView {
        name: section.as_str(),
        title: f
            .w
            .t(&format!("queue-section-{}", section.as_str()))
            .to_string(),
        count: shown.iter().filter(is_of(section)).count(),
        rows: on_page
            .iter()
            .filter(is_of(section))
            .filter_map(|entry| rows.remove(&entry.meeting.to_string()))
            .collect(),
    };
    let mut views: Vec<SectionView> = all.into_iter().map(view).collect();
    views.retain(|one| !one.rows.is_empty());
    views
}

/// A notice whose line is on another page stands at the top.
fn at_a_line(notice: Notice, on_page: &[&QueueEntry]) -> Notice {
    let is_here = |meeting: &String| {
        let mut shown = on_page.iter();
        shown.any(|entry| entry.meeting.to_string() == *meeting)
    };
    Notice {
        before: notice.before.filter(is_here),
        ..notice
    }
}
