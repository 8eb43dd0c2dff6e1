//! Page in, article out: one stage a file, in the order in which they run.

use crate::article::{Article, build};
use crate::capture::Capture;
use crate::error::NotReadable;
use crate::metadata::metadata;
use crate::options::Options;
use crate::page::{NodeId, NodeSet, Page};

/// What of the page is the article: everything below `roots` except the subtrees in `removed`.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Roots of the selected subtrees, in document order, none inside another.
    pub roots: Vec<NodeId>,
    /// Roots of subtrees that are left out.
    pub removed: NodeSet,
}

/// Finds the article in a captured page, read as a browser serialises it.
///
/// # Errors
///
/// [`NotReadable`] says why there is no article.
pub fn extract(capture: Capture, options: &Options) -> Result<Article, NotReadable> {
    if capture.html.len() > crate::page::MAX_BYTES {
        return Err(NotReadable::TooLarge);
    }
    let Capture { html, url, facts } = capture;
    extract_page(&Page::parse(html), &url, &facts, options)
}

/// Finds the article in a page.
///
/// # Errors
///
/// [`NotReadable`] says why there is no article.
pub fn extract_page(page: &Page, url: &str, facts: &crate::capture::Facts, options: &Options) -> Result<Article, NotReadable> {
    let _ = options;
    let metadata = metadata(page, url);
    let root = page.find(crate::page::Tag::Article).unwrap_or(page.body());
    let selection = Selection { roots: vec![root], removed: NodeSet::new() };
    let context = crate::article::Context { url, facts, title: &metadata.title };
    let blocks = build(page, &selection, context);
    if blocks.is_empty() {
        return Err(NotReadable::Empty);
    }
    Ok(Article { metadata, readable: true, blocks, ..Article::default() })
}
