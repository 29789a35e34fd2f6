//! Every address, and who gets anywhere by it. What takes something away stands below what needs it.

use super::stage::Who;
use super::stage::Who::{
    Administrator, Anyone, Coordinator, FullReviewer, OtherCoordinator, OtherPoster, OtherReviewer,
    Poster, Reviewer,
};

/// An address, by its pattern, and who may read it and send to it.
pub struct Row {
    pub pattern: &'static str,
    get: &'static [Who],
    post: &'static [Who],
}

const EVERYBODY: &[Who] = &[
    Anyone,
    OtherPoster,
    Poster,
    OtherCoordinator,
    Coordinator,
    OtherReviewer,
    Reviewer,
    FullReviewer,
    Administrator,
];
const SIGNED_IN: &[Who] = &[
    OtherPoster,
    Poster,
    OtherCoordinator,
    Coordinator,
    OtherReviewer,
    Reviewer,
    FullReviewer,
    Administrator,
];
/// Who posted the meeting, or speaks for its group.
const THEIRS: &[Who] = &[Poster, Coordinator];
const DESK: &[Who] = &[OtherReviewer, Reviewer, FullReviewer, Administrator];
/// Who decides on entries of the kind of group.
const REMIT: &[Who] = &[Reviewer, FullReviewer, Administrator];
/// Who looks after groups and topics.
const STEWARDS: &[Who] = &[FullReviewer, Administrator];
const ADMINISTRATOR: &[Who] = &[Administrator];
/// There is no such form; or nothing behind a secret that is none, and nothing to take without a factor.
const NOBODY: &[Who] = &[];

/// Every address. Whoever knows a secret address has the right that it stands for, so those are for
/// everybody here.
pub const TABLE: &[Row] = &[
    row("/healthz", EVERYBODY, NOBODY),
    row("/readyz", EVERYBODY, NOBODY),
    row("/calendar.ics", EVERYBODY, NOBODY),
    row("/calendar.json", EVERYBODY, NOBODY),
    row("/calendar.atom", EVERYBODY, NOBODY),
    row("/groups/{slug}.ics", EVERYBODY, NOBODY),
    row("/groups/{slug}.json", EVERYBODY, NOBODY),
    row("/groups/{slug}.atom", EVERYBODY, NOBODY),
    row("/meetings/{id}.ics", EVERYBODY, NOBODY),
    row("/meetings/{id}.json", EVERYBODY, NOBODY),
    row("/api/v1/", EVERYBODY, NOBODY),
    row("/api/v1/openapi.json", EVERYBODY, NOBODY),
    row("/api/v1/meetings", EVERYBODY, NOBODY),
    row("/api/v1/meetings/{id}", EVERYBODY, NOBODY),
    row("/api/v1/occurrences", EVERYBODY, NOBODY),
    row("/api/v1/groups", EVERYBODY, NOBODY),
    row("/api/v1/groups/{slug}", EVERYBODY, NOBODY),
    row("/api/v1/topics", EVERYBODY, NOBODY),
    row("/api/v1/topics/{slug}", EVERYBODY, NOBODY),
    row("/api/v1/changes", EVERYBODY, NOBODY),
    row("/meetings/{id}/join", EVERYBODY, NOBODY),
    row("/groups/{slug}/next", EVERYBODY, NOBODY),
    row("/.well-known/security.txt", NOBODY, NOBODY),
    row("/.well-known/caldav", EVERYBODY, EVERYBODY),
    row("/dav", EVERYBODY, EVERYBODY),
    row("/dav/{path}", EVERYBODY, NOBODY),
    row("/assets/{name}", NOBODY, NOBODY),
    row("/{lang}", EVERYBODY, NOBODY),
    row("/{lang}/", EVERYBODY, NOBODY),
    row("/{lang}/past", EVERYBODY, NOBODY),
    row("/{lang}/meetings/{id}", EVERYBODY, NOBODY),
    row("/{lang}/meetings/{id}/join", EVERYBODY, NOBODY),
    row("/{lang}/groups", EVERYBODY, NOBODY),
    row("/{lang}/groups/{slug}", EVERYBODY, NOBODY),
    row("/{lang}/groups/{slug}/next", EVERYBODY, NOBODY),
    row("/{lang}/subscribe", EVERYBODY, NOBODY),
    row("/{lang}/privacy", EVERYBODY, NOBODY),
    row("/", EVERYBODY, NOBODY),
    row("/past", EVERYBODY, NOBODY),
    row("/groups", EVERYBODY, NOBODY),
    row("/groups/{slug}", EVERYBODY, NOBODY),
    row("/subscribe", EVERYBODY, NOBODY),
    row("/privacy", EVERYBODY, NOBODY),
    row("/post", EVERYBODY, NOBODY),
    row("/meetings/{id}", EVERYBODY, NOBODY),
    row("/{lang}/zone", NOBODY, EVERYBODY),
    row("/{lang}/post", EVERYBODY, EVERYBODY),
    row("/{lang}/post/{token}/check", EVERYBODY, NOBODY),
    row("/{lang}/post/{token}/send", NOBODY, EVERYBODY),
    row("/{lang}/post/{token}/sent", EVERYBODY, NOBODY),
    row("/{lang}/post/{token}/{page}", EVERYBODY, EVERYBODY),
    row("/{lang}/meetings/{id}/next", NOBODY, EVERYBODY),
    row("/{lang}/lost", EVERYBODY, EVERYBODY),
    row("/{lang}/sign-in", EVERYBODY, EVERYBODY),
    row("/{lang}/sign-in/code", EVERYBODY, EVERYBODY),
    row("/{lang}/mail/stop/{token}", NOBODY, NOBODY),
    row("/{lang}/edit/{key}", EVERYBODY, EVERYBODY),
    row("/{lang}/mine", SIGNED_IN, NOBODY),
    row("/{lang}/mine/{id}", THEIRS, THEIRS),
    row("/{lang}/account", SIGNED_IN, NOBODY),
    row("/{lang}/account/sessions", NOBODY, SIGNED_IN),
    row("/{lang}/account/name", NOBODY, DESK),
    row("/{lang}/account/passkeys", NOBODY, DESK),
    row("/{lang}/account/authenticator", NOBODY, DESK),
    row("/{lang}/account/recovery", NOBODY, NOBODY),
    row("/desk", DESK, NOBODY),
    row("/desk/at-once", DESK, NOBODY),
    row("/desk/audit", DESK, NOBODY),
    row("/desk/audit.csv", DESK, NOBODY),
    row("/desk/audit.json", DESK, NOBODY),
    row("/desk/mail", DESK, NOBODY),
    row("/desk/mail/{id}", DESK, NOBODY),
    row("/desk/groups", DESK, NOBODY),
    row("/desk/topics", DESK, NOBODY),
    row("/desk/kept", DESK, NOBODY),
    row("/desk/meetings/{id}", DESK, NOBODY),
    row("/desk/meetings/{id}/edit", NOBODY, REMIT),
    row("/desk/meetings/{id}/claim", NOBODY, DESK),
    row("/desk/meetings/{id}/notes", NOBODY, DESK),
    row("/desk/keys", NOBODY, DESK),
    row("/desk/bulk", NOBODY, DESK),
    row("/desk/undo", NOBODY, REMIT),
    row("/desk/groups/{slug}/people", DESK, STEWARDS),
    row("/desk/groups/{slug}/trust", NOBODY, STEWARDS),
    row("/desk/personal", ADMINISTRATOR, NOBODY),
    row("/desk/personal/export", NOBODY, ADMINISTRATOR),
    row("/desk/personal/erase", NOBODY, ADMINISTRATOR),
    row("/desk/revisions/{id}/keep", NOBODY, REMIT),
    row("/desk/revisions/{id}/revert", NOBODY, REMIT),
    row("/desk/revisions/{id}/edit", DESK, REMIT),
    row("/desk/revisions/{id}/decide", DESK, REMIT),
    row("/desk/groups/{slug}/meetings", NOBODY, STEWARDS),
    row("/desk/meetings/{id}/withdraw", NOBODY, REMIT),
    row("/{lang}/mine/{id}/take-back", NOBODY, THEIRS),
    row("/{lang}/edit/{key}/take-back", NOBODY, EVERYBODY),
    row("/desk/meetings/{id}/renew", NOBODY, REMIT),
    row("/{lang}/mine/{id}/renew", NOBODY, THEIRS),
    row("/{lang}/edit/{key}/renew", NOBODY, NOBODY),
    row("/desk/groups/{slug}/people/remove", NOBODY, STEWARDS),
    row("/desk/factor", DESK, NOBODY),
    row("/desk/factor/code", NOBODY, DESK),
    row("/desk/factor/passkey", NOBODY, DESK),
    row("/desk/factor/ask", NOBODY, DESK),
    row("/desk/factor/new", DESK, NOBODY),
    row("/desk/factor/authenticator", DESK, DESK),
    row("/desk/factor/authenticator/confirm", NOBODY, DESK),
    row("/desk/groups/new", DESK, STEWARDS),
    row("/desk/groups/{slug}", DESK, STEWARDS),
    row("/desk/groups/{slug}/rename", NOBODY, STEWARDS),
    row("/desk/groups/{slug}/separate", NOBODY, STEWARDS),
    row("/desk/groups/{slug}/close", NOBODY, STEWARDS),
    row("/desk/groups/{slug}/reopen", NOBODY, STEWARDS),
    row("/desk/topics/new", DESK, STEWARDS),
    row("/desk/topics/{slug}", DESK, STEWARDS),
    row("/desk/topics/{slug}/rename", NOBODY, STEWARDS),
    row("/desk/topics/{slug}/separate", NOBODY, STEWARDS),
    row("/desk/topics/{slug}/close", NOBODY, STEWARDS),
    row("/desk/topics/{slug}/reopen", NOBODY, STEWARDS),
    row("/desk/topics/{slug}/merge", NOBODY, STEWARDS),
    row("/desk/groups/{slug}/merge", NOBODY, STEWARDS),
    row("/desk/enter/{token}", EVERYBODY, EVERYBODY),
    row("/{lang}/sign-out", NOBODY, EVERYBODY),
    row("/desk/leave", NOBODY, EVERYBODY),
];

const fn row(pattern: &'static str, get: &'static [Who], post: &'static [Who]) -> Row {
    Row { pattern, get, post }
}

impl Row {
    /// Whether somebody gets anywhere by it.
    pub fn lets(&self, method: &str, who: Who) -> bool {
        match method {
            "GET" => self.get.contains(&who),
            _ => self.post.contains(&who),
        }
    }
}
