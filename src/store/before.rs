//! What readers may still have of a meeting from before the revision that is public now.

use super::history::HistoryRow;
use super::stamp::Stamp;
use crate::domain::{MeetingDetails, Times, Timing};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What readers may still have of a meeting from before.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// The date that they were told last, where none is known any more; of several the one that was
    /// next when that was published. Without one, the short window that calendars showed last, where
    /// they would show nothing any more.
    pub told_last: Option<Times>,
    /// What was public and told of other times, the oldest first, as far as it was replaced within
    /// [`super::TOLD_OFF`] before the newest change of the log.
    pub earlier: Vec<EarlierRevision>,
}

/// What was public of a meeting before.
#[derive(Debug, Clone)]
pub struct EarlierRevision {
    /// What it said, by the names that groups and topics had when it was sent.
    pub details: Arc<MeetingDetails>,
    /// The change that replaced it or took it off.
    pub replaced: Stamp,
    /// That of the same change: above that of all publications before it (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
}

impl Before {
    /// Notes what a change replaced.
    pub(super) fn note_replaced(&mut self, public: Option<&MeetingDetails>, change: &HistoryRow) {
        let Some(details) = public else { return };
        self.earlier.push(EarlierRevision {
            details: Arc::new(details.clone()),
            replaced: Stamp {
                seq: change.seq.into(),
                at: change.created_at.and_utc(),
            },
            sequence: change.sequence.unsigned_abs(),
        });
    }

    /// Notes which date readers were told last, when something is published.
    pub(super) fn note_dates(
        &mut self,
        before: Option<&MeetingDetails>,
        after: &MeetingDetails,
        at: DateTime<Utc>,
    ) {
        let date = before
            .filter(|before| before.timing.has_date())
            .and_then(|before| before.at_hand(at))
            .map(|one| one.times);
        let band = || {
            let times = before?.timing.once()?;
            times.is_shown().then(|| times.clone())
        };
        let told = date.or_else(|| self.told_last.take()).or_else(band);
        self.told_last = told.filter(|told| !takes_the_place_of(&after.timing, told));
    }

    /// Identities hang on times: whoever told of the same has none that is given up.
    pub(super) fn forget_the_same_times_as(&mut self, public: Option<&MeetingDetails>) {
        let is_other =
            |one: &EarlierRevision| public.is_none_or(|public| public.timing != one.details.timing);
        self.earlier.retain(is_other);
    }
}

/// Whether readers have something better now than what they were told last.
fn takes_the_place_of(timing: &Timing, told: &Times) -> bool {
    let is_shown = timing.once().is_some_and(Times::is_shown);
    timing.has_date() || (is_shown && !told.has_date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::sample::call;
    use crate::domain::times::{DaySpan, DayWindow};

    fn window(earliest: &str, latest: &str) -> Times {
        let (earliest, latest) = (earliest.parse().unwrap(), latest.parse().unwrap());
        Times::Window(DayWindow::new(earliest, latest, None).unwrap())
    }

    /// What readers were told last when a meeting was published with one of these after the other.
    fn told_last(all: &[&Times]) -> Option<Times> {
        let at = |times: &Times| call(|_| {}).at(Timing::Once(times.clone()));
        let mut before = Before::default();
        for pair in all.windows(2) {
            let now = "2027-01-01T00:00:00Z".parse().unwrap();
            before.note_dates(Some(&at(pair[0])), &at(pair[1]), now);
        }
        before.told_last
    }

    #[test]
    fn a_short_window_is_told_last_where_no_date_ever_was() {
        let short = window("2027-05-01", "2027-05-20");
        let other = window("2027-06-01", "2027-07-01");
        let long = window("2027-05-01", "2027-09-20");
        let day = "2027-04-01".parse().unwrap();
        let day = Times::Day(DaySpan::new(day, day, None).unwrap());
        for vague in [&Times::Unknown, &long] {
            assert_eq!(told_last(&[&short, vague]).as_ref(), Some(&short));
            assert_eq!(told_last(&[&short, vague, &long]).as_ref(), Some(&short));
            assert_eq!(told_last(&[&short, &other, vague]).as_ref(), Some(&other));
            assert_eq!(told_last(&[&day, &short, vague]).as_ref(), Some(&day));
            assert_eq!(told_last(&[&short, vague, &other]), None);
            assert_eq!(told_last(&[&short, vague, &day]), None);
        }
        assert_eq!(told_last(&[&long, &Times::Unknown]), None);
    }
}
