//! The groups by kind, and the page of one of them.

use super::filter_bar::kind_words;
use super::neutral;
use crate::calendar::{PublishedOccurrence, group_called};
use crate::domain::{Group, GroupKind, Listed};
use crate::feeds::in_language;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::late::know_group;
use crate::web::view::View;
use crate::web::view::entry::{self, Day, ListEntry, by_day};
use crate::web::view::names::topic_name;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Past meetings on a group's page; the rest is behind a link.
const PAST: usize = 20;

/// Coming occurrences on a group's page; the rest is behind a link.
const COMING: usize = 20;

struct KindView {
    slug: &'static str,
    name: String,
    active: Vec<GroupLine>,
    past: Vec<GroupLine>,
    /// Former names of groups, with slug and name of what goes on.
    onward: Vec<(String, String, String)>,
}

struct GroupLine {
    slug: String,
    name: String,
    acronym: Option<String>,
}

#[derive(Template)]
#[template(path = "reading/groups.html")]
struct GroupsPage {
    f: Frame,
    kinds: Vec<KindView>,
    total: usize,
}

#[derive(Template)]
#[template(path = "reading/group.html")]
struct GroupPage {
    f: Frame,
    group: Arc<Group>,
    /// The address of the feed of its meetings.
    feed: String,
    /// The address of the feed of what changed in them.
    news: String,
    kind: String,
    /// What it was called before, each with the day until which.
    formerly: Vec<(String, String)>,
    /// The day on which it was closed.
    closed: Option<String>,
    /// Slug and name of each.
    topics: Vec<(String, String)>,
    languages: Vec<String>,
    days: Vec<Day>,
    vague: Vec<ListEntry>,
    past: Vec<Day>,
    has_more_past: bool,
    has_more_coming: bool,
}

/// `/{lang}/groups`
pub async fn index(visit: Visit) -> Result<HttpResponse, WebError> {
    let f = visit.frame(Section::Groups);
    let kinds = GroupKind::ALL
        .into_iter()
        .map(|kind| {
            let (past, active): (Vec<_>, Vec<_>) = f
                .snapshot
                .groups_of(kind)
                .into_iter()
                .partition(|group| group.is_past());
            KindView {
                slug: kind.as_str(),
                name: kind_words(f.w, kind),
                active: active.into_iter().map(line).collect(),
                past: past.into_iter().map(line).collect(),
                onward: onward(&f, kind),
            }
        })
        .filter(|kind| !kind.active.is_empty() || !kind.past.is_empty() || !kind.onward.is_empty())
        .collect();
    let page = GroupsPage {
        kinds,
        total: f.snapshot.groups().count(),
        f,
    };
    page.f.respond(&page)
}

/// `/groups/{slug}/next` and `/{lang}/groups/{slug}/next`: an address for a group's own website. It
/// leads to the meeting that comes next or is held now, and to the group's page if there is none.
pub async fn next(visit: Visit) -> Result<HttpResponse, WebError> {
    let slug = visit.request.match_info().query("slug");
    know_group(&visit.app, slug).await;
    let snapshot = visit.snapshot();
    let group = group_called(slug, &snapshot).ok_or(WebError::NotFound)?;
    let lang = visit.lang();
    Ok(neutral::to(
        &match snapshot.next_of(&group.slug, visit.now()) {
            Some(next) => entry::path(lang, next),
            None => format!("/{lang}/groups/{}", group.slug),
        },
    ))
}

/// `/{lang}/groups/{slug}`
pub async fn show(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    know_group(&visit.app, &path.1).await;
    let f = visit.frame(Section::Groups);
    let (snapshot, now) = (&f.snapshot, f.now);
    let group = group_called(&path.1, snapshot).ok_or(WebError::NotFound)?;
    if group.slug.as_str() != path.1 {
        let there = format!("/{}/groups/{}", f.lang(), group.slug);
        return Ok(neutral::named_otherwise(&visit.request, &path.1, &there));
    }
    let over: Vec<_> = snapshot.past_of(&group.slug, now).take(PAST + 1).collect();
    let (coming, vague): (Vec<_>, Vec<_>) = snapshot
        .coming_of(&group.slug, now)
        .partition(|one| one.times().has_date());
    let list =
        |listed: &[&PublishedOccurrence], earliest| by_day(&f, listed.iter().copied(), earliest);
    let mut past = list(&over[..over.len().min(PAST)], None);
    past.reverse();
    let page = GroupPage {
        group: Arc::clone(group),
        feed: in_language(format!("/groups/{}.ics", group.slug), f.w.language()),
        news: in_language(format!("/groups/{}.atom", group.slug), f.w.language()),
        kind: kind_words(f.w, group.kind),
        formerly: former_names(&f, group),
        closed: group.listing.closed.map(|day| f.w.date_long(day)),
        topics: group
            .topics
            .iter()
            .map(|slug| (slug.to_string(), topic_name(&f, slug)))
            .collect(),
        languages: group
            .languages
            .iter()
            .map(|tag| f.w.language_name(tag.as_str()))
            .collect(),
        days: list(&coming[..coming.len().min(COMING)], Some(f.today())),
        has_more_coming: coming.len() > COMING,
        vague: vague.iter().map(|one| ListEntry::of(&f, one)).collect(),
        past,
        has_more_past: over.len() > PAST,
        f,
    };
    page.f.respond(&page)
}

/// The names of this kind under which nothing is listed any more, by name.
fn onward(v: &View, kind: GroupKind) -> Vec<(String, String, String)> {
    let signposts = v.snapshot.all_groups().iter();
    let mut onward: Vec<_> = signposts
        .filter(|group| group.is_signpost() && group.kind == kind)
        .filter_map(|former| {
            let group = v.snapshot.group(&former.slug)?;
            // What took another address alone is found under the same name.
            (group.name != former.name).then(|| {
                let (slug, name) = (group.slug.to_string(), group.name.to_string());
                (former.name.to_string(), slug, name)
            })
        })
        .collect();
    onward.sort_by_cached_key(|(former, ..)| former.to_lowercase());
    onward
}

fn former_names(v: &View, group: &Group) -> Vec<(String, String)> {
    let former = v.snapshot.former_names(group).into_iter();
    former
        .map(|former| {
            let name = match former.acronym {
                Some(acronym) if !former.name.as_str().contains(acronym.as_str()) => {
                    format!("{} ({acronym})", former.name)
                }
                _ => former.name.to_string(),
            };
            (name, v.w.date_long(former.until))
        })
        .collect()
}

fn line(group: &Arc<Group>) -> GroupLine {
    GroupLine {
        slug: group.slug.to_string(),
        name: group.name.to_string(),
        acronym: group
            .acronym
            .as_ref()
            .map(ToString::to_string)
            .filter(|acronym| !group.name.as_str().contains(acronym)),
    }
}
