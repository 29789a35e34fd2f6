//! How to subscribe: the address of the feed for what was chosen, and where each app wants it.

use super::filter_bar::FilterBar;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
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
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let filter = visit.filter();
    let f = visit.frame(Section::Subscribe);
    let bar = FilterBar::of(&f, &filter, |_| true);
    let page = SubscribePage {
        address: format!("{}/calendar.ics{}", visit.app.base_url.as_str(), bar.query),
        bar,
        f,
    };
    page.f.respond(&page)
}
