//! The page that explains the API, made of the same declarations as the OpenAPI document. It is in
//! English alone: whoever writes a program against it reads that.

use super::ENDPOINTS;
use super::endpoint::{Endpoint, Form, Parameter, Place};
use super::openapi::document;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;
use serde_json::Value;

/// Where it lies; the types of problems point to it.
pub const PATH: &str = "/api/v1/";

#[derive(Template)]
#[template(path = "api/docs.html")]
struct DocsPage {
    f: Frame,
    base: String,
    endpoints: Vec<EndpointView>,
    schemas: Vec<SchemaView>,
}

struct EndpointView {
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    description: String,
    answer: &'static str,
    parameters: Vec<ParameterView>,
}

struct ParameterView {
    name: &'static str,
    /// What may stand in it, and whether it may be left out or repeated.
    form: String,
    says: String,
}

struct SchemaView {
    name: String,
    description: String,
    fields: Vec<FieldView>,
}

struct FieldView {
    name: String,
    form: String,
    /// The schema that it leads to.
    leads_to: Option<String>,
    description: String,
}

/// `GET /api/v1/`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let base = visit.app.base_url.as_str().to_owned();
    let document = serde_json::to_value(document(&base)).unwrap_or_default();
    let page = DocsPage {
        f: visit.frame(Section::Elsewhere),
        endpoints: ENDPOINTS.iter().copied().map(EndpointView::of).collect(),
        schemas: schemas(&document),
        base,
    };
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(page.render()?))
}

impl EndpointView {
    fn of(endpoint: &'static Endpoint) -> Self {
        Self {
            id: endpoint.id,
            path: endpoint.path,
            summary: endpoint.summary,
            description: plain(endpoint.description),
            answer: endpoint.answer,
            parameters: endpoint.takes().map(ParameterView::of).collect(),
        }
    }
}

impl ParameterView {
    fn of(parameter: &'static Parameter) -> Self {
        let form = match parameter.form {
            Form::Choice(names) => names().join(", "),
            Form::Slug => "slug".to_owned(),
            Form::Tag => "language tag".to_owned(),
            Form::Words => "words".to_owned(),
            Form::Instant => "instant".to_owned(),
            Form::Limit => "number".to_owned(),
            Form::LogPlace => "place in the change log".to_owned(),
            Form::Cursor => "cursor".to_owned(),
            Form::Id => "UUID".to_owned(),
        };
        let use_of = match (parameter.place, parameter.optional) {
            (Place::Queries, _) => "; may be repeated",
            (_, false) => "; required",
            _ => "",
        };
        Self {
            name: parameter.name,
            form: format!("{form}{use_of}"),
            says: plain(parameter.says),
        }
    }
}

/// The schemas of a document, by name.
fn schemas(document: &Value) -> Vec<SchemaView> {
    let schemas = document["components"]["schemas"].as_object();
    let schemas = schemas.into_iter().flatten();
    let view = |(name, schema): (&String, &Value)| SchemaView {
        name: name.clone(),
        description: words(schema),
        fields: fields(document, schema),
    };
    schemas.map(view).collect()
}

/// The fields of an object, those of the objects that it is put together from among them.
fn fields(document: &Value, schema: &Value) -> Vec<FieldView> {
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let parts = parts.map(|part| followed(document, part));
    let own = schema["properties"].as_object().into_iter().flatten();
    let own = own.map(|(name, field)| FieldView {
        name: name.clone(),
        form: form(field),
        leads_to: named(field),
        description: words(field),
    });
    own.chain(parts.flat_map(|part| fields(document, part)))
        .collect()
}

fn followed<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match named(schema) {
        Some(name) => &document["components"]["schemas"][name],
        None => schema,
    }
}

/// The name of the schema that a field or its items refer to.
fn named(schema: &Value) -> Option<String> {
    let either = schema["oneOf"].as_array().into_iter().flatten();
    let own = schema["$ref"].as_str().or(schema["items"]["$ref"].as_str());
    let reference = own.or_else(|| either.filter_map(|one| one["$ref"].as_str()).next())?;
    Some(reference.rsplit('/').next()?.to_owned())
}

/// What a field is, in a few words.
fn form(schema: &Value) -> String {
    let is_list = schema["type"] == "array";
    let schema = if is_list { &schema["items"] } else { schema };
    let names = schema["enum"].as_array().map(|names| {
        let names = names.iter().filter_map(Value::as_str);
        names.collect::<Vec<_>>().join(", ")
    });
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds
            .iter()
            .find_map(|kind| kind.as_str().filter(|kind| *kind != "null")),
        kind => kind.as_str(),
    };
    let one = match (names, schema["format"].as_str(), kind) {
        (Some(names), ..) => names,
        (None, Some("date-time"), _) => "instant".to_owned(),
        (None, Some("date"), _) => "day".to_owned(),
        (None, Some("uuid"), _) => "UUID".to_owned(),
        (None, _, Some("integer")) => "number".to_owned(),
        (None, _, Some("boolean")) => "true or false".to_owned(),
        (None, _, kind) => kind.unwrap_or("object").to_owned(),
    };
    match is_list {
        true => format!("list of {one}"),
        false => one,
    }
}

fn words(schema: &Value) -> String {
    plain(schema["description"].as_str().unwrap_or_default())
}

/// Descriptions are Markdown in the document; of that they have code alone.
fn plain(text: &str) -> String {
    text.replace('`', "").replace('\n', " ")
}
