//! `/api/v1/topics`: themes that groups and meetings share.

use super::answer;
use super::endpoint::{Endpoint, Other, PAGING, TOPIC_SLUG};
use super::model::{Topic, TopicPage};
use super::query::Query;
use super::{cursor, cursor::cut};
use crate::domain::Slug;
use crate::web::app::App;
use crate::web::problem::Problem;
use actix_web::{HttpRequest, HttpResponse, web};

pub const LIST: Endpoint = Endpoint {
    path: "/api/v1/topics",
    id: "listTopics",
    summary: "Topics with their names in several languages",
    description: "By slug.",
    parameters: &[PAGING],
    answer: "TopicPage",
    others: &[],
};

pub const ONE: Endpoint = Endpoint {
    path: "/api/v1/topics/{slug}",
    id: "getTopic",
    summary: "One topic",
    description: "",
    parameters: &[TOPIC_SLUG],
    answer: "Topic",
    others: &[Other::Moved, Other::NotFound],
};

/// `GET /api/v1/topics`
pub async fn list(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let query = Query::read(&request, &LIST)?;
    let after = query.cursor(read_place)?;
    let snapshot = app.calendar.current();
    answer::serve(&app, &request, snapshot, move |teller| {
        let topics = teller.snapshot.topics();
        let rest = topics.filter(|topic| after.as_ref().is_none_or(|after| topic.slug > *after));
        let (page, last) = cut(rest, query.limit(), |_| true);
        let next = last.map(|last| {
            let cursor = cursor::write([last.slug.to_string()]);
            query.next(teller.base, LIST.path, &cursor)
        });
        TopicPage {
            topics: page.into_iter().map(|topic| Topic::of(topic)).collect(),
            next,
        }
    })
    .await
}

/// `GET /api/v1/topics/{slug}`
pub async fn one(
    app: web::Data<App>,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    Query::read(&request, &ONE)?;
    let snapshot = app.calendar.current();
    let topic = Slug::parse(&slug).ok();
    let topic = topic.and_then(|slug| snapshot.topic(&slug).cloned());
    let topic = topic.ok_or_else(answer::not_found)?;
    if topic.slug.as_str() != slug.as_str() {
        return Ok(answer::moved_on(&format!("{}/{}", LIST.path, topic.slug)));
    }
    answer::serve(&app, &request, snapshot, move |_| Topic::of(&topic)).await
}

fn read_place([slug]: [String; 1]) -> Option<Slug> {
    Slug::parse(&slug).ok()
}
