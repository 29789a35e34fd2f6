//! A line of the audit log in words.

use crate::i18n::Words;
use crate::i18n::times::stamp;
use crate::store::AuditLine;

/// What was done, as a line of the page.
pub struct Line {
    pub when: String,
    pub who: String,
    pub act: String,
    /// What it was done to, by the name that people know.
    pub subject: String,
    /// The page of it at the desk.
    pub link: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub network: Option<String>,
}

impl Line {
    /// A line as read.
    pub fn of(w: Words, line: &AuditLine) -> Self {
        let by = || w.t(&format!("audit-by-{}", line.actor)).to_string();
        let subject = line.subject_name.clone().or_else(|| line.subject.clone());
        let nothing = || w.t(&format!("audit-on-{}", line.subject_kind)).to_string();
        Self {
            when: stamp(w, line.at),
            who: line.person_name.clone().unwrap_or_else(by),
            act: act_words(w, &line.act),
            subject: subject.unwrap_or_else(nothing),
            link: link(line),
            before: line.before.clone(),
            after: line.after.clone(),
            network: line.network.clone(),
        }
    }
}

/// What an act is called; one that this version does not know, by its stable name.
pub fn act_words(w: Words, act: &str) -> String {
    let key = format!("audit-act-{}", act.replace(' ', "-"));
    match w.has(&key) {
        true => w.t(&key).to_string(),
        false => act.to_owned(),
    }
}

fn link(line: &AuditLine) -> Option<String> {
    let subject = line.subject.as_ref()?;
    match line.subject_kind.as_str() {
        "meeting" => Some(format!("/desk/meetings/{subject}")),
        "group" => Some(format!("/desk/groups/{subject}")),
        "topic" => Some(format!("/desk/topics/{subject}")),
        _ => None,
    }
}
