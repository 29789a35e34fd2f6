//! What stands around every page: words, direction, navigation, the switch of languages.

use crate::i18n::Language;
use crate::web::assets;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::request::LANGUAGE_COOKIE;
use crate::web::view::View;
use crate::web::view::away::banner;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;
use actix_web::http::{StatusCode, header};
use askama::Template;
use std::ops::Deref;

/// The part of the site that a page belongs to, which its navigation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The list of what is coming.
    Upcoming,
    /// The list of what is past.
    Past,
    /// The groups and their pages.
    Groups,
    /// How to subscribe.
    Subscribe,
    /// The form, and what a poster sees of their meeting.
    Post,
    /// The secretariat's pages, to which no navigation leads.
    Desk,
    /// Anything else: a meeting, a failure.
    Elsewhere,
}

/// The surroundings of a page, and all that its words depend on (see [`View`]).
pub struct Frame {
    view: View,
    /// The part of the site that is open.
    pub section: Section,
    /// The style sheet's address; it changes with its content.
    pub css: &'static str,
    /// The optional script's address.
    pub script: &'static str,
    /// Path and query behind the language, for the same page in another one.
    rest: String,
    is_https: bool,
    /// What is said while the database is away.
    pub away: Option<String>,
}

impl Deref for Frame {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}

impl Frame {
    /// The frame of the page that was asked for.
    pub fn new(visit: &Visit, section: Section) -> Self {
        let address = visit
            .request
            .uri()
            .path_and_query()
            .map_or("/", |address| address.as_str());
        let mut parts = address.splitn(3, '/');
        let in_language = parts
            .nth(1)
            .is_some_and(|code| Language::from_code(code).is_some());
        let rest = match in_language {
            true => within_reason(parts.next().unwrap_or_default()).to_owned(),
            false => String::new(),
        };
        let view = visit.view();
        Self {
            away: banner(view.w, &view.snapshot, visit.app.store.away_since()),
            view,
            section,
            css: assets::style_path(),
            script: assets::script_path(),
            rest,
            is_https: visit.app.base_url.is_https(),
        }
    }

    /// The address of the style sheet that only the desk's pages have.
    pub fn desk_css(&self) -> &'static str {
        assets::desk_style_path()
    }

    /// The address of the desk's script.
    pub fn desk_script(&self) -> &'static str {
        assets::desk_script_path()
    }

    /// The address of the script that lets passkeys answer.
    pub fn passkey_script(&self) -> &'static str {
        assets::passkey_script_path()
    }

    /// The language's code, the first part of every reader's address.
    pub fn lang(&self) -> &'static str {
        self.w.code()
    }

    /// Every language with the address of this page in it.
    pub fn languages(&self) -> Vec<(Language, String)> {
        Language::ALL
            .into_iter()
            .map(|language| (language, format!("/{}/{}", language.code(), self.rest)))
            .collect()
    }

    /// A page with status 200.
    pub fn respond(&self, page: &impl Template) -> Result<HttpResponse, WebError> {
        self.respond_with(StatusCode::OK, page)
    }

    /// A page that remembers its language for neutral addresses.
    pub fn respond_with(
        &self,
        status: StatusCode,
        page: &impl Template,
    ) -> Result<HttpResponse, WebError> {
        let language = self.w.code().to_owned();
        let cookie = cookies::build(LANGUAGE_COOKIE, language, self.is_https)
            .max_age(Duration::days(365))
            .finish();
        Ok(HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .cookie(cookie)
            .body(page.render()?))
    }
}

/// What follows the language in an address, as far as somebody may have meant it: a page repeats it
/// once for each language.
fn within_reason(rest: &str) -> &str {
    const LONGEST: usize = 4000;
    let path = rest.split('?').next().unwrap_or_default();
    let candidates = [rest, path].into_iter();
    let mut short = candidates.filter(|part| part.len() <= LONGEST);
    short.next().unwrap_or_default()
}

/// Sends the browser on to a page, so that reloading it sends nothing twice.
pub fn see_other(path: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path.as_ref()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// Secret addresses and half-typed forms stay out of caches.
pub fn private(mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    response
}
