//! How much one client may do in a while, counted in the memory of this instance. The table is
//! bounded: once very many addresses are in it, those that are not share one allowance.

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

/// The most addresses that have an allowance of their own at a time, about 10 MB of them.
const MOST: usize = 100_000;

/// Whose allowance the others share.
const CROWD: IpAddr = IpAddr::V6(Ipv6Addr::UNSPECIFIED);

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How often each address may do one thing.
pub struct Allowance {
    counts: DefaultKeyedRateLimiter<IpAddr>,
    most: usize,
}

impl Allowance {
    /// So many times in a minute; 0 counts as 1.
    pub fn per_minute(times: u32) -> Self {
        Self::of(Quota::per_minute(at_least_one(times)))
    }

    /// So many times in a day, all of them at once if need be; 0 counts as 1.
    pub fn per_day(times: u32) -> Self {
        let times = at_least_one(times);
        let period = DAY / times.get();
        let quota = Quota::with_period(period).unwrap_or(Quota::per_second(times));
        Self::of(quota.allow_burst(times))
    }

    fn of(quota: Quota) -> Self {
        Self {
            counts: RateLimiter::keyed(quota),
            most: MOST,
        }
    }

    /// Counts one more for a client; the error is how long it has to wait.
    pub fn take(&self, client: IpAddr) -> Result<(), Duration> {
        let whose = match self.counts.len() < self.most {
            true => client,
            false => CROWD,
        };
        let now = DefaultClock::default().now();
        let taken = self.counts.check_key(&whose);
        taken.map_err(|too_early| too_early.wait_time_from(now))
    }

    /// Lets go of the addresses whose allowance is whole again, which are those that nobody needs to
    /// remember. Meant to be called every now and then.
    pub fn forget_idle(&self) {
        self.counts.retain_recent();
        self.counts.shrink_to_fit();
    }
}

fn at_least_one(times: u32) -> NonZeroU32 {
    NonZeroU32::new(times).unwrap_or(NonZeroU32::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(number: u32) -> IpAddr {
        std::net::Ipv4Addr::from(number).into()
    }

    #[test]
    fn it_says_how_long_to_wait() {
        let allowance = Allowance::per_day(2);
        assert_eq!(allowance.take(address(1)), Ok(()));
        assert_eq!(allowance.take(address(1)), Ok(()));
        let wait = allowance.take(address(1)).unwrap_err();
        assert!(wait > DAY / 3 && wait <= DAY / 2, "{wait:?}");
        assert_eq!(allowance.take(address(2)), Ok(()));
    }

    #[test]
    fn the_table_is_bounded_and_shrinks() {
        let quota = Quota::with_period(Duration::from_millis(1)).unwrap();
        let mut allowance = Allowance::of(quota);
        allowance.most = 1000;
        for number in 0..5000 {
            let _ = allowance.take(address(number));
        }
        assert!(allowance.counts.len() <= 1001, "{}", allowance.counts.len());
        std::thread::sleep(Duration::from_millis(20));
        allowance.forget_idle();
        assert_eq!(allowance.counts.len(), 0);
    }

    #[test]
    fn whoever_comes_too_late_shares_one_allowance() {
        let mut allowance = Allowance::per_day(1);
        allowance.most = 2;
        assert_eq!(allowance.take(address(1)), Ok(()));
        assert_eq!(allowance.take(address(2)), Ok(()));
        assert_eq!(allowance.take(address(3)), Ok(()), "the first of the crowd");
        assert!(allowance.take(address(4)).is_err());
    }
}
