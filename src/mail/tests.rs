//! Letters, as their readers get them.
