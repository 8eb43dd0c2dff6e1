//! Scores main-content extraction against a truth: the definitions of the corpora's `score.py`, figure by figure.

mod date;
mod names;
mod page;
mod summary;
mod tokens;

pub use page::{PageScore, Truth, score_page};
pub use summary::{Summary, quantile};
pub use tokens::{shingles, words};

#[cfg(test)]
mod tests;
