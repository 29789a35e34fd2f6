//! A letter as plain text.

use super::letter::{Block, Letter};
use crate::i18n::Words;
use crate::i18n::bidi::isolated;

/// The whole letter: paragraphs with an empty line between them, addresses on lines of their own, so
/// that programs which make links of addresses find them whole.
pub fn plain(letter: &Letter) -> String {
    let w = letter.words;
    let body = letter.blocks.iter().map(|one| block(w, one));
    let foot = letter.foot.iter().map(|one| block(w, one));
    let paragraphs: Vec<String> = body
        .chain(std::iter::once("-- ".to_owned()))
        .chain(foot)
        .collect();
    // The line of the signature is followed by what it cuts off at once (RFC 3676, section 4.3).
    paragraphs.join("\n\n").replace("-- \n\n", "-- \n") + "\n"
}

fn block(w: Words, block: &Block) -> String {
    match block {
        Block::Says(words) => words.clone(),
        Block::Quotes(typed) => typed
            .lines()
            .map(|line| format!("> {line}").trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Facts(facts) => facts
            .iter()
            .map(|(name, value)| {
                let value = isolated(value);
                w.t2("mail-fact", "name", name.as_str(), "value", value)
                    .to_string()
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Block::List(lines) => lines
            .iter()
            .map(|line| format!("- {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Leads { words, url } => {
            format!("{}\n{url}", w.t1("mail-way", "words", words.as_str()))
        }
    }
}
