//! From the text of a file to its entries: a JSON array of objects, bounded in size.
//! What the fields of an entry mean is not known here.

use super::report::{ImportError, MAX_BYTES, MAX_ENTRIES, for_terminal};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// One object of the file. JSON leaves open what a repeated name means, so it is remembered.
#[derive(Debug, Default)]
pub(super) struct FileEntry {
    pub fields: BTreeMap<String, Value>,
    pub repeated: Vec<String>,
}

/// The entries of a file, in its order.
pub(super) fn entries(json: &str) -> Result<Vec<FileEntry>, ImportError> {
    if json.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: json.len() });
    }
    // Some editors begin every file with a byte order mark, which JSON does not allow.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let entries: Vec<FileEntry> = serde_json::from_str(json).map_err(not_entries)?;
    if entries.len() > MAX_ENTRIES {
        return Err(ImportError::TooManyEntries {
            entries: entries.len(),
        });
    }
    Ok(entries)
}

fn not_entries(error: serde_json::Error) -> ImportError {
    let (line, column) = (error.line(), error.column());
    let whole = error.to_string();
    let place = format!(" at line {line} column {column}");
    ImportError::NotEntries {
        line,
        column,
        reason: for_terminal(whole.strip_suffix(&place).unwrap_or(&whole)),
    }
}

impl<'de> Deserialize<'de> for FileEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = FileEntry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FileEntry, A::Error> {
        let mut entry = FileEntry::default();
        while let Some((name, value)) = map.next_entry::<String, Value>()? {
            if entry.fields.insert(name.clone(), value).is_some() {
                entry.repeated.push(name);
            }
        }
        Ok(entry)
    }
}
