//! One page read by the core and timed.

use std::time::Duration;

use lectern::capture::Facts;
use lectern::extract::extract_page;
use lectern::page::html5;
use lectern::{Article, NotReadable, Options};

/// What the core made of a page.
pub struct Reading {
    /// The article, or why there is nothing to show.
    pub outcome: Result<Article, NotReadable>,
    /// Parsing and extraction in milliseconds of this thread's processor time, which other work on the machine
    /// does not lengthen.
    pub ms: f64,
}

/// Reads a page as `predict` and `quality` do: from raw HTML, and anyway when it is not judged to be an article.
pub fn read(html: &str, url: &str) -> Reading {
    let mut options = Options::default();
    options.read_anyway = true;
    let start = processor_time();
    let outcome = extract_page(&html5::parse(html), url, &Facts::default(), &options);
    Reading { outcome, ms: (processor_time() - start).as_secs_f64() * 1e3 }
}

fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}
