//! A place in the change log as programs hand it back: its number, and a hash of the change that
//! stands there. Numbers of the log come again if the database went back, so the number alone would
//! not say what its bearer knows. A place that this process has not handed out is compared with the
//! database.

use crate::calendar::Snapshot;
use crate::store::LogPlace;
use crate::web::app::{App, blocking};
use crate::web::error::WebError;
use actix_web::web;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A place in the change log, which a program has been told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogMark {
    /// The number of the change.
    pub seq: i64,
    /// A hash of it: 16 hexadecimal digits.
    pub mark: String,
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

impl LogMark {
    /// Where a snapshot stands.
    pub fn of(snapshot: &Snapshot) -> Self {
        Self {
            seq: snapshot.seq(),
            mark: mark_of(snapshot.place()),
        }
    }

    /// As one word without any character that addresses escape: `384-d9c76ff6a92581de`, and `0` before
    /// the first change.
    pub fn text(&self) -> String {
        match self.seq {
            0 => "0".to_owned(),
            seq => format!("{seq}-{}", self.mark),
        }
    }

    /// The place that a word is; `None` if it is spelt in any other way than [`LogMark::text`] does.
    pub fn read(text: &str) -> Option<Self> {
        if text == "0" {
            let mark = mark_of(&LogPlace::default());
            return Some(Self { seq: 0, mark });
        }
        let (seq, mark) = text.split_once('-')?;
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let place = Self {
            seq: seq.parse().ok().filter(|seq| *seq > 0)?,
            mark: mark.to_owned(),
        };
        let is_ours = mark.len() == 16 && mark.bytes().all(is_digit) && place.text() == text;
        is_ours.then_some(place)
    }

    /// Whether the log that a snapshot shows has that change in that place.
    pub async fn is_in_log(
        &self,
        app: &web::Data<App>,
        snapshot: &Snapshot,
    ) -> Result<bool, WebError> {
        if self.seq > snapshot.seq() {
            return Ok(false);
        }
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

impl Verified {
    /// The most places that are remembered.
    const MOST: usize = 4096;

    /// Remembers where a snapshot stands.
    pub fn note(&self, snapshot: &Snapshot) {
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

/// What tells the change at a place from any other.
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

    #[test]
    fn a_place_is_read_as_it_was_written_and_in_no_other_spelling() {
        for text in ["0", "384-d9c76ff6a92581de"] {
            let place = LogMark::read(text).expect("it is a place");
            assert_eq!(place.text(), text);
        }
        for other in [
            "",
            "384",
            "-1",
            "0-d9c76ff6a92581de",
            "0384-d9c76ff6a92581de",
            "+384-d9c76ff6a92581de",
            "-384-d9c76ff6a92581de",
            "384-D9C76FF6A92581DE",
            "384-d9c76ff6a92581d",
            "384-d9c76ff6a92581de ",
            "384-d9c76ff6a92581de-1",
            "99999999999999999999-d9c76ff6a92581de",
        ] {
            assert_eq!(LogMark::read(other), None, "{other}");
        }
    }
}
