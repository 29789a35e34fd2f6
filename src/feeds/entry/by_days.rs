//! Whether calendars show a time as whole days; that is so in every format, because an entry that
//! takes somebody's hours in one must not leave them free in another.

use crate::domain::{End, ExactTimes, Mode, OccurrenceKey, Said, Status};
use chrono::TimeDelta;

/// Whether a time is shown as whole days: several of them, with nights in between. A date of a series
/// is not, and neither is what goes on around the clock, as meetings on line do: for a day by the clock,
/// which in the night when the clocks go back is an hour more.
pub(in crate::feeds) fn is_by_days(key: OccurrenceKey, said: &Said, times: &ExactTimes) -> bool {
    let is_online = said.mode == Mode::Virtual || said.status == Status::MovedOnline;
    let is_around_the_clock = is_online && is_within_a_day(times);
    times.is_multi_day() && key.date().is_none() && !is_around_the_clock
}

fn is_within_a_day(times: &ExactTimes) -> bool {
    match times.end() {
        End::At(end) => end.local() - times.start().local() <= TimeDelta::hours(24),
        End::On(_) | End::Open => false,
    }
}
