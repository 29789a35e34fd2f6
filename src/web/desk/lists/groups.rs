//! Groups at the desk: the list, and what the pages of one look like.

use super::activity::ActivityView;
use super::fates::{FateRow, rows};
use super::{DeskForm, Shown};
use crate::domain::fields::GroupFields;
use crate::domain::{Group, GroupKind, Listed, Slug};
use crate::i18n::times::in_one_line;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::reading::filter_bar::{SelectOption, group_choices, kind_words};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::form::Messages;
use crate::web::view::names::{called, topic_name};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use std::collections::BTreeSet;

/// A group as a line of the list.
struct Line {
    slug: String,
    name: String,
    acronym: Option<String>,
    kind: String,
    is_closed: bool,
    is_past: bool,
    formerly: Vec<String>,
    next: Option<String>,
    last: Option<String>,
    /// What it goes on as, if it does: slug and name.
    onward: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "desk/lists/groups.html")]
struct GroupsPage {
    f: Frame,
    q: String,
    kinds: Vec<SelectOption>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "desk/lists/group.html")]
struct GroupPage {
    f: Frame,
    s: Shown<GroupFields>,
    kind: String,
    form: FormView,
    formerly: Vec<(String, String)>,
    closed: Option<String>,
    activity: ActivityView,
    /// What is still to come of it.
    to_come: Vec<FateRow>,
    /// New entries of it that wait: meeting and title.
    waiting: Vec<(String, String)>,
    /// Groups that it could go on as, and that its meetings could move to.
    others: Vec<(String, Vec<SelectOption>)>,
}

#[derive(Template)]
#[template(path = "desk/lists/group_new.html")]
struct NewGroupPage {
    f: Frame,
    typed: GroupFields,
    problems: Messages,
    form: FormView,
}

/// What the form of a group offers.
struct FormView {
    kinds: Vec<SelectOption>,
    regions: BTreeSet<String>,
    topics: Vec<SelectOption>,
}

impl FormView {
    fn of(v: &View, typed: &GroupFields) -> Self {
        let regions = v
            .snapshot
            .groups()
            .filter_map(|group| group.region.as_ref());
        let is_chosen = |slug: &String| typed.topic.contains(slug);
        let mut topics: Vec<SelectOption> = v
            .topics_offered(&typed.topic)
            .into_iter()
            .map(|(slug, name)| option(&slug, name, is_chosen(&slug)))
            .collect();
        // What a file said and no list knows stays until somebody takes it away.
        for slug in &typed.topic {
            if !topics.iter().any(|topic| topic.value == *slug) {
                topics.push(option(slug, slug.clone(), true));
            }
        }
        Self {
            kinds: kinds(v, &typed.kind),
            regions: regions.map(ToString::to_string).collect(),
            topics,
        }
    }
}

/// `GET /desk/groups`, with `?q=` and `?kind=`: every name that there is or was.
pub async fn list(_: Secretary, visit: Visit) -> Result<HttpResponse, WebError> {
    let q = visit.query_value("q").unwrap_or_default();
    let q: String = q.chars().take(100).collect();
    let kind = visit.query_value("kind").unwrap_or_default();
    let f = visit.frame(Section::Desk);
    let mut groups: Vec<&Group> = f.snapshot.all_groups().iter().map(AsRef::as_ref).collect();
    groups.retain(|group| is_listed(&f, group));
    groups.retain(|group| GroupKind::from_name(&kind).is_none_or(|kind| group.kind == kind));
    groups.retain(|group| is_found(&f, group, &q));
    groups.sort_by_cached_key(|group| {
        let stands_last = (group.is_signpost(), group.is_past());
        (stands_last, group.name.as_str().to_lowercase())
    });
    let page = GroupsPage {
        lines: groups.into_iter().map(|group| line(&f, group)).collect(),
        kinds: kinds(&f, &kind),
        q,
        f,
    };
    page.f.respond(&page).map(private)
}

/// Whether a name stands in the list: one that only stood in addresses before does not.
fn is_listed(v: &View, group: &Group) -> bool {
    let now = v.snapshot.group(&group.slug);
    !group.is_signpost() || now.is_some_and(|now| now.name != group.name)
}

fn is_found(v: &View, group: &Group, q: &str) -> bool {
    let mut text = vec![group.name.to_string(), group.slug.to_string()];
    text.extend(group.acronym.as_ref().map(ToString::to_string));
    if !group.is_signpost() {
        for former in v.snapshot.former_names(group) {
            text.push(former.name.to_string());
            text.extend(former.acronym.map(|acronym| acronym.to_string()));
        }
        let signposts = v.snapshot.signposts_to(&group.slug);
        text.extend(signposts.map(|signpost| signpost.slug.to_string()));
    }
    let text = text.join(" ").to_lowercase();
    let q = q.to_lowercase();
    q.split_whitespace().all(|word| text.contains(word))
}

fn line(v: &View, group: &Group) -> Line {
    let now = v.snapshot.group(&group.slug);
    let onward = now.filter(|_| group.is_signpost());
    let (mut last, mut next) = (None, None);
    if onward.is_none() {
        let coming = v.snapshot.next_of(&group.slug, v.now);
        next = coming.map(|one| in_one_line(v.w, one.times()));
        let mut past = v.snapshot.past_of(&group.slug, v.now);
        let held = past.find(|one| one.stands());
        last = held.map(|one| in_one_line(v.w, one.times()));
    }
    Line {
        slug: group.slug.to_string(),
        name: group.name.to_string(),
        acronym: group.acronym.as_ref().map(ToString::to_string),
        kind: kind_words(v.w, group.kind),
        is_closed: group.listing.closed.is_some(),
        is_past: group.is_past(),
        formerly: match group.is_signpost() {
            true => Vec::new(),
            false => names(v, group).into_iter().map(|(name, _)| name).collect(),
        },
        next,
        last,
        onward: onward.map(|now| (now.slug.to_string(), now.name.to_string())),
    }
}

/// What a group was called before, each with the day until which.
fn names(v: &View, group: &Group) -> Vec<(String, String)> {
    let former = v.snapshot.former_names(group).into_iter();
    former
        .map(|former| (former.name.to_string(), v.w.date_long(former.until)))
        .collect()
}

fn kinds(v: &View, chosen: &str) -> Vec<SelectOption> {
    let kinds = GroupKind::ALL.into_iter();
    kinds
        .map(|kind| {
            option(
                kind.as_str(),
                kind_words(v.w, kind),
                kind.as_str() == chosen,
            )
        })
        .collect()
}

fn option(value: &str, label: String, chosen: bool) -> SelectOption {
    SelectOption {
        value: value.to_owned(),
        label,
        chosen,
    }
}

impl DeskForm for GroupFields {
    const FOLDER: &'static str = "groups";

    fn render(f: Frame, s: Shown<Self>, status: StatusCode) -> Result<HttpResponse, WebError> {
        let group = &s.entry;
        let is_own = |slug: &str| {
            Slug::parse(slug).is_ok_and(|slug| f.snapshot.known().groups.now(&slug) == &group.slug)
        };
        let new = s
            .waiting
            .iter()
            .filter(|entry| !entry.is_edit && is_own(&entry.group));
        let page = GroupPage {
            kind: kind_words(f.w, group.kind),
            form: FormView::of(&f, &s.typed),
            formerly: names(&f, group),
            closed: group.listing.closed.map(|day| f.w.date_long(day)),
            activity: ActivityView::of(&f, &group.slug),
            to_come: rows(&f, &group.slug, &s.fates, &s.waiting),
            waiting: new
                .map(|entry| (entry.meeting.to_string(), entry.title.clone()))
                .collect(),
            others: group_choices(
                &f,
                |other| other.slug.as_str() == s.fates.to,
                |other| other.listing.closed.is_none() && other.slug != group.slug,
            ),
            s,
            f,
        };
        page.f.respond_with(status, &page).map(private)
    }

    fn render_new(
        f: Frame,
        typed: Self,
        problems: Messages,
        status: StatusCode,
    ) -> Result<HttpResponse, WebError> {
        let page = NewGroupPage {
            form: FormView::of(&f, &typed),
            typed,
            problems,
            f,
        };
        page.f.respond_with(status, &page).map(private)
    }

    fn called(_: &View, group: &Group) -> String {
        group.name.to_string()
    }

    fn in_words(v: &View, field: &str, value: &str) -> String {
        match field {
            "kind" => GroupKind::from_name(value).map(|kind| kind_words(v.w, kind)),
            "topic" => Some(called(v, value, topic_name)),
            _ => None,
        }
        .unwrap_or_else(|| value.to_owned())
    }
}
