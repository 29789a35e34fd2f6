//! The interface for programs, read-only: meetings, occurrences, groups, topics and what changed, as
//! JSON under `/api/v1`. An endpoint is declared where it is answered (`endpoint`), and from these
//! declarations follow its route, the parameters that it takes, the OpenAPI document and the page that
//! explains it. What is said of a meeting stands in `model`; all of it comes from the snapshot, so
//! nothing that is not published can be in it.

mod answer;
mod changes;
mod cursor;
mod docs;
mod endpoint;
mod groups;
mod meetings;
mod model;
mod occurrences;
mod openapi;
mod query;
mod topics;

use crate::web::cors;
use actix_web::web::ServiceConfig;
use endpoint::Endpoint;

/// Every endpoint, in the order in which they are explained.
const ENDPOINTS: [&Endpoint; 8] = [
    &meetings::LIST,
    &meetings::ONE,
    &occurrences::LIST,
    &groups::LIST,
    &groups::ONE,
    &topics::LIST,
    &topics::ONE,
    &changes::LIST,
];

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(cors::resource(meetings::LIST.path, meetings::list))
        .service(cors::resource(meetings::ONE.path, meetings::one))
        .service(cors::resource(occurrences::LIST.path, occurrences::list))
        .service(cors::resource(groups::LIST.path, groups::list))
        .service(cors::resource(groups::ONE.path, groups::one))
        .service(cors::resource(topics::LIST.path, topics::list))
        .service(cors::resource(topics::ONE.path, topics::one))
        .service(cors::resource(changes::LIST.path, changes::list))
        .service(cors::resource(openapi::PATH, openapi::show))
        .service(cors::resource(docs::PATH, docs::show));
}
