//! Refuses bodies that come encoded, before anything reads them: a few hundred bytes of brotli
//! expand to more than the memory of the machine, and no form of ours is sent that way.

use crate::web::error::WebError;
use actix_web::Error;
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;

pub async fn refuse_encoded_bodies(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<EitherBody<BoxBody, impl MessageBody>>, Error> {
    if is_encoded(&request) {
        let refusal = request.error_response(WebError::EncodedBody);
        return Ok(refusal.map_into_left_body());
    }
    Ok(next.call(request).await?.map_into_right_body())
}

/// Whether any encoding but `identity`, which is none, is named (RFC 9110, section 8.4).
fn is_encoded(request: &ServiceRequest) -> bool {
    let mut named = request
        .headers()
        .get_all(header::CONTENT_ENCODING)
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    named.any(|name| !name.trim_ascii().eq_ignore_ascii_case(b"identity"))
}
