//! Columns of text that hold something narrower: ids, names of a closed list, language tags. What
//! cannot be read there is damage, never "none".

use super::error::StoreError;
use crate::domain::{
    DeedId, LanguageTag, MeetingId, MessageId, PasskeyId, PersonId, ReviewId, RevisionId,
    SessionId, SignInId,
};

/// An id that is kept as text.
pub(super) trait StoredId: Sized {
    fn read(text: &str) -> Option<Self>;
}

macro_rules! stored_ids {
    ($($id:ty),*) => {
        $(impl StoredId for $id {
            fn read(text: &str) -> Option<Self> {
                Self::parse(text)
            }
        })*
    };
}

stored_ids!(
    DeedId, MeetingId, RevisionId, ReviewId, PersonId, MessageId, SessionId, SignInId, PasskeyId
);

/// An id out of a column; `what` names the record that it was read for.
pub(super) fn id<T: StoredId>(what: &str, text: &str) -> Result<T, StoreError> {
    T::read(text)
        .ok_or_else(|| StoreError::damaged(what, format!("{text:?} is not an id of its kind")))
}

/// An id out of a column that may be empty.
pub(super) fn optional_id<T: StoredId>(
    what: &str,
    text: Option<&str>,
) -> Result<Option<T>, StoreError> {
    text.map(|text| id(what, text)).transpose()
}

/// One of a closed list of names.
pub(super) fn name<T>(
    what: &str,
    text: &str,
    from_name: impl FnOnce(&str) -> Option<T>,
) -> Result<T, StoreError> {
    from_name(text)
        .ok_or_else(|| StoreError::damaged(what, format!("{text:?} is not a name that is known")))
}

/// A language tag out of a column.
pub(super) fn language(what: &str, text: &str) -> Result<LanguageTag, StoreError> {
    LanguageTag::parse(text)
        .map_err(|problem| StoreError::damaged(what, format!("its language {text:?} {problem}")))
}

/// A language tag out of a column that may be empty.
pub(super) fn optional_language(
    what: &str,
    text: Option<&str>,
) -> Result<Option<LanguageTag>, StoreError> {
    text.map(|text| language(what, text)).transpose()
}
