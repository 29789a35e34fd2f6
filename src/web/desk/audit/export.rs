//! The audit log to take away, as CSV (RFC 4180) and as JSON. An export holds what the page would
//! show, the newest first; of a very long log it says where it goes on.

use super::asked::Asked;
use crate::domain::DeedId;
use crate::store::{AuditLine, StoreError};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::private;
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::header;
use chrono::SecondsFormat;
use serde::Serialize;

/// The most lines of an export.
const MOST: usize = 50_000;
/// How many are read at a time, so that nobody else waits for the database.
const SLICE: i64 = 1_000;

/// The names of the columns, as those of the members in JSON.
const COLUMNS: [&str; 12] = [
    "id",
    "at",
    "actor",
    "person",
    "person_name",
    "act",
    "subject_kind",
    "subject",
    "subject_name",
    "before",
    "after",
    "network",
];

/// A line as it is exported.
#[derive(Serialize)]
struct Exported<'a> {
    id: String,
    /// RFC 3339, UTC.
    at: String,
    actor: &'a str,
    person: Option<String>,
    person_name: Option<&'a str>,
    act: &'a str,
    subject_kind: &'a str,
    subject: Option<&'a str>,
    subject_name: Option<&'a str>,
    before: Option<&'a str>,
    after: Option<&'a str>,
    network: Option<&'a str>,
}

/// `GET /desk/audit.csv`
pub async fn csv(visit: Visit, _: Secretary) -> Result<HttpResponse, WebError> {
    let (asked, lines) = found(&visit).await?;
    let body = sheet(&lines).map_err(|error| WebError::Export(error.to_string()))?;
    Ok(attached(
        &asked,
        &lines,
        ("text/csv; charset=utf-8", "csv"),
        body,
    ))
}

/// `GET /desk/audit.json`
pub async fn json(visit: Visit, _: Secretary) -> Result<HttpResponse, WebError> {
    let (asked, lines) = found(&visit).await?;
    let exported: Vec<Exported<'_>> = lines.iter().map(Exported::of).collect();
    let body = serde_json::to_vec(&exported);
    let body = body.map_err(|error| WebError::Export(error.to_string()))?;
    Ok(attached(&asked, &lines, ("application/json", "json"), body))
}

async fn found(visit: &Visit) -> Result<(Asked, Vec<AuditLine>), WebError> {
    let asked = Asked::of(&visit.request);
    let lines = {
        let asked = asked.clone();
        visit.blocking(move |app| all(app, &asked)).await?
    };
    Ok((asked, lines))
}

fn all(app: &App, asked: &Asked) -> Result<Vec<AuditLine>, StoreError> {
    let filter = asked.filter();
    let mut before = asked.older_than.as_deref().and_then(DeedId::parse);
    let mut lines = Vec::new();
    while lines.len() < MOST {
        let more = app.store.audit_lines(&filter, before, SLICE)?;
        let Some(last) = more.last() else { break };
        before = Some(last.id);
        lines.extend(more);
    }
    Ok(lines)
}

fn sheet(lines: &[AuditLine]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut sheet = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    sheet.write_record(COLUMNS)?;
    for line in lines {
        let line = Exported::of(line);
        let cells = [
            Some(line.id.as_str()),
            Some(&line.at),
            Some(line.actor),
            line.person.as_deref(),
            line.person_name,
            Some(line.act),
            Some(line.subject_kind),
            line.subject,
            line.subject_name,
            line.before,
            line.after,
            line.network,
        ];
        sheet.write_record(cells.map(|cell| harmless(cell.unwrap_or_default())))?;
    }
    Ok(sheet.into_inner()?)
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before what begins like one
/// (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    match cell.trim_start_matches([' ', '\n']).chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

/// A file to keep; if it was cut, `Link` (RFC 8288) says where it goes on.
fn attached(
    asked: &Asked,
    lines: &[AuditLine],
    (media_type, ending): (&str, &str),
    body: Vec<u8>,
) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    let name = format!("attachment; filename=\"audit.{ending}\"");
    response.content_type(media_type);
    response.insert_header((header::CONTENT_DISPOSITION, name));
    if let (true, Some(last)) = (lines.len() >= MOST, lines.last()) {
        let next = format!(
            "</desk/audit.{ending}?{}>; rel=\"next\"",
            asked.before(last.id)
        );
        response.insert_header((header::LINK, next));
    }
    private(response.body(body))
}

impl<'a> Exported<'a> {
    fn of(line: &'a AuditLine) -> Self {
        Self {
            id: line.id.to_string(),
            at: line.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            actor: &line.actor,
            person: line.person.map(|person| person.to_string()),
            person_name: line.person_name.as_deref(),
            act: &line.act,
            subject_kind: &line.subject_kind,
            subject: line.subject.as_deref(),
            subject_name: line.subject_name.as_deref(),
            before: line.before.as_deref(),
            after: line.after.as_deref(),
            network: line.network.as_deref(),
        }
    }
}
