//! Reading pieces of a text one after the other. A copy is a place to come back to when what was
//! hoped for does not follow.

use super::scan::{Kind, TextToken};
use std::ops::RangeInclusive;

/// A place between two pieces.
#[derive(Clone, Copy)]
pub struct Cursor<'t> {
    pub tokens: &'t [TextToken<'t>],
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(tokens: &'t [TextToken<'t>], at: usize) -> Self {
        Self { tokens, at }
    }

    /// What stands next.
    pub fn peek(&self) -> Option<&'t TextToken<'t>> {
        self.tokens.get(self.at)
    }

    /// What stands before.
    pub fn previous(&self) -> Option<&'t TextToken<'t>> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }

    /// Whether the next piece follows without a blank.
    pub fn is_tight(&self) -> bool {
        self.peek().is_some_and(|token| !token.spaced)
    }

    /// A number of so many digits.
    pub fn number(&mut self, wanted: RangeInclusive<usize>) -> Option<u32> {
        match self.peek()?.kind {
            Kind::Number { value, digits } if wanted.contains(&digits) => {
                self.at += 1;
                Some(value)
            }
            _ => None,
        }
    }

    /// A number of so many digits that follows without a blank.
    pub fn tight_number(&mut self, wanted: RangeInclusive<usize>) -> Option<u32> {
        self.is_tight().then(|| self.number(wanted)).flatten()
    }

    /// One of these words, in lower case without accents.
    pub fn word(&mut self, words: &[&str]) -> bool {
        self.step_if(|token| token.word().is_some_and(|word| words.contains(&word)))
    }

    /// One of these signs.
    pub fn sign(&mut self, signs: &[char]) -> bool {
        self.step_if(|token| token.is_sign(signs))
    }

    /// One of these signs without a blank before it.
    pub fn tight_sign(&mut self, signs: &[char]) -> bool {
        self.is_tight() && self.sign(signs)
    }

    fn step_if(&mut self, wanted: impl FnOnce(&TextToken<'_>) -> bool) -> bool {
        let steps = self.peek().is_some_and(wanted);
        self.at += usize::from(steps);
        steps
    }
}
