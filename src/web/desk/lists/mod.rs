//! The lists of groups and topics at the desk. What both have in common is said once, for whichever
//! form is meant; what their pages look like is in `groups` and `topics`.

mod activity;
mod changes;
mod fates;
mod groups;
mod new;
mod page;
mod save;
mod topics;

use crate::domain::fields::{EntryFields, GroupFields, RenameFields, TopicFields};
use crate::store::{InList, QueueEntry};
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::page as get;
use crate::web::view::View;
use crate::web::view::form::Messages;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use fates::FatesShown;

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(get("/desk/groups", groups::list))
        .service(get("/desk/topics", topics::list))
        .service(
            web::resource("/desk/groups/{slug}/meetings").route(web::post().to(fates::decide)),
        );
    of_list::<GroupFields>(config);
    of_list::<TopicFields>(config);
}

/// The addresses that both lists have.
fn of_list<F: DeskForm>(config: &mut web::ServiceConfig) {
    let folder = format!("/desk/{}", F::FOLDER);
    let entry = format!("{folder}/{{slug}}");
    let below = |name: &str| web::resource(format!("{entry}/{name}"));
    config
        .service(
            get(&format!("{folder}/new"), new::show::<F>).route(web::post().to(new::create::<F>)),
        )
        .service(get(&entry, page::show::<F>).route(web::post().to(save::save::<F>)))
        .service(below("rename").route(web::post().to(changes::rename::<F>)))
        .service(below("merge").route(web::post().to(changes::merge::<F>)))
        .service(below("separate").route(web::post().to(changes::separate::<F>)))
        .service(below("close").route(web::post().to(changes::close::<F>)))
        .service(below("reopen").route(web::post().to(changes::reopen::<F>)));
}

/// The form of a list's entries, with the pages around it.
pub trait DeskForm: EntryFields<Entry: InList> {
    /// The list's name in addresses.
    const FOLDER: &'static str;

    /// The page of an entry.
    fn render(f: Frame, shown: Shown<Self>, status: StatusCode) -> Result<HttpResponse, WebError>;

    /// The page on which one is added.
    fn render_new(
        f: Frame,
        typed: Self,
        problems: Messages,
        status: StatusCode,
    ) -> Result<HttpResponse, WebError>;

    /// What an entry is called for this reader.
    fn called(v: &View, entry: &Self::Entry) -> String;

    /// What stands in a field, in words.
    fn in_words(_: &View, _: &str, value: &str) -> String {
        value.to_owned()
    }
}

/// An entry's page, with what was typed on it.
pub struct Shown<F: DeskForm> {
    pub entry: F::Entry,
    pub version: i32,
    /// What the form is filled in with, kept in the page until it is sent.
    pub begun: String,
    pub typed: F,
    pub problems: Messages,
    pub rename: RenameFields,
    /// What is said first.
    pub said: Option<Said>,
    /// What somebody else wrote meanwhile.
    pub theirs: Vec<Theirs>,
    /// What waits at the desk.
    pub waiting: Vec<QueueEntry>,
    /// What was chosen for meetings that are still to come.
    pub fates: FatesShown,
}

/// What a page says first.
pub enum Said {
    /// That something was done.
    Done(String),
    /// That nothing was, and why.
    Not(String),
}

/// A field that somebody else changed meanwhile.
pub struct Theirs {
    pub field: String,
    pub value: String,
    /// Whether something else was typed in it.
    pub is_contested: bool,
}
