//! The secretariat's decision on a revision.

use super::problem::Problem;
use super::text::Note;
use serde::{Deserialize, Serialize};

/// Why a revision was not approved, in the reviewer's words to the poster.
pub type Reason = Note;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The revision becomes what the world reads.
    Approved,
    /// The poster is asked to send another revision.
    ChangesRequested,
    /// The revision does not go on the calendar.
    Rejected,
}

impl Verdict {
    /// The stable name, as stored and as posted by the desk's form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::ChangesRequested => "changes-requested",
            Self::Rejected => "rejected",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Approved, Self::ChangesRequested, Self::Rejected]
            .into_iter()
            .find(|verdict| verdict.as_str() == name)
    }
}

/// A verdict with the reason that two of the three need; spam alone needs none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    verdict: Verdict,
    reason: Option<Reason>,
    is_spam: bool,
}

impl Decision {
    /// Anything but an approval needs a reason that the poster can act on.
    pub fn new(verdict: Verdict, reason: Option<Reason>) -> Result<Self, Problem> {
        if verdict != Verdict::Approved && reason.is_none() {
            return Err(Problem::Missing);
        }
        Ok(Self {
            verdict,
            reason,
            is_spam: false,
        })
    }

    /// An approval without remark.
    pub fn approve() -> Self {
        Self {
            verdict: Verdict::Approved,
            reason: None,
            is_spam: false,
        }
    }

    /// A rejection of what is no announcement at all. It needs no reason, because nobody is told.
    pub fn spam() -> Self {
        Self {
            verdict: Verdict::Rejected,
            reason: None,
            is_spam: true,
        }
    }

    /// Whether it was rejected as spam.
    pub fn is_spam(&self) -> bool {
        self.is_spam
    }

    /// What was decided.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The verdict's stable name, with the reason behind it if there is one.
    pub fn in_short(&self) -> String {
        match &self.reason {
            _ if self.is_spam => format!("{}: spam", self.verdict.as_str()),
            Some(reason) => format!("{}: {reason}", self.verdict.as_str()),
            None => self.verdict.as_str().to_owned(),
        }
    }

    /// What the poster is told.
    pub fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }
}
