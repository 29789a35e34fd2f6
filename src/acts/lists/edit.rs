//! Changing what is said of a group or a topic. Of two people who do so at once both are heard: the
//! second sees what the first wrote before it is written over.

use super::{Step, done, entry_now, in_context};
use crate::acts::{ActError, Actor, Acts};
use crate::domain::fields::EntryFields;
use crate::domain::{FieldError, Listed as _, Slug};
use crate::store::InList;
use serde_json::{Map, Value};

/// A form of an entry on its way: what it was filled in with, and what was typed.
#[derive(Debug, Clone)]
pub struct Editing<F> {
    /// The version of the entry that the form was filled in from.
    pub version: i32,
    /// What the form was filled in with.
    pub begun: F,
    /// What it says now.
    pub typed: F,
}

/// What came of a form of an entry.
#[derive(Debug)]
pub enum Edited<F> {
    /// It stands; the name that the entry goes by.
    Done(Slug),
    /// Something is wrong with it; nothing was changed.
    Problems(Vec<FieldError>),
    /// Somebody else changed the entry since the form was filled in; nothing was changed.
    Meanwhile(Box<Meanwhile<F>>),
}

/// A form together with what somebody else wrote meanwhile.
#[derive(Debug)]
pub struct Meanwhile<F> {
    /// The version that holds what they wrote.
    pub version: i32,
    /// What the entry says now.
    pub theirs: F,
    /// What was typed; where nothing was, what they wrote.
    pub together: F,
    /// The fields that they changed, each with whether something else was typed in it.
    pub changed: Vec<(String, bool)>,
}

impl Acts {
    /// Writes what a form says of an entry, by any of its names. For the desk.
    pub fn edit_entry<F: EntryFields<Entry: InList>>(
        &self,
        actor: &Actor,
        slug: &Slug,
        editing: &Editing<F>,
    ) -> Result<Edited<F>, ActError> {
        actor.steward(Step::Edit.on::<F::Entry>())?;
        let now = self.now();
        let (is_new, edited) = self.store.transact(|transaction| {
            transaction.import_alone()?;
            let stands = entry_now::<F::Entry>(transaction, slug)?;
            let theirs = F::fill(&stands.entry);
            if stands.version != editing.version && theirs != editing.begun {
                let meanwhile = meanwhile(editing, theirs, stands.version);
                return Ok::<_, ActError>((false, Edited::Meanwhile(Box::new(meanwhile))));
            }
            let known = transaction.known()?;
            let entry = match in_context(&known, |context| {
                editing.typed.parse(Some(&stands.entry), context)
            }) {
                Ok(entry) => entry,
                Err(errors) => return Ok((false, Edited::Problems(errors))),
            };
            let is_new = entry != stands.entry;
            if is_new {
                let imported = stands.imported.as_ref();
                transaction.change_entry(&entry, stands.version, imported, now)?;
                let (before, after) = differences(&theirs, &F::fill(&entry));
                let deed = Step::Edit.deed::<F::Entry>(entry.slug());
                self.record(transaction, actor, &deed.before(before).after(after))?;
            }
            Ok((is_new, Edited::Done(entry.slug().clone())))
        })?;
        if let (true, Edited::Done(slug)) = (is_new, &edited) {
            done::<F::Entry>(Step::Edit, actor, slug, None);
        }
        self.catch_up();
        Ok(edited)
    }
}

/// What only one side changed is kept; of what both changed, what was typed.
fn meanwhile<F: EntryFields>(editing: &Editing<F>, theirs: F, version: i32) -> Meanwhile<F> {
    let begun = fields(&editing.begun);
    let written = fields(&theirs);
    let mut together = fields(&editing.typed);
    let mut changed = Vec::new();
    for (field, value) in written
        .iter()
        .filter(|(field, value)| begun.get(*field) != Some(value))
    {
        let typed = together.get(field);
        let is_typed_as_well = typed != begun.get(field);
        let differs = typed != Some(value);
        changed.push((field.clone(), is_typed_as_well && differs));
        if !is_typed_as_well {
            together.insert(field.clone(), value.clone());
        }
    }
    let read_back = serde_json::from_value(Value::Object(together));
    Meanwhile {
        version,
        theirs,
        together: read_back.unwrap_or_else(|_| editing.typed.clone()),
        changed,
    }
}

/// The fields in which two forms differ, as each of them has them.
fn differences<F: EntryFields>(one: &F, other: &F) -> (Value, Value) {
    let (mut one, mut other) = (fields(one), fields(other));
    other.retain(|field, value| one.get(field) != Some(value));
    one.retain(|field, _| other.contains_key(field));
    (Value::Object(one), Value::Object(other))
}

/// A form by the names of its fields.
fn fields<F: EntryFields>(form: &F) -> Map<String, Value> {
    match serde_json::to_value(form) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
