//! Signing in by mail: a code that is good once, for ten minutes, in the browser that asked for it.

mod ask;
mod confirm;

pub use confirm::SigningIn;

use chrono::TimeDelta;

/// How long a code is good.
const GOOD: TimeDelta = TimeDelta::minutes(10);
/// How often a code may be tried.
const TRIES: i32 = 5;
/// For how long it is remembered who asked.
const REMEMBERED: TimeDelta = TimeDelta::hours(1);
/// How many codes are mailed to one address in that time: to those who ask from one network, and to all.
const MAILED: (i64, i64) = (5, 20);
