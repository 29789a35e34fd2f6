//! Topics at the desk: the list, and what the pages of one look like.

use super::{DeskForm, Shown};
use crate::domain::fields::TopicFields;
use crate::domain::{Listed, Topic};
use crate::i18n::Language;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::form::Messages;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// A topic as a line of the list.
struct Line {
    slug: String,
    name: String,
    /// How many meetings and groups have it.
    used: String,
    is_closed: bool,
    /// What it goes on as, if it does: slug and name.
    onward: Option<(String, String)>,
}

/// A topic's name in one language, as a field of the form.
struct NameField {
    field: String,
    label: String,
    value: String,
    is_optional: bool,
}

#[derive(Template)]
#[template(path = "desk/lists/topics.html")]
struct TopicsPage {
    f: Frame,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "desk/lists/topic.html")]
struct TopicPage {
    f: Frame,
    s: Shown<TopicFields>,
    name: String,
    names: Vec<NameField>,
    used: String,
    closed: Option<String>,
    /// Topics that it could go on as: slug and name.
    others: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "desk/lists/topic_new.html")]
struct NewTopicPage {
    f: Frame,
    typed: TopicFields,
    names: Vec<NameField>,
    problems: Messages,
}

/// `GET /desk/topics`
pub async fn list(_: Secretary, visit: Visit) -> Result<HttpResponse, WebError> {
    let f = visit.frame(Section::Desk);
    let mut topics: Vec<&Topic> = f.snapshot.all_topics().iter().map(AsRef::as_ref).collect();
    topics.sort_by_cached_key(|topic| {
        let stands_last = (topic.is_signpost(), topic.listing.closed.is_some());
        (stands_last, topic.name(f.w.code()).to_lowercase())
    });
    let page = TopicsPage {
        lines: topics.into_iter().map(|topic| line(&f, topic)).collect(),
        f,
    };
    page.f.respond(&page).map(private)
}

fn line(v: &View, topic: &Topic) -> Line {
    let now = v
        .snapshot
        .topic(&topic.slug)
        .filter(|_| topic.is_signpost());
    Line {
        slug: topic.slug.to_string(),
        name: topic.name(v.w.code()).to_owned(),
        used: used(v, topic),
        is_closed: topic.listing.closed.is_some(),
        onward: now.map(|now| (now.slug.to_string(), now.name(v.w.code()).to_owned())),
    }
}

/// How many meetings and groups have a topic.
fn used(v: &View, topic: &Topic) -> String {
    let meetings = v.snapshot.meetings().iter();
    let has_it = |slugs: &[crate::domain::Slug]| slugs.contains(&topic.slug);
    let meetings = meetings.filter(|meeting| has_it(&meeting.details.said.topics));
    let groups = v.snapshot.groups().filter(|group| has_it(&group.topics));
    let (meetings, groups) = (meetings.count(), groups.count());
    let words =
        v.w.t2("topics-used", "meetings", meetings, "groups", groups);
    words.to_string()
}

fn names(v: &View, typed: &TopicFields) -> Vec<NameField> {
    let typed = serde_json::to_value(typed).unwrap_or_default();
    let languages = Language::ALL.into_iter();
    let mut names: Vec<NameField> = languages
        .map(|language| {
            let field = format!("name_{}", language.code());
            NameField {
                value: typed[&field].as_str().unwrap_or_default().to_owned(),
                label: v.w.t(&format!("field-{field}")).to_string(),
                field,
                is_optional: language != Language::En,
            }
        })
        .collect();
    // The one that every other is said by where it is missing comes first.
    names.sort_by_key(|name| name.is_optional);
    names
}

impl DeskForm for TopicFields {
    const FOLDER: &'static str = "topics";

    fn render(f: Frame, s: Shown<Self>, status: StatusCode) -> Result<HttpResponse, WebError> {
        let others = f.topics_offered(&[]).into_iter();
        let page = TopicPage {
            name: s.entry.name(f.w.code()).to_owned(),
            names: names(&f, &s.typed),
            used: used(&f, &s.entry),
            closed: s.entry.listing.closed.map(|day| f.w.date_long(day)),
            others: others
                .filter(|(slug, _)| slug != s.entry.slug.as_str())
                .collect(),
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
        let page = NewTopicPage {
            names: names(&f, &typed),
            typed,
            problems,
            f,
        };
        page.f.respond_with(status, &page).map(private)
    }

    fn called(v: &View, topic: &Topic) -> String {
        topic.name(v.w.code()).to_owned()
    }
}
