//! Who reads: language and zone out of address, cookies and headers; and forms out of bodies.

use crate::calendar::Filter;
use crate::domain::Zone;
use crate::i18n::{Language, Words, negotiate};
use crate::web::error::WebError;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};
use std::net::IpAddr;

/// The cookie that remembers the language of the last page.
pub const LANGUAGE_COOKIE: &str = "language";
/// The cookie that remembers the reader's zone.
pub const ZONE_COOKIE: &str = "zone";

/// What is known of the reader.
#[derive(Debug, Clone)]
pub struct Reader {
    pub language: Language,
    /// The clock that lists are in; UTC until another is chosen.
    pub zone: Zone,
}

impl Reader {
    /// Language by address, then cookie, then Accept-Language, then English.
    pub fn of(request: &HttpRequest) -> Self {
        let in_path = request
            .path()
            .split('/')
            .nth(1)
            .and_then(Language::from_code);
        let cookie = |name| request.cookie(name).map(|cookie| cookie.value().to_owned());
        let language = in_path
            .or_else(|| cookie(LANGUAGE_COOKIE).and_then(|code| Language::from_code(&code)))
            .unwrap_or_else(|| {
                let header = request.headers().get(header::ACCEPT_LANGUAGE);
                negotiate(header.and_then(|value| value.to_str().ok()))
            });
        let zone = cookie(ZONE_COOKIE)
            .and_then(|name| Zone::named(&name).ok())
            .unwrap_or_else(Zone::utc);
        Self { language, zone }
    }

    /// The words of the reader's language.
    pub fn words(&self) -> Words {
        Words::of(self.language)
    }
}

impl FromRequest for Reader {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

/// The address of the peer that the connection comes from. Forwarded headers are not believed;
/// behind a proxy all clients share its allowance.
pub fn client(request: &HttpRequest) -> Option<IpAddr> {
    request.peer_addr().map(|peer| peer.ip())
}

/// A form's fields, repeated ones as lists.
pub fn read_form<T: DeserializeOwned>(body: &web::Bytes) -> Result<T, WebError> {
    serde_html_form::from_bytes(body).map_err(|error| WebError::UnreadableForm(error.to_string()))
}

/// The filter that the query asks for. Its fields are lists, so nothing repeated is refused.
pub fn read_filter(request: &HttpRequest) -> Filter {
    serde_html_form::from_str::<Filter>(request.query_string())
        .unwrap_or_default()
        .normalised()
}

/// One parameter of the query; the last one, if it is given several times.
pub fn query_value(request: &HttpRequest, name: &str) -> Option<String> {
    url::form_urlencoded::parse(request.query_string().as_bytes())
        .filter(|(key, _)| key == name)
        .last()
        .map(|(_, value)| value.into_owned())
}

/// Whether the client takes gzip (RFC 9110, section 12.5.3).
pub fn accepts_gzip(request: &HttpRequest) -> bool {
    request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| {
            accepted.split(',').any(|one| {
                let mut parts = one.split(';').map(str::trim);
                let is_gzip = parts
                    .next()
                    .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
                is_gzip && !parts.any(|q| matches!(q, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        })
}
