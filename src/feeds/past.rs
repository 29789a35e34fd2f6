//! How far back a feed reaches, as its address says it.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How far back a feed reaches: `90d`, `12w`, `18m`, `2y` or `all`. Spelt again as it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Past {
    /// Days.
    Days(u16),
    /// Weeks.
    Weeks(u16),
    /// Calendar months.
    Months(u16),
    /// Calendar years.
    Years(u16),
    /// Everything that ever was.
    All,
}

/// What was written instead of a [`Past`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "past={0:?} is not understood: write a number of days, weeks, months or years (90d, 12w, 18m, 2y) or all"
)]
pub struct PastError(String);

impl Default for Past {
    fn default() -> Self {
        Self::Days(90)
    }
}

impl Past {
    /// The first day it reaches back to; `None` for all of them.
    pub fn since(self, today: NaiveDate) -> Option<NaiveDate> {
        let months = |count: u32| today.checked_sub_months(Months::new(count));
        let days = |count: u64| today.checked_sub_days(Days::new(count));
        let day = match self {
            Self::Days(count) => days(count.into()),
            Self::Weeks(count) => days(7 * u64::from(count)),
            Self::Months(count) => months(count.into()),
            Self::Years(count) => months(12 * u32::from(count)),
            Self::All => return None,
        };
        Some(day.unwrap_or(NaiveDate::MIN))
    }

    /// Whether it reaches further back than a feed does by itself.
    pub(super) fn asks_for_more(self, today: NaiveDate) -> bool {
        self.since(today) < Self::default().since(today)
    }
}

impl FromStr for Past {
    type Err = PastError;

    fn from_str(typed: &str) -> Result<Self, PastError> {
        let typed = typed.trim();
        if typed == "all" {
            return Ok(Self::All);
        }
        let refused = || PastError(typed.chars().take(40).collect());
        let number = typed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let count = Some(number)
            .filter(|number| number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|number| number.parse().ok())
            .ok_or_else(refused)?;
        match &typed[number.len()..] {
            "d" => Ok(Self::Days(count)),
            "w" => Ok(Self::Weeks(count)),
            "m" => Ok(Self::Months(count)),
            "y" => Ok(Self::Years(count)),
            _ => Err(refused()),
        }
    }
}

impl fmt::Display for Past {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(count) => write!(f, "{count}d"),
            Self::Weeks(count) => write!(f, "{count}w"),
            Self::Months(count) => write!(f, "{count}m"),
            Self::Years(count) => write!(f, "{count}y"),
            Self::All => f.write_str("all"),
        }
    }
}

impl TryFrom<String> for Past {
    type Error = PastError;
    fn try_from(typed: String) -> Result<Self, PastError> {
        typed.parse()
    }
}

impl From<Past> for String {
    fn from(past: Past) -> String {
        past.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_is_read_and_spelt_again() {
        for spelling in ["90d", "12w", "18m", "2y", "all", "0d", "9999y"] {
            assert_eq!(spelling.parse::<Past>().unwrap().to_string(), spelling);
        }
        assert_eq!(" 090d ".parse(), Ok(Past::default()));
        for wrong in [
            "", "90", "d", "-1d", "+1d", "1.5y", "90 d", "90D", "ALL", "1h", "99999d", "٩d",
        ] {
            assert!(wrong.parse::<Past>().is_err(), "{wrong}");
        }
        let error = "x\r\ny".parse::<Past>().unwrap_err().to_string();
        assert!(
            error.starts_with(r#"past="x\r\ny" is not understood"#),
            "{error}"
        );
    }

    #[test]
    fn a_past_is_counted_in_calendar_units() {
        let today: NaiveDate = "2018-03-31".parse().unwrap();
        let since = |past: &str| {
            past.parse::<Past>()
                .unwrap()
                .since(today)
                .map(|d| d.to_string())
        };
        assert_eq!(since("90d").unwrap(), "2017-12-31");
        assert_eq!(since("2w").unwrap(), "2018-03-17");
        assert_eq!(since("1m").unwrap(), "2018-02-28");
        assert_eq!(since("2y").unwrap(), "2016-03-31");
        assert_eq!(since("all"), None);
        assert!(since("9999y").is_some());
    }

    #[test]
    fn only_a_longer_past_asks_for_more() {
        let today: NaiveDate = "2018-03-31".parse().unwrap();
        let more = |past: &str| past.parse::<Past>().unwrap().asks_for_more(today);
        assert!(more("all") && more("91d") && more("2y"));
        assert!(!more("90d") && !more("0d") && !more("2m"));
    }
}
