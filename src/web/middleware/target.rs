//! Takes the host out of a request's target: proxies may send it whole (RFC 9112, section 3.2.2),
//! and what it claims of the host is believed as little as the Host header.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::Next;

pub async fn put_in_origin_form(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if request.uri().authority().is_some() {
        let path = request.uri().path_and_query();
        let path = path.map_or("/", PathAndQuery::as_str);
        // `http://example.org?kind=dc` has no slash to begin with.
        let path = format!("/{}", path.strip_prefix('/').unwrap_or(path));
        if let Ok(uri) = path.parse() {
            request.head_mut().uri = uri;
        }
    }
    next.call(request).await
}
