//! Page in, article out: one stage a file, in the order in which they run.
//!
//! [`survey`](survey::survey) measures the page once, [`features`](features::features) and the model give each
//! block a probability, [`select`](select::select) chooses whole subtrees, `article::build` makes the tree.

pub mod blocks;
pub mod candidate;
pub mod elements;
pub mod features;
pub mod hidden;
pub mod lexicon;
pub mod measure;
pub mod repetition;
pub mod select;
pub mod survey;
pub mod wording;

use crate::article::{Article, Built, Context, build};
use crate::capture::{Capture, Facts};
use crate::error::NotReadable;
use crate::metadata::metadata;
use crate::model::Model;
use crate::options::Options;
use crate::page::{NodeId, NodeSet, Page};

/// What of the page is the article: everything below `roots` except the subtrees in `removed`.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Roots of the selected subtrees, in document order, none inside another.
    pub roots: Vec<NodeId>,
    /// Roots of subtrees that are left out; single texts are among them.
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
pub fn extract_page(page: &Page, url: &str, facts: &Facts, options: &Options) -> Result<Article, NotReadable> {
    extract_with(&Model::built_in(), page, url, facts, options)
}

/// [`extract_page`] with another model than the one that ships: for training and for measuring.
///
/// # Errors
///
/// [`NotReadable`] says why there is no article.
pub fn extract_with(model: &Model<'_>, page: &Page, url: &str, facts: &Facts, options: &Options) -> Result<Article, NotReadable> {
    let _ = options;
    let metadata = metadata(page, url);
    let survey = survey::survey(page, facts, &model.lexicon);
    let probabilities = if model.is_neutral() {
        candidate::probabilities(page, &survey.blocks, &survey.candidates)
    } else {
        model.probabilities(&features::features(&survey))
    };
    let selection = select::select(&survey, &probabilities, &select::COSTS);
    let context = Context { url, facts, title: &metadata.title };
    let Built { blocks, notes, trace } = build(page, &selection, context);
    if blocks.is_empty() {
        return Err(NotReadable::Empty);
    }
    Ok(Article { metadata, readable: true, blocks, notes, trace, ..Article::default() })
}
