//! Where the history of calendars stands, as an address that programs hand back (RFC 6578, section
//! 3): the newest change of the log, what stands there, and the day. What a calendar holds depends
//! on the log and on the UTC day, because what was called off is told for a while, so both together
//! say what somebody knows.
//!
//! Numbers of the log come again if the database went back. So a token has a hash of the change
//! itself (see [`LogMark`]).

use super::error::{Condition, DavError};
use crate::calendar::Snapshot;
use crate::feeds::Stock;
use crate::store::TOLD_OFF;
use crate::web::app::App;
use crate::web::log_mark::LogMark;
use actix_web::web;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

const PATH: &str = "/dav/sync/";

/// For how many days calendars tell that something was taken off.
pub const TOLD_DAYS: u64 = 30;

/// What somebody knows of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The newest change of the log at that time.
    log: LogMark,
    /// The UTC day.
    pub day: NaiveDate,
    /// How much of it, if that was not all: the objects that were altered up to this change, and of
    /// that one those up to this UID.
    reached: Option<(i64, String)>,
}

impl Token {
    /// All of a calendar as it stands on a day.
    pub fn of(snapshot: &Snapshot, day: NaiveDate) -> Self {
        Self {
            log: LogMark::of(snapshot),
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
            None => (self.log.seq, "~"),
        }
    }

    /// As an address.
    pub fn text(&self, base: &str) -> String {
        let LogMark { seq, mark } = &self.log;
        let day = self.day.format("%Y%m%d");
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
            log: LogMark { seq, mark },
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
        if self.day > today || !self.is_remembered(snapshot.modified()) {
            return Err(Condition::ValidSyncToken.into());
        }
        match self.log.is_in_log(app, snapshot).await? {
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
}

/// The token of all calendars as a stock has them: on its day, which may have ended since it was taken.
pub fn now(app: &App, stock: &Stock) -> String {
    app.places.note(stock.snapshot());
    Token::of(stock.snapshot(), stock.today()).text(app.base_url.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://calendar.example.org";

    fn token() -> Token {
        Token {
            log: LogMark {
                seq: 12,
                mark: "00ff00ff00ff00ff".to_owned(),
            },
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
