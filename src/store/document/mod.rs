//! The versioned JSON document that a revision's details are kept in. Its forms are apart from the
//! domain's types, so that these can change while every document that was ever written stays
//! readable: `v1` and `v2` are the formats, `forms` is what they write alike. A form that was written
//! is never changed; what has to be said otherwise becomes another format.

mod forms;
mod published;
mod v1;
mod v2;

pub(super) use published::PublishedForm;

use super::error::StoreError;
use crate::domain::MeetingDetails;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use thiserror::Error;

/// The format that revisions are written in.
const FORMAT: u32 = 2;

/// A document as it is written. The format stands beside the meeting, so that whoever reads it can
/// tell what it is.
#[derive(Serialize)]
struct Written {
    format: u32,
    meeting: v2::MeetingForm,
}

/// What stands in every document, whatever its format.
#[derive(Deserialize)]
struct DocumentHead {
    format: u32,
}

/// A document of one format.
#[derive(Deserialize)]
struct Read<M> {
    meeting: M,
}

/// The document of a revision.
pub(super) fn write_details(details: &MeetingDetails) -> Result<String, StoreError> {
    let unwritable = |reason: String| StoreError::damaged("a revision", reason);
    let document = Written {
        format: FORMAT,
        meeting: v2::MeetingForm::of(details),
    };
    let text = serde_json::to_string(&document).map_err(|error| unwritable(error.to_string()))?;
    // What is appended can never be mended, so nothing is written that could not be read again.
    let back = read(&text).map_err(|unreadable| unwritable(unreadable.to_string()))?;
    match back == *details {
        true => Ok(text),
        false => Err(unwritable("it reads back as another".to_owned())),
    }
}

/// What a revision's document says, in whichever format it was written.
pub(super) fn read_details(
    revision: impl Display,
    text: &str,
) -> Result<MeetingDetails, StoreError> {
    read(text).map_err(|unreadable| match unreadable {
        Unreadable::Damaged(reason) => StoreError::damaged(format!("revision {revision}"), reason),
        Unreadable::Newer(format) => StoreError::NewerDocument {
            what: format!("revision {revision}"),
            format,
        },
    })
}

/// Why a document cannot be read.
#[derive(Debug, Error)]
enum Unreadable {
    #[error("{0}")]
    Damaged(String),
    /// Its format is later than those that this version knows.
    #[error("format {0} is newer than this version")]
    Newer(u32),
}

fn read(text: &str) -> Result<MeetingDetails, Unreadable> {
    let damaged = Unreadable::Damaged;
    let head: DocumentHead =
        serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    match head.format {
        1 => read_as::<v1::MeetingForm>(text).map_err(damaged)?.read(),
        2 => read_as::<v2::MeetingForm>(text).map_err(damaged)?.read(),
        newer if newer > FORMAT => return Err(Unreadable::Newer(newer)),
        other => return Err(damaged(format!("format {other} is unknown"))),
    }
    .map_err(|problem| damaged(problem.to_string()))
}

fn read_as<'a, M: Deserialize<'a>>(text: &'a str) -> Result<M, String> {
    serde_json::from_str(text)
        .map(|document: Read<M>| document.meeting)
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use std::path::Path;

    fn names(details: &MeetingDetails) -> Vec<Option<NaiveDate>> {
        let series = details.timing.series().expect("a series");
        series.runs().iter().map(|run| run.name()).collect()
    }

    /// A series of two runs as format 1 had it, when runs had no names.
    fn without_names() -> String {
        let run = |first: &str, start: &str| {
            format!(
                r#"{{"zone":"Europe/Zurich","start":"{start}","end":null,"recurrence":{{"rule":{{
                "first":"{first}","step":"week","every":1,"ends":{{"count":2}}}}}}}}"#
            )
        };
        let (one, two) = (run("2027-05-05", "09:00:00"), run("2027-05-19", "11:00:00"));
        format!(
            r#"{{"format":1,"meeting":{{"title":"Call","text_language":"en","group":"dccg",
            "cohosts":[],"description":null,"agenda":[],"status":"confirmed","status_note":null,
            "past_reason":null,"mode":"virtual","remote":"to-follow","place":null,
            "registration":null,"languages":[],"interpretation":[],"captioning":false,"links":[],
            "participants":null,"contact":null,"category":null,"provenance":null,
            "schedule":{{"precision":"series","runs":[{one},{two}],"confirm_from":null}}}}}}"#
        )
    }

    #[test]
    fn a_run_of_format_1_is_named_for_its_first_day_and_keeps_that_name() {
        let details = read(&without_names()).unwrap();
        let second = Some("2027-05-19".parse().unwrap());
        assert_eq!(names(&details), [None, second]);
        let written = write_details(&details).unwrap();
        assert!(written.contains(r#""name":"2027-05-19""#), "{written}");
        let moved = written.replace(r#""first":"2027-05-19""#, r#""first":"2027-05-20""#);
        assert_eq!(names(&read(&moved).unwrap()), [None, second]);
    }

    /// Whoever changes how today's format is written has to begin another one.
    #[test]
    fn what_is_written_has_the_shape_that_is_kept() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/revision/v2");
        let files = std::fs::read_dir(folder).expect("documents");
        let mut count = 0;
        for file in files.map(|file| file.expect("a file").path()) {
            if file.extension().is_none_or(|end| end != "json") {
                continue;
            }
            count += 1;
            let kept = std::fs::read_to_string(&file).expect("a document");
            let written = write_details(&read(&kept).expect("a meeting")).expect("a document");
            let [kept, written] = [kept, written]
                .map(|text| serde_json::from_str::<serde_json::Value>(&text).expect("JSON"));
            assert_eq!(written, kept, "{}", file.display());
        }
        assert!(count >= 184, "only {count} found");
    }
}
