//! How to subscribe: the address of the feed for what was chosen, and where each app wants it.

use super::filter_bar::FilterBar;
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::request::{Reader, read_filter};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "reading/subscribe.html")]
struct SubscribePage {
    f: Frame,
    bar: FilterBar,
    /// The feed's whole address.
    address: String,
}

/// `/{lang}/subscribe`
pub async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, WebError> {
    let filter = read_filter(&request);
    let snapshot = app.calendar.current();
    let f = Frame::new(&app, &reader, &request, "subscribe");
    let bar = FilterBar::of(f.w, &filter, &snapshot, |_| true);
    let page = SubscribePage {
        address: format!("{}/calendar.ics{}", app.base_url.as_str(), bar.query),
        bar,
        f,
    };
    page.f.respond(&page)
}
