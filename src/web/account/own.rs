//! The page of somebody's own account.

use crate::domain::Role;
use crate::i18n::times::stamp;
use crate::store::{Factors, Passkey, Session, SignedIn};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::session::Owner;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "account/account.html")]
struct AccountPage {
    f: Frame,
    is_of_desk: bool,
    asks_for_factor: bool,
    name: String,
    name_is_missing: bool,
    email: Option<String>,
    role: String,
    sessions: Vec<SessionRow>,
    passkeys: Vec<PasskeyRow>,
    has_authenticator: bool,
    /// Whether one factor would be left.
    may_remove: bool,
    recovery_codes: i64,
}

struct SessionRow {
    id: String,
    agent: String,
    network: String,
    words: String,
    is_this: bool,
}

struct PasskeyRow {
    id: String,
    name: String,
    words: String,
}

/// `GET /{lang}/account`
pub async fn show(Owner(who): Owner, visit: Visit) -> Result<HttpResponse, WebError> {
    page(&visit, &who, false).await
}

/// The page; with what was wrong if a name was missing.
pub(super) async fn page(
    visit: &Visit,
    who: &SignedIn,
    name_is_missing: bool,
) -> Result<HttpResponse, WebError> {
    let (person, now) = (who.person.id, visit.now());
    let (sessions, factors) = visit
        .blocking(move |app| {
            Ok::<_, WebError>((
                app.store.sessions_of(person, now)?,
                app.store.factors(person)?,
            ))
        })
        .await?;
    let f = visit.frame(Section::Elsewhere);
    let may_remove = factors.count() > 1;
    let Factors {
        passkeys,
        has_authenticator,
        recovery_codes,
    } = factors;
    let role = match who.person.role {
        Role::Poster => f.w.t("role-poster"),
        Role::Reviewer => f.w.t("role-reviewer"),
        Role::Administrator => f.w.t("role-administrator"),
    };
    let page = AccountPage {
        is_of_desk: who.is_of_desk(),
        asks_for_factor: visit.app.asks_for_factor,
        name: who.person.name.clone(),
        name_is_missing,
        email: who.person.email.as_ref().map(ToString::to_string),
        role: role.to_string(),
        sessions: sessions
            .iter()
            .map(|one| session_row(&f, one, who))
            .collect(),
        passkeys: passkeys.iter().map(|one| passkey_row(&f, one)).collect(),
        has_authenticator,
        may_remove,
        recovery_codes,
        f,
    };
    let status = match name_is_missing {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    page.f.respond_with(status, &page).map(private)
}

fn session_row(f: &Frame, session: &Session, who: &SignedIn) -> SessionRow {
    let (began, used) = (stamp(f.w, session.began), stamp(f.w, session.used));
    SessionRow {
        id: session.id.to_string(),
        agent: session.browser.agent.clone(),
        network: session.browser.network.clone(),
        words: f
            .w
            .t2("account-session", "began", began, "used", used)
            .to_string(),
        is_this: session.id == who.session.id,
    }
}

fn passkey_row(f: &Frame, passkey: &Passkey) -> PasskeyRow {
    let made = stamp(f.w, passkey.made);
    let words = match passkey.used {
        Some(used) => f.w.t2(
            "account-passkey-used",
            "made",
            made,
            "used",
            stamp(f.w, used),
        ),
        None => f.w.t1("account-passkey-made", "made", made),
    };
    PasskeyRow {
        id: passkey.id.to_string(),
        name: passkey.name.clone(),
        words: words.to_string(),
    }
}
