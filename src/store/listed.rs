//! The lists of groups and of topics: written by the desk and by files, read into the published
//! calendar. Both tables are alike but for two columns of groups.

use super::audit::Done;
use super::connection::AnyConnection;
use super::error::StoreError;
use super::log::{self, SubjectKind};
use super::pool::Store;
use super::schema::{groups, topics};
use super::transaction::Transaction;
use crate::domain::known::NameEntry;
use crate::domain::{Group, Listed, Slug, Topic};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

/// A list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Groups,
    Topics,
}

/// An entry of a list that is kept here.
pub trait InList: Listed {
    /// Which list.
    const LIST: List;
    /// What one entry of it is called.
    const NOUN: &'static str;

    /// As the audit log names one.
    fn done(slug: Slug) -> Done;

    /// What it is called in English.
    fn called(&self) -> &str;

    /// Itself, if it is a group: groups have columns of their own.
    fn as_group(&self) -> Option<&Group>;

    /// Itself, if it is a group, to be changed.
    fn as_group_mut(&mut self) -> Option<&mut Group>;
}

impl InList for Group {
    const LIST: List = List::Groups;
    const NOUN: &'static str = "group";

    fn done(slug: Slug) -> Done {
        Done::Group(slug)
    }

    fn called(&self) -> &str {
        self.name.as_str()
    }

    fn as_group(&self) -> Option<&Group> {
        Some(self)
    }

    fn as_group_mut(&mut self) -> Option<&mut Group> {
        Some(self)
    }
}

impl InList for Topic {
    const LIST: List = List::Topics;
    const NOUN: &'static str = "topic";

    fn done(slug: Slug) -> Done {
        Done::Topic(slug)
    }

    fn called(&self) -> &str {
        self.english()
    }

    fn as_group(&self) -> Option<&Group> {
        None
    }

    fn as_group_mut(&mut self) -> Option<&mut Group> {
        None
    }
}

/// An entry as it is stored.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    pub entry: T,
    /// How often it was written.
    pub version: i32,
    /// What the file that was imported last said of it; `None` if no file ever named it.
    pub imported: Option<Value>,
}

/// What stands under a name, or why it cannot be read.
pub(super) type Read<T> = (String, Result<T, StoreError>);

type Row = (String, String, i32, Option<String>);
type NameRow = (String, Option<String>, Option<String>);

/// Does the same with whichever table a list is kept in.
macro_rules! of_list {
    ($list:expr, $table:ident => $work:expr) => {
        match $list {
            List::Groups => {
                use groups as $table;
                $work
            }
            List::Topics => {
                use topics as $table;
                $work
            }
        }
    };
}

impl List {
    fn subject(self) -> SubjectKind {
        match self {
            Self::Groups => SubjectKind::Group,
            Self::Topics => SubjectKind::Topic,
        }
    }
}

impl Store {
    /// Whether there is any group.
    pub fn has_groups(&self) -> Result<bool, StoreError> {
        self.read(|connection| has_any(connection, List::Groups))
    }

    /// Whether there is any topic.
    pub fn has_topics(&self) -> Result<bool, StoreError> {
        self.read(|connection| has_any(connection, List::Topics))
    }

    /// An entry by its name; signposts as well. `None` if there is none.
    pub fn entry<T: InList>(&self, slug: &Slug) -> Result<Option<Entry<T>>, StoreError> {
        self.read(|connection| one(connection, slug))
    }
}

impl Transaction<'_> {
    /// An entry by its name; signposts as well. `None` if there is none. What it says holds until the
    /// end of the transaction for whoever is [alone](Self::import_alone) with the lists.
    pub fn entry<T: InList>(&mut self, slug: &Slug) -> Result<Option<Entry<T>>, StoreError> {
        one(self.connection, slug)
    }

    /// Whether a name was ever given, be it to what cannot be read.
    pub fn is_listed<T: InList>(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        Ok(row(self.connection, T::LIST, slug)?.is_some())
    }

    /// Adds an entry under a name that nobody has. `imported` is what a file says of it.
    pub fn add_entry<T: InList>(
        &mut self,
        entry: &T,
        imported: Option<&Value>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (slug, text) = (entry.slug().as_str(), document(entry)?);
        match entry.as_group() {
            Some(group) => diesel::insert_into(groups::table)
                .values((
                    groups::slug.eq(slug),
                    groups::kind.eq(group.kind.as_str()),
                    groups::name.eq(group.name.as_str()),
                    groups::details.eq(text),
                ))
                .execute(self.connection)?,
            None => diesel::insert_into(topics::table)
                .values((topics::slug.eq(slug), topics::details.eq(text)))
                .execute(self.connection)?,
        };
        self.change_entry(entry, 0, imported, now)
    }

    /// Writes an entry over the one under its name, be that readable or not. `before` is the version
    /// that was read; the columns beside the document follow from it.
    pub fn change_entry<T: InList>(
        &mut self,
        entry: &T,
        before: i32,
        imported: Option<&Value>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (slug, text) = (entry.slug().as_str(), document(entry)?);
        let listing = entry.listing();
        let leads_to = listing.onward.as_ref().map(|onward| onward.to.to_string());
        let closed_on = listing.closed.map(|day| day.to_string());
        let imported = imported.map(Value::to_string);
        of_list!(T::LIST, table => diesel::update(table::table.find(slug))
            .set((
                table::details.eq(text),
                table::version.eq(before + 1),
                table::imported.eq(imported),
                table::leads_to.eq(leads_to),
                table::closed_on.eq(closed_on),
            ))
            .execute(self.connection)?);
        if let Some(group) = entry.as_group() {
            diesel::update(groups::table.find(slug))
                .set((
                    groups::kind.eq(group.kind.as_str()),
                    groups::name.eq(group.name.as_str()),
                ))
                .execute(self.connection)?;
        }
        log::append(self.connection, T::LIST.subject(), slug, None, now)
    }

    /// Notes what a file says of an entry where it says nothing new: no change that anybody is told of.
    pub fn note_import<T: InList>(
        &mut self,
        slug: &Slug,
        imported: &Value,
    ) -> Result<(), StoreError> {
        of_list!(T::LIST, table => diesel::update(table::table.find(slug.as_str()))
            .set(table::imported.eq(imported.to_string()))
            .execute(self.connection)?);
        Ok(())
    }
}

fn document<T: InList>(entry: &T) -> Result<String, StoreError> {
    serde_json::to_string(entry).map_err(|error| StoreError::damaged(entry.slug(), error))
}

fn has_any(connection: &mut AnyConnection, list: List) -> Result<bool, StoreError> {
    let count: i64 = of_list!(list, table => table::table.count().get_result(connection)?);
    Ok(count > 0)
}

fn row(connection: &mut AnyConnection, list: List, slug: &Slug) -> Result<Option<Row>, StoreError> {
    Ok(of_list!(list, table => table::table
        .find(slug.as_str())
        .select((table::slug, table::details, table::version, table::imported))
        .first(connection)
        .optional()?))
}

fn one<T: InList>(
    connection: &mut AnyConnection,
    slug: &Slug,
) -> Result<Option<Entry<T>>, StoreError> {
    let Some((slug, details, version, imported)) = row(connection, T::LIST, slug)? else {
        return Ok(None);
    };
    Ok(Some(Entry {
        entry: read(&slug, &details)?,
        version,
        // What cannot be compared with the file is taken for another.
        imported: imported.and_then(|text| serde_json::from_str(&text).ok()),
    }))
}

/// Every entry under its name, signposts as well, or why it cannot be read.
pub(super) fn each<T: InList>(connection: &mut AnyConnection) -> Result<Vec<Read<T>>, StoreError> {
    let rows: Vec<(String, String)> = of_list!(T::LIST, table => table::table
        .order(table::slug)
        .select((table::slug, table::details))
        .load(connection)?);
    let rows = rows.into_iter().map(|(slug, details)| {
        let outcome = read(&slug, &details);
        (slug, outcome)
    });
    Ok(rows.collect())
}

/// Every name of a list, and where it leads.
pub(super) fn names(
    connection: &mut AnyConnection,
    list: List,
) -> Result<Vec<NameEntry>, StoreError> {
    let rows: Vec<NameRow> = of_list!(list, table => table::table
        .select((table::slug, table::leads_to, table::closed_on))
        .load(connection)?);
    Ok(rows.into_iter().filter_map(name_entry).collect())
}

/// The names of a list that lead to another, and those that they lead to.
pub(super) fn former_names(
    connection: &mut AnyConnection,
    list: List,
) -> Result<Vec<NameEntry>, StoreError> {
    let rows: Vec<NameRow> = of_list!(list, table => table::table
        .filter(table::leads_to.is_not_null())
        .select((table::slug, table::leads_to, table::closed_on))
        .load(connection)?);
    let former: Vec<NameEntry> = rows.into_iter().filter_map(name_entry).collect();
    let is_former = |slug: &Slug| former.iter().any(|(former, ..)| former == slug);
    let ends = former.iter().filter_map(|(_, onward, _)| onward.clone());
    let ends: Vec<Slug> = ends.filter(|end| !is_former(end)).collect();
    let ends = ends.into_iter().map(|end| (end, None, false));
    Ok(former.into_iter().chain(ends).collect())
}

/// What is no name at all is found by no address.
fn name_entry((slug, leads_to, closed_on): NameRow) -> Option<NameEntry> {
    let onward = match leads_to {
        Some(leads_to) => Some(Slug::parse(&leads_to).ok()?),
        None => None,
    };
    Some((Slug::parse(&slug).ok()?, onward, closed_on.is_some()))
}

fn read<T: InList>(slug: &str, details: &str) -> Result<T, StoreError> {
    let entry = serde_json::from_str(details).map_err(|error| error.to_string());
    let entry = entry.and_then(|entry: T| match entry.slug().as_str() == slug {
        true => Ok(entry),
        false => Err(format!("it says that it is {}", entry.slug())),
    });
    entry.map_err(|reason| StoreError::damaged(format!("{} {slug}", T::NOUN), reason))
}
