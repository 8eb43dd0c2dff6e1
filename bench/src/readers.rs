//! What reads a page: from raw HTML to the article, everything dropped at the end.

use std::hint::black_box;

use lectern::capture::Facts;
use lectern::extract::extract_page;
use lectern::{Options, page};

/// A page is of this address: what it is does not matter to the time.
const ADDRESS: &str = "https://example.org/a/story";

/// Each by its name.
pub const READERS: &[(&str, fn(&str))] = &[
    ("lectern", core),
    #[cfg(feature = "peers")]
    ("dom_smoothie", dom_smoothie),
    #[cfg(feature = "peers")]
    ("legible", legible),
    #[cfg(feature = "peers")]
    ("rs-trafilatura", rs_trafilatura),
];

/// The core. Not inlined, so that callgrind finds it by its name.
#[inline(never)]
pub fn core(html: &str) {
    let mut options = Options::default();
    options.read_anyway = true;
    let page = page::html::parse(html);
    let _ = black_box(extract_page(&page, ADDRESS, &Facts::default(), &options));
}

#[cfg(feature = "peers")]
fn dom_smoothie(html: &str) {
    use dom_smoothie::{Config, Readability, TextMode};
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let _ = black_box(Readability::new(html, Some(ADDRESS), Some(config)).map(|mut reader| reader.parse()));
}

#[cfg(feature = "peers")]
fn legible(html: &str) {
    let _ = black_box(legible::parse(html, Some(ADDRESS), None));
}

#[cfg(feature = "peers")]
fn rs_trafilatura(html: &str) {
    let _ = black_box(rs_trafilatura::extract(html));
}
