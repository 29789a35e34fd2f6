//! Every table with its columns, as the schema has them: the one list that copying, counting and
//! comparing go by. Names alone have to be added by hand; a test asks both databases whether one is
//! missing.

use crate::store::schema;
use diesel::sql_types::{Integer, Nullable, Text, Timestamp};
use diesel::{Column as InSchema, Expression};

/// A table of the calendar.
#[derive(Debug)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [Column],
    /// The column that rows are told apart by.
    pub(super) key: &'static str,
}

/// A column of a table.
#[derive(Debug)]
pub struct Column {
    pub name: &'static str,
    pub(super) kind: Kind,
}

/// What a column holds; any of them may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    /// UTC, to the microsecond.
    Time,
}

impl Kind {
    /// What it is called in queries.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Time => "time",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Text, Self::Integer, Self::Time]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

impl Table {
    /// The kind of its key.
    pub(super) fn key_kind(&self) -> Kind {
        let key = self.columns.iter().find(|column| column.name == self.key);
        key.map_or(Kind::Text, |column| column.kind)
    }
}

/// A type of the schema that can be copied.
trait Stored {
    const KIND: Kind;
}

impl Stored for Text {
    const KIND: Kind = Kind::Text;
}

impl Stored for Integer {
    const KIND: Kind = Kind::Integer;
}

impl Stored for Timestamp {
    const KIND: Kind = Kind::Time;
}

impl<T: Stored + diesel::sql_types::SqlType> Stored for Nullable<T>
where
    Nullable<T>: diesel::sql_types::SqlType,
    T: diesel::sql_types::SqlType<IsNull = diesel::sql_types::is_nullable::NotNull>,
{
    const KIND: Kind = T::KIND;
}

/// All columns of a table, which the schema gives as a tuple.
trait Columns {
    const LIST: &'static [Column];
}

macro_rules! tuples {
    () => {};
    ($first:ident $($rest:ident)*) => {
        impl<$first, $($rest),*> Columns for ($first, $($rest,)*)
        where
            $first: InSchema,
            <$first as Expression>::SqlType: Stored,
            $($rest: InSchema, <$rest as Expression>::SqlType: Stored,)*
        {
            const LIST: &'static [Column] = &[
                Column { name: $first::NAME, kind: <$first as Expression>::SqlType::KIND },
                $(Column { name: $rest::NAME, kind: <$rest as Expression>::SqlType::KIND },)*
            ];
        }
        tuples!($($rest)*);
    };
}

tuples!(A B C D E F G H I J K L M N O P Q R S T U V W X Y Z);

type AllColumns<T> = <T as diesel::Table>::AllColumns;
type Key<T> = <T as diesel::Table>::PrimaryKey;

macro_rules! tables {
    ($($table:ident)*) => {
        /// Every table of the calendar, by name.
        pub const TABLES: &[Table] = &[$(Table {
            name: stringify!($table),
            columns: <AllColumns<schema::$table::table> as Columns>::LIST,
            key: <Key<schema::$table::table> as InSchema>::NAME,
        }),*];
    };
}

tables! {
    addresses
    allowances
    at_once
    audit
    authenticators
    change_counter
    changes
    claims
    coordinators
    drafts
    edit_keys
    groups
    invitations
    kept_forms
    meetings
    outbox
    passkeys
    people
    recovery_codes
    removals
    retractions
    review_notes
    reviews
    revisions
    seen_days
    sessions
    sign_ins
    topics
    trusted_groups
    undos
    withdrawals
}
