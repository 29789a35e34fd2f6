//! `/api/v1/groups`: who holds meetings.

use super::answer;
use super::endpoint::{Endpoint, Form, GROUP_SLUG, Other, PAGING, Parameter, filter, kinds};
use super::model::{Group, GroupPage};
use super::query::Query;
use super::{cursor, cursor::cut};
use crate::domain::Slug;
use crate::web::app::App;
use crate::web::late::know_group;
use crate::web::problem::Problem;
use actix_web::{HttpRequest, HttpResponse, web};

const KIND: &[Parameter] = &[filter("kind", Form::Choice(kinds), "Kinds of group.")];

pub const LIST: Endpoint = Endpoint {
    path: "/api/v1/groups",
    id: "listGroups",
    summary: "Groups, those that have ended too",
    description: "By slug. Former names are not listed; each leads to what bears it now.",
    parameters: &[KIND, PAGING],
    answer: "GroupPage",
    others: &[],
};

pub const ONE: Endpoint = Endpoint {
    path: "/api/v1/groups/{slug}",
    id: "getGroup",
    summary: "One group",
    description: "",
    parameters: &[GROUP_SLUG],
    answer: "Group",
    others: &[Other::Moved, Other::NotFound],
};

/// `GET /api/v1/groups`
pub async fn list(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let query = Query::read(&request, &LIST)?;
    let after = query.cursor(read_place)?;
    let snapshot = app.calendar.current();
    answer::serve(&app, &request, snapshot, move |teller| {
        let kinds: Vec<&str> = query.all("kind").collect();
        let groups = teller.snapshot.groups();
        let rest = groups.filter(|group| after.as_ref().is_none_or(|after| group.slug > *after));
        let (page, last) = cut(rest, query.limit(), |group| {
            kinds.is_empty() || kinds.contains(&group.kind.as_str())
        });
        let next = last.map(|last| {
            let cursor = cursor::write([last.slug.to_string()]);
            query.next(teller.base, LIST.path, &cursor)
        });
        GroupPage {
            groups: page.iter().map(|group| Group::of(teller, group)).collect(),
            next,
        }
    })
    .await
}

/// `GET /api/v1/groups/{slug}`
pub async fn one(
    app: web::Data<App>,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    Query::read(&request, &ONE)?;
    know_group(&app, &slug).await;
    let snapshot = app.calendar.current();
    let group = Slug::parse(&slug).ok();
    let group = group.and_then(|slug| snapshot.group(&slug).cloned());
    let group = group.ok_or_else(answer::not_found)?;
    if group.slug.as_str() != slug.as_str() {
        return Ok(answer::moved_on(&format!("{}/{}", LIST.path, group.slug)));
    }
    answer::serve(&app, &request, snapshot, move |teller| {
        Group::of(teller, &group)
    })
    .await
}

fn read_place([slug]: [String; 1]) -> Option<Slug> {
    Slug::parse(&slug).ok()
}
