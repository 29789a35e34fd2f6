//! Importing lists: each entry is found again by any of its names, so that importing twice changes
//! nothing, and what the desk wrote stays until a file says something new.

use super::{Step, now_of};
use crate::acts::{ActError, Actor, Acts, Outcome};
use crate::domain::{How, Known, Slug};
use crate::import::{InFile, Remark, Report};
use crate::store::{Entry, InList, StoreError, Transaction, Upsert};
use chrono::{DateTime, Utc};

impl Acts {
    /// Writes the entries of a file, all of them or none.
    pub(in crate::acts) fn import_list<T: InList>(
        &self,
        actor: &Actor,
        act: &'static str,
        (entries, report): (Vec<InFile<T>>, Report),
    ) -> Result<Outcome, ActError> {
        actor.program(act)?;
        let now = self.now();
        let mut outcome = Outcome::of(report);
        self.store.transact(|transaction| {
            transaction.import_alone()?;
            // What the file adds leads nowhere else.
            let known = transaction.known()?;
            for entry in &entries {
                let is_in_file = |slug: &Slug| entries.iter().any(|other| other.slug() == slug);
                let (upsert, remarks) = put(transaction, (entry, &known), is_in_file, now)?;
                outcome.count(upsert);
                if upsert != Upsert::Unchanged {
                    let deed = Step::Import.deed::<T>(entry.slug());
                    self.record(transaction, actor, &deed.after(entry.called()))?;
                }
                outcome.report.remarks.extend(remarks);
            }
            Ok::<_, ActError>(())
        })?;
        outcome.log(act, actor);
        self.catch_up();
        Ok(outcome)
    }
}

type Put = (Upsert, Vec<Remark>);

/// Writes one entry; one that says nothing new changes nothing, not even the log.
fn put<T: InList>(
    transaction: &mut Transaction<'_>,
    (file, known): (&InFile<T>, &Known),
    is_in_file: impl Fn(&Slug) -> bool,
    now: DateTime<Utc>,
) -> Result<Put, ActError> {
    let slug = file.slug();
    if !transaction.is_listed::<T>(slug)? {
        transaction.add_entry::<T>(file, Some(&file.said()), now)?;
        return Ok((Upsert::Added, Vec::new()));
    }
    let bears_it_now = now_of::<T>(known, slug).clone();
    if bears_it_now != *slug {
        let was_merged = goes_on_as_another::<T>(transaction, slug)?;
        let why = match (was_merged, is_in_file(&bears_it_now)) {
            (true, _) => Some(format!(
                "goes on as a part of {bears_it_now}; it was left as it is"
            )),
            (false, true) => Some(format!(
                "is called {bears_it_now} now, which the file has as well; it was left out"
            )),
            (false, false) => None,
        };
        if let Some(why) = why {
            return Ok((Upsert::Unchanged, vec![remark(slug, "slug", why)]));
        }
    }
    onto(transaction, file, &bears_it_now, now)
}

/// Whether a name was that of something else than what bears it now.
fn goes_on_as_another<T: InList>(
    transaction: &mut Transaction<'_>,
    slug: &Slug,
) -> Result<bool, ActError> {
    let mut at = slug.clone();
    while let Some(signpost) = readable::<T>(transaction, &at)? {
        let Some(onward) = signpost.entry.listing().onward.clone() else {
            return Ok(false);
        };
        if onward.how == How::Merged {
            return Ok(true);
        }
        at = onward.to;
    }
    Ok(false)
}

fn onto<T: InList>(
    transaction: &mut Transaction<'_>,
    file: &InFile<T>,
    slug: &Slug,
    now: DateTime<Utc>,
) -> Result<Put, ActError> {
    let Some(stands) = readable::<T>(transaction, slug)? else {
        // What cannot be read is mended by importing it again.
        let mut entry = T::clone(file);
        *entry.slug_mut() = slug.clone();
        transaction.change_entry(&entry, 1, Some(&file.said()), now)?;
        return Ok((Upsert::Changed, Vec::new()));
    };
    let folded = file.onto(&stands.entry, stands.imported.as_ref());
    let remarks = folded.overwritten.iter().map(|field| {
        let why = "was written at the desk as well; the file says something new and was taken";
        remark(file.slug(), field, why.to_owned())
    });
    let remarks = remarks.collect();
    if folded.entry != stands.entry {
        let imported = Some(&folded.imported);
        transaction.change_entry(&folded.entry, stands.version, imported, now)?;
        return Ok((Upsert::Changed, remarks));
    }
    if stands.imported.as_ref() != Some(&folded.imported) {
        transaction.note_import::<T>(slug, &folded.imported)?;
    }
    Ok((Upsert::Unchanged, remarks))
}

fn readable<T: InList>(
    transaction: &mut Transaction<'_>,
    slug: &Slug,
) -> Result<Option<Entry<T>>, StoreError> {
    match transaction.entry::<T>(slug) {
        Err(error) if error.is_damage() => Ok(None),
        found => found,
    }
}

fn remark(slug: &Slug, field: &str, reason: String) -> Remark {
    Remark {
        id: slug.to_string(),
        field: field.to_owned(),
        reason,
    }
}
