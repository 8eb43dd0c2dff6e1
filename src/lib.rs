//! Lectern finds the article in a web page and returns it as a typed tree.
//!
//! ```
//! # let html = "<title>Tides</title><article><h1>Tides</h1><p>The sea comes and goes, twice a day.</p></article>";
//! use lectern::{Options, export, extract};
//!
//! let article = extract(html, "https://example.org/tides", &Options::default())?;
//! assert_eq!(article.metadata.title, "Tides");
//! assert_eq!(export::text::document(&article), "Tides\n\nThe sea comes and goes, twice a day.\n");
//! # Ok::<(), lectern::NotReadable>(())
//! ```
//!
//! # What comes back
//!
//! An [`Article`] says what is known of the text, [`Article::metadata`], and holds the text itself,
//! [`Article::blocks`]: paragraphs, headings, figures, tables, code, formulas, notes. There is no variant for anything
//! else, so nothing else comes through: no script, no markup, no address whose scheme was not checked.
//!
//! ```
//! use lectern::article::{Body, inline};
//! use lectern::{Options, extract};
//!
//! let html = "<article><h1>Knots</h1><h2>The bowline</h2><p>A loop that does not slip.</p>
//!     <h2>The reef knot</h2><p>For parcels and sails, never for a rope that bears somebody.</p></article>";
//! let article = extract(html, "", &Options::default())?;
//! let outline = article.blocks.iter().filter_map(|block| match &block.body {
//!     Body::Heading { content, .. } => Some(inline::text(content)),
//!     _ => None,
//! });
//! assert_eq!(outline.collect::<Vec<_>>(), ["The bowline", "The reef knot"]);
//! # Ok::<(), lectern::NotReadable>(())
//! ```
//!
//! [`export`] writes it down as plain text, Markdown or HTML, and with the feature `epub` as an EPUB. With `serde` it goes
//! where you like: article and metadata are `Serialize` and `Deserialize`.
//!
//! # When nothing comes back
//!
//! A home page is no article. [`NotReadable`] is the closed list of reasons; [`Options::read_anyway`] asks for the best
//! there is all the same, and [`is_readable`] is the quick question for whoever only wants to offer reading.
//!
//! ```
//! use lectern::{NotReadable, Options, extract, is_readable};
//!
//! assert_eq!(extract("<title>Nothing</title>", "", &Options::default()), Err(NotReadable::Empty));
//! assert!(!is_readable("<p>Too short to be offered.</p>"));
//! ```
//!
//! # Why this text
//!
//! Whatever is left out is listed with the stage that removed it and the reason, [`Article::removed`], and can be asked
//! back by its element's number. [`metadata::Metadata::sources`] names where each field was found.
//!
//! ```
//! use lectern::{Options, extract};
//!
//! let html = "<nav><a href=/a>Harbors</a> <a href=/b>Weather</a></nav><article><h1>Tides</h1>
//!     <p>The sea comes and goes, twice a day, and the harbor with it.</p></article>";
//! let article = extract(html, "", &Options::default())?;
//! let menu = article.removed.iter().find(|removed| removed.text.contains("Harbors")).unwrap();
//! assert_eq!(format!("{:?}", menu.reason), "Navigation");
//!
//! let mut options = Options::default();
//! options.restore = vec![menu.element];
//! let article = extract(html, "", &options)?;
//! assert!(lectern::export::text::document(&article).contains("Weather"));
//! # Ok::<(), lectern::NotReadable>(())
//! ```
//!
//! # What holds
//!
//! Extraction is a pure function: the same bytes give the same article. Anything is a page; nothing panics, nothing
//! recurses as deep as the page is nested, and time and memory are linear in the page's length, which
//! [`MAX_BYTES`] bounds. No request is made, no clock is asked.
//!
//! # Features
//!
//! | feature | adds |
//! |---|---|
//! | `epub` | [`export`]`::epub`, with the crate `zip` |
//! | `write`, `explain`, `npm` | nothing natively: each makes another WebAssembly module than the extension's engine |
//!
//! The modules that the documentation does not show are the stages themselves. They are public for this project's own
//! tools and no part of what a version number promises.

// The front door.
pub mod article;
pub mod export;
pub mod metadata;
pub mod trace;

// The stages, in the order in which they run, and what they stand on.
#[doc(hidden)]
pub mod address;
#[doc(hidden)]
pub mod capture;
mod error;
#[doc(hidden)]
pub mod extract;
mod letters;
#[doc(hidden)]
pub mod model;
mod options;
#[doc(hidden)]
pub mod page;
mod sort;

#[cfg(all(target_arch = "wasm32", feature = "npm"))]
#[doc(hidden)]
#[path = "wasm/npm.rs"]
pub mod npm;
#[cfg(all(target_arch = "wasm32", not(any(feature = "write", feature = "npm"))))]
#[doc(hidden)]
pub mod wasm;
#[cfg(all(target_arch = "wasm32", any(feature = "write", feature = "npm")))]
#[doc(hidden)]
#[path = "wasm/write.rs"]
pub mod write;

pub use article::Article;
pub use error::NotReadable;
pub use options::Options;
pub use page::MAX_BYTES;
#[doc(hidden)]
pub use page::Page;

use capture::Facts;

/// Finds the article in an HTML document, as it is in a file or comes off the network.
///
/// `url` is the document's address, against which its links are resolved; empty when it has none. The text must be
/// decoded already: what bytes mean is for whoever has the headers that came with them.
///
/// # Errors
///
/// [`NotReadable`] says why there is no article.
pub fn extract(html: &str, url: &str, options: &Options) -> Result<Article, NotReadable> {
    if html.len() > MAX_BYTES {
        return Err(NotReadable::TooLarge);
    }
    extract::extract_page(&page::html::parse(html), url, &Facts::default(), options)
}

/// Whether an HTML document is likely to be an article: cheap enough to ask of every page. [`extract`](fn@extract) looks
/// closer, and may answer otherwise.
pub fn is_readable(html: &str) -> bool {
    html.len() <= MAX_BYTES && extract::readable::is_readable(&page::html::parse(html))
}

/// The example of the README is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
