//! What addresses may ask for beside their path. A name or a value that means nothing is refused, and
//! said which: whoever misspells a filter would otherwise read, or subscribe to, something else than
//! they think. Programs get a problem, people a page in their language.

use super::filter_bar::query_of;
use super::propfind::propfind;
use crate::calendar::{Facet, Filter, Meaningless, Snapshot};
use crate::feeds::Past;
use crate::i18n::{Language, Words};
use crate::web::app::App;
use crate::web::cors;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::late::know_group;
use crate::web::problem::Problem;
use crate::web::visit::Visit;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use url::form_urlencoded::{Serializer, parse};

/// What an address takes beside its path.
#[derive(Debug, Clone, Copy)]
pub struct Takes {
    /// The facets that it is filtered by; with any, words as well.
    pub facets: &'static [Facet],
    /// What else.
    pub others: &'static [Other],
    /// Who reads what is there.
    pub reader: ReadBy,
}

/// Who reads what is at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadBy {
    People,
    Programs,
}

/// A parameter that is no filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// A page of a long list, from 1.
    Page,
    /// A year of the archive.
    Year,
    /// A date of a series.
    On,
    /// How far back a feed reaches.
    Past,
    /// The language of our words in a feed.
    Lang,
    /// That the address of the way in is to lead to its page; any value.
    Stay,
}

/// Every facet but the one that the path names.
const FACETS_IN_GROUP: &[Facet] = &[
    Facet::Kind,
    Facet::Topic,
    Facet::Region,
    Facet::Mode,
    Facet::Language,
    Facet::Recording,
];

/// The words to look for.
const WORDS: &str = "q";

/// Parameters that mailings and social networks hang on addresses to follow their readers. They mean
/// nothing here and are nobody's mistake.
const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "gclsrc",
    "msclkid",
    "twclid",
    "ttclid",
    "yclid",
    "igshid",
    "igsh",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "srsltid",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "__hstc",
    "__hssc",
    "__hsfp",
    "vero_id",
    "vero_conv",
    "oly_enc_id",
    "oly_anon_id",
    "s_cid",
    "rb_clickid",
    "wickedid",
];

impl Takes {
    /// A page that lists what a filter lets through.
    pub const fn list(others: &'static [Other]) -> Self {
        Self {
            facets: &Facet::ALL,
            others,
            reader: ReadBy::People,
        }
    }

    /// A page that is not filtered.
    pub const fn page(others: &'static [Other]) -> Self {
        Self {
            facets: &[],
            others,
            reader: ReadBy::People,
        }
    }

    /// A feed of what a filter lets through.
    pub const fn feed(others: &'static [Other]) -> Self {
        Self {
            facets: &Facet::ALL,
            others,
            reader: ReadBy::Programs,
        }
    }

    /// A feed of one group.
    pub const fn group_feed(others: &'static [Other]) -> Self {
        Self {
            facets: FACETS_IN_GROUP,
            others,
            reader: ReadBy::Programs,
        }
    }

    /// A feed that is not filtered.
    pub const fn lone_feed(others: &'static [Other]) -> Self {
        Self {
            facets: &[],
            others,
            reader: ReadBy::Programs,
        }
    }

    /// The names of all that it takes, in the order of the one spelling of an address.
    fn names(self) -> Vec<&'static str> {
        let words = (!self.facets.is_empty()).then_some(WORDS);
        let facets = self.facets.iter().map(|facet| facet.as_str());
        let others = self.others.iter().map(|other| other.as_str());
        facets.chain(words).chain(others).collect()
    }

    fn knows(self, name: &str) -> bool {
        self.names().contains(&name)
    }
}

impl Other {
    fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Year => "year",
            Self::On => "on",
            Self::Past => "past",
            Self::Lang => "lang",
            Self::Stay => "stay",
        }
    }

    fn takes(self, value: &str) -> bool {
        match self {
            Self::Page => value.parse::<usize>().is_ok(),
            Self::Year => value.len() <= 4 && value.parse::<u16>().is_ok(),
            Self::On => value.parse::<NaiveDate>().is_ok(),
            Self::Past => value.parse::<Past>().is_ok(),
            Self::Lang => Language::from_code(value).is_some(),
            Self::Stay => true,
        }
    }

    /// What can stand there, by a key of the words for it.
    fn right(self) -> &'static str {
        match self {
            Self::Page => "refused-number",
            Self::Year => "refused-year",
            Self::On => "refused-date",
            Self::Past => "refused-past",
            Self::Lang | Self::Stay => "refused-values",
        }
    }
}

/// What is wrong with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Refusal {
    /// It has a parameter that means nothing there.
    Name(String),
    /// A parameter has a value that means nothing.
    Value(Other, String),
    /// A filter has one.
    Facet(Meaningless),
}

/// Answers in place of an address that was asked for something else than it takes: with what is wrong,
/// or with the way to the one spelling.
pub async fn refuse_others(
    takes: Takes,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut response = refuse(takes, request, next).await?;
    // A page elsewhere may follow a redirect only if that is open to it as well.
    if let ReadBy::Programs = takes.reader {
        cors::open(response.headers_mut());
    }
    Ok(response)
}

async fn refuse(
    takes: Takes,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    // A browser that asks first has to be let through, or it never learns what was wrong; and a wrong
    // method is what is wrong first.
    let reads = request.method() == Method::GET
        || request.method() == Method::HEAD
        || *request.method() == propfind();
    if request.query_string().is_empty() || !reads {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    know_groups(&app, request.query_string()).await;
    let snapshot = app.calendar.current();
    let asked = Asked::of(request.query_string());
    if let Some(refusal) = asked.refusal(takes, &snapshot) {
        let (request, _) = request.into_parts();
        let answer = match takes.reader {
            ReadBy::Programs => refusal.problem(takes).respond(),
            ReadBy::People => refusal.page(takes, &app, &request, &asked)?,
        };
        return Ok(ServiceResponse::new(request, answer));
    }
    if let Some(query) = asked.respelt(takes, &snapshot) {
        let location = format!("{}{query}", request.path());
        return Ok(request.into_response(lead_on(&location)));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// A group that another instance added a moment ago is no mistake.
async fn know_groups(app: &web::Data<App>, query: &str) {
    let named = parse(query.as_bytes()).filter(|(name, _)| name == Facet::Group.as_str());
    for (_, slug) in named.take(3) {
        know_group(app, &slug).await;
    }
}

/// To the one spelling, for good; nobody keeps that unasked, as an acronym may come to mean another.
fn lead_on(location: &str) -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, location))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"))
        .finish()
}

/// The names and values of a query.
struct Asked(Vec<(String, String)>);

impl Asked {
    fn of(query: &str) -> Self {
        let pairs = parse(query.as_bytes());
        Self(
            pairs
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
        )
    }

    /// Empty values are what a form sends where nothing was chosen.
    fn given(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter().filter(|(_, value)| !value.trim().is_empty())
    }

    fn filter(&self) -> Filter {
        Filter::of(self.0.iter().map(|(name, value)| (name, value.as_str())))
    }

    fn refusal(&self, takes: Takes, snapshot: &Snapshot) -> Option<Refusal> {
        let unknown = |(name, _): &&(String, String)| !takes.knows(name) && !is_tracking(name);
        if let Some((name, _)) = self.0.iter().find(unknown) {
            return Some(Refusal::Name(name.clone()));
        }
        for other in takes.others {
            let own = self.given().filter(|(name, _)| name == other.as_str());
            let mut wrong = own.filter(|(_, value)| !other.takes(value.trim()));
            if let Some((_, value)) = wrong.next() {
                return Some(Refusal::Value(*other, value.clone()));
            }
        }
        self.filter().meaningless(snapshot).map(Refusal::Facet)
    }

    /// The query in its one spelling with a leading `?`, where the filter has another one or, in the
    /// address of a feed, something is there that is nobody's to know.
    fn respelt(&self, takes: Takes, snapshot: &Snapshot) -> Option<String> {
        let filter = self.filter();
        let respelt = filter.respelt(snapshot);
        let is_followed = self.0.iter().any(|(name, _)| is_tracking(name));
        if respelt.is_none() && !(is_followed && takes.reader == ReadBy::Programs) {
            return None;
        }
        Some(self.query_with(takes, &respelt.unwrap_or(filter)))
    }

    /// The query of this filter and of all that is taken else.
    fn query_with(&self, takes: Takes, filter: &Filter) -> String {
        let mut query = query_of(filter);
        let others = takes.others.iter().map(|other| other.as_str());
        let others: Vec<&str> = others.collect();
        for (name, value) in self
            .given()
            .filter(|(name, _)| others.contains(&name.as_str()))
        {
            query.push(if query.is_empty() { '?' } else { '&' });
            let start = query.len();
            query = Serializer::for_suffix(query, start)
                .append_pair(name, value)
                .finish();
        }
        query
    }

    /// The query without what is refused; of a facet or another parameter, without any of its values.
    fn without(&self, takes: Takes, refusal: &Refusal) -> String {
        let wrong = refusal.name();
        let pairs = self
            .0
            .iter()
            .filter(|(name, _)| name != wrong && takes.knows(name));
        Self(pairs.cloned().collect()).query_with(takes, &{
            let kept = self
                .0
                .iter()
                .filter(|(name, _)| name != wrong && takes.knows(name));
            Filter::of(kept.map(|(name, value)| (name, value.as_str())))
        })
    }
}

fn is_tracking(name: &str) -> bool {
    name == "utm" || name.starts_with("utm_") || TRACKING.contains(&name)
}

impl Refusal {
    fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Value(other, _) => other.as_str(),
            Self::Facet(wrong) => wrong.facet.as_str(),
        }
    }

    fn problem(&self, takes: Takes) -> Problem {
        let right = self.right(Words::of(Language::En), takes);
        match self {
            Self::Name(name) => Problem::unknown_parameter(name, &takes.names()),
            Self::Value(_, value) => Problem::wrong_value(self.name(), value, &right),
            Self::Facet(wrong) => Problem::wrong_value(self.name(), &wrong.value, &right),
        }
    }

    /// What can stand there, in a sentence.
    fn right(&self, w: Words, takes: Takes) -> String {
        let listed = |key: &str, values: &[String]| {
            let values = values.join(&w.t("feed-comma"));
            w.t1(key, "values", values).into_owned()
        };
        match self {
            Self::Name(_) => {
                let names: Vec<String> = takes.names().into_iter().map(str::to_owned).collect();
                match names.is_empty() {
                    true => w.t("refused-no-names").into_owned(),
                    false => listed("refused-names", &names),
                }
            }
            Self::Value(Other::Lang, _) => listed(
                "refused-values",
                &Language::ALL.map(|one| one.code().to_owned()),
            ),
            Self::Value(other, _) => w.t(other.right()).into_owned(),
            Self::Facet(wrong) => match wrong.facet {
                Facet::Group => w.t("refused-group").into_owned(),
                Facet::Language => w.t("refused-language").into_owned(),
                _ => listed("refused-values", &wrong.allowed),
            },
        }
    }

    fn page(
        &self,
        takes: Takes,
        app: &web::Data<App>,
        request: &HttpRequest,
        asked: &Asked,
    ) -> Result<HttpResponse, WebError> {
        let visit = Visit::new(app.clone(), request.clone());
        let f = visit.frame(Section::Elsewhere);
        let w = f.w;
        let cut = |text: &str| -> String { text.chars().take(REPEATED).collect() };
        let name = cut(self.name());
        let page = RefusedPage {
            what: match self {
                Self::Name(_) => w.t1("refused-name", "name", name).into_owned(),
                Self::Value(_, value) | Self::Facet(Meaningless { value, .. }) => {
                    let value = cut(value);
                    w.t2("refused-value", "name", name, "value", value)
                        .into_owned()
                }
            },
            right: self.right(w, takes),
            path: format!("{}{}", request.path(), asked.without(takes, self)),
            f,
        };
        page.f.respond_with(StatusCode::BAD_REQUEST, &page)
    }
}

/// The most characters of what was typed that a page repeats.
const REPEATED: usize = 60;

#[derive(Template)]
#[template(path = "reading/refused.html")]
struct RefusedPage {
    f: Frame,
    /// What is not known.
    what: String,
    /// What is.
    right: String,
    /// The same without it.
    path: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_repeated_without_what_is_wrong() {
        let takes = Takes::list(&[Other::Page]);
        let asked = Asked::of("mode=virtual&utm_source=x&q=a+b&colour=red&page=2");
        let wrong = asked.refusal(takes, &Snapshot::default());
        assert_eq!(wrong, Some(Refusal::Name("colour".to_owned())));
        assert_eq!(
            asked.without(takes, &wrong.unwrap()),
            "?mode=virtual&q=a+b&page=2"
        );
        let asked = Asked::of("mode=virtual&page=two");
        let wrong = asked.refusal(takes, &Snapshot::default());
        assert_eq!(wrong, Some(Refusal::Value(Other::Page, "two".to_owned())));
        assert_eq!(asked.without(takes, &wrong.unwrap()), "?mode=virtual");
    }

    #[test]
    fn who_follows_readers_is_passed_over_on_pages_and_led_away_from_feeds() {
        let snapshot = Snapshot::default();
        let asked = Asked::of("mode=virtual&fbclid=x&utm_campaign=y&q=");
        for takes in [Takes::list(&[]), Takes::feed(&[])] {
            assert_eq!(asked.refusal(takes, &snapshot), None);
        }
        assert_eq!(asked.respelt(Takes::list(&[]), &snapshot), None);
        let led = asked.respelt(Takes::feed(&[]), &snapshot);
        assert_eq!(led.as_deref(), Some("?mode=virtual"));
    }

    #[test]
    fn what_a_form_leaves_empty_is_no_mistake() {
        let asked = Asked::of("kind=&group=&mode=&q=&page=");
        let takes = Takes::list(&[Other::Page]);
        assert_eq!(asked.refusal(takes, &Snapshot::default()), None);
        assert_eq!(asked.respelt(takes, &Snapshot::default()), None);
    }
}
