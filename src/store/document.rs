//! The versioned JSON document that a revision's details are kept in.

use super::error::StoreError;
use crate::domain::{MeetingDetails, RevisionId};
use serde::{Deserialize, Serialize};

/// The version of the document that revisions are written in.
const FORMAT: u32 = 1;

/// The versioned document of a revision. The version stands beside the details, so that a later
/// format can tell what it reads.
#[derive(Serialize)]
struct WrittenDocument<'a> {
    format: u32,
    meeting: &'a MeetingDetails,
}

#[derive(Deserialize)]
struct ReadDocument {
    format: u32,
    meeting: MeetingDetails,
}

pub(super) fn write_details(details: &MeetingDetails) -> Result<String, StoreError> {
    let document = WrittenDocument {
        format: FORMAT,
        meeting: details,
    };
    let unwritable = |error| StoreError::damaged("a revision", error);
    let text = serde_json::to_string(&document).map_err(unwritable)?;
    // What is appended can never be mended, so nothing is written that could not be read again.
    match serde_json::from_str::<ReadDocument>(&text)
        .map_err(unwritable)?
        .meeting
        == *details
    {
        true => Ok(text),
        false => Err(StoreError::damaged(
            "a revision",
            "it reads back as another",
        )),
    }
}

pub(super) fn read_details(id: RevisionId, text: &str) -> Result<MeetingDetails, StoreError> {
    let damaged = |reason: String| StoreError::damaged(format!("revision {id}"), reason);
    let document: ReadDocument =
        serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    if document.format != FORMAT {
        return Err(damaged(format!("format {} is unknown", document.format)));
    }
    Ok(document.meeting)
}
