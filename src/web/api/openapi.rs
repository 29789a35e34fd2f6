//! The OpenAPI document (3.1), made of the endpoints and of the types of what they answer.

use super::ENDPOINTS;
use super::endpoint::{Endpoint, Form, Other, Parameter as Taken, Place};
use super::model::{names, schemas};
use super::query::{LONGEST, MOST, MOST_VALUES, USUAL};
use crate::web::answers::{Answer, Coding};
use crate::web::app::App;
use crate::web::problem::Problem;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::Value;
use utoipa::openapi::path::{
    HttpMethod, Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn, PathItem,
    PathsBuilder,
};
use utoipa::openapi::schema::{
    ArrayBuilder, ComponentsBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type,
};
use utoipa::openapi::{
    Content, Header, InfoBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Required, Response,
    ResponseBuilder, ServerBuilder,
};

/// Where it lies.
pub const PATH: &str = "/api/v1/openapi.json";

/// What the API is, in Markdown.
const DESCRIPTION: &str = "Meetings of the Internet Governance Forum's community, as they are published. \
    Read-only, for anybody, without a key. Everything is also on the pages and in the feeds of the calendar.";

/// `GET /api/v1/openapi.json`
pub async fn show(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let bytes = serde_json::to_vec(&document(app.base_url.as_str())).unwrap_or_default();
    let answer = Answer::new(bytes, "application/json", app.calendar.current().modified())
        .with(header::CACHE_CONTROL, "public, no-cache");
    let coding = Coding::taken_by(request.headers());
    Ok(answer.respond(&request, coding))
}

/// The document for a server at an address.
pub fn document(base: &str) -> OpenApi {
    let info = InfoBuilder::new()
        .title("Common IGF calendar")
        .version("1")
        .description(Some(DESCRIPTION));
    let paths = ENDPOINTS
        .iter()
        .fold(PathsBuilder::new(), |paths, endpoint| {
            let item = PathItem::new(HttpMethod::Get, operation(endpoint));
            paths.path(endpoint.path, item)
        });
    let components = ComponentsBuilder::new()
        .schemas_from_iter(schemas())
        .schema("Problem", problem());
    OpenApiBuilder::new()
        .info(info.build())
        .servers(Some([ServerBuilder::new().url(base).build()]))
        .paths(paths.build())
        .components(Some(components.build()))
        .build()
}

fn operation(endpoint: &Endpoint) -> Operation {
    let described = Some(endpoint.description).filter(|text| !text.is_empty());
    let operation = OperationBuilder::new()
        .operation_id(Some(endpoint.id))
        .summary(Some(endpoint.summary))
        .description(described)
        .parameters(Some(endpoint.takes().map(parameter)))
        .response("200", found(endpoint))
        .response("304", unchanged())
        .response("400", wrong("A parameter is wrong; the problem names it."))
        .response(
            "503",
            wrong("The server is busy, or knows no calendar yet."),
        );
    let others = endpoint.others.iter();
    others
        .fold(operation, |operation, other| match other {
            Other::Moved => operation.response("301", moved()),
            Other::NotFound => operation.response("404", wrong("There is none.")),
            Other::Gone => operation.response(
                "410",
                wrong("It was taken off the calendar; or what changed since then is not known any more."),
            ),
        })
        .build()
}

fn found(endpoint: &Endpoint) -> Response {
    let link = "On a page of a list that is followed by another: its address, with `rel=\"next\"` \
                (RFC 8288).";
    ResponseBuilder::new()
        .description(endpoint.summary)
        .content("application/json", Content::new(Some(endpoint.schema())))
        .header("ETag", text_header("Names exactly these bytes."))
        .header("Link", text_header(link))
        .build()
}

fn unchanged() -> Response {
    ResponseBuilder::new()
        .description(
            "It is as it was when you were given the entity tag that `If-None-Match` names.",
        )
        .header("ETag", text_header("The entity tag."))
        .build()
}

fn moved() -> Response {
    ResponseBuilder::new()
        .description("It has another name now.")
        .header("Location", text_header("Where it is."))
        .build()
}

fn wrong(description: &str) -> Response {
    let schema = Ref::from_schema_name("Problem");
    ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", Content::new(Some(schema)))
        .build()
}

fn text_header(description: &str) -> Header {
    let mut header = Header::new(text().build());
    header.description = Some(description.to_owned());
    header
}

fn parameter(taken: &Taken) -> Parameter {
    let place = match taken.place {
        Place::Path => ParameterIn::Path,
        Place::Query | Place::Queries => ParameterIn::Query,
    };
    let required = match taken.optional {
        true => Required::False,
        false => Required::True,
    };
    let schema = match taken.place {
        Place::Queries => ArrayBuilder::new()
            .items(RefOr::T(schema(taken.form)))
            .max_items(Some(MOST_VALUES))
            .build()
            .into(),
        Place::Path | Place::Query => schema(taken.form),
    };
    ParameterBuilder::new()
        .name(taken.name)
        .parameter_in(place)
        .required(required)
        .description(Some(taken.says))
        .schema(Some(schema))
        .build()
}

fn schema(form: Form) -> Schema {
    let schema = match form {
        Form::Choice(of) => return names::choices(of()).build().into(),
        Form::Slug => text()
            .pattern(Some("^[a-z0-9]+(-[a-z0-9]+)*$"))
            .max_length(Some(SLUG)),
        Form::Tag => text()
            .pattern(Some("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"))
            .max_length(Some(TAG)),
        Form::Words => text().min_length(Some(1)).max_length(Some(LONGEST)),
        Form::Instant => text().format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))),
        Form::Id => text().format(Some(SchemaFormat::Custom("uuid".to_owned()))),
        Form::Cursor => text()
            .pattern(Some("^[A-Za-z0-9_-]+$"))
            .max_length(Some(200)),
        Form::LogPlace => text()
            .pattern(Some("^(0|[1-9][0-9]{0,18}-[0-9a-f]{16})$"))
            .max_length(Some(36)),
        Form::Limit => whole()
            .minimum(Some(1))
            .maximum(Some(MOST))
            .default(Some(Value::from(USUAL))),
    };
    schema.build().into()
}

/// The most characters of a slug.
const SLUG: usize = 80;

/// The most characters of a language tag.
const TAG: usize = 20;

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

fn whole() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer)
}

fn problem() -> Schema {
    let described = |schema: ObjectBuilder, words: &str| schema.description(Some(words)).build();
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(Some("What went wrong (RFC 9457)."))
        .property(
            "type",
            described(
                text(),
                "What sort of problem it is: a part of the page that explains the API.",
            ),
        )
        .property(
            "title",
            described(text(), "What sort of problem it is, in English."),
        )
        .property("status", described(whole(), "The status of the answer."))
        .property(
            "detail",
            described(text(), "What is wrong this time, in English."),
        )
        .property(
            "parameter",
            described(text(), "The parameter that is wrong."),
        )
        .required("type")
        .required("title")
        .required("status")
        .build()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_reference_leads_to_a_schema() {
        let document = serde_json::to_value(document("https://calendar.example.org")).unwrap();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        let mut asked = BTreeSet::new();
        references(&document, &mut asked);
        assert!(asked.len() > 10, "{asked:?}");
        for reference in asked {
            let name = reference.strip_prefix("#/components/schemas/").unwrap();
            assert!(schemas.contains_key(name), "{name}");
        }
        assert_eq!(document["openapi"], "3.1.0");
    }

    #[test]
    fn every_field_is_described() {
        let document = serde_json::to_value(document("https://calendar.example.org")).unwrap();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        for (name, schema) in schemas {
            assert!(schema["description"].is_string(), "{name}");
        }
    }

    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(reference) = fields.get("$ref") {
                    found.insert(reference.as_str().unwrap().to_owned());
                }
                fields.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }
}
