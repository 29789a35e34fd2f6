//! What a database has to hold of one meeting after what was done to it: a model of the acts, small
//! enough to be seen to be right. Nothing here asks a server or a database.

use std::fmt;

/// Something that somebody does to a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A revision is sent, under a title that no other has.
    Send { title: String },
    /// What waits is decided on.
    Decide { verdict: &'static str },
    /// What waits is taken back.
    TakeBack,
    /// The meeting is taken off the calendar, for a reason that no other has.
    Withdraw { reason: String },
    /// A record of a file is put on the calendar at once.
    Import { title: String },
}

/// A revision, and what became of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Sent {
    pub title: String,
    /// `approved`, `changes-requested`, `rejected` or `taken-back`; one for each row that says so.
    pub fates: Vec<String>,
}

/// All that is on record of a meeting. One that does not exist has an empty record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// Its revisions by number.
    pub revisions: Vec<Sent>,
    /// The number of the revision that waits, and of the one that readers see.
    pub pending: Option<usize>,
    pub published: Option<usize>,
    /// Its places in the change log, in their order: the revision that was published, or that it was
    /// taken off.
    pub publications: Vec<Option<usize>>,
    /// Why it was taken off, in order of the words.
    pub withdrawals: Vec<String>,
    /// What has to be told, of which revision, in order of the words.
    pub messages: Vec<String>,
    /// What waits beneath what waits. Known to the model alone, and compared by nobody.
    pub beneath: Beneath,
}

/// The revisions that would wait again if the newer one was taken back.
#[derive(Debug, Clone, Default)]
pub struct Beneath(Vec<usize>);

impl PartialEq for Beneath {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Beneath {}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.title, self.fates.join("+"))
    }
}

impl Record {
    /// The same after an act that was possible.
    pub fn after(&self, act: &Act) -> Self {
        let mut record = self.clone();
        match act {
            Act::Send { title } => {
                record.send(title);
                record.tell("received", record.revisions.len());
            }
            Act::Decide { verdict } => record.decide(verdict),
            Act::TakeBack => record.take_back(),
            Act::Withdraw { reason } => record.withdraw(reason),
            Act::Import { title } => {
                record.send(title);
                record.settle("approved");
            }
        }
        record
    }

    fn send(&mut self, title: &str) {
        self.revisions.push(Sent {
            title: title.to_owned(),
            fates: Vec::new(),
        });
        let number = self.revisions.len();
        self.beneath.0.extend(self.pending.replace(number));
    }

    fn decide(&mut self, verdict: &str) {
        if let Some(number) = self.settle(verdict) {
            let told = match verdict {
                "approved" => "published",
                other => other,
            };
            self.tell(told, number);
        }
    }

    /// All that waits is decided on at once.
    fn settle(&mut self, verdict: &str) -> Option<usize> {
        let number = self.pending.take()?;
        self.beneath.0.clear();
        self.revisions[number - 1].fates.push(verdict.to_owned());
        if verdict == "approved" {
            self.published = Some(number);
            self.publications.push(Some(number));
        }
        Some(number)
    }

    fn take_back(&mut self) {
        if let Some(number) = self.pending {
            self.pending = self.beneath.0.pop();
            self.revisions[number - 1]
                .fates
                .push("taken-back".to_owned());
        }
    }

    fn withdraw(&mut self, reason: &str) {
        if let Some(number) = self.published.take() {
            self.publications.push(None);
            self.withdrawals.push(reason.to_owned());
            self.withdrawals.sort();
            self.tell("withdrawn", number);
        }
    }

    fn tell(&mut self, kind: &str, number: usize) {
        self.messages.push(format!("{kind} {number}"));
        self.messages.sort();
    }
}
