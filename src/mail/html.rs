//! A letter as HTML, for programs that show it: no picture, no style sheet and nothing else that would
//! be fetched, so that opening it tells nobody anything.

use super::letter::{Block, Letter};
use crate::i18n::Words;
use askama::Template;

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct LetterPage<'a> {
    w: Words,
    letter: &'a Letter,
}

/// The letter as a whole HTML document.
pub(super) fn html(letter: &Letter) -> Result<String, askama::Error> {
    LetterPage {
        w: letter.words,
        letter,
    }
    .render()
}

impl Letter {
    /// Whether a block is the first that leads somewhere: what the letter is for.
    fn is_first_way(&self, block: &Block) -> bool {
        let mut ways = self
            .blocks
            .iter()
            .filter(|one| matches!(one, Block::Leads { .. }));
        ways.next().is_some_and(|first| std::ptr::eq(first, block))
    }
}
