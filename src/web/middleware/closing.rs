//! Says with every answer that its connection ends, once the server is about to stop: whoever heard it
//! sends nothing more on a connection that will be closed (RFC 9112, section 9.6).

use crate::web::app::App;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::ConnectionType;
use actix_web::middleware::Next;
use actix_web::{Error, web};

pub async fn say_that_it_closes(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let mut response = next.call(request).await?;
    if app.is_some_and(|app| app.is_closing()) {
        let head = response.response_mut().head_mut();
        head.set_connection_type(ConnectionType::Close);
    }
    Ok(response)
}
