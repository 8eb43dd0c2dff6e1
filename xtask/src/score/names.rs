//! The names in a byline.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::tokens::norm;

#[allow(clippy::unwrap_used, reason = "the expressions are constants")]
static BY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)^\s*(?:written\s+|posted\s+)?by[:\s]+").unwrap());
#[allow(clippy::unwrap_used, reason = "the expressions are constants")]
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[,;|\n、，]|\s&\s|\s(?:and|und|et|y)\s").unwrap());

/// The set of names in `text`, normalised, without a leading "by".
pub fn names(text: &str) -> BTreeSet<String> {
    let text = BY.replace(text, "");
    BETWEEN.split(&text).map(norm).filter(|name| !name.is_empty()).collect()
}
