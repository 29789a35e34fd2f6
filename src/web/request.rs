//! Who reads: language and zone out of address, cookies and headers; and forms out of bodies.

use crate::calendar::{Filter, Snapshot};
use crate::domain::Zone;
use crate::i18n::{Language, Words, negotiate};
use crate::web::app::App;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::middleware::ahead::pass_over;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Once;
use std::time::Duration;

/// The cookie that remembers the language of the last page.
pub const LANGUAGE_COOKIE: &str = "language";
/// The cookie that remembers the reader's zone.
pub const ZONE_COOKIE: &str = "zone";

const X_FORWARDED_FOR: &str = "x-forwarded-for";

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
        let cookie = |name| Some(cookies::sent(request, name)?.value().to_owned());
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

/// The most fields that a form is read with. Our longest has a tenth of them; tens of thousands would
/// take their time on the way to being passed over.
const MAX_FIELDS: usize = 5000;

fn has_too_many_fields(body: &[u8]) -> bool {
    body.iter().filter(|byte| **byte == b'&').count() >= MAX_FIELDS
}

/// A form's bytes, which have to arrive in time: without that, a client could send a form a byte a
/// minute and keep a connection for days.
#[derive(Clone)]
pub struct Body(web::Bytes);

impl Body {
    /// What came, as it came.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The form as it came, form-urlencoded; what is no text in it is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}

impl FromRequest for Body {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let seconds = request
            .app_data::<web::Data<App>>()
            .map_or(30, |app| app.request_seconds);
        let bytes = web::Bytes::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let Ok(bytes) = tokio::time::timeout(Duration::from_secs(seconds), bytes).await else {
                return Err(WebError::TooSlow.into());
            };
            let body = Self(bytes?);
            if has_too_many_fields(&body.0) {
                return Err(WebError::TooManyFields.into());
            }
            pass_over(&request, &body.0);
            // Whoever has to send it again is given it back.
            request.extensions_mut().insert(body.clone());
            Ok(body)
        })
    }
}

/// The address of whoever asks: the peer, or behind a proxy that the settings trust, whom that proxy
/// names last in X-Forwarded-For.
pub fn address(app: &App, request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    Some(match app.trusted_proxies.contains(&peer) {
        true => forwarded_for(request.headers()).unwrap_or(peer),
        false => peer,
    })
}

/// The client that a limit is counted for. Of IPv6 the first 64 bits, which one customer has.
pub fn client(app: &App, request: &HttpRequest) -> Option<IpAddr> {
    address(app, request).map(allowance_of)
}

/// Whose allowance an address draws on: its own, or of IPv6 that of its first 64 bits. An IPv4
/// address in the clothes of IPv6 (RFC 4291, section 2.5.5.2) is the IPv4 address.
pub fn allowance_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let network = u128::from(address) & !u128::from(u64::MAX);
            IpAddr::V6(network.into())
        }
        address => address,
    }
}

/// Whom the nearest proxy names, with or without a port.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all(X_FORWARDED_FOR).last()?.to_str().ok()?;
    let nearest = line.rsplit(',').next()?.trim();
    let with_port = || nearest.parse().map(|address: SocketAddr| address.ip());
    let address = nearest.parse().or_else(|_| with_port()).ok()?;
    Some(IpAddr::to_canonical(&address))
}

/// Says once that somebody who is no trusted proxy sends X-Forwarded-For: most likely the setting was
/// forgotten, and all readers share one allowance.
pub fn notice_strange_proxy(app: &App, request: &ServiceRequest) {
    static SAID: Once = Once::new();
    if SAID.is_completed() || !request.headers().contains_key(X_FORWARDED_FOR) {
        return;
    }
    let Some(peer) = request.peer_addr().map(|peer| peer.ip().to_canonical()) else {
        return;
    };
    if !app.trusted_proxies.contains(&peer) {
        SAID.call_once(|| {
            tracing::warn!(%peer, "X-Forwarded-For is not believed: it comes from an address that \
                 server.trusted_proxies does not name");
        });
    }
}

/// A form's fields, repeated ones as lists.
pub fn read_form<T: DeserializeOwned>(body: &Body) -> Result<T, WebError> {
    serde_html_form::from_bytes(&body.0)
        .map_err(|error| WebError::UnreadableForm(error.to_string()))
}

/// The fields of a form that came before, form-urlencoded.
pub fn read_text<T: DeserializeOwned>(form: &str) -> Result<T, WebError> {
    serde_html_form::from_str(form).map_err(|error| WebError::UnreadableForm(error.to_string()))
}

/// The filter that the query asks for, by the names that groups and topics have today; nothing that is
/// repeated is refused.
pub fn read_filter(request: &HttpRequest, snapshot: &Snapshot) -> Filter {
    let query = url::form_urlencoded::parse(request.query_string().as_bytes());
    Filter::of(query).in_todays_names(snapshot)
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
