//! One page read by the core and timed.

use std::time::Duration;

use lectern::capture::Facts;
use lectern::extract::select::COSTS;
use lectern::extract::{extract_page, extract_with};
use lectern::model::Model;
use lectern::page::html;
use lectern::{Article, NotReadable, Options, Page};

/// What the core made of a page.
pub struct Reading {
    /// The page as it was read.
    pub page: Page,
    /// The article, or why there is nothing to show.
    pub outcome: Result<Article, NotReadable>,
    /// Parsing and extraction in milliseconds of this thread's processor time, which other work on the machine
    /// does not lengthen.
    pub ms: f64,
}

/// Reads a page from raw HTML, as the core does that ships.
pub fn read(html: &str, url: &str) -> Reading {
    let start = processor_time();
    let page = html::parse(html);
    let outcome = extract_page(&page, url, &Facts::default(), &anyway());
    Reading { page, outcome, ms: milliseconds_since(start) }
}

/// Reads a page with any model, after `change`.
pub fn read_with(model: &Model<'_>, html: &str, url: &str, change: impl FnOnce(Page) -> Page) -> Reading {
    let start = processor_time();
    let page = change(html::parse(html));
    let outcome = extract_with(model, &COSTS, &page, url, &Facts::default(), &anyway());
    Reading { page, outcome, ms: milliseconds_since(start) }
}

/// A page that is not judged to be an article is read anyway.
fn anyway() -> Options {
    let mut options = Options::default();
    options.read_anyway = true;
    options
}

/// Milliseconds of this thread's processor time that `work` takes.
pub fn processor_ms(work: impl FnOnce()) -> f64 {
    let start = processor_time();
    work();
    milliseconds_since(start)
}

fn milliseconds_since(start: Duration) -> f64 {
    (processor_time() - start).as_secs_f64() * 1e3
}

fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}
