//! Reads one entry field by field and collects everything that is wrong with it.
//! Which fields there are, and what they become, is for `groups` and `meetings` to say.

use super::entry::{FileEntry, entries};
use super::report::{ImportError, Refusal, Remark, Report, shortened};
use crate::domain::problem::Problem;
use crate::domain::web_url::WebUrl;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

/// The most fields of an entry: one object could else fill the report with a line a field.
const MAX_FIELDS: usize = 100;

/// The fields of an entry that are still to be read, and what was wrong with the others.
pub(super) struct EntryReader {
    id: String,
    fields: BTreeMap<String, Value>,
    refusals: Vec<Refusal>,
    remarks: Vec<Remark>,
}

/// Reads every entry of a file. `id_field` names the field that must differ from entry to entry.
pub(super) fn read_each<T>(
    json: &str,
    id_field: &str,
    read: impl Fn(&mut EntryReader) -> Option<T>,
) -> Result<(Vec<T>, Report), ImportError> {
    let mut taken = Vec::new();
    let mut report = Report::default();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (number, entry) in (1..).zip(entries(json)?) {
        let own_id = entry_id(&entry, id_field);
        let fields = entry.fields.len() + entry.repeated.len();
        if fields > MAX_FIELDS {
            let mut reader = EntryReader::new(own_id.as_deref(), number, FileEntry::default());
            reader.refuse(
                "entry",
                format!("has {fields} fields, more than {MAX_FIELDS}"),
            );
            taken.extend(reader.finish(None, &mut report));
            continue;
        }
        let mut reader = EntryReader::new(own_id.as_deref(), number, entry);
        if let Some(earlier) = own_id.and_then(|id| seen.insert(id, number)) {
            reader.refuse(
                id_field,
                format!("was given before, in entry {earlier} of the file"),
            );
        }
        let value = read(&mut reader);
        taken.extend(reader.finish(value, &mut report));
    }
    Ok((taken, report))
}

fn entry_id(entry: &FileEntry, id_field: &str) -> Option<String> {
    let id = entry.fields.get(id_field)?.as_str()?.trim();
    (!id.is_empty()).then(|| id.to_owned())
}

impl EntryReader {
    fn new(own_id: Option<&str>, number: usize, entry: FileEntry) -> Self {
        let mut reader = Self {
            id: own_id.map_or_else(|| format!("entry {number}"), shortened),
            fields: entry.fields,
            refusals: Vec::new(),
            remarks: Vec::new(),
        };
        for field in entry.repeated {
            reader.refuse(&field, "is given twice");
        }
        reader
    }

    /// The value, unless something was refused; what nobody asked for becomes a remark.
    fn finish<T>(mut self, value: Option<T>, report: &mut Report) -> Option<T> {
        if self.refusals.is_empty()
            && let Some(value) = value
        {
            for field in std::mem::take(&mut self.fields).into_keys() {
                self.remark(&field, "is not a field of this file; it was left out");
            }
            report.taken += 1;
            report.remarks.append(&mut self.remarks);
            return Some(value);
        }
        debug_assert!(!self.refusals.is_empty(), "{} went without a word", self.id);
        report.refused += 1;
        report.refusals.append(&mut self.refusals);
        None
    }

    /// Notes why the entry cannot be taken.
    pub fn refuse(&mut self, field: &str, reason: impl fmt::Display) {
        self.refusals.push(Refusal {
            id: self.id.clone(),
            field: shortened(field),
            reason: reason.to_string(),
        });
    }

    /// Notes what was not kept although the entry is taken.
    pub fn remark(&mut self, field: &str, reason: impl fmt::Display) {
        self.remarks.push(Remark {
            id: self.id.clone(),
            field: shortened(field),
            reason: reason.to_string(),
        });
    }

    /// A text as written; nothing, null and blanks are `None`.
    pub fn text(&mut self, field: &str) -> Option<String> {
        let value = self.fields.remove(field)?;
        self.value_as_text(field, value)
    }

    /// True or false; nothing and null are `None`.
    pub fn flag(&mut self, field: &str) -> Option<bool> {
        match self.fields.remove(field)? {
            Value::Null => None,
            Value::Bool(flag) => Some(flag),
            other => {
                self.refuse(field, format!("is {}, not true or false", kind_of(&other)));
                None
            }
        }
    }

    /// A field that may be empty.
    pub fn optional<T: fmt::Display>(
        &mut self,
        field: &str,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let written = self.text(field)?;
        self.parsed(field, &written, parse)
    }

    /// A field without which there is no entry.
    pub fn required<T: fmt::Display>(
        &mut self,
        field: &str,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let written = self.required_text(field)?;
        self.parsed(field, &written, parse)
    }

    /// The fields of the entry that are still to be read.
    pub fn fields(&self) -> BTreeSet<String> {
        self.fields.keys().cloned().collect()
    }

    /// A field that may be empty and is put into another form on the way, which is no news.
    pub fn read<T>(
        &mut self,
        field: &str,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let written = self.text(field)?;
        self.taken(field, parse(&written))
    }

    /// A web address that may be empty. It is percent-encoded on the way, which is no news.
    pub fn address(&mut self, field: &str) -> Option<WebUrl> {
        self.read(field, WebUrl::parse)
    }

    /// A web address without which there is no entry. It is percent-encoded on the way, which is no news.
    pub fn required_address(&mut self, field: &str) -> Option<WebUrl> {
        let written = self.required_text(field)?;
        self.taken(field, WebUrl::parse(&written))
    }

    /// How much was refused so far, to see whether a part of the entry was read whole.
    pub fn refused(&self) -> usize {
        self.refusals.len()
    }

    /// A text as written, without which there is no entry.
    pub fn required_text(&mut self, field: &str) -> Option<String> {
        let refused = self.refusals.len();
        let written = self.text(field);
        if written.is_none() && self.refusals.len() == refused {
            self.refuse(field, Problem::Missing);
        }
        written
    }

    /// A name out of a fixed set.
    pub fn choice<T>(&mut self, field: &str, from_name: impl Fn(&str) -> Option<T>) -> Option<T> {
        let written = self.required_text(field)?;
        let choice = from_name(&written);
        if choice.is_none() {
            self.refuse(
                field,
                format!("{:?} is none of the choices", shortened(&written)),
            );
        }
        choice
    }

    /// A list of texts; blank ones are left out.
    pub fn list<T: fmt::Display>(
        &mut self,
        field: &str,
        limit: usize,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for (row, item) in self.rows(field, limit) {
            if let Some(written) = self.value_as_text(&row, item) {
                values.extend(self.parsed(&row, &written, &parse));
            }
        }
        values
    }

    /// A list of texts, each value once; blank ones are left out.
    pub fn set<T: fmt::Display + PartialEq>(
        &mut self,
        field: &str,
        limit: usize,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Vec<T> {
        let mut values: Vec<T> = Vec::new();
        for value in self.list(field, limit, parse) {
            if values.contains(&value) {
                self.remark(field, format!("names {value} twice; it was kept once"));
            } else {
                values.push(value);
            }
        }
        values
    }

    /// A list of objects, each read like an entry of its own; fields are named `list[0].field`.
    pub fn objects<T>(
        &mut self,
        field: &str,
        limit: usize,
        read: impl Fn(&mut EntryReader) -> Option<T>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for (row, item) in self.rows(field, limit) {
            match item {
                Value::Object(fields) => values.extend(self.object(&row, fields, &read)),
                other => self.refuse(&row, format!("is {}, not an object", kind_of(&other))),
            }
        }
        values
    }

    fn object<T>(
        &mut self,
        row: &str,
        fields: serde_json::Map<String, Value>,
        read: impl Fn(&mut EntryReader) -> Option<T>,
    ) -> Option<T> {
        let mut inner = EntryReader::new(
            Some(&self.id),
            0,
            FileEntry {
                fields: fields.into_iter().collect(),
                repeated: Vec::new(),
            },
        );
        let value = read(&mut inner);
        let mut report = Report::default();
        let value = inner.finish(value, &mut report);
        for refusal in report.refusals {
            self.refuse(&format!("{row}.{}", refusal.field), refusal.reason);
        }
        for remark in report.remarks {
            self.remark(&format!("{row}.{}", remark.field), remark.reason);
        }
        value
    }

    fn rows(&mut self, field: &str, limit: usize) -> Vec<(String, Value)> {
        let items = match self.fields.remove(field) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.refuse(field, format!("is {}, not a list", kind_of(&other)));
                Vec::new()
            }
        };
        if items.len() > limit {
            self.refuse(field, Problem::TooMany { limit });
            return Vec::new();
        }
        (0..)
            .zip(items)
            .map(|(row, item): (usize, Value)| (format!("{field}[{row}]"), item))
            .collect()
    }

    fn value_as_text(&mut self, field: &str, value: Value) -> Option<String> {
        match value {
            Value::Null => None,
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => Some(text),
            other => {
                self.refuse(field, format!("is {}, not text", kind_of(&other)));
                None
            }
        }
    }

    fn parsed<T: fmt::Display>(
        &mut self,
        field: &str,
        written: &str,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let value = self.taken(field, parse(written))?;
        let kept = value.to_string();
        if kept != written.replace("\r\n", "\n").trim() {
            self.remark(
                field,
                format!("was tidied; it is kept as {:?}", shortened(&kept)),
            );
        }
        Some(value)
    }

    fn taken<T>(&mut self, field: &str, parsed: Result<T, Problem>) -> Option<T> {
        parsed.map_err(|problem| self.refuse(field, problem)).ok()
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
