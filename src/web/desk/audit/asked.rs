//! Which lines of the audit log are asked for, as typed into the form above them.

use crate::domain::PersonId;
use crate::store::{AuditFilter, By};
use actix_web::HttpRequest;
use chrono::NaiveDate;
use std::fmt;

/// The longest text that is looked for.
const LONGEST: usize = 200;

/// What is asked for, kept as it was typed so that the form shows it again.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// A person's id, or one of the names of those who are none.
    pub who: String,
    pub act: String,
    pub subject: String,
    pub from: String,
    pub until: String,
    /// The id of the line that the page goes on behind.
    pub older_than: Option<String>,
    /// That a day is none, under the name of its field.
    pub problem: Option<&'static str>,
}

impl Asked {
    /// Out of the query. A day that is none asks for any, and is said to be none.
    pub fn of(request: &HttpRequest) -> Self {
        let mut asked = Self::default();
        for (name, value) in url::form_urlencoded::parse(request.query_string().as_bytes()) {
            let value: String = value.trim().chars().take(LONGEST).collect();
            match &*name {
                "who" => asked.who = value,
                "act" => asked.act = value,
                "subject" => asked.subject = value,
                "from" => asked.from = value,
                "until" => asked.until = value,
                "before" => asked.older_than = Some(value),
                _ => {}
            }
        }
        let is_wrong = |typed: &str| !typed.is_empty() && day(typed).is_none();
        asked.problem = match (is_wrong(&asked.from), is_wrong(&asked.until)) {
            (true, _) => Some("from"),
            (_, true) => Some("until"),
            _ => None,
        };
        asked
    }

    /// What the store is asked.
    pub fn filter(&self) -> AuditFilter {
        let is_program = By::NAMES.contains(&self.who.as_str());
        AuditFilter {
            person: PersonId::parse(&self.who),
            actor: is_program.then(|| self.who.clone()),
            act: some(&self.act),
            subject: some(&self.subject),
            from: day(&self.from),
            until: day(&self.until),
        }
    }

    /// The query that asks for the same from the newest on.
    pub fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("who", &self.who),
            ("act", &self.act),
            ("subject", &self.subject),
            ("from", &self.from),
            ("until", &self.until),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.finish()
    }

    /// The query that asks for what is older than a line.
    pub fn before(&self, line: impl fmt::Display) -> String {
        match self.query() {
            query if query.is_empty() => format!("before={line}"),
            query => format!("{query}&before={line}"),
        }
    }
}

fn some(typed: &str) -> Option<String> {
    (!typed.is_empty()).then(|| typed.to_owned())
}

fn day(typed: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()
}
