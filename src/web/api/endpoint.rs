//! What an endpoint is: its address, what it takes and what it answers. Declared once, next to its
//! handler.

use crate::calendar::Facet;
use crate::domain::{GroupKind, Mode};
use utoipa::openapi::{Ref, RefOr, Schema};

/// Something that can be asked for with GET.
pub struct Endpoint {
    /// Its address, with the parts that are parameters in braces.
    pub path: &'static str,
    /// Its name in programs that are made from the OpenAPI document.
    pub id: &'static str,
    /// What it answers, in a few words.
    pub summary: &'static str,
    /// What else has to be known of it, in sentences.
    pub description: &'static str,
    /// What it takes.
    pub parameters: &'static [&'static [Parameter]],
    /// The name of what it answers among the schemas.
    pub answer: &'static str,
    /// What it answers besides 200, 304, 400 and 503.
    pub others: &'static [Other],
}

/// An answer that only some endpoints have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// 301: it has another name now.
    Moved,
    /// 404: there is none.
    NotFound,
    /// 410: it was taken off lately, or what changed since then is not known any more.
    Gone,
}

/// A part of an address that whoever asks fills in.
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What may stand in it.
    pub form: Form,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it does, in a sentence.
    pub says: &'static str,
}

/// Where a parameter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query, once.
    Query,
    /// In the query, as often as one likes.
    Queries,
}

/// What may stand in a parameter.
#[derive(Clone, Copy)]
pub enum Form {
    /// One of these names.
    Choice(fn() -> Vec<&'static str>),
    /// The name of a group or a topic in addresses.
    Slug,
    /// A language tag (RFC 5646).
    Tag,
    /// Words of any kind, at most 80 characters.
    Words,
    /// An instant (RFC 3339).
    Instant,
    /// A place in the change log, as an answer gave it.
    LogPlace,
    /// How many are wanted at most.
    Limit,
    /// Where to go on.
    Cursor,
    /// The id of a meeting.
    Id,
}

impl Endpoint {
    /// Everything that it takes.
    pub fn takes(&self) -> impl Iterator<Item = &'static Parameter> {
        self.parameters.iter().copied().flatten()
    }

    /// A reference to the schema of its answer.
    pub fn schema(&self) -> RefOr<Schema> {
        Ref::from_schema_name(self.answer).into()
    }
}

/// The filters of every listing, the same as those of its page.
pub const FILTERS: &[Parameter] = &[
    filter(
        "kind",
        Form::Choice(kinds),
        "Kinds of the groups that hold it.",
    ),
    filter(
        "group",
        Form::Slug,
        "Groups that hold or co-host it, by slug. Former slugs count as the present ones.",
    ),
    filter(
        "topic",
        Form::Slug,
        "Topics of the meeting or of its groups, by slug.",
    ),
    filter(
        "region",
        Form::Words,
        "Regions that its groups speak for, as `/api/v1/groups` names them.",
    ),
    filter("mode", Form::Choice(modes), "How people take part."),
    filter(
        "language",
        Form::Tag,
        "Languages spoken or interpreted into.",
    ),
    filter(
        "recording",
        Form::Choice(recordings),
        "Only what can be seen or heard afterwards.",
    ),
    filter(
        "q",
        Form::Words,
        "Words in the title, the names of the groups or the place; all of them have to be there.",
    ),
];

/// What every list takes that comes in pages.
pub const PAGING: &[Parameter] = &[
    optional(
        "limit",
        Form::Limit,
        "How many a page holds at most; 50 if it is left out. A page may hold fewer and still be \
         followed by another.",
    ),
    optional(
        "cursor",
        Form::Cursor,
        "Where to go on; take it from `next` of the page before and read nothing out of it.",
    ),
];

/// The id of a meeting, in the path.
pub const MEETING_ID: &[Parameter] = &[in_path("id", Form::Id, "The meeting's id, a UUID.")];

/// The slug of a group, in the path.
pub const GROUP_SLUG: &[Parameter] = &[in_path(
    "slug",
    Form::Slug,
    "The group's slug. A former one is answered with a redirect to the present one.",
)];

/// The slug of a topic, in the path.
pub const TOPIC_SLUG: &[Parameter] = &[in_path(
    "slug",
    Form::Slug,
    "The topic's slug. A former one is answered with a redirect to the present one.",
)];

/// A parameter of the query that can be left out and repeated.
pub const fn filter(name: &'static str, form: Form, says: &'static str) -> Parameter {
    Parameter {
        name,
        place: Place::Queries,
        form,
        optional: true,
        says,
    }
}

/// A parameter of the query that can be left out and is there once at most.
pub const fn optional(name: &'static str, form: Form, says: &'static str) -> Parameter {
    Parameter {
        name,
        place: Place::Query,
        form,
        optional: true,
        says,
    }
}

/// A parameter of the query that has to be there.
pub const fn required(name: &'static str, form: Form, says: &'static str) -> Parameter {
    Parameter {
        name,
        place: Place::Query,
        form,
        optional: false,
        says,
    }
}

const fn in_path(name: &'static str, form: Form, says: &'static str) -> Parameter {
    Parameter {
        name,
        place: Place::Path,
        form,
        optional: false,
        says,
    }
}

/// The names of the kinds of groups.
pub fn kinds() -> Vec<&'static str> {
    GroupKind::ALL.map(GroupKind::as_str).into()
}

/// The names of the ways to take part.
pub fn modes() -> Vec<&'static str> {
    Mode::ALL.map(Mode::as_str).into()
}

fn recordings() -> Vec<&'static str> {
    vec![Facet::YES]
}
