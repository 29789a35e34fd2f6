//! The Markdown that people type, read by one parser for all who are shown it: as HTML on pages, as
//! plain text in calendars. What strangers wrote comes out of both unable to hurt.

mod disguise;
mod html;
mod target;
mod text;

pub use html::to_html;
pub use text::to_text;

use crate::domain::text::is_bidi_override;
use comrak::Options;

/// What is Markdown here: CommonMark with bare addresses as links and words struck out.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.render.escape = true;
    options
}

/// Entities bring back what was dropped when the text was read.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !is_unwanted(*c)).collect()
}

fn is_unwanted(c: char) -> bool {
    is_bidi_override(c) || (c.is_control() && !matches!(c, '\n' | '\t'))
}
