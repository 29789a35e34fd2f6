//! How to subscribe: the address of the feed for what was chosen, links that open it in the programs
//! that have such links, and where each app wants the address.

use super::filter_bar::FilterBar;
use crate::feeds::{FeedInfo, Past, cut, in_language};
use crate::i18n::Language;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;
use url::form_urlencoded::Serializer;

#[derive(Template)]
#[template(path = "reading/subscribe.html")]
struct SubscribePage {
    f: Frame,
    bar: FilterBar,
    /// The feed's whole address.
    address: String,
    links: SubscribeLinks,
    /// What the feed does not hold because it would be too large.
    cut: Option<String>,
}

/// Addresses that subscribe to a feed where an `https` one would be downloaded once and never again.
struct SubscribeLinks {
    /// For whichever program of the device takes calendars.
    webcal: String,
    google: String,
    /// Outlook for people.
    outlook: String,
    /// Outlook for organisations.
    office: String,
}

/// `/{lang}/subscribe`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let filter = visit.filter();
    let f = visit.frame(Section::Subscribe);
    let bar = FilterBar::of(&f, &filter, |_| true);
    let base_url = visit.app.base_url.as_str();
    let language = f.w.language();
    let address = in_language(format!("{base_url}/calendar.ics{}", bar.query), language);
    let asked = (&filter, Past::default());
    let addresses = (address.clone(), format!("{base_url}/{}", bar.query));
    let info = FeedInfo::of_listing(language, asked, &f.snapshot, addresses);
    let stock = visit.app.shelf.stock(&visit.snapshot());
    // What is said in English is ready; in other languages it is about as long.
    let cut = cut(&stock, &filter, Past::default(), f.now, Language::En);
    let page = SubscribePage {
        cut: cut.map(|cut| cut.in_words(f.w)),
        links: SubscribeLinks::to(&address, &info.name),
        address,
        bar,
        f,
    };
    page.f.respond(&page)
}

impl SubscribeLinks {
    fn to(address: &str, name: &str) -> Self {
        let place = address
            .split_once("://")
            .map_or(address, |(_, place)| place);
        let webcal = format!("webcal://{place}");
        let outlook = with_query(
            "https://outlook.live.com/calendar/0/addfromweb",
            &[("url", address), ("name", name)],
        );
        Self {
            google: with_query(
                "https://calendar.google.com/calendar/r",
                &[("cid", &webcal)],
            ),
            office: outlook.replacen("outlook.live.com", "outlook.office.com", 1),
            outlook,
            webcal,
        }
    }
}

fn with_query(page: &str, query: &[(&str, &str)]) -> String {
    let mut link = Serializer::for_suffix(format!("{page}?"), page.len() + 1);
    link.extend_pairs(query).finish().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_gets_the_whole_address() {
        let address = "https://calendar.example.org/calendar.ics?kind=mag&lang=fr";
        let links = SubscribeLinks::to(address, "IGF : a + b");
        assert_eq!(
            links.webcal,
            "webcal://calendar.example.org/calendar.ics?kind=mag&lang=fr"
        );
        assert_eq!(
            links.google,
            "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fcalendar.example.org\
             %2Fcalendar.ics%3Fkind%3Dmag%26lang%3Dfr"
        );
        assert_eq!(
            links.outlook,
            "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fcalendar.example.org\
             %2Fcalendar.ics%3Fkind%3Dmag%26lang%3Dfr&name=IGF%20%3A%20a%20%2B%20b"
        );
        assert!(
            links
                .office
                .starts_with("https://outlook.office.com/calendar/0/addfromweb?url=https")
        );
    }
}
