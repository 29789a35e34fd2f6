//! Refuses every write that another site started, for all forms at once and without tokens:
//! browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin. A client that
//! sends neither is no browser; with the cookie of a session it would act for somebody all the same,
//! so it is refused then.

use crate::web::app::App;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::middleware::safe::is_safe;
use crate::web::session::SESSION_COOKIE;
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{Error, web};

pub async fn refuse_cross_site_writes(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<EitherBody<BoxBody, impl MessageBody>>, Error> {
    if !is_safe(request.method()) && is_cross_site(&request) {
        let refusal = request.error_response(WebError::CrossSite);
        return Ok(refusal.map_into_left_body());
    }
    Ok(next.call(request).await?.map_into_right_body())
}

fn is_cross_site(request: &ServiceRequest) -> bool {
    let header = |name: &str| request.headers().get(name).map(|value| value.as_bytes());
    match (header("sec-fetch-site"), header(header::ORIGIN.as_str())) {
        (Some(site), _) => !matches!(site, b"same-origin" | b"none"),
        (None, Some(origin)) => {
            let own = request
                .app_data::<web::Data<App>>()
                .map(|app| app.base_url.as_str().as_bytes());
            own != Some(origin)
        }
        (None, None) => cookies::sent(request.request(), SESSION_COOKIE).is_some(),
    }
}
