//! What was asked for: the query of an address, read by the declaration of its endpoint. Whatever means
//! nothing is refused by its name.

use super::cursor;
use super::endpoint::{Endpoint, Form, Parameter, Place};
use crate::calendar::{Filter, Snapshot};
use crate::domain::{LanguageTag, Slug};
use crate::web::log_mark::LogMark;
use crate::web::problem::Problem;
use actix_web::HttpRequest;
use chrono::{DateTime, Utc};
use url::form_urlencoded;

/// The most that a page of a list holds.
pub const MOST: usize = 100;

/// What it holds if nobody says.
pub const USUAL: usize = 50;

/// The most characters of words.
pub const LONGEST: usize = 80;

/// The most values of one parameter.
pub const MOST_VALUES: usize = 50;

/// The parameters of a query, each of them known and well formed.
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads the query of a request. Refuses parameters that the endpoint does not take, values that none
    /// of its kind has, and what is repeated or missing.
    pub fn read(request: &HttpRequest, endpoint: &Endpoint) -> Result<Self, Problem> {
        let known: Vec<&Parameter> = endpoint
            .takes()
            .filter(|parameter| parameter.place != Place::Path)
            .collect();
        let pairs = form_urlencoded::parse(request.query_string().as_bytes()).into_owned();
        let query = Self(pairs.collect());
        for (name, value) in &query.0 {
            let Some(parameter) = known.iter().find(|parameter| parameter.name == name) else {
                let names: Vec<&str> = known.iter().map(|parameter| parameter.name).collect();
                return Err(Problem::unknown_parameter(name, &names));
            };
            check(parameter, value)?;
        }
        for parameter in known {
            query.check_number(parameter)?;
        }
        Ok(query)
    }

    /// The value of a parameter that is there once at most.
    pub fn one(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter();
        let value = values.find(|(one, _)| one == name);
        value.map(|(_, value)| value.as_str())
    }

    /// The values of a parameter that may be there several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let values = self.0.iter().filter(move |(one, _)| one == name);
        values.map(|(_, value)| value.as_str())
    }

    /// How many are wanted at most.
    pub fn limit(&self) -> usize {
        let limit = self.one("limit").and_then(|limit| limit.parse().ok());
        limit.unwrap_or(USUAL)
    }

    /// The place in the list after which the page begins; `None` at its beginning.
    pub fn cursor<const N: usize, T>(
        &self,
        place: impl Fn([String; N]) -> Option<T>,
    ) -> Result<Option<T>, Problem> {
        let Some(typed) = self.one("cursor") else {
            return Ok(None);
        };
        match cursor::read(typed).and_then(place) {
            Some(place) => Ok(Some(place)),
            None => {
                let right = "take it from `next` of the page before.";
                Err(Problem::wrong_value("cursor", typed, right))
            }
        }
    }

    /// An instant that was found well formed.
    pub fn instant(&self, name: &str) -> Option<DateTime<Utc>> {
        instant(self.one(name)?)
    }

    /// The filter, by the names that groups and topics have today. Refuses groups, topics and regions
    /// that there are not.
    pub fn filter(&self, snapshot: &Snapshot) -> Result<Filter, Problem> {
        let pairs = self.0.iter();
        let filter = Filter::of(pairs.map(|(name, value)| (name, value.as_str())));
        match filter.meaningless(snapshot) {
            Some(wrong) => {
                let right = match wrong.allowed.as_slice() {
                    [] => "there is none of that name; the API lists them.".to_owned(),
                    allowed => format!("write one of {}.", allowed.join(", ")),
                };
                let name = wrong.facet.as_str();
                Err(Problem::wrong_value(name, &wrong.value, &right))
            }
            None => {
                let filter = filter.in_todays_names(snapshot);
                Ok(filter.respelt(snapshot).unwrap_or(filter))
            }
        }
    }

    /// The whole address of the next page, which a cursor begins.
    pub fn next(&self, base: &str, path: &str, cursor: &str) -> String {
        format!("{base}{path}?{}", self.going_on(cursor))
    }

    fn going_on(&self, cursor: &str) -> String {
        let pairs = self.0.iter().filter(|(name, _)| name != "cursor");
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .append_pair("cursor", cursor)
            .finish()
    }

    fn check_number(&self, parameter: &Parameter) -> Result<(), Problem> {
        let name = parameter.name;
        let number = self.0.iter().filter(|(one, _)| one == name).count();
        match (parameter.place, number) {
            (Place::Query, 0) if !parameter.optional => {
                let detail = format!("{name} is missing: {}", parameter.says);
                Err(Problem::wrong_use(name, detail))
            }
            (Place::Query, 2..) => Err(Problem::wrong_use(name, format!("{name} is there twice."))),
            (Place::Queries, number) if number > MOST_VALUES => {
                let detail = format!("{name} is there more than {MOST_VALUES} times.");
                Err(Problem::wrong_use(name, detail))
            }
            _ => Ok(()),
        }
    }
}

/// Whether a value is one of its kind.
fn check(parameter: &Parameter, value: &str) -> Result<(), Problem> {
    let (is_right, right) = match parameter.form {
        Form::Choice(names) => {
            let names = names();
            let right = format!("write one of {}.", names.join(", "));
            (names.contains(&value), right)
        }
        Form::Slug => (
            slug_of(value).is_some(),
            "write small letters, digits and hyphens.".to_owned(),
        ),
        Form::Tag => (
            LanguageTag::parse(value).is_ok_and(|tag| tag.as_str() == value),
            "write a language tag such as en or pt-BR.".to_owned(),
        ),
        Form::Words => (
            (1..=LONGEST).contains(&value.chars().count()),
            format!("write 1 to {LONGEST} characters."),
        ),
        Form::Instant => (
            instant(value).is_some(),
            "write an instant such as 2018-03-01T09:00:00Z; in an address a + is written %2B."
                .to_owned(),
        ),
        Form::LogPlace => (
            LogMark::read(value).is_some(),
            "write what an earlier answer gave as since, or 0.".to_owned(),
        ),
        Form::Limit => (
            number(value).is_some_and(|limit| (1..=MOST as u64).contains(&limit)),
            format!("write a number from 1 to {MOST}."),
        ),
        // What stands in them is known where the list is.
        Form::Cursor | Form::Id => (true, String::new()),
    };
    match is_right {
        true => Ok(()),
        false => Err(Problem::wrong_value(parameter.name, value, &right)),
    }
}

/// Digits alone, without a sign.
fn number(value: &str) -> Option<u64> {
    let are_digits = value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().ok().filter(|_| are_digits)
}

fn instant(value: &str) -> Option<DateTime<Utc>> {
    let read = DateTime::parse_from_rfc3339(value).ok()?;
    Some(read.with_timezone(&Utc))
}

fn slug_of(value: &str) -> Option<Slug> {
    Slug::parse(value)
        .ok()
        .filter(|slug| slug.as_str() == value)
}

#[cfg(test)]
mod tests {
    use super::super::{changes, meetings, occurrences};
    use super::*;
    use actix_web::test::TestRequest;

    fn read(endpoint: &Endpoint, query: &str) -> Result<Query, Problem> {
        let uri = format!("{}?{query}", endpoint.path);
        Query::read(&TestRequest::with_uri(&uri).to_http_request(), endpoint)
    }

    fn refused(endpoint: &Endpoint, query: &str) -> String {
        let problem = read(endpoint, query).err().expect("it is refused");
        assert_eq!(problem.status, 400);
        problem.parameter.expect("it names the parameter")
    }

    #[test]
    fn what_means_nothing_is_refused_by_its_name() {
        for (query, parameter) in [
            ("knd=mag", "knd"),
            ("kind=MAG", "kind"),
            ("mode=", "mode"),
            ("recording=no", "recording"),
            ("group=no%20slug", "group"),
            ("language=%20", "language"),
            ("q=", "q"),
            ("limit=0", "limit"),
            ("limit=101", "limit"),
            ("limit=+5", "limit"),
            ("limit=5&limit=5", "limit"),
            ("from=2018-03-01T09:00:00Z", "from"),
        ] {
            assert_eq!(refused(&meetings::LIST, query), parameter, "{query}");
        }
        for (query, parameter) in [
            ("", "from"),
            ("from=2018-03-01T09:00:00Z", "until"),
            ("from=2018-03-01&until=2018-03-02T00:00:00Z", "from"),
        ] {
            assert_eq!(refused(&occurrences::LIST, query), parameter, "{query}");
        }
        assert_eq!(refused(&changes::LIST, "since=384"), "since");
        let many = "kind=mag&".repeat(MOST_VALUES + 1);
        assert_eq!(refused(&meetings::LIST, many.trim_end_matches('&')), "kind");
    }

    #[test]
    fn the_next_page_is_asked_for_like_the_first() {
        let query = read(&meetings::LIST, "q=a+b&kind=mag&kind=secretariat&cursor=x").unwrap();
        assert_eq!(
            query.going_on("y z"),
            "q=a+b&kind=mag&kind=secretariat&cursor=y+z"
        );
        assert_eq!(query.limit(), USUAL);
    }
}
