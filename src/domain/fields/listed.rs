//! What the forms of groups and topics have in common: they fill in an entry of a list, or change one.

use super::FieldError;
use crate::domain::known::Bearer;
use crate::domain::listed::Listed;
use crate::domain::slug::Slug;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What reading such a form has to know of the world.
pub struct ListContext<'a> {
    /// Who of the topics goes by a name, or went by it.
    pub find_topic: &'a dyn Fn(&Slug) -> Option<Bearer>,
}

/// A form of an entry. Its fields are strings and lists of strings, and stay as typed until they are
/// read.
pub trait EntryFields:
    Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + 'static
{
    /// What it is of.
    type Entry: Listed;

    /// What would be typed to say this.
    fn fill(entry: &Self::Entry) -> Self;

    /// What the form says; of an entry that exists, what it does not ask for stays. Everything that is
    /// wrong, by field.
    fn parse(
        &self,
        earlier: Option<&Self::Entry>,
        context: &ListContext<'_>,
    ) -> Result<Self::Entry, Vec<FieldError>>;

    /// Drops control characters from every text, and cuts what is longer than twice of what its field
    /// takes. What is left is still too long, so that reading it says so.
    fn cut_texts(&mut self);

    /// That another goes by the name in addresses, or went by it.
    fn taken() -> FieldError;
}
