//! Text in one direction within a sentence in the other, where no element can stand.

/// What somebody wrote, kept apart from the direction of the sentence around it (UAX #9): in a
/// text there is no `<bdi>`.
pub fn isolated(written: &str) -> String {
    format!("\u{2068}{written}\u{2069}")
}
