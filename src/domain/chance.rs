//! Chance in tests: numbers of proptest's generator, the same in every run unless somebody asks for
//! others with `PROPTEST_RNG_SEED`. `tests/it` takes this file in as well.

use proptest::prelude::RngExt;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Numbers by chance. A test that fails while it holds them says how to have the same again.
pub struct Chance {
    runner: TestRunner,
}

impl Chance {
    /// Seeded by the environment or, in most runs, with this.
    pub fn new(usual: u64) -> Self {
        let mut config = Config::default();
        if config.rng_seed == RngSeed::Random {
            config.rng_seed = RngSeed::Fixed(usual);
        }
        Self {
            runner: TestRunner::new(config),
        }
    }

    /// A number from 0 up to, but not including, another.
    pub fn below(&mut self, end: u64) -> u64 {
        self.runner.rng().random_range(0..end)
    }

    /// Whether it is one of so many times.
    pub fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.runner.rng().random_range(0..all.len())]
    }
}

impl Drop for Chance {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let seed = self.runner.config().rng_seed;
            eprintln!("chance had it so with PROPTEST_RNG_SEED={seed}");
        }
    }
}
