//! Turns selected nodes of the page into the article's tree.

use super::Block;
use crate::capture::Facts;
use crate::extract::Selection;
use crate::page::Page;

/// What a build needs beside the page and the selection.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The page's address, to resolve links; empty when unknown.
    pub url: &'a str,
    /// Layout facts; may be empty.
    pub facts: &'a Facts,
    /// The title, which the body does not repeat.
    pub title: &'a str,
}

/// The blocks of `selection`, in reading order.
pub fn build(page: &Page, selection: &Selection, context: Context<'_>) -> Vec<Block> {
    let _ = (page, selection, context);
    Vec::new()
}
