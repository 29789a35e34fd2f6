//! Published meetings that somebody should look at before people come: what still lacks, and how
//! near it is. It knows the snapshot only, so what was sent but not approved changes nothing.

use super::published::PublishedMeeting;
use super::questions::meetings_of;
use super::snapshot::Snapshot;
use crate::domain::{Occurrence, Place, Remote, Said, Status, Times};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;

/// How long before its start a meeting is looked at.
const NEAR: TimeDelta = TimeDelta::days(7);
/// How long before its start a date is looked at of which its group has yet to say that it is held:
/// it takes a while to ask.
const ASK: TimeDelta = TimeDelta::days(21);
/// From when on it is urgent.
const SOON: TimeDelta = TimeDelta::days(2);

/// Why a meeting needs a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// Nobody can join from afar: the link is still to follow.
    LinkMissing,
    /// Nobody knows where to go: the venue is still to be announced.
    PlaceMissing,
    /// The group of a series has yet to say whether it still meets.
    Unconfirmed,
}

/// How near it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It goes on.
    Now,
    /// It begins within two days.
    Soon,
    /// It begins within a week.
    Near,
}

/// Why a meeting needs a look, and how near it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// Never empty.
    pub concerns: Vec<Concern>,
    /// How near it is.
    pub nearness: Nearness,
}

impl Attention {
    /// What a meeting lacks while it is near; `None` for one that has all, and for one that does
    /// not take place. A window is no date to be late for.
    pub fn of(one: &Occurrence, now: DateTime<Utc>) -> Option<Self> {
        if !one.said.status.takes_place() || !one.times.has_date() {
            return None;
        }
        let nearness = nearness(&one.times, NEAR, now)?;
        let concerns = concerns(&one.said);
        (!concerns.is_empty()).then_some(Self { concerns, nearness })
    }

    /// What a published meeting lacks: at the time that is at hand, and in a series for the dates
    /// that its group has not confirmed.
    pub fn of_published(meeting: &PublishedMeeting, now: DateTime<Utc>) -> Option<Self> {
        let at_hand = Self::of(meeting.at_hand(now), now);
        let Some(unconfirmed) = unconfirmed(meeting, now) else {
            return at_hand;
        };
        let mut concerns = vec![Concern::Unconfirmed];
        let nearness = at_hand.as_ref().map_or(unconfirmed, |one| one.nearness);
        concerns.extend(at_hand.into_iter().flat_map(|one| one.concerns));
        Some(Self {
            concerns,
            nearness: nearness.min(unconfirmed),
        })
    }
}

/// Every meeting that needs a look, soonest first.
pub fn needing_attention(
    snapshot: &Snapshot,
    now: DateTime<Utc>,
) -> Vec<(&Arc<PublishedMeeting>, Attention)> {
    // Nothing is near that begins later; what begins at that very moment is.
    let until = now + ASK.max(NEAR) + TimeDelta::seconds(1);
    let mut found: Vec<_> = meetings_of(snapshot.between(now, until))
        .into_iter()
        .filter_map(|meeting| Some((meeting, Attention::of_published(meeting, now)?)))
        .collect();
    found.sort_by_cached_key(|(meeting, attention)| {
        let start = meeting.at_hand(now).times.extent();
        (attention.nearness, start)
    });
    found
}

/// How near the first date is that its group has yet to confirm.
fn unconfirmed(meeting: &PublishedMeeting, now: DateTime<Utc>) -> Option<Nearness> {
    let series = meeting.details.timing.series()?;
    meeting
        .occurrences()
        .filter(|one| one.said.status.takes_place())
        .filter(|one| {
            one.key
                .date()
                .is_some_and(|date| series.awaits_confirmation(date))
        })
        .filter(|one| !one.times.is_over(now))
        .find_map(|one| nearness(&one.times, ASK, now))
}

fn nearness(times: &Times, near: TimeDelta, now: DateTime<Utc>) -> Option<Nearness> {
    let (start, end) = times.extent()?;
    match start - now {
        _ if end <= now => None,
        ahead if ahead <= TimeDelta::zero() => Some(Nearness::Now),
        ahead if ahead <= SOON => Some(Nearness::Soon),
        ahead if ahead <= near => Some(Nearness::Near),
        _ => None,
    }
}

/// What is still missing of what is said of a meeting, however near it is.
pub fn concerns(said: &Said) -> Vec<Concern> {
    let moved_online = said.status == Status::MovedOnline;
    // What was to have a place may have moved on line without anybody saying where to.
    let lacks_link = match &said.remote {
        Some(remote) => *remote == Remote::ToFollow,
        None => moved_online,
    };
    let lacks_place = said.place == Some(Place::ToFollow) && !moved_online;
    [
        (lacks_link, Concern::LinkMissing),
        (lacks_place, Concern::PlaceMissing),
    ]
    .into_iter()
    .filter_map(|(lacks, concern)| lacks.then_some(concern))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::MeetingFields;
    use crate::domain::fields::sample::call;

    /// A hybrid meeting from 13:00 to 14:00 UTC on 9 March 2018 that lacks link and place, with
    /// some answers changed, as it is seen at a time.
    fn seen(at: &str, change: impl FnOnce(&mut MeetingFields)) -> Option<Attention> {
        let details = call(|fields| {
            fields.how.mode = "hybrid".into();
            fields.how.access_url = Vec::new();
            fields.how.link_to_follow = "yes".into();
            fields.how.venue_to_follow = "yes".into();
            change(fields);
        });
        Attention::of(&details.occurrences()[0], at.parse().unwrap())
    }

    fn concerns_of(change: impl FnOnce(&mut MeetingFields)) -> Vec<Concern> {
        seen("2018-03-08T12:00:00Z", change).map_or_else(Vec::new, |seen| seen.concerns)
    }

    #[test]
    fn it_becomes_urgent_as_it_nears_and_ends_with_the_meeting() {
        for (at, nearness) in [
            ("2018-03-02T12:59:59Z", None),
            ("2018-03-02T13:00:00Z", Some(Nearness::Near)),
            ("2018-03-07T12:59:59Z", Some(Nearness::Near)),
            ("2018-03-07T13:00:00Z", Some(Nearness::Soon)),
            ("2018-03-09T12:59:59Z", Some(Nearness::Soon)),
            ("2018-03-09T13:00:00Z", Some(Nearness::Now)),
            ("2018-03-09T13:59:59Z", Some(Nearness::Now)),
            ("2018-03-09T14:00:00Z", None),
        ] {
            let seen = seen(at, |_| {});
            assert_eq!(seen.map(|seen| seen.nearness), nearness, "{at}");
        }
    }

    #[test]
    fn what_lacks_is_said_each_on_its_own() {
        assert_eq!(
            concerns_of(|_| {}),
            [Concern::LinkMissing, Concern::PlaceMissing]
        );
        let with_link = concerns_of(|f| f.how.access_url = vec!["https://zoom.us/j/1".into()]);
        assert_eq!(with_link, [Concern::PlaceMissing]);
        let with_place = concerns_of(|f| {
            f.how.city = "Geneva".into();
            f.how.country = "Switzerland".into();
        });
        assert_eq!(with_place, [Concern::LinkMissing]);
        let at_registration = concerns_of(|f| {
            f.how.link_to_follow = String::new();
            f.how.registration_url = "https://register.example/".into();
        });
        assert_eq!(at_registration, [Concern::PlaceMissing]);
        let whole_day = concerns_of(|f| f.when.precision = "day".into());
        assert_eq!(whole_day.len(), 2);
    }

    #[test]
    fn what_moved_on_line_needs_a_link_and_no_place() {
        let moved = |mode: &'static str| {
            concerns_of(move |f| {
                f.how.mode = mode.into();
                f.when.status = "moved-online".into();
            })
        };
        assert_eq!(moved("hybrid"), [Concern::LinkMissing]);
        assert_eq!(moved("face-to-face"), [Concern::LinkMissing]);
    }

    #[test]
    fn what_does_not_take_place_or_has_no_date_is_let_be() {
        for status in ["cancelled", "postponed"] {
            assert_eq!(concerns_of(|f| f.when.status = status.into()), []);
        }
        assert_eq!(concerns_of(|f| f.when.precision = "window".into()), []);
        assert_eq!(concerns_of(|f| f.when.precision = "unknown".into()), []);
    }
}
