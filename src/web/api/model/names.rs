//! The schemas of names that the domain has a closed list of.

use crate::domain::{GroupKind, LinkKind, Mode, Status};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

/// One of these names.
pub fn choices(names: impl IntoIterator<Item = &'static str>) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(names))
}

fn choice(names: impl IntoIterator<Item = &'static str>, description: &str) -> Schema {
    choices(names).description(Some(description)).build().into()
}

pub fn statuses() -> Schema {
    choice(
        Status::ALL.map(Status::as_str),
        "Whether it stands: `postponed` means that it does not take place then and a new date follows, \
         `moved-online` that it was to have a place and takes place online.",
    )
}

pub fn modes() -> Schema {
    choice(Mode::ALL.map(Mode::as_str), "How people take part.")
}

pub fn group_kinds() -> Schema {
    choice(
        GroupKind::ALL.map(GroupKind::as_str),
        "What sort of group it is, in the words of the IGF.",
    )
}

pub fn link_kinds() -> Schema {
    choice(
        LinkKind::ALL.map(LinkKind::as_str),
        "What it leads to: `document` and `agenda` are there before a meeting, the others come out of it.",
    )
}

pub fn accesses() -> Schema {
    choice(
        super::details::ACCESSES,
        "What is known of taking part from afar: `open` (there is a way in, and `join_url` leads to it), \
         `at-registration` (those who register are told), `to-follow`, `not-recorded` (an old record that \
         does not say). Not there if nobody takes part from afar.",
    )
}

pub fn timings() -> Schema {
    choice(
        super::meeting::TIMINGS,
        "How it is held: `once`, in `parts` (people come to all of them), in `slots` (the same agenda at \
         several times; people choose one), or as a `series`.",
    )
}

pub fn precisions() -> Schema {
    choice(
        super::times::PRECISIONS,
        "How well the time is known: to the `minute`, to the `day`, somewhere within a `window` of days, \
         or `unknown`.",
    )
}

pub fn change_kinds() -> Schema {
    choice(
        super::changes::KINDS,
        "`published` for the first time, `changed` (what is told of it is another: its own words or times, \
         or the name of a group or topic that it has), or `withdrawn` (it is not on the calendar any more).",
    )
}
