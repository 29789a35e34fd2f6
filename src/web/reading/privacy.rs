//! What is kept about people, why and for how long. The figures are those that are set.

use crate::i18n::Words;
use crate::store::DRAFT_DAYS;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;

/// Something that is kept.
struct Kept {
    title: String,
    what: String,
    /// For how long, where that is a matter of days.
    time: Option<String>,
}

#[derive(Template)]
#[template(path = "reading/privacy.html")]
struct PrivacyPage {
    f: Frame,
    kept: Vec<Kept>,
    /// Where to ask, if the settings say so.
    ask: Option<String>,
}

/// `GET /{lang}/privacy`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let f = visit.frame(Section::Elsewhere);
    let privacy = &visit.app.privacy;
    let page = PrivacyPage {
        kept: kept(f.w, privacy),
        ask: privacy.ask.as_ref().map(ToString::to_string),
        f,
    };
    page.f.respond(&page)
}

fn kept(w: Words, privacy: &crate::web::app::Privacy) -> Vec<Kept> {
    let retention = &privacy.retention;
    let timed = |title: &str, what: &str, days: u32| Kept {
        title: w.t(title).to_string(),
        what: w.t(what).to_string(),
        time: Some(time(w, days)),
    };
    let said = |title: &str, what: &str| Kept {
        title: w.t(title).to_string(),
        what: w.t(what).to_string(),
        time: None,
    };
    vec![
        said("privacy-reading", "privacy-reading-what"),
        timed(
            "privacy-posting",
            "privacy-posting-what",
            retention.poster_days,
        ),
        said("privacy-published", "privacy-published-what"),
        timed("privacy-drafts", "privacy-drafts-what", DRAFT_DAYS),
        timed(
            "privacy-letters",
            "privacy-letters-what",
            retention.letter_days,
        ),
        timed("privacy-spam", "privacy-spam-what", retention.spam_days),
        said("privacy-desk", "privacy-desk-what"),
        match privacy.backup_days {
            Some(days) => timed("privacy-backups", "privacy-backups-what", days),
            None => said("privacy-backups", "privacy-backups-unknown"),
        },
    ]
}

/// In years, where that is even.
fn time(w: Words, days: u32) -> String {
    let (key, count) = match days {
        whole if whole > 0 && whole % 365 == 0 => ("privacy-years", whole / 365),
        days => ("privacy-days", days),
    };
    w.t1(key, "count", i64::from(count)).replace(' ', "\u{a0}")
}
