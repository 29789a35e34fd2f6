//! The style sheets and the optional scripts, in the binary, under names that change with their
//! content so that browsers may keep them for good.

use crate::web::error::WebError;
use crate::web::request::accepts_gzip;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::LazyLock;

const STYLE: &str = include_str!("../../assets/style.css");
const DESK_STYLE: &str = include_str!("../../assets/desk.css");
const DESK_SCRIPT: &str = include_str!("../../assets/desk.js");
const PASSKEY_SCRIPT: &str = include_str!("../../assets/passkey.js");
const SCRIPT: &str = include_str!("../../assets/local-time.js");

static STYLE_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/style-{}.css", fingerprint(STYLE)));
static DESK_STYLE_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/desk-{}.css", fingerprint(DESK_STYLE)));
static DESK_SCRIPT_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/desk-{}.js", fingerprint(DESK_SCRIPT)));
static SCRIPT_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/local-time-{}.js", fingerprint(SCRIPT)));

static PASSKEY_SCRIPT_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/passkey-{}.js", fingerprint(PASSKEY_SCRIPT)));

static PASSKEY_SCRIPT_PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack(PASSKEY_SCRIPT));
static STYLE_PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack(STYLE));
static DESK_STYLE_PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack(DESK_STYLE));
static DESK_SCRIPT_PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack(DESK_SCRIPT));
static SCRIPT_PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack(SCRIPT));

/// The style sheet's address.
pub fn style_path() -> &'static str {
    &STYLE_PATH
}

/// The address of what the desk's pages have besides, so that readers need not fetch it.
pub fn desk_style_path() -> &'static str {
    &DESK_STYLE_PATH
}

/// The address of the script by which single keys do something at the desk.
pub fn desk_script_path() -> &'static str {
    &DESK_SCRIPT_PATH
}

/// The script's address.
pub fn script_path() -> &'static str {
    &SCRIPT_PATH
}

/// The address of what lets passkeys answer, which only the pages that ask for one have.
pub fn passkey_script_path() -> &'static str {
    &PASSKEY_SCRIPT_PATH
}

pub fn routes(config: &mut web::ServiceConfig) {
    config.service(super::page("/assets/{name}", asset));
}

async fn asset(request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, WebError> {
    let path = format!("/assets/{name}");
    let (kind, plain, packed) = match path {
        path if path == *STYLE_PATH => ("text/css; charset=utf-8", STYLE, &STYLE_PACKED),
        path if path == *DESK_STYLE_PATH => {
            ("text/css; charset=utf-8", DESK_STYLE, &DESK_STYLE_PACKED)
        }
        path if path == *DESK_SCRIPT_PATH => (
            "text/javascript; charset=utf-8",
            DESK_SCRIPT,
            &DESK_SCRIPT_PACKED,
        ),
        path if path == *PASSKEY_SCRIPT_PATH => (
            "text/javascript; charset=utf-8",
            PASSKEY_SCRIPT,
            &PASSKEY_SCRIPT_PACKED,
        ),
        path if path == *SCRIPT_PATH => ("text/javascript; charset=utf-8", SCRIPT, &SCRIPT_PACKED),
        _ => return Err(WebError::NotFound),
    };
    let mut response = HttpResponse::Ok();
    response
        .content_type(kind)
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    Ok(match accepts_gzip(&request) {
        true => response
            .insert_header((header::CONTENT_ENCODING, "gzip"))
            .body(packed.as_slice()),
        false => response.body(plain),
    })
}

/// Packed once and as small as it gets; the compressing middleware is in a hurry.
fn pack(content: &str) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer
        .write_all(content.as_bytes())
        .and_then(|()| packer.finish())
        .expect("memory takes every byte")
}

fn fingerprint(content: &str) -> String {
    Sha256::digest(content.as_bytes())
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
