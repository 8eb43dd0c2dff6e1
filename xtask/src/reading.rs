//! One page read by the core and timed.

use std::time::Instant;

use lectern::capture::Facts;
use lectern::extract::extract_page;
use lectern::page::html5;
use lectern::{Article, NotReadable, Options};

/// What the core made of a page.
pub struct Reading {
    /// The article, or why there is nothing to show.
    pub outcome: Result<Article, NotReadable>,
    /// Parsing and extraction in milliseconds of wall time.
    pub ms: f64,
}

/// Reads a page as `predict` and `quality` do: from raw HTML, and anyway when it is not judged to be an article.
pub fn read(html: &str, url: &str) -> Reading {
    let mut options = Options::default();
    options.read_anyway = true;
    let start = Instant::now();
    let outcome = extract_page(&html5::parse(html), url, &Facts::default(), &options);
    Reading { outcome, ms: start.elapsed().as_secs_f64() * 1e3 }
}
