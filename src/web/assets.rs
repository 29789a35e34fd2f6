//! The style sheet and the optional script, in the binary, under names that change with their
//! content so that browsers may keep them for good.

use crate::web::error::WebError;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const STYLE: &str = include_str!("../../assets/style.css");
const SCRIPT: &str = include_str!("../../assets/local-time.js");

static STYLE_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/style-{}.css", fingerprint(STYLE)));
static SCRIPT_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/local-time-{}.js", fingerprint(SCRIPT)));

/// The style sheet's address.
pub fn style_path() -> &'static str {
    &STYLE_PATH
}

/// The script's address.
pub fn script_path() -> &'static str {
    &SCRIPT_PATH
}

pub fn routes(config: &mut web::ServiceConfig) {
    config.service(super::page("/assets/{name}", asset));
}

async fn asset(name: web::Path<String>) -> Result<HttpResponse, WebError> {
    let path = format!("/assets/{name}");
    let (kind, body) = match path {
        path if path == *STYLE_PATH => ("text/css; charset=utf-8", STYLE),
        path if path == *SCRIPT_PATH => ("text/javascript; charset=utf-8", SCRIPT),
        _ => return Err(WebError::NotFound),
    };
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(body))
}

fn fingerprint(content: &str) -> String {
    Sha256::digest(content.as_bytes())
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
