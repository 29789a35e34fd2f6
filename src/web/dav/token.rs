//! Where the history of calendars stands, as an address that programs hand back (RFC 6578, section
//! 3): the newest change of the log, what stands there, and the day. What a calendar holds depends
//! on the log and on the UTC day, because what was called off is told for a while, so both together
//! say what somebody knows.
//!
//! Numbers of the log come again if the database went back. So a token has a hash of the change
//! itself; one that this process has not handed out is compared with the database.

use super::error::{Condition, DavError};
use crate::calendar::Snapshot;
use crate::feeds::Stock;
use crate::store::{LogPlace, TOLD_OFF};
use crate::web::app::{App, blocking};
use actix_web::web;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

const PATH: &str = "/dav/sync/";

/// For how many days calendars tell that something was taken off.
pub const TOLD_DAYS: u64 = 30;
/// What somebody knows of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The newest change of the log at that time.
    seq: i64,
    /// A hash of it.
    mark: String,
    /// The UTC day.
    pub day: NaiveDate,
    /// How much of it, if that was not all: the objects that were altered up to this change, and of
    /// that one those up to this UID.
    reached: Option<(i64, String)>,
}

/// Places of the log that are known to be in it, by number: those at which tokens were handed out.
#[derive(Debug, Default)]
pub struct Verified(Mutex<Places>);

#[derive(Debug, Default)]
struct Places {
    /// How often the calendar was read anew before; places of another log count no longer.
    epoch: u32,
    marks: BTreeMap<i64, String>,
}

impl Token {
    /// All of a calendar as it stands on a day.
    pub fn of(snapshot: &Snapshot, day: NaiveDate) -> Self {
        Self {
            seq: snapshot.seq(),
            mark: mark_of(snapshot.place()),
            day,
            reached: None,
        }
    }

    /// As much of it as was told to whoever knew nothing since `day`.
    pub fn reached(snapshot: &Snapshot, day: NaiveDate, (seq, uid): (i64, String)) -> Self {
        Self {
            reached: Some((seq, uid)),
            ..Self::of(snapshot, day)
        }
    }

    /// What is known: every change before this one, and of this one the objects up to this UID.
    pub fn known(&self) -> (i64, &str) {
        match &self.reached {
            Some((seq, uid)) => (*seq, uid),
            // After every UID, and before what the day alone changed.
            None => (self.seq, "~"),
        }
    }

    /// As an address.
    pub fn text(&self, base: &str) -> String {
        let Self { seq, mark, day, .. } = self;
        let day = day.format("%Y%m%d");
        match &self.reached {
            None => format!("{base}{PATH}{mark}-{seq}-{day}"),
            Some((reached, uid)) => format!("{base}{PATH}{mark}-{seq}-{day}-{reached}-{uid}"),
        }
    }

    /// The token that an address is.
    pub fn read(text: &str, base: &str) -> Option<Self> {
        let rest = text.trim().strip_prefix(base)?.strip_prefix(PATH)?;
        let mut parts = rest.splitn(5, '-');
        let mark = parts.next()?.to_owned();
        let seq = parts.next()?.parse().ok()?;
        let day = NaiveDate::parse_from_str(parts.next()?, "%Y%m%d").ok()?;
        let reached = match (parts.next(), parts.next()) {
            (None, _) => None,
            (Some(seq), Some(uid)) => Some((seq.parse().ok()?, uid.to_owned())),
            (Some(_), None) => return None,
        };
        let token = Self {
            seq,
            mark,
            day,
            reached,
        };
        // Only what we write ourselves.
        (token.text(base) == text.trim()).then_some(token)
    }

    /// Fails if what changed since cannot be told: the log is another one, or it is so long ago that
    /// what was taken off meanwhile is forgotten.
    pub async fn verify(&self, app: &web::Data<App>, snapshot: &Snapshot) -> Result<(), DavError> {
        let today = app.clock.now().date_naive();
        let is_sensible = self.seq <= snapshot.seq() && self.day <= today;
        if !is_sensible || !self.is_remembered(snapshot.modified()) {
            return Err(Condition::ValidSyncToken.into());
        }
        match self.is_in_log(app, snapshot).await? {
            true => Ok(()),
            false => Err(Condition::ValidSyncToken.into()),
        }
    }

    /// Whoever has this token may hold whatever was taken off up to thirty days before its day. All
    /// of that has to be known still; `newest` is the time of the newest change.
    fn is_remembered(&self, newest: DateTime<Utc>) -> bool {
        let day = self.day.and_time(NaiveTime::MIN).and_utc();
        day.checked_sub_days(Days::new(TOLD_DAYS))
            .is_some_and(|oldest| newest - oldest <= TOLD_OFF)
    }

    async fn is_in_log(&self, app: &web::Data<App>, snapshot: &Snapshot) -> Result<bool, DavError> {
        app.places.note(snapshot);
        if let Some(known) = app.places.mark_at(self.seq) {
            return Ok(known == self.mark);
        }
        let seq = self.seq;
        let place = blocking(app, move |app| app.store.log_place(seq)).await?;
        let Some(place) = place else {
            return Ok(false);
        };
        let mark = mark_of(&place);
        let is_same = mark == self.mark;
        app.places.put(snapshot.version().0, seq, mark);
        Ok(is_same)
    }
}

/// The token of all calendars as a stock has them: on its day, which may have ended since it was taken.
pub fn now(app: &App, stock: &Stock) -> String {
    app.places.note(stock.snapshot());
    Token::of(stock.snapshot(), stock.today()).text(app.base_url.as_str())
}

impl Verified {
    /// The most places that are remembered.
    const MOST: usize = 4096;

    /// Remembers where a snapshot stands.
    fn note(&self, snapshot: &Snapshot) {
        if self.mark_at(snapshot.seq()).is_none() || self.is_older_than(snapshot) {
            let mark = mark_of(snapshot.place());
            self.put(snapshot.version().0, snapshot.seq(), mark);
        }
    }

    fn put(&self, epoch: u32, seq: i64, mark: String) {
        let mut places = self.places();
        if epoch < places.epoch {
            return;
        }
        if epoch > places.epoch {
            *places = Places {
                epoch,
                ..Places::default()
            };
        }
        places.marks.insert(seq, mark);
        while places.marks.len() > Self::MOST {
            places.marks.pop_first();
        }
    }

    fn is_older_than(&self, snapshot: &Snapshot) -> bool {
        self.places().epoch < snapshot.version().0
    }

    fn mark_at(&self, seq: i64) -> Option<String> {
        self.places().marks.get(&seq).cloned()
    }

    fn places(&self) -> std::sync::MutexGuard<'_, Places> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What tells the change at a place from any other: 16 hexadecimal digits.
fn mark_of(place: &LogPlace) -> String {
    let digest = Sha256::digest(place.mark.as_bytes());
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://calendar.example.org";

    fn token() -> Token {
        Token {
            seq: 12,
            mark: "00ff00ff00ff00ff".to_owned(),
            day: "2018-03-01".parse().unwrap(),
            reached: None,
        }
    }

    #[test]
    fn a_token_is_read_as_it_was_written() {
        let part = Token {
            reached: Some((7, "0190-12-20180309".to_owned())),
            ..token()
        };
        for token in [token(), part] {
            assert_eq!(Token::read(&token.text(BASE), BASE), Some(token));
        }
        let own = token().text(BASE);
        for other in [
            "",
            "x",
            "https://calendar.example.org/dav/sync/",
            &own.replace("https", "http"),
            &own.replace("-12-", "-012-"),
            &own.replace("-12-", "--12-"),
            &format!("{own}-7"),
            &own.replace("20180301", "20181301"),
            &own.replace("12", "99999999999999999999"),
        ] {
            assert_eq!(Token::read(other, BASE), None, "{other}");
        }
    }

    #[test]
    fn a_token_holds_while_all_is_known_that_its_bearer_may_have() {
        let token = token();
        let newest = |day: &str| format!("{day}T00:00:00Z").parse().unwrap();
        assert!(token.is_remembered(newest("2018-03-01")));
        assert!(token.is_remembered(newest("2018-03-02")));
        assert!(token.is_remembered(newest("2018-04-02")));
        assert!(!token.is_remembered(newest("2018-04-03")));
    }
}
