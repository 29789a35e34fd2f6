//! An entry of a list as a file has it, and what becomes of the entry that is there when that is
//! imported. The desk writes the same entries, so a file counts where it says something new.

use crate::domain::Listed;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

/// An entry of a file, and which of its fields the file carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InFile<T> {
    entry: T,
    /// `None` if it carries all.
    fields: Option<BTreeSet<String>>,
}

/// What becomes of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded<T> {
    /// What it says now.
    pub entry: T,
    /// What files said of it last, for the next time.
    pub imported: Value,
    /// The fields of the file that took the place of what the desk had written.
    pub overwritten: Vec<String>,
}

impl<T: Listed> InFile<T> {
    /// An entry that says all that there is to say.
    pub fn whole(entry: T) -> Self {
        Self {
            entry,
            fields: None,
        }
    }

    /// An entry that says only what stands in these fields.
    pub(super) fn with(entry: T, fields: BTreeSet<String>) -> Self {
        Self {
            entry,
            fields: Some(fields),
        }
    }

    /// What it says, for comparing it with the next file.
    pub fn said(&self) -> Value {
        Value::Object(self.map())
    }

    /// Puts it onto an entry. `imported` is what files said last. A field in which the file says what
    /// it said then leaves what stands; any other takes its place.
    pub fn onto(&self, stands: &T, imported: Option<&Value>) -> Folded<T> {
        let mut entry = serde_json::to_value(stands).map(object).unwrap_or_default();
        let mut remembered = imported.cloned().map(object).unwrap_or_default();
        let mut overwritten = Vec::new();
        let mut file = self.map();
        // Whatever it is called today, it is this one.
        file.remove("slug");
        fold(&file, &mut remembered, &mut entry, &mut overwritten);
        let entry = serde_json::from_value(Value::Object(entry));
        Folded {
            // Valid parts make a valid whole; were it otherwise, nothing is better than half of it.
            entry: entry.unwrap_or_else(|_| stands.clone()),
            imported: Value::Object(remembered),
            overwritten,
        }
    }

    fn map(&self) -> Map<String, Value> {
        let said = serde_json::to_value(&self.entry).map(object);
        let mut said = said.unwrap_or_default();
        if let Some(fields) = &self.fields {
            said.retain(|field, _| fields.contains(field));
            // What is carried and empty says that there is nothing, and not nothing at all.
            for field in fields
                .iter()
                .filter(|field| OPTIONAL.contains(&field.as_str()))
            {
                said.entry(field.clone()).or_insert(Value::Null);
            }
        }
        said
    }
}

/// Fields that a document leaves out where they say nothing.
const OPTIONAL: [&str; 5] = [
    "active_until",
    "how_to_join",
    "mailing_list",
    "contact_name",
    "contact_email",
];

/// Field by field, and in objects again.
fn fold(
    file: &Map<String, Value>,
    remembered: &mut Map<String, Value>,
    entry: &mut Map<String, Value>,
    overwritten: &mut Vec<String>,
) {
    for (field, said) in file {
        let before = remembered.get(field).cloned().unwrap_or_default();
        let stands = entry.get(field).cloned().unwrap_or_default();
        if let (Value::Object(said), Value::Object(mut stands)) = (said, stands.clone()) {
            let mut before = object(before);
            fold(said, &mut before, &mut stands, overwritten);
            remembered.insert(field.clone(), Value::Object(before));
            entry.insert(field.clone(), Value::Object(stands));
            continue;
        }
        if *said != before {
            if stands != before && stands != *said {
                overwritten.push(field.clone());
            }
            entry.insert(field.clone(), said.clone());
        }
        remembered.insert(field.clone(), said.clone());
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

impl<T> Deref for InFile<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.entry
    }
}

impl<T> DerefMut for InFile<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.entry
    }
}
