//! The names of the form's fields. Each page declares its fields once: what is typed in them and what
//! they are called follow from that, so that no message can point at a field that does not exist.

use std::fmt;

/// The stable name of a field, as forms send it; the id of its control as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName(&'static str);

impl FieldName {
    /// Only [`page_fields`] makes one.
    pub(super) const fn declared(name: &'static str) -> Self {
        Self(name)
    }

    /// The name.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl PartialEq<str> for FieldName {
    fn eq(&self, name: &str) -> bool {
        self.0 == name
    }
}

impl PartialEq<&str> for FieldName {
    fn eq(&self, name: &&str) -> bool {
        self.0 == *name
    }
}

/// What was typed into a field: one text, or one for each row.
pub(super) trait Typed {
    fn each_text(&mut self, work: &mut dyn FnMut(&mut String));
}

impl Typed for String {
    fn each_text(&mut self, work: &mut dyn FnMut(&mut String)) {
        work(self);
    }
}

impl Typed for Vec<String> {
    fn each_text(&mut self, work: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(work);
    }
}

/// Declares the fields of a page: a struct of what is typed, all of it empty by default, and beside it
/// a module `names` with the [`FieldName`] of each. Several boxes that say one thing together have a
/// name in `together`.
macro_rules! page_fields {
    (
        $(#[$doc:meta])*
        pub struct $page:ident {
            $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)+
        }
        together { $($together:ident),* }
    ) => {
        impl $page {
            /// Hands over every text that was typed, with the name of its field.
            pub(in crate::domain::fields) fn each_text(
                &mut self,
                mut work: impl FnMut(crate::domain::fields::FieldName, &mut String),
            ) {
                use crate::domain::fields::name::Typed;

                $(self.$field.each_text(&mut |text| work(names::$field, text));)+
            }
        }

        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $page {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        #[allow(
            non_upper_case_globals,
            dead_code,
            reason = "a name is that of its field, and some fields never have a problem"
        )]
        pub(in crate::domain) mod names {
            use crate::domain::fields::name::FieldName;

            $(pub const $field: FieldName = FieldName::declared(stringify!($field));)+
            $(pub const $together: FieldName = FieldName::declared(stringify!($together));)*
        }
    };
}

pub(super) use page_fields;
