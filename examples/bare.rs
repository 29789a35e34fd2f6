//! The reference of `scripts/bench`: an actix-web server that does nothing but return the bytes of
//! a file that it read at its start, or 304 to whoever sends its tag.

use actix_web::http::header;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};

const TAG: &str = "\"bare\"";

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(file)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: bare ADDRESS FILE");
        std::process::exit(2);
    };
    let bytes = web::Bytes::from(std::fs::read(file)?);
    HttpServer::new(move || {
        App::new()
            .app_data(web::Data::new(bytes.clone()))
            .default_service(web::to(answer))
    })
    .workers(1)
    .bind(address)?
    .run()
    .await
}

async fn answer(request: HttpRequest, bytes: web::Data<web::Bytes>) -> HttpResponse {
    let known = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .is_some_and(|tag| tag.as_bytes() == TAG.as_bytes());
    let mut response = match known {
        true => HttpResponse::NotModified(),
        false => HttpResponse::Ok(),
    };
    response.insert_header((header::ETAG, TAG));
    match known {
        true => response.finish(),
        false => response
            .content_type("text/calendar; charset=utf-8")
            .body(bytes.as_ref().clone()),
    }
}
