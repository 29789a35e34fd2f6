//! Requests with any method and body, and what a multistatus says, read by another parser's events.

use crate::support::app::TestApp;
use quick_xml::Reader;
use quick_xml::events::Event;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use std::collections::BTreeMap;

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// A header; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("text"))
    }
}

/// What a multistatus says of one address.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    pub href: String,
    /// The status of the whole; empty where properties have theirs.
    pub status: String,
    /// The properties that are there, by their local names, as they are written inside.
    pub found: BTreeMap<String, String>,
    /// The names of those that are not.
    pub missing: Vec<String>,
}

impl Told {
    /// A property that has to be there.
    pub fn of(&self, name: &str) -> &str {
        let value = self.found.get(name);
        value.unwrap_or_else(|| panic!("no {name}: {self:?}"))
    }
}

/// Asks once, and goes nowhere that it is sent on to.
pub async fn ask(
    app: &TestApp,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let client = Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .build();
    let method = method.parse().expect("a method");
    let address = format!("{}{path}", app.base);
    let mut request = client.expect("a client").request(method, address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    if !body.is_empty() {
        request = request.header("content-type", "application/xml; charset=utf-8");
        request = request.body(body.to_owned());
    }
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    Answer {
        status,
        headers,
        text: response.text().await.expect("a whole body"),
    }
}

/// A report on a calendar, of what stands in it.
pub async fn report(app: &TestApp, path: &str, body: &str) -> Answer {
    let depth = match body.contains("sync-collection") {
        true => "0",
        false => "1",
    };
    ask(app, "REPORT", path, &[("depth", depth)], body).await
}

/// What a multistatus says, address by address.
pub fn told(text: &str) -> Vec<Told> {
    let mut reader = Reader::from_str(text);
    let (mut all, mut open): (Vec<Told>, Vec<String>) = (Vec::new(), Vec::new());
    let mut properties: BTreeMap<String, String> = BTreeMap::new();
    let mut status = String::new();
    loop {
        let event = reader.read_event().expect("well-formed XML");
        let (name, is_empty, said) = match event {
            Event::Eof => return all,
            Event::Start(start) => (local(start.name().0), false, None),
            Event::Empty(start) => (local(start.name().0), true, None),
            Event::End(end) => {
                open.pop();
                match local(end.name().0).as_str() {
                    "propstat" => {
                        let one = all.last_mut().expect("a response");
                        match std::mem::take(&mut status).contains("200") {
                            true => one.found.append(&mut properties),
                            false => one
                                .missing
                                .extend(std::mem::take(&mut properties).into_keys()),
                        }
                    }
                    "response" => {
                        let one = all.last_mut().expect("a response");
                        one.status = std::mem::take(&mut status);
                    }
                    _ => {}
                }
                continue;
            }
            Event::Text(text) => (
                String::new(),
                false,
                Some(text.xml10_content().into_owned()),
            ),
            Event::GeneralRef(reference) => {
                let meant = match reference.resolve_char_ref().expect("a reference") {
                    Some(c) => c.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&reference)
                        .expect("one of five")
                        .to_owned(),
                };
                (String::new(), false, Some(meant))
            }
            _ => continue,
        };
        if let Some(said) = said {
            let inside: Vec<&str> = open.iter().map(String::as_str).collect();
            match inside[..] {
                ["multistatus", "response", "href"] => all.last_mut().expect("one").href += &said,
                ["multistatus", "response", .., "status"] => status += &said,
                [_, "response", "propstat", "prop", property, ..] => {
                    *properties.entry(property.to_owned()).or_default() += &said;
                }
                _ => {}
            }
            continue;
        }
        match (open.len(), name.as_str()) {
            (1, "response") => all.push(Told::default()),
            (4, property) if open[3] == "prop" => {
                properties.insert(property.to_owned(), String::new());
            }
            (deeper, inner) if deeper > 4 && open[3] == "prop" => {
                *properties.entry(open[4].clone()).or_default() += &format!("<{inner}>");
            }
            _ => {}
        }
        if !is_empty {
            open.push(name);
        }
    }
}

fn local(name: &str) -> String {
    let local = name.rsplit(':').next();
    local.unwrap_or(name).to_owned()
}
