//! Answers that many readers get: made once, packed once, and sent until they no longer hold.

mod answer;
mod coding;
mod kept;

pub use answer::Answer;
pub use coding::Coding;
pub use kept::{Edition, KeptAnswers};
